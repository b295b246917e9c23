// P-04: how the cases just counted ended, where a clause says it without a count of its
// own: 复议机关维持了我局答复, 法院已全部审结, 均判决撤销, 行政复议1件（纠正）.
#include "check/prose/cells.hpp"
#include "check/prose/claims/told.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace nianbao::prose {
namespace {

/// How an outcome is said somewhere in a clause; `ended`: none may be pending.
struct Ending {
    std::u32string_view words;
    Column column = Column::total;
    bool ended = false;
};
constexpr Ending endings[] = {{U"尚未审结", Column::pending},   {U"未审结", Column::pending},
                              {U"正在审理", Column::pending},   {U"在审", Column::pending},
                              {U"确认违法", Column::corrected}, {U"责令重新", Column::corrected},
                              {U"责令重作", Column::corrected}, {U"撤销我", Column::corrected},
                              {U"撤销了我", Column::corrected}, {U"撤销答复", Column::corrected},
                              {U"撤销原", Column::corrected},   {U"判决撤销", Column::corrected},
                              {U"纠正", Column::corrected},     {U"纠错", Column::corrected},
                              {U"败诉", Column::corrected},     {U"维持", Column::upheld},
                              {U"已审结", Column::total, true}, {U"全部审结", Column::total, true},
                              {U"均审结", Column::total, true}, {U"已结案", Column::total, true},
                              {U"已判决", Column::total, true}, {U"全部结案", Column::total, true}};

class Ends {
public:
    Ends(const Report& report, const Reading& reading, std::vector<Finding>& findings)
        : report_(report), reading_(reading), text_(reading.sentence->text), findings_(findings) {}

    void check() {
        if (!about_cases()) return;
        for (std::size_t begin = 0; begin < text_.size();) {
            const std::size_t end =
                std::min(text_.find_first_of(U"，；。：（）", begin), text_.size());
            if (end > begin + 1) clause(begin, end);
            begin = end + 1;
        }
    }

private:
    bool about_cases() const {
        if (has_any(text_, {U"信息公开", U"依申请", U"政务公开", U"公开答复"}) ||
            has_any(reading_.sentence->heading, {U"依申请", U"申请公开", U"复议"}))
            return !has_any(text_, {U"公开无关", U"不涉及"});
        return report_.kind != Kind::government && report_.kind != Kind::office &&
               report_.agency.find("司法") == std::string::npos && !has(text_, U"因");
    }

    void clause(std::size_t begin, std::size_t end) {
        const std::u32string_view words = text_.substr(begin, end - begin);
        const auto* const ending =
            std::find_if(std::begin(endings), std::end(endings),
                         [&](const Ending& one) { return has(words, one.words); });
        constexpr std::size_t longest = 18;
        if (ending == std::end(endings) || words.size() > longest ||
            has_any(words,
                    {U"率", U"部分", U"未被", U"情况", U"风险", U"避免", U"可能", U"防止", U"通报",
                     U"或", U"要求", U"案例", U"如", U"对", U"整改", U"减少", U"其余", U"另"}))
            return;
        const bool all = has_any(words, {U"均", U"都", U"皆", U"全部"});
        const std::size_t none = std::min(words.find(U"无"), words.find(U"未"));
        const bool denied = none < words.find(ending->words);
        if (denied && ending->column != Column::corrected) return;

        // The cases: those that the clause counts itself, else those counted before it.
        std::optional<Amount> counted;
        std::size_t at = reading_.tokens.size();
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            const auto place = static_cast<std::size_t>(reading_.tokens[i].begin);
            if (place >= begin && place < end && reading_.role(i) == Role::figure) {
                // 诉讼中4件均已维持; 3件维持 is a count that names its cell.
                const bool only = reading_.figure(i).numeral.value == Amount{1, 0} &&
                                  reading_.role(i + 1) == Role::outcome;  // 复议1件纠正
                if (!(all || only) || counted || reading_.figure(i).kind != FigureKind::count)
                    return;
                counted = reading_.figure(i).numeral.value;
                at = i;
            }
            if (place >= end) break;
        }
        const bool itself = counted.has_value();
        for (std::size_t i = reading_.tokens.size(); i-- > 0 && !counted;) {
            if (static_cast<std::size_t>(reading_.tokens[i].begin) >= begin ||
                reading_.role(i) != Role::figure || reading_.is_date(i))
                continue;
            if (reading_.naming(i).family != Family::procedure) return;
            // 复议1件、诉讼0件，复议结果为维持: of those that the clause names
            const Readings named = procedure_before(begin, end);
            if (!named.empty() && !reading_.naming(i).readings.empty() &&
                reading_.naming(i).readings.front() != named.front())
                continue;
            counted = reading_.figure(i).numeral.value;
            at = i;
        }
        if (!counted || counted->digits <= 0 || !reading_.scopes[at].plain()) return;
        if (!all && !denied && !(*counted == Amount{1, 0})) return;
        const Readings of = itself ? procedure_before(begin, end) : cases(at, words);
        if (of.empty()) return;
        judge(of.front(), *ending, *counted, all, denied, begin, end);
    }

    /// 诉讼中4件均维持: the procedure named last before the end of the clause.
    Readings procedure_before(std::size_t begin, std::size_t end) const {
        Readings found;
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            const auto place = static_cast<std::size_t>(reading_.tokens[i].begin);
            if (reading_.role(i) == Role::procedure && place < end && place >= begin)
                found = readings_of(reading_.tokens[i].cells);
        }
        return found;
    }

    /// The cells of the cases counted at token i; 法院 and 起诉 speak of the other ones.
    Readings cases(std::size_t i, std::u32string_view words) const {
        const Readings of = reading_.naming(i).readings;
        if (of.empty()) return of;
        const bool court = has_any(words, {U"法院", U"判决", U"判"});
        const bool reconsidered = of.front() == readings_of(cells_reconsideration).front();
        if (court && reconsidered) return {};
        if (has_any(words, {U"复议", U"政府"}) && !reconsidered) return {};
        return of;
    }

    void judge(const Addends& of, const Ending& ending, const Amount& counted, bool all,
               bool denied, std::size_t begin, std::size_t end) {
        const Column column = ending.ended ? Column::pending : ending.column;
        const auto sum = sum_of(report_, narrowed({of}, column).front());
        const auto total = sum_of(report_, of);
        if (!sum || !total || !(total->value == counted)) return;
        const bool none = denied || ending.ended;
        if (none ? sum->value.digits == 0 : compare(sum->value, all ? counted : Amount{1, 0}) >= 0)
            return;
        const Span where = span_of(reading_, static_cast<int>(begin), static_cast<int>(end));
        if (is_told(findings_, where)) return;
        findings_.push_back(doubt_of(
            none ? "P-06" : "P-04", where,
            fmt::format("{}可能与表中的数不符：{}，{}",
                        quoted(reading_, static_cast<int>(begin), static_cast<int>(end)), sum->says,
                        total->says),
            "请核对正文和表格", {{"expected", sum->value.to_string()}, {"cell", sum->field}}));
    }

    const Report& report_;
    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_outcomes_said(const Report& report, const Reading& reading,
                         std::vector<Finding>& findings) {
    const bool may = std::any_of(reading.namings.begin(), reading.namings.end(),
                                 [](const Naming& one) { return one.family == Family::procedure; });
    if (may) Ends(report, reading, findings).check();
}

}  // namespace nianbao::prose
