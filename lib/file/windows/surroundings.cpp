#include "file/surroundings.hpp"

#include "file/windows/system.hpp"

#include <cwchar>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

fs::path file_of(HMODULE module) {
    std::wstring name(MAX_PATH, L'\0');
    for (;;) {
        const DWORD length =
            ::GetModuleFileNameW(module, name.data(), static_cast<DWORD>(name.size()));
        if (length < name.size()) {
            name.resize(length);
            return name;
        }
        name.resize(2 * name.size());
    }
}

}  // namespace

std::vector<fs::path> own_files() {
    std::vector<fs::path> files;
    HMODULE library = nullptr;
    if (::GetModuleHandleExW(
            GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
            reinterpret_cast<const wchar_t*>(&own_files), &library))
        files.push_back(file_of(library));
    files.push_back(file_of(nullptr));
    std::erase_if(files, [](const fs::path& file) { return file.empty(); });
    return files;
}

fs::path environment_path(const char* variable) {
    const std::wstring name(variable, variable + std::char_traits<char>::length(variable));
    const wchar_t* value = ::_wgetenv(name.c_str());
    return value == nullptr ? fs::path() : fs::path(value);
}

std::vector<fs::path> font_folders() {
    std::vector<fs::path> folders;
    if (const fs::path own = environment_path("LOCALAPPDATA"); !own.empty())
        folders.push_back(own / "Microsoft" / "Windows" / "Fonts");
    if (const fs::path system = environment_path("WINDIR"); !system.empty())
        folders.push_back(system / "Fonts");
    return folders;
}

}  // namespace nianbao
