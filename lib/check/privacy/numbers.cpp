#include "check/privacy/privacy.hpp"
#include "check/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao::privacy {
namespace {

using namespace wording;

/// A run of digits, with the single blanks or hyphens between groups of them left out; a
/// last X counts as a digit of an identity card.
struct Digits {
    std::u32string figures;
    std::size_t begin = 0, end = 0;
    bool grouped = false;
};

constexpr std::size_t longest_number = 19;  // of a bank card; one figure more is none

bool is_separator(char32_t c) { return c == U' ' || c == U'-' || c == 0xA0 || c == 0x3000; }

Digits read_digits(std::u32string_view text, std::size_t place, bool groups) {
    Digits out;
    out.begin = out.end = place;
    for (std::size_t i = place; i < text.size() && out.figures.size() <= longest_number; ++i) {
        if (is_any_digit(text[i])) {
            out.figures += U'0' + static_cast<char32_t>(digit_value(text[i]));
            out.end = i + 1;
        } else if (groups && is_separator(text[i]) && is_any_digit(at(text, i + 1)) && i > place &&
                   is_any_digit(text[i - 1])) {
            out.grouped = true;
        } else {
            break;
        }
    }
    return out;
}

/// True where a number may have the figures of a mobile one, the shortest of those looked
/// for: nearly all are shorter, and need not be read.
bool is_long(std::u32string_view text, std::size_t place) {
    constexpr std::size_t shortest = 11;
    std::size_t figures = 0;
    for (std::size_t i = place; i < text.size() && figures < shortest; ++i) {
        if (is_any_digit(text[i])) ++figures;
        else if (!is_separator(text[i])) break;
    }
    return figures == shortest;
}

/// True where the number is part of something longer: a code, an address, a number of a
/// document.
bool goes_on(std::u32string_view text, std::size_t begin, std::size_t end) {
    const char32_t before = at(text, begin - 1), after = at(text, end);
    return is_latin_letter(before) || is_latin_letter(after) || is_any_digit(before) ||
           is_any_digit(after) || is_one_of(before, U"*_/=.#") || is_one_of(after, U"*_/=@");
}

/// What a number is called just before it.
std::u32string_view words_before(std::u32string_view text, std::size_t place) {
    const std::size_t clause = clause_around(text, place).begin;
    std::size_t from = std::max(clause, place > 12 ? place - 12 : 0);
    // “信用代码：…”: the name stands before the colon.
    if (from == place && place > 0 && is_one_of(text[place - 1], U"：:"))
        from = place > 12 ? place - 12 : 0;
    return text.substr(from, place - from);
}

bool is_called_code(std::u32string_view text, std::size_t place) {
    return has_any(words_before(text, place),
                   {U"代码", U"索引号", U"编号", U"文号", U"案号", U"备案号", U"登记号", U"注册号",
                    U"序列号", U"单号", U"订单", U"编码", U"标识", U"许可证", U"证书号"});
}

bool is_date(int year, int month, int day) {
    return year >= 1900 && year <= 2030 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

int number(std::u32string_view figures, std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i)
        value = value * 10 + static_cast<int>(figures[i] - U'0');
    return value;
}

/// GB/T 2260: the first two figures of a place are its province.
bool is_province(std::u32string_view figures) {
    const int province = number(figures, 0, 2);
    constexpr int firsts[] = {11, 21, 31, 41, 50, 61, 71}, lasts[] = {15, 23, 37, 46, 54, 65, 71};
    for (std::size_t i = 0; i < std::size(firsts); ++i) {
        if (province >= firsts[i] && province <= lasts[i]) return true;
    }
    return province == 81 || province == 82;
}

/// GB 11643: the last character checks the seventeen before it (ISO 7064, mod 11-2).
bool checks(std::u32string_view figures) {
    int remainder = 0;
    for (std::size_t i = 0; i < 17; ++i)
        remainder = (remainder * 2 + static_cast<int>(figures[i] - U'0') * 2) % 11;
    const int check = (12 - remainder) % 11;
    const char32_t last = figures[17] == U'x' ? U'X' : figures[17];
    return last == (check == 10 ? U'X' : static_cast<char32_t>(U'0' + check));
}

/// ISO/IEC 7812: the last figure of a card's number checks the others (Luhn).
bool is_luhn(std::u32string_view figures) {
    int sum = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        int value = static_cast<int>(figures[figures.size() - 1 - i] - U'0');
        if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return sum % 10 == 0;
}

bool check_identity(const Watched& watched, std::size_t place, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    Digits found = read_digits(text, place, false);
    if (found.figures.size() == 17 && is_one_of(at(text, found.end), U"Xx")) {
        found.figures += text[found.end];
        ++found.end;
    }
    const std::size_t size = found.figures.size();
    if ((size != 18 && size != 15) || goes_on(text, found.begin, found.end) ||
        !is_province(found.figures))
        return false;
    const Span where = watched.text.span(found.begin, found.end);
    const std::string shown = masked(std::u32string_view(text).substr(found.begin, size), 3, 2);
    if (size == 18) {
        if (!is_date(number(found.figures, 6, 4), number(found.figures, 10, 2),
                     number(found.figures, 12, 2)))
            return false;
        const bool sure = checks(found.figures);
        if (!sure && is_called_code(text, place)) return false;
        const std::string message = sure ? fmt::format("居民身份证号{}", shown)
                                         : fmt::format("像是居民身份证号：{}（校验码不符）", shown);
        const std::string hint = "请删去；确需保留的，只留前几位和末几位，其余用*代替";
        findings.push_back(sure ? finding_of("S-01", where, message, hint)
                                : doubt_of("S-01", where, message, hint));
        return true;
    }
    if (!is_date(1900 + number(found.figures, 6, 2), number(found.figures, 8, 2),
                 number(found.figures, 10, 2)) ||
        is_called_code(text, place))
        return false;
    if (has_any(words_before(text, place), {U"账号", U"帐号", U"账户", U"帐户", U"卡号"}))
        return false;
    findings.push_back(doubt_of("S-01", where, fmt::format("像是15位的居民身份证号：{}", shown),
                                "请核对；是身份证号的，请删去"));
    return true;
}

bool check_mobile(const Watched& watched, std::size_t place, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    Digits found = read_digits(text, place, true);
    if (found.grouped) {
        // “138 1234 5678”, “138-1234-5678”: groups of 3, 4 and 4 only, so that lists of
        // numbers are none.
        const auto groups = text.substr(found.begin, found.end - found.begin);
        if (groups.size() != 13 || !is_separator(groups[3]) || !is_separator(groups[8]))
            found = read_digits(text, place, false);
    }
    if (found.figures.size() == 13 && found.figures.starts_with(U"86")) {
        found.figures.erase(0, 2);
        found.begin += 2;
    }
    if (found.figures.size() != 11 || found.figures[0] != U'1' || found.figures[1] < U'3')
        return false;
    if (goes_on(text, found.begin, found.end) && !(at(text, found.begin - 1) == U'6')) return false;
    if (is_one_of(at(text, found.end), U"元万亿件条次人份亩吨个户篇号平公斤千立米.%") ||
        is_called_code(text, place))
        return false;
    const char32_t before = at(text, place - 1);
    if (before == U'-' && is_any_digit(at(text, place - 2)))
        return false;  // the end of a longer number
    const Span where = watched.text.span(found.begin, found.end);
    const std::string shown = masked(found.figures, 3, 4);
    const bool office =
        watched.of_office || (has_any(sentence_around(text, place).of(text),
                                      {U"热线", U"咨询电话", U"监督电话", U"举报电话", U"办公电话",
                                       U"值班", U"联系电话", U"服务电话"}) &&
                              !has_any(clause_around(text, place).of(text),
                                       {U"申请人", U"原告", U"村民", U"当事人", U"信访人"}));
    if (office)
        findings.push_back(
            doubt_of("S-02", where, fmt::format("联系电话是手机号{}", shown), "请改用办公电话"));
    else
        findings.push_back(finding_of("S-02", where, fmt::format("手机号{}", shown),
                                      "请删去；确需保留的，写作138****1234的样子"));
    return true;
}

/// 银行账号：6217…, 卡号为6217…: no check digit is asked of what is called so.
bool stands_behind_account(std::u32string_view text, std::size_t place) {
    std::u32string_view before = text.substr(0, place);
    while (!before.empty() && is_one_of(before.back(), U"：:为是（( ")) before.remove_suffix(1);
    return before.ends_with(U"银行账号") || before.ends_with(U"银行帐号") ||
           before.ends_with(U"银行账户") || before.ends_with(U"卡号") ||
           before.ends_with(U"收款账号") || before.ends_with(U"开户账号") ||
           before.ends_with(U"个人账号") || before.ends_with(U"个人账户");
}

bool check_card(const Watched& watched, std::size_t place, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    Digits found = read_digits(text, place, true);
    if (found.grouped) {
        // Groups of four, the last perhaps shorter.
        const auto groups = text.substr(found.begin, found.end - found.begin);
        bool fours = true;
        for (std::size_t i = 0; i < groups.size(); ++i)
            fours = fours && is_separator(groups[i]) == (i % 5 == 4);
        if (!fours) found = read_digits(text, place, false);
    }
    const std::size_t size = found.figures.size();
    if (size < 16 || size > 19 || goes_on(text, found.begin, found.end)) return false;
    const bool called_account = stands_behind_account(text, place);
    if (!is_luhn(found.figures) && !called_account) return false;
    if (is_called_code(text, place) || is_one_of(at(text, found.end), U"元万亿件条次人号"))
        return false;
    const bool named = has_any(
        words_before(text, place),
        {U"卡号", U"银行卡", U"账号", U"帐号", U"账户", U"帐户", U"借记卡", U"信用卡", U"储蓄"});
    const bool office =
        has_any(sentence_around(text, place).of(text),
                {U"财政", U"国库", U"专户", U"对公", U"开户行", U"开户银行", U"单位账"});
    const bool domestic = found.figures.starts_with(U"62") || found.figures.starts_with(U"9558");
    const bool foreign =
        size == 16 &&
        (found.figures[0] == U'4' ||
         (found.figures[0] == U'5' && found.figures[1] >= U'1' && found.figures[1] <= U'5'));
    if (office || !(domestic || foreign || called_account)) return false;
    const Span where = watched.text.span(found.begin, found.end);
    const std::string shown = masked(found.figures, 4, 4);
    if ((domestic || named) && is_luhn(found.figures))
        findings.push_back(finding_of("S-03", where, fmt::format("银行卡号{}", shown),
                                      "请删去；收取信息处理费的账户由收费通知告知"));
    else
        findings.push_back(doubt_of("S-03", where, fmt::format("像是银行卡号：{}", shown),
                                    "请核对；是银行卡号的，请删去"));
    return true;
}

}  // namespace

void check_numbers(const Watched& watched, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (!is_any_digit(text[place]) || is_any_digit(at(text, place - 1)) ||
            !is_long(text, place) || watched.text.in_address(place))
            continue;
        const std::size_t before = findings.size();
        if (check_identity(watched, place, findings) || check_mobile(watched, place, findings) ||
            check_card(watched, place, findings)) {
            const Span& told = findings[before].where;
            place = told.offset + told.length - 1;
        }
    }
}

}  // namespace nianbao::privacy
