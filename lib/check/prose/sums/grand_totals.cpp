#include "check/prose/sums/grand_totals.hpp"

#include "check/prose/claims/told.hpp"
#include "check/prose/sums/pieces.hpp"
#include "text/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace nianbao::prose {
namespace {

constexpr std::u32string_view total_words[] = {U"合计", U"共计", U"总计", U"总共",
                                               U"一共", U"相加", U"累计", U"共"};

/// How many are counted together: 三 of 三者共57件; 0: it is not said.
std::size_t counted_together(std::u32string_view label) {
    constexpr std::u32string_view numerals = U"二三四五六七八九";
    for (const std::u32string_view front : {U"以上", U"上述", U"这"}) {
        if (label.starts_with(front)) label.remove_prefix(front.size());
    }
    if (label.starts_with(U'两')) return 2;
    const std::size_t at = label.empty() ? numerals.npos : numerals.find(label.front());
    return at == numerals.npos ? 0 : at + 2;
}

class GrandTotals {
public:
    GrandTotals(const Reading& reading, std::vector<Finding>& findings)
        : reading_(reading),
          text_(reading.sentence->text),
          findings_(findings),
          pieces_(pieces_of(reading)) {}

    void check() {
        for (std::size_t i = 1; i < pieces_.size(); ++i) {
            if (product(i)) continue;
            if (is_total(i)) total(i);
        }
    }

private:
    const Amount& value(std::size_t piece) const { return value_of(reading_, pieces_[piece]); }
    char32_t at(std::size_t place) const { return place < text_.size() ? text_[place] : U'\0'; }

    /// 共13处, 三者共57件, 两项合计9580万元, 以上五类相加为2380条
    bool is_total(std::size_t i) const {
        std::u32string_view label = pieces_[i].label;
        constexpr std::size_t longest = 10;
        if (label.size() > longest || pieces_[i].differs || pieces_[i].begin == 0 ||
            (at(pieces_[i].begin - 1) != U'，' && at(pieces_[i].begin - 1) != U'、'))
            return false;
        for (const std::u32string_view end : {U"为", U"达", U"有", U"是", U"公开", U"发布"}) {
            if (label.ends_with(end)) label.remove_suffix(end.size());
        }
        const auto* const word =
            std::find_if(std::begin(total_words), std::end(total_words),
                         [&](std::u32string_view one) { return label.ends_with(one); });
        if (word == std::end(total_words)) return false;
        label.remove_suffix(word->size());
        return label.empty() || counted_together(label) > 0;
    }

    /// 600条（期）: of units together.
    bool of_units(const Piece& piece) const {
        const auto unit_end = static_cast<std::size_t>(reading_.figures[piece.figure].numeral.end) +
                              piece.unit.size();
        return at(unit_end) == U'（' && piece.end > unit_end && piece.end - unit_end <= 6;
    }

    /// The pieces before a total that it is of, the first one first.
    std::vector<std::size_t> items_before(std::size_t i) const {
        const Piece& total = pieces_[i];
        std::vector<std::size_t> items;
        std::size_t next = total.begin;
        const bool mixed = of_units(total);
        int depth = -1;
        for (std::size_t k = i; k-- > 0;) {
            const Piece& piece = pieces_[k];
            if (depth < 0) {
                depth = piece.depth;
                if (depth != total.depth && depth != total.depth + 1) return items;
            }
            if (piece.depth > depth) continue;
            if (piece.depth < depth || piece.differs) break;
            if (piece.unit != total.unit && !mixed) break;
            // Each in a bracket of its own, or one right after the other.
            const std::size_t end = piece.end + (depth > total.depth ? 1 : 0);
            const auto between = text_.substr(std::min(end, next), next - std::min(end, next));
            if (depth > total.depth) {
                constexpr std::size_t longest = 10;  // ）和农业农村（
                const auto name = items.empty() ? between : between.substr(0, between.size());
                if (at(piece.end) != U'）' || name.size() > longest ||
                    name.find_first_of(U"；。：") != name.npos)
                    break;
            } else if (between != U"，" && between != U"、" && between != U"和" && between != U"") {
                break;
            }
            items.insert(items.begin(), k);
            next = depth > total.depth ? piece.begin - 1 : piece.begin;
            if (piece.label.starts_with(U"其中") || piece.label.starts_with(U"包括")) break;
        }
        return items;
    }

