#include "check/prose/sums/divisions.hpp"

#include "check/prose/claims/told.hpp"
#include "check/prose/figures/partition.hpp"
#include "check/prose/sums/division_words.hpp"
#include "check/prose/sums/pieces.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace nianbao::prose {
namespace {

/// How a list is said to be the parts of its whole.
enum class Way : std::uint8_t {
    none,
    divided,  // 按载体分：; 渠道为; 分别为: all of it
    listed,   // 其中, 包括, a bracket, a colon, 5件中: some of it, or all
    beside,   // nothing but a comma: 公开栏17块，新建4块、改造13块
};

/// Pieces [from, to) of one unit, one item each.
struct Run {
    std::vector<std::size_t> items;
    Way way = Way::none;
    std::size_t whole = 0;  // a piece; past the last: none in this sentence
    std::size_t first_label = 0;
};

class Divisions {
public:
    Divisions(const Report& report, const std::vector<Reading>& readings, std::size_t at,
              std::vector<Finding>& findings)
        : report_(report),
          reading_(readings[at]),
          before_(at > 0 && !readings[at].sentence->begins ? &readings[at - 1] : nullptr),
          text_(reading_.sentence->text),
          findings_(findings),
          pieces_(pieces_of(reading_)) {}

    void check() {
        if (pieces_.size() < 2 ||
            has_any(text_, {U"重复", U"交叉", U"重叠", U"兼有", U"兼具", U"同时涉及", U"分别计算",
                            U"分别统计", U"信息同时", U"合计占", U"信息处理费"}))
            return;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (pieces_[i].listed) continue;
            Run run = run_at(i);
            if (run.items.size() < 2) continue;
            if (before_ != nullptr && earlier_.empty()) earlier_ = pieces_of(*before_);
            find_whole(run);
            if (run.way == Way::none) continue;
            if (run.way != Way::beside || run.items.size() > 2)
                for (const std::size_t item : run.items) pieces_[item].listed = true;
            judge(run);
        }
    }

private:
    const Amount& value(std::size_t piece) const { return value_of(reading_, pieces_[piece]); }
    char32_t at(std::size_t place) const { return place < text_.size() ? text_[place] : U'\0'; }
    const Scope& scope(const Piece& piece) const { return reading_.scopes[piece.token]; }

    /// The next piece outside the bracket behind one; past the last: none.
    std::size_t next(std::size_t i) const {
        std::size_t k = i + 1;
        while (k < pieces_.size() && pieces_[k].begin < pieces_[i].end) ++k;
        return k;
    }

    bool is_item(std::size_t i) const {
        return !pieces_[i].differs && !pieces_[i].label.starts_with(U'含');
    }

    /// The items of one unit that follow each other from piece i on: all of one mark, or
    /// up to the first comma behind 、.
    Run run_at(std::size_t i) const {
        Run run;
        if (!is_item(i)) return run;
        run.items.push_back(i);
        run.first_label = pieces_[i].begin;
        bool pauses = false;
        for (;;) {
            const std::size_t last = run.items.back(), k = next(last);
            if (k >= pieces_.size() || pieces_[k].unit != pieces_[i].unit ||
                pieces_[k].depth != pieces_[i].depth || !is_item(k))
                return run;
            if (scope(pieces_[k]).year != scope(pieces_[i]).year) {
                run.items.clear();
                return run;
            }
            const std::size_t end = pieces_[last].end;
            const char32_t mark = at(end);
            const bool joined = mark == U'和' || mark == U'及' || mark == U'与';
            if (!joined && mark != U'、' && mark != U'，') return run;
            if (pieces_[k].begin != end + (joined ? 0 : 1)) return run;
            if (mark == U'，' && pauses) return run;
            if (mark == U'、' && run.items.size() > 1 && !pauses) {
                run.items.clear();  // 新收13件，自然人11件、法人2件: of two levels
                return run;
            }
            if (mark == U'、') pauses = true;
            const std::u32string_view label = pieces_[k].label;
            if (label.starts_with(U"其中") || label.starts_with(U"含") ||
                label.starts_with(U"另") || label.starts_with(U"共") ||
                label.starts_with(U"合计") || label.starts_with(U"总计") ||
                label.find(U"每") != label.npos || label.find(U"均") != label.npos)
                return run;
            run.items.push_back(k);
        }
    }

