#include "file/signals_held.hpp"

#include <csignal>
#include <cstring>
#include <initializer_list>

namespace nianbao {
namespace {

sigset_t set_of(Signals signals) {
    sigset_t set;
    if (signals == Signals::interrupts) {
        sigemptyset(&set);
        for (int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, signal);
    } else {
        sigfillset(&set);
        for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP})
            sigdelset(&set, fault);
    }
    return set;
}

}  // namespace

SignalsHeld::SignalsHeld(Signals signals) {
    static_assert(sizeof(sigset_t) <= sizeof before_);
    const sigset_t held = set_of(signals);
    sigset_t before;
    pthread_sigmask(SIG_BLOCK, &held, &before);
    std::memcpy(before_.data(), &before, sizeof before);
}

SignalsHeld::~SignalsHeld() {
    sigset_t before;
    std::memcpy(&before, before_.data(), sizeof before);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace nianbao
