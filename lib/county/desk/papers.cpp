#include "county/desk/papers.hpp"

#include "county/desk/former.hpp"
#include "county/desk/intake/received.hpp"
#include "county/desk/reading/values.hpp"
#include "county/letters/reminders.hpp"
#include "county/letters/return_letter.hpp"
#include "county/sums/statistics.hpp"
#include "data/write/written.hpp"
#include "digest/sha256.hpp"
#include "file/folders.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/mark.hpp"
#include "nianbao/whole_file.hpp"
#include "notation/kind/kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>
#include <utility>
#include <vector>

namespace nianbao::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view returns_folder = "退改意见/", reminders_folder = "催报/",
                           set_aside = "以前的";

/// An office's name as the name of a file: without what Windows allows in none.
std::string file_name_of(std::string name) {
    for (char& c : name) {
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '_';
    }
    return name;
}

/// The office's own workbook with what was found in it; empty if it is none.
std::string marked(const CollectOptions& options, const Office& office) {
    const Input input = input_at(options.received, office.row.chosen);
    if (!notation::is_workbook(*input.bytes, input.name)) return {};
    std::vector<Finding> own;  // a report in two files has others in the other one
    for (const Finding& finding : office.findings) {
        if (finding.place.file == office.row.chosen) own.push_back(finding);
    }
    try {
        return mark_workbook(*input.bytes, own);
    } catch (const std::invalid_argument&) {
        return {};  // it can be read, and yet nothing can be put into it
    }
}

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
    if (there && path.starts_with(returns_folder)) replace_keeping(place, bytes, now, set_aside);
    else if (there && !own) replace_keeping(place, bytes, now);
    else write_whole_file(place, bytes);
}

bool WrittenPapers::stays(const std::string& path) {
    const auto before = before_.find(path);
    if (before == before_.end()) return false;
    now_.insert(*before);
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

DeskPapers::DeskPapers(const CollectOptions& options)
    : options_(options), written_(options.folder) {}

void DeskPapers::add(const Office& office, const DeskHead& head) {
    const Edition* edition = edition_for(head.year);
    if (!sums_ && edition != nullptr) sums_.emplace(*edition);
    if (sums_) sums_->add(office);
    if (!office.row.letter) return;
    const std::string name = fmt::format("{}{}（第{}次）", returns_folder,
                                         file_name_of(office.row.office.name), office.row.returns);
    ++letters_;
    // A letter may have been sent: it stays as it was written, until it asks for
    // something else.
    const bool stays = office.row.returned_on != head.now && written_.stays(name + ".docx");
    if (stays) {
        written_.stays(name + ".txt");
        written_.stays(name + "批注.xlsx");
        return;
    }
    DeskHead then = head;
    then.now = office.row.returned_on.value_or(head.now);
    written_.put(name + ".docx", return_file(office, options_.profile, then), head.now);
    written_.put(name + ".txt", return_message(office, options_.profile) + "\n", head.now);
    if (const std::string workbook = marked(options_, office); !workbook.empty())
        written_.put(name + "批注.xlsx", workbook, head.now);
}

void DeskPapers::remind(const Collected& collected) {
    const DeskHead& head = collected.head;
    std::vector<OfficeOfList> missing, unreadable;
    const auto write = [&](const std::string& office, const std::string& text) {
        written_.put(fmt::format("{}{}.txt", reminders_folder, file_name_of(office)), text + "\n",
                     head.now);
    };
    for (const LedgerRow& row : collected.rows) {
        // Of a report in dispute the officer first has to say whose it is.
        if (!row.on_list || row.disputed) continue;
        if (row.submission == Submission::none) {
            missing.push_back(row.office);
            write(row.office.name, reminder(row.office, options_.profile, head));
        } else if (!row.unreadable.empty() || row.only_scans) {
            unreadable.push_back(row.office);
            write(row.office.name, reminder_of_unreadable(row, options_.profile, head));
        }
    }
    if (!missing.empty() || !unreadable.empty())
        write("工作群", group_reminder(missing, unreadable, options_.profile, head));
}

void DeskPapers::finish(const Collected& collected, const CountyReport& county) {
    const DeskHead& head = collected.head;
    remind(collected);
    if (sums_ && head.summed > 0 && !sums_->too_many()) {
        const Report* own = county.report ? &*county.report : nullptr;
        Previous previous;
        if (own != nullptr && options_.check.previous) previous = options_.check.previous(*own);
        written_.put("汇总底稿.xlsx", sums_->write(head, own, previous.report), head.now);
        const sums::Statistics statistics = sums_->statistics(head.year);
        written_.put("统计.xlsx", sums::write_statistics(statistics, head), head.now);
        written_.put("统计.json", sums::statistics_json(statistics, head), head.now);
    }
    written_.set_aside_below(std::string(returns_folder));
    written_.finish();
}

}  // namespace nianbao::desk
