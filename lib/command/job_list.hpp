// The jobs of a run, of which little is kept each, as they may be those of a province: names, and how a name becomes a job.
#pragma once

#include "command/arguments.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

class JobList {
public:
    /// A data file, whose name in messages is its path.
    void add(std::string_view path);
    /// Standard input, all of it. REQUIRES: not reads_standard_input().
    void add_standard_input(std::string bytes, Format format);
    bool reads_standard_input() const { return standard_input_ != none; }

    /// From now on every job writes where this says, given its input; before, none has an output.
    void write_to(std::function<std::filesystem::path(const std::filesystem::path& input)> place) { place_ = std::move(place); }
    /// From now on only the jobs of this shard are there.
    void keep(const Shard& shard) { shard_ = shard; }

    std::size_t size() const;
    /// REQUIRES: i < size().
    Job operator[](std::size_t i) const;

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Folder {
        std::size_t first;  // file in it
        std::string path;   // as it was written, with the slash
    };
    std::vector<Folder> folders_;    // in the order of the files; those of one folder stand together
    std::string names_;              // in their folders, one after the other
    std::vector<std::size_t> ends_;  // of each name
    std::size_t standard_input_ = none;
    std::string bytes_;
    Format format_ = Format::yaml;
    std::function<std::filesystem::path(const std::filesystem::path&)> place_;
    Shard shard_;
};

}  // namespace nianbao
