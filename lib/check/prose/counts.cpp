// P-01 to P-05: a count in the prose and the cells that it names.
#include "check/prose/cells.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/words.hpp"
#include "report/speech/spoken.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace nianbao::prose {
namespace {

std::string_view rule_for(const Naming& naming) {
    if (naming.family == Family::result || naming.family == Family::reason) return "P-02";
    if (naming.family == Family::applicant) return "P-03";
    if (naming.family == Family::procedure || naming.family == Family::outcome) return "P-04";
    if (naming.family == Family::thing) return "P-05";
    return "P-01";
}

/// Table two's charges are in 万元, the prose's figure in 元.
Amount in_yuan(Amount amount) {
    for (int i = 0; i < 4; ++i) {
        if (amount.decimals > 0) --amount.decimals;
        else amount.digits *= 10;
    }
    return amount;
}

/// With the reference to copy, where one cell is the right number and the file has keys.
std::string hint_for(const Report& report, const Sum& sum, Speech speech) {
    const Cell* cell = report.cell(sum.field);
    if (cell == nullptr || !(cell->value == sum.value)) return "请核对正文和表格";
    const std::string field = spoken(report.edition, sum.field, speech);
    if (has_no_keys(speech)) return fmt::format("请核对正文和{}", field);
    return fmt::format("请核对正文和表格；正文中写 {{{{{}}}}} 引用这一格，就不会不一致", field);
}

/// The first few: what is likeliest to be meant.
std::string list_of(const std::vector<Sum>& sums) {
    constexpr std::size_t most = 3;
    std::string out;
    for (std::size_t i = 0; i < std::min(sums.size(), most); ++i)
        out += (out.empty() ? "" : "；") + sums[i].says;
    return out;
}

}  // namespace

Span span_of(const Reading& reading, int begin, int end) {
    const auto& at = reading.sentence->at;
    const int from = at[begin];
    return {std::string(reading.field), from, at[end - 1] + 1 - from};
}

void note(const Reading& reading, const Figure& figure, std::string against) {
    if (reading.notes == nullptr) return;
    reading.notes->push_back(
        {span_of(reading, figure.numeral.begin, figure.numeral.end), std::move(against)});
}

std::string written(const Reading& reading, int begin, int end) {
    return to_utf8(reading.between(begin, end));
}

std::string quoted(const Reading& reading, int begin, int end) {
    constexpr int longest = 30;
    const std::u32string_view text = reading.sentence->text;
    const auto part = [&](int from, int to) { return to_utf8(text.substr(from, to - from)); };
    if (end - begin <= longest) return "“" + part(begin, end) + "”";
    return "“" + part(begin, begin + longest / 2) + "……" + part(end - longest / 2, end) + "”";
}

namespace {

/// 公开行政规范性文件2件, 行政许可339项: whether the count is the cell's is not said, so
/// that another number is no finding; the same number is worth noting.
void note_thing(const Report& report, const Reading& reading, std::size_t figure) {
    const auto at =
        std::find_if(reading.tokens.begin(), reading.tokens.end(), [&](const Token& token) {
            return token.role == Role::figure && token.figure == static_cast<int>(figure);
        });
    if (at == reading.tokens.begin() || at == reading.tokens.end() ||
        std::prev(at)->role != Role::thing ||
        !reading.scopes[static_cast<std::size_t>(at - reading.tokens.begin())].plain())
        return;
    const Cells& cells = std::prev(at)->cells;
    const Documents* document = documents_of(cells);
    const auto sum = document != nullptr ? sum_of(report, std::array{Addend{document->made}})
                                         : sum_of(report, cells.front());
    const Numeral& said = reading.figures[figure].numeral;
    if (sum && said.value.digits > 0 && may_be_written(sum->value, said))
        note(reading, reading.figures[figure], sum->says);
}

/// 办理行政复议46件，其中涉及政府信息公开的13件: the cases of all kinds, of which no cell
/// holds the number.
bool is_of_all_cases(const Reading& reading, std::size_t figure) {
    if (reading.namings[figure].family != Family::procedure) return false;
    const auto& tokens = reading.tokens;
    std::size_t i = 0;
    while (i < tokens.size() && tokens[i].figure != static_cast<int>(figure)) ++i;
    std::size_t k = i + 1;
    while (reading.role(k) == Role::comma || reading.role(k) == Role::open) ++k;
    if (k == i + 1 || k >= tokens.size() || reading.role(k) != Role::list) return false;
    std::size_t end = k;
    while (end < tokens.size() && !ends_clause(reading.role(end))) ++end;
    return has_any(reading.between(tokens[k].begin, tokens[end - 1].end),
                   {U"信息公开", U"政务公开"}) &&
           !has_any(reading.between(tokens[0].begin, tokens[i].begin),
                    {U"信息公开", U"政务公开", U"依申请"});
}

/// 市疾控局收到申请7件，由该局另行报告; 全省共收到1930件，不计入本厅: another report's.
bool is_told_elsewhere(const Reading& reading, std::size_t figure) {
    const std::u32string_view text = reading.sentence->text;
    const auto from = static_cast<std::size_t>(reading.figures[figure].end);
    const auto rest = text.substr(from, text.find_first_of(U"；。", from) - from);
    return has_any(
        rest.substr(0, 24),
        {U"另行报告", U"另行公开", U"另行公布", U"另行统计", U"单独报告", U"单独公开", U"分别报告",
         U"自行报告", U"不计入", U"未计入", U"不包括在内", U"不含在内", U"不在此列", U"不在统计",
         U"计入上年", U"已计入", U"不属于政府信息公开", U"不属于信息公开", U"与政府信息公开无关"});
}

/// 没有同一申请人提出十件以上申请: what there is none of is no count.
bool is_denied(const Reading& reading, std::size_t figure) {
    const auto& tokens = reading.tokens;
    std::size_t i = 0;
    while (i < tokens.size() && tokens[i].figure != static_cast<int>(figure)) ++i;
    const Figure& counted = reading.figures[figure];
    if (!reading.sentence->text.substr(static_cast<std::size_t>(counted.end)).starts_with(U"以上"))
        return false;
    while (i > 0 && !ends_clause(reading.role(i - 1))) {
        if (reading.role(--i) == Role::never) return true;
    }
    return false;
}

/// 无法提供（本机关不掌握相关政府信息）17件: the bracket says which of them are counted.
bool is_narrowed(const Reading& reading, const Naming& naming, const Figure& figure) {
    if (naming.begin >= figure.numeral.begin) return false;
    const std::u32string_view words = reading.between(naming.begin, figure.numeral.begin);
    if (!words.ends_with(U'）')) return false;
    const std::size_t open = words.find_last_of(U'（');
    const auto within = words.substr(std::min(open, words.size()));
    return within.size() > 4 && std::none_of(within.begin(), within.end(),
                                             [](char32_t c) { return digit_value(c) >= 0; });
}

}  // namespace

