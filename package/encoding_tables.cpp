// Writes the tables of encodings.cpp, asking the C library of the machine that builds.
// With ENCODINGS_CHECKED it is linked with encodings.cpp, whose functions then have other
// names, and compares both: every character, and three million bytes of disorder.
#include <iconv.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

namespace {

using Open = iconv_t (*)(const char*, const char*);
using Convert = std::size_t (*)(iconv_t, char**, std::size_t*, char**, std::size_t*);
constexpr std::size_t failed = static_cast<std::size_t>(-1);

iconv_t opened(Open open, const char* encoding) {
    const iconv_t state = open("UTF-8", encoding);
    if (state != reinterpret_cast<iconv_t>(-1)) return state;
    std::fprintf(stderr, "iconv does not know %s\n", encoding);
    std::exit(1);
}

/// The text, with a ? for each byte that is none.
std::string text_of(Convert convert, iconv_t state, std::string bytes) {
    std::string out;
    std::string room(2 * bytes.size() + 8, '\0');
    char* from = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
        char* to = room.data();
        std::size_t free = room.size();
        const std::size_t result = convert(state, &from, &left, &to, &free);
        out.append(room.data(), to);
        if (result != failed || left == 0) continue;
        convert(state, nullptr, nullptr, nullptr, nullptr);
        out += '?';
        ++from;
        --left;
    }
    return out;
}

#ifdef ENCODINGS_CHECKED

extern "C" {
iconv_t own_iconv_open(const char* to, const char* from);
std::size_t own_iconv(iconv_t, char** from, std::size_t* left, char** to, std::size_t* room);
}

void compare(const char* encoding, const std::string& bytes) {
    const iconv_t state = opened(iconv_open, encoding);
    const bool same =
        text_of(iconv, state, bytes) == text_of(own_iconv, opened(own_iconv_open, encoding), bytes);
    iconv_close(state);
    if (same) return;
    std::fprintf(stderr, "%s is read otherwise:", encoding);
    for (unsigned char byte : bytes) std::fprintf(stderr, " %02x", byte);
    std::fprintf(stderr, "\n");
    std::exit(1);
}

std::string of_bytes(std::initializer_list<unsigned> bytes) {
    std::string all;
    for (unsigned byte : bytes) all += static_cast<char>(byte);
    return all;
}

void compare_all(const char* encoding) {
    // What follows lets the C library put out what it holds back.
    for (unsigned first = 0; first < 0x100; ++first)
        for (unsigned second = 0; second < 0x100; ++second)
            compare(encoding, of_bytes({first, second, 'a', 0, 'b', 0}));
    std::mt19937 random(1);
    for (int round = 0; round < 30'000; ++round) {
        std::string bytes;
        while (bytes.size() < 98) {
            const unsigned value = random();
            const char byte = static_cast<char>(value);
            if (round % 3 == 0) bytes += byte;
            else if (round % 3 == 1)
                bytes += of_bytes({0x81 + value % 0x7E, 0x30 + (value >> 8) % 0xD0});
            else
                bytes += of_bytes({0x81 + value % 0x7E, 0x30 + (value >> 8) % 10,
                                   0x81 + (value >> 16) % 0x7E, 0x30 + (value >> 24) % 10});
        }
        compare(encoding, bytes + std::string("a\0", 2));
    }
}

}  // namespace

int main() {
    for (const char* encoding : {"GB18030", "BIG5-HKSCS", "UTF-16LE", "UTF-16BE"})
        compare_all(encoding);
    for (unsigned first = 0x81; first < 0xFF; ++first) {
        std::string bytes;
        for (unsigned second = '0'; second <= '9'; ++second)
            for (unsigned third = 0x81; third < 0xFF; ++third)
                for (unsigned fourth = '0'; fourth <= '9'; ++fourth)
                    bytes += of_bytes({first, second, third, fourth});
        compare("GB18030", bytes);
    }
}

#else

void write_row(iconv_t state, const std::string& bytes, bool alone) {
    // A byte behind shows whether all bytes are the character's.
    const std::string text = text_of(iconv, state, bytes + "a");
    const bool whole = text.size() > 1 && text.find('?') == text.npos && text.back() == 'a' &&
                       text.size() - 1 <= 4 && (alone || static_cast<signed char>(text[0]) < 0);
    std::printf("{");
    for (std::size_t i = 0; i < 4; ++i)
        std::printf("%u,", whole && i < text.size() - 1
                               ? static_cast<unsigned>(static_cast<unsigned char>(text[i]))
                               : 0u);
    std::printf("},\n");
}

void write_double(const char* name, const char* encoding) {
    const iconv_t state = opened(iconv_open, encoding);
    std::printf("constexpr unsigned char %s[128][256][4] = {\n", name);
    for (unsigned first = 0x80; first < 0x100; ++first) {
        std::printf("{\n");
        for (unsigned second = 0; second < 0x100; ++second)
            write_row(state, {static_cast<char>(first), static_cast<char>(second)}, false);
        std::printf("},\n");
    }
    std::printf("};\n");
    iconv_close(state);
}

}  // namespace

int main() {
    constexpr unsigned rows = 39'420;  // up to 84 31 A4 39, U+FFFF
    const iconv_t state = opened(iconv_open, "GB18030");
    std::printf("constexpr unsigned four_byte_rows = %u;\n", rows);
    std::printf("constexpr unsigned char gb18030_four[four_byte_rows][4] = {\n");
    for (unsigned place = 0; place < rows; ++place)
        write_row(
            state,
            {static_cast<char>(0x81 + place / 12600), static_cast<char>('0' + place / 1260 % 10),
             static_cast<char>(0x81 + place / 10 % 126), static_cast<char>('0' + place % 10)},
            false);
    std::printf("};\n");
    iconv_close(state);
    write_double("gb18030_two", "GB18030");
    write_double("big5_two", "BIG5-HKSCS");
}

#endif
