// P-02, P-04: of what kind all of those just counted are, where no count stands with the
// kind: 不予公开8件，全部属于行政执法案卷信息; 行政诉讼2件，均为复议后起诉;
// 行政诉讼1件（未经复议直接起诉）.
#include "check/prose/cells.hpp"
#include "check/prose/claims/told.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace nianbao::prose {
namespace {

bool is_all(std::u32string_view words) {
    return has_any(words.substr(0, 3), {U"均", U"都", U"皆", U"全部", U"全"});
}

class Kinds {
public:
    Kinds(const Report& report, const Reading& reading, std::vector<Finding>& findings)
        : report_(report), reading_(reading), findings_(findings) {}

    void check() {
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            const Role role = reading_.role(i);
            const bool bracket = role == Role::open;
            if (!bracket && role != Role::comma) {
                if (role == Role::all && reading_.scopes[i].plain()) of_label(i);
                continue;
            }
            // 1件不予公开（国家秘密）: the result stands behind its figure
            const bool named = bracket && i > 1 && reading_.role(i - 1) == Role::result &&
                               reading_.role(i - 2) == Role::figure;
            const std::size_t at = named ? i - 2 : i - 1;
            if (i == 0 || reading_.role(at) != Role::figure || !reading_.scopes[at].plain())
                continue;
            const std::size_t end = end_of(i + 1);
            if (end == i + 1 || (bracket && reading_.role(end) != Role::close)) continue;
            const Figure& figure = reading_.figure(at);
            // 行政诉讼1件，系复议后起诉: the only one is all of them.
            if (!bracket && !is_all(words(i + 1, end)) && !(figure.numeral.value == Amount{1, 0}))
                continue;
            if (figure.numeral.hedge == Hedge::none && !figure.referred)
                judge(reading_.naming(at), figure.numeral.value, i + 1, end);
        }
    }

private:
    std::size_t end_of(std::size_t k) const {
        while (k < reading_.tokens.size() && !ends_clause(reading_.role(k))) ++k;
        return k;
    }
    std::u32string_view words(std::size_t from, std::size_t to) const {
        return reading_.between(reading_.tokens[from].begin, reading_.tokens[to - 1].end);
    }

    /// 不予处理的均为信访举报投诉类申请: the words before 均 say of which.
    void of_label(std::size_t all) {
        std::size_t from = all;
        while (from > 0 && !ends_clause(reading_.role(from - 1))) --from;
        std::optional<std::size_t> label;
        for (std::size_t k = from; k < all; ++k) {
            const Role role = reading_.role(k);
            if (role == Role::result || role == Role::procedure) label = k;
            else if (role != Role::filler && role != Role::noun && role != Role::figure &&
                     role != Role::time && role != Role::verb)
                return;
            if (role == Role::figure && !reading_.is_date(k) &&
                reading_.figure(k).kind != FigureKind::count)
                return;
        }
        if (!label) return;
        Naming naming;
        naming.readings = readings_of(reading_.tokens[*label].cells);
        naming.family = reading_.role(*label) == Role::result ? Family::result : Family::procedure;
        if (naming.family == Family::result && reading_.topics[all] != Topic::applications) return;
        const auto value = value_of(report_, naming.readings.front());
        if (value) judge(naming, *value, all, end_of(all));
    }

    /// The only label of a clause that says nothing else; its kind is part of what was
    /// counted.
    std::optional<std::size_t> kind_in(const Naming& naming, std::size_t from,
                                       std::size_t to) const {
        const bool cases = naming.family == Family::procedure;
        std::optional<std::size_t> kind;
        for (std::size_t k = from; k < to; ++k) {
            switch (reading_.role(k)) {
                case Role::result:
                    if (cases || kind) return std::nullopt;
                    kind = k;
                    break;
                case Role::procedure:
                    if (!cases || kind) return std::nullopt;
                    kind = k;
                    break;
                case Role::filler:
                case Role::all:
                case Role::noun:
                    break;
                case Role::unknown:
                    if (reading_.word(k).size() > 2 ||
                        has_any(reading_.word(k), {U"为主", U"不", U"未", U"除"}))
                        return std::nullopt;
                    break;
                default:
                    return std::nullopt;
            }
        }
        return kind;
    }

    void judge(const Naming& naming, const Amount& counted, std::size_t from, std::size_t to) {
        if (naming.readings.empty() || counted.digits <= 0 ||
            (naming.family != Family::result && naming.family != Family::procedure))
            return;
        const auto kind = kind_in(naming, from, to);
        if (!kind || has_any(words(from, to), {U"为主", U"主要", U"多"})) return;
        const Cells& cells = reading_.tokens[*kind].cells;
        // 不予公开8件，均属于…: a reason is of a result, a way to sue of litigation.
        const bool deeper = naming.family == Family::result
                                ? cells.front().front().row.depth > depth_of_results
                                : cells != cells_reconsideration && cells != cells_litigation &&
                                      cells.front().size() == 1;
        if (!deeper) return;
        const auto total = value_of(report_, naming.readings.front());
        std::optional<Sum> most;
        for (const Addends& one : readings_of(cells)) {
            const auto sum = sum_of(report_, one);
            if (sum && (!most || compare(sum->value, most->value) > 0)) most = sum;
        }
        if (!most || !total || !(*total == counted) || compare(most->value, counted) >= 0) return;
        const int begin = reading_.tokens[from].begin, end = reading_.tokens[to - 1].end;
        const Span where = span_of(reading_, begin, end);
        if (is_told(findings_, where)) return;
        findings_.push_back(doubt_of(
            naming.family == Family::result ? "P-02" : "P-04", where,
            fmt::format("{}可能与表中的数不符：{}，正文说的是 {}", quoted(reading_, begin, end),
                        most->says, counted.to_string()),
            "请核对正文和表格", {{"expected", most->value.to_string()}, {"cell", most->field}}));
    }

    const Report& report_;
    const Reading& reading_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_kinds_said(const Report& report, const Reading& reading,
                      std::vector<Finding>& findings) {
    const bool may = std::any_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& t) {
        return t.role == Role::result || t.role == Role::procedure;
    });
    if (may) Kinds(report, reading, findings).check();
}

}  // namespace nianbao::prose
