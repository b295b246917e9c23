// P-02, P-01: what became of the applications that a sentence counts, where a clause says
// it of all of them, or of the only one, without a count of its own.
#include "check/prose/cells.hpp"
#include "check/prose/claims/told.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/words.hpp"
#include "text/character_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace nianbao::prose {
namespace {

inline constexpr Cells cells_not_given = cells<
    "applications.results.total-applications.results.disclosed-applications.results.partly_disclosed">;
inline constexpr Cells cells_wholly_disclosed = cells<"applications.results.disclosed">;

/// How a result is said at the end of a clause; the longer ones first.
struct Result {
    std::u32string_view words;
    Cells cells;
    bool open = false;  // still under way: told by what goes on next year
};
constexpr Result results_said[] = {
    {U"部分予以公开", cells<"applications.results.partly_disclosed">},
    {U"予以部分公开", cells<"applications.results.partly_disclosed">},
    {U"部分公开", cells<"applications.results.partly_disclosed">},
    {U"予以全部公开", cells_wholly_disclosed},
    {U"全部公开", cells_wholly_disclosed},
    {U"不予公开", cells_not_given},
    {U"未予公开", cells_not_given},
    {U"未予提供", cells_not_given},
    {U"拒绝公开", cells_not_given},
    {U"予以公开", cells_disclosed_at_all},
    {U"予公开", cells_disclosed_at_all},
    {U"同意公开", cells_disclosed_at_all},
    {U"已公开", cells_disclosed_at_all},
    {U"均公开", cells_disclosed_at_all},
    {U"无法提供", cells<"applications.results.unable">},
    {U"不掌握", cells<"applications.results.unable.not_held">},
    {U"另行制作", cells<"applications.results.unable.needs_creation">},
    {U"不予处理", cells<"applications.results.not_processed">},
    {U"在办理", cells_carried_out, true},
    {U"在办理中", cells_carried_out, true},
    {U"尚未办结", cells_carried_out, true},
    {U"尚未答复", cells_carried_out, true},
};

/// What may stand behind the result in its clause.
constexpr std::u32string_view tails[] = {U"处理决定", U"的答复", U"的决定", U"答复", U"决定",
                                         U"处理",     U"告知",   U"了",     U"中"};

/// The last characters of the results, and of all that a clause with one may end in.
constexpr CharacterFilter ends_of_results = [] {
    CharacterFilter filter;
    for (const Result& result : results_said)
        filter = filter | CharacterFilter(result.words.substr(result.words.size() - 1));
    return filter;
}();
constexpr CharacterFilter ends_of_clauses = [] {
    CharacterFilter filter = ends_of_results;
    for (const std::u32string_view tail : tails)
        filter = filter | CharacterFilter(tail.substr(tail.size() - 1));
    return filter;
}();

/// What may stand before it, and makes it neither another's nor one of some.
constexpr std::u32string_view fronts[] = {
    U"办理结果", U"处理结果", U"答复结果", U"结果",   U"均已", U"均",
    U"都",       U"皆",       U"全部",     U"一律",   U"所有", U"政府信息公开申请",
    U"申请",     U"已经",     U"已",       U"依法",   U"依规", U"按时",
    U"按期",     U"及时",     U"年内",     U"目前",   U"仍",   U"尚",
    U"正",       U"作出",     U"做出",     U"为",     U"系",   U"是",
    U"并",       U"我局",     U"并已",     U"现",     U"当年", U"的",
    U"书面",     U"而",       U"予以",     U"作",     U"作了", U"给予",
    U"答复",     U"告知",     U"本机关",   U"我单位", U"需要", U"没有现成信息",
    U"、",       U"需",       U"经检索"};

constexpr CharacterSet clause_marks(U"，；。：（）");

class Said {
public:
    Said(const Report& report, const Reading& reading, const Reading* before,
         std::vector<Finding>& findings)
        : report_(report),
          reading_(reading),
          before_(before),
          text_(reading.sentence->text),
          findings_(findings) {}

    void check() {
        for (std::size_t begin = 0; begin < text_.size();) {
            std::size_t end = begin;
            while (end < text_.size() && !clause_marks.has(text_[end])) ++end;
            if (end > begin + 2) clause(begin, end);
            begin = end + 1;
        }
    }

private:
    /// 在《条例》规定的期限内, 因不属于公开范围: how and why change nothing.
    static void cut_front(std::u32string_view& words) {
        for (bool cut = true; cut && !words.empty();) {
            cut = false;
            for (const std::u32string_view front : fronts) {
                if (!words.starts_with(front)) continue;
                words.remove_prefix(front.size());
                cut = true;
            }
            if (words.starts_with(U'在') && words.find(U'内') < 20) {
                words.remove_prefix(words.find(U'内') + 1);
                cut = true;
            }
        }
    }

