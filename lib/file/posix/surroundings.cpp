#include "file/surroundings.hpp"

#include "file/path_text.hpp"

#include <dlfcn.h>
#include <sys/auxv.h>

#include <cstdlib>
#include <system_error>

namespace nianbao {

namespace fs = std::filesystem;

std::vector<fs::path> own_files() {
    std::vector<fs::path> files;
    Dl_info library;
    if (::dladdr(reinterpret_cast<const void*>(&own_files), &library) != 0 &&
        library.dli_fname != nullptr)
        files.emplace_back(library.dli_fname);
    std::error_code unknown;
    files.push_back(fs::read_symlink("/proc/self/exe", unknown));
    // No loader knows a static program, and a bare root has no /proc. The kernel keeps
    // the path that it was started by.
    if (const unsigned long started = ::getauxval(AT_EXECFN); files.back().empty() && started != 0)
        files.emplace_back(reinterpret_cast<const char*>(started));
    // Of a program dladdr may know no more than the word it was called by.
    for (fs::path& file : files) file = fs::canonical(file, unknown);
    std::erase_if(files, [](const fs::path& file) { return file.empty(); });
    return files;
}

fs::path environment_path(const char* variable) {
    const char* value = std::getenv(variable);
    return value == nullptr ? fs::path() : path_of(value);
}

std::vector<fs::path> font_folders() {
    std::vector<fs::path> folders;
    if (const fs::path home = environment_path("HOME"); !home.empty()) {
        folders.push_back(home / ".fonts");
        folders.push_back(home / ".local/share/fonts");
    }
    folders.insert(folders.end(), {"/usr/local/share/fonts", "/usr/share/fonts",
                                   // Debian's fontconfig does not see these.
                                   "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
                                   "/usr/share/texmf/fonts/opentype/public/fandol"});
    return folders;
}

}  // namespace nianbao
