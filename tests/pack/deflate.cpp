// Deflated streams.
#include "pack/deflate.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace nianbao;

TEST_CASE(
    "a stream that documents have in common is the same however often it is asked for, and whatever has its name") {
    std::string bytes, large(200'000, 'x');
    for (unsigned i = 0; i < 20'000; ++i) bytes += static_cast<char>(i * i % 251);
    std::string other = bytes;
    other[7] ^= 1;
    for (std::size_t time = 0; time < 4; ++time) {
        for (const std::string* one : {&bytes, &other, &large}) {
            for (int level : {1, 6})
                CHECK((deflate_common("ABCDEF+Song", *one, level) == deflate(*one, level)));
        }
        for (std::size_t i = 0; i < 20 * time; ++i)
            deflate_common(std::to_string(i), bytes.substr(i), 6);  // more than are kept
    }
}