    /// 9家分馆、4家文化馆设查阅点，共13处: two or three counts with 、 between, in the clause
    /// before; what each has is one.
    std::vector<std::size_t> one_each(std::size_t i) const {
        const Piece& total = pieces_[i];
        std::vector<std::size_t> items;
        if (std::u32string_view(U"处家个块份").find(total.unit.front()) ==
            std::u32string_view::npos)
            return items;
        const std::size_t mark = total.begin - 1;
        std::size_t begin = mark;
        while (begin > 0 &&
               std::u32string_view(U"，；。：（）").find(text_[begin - 1]) == text_.npos)
            --begin;
        for (std::size_t k = i; k-- > 0 && pieces_[k].begin >= begin;) {
            if (std::u32string_view(U"个家").find(pieces_[k].unit.front()) ==
                std::u32string_view::npos)
                return {};
            items.insert(items.begin(), k);
        }
        if (items.size() < 2) return {};
        for (std::size_t k = 1; k < items.size(); ++k) {
            const auto from = static_cast<std::size_t>(
                reading_.figures[pieces_[items[k - 1]].figure].numeral.end);
            if (text_.substr(from, pieces_[items[k]].begin - from).find(U'、') == text_.npos)
                return {};
        }
        const auto last =
            static_cast<std::size_t>(reading_.figures[pieces_[items.back()].figure].numeral.end);
        if (text_.substr(last, mark - last).find_first_of(U"0123456789") != text_.npos) return {};
        return items;
    }

    void total(std::size_t i) {
        std::vector<std::size_t> items = items_before(i);
        const bool direct = items.size() > 1;
        if (items.size() < 2) items = one_each(i);
        const std::size_t said = counted_together(pieces_[i].label);
        if (items.size() < 2 || (said > 0 && items.size() < said)) return;
        if (said > 0) items.erase(items.begin(), items.end() - static_cast<std::ptrdiff_t>(said));
        const Amount& whole = value(i);
        Amount sum;
        const Amount room = room_of(reading_, pieces_, items.front(), items.back() + 1,
                                    reading_.figures[pieces_[i].figure].numeral);
        const auto is_near = [&](const Amount& one) {
            const Amount difference = compare(one, whole) > 0 ? one - whole : whole - one;
            return compare(difference, room) <= 0;
        };
        for (std::size_t k = items.size(); k-- > 0;) {
            sum = sum + value(items[k]);
            if (is_near(sum) || is_near(value(items[k]))) {
                note(reading_, reading_.figures[pieces_[i].figure],
                     "前面各项之和 " + whole.to_string());
                return;
            }
        }
        const Amount difference = compare(sum, whole) > 0 ? sum - whole : whole - sum;
        const int parts = direct ? 2 : 3;
        if (compare(Amount{difference.digits * parts, difference.decimals}, whole) > 0) return;
        tell(i, fmt::format("前面各项之和 {}，与总数 {} 不符", sum.to_string(), whole.to_string()),
             sum);
    }

    /// 评选信息员6名，每人奖励300元，共1800元; 16个村全部更新，单价850元，合计13600元. True where
    /// it stands there.
    bool product(std::size_t i) {
        const Piece &whole = pieces_[i], &one = pieces_[i - 1];
        if (whole.unit != U"元" || one.unit != U"元" || one.end + 1 != whole.begin) return false;
        const std::u32string_view label = one.label;
        const std::size_t each = label.find(U'每');
        const bool priced = label.ends_with(U"单价") || label.ends_with(U"单价为");
        if ((!priced && (each == label.npos || label.size() - each > 6)) ||
            std::none_of(std::begin(total_words), std::end(total_words),
                         [&](std::u32string_view word) { return has(whole.label, word); }))
            return false;
        std::optional<Amount> nearest;
        for (std::size_t k = i - 1; k-- > 0;) {
            const Piece& count = pieces_[k];
            if (count.unit == U"元" || value(k).decimals > 0 || value(k).digits <= 1) continue;
            const char32_t of = each == label.npos ? U'\0' : label[each + 1];
            if (!priced && of != count.unit.front()) continue;
            Amount all = value(i - 1);
            all.digits *= value(k).digits;
            const Amount difference = compare(all, value(i)) > 0 ? all - value(i) : value(i) - all;
            if (compare(difference, room_of(reading_, pieces_, i - 1, i,
                                            reading_.figures[whole.figure].numeral)) <= 0)
                return true;
            if (!nearest) nearest = all;
        }
        if (nearest)
            tell(i,
                 fmt::format("按单价算是 {}，与总数 {} 不符", nearest->to_string(),
                             value(i).to_string()),
                 *nearest);
        return nearest.has_value();
    }

    void tell(std::size_t i, const std::string& message, const Amount& right) {
        const Numeral& said = reading_.figures[pieces_[i].figure].numeral;
        const Span where = span_of(reading_, said.begin, said.end);
        if (is_told(findings_, where)) return;
        findings_.push_back(
            doubt_of("P-08", where, message, "请核对总数和各项",
                     {{"found", value(i).to_string()}, {"expected", right.to_string()}}));
    }

    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
    std::vector<Piece> pieces_;
};

}  // namespace

void check_grand_totals(const Reading& reading, std::vector<Finding>& findings) {
    if (reading.figures.size() > 2 &&
        has_any(reading.sentence->text, {U"共", U"合计", U"总计", U"相加", U"累计"}))
        GrandTotals(reading, findings).check();
}

}  // namespace nianbao::prose
