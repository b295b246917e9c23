// An office's own file with what was found in it, to be sent back.
#pragma once

#include "nianbao/finding.hpp"

#include <span>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// The workbook with each finding that is not waived as a note on its cell, and all of
/// them as a list: below what 核对 has, or on a new sheet 核对意见 if there is no such sheet. A
/// note that a cell had stays, and what was found stands below it. A workbook of ours
/// tells which return it goes back with: its 稿次 becomes `returns`, or one more than it
/// was if that is more, so that what comes back stands above what came before. Every
/// other part of the file keeps its bytes. Throws std::invalid_argument if the bytes are
/// no workbook that read() can read.
[[nodiscard]] std::string mark_workbook(std::string_view bytes, std::span<const Finding> findings,
                                        int returns = 0);

/// The Word file (.docx) with each finding that is not waived as a comment on the
/// paragraph or cell that its place names; on the first paragraph if it names none.
/// Comments that are there stay. Every other part of the file keeps its bytes. Throws
/// std::invalid_argument if the bytes are no Word file that read() can read.
[[nodiscard]] std::string mark_word_file(std::string_view bytes, std::span<const Finding> findings);

}  // namespace nianbao
