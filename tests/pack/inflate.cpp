// Deflated streams, read back.
#include "pack/inflate.hpp"

#include <doctest/doctest.h>

#include <string>

#include "pack/deflate.hpp"

using namespace nianbao;

namespace {

std::string read_back(std::string_view stream, std::size_t most) {
    const Inflated inflated = inflate(stream, most);
    switch (inflated.end) {
        case Inflated::End::whole:
            return "whole: " + inflated.bytes;
        case Inflated::End::too_long:
            return "too long";
        default:
            return "broken";
    }
}

}  // namespace

TEST_CASE("a stream is read back whole, or not at all") {
    const std::string stream = deflate("年度: 2023\n", 6);
    CHECK(read_back(stream, 100) == "whole: 年度: 2023\n");
    CHECK(read_back(stream + "\nendstream\n", 100) == "whole: 年度: 2023\n");
    CHECK(read_back(deflate("", 6), 100) == "whole: ");
    CHECK(read_back("", 100) == "broken");
    CHECK(read_back("年度", 100) == "broken");
    for (std::size_t kept = 0; kept < stream.size(); ++kept)
        CHECK(read_back(stream.substr(0, kept), 100) == "broken");
    std::string changed = stream;
    changed.back() ^= 1;  // of the checksum
    CHECK(read_back(changed, 100) == "broken");
}

TEST_CASE("no more is inflated than is asked for") {
    for (std::size_t size : {std::size_t{12}, std::size_t{64} << 10, std::size_t{1} << 20}) {
        const std::string bytes(size, 'x');
        const std::string stream = deflate(bytes, 6);
        CHECK((read_back(stream, size) == "whole: " + bytes));
        CHECK((read_back(stream, size - 1) == "too long"));
        CHECK((read_back(stream, size + 1) == "whole: " + bytes));
    }
}
