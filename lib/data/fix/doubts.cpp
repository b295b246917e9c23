#include "data/fix/doubts.hpp"

#include "data/rules.hpp"
#include "notation/mending/mending.hpp"
#include "text/alike/unified.hpp"
#include "text/character.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace nianbao::data {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr int shown_of_line = 8;  // characters on each side of a join

std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    return end > at && text[end - 1] == '\r' ? end - 1 : end;
}

/// How a line of the field would begin, in the file's own words.
std::string beginning(const Values& values, const Node& node, const Asked& asked) {
    const std::string_view key =
        node.key < 0 ? std::string_view(asked.name) : values.tree.at(node.key).text;
    return fmt::format("{}: ", shown(key));
}

// ------------------------------------------------------------ lines as one

/// Two lines with words on them, one below the other.
struct Joined {
    std::string_view first, second;  // the words
};

/// The first lines of bytes [begin, end) that stand in one paragraph.
std::optional<Joined> joined_lines(std::string_view text, const Node& node) {
    const std::string_view raw = text.substr(static_cast<std::size_t>(node.begin),
                                             static_cast<std::size_t>(node.end - node.begin));
    std::string_view before;
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t feed = std::min(raw.find('\n', at), raw.size());
        const std::size_t first = std::min(raw.find_first_not_of(blanks, at), feed);
        std::string_view words = raw.substr(first, feed - first);
        while (!words.empty() && blanks.find(words.back()) != blanks.npos) words.remove_suffix(1);
        if (!before.empty() && !words.empty()) return Joined{before, words};
        // A backslash joins lines on purpose.
        const bool meant = node.style == Style::double_quoted && words.ends_with('\\');
        before = meant ? std::string_view() : words;
        at = feed + 1;
    }
    return std::nullopt;
}

std::string last_characters(std::string_view text) {
    std::size_t from = text.size();
    for (int count = 0; count < shown_of_line && from > 0; ++count) {
        --from;
        while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) --from;
    }
    return (from > 0 ? "…" : "") + shown(text.substr(from));
}

std::string first_characters(std::string_view text) {
    std::size_t to = 0;
    for (int count = 0; count < shown_of_line && to < text.size(); ++count)
        to += static_cast<std::size_t>(decode_at(text, to).bytes);
    return shown(text.substr(0, to)) + (to < text.size() ? "…" : "");
}

void doubt_lines(Values& values, const Node& node, const Asked& asked, Lines lines) {
    const std::string_view text = values.source.text();
    const std::optional<Joined> joined = joined_lines(text, node);
    if (!joined || !values.findings.open()) return;
    values.findings.tell(
        Severity::warning, rule("D-23"), asked.path,
        values.source.place_of(static_cast<int>(joined->second.data() - text.data()), 1),
        fmt::format("{}里这一行和上一行读成了一段：“{} {}”", named(values, asked.name, asked.path),
                    last_characters(joined->first), first_characters(joined->second)),
        lines == Lines::line
            ? "写在一行里"
            : fmt::format(
                  "各是一段的，写成 {}|，文字从下一行写起，缩进两格；本来是一段的，写在一行里",
                  beginning(values, node, asked)));
}

// ------------------------------------------------------------ words as a comment

void doubt_comment(Values& values, const Node& node, const Asked& asked) {
    const std::string_view text = values.source.text();
    const auto end = static_cast<std::size_t>(node.end);
    const std::size_t mark = std::min(text.find_first_not_of(" \t", end), text.size());
    if (mark == end || !text.substr(mark).starts_with('#')) return;
    const std::size_t last = line_end(text, mark);
    // People who write a comment leave a blank behind the mark, or write several.
    const std::string_view behind = text.substr(mark + 1, last - mark - 1);
    if (behind.find_first_of(" \t#!-=") == 0 || behind.empty() || !values.findings.open()) return;
    const std::string whole =
        std::string(node.text) + (node.text.empty() ? "" : " ") +
        std::string(text.substr(mark, text.find_last_not_of(blanks, last - 1) + 1 - mark));
    const bool simple = whole.find_first_of("\"\\") == whole.npos;
    const std::string quoted =
        simple ? fmt::format("写成 {}\"{}\"", beginning(values, node, asked), shown(whole))
               : "给值加引号";
    values.findings.tell(
        Severity::warning, rule("D-24"), asked.path,
        values.place(static_cast<int>(mark), static_cast<int>(last)),
        fmt::format("{}的“ #”后面作了注释，读成{}", named(values, asked.name, asked.path),
                    node.text.empty() ? "空的" : fmt::format("“{}”", shown(node.text))),
        fmt::format("是内容的，{}；是注释的，# 后面空一格", quoted));
}

// ------------------------------------------------------------ names

/// Quotation marks, and whether a name may have them: “扫黄打非”办公室.
struct Quote {
    std::string_view mark;
    bool opens, closes;
};
constexpr Quote quotes[] = {{"“", true, false},   {"”", false, true},  {"‘", true, false},
                            {"’", false, true},   {"「", true, false}, {"」", false, true},
                            {"\"", false, false}, {"'", false, false}, {"＂", false, false}};

