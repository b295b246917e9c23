// What the parts of a list are: pieces, ways to apply, and numbers that a slip of the
// hand changed.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// 条, 件 and the like count the same pieces; 次 and 期 may.
bool counts_pieces(const Figure& figure, std::u32string_view text);

/// 网络申请6件，信函申请1件: ways to apply are listed whole.
bool names_channel(const Reading& reading, std::size_t i);

/// 308 for 380, 68 for 681: its figures in another order, or one of them left out.
bool is_miswritten(const Amount& written, const Amount& meant);

}  // namespace nianbao::prose
