// Runs programs, and keeps the files that a test makes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// A folder of its own for one test, gone at the end of its scope.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::filesystem::path operator/(const std::filesystem::path& name) const { return folder_ / name; }
    const std::filesystem::path& folder() const { return folder_; }
    /// The names in it, sorted, with a space between.
    std::string names() const;

private:
    std::filesystem::path folder_;
};

/// Answers the file.
std::filesystem::path write_file(const std::filesystem::path& file, std::string_view text);
std::string read_file(const std::filesystem::path& file);
/// A file of the source tree: "examples/huaian-2024.json".
std::string source_file(std::string_view name);

struct Run {
    int exit = -1;  // 128 + the signal, where one ended it
    std::string out, err;
};

struct Setting {
    std::filesystem::path folder{};          // the current folder; empty: the test's
    std::string input{};                     // on standard input
    std::vector<std::string> environment{};  // NAME=VALUE, added
};

/// Runs a program, found by PATH, and waits for it.
Run run(const std::vector<std::string>& words, const Setting& setting = {});
/// Runs nianbao.
Run nianbao_run(std::vector<std::string> words, const Setting& setting = {});
