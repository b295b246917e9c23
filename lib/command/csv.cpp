#include "command/csv.hpp"
#include "file/shown_name.hpp"

#include <fmt/format.h>

#include <initializer_list>
#include <string_view>

namespace nianbao {
namespace {

/// A field in quotes. What a spreadsheet would take for a formula begins with a blank.
std::string field(std::string_view text) {
    constexpr std::string_view formulas = "=+-@\t\r";
    std::string quoted = "\"";
    if (!text.empty() && formulas.find(text.front()) != formulas.npos) quoted += ' ';
    for (char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted += '"';
}

std::string line(std::initializer_list<std::string_view> fields) {
    std::string text;
    for (std::string_view one : fields) text += (text.empty() ? "" : ",") + field(one);
    return text + "\r\n";
}

/// "第17行第14列": 17:14 would be read as a time of day.
std::string place(const Place& place) {
    if (place.row == 0) return {};
    if (place.kind == Place::Kind::text)
        return fmt::format("第{}行第{}列", place.row, place.column);
    Place own = place;
    own.file.clear();
    std::string text = place_text(own);
    const std::string_view colon = "：";
    return text.starts_with(colon) ? text.substr(colon.size()) : text;
}

}  // namespace

std::string csv_head() {
    return "\xEF\xBB\xBF" + line({"单位", "年度", "文件", "位置", "级别", "代码", "问题", "提示"});
}

std::string csv(const Outcome& outcome) {
    const std::string year = outcome.year == 0 ? "" : std::to_string(outcome.year);
    std::string text;
    for (const Finding& finding : outcome.findings) {
        text += line({outcome.agency, year, shown_name(outcome.name), place(finding.place),
                      level_of(finding), finding.rule, finding.message,
                      finding.waived.empty() ? finding.hint : "豁免理由：" + finding.waived});
    }
    if (outcome.evidence) {
        for (const Evidence& one : *outcome.evidence)
            text += line({outcome.agency, year, shown_name(outcome.name),
                          place(outcome.source.place(one.where)), held_text(one.held), "", one.said,
                          one.against});
    }
    if (outcome.status == Status::failed)
        text += line({outcome.agency, year, shown_name(outcome.name), "", "机器出错", "",
                      outcome.failure, ""});
    return text;
}

}  // namespace nianbao
