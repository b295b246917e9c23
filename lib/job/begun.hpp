// A job that is done but for the last step of its files.
#pragma once

#include "file/signals_held.hpp"
#include "file/temporary_file.hpp"
#include "job/line.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nianbao {

/// Interrupts, held from a thread's first file on until its files are in their places:
/// none can leave a temporary file behind.
using Hold = std::optional<SignalsHeld>;

struct Begun {
    /// A file that is not in its place yet.
    struct File {
        std::size_t made = 0;  // the one of Outcome::made
        std::string bytes;
        std::unique_ptr<TemporaryFile> beside;  // its place; null if that could not be written
    };
    Outcome outcome;
    std::vector<File> files;
};

/// Like run(), but the files are only written beside their places, and the disk begins to
/// take them.
Begun begin(const Job& job, const Fonts& fonts, const RunOptions& options, Hold& held,
            const Look& look = {});

/// Like check(), with a look at the report. Fonts() that opened none: without them.
Outcome check(const Input& input, const Fonts& fonts, const RunOptions& options, const Look& look);

/// Puts the files of several jobs in their places: a disk takes them, and the names of a
/// folder, in hardly more time than one. What went wrong with a file is tried once more
/// after the others, which may have made room on a full disk, and told in its outcome if
/// it goes wrong again.
void put_in_place(std::span<Begun* const> jobs);

}  // namespace nianbao
