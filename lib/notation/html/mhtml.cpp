#include "notation/html/mhtml.hpp"

#include "text/digits.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nianbao::notation {
namespace {

constexpr std::size_t most_parts = 2'000, most_pages = 32;

/// Headers up to the first empty line, names in small letters, folded lines joined.
struct Head {
    std::vector<std::pair<std::string, std::string>> fields;
    std::size_t end = 0;  // where the body begins

    std::string_view value(std::string_view name) const {
        for (const auto& field : fields) {
            if (field.first == name) return field.second;
        }
        return {};
    }
};

/// The line that begins at a byte, without its end, and the byte of the next.
std::pair<std::string_view, std::size_t> line_at(std::string_view bytes, std::size_t at) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return {line, std::min(end + 1, bytes.size())};
}

Head head_of(std::string_view bytes) {
    Head head;
    while (head.end < bytes.size()) {
        const auto line = line_at(bytes, head.end);
        head.end = line.second;
        std::string_view text = line.first;
        if (text.empty()) break;
        if ((text[0] == ' ' || text[0] == '\t') && !head.fields.empty()) {
            text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
            head.fields.back().second.append(" ").append(text);
            continue;
        }
        const std::size_t colon = std::min(text.find(':'), text.size());
        std::string_view value = text.substr(std::min(colon + 1, text.size()));
        value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
        head.fields.emplace_back(small_letters(std::string(text.substr(0, colon))), value);
    }
    return head;
}

/// The value of a parameter: boundary="…".
std::string parameter(std::string_view value, std::string_view name) {
    const std::string small = small_letters(std::string(value));
    const std::string sought = std::string(name) + "=";
    for (std::size_t at = small.find(sought); at != small.npos; at = small.find(sought, at + 1)) {
        if (at > 0 && small[at - 1] != ';' && small[at - 1] != ' ' && small[at - 1] != '\t')
            continue;
        std::string_view rest = value.substr(at + sought.size());
        if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
        return std::string(rest.substr(0, rest.find_first_of("; \t")));
    }
    return {};
}

std::string from_quoted_printable(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::string_view rest = bytes.substr(at);
        if (rest[0] != '=') {
            out += rest[0];
        } else if (rest.size() > 2 && hex_value(rest[1]) >= 0 && hex_value(rest[2]) >= 0) {
            out += static_cast<char>(hex_value(rest[1]) * 16 + hex_value(rest[2]));
            at += 2;
        } else {
            // At the end of a line it says that the line goes on; blanks may follow it.
            const std::size_t end = rest.find_first_not_of(" \t\r", 1);
            if (end != rest.npos && rest[end] == '\n') at += end;
            else if (end == rest.npos) break;
            else out += '=';
        }
    }
    return out;
}

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (is_digit(c)) return c - '0' + 52;
    if (c == '+') return 62;
    return c == '/' ? 63 : -1;
}

std::string from_base64(std::string_view bytes) {
    std::string out;
    unsigned held = 0;
    int bits = 0;
    for (const char c : bytes) {
        if (c == '=') break;
        const int value = base64_value(c);
        if (value < 0) continue;
        held = (held << 6 | static_cast<unsigned>(value)) & 0xFFFF;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        out += static_cast<char>(held >> bits & 0xFF);
    }
    return out;
}

std::string decoded(std::string_view body, std::string_view encoding) {
    const std::string small = small_letters(std::string(encoding));
    if (small.starts_with("quoted-printable")) return from_quoted_printable(body);
    if (small.starts_with("base64")) return from_base64(body);
    return std::string(body);
}

void take(const Head& head, std::string_view body, std::vector<ArchivedPage>& pages) {
    const std::string type = small_letters(std::string(head.value("content-type")));
    if (!type.starts_with("text/html") && !type.starts_with("application/xhtml")) return;
    if (pages.size() < most_pages)
        pages.push_back({decoded(body, head.value("content-transfer-encoding")),
                         small_letters(parameter(head.value("content-type"), "charset"))});
}

}  // namespace

bool is_mail(std::string_view bytes) {
    constexpr std::size_t looked_at = 65536;
    const std::string_view first = bytes.substr(0, looked_at);
    if (first.find_first_not_of(" \t\r\n") < first.find('<')) {
        const Head head = head_of(first.substr(first.find_first_not_of(" \t\r\n")));
        return !head.value("mime-version").empty();
    }
    return false;
}

std::vector<ArchivedPage> archived_pages(std::string_view bytes) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    std::vector<ArchivedPage> pages;
    const Head head = head_of(bytes);
    const std::string boundary = parameter(head.value("content-type"), "boundary");
    if (boundary.empty()) {
        take(head, bytes.substr(head.end), pages);
        return pages;
    }
    const std::string mark = "--" + boundary;
    std::size_t at = head.end, begin = bytes.npos, parts = 0;
    const auto end_part = [&](std::size_t end) {
        if (begin == bytes.npos || ++parts > most_parts) return;
        const std::string_view part = bytes.substr(begin, end - begin);
        const Head own = head_of(part);
        take(own, part.substr(own.end), pages);
    };
    while (at < bytes.size()) {
        const auto line = line_at(bytes, at);
        if (line.first.starts_with(mark)) {
            end_part(at);
            begin = line.second;
        }
        at = line.second;
    }
    end_part(bytes.size());
    return pages;
}

}  // namespace nianbao::notation
