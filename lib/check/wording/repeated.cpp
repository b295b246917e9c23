// W-20: items, clauses, sentences and paragraphs that stand twice.
#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nianbao::wording {
namespace {

/// A part of a line: code points [begin, end), without the mark behind it.
struct Piece {
    std::size_t begin = 0, end = 0;
};

void tell_same(const FieldText& text, const Piece& piece, std::vector<Finding>& findings) {
    constexpr std::size_t longest_shown = 12;
    const std::u32string said = text.printed(piece.begin, piece.end);
    findings.push_back(
        finding_of("W-20", text.span(piece.begin, piece.end),
                   fmt::format("这一句与前一句相同：“{}{}”", to_utf8(said.substr(0, longest_shown)),
                               said.size() > longest_shown ? "…" : ""),
                   "请删去重复的一句"));
}

void tell_item(const FieldText& text, const Piece& item, std::vector<Finding>& findings) {
    findings.push_back(finding_of("W-20", text.span(item.begin, item.end),
                                  fmt::format("“{}”重复", text.quote(item.begin, item.end)),
                                  "前面已经有了，请删去一处，或者改成漏写的"));
}

/// “应公开尽公开、应公开尽公开”: the same words before and behind a 、.
void tell_around(const FieldText& text, const TextLine& line, std::size_t mark,
                 std::vector<Finding>& findings) {
    constexpr std::size_t shortest = 6, longest = 14;
    const std::u32string_view whole = text.text;
    for (std::size_t size = shortest;
         size <= longest && mark >= line.body + size && mark + size < line.end; ++size) {
        const auto behind = whole.substr(mark + 1, size);
        if (whole.substr(mark - size, size) != behind ||
            !std::all_of(behind.begin(), behind.end(), is_han))
            continue;
        tell_same(text, {mark + 1, mark + 1 + size}, findings);
        return;
    }
}

/// “知情权、参与权、知情权”: an item that stands twice among those of one clause.
class Enumeration {
public:
    void begin() { items_.clear(); }

