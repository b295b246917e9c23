// P-03: who applied, in other words than the table's: 村民18件, 企业1件; 由一家企业提出, 三位申请人
// 均为企业, of those that were just counted.
#include "check/prose/cells.hpp"
#include "check/prose/claims/told.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace nianbao::prose {
namespace {

struct ApplicantWord {
    std::u32string_view name;
    Column column;
};
constexpr ApplicantWord applicant_words[] = {
    {U"企业", Column::legal},           {U"公司", Column::legal},
    {U"律师事务所", Column::legal},     {U"法人", Column::legal},
    {U"合作社", Column::legal},         {U"村民", Column::natural_person},
    {U"居民", Column::natural_person},  {U"市民", Column::natural_person},
    {U"农户", Column::natural_person},  {U"农民", Column::natural_person},
    {U"公民", Column::natural_person},  {U"个人", Column::natural_person},
    {U"自然人", Column::natural_person}};

constexpr std::u32string_view ends_of_words = U"，。；：、（）";

class Who {
public:
    Who(const Report& report, const std::vector<Reading>& readings, std::size_t at,
        std::vector<Finding>& findings)
        : report_(report),
          readings_(readings),
          at_(at),
          reading_(readings[at]),
          text_(reading_.sentence->text),
          findings_(findings) {}

    void check() {
        for (std::size_t begin = 0; begin < text_.size();) {
            const auto end = std::min(text_.find_first_of(ends_of_words, begin), text_.size());
            if (end > begin + 2) clause(begin, end);
            begin = end + 1;
        }
    }

private:
    void clause(std::size_t begin, std::size_t end) {
        std::u32string_view words = text_.substr(begin, end - begin);
        cut(words, {U"全年", U"共", U"收到", U"受理", U"接收", U"新收", U"其中", U"申请人", U"申请",
                    U"三位", U"两位", U"两名", U"二人", U"均", U"全部", U"都", U"系", U"分别"});
        const bool all = has_any(text_.substr(begin, end - begin), {U"均", U"全部", U"都"});
        bool link = cut(words, {U"来自于", U"来自", U"由", U"为", U"是"});
        const bool one = cut(
            words, {U"一名", U"一家", U"一位", U"1名", U"1家", U"1位", U"本地", U"辖区", U"某"});
        const auto* const kind =
            std::find_if(std::begin(applicant_words), std::end(applicant_words),
                         [&](const ApplicantWord& each) { return words.starts_with(each.name); });
        if (kind == std::end(applicant_words)) return;
        words.remove_prefix(kind->name.size());
        const bool applies = cut(words, {U"提出的", U"提交的", U"提出", U"提交",
                                         U"政府信息公开申请", U"信息公开申请", U"申请的", U"申请"});
        const std::size_t figure = figure_in(begin, end);
        if (figure < reading_.figures.size()) {
            // 村民18件, 企业1件: behind the kind there is nothing but the count.
            const Figure& count = reading_.figures[figure];
            const auto rest = static_cast<std::size_t>(count.end - count.numeral.begin);
            if (one || count.kind != FigureKind::count || words.size() < rest ||
                !(words.size() == rest || (applies && words.size() - rest <= 9)) ||
                !(link || applies || beside_applicants(figure)))
                return;
            return judge(kind->column, count.numeral.value, begin, end);
        }
        if (!words.empty() || !(link || applies) || !(all || one || link)) return;
        const auto counted = counted_before(begin);
        if (counted && counted->digits > 0 && (all || *counted == Amount{1, 0}))
            judge(kind->column, *counted, begin, end);
    }

    static bool cut(std::u32string_view& words, std::initializer_list<std::u32string_view> fronts) {
        bool any = false;
        for (bool again = true; again;) {
            again = false;
            for (const std::u32string_view front : fronts) {
                if (!words.starts_with(front)) continue;
                words.remove_prefix(front.size());
                again = any = true;
            }
        }
        return any;
    }

    /// The only figure of the clause; past the last: none.
    std::size_t figure_in(std::size_t begin, std::size_t end) const {
        for (std::size_t i = 0; i < reading_.figures.size(); ++i) {
            const auto place = static_cast<std::size_t>(reading_.figures[i].numeral.begin);
            if (place >= begin && place < end && !reading_.figures[i].numeral.han) return i;
        }
        return reading_.figures.size();
    }

    /// 自然人6件、企业1件: the figure before or behind it counts applicants.
    bool beside_applicants(std::size_t figure) const {
        const auto is = [&](std::size_t i) {
            return i < reading_.namings.size() && reading_.namings[i].family == Family::applicant;
        };
        return is(figure + 1) || (figure > 0 && is(figure - 1));
    }

    std::size_t token_at(std::size_t place) const {
        std::size_t i = 0;
        while (i + 1 < reading_.tokens.size() &&
               static_cast<std::size_t>(reading_.tokens[i].end) <= place)
            ++i;
        return i;
    }

    /// The count of applications before a place; in the sentence before if this one has
    /// none.
    std::optional<Amount> counted_before(std::size_t place) const {
        const auto last = [](const Reading& reading, std::size_t to) -> std::optional<Amount> {
            for (std::size_t i = reading.tokens.size(); i-- > 0;) {
                if (static_cast<std::size_t>(reading.tokens[i].begin) >= to ||
                    reading.role(i) != Role::figure || reading.is_date(i))
                    continue;
                const Family family = reading.naming(i).family;
                if (family == Family::intake && reading.scopes[i].plain())
                    return reading.figure(i).numeral.value;
            }
            return std::nullopt;
        };
        if (const auto here = last(reading_, place)) return here;
        if (at_ == 0 || reading_.sentence->begins) return std::nullopt;
        return last(readings_[at_ - 1], readings_[at_ - 1].sentence->text.size());
    }

    /// More of that kind than the table has.
    void judge(Column column, const Amount& counted, std::size_t begin, std::size_t end) {
        const std::size_t token = token_at(begin);
        if (reading_.topics[token] != Topic::applications || !reading_.scopes[token].plain())
            return;
        std::optional<Sum> most;
        for (const Addends& one : narrowed(readings_of(cells_in), column)) {
            const auto sum = sum_of(report_, one);
            if (sum && (!most || compare(sum->value, most->value) > 0)) most = sum;
        }
        if (!most || compare(most->value, counted) >= 0) return;
        const int from = static_cast<int>(begin), to = static_cast<int>(end);
        const Span where = span_of(reading_, from, to);
        if (is_told(findings_, where)) return;
        findings_.push_back(doubt_of(
            "P-03", where,
            fmt::format("{}可能与表中的数不符：{}", quoted(reading_, from, to), most->says),
            "请核对正文和表格", {{"expected", most->value.to_string()}, {"cell", most->field}}));
    }

    const Report& report_;
    const std::vector<Reading>& readings_;
    std::size_t at_;
    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_applicants_said(const Report& report, const std::vector<Reading>& readings,
                           std::size_t at, std::vector<Finding>& findings) {
    const bool may = std::any_of(readings[at].topics.begin(), readings[at].topics.end(),
                                 [](Topic topic) { return topic == Topic::applications; });
    if (may) Who(report, readings, at, findings).check();
}

}  // namespace nianbao::prose
