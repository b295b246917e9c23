// The library as a guest: loaded and unloaded, forked, and leaving everything of its
// host's as it was.
#include <dirent.h>
#include <dlfcn.h>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstring>
#include <set>
#include <sstream>
#include <thread>

#include "nianbao/nianbao.h"
#include "program.hpp"

namespace {

/// The shared library, loaded by hand.
class Plugin {
public:
    Plugin() : library_(::dlopen(NIANBAO_SHARED_LIBRARY, RTLD_NOW | RTLD_LOCAL)) {
        REQUIRE_MESSAGE(library_ != nullptr, ::dlerror());
    }
    ~Plugin() { ::dlclose(library_); }
    Plugin(const Plugin&) = delete;
    Plugin& operator=(const Plugin&) = delete;

    template <typename Function>
    Function* find(const char* name, Function*) const {
        return reinterpret_cast<Function*>(::dlsym(library_, name));
    }

private:
    void* library_;
};
#define FOUND(function) plugin.find(#function, &function)

std::string small() { return source_file("tests/cases/small.yaml"); }

/// The PDF, with an engine of its own; empty where anything fails.
std::string rendered(const Plugin& plugin, const std::string& bytes) {
    nianbao_engine_options options{};
    options.size = sizeof options;
    options.no_system_fonts = 1;
    nianbao_engine* engine = nullptr;
    nianbao_data* data = nullptr;
    nianbao_outcome* outcome = nullptr;
    std::string pdf;
    if (FOUND(nianbao_engine_open)(&options, &engine, nullptr) == NIANBAO_OK &&
        FOUND(nianbao_data_from_bytes)(bytes.data(), static_cast<int64_t>(bytes.size()), "a", 1,
                                       NIANBAO_FORMAT_YAML, &data, nullptr) == NIANBAO_OK &&
        FOUND(nianbao_render)(engine, data, nullptr, &outcome, nullptr) == NIANBAO_OK) {
        int64_t length = 0;
        const char* first = FOUND(nianbao_outcome_bytes)(outcome, &length);
        if (first != nullptr) pdf.assign(first, static_cast<std::size_t>(length));
    }
    FOUND(nianbao_outcome_free)(outcome);
    FOUND(nianbao_data_free)(data);
    FOUND(nianbao_engine_free)(engine);
    return pdf;
}

std::string by_command_line() {
    const std::string pdf =
        nianbao_run({"render", "-", "-o", "-", "--no-system-fonts"}, {.input = small()}).out;
    REQUIRE(pdf.starts_with("%PDF-"));
    return pdf;
}

bool loaded() {
    void* library = ::dlopen(NIANBAO_SHARED_LIBRARY, RTLD_NOW | RTLD_NOLOAD);
    if (library != nullptr) ::dlclose(library);
    return library != nullptr;
}

/// The names in a folder of /proc/self.
std::size_t count(const char* folder) {
    DIR* open = ::opendir(folder);
    REQUIRE(open != nullptr);
    std::size_t names = 0;
    while (::readdir(open) != nullptr) ++names;
    ::closedir(open);
    return names;
}

/// What the process has that a library could change: locale, handlers and mask of
/// signals, open files, threads, current folder, environment.
std::string belongings() {
    std::string all = std::setlocale(LC_ALL, nullptr);
    sigset_t mask;
    sigemptyset(&mask);
    pthread_sigmask(SIG_BLOCK, nullptr, &mask);
    for (int signal = 1; signal < SIGRTMIN; ++signal) {
        struct sigaction action;
        std::memset(&action, 0, sizeof action);
        ::sigaction(signal, nullptr, &action);
        all += " " + std::to_string(reinterpret_cast<std::uintptr_t>(action.sa_handler)) +
               (sigismember(&mask, signal) == 1 ? "!" : "");
    }
    all += " files " + std::to_string(count("/proc/self/fd")) + " threads " +
           std::to_string(count("/proc/self/task"));
    all += " in " + std::filesystem::current_path().native() + " with";
    for (char** variable = environ; *variable != nullptr; ++variable)
        all += std::string(" ") + *variable;
    return all;
}

}  // namespace

TEST_CASE("Loaded, used in threads and unloaded, again and again") {
    const std::string expected = by_command_line();
    for (int round = 0; round < 5; ++round) {
        {
            const Plugin plugin;
            std::vector<std::string> pdfs(4);
            std::vector<std::thread> threads;
            for (std::string& pdf : pdfs)
                threads.emplace_back([&] { pdf = rendered(plugin, small()); });
            for (std::thread& thread : threads)
                thread.join();  // what it keeps for a thread goes with the thread
            for (const std::string& pdf : pdfs) CHECK(pdf == expected);
            CHECK(loaded());
        }
        CHECK(!loaded());
    }
}

