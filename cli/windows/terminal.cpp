#include "terminal.hpp"

#include "file/path_text.hpp"

#define NOMINMAX
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <fcntl.h>
#include <io.h>
#include <shellapi.h>

#include <algorithm>
#include <cstdio>

namespace {

std::FILE* file_of(Stream stream) { return stream == Stream::out ? stdout : stderr; }

/// The console that a stream writes to; null if it writes elsewhere. NUL is a device too,
/// and none.
HANDLE console_of(Stream stream) {
    const HANDLE handle =
        ::GetStdHandle(stream == Stream::out ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
    DWORD mode = 0;
    return ::GetConsoleMode(handle, &mode) ? handle : nullptr;
}

/// In the characters of Windows: the console shows them in whatever code page it is,
/// while bytes would have to be of that one.
bool write_to(HANDLE console, std::string_view text) {
    constexpr std::size_t most = 8000;  // units that older systems take at a time
    const std::wstring units = [&] {
        std::wstring all(::MultiByteToWideChar(CP_UTF8, 0, text.data(),
                                               static_cast<int>(text.size()), nullptr, 0),
                         L'\0');
        ::MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), all.data(),
                              static_cast<int>(all.size()));
        return all;
    }();
    for (std::size_t at = 0; at < units.size();) {
        const auto part = static_cast<DWORD>(std::min(most, units.size() - at));
        DWORD written = 0;
        if (!::WriteConsoleW(console, units.data() + at, part, &written, nullptr) || written == 0)
            return false;
        at += written;
    }
    return true;
}

/// The files that a word with * or ? in its last part stands for, by name; the word
/// itself if there are none.
std::vector<std::string> files_like(const std::wstring& word) {
    const std::size_t end_of_folder = word.find_last_of(L"/\\:") + 1;
    if (word.find_first_of(L"*?", end_of_folder) == word.npos || word.starts_with(L'-'))
        return {nianbao::utf8(word)};
    std::vector<std::string> files;
    WIN32_FIND_DATAW found;
    const HANDLE search = ::FindFirstFileW(word.c_str(), &found);
    if (search == INVALID_HANDLE_VALUE) return {nianbao::utf8(word)};
    do {
        const std::wstring name = found.cFileName;
        if (name == L"." || name == L"..") continue;
        files.push_back(nianbao::utf8(word.substr(0, end_of_folder) + name));
    } while (::FindNextFileW(search, &found));
    ::FindClose(search);
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

void begin_process() {
    for (std::FILE* file : {stdin, stdout, stderr}) ::_setmode(::_fileno(file), _O_BINARY);
    // A card reader without a card, a full disk: no window asks, the program tells.
    ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
}

/// Of the system: what main() is given has lost the characters that the code page lacks.
std::vector<std::string> command_line(int, const char* const*) {
    int count = 0;
    wchar_t** words = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    std::vector<std::string> all;
    for (int i = 0; words != nullptr && i < count; ++i) {
        if (i == 0) {
            all.push_back(nianbao::utf8(words[i]));
            continue;
        }
        for (std::string& file : files_like(words[i])) all.push_back(std::move(file));
    }
    ::LocalFree(words);
    return all;
}

bool is_terminal(Stream stream) { return console_of(stream) != nullptr; }

bool shows_colours(Stream stream) {
    constexpr DWORD escapes = 0x0004;  // ENABLE_VIRTUAL_TERMINAL_PROCESSING, from Windows 10 on
    const HANDLE console = console_of(stream);
    DWORD mode = 0;
    return console != nullptr && ::GetConsoleMode(console, &mode) &&
           ((mode & escapes) != 0 || ::SetConsoleMode(console, mode | escapes));
}

std::size_t terminal_columns() {
    CONSOLE_SCREEN_BUFFER_INFO facts;
    const HANDLE console = console_of(Stream::error);
    if (console == nullptr || !::GetConsoleScreenBufferInfo(console, &facts)) return 80;
    return std::max(facts.srWindow.Right - facts.srWindow.Left + 1, 1);
}

bool write(Stream stream, std::string_view text) {
    return write_later(stream, text) && std::fflush(file_of(stream)) == 0;
}

bool write_later(Stream stream, std::string_view text) {
    if (const HANDLE console = console_of(stream)) return write_to(console, text);
    std::FILE* file = file_of(stream);
    if (std::fwrite(text.data(), 1, text.size(), file) == text.size()) return true;
    std::clearerr(file);
    return false;
}

bool has_own_window() {
    DWORD processes[2];
    return ::GetConsoleProcessList(processes, 2) <= 1;
}

void wait_for_reader() {
    if (!is_terminal(Stream::error)) return;
    const HANDLE keys = ::GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (!::GetConsoleMode(keys, &mode)) return;
    ::FlushConsoleInputBuffer(keys);
    write(Stream::error, "\n按回车键关闭这个窗口……");
    wchar_t line[16];
    DWORD got = 0;
    ::ReadConsoleW(keys, line, 16, &got, nullptr);
}
