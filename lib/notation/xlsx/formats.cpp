// What people see of a number in a format (ECMA-376 Part 1, 18.8.31), as far as offices
// use them: places, groups, thousands left out, words beside the number.
#include "notation/xlsx/numbers.hpp"

#include "text/digits.hpp"

#include <algorithm>
#include <vector>

namespace nianbao::notation {
namespace {

/// A piece of a format: a place for a digit, the point, or words.
struct Piece {
    char place = '\0';  // '0', '#', '?' or '.'; none: words
    std::string words = {};
};

struct NumberFormat {
    std::vector<Piece> pieces;
    bool grouped = false;
    int thousands = 0, hundreds = 0;  // by which the number is divided and multiplied
};

bool is_place(char c) { return c == '0' || c == '#' || c == '?'; }

/// The first section of a format; nothing if there is more in it than is known here.
std::optional<NumberFormat> parsed_format(std::string_view code) {
    NumberFormat format;
    int commas = 0;
    const auto add_words = [&](std::string_view words) {
        format.pieces.push_back({'\0', std::string(words)});
    };
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == ',') {
            ++commas;
            continue;
        }
        // Commas between places make groups; behind them they leave out thousands.
        if (is_place(c)) format.grouped = format.grouped || commas > 0;
        else format.thousands += commas;
        commas = 0;
        if (is_place(c) || c == '.') {
            format.pieces.push_back({c, {}});
        } else if (c == '"' || c == '[') {
            const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
            if (end == code.npos) return {};
            const std::string_view within = code.substr(i + 1, end - i - 1);
            // [$¥-804] is a currency, [>=100] a condition, for which there are other
            // sections; other brackets are colours and languages.
            if (c == '[' && within.find_first_of("<>=") != within.npos) return {};
            if (c == '"') add_words(within);
            else if (within.starts_with('$')) add_words(within.substr(1, within.find('-') - 1));
            i = end;
        } else if (c == '\\' || c == '!') {
            if (++i == code.size()) return {};
            add_words(code.substr(i, 1));
        } else if (c == '_' || c == '*') {
            ++i;
        } else if (c == '%') {
            ++format.hundreds;
            add_words("%");
        } else if (static_cast<unsigned char>(c) >= 0x80 || c == '$' || c == ' ' || c == '+' ||
                   c == '-' || c == '(' || c == ')') {
            add_words(code.substr(i, 1));
        } else {
            return {};
        }
    }
    format.thousands += commas;
    return format;
}

/// A decimal's digits and how many of them stand before the point, moved by so many
/// places and rounded to `decimals` behind it.
std::string moved_and_rounded(std::string_view plain, int places, int decimals, int& whole) {
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string digits(plain.substr(0, point));
    if (point < plain.size()) digits += plain.substr(point + 1);
    whole = static_cast<int>(point) + places;
    if (whole < 1) {
        digits.insert(0, static_cast<std::size_t>(1 - whole), '0');
        whole = 1;
    }
    const auto kept = static_cast<std::size_t>(whole + decimals);
    const bool up = digits.size() > kept && digits[kept] >= '5';
    digits.resize(kept, '0');
    if (!up) return digits;
    for (std::size_t i = kept; i-- > 0;) {
        if (digits[i] != '9') {
            ++digits[i];
            return digits;
        }
        digits[i] = '0';
    }
    ++whole;
    return "1" + digits;
}

}  // namespace

std::optional<std::string> shown_number(std::string_view code, std::string_view plain) {
    const bool decimal =
        std::all_of(plain.begin(), plain.end(), [](char c) { return is_digit(c) || c == '.'; });
    const std::optional<NumberFormat> format = parsed_format(code);
    if (!format || !decimal || plain.empty() || !is_digit(plain.front())) return {};
    int before = 0, decimals = 0, needed = 0;
    bool behind = false;
    for (const Piece& piece : format->pieces) {
        if (piece.place == '.') behind = true;
        else if (piece.place != '\0') ++(behind ? decimals : before);
        if (behind && piece.place == '0') needed = decimals;
    }
    if (before + decimals == 0) return {};
    int whole = 0;
    const int places = 2 * format->hundreds - 3 * format->thousands;
    std::string digits = moved_and_rounded(plain, places, decimals, whole);
    while (decimals > needed && digits.back() == '0') {
        digits.pop_back();
        --decimals;
    }
    const std::size_t first =
        std::min(digits.find_first_not_of('0'), static_cast<std::size_t>(whole));
    std::string out;
    int left = before;  // places before the point that are still to come
    int next = static_cast<int>(first);
    behind = false;
    for (const Piece& piece : format->pieces) {
        if (piece.place == '\0') {
            out += piece.words;
        } else if (piece.place == '.') {
            behind = true;
            next = whole;
            if (decimals > 0) out += '.';
        } else if (behind) {
            if (next < whole + decimals) out += digits[static_cast<std::size_t>(next++)];
        } else {
            // The first place takes the digits for which there are no others.
            --left;
            if (whole - next <= left && piece.place == '0') {
                out += '0';
                continue;
            }
            for (; whole - next > left; ++next) {
                out += digits[static_cast<std::size_t>(next)];
                const int rest = whole - next - 1;
                if (format->grouped && rest > 0 && rest % 3 == 0) out += ',';
            }
        }
    }
    return out;
}

std::string_view built_in_format(int number) {
    // Those of numbers, in the order of 18.8.30; in Chinese programs money is in ¥.
    switch (number) {
        case 1:
            return "0";
        case 2:
            return "0.00";
        case 3:
        case 37:
        case 38:
        case 41:
            return "#,##0";
        case 4:
        case 39:
        case 40:
        case 43:
            return "#,##0.00";
        case 5:
        case 6:
        case 42:
            return "¥#,##0";
        case 7:
        case 8:
        case 44:
            return "¥#,##0.00";
        case 9:
            return "0%";
        case 10:
            return "0.00%";
        default:
            return {};
    }
}

}  // namespace nianbao::notation
