// A JSON string as decoded (RFC 8259, 7), and where each of its characters stands.
#pragma once

#include "notation/text_map.hpp"

#include <string_view>
#include <vector>

namespace nianbao::notation {

/// What the half of a surrogate pair stands for that is alone: nothing, or, from U+DC80
/// to U+DCFF, the bytes 80 to FF, as Python writes names of files that are no UTF-8.
enum class LoneSurrogates { nothing, bytes };

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
JsonText decode_json(std::string_view raw, int at, LoneSurrogates alone = LoneSurrogates::nothing);

}  // namespace nianbao::notation
