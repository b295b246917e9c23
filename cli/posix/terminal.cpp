#include "terminal.hpp"

#include <malloc.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace {

std::FILE* file_of(Stream stream) { return stream == Stream::out ? stdout : stderr; }

}  // namespace

void begin_process() {
#ifdef __GLIBC__
    // Every report needs fonts and files of some hundred kilobytes. Keeps the memory for
    // them instead of giving it back and asking for it again.
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
    ::mallopt(M_TOP_PAD, 1 << 20);
#endif
    std::signal(SIGXFSZ, SIG_IGN);  // a file over the size limit fails like a full disk
}

std::vector<std::string> command_line(int count, const char* const* words) {
    return {words, words + count};
}

bool is_terminal(Stream stream) { return ::isatty(::fileno(file_of(stream))) != 0; }

bool shows_colours(Stream stream) { return is_terminal(stream); }

std::size_t terminal_columns() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

bool write(Stream stream, std::string_view text) {
    return write_later(stream, text) && std::fflush(file_of(stream)) == 0;
}

bool write_later(Stream stream, std::string_view text) {
    std::FILE* file = file_of(stream);
    if (std::fwrite(text.data(), 1, text.size(), file) == text.size()) return true;
    std::clearerr(file);
    return false;
}

bool has_own_window() { return false; }

void wait_for_reader() {}