const Quote* quote_at(std::string_view text, std::size_t at) {
    for (const Quote& quote : quotes) {
        if (text.substr(at).starts_with(quote.mark)) return &quote;
    }
    return nullptr;
}

/// The name without quotation marks, if those in it are not of it: they stand around it
/// or around its end, or have no partner.
std::string without_quotes(std::string_view name) {
    std::string plain;
    int open = 0;
    bool odd = false;
    const Quote* last = nullptr;
    for (std::size_t at = 0; at < name.size();) {
        const auto bytes = static_cast<std::size_t>(decode_at(name, at).bytes);
        last = quote_at(name, at);
        if (last == nullptr) plain += name.substr(at, bytes);
        else if (last->opens) ++open;
        else odd = !last->closes || --open < 0 || odd;
        at += bytes;
    }
    return odd || open != 0 || last != nullptr ? plain : std::string(name);
}

/// True if what stands before a blank is a whole name: two agencies may share a report.
bool whole_name(std::string_view before) {
    constexpr std::string_view ends_of_offices[] = {
        "局",   "厅",   "委",     "办", "委员会", "办公室", "政府", "中心", "大队",
        "支队", "总队", "办事处", "院", "法院",   "社",     "会",   "处",   "站"};
    return std::any_of(std::begin(ends_of_offices), std::end(ends_of_offices),
                       [&](std::string_view end) { return before.ends_with(end); });
}

struct Blanks {
    std::size_t begin, end;  // bytes
};

/// The last character of a text.
std::optional<char32_t> last_of(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return decode_at(text, at).character;
}

/// The first blanks between Han that do not part two names.
std::optional<Blanks> blanks_in(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        std::size_t end = at;
        while (end < name.size()) {
            const std::size_t odd = notation::odd_blank_at(name, end).bytes;
            if (odd == 0 && name[end] != ' ') break;
            end += odd > 0 ? odd : 1;
        }
        const bool han = end > at && end < name.size() &&
                         is_han(last_of(name.substr(0, at)).value_or(U' ')) &&
                         is_han(decode_at(name, end).character.value_or(U' '));
        if (han && !whole_name(name.substr(0, at))) return Blanks{at, end};
        at = end > at ? end : at + static_cast<std::size_t>(decode_at(name, at).bytes);
    }
    return std::nullopt;
}

std::string without_blanks(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const auto bytes = static_cast<std::size_t>(decode_at(name, at).bytes);
        if (name[at] != ' ' && notation::odd_blank_at(name, at).bytes == 0)
            out += name.substr(at, bytes);
        at += bytes;
    }
    return out;
}

}  // namespace

void doubt_text(Values& values, const Node& node, const Asked& asked, Lines lines) {
    if (values.format != Format::yaml) return;
    if (node.style == Style::plain) doubt_comment(values, node, asked);
    if (node.shape == Shape::null) return;
    const std::string_view typed =
        std::string_view(values.source.text()).substr(static_cast<std::size_t>(node.begin));
    const bool may_be_bar =
        node.style == Style::plain && (lines == Lines::lines || typed.starts_with("｜"));
    const std::size_t bar = may_be_bar ? notation::mistaken_bar(typed) : 0;
    if (bar > 0) {
        const std::string_view rest = node.text.substr(std::min(bar, node.text.size()));
        if (rest.empty() || rest.front() == ' ' || rest.front() == '\n')
            values.findings.error(rule("D-05"), asked.path, values.source.place_of(node.begin, 1),
                                  notation::mistaken_bar_told(typed.substr(0, bar)),
                                  fmt::format("写成 {}|", beginning(values, node, asked)));
        return;
    }
    if (node.style != Style::literal && node.style != Style::folded)
        doubt_lines(values, node, asked, lines);
}

namespace {

/// D-25 of characters [begin, end) of a name, or of another line.
void doubt_characters(Values& values, std::string_view name, const Asked& asked,
                      std::string_view what, std::size_t begin, std::size_t end,
                      std::string_view plainly) {
    if (!values.findings.open()) return;
    const int offset = count_characters(name.substr(0, begin));
    const int length = count_characters(name.substr(begin, end - begin));
    const Place place = values.source.place({asked.path, offset, length});
    const std::u32string line = to_utf32(values.source.line(place));
    // A tab is an error by itself.
    if (place.column > 0 && place.column <= std::ssize(line) &&
        line[static_cast<std::size_t>(place.column) - 1] == U'\t')
        return;
    values.findings.tell(Severity::warning, rule("D-25"), asked.path, place,
                         fmt::format("{}里有{}，一并读进去了：“{}”",
                                     named(values, asked.name, asked.path), what, shown(name)),
                         fmt::format("写成 {}", shown(plainly)));
}

/// A character of a name that nobody sees, or that only looks like a Han character.
struct OddCharacter {
    std::size_t begin, end;  // bytes
    std::string what;
};

std::optional<OddCharacter> odd_character_in(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        const Decoded next = decode_at(name, at);
        const std::size_t end = at + static_cast<std::size_t>(next.bytes);
        const char32_t c = next.character.value_or(U' ');
        const auto number = static_cast<unsigned>(c);
        const notation::OddBlank odd = notation::odd_blank_at(name, at);
        if (odd.bytes > 0 && odd.width == 0)
            return OddCharacter{at, end, fmt::format("看不见的字符 (U+{:04X})", number)};
        if (const char32_t meant = unified(c); meant != c)
            return OddCharacter{
                at, end,
                fmt::format("只是样子像“{}”的字符 (U+{:04X})", to_utf8({&meant, 1}), number)};
        at = end;
    }
    return std::nullopt;
}

