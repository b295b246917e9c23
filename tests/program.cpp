#include "program.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;

Scratch::Scratch() {
    std::string name = (fs::temp_directory_path() / "nianbao-XXXXXX").native();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
}

Scratch::~Scratch() {
    std::error_code unknown;
    fs::remove_all(folder_, unknown);
}

std::string Scratch::names() const {
    std::vector<std::string> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) found.push_back(entry.path().filename().native());
    std::sort(found.begin(), found.end());
    std::string names;
    for (const std::string& name : found) names += (names.empty() ? "" : " ") + name;
    return names;
}

fs::path write_file(const fs::path& file, std::string_view text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    REQUIRE(out.flush());
    return file;
}

std::string read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    REQUIRE_MESSAGE(in, file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string source_file(std::string_view name) { return read_file(fs::path(NIANBAO_SOURCE) / name); }

Run run(const std::vector<std::string>& words, const Setting& setting) {
    const Scratch scratch;
    write_file(scratch / "in", setting.input);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const std::string in = (scratch / "in").native(), out = (scratch / "out").native(), err = (scratch / "err").native();

    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // Not through stdio: its buffers hold what the test program has not yet written.
        const auto becomes = [](const std::string& file, int flags, int stream) { return ::dup2(::open(file.c_str(), flags, 0600), stream) == stream; };
        const bool ready = becomes(in, O_RDONLY, STDIN_FILENO) && becomes(out, O_WRONLY | O_CREAT, STDOUT_FILENO) &&
                           becomes(err, O_WRONLY | O_CREAT, STDERR_FILENO) && (setting.folder.empty() || ::chdir(setting.folder.c_str()) == 0);
        for (const std::string& variable : setting.environment) ::putenv(const_cast<char*>(variable.c_str()));
        if (ready) ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), read_file(out), read_file(err)};
}

Run nianbao_run(std::vector<std::string> words, const Setting& setting) {
    words.insert(words.begin(), NIANBAO_PROGRAM);
    return run(words, setting);
}
