// How messages name fields: as the file does that they are about.
#pragma once

#include <cstdint>

namespace [[gnu::visibility("default")]] nianbao {

/// What a file calls its fields. english, chinese: a text whose names are English keys or
/// Chinese ones. cells: a workbook, in which people see sheets and labels. article: a
/// Word file or page, in which they see headings and tables.
enum class Speech : std::uint8_t { english, chinese, cells, article };

}  // namespace nianbao
