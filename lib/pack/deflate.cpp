#include "pack/deflate.hpp"

#include "nianbao/failure.hpp"
#include "pack/thread_kept.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>

namespace nianbao {
namespace {

constexpr int highest_level = 12;

struct Freer {
    void operator()(libdeflate_compressor* compressor) const {
        libdeflate_free_compressor(compressor);
    }
};

libdeflate_compressor* compressor(int level) {
    // Making one costs as much as compressing a page's text. No two threads may use one.
    using Kept = std::array<std::unique_ptr<libdeflate_compressor, Freer>, highest_level + 1>;
    std::unique_ptr<libdeflate_compressor, Freer>& one = thread_kept<Kept>()[level];
    if (!one) one.reset(libdeflate_alloc_compressor(level));
    if (!one) throw Failure("内存不够");
    return one.get();
}

/// What a thread compressed lately, and the streams that it keeps.
class Common {
public:
    /// The stream that is kept for these bytes; null if there is none.
    const std::string* find(std::string_view name, std::string_view bytes, int level) {
        const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) {
            return one.level == level && one.name == name && one.bytes == bytes;
        });
        if (found == kept_.end()) return nullptr;
        std::rotate(kept_.begin(), found, found + 1);
        return &kept_.front().stream;
    }

    /// Keeps the stream if bytes of that name and length have come before. Drops the
    /// stream that was not asked for the longest.
    void add(std::string_view name, std::string_view bytes, int level, const std::string& stream) {
        if (bytes.size() > largest) return;
        const std::size_t hash = std::hash<std::string_view>()(name) + bytes.size();
        if (std::find(met_.begin(), met_.end(), hash) == met_.end()) {
            met_[next_++ % met_.size()] = hash;
            return;
        }
        if (kept_.size() == most_kept) kept_.pop_back();
        kept_.push_front({std::string(name), std::string(bytes), level, stream});
    }

private:
    // A report has some ten streams of fonts; half of them are those of the form's own
    // words. They take some 0.3 MB a thread, and never more than 4 MB.
    static constexpr std::size_t most_kept = 16, largest = std::size_t{128} << 10;

    struct Kept {
        std::string name, bytes;
        int level;
        std::string stream;
    };
    std::deque<Kept> kept_;  // the one that was asked for last comes first
    std::array<std::size_t, 64> met_{};
    std::size_t next_ = 0;
};

}  // namespace

std::string deflate_common(std::string_view name, std::string_view bytes, int level) {
    Common& common = thread_kept<Common>();
    if (const std::string* kept = common.find(name, bytes, level)) return *kept;
    std::string stream = deflate(bytes, level);
    common.add(name, bytes, level, stream);
    return stream;
}

std::string deflate(std::string_view bytes, int level) {
    libdeflate_compressor* with = compressor(std::clamp(level, 0, highest_level));
    std::string out(libdeflate_zlib_compress_bound(with, bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(with, bytes.data(), bytes.size(), out.data(), out.size()));
    return out;
}

}  // namespace nianbao
