#include "pack/inflate.hpp"

#include "nianbao/failure.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace nianbao {
namespace {

struct DecompressorFreer {
    void operator()(libdeflate_decompressor* decompressor) const {
        libdeflate_free_decompressor(decompressor);
    }
};

}  // namespace

Inflated inflate(std::string_view stream, std::size_t most) {
    const std::unique_ptr<libdeflate_decompressor, DecompressorFreer> with(
        libdeflate_alloc_decompressor());
    if (!with) throw Failure("内存不够");
    // How long it becomes is known only when it is done, so the room grows. A stream
    // becomes a thousand times as long at most.
    constexpr std::size_t first_room = std::size_t{64} << 10;
    for (std::size_t room = std::min(first_room, most);; room = std::min(room * 4, most)) {
        std::string bytes(room, '\0');
        std::size_t taken = 0, made = 0;
        const libdeflate_result result = libdeflate_zlib_decompress_ex(
            with.get(), stream.data(), stream.size(), bytes.data(), bytes.size(), &taken, &made);
        if (result == LIBDEFLATE_INSUFFICIENT_SPACE) {
            if (room == most) return {Inflated::End::too_long};
            continue;
        }
        if (result != LIBDEFLATE_SUCCESS) return {};
        bytes.resize(made);
        return {Inflated::End::whole, std::move(bytes)};
    }
}

}  // namespace nianbao
