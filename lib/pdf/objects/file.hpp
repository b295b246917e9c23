// The file: libharu's objects written by our own writer, in object streams and with a
// cross-reference stream (PDF 1.5 and later), which libharu's does not write.
#pragma once

#include "pdf/objects/objects.hpp"

#include <string>
#include <string_view>

namespace nianbao {

/// The whole file. The ID is the first half of the SHA-256 of what stands before it: the
/// same objects give the same bytes.
std::string write_file(Objects& objects, int compression);

/// The ID as it stands in the cross-reference table behind this content.
std::string id_entry(std::string_view content);

}  // namespace nianbao
