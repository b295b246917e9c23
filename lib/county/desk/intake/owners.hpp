// Whose a file is: by the agency in the report, else by names in its path.
#pragma once

#include "nianbao/office_list.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

class Owners {
public:
    /// REQUIRES: `offices` outlive it.
    explicit Owners(const std::vector<OfficeOfList>& offices);

    static constexpr int nobody = -1;

    /// The office with that name, alias or former name.
    int named(std::string_view agency) const;
    /// The office whose name, alias, former name or own part of it (民政局) stands in a
    /// file's name; else in those of its folders, from the nearest. The longest name
    /// counts; nobody if two offices have it.
    int in_path(std::string_view path) const;
    /// The office that a file's name, or those of its folders, call by a short form that
    /// no list has: 民政.doc, 县发改局年报.doc, 青山镇.doc. Nobody if several may be meant.
    int called_in_path(std::string_view path) const;
    /// The office that a report calls by a name short for its own, as 云溪县市监局 is for
    /// 云溪县市场监督管理局, or that the list calls by one. Nobody if several may be meant.
    int abbreviated(std::string_view agency) const;
    /// True if a name that no office has may be a new or misspelt one of this office.
    bool resembles(int office, std::string_view agency) const;
    /// The office whose name is nearest to one that no office has, among those that may
    /// be meant.
    int nearest(std::string_view agency, const std::function<bool(int)>& may_be) const;

private:
    void add_part(const std::string& name, int office);
    int in_name(std::string_view name) const;
    int called_in_name(std::string_view name) const;

    const std::vector<OfficeOfList>& offices_;
    std::map<std::string, int, std::less<>> names_;  // without blanks
    std::map<std::string, int, std::less<>> parts_;  // own parts too; nobody: of several offices
};

}  // namespace nianbao::desk
