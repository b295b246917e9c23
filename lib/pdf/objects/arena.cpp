#include "pdf/objects/arena.hpp"

namespace nianbao {
namespace {

thread_local Arena* current = nullptr;

}  // namespace

void* Arena::take(std::size_t bytes) noexcept {
    if (fail_after >= 0 && fail_after-- == 0) return nullptr;
    constexpr std::size_t grain = alignof(std::max_align_t);
    bytes = (bytes + grain - 1) / grain * grain;
    try {
        if (bytes > block_size / 4)
            return blocks_.emplace_back(std::make_unique_for_overwrite<std::byte[]>(bytes)).get();
        if (bytes > left_) {
            free_ =
                blocks_.emplace_back(std::make_unique_for_overwrite<std::byte[]>(block_size)).get();
            left_ = block_size;
        }
    } catch (...) {
        return nullptr;
    }
    void* taken = free_;
    free_ += bytes;
    left_ -= bytes;
    return taken;
}

Arena::Use::Use(Arena& arena) : before_(current) { current = &arena; }

Arena::Use::~Use() { current = before_; }

void* Arena::take_from_current(unsigned bytes) noexcept {
    return current ? current->take(bytes) : nullptr;
}

}  // namespace nianbao
