#include "html/tables.hpp"

#include "html/markup.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

namespace nianbao::html {
namespace {

constexpr int many_columns = 6;  // with more a table is wider than a phone

/// What a part of a page has instead of a style sheet. It is right without it. A table
/// that is wider than a phone scrolls in itself, so that no number is divided.
constexpr std::string_view table_style =
                               " style=\"display:block;overflow-x:auto;border-collapse:collapse\"",
                           label_style = " style=\"border:1px solid #767676;padding:4px 6px\"",
                           number_style =
                               " style=\"border:1px solid #767676;padding:4px 6px;"
                               "text-align:right\"",
                           note_style = " style=\"text-indent:0\"";

class TableWriter {
public:
    TableWriter(std::string& out, const Table& table, int number, bool whole)
        : out_(out), table_(table), number_(number), whole_(whole), named_(table.cells.size()) {
        for (const TableCell& cell : table.cells) {
            for (const int header : cell.headers) named_[header] = true;
        }
    }

    void write() {
        if (whole_) begin_region();
        else begin_part();
        std::size_t next = 0;
        if (table_.head_rows > 0) rows("thead", 0, table_.head_rows, next);
        rows("tbody", table_.head_rows, table_.rows, next);
        out_ += whole_ ? "</table>\n</div>\n" : "</table>\n";
        for (const Inline& note : table_.notes) {
            out_ += fmt::format("<p{}>", whole_ ? std::string_view(" class=\"n\"") : note_style);
            append_inline(out_, note);
            out_ += "</p>\n";
        }
    }

private:
    /// A wide table scrolls in a region of its own.
    void begin_region() {
        const std::string name = escaped(table_.name);
        out_ += fmt::format(
            "<div class=\"t\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">\n<table{}>\n",
            name.empty() ? std::string("表格") : name,
            table_.columns > many_columns ? " class=\"w\"" : "");
        if (!name.empty())
            out_ += fmt::format("<caption><span class=\"v\">{}</span></caption>\n", name);
    }

    /// wangEditor makes text of a table that stands in a div; KindEditor shows a caption
    /// that is hidden, and the heading before the table says the same.
    void begin_part() {
        out_ += fmt::format("<table{} tabindex=\"0\"", table_style);
        if (!table_.name.empty()) out_ += fmt::format(" aria-label=\"{}\"", escaped(table_.name));
        out_ += ">\n";
    }

    void rows(std::string_view element, int begin, int end, std::size_t& next) {
        out_ += fmt::format("<{}>\n", element);
        for (int row = begin; row < end; ++row) {
            out_ += "<tr>";
            for (; next < table_.cells.size() && table_.cells[next].row == row; ++next) cell(next);
            out_ += "</tr>\n";
        }
        out_ += fmt::format("</{}>\n", element);
    }

    std::string id(std::size_t cell) const {
        return fmt::format("{}{}", static_cast<char>('a' + number_ % 26),
                           number_ / 26 * 1'000'000 + static_cast<int>(cell));
    }

    void cell(std::size_t at) {
        const TableCell& cell = table_.cells[at];
        const bool header = cell.label && cell.scope != Scope::none;
        out_ += header ? "<th" : "<td";
        if (header) out_ += cell.scope == Scope::column ? " scope=\"col\"" : " scope=\"row\"";
        if (named_[at]) out_ += fmt::format(" id=\"{}\"", id(at));
        if (cell.rows > 1) out_ += fmt::format(" rowspan=\"{}\"", cell.rows);
        if (cell.columns > 1) out_ += fmt::format(" colspan=\"{}\"", cell.columns);
        if (!cell.headers.empty()) {
            out_ += " headers=\"";
            for (std::size_t i = 0; i < cell.headers.size(); ++i)
                (out_ += i > 0 ? " " : "") += id(cell.headers[i]);
            out_ += '"';
        }
        if (!whole_) out_ += cell.label ? label_style : number_style;
        else if (cell.label && (!header || in_body_head(cell))) out_ += " class=\"c\"";
        out_ += '>';
        for (const Text& text : cell.texts) append_text(out_, text.text);
        out_ += header ? "</th>" : "</td>";
    }

    /// Some forms have rows of labels between the others.
    bool in_body_head(const TableCell& cell) const {
        return cell.scope == Scope::column && cell.row >= table_.head_rows;
    }

    std::string& out_;
    const Table& table_;
    int number_;
    bool whole_;
    std::vector<bool> named_;  // cells that others name as their headers
};

}  // namespace

void append_table(std::string& out, const Table& table, int number, bool whole) {
    TableWriter(out, table, number, whole).write();
}

void append_inline(std::string& out, const Inline& content) {
    int link = -1;
    const auto end_link = [&] {
        if (link >= 0) out += "</a>";
        link = -1;
    };
    for (const Text& text : content.texts) {
        const bool leads = text.link >= 0 && may_lead_to(content.links[text.link]);
        const int own = leads ? text.link : -1;
        if (own != link) {
            end_link();
            if (own >= 0) out += fmt::format("<a href=\"{}\">", escaped(content.links[own]));
            link = own;
        }
        const bool heading = text.role == TextRole::heading;
        const std::string language = escaped(text.language);
        if (heading) out += "<strong>";
        if (!language.empty()) out += fmt::format("<span lang=\"{}\">", language);
        std::u32string_view rest = text.text;
        for (auto end = rest.find(U'\n'); end != rest.npos; end = rest.find(U'\n')) {
            append_text(out, rest.substr(0, end));
            out += "<br>";
            rest.remove_prefix(end + 1);
        }
        append_text(out, rest);
        if (!language.empty()) out += "</span>";
        if (heading) out += "</strong>";
    }
    end_link();
}

}  // namespace nianbao::html
