// The note of a table, where its cells are not to be read.
#include "data/members.hpp"
#include "data/rules.hpp"
#include "data/scalars.hpp"
#include "data/tables.hpp"
#include "report/fields.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::data {
namespace {

/// D-19 for every remark in a value.
void tell_remarks(Values& values, const std::string& path, const Node& node) {
    if (node.shape != Shape::mapping && node.shape != Shape::list) return;
    for (int i = node.first; i >= 0; i = values.tree.at(i).next) {
        const Node& own = values.tree.at(i);
        const std::string_view key = own.key < 0 ? "" : values.tree.at(own.key).text;
        if (key != cell_fields[1].key && key != cell_fields[1].name) {
            tell_remarks(values, path, own);
        } else if (!nothing(own)) {
            values.findings.tell(Severity::warning, rule("D-19"), path, values.place(own),
                                 fmt::format("备注“{}”没有带入", shown(own.text)),
                                 "汇总以后再写进去，或者写进注");
        }
    }
}

}  // namespace

std::string read_note(Values& values, const Form& form, const Node* section, Cells cells) {
    const std::string path(form.key);
    if (section == nullptr) return {};
    if (section->shape != Shape::mapping) {
        wrong_type(
            values, *section, {path, form.name}, "一组“项目名: 内容”",
            "这里只写注：" +
                pair_of(values, speech_of(values.source) == Speech::english ? "note" : "注", "…"));
        return {};
    }
    const int own = find_field(report_fields, -1, form.key);
    const std::vector<Members> members =
        sort_members(values, *section, path, {{form.fields, -1}, {report_fields, own}});
    for (const Members& table : members) {
        for (const Node* node : table) {
            const int note = find_field(report_fields, own, "note");
            if (node == nullptr || node == members[1][note]) continue;
            if (cells == Cells::left) {
                tell_remarks(values, path, *node);
                continue;
            }
            values.findings.error(rule("D-08"), path, values.key_place(*node),
                                  fmt::format("{}里的“{}”不写在这里", form.name,
                                              shown(values.tree.at(node->key).text)),
                                  "表中的数由各成员相加得出；这里只写注");
        }
    }
    const Node* note = members[1][find_field(report_fields, own, "note")];
    return read_text(values, note, {joined(path, "note"), "注"}, Lines::lines).value_or("");
}

}  // namespace nianbao::data
