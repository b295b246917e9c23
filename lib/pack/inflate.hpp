// zlib streams, read back by libdeflate.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao {

struct Inflated {
    enum class End { whole, too_long, broken };
    End end = End::broken;
    std::string bytes = {};  // if it is whole
};

/// The bytes of the zlib stream that `stream` begins with; what follows it is passed
/// over. Too long: they would be more than `most`. Broken: the stream is none, breaks
/// off, or is not what its checksum says. Throws Failure if there is no memory.
Inflated inflate(std::string_view stream, std::size_t most);

}  // namespace nianbao
