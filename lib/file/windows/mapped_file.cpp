#include "file/mapped_file.hpp"

#include "file/errno_text.hpp"
#include "file/windows/system.hpp"

namespace nianbao {
namespace {

std::string why() { return errno_text(windows::errno_of(::GetLastError()), Access::read); }

}  // namespace

std::string MappedFile::map(const std::filesystem::path& path) {
    const windows::Handle file(windows::open_to_read(path));
    if (!file) return why();
    if (::GetFileType(file.get()) != FILE_TYPE_DISK) return "它不是普通文件";
    LARGE_INTEGER size;
    if (!::GetFileSizeEx(file.get(), &size)) return why();
    if (size.QuadPart == 0) return "文件是空的";
    const windows::Handle mapping(
        ::CreateFileMappingW(file.get(), nullptr, PAGE_READONLY, 0, 0, nullptr));
    if (!mapping) return why();
    const void* data = ::MapViewOfFile(mapping.get(), FILE_MAP_READ, 0, 0, 0);
    if (data == nullptr) return why();
    data_ = static_cast<const char*>(data);
    size_ = static_cast<std::size_t>(size.QuadPart);
    return {};
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::UnmapViewOfFile(data_);
}

}  // namespace nianbao
