// The one place where exceptions end: every C function that can fail does its work in
// here.
#pragma once

#include "nianbao/nianbao.h"

#include <memory>
#include <new>
#include <stdexcept>
#include <string>

namespace nianbao::c {

/// The call itself is wrong. what() is Chinese.
struct Invalid : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

/// The cancel callback said so. No std::exception, so that nothing on its way takes it
/// for a fault.
struct Cancelled {};

/// Throws Invalid if it does not hold.
void require(bool holds, const char* otherwise);

/// The exception that is being handled, as a status and an error. REQUIRES: called in a
/// handler.
nianbao_status trapped(nianbao_error** error) noexcept;

/// Does the work. No exception leaves it.
template <typename Work>
nianbao_status trap(nianbao_error** error, Work work) noexcept {
    if (error != nullptr) *error = nullptr;
    try {
        work();
        return NIANBAO_OK;
    } catch (...) {
        return trapped(error);
    }
}

/// The same for a function that gives a handle: the work answers it as a std::unique_ptr.
/// If it fails, NULL is given.
template <typename Handle, typename Work>
nianbao_status trap(Handle** handle, nianbao_error** error, Work work) noexcept {
    if (handle != nullptr) *handle = nullptr;
    return trap(error, [&] {
        require(handle != nullptr, "存放结果的指针是 NULL");
        *handle = work().release();
    });
}

}  // namespace nianbao::c
