#include "notation/mending/mending.hpp"

#include "notation/bytes.hpp"
#include "notation/json/json.hpp"
#include "notation/mending/line_parts.hpp"
#include "notation/rules.hpp"
#include "notation/yaml/yaml.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace nianbao::notation {
namespace {

/// So often a text is read anew after a line was left out; big ones less often, so that
/// time stays linear.
constexpr std::size_t most_lines_left_out = 24, most_bytes_read_anew = std::size_t{8} << 20;

/// So many full-width colons are no slip.
constexpr int many_wide_colons = 5;

/// Characters of a line in a hint.
constexpr int longest_line_shown = 60;

std::size_t indent_of(std::string_view text, std::size_t line) {
    return std::min(text.find_first_not_of(" \t", line), text.size()) - line;
}

std::size_t line_end_of(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

bool blank_line(std::string_view text, std::size_t line) {
    return text.substr(line, line_end_of(text, line) - line).find_first_not_of(" \t\r") ==
           std::string_view::npos;
}

/// Makes room for an edit: those within its bytes are gone.
void put_in(std::vector<Edit>& edits, Edit edit) {
    std::erase_if(edits, [&](const Edit& other) {
        return other.begin >= edit.begin && other.end <= edit.end;
    });
    edits.push_back(std::move(edit));
}

/// A byte of the line before the one at a byte; of that line itself if it is the first.
int line_before(std::string_view text, int at) {
    const std::size_t byte = std::min(static_cast<std::size_t>(at), text.size());
    const std::size_t feed = text.substr(0, byte).rfind('\n');
    return feed == text.npos ? 0 : feed;
}

/// The first byte of the line with a byte.
std::size_t line_of(std::string_view text, int at) {
    const std::size_t byte = std::min(static_cast<std::size_t>(at), text.size());
    const std::size_t feed = text.substr(0, byte).rfind('\n');
    return feed == text.npos ? 0 : feed + 1;
}

/// True of words that are no member and no part of anything: no name, list or comment.
bool stray(std::string_view text, std::size_t line, KnownNames names) {
    const std::size_t end = line_end_of(text, line);
    const std::size_t first = line + indent_of(text, line);
    if (blank_line(text, line) || text[first] == '#' || text[first] == '-') return false;
    const std::string_view words = text.substr(first, end - first);
    if (key_of(text, first, end, names.is_name)) return false;
    const std::size_t colon = std::min(words.find(':'), words.find("："));
    return colon == words.npos || names.nearest == nullptr ||
           names.nearest(words.substr(0, colon)).empty();
}

/// A byte of the line to blame: YAML breaks off at a member that stands below stray
/// words, as if they went on there.
int to_blame(std::string_view text, int at, KnownNames names) {
    const std::size_t line = line_of(text, at);
    if (line == 0) return at;
    const std::size_t end = line_end_of(text, line), indent = indent_of(text, line);
    const std::size_t before = line_of(text, static_cast<int>(line) - 1);
    const bool member = key_of(text, line + indent, end, names.is_name).has_value();
    if (!member || indent_of(text, before) != indent || !stray(text, before, names)) return at;
    return static_cast<int>(before + indent);
}

/// The last of the stray lines from this one on that are indented alike.
std::size_t last_stray(std::string_view text, std::size_t line, KnownNames names, int& more) {
    constexpr int most_alike = 100;  // more are left out with the next one
    const std::size_t indent = indent_of(text, line);
    if (!stray(text, line, names)) return line;
    for (;;) {
        const std::size_t next = line_end_of(text, line) + 1;
        if (more == most_alike || next >= text.size() || indent_of(text, next) != indent ||
            !stray(text, next, names))
            return line;
        ++more;
        line = next;
    }
}

/// Leaves the line out, with the lines that hang on it. Of a line with a known key only
/// the value goes. False if it was left out before.
/// `more`: how many lines below it are left out as they are no members either.
bool leave_out(std::string_view text, int at, KnownNames names, Mending& mending, int& more) {
    const std::size_t line = line_of(text, at);
    more = 0;
    const std::size_t end = line_end_of(text, last_stray(text, line, names, more));
    const std::size_t first = line + indent_of(text, line);
    const std::size_t colon = text.substr(0, line_end_of(text, line)).find(':', first);
    const bool known = colon != text.npos && names.is_name(text.substr(first, colon - first));
    const std::size_t from = known ? colon + 1 : line;
    // What is deeper belongs to it.
    std::size_t last = end;
    while (last < text.size()) {
        const std::size_t next = last + 1;
        if (next >= text.size()) break;
        if (!blank_line(text, next) && indent_of(text, next) <= first - line) break;
        last = line_end_of(text, next);
    }
    if (last < text.size() && last > 0 && text[last - 1] == '\r') --last;
    const int begin_byte = from, end_byte = last;
    for (const Edit& edit : mending.edits) {
        if (edit.begin <= begin_byte && edit.end >= end_byte) return false;
    }
    if (from == last) return false;
    put_in(mending.edits, {begin_byte, end_byte, known ? " \"?\"" : "", known});
    mending.lost = mending.lost || !known;
    return true;
}

/// What of the mending can be written into the file. Of one that breaks off, nothing:
/// nobody knows what is missing.
void correct(const Mending& mending, std::vector<Edit>& corrections) {
    if (mending.lost) return;
    for (const Edit& edit : mending.edits) {
        if (!edit.spoilt && !edit.loses) corrections.push_back(edit);
    }
}

std::string cut(const std::string& line) {
    std::string out;
    int characters = 0;
    for (std::size_t at = 0; at < line.size(); ++characters) {
        if (characters == longest_line_shown) return out + "…";
        const Decoded next = decode_at(line, at);
        if (next.character && !forbidden(*next.character)) out.append(line, at, next.bytes);
        at += next.bytes;
    }
    return out;
}

/// What a hint says before the line as it was meant. Blanks in front of it are not seen
/// in a message, so they are named.
std::string blanks_in_front(std::span<const Edit> edits, int line) {
    for (const Edit& edit : edits) {
        const std::string& blanks = edit.instead;
        if (edit.begin != line || blanks.empty() || blanks.find_first_not_of(' ') != blanks.npos)
            continue;
        return fmt::format("在前面写 {} 个空格，再写 ", blanks.size());
    }
    return "写成 ";
}

/// True if the character at a byte was replaced as no data file may hold it, and so told.
bool replaced(const Values& values, std::string_view clean, std::size_t at) {
    const std::string_view text = values.source.text();
    if (at >= text.size()) return false;
    const auto bytes = static_cast<std::size_t>(decode_at(clean, at).bytes);
    // The line separators of Unicode are replaced too, and nobody is told.
    const std::optional<char32_t> character = decode_at(text, at).character;
    return text.substr(at, bytes) != clean.substr(at, bytes) &&
           (!character || forbidden(*character));
}

/// True if such a character is all that is damaged, or what indents the line.
bool told_as_character(const Values& values, std::string_view clean, const Damage& damage) {
    const auto begin = static_cast<std::size_t>(damage.begin);
    if (begin >= clean.size()) return false;
    if (replaced(values, clean, begin)) return true;
    const std::size_t line = line_of(clean, damage.begin);
    if (!blank(clean.substr(line, begin - line))) return false;
    for (std::size_t at = line; at < begin;
         at += static_cast<std::size_t>(decode_at(clean, at).bytes)) {
        if (replaced(values, clean, at)) return true;
    }
    return false;
}

/// True on the last line of a text, if that has no end.
bool breaks_off(std::string_view clean, int at) {
    return line_end_of(clean, std::min(static_cast<std::size_t>(at), clean.size())) ==
               clean.size() &&
           !clean.ends_with('\n');
}

void tell_damages(Values& values, const std::string& clean, const Mending& mending) {
    const std::string_view code = values.format == Format::json ? rule("D-04") : rule("D-05");
    std::vector<Edit> edits = mending.edits;
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    // Where a whole file was typed so, its first line says what mends them all.
    const auto wide = [](const Damage& damage) { return damage.message == wide_colon_told; };
    const auto many = std::count_if(mending.damages.begin(), mending.damages.end(), wide);
    const auto first_wide = std::find_if(mending.damages.begin(), mending.damages.end(), wide);
    for (const Damage& damage : mending.damages) {
        if (!values.findings.open()) {
            values.findings.leave_out();
            continue;
        }
        if (told_as_character(values, clean, damage)) continue;
        std::string hint = damage.hint;
        if (hint.empty()) {
            const LineShown line = line_shown(clean, damage.begin);
            const auto first =
                std::lower_bound(edits.begin(), edits.end(), line.begin,
                                 [](const Edit& edit, int byte) { return edit.begin < byte; });
            const auto last =
                std::upper_bound(first, edits.end(), line.end,
                                 [](int byte, const Edit& edit) { return byte < edit.begin; });
            // What was left out may begin on a line before.
            const auto before = first == edits.begin() ? first : first - 1;
            const bool refused = std::any_of(before, last, [&](const Edit& edit) {
                return edit.spoilt && edit.end > damage.begin;
            });
            const std::string mended = cut(mended_line(clean, line, {first, last}));
            hint = refused || blank(mended) ? "改正这一行"
                                            : blanks_in_front({first, last}, line.begin) + mended;
        }
        std::string message = damage.message;
        if (damage.open && breaks_off(clean, damage.begin)) {
            message += "，文件到这里就断了";
            hint = cut_off_hint;
        }
        if (many >= many_wide_colons && &damage == &*first_wide)
            hint += fmt::format("；这样的有 {} 处，先用 nianbao fix 改正，再看余下的", many);
        values.findings.error(code, {},
                              damage.end > damage.begin ? values.place(damage.begin, damage.end)
                                                        : values.source.place_of(damage.begin, 1),
                              std::move(message), std::move(hint));
    }
}

/// What to do about a line that was left out: its name may be misspelt.
std::string hint_for_line(std::string_view text, const SyntaxFault& fault, KnownNames names) {
    if (names.nearest != nullptr) {
        const int at = std::min(fault.at, static_cast<int>(text.size()));
        const LineShown shown = line_shown(text, at);
        std::string_view line = text.substr(shown.begin, shown.end - shown.begin);
        line.remove_prefix(indent_of(line, 0));
        const std::string_view word = line.substr(0, std::min(line.find(':'), line.find("：")));
        const std::string near =
            word.size() == line.size() || names.is_name(word) ? "" : names.nearest(word);
        if (!near.empty()) return fmt::format("是不是“{}”？项目名后面写半角冒号和一个空格", near);
    }
    return fault.hint.empty() ? "改正这一行" : fault.hint;
}

/// Tells of stray words where they stand.
void blame(std::string_view text, SyntaxFault& fault, KnownNames names) {
    const int at = to_blame(text, fault.at, names);
    if (at != fault.at)
        fault = {at, "这一行不是“项目名: 内容”",
                 "项目名后面写半角冒号和一个空格；不是内容的，删去这一行"};
}

}  // namespace

std::size_t mistaken_bar(std::string_view value) {
    if (value.starts_with("｜")) return std::string_view("｜").size();
    for (std::string_view sign : {"丨", "︱", "│", "┃", "∣", "¦", "ǀ", "I", "l"}) {
        if (!value.starts_with(sign)) continue;
        const std::size_t line = std::min(value.find_first_of("\r\n"), value.size());
        const std::size_t end = blanks_end(value, sign.size(), line);
        // A letter may begin words; it is a bar only if lines follow.
        const bool alone = end == line;
        return alone || (sign.size() > 1 && end > sign.size()) ? sign.size() : 0;
    }
    return 0;
}

std::string mistaken_bar_told(std::string_view sign) {
    return fmt::format("这里的“{}”{}", sign, sign == "｜" ? "是全角的" : "不是“|”");
}

OddBlank odd_blank_at(std::string_view text, std::size_t at) {
    const Decoded next = decode_at(text, at);
    const auto bytes = static_cast<std::size_t>(next.bytes);
    const char32_t c = next.character.value_or(U' ');
    switch (c) {
        case 0x3000:
            return {bytes, "全角空格", 2};
        case 0x00A0:
            return {bytes, "不间断空格 (U+00A0)", 1};
        case 0x2002:
        case 0x2003:
        case 0x2009:
        case 0x202F:
            return {bytes, "排版用的空格", 1};
        case 0x00AD:  // a hyphen that is seen at ends of lines alone
        case 0x180E:
            return {bytes, "看不见的零宽字符", 0};
        default:
            break;
    }
    // Joiners, marks for the direction in which text runs, and those that choose a shape.
    const bool unseen = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                        (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F);
    return unseen ? OddBlank{bytes, "看不见的零宽字符", 0} : OddBlank{};
}

bool read_mended(Values& values, KnownNames names, bool broken) {
    const bool json = values.format == Format::json;
    std::string clean = values.tree.clean;
    Mending mending = json ? mend_json(clean) : mend_yaml(clean, names);
    if (mending.edits.empty() && (json || !broken)) return false;
    if (values.corrections != nullptr) correct(mending, values.corrections->damage);
    const Findings before = values.findings;
    const std::size_t attempts =
        std::clamp(most_bytes_read_anew / (clean.size() + 1), std::size_t{1}, most_lines_left_out);
    for (std::size_t attempt = 0;; ++attempt) {
        const MendedText mended(clean, mending.edits);
        values.findings = before;
        values.tree = Tree();
        values.tree.clean = mended.text();
        values.mended = &mended;
        std::optional<SyntaxFault> fault = json ? read_json(values) : read_yaml(values);
        if (fault) fault->at = mended.original(fault->at);
        values.mended = nullptr;
        const bool told =
            fault && std::any_of(mending.damages.begin(), mending.damages.end(),
                                 [&](const Damage& damage) { return damage.begin == fault->at; });
        if (fault && !json && attempt < attempts && !told) blame(clean, *fault, names);
        int more = 0;  // lines that are as wrong as this one
        if (fault && !json && attempt < attempts &&
            (leave_out(clean, fault->at, names, mending, more) ||
             leave_out(clean, line_before(clean, fault->at), names, mending, more))) {
            if (!told)
                mending.damages.push_back(
                    {fault->at, fault->at,
                     fault->message + (more > 0 ? fmt::format("，下面 {} 行也不是", more) : ""),
                     hint_for_line(clean, *fault, names), more == 0});
            continue;
        }
        if (fault && !told) values.tell(*std::move(fault));
        if (fault) values.tree.complete = false;
        else values.tree.complete = values.tree.complete && !mending.lost;
        place_back(values.tree, mended, clean);
        tell_damages(values, clean, mending);
        return true;
    }
}

}  // namespace nianbao::notation
