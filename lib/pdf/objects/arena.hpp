// libharu's memory for one document, freed all at once. No part is freed alone, so none
// is freed twice, and none leaks.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace nianbao {

class Arena {
public:
    /// Memory for any object, aligned for any type. Null if there is none, as C code
    /// expects.
    void* take(std::size_t bytes) noexcept;

    /// For tests: the allocation after so many more fails. Negative: none fails.
    long fail_after = -1;

    /// Makes an arena the thread's own, as libharu's callbacks are given no pointer.
    class Use {
    public:
        explicit Use(Arena& arena);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

    private:
        Arena* before_;
    };

    /// What libharu calls. It takes from the thread's arena, and gives nothing back.
    static void* take_from_current(unsigned bytes) noexcept;
    static void give(void*) noexcept {}

private:
    static constexpr std::size_t block_size = 1 << 17;

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* free_ = nullptr;
    std::size_t left_ = 0;
};

}  // namespace nianbao
