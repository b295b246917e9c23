// Signals that wait.
#pragma once

#include <array>

namespace nianbao {

enum class Signals {
    interrupts,      // what ends a program from outside
    all_but_faults,  // of the program itself
};

/// While it lives, its thread gets none of these signals, nor do threads that are made
/// meanwhile. On Windows, whose interrupts come to threads of their own, it does nothing.
class SignalsHeld {
public:
    explicit SignalsHeld(Signals signals);
    ~SignalsHeld();
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    [[maybe_unused]] std::array<unsigned long, 16> before_;  // room for the system's set
};

}  // namespace nianbao
