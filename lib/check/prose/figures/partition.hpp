// What the parts of a list are: pieces, ways to apply, and numbers that a slip of the
// hand changed.
#pragma once

#include "check/prose/prose.hpp"

#include <span>

namespace nianbao::prose {

/// 条, 件 and the like count the same pieces; 次 and 期 may.
bool counts_pieces(const Figure& figure, std::u32string_view text);

/// 网络申请6件，信函申请1件: ways to apply are listed whole.
bool names_channel(const Reading& reading, std::size_t i);

/// 每村2人, 每周1条: what each has is neither a whole nor a part. REQUIRES: token i is a
/// figure.
bool is_of_each(const Reading& reading, std::size_t i);

/// 行政处罚信息3210件，其中非现场2846件、行政许可信息5422件: the last is not of the whole
/// but beside it, as it is greater and its words end as the whole's. REQUIRES: token i is
/// a figure.
bool is_beside(const Reading& reading, std::size_t i, const Reading& of_whole, const Figure& whole);

/// 308 for 380, 68 for 681: its figures in another order, or one of them left out.
bool is_miswritten(const Amount& written, const Amount& meant);

/// The figure is that of a cell that it names.
bool is_right(const Report& report, const Naming& naming, const Figure& figure);

/// What the parts of one list have in common: 办结 and 结转下年 are parts of the same
/// whole.
Family partition_of(const Naming& naming);

/// True where one slip of the hand makes the parts the whole: two figures of the whole
/// exchanged (268 for 286), a nought too many or too few in one of the parts.
bool is_one_slip(const Amount& whole, std::span<const Amount> parts);

}  // namespace nianbao::prose
