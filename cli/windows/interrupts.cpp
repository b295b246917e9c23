#include "interrupts.hpp"

#define NOMINMAX
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <csignal>

namespace {

// Globals, as a handler is given nothing but the kind of the event.
std::atomic<bool> came = false;

/// On a thread of its own. When it answers that a window closes, the system ends the
/// program, and some seconds later if it does not answer: the files in hand are finished
/// meanwhile.
BOOL WINAPI take(DWORD event) {
    came = true;
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) ::Sleep(INFINITE);
    return TRUE;
}

}  // namespace

struct Interrupts::Before {};

Interrupts::Interrupts() {
    came = false;
    ::SetConsoleCtrlHandler(take, TRUE);
}

Interrupts::~Interrupts() { ::SetConsoleCtrlHandler(take, FALSE); }

const std::atomic<bool>& Interrupts::mark() const { return came; }

int Interrupts::signal() const { return came ? SIGINT : 0; }
