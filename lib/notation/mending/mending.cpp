#include "notation/mending/mending.hpp"

#include "notation/json/json.hpp"
#include "notation/mending/line_parts.hpp"
#include "notation/rules.hpp"
#include "notation/yaml/yaml.hpp"
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

/// Leaves the line out, with the lines that hang on it. Of a line with a known key only
/// the value goes. False if it was left out before.
bool leave_out(std::string_view text, int at, IsName is_name, Mending& mending) {
    const std::size_t byte = std::min(static_cast<std::size_t>(at), text.size());
    const std::size_t before = text.substr(0, byte).rfind('\n');
    const std::size_t line = before == text.npos ? 0 : before + 1;
    const std::size_t end = line_end_of(text, line);
    const std::size_t first = line + indent_of(text, line);
    const std::size_t colon = text.substr(0, end).find(':', first);
    const bool known = colon != text.npos && is_name(text.substr(first, colon - first));
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
        if (many >= many_wide_colons && &damage == &*first_wide)
            hint += fmt::format("；这样的有 {} 处，先用 nianbao fix 改正，再看余下的", many);
        values.findings.error(code, {},
                              damage.end > damage.begin ? values.place(damage.begin, damage.end)
                                                        : values.source.place_of(damage.begin, 1),
                              damage.message, std::move(hint));
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

/// Leaves out blanks at the end of a name.
void trim(std::string_view text, Key& key) {
    while (key.name < key.name_end) {
        const std::size_t bytes = trailing_blank(text.substr(key.name, key.name_end - key.name));
        const std::size_t zero_width =
            key.name_end >= key.name + 3 && odd_blank_at(text, key.name_end - 3).bytes == 3 ? 3 : 0;
        if (bytes + zero_width == 0) break;
        key.name_end -= bytes > 0 ? bytes : zero_width;
    }
}

}  // namespace

Lead lead_of(std::string_view text, std::size_t begin, std::size_t end) {
    Lead lead;
    std::size_t at = begin;
    while (at < end) {
        const OddBlank odd = odd_blank_at(text, at);
        const bool tab = text[at] == '\t';
        if (odd.bytes == 0 && !tab && text[at] != ' ') break;
        if ((tab || odd.bytes > 0) && lead.odd_name.empty()) {
            lead.odd_at = at;
            lead.odd_name = tab ? std::string("制表符") : std::string(odd.name);
            lead.spaces = lead.width;
        }
        lead.width += tab || odd.bytes == 3 ? 2 : 1;
        at += odd.bytes > 0 ? odd.bytes : 1;
    }
    lead.bytes = at - begin;
    return lead;
}

std::size_t blanks_end(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end) {
        const std::size_t odd = odd_blank_at(text, at).bytes;
        if (odd == 0 && text[at] != ' ' && text[at] != '\t') break;
        at += odd > 0 ? odd : 1;
    }
    return at;
}

std::optional<Key> key_of(std::string_view text, std::size_t first, std::size_t end,
                          IsName is_name) {
    constexpr std::string_view wide_colon = "：";
    constexpr std::size_t longest_key = 200;  // bytes
    const std::string_view rest = text.substr(first, std::min(end - first, longest_key));
    const std::size_t narrow = rest.find(':'), wide = rest.find(wide_colon);
    const std::size_t colon = std::min(narrow, wide);
    if (colon == rest.npos) return {};
    Key key{first, first + colon, 0, 0, first + colon, 0};
    key.colon_end = key.colon + (colon == narrow ? 1 : wide_colon.size());
    trim(text, key);
    if (is_name(text.substr(key.name, key.name_end - key.name))) return key;
    for (std::string_view quote : {"“", "”", "‘", "’", "＂"}) {
        if (text.substr(key.name).starts_with(quote) && key.quotes == 0) {
            key.quotes = quote.size();
            key.name += quote.size();
        }
        if (key.name_end >= key.name + quote.size() && key.unquoted == 0 &&
            text.substr(0, key.name_end).ends_with(quote)) {
            key.unquoted = quote.size();
            key.name_end -= quote.size();
        }
    }
    if (key.name < key.name_end && (text[key.name] == '"' || text[key.name] == '\'') &&
        text[key.name_end - 1] == text[key.name] && key.name_end - key.name > 2) {
        ++key.name;
        --key.name_end;
    }
    trim(text, key);
    if (key.name >= key.name_end) return {};
    if (!is_name(text.substr(key.name, key.name_end - key.name))) return {};
    return key;
}

OddBlank odd_blank_at(std::string_view text, std::size_t at) {
    const Decoded next = decode_at(text, at);
    const auto bytes = static_cast<std::size_t>(next.bytes);
    switch (next.character.value_or(U' ')) {
        case 0x3000:
            return {bytes, "全角空格"};
        case 0x00A0:
            return {bytes, "不间断空格 (U+00A0)"};
        case 0x2002:
        case 0x2003:
        case 0x2009:
        case 0x202F:
            return {bytes, "排版用的空格"};
        case 0x200B:
        case 0x200C:
        case 0x200D:
        case 0x2060:
            return {bytes, "看不见的零宽字符"};
        default:
            return {};
    }
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
        if (fault && !json && attempt < attempts &&
            (leave_out(clean, fault->at, names.is_name, mending) ||
             leave_out(clean, line_before(clean, fault->at), names.is_name, mending))) {
            if (!told)
                mending.damages.push_back(
                    {fault->at, fault->at, fault->message, hint_for_line(clean, *fault, names)});
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
