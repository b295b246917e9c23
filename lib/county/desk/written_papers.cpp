#include "county/desk/written_papers.hpp"

#include "county/desk/former.hpp"
#include "county/desk/reading/values.hpp"
#include "data/write/written.hpp"
#include "digest/sha256.hpp"
#include "file/folders.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <optional>
#include <system_error>

namespace nianbao::desk {
namespace {

namespace fs = std::filesystem;

/// What may have been sent or published is kept beside what replaces it.
constexpr std::string_view letters_folder = "退改意见/", packages = "成品/";

std::map<std::string, std::string> digests_in(const fs::path& list) {
    std::map<std::string, std::string> digests;
    const std::optional<std::string> text = content_of(list);
    notation::Values values;
    if (!text || !read_values(*text, "papers.json", values) || values.findings.any_error())
        return digests;
    const notation::Node& root = values.tree.at(values.tree.root);
    if (root.shape != notation::Shape::mapping) return digests;
    for (int i = root.first; i >= 0; i = values.tree.at(i).next) {
        const notation::Node& node = values.tree.at(i);
        digests.emplace(values.tree.at(node.key).text, node.text);
    }
    return digests;
}

}  // namespace

std::string file_name_of(std::string name) {
    for (char& c : name) {
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '_';
    }
    return name;
}

WrittenPapers::WrittenPapers(const fs::path& folder)
    : folder_(folder), list_(folder / ".nianbao" / "papers.list"), before_(digests_in(list_)) {}

void WrittenPapers::put(const std::string& path, std::string_view bytes, const Moment& now) {
    const std::string digest = sha256(bytes);
    now_[path] = digest;
    const fs::path place = folder_ / path_of(path);
    refuse_special_file(place);
    const auto before = before_.find(path);
    const std::optional<std::string> there = content_of(place);
    if (there && before != before_.end() && before->second == digest) return;
    make_folder(place.parent_path());
    const bool own = there && before != before_.end() && sha256(*there) == before->second;
    if (there && path.starts_with(letters_folder)) replace_keeping(place, bytes, now, set_aside);
    else if (there && path.starts_with(packages))
        replace_keeping(place, bytes, now, utf8(path_of("..") / path_of(set_aside)));
    else if (there && !own) replace_keeping(place, bytes, now);
    else write_whole_file(place, bytes);
}

bool WrittenPapers::stays(const std::string& path) {
    const auto before = before_.find(path);
    if (before == before_.end()) return false;
    now_.insert(*before);
    return true;
}

void WrittenPapers::sign(const std::string& folder, const std::string& digest) {
    now_[folder] = digest;
}

bool WrittenPapers::stand(const std::string& folder, const std::string& digest) {
    const auto signature = before_.find(folder);
    if (signature == before_.end() || signature->second != digest) return false;
    std::error_code unknown;
    auto end = signature;
    for (; end != before_.end() && end->first.starts_with(folder); ++end) {
        if (!fs::exists(folder_ / path_of(end->first), unknown)) return false;
    }
    now_.insert(signature, end);
    return true;
}

void WrittenPapers::set_aside_below(const std::string& folder) {
    for (const auto& [path, digest] : before_) {
        if (!path.starts_with(folder) || now_.contains(path)) continue;
        const fs::path place = folder_ / path_of(path);
        const std::optional<std::string> there = content_of(place);
        if (!there) continue;
        const fs::path aside = folder_ / path_of(folder + std::string(set_aside));
        make_folder(aside);
        const std::string stem = utf8(place.stem()), ending = utf8(place.extension());
        for (int copy = 1;; ++copy) {
            const fs::path to =
                aside /
                path_of(copy == 1 ? stem + ending : fmt::format("{}-{}{}", stem, copy, ending));
            const std::optional<std::string> taken = content_of(to);
            std::error_code unknown;
            if (!taken && fs::exists(fs::symlink_status(to, unknown))) continue;
            if (taken && *taken != *there) continue;
            if (!taken) write_whole_file(to, *there);
            std::error_code ignored;  // what stays does no harm: it was copied
            fs::remove(place, ignored);
            fs::remove(place.parent_path(), ignored);  // if nothing else is in it
            break;
        }
    }
}

void WrittenPapers::finish() {
    for (const auto& [path, digest] : before_) {
        if (now_.contains(path)) continue;
        const fs::path place = folder_ / path_of(path);
        const std::optional<std::string> there = content_of(place);
        std::error_code ignored;  // what stays does no harm
        if (there && sha256(*there) == digest) fs::remove(place, ignored);
    }
    Written list{Written::Kind::mapping};
    for (const auto& [path, digest] : now_) list.add(path, {Written::Kind::text, digest});
    make_folder(list_.parent_path());
    write_whole_file(list_, data::write_json(list));
}

}  // namespace nianbao::desk
