#include "check/prose/figures/averages.hpp"

#include "text/search.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace nianbao::prose {
namespace {

struct Period {
    std::u32string_view word;
    int least = 0, most = 0;  // how many a year has
};
constexpr Period periods[] = {
    {U"季度", 4, 4}, {U"季", 4, 4}, {U"月", 12, 12}, {U"半年", 2, 2}, {U"周", 50, 53}};

double number(const Amount& amount) {
    double value = static_cast<double>(amount.digits);
    for (int i = 0; i < amount.decimals; ++i) value /= 10;
    return value;
}

class Averages {
public:
    Averages(const Reading& reading, std::vector<Finding>& findings)
        : reading_(reading), text_(reading.sentence->text), findings_(findings) {}

    void check() {
        for (std::size_t i = 0; i < reading_.figures.size(); ++i) {
            if (!is_usable(i)) continue;
            const std::u32string_view label = label_of(i);
            if (label.empty()) continue;
            if (label == U"平均") mean(i);
            else each(i, label);
        }
    }

private:
    const Numeral& numeral(std::size_t i) const { return reading_.figures[i].numeral; }

    bool is_usable(std::size_t i) const {
        const Figure& figure = reading_.figures[i];
        return numeral(i).hedge == Hedge::none && numeral(i).rough == 0 && !numeral(i).percent &&
               !figure.referred && figure.kind != FigureKind::year &&
               figure.kind != FigureKind::month && numeral(i).value.digits > 0;
    }

    /// The words of a figure's clause before it, behind the figure that stands there.
    std::u32string_view words_before(std::size_t i) const {
        const auto end = static_cast<std::size_t>(numeral(i).begin);
        std::size_t begin = end;
        while (begin > 0 &&
               std::u32string_view(U"，；。：、（）").find(text_[begin - 1]) == text_.npos &&
               (i == 0 || begin > static_cast<std::size_t>(numeral(i - 1).end)))
            --begin;
        return text_.substr(begin, end - begin);
    }

    /// 轮 of 每轮8家, 场 of 均场43人次 and 场均; 平均 of 平均97分; empty: no average.
    std::u32string_view label_of(std::size_t i) const {
        std::u32string_view words = words_before(i);
        for (const std::u32string_view tail :
             {U"达到", U"达", U"为", U"约", U"开展", U"公示", U"发布"}) {
            if (words.ends_with(tail) && words.size() > tail.size())
                words.remove_suffix(tail.size());
        }
        if (words == U"平均") return words;
        if (words.starts_with(U"平均")) words.remove_prefix(2);
        constexpr std::size_t longest = 4;
        // 分管领导每月调度1次: 每 and what was done stand right before the number.
        constexpr std::size_t most_words = 6;
        if (const std::size_t each = words.rfind(U'每');
            each != words.npos && each > 0 && words.size() - each <= most_words)
            words.remove_prefix(each);
        for (const Period& period : periods) {  // 每季度公示救助情况一条
            if (words.starts_with(U'每') && words.substr(1).starts_with(period.word))
                return words.substr(1, period.word.size());
        }
        if (words.size() < 2 || words.size() > longest + 1) return {};
        if (words.front() == U'每' || words.front() == U'均') return words.substr(1);
        return words.size() == 2 && words.back() == U'均' ? words.substr(0, 1)
                                                          : std::u32string_view{};
    }

    char32_t unit_of(std::size_t i) const {
        const auto end = static_cast<std::size_t>(numeral(i).end);
        return end < text_.size() ? text_[end] : U'\0';
    }
    /// 家 and 家次, 人 and 人次.
    bool is_same_unit(std::size_t a, std::size_t b) const { return unit_of(a) == unit_of(b); }

    /// What stands directly behind a number: 家单位, 个村.
    std::u32string_view behind(std::size_t i, std::size_t size) const {
        const auto from = static_cast<std::size_t>(numeral(i).end);
        const auto end = std::min(text_.find_first_of(U"，；。：、（）", from), text_.size());
        return text_.substr(from, std::min(end - from, size));
    }

    bool are_near(std::size_t i, std::size_t k) const {
        constexpr std::size_t farthest = 40;
        const auto begin = static_cast<std::size_t>(std::min(numeral(i).end, numeral(k).end)),
                   end = static_cast<std::size_t>(std::max(numeral(i).begin, numeral(k).begin));
        return end < begin + farthest &&
               text_.substr(begin, end - begin).find_first_of(U"；。") == text_.npos;
    }

