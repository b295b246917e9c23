// P-09: what a share may be a share of.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// A number that stands in the prose, or only in the tables.
struct KnownNumber {
    Amount value;
    bool in_prose;
};

void add(std::vector<KnownNumber>& list, const Amount& value, bool in_prose);
void add(std::vector<KnownNumber>& list, const Report& report, const Readings& readings);
void add(std::vector<KnownNumber>& list, const Report& report, const Cells& cells);

/// What the part may be a part of: greater figures before it, and the totals of its
/// table.
std::vector<KnownNumber> wholes_of_share(const Report& report, const std::vector<Reading>& readings,
                                         std::size_t at, std::size_t end,
                                         const std::vector<KnownNumber>& parts, Family family,
                                         std::u32string_view unit);

/// Where a share stands: its first word, its percentage and its part, as tokens.
struct SharePlace {
    std::size_t from, percent, part;
};

/// 占办结件的46.4%: of those that were dealt with, and no others. So is the first of 办结73件：
/// 予以公开28件（38.4%）.
void keep_named_wholes(const Report& report, const Reading& reading, const SharePlace& place,
                       Family family, std::vector<KnownNumber>& all);

}  // namespace nianbao::prose
