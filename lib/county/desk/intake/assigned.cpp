#include "county/desk/intake/assigned.hpp"

#include "county/desk/intake/file_names.hpp"
#include "nianbao/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace nianbao::desk {
namespace {

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

std::string_view stem_of(std::string_view path) {
    return path.substr(0, std::min(path.rfind('.'), path.size()));
}

class Assigning {
public:
    Assigning(const std::vector<ReceivedFile>& files, const std::vector<OfficeOfList>& list,
              int year)
        : files_(files), owners_(list), year_(year) {
        assigned_.offices.resize(list.size());
        for (int i = 0; i < std::ssize(list); ++i) assigned_.offices[at(i)].office = i;
    }

    Assigned assign() {
        std::vector<int> unknown, unnamed, others;
        for (int i = 0; i < std::ssize(files_); ++i) {
            const ReceivedFile& file = files_[at(i)];
            if (file.came != Came::report) others.push_back(i);
            else if (file.agency.empty()) unnamed.push_back(i);
            else if (const int owner = owners_.named(file.agency); owner != Owners::nobody)
                assign_known(i, owner);
            else unknown.push_back(i);
        }
        for (const int i : unknown) assign_unknown(i);
        for (auto& [name, office] : off_list_) assigned_.offices.push_back(std::move(office));
        remember_places();
        for (const int i : unnamed) assign_by_path(i);
        for (const int i : others) assign_by_path(i);
        for (const Dispute& dispute : assigned_.disputes) {
            for (const int office : {dispute.named, dispute.in_path}) {
                if (office != Owners::nobody)
                    assigned_.offices[at(office)].disputed.push_back(dispute.file);
            }
        }
        return std::move(assigned_);
    }

private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }

    bool is_of_this_year(int i) const {
        return files_[at(i)].year == 0 || files_[at(i)].year == year_;
    }

    void add_report(OfficeFiles& office, int i) {
        (is_of_this_year(i) ? office.reports : office.other_years).push_back(i);
    }

    void assign_known(int i, int owner) {
        const int in_path = owners_.in_path(files_[at(i)].path);
        if (in_path != Owners::nobody && in_path != owner && is_of_this_year(i))
            assigned_.disputes.push_back({i, owner, in_path});
        else add_report(assigned_.offices[at(owner)], i);
    }

    /// A name that no office has: 疑似更名 of one that nothing came from, else 名单外. Where the
    /// file is named after an office whose name is no like one, nobody can say.
    void assign_unknown(int i) {
        const ReceivedFile& file = files_[at(i)];
        const std::string name = plain_name(file.agency);
        const auto may_be = [&](int office) {
            const OfficeFiles& own = assigned_.offices[at(office)];
            return own.reports.empty() || plain_name(own.own_name) == name;
        };
        int in_path = owners_.in_path(file.path);
        if (in_path == Owners::nobody) in_path = owners_.called_in_path(file.path);
        if (const int owner = owners_.abbreviated(name);
            owner != Owners::nobody && (in_path == Owners::nobody || in_path == owner) &&
            !owners_.resembles(owner, name)) {
            OfficeFiles& office = assigned_.offices[at(owner)];
            if (is_of_this_year(i) && office.own_name.empty()) {
                office.own_name = file.agency;
                office.abbreviated = true;
            }
            add_report(office, i);
            return;
        }
        int owner = in_path;
        if (owner == Owners::nobody || !may_be(owner) || !owners_.resembles(owner, name)) {
            owner = owners_.nearest(name, may_be);
            if (in_path != Owners::nobody && in_path != owner && is_of_this_year(i)) {
                assigned_.disputes.push_back({i, owner, in_path});
                return;
            }
        }
        if (owner != Owners::nobody) {
            OfficeFiles& office = assigned_.offices[at(owner)];
            if (is_of_this_year(i)) office.own_name = file.agency;
            add_report(office, i);
            return;
        }
        OfficeFiles& office = off_list_[name];
        office.agency = file.agency;
        add_report(office, i);
    }

    /// Where the reports of each office lie, so that what lies beside them is known.
    void remember_places() {
        for (int k = 0; k < std::ssize(assigned_.offices); ++k) {
            for (const std::vector<int>* reports :
                 {&assigned_.offices[at(k)].reports, &assigned_.offices[at(k)].other_years}) {
                for (const int i : *reports) {
                    const std::string& path = files_[at(i)].path;
                    folders_[std::string(folder_of(path))].insert(k);
                    stems_[std::string(stem_of(path))].insert(k);
                }
            }
        }
    }

    static int only(const std::map<std::string, std::set<int>>& places, std::string_view place) {
        const auto found = places.find(std::string(place));
        return found == places.end() || found->second.size() != 1 ? Owners::nobody
                                                                  : *found->second.begin();
    }

    void assign_by_path(int i) {
        const ReceivedFile& file = files_[at(i)];
        int owner = only(stems_, stem_of(file.path));
        if (owner == Owners::nobody) owner = owners_.in_path(file.path);
        // A folder of one office alone; what lies in 收件 itself may be anybody's.
        if (owner == Owners::nobody && !folder_of(file.path).empty())
            owner = only(folders_, folder_of(file.path));
        if (owner == Owners::nobody) owner = owners_.called_in_path(file.path);
        if (owner == Owners::nobody || file.came == Came::lock) {
            assigned_.unowned.push_back(i);
            return;
        }
        OfficeFiles& office = assigned_.offices[at(owner)];
        if (file.came == Came::report) add_report(office, i);
        else if (file.came == Came::scan) office.scans.push_back(i);
        else if (file.came == Came::unreadable) office.unreadable.push_back(i);
        else office.others.push_back(i);
    }

