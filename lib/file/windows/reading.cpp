#include "file/reading.hpp"

#include "file/errno_text.hpp"
#include "file/path_text.hpp"
#include "file/windows/system.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

/// Up to so many bytes more; nothing if the system refuses.
std::optional<std::string> more_of(HANDLE file, std::size_t most) {
    constexpr std::size_t largest = std::size_t{1} << 20;
    std::string bytes(std::min(most, largest), '\0');
    DWORD got = 0;
    if (!::ReadFile(file, bytes.data(), static_cast<DWORD>(bytes.size()), &got, nullptr)) {
        if (::GetLastError() == ERROR_BROKEN_PIPE) return std::string();
        return std::nullopt;
    }
    bytes.resize(got);
    return bytes;
}

}  // namespace

std::string file_bytes(const std::filesystem::path& file, std::size_t most) {
    const auto fail = [&] {
        const DWORD error = ::GetLastError();
        const DWORD there = ::GetFileAttributesW(windows::system_path(file).c_str());
        const bool folder =
            there != INVALID_FILE_ATTRIBUTES && (there & FILE_ATTRIBUTE_DIRECTORY) != 0;
        throw Failure(
            fmt::format("不能读取 {}：{}", utf8(file),
                        errno_text(folder ? EISDIR : windows::errno_of(error), Access::read)));
    };
    const windows::Handle open(windows::open_to_read(file));
    if (!open) fail();
    std::string bytes;
    while (bytes.size() <= most) {
        const std::optional<std::string> more = more_of(open.get(), most + 1 - bytes.size());
        if (!more) fail();
        if (more->empty()) break;
        bytes += *more;
    }
    return bytes;
}

std::optional<std::string> content_of(const std::filesystem::path& file) {
    std::string content;
    const auto take = [&](std::string_view block) { content += block; };
    return each_block_of(file, take) ? std::optional(std::move(content)) : std::nullopt;
}

bool each_block_of(const std::filesystem::path& file,
                   const std::function<void(std::string_view)>& take) {
    std::error_code unknown;
    if (std::filesystem::is_symlink(file, unknown)) return false;
    const windows::Handle open(windows::open_to_read(file));
    if (!open || ::GetFileType(open.get()) != FILE_TYPE_DISK) return false;
    LARGE_INTEGER size;
    if (!::GetFileSizeEx(open.get(), &size)) return false;
    std::size_t left = static_cast<std::size_t>(size.QuadPart);
    while (left > 0) {
        const std::optional<std::string> more = more_of(open.get(), left);
        if (!more || more->empty()) return false;
        take(*more);
        left -= more->size();
    }
    return true;
}

}  // namespace nianbao