    /// The clause that ends before the mark at `end`.
    std::u32string_view clause_before(std::size_t end) const {
        std::size_t begin = end;
        while (begin > 0 &&
               std::u32string_view(U"，；。：（）").find(text_[begin - 1]) == text_.npos)
            --begin;
        return text_.substr(begin, end - begin);
    }

    /// The last piece of that unit before piece i in no list, and no growth.
    std::size_t last_before(std::size_t i) const {
        for (std::size_t k = i; k-- > 0;) {
            const Piece& piece = pieces_[k];
            if (piece.unit == pieces_[i].unit && piece.depth <= pieces_[i].depth && !piece.listed &&
                !piece.differs && scope(piece).year == scope(pieces_[i]).year &&
                scope(piece).plan == scope(pieces_[i]).plan &&
                piece.label.find_first_of(U"每均") == piece.label.npos)
                return k;
        }
        return pieces_.size();
    }

    /// 2022年、2021年分别为2.5万次、2.0万次: of years, one after the other.
    static bool names_years(std::u32string_view label) {
        const std::size_t year = label.find(U'年');
        return year != label.npos && year > 3 && label[year - 4] == U'2' &&
               label.find(U"分别") != label.npos;
    }

    void find_whole(Run& run) const {
        const std::size_t first = run.items.front();
        const Piece& piece = pieces_[first];
        std::u32string_view label = piece.label;
        const char32_t mark = piece.begin > 0 ? at(piece.begin - 1) : U'\0';
        if (names_years(label)) return;
        run.whole = last_before(first);
        const bool has_whole = run.whole < pieces_.size();
        if (divides_here(label)) {
            run.way = Way::divided;
        } else if (mark == U'：' || mark == U'，') {
            const std::u32string_view clause = clause_before(piece.begin - 1);
            if (divides(clause) || (mark == U'：' && names_division(clause)))
                run.way = Way::divided;
            else if (has_whole && pieces_[run.whole].end + 1 == piece.begin && mark == U'：')
                run.way = Way::listed;
            else if (begins_list(label) || clause.ends_with(U"其中")) run.way = Way::listed;
            else if (has_whole && pieces_[run.whole].token + 1 < reading_.tokens.size() &&
                     clause.ends_with(U"中") && run.whole + 1 == first)
                run.way = Way::listed;
            else if (has_whole && run.whole + 1 == first && mark == U'，') run.way = Way::beside;
        } else if (mark == U'（') {
            // 6件（甲2件、乙4件）
            if (first > 0 && pieces_[first - 1].depth + 1 == piece.depth &&
                pieces_[first - 1].unit == piece.unit && pieces_[first - 1].end > piece.begin) {
                run.whole = first - 1;
                run.way = Way::listed;
                if (pieces_[run.whole].differs) run.way = Way::none;
            }
        } else if (begins_list(label)) {
            run.way = Way::listed;
        }
        // 5件中通过网络提交的3件、信函提交的2件
        if (first > 0 && pieces_[first - 1].end == piece.begin &&
            pieces_[first - 1].unit == piece.unit && has_any(label.substr(0, 8), {U"中"}) &&
            !pieces_[first - 1].listed) {
            run.whole = first - 1;
            run.way = Way::listed;
        }
    }

    /// What the list may be of, beside its whole: other counts of that unit before it,
    /// here and in the sentence before, two of them together, the table's applications.
    std::vector<Amount> candidates(const Run& run) const {
        std::vector<Amount> all;
        const Piece& first = pieces_[run.items.front()];
        if (first.depth > 0) return all;  // a bracket is of what stands before it
        const auto take = [&](const Reading& reading, const std::vector<Piece>& pieces,
                              std::size_t end) {
            for (std::size_t k = 0; k < end; ++k) {
                if (pieces[k].unit != first.unit) continue;
                all.push_back(value_of(reading, pieces[k]));
                // 建议3件、提案2件
                if (k > 0 && pieces[k - 1].unit == first.unit &&
                    pieces[k - 1].end + 1 == pieces[k].begin)
                    all.push_back(all.back() + value_of(reading, pieces[k - 1]));
            }
        };
        take(reading_, pieces_, run.items.front());
        if (before_ != nullptr) take(*before_, earlier_, earlier_.size());
        // 收到124件，其中…: of those from last year too
        if (reading_.topics[first.token] == Topic::applications &&
            (run.whole == pieces_.size() || has(text_, U"结转"))) {
            for (const auto* cells : {&cells_taken, &cells_finished}) {
                for (const std::span<const Addend> one : *cells) {
                    if (const auto found = prose::value_of(report_, one)) all.push_back(*found);
                }
            }
        }
        return all;
    }

