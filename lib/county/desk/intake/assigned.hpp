// Whose each file is, and which of an office's files counts.
#pragma once

#include "county/desk/intake/owners.hpp"
#include "county/desk/intake/received.hpp"
#include "nianbao/office_list.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

/// An office and its files, as indices of Received::files.
struct OfficeFiles {
    int office = Owners::nobody;  // index of the list; nobody: 名单外
    std::string agency;           // 名单外: as the report names it
    std::string own_name;         // 疑似更名: the name in the report
    std::vector<int> reports;     // of the year that is asked for, or of none that is known
    std::vector<int> other_years;
    std::vector<int> scans, unreadable, others;
};

struct Assigned {
    std::vector<OfficeFiles> offices;  // those of the list in its order, then 名单外 by name
    std::vector<int> unowned;          // files of nobody
};

/// The year of most reports; the later of two.
int year_of_most(const std::vector<ReceivedFile>& files);

Assigned assign(const std::vector<ReceivedFile>& files, const std::vector<OfficeOfList>& list,
                int year);

/// Which report counts.
struct ChosenFile {
    int with = -1;           // the file with the texts, if `file` has the tables alone
    int file = -1;           // -1: there is none, or nobody can say
    bool undecided = false;  // 多稿待定
    bool named = false;      // the officer's 采用文件 is one of the reports
    std::string hint;        // what file names say, told and not followed
    std::vector<int> same;   // reports that say the same as the counting one
};

/// `wanted`: 采用文件, a file's name or its path; empty: none.
ChosenFile choose(const std::vector<ReceivedFile>& files, const OfficeFiles& office,
                  std::string_view wanted);

}  // namespace nianbao::desk
