// Whose each file is, and which of an office's files counts.
#pragma once

#include "county/desk/intake/owners.hpp"
#include "county/desk/intake/received.hpp"
#include "nianbao/office_list.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

/// An office and its files, as indices of Received::files.
struct OfficeFiles {
    int office = Owners::nobody;  // index of the list; nobody: 名单外
    std::string agency;           // 名单外: as the report names it
    std::string own_name;         // 疑似更名, or short for its name: the name in the report
    bool abbreviated = false;     // `own_name` is short for its name
    std::vector<int> reports;     // of the year that is asked for, or of none that is known
    std::vector<int> other_years;
    std::vector<int> scans, unreadable, others;
    std::vector<int> disputed;  // reports that may be its own: see Dispute
    int adopted = -1;           // the one of them that its 采用文件 names; it is of `reports`
};

/// A report whose own agency is another one than the name of its file or folder says.
struct Dispute {
    int file = -1;
    int named = Owners::nobody;    // the office that the report names; nobody: none of the list
    int in_path = Owners::nobody;  // the office that the file or folder is named after
};

struct Assigned {
    std::vector<OfficeFiles> offices;  // those of the list in its order, then 名单外 by name
    std::vector<Dispute> disputes;     // reports that are counted for nobody
    std::vector<int> unowned;          // files of nobody
};

/// The year of most reports; the later of two.
int year_of_most(const std::vector<ReceivedFile>& files);

Assigned assign(const std::vector<ReceivedFile>& files, const std::vector<OfficeOfList>& list,
                int year);

/// Gives each report in dispute to the office whose 采用文件 names it, by its name or path,
/// if one office's alone does. `wanted`: 采用文件 of an office of the list.
void settle(Assigned& assigned, const std::vector<ReceivedFile>& files,
            const std::function<std::string(int office)>& wanted);

/// Which report counts.
struct ChosenFile {
    int with = -1;           // the file with the texts, if `file` has the tables alone
    int file = -1;           // -1: there is none, or nobody can say
    bool undecided = false;  // 多稿待定
    bool named = false;      // the officer's 采用文件 is one of the reports
    std::string hint;        // what file names say, told and not followed
    std::vector<int> same;   // reports that say the same as the counting one
};

/// `wanted`: 采用文件, a file's name or its path, see naming(); empty: none.
ChosenFile choose(const std::vector<ReceivedFile>& files, const OfficeFiles& office,
                  std::string_view wanted);

}  // namespace nianbao::desk