    /// The whole where this sentence has none: the only count of that unit in the one
    /// before.
    const Piece* whole_before(const Run& run) const {
        const Piece& first = pieces_[run.items.front()];
        if (before_ == nullptr || run.way == Way::beside) return nullptr;
        std::vector<const Piece*> found;
        for (const Piece& piece : earlier_) {
            if (piece.unit == first.unit && !piece.differs && piece.depth == 0 &&
                before_->scopes[piece.token].year == 0)
                found.push_back(&piece);
        }
        if (found.empty()) return nullptr;
        Amount rest;  // 266条，按季度分别为58条、64条、71条、73条。其中
        for (std::size_t i = 1; i < found.size(); ++i) rest = rest + value_of(*before_, *found[i]);
        return found.size() > 1 && !(rest == value_of(*before_, *found.front())) ? nullptr
                                                                                 : found.front();
    }

    void judge(const Run& run) {
        const Piece& first = pieces_[run.items.front()];
        const std::size_t past = run.items.back() + 1;
        Amount sum;
        std::vector<Amount> values;
        for (const std::size_t item : run.items) {
            values.push_back(value(item));
            sum = sum + values.back();
        }
        const bool here = run.whole < pieces_.size();
        const Reading& of = here || before_ == nullptr ? reading_ : *before_;
        const Piece* const piece = here ? &pieces_[run.whole] : whole_before(run);
        if (piece == nullptr || value_of(of, *piece).digits == 0) return;
        const Amount& whole = value_of(of, *piece);
        const Amount room =
            room_of(reading_, pieces_, run.items.front(), past, of.figures[piece->figure].numeral);
        const auto is_near = [&](const Amount& one) {
            const Amount difference = compare(one, sum) > 0 ? one - sum : sum - one;
            return compare(difference, room) <= 0;
        };
        if (run.way == Way::listed && first.depth == 0 && sums_up_early(run, values, whole)) return;
        if (run.way == Way::beside && names_cells(run)) return;
        const std::vector<Amount> others = candidates(run);
        if (is_near(whole) || std::any_of(others.begin(), others.end(), is_near)) {
            if (here && is_near(whole) && reading_.notes != nullptr) note_all(run, whole);
            return;
        }
        if (!is_fault(run, sum, whole, values)) return;
        const Numeral& said = of.figures[piece->figure].numeral;
        const Span where = span_of(of, said.begin, said.end);
        const Span all = span_of(reading_, static_cast<int>(first.begin),
                                 static_cast<int>(pieces_[run.items.back()].end));
        if (is_told(findings_, where) || is_told(findings_, all)) return;
        const bool more = compare(sum, whole) > 0;
        findings_.push_back(
            doubt_of("P-08", where,
                     fmt::format("各项之和 {}，{}于总数 {} ({} {})", sum.to_string(),
                                 more ? "大" : "小", whole.to_string(), more ? "多" : "少",
                                 (more ? sum - whole : whole - sum).to_string()),
                     "请核对总数和各项；只列举一部分的，可以写“其中……等”",
                     {{"found", whole.to_string()}, {"expected", sum.to_string()}}));
    }

    /// 制发规范性文件4件，废止3件，现行有效7件: counts of the table, of which none is a part.
    bool names_cells(const Run& run) const {
        const auto names = [&](std::size_t piece) {
            return !reading_.namings[pieces_[piece].figure].readings.empty();
        };
        return (run.whole < pieces_.size() && names(run.whole)) ||
               std::any_of(run.items.begin(), run.items.end(), names);
    }

