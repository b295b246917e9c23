#include "file/windows/system.hpp"

#include <cerrno>

namespace nianbao::windows {

std::wstring system_path(const std::filesystem::path& path) {
    constexpr std::size_t longest = 240;  // of 260 with the zero; a folder's leaves room for a name
    const std::wstring& text = path.native();
    if (text.starts_with(LR"(\\?\)") || text.starts_with(LR"(\\.\)")) return text;
    const DWORD room = ::GetFullPathNameW(text.c_str(), 0, nullptr, nullptr);
    if (room < longest) return text;
    std::wstring whole(room, L'\0');
    whole.resize(::GetFullPathNameW(text.c_str(), room, whole.data(), nullptr));
    if (whole.starts_with(LR"(\\)")) return LR"(\\?\UNC)" + whole.substr(1);
    return LR"(\\?\)" + whole;
}

int errno_of(DWORD error) {
    switch (error) {
        case ERROR_SUCCESS:
            return 0;
        case ERROR_FILE_NOT_FOUND:
        case ERROR_PATH_NOT_FOUND:
        case ERROR_INVALID_DRIVE:
        case ERROR_BAD_NETPATH:
        case ERROR_BAD_NET_NAME:
            return ENOENT;
        case ERROR_DIRECTORY:
            return ENOTDIR;
        case ERROR_ACCESS_DENIED:
        case ERROR_NETWORK_ACCESS_DENIED:
        case ERROR_PRIVILEGE_NOT_HELD:
            return EACCES;
        case ERROR_SHARING_VIOLATION:
        case ERROR_LOCK_VIOLATION:
        case ERROR_USER_MAPPED_FILE:
            return ETXTBSY;
        case ERROR_WRITE_PROTECT:
            return EROFS;
        case ERROR_DISK_FULL:
        case ERROR_HANDLE_DISK_FULL:
        case 1295:  // ERROR_DISK_QUOTA_EXCEEDED, which older headers lack
            return ENOSPC;
        case ERROR_FILE_EXISTS:
        case ERROR_ALREADY_EXISTS:
            return EEXIST;
        case ERROR_FILENAME_EXCED_RANGE:
        case ERROR_BUFFER_OVERFLOW:
            return ENAMETOOLONG;
        case ERROR_INVALID_NAME:
            return EINVAL;
        case ERROR_FILE_TOO_LARGE:
            return EFBIG;
        case ERROR_TOO_MANY_OPEN_FILES:
            return EMFILE;
        case ERROR_NOT_ENOUGH_MEMORY:
        case ERROR_OUTOFMEMORY:
            return ENOMEM;
        default:
            return EIO;
    }
}

}  // namespace nianbao::windows
