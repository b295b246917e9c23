// P-08: what the parts of a list come to, beside the whole. A selection is no fault; a
// list that claims to be whole is.
#include "check/prose/cells.hpp"
#include "check/prose/figures/partition.hpp"
#include "check/prose/lists.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::prose {
namespace {

struct Item {
    const Figure* figure;
    Family family;
    bool other;    // 其他3件
    bool channel;  // 网络申请3件
    Family stage;  // finished, carried_out
    bool fits;     // names a cell and equals it
    bool faulty;   // names a cell and does not
};

/// A partition of the whole, as far as it goes.
struct Parts {
    std::vector<Item> items;
    Amount sum;
    Amount percents;
    Amount others;  // pieces counted in another unit
    bool etc = false;
    bool goes_on = false;  // more items follow before a semicolon: 其他文件5件、规划1件
    bool mixed = false;    // some pieces are counted in another unit
};

class List {
public:
    List(const Report& report, const Reading& reading, const Whole& whole, std::size_t from,
         std::vector<Finding>& findings)
        : report_(report),
          reading_(reading),
          whole_reading_(*whole.reading),
          whole_(whole.reading->figures[whole.figure]),
          named_(whole.reading->namings[whole.figure]),
          doubtful_(whole.doubtful),
          complete_only_(whole.complete_only),
          also_(whole.also),
          from_(from),
          findings_(findings) {}

    void check() {
        if (adds_up()) return;
        collect();
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (judge(groups_[i], i + 1 == groups_.size())) return;
        }
    }

private:
    /// True where the pieces up to some item are the whole, in its unit or in mixed ones:
    /// 政策文件3302件，会议信息220条. Where the list ends is not always said.
    bool adds_up() const {
        std::vector<Amount> wholes = also_;
        wholes.push_back(whole_.numeral.value);
        if (named_.family == Family::intake ||
            named_.family == Family::finished) {  // 收到124件，其中办结122件，结转3件,
                                                  // beside one of last year
            if (const auto carried = value_of(report_, cells_carried_in.front()))
                wholes.push_back(whole_.numeral.value + *carried);
        }
        if (named_.family == Family::carried_in) {  // 收到9件，上年结转1件，其中网络5件，信函5件
            if (const auto received = value_of(report_, cells_new.front()))
                wholes.push_back(whole_.numeral.value + *received);
        }
        int depth = 0;
        Amount same, mixed;
        for (std::size_t i = from_; i < reading_.tokens.size(); ++i) {
            const Token& token = reading_.tokens[i];
            if (token.role == Role::open) ++depth;
            if (token.role == Role::close && --depth < 0) break;
            if (depth > 0 || token.role != Role::figure) continue;
            const Figure& figure = reading_.figure(i);
            if (!counts_pieces(figure, reading_.sentence->text)) continue;
            if (figure.unit == whole_.unit) same = same + figure.numeral.value;
            mixed = mixed + figure.numeral.value;
            for (const Amount& whole : wholes) {
                if ((same != whole && mixed != whole) || other_follows(i)) continue;
                if (reading_.notes != nullptr) note_parts(i, whole);
                return true;
            }
        }
        return false;
    }

    /// The parts up to token `last` and their whole agree.
    void note_parts(std::size_t last, const Amount& whole) const {
        const std::string sum = fmt::format("各项之和 {}", whole.to_string());
        if (whole == whole_.numeral.value) note(whole_reading_, whole_, sum);
        int depth = 0;
        for (std::size_t i = from_; i <= last; ++i) {
            if (reading_.role(i) == Role::open) ++depth;
            if (reading_.role(i) == Role::close) --depth;
            if (depth == 0 && reading_.role(i) == Role::figure &&
                counts_pieces(reading_.figure(i), reading_.sentence->text))
                note(reading_, reading_.figure(i), sum);
        }
    }

    /// 决算6条，预算6条，其他1条: what follows belongs to the list, and so does all before
    /// 其他 that the same marks part.
    bool other_follows(std::size_t i) const {
        Role parting = Role::unknown;
        for (std::size_t k = from_; k < i && parting == Role::unknown; ++k) {
            if (reading_.role(k) == Role::figure && ends_item(reading_.role(k + 1)))
                parting = reading_.role(k + 1);
        }
        bool next = true;
        for (++i; i < reading_.tokens.size() && reading_.role(i) != Role::semicolon &&
                  reading_.role(i) != Role::close;
             ++i) {
            if (reading_.role(i) == Role::other) return true;
            if (reading_.role(i) == Role::figure) next = false;
            if (next) continue;
            if (reading_.role(i) == Role::open || reading_.role(i) == Role::list ||
                (ends_item(reading_.role(i)) && reading_.role(i) != parting))
                return false;
        }
        return false;
    }

