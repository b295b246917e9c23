#include "nianbao/document.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::string_view paragraph_names[] = {"title", "body", "heading1", "heading2", "heading3", "heading4", "note", "signature agency", "signature date"};
constexpr std::string_view font_names[] = {"title", "body", "heading1", "heading2", "table", "latin"};

/// The texts in one line, each change of face marked: 〈heading2〉（一）主动公开情况〈body〉。…
std::string texts_of(const std::vector<Text>& texts, FontRole usual) {
    std::string out;
    FontRole current = usual;
    for (const Text& text : texts) {
        if (text.font != current) out += fmt::format("<{}>", font_names[static_cast<std::size_t>(text.font)]);
        current = text.font;
        for (char32_t c : text.text) {
            if (c == U'\n') out += " / ";
            else append_utf8(out, c);
        }
    }
    return out;
}

void dump_table(std::string& out, const Table& table) {
    out += fmt::format("table {} {}x{}, head {}\n", table.key, table.rows, table.columns, table.head_rows);
    for (const TableCell& cell : table.cells) {
        out += fmt::format("  {},{}", cell.row, cell.column);
        if (cell.rows > 1 || cell.columns > 1) out += fmt::format(" {}x{}", cell.rows, cell.columns);
        if (cell.label) out += cell.scope == Scope::row ? " row" : " column";
        out += ": ";
        std::u32string text;
        for (const Text& part : cell.texts) text += part.text;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (std::find(cell.breaks.begin(), cell.breaks.end(), static_cast<int>(i)) != cell.breaks.end()) out += '|';
            append_utf8(out, text[i]);
        }
        out += '\n';
    }
}

}  // namespace

std::string dump(const Document& document) {
    const Metadata& metadata = document.metadata;
    std::string out = fmt::format("document {} | {} | {}", metadata.title, metadata.author, metadata.language);
    if (metadata.date) out += fmt::format(" | {}-{:02}-{:02}", metadata.date->year, metadata.date->month, metadata.date->day);
    out += '\n';
    for (const Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            const FontRole usual = paragraph->texts.empty() ? FontRole::body : paragraph->texts.front().font;
            out += fmt::format("{} <{}>: {}\n", paragraph_names[static_cast<std::size_t>(paragraph->role)], font_names[static_cast<std::size_t>(usual)],
                               texts_of(paragraph->texts, usual));
        } else {
            dump_table(out, std::get<Table>(block));
        }
    }
    return out;
}

}  // namespace nianbao