    void clause(std::size_t begin, std::size_t end) {
        std::u32string_view words = text_.substr(begin, end - begin);
        if (!ends_of_clauses.may_hold(words.back())) return;
        for (const std::u32string_view tail : tails) {
            if (words.ends_with(tail) && words.size() > tail.size() + 2) {
                words.remove_suffix(tail.size());
                break;
            }
        }
        if (!ends_of_results.may_hold(words.back())) return;
        const auto* const result =
            std::find_if(std::begin(results_said), std::end(results_said),
                         [&](const Result& one) { return words.ends_with(one.words); });
        if (result == std::end(results_said)) return;
        const auto all_words = words;
        words.remove_suffix(result->words.size());
        const bool all = has_any(all_words, {U"均", U"都", U"皆", U"全部", U"一律", U"所有"});
        // 2件皆予公开: the clause counts them itself.
        std::optional<Amount> counted;
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            const auto at = static_cast<std::size_t>(reading_.tokens[i].begin);
            if (reading_.role(i) != Role::figure || at < begin || at >= end) continue;
            if (reading_.naming(i).family == Family::carried_in && result->open) {
                counted = reading_.figure(i).numeral.value;  // 上年度结转1件目前仍在办理
                const auto end_of = static_cast<std::size_t>(reading_.tokens[i].end) - begin;
                words.remove_prefix(std::min(end_of, words.size()));
                continue;
            }
            if (at != begin || !all || reading_.figure(i).kind != FigureKind::count ||
                reading_.topics[i] != Topic::applications)
                return;
            counted = reading_.figure(i).numeral.value;
            words.remove_prefix(static_cast<std::size_t>(reading_.tokens[i].end) - at);
        }
        cut_front(words);
        if (words.starts_with(U'因') && result->cells != cells_disclosed_at_all) words = {};
        if (!words.empty()) return;
        if (!counted) counted = count_before(begin, all);
        if (!counted || counted->digits <= 0) return;
        if (!all && !(*counted == Amount{1, 0})) return;
        judge(*result, *counted, begin, end);
    }

    /// How many the sentence has counted before a clause; behind a list of results, all.
    std::optional<Amount> count_before(std::size_t begin, bool all) const {
        for (std::size_t i = reading_.tokens.size(); i-- > 0;) {
            if (reading_.role(i) != Role::figure || reading_.is_date(i) ||
                static_cast<std::size_t>(reading_.tokens[i].begin) >= begin)
                continue;
            const Figure& figure = reading_.figure(i);
            if (figure.kind != FigureKind::count || !reading_.scopes[i].plain())
                return std::nullopt;
            const Family family = reading_.naming(i).family;
            // 同比减少2件; 本年未结0件
            if (figure.numeral.value.digits == 0 || (i > 0 && (reading_.role(i - 1) == Role::rise ||
                                                               reading_.role(i - 1) == Role::fall)))
                continue;
            const auto behind = text_.substr(static_cast<std::size_t>(figure.end));
            if (family == Family::intake || family == Family::finished ||
                family == Family::carried_in || behind.starts_with(U"申请") ||
                behind.starts_with(U"政府信息公开申请"))
                return figure.numeral.value;
            if ((family == Family::result || family == Family::reason) && all)
                return value_of(report_, cells_results.front());
            return std::nullopt;
        }
        return before_ != nullptr ? only_one(*before_) : std::nullopt;
    }

    /// 收到申请1件，由一名农户提出。经检索，…: the only application, of the sentence before.
    std::optional<Amount> only_one(const Reading& before) const {
        const auto total = value_of(report_, cells_results.front());
        for (std::size_t i = 0; i < before.tokens.size(); ++i) {
            if (before.role(i) == Role::figure && before.scopes[i].plain() &&
                before.naming(i).family == Family::intake && total == Amount{1, 0} &&
                before.figure(i).numeral.value == Amount{1, 0})
                return total;
        }
        return std::nullopt;
    }

    void judge(const Result& result, const Amount& counted, std::size_t begin, std::size_t end) {
        std::optional<Sum> most;
        for (const Addends& one : readings_of(result.cells)) {
            const auto sum = sum_of(report_, one);
            if (sum && (!most || compare(sum->value, most->value) > 0)) most = sum;
        }
        const auto total = sum_of(report_, cells_results.front());
        if (!most || !total) return;
        if (result.open ? most->value.digits > 0 || total->value.digits == 0
                        : compare(most->value, counted) >= 0)
            return;
        const Span where = span_of(reading_, static_cast<int>(begin), static_cast<int>(end));
        if (is_told(findings_, where)) return;
        const auto cell = sum_of(report_, result.cells.front());
        findings_.push_back(doubt_of(
            result.open ? "P-01" : "P-02", where,
            fmt::format("{}可能与表中的数不符：{}，{}",
                        quoted(reading_, static_cast<int>(begin), static_cast<int>(end)),
                        cell->says, total->says),
            "请核对正文和表格", {{"expected", cell->value.to_string()}, {"cell", cell->field}}));
    }

    const Report& report_;
    const Reading& reading_;
    const Reading* before_;  // the sentence before it in the paragraph
    std::u32string_view text_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_results_said(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                        std::vector<Finding>& findings) {
    const Reading& reading = readings[at];
    const bool may = has(reading.sentence->text, U"件申请") ||
                     std::any_of(reading.topics.begin(), reading.topics.end(),
                                 [](Topic topic) { return topic == Topic::applications; });
    const bool begins = at == 0 || reading.sentence->begins;
    if (may && !(begins && reading.figures.empty()))
        Said(report, reading, begins ? nullptr : &readings[at - 1], findings).check();
}

}  // namespace nianbao::prose
