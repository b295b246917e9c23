// From what the rules of the prose note, to what each figure was held against.
#pragma once

#include "check/prose/prose.hpp"
#include "nianbao/evidence.hpp"

#include <span>
#include <vector>

namespace nianbao::prose {

/// Adds every figure of a field's readings. `notes`: what the rules noted over them;
/// `findings`: what they found there.
void gather(const std::vector<Reading>& readings, std::vector<Note>& notes,
            std::span<const Finding> findings, std::vector<Evidence>& evidence);

}  // namespace nianbao::prose
