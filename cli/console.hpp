// What is said to people, on standard error.
#pragma once

#include "options.hpp"

#include <string_view>

/// Writes all of it to standard output. Throws Failure where that fails.
void print(std::string_view text);

class Console {
public:
    explicit Console(const Arguments& arguments);

    /// The findings of one file: each with its line, a caret and a hint. Waived ones are not told.
    void findings(const nianbao::Outcome& outcome) const;
    /// Why the machine failed.
    void failure(std::string_view what) const;
    /// A plain line; nothing with --quiet.
    void say(std::string_view line) const;
    /// "12/300", rewritten in place; only on a terminal, and not with --quiet.
    void progress(std::size_t done, std::size_t all) const;

private:
    void clear_progress() const;

    bool color_, quiet_, terminal_;
};
