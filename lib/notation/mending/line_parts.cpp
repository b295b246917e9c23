#include "notation/mending/line_parts.hpp"

#include "notation/text_map.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::notation {
namespace {

/// Bytes of an odd blank that ends at `end`, and begins at `begin` or later; 0: no such.
std::size_t odd_blank_before(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t bytes : {std::size_t{3}, std::size_t{2}}) {
        if (end >= begin + bytes && odd_blank_at(text, end - bytes).bytes == bytes) return bytes;
    }
    return 0;
}

/// Leaves out blanks at the end of a name.
void trim(std::string_view text, Key& key) {
    while (key.name < key.name_end) {
        const std::size_t bytes = trailing_blank(text.substr(key.name, key.name_end - key.name));
        const std::size_t zero_width = odd_blank_before(text, key.name, key.name_end);
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
        lead.width += odd.bytes > 0 ? odd.width : tab ? 2 : 1;
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
    for (std::string_view quote :
         {"“", "”", "‘", "’", "＂", "**", "__", "*", "`", "《", "》", "【", "】"}) {
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

NamedLine named_line(std::string_view text, std::size_t first, std::size_t end, IsName is_name) {
    constexpr std::size_t longest_name = 200;  // bytes
    const std::string_view rest = text.substr(first, std::min(end - first, longest_name));
    std::size_t mark = rest.npos, bytes = 0;
    for (std::string_view sign : {"=", "＝", ";", "；", "∶", "﹕", "︰", "꞉", "→"}) {
        const std::size_t at = rest.find(sign);
        if (at >= mark) continue;
        mark = at;
        bytes = sign.size();
    }
    if (mark != rest.npos) {
        Key key{first, first + mark, 0, 0, 0, 0};
        trim(text, key);
        if (is_name(text.substr(first, key.name_end - first)))
            return {key.name_end, first + mark, first + mark + bytes};
    }
    std::size_t word = first;
    while (word < end && text[word] != ' ' && text[word] != '\t' &&
           odd_blank_at(text, word).bytes == 0)
        word += decode_at(text, word).bytes;
    if (!is_name(text.substr(first, word - first))) word = first;
    return {word, word, word};
}

}  // namespace nianbao::notation
