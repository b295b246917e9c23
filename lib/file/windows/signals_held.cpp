#include "file/signals_held.hpp"

namespace nianbao {

SignalsHeld::SignalsHeld(Signals) : before_{} {}

SignalsHeld::~SignalsHeld() = default;

}  // namespace nianbao
