#include "data/scalars.hpp"

#include "data/fix/corrections.hpp"
#include "data/fix/doubts.hpp"
#include "data/rules.hpp"
#include "report/dates.hpp"
#include "report/fields.hpp"
#include "report/written/gaps.hpp"
#include "text/character.hpp"
#include "text/digits.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace nianbao::data {

using notation::blank;
using notation::leading_blank;
using notation::trailing_blank;

namespace {

std::string_view without_blanks(std::string_view text) {
    while (const std::size_t bytes = leading_blank(text)) text.remove_prefix(bytes);
    while (const std::size_t bytes = trailing_blank(text)) text.remove_suffix(bytes);
    return text;
}

bool container(const Node& node) {
    return node.shape == Shape::list || node.shape == Shape::mapping;
}

/// Reports control characters that were written as escapes, and puts blanks for them, as
/// for those of the file itself, which were reported before: what is left is looked at
/// like any text.
void refuse_controls(Values& values, MappedText& text, const Asked& asked) {
    int offset = 0;
    std::string clean;
    std::size_t kept = 0;  // up to this byte the text is in `clean`
    for (std::size_t at = 0; at < text.text.size(); ++offset) {
        if (common_at(text.text, at) != 0) {
            at += 3;
            continue;
        }
        const Decoded next = decode_at(text.text, at);
        if (next.character && forbidden(*next.character)) {
            if (!values.findings.open()) {
                values.findings.leave_out();
            } else {
                const Span where{asked.path, offset, 1};
                Finding& finding =
                    values.findings.error(rule("D-02"), asked.path, values.source.place(where),
                                          fmt::format("“{}”里有控制字符 U+{:04X}", asked.name,
                                                      std::uint32_t{*next.character}),
                                          "删去它");
                finding.where = where;
            }
            clean.append(text.text, kept, at - kept) += ' ';
            kept = at + static_cast<std::size_t>(next.bytes);
        }
        at += next.bytes;
    }
    if (kept > 0) text.text = clean.append(text.text, kept);
}

/// The byte of the first character that is not a blank.
int first_word(const Source& source, const MappedText& text) {
    int offset = 0;
    std::string_view rest = text.text;
    for (std::size_t bytes = leading_blank(rest); bytes > 0; bytes = leading_blank(rest)) {
        rest.remove_prefix(bytes);
        ++offset;
    }
    Source::Piece last = text.pieces.front();
    for (const Source::Piece& piece : text.pieces) {
        if (piece.decoded > offset) break;
        last = piece;
    }
    return source.byte_after(last.at, offset - last.decoded);
}

/// Reports every place where something is still to be written.
void refuse_gaps(Values& values, std::string_view text, const Asked& asked) {
    int characters = 0;
    std::size_t from = 0;
    for (GapInText gap = gap_in(text); gap.begin != text.npos; gap = gap_in(text, from)) {
        if (!values.findings.open()) return values.findings.leave_out();
        characters += count_characters(text.substr(from, gap.begin - from));
        const int length = count_characters(text.substr(gap.begin, gap.end - gap.begin));
        values.findings.error(rule("D-10"), asked.path,
                              values.source.place({asked.path, characters, length}),
                              fmt::format("{}还没有写好", named(values, asked.name, asked.path)),
                              fmt::format("写上内容，删去 {}", to_fill_in));
        characters += length;
        from = gap.end;
    }
}

/// Reads three numbers with anything but digits between and after them: 2023.1.8,
/// 2023年1月8日. Nothing if the text is of another kind.
std::optional<Date> loose_date(std::string_view text) {
    std::array<int, 3> numbers{};
    std::size_t count = 0;
    bool in_number = false;
    if (text.size() > 30) return {};
    for (char c : text) {
        const bool digit = is_digit(c);
        if (digit && !in_number && count++ == 3) return {};
        if (digit) numbers[count - 1] = numbers[count - 1] * 10 + (c - '0');
        if (digit && numbers[count - 1] > 9999) return {};
        in_number = digit;
    }
    if (count < 3) return {};
    return Date{numbers[0], numbers[1], numbers[2]};
}

/// The day that is written in Chinese numerals or without marks: 二〇二四年一月十八日,
/// 20240118. Nothing if the text is of another kind.
std::optional<Date> unmarked_date(std::string_view text) {
    constexpr std::size_t digits = 8;
    if (text.size() == digits && all_digits(text))
        return Date{number_of(text.substr(0, 4)), number_of(text.substr(4, 2)),
                    number_of(text.substr(6))};
    constexpr std::size_t longest = 60;  // bytes
    if (text.size() > longest || text.find("年") == text.npos || text.find("月") == text.npos)
        return {};
    const std::vector<Numeral> numbers = find_numerals(to_utf32(text));
    if (numbers.size() != 3) return {};
    const auto whole = [&](std::size_t i) {
        constexpr std::int64_t most = 9999;
        const Amount& value = numbers[i].value;
        return value.decimals == 0 && value.digits <= most ? static_cast<int>(value.digits) : 0;
    };
    return Date{whole(0), whole(1), whole(2)};
}

/// True if nothing stands about the three numbers but what parts a date: no weekday.
bool says_date_alone(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto bytes = static_cast<std::size_t>(decode_at(text, at).bytes);
        constexpr std::string_view parts = "0123456789.-/年月日号 ";
        if (parts.find(text.substr(at, bytes)) == parts.npos) return false;
        at += bytes;
    }
    return true;
}

}  // namespace