TEST_CASE(
    "A thread that used it may unload it: what it keeps for the thread is freed when the thread ends") {
    const std::string expected = by_command_line();
    for (int round = 0; round < 3; ++round) {
        std::string pdf, again;
        std::thread([&] {
            {
                const Plugin plugin;
                pdf = rendered(plugin, small());
            }
            const Plugin plugin;  // and load it once more
            again = rendered(plugin, small());
        }).join();
        CHECK(pdf == expected);
        CHECK(again == expected);
    }
    { const Plugin plugin; }
    CHECK(!loaded());
}

TEST_CASE(
    "The host keeps its locale, signals, files, threads, folder and environment, and nothing is printed") {
    const Scratch scratch;
    const std::string out = scratch / "out";
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::freopen(out.c_str(), "w", stdout);
        std::freopen(out.c_str(), "a", stderr);
        const Plugin plugin;
        rendered(plugin,
                 small());  // fontconfig and what else is below may open what it keeps
        const std::string before = belongings();
        const bool good = !rendered(plugin, small()).empty() &&
                          rendered(plugin, "agancy: 1\n").empty() &&
                          rendered(plugin, "\xFF").empty();
        ::_exit(good && belongings() == before ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(read_file(out) == "");
}

TEST_CASE("An engine that was opened before a fork serves the children") {
    const Plugin plugin;
    nianbao_engine_options options{};
    options.size = sizeof options;
    options.no_system_fonts = 1;
    nianbao_engine* engine = nullptr;
    REQUIRE(FOUND(nianbao_engine_open)(&options, &engine, nullptr) == NIANBAO_OK);
    const std::string bytes = small(), expected = by_command_line();
    const auto render = [&] {
        nianbao_data* data = nullptr;
        nianbao_outcome* outcome = nullptr;
        FOUND(nianbao_data_from_bytes)
        (bytes.data(), static_cast<int64_t>(bytes.size()), "a", 1, NIANBAO_FORMAT_YAML, &data,
         nullptr);
        FOUND(nianbao_render)(engine, data, nullptr, &outcome, nullptr);
        int64_t length = 0;
        const char* first = FOUND(nianbao_outcome_bytes)(outcome, &length);
        const std::string pdf =
            first == nullptr ? "" : std::string(first, static_cast<std::size_t>(length));
        FOUND(nianbao_outcome_free)(outcome);
        FOUND(nianbao_data_free)(data);
        return pdf;
    };
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
        if (i == 2)
            CHECK(render() == expected);  // the first children get an engine that was never used
        children.push_back(::fork());
        REQUIRE(children.back() >= 0);
        if (children.back() == 0) {
            std::string in_thread;
            const bool good = render() == expected;
            std::thread([&] { in_thread = render(); }).join();
            ::_exit(good && in_thread == expected && render() == expected ? 0 : 1);
        }
    }
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    CHECK(render() == expected);
    FOUND(nianbao_engine_free)(engine);
}

TEST_CASE(
    "The library keeps no state: what can be written to in it is made once, or is a thread's own") {
    const Run nm = run({"nm", "--format=sysv", "--demangle", NIANBAO_SHARED_LIBRARY});
    REQUIRE(nm.exit == 0);
    std::set<std::string> written;
    std::istringstream lines(nm.out);
    for (std::string line; std::getline(lines, line);) {
        const std::string section = line.substr(line.rfind('|') + 1);
        const std::string name = line.substr(0, line.find('|'));
        if (name.find("nianbao::") == std::string::npos || name.starts_with("guard variable for "))
            continue;
        if (section == ".data" || section == ".bss")
            written.insert("made once: " + name.substr(name.rfind("::") + 2));
        if (section == ".tdata" || section == ".tbss")
            written.insert("a thread's: " + name.substr(name.rfind("::") + 2));
    }
    std::string names;
    for (const std::string& name : written)
        names += name.substr(0, name.find_last_not_of(' ') + 1) + "\n";
    // The streams that reports have in common, the arena and the compressors of the PDF
    // writer; the callbacks that draw glyphs; the list of known fonts; what stands for a
    // value that a PDF does not have, which nothing changes; the lock of who converts.
    CHECK(names ==
          "a thread's: current\na thread's: kept\nmade once: functions\nmade once: known\n"
          "made once: none\nmade once: one_at_a_time\n");
}