std::string without_odd_characters(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const auto bytes = static_cast<std::size_t>(decode_at(name, at).bytes);
        const notation::OddBlank odd = notation::odd_blank_at(name, at);
        if (odd.bytes == 0 || odd.width > 0) out += unified(name.substr(at, bytes));
        at += bytes;
    }
    return out;
}

/// Bytes of the mark that ends a sentence, or parts one, at the end of a name.
std::size_t mark_behind(std::string_view name) {
    for (std::string_view mark : {"。", "，", "；", "、", ",", ";", "."}) {
        if (name.ends_with(mark)) return mark.size();
    }
    return 0;
}

/// A year before or behind a name, “（公章）” behind it: what stands beside names on
/// covers and below signatures. Bytes; empty if there is none.
std::pair<std::size_t, std::size_t> year_or_seal_in(std::string_view name) {
    for (const std::string_view seal :
         {"（公章）", "（盖章）", "（章）", "（印章）", "(公章)", "(盖章)", "(章)", "（加盖公章）",
          "（单位公章）", "（签章）", "公章", "盖章"}) {
        if (name.size() > seal.size() && name.ends_with(seal))
            return {name.size() - seal.size(), name.size()};
    }
    const auto year_at = [&](std::size_t at) -> std::size_t {  // its bytes
        constexpr std::size_t digits = 4;
        if (at + digits > name.size() || !name.substr(at).starts_with("20") ||
            !is_digit(name[at + 2]) || !is_digit(name[at + 3]))
            return 0;
        for (const std::string_view word : {"年度", "年"}) {
            if (name.substr(at + digits).starts_with(word)) return digits + word.size();
        }
        return 0;
    };
    if (const std::size_t bytes = year_at(0); bytes > 0 && bytes < name.size()) return {0, bytes};
    const std::size_t at = name.rfind("20");
    if (at == name.npos || at == 0) return {0, 0};
    const std::size_t bytes = year_at(at);
    if (bytes == 0 || at + bytes != name.size()) return {0, 0};
    return {at, name.size()};
}

}  // namespace

void doubt_name(Values& values, std::string_view name, const Asked& asked) {
    if (const std::string plain = without_quotes(name); plain != name) {
        std::size_t at = 0;
        while (quote_at(name, at) == nullptr)
            at += static_cast<std::size_t>(decode_at(name, at).bytes);
        return doubt_characters(values, name, asked, "引号", at,
                                at + quote_at(name, at)->mark.size(), plain);
    }
    if (const std::optional<OddCharacter> odd = odd_character_in(name))
        return doubt_characters(values, name, asked, odd->what, odd->begin, odd->end,
                                without_odd_characters(name));
    if (const std::optional<Blanks> found = blanks_in(name))
        return doubt_characters(values, name, asked, "空格", found->begin, found->end,
                                without_blanks(name));
    if (const auto [begin, end] = year_or_seal_in(name); begin < end) {
        const std::string_view part = name.substr(begin, end - begin);
        const std::string plain =
            std::string(name.substr(0, begin)) + std::string(name.substr(end));
        return doubt_characters(values, name, asked,
                                part.find("章") == part.npos ? "年度" : "“公章”一类的字", begin,
                                end, plain);
    }
    if (const std::size_t mark = mark_behind(name); mark > 0)
        doubt_characters(values, name, asked, "标点", name.size() - mark, name.size(),
                         name.substr(0, name.size() - mark));
}

void doubt_quotes(Values& values, std::string_view line, const Asked& asked) {
    struct Pair {
        std::string_view open, close;
    };
    for (const Pair& pair :
         {Pair{"“", "”"}, {"‘", "’"}, {"「", "」"}, {"《", "》"}, {"”", "”"}, {"＂", "＂"}}) {
        if (line.size() <= pair.open.size() + pair.close.size() || !line.starts_with(pair.open) ||
            !line.ends_with(pair.close))
            continue;
        const std::size_t inner = line.size() - pair.open.size() - pair.close.size();
        return doubt_characters(values, line, asked, "引号", 0, pair.open.size(),
                                line.substr(pair.open.size(), inner));
    }
}

}  // namespace nianbao::data
