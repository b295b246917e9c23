// Old files of 收件, as the desk's converter made them readable: kept from run to run, so
// that only what has changed is converted again.
#pragma once

#include "data/drafts/converter.hpp"
#include "nianbao/collect.hpp"
#include "notation/kind/kind.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace nianbao::desk {

class ConvertedFiles {
public:
    /// They stand in .nianbao below the desk's folder. Without a converter: none.
    explicit ConvertedFiles(const CollectOptions& options);

    /// The kind of a file that the converter can make readable; null of any other.
    const notation::Kind* kind_of(std::string_view bytes, std::string_view name) const;

    /// What this converter made of a file with that digest, in this run or one before.
    bool has(const std::string& digest, const notation::Kind& kind) const;
    std::optional<std::string> find(const std::string& digest, const notation::Kind& kind) const;

    /// Converts and keeps. Throws Failure if it cannot be kept.
    struct Made {
        std::optional<std::string> bytes;
        std::string why = {};  // there are none; Chinese without an end mark
    };
    Made convert(std::string_view bytes, const std::string& digest, std::string_view name,
                 const notation::Kind& kind) const;

    /// Removes all that is kept but what was made of files with these digests.
    void remove_others(const std::set<std::string>& digests) const;

private:
    std::string name_of(const std::string& digest) const;
    std::filesystem::path place_of(const std::string& digest, const notation::Kind& kind) const;

    std::filesystem::path folder_;
    std::string command_;
    std::optional<data::Converter> converter_;
};

}  // namespace nianbao::desk
