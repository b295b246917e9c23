#include "file/temporary_file.hpp"

#include "file/windows/system.hpp"

#include <algorithm>
#include <cerrno>
#include <random>
#include <utility>

namespace nianbao {
namespace {

HANDLE handle_of(std::intptr_t file) { return reinterpret_cast<HANDLE>(file); }

int last_error() { return windows::errno_of(::GetLastError()); }

/// Windows says of a file that is open elsewhere only that it may not be replaced.
bool is_open_elsewhere(const std::wstring& place) {
    const windows::Handle file(::CreateFileW(place.c_str(), DELETE,
                                             FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                             nullptr, OPEN_EXISTING, 0, nullptr));
    return !file && ::GetLastError() == ERROR_SHARING_VIOLATION;
}

}  // namespace

TemporaryFile::TemporaryFile(std::filesystem::path place) : place_(std::move(place)) {}

TemporaryFile::~TemporaryFile() {
    if (file_ >= 0) ::CloseHandle(handle_of(file_));
    if (stands_) ::DeleteFileW(windows::system_path(path_).c_str());
}

/// Under a name that no other write has, before or after. While it is open nobody can
/// remove it: that is its lock.
int TemporaryFile::create() {
    std::random_device random;
    HANDLE file = INVALID_HANDLE_VALUE;
    do {
        path_ = place_.parent_path() /
                temporary_name(static_cast<std::uint64_t>(random()) << 32 | random());
        file = ::CreateFileW(windows::system_path(path_).c_str(), GENERIC_WRITE, FILE_SHARE_READ,
                             nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    } while (file == INVALID_HANDLE_VALUE && ::GetLastError() == ERROR_FILE_EXISTS);
    if (file == INVALID_HANDLE_VALUE) return last_error();
    file_ = reinterpret_cast<std::intptr_t>(file);
    stands_ = true;
    return 0;
}

int TemporaryFile::write(std::string_view bytes) {
    if (file_ < 0) {
        if (const int error = create()) return error;
    }
    constexpr std::size_t most = std::size_t{1} << 20;
    while (!bytes.empty()) {
        const auto part = static_cast<DWORD>(std::min(bytes.size(), most));
        DWORD written = 0;
        if (!::WriteFile(handle_of(file_), bytes.data(), part, &written, nullptr))
            return last_error();
        if (written == 0) return EIO;
        bytes.remove_prefix(written);
    }
    return 0;
}

int TemporaryFile::take_permissions() { return 0; }  // the folder gives them

void TemporaryFile::begin_sync() {}

int TemporaryFile::into_place() {
    if (!::FlushFileBuffers(handle_of(file_))) return last_error();
    if (!::CloseHandle(handle_of(std::exchange(file_, -1)))) return last_error();
    const std::wstring place = windows::system_path(place_);
    if (!::MoveFileExW(windows::system_path(path_).c_str(), place.c_str(),
                       MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) {
        const DWORD error = ::GetLastError();
        return error == ERROR_ACCESS_DENIED && is_open_elsewhere(place) ? ETXTBSY
                                                                        : windows::errno_of(error);
    }
    stands_ = false;
    return 0;
}

void remove_leftover(const std::filesystem::path& path) {
    ::DeleteFileW(windows::system_path(path).c_str());  // fails while somebody writes it
}

void sync_folder(const std::filesystem::path&) {}  // MoveFileExW waited for the disk

}  // namespace nianbao
