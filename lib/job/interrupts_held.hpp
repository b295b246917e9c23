// Interrupts that wait for files to come into their places.
#pragma once

#include <csignal>
#include <initializer_list>

namespace nianbao {

/// While it lives, its thread gets no interrupt: none can leave a temporary file behind.
class InterruptsHeld {
public:
    InterruptsHeld() {
        sigset_t interrupts;
        sigemptyset(&interrupts);
        for (int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&interrupts, signal);
        pthread_sigmask(SIG_BLOCK, &interrupts, &before_);
    }
    ~InterruptsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    InterruptsHeld(const InterruptsHeld&) = delete;
    InterruptsHeld& operator=(const InterruptsHeld&) = delete;

private:
    sigset_t before_;
};

}  // namespace nianbao