    /// 从办理结果看，予以公开13件，不予公开3件: each of the table, so that the rest may be left
    /// out.
    bool are_cells(const Run& run) const {
        return std::all_of(run.items.begin(), run.items.end(), [&](std::size_t item) {
            const std::size_t figure = pieces_[item].figure;
            return is_right(report_, reading_.namings[figure], reading_.figures[figure]);
        });
    }

    /// 名录8家，其中4A级2家、3A级6家、星级饭店5家: the first or the last of them are the
    /// whole, or one of them is greater.
    bool sums_up_early(const Run& run, const std::vector<Amount>& values,
                       const Amount& whole) const {
        Amount sum, back;
        for (std::size_t i = 0; i + 1 < values.size(); ++i) {
            sum = sum + values[i];
            back = back + values[values.size() - 1 - i];
            if (i > 0 && (sum == whole || back == whole)) return true;
        }
        return run.items.size() > 1 && compare(values.back(), whole) > 0;
    }

    void note_all(const Run& run, const Amount& whole) const {
        const std::string against = fmt::format("各项之和 {}", whole.to_string());
        note(reading_, reading_.figures[pieces_[run.whole].figure], against);
        for (const std::size_t item : run.items)
            note(reading_, reading_.figures[pieces_[item].figure], against);
    }

    /// 新建4块、改造13块: one or the other is true of each.
    bool are_all(const Run& run) const {
        for (int kind = 0; kind < kinds_of_parts; ++kind) {
            if (std::all_of(run.items.begin(), run.items.end(), [&](std::size_t item) {
                    return is_of_kind(pieces_[item].label, kind);
                }))
                return true;
        }
        return false;
    }

    bool is_fault(const Run& run, const Amount& sum, const Amount& whole,
                  const std::vector<Amount>& values) const {
        const bool over = compare(sum, whole) > 0;
        const Amount difference = over ? sum - whole : whole - sum;
        const auto within = [&](int parts) {
            return compare(scaled(difference, parts), whole) <= 0;
        };
        const std::size_t begin = pieces_[run.items.front()].begin,
                          end = pieces_[run.items.back()].end;
        const std::u32string_view around = text_.substr(begin, end - begin);
        const bool etc =
            at(end) == U'等' || has_any(around, {U"主要", U"较多", U"居前"}) ||
            has_any(clause_before(begin > 0 ? begin - 1 : 0), {U"主要", U"较多", U"居前", U"前三"});
        const bool alone = std::any_of(values.begin(), values.end(),
                                       [&](const Amount& one) { return compare(one, whole) >= 0; });
        const bool other =
            pieces_[run.items.back()].label.find(U"其他") != std::u32string_view::npos ||
            pieces_[run.items.back()].label.find(U"其余") != std::u32string_view::npos;
        switch (run.way) {
            case Way::divided:
                return !etc && within(2) && (over || !are_cells(run));
            case Way::listed:
                if (over) return !alone && within(1);
                return !etc && ((run.items.size() > 2 && is_one_slip(whole, values) && within(3)) ||
                                (other && within(2)) || (are_all(run) && within(8)) ||
                                (at(begin - 1) == U'：' && is_closed(end) && within(8)));
            case Way::beside:
                return !alone && !etc &&
                       ((are_all(run) && within(5)) ||
                        (run.items.size() > 2 && is_one_slip(whole, values) && within(3)));
            case Way::none:
                break;
        }
        return false;
    }

    /// Nothing follows a list in its sentence or part.
    bool is_closed(std::size_t end) const {
        return end >= text_.size() || text_[end] == U'。' || text_[end] == U'；';
    }

    static Amount scaled(Amount amount, int times) {
        amount.digits *= times;
        return amount;
    }

    const Report& report_;
    const Reading& reading_;
    const Reading* before_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
    std::vector<Piece> pieces_, earlier_;
};

}  // namespace

void check_divisions(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                     std::vector<Finding>& findings) {
    if (readings[at].figures.size() > 1) Divisions(report, readings, at, findings).check();
}

}  // namespace nianbao::prose
