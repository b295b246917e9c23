// zlib streams by libdeflate.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// A zlib stream (PDF: FlateDecode). `level` 0 to 12. Each thread keeps its compressors. Throws Failure where there is no memory.
std::string deflate(std::string_view bytes, int level);

/// The same stream, for bytes that many documents have in common: each thread keeps a few of those that it met more than once, and compresses them no
/// more. `name` is what they are called in every document, a font program's with its tag; what is kept is compared byte for byte.
std::string deflate_common(std::string_view name, std::string_view bytes, int level);

}  // namespace nianbao
