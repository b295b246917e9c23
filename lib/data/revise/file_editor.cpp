#include "data/revise/file_editor.hpp"

#include "data/write/written.hpp"
#include "report/cells.hpp"
#include "report/fields.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::data {
namespace {

using notation::Edit;
using notation::Style;

bool within_lines(const Node& node) {
    return node.style == Style::literal || node.style == Style::folded;
}

}  // namespace

FileEditor::FileEditor(const Values& values)
    : values_(values),
      text_(values.source.text()),
      line_feed_(text_.find("\r\n") != text_.npos ? "\r\n" : "\n"),
      english_(true) {
    const Node& root = values.tree.at(values.tree.root);
    for (int at = root.first; at >= 0; at = values.tree.at(at).next) {
        const std::string_view name = values.tree.at(values.tree.at(at).key).text;
        const int field = find_field(report_fields, -1, name);
        if (field >= 0 && name != report_fields[field].key) english_ = false;
    }
}

std::vector<FileEditor::Step> FileEditor::steps(const FilePath& path) const {
    std::vector<Step> steps;
    if (path.form != nullptr) {
        for (int field = path.field; field >= 0; field = path.form->fields[field].parent)
            steps.push_back({path.form->fields, path.form->fields[field].parent, field});
    }
    for (int own = path.own; own >= 0; own = report_fields[own].parent)
        steps.push_back({report_fields, report_fields[own].parent, own});
    std::reverse(steps.begin(), steps.end());
    return steps;
}

/// In a list values stand in the order of the fields.
const Node* FileEditor::member(const Node& of, const Step& step) const {
    int number = 0;
    for (int i = 0; i < step.field; ++i) number += step.fields[i].parent == step.parent ? 1 : 0;
    if (of.shape != Shape::mapping && of.shape != Shape::list) return nullptr;
    for (int at = of.first; at >= 0; at = values_.tree.at(at).next) {
        const Node& one = values_.tree.at(at);
        if (of.shape == Shape::list) {
            if (number-- == 0) return &one;
        } else if (one.key >= 0 && find_field(step.fields, step.parent,
                                              values_.tree.at(one.key).text) == step.field) {
            return &one;
        }
    }
    return nullptr;
}

const Node* FileEditor::node(const FilePath& path) const {
    const Node* at = &values_.tree.at(values_.tree.root);
    for (const Step& step : steps(path)) {
        at = at == nullptr ? nullptr : member(*at, step);
    }
    return at;
}

std::optional<std::string> FileEditor::text(const FilePath& path) const {
    const Node* found = node(path);
    if (found == nullptr || (found->shape != Shape::text && found->shape != Shape::bare)) return {};
    MappedText text = values_.tree.mapped(*found, text_);
    notation::trim(text, false);
    return std::move(text.text);
}

// ---------------------------------------------------------------- how values are written

std::string FileEditor::line(const Written& value, bool flow) const {
    if (values_.format == Format::json) return json_line(value);
    return flow ? yaml_flow(value) : yaml_line(value);
}

bool FileEditor::is_prose(const Written& value) const {
    const bool lines =
        value.kind == Written::Kind::prose || value.text.find('\n') != std::string::npos;
    return lines && values_.format == Format::yaml;
}

/// A text behind its key, on lines of its own. `indent`: of the key; `comment`: with the
/// blanks before it.
std::string FileEditor::block(const Written& value, std::size_t indent,
                              std::string_view comment) const {
    std::string out = "|" + std::string(comment);
    for (std::string_view paragraph : paragraphs_of(value.text))
        out += line_feed_ + std::string(indent + 2, ' ') + std::string(paragraph);
    return out;
}

std::size_t FileEditor::line_begin(std::size_t at) const {
    const std::size_t feed = at == 0 ? text_.npos : text_.rfind('\n', at - 1);
    return feed == text_.npos ? 0 : feed + 1;
}

std::size_t FileEditor::line_end(std::size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
}

