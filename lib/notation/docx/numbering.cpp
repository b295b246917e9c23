// Numbers that Word prints and does not keep in the text.
#include "notation/docx/parts.hpp"
#include "text/digits.hpp"
#include "text/han_number.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::notation {
namespace {

std::string letters(int number, char first) {
    // a … z, aa, bb: Word repeats the letter.
    constexpr int alphabet = 26;
    const int times = std::min((number - 1) / alphabet + 1, 20);
    return std::string(times, static_cast<char>(first + (number - 1) % alphabet));
}

std::string roman(int number) {
    constexpr std::pair<int, std::string_view> signs[] = {
        {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
        {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    if (number > 3999) return std::to_string(number);
    std::string out;
    for (const auto& [value, sign] : signs) {
        for (; number >= value; number -= value) out += sign;
    }
    return out;
}

/// One of a run of characters that follow each other, as ①; else the digits.
std::string of_run(int number, char32_t first, int count) {
    if (number < 1 || number > count) return std::to_string(number);
    std::string out;
    append_utf8(out, first + static_cast<char32_t>(number - 1));
    return out;
}

std::string of_digits(int number, std::u32string_view digits) {
    std::string out;
    for (const char digit : std::to_string(number)) append_utf8(out, digits[digit - '0']);
    return out;
}

std::string of_stems(int number, std::u32string_view stems) {
    std::string out;
    append_utf8(out, stems[(number - 1) % stems.size()]);
    return out;
}

}  // namespace

std::string list_number(int number, std::string_view format) {
    const auto is = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), format) != names.end();
    };
    if (is({"none", "bullet"})) return {};
    if (is({"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "koreanCounting", "ideographDigital",
            "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"}))
        return number < 100 ? han_number(number) : of_digits(number, U"〇一二三四五六七八九");
    if (is({"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"}))
        return number <= 10 ? of_stems(number, U"壹贰叁肆伍陆柒捌玖拾")
                            : of_digits(number, U"零壹贰叁肆伍陆柒捌玖");
    if (is({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}))
        return of_run(number, U'①', 20);
    if (is({"decimalEnclosedParen"})) return of_run(number, U'⑴', 20);
    if (is({"decimalEnclosedFullstop"})) return of_run(number, U'⒈', 20);
    if (is({"ideographEnclosedCircle"})) return of_run(number, U'㊀', 10);
    if (is({"decimalFullWidth", "decimalFullWidth2"}))
        return of_digits(number, U"０１２３４５６７８９");
    if (is({"ideographTraditional"})) return of_stems(number, U"甲乙丙丁戊己庚辛壬癸");
    if (is({"ideographZodiac"})) return of_stems(number, U"子丑寅卯辰巳午未申酉戌亥");
    if (is({"upperLetter"})) return letters(number, 'A');
    if (is({"lowerLetter"})) return letters(number, 'a');
    if (is({"upperRoman"})) return roman(number);
    if (is({"lowerRoman"})) {
        std::string out = roman(number);
        for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        return out;
    }
    if (is({"decimalZero"}) && number < 10) return "0" + std::to_string(number);
    return std::to_string(number);
}

void NumberingReader::open(const XmlElement& element) {
    if (!is_word_space(element.name.space)) return;
    const std::string_view name = element.name.local;
    const int value = number_of(word_value(element, "val"));
    const int at = number_of(word_value(element, "ilvl"));
    if (name == "abstractNum") {
        kind_ = &kinds_[number_of(word_value(element, "abstractNumId"))];
    } else if (name == "num") {
        list_ = &lists_[number_of(word_value(element, "numId"))];
    } else if (name == "abstractNumId" && list_ != nullptr) {
        list_->kind = value;
    } else if (name == "lvlOverride" && list_ != nullptr) {
        overridden_ = at;
    } else if (name == "startOverride" && list_ != nullptr && overridden_ >= 0 && value >= 0) {
        list_->starts[overridden_] = value;
    } else if (name == "lvl" && at >= 0 && at < list_levels) {
        if (list_ != nullptr) level_ = &list_->own[at];
        else if (kind_ != nullptr) level_ = &(*kind_)[at];
    }
    if (level_ == nullptr) return;
    if (name == "start" && value >= 0) level_->start = value;
    if (name == "numFmt") level_->format = word_value(element, "val");
    if (name == "lvlText") level_->text = word_value(element, "val");
    if (name == "isLgl") level_->legal = is_on(element);
}

void NumberingReader::close(const XmlName& name) {
    if (!is_word_space(name.space)) return;
    if (name.local == "lvl") level_ = nullptr;
    if (name.local == "lvlOverride") overridden_ = -1;
    if (name.local == "abstractNum") kind_ = nullptr;
    if (name.local == "num") list_ = nullptr;
}

void NumberingReader::finish() {
    for (const auto& [number, list] : lists_) {
        const auto kind = kinds_.find(list.kind);
        if (kind == kinds_.end()) continue;
        ListLevels levels = kind->second;
        for (const auto& [at, level] : list.own) levels[at] = level;
        for (const auto& [at, start] : list.starts) {
            if (at < list_levels) levels[at].start = start;
        }
        whole_.emplace(number, std::move(levels));
    }
}

const ListLevels* NumberingReader::list(int number) const {
    const auto found = whole_.find(number);
    return found == whole_.end() ? nullptr : &found->second;
}

int NumberingReader::kind_of(int list) const {
    const auto found = lists_.find(list);
    return found == lists_.end() ? 0 : found->second.kind;
}

bool NumberingReader::begins_anew(int list, int level) const {
    const auto found = lists_.find(list);
    return found != lists_.end() && found->second.starts.contains(level);
}

std::string ListCounter::next(int list, int level) {
    const ListLevels* levels = numbering_.list(list);
    if (levels == nullptr || level < 0 || level >= list_levels) return {};
    auto& counts = counted_[numbering_.kind_of(list)];
    auto& begun = begun_[list];
    const auto begin = [&](int at) {
        if (!begun[at] && numbering_.begins_anew(list, at)) counts[at].reset();
        begun[at] = true;
    };
    begin(level);
    counts[level] = counts[level] ? *counts[level] + 1 : (*levels)[level].start;
    // Deeper levels begin again below it.
    for (int at = level + 1; at < list_levels; ++at) counts[at].reset();

    const ListLevel& own = (*levels)[level];
    std::string out;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const int at = own.text[i] == '%' && i + 1 < own.text.size() ? own.text[i + 1] - '1' : -1;
        if (at < 0 || at >= list_levels) {
            out += own.text[i];
            continue;
        }
        ++i;
        const ListLevel& shown = (*levels)[at];
        const int number = counts[at].value_or(shown.start);
        out += list_number(number, own.legal ? "decimal" : std::string_view(shown.format));
    }
    return own.format == "bullet" ? std::string() : out;
}

}  // namespace nianbao::notation
