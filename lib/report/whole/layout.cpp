#include "nianbao/layout.hpp"

#include <fmt/format.h>

#include <string_view>

namespace nianbao {
namespace {

constexpr Length widest = 14400.0_pt;   // of a PDF's page (ISO 32000-1, Annex C)
constexpr Length least_area = 72.0_pt;  // an inch of text
constexpr Length least_type = 4.0_pt, most_type = 100.0_pt;
constexpr Length least_in_tables = 7.5_pt;  // 六号, the smallest that a data file may set

std::string no_measure(std::string_view setting, double value) {
    return fmt::format("layout.{}: {} cannot be set", setting, value);
}

/// The text area along one side of the page.
std::string fault_along(Length whole, std::string_view whole_name, Length before,
                        std::string_view before_name, Length area, std::string_view area_name) {
    if (whole < least_area || whole > widest) return no_measure(whole_name, whole.points());
    if (before < Length{} || before > whole) return no_measure(before_name, before.points());
    if (area < least_area || area > whole - before) return no_measure(area_name, area.points());
    return {};
}

}  // namespace

std::string fault(const Layout& layout) {
    std::string wrong =
        fault_along(layout.page_width, "page_width", layout.left, "left", layout.width, "width");
    if (wrong.empty())
        wrong = fault_along(layout.page_height, "page_height", layout.top, "top", layout.height,
                            "height");
    if (!wrong.empty()) return wrong;
    if (layout.columns < 1 || layout.em() < least_type || layout.em() > most_type)
        return no_measure("columns", layout.columns);
    if (layout.lines < 1) return no_measure("lines", layout.lines);
    if (layout.pitch < least_type || layout.pitch > layout.height)
        return no_measure("pitch", layout.pitch.points());
    if (layout.table_size != Length{} &&
        (layout.table_size < least_in_tables || layout.table_size > most_type))
        return no_measure("table_size", layout.table_size.points());
    return {};
}

}  // namespace nianbao