    void collect() {
        int depth = 0;
        bool commas = false;
        int seen = 0;
        Parts parts;
        bool other = false, differs = false, shared = false, parted = false;
        const bool holds =
            from_ > 0 && reading_.word(from_ - 1).find(U'含') != std::u32string_view::npos;
        for (std::size_t i = from_; i < reading_.tokens.size(); ++i) {
            const Token& token = reading_.tokens[i];
            if (token.role == Role::open) ++depth;
            if (token.role == Role::close && --depth < 0) break;
            if (depth > 0) continue;
            if (token.role == Role::rest || token.role == Role::plan || token.role == Role::list)
                break;
            if (token.role == Role::respectively && seen > 0) break;
            if (holds && token.role == Role::comma && seen > 0) break;  // 含联合发文17件，
            if (token.role == Role::semicolon && commas && seen > 1) break;
            if (token.role == Role::etc && reading_.role(i + 1) != Role::other &&
                reading_.role(i + 1) != Role::figure)
                parts.etc = true;
            if (reading_.word(i).ends_with(U"即")) break;  // 维持率64.6%，即维持31件
            if (token.role == Role::comma || token.role == Role::pause ||
                token.role == Role::semicolon || token.role == Role::colon) {
                if (token.role != Role::semicolon && seen > 0) commas = true;
                if (token.role == Role::semicolon) parted = true;
                other = differs = shared = false;
                continue;
            }
            if (token.role == Role::other) other = true;
            if (token.role == Role::rise || token.role == Role::fall || token.role == Role::compare)
                differs = true;
            if (token.role == Role::share) shared = true;
            if (token.role != Role::figure) continue;
            const Figure& figure = reading_.figure(i);
            const Naming& naming = reading_.naming(i);
            if (figure.kind == FigureKind::percent && figure.numeral.rough == 0 && shared &&
                !differs && compare(figure.numeral.value, {100, 0}) <= 0)
                parts.percents = parts.percents + figure.numeral.value;
            if (counts_pieces(figure, reading_.sentence->text) && figure.unit != whole_.unit &&
                !differs && !shared) {
                parts.mixed = true;
                parts.others = parts.others + figure.numeral.value;
            }
            if (!is_counted(figure.kind) || figure.unit != whole_.unit || differs || shared ||
                is_of_each(reading_, i))
                continue;
            if (!parts.items.empty() && is_beside(reading_, i, whole_reading_, whole_)) break;
            const Scope& scope = reading_.scopes[i];
            if (scope.year != 0 || scope.period || scope.plan) break;
            if (naming.family == Family::intake || naming.family == Family::carried_in) break;
            // 予以公开14件，其中商业企业1件，部分公开9件: the next row.
            if (named_.family == Family::result && naming.family == Family::result) break;
            if (holds && naming.family == Family::finished) break;  // 含上年结转3件，办结68件
            const int begin = figure.numeral.begin;
            const std::u32string_view before = reading_.between(std::max(begin - 2, 0), begin);
            if (before.ends_with(U"共") || before == U"共计" || before == U"合计" ||
                before == U"总计" || before == U"累计")
                break;
            const bool is_other = other || (i > 0 && reading_.role(i - 1) == Role::other);
            const bool good = !naming.readings.empty() && is_right(report_, naming, figure);
            const Family family = partition_of(naming);
            const auto known =
                std::find_if(parts.items.rbegin(), parts.items.rend(),
                             [](const Item& item) { return item.family != Family::none; });
            const bool another =
                family != Family::none && known != parts.items.rend() && known->family != family;
            if (!parts.items.empty() &&
                ((parts.sum == whole_.numeral.value && !is_other && !other_follows(i)) ||
                 another)) {
                parts.goes_on = !parted;
                groups_.push_back(std::move(parts));
                parts = {};
            }
            ++seen;
            parted = false;
            parts.items.push_back({&figure, family, is_other, names_channel(reading_, i),
                                   naming.family, good, !naming.readings.empty() && !good});
            parts.sum = parts.sum + figure.numeral.value;
        }
        if (!parts.items.empty()) groups_.push_back(std::move(parts));
    }