void check_counts(const Report& report, const Reading& reading, std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < reading.figures.size(); ++i) {
        const Naming& naming = reading.namings[i];
        const Figure& figure = reading.figures[i];
        if (figure.referred) note(reading, figure, "引用的单元格");
        if (reading.notes != nullptr && naming.readings.empty() && !figure.referred)
            note_thing(report, reading, i);
        if (naming.readings.empty() || figure.referred || is_of_all_cases(reading, i) ||
            is_denied(reading, i))
            continue;

        const auto sums_of = [&](const Readings& readings) {
            std::vector<Sum> sums;
            for (const Addends& one : readings) {
                const std::optional<Sum> sum = sum_of(report, one);
                if (!sum || sum->value.digits < 0) continue;
                const bool seen = std::any_of(sums.begin(), sums.end(), [&](const Sum& other) {
                    return other.value == sum->value && other.says.size() <= sum->says.size();
                });
                if (!seen) sums.push_back(*sum);
            }
            return sums;
        };
        const auto fits = [&](const Amount& value) {
            return may_be_written(figure.kind == FigureKind::money ? in_yuan(value) : value,
                                  figure.numeral);
        };
        const auto is_right = [&](const Addends& one) {
            const std::optional<Amount> value = value_of(report, one);
            return value && value->digits >= 0 && fits(*value);
        };
        const auto tell = [&](const Readings& readings) {
            const auto right = std::find_if(readings.begin(), readings.end(), is_right);
            if (right != readings.end()) {
                if (reading.notes != nullptr) note(reading, figure, sum_of(report, *right)->says);
                return;
            }
            const std::vector<Sum> sums = sums_of(readings);
            if (sums.empty() || is_told_elsewhere(reading, i) ||
                is_narrowed(reading, naming, figure))
                return;

            bool sure = naming.surety == Surety::certain && reading.surety == Surety::certain;
            if ((naming.family == Family::procedure || naming.family == Family::outcome) &&
                figure.numeral.value.digits !=
                    0) {  // 行政诉讼 of one block alone: hardly, but it has been meant
                for (const std::span<const Addend> one : readings) {
                    if (one.size() < 2) continue;
                    const auto alone = [&](std::span<const Addend> block) {
                        const std::optional<Amount> value = value_of(report, block);
                        return value && fits(*value);
                    };
                    if (alone(one.first(1)) || (one.size() == 2 && alone(one.last(1))))
                        sure = false;
                }
            }
            const int begin = std::min(naming.begin, figure.numeral.begin);
            const std::string said = quoted(reading, begin, std::max(figure.end, begin + 1));
            const std::string message =
                fmt::format("{}{}表中的数不符：{}", said, sure ? "与" : "可能与", list_of(sums));
            const std::string hint =
                sure ? hint_for(report, sums.front(), reading.speech)
                     : "如果说的不是同一件事（另一年度、另一单位、只是其中一部分），不必改动";
            const std::vector<Value> values = {{"found", figure.numeral.value.to_string()},
                                               {"expected", sums.front().value.to_string()},
                                               {"cell", sums.front().field}};
            const Span where = span_of(reading, figure.numeral.begin, figure.numeral.end);
            findings.push_back(
                (sure ? finding_of : doubt_of)(rule_for(naming), where, message, hint, values));
        };
        tell(naming.readings);
        for (const auto& also : naming.each) tell(also);
    }
}

}  // namespace nianbao::prose
