#include "file/program.hpp"

#include "file/path_text.hpp"
#include "file/windows/system.hpp"

namespace nianbao {
namespace {

/// One word of a command line, quoted so that a C program reads it as it was.
void append_word(std::wstring& line, const std::wstring& word) {
    if (!line.empty()) line += L' ';
    line += L'"';
    std::size_t backslashes = 0;
    for (const wchar_t c : word) {
        if (c == L'\\') {
            ++backslashes;
            continue;
        }
        line.append(c == L'"' ? 2 * backslashes + 1 : backslashes, L'\\');
        backslashes = 0;
        line += c;
    }
    line.append(2 * backslashes, L'\\');
    line += L'"';
}

std::wstring command_line(const std::vector<std::string>& words) {
    std::wstring line;
    for (const std::string& word : words) append_word(line, path_of(word).wstring());
    return line;
}

/// What the program writes to goes into a file, or nowhere.
HANDLE open_output(const std::filesystem::path& output) {
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    const std::wstring path = output.empty() ? std::wstring(L"NUL") : windows::system_path(output);
    return ::CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ, &inherited,
                         output.empty() ? OPEN_EXISTING : CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL,
                         nullptr);
}

}  // namespace

Ended run_program(const OtherProgram& program) {
    std::wstring line = command_line(program.words);
    const windows::Handle output(open_output(program.output));
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    startup.dwFlags = STARTF_USESTDHANDLES;
    startup.hStdOutput = output.get();
    PROCESS_INFORMATION information{};
    // Suspended, so that nothing that it starts can leave its job.
    if (!::CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE,
                          CREATE_NO_WINDOW | CREATE_SUSPENDED, nullptr,
                          program.folder.wstring().c_str(), &startup, &information)) {
        const DWORD error = ::GetLastError();
        return error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND ? Ended::not_found
                                                                              : Ended::badly;
    }
    const windows::Handle process(information.hProcess), thread(information.hThread);
    const windows::Handle job(::CreateJobObjectW(nullptr, nullptr));
    ::AssignProcessToJobObject(job.get(), process.get());
    ::ResumeThread(thread.get());
    const auto limit = static_cast<DWORD>(program.limit.count());
    if (::WaitForSingleObject(process.get(), limit) != WAIT_OBJECT_0) {
        ::TerminateJobObject(job.get(), 1);
        ::TerminateProcess(process.get(), 1);
        ::WaitForSingleObject(process.get(), INFINITE);
        return Ended::too_late;
    }
    DWORD code = 1;
    ::GetExitCodeProcess(process.get(), &code);
    return code == 0 ? Ended::well : Ended::badly;
}

}  // namespace nianbao
