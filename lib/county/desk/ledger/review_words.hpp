// What officers write into 审核.
#pragma once

#include <cstdint>
#include <string_view>

namespace nianbao::desk {

/// `own`: what the program itself writes there, which says nothing new.
enum class ReviewWord : std::uint8_t { own, passed, sent_back, unknown };

/// Blanks and an end mark are passed over: 审核 通过。
ReviewWord review_word(std::string_view typed);

}  // namespace nianbao::desk
