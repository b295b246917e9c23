// A JSON string as decoded (RFC 8259, 7), and where each of its characters stands.
#pragma once

#include "notation/text_map.hpp"

#include <string_view>
#include <vector>

namespace nianbao::notation {

struct JsonText {
    /// An escape that means no character: bytes of the file.
    struct Fault {
        int at, bytes;
        bool surrogate;  // half of a surrogate pair, else no escape of JSON at all
    };
    MappedText text;
    std::vector<Fault> faults;  // each stands as U+FFFD in the text
};

/// `raw`: the string with its quotes, which stands at byte `at` of the file. REQUIRES: it
/// is closed.
JsonText decode_json(std::string_view raw, int at);

}  // namespace nianbao::notation
