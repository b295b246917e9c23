#include "file/mapped_file.hpp"

#include "file/errno_text.hpp"
#include "file/exhausted.hpp"
#include "file/windows/system.hpp"

namespace nianbao {
namespace {

MappedFile::Refusal refusal() {
    const int error = windows::errno_of(::GetLastError());
    return {errno_text(error, Access::read), is_exhausted({error, std::generic_category()})};
}

}  // namespace

std::optional<MappedFile::Refusal> MappedFile::map(const std::filesystem::path& path) {
    const windows::Handle file(windows::open_to_read(path));
    if (!file) return refusal();
    if (::GetFileType(file.get()) != FILE_TYPE_DISK) return Refusal{"它不是普通文件"};
    LARGE_INTEGER size;
    if (!::GetFileSizeEx(file.get(), &size)) return refusal();
    if (size.QuadPart == 0) return Refusal{"文件是空的"};
    const windows::Handle mapping(
        ::CreateFileMappingW(file.get(), nullptr, PAGE_READONLY, 0, 0, nullptr));
    if (!mapping) return refusal();
    const void* data = ::MapViewOfFile(mapping.get(), FILE_MAP_READ, 0, 0, 0);
    if (data == nullptr) return refusal();
    data_ = static_cast<const char*>(data);
    size_ = static_cast<std::size_t>(size.QuadPart);
    return std::nullopt;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::UnmapViewOfFile(data_);
}

}  // namespace nianbao
