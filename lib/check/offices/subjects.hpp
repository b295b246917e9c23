// With what an office is the subject of a clause.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::offices {

/// True where what an office does itself begins: 认真贯彻…, 高度重视….
bool doing_at(std::u32string_view text, std::size_t at);

/// True where what an office does at the head of its own overview, and at no other's,
/// begins; and what a body below it does too: 全年, 公开.
bool own_doing_at(std::u32string_view text, std::size_t at);
bool any_doing_at(std::u32string_view text, std::size_t at);

}  // namespace nianbao::offices
