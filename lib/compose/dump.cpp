// A document as text, to be read by people.
#include "nianbao/document.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::string_view text_role_names[] = {"plain", "heading", "label", "remark"};
static_assert(std::size(text_role_names) == static_cast<std::size_t>(TextRole::remark) + 1);

/// What stands where a line may end by sense.
constexpr std::string_view sense_marks[] = {"~", "¦", "|", "‖"};
static_assert(std::size(sense_marks) == static_cast<std::size_t>(Sense::best) + 1);

/// What stands around the numbers of a list.
struct LabelMarks {
    std::string_view before, after;
};
constexpr LabelMarks label_marks[] = {{"", "."}, {"（", "）"}, {"○", ""}};
static_assert(std::size(label_marks) == static_cast<std::size_t>(ListLabels::circles) + 1);

/// Texts in one line, each change of role marked, links as [text](URI), what a reference
/// printed in braces: “<label>1.<plain>见[www.x.cn](http://www.x.cn)，{5}件”.
class Line {
public:
    explicit Line(const std::vector<std::string>& links) : links_(links) {}

    void add(const Text& text, const std::vector<Break>& breaks = {}) {
        if (text.link != link_) end_link();
        if (text.role != role_)
            out_ += fmt::format("<{}>", text_role_names[static_cast<std::size_t>(text.role)]);
        role_ = text.role;
        if (text.link != link_) out_ += '[';
        link_ = text.link;
        if (!text.language.empty()) out_ += fmt::format("<{}>", text.language);
        if (text.reference) out_ += '{';
        for (const char32_t c : text.text) {
            const auto here = std::find_if(breaks.begin(), breaks.end(),
                                           [this](const Break& own) { return own.at == at_; });
            if (here != breaks.end()) out_ += sense_marks[static_cast<std::size_t>(here->sense)];
            ++at_;
            if (c == U'\n') out_ += " / ";
            else append_utf8(out_, c);
        }
        if (text.reference) out_ += '}';
        if (!text.language.empty()) out_ += fmt::format("</{}>", text.language);
    }

    std::string take() {
        end_link();
        return std::move(out_) + '\n';
    }

private:
    void end_link() {
        if (link_ < 0) return;
        const std::size_t index = link_;
        out_ += fmt::format("]({})", index < links_.size() ? links_[index] : "?");
        link_ = -1;
    }

    const std::vector<std::string>& links_;
    std::string out_;
    TextRole role_ = TextRole::plain;
    int link_ = -1, at_ = 0;
};

std::string line_of(const Inline& content) {
    Line line(content.links);
    for (const Text& text : content.texts) line.add(text, content.breaks);
    return line.take();
}

std::string run_in_words(int level) { return level > 0 ? fmt::format(" run-in {}", level) : ""; }

void dump_block(std::string& out, const Heading& heading, const std::string& indent) {
    out += fmt::format("{}heading {} depth {}: {}", indent, heading.level, heading.depth,
                       line_of(heading.content));
}

void dump_block(std::string& out, const Paragraph& paragraph, const std::string& indent) {
    out += fmt::format("{}paragraph{}: {}", indent, run_in_words(paragraph.run_in),
                       line_of(paragraph.content));
}

void dump_block(std::string& out, const List& list, const std::string& indent) {
    const auto [before, after] = label_marks[static_cast<std::size_t>(list.labels)];
    out += fmt::format("{}list from {}{}{}\n", indent, before, list.first, after);
    for (const ListItem& item : list.items) {
        out +=
            fmt::format("{}  item{}: {}", indent, run_in_words(item.run_in), line_of(item.content));
        for (const List& below : item.below) dump_block(out, below, indent + "    ");
    }
}

void dump_cell(std::string& out, const TableCell& cell, const std::string& indent,
               std::size_t index) {
    out += fmt::format("{}  #{} {},{}", indent, index, cell.row, cell.column);
    if (cell.rows > 1 || cell.columns > 1) out += fmt::format(" {}x{}", cell.rows, cell.columns);
    if (cell.label) out += " label";
    if (cell.scope != Scope::none) out += cell.scope == Scope::row ? " of row" : " of column";
    for (std::size_t i = 0; i < cell.headers.size(); ++i)
        out += fmt::format("{}#{}", i == 0 ? " under " : " ", cell.headers[i]);
    const std::vector<std::string> no_links;
    Line line(no_links);
    for (const Text& text : cell.texts) line.add(text, cell.breaks);
    out += ": " + line.take();
}

void dump_block(std::string& out, const Table& table, const std::string& indent) {
    out += fmt::format("{}table {} {}x{}, head {}: {}\n", indent, table.key, table.rows,
                       table.columns, table.head_rows, table.name);
    for (std::size_t i = 0; i < table.cells.size(); ++i) dump_cell(out, table.cells[i], indent, i);
    for (const Inline& note : table.notes)
        out += fmt::format("{}  note: {}", indent, line_of(note));
}

}  // namespace

std::string dump(const Document& document) {
    const Metadata& metadata = document.metadata;
    std::string out =
        fmt::format("document {} | {} | {}", metadata.title, metadata.author, metadata.language);
    if (metadata.date)
        out += fmt::format(" | {}-{:02}-{:02}", metadata.date->year, metadata.date->month,
                           metadata.date->day);
    out += "\ntitle: " + line_of(document.title);
    const std::string indent = "  ";
    for (const Section& section : document.sections) {
        out += section.form < 0 ? "section\n" : fmt::format("section {}\n", section.form + 1);
        if (section.heading) dump_block(out, *section.heading, indent);
        for (const Block& block : section.blocks)
            std::visit([&](const auto& own) { dump_block(out, own, indent); }, block);
    }
    if (document.signature) {
        out += "signature agency: " + line_of(document.signature->agency);
        out += "signature date: " + line_of(document.signature->date);
    }
    return out;
}

}  // namespace nianbao