    const std::vector<ReceivedFile>& files_;
    Owners owners_;
    int year_;
    Assigned assigned_;
    std::map<std::string, OfficeFiles> off_list_;  // by name without blanks
    std::map<std::string, std::set<int>> folders_, stems_;
};

/// Words by which people mark drafts. They are told, and not followed: a “定稿” is often
/// followed by another one.
std::string hint_of(const std::vector<ReceivedFile>& files, const std::vector<int>& reports) {
    std::string hint;
    for (const std::string_view word : {"定稿", "最终", "修改", "副本", "（1）", "(1)"}) {
        std::string names;
        for (const int i : reports) {
            const std::string_view name = name_of(files[static_cast<std::size_t>(i)].path);
            if (name.find(word) != name.npos)
                names += fmt::format("{}{}", names.empty() ? "" : "、", name);
        }
        if (!names.empty() && hint.empty()) hint = fmt::format("文件名有“{}”的：{}", word, names);
    }
    return hint;
}

/// A report in two files: of the files that are left, which are all the one half of one
/// content, or the two halves, the other half's only file; -1: there is none.
int counterpart(const std::vector<ReceivedFile>& files, const OfficeFiles& office,
                const std::vector<int>& left) {
    const auto file = [&](int i) -> const ReceivedFile& {
        return files[static_cast<std::size_t>(i)];
    };
    if (left.empty() || file(left.front()).half == Half::none) return -1;
    const Half half = file(left.front()).half;
    int other = -1;
    for (const int i : office.reports) {
        const ReceivedFile& each = file(i);
        if (each.half == Half::none) {
            if (std::find(left.begin(), left.end(), i) != left.end()) return -1;
        } else if (each.half == half) {
            if (contents_of(each) != contents_of(file(left.front()))) return -1;
        } else if (other >= 0 && contents_of(each) != contents_of(file(other))) {
            return -1;
        } else if (other < 0) {
            other = i;
        }
    }
    return other;
}

}  // namespace

int year_of_most(const std::vector<ReceivedFile>& files) {
    std::map<int, int> years;
    for (const ReceivedFile& file : files) {
        if (file.year != 0) ++years[file.year];
    }
    int year = 0, most = 0;
    for (const auto& [each, count] : years) {
        if (count < most) continue;
        year = each;
        most = count;
    }
    return year;
}

Assigned assign(const std::vector<ReceivedFile>& files, const std::vector<OfficeOfList>& list,
                int year) {
    return Assigning(files, list, year).assign();
}

void settle(Assigned& assigned, const std::vector<ReceivedFile>& files,
            const std::function<std::string(int office)>& wanted) {
    std::erase_if(assigned.disputes, [&](const Dispute& dispute) {
        const auto wants = [&](int office) {
            if (office == Owners::nobody) return false;
            const std::vector<int> named = named_among(files, wanted(office));
            return std::find(named.begin(), named.end(), dispute.file) != named.end();
        };
        if (wants(dispute.named) == wants(dispute.in_path)) return false;
        const int owner = wants(dispute.named) ? dispute.named : dispute.in_path;
        for (const int office : {dispute.named, dispute.in_path}) {
            if (office != Owners::nobody)
                std::erase(assigned.offices[static_cast<std::size_t>(office)].disputed,
                           dispute.file);
        }
        OfficeFiles& office = assigned.offices[static_cast<std::size_t>(owner)];
        office.reports.push_back(dispute.file);
        office.adopted = dispute.file;
        return true;
    });
}

ChosenFile choose(const std::vector<ReceivedFile>& files, const OfficeFiles& office,
                  std::string_view wanted) {
    const auto file = [&](int i) -> const ReceivedFile& {
        return files[static_cast<std::size_t>(i)];
    };
    ChosenFile choice;
    std::vector<int> left = office.reports;
    if (!wanted.empty()) {
        std::vector<int> meant = named_among(files, left, wanted);
        choice.named = meant.size() == 1;
        if (choice.named) left = std::move(meant);
    }
    int highest = 0;
    for (const int i : left) highest = std::max(highest, file(i).draft);
    std::erase_if(left, [&](int i) { return file(i).draft < highest; });
    std::set<std::string> contents;
    for (const int i : left) contents.insert(contents_of(file(i)));
    if (const int other = counterpart(files, office, left); other >= 0) {
        const bool tables = file(left.front()).half == Half::tables;
        choice.file = tables ? left.front() : other;
        choice.with = tables ? other : left.front();
        return choice;
    }
    choice.undecided = contents.size() > 1;
    if (choice.undecided) choice.hint = hint_of(files, left);
    if (contents.size() != 1) return choice;
    choice.file = left.front();
    for (const int i : office.reports) {
        if (i != choice.file && contents_of(file(i)) == *contents.begin()) choice.same.push_back(i);
    }
    return choice;
}

}  // namespace nianbao::desk
