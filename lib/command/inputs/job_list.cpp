#include "command/inputs/job_list.hpp"

#include "file/path_text.hpp"
#include "notation/bytes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao {

std::string folder_below(const std::filesystem::path& file, const std::filesystem::path& folder) {
    const std::string below = utf8(file.parent_path().lexically_relative(folder));
    return below == "." ? "" : below + "/";
}

void JobList::add(std::string_view path, std::string_view below) {
    const std::string_view folder = path.substr(0, path.find_last_of(separators()) + 1);
    if (folders_.empty() || folders_.back().path != folder || folders_.back().below != below)
        folders_.push_back({ends_.size(), std::string(folder), std::string(below)});
    names_ += path.substr(folder.size());
    ends_.push_back(names_.size());
}

void JobList::add_bytes(std::string_view path, std::string_view below, std::string bytes) {
    made_.emplace(ends_.size(), std::move(bytes));
    add(path, below);
}

void JobList::add_standard_input(std::string bytes, Format format) {
    standard_input_ = ends_.size();
    bytes_ = std::move(bytes);
    format_ = format;
    add("-");
}

std::size_t JobList::size() const {
    return ends_.size() < shard_.number ? 0 : (ends_.size() - shard_.number) / shard_.of + 1;
}

const JobList::Folder& JobList::folder_of(std::size_t file) const {
    const auto after =
        std::upper_bound(folders_.begin(), folders_.end(), file,
                         [](std::size_t at, const Folder& folder) { return at < folder.first; });
    return *std::prev(after);
}

Input JobList::input(std::size_t i) const {
    const std::size_t file = file_of(i);
    const std::size_t begin = file == 0 ? 0 : ends_[file - 1];
    Input input;
    input.name = folder_of(file).path + names_.substr(begin, ends_[file] - begin);
    if (file == standard_input_) {
        input.bytes = bytes_;
        input.format = format_;
        return input;
    }
    input.file = path_of(input.name);
    if (const auto made = made_.find(file); made != made_.end()) {
        input.bytes = made->second;
        input.format = notation::notation_of(made->second);
    }
    return input;
}

Job JobList::operator[](std::size_t i) const {
    Job job{input(i), {}};
    if (targets_) job.targets = targets_(job.input, folder_of(file_of(i)).below);
    return job;
}

}  // namespace nianbao
