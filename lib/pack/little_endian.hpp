// Numbers as bytes, the lowest first, as ZIP and compound files have them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao {

/// The number that begins at byte `at`. REQUIRES: its bytes are there.
constexpr std::uint32_t little_u16_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]) |
           std::uint32_t{static_cast<unsigned char>(bytes[at + 1])} << 8;
}
constexpr std::uint32_t little_u32_at(std::string_view bytes, std::size_t at) {
    return little_u16_at(bytes, at) | little_u16_at(bytes, at + 2) << 16;
}

}  // namespace nianbao
