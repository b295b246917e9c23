// W-29: the units of what is counted.
#include "check/wording/slips/units.hpp"

#include "check/rules.hpp"
#include "check/wording/slips/shelves.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace nianbao::wording {
namespace {

/// What stands between a noun and its number, or between a number and its unit.
constexpr CharacterSet before_number(U"共计为约达了近仅各总数量：:有合 ");
constexpr CharacterSet before_unit(U"万亿余多 ");

constexpr bool ends_noun(std::u32string_view nouns, std::size_t i) {
    return i + 1 == nouns.size() || nouns[i + 1] == U' ';
}

/// A noun of a row, by its last character.
struct MeasuredNoun {
    char32_t key = 0;
    std::uint16_t row = 0;
    std::u32string_view noun;
};
constexpr std::size_t noun_count = [] {
    std::size_t count = 0;
    for (const Measured& one : measured) {
        for (std::size_t i = 0; i < one.nouns.size(); ++i) count += ends_noun(one.nouns, i) ? 1 : 0;
    }
    return count;
}();
constexpr auto nouns_by_end = shelved<1024>([] {
    std::array<MeasuredNoun, noun_count> all{};
    std::size_t next = 0;
    for (std::size_t row = 0; row < std::size(measured); ++row) {
        const std::u32string_view nouns = measured[row].nouns;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < nouns.size(); ++i) {
            if (!ends_noun(nouns, i)) continue;
            all[next++] = {nouns[i], static_cast<std::uint16_t>(row),
                           nouns.substr(begin, i + 1 - begin)};
            begin = i + 2;
        }
    }
    return all;
}());
constexpr CharacterSet units(U"件条次篇份人宗元个场期台名户家处张项");
/// 360件次, 1200个次: units of two characters.
constexpr CharacterSet before_times(U"件人户家个篇份场期台条");
/// 5条措施 is of something else.
constexpr CharacterSet behind_unit(U"和及与均已全其并共");

/// True if another number of the sentence has the unit.
bool stands_again(std::u32string_view sentence, char32_t unit) {
    int times = 0;
    for (std::size_t i = 1; i < sentence.size(); ++i)
        times += sentence[i] == unit && is_any_digit(sentence[i - 1]) ? 1 : 0;
    return times > 1;
}

bool holds(MeasuredIf when, std::u32string_view whole, std::size_t place, char32_t unit) {
    switch (when) {
        case MeasuredIf::alone:
            return !stands_again(sentence_around(whole, place).of(whole), unit);
        case MeasuredIf::set_up:
            return has_any(
                clause_around(whole, place).of(whole),
                {U"开设", U"设立", U"新增", U"增设", U"设置", U"建成", U"开辟", U"新建", U"开通"});
        case MeasuredIf::made:
            return has_any(clause_around(whole, place).of(whole), {U"制发", U"制定", U"出台"});
        case MeasuredIf::of_sheets:
            return has(sentence_around(whole, place).of(whole), U"问卷");
        case MeasuredIf::always:
        case MeasuredIf::custom:
            break;
    }
    return true;
}

/// The row of a noun that ends there, whose wrong unit that is.
struct Mismatch {
    const Measured* row = nullptr;
    std::u32string_view noun;
};
Mismatch mismatch_at(std::u32string_view whole, std::size_t end, char32_t unit) {
    const std::u32string_view before = whole.substr(0, end);
    for (const MeasuredNoun& one : nouns_by_end.of(before.back())) {
        const Measured& row = measured[one.row];
        if (before.ends_with(one.noun) && is_one_of(unit, row.wrong) &&
            holds(row.when, whole, end - 1, unit))
            return {&row, one.noun};
    }
    return {};
}

/// 培训民警86万人次: no office of a report teaches so many.
bool is_too_many(std::u32string_view whole, std::size_t begin, std::size_t end) {
    constexpr int most = 5;  // times 10,000
    if (at(whole, end) != U'万' || at(whole, end + 1) != U'人') return false;
    Scanner scanner{whole.substr(0, end), begin};
    const auto number = scanner.number(6);
    const std::u32string_view clause = clause_around(whole, begin).of(whole);
    return number && *number >= most && has_any(clause, {U"培训", U"参训", U"参会"}) &&
           !has_any(clause,
                    {U"线上", U"网络", U"直播", U"在线", U"观看", U"居民", U"劳动", U"技能"});
}

/// What no count can be, whatever is counted: the characters up to `end`, and why.
struct Oddity {
    std::size_t end = 0;
    std::string_view what;
};

/// 47期1人, 402篇、1206期: the second of two counts in a row is less, or more, than it can be.
std::optional<Oddity> odd_pair(std::u32string_view whole, std::size_t begin, std::size_t end) {
    constexpr std::u32string_view sessions = U"期场次班";
    const char32_t unit = at(whole, end);
    Scanner first{whole.substr(0, end), begin};
    if (!is_one_of(unit, U"期场次班篇")) return std::nullopt;
    const auto one = first.number(6);
    if (!one) return std::nullopt;
    Scanner second{whole, end + 1};
    second.take_one_of(U"，、");
    for (const std::u32string_view word : {U"参训", U"培训", U"参加", U"共计", U"共"})
        second.take(word);
    const std::size_t from = second.place;
    const auto other = second.number(6);
    if (!other) return std::nullopt;
    const char32_t behind = at(whole, second.place);
    if (is_one_of(unit, sessions) && behind == U'人' && *other < *one)
        return Oddity{second.place + 1, "：人数少于期数"};
    if (unit == U'篇' && behind == U'期' && *other > *one && from == end + 2)
        return Oddity{second.place + 1, "：期数多于篇数"};
    if (unit == U'期' && behind == U'期' && *other > *one && stands(whole, end + 1, U"共"))
        return Oddity{second.place + 1, "：期数前后不一"};
    return std::nullopt;
}