std::size_t FileEditor::behind_line(std::size_t at) const {
    std::size_t end = line_end(at);
    if (end < text_.size() && text_[end] == '\r') ++end;
    return std::min(end + 1, text_.size());
}

// ---------------------------------------------------------------- edits

std::string applied(std::string_view text, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    std::string out;
    std::size_t at = 0;
    for (const Edit& edit : edits) {
        const auto begin = static_cast<std::size_t>(edit.begin);
        if (begin < at) continue;
        out.append(text, at, begin - at).append(edit.instead);
        at = static_cast<std::size_t>(edit.end);
    }
    return out.append(text, at);
}

Edits FileEditor::set(const FilePath& path, const Written& value) const {
    const std::vector<Step> way = steps(path);
    const Node* at = &values_.tree.at(values_.tree.root);
    bool flow = at->flow;
    for (std::size_t i = 0; i < way.size(); ++i) {
        const Node* next = member(*at, way[i]);
        if (next == nullptr ||
            (i + 1 < way.size() && next->shape != Shape::mapping && next->shape != Shape::list)) {
            if (next != nullptr || at->shape != Shape::mapping) return {};
            return std::vector<Edit>{insertion(*at, way, i, value)};
        }
        flow = at->flow;
        at = next;
    }
    const bool container = at->shape == Shape::mapping || at->shape == Shape::list;
    if (container && !at->flow) return {};
    const auto begin = static_cast<std::size_t>(at->begin);
    if (is_prose(value) || within_lines(*at)) {
        if (at->key < 0 || (at->flow && container)) return {};
        const auto key_at = static_cast<std::size_t>(values_.tree.at(at->key).begin);
        std::size_t end = static_cast<std::size_t>(at->end);
        while (end > begin &&
               (text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == ' '))
            --end;
        if (!is_prose(value))
            return std::vector<Edit>{{at->begin, static_cast<int>(end), line(value, false)}};
        // A comment behind the value stands behind the “|” then.
        const std::size_t last = within_lines(*at) ? end : line_end(end);
        return std::vector<Edit>{
            {at->begin, static_cast<int>(last),
             block(value, key_at - line_begin(key_at), text_.substr(end, last - end))}};
    }
    // A null that nobody wrote stands behind its colon.
    const bool nothing = at->begin == at->end;
    return std::vector<Edit>{{at->begin, at->end, (nothing ? " " : "") + line(value, flow)}};
}

const Node* FileEditor::last_of(const Node& container) const {
    const Node* last = nullptr;
    for (int at = container.first; at >= 0; at = values_.tree.at(at).next)
        last = &values_.tree.at(at);
    return last;
}

/// REQUIRES: a mapping.
notation::Edit FileEditor::insertion(const Node& container, const std::vector<Step>& steps,
                                     std::size_t from, const Written& value) const {
    Written inner = value;
    for (std::size_t i = steps.size(); i-- > from + 1;) {
        Written outer{.kind = Written::Kind::mapping, .row = true};
        outer.add(name(steps[i].fields[steps[i].field]), std::move(inner));
        inner = std::move(outer);
    }
    const Node* last = last_of(container);
    const std::string own = name(steps[from].fields[steps[from].field]);
    if (container.flow) {
        const std::string quoted = values_.format == Format::json ? "\"" + own + "\"" : own;
        const int at = last == nullptr ? container.begin + 1 : last->end;
        return {at, at, (last == nullptr ? "" : ", ") + quoted + ": " + line(inner, true)};
    }
    // Behind the last line of what stands there, at the depth of its keys.
    const auto first_key =
        static_cast<std::size_t>(values_.tree.at(values_.tree.at(container.first).key).begin);
    const std::size_t indent = first_key - line_begin(first_key);
    auto end = static_cast<std::size_t>(last->end);
    while (end > 0 && (text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == ' '))
        --end;
    const int at = static_cast<int>(line_end(end));
    return {at, at,
            line_feed_ + std::string(indent, ' ') + own + ": " +
                (is_prose(inner) ? block(inner, indent, {}) : line(inner, false))};
}

