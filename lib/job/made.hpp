// A job of a batch: done but for the last step of its file.
#pragma once

#include "job/signals_held.hpp"
#include "job/temporary_file.hpp"
#include "nianbao/job.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace nianbao {

struct Made {
    Outcome outcome;
    std::string bytes;                    // of a file that is not in its place yet; empty where there is none
    std::unique_ptr<TemporaryFile> file;  // that holds them; null where they could not be written
};

/// Like run(), but the file is only written beside its place, and the disk begins to take it. Interrupts are held before that.
Made make(const Job& job, const Fonts& fonts, const RunOptions& options, std::optional<SignalsHeld>& held);

/// Puts the files in their places: a disk takes several, and the names of a folder, in hardly more time than one. What went wrong with a file is tried once
/// more after the others, which may have made room on a full disk, and told in its outcome when it goes wrong again.
void put_in_place(std::span<Made> made);

}  // namespace nianbao