    void tell(bool sure, const std::string& message, const Parts& parts) {
        const std::vector<Value> values = {{"found", whole_.numeral.value.to_string()},
                                           {"expected", parts.sum.to_string()}};
        const Span where = span_of(whole_reading_, whole_.numeral.begin, whole_.numeral.end);
        const bool whole_list = parts.items.size() > 2 && parts.items.back().other;
        findings_.push_back((sure && (!doubtful_ || whole_list) ? finding_of : doubt_of)(
            "P-08", where, message, "请核对总数和各项；只列举一部分的，可以写“其中……等”", values));
    }

    bool is_slip(const Parts& parts) const {
        if (parts.items.size() < 2 || parts.mixed) return false;
        std::vector<Amount> amounts;
        for (const Item& item : parts.items) amounts.push_back(item.figure->numeral.value);
        return is_one_slip(whole_.numeral.value, amounts);
    }

    /// 网站11482条，其中概况447条、文件37件、其他10962条: nearly the whole in mixed units.
    bool is_mixed_up(const Parts& parts) const {
        const Amount &whole = whole_.numeral.value, sum = parts.sum + parts.others;
        if (parts.items.size() < 2 || !parts.items.back().other || parts.etc || parts.goes_on ||
            sum == whole)
            return false;
        const Amount difference = compare(sum, whole) > 0 ? sum - whole : whole - sum;
        return difference.digits * 20 <= whole.digits;
    }

    /// 52 for 25: of so few figures it may be chance, so it is not sure.
    bool may_be_slip(const Parts& parts) const {
        std::string written = whole_.numeral.value.to_string();
        if (parts.items.size() < 3 || parts.mixed || written.size() != 2) return false;
        std::swap(written[0], written[1]);
        return written == parts.sum.to_string();
    }

    /// True where the list stands right behind its whole, and not with 其中, which may
    /// mean a greater one: 网站200条，包括动态150条、公告50条.
    /// So does one in a bracket of its own: 公告136条（其中招标100条、中标36条）.
    bool is_right_behind() const {
        std::size_t open = from_ - 1;
        if (open > 0 && reading_.role(open) == Role::list) --open;
        if (open > 0 && reading_.role(open) == Role::open &&
            reading_.role(open - 1) == Role::figure && &reading_.figure(open - 1) == &whole_)
            return true;
        return from_ > 2 && reading_.role(from_ - 1) == Role::list &&
               reading_.word(from_ - 1) != U"其中" && reading_.role(from_ - 2) == Role::comma &&
               reading_.role(from_ - 3) == Role::figure && &reading_.figure(from_ - 3) == &whole_;
    }

    /// True where a greater count stands before the whole:
    /// 办结160件，结转5件，其中予以公开56件
    bool may_be_of_another(const Amount& sum) const {
        for (const Token& token : whole_reading_.tokens) {
            if (token.role != Role::figure || token.begin >= whole_.numeral.begin) continue;
            const Figure& figure = whole_reading_.figures[token.figure];
            if (figure.kind == FigureKind::count && figure.unit == whole_.unit &&
                compare(figure.numeral.value, sum) >= 0)
                return true;
        }
        return false;
    }

