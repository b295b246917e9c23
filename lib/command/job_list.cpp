#include "command/job_list.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao {

void JobList::add(std::string_view path) {
    const std::string_view folder = path.substr(0, path.rfind('/') + 1);
    if (folders_.empty() || folders_.back().path != folder) folders_.push_back({ends_.size(), std::string(folder)});
    names_ += path.substr(folder.size());
    ends_.push_back(names_.size());
}

void JobList::add_standard_input(std::string bytes, Format format) {
    standard_input_ = ends_.size();
    bytes_ = std::move(bytes);
    format_ = format;
    add("-");
}

std::size_t JobList::size() const { return ends_.size() < shard_.number ? 0 : (ends_.size() - shard_.number) / shard_.of + 1; }

Job JobList::operator[](std::size_t i) const {
    const std::size_t file = shard_.number - 1 + i * shard_.of;
    const auto after = std::upper_bound(folders_.begin(), folders_.end(), file, [](std::size_t at, const Folder& folder) { return at < folder.first; });
    const std::size_t begin = file == 0 ? 0 : ends_[file - 1];
    Job job;
    job.name = std::prev(after)->path + names_.substr(begin, ends_[file] - begin);
    if (file == standard_input_) {
        job.bytes = bytes_;
        job.format = format_;
    } else {
        job.input = job.name;
    }
    if (place_) job.output = place_(job.input);
    return job;
}

}  // namespace nianbao
