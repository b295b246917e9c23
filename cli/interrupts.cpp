#include "interrupts.hpp"

namespace {

// Globals, as a handler is given nothing but the number of the signal.
std::atomic<bool> came = false;
std::atomic<int> which = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void take(int signal) {
    which = signal;
    came = true;
}

}  // namespace

Interrupts::Interrupts() {
    came = false;
    which = 0;
    struct sigaction action {};
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    action.sa_handler = take;
    for (std::size_t i = 0; i < ending.size(); ++i) {
        sigaction(ending[i], nullptr, &before_[i]);
        if (before_[i].sa_handler != SIG_IGN)
            sigaction(ending[i], &action, nullptr);  // nohup means it
    }
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, &pipe_before_);
}

Interrupts::~Interrupts() {
    for (std::size_t i = 0; i < ending.size(); ++i) sigaction(ending[i], &before_[i], nullptr);
    sigaction(SIGPIPE, &pipe_before_, nullptr);
}

const std::atomic<bool>& Interrupts::mark() const { return came; }

int Interrupts::signal() const { return which; }
