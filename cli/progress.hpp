// A bar that shows the progress of a batch, redrawn in place on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

/// "[#####---------------] 25/100  12 份/秒  还需 6 秒"; less of it on fewer columns.
std::string progress_bar(std::size_t done, std::size_t all, double seconds, std::size_t columns);

/// Uses the current line of standard error until it is cleared.
class Progress {
public:
    void begin(std::size_t all);
    void done(std::size_t count);
    /// Clears the line, so that something else can be written.
    void clear();

private:
    void draw();

    using Clock = std::chrono::steady_clock;
    Clock::time_point began_, drawn_;
    std::size_t done_ = 0, all_ = 0;
    bool shown_ = false;
};
