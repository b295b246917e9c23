// 署名 and 成文日期 at their places.
#pragma once

#include "nianbao/layout.hpp"
#include "typeset/flow.hpp"
#include "typeset/line.hpp"

#include <vector>

namespace nianbao {

/// The set lines of a signature, from the left edge each.
struct SetSignature {
    std::vector<SetLine> name, date;
};

/// Without a seal: the name two characters from the right, the date below, its first
/// character two to the right of the name's; if the date is the longer, the date stands
/// two from the right and the name moves left (GB/T 9704 7.3.5.2).
Chunk plain_signature(SetSignature signature, const Layout& layout);

/// For a seal: the date four characters from the right, the name centred over it, and
/// room for the seal, whose middle is a little above theirs and whose top is within a
/// line of the text (7.3.5.1). A name that would come nearer than two characters to the
/// right edge moves left with its date. `node` owns the room.
Chunk sealed_signature(SetSignature signature, const Layout& layout, int node);

}  // namespace nianbao
