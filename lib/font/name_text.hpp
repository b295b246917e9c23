// The text of a font's name records.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// What the bytes of a name record say, UTF-8, by its platform and encoding
/// (OpenType 1.9, name). Two readings if fonts of that encoding differ; none if
/// the encoding is not read: Japanese, Korean and Traditional Chinese ones name no
/// face that is known here. Of the old encodings only what the names of known faces need
/// is read: ASCII, and their Chinese characters.
std::vector<std::string> name_texts(unsigned platform, unsigned encoding, std::string_view bytes);

}  // namespace nianbao