    /// 412家（第一批150家、第二批262家），平均: the number stands in a bracket that ends before.
    bool is_bracketed(std::size_t k, std::size_t i) const {
        const auto end = static_cast<std::size_t>(numeral(k).end);
        const std::size_t mark = text_.find_first_of(U"（）", end);
        return k < i && mark < static_cast<std::size_t>(numeral(i).begin) && text_[mark] == U'）';
    }

    void tell(std::size_t i, std::size_t from, std::string computed) {
        const Numeral& said = numeral(i);
        findings_.push_back(
            doubt_of("P-08", span_of(reading_, said.begin, said.end),
                     fmt::format("{}可能与算出的不符：{}",
                                 quoted(reading_, static_cast<int>(from), reading_.figures[i].end),
                                 computed),
                     "请核对这几个数", {{"found", said.value.to_string()}}));
    }

    std::size_t begin_of(std::size_t i) const {
        return static_cast<std::size_t>(numeral(i).begin) - words_before(i).size();
    }

    void each(std::size_t i, std::u32string_view label) {
        const auto* const period =
            std::find_if(std::begin(periods), std::end(periods),
                         [&](const Period& one) { return label == one.word; });
        std::size_t whole = i;
        std::vector<std::size_t> counts;  // 412家（第一批150家、第二批139家）: one of them
        for (std::size_t k = 0; k < reading_.figures.size(); ++k) {
            if (k == i || !is_usable(k) || !are_near(i, k)) continue;
            if (has_any(words_before(k), {U"至少", U"其中", U"每"}) || is_bracketed(k, i)) continue;
            if (is_same_unit(i, k)) {
                if (k < i || whole == i) whole = k;
            } else if (k < i && behind(k, label.size() + 2).find(label) != text_.npos) {
                counts.push_back(k);
            }
        }
        if (whole == i) return;
        const double all = number(numeral(whole).value), one = number(numeral(i).value);
        if (period != std::end(periods)) {
            // 开展检查14次，每月1次; 每季度1次，全年6次: beside each other
            const std::size_t first = std::min(i, whole), last = std::max(i, whole);
            const auto words = words_before(last);
            if (last != first + 1 || numeral(i).scaled ||
                has_any(words_before(i), {U"平均", U"均"}) ||
                !(last == i || words.starts_with(U"全年") || words.starts_with(U"共")))
                return;
            if (all >= one * period->least && all <= one * period->most) return;
            return tell(
                whole, begin_of(whole),
                fmt::format(
                    "每{} {}，一年 {}", to_utf8(label), numeral(i).value.to_string(),
                    Amount{numeral(i).value.digits * period->most, numeral(i).value.decimals}
                        .to_string()));
        }
        if (counts.empty()) return;
        const double unit = std::pow(10.0, numeral(i).last_digit),
                     room =
                         numeral(whole).scaled ? std::pow(10.0, numeral(whole).last_digit) / 2 : 0;
        const bool rounded = has_any(words_before(i), {U"平均", U"均"});
        const auto fits = [&](std::size_t count) {
            const double many = number(numeral(count).value);
            return std::abs(all / many - one) < (rounded ? unit : 0) + room / many + 1e-6;
        };
        if (std::any_of(counts.begin(), counts.end(), fits)) return;
        const Amount& count = numeral(counts.back()).value;
        tell(i, begin_of(i),
             fmt::format("{} 除以 {} 是 {:.1f}", numeral(whole).value.to_string(),
                         count.to_string(), all / number(count)));
    }

    /// 得分96分和98分，平均99分
    void mean(std::size_t i) {
        double sum = 0;
        int many = 0;
        std::size_t first = i;
        for (std::size_t k = i;
             k-- > 0 && is_usable(k) && are_near(i, k) &&
             (is_same_unit(i, k) || unit_of(k) == U'、' || (unit_of(k) == U'，' && k + 1 == i));) {
            sum += number(numeral(k).value);
            ++many;
            first = k;
        }
        if (many < 2) return;
        const double right = sum / many, unit = std::pow(10.0, numeral(i).last_digit);
        if (std::abs(right - number(numeral(i).value)) <= unit) return;
        tell(i, static_cast<std::size_t>(numeral(first).begin),
             fmt::format("平均是 {:.1f}", right));
    }

    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_averages(const Reading& reading, std::vector<Finding>& findings) {
    if (reading.figures.size() > 1 &&
        reading.sentence->text.find_first_of(U"每均") != reading.sentence->text.npos)
        Averages(reading, findings).check();
}

}  // namespace nianbao::prose
