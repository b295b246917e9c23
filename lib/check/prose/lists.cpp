// P-08: where the prose lists the parts of a whole, behind 其中, 包括, a colon or in
// brackets, and which figure the whole is.
#include "check/prose/lists.hpp"

#include "check/prose/figures/partition.hpp"
#include "text/search.hpp"

#include <optional>

namespace nianbao::prose {
namespace {

/// The first token of the clause up to token i, where it measures against something; else
/// i.
std::size_t compared_from(const Reading& reading, std::size_t i) {
    bool compared = false;
    std::size_t k = i;
    while (k > 0 && reading.role(k - 1) != Role::comma && reading.role(k - 1) != Role::semicolon) {
        const Role role = reading.role(--k);
        compared = compared || role == Role::rise || role == Role::fall || role == Role::compare;
    }
    return compared ? k : i;
}

/// The last count before a token, unless another figure or too much else stands between.
int whole_before(const Reading& reading, std::size_t i) {
    constexpr int farthest = 24;
    int at = i < reading.tokens.size() ? reading.tokens[i].begin
                                       : static_cast<int>(reading.sentence->text.size());
    int depth = 0;
    while (i-- > 0) {
        const Token& token = reading.tokens[i];
        if (token.role == Role::close) ++depth;
        if (token.role == Role::open && depth > 0) --depth;
        if (depth > 0 || token.role != Role::figure) continue;
        const Figure& figure = reading.figure(i);
        // 公开235条，比上年增加21条，增长9.8%。其中: by how much it grew is no whole.
        if (const std::size_t begin = compared_from(reading, i); begin < i) {
            if (begin == 0) return -1;
            i = begin;
            at = reading.tokens[begin].begin;
            continue;
        }
        if (!is_counted(figure.kind) || at - token.end > farthest ||
            !(reading.scopes[i].year == 0) || reading.scopes[i].plan || is_of_each(reading, i))
            return -1;
        return token.figure;
    }
    return -1;
}

/// The whole of a list that begins a sentence: in the one before, outside its own lists.
/// Of three totals in a row none can be told from the others.
std::optional<Whole> whole_of_sentence(const Reading& reading) {
    std::size_t end = 0;
    while (end < reading.tokens.size() && reading.tokens[end].role != Role::list) ++end;
    const int last = whole_before(reading, end);
    if (last < 0 ||
        (end < reading.tokens.size() && reading.tokens.back().end - reading.tokens[end].begin > 40))
        return std::nullopt;
    const std::size_t n = last;
    Whole whole{&reading, n, false, {}};
    int depth = 0;
    for (std::size_t i = 0; i < end; ++i) {
        const Token& token = reading.tokens[i];
        if (token.role == Role::open) ++depth;
        if (token.role == Role::close && depth > 0) --depth;
        if (token.role != Role::figure || depth > 0 || token.figure == last) continue;
        const Figure& figure = reading.figure(i);
        if (is_counted(figure.kind) && figure.unit == reading.figures[n].unit)
            whole.also.push_back(figure.numeral.value);
    }
    if (whole.also.size() > 1) return std::nullopt;
    whole.doubtful = !whole.also.empty();
    return whole;
}

/// 建议19件、提案27件，其中…: what a count and those parted from it by 、 come to.
std::vector<Amount> sum_with_neighbours(const Reading& reading, std::size_t figure) {
    std::size_t i = 0;
    while (reading.tokens[i].figure != static_cast<int>(figure)) ++i;
    Amount sum = reading.figures[figure].numeral.value;
    bool more = false;
    for (std::size_t k = i; k-- > 0 && !ends_clause(reading.role(k));) {
        if (reading.role(k) != Role::figure || reading.is_date(k)) continue;
        if (!is_counted(reading.figure(k).kind) ||
            reading.figure(k).unit != reading.figures[figure].unit ||
            reading.role(k + 1) != Role::pause)
            break;
        sum = sum + reading.figure(k).numeral.value;
        more = true;
    }
    return more ? std::vector<Amount>{sum} : std::vector<Amount>{};
}

/// 22件（建议16件，提案6件）: a bracket behind a count that holds nothing but counts of
/// its unit.
bool lists_in_bracket(const Reading& reading, std::size_t open) {
    if (reading.tokens[open].role != Role::open || open == 0 ||
        reading.tokens[open - 1].role != Role::figure)
        return false;
    const Figure& whole = reading.figure(open - 1);
    int items = 0;
    for (std::size_t i = open + 1; i < reading.tokens.size(); ++i) {
        const Token& token = reading.tokens[i];
        if (token.role == Role::close) return items > 1;
        if (token.role == Role::open || token.role == Role::list || token.role == Role::compare ||
            token.role == Role::time || token.role == Role::share ||
            token.role == Role::semicolon || token.role == Role::etc || token.role == Role::verb)
            return false;
        if (token.role != Role::figure) continue;
        const Figure& figure = reading.figure(i);
        if (!is_counted(figure.kind) || figure.unit != whole.unit) return false;
        ++items;
    }
    return false;
}

/// 286条，工作动态150条、政策文件36条、其他100条; 286条，涉及财政信息150条、其他136条: items
/// behind a count and a comma, parted by 、.
bool lists_by_pauses(const Reading& reading, std::size_t comma) {
    if ((reading.tokens[comma].role != Role::comma &&
         reading.tokens[comma].role != Role::semicolon) ||
        comma == 0)
        return false;
    std::size_t whole = comma - 1;  // 286条信息中，工作动态150条、…: before what ends in 中
    constexpr std::size_t most_words = 4;
    if (reading.word(whole).ends_with(U"中")) {
        while (whole > 0 && comma - whole <= most_words && reading.role(whole) != Role::figure &&
               !ends_item(reading.role(whole)))
            --whole;
    }
    if (reading.role(whole) != Role::figure || !is_counted(reading.figure(whole).kind))
        return false;
    const std::u32string_view unit = reading.figure(whole).unit;
    int items = 0;
    for (std::size_t i = comma + 1; i < reading.tokens.size(); ++i) {
        const Token& token = reading.tokens[i];
        if (token.role == Role::comma || token.role == Role::semicolon) break;
        if (token.role == Role::open || token.role == Role::list || token.role == Role::compare ||
            token.role == Role::share || token.role == Role::verb)
            return false;
        if (token.role != Role::figure || reading.is_date(i)) continue;
        if (!is_counted(reading.figure(i).kind) || reading.figure(i).unit != unit) return false;
        const Role next = reading.role(i + 1);
        if (next != Role::pause && next != Role::comma && next != Role::semicolon) return false;
        ++items;
    }
    return items > 2;
}

}  // namespace

void check_lists(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                 std::vector<Finding>& findings) {
    const Reading& reading = readings[at];
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Role role = reading.tokens[i].role;
        const bool after_figure =
            role == Role::colon && i > 0 && reading.tokens[i - 1].role == Role::figure;
        const bool in_bracket = lists_in_bracket(reading, i);
        const bool by_pauses = lists_by_pauses(reading, i);
        const std::u32string_view behind =
            std::u32string_view(reading.sentence->text).substr(reading.tokens[i].end);
        if (role == Role::list && (behind.starts_with(U'在') || behind.starts_with(U'于')))
            continue;  // 重点领域的160条包含在全年375条之内
        if (role != Role::list && !after_figure && !in_bracket && !by_pauses) continue;
        if (role == Role::list && i > 0 && reading.tokens[i - 1].role == Role::colon && i > 1 &&
            reading.tokens[i - 2].role == Role::figure)
            continue;
        // The parts overlap: 部分信息同时发布, 同一文件有多种解读的分别计算.
        if (has_any(reading.sentence->text, {U"分别计算", U"重复计算", U"分别统计", U"重复统计",
                                             U"信息同时", U"交叉", U"有重复", U"有重叠"}))
            return;
        std::optional<Whole> whole;
        if (const int before = whole_before(reading, i); before >= 0)
            whole = Whole{&reading, static_cast<std::size_t>(before), in_bracket,
                          role == Role::list && i > 0 && reading.role(i - 1) == Role::comma
                              ? sum_with_neighbours(reading, static_cast<std::size_t>(before))
                              : std::vector<Amount>{}};
        else if (i == 0 && at > 0 && !reading.sentence->begins)
            whole = whole_of_sentence(readings[at - 1]);
        // 行政复议0件。其中予以公开8件: nothing has no parts.
        if (whole && whole->reading->figures[whole->figure].numeral.value == Amount{}) continue;
        if (whole) whole->complete_only = by_pauses;
        if (whole) check_parts(report, reading, *whole, i + 1, findings);
    }
}

}  // namespace nianbao::prose
