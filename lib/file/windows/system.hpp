// What the files of this folder share: the system's header, and paths, handles and errors
// between it and ours.
#pragma once

#include <filesystem>
#include <string>

#define NOMINMAX
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace nianbao::windows {

/// The path as the system's functions take it: one that is longer than they took of old
/// is whole, and begins with `\\?\`.
std::wstring system_path(const std::filesystem::path& path);

/// The errno that means the same; EIO where none does.
int errno_of(DWORD error);

class Handle {
public:
    explicit Handle(HANDLE handle) : handle_(handle) {}
    ~Handle() {
        if (*this) ::CloseHandle(handle_);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    explicit operator bool() const { return handle_ != INVALID_HANDLE_VALUE && handle_ != nullptr; }
    HANDLE get() const { return handle_; }

private:
    HANDLE handle_;
};

/// Opened to read, whoever writes it or has it open. `flags`: as those of CreateFileW.
inline HANDLE open_to_read(const std::filesystem::path& path, DWORD flags = 0) {
    return ::CreateFileW(system_path(path).c_str(), GENERIC_READ,
                         FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                         OPEN_EXISTING, flags, nullptr);
}

}  // namespace nianbao::windows
