// iconv for the one file for Linux: the C library's loads a shared object for each
// encoding, which a program that must run alone cannot have. It knows the encodings that
// lib/notation reads, into UTF-8, by tables of what the C library itself says
// (encoding_tables.cpp). Where both are linked, this one is found first.
#include <iconv.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "encoding_tables.h"

namespace {

enum class Encoding : std::intptr_t { gb18030 = 1, big5, utf16_little, utf16_big };

struct Named {
    const char* name;
    Encoding encoding;
};

constexpr Named known[] = {{"GB18030", Encoding::gb18030},
                           {"BIG5-HKSCS", Encoding::big5},
                           {"UTF-16LE", Encoding::utf16_little},
                           {"UTF-16BE", Encoding::utf16_big}};

/// What the first character of some bytes is.
struct Read {
    std::size_t bytes = 0;  // 0: none, or cut off
    unsigned char utf8[4] = {};
    std::size_t length = 0;
};

Read as_utf8(std::size_t bytes, std::uint32_t c) {
    Read read{bytes, {}, 0};
    const auto put = [&](std::uint32_t byte) {
        read.utf8[read.length++] = static_cast<unsigned char>(byte);
    };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
    }
    if (c >= 0x80) put(0x80 | (c & 0x3F));
    return read;
}

/// A row of a table has up to four bytes of UTF-8, with zeros behind; all zeros: none.
Read of_row(std::size_t bytes, const unsigned char (&row)[4]) {
    Read read;
    while (read.length < sizeof row && row[read.length] != 0) {
        read.utf8[read.length] = row[read.length];
        ++read.length;
    }
    if (read.length > 0) read.bytes = bytes;
    return read;
}

Read read_four_bytes(const unsigned char* at) {
    const auto within = [](unsigned char byte, unsigned char from, unsigned char to) {
        return from <= byte && byte <= to;
    };
    if (!within(at[0], 0x81, 0xFE) || !within(at[2], 0x81, 0xFE) || !within(at[3], '0', '9'))
        return {};
    const std::uint32_t place =
        ((at[0] - 0x81u) * 10 + (at[1] - 0x30u)) * 1260 + (at[2] - 0x81u) * 10 + (at[3] - 0x30u);
    constexpr std::uint32_t above = 189'000;  // 90 30 81 30 is U+10000
    if (place < four_byte_rows) return of_row(4, gb18030_four[place]);
    if (place >= above && place - above < 0x100000) return as_utf8(4, 0x10000 + (place - above));
    return {};
}

Read read_double(Encoding encoding, const unsigned char* at, std::size_t left) {
    const unsigned last_alone = encoding == Encoding::big5 ? 0x80 : 0x7F;
    if (at[0] <= last_alone) return as_utf8(1, at[0]);
    if (left < 2) return {};
    if (encoding == Encoding::big5) return of_row(2, big5_two[at[0] - 0x80][at[1]]);
    if (at[1] < '0' || at[1] > '9') return of_row(2, gb18030_two[at[0] - 0x80][at[1]]);
    return left < 4 ? Read{} : read_four_bytes(at);
}

Read read_utf16(Encoding encoding, const unsigned char* at, std::size_t left) {
    const std::size_t low = encoding == Encoding::utf16_little ? 0 : 1;
    const auto unit = [&](std::size_t from) -> std::uint32_t {
        return at[from + low] | static_cast<std::uint32_t>(at[from + 1 - low]) << 8;
    };
    if (left < 2) return {};
    const std::uint32_t first = unit(0);
    if (first < 0xD800 || first > 0xDFFF) return as_utf8(2, first);
    if (first > 0xDBFF || left < 4) return {};
    const std::uint32_t second = unit(2);
    if (second < 0xDC00 || second > 0xDFFF) return {};
    return as_utf8(4, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
}

}  // namespace

extern "C" {

iconv_t iconv_open(const char* to, const char* from) {
    for (const Named& one : known) {
        if (std::strcmp(to, "UTF-8") == 0 && std::strcmp(from, one.name) == 0)
            return reinterpret_cast<iconv_t>(one.encoding);
    }
    errno = EINVAL;
    return reinterpret_cast<iconv_t>(-1);
}

std::size_t iconv(iconv_t state, char** from, std::size_t* left, char** to, std::size_t* room) {
    if (from == nullptr || *from == nullptr) return 0;  // no encoding has a state
    const auto encoding = static_cast<Encoding>(reinterpret_cast<std::intptr_t>(state));
    const bool wide = encoding == Encoding::utf16_little || encoding == Encoding::utf16_big;
    while (*left > 0) {
        const auto* at = reinterpret_cast<const unsigned char*>(*from);
        const Read read = wide ? read_utf16(encoding, at, *left) : read_double(encoding, at, *left);
        if (read.bytes == 0 || read.length > *room) {
            errno = read.bytes == 0 ? EILSEQ : E2BIG;  // one that is cut off is none either
            return static_cast<std::size_t>(-1);
        }
        std::memcpy(*to, read.utf8, read.length);
        *to += read.length;
        *room -= read.length;
        *from += read.bytes;
        *left -= read.bytes;
    }
    return 0;
}

int iconv_close(iconv_t) { return 0; }

}  // extern "C"
