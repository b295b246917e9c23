// zlib streams by libdeflate.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// A zlib stream (PDF: FlateDecode). `level` 0 to 12. Each thread keeps its compressors.
/// Throws Failure if there is no memory.
std::string deflate(std::string_view bytes, int level);

/// The same stream, for bytes that many documents have in common. Each thread keeps a few
/// streams that it met more than once, and does not compress those bytes again. `name` is
/// the same in every document, for a font program its name with the tag, for a part of an
/// Office file its name. Kept bytes are compared one by one, so the stream is always
/// right.
std::string deflate_common(std::string_view name, std::string_view bytes, int level);

}  // namespace nianbao
