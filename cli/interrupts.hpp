// Handles what would end the program while it makes files.
#pragma once

#include <atomic>
#include <memory>

/// While it lives, SIGINT, SIGTERM and SIGHUP, or on Windows Ctrl-C and the closing of
/// the window, only set a mark, so that the files in hand are finished and no temporary
/// file stays. Writing to a closed pipe fails, and does not end the program. At most one
/// may live at a time.
class Interrupts {
public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

    /// True once a signal has come.
    const std::atomic<bool>& mark() const;
    /// The signal that came; 0: none. Ctrl-C is SIGINT.
    int signal() const;

private:
    struct Before;  // what the system did
    std::unique_ptr<Before> before_;
};
