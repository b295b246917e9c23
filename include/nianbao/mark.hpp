// An office's own workbook with what was found in it, to be sent back.
#pragma once

#include "nianbao/finding.hpp"

#include <span>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// The workbook with each finding that is not waived as a note on its cell, and all of
/// them as a list: below what 核对 has, or on a new sheet 核对意见 if there is no such
/// sheet. A note that a cell had stays, and what was found stands below it. Every other
/// part of the file keeps its bytes. Throws std::invalid_argument if the bytes are no
/// workbook that read() can read.
[[nodiscard]] std::string mark_workbook(std::string_view bytes, std::span<const Finding> findings);

}  // namespace nianbao
