#include "interrupts.hpp"

#include <array>
#include <csignal>

namespace {

constexpr std::array signals = {SIGINT, SIGTERM, SIGHUP};

// Globals, as a handler is given nothing but the number of the signal.
std::atomic<bool> came = false;
std::atomic<int> which = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void take(int signal) {
    which = signal;
    came = true;
}

}  // namespace

struct Interrupts::Before {
    std::array<struct sigaction, signals.size()> ending;
    struct sigaction pipe;
};

Interrupts::Interrupts() : before_(std::make_unique<Before>()) {
    came = false;
    which = 0;
    struct sigaction action {};
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    action.sa_handler = take;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        sigaction(signals[i], nullptr, &before_->ending[i]);
        if (before_->ending[i].sa_handler != SIG_IGN)
            sigaction(signals[i], &action, nullptr);  // nohup means it
    }
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, &before_->pipe);
}

Interrupts::~Interrupts() {
    for (std::size_t i = 0; i < signals.size(); ++i)
        sigaction(signals[i], &before_->ending[i], nullptr);
    sigaction(SIGPIPE, &before_->pipe, nullptr);
}

const std::atomic<bool>& Interrupts::mark() const { return came; }

int Interrupts::signal() const { return which; }
