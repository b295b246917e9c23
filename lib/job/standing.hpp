// What stands in the places of a job's outputs already.
#pragma once

#include "job/line.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Which outputs can be left, as this run would make them the same. None can without
/// BatchOptions::skip_unchanged.
class Standing {
public:
    /// Asks of every sealed output whether it was made from what the line has now. What
    /// the rules refuse is made in no case, so nothing is asked.
    explicit Standing(const Line& line);

    /// True if every output stands: nothing needs to be composed.
    bool all() const;
    /// True if the output of that target stands, as its seal tells.
    bool has(std::size_t target) const { return stands_[target]; }
    /// The blank seal that the output is to be made with; empty if it is not sealed.
    std::string blank_seal(std::size_t target) const;
    /// Seals what was made with a blank seal.
    void seal(std::size_t target, std::string& bytes) const;
    /// True if the place holds these bytes.
    bool holds(std::size_t target, std::string_view bytes) const;

private:
    bool sealed(std::size_t target) const;

    const Line& line_;
    bool wanted_;
    std::string inputs_;        // digest of all that decides the bytes
    std::vector<bool> stands_;  // of each target
};

/// Known by all that decides the bytes of an output: the data, the options, the faces,
/// this version. Not by names of folders, nor by times. What the rules need is not in it:
/// they are run each time.
std::string inputs_digest(const std::string& data, const std::string& attachment,
                          const Fonts& fonts, const RunOptions& options);

}  // namespace nianbao