Edits FileEditor::remove(const FilePath& path) const {
    const Node* found = node(path);
    if (found == nullptr || found->key < 0 || values_.format != Format::yaml) return {};
    const auto key = static_cast<std::size_t>(values_.tree.at(found->key).begin);
    const std::size_t begin = line_begin(key);
    // Within brackets other values may stand on its lines.
    if (text_.find_first_not_of(' ', begin) != key) return {};
    auto end = static_cast<std::size_t>(found->end);
    while (end > key && (text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == ' '))
        --end;
    return std::vector<Edit>{{static_cast<int>(begin), static_cast<int>(behind_line(end)), {}}};
}

Edits FileEditor::set_text(const FilePath& path, const RevisedText& text) const {
    const Node* found = node(path);
    if (found != nullptr && found->style == Style::literal) {
        if (Edits edits = set_lines(*found, text)) return edits;
    }
    std::string whole;
    for (const RevisedParagraph& paragraph : text.paragraphs)
        whole += (whole.empty() ? "" : "\n") + paragraph.text;
    const bool lines = text.paragraphs.size() > 1 || (found != nullptr && within_lines(*found));
    return set(path, {.kind = lines ? Written::Kind::prose : Written::Kind::text,
                      .text = std::move(whole)});
}

/// Of a block each paragraph is a line of the file.
Edits FileEditor::set_lines(const Node& node, const RevisedText& text) const {
    MappedText mapped = values_.tree.mapped(node, text_);
    notation::trim(mapped, false);
    const auto byte_of = [&](int character) {
        const auto after =
            std::upper_bound(mapped.pieces.begin(), mapped.pieces.end(), character,
                             [](int at, const Source::Piece& piece) { return at < piece.decoded; });
        const Source::Piece& piece = *std::prev(after);
        return values_.source.byte_after(piece.at, character - piece.decoded);
    };
    struct Line {
        std::size_t begin, end;  // bytes of the file
    };
    std::vector<Line> lines;
    int character = 0;
    for (std::size_t from = 0; from <= mapped.text.size();) {
        const std::size_t end = std::min(mapped.text.find('\n', from), mapped.text.size());
        const std::string_view own = std::string_view(mapped.text).substr(from, end - from);
        if (!notation::blank(own)) {
            const auto begin = static_cast<std::size_t>(byte_of(character));
            lines.push_back({begin, begin + own.size()});
            if (text_.substr(begin, own.size()) != own) return {};
        }
        character += static_cast<int>(std::count_if(
                         own.begin(), own.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; })) +
                     1;
        from = end + 1;
    }
    if (lines.empty()) return {};
    const std::size_t first = line_begin(lines.front().begin);
    const std::string indent(
        std::min(text_.find_first_not_of(' ', first), lines.front().begin) - first, ' ');
    std::vector<Edit> edits;
    std::vector<bool> kept(lines.size(), false);
    int before = -1;  // the old paragraph behind which new ones are put
    for (const RevisedParagraph& paragraph : text.paragraphs) {
        if (paragraph.old >= 0) {
            const auto old = static_cast<std::size_t>(paragraph.old);
            kept[old] = true;
            before = paragraph.old;
            if (paragraph.changed)
                edits.push_back({static_cast<int>(lines[old].begin),
                                 static_cast<int>(lines[old].end), paragraph.text});
        } else if (before < 0) {
            const int at = static_cast<int>(first);
            edits.push_back({at, at, indent + paragraph.text + line_feed_});
        } else {
            const int at = static_cast<int>(line_end(lines[static_cast<std::size_t>(before)].end));
            edits.push_back({at, at, line_feed_ + indent + paragraph.text});
        }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (kept[i]) continue;
        // With the line's end; of the file's last line with the one before it.
        std::size_t begin = line_begin(lines[i].begin);
        const std::size_t end = behind_line(lines[i].end);
        if (begin > 0 && line_end(lines[i].end) == text_.size()) --begin;
        edits.push_back({static_cast<int>(begin), static_cast<int>(end), {}});
    }
    return edits;
}

}  // namespace nianbao::data
