// The mistakes found while reading, up to a number that a person can use.
#pragma once

#include "nianbao/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

class Findings {
public:
    /// Keeps the finding and gives it back to be filled in further; past most_findings it
    /// is only counted.
    Finding& tell(Severity severity, std::string_view rule, std::string field, Place place,
                  std::string message, std::string hint = {});
    Finding& error(std::string_view rule, std::string field, Place place, std::string message,
                   std::string hint = {});

    /// False once so many have been found that the next would only be counted: what a
    /// message costs can be saved.
    bool open() const;
    /// What was told with these words, to be filled in further; null: nothing was.
    Finding* told(std::string_view rule, std::string_view message);
    /// Counts an error that is not told.
    void leave_out();
    bool any_error() const { return any_error_; }

    /// All of them in the order of their places; those without a place stand last, then
    /// the number of those left out.
    std::vector<Finding> take(const std::string& file);

private:
    std::vector<Finding> kept_;
    Finding scrap_;
    int left_out_ = 0;
    bool any_error_ = false;
};

}  // namespace nianbao::notation
