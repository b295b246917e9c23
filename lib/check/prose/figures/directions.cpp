#include "check/prose/figures/directions.hpp"

#include "check/rules.hpp"
#include "text/character_set.hpp"
#include "text/search.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace nianbao::prose {
namespace {

/// A word for a change, up or down.
struct Turn {
    std::u32string_view word;
    bool up = false;
};
constexpr Turn turns[] = {{U"提高", true}, {U"提升", true}, {U"上升", true}, {U"增加", true},
                          {U"增长", true}, {U"延长", true}, {U"扩大", true}, {U"增", true},
                          {U"升", true},   {U"降低"},       {U"下降"},       {U"减少"},
                          {U"缩短"},       {U"压缩"},       {U"压减"},       {U"缩减"},
                          {U"精简"},       {U"降"},         {U"减"}};

/// The word at the end of a text, of which it is cut off; null: none.
const Turn* cut_word(std::u32string_view& text) {
    const auto found = std::find_if(std::begin(turns), std::end(turns),
                                    [&](const Turn& one) { return text.ends_with(one.word); });
    if (found == std::end(turns)) return nullptr;
    text.remove_suffix(found->word.size());
    return found;
}

bool is_exact(const Numeral& numeral) {
    return numeral.hedge == Hedge::none && !numeral.scaled && numeral.rough == 0;
}

/// A unit, as it stands between a number and a word: 天, 个工作日; none is too long.
bool is_unit(std::u32string_view unit) {
    constexpr std::size_t longest = 4;
    return !unit.empty() && unit.size() <= longest &&
           unit.find_first_of(U"，。；、：（）") == unit.npos;
}

class Directions {
public:
    Directions(const Reading& reading, std::vector<Finding>& findings)
        : reading_(reading), text_(reading.sentence->text), findings_(findings) {}

    void check() {
        for (std::size_t i = 1; i < reading_.figures.size(); ++i) {
            // The last character of all that may stand before the number.
            constexpr CharacterSet last(U"到至了天日月周均度高升加长大低降少短缩减简增");
            const auto begin = static_cast<std::size_t>(numeral(i).begin);
            if (begin == 0 || !last.has(text_[begin - 1])) continue;
            became(i);
            differs(i);
            average(i);
        }
    }

private:
    const Numeral& numeral(std::size_t i) const { return reading_.figures[i].numeral; }
    std::u32string_view between(std::size_t one, std::size_t other) const {
        return reading_.between(numeral(one).end, numeral(other).begin);
    }
    bool has_unit(std::size_t i, std::u32string_view unit) const {
        return text_.substr(static_cast<std::size_t>(numeral(i).end)).starts_with(unit);
    }

    void tell(std::size_t i, int from, std::string computed) {
        const Numeral& said = numeral(i);
        findings_.push_back(doubt_of(
            "P-10", span_of(reading_, said.begin, said.end),
            fmt::format("{}可能与算出的不符：{}", quoted(reading_, from, said.end), computed),
            "请核对这几个数", {{"found", said.value.to_string()}}));
    }

    /// 由17天缩短到19天.
    void became(std::size_t i) {
        std::u32string_view said = between(i - 1, i);
        if (said.size() < 3 || !(said.ends_with(U"到") || said.ends_with(U"至"))) return;
        said.remove_suffix(1);
        const Turn* const word = cut_word(said);
        if (word == nullptr || !is_unit(said) || !has_unit(i, said) || !is_exact(numeral(i - 1)) ||
            !is_exact(numeral(i)))
            return;
        const Amount &was = numeral(i - 1).value, &is = numeral(i).value;
        const int order = compare(is, was);
        if (order == 0 || (order > 0) == word->up) return;
        tell(i, numeral(i - 1).begin,
             fmt::format("从 {} 到 {}，{} {}", was.to_string(), is.to_string(),
                         word->up ? "减少" : "增加", (word->up ? was - is : is - was).to_string()));
    }

