#include "county/letters/place_words.hpp"

#include "report/cells.hpp"
#include "report/fields.hpp"
#include "report/forms/editions.hpp"
#include "text/han_number.hpp"
#include "text/headings.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

namespace nianbao::letters {
namespace {

/// The parts of a report in its order. `text`: one in which a place can be named.
struct Part {
    std::string_view key, words;
    std::string Report::*text = nullptr;
};
constexpr Part parts[] = {
    {"form", "格式"},
    {"agency", "单位名称"},
    {"kind", "单位类别"},
    {"year", "年度"},
    {"title", "标题"},
    {"published", "发布日期"},
    {"contact", "联系方式"},
    {"introduction", "引言"},
    {"overview", "第一部分", &Report::overview},
    {"disclosure", "第二部分表格"},
    {"applications", "第三部分表格"},
    {"disputes", "第四部分表格"},
    {"problems", "第五部分", &Report::problems},
    {"processing_fees", "第六部分信息处理费"},
    {"other", "第六部分", &Report::other},
    {"signature", "落款"},
};

/// The form with that key, and of an edition that has the cell, else of the last one.
const Form* form_with(std::string_view table, std::string_view path, const Report* report) {
    const Form* found = nullptr;
    for (const Edition* edition : every_edition) {
        for (const Form* form : edition->forms) {
            if (form->key != table) continue;
            if (report != nullptr && report->edition == edition) return form;
            if (found == nullptr || find_entry(*form, path) >= 0) found = form;
        }
    }
    return found;
}

/// “自然人”列“本年新收”, “行政复议”“结果维持”, “行政处罚”; of a group its names alone.
void name_cell(const Form& form, std::string_view path, PlaceWords& place) {
    const int entry = find_entry(form, path);
    if (entry < 0) {
        int field = -1;
        for (std::size_t from = 0; from <= path.size();) {
            const std::size_t dot = std::min(path.find('.', from), path.size());
            field = find_field(form.fields, field, path.substr(from, dot - from));
            if (field < 0) return;
            const std::string_view name = form_field(form, field).name;
            place.words += fmt::format("“{}”", name);
            place.name = name;
            from = dot + 1;
        }
        return;
    }
    place.offset = entry;
    const std::string name = cell_name(form, entry);
    place.cell = name;
    const std::size_t dot = name.rfind("·");
    if (dot == name.npos) {
        place.words += fmt::format("“{}”", name);
        place.name = name;
        return;
    }
    const std::string before = name.substr(0, dot), last = name.substr(dot + 2);
    if (form.key == "applications") place.words += fmt::format("“{}”列“{}”", last, before);
    else place.words += fmt::format("“{}”“{}”", before, last);
    place.name = form.key == "applications" ? last : before;
}

/// （二） of the nearest heading above that is numbered so; else the number of the
/// paragraph, if there are several.
std::string within(const std::string& field, int offset) {
    const std::u32string text = to_utf32(field);
    std::vector<std::u32string_view> lines;
    int at = 0, own = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(U'\n', from), text.size());
        if (static_cast<int>(from) <= offset) own = at;
        lines.push_back(std::u32string_view(text).substr(from, end - from));
        ++at;
        from = end + 1;
    }
    const std::vector<LineRole> roles = line_roles(lines);
    for (int line = own; line >= 0; --line) {
        const LineRole& role = roles[static_cast<std::size_t>(line)];
        if (role.numbering.level != 2 || role.kind == LineKind::text) continue;
        return fmt::format("（{}）", han_number(role.numbering.number));
    }
    if (lines.size() < 2) return {};
    const auto filled = [](std::u32string_view line) { return !line.empty(); };
    return fmt::format("第{}段", std::count_if(lines.begin(), lines.begin() + own + 1, filled));
}

/// Where in the office's own file, if it is known.
std::string in_file(const Place& place) {
    if (place.row == 0) return {};
    switch (place.kind) {
        case Place::Kind::cell:
            return fmt::format("工作表“{}”{}格", place.sheet, cell_address(place));
        case Place::Kind::paragraph:
            return fmt::format("第{}段", place.row);
        case Place::Kind::table:
            return fmt::format("{}第{}行第{}列", place.sheet, place.row, place.column);
        case Place::Kind::text:
            return fmt::format("文件第{}行", place.row);
    }
    return {};
}

}  // namespace

PlaceWords place_words(const Finding& finding, const Report* report) {
    const std::string_view path = finding.where.field;
    const std::size_t dot = std::min(path.find('.'), path.size());
    PlaceWords place;
    const auto part = std::find_if(std::begin(parts), std::end(parts),
                                   [&](const Part& own) { return own.key == path.substr(0, dot); });
    place.offset = finding.where.offset;
    if (part == std::end(parts)) {
        place.words = in_file(finding.place);
        return place;
    }
    place.words = part->words;
    place.order = static_cast<int>(part - std::begin(parts)) + 1;
    const int own = find_field(report_fields, -1, part->key);
    if (own >= 0) place.name = report_fields[own].name;
    const std::string_view rest = dot < path.size() ? path.substr(dot + 1) : std::string_view();
    if (const Form* form = form_with(part->key, rest, report); form != nullptr) {
        if (!rest.empty() && rest != "note") name_cell(*form, rest, place);
        else if (rest == "note") place.words += "的注";
    } else if (part->text != nullptr && report != nullptr && finding.where.length > 0) {
        place.words += within(report->*part->text, finding.where.offset);
    }
    return place;
}

}  // namespace nianbao::letters
