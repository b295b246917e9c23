#include "file/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

extern char** environ;

namespace nianbao {
namespace {

/// What the child begins with: its folder, nothing to read, and a group and signals of
/// its own.
class Beginning {
public:
    explicit Beginning(const OtherProgram& program) {
        const char* nothing = "/dev/null";
        const char* output = program.output.empty() ? nothing : program.output.c_str();
        constexpr int own = 0600;
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, nothing, O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output,
                                           O_WRONLY | O_CREAT | O_TRUNC, own);
        ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, nothing, O_WRONLY, 0);
        ::posix_spawn_file_actions_addchdir_np(&files, program.folder.c_str());
        ::posix_spawnattr_init(&attributes);
        sigset_t none, all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&attributes, &none);
        ::posix_spawnattr_setsigdefault(&attributes, &all);
        ::posix_spawnattr_setpgroup(&attributes, 0);
        ::posix_spawnattr_setflags(
            &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Beginning() {
        ::posix_spawn_file_actions_destroy(&files);
        ::posix_spawnattr_destroy(&attributes);
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;

    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
};

}  // namespace

Ended run_program(const OtherProgram& program) {
    std::vector<char*> words;
    for (const std::string& word : program.words) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    const Beginning beginning(program);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, words.front(), &beginning.files, &beginning.attributes,
                                     words.data(), environ);
    if (error != 0) return error == ENOENT || error == EACCES ? Ended::not_found : Ended::badly;
    const auto begun = std::chrono::steady_clock::now();
    constexpr std::chrono::milliseconds pause{20};
    for (;;) {
        int status = 0;
        const pid_t ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Ended::well : Ended::badly;
        if (ended < 0 && errno != EINTR) return Ended::badly;
        if (std::chrono::steady_clock::now() - begun > program.limit) {
            ::kill(-child, SIGKILL);
            while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
            }
            return Ended::too_late;
        }
        std::this_thread::sleep_for(pause);
    }
}

}  // namespace nianbao
