// Loaded before a program (LD_PRELOAD), makes one of its calls fail: the tests see then what becomes of the files. The program itself knows nothing of it.
//   NIANBAO_FAULT         CALL:NUMBER:ERRNO     this call on the folder, counted from 0, fails so; "NUMBER+" also all later ones; ERRNO 0: it does half of its
//   work
//                         lost:NUMBER:0         before this rename the file that is to be renamed is removed; killed:NUMBER:0: the program itself is
//                         allocation:FIRST:STEP the PDF made as number n has its allocation FIRST + n * STEP refused, in libharu
//   NIANBAO_FAULT_FOLDER  whole path of the folder
//   NIANBAO_FAULT_TOLD    a file that tells, in the end, how often the call was made; of allocations, the most of one PDF
// Calls: open write fsync close fchmod rename on files of the folder, open_folder sync_folder on itself.
#include <dlfcn.h>
#include <fcntl.h>
#include <hpdf.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

template <typename Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

struct Fault {
    std::string call;
    long number = 0, last = 0;  // the parts between and after the colons
    bool onward = false;
};

const Fault& fault() {
    static const Fault wanted = [] {
        Fault read;
        const std::string text(variable("NIANBAO_FAULT"));
        const std::size_t first = text.find(':'), second = text.find(':', first + 1);
        if (second == text.npos) return read;
        read.call = text.substr(0, first);
        read.number = std::strtol(text.c_str() + first + 1, nullptr, 10);
        read.onward = text[second - 1] == '+';
        read.last = std::strtol(text.c_str() + second + 1, nullptr, 10);
        return read;
    }();
    return wanted;
}

std::atomic<long> calls = 0;

/// True where this call on this place is the one that is to fail; errno says how.
bool strikes(std::string_view call, std::string_view path) {
    const std::string_view folder = variable("NIANBAO_FAULT_FOLDER");
    if (fault().call != call || folder.empty() || !path.starts_with(folder)) return false;
    const bool itself = path == folder;
    if (itself != (call == "open_folder" || call == "sync_folder")) return false;
    const long number = calls++;
    if (number != fault().number && !(fault().onward && number > fault().number)) return false;
    errno = static_cast<int>(fault().last);
    return true;
}

std::string path_of(int file) {
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    std::string path(4096, '\0');
    const ssize_t length = ::readlink(link.c_str(), path.data(), path.size());
    path.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
    return path;
}

std::string whole(const char* path) {
    if (*path == '/') return path;
    std::string folder(4096, '\0');
    folder = ::getcwd(folder.data(), folder.size()) != nullptr ? folder.c_str() : "";
    return folder + "/" + path;
}

std::atomic<long> documents = 0, most_allocations = 0;
thread_local long refused_allocation = -1, allocations = 0;
thread_local HPDF_Alloc_Func own_allocation = nullptr;

void* allocate(HPDF_UINT size) {
    const long number = allocations++;
    if (allocations > most_allocations) most_allocations = allocations;
    return number == refused_allocation ? nullptr : own_allocation(size);
}

__attribute__((destructor)) void tell() {
    const std::string file(variable("NIANBAO_FAULT_TOLD"));
    if (file.empty()) return;
    const std::string text = std::to_string(fault().call == "allocation" ? most_allocations : calls);
    const int told = next<int(const char*, int, ...)>("open")(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (next<ssize_t(int, const void*, std::size_t)>("write")(told, text.data(), text.size()) < 0) std::abort();
}

}  // namespace

extern "C" {

__attribute__((visibility("default"))) int open(const char* path, int flags, ...) {
    std::va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    if (strikes((flags & O_DIRECTORY) == O_DIRECTORY ? "open_folder" : (flags & O_CREAT) != 0 ? "open" : "", whole(path))) return -1;
    return next<int(const char*, int, ...)>("open")(path, flags, mode);
}

__attribute__((visibility("default"))) ssize_t write(int file, const void* bytes, std::size_t count) {
    static const auto real = next<ssize_t(int, const void*, std::size_t)>("write");
    if (fault().call == "write" && strikes("write", path_of(file))) return fault().last == 0 ? real(file, bytes, (count + 1) / 2) : -1;
    return real(file, bytes, count);
}

__attribute__((visibility("default"))) int fsync(int file) {
    const std::string path = path_of(file);
    if (strikes("fsync", path) || strikes("sync_folder", path)) return -1;
    return next<int(int)>("fsync")(file);
}

__attribute__((visibility("default"))) int close(int file) {
    const bool fails = fault().call == "close" && strikes("close", path_of(file));
    const int why = errno, closed = next<int(int)>("close")(file);
    if (!fails) return closed;
    errno = why;
    return -1;
}

__attribute__((visibility("default"))) int fchmod(int file, mode_t mode) {
    if (strikes("fchmod", path_of(file))) return -1;
    return next<int(int, mode_t)>("fchmod")(file, mode);
}

__attribute__((visibility("default"))) int rename(const char* from, const char* to) {
    const std::string path = whole(to);
    if (strikes("rename", path)) return -1;
    if (strikes("lost", path)) ::unlink(from);
    if (strikes("killed", path)) ::kill(::getpid(), SIGKILL);
    return next<int(const char*, const char*)>("rename")(from, to);
}

__attribute__((visibility("default"))) HPDF_Doc HPDF_NewEx(HPDF_Error_Handler on_error, HPDF_Alloc_Func take, HPDF_Free_Func give, HPDF_UINT pool, void* user) {
    static const auto real = next<HPDF_Doc(HPDF_Error_Handler, HPDF_Alloc_Func, HPDF_Free_Func, HPDF_UINT, void*)>("HPDF_NewEx");
    if (fault().call != "allocation") return real(on_error, take, give, pool, user);
    own_allocation = take;
    allocations = 0;
    refused_allocation = fault().number + documents++ * fault().last;
    return real(on_error, allocate, give, pool, user);
}
}
