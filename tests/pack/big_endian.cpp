// Numbers as bytes, the highest first.
#include "pack/big_endian.hpp"

#include <doctest/doctest.h>

using namespace nianbao;
using namespace std::string_view_literals;

namespace {

std::string big_endian(std::uint64_t value, unsigned bytes) {
    std::string out = "<";
    append_big_endian(out, value, bytes);
    return out;
}

}  // namespace

TEST_CASE("a number is appended with its highest byte first, as many of its bytes as are asked") {
    CHECK(big_endian(0x01020304, 4) == "<\1\2\3\4");
    CHECK(big_endian(0x01020304, 2) == "<\3\4");
    CHECK(big_endian(0x01020304, 5) == "<\0\1\2\3\4"sv);
    CHECK(big_endian(0x8182838485868788, 8) == "<\x81\x82\x83\x84\x85\x86\x87\x88");
    CHECK(big_endian(static_cast<std::uint64_t>(-2), 2) == "<\xFF\xFE");
    CHECK(big_endian(7, 0) == "<");
}

TEST_CASE("numbers are read where they begin, with their sign where they have one") {
    constexpr std::string_view bytes = "\x00\x7F\xFF\x80\x00\xFE\xDC"sv;
    CHECK(u8_at(bytes, 0) == 0);
    CHECK(u8_at(bytes, 2) == 0xFF);
    CHECK(u16_at(bytes, 1) == 0x7FFF);
    CHECK(u16_at(bytes, 3) == 0x8000);
    CHECK(i16_at(bytes, 1) == 32'767);
    CHECK(i16_at(bytes, 3) == -32'768);
    CHECK(i16_at(bytes, 5) == -292);
    CHECK(u32_at(bytes, 1) == 0x7FFF8000);
    CHECK(u32_at(bytes, 3) == 0x8000FEDC);
}
