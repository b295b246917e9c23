// The word that a mistyped word was meant to be.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace nianbao {

/// "，是不是 --force？" for the nearest of the words; empty if none is near.
std::string did_you_mean(std::string_view typed, std::span<const std::string_view> words);

}  // namespace nianbao
