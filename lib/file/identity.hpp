// Which file a path leads to: it may have many names.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace nianbao {

struct FileIdentity {
    std::uint64_t volume, number;
    auto operator<=>(const FileIdentity&) const = default;
};

enum class Links { followed, themselves };

/// Nothing if there is no file, or, where links stand for themselves, a link.
std::optional<FileIdentity> identity_of(const std::filesystem::path& path, Links links);

}  // namespace nianbao
