// 核对清单: what the justice bureau counts of each office's 规章 and 规范性文件.
#pragma once

#include "nianbao/profile.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace nianbao::desk {

/// Reads a sheet or CSV headed 单位全称, 规章制发, 规章废止, 规章现行有效, 规范性文件制发,
/// 规范性文件废止, 规范性文件现行有效, of which some may be lacking; blank cells say nothing.
/// What is no count is told (L-13) at its cell. `fault`: why it cannot be read, Chinese
/// without an end mark.
struct ReadAgreed {
    std::vector<AgreedCount> counts;
    std::vector<Finding> findings;
    std::string fault;
};
ReadAgreed read_agreed(const std::filesystem::path& file);

}  // namespace nianbao::desk
