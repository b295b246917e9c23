// Signals that end the program, while files are being made.
#pragma once

#include <array>
#include <atomic>
#include <csignal>

/// While it lives, SIGINT, SIGTERM and SIGHUP only set a mark: the files in hand are finished, and no temporary file stays. A closed pipe is an error for the
/// one who writes to it, not the end of the program. One at a time.
class Interrupts {
public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

    /// True once one has come.
    const std::atomic<bool>& mark() const;
    /// The signal that came; 0: none.
    int signal() const;

private:
    static constexpr std::array ending = {SIGINT, SIGTERM, SIGHUP};

    std::array<struct sigaction, ending.size()> before_;
    struct sigaction pipe_before_;
};
