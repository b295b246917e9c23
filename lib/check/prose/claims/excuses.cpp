// P-07: what a sentence says of those that are not done yet.
#include "check/prose/claims/excuses.hpp"
#include "check/prose/words.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace nianbao::prose {
namespace {

/// True where every 结转 in the sentence is one from last year.
bool is_carried_in(const Report& report, std::u32string_view text, std::size_t at) {
    if (at > 0 && (text[at - 1] == U'无' || text.substr(0, at).ends_with(U"没有")))
        return true;  // 全部办结，无结转
    const std::u32string last = to_utf32(std::to_string(report.year - 1)) + U"年";
    const std::u32string_view before =
                                  text.substr(at > 7 ? at - 7 : 0, std::min<std::size_t>(at, 7)),
                              behind = text.substr(at + 2, 4);
    return has_any(before, {U"上年", U"上一年", U"去年", U"往年"}) || has(before, last) ||
           behind.starts_with(U"上年") || behind.starts_with(U"自上");
}

}  // namespace

bool speaks_of_rest(const Report& report, const Reading& reading, bool beside_all) {
    const std::u32string_view text = reading.sentence->text;
    if (beside_all && has_any(text, {U"其余", U"剩余", U"余下", U"件结转"}) && has(text, U"结转"))
        return has_any(text, {U"除", U"到期", U"延期", U"应办", U"应答复"});
    for (std::size_t at = text.find(U"结转"); at != text.npos; at = text.find(U"结转", at + 1)) {
        if (!is_carried_in(report, text, at)) return true;
    }
    return std::any_of(reading.tokens.begin(), reading.tokens.end(),
                       [](const Token& token) {
                           return token.role == Role::verb && token.cells == cells_carried_out;
                       }) ||
           has_any(text,
                   {U"顺延", U"到期", U"除", U"其余", U"延期", U"剩余", U"余下", U"转接", U"应当在",
                    U"应在", U"应于", U"应办", U"应答复", U"跨年", U"在办", U"正在"});
}

bool counts_intake_before(const Reading& reading, int figure) {
    return std::any_of(reading.namings.begin(), reading.namings.begin() + figure,
                       [](const Naming& one) {
                           return one.family == Family::intake || one.family == Family::carried_in;
                       });
}

}  // namespace nianbao::prose
