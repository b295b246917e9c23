// Handles signals that would end the program while it makes files.
#pragma once

#include <array>
#include <atomic>
#include <csignal>

/// While it lives, SIGINT, SIGTERM and SIGHUP only set a mark, so that the files in hand
/// are finished and no temporary file stays. Writing to a closed pipe fails, and does not
/// end the program. At most one may live at a time.
class Interrupts {
public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

    /// True once a signal has come.
    const std::atomic<bool>& mark() const;
    /// The signal that came; 0: none.
    int signal() const;

private:
    static constexpr std::array ending = {SIGINT, SIGTERM, SIGHUP};

    std::array<struct sigaction, ending.size()> before_;
    struct sigaction pipe_before_;
};
