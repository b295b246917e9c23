#include "xlsx/mark/notes.hpp"

#include "notation/office/xml_places.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view author = "nianbao";  // never a person

std::string run_of(std::string_view prefix, std::string_view text) {
    return fmt::format("<{0}r><{0}t xml:space=\"preserve\">{1}</{0}t></{0}r>", prefix,
                       xml_text(text));
}

int count_of(std::string_view xml, std::string_view mark) {
    int count = 0;
    for (std::size_t at = xml.find(mark); at != xml.npos; at = xml.find(mark, at + 1)) ++count;
    return count;
}

/// Where the text of a cell's note ends; npos if the cell has none.
std::size_t end_of_note(std::string_view comments, std::string_view prefix,
                        const std::string& address) {
    for (const char quote : {'"', '\''}) {
        const std::size_t at = comments.find(fmt::format(" ref={0}{1}{0}", quote, address));
        if (at == comments.npos) continue;
        return comments.find(fmt::format("</{}text>", prefix), at);
    }
    return comments.npos;
}

}  // namespace

std::string with_notes(std::string comments, const std::vector<CellNote>& notes,
                       std::vector<CellNote>& added) {
    if (comments.empty())
        comments = fmt::format(
            "{}<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            "<authors></authors><commentList></commentList></comments>",
            declaration);
    const std::string prefix(root_of(comments).prefix);
    const XmlPlace authors = child_of_root(comments, {"authors"});
    const int own = count_of(comments.substr(authors.begin, authors.end - authors.begin),
                             fmt::format("<{}author>", prefix));
    append_to(comments, authors, fmt::format("<{0}author>{1}</{0}author>", prefix, author));
    for (const CellNote& note : notes) {
        const std::size_t end = end_of_note(comments, prefix, note.address);
        if (end != comments.npos) {
            comments.insert(end, run_of(prefix, "\n" + note.text));
            continue;
        }
        append_to(comments, child_of_root(comments, {"commentList"}),
                  fmt::format("<{0}comment ref=\"{1}\" authorId=\"{2}\"><{0}text>{3}</{0}text>"
                              "</{0}comment>",
                              prefix, note.address, own, run_of(prefix, note.text)));
        added.push_back(note);
    }
    return comments;
}

std::string with_shapes(std::string drawing, const std::vector<CellNote>& notes) {
    if (drawing.empty())
        drawing =
            "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
            "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
            "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
            "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
            "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
            "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>";
    std::string shapes;
    int number = 9000;  // beyond those that other programs count from 1025 on
    for (const CellNote& note : notes) {
        const int lines = 2 + static_cast<int>(note.text.size()) / 45;
        shapes += fmt::format(
            "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" "
            "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
            "xmlns:x=\"urn:schemas-microsoft-com:office:excel\" "
            "id=\"_x0000_s{0}\" type=\"#_x0000_t202\" "
            "style=\"position:absolute;width:210pt;height:{1}pt;z-index:{0};visibility:hidden\" "
            "fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
            "<v:path o:connecttype=\"none\"/>"
            "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div>"
            "</v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
            "<x:Anchor>{2}, 15, {3}, 2, {4}, 31, {5}, 1</x:Anchor><x:AutoFill>False</x:AutoFill>"
            "<x:Row>{6}</x:Row><x:Column>{7}</x:Column></x:ClientData></v:shape>",
            ++number, std::min(15 * lines, 200), note.column, std::max(note.row - 2, 0),
            note.column + 3, note.row + lines, note.row - 1, note.column - 1);
    }
    append_to(drawing, root_of(drawing), shapes);
    return drawing;
}

}  // namespace nianbao