    /// 平均得分95.2分，较2024年的93.7分提高2.5分; changes.cpp reads what counts.
    void differs(std::size_t i) {
        if (is_counted(reading_.figures[i].kind) ||
            reading_.figures[i].kind == FigureKind::percent || !is_exact(numeral(i)))
            return;
        std::u32string_view unit = between(i - 1, i);
        if (unit.ends_with(U"了")) unit.remove_suffix(1);
        const Turn* const word = cut_word(unit);
        if (word == nullptr || !is_unit(unit) || !has_unit(i, unit)) return;
        std::size_t k = i - 1;
        do {
            if (k-- == 0) return;
        } while (reading_.figures[k].kind == FigureKind::year);
        const std::u32string_view gap = between(k, i - 1);
        const std::size_t comma = gap.find(U'，');
        if (!has_unit(k, unit) || comma == gap.npos || gap.find(U'，', comma + 1) != gap.npos ||
            gap.find_first_of(U"；。") != gap.npos || !has_any(gap, {U"较", U"比"}) ||
            !is_exact(numeral(k)) || !is_exact(numeral(i - 1)))
            return;
        const Amount &now = numeral(k).value, &before = numeral(i - 1).value;
        const bool up = compare(now, before) >= 0;
        const Amount difference = up ? now - before : before - now;
        const bool ranks = unit == U"位";  // 从第11位上升5位: to a smaller number
        if (up == (word->up != ranks) && difference == numeral(i).value) return;
        tell(i, numeral(i - 1).begin,
             fmt::format("从 {} 到 {}，{} {}", before.to_string(), now.to_string(),
                         up ? "增加" : "减少", difference.to_string()));
    }

    /// 全年推送1460篇，平均每天14篇: of all days, or of the working ones.
    void average(std::size_t i) {
        struct Each {
            std::u32string_view word;
            double least = 1, most = 1;  // how many a year has
        };
        constexpr Each each[] = {{U"每天", 230, 366}, {U"每日", 230, 366}, {U"日均", 230, 366},
                                 {U"每月", 11, 12},   {U"月均", 11, 12},   {U"每周", 46, 53},
                                 {U"周均", 46, 53},   {U"每季度", 4, 4}};
        std::u32string_view said = between(i - 1, i);
        const std::size_t comma = said.find(U'，');
        if (comma == said.npos) return;
        const std::u32string_view unit = said.substr(0, comma);
        const auto words_of = said.substr(comma + 1);
        const auto found = std::find_if(std::begin(each), std::end(each), [&](const Each& one) {
            return words_of == one.word || words_of == U"平均" + std::u32string(one.word);
        });
        if (found == std::end(each) || !is_unit(unit) || !has_unit(i, unit) ||
            !is_exact(numeral(i - 1)) || !is_exact(numeral(i)) || !of_year(i - 1))
            return;
        const double all = value_of(numeral(i - 1).value), one = value_of(numeral(i).value);
        // Rounded up or down, and a tenth for the days that are left out.
        const double least = all / found->most * 0.9 - 1, most = all / found->least * 1.1 + 1;
        if (all <= 0 || (one >= least && one <= most)) return;
        tell(i, numeral(i - 1).begin,
             fmt::format("{} 按一年计，平均是 {:.1f}", numeral(i - 1).value.to_string(),
                         all / found->most));
    }

    static double value_of(const Amount& amount) {
        double value = static_cast<double>(amount.digits);
        for (int k = 0; k < amount.decimals; ++k) value /= 10;
        return value;
    }
    /// The clause of a figure counts the whole year.
    bool of_year(std::size_t i) const {
        const auto begin = static_cast<std::size_t>(numeral(i).begin);
        const std::size_t mark = text_.substr(0, begin).find_last_of(U"，；：。");
        const std::size_t from = mark == text_.npos ? 0 : mark + 1;
        return has_any(text_.substr(from, begin - from), {U"全年", U"年度", U"一年"});
    }

    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_directions(const Reading& reading, std::vector<Finding>& findings) {
    if (reading.figures.size() > 1) Directions(reading, findings).check();
}

}  // namespace nianbao::prose
