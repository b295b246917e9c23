#include "file/identity.hpp"

#include "file/windows/system.hpp"

namespace nianbao {

std::optional<FileIdentity> identity_of(const std::filesystem::path& path, Links links) {
    const DWORD flags = FILE_FLAG_BACKUP_SEMANTICS |  // folders too
                        (links == Links::themselves ? FILE_FLAG_OPEN_REPARSE_POINT : 0);
    const windows::Handle file(::CreateFileW(windows::system_path(path).c_str(), 0,
                                             FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                             nullptr, OPEN_EXISTING, flags, nullptr));
    BY_HANDLE_FILE_INFORMATION facts;
    if (!file || !::GetFileInformationByHandle(file.get(), &facts)) return std::nullopt;
    if (links == Links::themselves && std::filesystem::is_symlink(path)) return std::nullopt;
    return FileIdentity{
        facts.dwVolumeSerialNumber,
        static_cast<std::uint64_t>(facts.nFileIndexHigh) << 32 | facts.nFileIndexLow};
}

}  // namespace nianbao
