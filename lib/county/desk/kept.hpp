// Examinations kept from run to run, a file each, so that only what changed is redone.
#pragma once

#include "county/desk/examined.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace nianbao::desk {

class KeptExaminations {
public:
    /// `folder`: the desk's; they stand in .nianbao below it.
    explicit KeptExaminations(const std::filesystem::path& folder);

    /// Makes the folder, and removes what a killed run left there. Throws Failure.
    void open();
    /// Nothing if there is none, or it is damaged. Safe to call from many threads, as is
    /// keep().
    std::optional<Examined> find(const std::string& digest) const;
    /// Throws Failure.
    void keep(const std::string& digest, const Examined& examined) const;

    /// Of this run: the others are removed when it ends.
    void used(const std::string& digest) { used_.insert(digest); }
    void remove_others() const;

private:
    std::filesystem::path place_of(const std::string& digest) const;

    std::filesystem::path folder_;
    std::set<std::string> used_;
};

}  // namespace nianbao::desk