    /// Takes an item that ends at a mark, the `last` one with what follows the list;
    /// the words that stood there before, else none.
    std::u32string_view again(std::u32string_view item, bool last) {
        constexpr std::size_t shortest = 2, most = 12;
        if (items_.empty()) {  // 保障公众的知情权, 通过政府网站
            if (const std::size_t of = item.rfind(U'的'); of != item.npos)
                item.remove_prefix(of + 1);
            for (const std::u32string_view by : {U"通过", U"依托", U"利用", U"借助", U"运用"}) {
                if (item.starts_with(by)) item.remove_prefix(by.size());
            }
        }
        if (last) {
            for (const std::u32string_view etc :
                 {U"等", U"三个", U"两个", U"四个", U"三大", U"各项"}) {
                if (const std::size_t at = item.find(etc); at != item.npos)
                    item = item.substr(0, at);
            }
        }
        if (item.size() < shortest || !std::all_of(item.begin(), item.end(), is_han)) return {};
        if (std::find(items_.begin(), items_.end(), item) != items_.end()) return item;
        if (items_.size() < most) items_.push_back(item);
        return {};
    }

private:
    std::vector<std::u32string_view> items_;
};

/// “明确负责人，明确负责人，”: a clause, or a sentence, that follows itself.
void check_followed(const FieldText& text, const TextLine& line, std::vector<Finding>& findings) {
    constexpr std::size_t shortest_sentence = 4, shortest_clause = 4;
    constexpr CharacterSet ends_of_sentences(U"。！？"), ends_of_clauses(U"。！？，；、：");
    const std::u32string_view whole = text.text;
    // “2023年，2023年我局…”: the year of a sentence once more.
    const auto same_year = [&](const Piece& one, const Piece& before) {
        const std::size_t size = before.end - before.begin;
        const auto year = whole.substr(before.begin, size);
        return size >= 5 && size <= 7 && is_any_digit(year.front()) &&
               (year.back() == U'年' || year.back() == U'度') && one.end - one.begin > size &&
               whole.substr(one.begin, size) == year;
    };
    // “一是健全机制。二是健全机制。”: but for the ordinals.
    const auto without_ordinal = [&](Piece piece) {
        if (piece.begin < piece.end && small_numerals.has(whole[piece.begin]) &&
            at(whole, static_cast<std::ptrdiff_t>(piece.begin) + 1) == U'是')
            piece.begin += 2;
        if (piece.end - piece.begin > 3 && whole[piece.begin] == U'（' &&
            small_numerals.has(whole[piece.begin + 1]) && whole[piece.begin + 2] == U'）')
            piece.begin += 3;
        return piece;
    };
    const auto same = [&](Piece one, Piece before, std::size_t shortest) {
        one = without_ordinal(one);
        before = without_ordinal(before);
        const std::size_t size = one.end - one.begin;
        if (size < shortest || size != before.end - before.begin) return false;
        const auto said = whole.substr(one.begin, size);
        return said == whole.substr(before.begin, size) &&
               std::any_of(said.begin(), said.end(), is_han);
    };
    // “……，做好信息公开。做好信息公开。”: the end of a longer sentence once more.
    const auto ends_with = [&](const Piece& before, const Piece& one) {
        constexpr std::size_t shortest = 4;
        const std::size_t size = one.end - one.begin;
        return size >= shortest && is_pause(at(whole, before.end - size - 1)) &&
               before.end - before.begin > size &&
               same(one, {before.end - size, before.end}, shortest);
    };
    // “某区城市管理局坚持问题导向，坚持问题导向，”: the end of a clause once more.
    const auto follows_its_end = [&](const Piece& before, const Piece& one) {
        const std::size_t size = one.end - one.begin;
        if (size < shortest_clause || before.end - before.begin <= size) return false;
        const auto said = whole.substr(one.begin, size);
        return std::all_of(said.begin(), said.end(), is_han) &&
               whole.substr(before.end - size, size) == said;
    };
    const auto is_told = [&](const Piece& one) {
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.rule == "W-20" && finding.where.field == text.field &&
                   std::cmp_less(finding.where.offset, one.end) &&
                   std::cmp_less(one.begin, finding.where.offset + finding.where.length);
        });
    };
    Piece sentence{line.body, line.body}, clause = sentence, last_sentence, last_clause;
    Enumeration items;
    std::size_t item = line.body;
    bool parted = false;  // by 、 in this clause
    for (std::size_t place = line.body; place <= line.end; ++place) {
        if (place < line.end && !ends_of_clauses.has(whole[place])) continue;
        const bool ends = place == line.end || ends_of_sentences.has(whole[place]);
        sentence.end = clause.end = place;
        const bool twice = ends && (same(sentence, last_sentence, shortest_sentence) ||
                                    ends_with(last_sentence, sentence));
        if (place < line.end && whole[place] == U'、') tell_around(text, line, place, findings);
        const bool pauses = place < line.end && whole[place] == U'、';
        if (pauses || parted) {
            const std::u32string_view twin = items.again(whole.substr(item, place - item), !pauses);
            if (!twin.empty() && !twice) {
                const auto begin = static_cast<std::size_t>(twin.data() - whole.data());
                tell_item(text, {begin, begin + twin.size()}, findings);
            }
        }
        parted = pauses;
        if (!pauses) items.begin();
        item = place + 1;
        if (twice) tell_same(text, sentence, findings);
        else if (same(clause, last_clause, shortest_clause) ||
                 (follows_its_end(last_clause, clause) && !is_told(clause)))
            tell_same(text, clause, findings);
        else if (same_year(clause, last_clause))
            tell_item(text, {clause.begin, clause.begin + (last_clause.end - last_clause.begin)},
                      findings);
        if (clause.end > clause.begin) last_clause = clause;
        clause.begin = place + 1;
        if (!ends) continue;
        if (sentence.end > sentence.begin) last_sentence = sentence;
        sentence.begin = place + 1;
        last_clause = {};
    }
}

}  // namespace

void check_repeated(const FieldText& text, std::vector<Finding>& findings) {
    constexpr std::size_t shortest = 12;  // shorter lines are headings and entries
    std::unordered_map<std::u32string_view, std::size_t> seen;
    for (const TextLine& line : text.lines) {
        const auto body = std::u32string_view(text.text).substr(line.body, line.end - line.body);
        const bool sentence = !body.empty() && body.back() == U'。';
        if (body.size() < shortest || (line.kind == LineKind::heading && !sentence)) continue;
        const std::size_t times = ++seen[body];
        if (times == 1) check_followed(text, line, findings);
        if (times != 2) continue;
        findings.push_back(
            finding_of("W-20", text.span(line.begin, line.end),
                       fmt::format("这一段与前面的一段完全相同：“{}…”",
                                   to_utf8(text.printed(line.body, line.end).substr(0, 10))),
                       "请删去重复的一段"));
    }
}

}  // namespace nianbao::wording
