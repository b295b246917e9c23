#include "pdf/deflate.hpp"

#include "nianbao/failure.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <memory>

namespace nianbao {

namespace {

constexpr int highest_level = 12;

struct Freer {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

libdeflate_compressor* compressor(int level) {
    // Making one costs as much as a page's text; it is not for two threads at once.
    thread_local std::array<std::unique_ptr<libdeflate_compressor, Freer>, highest_level + 1> kept;
    auto& one = kept[static_cast<std::size_t>(level)];
    if (!one) one.reset(libdeflate_alloc_compressor(level));
    if (!one) throw Failure("不能生成 PDF：内存不够");
    return one.get();
}

}  // namespace

std::string deflate(std::string_view bytes, int level) {
    auto* with = compressor(std::clamp(level, 0, highest_level));
    std::string out(libdeflate_zlib_compress_bound(with, bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(with, bytes.data(), bytes.size(), out.data(), out.size()));
    return out;
}

}  // namespace nianbao
