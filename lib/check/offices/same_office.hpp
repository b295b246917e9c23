// Whether two names are of one office, so far as names can tell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::offices {

/// “金乡县” and “民政局”, from the words of the name.
struct Office {
    std::u32string name;   // without blanks
    std::u32string place;  // all places in it, one behind the other
    std::u32string own;    // the rest, up to a bracket
    bool governs = false;  // a government, or what stands for one
};

/// Nothing if some part of the name is in no table, or it names no agency.
std::optional<Office> office_of(std::u32string_view name);

/// True if the characters of `few` stand in `many`, in their order: 发改 in 发展和改革局.
bool abbreviates(std::u32string_view few, std::u32string_view many);

/// False for what stands where a name does and is none: 本街道, 其他街道, 组建了局.
bool is_name(std::u32string_view words);

/// True also where nobody can be sure: short forms (县发改局), a slip of one character
/// (W-14 tells it), offices of a government that speaks through one of them.
/// REQUIRES: `name` without blanks.
bool may_be_same(const Office& own, std::u32string_view name);

/// How an office calls itself in its texts, the longest first: 云溪县民政局, 县民政局, 民政局,
/// 民政; 云溪县青山镇人民政府, 青山镇人民政府, 青山镇. The name alone if some part of it is in no
/// table.
std::vector<std::u32string> names_in_texts(std::u32string_view name);

/// True if the words may be short for the name: 发改局, 县发改 for 云溪县发展和改革局; 青山 for
/// 云溪县青山镇人民政府.
bool is_short_for(std::u32string_view words, std::u32string_view name);

}  // namespace nianbao::offices
