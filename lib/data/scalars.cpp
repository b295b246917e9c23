#include "data/scalars.hpp"

#include "data/rules.hpp"
#include "report/fields.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nianbao::data {
namespace {

std::string_view trimmed(std::string_view text) {
    while (const std::size_t bytes = leading_blank(text)) text.remove_prefix(bytes);
    while (const std::size_t bytes = trailing_blank(text)) text.remove_suffix(bytes);
    return text;
}

bool container(const Node& node) { return node.shape == Shape::list || node.shape == Shape::mapping; }

/// Controls that came in by escapes; those that stand in the file itself have been named already and are blanks here.
void refuse_controls(Input& input, const MappedText& text, const Asked& asked) {
    int offset = 0;
    for (std::size_t at = 0; at < text.text.size(); ++offset) {
        if (common_at(text.text, at) != 0) {
            at += 3;
            continue;
        }
        const Decoded next = decode_at(text.text, at);
        if (next.character && forbidden(*next.character)) {
            if (!input.findings.open()) {
                input.findings.leave_out();
            } else {
                const Span where{asked.path, offset, 1};
                Finding& finding = input.findings.error(rule("D-02"), asked.path, input.source.place(where),
                                                        fmt::format("“{}”里有控制字符 U+{:04X}", asked.name, static_cast<unsigned>(*next.character)), "删去它");
                finding.where = where;
            }
        }
        at += static_cast<std::size_t>(next.bytes);
    }
}

/// The byte of the first character that is no blank.
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

/// Names every place where something is still to be written.
void refuse_gaps(Input& input, std::string_view text, const Asked& asked) {
    int characters = 0;
    for (std::size_t from = 0, at = text.find(to_fill_in); at != text.npos; at = text.find(to_fill_in, from)) {
        if (!input.findings.open()) return input.findings.leave_out();
        characters += count_characters(text.substr(from, at - from));
        const int length = count_characters(to_fill_in);
        input.findings.error(rule("D-10"), asked.path, input.source.place({asked.path, characters, length}),
                             fmt::format("{}还没有写好", named(asked.name, asked.path)), fmt::format("写上内容，删去 {}", to_fill_in));
        characters += length;
        from = at + to_fill_in.size();
    }
}

int days_in(int year, int month) {
    constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[static_cast<std::size_t>(month) - 1] + (month == 2 && leap ? 1 : 0);
}

/// Three numbers with anything but digits between and after them: 2023.1.8, 2023年1月8日. Empty where the text is not so.
std::optional<Date> loose_date(std::string_view text) {
    std::array<int, 3> numbers{};
    std::size_t count = 0;
    bool in_number = false;
    if (text.size() > 20) return {};
    for (char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !in_number && count++ == 3) return {};
        if (digit) numbers[count - 1] = numbers[count - 1] * 10 + (c - '0');
        if (digit && numbers[count - 1] > 9999) return {};
        in_number = digit;
    }
    if (count < 3) return {};
    return Date{numbers[0], numbers[1], numbers[2]};
}

bool exists(const Date& date) {
    return date.year >= 1000 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= days_in(date.year, date.month);
}

std::string written(const Date& date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

}  // namespace

void wrong_type(Input& input, const Node& node, const Asked& asked, std::string_view should_be, std::string hint) {
    if (node.shape == Shape::faulty) return;
    if (!input.findings.open()) return input.findings.leave_out();
    const std::string found = node.shape == Shape::list ? "一个列表" : node.shape == Shape::mapping ? "一组“键: 值”" : fmt::format("“{}”", shown(node.text));
    const bool block = container(node) && !node.flow;
    input.findings.error(rule("D-15"), asked.path, block ? input.key_place(node) : input.place(node),
                         fmt::format("{}应是{}，写的是{}", named(asked.name, asked.path), should_be, found), std::move(hint));
}

bool nothing(const Node& node) { return node.shape == Shape::null || (node.shape == Shape::text && blank(node.text)); }

std::optional<std::string> read_text(Input& input, const Node* node, const Asked& asked, Lines lines) {
    if (node == nullptr || nothing(*node)) return {};
    if (container(*node) || node->shape == Shape::faulty) {
        wrong_type(input, *node, asked, "文字");
        return {};
    }
    if (node->shape == Shape::bare && input.format == Format::json) {
        wrong_type(input, *node, asked, "文字", fmt::format("写在双引号里：\"{}\"", shown(node->text)));
        return {};
    }
    MappedText text = input.tree.mapped(*node, input.source.text());
    trim(text, lines == Lines::line);
    const int characters = count_characters(text.text);
    // The text of a block begins below its "|": the field is shown by its first words.
    const bool block = node->style == Style::literal || node->style == Style::folded;
    input.source.add(asked.path, {block ? first_word(input.source, text) : node->begin, node->end, text.pieces});
    if (characters > most_characters) {
        input.findings.error(rule("D-03"), asked.path, input.key_place(*node),
                             fmt::format("“{}”有 {} 个字，超过上限 {}", asked.name, characters, most_characters));
        return {};
    }
    refuse_controls(input, text, asked);
    refuse_gaps(input, text.text, asked);
    if (lines == Lines::line) {
        const auto second = text.text.find_first_of("\n\t");
        if (second != std::string::npos) {
            const int offset = count_characters(std::string_view(text.text).substr(0, second));
            input.findings.error(rule("D-15"), asked.path, input.source.place({asked.path, offset, 1}),
                                 fmt::format("{}只能是一行文字，不能换行", named(asked.name, asked.path)));
            return {};
        }
    }
    return std::move(text.text);
}

std::optional<std::string_view> read_word(Input& input, const Node& node, const Asked& asked) {
    if (container(node) || node.shape == Shape::faulty) {
        wrong_type(input, node, asked, "一个值");
        return {};
    }
    return trimmed(node.text);
}

std::optional<Date> read_date(Input& input, const Node* node, const Asked& asked) {
    if (node == nullptr || nothing(*node)) return {};
    const auto word = read_word(input, *node, asked);
    if (!word) return {};
    const auto date = loose_date(*word);
    if (date && exists(*date) && written(*date) == *word) return date;
    const bool right_form = date && written(*date) == *word;
    std::string message = right_form ? fmt::format("没有“{}”这一天", *word) : fmt::format("“{}”不是日期", shown(*word));
    std::string hint = date && exists(*date) ? fmt::format("写成 {}", written(*date)) : "写成 2023-01-18 这样";
    input.findings.error(rule("D-17"), asked.path, input.place(node->begin, node->end), std::move(message), std::move(hint));
    return {};
}

std::optional<Amount> read_number(Input& input, const Node& node, const Asked& asked, Measure measure) {
    const auto number = read_measured(input, node, asked, measure);
    return number ? number->amount : std::nullopt;
}

std::optional<Number> read_measured(Input& input, const Node& node, const Asked& asked, Measure measure) {
    if (container(node) || node.shape == Shape::faulty) {
        wrong_type(input, node, asked, "一个数");
        return {};
    }
    Number number = parse_number(node.shape == Shape::null ? std::string_view{} : node.text, measure);
    if (number.message.empty()) return number;
    if (!input.findings.open()) {
        input.findings.leave_out();
        return {};
    }
    const bool names_found = number.message.starts_with("“");
    input.findings
        .tell(number.amount ? Severity::warning : Severity::error, number.rule, asked.path, node.begin == node.end ? input.key_place(node) : input.place(node),
              fmt::format("{}{}{}", asked.name, names_found ? "：" : "", number.message), std::move(number.hint))
        .values.push_back({"found", shown(node.text)});
    if (!number.amount) return {};
    return number;
}

}  // namespace nianbao::data
