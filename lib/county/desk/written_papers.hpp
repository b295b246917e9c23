// Files that a desk writes, remembered from run to run.
#pragma once

#include "nianbao/profile.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace nianbao::desk {

/// Where each folder keeps what was there before.
inline constexpr std::string_view set_aside = "以前的";

/// An office's name as the name of a file: without what Windows allows in none.
std::string file_name_of(std::string name);

/// Files below the desk's folder that the program writes, remembered by what it wrote
/// last. A file that says the same as then is left alone, whatever has become of it; one
/// that somebody changed is kept in 以前的台账 before it is written anew, and every letter
/// in 退改意见/以前的, every 成品 in 成品/以前的.
class WrittenPapers {
public:
    explicit WrittenPapers(const std::filesystem::path& folder);

    /// Throws Failure.
    void put(const std::string& path, std::string_view bytes, const Moment& now);
    /// Leaves a file as an earlier run wrote it. False: none did.
    bool stays(const std::string& path);
    /// Signs a folder with a digest of what the files in it were made of.
    void sign(const std::string& folder, const std::string& digest);
    /// True if an earlier run signed the folder so, and every file that it wrote there is
    /// there: they stay.
    bool stand(const std::string& folder, const std::string& digest);
    /// Moves what earlier runs wrote below a folder, and this one did not, into 以前的 in
    /// it, and removes folders that become empty. Throws Failure.
    void set_aside_below(const std::string& folder);
    /// Removes what an earlier run wrote, this one did not, and nobody changed. Throws
    /// Failure.
    void finish();

private:
    std::filesystem::path folder_, list_;
    std::map<std::string, std::string> before_, now_;  // digests by path
};

}  // namespace nianbao::desk
