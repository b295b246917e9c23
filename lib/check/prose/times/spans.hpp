// Whether a clause counts of several years together.
#pragma once

#include <string_view>

namespace nianbao::prose {

/// “十三五”期间, 近三年, 过去五年, 三年来, 本届任期内, 自开通至今.
bool spans_years(std::u32string_view clause);

}  // namespace nianbao::prose
