// Numbers as bytes, the highest first, as font files, colour profiles and UTF-16 have
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

/// Appends the lowest `bytes` bytes of a value. A negative one is its two's complement.
inline void append_big_endian(std::string& out, std::uint64_t value, unsigned bytes) {
    while (bytes > 0) out += static_cast<char>(value >> 8 * --bytes);
}

/// The number that begins at byte `at`. REQUIRES: its bytes are there.
constexpr unsigned u8_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}
constexpr unsigned u16_at(std::string_view bytes, std::size_t at) {
    return u8_at(bytes, at) << 8 | u8_at(bytes, at + 1);
}
constexpr int i16_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::int16_t>(u16_at(bytes, at));
}
constexpr std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    return u16_at(bytes, at) << 16 | u16_at(bytes, at + 2);
}

}  // namespace nianbao
