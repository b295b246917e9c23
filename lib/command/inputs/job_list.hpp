// The jobs of a run, of which little is kept each, as they may be those of a province:
// names, and how a name becomes a job.
#pragma once

#include "command/options/arguments.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// The folder of a file as JobList::add() takes it: "乡镇/"; empty: `folder` itself.
std::string folder_below(const std::filesystem::path& file, const std::filesystem::path& folder);

class JobList {
public:
    /// A data file, whose name in messages is its path. `below`: its folder, seen
    /// from the one that was named: "乡镇/"; empty: that one itself.
    void add(std::string_view path, std::string_view below = {});
    /// A file that is read as these bytes, which were made of it.
    void add_bytes(std::string_view path, std::string_view below, std::string bytes);
    /// Standard input, all of it. REQUIRES: not reads_standard_input().
    void add_standard_input(std::string bytes, Format format);
    bool reads_standard_input() const { return standard_input_ != none; }

    /// A file among them that is no data file.
    void pass_over(OtherFile file) { others_.push_back(std::move(file)); }
    const std::vector<OtherFile>& others() const { return others_; }

    /// Which outputs a job makes of its input, which stands so far below.
    using Targets = std::function<std::vector<Target>(const Input&, std::string_view below)>;
    /// From now on every job makes these; before, it makes none.
    void make(Targets targets) { targets_ = std::move(targets); }
    /// From now on only the jobs of this shard are there.
    void keep(const Shard& shard) { shard_ = shard; }

    std::size_t size() const;
    /// REQUIRES: i < size().
    Input input(std::size_t i) const;
    Job operator[](std::size_t i) const;

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Folder {
        std::size_t first;  // file in it
        std::string path;   // as it was written, with the slash
        std::string below;
    };
    const Folder& folder_of(std::size_t file) const;
    std::size_t file_of(std::size_t job) const { return shard_.number - 1 + job * shard_.of; }

    std::vector<Folder> folders_;  // in the order of the files; those of one folder stand together
    std::string names_;            // in their folders, one after the other
    std::vector<std::size_t> ends_;            // of each name
    std::map<std::size_t, std::string> made_;  // bytes of the files that are read as such
    std::size_t standard_input_ = none;
    std::string bytes_;
    Format format_ = Format::yaml;
    std::vector<OtherFile> others_;
    Targets targets_;
    Shard shard_;
};

}  // namespace nianbao
