// Signals that wait.
#pragma once

#include <csignal>
#include <initializer_list>

namespace nianbao {

/// What ends a program from outside.
inline sigset_t interrupts() {
    sigset_t signals;
    sigemptyset(&signals);
    for (int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
    return signals;
}

/// While it lives, its thread gets none of these signals, nor do threads that are made
/// meanwhile.
class SignalsHeld {
public:
    explicit SignalsHeld(const sigset_t& signals) {
        pthread_sigmask(SIG_BLOCK, &signals, &before_);
    }
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t before_;
};

}  // namespace nianbao
