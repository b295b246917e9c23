#include "check/prose/sums/within.hpp"

#include "check/prose/claims/told.hpp"
#include "check/prose/ratio.hpp"
#include "check/prose/sums/pieces.hpp"
#include "text/search.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::prose {
namespace {

class Within {
public:
    Within(const Reading& reading, std::vector<Finding>& findings)
        : reading_(reading),
          text_(reading.sentence->text),
          findings_(findings),
          pieces_(pieces_of(reading)) {}

    void check() {
        for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
            if (!is_within(i)) continue;
            if (compare(value_of(reading_, pieces_[i + 1]), value_of(reading_, pieces_[i])) > 0)
                tell_more(i);
            else share(i);
        }
    }

private:
    std::size_t digits_end(const Piece& piece) const {
        return static_cast<std::size_t>(reading_.figures[piece.figure].numeral.end);
    }
    std::size_t digits_begin(const Piece& piece) const {
        return static_cast<std::size_t>(reading_.figures[piece.figure].numeral.begin);
    }

    /// 12个乡镇中有7个, 43次测评里有5次: the second of two counts is of the first.
    bool is_within(std::size_t i) const {
        const Piece &whole = pieces_[i], &part = pieces_[i + 1];
        if (whole.unit != part.unit || whole.depth != part.depth || whole.unit == U"元")
            return false;
        const std::size_t begin = digits_end(whole), end = digits_begin(part);
        constexpr std::size_t longest = 24;
        if (end < begin || end - begin > longest) return false;
        const std::u32string_view between = text_.substr(begin, end - begin);
        if (between.find_first_of(U"、；。：（）") != between.npos ||
            has_any(between, {U"中心", U"集中", U"中小", U"其中", U"中国", U"中央", U"中共",
                              U"中标", U"中介", U"中止", U"中级", U"年中", U"每", U"另", U"中期"}))
            return false;
        const std::size_t in = between.find_first_of(U"中里");
        return in != between.npos && in <= 14 && !whole.differs;
    }

    void tell_more(std::size_t i) {
        const Numeral& said = reading_.figures[pieces_[i + 1].figure].numeral;
        const Span where = span_of(reading_, said.begin, said.end);
        if (is_told(findings_, where)) return;
        findings_.push_back(
            doubt_of("P-08", where,
                     fmt::format("{}中有 {}，多于总数", value_of(reading_, pieces_[i]).to_string(),
                                 said.value.to_string()),
                     "请核对总数和其中的数", {{"found", said.value.to_string()}}));
    }

    /// The share that stands right behind.
    void share(std::size_t i) {
        const Piece& part = pieces_[i + 1];
        for (const Figure& figure : reading_.figures) {
            const Numeral& said = figure.numeral;
            if (!said.percent || said.hedge != Hedge::none || figure.referred) continue;
            const auto begin = static_cast<std::size_t>(said.begin);
            const std::size_t from = digits_end(part) + part.unit.size();
            constexpr std::size_t longest = 16;
            const bool behind = begin > from && begin - from <= longest && shares(from, begin);
            if (!behind && !shares_before(said, pieces_[i])) continue;
            const Amount &all = value_of(reading_, pieces_[i]), &some = value_of(reading_, part);
            if (is_ratio(some, all, said)) return;
            const Span where = span_of(reading_, said.begin, said.end);
            if (is_told(findings_, where)) return;
            findings_.push_back(doubt_of(
                "P-09", where,
                fmt::format("{}可能与各数算出的不符：{} 占 {} 是 {}%",
                            quoted(reading_, said.begin, said.end), some.to_string(),
                            all.to_string(), ratio_text(some, all, said)),
                "请核对百分比，以及它是哪两个数的比",
                {{"found", said.value.to_string()}, {"expected", ratio_text(some, all, said)}}));
            return;
        }
    }

    /// 属此情形，占; 没有附原文链接，占; （占: one clause or none between, and nothing of
    /// another whole.
    bool shares(std::size_t from, std::size_t to) const {
        const std::u32string_view words = text_.substr(from, to - from);
        const auto marks = std::count(words.begin(), words.end(), U'，');
        return marks < 2 && words.find_first_of(U"；。：、0123456789") == words.npos &&
               (words.ends_with(U"占") || words.ends_with(U"占比") || words.ends_with(U"占比为") ||
                words.ends_with(U"仅占"));
    }

    /// 仅占12%（60篇中12篇）: the share stands in front, its counts in the bracket.
    bool shares_before(const Numeral& said, const Piece& whole) const {
        const auto end = static_cast<std::size_t>(said.end);
        const std::size_t begin = digits_begin(whole);
        if (begin <= end) return false;
        const std::u32string_view between = text_.substr(end, begin - end);
        return between == U"（" || between == U"%（";
    }

    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
    std::vector<Piece> pieces_;
};

}  // namespace

void check_within(const Reading& reading, std::vector<Finding>& findings) {
    if (reading.figures.size() > 1 &&
        reading.sentence->text.find_first_of(U"中里") != reading.sentence->text.npos)
        Within(reading, findings).check();
}

}  // namespace nianbao::prose
