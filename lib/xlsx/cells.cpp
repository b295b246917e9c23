// What the sheets share: how values stand in cells, what may be typed into them.
#include "report/workbook.hpp"
#include "report/written/written.hpp"
#include "text/utf8.hpp"
#include "xlsx/filling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace nianbao::xlsx {
namespace {

/// What a number of a sheet keeps.
constexpr std::size_t most_digits = 15;
/// Han characters are a little wider than two digits.
constexpr double width_of_a_column = 1.08;

/// True if a number prints as it was written: 12.5, but not 12.50.
bool prints_alike(const Amount& amount) {
    const std::string text = amount.to_string();
    const auto digits = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c != '.' && c != '-'; }));
    return amount.digits >= 0 && digits <= most_digits &&
           (amount.decimals == 0 || amount.digits % 10 != 0);
}

/// The texts of a value and those below it.
void add_parts(const Written& value, const std::string& path, Parts& parts) {
    const bool list = value.kind == Written::Kind::list;
    if (!list && value.kind != Written::Kind::mapping) {
        parts.emplace_back(path, value.text);
        return;
    }
    const std::string before = path.empty() ? "" : path + ".";
    for (std::size_t i = 0; i < value.members.size(); ++i)
        add_parts(value.members[i], before + (list ? std::to_string(i) : value.members[i].key),
                  parts);
}

/// A validation of cells by a formula, in which {0} is the cell.
Validation custom(const std::vector<At>& cells, std::string_view formula, std::string title,
                  std::string message) {
    Validation validation;
    validation.areas = areas_of(cells);
    validation.formula =
        fmt::format(fmt::runtime(formula), name_of(validation.areas.front().first));
    validation.title = std::move(title);
    validation.message = std::move(message);
    return validation;
}

}  // namespace

const Style title_style{.face = Face::hei, .points = 16, .across = Across::centre, .wrapped = true};
const Style label_style{.bordered = true, .across = Across::centre, .wrapped = true};
const Style hint_style{.face = Face::fang,
                       .points = 10,
                       .colour = Colour::grey,
                       .across = Across::left,
                       .wrapped = true};
const Style input_style{.fill = Fill::input,
                        .bordered = true,
                        .across = Across::left,
                        .wrapped = true,
                        .unlocked = true};

Content content_of(const Cell& cell) {
    std::string printed = cell.printed();
    if (!cell.remark.empty())
        return text_of(fmt::format("{}{}{}{}", printed, workbook::remark_begin, cell.remark,
                                   workbook::remark_end));
    return cell.text.empty() ? content_of(cell.value) : text_of(printed);
}

Content content_of(const Amount& amount) {
    return prints_alike(amount) ? number_of(amount.to_string()) : text_of(amount.to_string());
}

std::vector<Area> areas_of(std::vector<At> cells) {
    std::sort(cells.begin(), cells.end());
    std::vector<Area> rows, areas;
    for (const At at : cells) {
        if (!rows.empty() && rows.back().last == At{at.row, at.column - 1}) rows.back().last = at;
        else rows.push_back({at, at});
    }
    for (const Area& row : rows) {
        const auto above = std::find_if(areas.begin(), areas.end(), [&](const Area& area) {
            return area.last.row == row.first.row - 1 && area.last.column == row.last.column &&
                   area.first.column == row.first.column;
        });
        if (above != areas.end()) above->last = row.last;
        else areas.push_back(row);
    }
    return areas;
}

Content date_of(const Date& date) {
    using namespace std::chrono;
    const sys_days day = year(date.year) / date.month / date.day,
                   first = year(1899) / December / 30;
    return number_of(std::to_string((day - first).count()));
}

std::vector<std::string> paragraphs_of(std::string_view text) {
    std::vector<std::string> paragraphs;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        paragraphs.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return paragraphs;
}

Parts parts_of(const Report& report) {
    Parts parts;
    add_parts(written_without_tables(report, Keys::english), "", parts);
    return parts;
}

std::string_view text_at(const Parts& parts, std::string_view path) {
    for (const auto& part : parts) {
        if (part.first == path) return part.second;
    }
    return {};
}

Validation whole_numbers(const std::vector<At>& cells) {
    return custom(
        cells,
        R"x(IF(ISNUMBER({0}),AND({0}>=0,{0}=INT({0}),{0}<1E+12),)x"
        R"x(AND(ISNUMBER(VALUE(LEFT({0},FIND("（",SUBSTITUTE({0},"(","（"))-1))),)x"
        R"x(RIGHT(SUBSTITUTE({0},")","）"),1)="）")))x",
        "要填整数",
        "这里填 0 或正整数，没有的填 0，不写单位。数后面要说明的，写作：22（其中修订16件）");
}

Validation amounts(const std::vector<At>& cells) {
    return custom(cells,
                  R"x(IF(ISNUMBER({0}),AND({0}>=0,{0}<1E+12),)x"
                  R"x(ISNUMBER(VALUE(LEFT({0},FIND("（",SUBSTITUTE({0},"(","（")&"（")-1)))))x",
                  "要填金额", "这里填 0 或金额的数字，没有的填 0，不写单位");
}

int lines_in(std::string_view text, double width) {
    int lines = 0;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const double needed = display_width(text.substr(0, end)) * width_of_a_column;
        lines += std::max(1, static_cast<int>(std::ceil(needed / width)));
        if (end == text.size()) return lines;
        text.remove_prefix(end + 1);
    }
}

}  // namespace nianbao::xlsx
