// What the fields of a data file may hold. Each limit has a test on both sides.
#pragma once

namespace nianbao::data {

inline constexpr int first_year = 2008;  // 《条例》 first came into force on 1 May 2008
inline constexpr int last_year = 2100;

}  // namespace nianbao::data