std::optional<Oddity> oddity_at(std::u32string_view whole, std::size_t begin, std::size_t end) {
    if (is_too_many(whole, begin, end) || stands(whole, end, U"万亿次") ||
        stands(whole, end, U"亿万次")) {
        std::size_t last = end;
        while (is_one_of(at(whole, last), U"万亿人次")) ++last;
        return Oddity{last, "太大，可能多写了“万”"};
    }
    // 201.77次: a count is whole.
    const auto number = whole.substr(begin, end - begin);
    const std::size_t point = number.find_first_of(U".．");
    const bool decimal = point != number.npos && number.size() - point <= 3 && point > 0 &&
                         number.find_first_of(U".．", point + 1) == number.npos;
    if (decimal && is_one_of(at(whole, end), U"次人条件篇份") && !is_han(at(whole, end + 1)) &&
        !is_one_of(at(whole, begin - 1), U"均每约第.版") && !is_any_digit(at(whole, begin - 1)) &&
        !has_any(clause_around(whole, begin).of(whole), {U"均", U"每", U"人次比", U"倍"}))
        return Oddity{end + 1, "不是整数，可能漏写了“万”"};
    const char32_t unit = at(whole, end);
    if (unit != U'天' && unit != U'%') return odd_pair(whole, begin, end);
    constexpr int days_of_a_year = 366;
    Scanner scanner{whole.substr(0, end), begin};
    const auto value = scanner.number(5);
    if (value && *value > days_of_a_year && unit == U'天' &&
        !has_any(clause_around(whole, begin).of(whole), {U"累计", U"共", U"已", U"连续", U"人"}))
        return Oddity{end + 1, "：一年没有这么多天"};
    constexpr int whole_share = 100;
    if (value && *value > whole_share && unit == U'%' && at(whole, begin - 1) == U'占')
        return Oddity{end + 1, "：占比超过100%"};
    return std::nullopt;
}

/// 增配1件工作人员: the persons stand behind.
bool is_of_persons(std::u32string_view whole, std::size_t end, char32_t unit) {
    if (!is_one_of(unit, U"件条篇份台张元期")) return false;
    for (const std::u32string_view word : {U"工作人员", U"专职人员", U"兼职人员", U"联络员",
                                           U"信息员", U"监督员", U"干部职工", U"志愿者"}) {
        if (stands(whole, end, word)) return true;
    }
    return false;
}

}  // namespace

void check_units(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (!is_any_digit(whole[place])) continue;
        const std::size_t begin = place;
        while (place < whole.size() &&
               (is_any_digit(whole[place]) || is_one_of(whole[place], U".,，．")) &&
               (is_any_digit(whole[place]) || is_any_digit(at(whole, place + 1))))
            ++place;
        if (const auto odd = oddity_at(whole, begin, place)) {
            findings.push_back(doubt_of(
                "W-29", text.span(begin, odd->end),
                fmt::format("“{}”{}", to_utf8(whole.substr(begin, odd->end - begin)), odd->what),
                "请核对数和单位", {}));
            place = odd->end - 1;
            continue;
        }
        std::size_t unit = place;
        while (before_unit.has(at(whole, unit))) ++unit;
        if (!units.has(at(whole, unit))) continue;
        std::size_t end = unit + 1;
        if (is_of_persons(whole, end, whole[unit])) {
            findings.push_back(doubt_of("W-29", text.span(begin, end),
                                        fmt::format("人员的单位通常是“人”或者“名”，这里写作“{}”",
                                                    to_utf8(whole.substr(begin, end - begin))),
                                        "请核对数和单位", {}));
            continue;
        }
        if (at(whole, end) == U'次' && before_times.has(whole[unit])) ++end;
        if (is_han(at(whole, end)) && !behind_unit.has(at(whole, end)) &&
            !stands(whole, end, U"研究") && !stands(whole, end, U"用于"))
            continue;
        std::size_t noun = begin;
        while (noun > 0) {
            const Mismatch found = mismatch_at(whole, noun, whole[unit]);
            if (found.row != nullptr) {
                findings.push_back((found.row->when == MeasuredIf::custom ? advice_of : doubt_of)(
                    "W-29", text.span(begin, end),
                    fmt::format("“{}”的单位通常是“{}”，这里写作“{}”", to_utf8(found.noun),
                                to_utf8(found.row->right),
                                to_utf8(whole.substr(begin, end - begin))),
                    "请核对数和单位", {}));
                break;
            }
            if (!before_number.has(whole[noun - 1])) break;
            --noun;
        }
    }
}

}  // namespace nianbao::wording
