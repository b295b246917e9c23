// Pages that are no part of a report, and never to be published: how they are known, for
// who writes them, who leaves them out when reading, and who warns of them.
#pragma once

#include <string_view>

namespace nianbao {

/// The title of the last page that lists what was found, and the line below it.
inline constexpr std::string_view list_title = "检查意见",
                                  list_note =
                                      "供修改时看，不是报告的内容；报送和公布以前删去这一页。";

/// How the title of the sheet of review and signature ends.
inline constexpr std::string_view signing_title = "审签单";

}  // namespace nianbao