    /// True where something was told.
    bool judge(const Parts& parts, bool last) {
        const Amount& whole = whole_.numeral.value;
        const bool hedged =
            whole_.numeral.hedge != Hedge::none || whole_.numeral.scaled ||
            std::any_of(parts.items.begin(), parts.items.end(), [](const Item& item) {
                return item.figure->numeral.hedge != Hedge::none || item.figure->numeral.scaled;
            });
        const bool faulty = std::any_of(parts.items.begin(), parts.items.end(),
                                        [](const Item& item) { return item.faulty; });
        if (hedged || faulty || parts.sum == whole) return false;
        if (!named_.readings.empty() && !is_right(report_, named_, whole_))
            return false;  // told already, with the cell

        const bool known =
            std::all_of(parts.items.begin(), parts.items.end(),
                        [](const Item& item) { return item.family != Family::none || item.other; });
        const bool selected = std::all_of(parts.items.begin(), parts.items.end(),
                                          [](const Item& item) { return item.fits; });
        const bool ends_in_other = parts.items.size() > 1 && parts.items.back().other &&
                                   !parts.etc && !parts.goes_on && !parts.mixed;
        const bool overlaps =
            has_any(reading_.sentence->text, {U"兼有", U"兼具", U"兼含", U"同时涉及"});
        if (overlaps) return false;
        const bool channels =
            parts.items.size() > 1 && std::all_of(parts.items.begin(), parts.items.end(),
                                                  [](const Item& item) { return item.channel; });
        if (complete_only_ && !ends_in_other) return false;
        const bool slip = is_slip(parts) && !parts.etc;
        const auto at_stage = [&](Family stage) {
            return std::any_of(parts.items.begin(), parts.items.end(),
                               [&](const Item& item) { return item.stage == stage; });
        };
        const bool progress =
            parts.items.size() == 2 && at_stage(Family::finished) && at_stage(Family::carried_out);
        const Amount hundred{100, 0}, slack{2, 1};
        const bool all_percent = parts.percents.digits > 0 &&
                                 compare(parts.percents, hundred - slack) >= 0 &&
                                 compare(parts.percents, hundred + slack) <= 0;
        if (parts.mixed && is_mixed_up(parts)) {
            const Amount sum = parts.sum + parts.others;
            const bool more = compare(sum, whole) > 0;
            tell(false,
                 fmt::format("其中各项之和 {}，{}于总数 {}", sum.to_string(), more ? "大" : "小",
                             whole.to_string()),
                 parts);
            return true;
        }
        const int order = compare(parts.sum, whole);
        // 建议19件、提案27件，其中A类38件: of both
        if (order > 0 && std::any_of(also_.begin(), also_.end(), [&](const Amount& other) {
                return compare(other, parts.sum) >= 0;
            }))
            return false;
        const std::string sums = fmt::format("其中各项之和 {}", parts.sum.to_string());
        if (order > 0) {
            if ((!last && !known) || (may_be_of_another(parts.sum) && !is_right_behind()))
                return false;
            const bool other_thing =
                std::any_of(parts.items.begin(), parts.items.end(), [&](const Item& item) {
                    return item.family == Family::none && item.figure->numeral.value == whole;
                });
            if (other_thing && !ends_in_other && !all_percent)
                return false;  // 公开文件56件，其中规范性文件1件，配发解读56件
            const bool alone = std::any_of(
                parts.items.begin(), parts.items.end(),
                [&](const Item& item) { return compare(item.figure->numeral.value, whole) > 0; });
            tell(alone || known || ends_in_other || all_percent || slip,
                 fmt::format("{}，大于总数 {} (多 {})", sums, whole.to_string(),
                             (parts.sum - whole).to_string()),
                 parts);
            return true;
        }
        const bool slipped_list = slip && last && parts.items.size() > 2;
        const bool slipped_pair = slip && last && parts.items.size() == 2;
        if (ends_in_other || all_percent || slipped_list || slipped_pair ||
            (last && !parts.etc && may_be_slip(parts)) || ((channels || progress) && !parts.etc)) {
            tell(ends_in_other || all_percent || slipped_list,
                 fmt::format("{}，小于总数 {} (少 {})", sums, whole.to_string(),
                             (whole - parts.sum).to_string()),
                 parts);
            return true;
        }
        const Amount rest = whole - parts.sum;
        const bool nearly = (parts.items.size() > 1 && rest.digits * 20 <= whole.digits) ||
                            (parts.items.size() > 5 && rest.digits * 10 <= whole.digits) ||
                            (parts.items.size() > 2 && rest == Amount{1, 0} && whole.digits >= 5) ||
                            (parts.items.size() > 1 && rest == Amount{1, 0} && whole.digits >= 10 &&
                             reading_.role(from_ - 1) == Role::open) ||
                            (parts.items.size() > 2 && rest.digits * 8 <= whole.digits &&
                             reading_.role(from_ - 1) == Role::open);
        const bool holds =  // 招标投标98条（含中标公告46条、招标公告51条）
            from_ > 0 && reading_.word(from_ - 1).find(U'含') != std::u32string_view::npos;
        if (nearly && !holds && last && !selected && !parts.mixed && !parts.etc &&
            parts.items.front().family == Family::none) {
            tell(false,
                 fmt::format("{}，与总数 {} 只差 {}，可能漏了一项", sums, whole.to_string(),
                             rest.to_string()),
                 parts);
            return true;
        }
        return false;
    }

    const Report& report_;
    const Reading& reading_;
    const Reading& whole_reading_;
    const Figure& whole_;
    const Naming& named_;
    bool doubtful_, complete_only_;
    std::vector<Amount> also_;
    std::size_t from_;
    std::vector<Finding>& findings_;
    std::vector<Parts> groups_;
};

}  // namespace

void check_parts(const Report& report, const Reading& reading, const Whole& whole, std::size_t from,
                 std::vector<Finding>& findings) {
    List(report, reading, whole, from, findings).check();
}

}  // namespace nianbao::prose
