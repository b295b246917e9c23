// The data file that a PDF carries (--attach-data).
#pragma once

#include "nianbao/read.hpp"
#include "notation/kind/kind.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::notation {

/// The last file of type application/yaml or application/json that a PDF embeds.
struct CarriedData {
    std::string text = {};
    Format format = Format::yaml;
    const Kind* unread = nullptr;  // what the PDF is, if the data in it cannot be read
};

/// Nothing if the bytes are no PDF, or one that carries no data. Looks for the embedded
/// file itself, whatever the rest of the PDF is like: other programs may have added to
/// it, or it may be broken. What is inflated is as its checksum says.
std::optional<CarriedData> carried_data(std::string_view bytes);

}  // namespace nianbao::notation
