#include "county/desk/ledger/review_words.hpp"

#include "nianbao/report.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace nianbao::desk {
namespace {

constexpr std::string_view passed[] = {"审核通过",   "通过",       "已通过",
                                       "已审核通过", "审核已通过", "审核合格"};
constexpr std::string_view sent_back[] = {"退回修改", "退回",       "已退回",    "退改",
                                          "退回重填", "退回重报",   "退回整改",  "不通过",
                                          "未通过",   "审核不通过", "审核未通过"};
constexpr std::string_view returned = "退回修改（第";

template <std::size_t count>
bool has(const std::string_view (&words)[count], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

ReviewWord review_word(std::string_view typed) {
    std::string word = plain_name(typed);
    for (const std::string_view end : {"。", "！", "."}) {
        if (word.ends_with(end)) word.resize(word.size() - end.size());
    }
    if (has(passed, word)) return ReviewWord::passed;
    if (has(sent_back, word)) return ReviewWord::sent_back;
    const bool own = word.empty() || word == "待审核" || word == "待审" || word == "未审核" ||
                     word == "无法读取" || word.starts_with(returned);
    return own ? ReviewWord::own : ReviewWord::unknown;
}

}  // namespace nianbao::desk
