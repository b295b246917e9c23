// What is written from the ledger: 退改意见, 催报, 汇总底稿, 统计. What an officer has
// changed in one of them stays.
#pragma once

#include "county/sums/working_paper.hpp"
#include "nianbao/collect.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::desk {

/// Files below the desk's folder that the program writes, remembered by what it wrote
/// last. A file that says the same as then is left alone, whatever has become of it; one
/// that somebody changed is kept in 以前的台账 before it is written anew, and every letter
/// in 退改意见/以前的.
class WrittenPapers {
public:
    explicit WrittenPapers(const std::filesystem::path& folder);

    /// Throws Failure.
    void put(const std::string& path, std::string_view bytes, const Moment& now);
    /// Leaves a file as an earlier run wrote it. False: none did.
    bool stays(const std::string& path);
    /// Moves what earlier runs wrote below a folder, and this one did not, into 以前的 in
    /// it. Throws Failure.
    void set_aside_below(const std::string& folder);
    /// Removes what an earlier run wrote, this one did not, and nobody changed. Throws
    /// Failure.
    void finish();

private:
    std::filesystem::path folder_, list_;
    std::map<std::string, std::string> before_, now_;  // digests by path
};

class DeskPapers {
public:
    explicit DeskPapers(const CollectOptions& options);

    /// Writes the office's 退改意见, if it has to answer for a draft; one that was written
    /// for it stays. REQUIRES: called in the order of the rows. Throws Failure.
    void add(const Office& office, const DeskHead& head);
    /// Writes 催报, 汇总底稿 and 统计. Throws Failure.
    void finish(const Collected& collected, const CountyReport& county);

    int letters() const { return letters_; }
    /// So many offices that 汇总底稿 and 统计 are left out.
    bool too_many() const { return sums_ && sums_->too_many(); }

private:
    void remind(const Collected& collected);

    const CollectOptions& options_;
    WrittenPapers written_;
    std::optional<WorkingPaper> sums_;
    int letters_ = 0;
};

}  // namespace nianbao::desk
