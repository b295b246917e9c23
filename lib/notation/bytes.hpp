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

/// What is told of a file that was not copied or saved to its end.
inline constexpr const char *cut_off_told = "文件在一个字的中间断了，后面的没有了",
                            *cut_off_hint =
                                "找原来的文件再存一份，或者再传一次；没有的，把后面的补上";

/// Names malformed bytes and forbidden characters, and fills in tree.clean: the same
/// bytes with harmless ones of the same length in their place, so that parsing can go on.
/// False where the file cannot be read as text at all.
bool inspect_bytes(Values& values);

}  // namespace nianbao::notation
