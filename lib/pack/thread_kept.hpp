// What a thread keeps to use it again.
#pragma once

#include <cxxabi.h>

#include <memory>

extern "C" [[gnu::visibility("hidden")]] void* __dso_handle;  // this program or library

namespace nianbao {

/// The calling thread's own T, made when it is first asked for and gone with the thread.
/// As a thread_local T would be, but for its place: g++ for Windows destroys those when
/// their memory is gone (its bug 80816), and this one lies elsewhere.
template <typename T>
T& thread_kept() {
    thread_local T* kept = nullptr;
    if (kept == nullptr) {
        auto one = std::make_unique<T>();
        abi::__cxa_thread_atexit([](void* own) { delete static_cast<T*>(own); }, one.get(),
                                 &__dso_handle);
        kept = one.release();
    }
    return *kept;
}

}  // namespace nianbao
