#include "check/prose/growth/quantities.hpp"

#include "text/character_set.hpp"
#include "text/digits.hpp"
#include "text/search.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::prose {
namespace {

/// A word for a change; `bare` ones are words of their own only where something is
/// compared: 比上年多6件; `either`: one way or the other, and only before what it became.
struct Move {
    std::u32string_view word;
    bool up = false, bare = false, either = false;
};
constexpr Move moves[] = {{U"增长幅度", true},
                          {U"上升幅度", true},
                          {U"提高幅度", true},
                          {U"下降幅度"},
                          {U"减少幅度"},
                          {U"增长率", true},
                          {U"增长", true},
                          {U"增加", true},
                          {U"增多", true},
                          {U"增幅", true},
                          {U"涨幅", true},
                          {U"升幅", true},
                          {U"增量", true},
                          {U"上升", true},
                          {U"上涨", true},
                          {U"提高", true},
                          {U"提升", true},
                          {U"攀升", true},
                          {U"扩大", true},
                          {U"延长", true},
                          {U"高出", true},
                          {U"多出", true},
                          {U"下降率"},
                          {U"下降"},
                          {U"减少"},
                          {U"降低"},
                          {U"回落"},
                          {U"减幅"},
                          {U"降幅"},
                          {U"跌幅"},
                          {U"减量"},
                          {U"缩短"},
                          {U"压缩"},
                          {U"压减"},
                          {U"缩减"},
                          {U"精简"},
                          {U"下滑"},
                          {U"下跌"},
                          {U"整合"},
                          {U"归并"},
                          {U"调整", false, false, true},
                          {U"优化", false, false, true},
                          {U"改为", false, false, true},
                          {U"变", false, false, true},
                          {U"增", true},
                          {U"升", true},
                          {U"降"},
                          {U"减"},
                          {U"多", true, true},
                          {U"高", true, true},
                          {U"涨", true, true},
                          {U"少", false, true},
                          {U"低", false, true}};

/// The last character of a word for a change, or of what may stand between it and its
/// number.
constexpr CharacterSet last_of_moves(
    U"率长加多幅量升涨高大出降少低落短缩减简滑跌度合并整化变了到至为达约共");

const Move* move_at_end(std::u32string_view text) {
    const auto* const found =
        std::find_if(std::begin(moves), std::end(moves),
                     [&](const Move& one) { return text.ends_with(one.word); });
    return found == std::end(moves) ? nullptr : found;
}

bool cut(std::u32string_view& text, std::initializer_list<std::u32string_view> ends) {
    for (const std::u32string_view end : ends) {
        if (!text.ends_with(end)) continue;
        text.remove_suffix(end.size());
        return true;
    }
    return false;
}

/// What the words directly before a number make of it.
struct Before {
    const Move* move = nullptr;
    bool became = false;
};

Before before_number(std::u32string_view words) {
    cut(words, {U"了", U"约", U"共"});
    if (const Move* const move = move_at_end(words))
        return move->either ? Before{} : Before{move, false};
    if (cut(words, {U"达到", U"达"})) return {move_at_end(words), false};
    const bool to = cut(words, {U"到", U"至"});
    if (!to && !cut(words, {U"为"})) return {};
    const Move* const move = move_at_end(words);
    if (move == nullptr || move->bare) return {};
    // 增幅为15% is by how much, 增加为46件 is what it became.
    const bool noun = !to && (move->word.ends_with(U"率") || move->word.ends_with(U"幅") ||
                              move->word.ends_with(U"度") || move->word.ends_with(U"量"));
    return {move, !noun};
}

constexpr std::u32string_view longer_units[] = {U"个工作日", U"个百分点", U"百分点", U"工作日",
                                                U"分钟",     U"小时",     U"平方米", U"公里"};

std::u32string_view unit_of(const Reading& reading, const Figure& figure) {
    if (figure.numeral.percent) return U"%";
    if (!figure.unit.empty()) return figure.unit;
    const auto rest = std::u32string_view(reading.sentence->text)
                          .substr(static_cast<std::size_t>(figure.numeral.end));
    for (const std::u32string_view unit : longer_units) {
        if (rest.starts_with(unit)) return rest.substr(0, unit.size());
    }
    constexpr std::u32string_view no_units = U"，；。：、（）的是为，%-—~/";
    if (rest.empty() || no_units.find(rest.front()) != no_units.npos) return {};
    return rest.substr(0, 1);
}

bool is_mark(char32_t c) {
    constexpr std::u32string_view marks = U"，；。：（）！？";
    return marks.find(c) != marks.npos;
}

class Quantities {
public:
    Quantities(const Report& report, const Reading& reading)
        : report_(report), reading_(reading), text_(reading.sentence->text) {}