void wrong_type(Values& values, const Node& node, const Asked& asked, std::string_view should_be,
                std::string hint) {
    if (node.shape == Shape::faulty) return;
    if (!values.findings.open()) return values.findings.leave_out();
    const std::string found = node.shape == Shape::list ? "一个列表"
                              : node.shape == Shape::mapping
                                  ? "一组“项目名: 内容”"
                                  : fmt::format("“{}”", shown(node.text));
    const bool block = container(node) && !node.flow;
    values.findings.error(
        rule("D-15"), asked.path, block ? values.key_place(node) : values.place(node),
        fmt::format("{}应是{}，写的是{}", named(values, asked.name, asked.path), should_be, found),
        std::move(hint));
}

bool nothing(const Node& node) {
    const bool text = node.shape == Shape::text || node.shape == Shape::bare;
    return node.shape == Shape::null || (text && blank(node.text));
}

std::optional<std::string> read_text(Values& values, const Node* node, const Asked& asked,
                                     Lines lines, Gaps gaps) {
    if (node == nullptr) return {};
    if (!container(*node) && node->shape != Shape::faulty) doubt_text(values, *node, asked, lines);
    if (nothing(*node)) return {};
    if (container(*node) || node->shape == Shape::faulty) {
        wrong_type(values, *node, asked, "文字");
        return {};
    }
    if (node->shape == Shape::bare && values.format == Format::json) {
        wrong_type(values, *node, asked, "文字",
                   fmt::format("写在双引号里：\"{}\"", shown(node->text)));
        return {};
    }
    MappedText text = values.tree.mapped(*node, values.source.text());
    trim(text, lines == Lines::line);
    const int characters = count_characters(text.text);
    // The text of a block begins below its "|", so its first words show the field.
    const bool block = node->style == Style::literal || node->style == Style::folded;
    values.source.add(asked.path, {block ? first_word(values.source, text) : node->begin, node->end,
                                   text.pieces});
    if (characters > notation::most_characters) {
        values.findings.error(rule("D-03"), asked.path, values.key_place(*node),
                              fmt::format("“{}”有 {} 个字，超过上限 {}", asked.name, characters,
                                          notation::most_characters));
        return {};
    }
    if (lines == Lines::lines && values.corrections != nullptr) correct_prose(values, *node);
    refuse_controls(values, text, asked);
    if (blank(text.text)) return {};
    if (gaps == Gaps::refused) refuse_gaps(values, text.text, asked);
    if (lines == Lines::line) {
        const std::size_t second = text.text.find_first_of("\n\t");
        if (second != std::string::npos) {
            const int offset = count_characters(std::string_view(text.text).substr(0, second));
            values.findings.error(
                rule("D-15"), asked.path, values.source.place({asked.path, offset, 1}),
                fmt::format("{}只能是一行文字，不能换行", named(values, asked.name, asked.path)));
            return {};
        }
    }
    return std::move(text.text);
}

std::optional<std::string_view> read_word(Values& values, const Node& node, const Asked& asked) {
    if (container(node) || node.shape == Shape::faulty) {
        wrong_type(values, node, asked, "一个值");
        return {};
    }
    return without_blanks(node.text);
}

std::optional<Date> read_date(Values& values, const Node* node, const Asked& asked) {
    if (node == nullptr || nothing(*node)) return {};
    const std::optional<std::string_view> word = read_word(values, *node, asked);
    if (!word) return {};
    if (const std::optional<Date> date = parse_date(*word)) return date;
    bool wide = false;
    const std::string plain = narrowed(*word, wide);
    std::optional<Date> date = loose_date(plain);
    const bool marked = date.has_value();
    if (!marked) date = unmarked_date(plain);
    const bool clear = marked && exists(*date) && says_date_alone(plain);
    if (clear && values.format == Format::workbook) {
        // Office programs show dates in many ways; the day is the same.
        values.findings.tell(
            Severity::warning, rule("D-13"), asked.path, values.place(*node),
            fmt::format("{}：“{}”读作 {}", asked.name, shown(*word), date_text(*date)),
            fmt::format("写成 {}", date_text(*date)));
        return date;
    }
    if (clear && values.corrections != nullptr) correct_word(values, *node, date_text(*date));
    const bool right_form = date && date_text(*date) == *word;
    std::string message = right_form ? fmt::format("没有“{}”这一天", *word)
                                     : fmt::format("“{}”不是日期", shown(*word));
    std::string hint =
        date && exists(*date) ? fmt::format("写成 {}", date_text(*date)) : "写成 2023-01-18 这样";
    values.findings.error(rule("D-17"), asked.path, values.place(node->begin, node->end),
                          std::move(message), std::move(hint));
    return {};
}

std::optional<Amount> read_number(Values& values, const Node& node, const Asked& asked,
                                  Measure measure) {
    const std::optional<Number> number = read_measured(values, node, asked, measure);
    return number ? number->amount : std::nullopt;
}

std::optional<Number> read_measured(Values& values, const Node& node, const Asked& asked,
                                    Measure measure) {
    if (container(node) || node.shape == Shape::faulty) {
        wrong_type(values, node, asked, "一个数");
        return {};
    }
    Number number =
        parse_number(node.shape == Shape::null ? std::string_view{} : node.text, measure);
    if (!number.plainly.empty() && values.corrections != nullptr)
        correct_word(values, node, number.plainly);
    if (number.message.empty()) return number;
    if (!number.remarked.empty()) number.hint = "写成 " + with_remark(values, number.remarked);
    if (!values.findings.open()) {
        values.findings.leave_out();
        return {};
    }
    const bool names_found = number.message.starts_with("“");
    values.findings
        .tell(number.amount ? Severity::warning : Severity::error, number.rule, asked.path,
              node.begin == node.end ? values.key_place(node) : values.place(node),
              fmt::format("{}{}{}", asked.name, names_found ? "：" : "", number.message),
              std::move(number.hint))
        .values.push_back({"found", shown(node.text)});
    if (!number.amount) return {};
    return number;
}

}  // namespace nianbao::data
