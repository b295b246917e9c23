// The list of a county's offices: who has to report, and what is to be known of them.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/source.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// An office of the list. Only its name is needed; the rest is empty where the list does
/// not say it.
struct OfficeOfList {
    std::string name;                       // 单位全称
    std::vector<std::string> aliases = {};  // 别名: other names that its files bear
    bool counted = true;  // 计入汇总: false for 垂直管理, which are not summed
    std::vector<std::string> former = {};  // 原单位: offices that were merged into it
    std::string category = {};  // 类别, as the list says it: “部门”, “乡镇街道”
    std::string contact = {}, phone = {};  // 联系人, 联系电话
    std::vector<std::string> includes = {};  // 含下属单位: offices whose figures are within its own
    Place place = {};                        // where the list names it

    bool operator==(const OfficeOfList&) const = default;
};

/// The offices in the order of the list, and what is wrong with it.
struct OfficeList {
    std::vector<OfficeOfList> offices;
    std::vector<Finding> findings = {};  // L-01 to L-07, each with its place
    Source source = {};                  // for the lines that they are about

    /// Reads a list: text with a name a line (blank lines and what follows a '#' are
    /// skipped), YAML or JSON, or a workbook or CSV with heads, of which only 单位全称 is
    /// needed. Keeps the first of those with one name. Throws Failure if it cannot be
    /// read or names nobody.
    [[nodiscard]] static OfficeList read(const std::filesystem::path& file);
};

}  // namespace nianbao
