// The machines whose one file for Linux can be made and run here, and roots in which it
// is alone: for one_file.cpp and system.cpp.
#pragma once

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "offices.hpp"
#include "program.hpp"

inline bool is_there(const std::string& program) {
    return run({"sh", "-c", "command -v " + program}).exit == 0;
}

/// None where the long tests are not asked for.
inline std::vector<std::string> machines() {
    if (!long_tests()) return {};
    std::vector<std::string> all = {"x86_64"};
    if (is_there("aarch64-linux-gnu-g++") && is_there("qemu-aarch64-static"))
        all.push_back("aarch64");
    return all;
}

/// The only entry of a folder whose name ends so.
inline std::filesystem::path only(const std::filesystem::path& folder, const std::string& ending) {
    std::filesystem::path found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.path().native().ends_with(ending)) continue;
        CHECK_MESSAGE(found.empty(), entry.path());
        found = entry.path();
    }
    REQUIRE_MESSAGE(!found.empty(), folder << " has no " << ending);
    return found;
}

/// A root that holds nothing, but for the emulator of another machine.
class BareRoot {
public:
    explicit BareRoot(const std::string& machine) {
        if (machine == "x86_64") return;
        std::filesystem::copy_file("/usr/bin/qemu-" + machine + "-static", scratch_ / "emulator");
        emulator_ = {"/emulator"};
    }
    const std::filesystem::path& folder() const { return scratch_.folder(); }
    std::filesystem::path operator/(const std::filesystem::path& name) const {
        return scratch_ / name;
    }
    /// Runs a program of the machine with the root as its current folder, and nothing in
    /// its environment.
    Run alone(const std::vector<std::string>& words) const {
        std::vector<std::string> all = as_root({"env", "-i", "/usr/sbin/chroot", folder()});
        all.insert(all.end(), emulator_.begin(), emulator_.end());
        all.insert(all.end(), words.begin(), words.end());
        return run(all);
    }
    /// The words with what makes an owner of files of who runs them.
    static std::vector<std::string> as_root(std::vector<std::string> words) {
        if (geteuid() != 0) words.insert(words.begin(), {"unshare", "--map-root-user"});
        return words;
    }

private:
    Scratch scratch_;
    std::vector<std::string> emulator_;
};
