#include "data/hints/missing.hpp"

#include "data/hints/nearest.hpp"
#include "report/fields.hpp"
#include "report/speech/spoken.hpp"

#include <fmt/format.h>

#include <iterator>

namespace nianbao::data {
namespace {

bool has_chinese_keys(const Values& values, const Node& mapping) {
    if (mapping.shape != Shape::mapping || mapping.first < 0) return false;
    const Node& first = values.tree.at(mapping.first);
    if (first.key < 0) return false;
    const std::string_view key = values.tree.at(first.key).text;
    return !key.empty() && static_cast<unsigned char>(key.front()) >= 0x80;
}

}  // namespace

std::string hint_for_missing(const Values& values, const Node& within, std::string_view name,
                             std::string_view path) {
    const Speech speech = speech_of(values.source);
    if (speech == Speech::cells) return "工作簿里没有找到它；在“基本信息”和“正文”里填上";
    if (speech == Speech::article) return "文件里没有找到它；标题和表照格式写";
    const std::string_view key =
        has_chinese_keys(values, within) ? name : path.substr(path.rfind('.') + 1);
    return "写上 " + pair_of(values, key, "…");
}

std::string hint_for_group(const Values& values, const Node& found, int own) {
    std::string hint = hint_for_text(values, found, {{report_fields, own}});
    const Speech speech = speech_of(values.source);
    if (!hint.empty() || has_no_keys(speech)) return hint;
    constexpr int most_named = 3;
    std::string members;
    int count = 0;
    for (const Field& field : report_fields) {
        if (field.parent != own || ++count > most_named) continue;
        members += (members.empty() ? "" : ", ") +
                   pair_of(values, speech == Speech::english ? field.key : field.name, "…");
    }
    return fmt::format("写成 {{{}{}}}", members, count > most_named ? ", …" : "");
}

std::string hint_for_list(const Values& values) {
    return values.format == Format::json ? "写在方括号里：[{…}, {…}]"
                                         : "每一条的第一行以“- ”开头，其余各行与它后面的字对齐";
}

std::string hint_for_edition(const Values& values) {
    const Speech speech = speech_of(values.source);
    if (has_no_keys(speech)) return "请核对年度";
    return "仍要用 2019 年的格式时写 " +
           pair_of(values, speech == Speech::english ? "form" : "格式", "2019");
}

}  // namespace nianbao::data
