// Where an annotation lies on its page.
#pragma once

#include "nianbao/pages.hpp"
#include "pdf/objects/objects.hpp"

namespace nianbao {

inline constexpr int print_flag = 4;  // ISO 32000-1, table 165

/// The rectangle of a LinkArea or SealArea.
HPDF_Array rectangle(const Objects& objects, const Page& page, const auto& area) {
    const Length top = page.height - area.origin.y, left = area.origin.x;
    return objects.array({objects.points(left), objects.points(top - area.height),
                          objects.points(left + area.width), objects.points(top)});
}

}  // namespace nianbao
