// P-08: the parts of a whole that 其中, 包括 and the like list. A selection is no fault; a list that claims to be whole is.
#include "check/prose.hpp"
#include "check/prose_cells.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::prose {
namespace {

struct Item {
    const Figure* figure;
    std::string_view family;
    bool other;   // 其他3件
    bool fits;    // names a cell and equals it
    bool faulty;  // names a cell and does not
};

/// A partition of the whole, as far as it goes.
struct Parts {
    std::vector<Item> items;
    Amount sum;
    Amount percents;
    bool etc = false;
};

bool fits(const Report& report, const Naming& naming, const Figure& figure) {
    return std::any_of(naming.readings.begin(), naming.readings.end(), [&](const std::string& one) {
        const auto sum = sum_of(report, one);
        return sum && may_be_written(sum->value, figure.numeral);
    });
}

std::string_view partition_of(const Naming& naming) {
    if (naming.readings.empty()) return {};
    if (naming.family == "finished" || naming.family == "carried_out") return "progress";
    return naming.family;
}

class List {
public:
    List(const Report& report, const Reading& reading, const Figure& whole, const Naming& named, std::size_t from, std::vector<Finding>& findings,
         const Reading& whole_reading)
        : report_(report), reading_(reading), whole_reading_(whole_reading), whole_(whole), named_(named), from_(from), findings_(findings) {}

    void check() {
        collect();
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (judge(groups_[i], i + 1 == groups_.size())) return;
        }
    }

private:
    Role role(std::size_t i) const { return i < reading_.tokens.size() ? reading_.tokens[i].role : Role::semicolon; }

    void collect() {
        int depth = 0;
        bool commas = false;
        int seen = 0;
        Parts parts;
        bool other = false, differs = false, shared = false;
        for (std::size_t i = from_; i < reading_.tokens.size(); ++i) {
            const Token& token = reading_.tokens[i];
            if (token.role == Role::open) ++depth;
            if (token.role == Role::close && --depth < 0) break;
            if (depth > 0) continue;
            if (token.role == Role::rest || token.role == Role::plan || token.role == Role::list) break;
            if (token.role == Role::semicolon && commas && seen > 1) break;
            if (token.role == Role::etc) parts.etc = true;
            if (token.role == Role::comma || token.role == Role::pause || token.role == Role::semicolon || token.role == Role::colon) {
                if (token.role != Role::semicolon && seen > 0) commas = true;
                other = differs = shared = false;
                continue;
            }
            if (token.role == Role::other) other = true;
            if (token.role == Role::rise || token.role == Role::fall || token.role == Role::compare) differs = true;
            if (token.role == Role::share) shared = true;
            if (token.role != Role::figure) continue;
            const Figure& figure = reading_.figures[static_cast<std::size_t>(token.figure)];
            const Naming& naming = reading_.namings[static_cast<std::size_t>(token.figure)];
            if (figure.kind == FigureKind::percent && shared && !differs && compare(figure.numeral.value, {100, 0}) <= 0)
                parts.percents = parts.percents + figure.numeral.value;
            if (figure.kind != FigureKind::count || figure.unit != whole_.unit || differs || shared) continue;
            const Scope& scope = reading_.scopes[i];
            if (scope.year != 0 || scope.period || scope.plan) break;
            if (naming.family == "intake" || naming.family == "carried_in") break;
            const std::u32string_view text = reading_.sentence->text;
            const auto begin = static_cast<std::size_t>(figure.numeral.begin);
            const std::u32string_view before = text.substr(begin > 2 ? begin - 2 : 0, begin > 2 ? 2 : begin);
            if (before.ends_with(U"共") || before == U"共计" || before == U"合计" || before == U"总计" || before == U"累计") break;
            const bool is_other = other || (i > 0 && role(i - 1) == Role::other) || naming.family == "other";
            const bool good = !naming.readings.empty() && fits(report_, naming, figure);
            const std::string_view family = partition_of(naming);
            const auto known = std::find_if(parts.items.rbegin(), parts.items.rend(), [](const Item& item) { return !item.family.empty(); });
            const bool another = !family.empty() && known != parts.items.rend() && known->family != family;
            if (!parts.items.empty() && ((parts.sum == whole_.numeral.value && !is_other) || another)) {
                groups_.push_back(std::move(parts));
                parts = {};
            }
            ++seen;
            parts.items.push_back({&figure, family, is_other, good, !naming.readings.empty() && !good});
            parts.sum = parts.sum + figure.numeral.value;
        }
        if (!parts.items.empty()) groups_.push_back(std::move(parts));
    }

    void tell(bool sure, const std::string& message, const Parts& parts) {
        const std::vector<Value> values = {{"found", whole_.numeral.value.to_string()}, {"expected", parts.sum.to_string()}};
        const Span where = span_of(whole_reading_, whole_.numeral.begin, whole_.numeral.end);
        findings_.push_back((sure ? finding_of : doubt_of)("P-08", where, message, "请核对总数和各项；只列举一部分的，可以写“其中……等”", values));
    }

    /// True where a greater count stands before the whole: 办结160件，结转5件，其中予以公开56件
    bool may_be_of_another(const Amount& sum) const {
        for (const Token& token : whole_reading_.tokens) {
            if (token.role != Role::figure || token.begin >= whole_.numeral.begin) continue;
            const Figure& figure = whole_reading_.figures[static_cast<std::size_t>(token.figure)];
            if (figure.kind == FigureKind::count && figure.unit == whole_.unit && compare(figure.numeral.value, sum) >= 0) return true;
        }
        return false;
    }

