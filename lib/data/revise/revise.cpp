// Reads data file and draft, has the changes carried, and says what is different then.
#include "nianbao/revise.hpp"

#include "data/report_from_values.hpp"
#include "data/revise/reviser.hpp"
#include "data/rules.hpp"
#include "notation/bytes.hpp"
#include "recognise/rules.hpp"

#include <string>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

using notation::Node;

/// The paths of all values, by the keys that they have.
void note_paths(const notation::Tree& tree, int node, const std::string& path,
                data::RevisedDraft& draft) {
    for (int at = tree.at(node).first; at >= 0; at = tree.at(at).next) {
        const Node& one = tree.at(at);
        if (one.key < 0) continue;
        std::string own(tree.at(one.key).text);
        if (!path.empty()) own = path + "." + own;
        note_paths(tree, at, own, draft);
        draft.paths.insert(std::move(own));
    }
}

/// True for a file whose text can be edited. Else it is told.
bool is_text_of_data(const Input& data, Revised& revised) {
    const std::string bytes = data.bytes ? *data.bytes : file_bytes(data.file);
    if (!bytes.empty() && notation::without_mark(bytes) == revised.data.text()) return true;
    Finding finding;
    finding.rule = data::rule("D-20");
    finding.place.file = revised.data.file();
    finding.message = "修改稿的改动只带进 UTF-8 的 .yaml、.json 数据文件，这不是";
    finding.hint = "先用 nianbao convert 写成 .yaml；别的编码的，先用 nianbao fix 改正";
    revised.of_data.push_back(std::move(finding));
    return false;
}

/// Changes that are not accepted yet are what a revised draft is made of.
bool is_expected(const Finding& finding) { return finding.rule == recognise::rule("D-42"); }

}  // namespace

Revised revise(const Input& data, const Input& draft) {
    Revised revised;
    Reading own = read(data);
    revised.data = std::move(own.source);
    revised.of_data = std::move(own.findings);
    if (!own.report || !is_text_of_data(data, revised)) return revised;
    revised.agency = own.report->agency;
    revised.year = own.report->year;

    data::RevisedDraft said;
    Reading read = data::read_asking(
        draft, {.known = {own.report->agency, own.report->year},
                .look = [&](const notation::Values& values, const Report& report) {
                    if (values.tree.root >= 0) note_paths(values.tree, values.tree.root, {}, said);
                    said.part = {report, values.unread};
                }});
    revised.draft = std::move(read.source);
    revised.left = std::move(read.findings);
    std::erase_if(revised.left, is_expected);
    if (!said.part) return revised;

    Format format = Format::yaml;
    data::AlsoAsked asked;
    asked.look = [&](const notation::Values& values, const Report&) {
        format = values.format;
        revised.text = data::revised_text(values, *own.report, said, revised);
    };
    static_cast<void>(data::read_asking(data, asked));
    const Reading then = nianbao::read(revised.text, revised.data.file(), format);
    if (then.report) revised.carried = diff(*own.report, *then.report);
    const std::string bytes = revised.data.bytes();
    revised.text.insert(0, bytes, 0, bytes.size() - revised.data.text().size());
    return revised;
}

}  // namespace nianbao
