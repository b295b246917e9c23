// What the parts of a list are: pieces, ways to apply, and numbers that a slip of the
// hand changed.
#include "check/prose/figures/partition.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace nianbao::prose {

namespace {

/// The words before a count in its item.
std::u32string_view words_before(const Reading& reading, std::size_t i) {
    std::size_t k = i;
    while (k > 0 && !ends_item(reading.role(k - 1)) && reading.role(k - 1) != Role::figure) --k;
    return reading.between(reading.tokens[k].begin, reading.tokens[i].begin);
}

}  // namespace

bool is_of_each(const Reading& reading, std::size_t i) {
    return words_before(reading, i).find_first_of(U"每均") != std::u32string_view::npos;
}

bool is_beside(const Reading& reading, std::size_t i, const Reading& of_whole,
               const Figure& whole) {
    if (compare(reading.figure(i).numeral.value, whole.numeral.value) <= 0) return false;
    std::size_t at = 0;
    while (of_whole.role(at) != Role::figure || &of_whole.figure(at) != &whole) ++at;
    const std::u32string_view own = words_before(reading, i), its = words_before(of_whole, at);
    return own.size() > 2 && its.size() > 2 &&
           own.substr(own.size() - 2) == its.substr(its.size() - 2);
}

bool counts_pieces(const Figure& figure, std::u32string_view text) {
    constexpr std::u32string_view measures = U"篇次期场部批张幅册集则段";
    if (is_counted(figure.kind)) return true;
    const std::size_t end = figure.numeral.end;
    return figure.kind == FigureKind::none && figure.numeral.value.decimals == 0 &&
           end < text.size() && measures.find(text[end]) != measures.npos;
}

bool names_channel(const Reading& reading, std::size_t i) {
    while (i-- > 0) {
        const Token& token = reading.tokens[i];
        if (token.role == Role::comma || token.role == Role::pause ||
            token.role == Role::semicolon || token.role == Role::colon ||
            token.role == Role::list || token.role == Role::open || token.role == Role::figure)
            return false;
        const std::u32string_view word = reading.word(i);
        if (has_any(word, {U"网络", U"网上", U"在线", U"线上", U"信函", U"来信", U"来函",
                           U"信件", U"邮寄", U"邮件", U"快递", U"专递", U"传真", U"当面",
                           U"当场", U"现场", U"书面", U"窗口", U"官网", U"网页"}))
            return true;
    }
    return false;
}

bool is_miswritten(const Amount& written, const Amount& meant) {
    if (meant.digits < 10 || written.digits <= 0 || meant.decimals > 0 || written.decimals > 0)
        return false;
    const std::string is = written.to_string(), right = meant.to_string();
    if (is.size() == right.size())
        return is != right && std::is_permutation(is.begin(), is.end(), right.begin());
    if (is.size() + 1 != right.size() || is.size() < 2) return false;
    const auto at = static_cast<std::size_t>(
        std::mismatch(is.begin(), is.end(), right.begin()).first - is.begin());
    return is.substr(at) == right.substr(at + 1);
}

bool is_right(const Report& report, const Naming& naming, const Figure& figure) {
    return std::any_of(naming.readings.begin(), naming.readings.end(), [&](const Addends& one) {
        const std::optional<Amount> value = value_of(report, one);
        return value && may_be_written(*value, figure.numeral);
    });
}

Family partition_of(const Naming& naming) {
    if (naming.readings.empty()) return Family::none;
    return naming.family == Family::carried_out ? Family::finished : naming.family;
}

bool is_one_slip(const Amount& whole, std::span<const Amount> parts) {
    if (whole.decimals > 0) return false;
    Amount sum;
    for (const Amount& part : parts) sum = sum + part;
    std::string written = whole.to_string();
    for (std::size_t i = 0; written.size() > 2 && i < written.size(); ++i) {
        for (std::size_t k = i + 1; k < written.size(); ++k) {
            std::swap(written[i], written[k]);
            if (written == sum.to_string() && written != whole.to_string()) return true;
            std::swap(written[i], written[k]);
        }
    }
    return std::any_of(parts.begin(), parts.end(), [&](const Amount& part) {
        const Amount rest = sum - part;
        if (is_miswritten(part, whole - rest)) return true;
        const Amount tenfold{part.digits * 10, part.decimals};
        if (part.digits > 0 && rest + tenfold == whole) return true;
        return part.digits >= 10 && part.digits % 10 == 0 &&
               rest + Amount{part.digits / 10, part.decimals} == whole;
    });
}

}  // namespace nianbao::prose