    std::vector<Quantity> all() {
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            if (reading_.role(i) == Role::figure && !reading_.is_date(i)) take(i);
        }
        for (std::size_t k = 1; k < all_.size(); ++k) {
            // 由40件增加到46件: of one clause or two.
            if (all_[k].part == Part::became &&
                (all_[k - 1].part == Part::now || all_[k - 1].part == Part::none) &&
                is_same_unit(all_[k].unit, all_[k - 1].unit) &&
                all_[k].begin == all_[k - 1].begin) {
                all_[k - 1].part = Part::base;
                if (all_[k].either)
                    all_[k].rises = compare(figure_of(all_[k]).numeral.value,
                                            figure_of(all_[k - 1]).numeral.value) > 0;
            }
        }
        return std::move(all_);
    }

private:
    const Figure& figure_of(const Quantity& one) const { return reading_.figures[one.figure]; }

    void take(std::size_t i) {
        const Figure& figure = reading_.figure(i);
        Quantity one;
        one.figure = static_cast<std::size_t>(reading_.tokens[i].figure);
        one.token = i;
        one.unit = unit_of(reading_, figure);
        if (one.unit.empty() || (figure.numeral.han && figure.kind == FigureKind::none)) return;
        const auto number = static_cast<std::size_t>(figure.numeral.begin);
        one.end = std::max<std::size_t>(static_cast<std::size_t>(figure.numeral.end) +
                                            (figure.numeral.percent ? 0 : one.unit.size()),
                                        static_cast<std::size_t>(reading_.tokens[i].end));
        one.change_end = one.end;
        one.begin = number;
        while (one.begin > 0) {
            if (const std::size_t open = short_bracket(one.begin); open < one.begin)
                one.begin = open;
            else if (is_mark(text_[one.begin - 1])) break;
            else --one.begin;
        }
        std::size_t own = number;  // its words: behind the number before it
        while (own > one.begin && text_[own - 1] != U'、' && own > last_) --own;
        last_ = one.end;
        one.part = part_of(one, i, text_.substr(own, number - own),
                           text_.substr(one.begin, number - one.begin));
        all_.push_back(one);
    }

    /// 比2022年（31件）下降: where the short bracket behind words begins that ends there.
    std::size_t short_bracket(std::size_t end) const {
        constexpr std::size_t longest = 12;
        if (text_[end - 1] != U'）') return end;
        const std::size_t open = text_.substr(0, end).rfind(U'（');
        if (open == text_.npos || open == 0 || end - open > longest || is_mark(text_[open - 1]))
            return end;
        const char32_t before = text_[open - 1];
        return before == U'年' || before == U'度' || before == U'期' ? open : end;
    }

    Part part_of(Quantity& one, std::size_t i, std::u32string_view own,
                 std::u32string_view clause) const {
        const Scope& scope = reading_.scopes[i];
        const std::u32string_view front = own.empty() ? clause.substr(0, 0) : own;
        const bool compares = has_any(clause, {U"比", U"较", U"相比"});
        if (const Before before = before_number(front);
            before.move != nullptr && (!before.move->bare || compares)) {
            one.rises = before.move->up;
            one.either = before.move->either;
            return before.became ? Part::became : Part::change;
        }
        if (text_.substr(one.end).starts_with(U"的")) {
            for (const Move& move : moves) {
                if (move.bare || move.word.size() < 2 ||
                    !text_.substr(one.end + 1).starts_with(move.word))
                    continue;
                one.rises = move.up;
                one.change_end = one.end + 1 + move.word.size();
                return Part::change;
            }
        }
        if (reading_.figure(i).kind == FigureKind::multiple) return Part::times;
        if (scope.period || scope.plan) return Part::none;
        one.year = own.empty() ? year_before_bracket(one) : other_year(report_, own);
        if (one.year == 0 && scope.year == report_.year - 1) one.year = scope.year;
        if (one.year != 0) return Part::base;
        return scope.year == 0 ? Part::now : Part::none;
    }

    /// 比2022年（31件）下降: the year stands before the bracket.
    int year_before_bracket(const Quantity& one) const {
        if (one.begin < 2 || text_[one.begin - 1] != U'（') return 0;
        std::size_t from = one.begin - 1;
        while (from > 0 && !is_mark(text_[from - 1])) --from;
        const auto before = text_.substr(from, one.begin - 1 - from);
        const bool ends =
            before.ends_with(U"年") || before.ends_with(U"年度") || before.ends_with(U"期");
        return ends ? other_year(report_, before) : 0;
    }