    /// True where something was told.
    bool judge(const Parts& parts, bool last) {
        const Amount& whole = whole_.numeral.value;
        const bool hedged = whole_.numeral.hedge != Hedge::none || whole_.numeral.scaled ||
                            std::any_of(parts.items.begin(), parts.items.end(),
                                        [](const Item& item) { return item.figure->numeral.hedge != Hedge::none || item.figure->numeral.scaled; });
        const bool faulty = std::any_of(parts.items.begin(), parts.items.end(), [](const Item& item) { return item.faulty; });
        if (hedged || faulty || parts.sum == whole) return false;
        if (!named_.readings.empty() && !fits(report_, named_, whole_)) return false;  // told already, with the cell

        const bool known = std::all_of(parts.items.begin(), parts.items.end(), [](const Item& item) { return !item.family.empty() || item.other; });
        const bool selected = std::all_of(parts.items.begin(), parts.items.end(), [](const Item& item) { return item.fits; });
        const bool ends_in_other = parts.items.size() > 1 && parts.items.back().other && !parts.etc;
        const Amount hundred{100, 0}, slack{2, 1};
        const bool all_percent = parts.percents.digits > 0 && compare(parts.percents, hundred - slack) >= 0 && compare(parts.percents, hundred + slack) <= 0;
        const int order = compare(parts.sum, whole);
        const std::string sums = fmt::format("其中各项之和 {}", parts.sum.to_string());
        if (order > 0) {
            if ((!last && !known) || may_be_of_another(parts.sum)) return false;
            const bool other_thing = std::any_of(parts.items.begin(), parts.items.end(),
                                                 [&](const Item& item) { return item.family.empty() && item.figure->numeral.value == whole; });
            if (other_thing && !ends_in_other && !all_percent) return false;  // 公开文件56件，其中规范性文件1件，配发解读56件
            const bool alone =
                std::any_of(parts.items.begin(), parts.items.end(), [&](const Item& item) { return compare(item.figure->numeral.value, whole) > 0; });
            tell(alone || known || ends_in_other || all_percent,
                 fmt::format("{}，大于总数 {} (多 {})", sums, whole.to_string(), (parts.sum - whole).to_string()), parts);
            return true;
        }
        if (ends_in_other || all_percent) {
            tell(true, fmt::format("{}，小于总数 {} (少 {})", sums, whole.to_string(), (whole - parts.sum).to_string()), parts);
            return true;
        }
        const Amount rest = whole - parts.sum;
        const bool nearly =
            (parts.items.size() > 1 && rest.digits * 20 <= whole.digits) || (parts.items.size() > 2 && rest == Amount{1, 0} && whole.digits >= 5);
        if (nearly && last && !selected && !parts.etc && parts.items.front().family.empty()) {
            tell(false, fmt::format("{}，与总数 {} 只差 {}，可能漏了一项", sums, whole.to_string(), rest.to_string()), parts);
            return true;
        }
        return false;
    }

    const Report& report_;
    const Reading& reading_;
    const Reading& whole_reading_;
    const Figure& whole_;
    const Naming& named_;
    std::size_t from_;
    std::vector<Finding>& findings_;
    std::vector<Parts> groups_;
};

/// The last count before a token, unless another figure or too much else stands between.
int whole_before(const Reading& reading, std::size_t i) {
    constexpr int farthest = 24;
    const int at = i < reading.tokens.size() ? reading.tokens[i].begin : static_cast<int>(reading.sentence->text.size());
    int depth = 0;
    while (i-- > 0) {
        const Token& token = reading.tokens[i];
        if (token.role == Role::close) ++depth;
        if (token.role == Role::open && depth > 0) --depth;
        if (depth > 0 || token.role != Role::figure) continue;
        const Figure& figure = reading.figures[static_cast<std::size_t>(token.figure)];
        if (figure.kind != FigureKind::count || at - token.end > farthest || !(reading.scopes[i].year == 0) || reading.scopes[i].plan) return -1;
        for (std::size_t k = i; k-- > 0 && reading.tokens[k].role != Role::comma && reading.tokens[k].role != Role::semicolon;) {
            const Role role = reading.tokens[k].role;
            if (role == Role::rise || role == Role::fall || role == Role::compare) return -1;
        }
        return token.figure;
    }
    return -1;
}

}  // namespace

void check_lists(const Report& report, const std::vector<Reading>& readings, std::size_t at, std::vector<Finding>& findings) {
    const Reading& reading = readings[at];
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Role role = reading.tokens[i].role;
        const bool after_figure = role == Role::colon && i > 0 && reading.tokens[i - 1].role == Role::figure;
        if (role != Role::list && !after_figure) continue;
        if (role == Role::list && i > 0 && reading.tokens[i - 1].role == Role::colon && i > 1 && reading.tokens[i - 2].role == Role::figure) continue;
        const Reading* where = &reading;
        int whole = whole_before(reading, i);
        if (whole < 0 && i == 0 && at > 0 && !reading.sentence->begins) {
            where = &readings[at - 1];
            whole = whole_before(*where, where->tokens.size());
        }
        if (whole < 0) continue;
        const auto n = static_cast<std::size_t>(whole);
        List(report, reading, where->figures[n], where->namings[n], i + 1, findings, *where).check();
    }
}

}  // namespace nianbao::prose
