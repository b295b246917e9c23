#include "data/hints/missing.hpp"

#include "data/hints/nearest.hpp"
#include "data/rules.hpp"
#include "notation/bytes.hpp"
#include "notation/rules.hpp"
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

bool tell_cut_off(Values& values, const Members& members) {
    const std::string& text = values.source.text();
    const bool ends = text.empty() || text.back() == '\n' || text.back() == '\r';
    if (values.format != Format::yaml || ends || !values.tree.complete) return false;
    constexpr int last_parts[] = {own_field("introduction"), own_field("overview"),
                                  own_field("disclosure"),   own_field("applications"),
                                  own_field("disputes"),     own_field("problems"),
                                  own_field("other")};
    constexpr int least_missing = 2;  // one may have been forgotten
    int missing = 0;
    std::string names;
    for (const int own : last_parts) {
        const auto at = static_cast<std::size_t>(own);
        if (members[at] != nullptr && missing > 0) return false;
        if (members[at] != nullptr) continue;
        ++missing;
        names += (names.empty() ? "" : "、") +
                 named(values, report_fields[at].name, report_fields[at].key);
    }
    if (missing < least_missing || missing == static_cast<int>(std::size(last_parts))) return false;
    // Where it breaks off within a character that was told: it is one mistake.
    if (Finding* cut = values.findings.told(notation::rule("D-01"), notation::cut_off_told)) {
        cut->message =
            fmt::format("文件在一个字的中间断了，后面的 {} 项没有了：{}", missing, names);
        return true;
    }
    values.findings.error(rule("D-10"), {},
                          values.source.place_of(static_cast<int>(text.size()) - 1),
                          fmt::format("文件到这里就断了，后面的 {} 项没有了：{}", missing, names),
                          notation::cut_off_hint);
    return true;
}

void tell_no_fields(Values& values, const Node& root) {
    if (root.shape == Shape::faulty || !values.tree.complete) return;
    values.findings.error(
        rule("D-07"), {}, values.place(root.begin, root.flow ? root.end : root.begin + 1),
        "文件里没有“项目名: 内容”", "每行写成“项目名: 内容”，冒号是半角，后面空一格");
}

std::string hint_for_edition(const Values& values) {
    const Speech speech = speech_of(values.source);
    if (has_no_keys(speech)) return "请核对年度";
    return "仍要用 2019 年的格式时写 " +
           pair_of(values, speech == Speech::english ? "form" : "格式", "2019");
}

}  // namespace nianbao::data
