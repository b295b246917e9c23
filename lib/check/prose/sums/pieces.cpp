#include "check/prose/sums/pieces.hpp"

#include "text/search.hpp"

#include <algorithm>

namespace nianbao::prose {
namespace {

bool is_mark(char32_t c) {
    return std::u32string_view(U"，、；：。（）").find(c) != std::u32string_view::npos;
}

/// 条次 and 件次 count what 条 and 件 do; 人次 does not count persons.
std::u32string_view unit_of(const Reading& reading, const Figure& figure) {
    std::u32string_view unit = figure.unit;
    const std::u32string_view text = reading.sentence->text;
    const auto end = static_cast<std::size_t>(figure.numeral.end);
    constexpr std::u32string_view others = U"种页本枚辆米款";
    if (unit.empty() && end < text.size() && others.find(text[end]) != others.npos)
        unit = text.substr(end, 1);
    if (unit.size() > 1 && unit.front() == U'个') unit = unit.substr(0, 1);  // 个单位, 个镇
    if (unit.size() == 2 && unit.back() == U'次' && unit.front() != U'人') unit.remove_suffix(1);
    if (unit == U"元整" || unit == U"元人民币") unit = unit.substr(0, 1);
    return unit == U"名" ? std::u32string_view(U"人") : unit;
}

bool counts(const Reading& reading, const Figure& figure, std::u32string_view unit) {
    const Numeral& numeral = figure.numeral;
    if (numeral.percent || numeral.rough > 0 || numeral.hedge != Hedge::none || unit.empty() ||
        (numeral.han && numeral.value.digits < 10) || figure.kind == FigureKind::year ||
        figure.kind == FigureKind::month || figure.kind == FigureKind::multiple ||
        figure.unit.find(U'点') != unit.npos || figure.unit == U"个工作日" ||
        figure.unit == U"个月" || unit.starts_with(U"年"))
        return false;
    const std::u32string_view text = reading.sentence->text;
    const auto begin = static_cast<std::size_t>(numeral.begin);
    return begin == 0 ||
           std::u32string_view(U"第每均-—~至/").find(text[begin - 1]) == std::u32string_view::npos;
}

/// Past the bracket that opens there.
std::size_t past_bracket(std::u32string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != U'（') return at;
    int depth = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
        if (text[i] == U'（') ++depth;
        if (text[i] == U'）' && --depth == 0) return i + 1;
    }
    return at;
}

}  // namespace

std::vector<Piece> pieces_of(const Reading& reading) {
    const std::u32string_view text = reading.sentence->text;
    std::vector<Piece> pieces;
    int depth = 0;
    bool differs = false;
    std::size_t last = 0;  // past the unit of the piece before
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token& token = reading.tokens[i];
        if (token.role == Role::open) ++depth;
        if (token.role == Role::close) --depth;
        if (ends_clause(token.role)) differs = false;
        const bool compares = token.role == Role::compare &&
                              !stands(text, static_cast<std::size_t>(token.end), U"差") &&
                              !stands(text, static_cast<std::size_t>(token.end), U"好");
        if (compares || token.role == Role::rise || token.role == Role::fall) differs = true;
        if (token.role != Role::figure) continue;
        const Figure& figure = reading.figures[token.figure];
        Piece piece;
        piece.unit = unit_of(reading, figure);
        if (!counts(reading, figure, piece.unit)) continue;
        piece.figure = static_cast<std::size_t>(token.figure);
        piece.token = i;
        piece.depth = depth;
        piece.differs = differs;
        const auto begin = static_cast<std::size_t>(figure.numeral.begin);
        piece.begin = begin;
        while (piece.begin > 0 && !is_mark(text[piece.begin - 1]) && piece.begin > last)
            --piece.begin;
        piece.label = text.substr(piece.begin, begin - piece.begin);
        const std::size_t size = figure.unit.empty() ? piece.unit.size() : figure.unit.size();
        last = static_cast<std::size_t>(figure.numeral.end) + size;
        piece.end = past_bracket(text, last);
        pieces.push_back(piece);
    }
    return pieces;
}

const Amount& value_of(const Reading& reading, const Piece& piece) {
    return reading.figures[piece.figure].numeral.value;
}

Amount sum_of(const Reading& reading, const std::vector<Piece>& pieces, std::size_t from,
              std::size_t to) {
    Amount sum;
    for (std::size_t i = from; i < to; ++i) sum = sum + value_of(reading, pieces[i]);
    return sum;
}

Amount room_of(const Reading& reading, const std::vector<Piece>& pieces, std::size_t from,
               std::size_t to, const Numeral& whole) {
    int coarsest = whole.last_digit;
    bool rounded = coarsest != 0;
    for (std::size_t i = from; i < to; ++i) {
        const int digit = reading.figures[pieces[i].figure].numeral.last_digit;
        coarsest = std::max(coarsest, digit);
        rounded = rounded || digit != 0;
    }
    if (!rounded) return {};
    constexpr std::size_t many = 5;  // few roundings nearly cancel out
    Amount room{to - from > many ? 2 : 1, 0};
    for (; coarsest > 0; --coarsest) room.digits *= 10;
    for (; coarsest < 0; ++coarsest) ++room.decimals;
    return room;
}

}  // namespace nianbao::prose
