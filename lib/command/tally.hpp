// How the files of a run came out.
#pragma once

#include "command/options/usage.hpp"
#include "nianbao/job.hpp"

#include <cstddef>
#include <string>

namespace nianbao {

struct Tally {
    std::size_t written = 0, unchanged = 0, accepted = 0;
    std::size_t with_findings = 0;  // of these three together
    std::size_t refused = 0, failed = 0;
    std::size_t advice = 0;       // findings that a batch does not list
    std::size_t left = 0;         // not begun, after an interrupt
    std::size_t passed_over = 0;  // that are no data files, and not among all()
    int exit = exit_clean;

    /// `strict`: a warning makes the exit code 1 too; advice never does.
    void count(const Outcome& outcome, bool strict);
    /// The last line of a batch of reports that were to be written.
    std::string text() const;
    /// The last line of a batch of reports that were checked.
    std::string checked_text() const;
    /// The last line of files that were looked through before they are published.
    std::string looked_text() const;
    /// “建议 3 处没有列出：…”; empty if there are none.
    std::string advice_text() const;
    /// An object with all of the counts.
    std::string json() const;
    /// "；另有 2 个文件不是数据文件，没有读"; empty if there are none.
    std::string passed_over_text() const;

private:
    std::size_t all() const { return written + unchanged + accepted + refused + failed + left; }
    std::string left_text() const;
};

}  // namespace nianbao
