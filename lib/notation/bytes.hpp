// A file's bytes before any parser sees them: their encoding, and characters that no data
// file may hold.
#pragma once

#include "notation/values.hpp"

#include <string>
#include <string_view>

namespace nianbao::notation {

/// Without the byte order mark of UTF-8.
std::string_view without_mark(std::string_view bytes);

/// Workbooks and Word files are ZIP files. JSON opens with a brace; a YAML file that a
/// person wrote does not.
Format notation_of(std::string_view bytes);

/// Names malformed bytes and forbidden characters, and fills in tree.clean: the same
/// bytes with harmless ones of the same length in their place, so that parsing can go on.
/// False where the file cannot be read as text at all.
bool inspect_bytes(Values& values);

}  // namespace nianbao::notation
