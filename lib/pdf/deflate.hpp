// zlib streams by libdeflate.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// A zlib stream (PDF: FlateDecode). `level` 0 to 12. Each thread keeps its compressors. Throws Failure where there is no memory.
std::string deflate(std::string_view bytes, int level);

}  // namespace nianbao