    const Report& report_;
    const Reading& reading_;
    std::u32string_view text_;
    std::size_t last_ = 0;
    std::vector<Quantity> all_;
};

}  // namespace

int other_year(const Report& report, std::u32string_view words) {
    if (has_any(words, {U"结转", U"未办", U"转入", U"跨年", U"顺延", U"遗留", U"继续", U"延续"}))
        return 0;
    for (std::size_t at = words.find(U'年'); at != words.npos; at = words.find(U'年', at + 1)) {
        if (at < 4 || !is_digit(words[at - 4]) || !is_digit(words[at - 3]) ||
            !is_digit(words[at - 2]) || !is_digit(words[at - 1]))
            continue;
        int year = 0;
        for (std::size_t k = at - 4; k < at; ++k)
            year = 10 * year + static_cast<int>(words[k] - U'0');
        return year == report.year ? 0 : year;
    }
    if (has_any(words, {U"前年"})) return report.year - 2;
    if (has_any(words, {U"改版前", U"改造前", U"调整前", U"整合前", U"上年末"}))
        return report.year - 1;
    return has_any(words, {U"上年", U"去年", U"上一年", U"同期"}) ? report.year - 1 : 0;
}

std::u32string_view subject_of(const Reading& reading, const Quantity& one) {
    const std::u32string_view text = reading.sentence->text;
    const auto between = [&](std::size_t begin, std::size_t end) {
        return begin < end ? text.substr(begin, end - begin) : std::u32string_view{};
    };
    constexpr std::u32string_view starts[] = {
        U"同比", U"环比", U"较",   U"比",   U"与",     U"和",   U"同",   U"由",   U"从",
        U"是",   U"为",   U"上年", U"去年", U"上一年", U"增",   U"减",   U"上升", U"下降",
        U"提高", U"降低", U"多",   U"少",   U"达",     U"相当", U"压",   U"缩",   U"精简",
        U"扩",   U"延",   U"升",   U"降",   U"高",     U"低",   U"提升", U"攀升", U"上涨",
        U"涨",   U"回落", U"下滑", U"下跌", U"翻"};
    const auto number_at = static_cast<std::size_t>(reading.figures[one.figure].numeral.begin);
    std::size_t end = one.begin;
    for (; end < number_at; ++end) {
        const auto rest = between(end, number_at);
        if (std::any_of(std::begin(starts), std::end(starts),
                        [&](std::u32string_view word) { return rest.starts_with(word); }))
            break;
    }
    std::u32string_view said = between(one.begin, end);
    constexpr std::u32string_view empty[] = {
        U"申请量", U"申请数量", U"申请总量", U"总量", U"数量",   U"总数", U"件数", U"收件量",
        U"受理量", U"发布量",   U"公开量",   U"总体", U"整体",   U"共",   U"则",   U"也",
        U"其",     U"并",       U"数",       U"总",   U"本年度", U"今年", U"全年", U"有",
        U"实现",   U"呈",       U"明显",     U"大幅", U"小幅",   U"略"};
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::u32string_view word : empty) {
            if (!said.starts_with(word)) continue;
            said.remove_prefix(word.size());
            cut = true;
        }
    }
    return said;
}

bool is_same_unit(std::u32string_view one, std::u32string_view other) {
    const auto is_of_cases = [](std::u32string_view unit) {
        return unit == U"件" || unit == U"起" || unit == U"宗" || unit == U"例";
    };
    return one == other || (is_of_cases(one) && is_of_cases(other));
}

std::vector<Quantity> quantities_of(const Report& report, const Reading& reading) {
    return Quantities(report, reading).all();
}

bool may_compare(const Reading& reading) {
    const std::u32string_view text = reading.sentence->text;
    bool measures = false;
    for (const Figure& figure : reading.figures) {
        if (figure.kind == FigureKind::year || figure.kind == FigureKind::month) continue;
        measures = true;
        const auto begin = static_cast<std::size_t>(figure.numeral.begin);
        if (figure.kind == FigureKind::multiple ||
            (begin > 0 && last_of_moves.has(text[begin - 1])))
            return true;
        if (text.substr(static_cast<std::size_t>(figure.numeral.end), 1) == U"的") return true;
    }
    if (!measures) return false;
    return std::any_of(reading.tokens.begin(), reading.tokens.end(),
                       [](const Token& token) {
                           return token.role == Role::compare || token.role == Role::level;
                       }) ||
           has_any(text, {U"年一样", U"年相同", U"期相同", U"度相同", U"年相等"});
}

}  // namespace nianbao::prose
