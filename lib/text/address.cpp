#include "text/address.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao {
namespace {

/// What browsers open, and PDF/A's limit of a string (ISO 19005-2, 6.1.13) holds with
/// room to spare.
constexpr std::size_t longest_address = 2'000;

// RFC 3986: unreserved, reserved and the percent sign.
bool in_address(char32_t c) {
    return c > 0x20 && c < 0x7F &&
           std::u32string_view(U"\"<>\\^`{|}").find(c) == std::u32string_view::npos;
}
bool in_mailbox(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           c == U'.' || c == U'_' || c == U'-' || c == U'+';
}

bool begins(std::u32string_view text, std::size_t at, std::u32string_view word) {
    if (text.size() - at < word.size()) return false;
    return std::equal(word.begin(), word.end(), text.begin() + at, [](char32_t w, char32_t c) {
        return w == (c >= U'A' && c <= U'Z' ? c + 32 : c);
    });
}

std::size_t without_closing_marks(std::u32string_view text, std::size_t begin, std::size_t end) {
    while (end > begin) {
        const char32_t last = text[end - 1];
        if (std::u32string_view(U".,;:!?'").find(last) != std::u32string_view::npos) {
            --end;
        } else if (last == U')' && std::count(text.begin() + begin, text.begin() + end, U'(') <
                                       std::count(text.begin() + begin, text.begin() + end, U')')) {
            --end;
        } else {
            break;
        }
    }
    return end;
}

}  // namespace

std::vector<Address> find_addresses(std::u32string_view text) {
    std::vector<Address> found;
    std::size_t free_from = 0;  // mailboxes do not reach back into what was taken already
    const auto add = [&](std::size_t begin, std::size_t end, std::string_view scheme) {
        if (end - begin <= longest_address)
            found.push_back({static_cast<int>(begin), static_cast<int>(end),
                             std::string(scheme) + to_utf8(text.substr(begin, end - begin))});
        free_from = end;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char32_t c = text[at];
        if (c == U'@') {
            std::size_t begin = at, end = at + 1;
            while (begin > free_from && in_mailbox(text[begin - 1])) --begin;
            while (end < text.size() && in_mailbox(text[end]) && text[end] != U'+' &&
                   text[end] != U'_')
                ++end;
            while (end > at + 1 && (text[end - 1] == U'.' || text[end - 1] == U'-')) --end;
            const auto host = text.substr(at + 1, end - at - 1);
            if (begin < at && host.find(U'.') != host.npos && host.front() != U'.') {
                add(begin, end, "mailto:");
                at = end - 1;
            }
            continue;
        }
        if ((c | 0x20) != U'h' && (c | 0x20) != U'w') continue;
        const bool web = begins(text, at, U"http://") || begins(text, at, U"https://");
        if (!web && !begins(text, at, U"www.")) continue;
        if (at > 0 && in_mailbox(text[at - 1])) continue;
        std::size_t end = at;
        while (end < text.size() && in_address(text[end])) ++end;
        end = without_closing_marks(text, at, end);
        const std::size_t host = web ? text.find(U"//", at) + 2 : at + 4;
        if (end <= host) continue;
        add(at, end, web ? "" : "http://");
        at = end - 1;
    }
    return found;
}

}  // namespace nianbao
