// libharu's memory: taken for one document, given back as one. Nothing is freed singly, so nothing can be freed twice or leak.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace nianbao {

class Arena {
public:
    /// Memory for any object; null where there is none: C code asks for it. Every piece is aligned for any type.
    void* take(std::size_t bytes) noexcept;

    /// For tests: the allocation after so many more fails. Negative: none does.
    long fail_after = -1;

    /// libharu's callbacks get no pointer of ours, so the arena at work is found by thread.
    class Use {
    public:
        explicit Use(Arena& arena);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

    private:
        Arena* before_;
    };

    /// What libharu calls: taking from the thread's arena, and giving nothing back.
    static void* take_from_current(unsigned bytes) noexcept;
    static void give(void*) noexcept {}

private:
    static constexpr std::size_t block_size = 1 << 17;

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* free_ = nullptr;
    std::size_t left_ = 0;
};

}  // namespace nianbao
