#include "notation/kind/carried.hpp"

#include "notation/limits.hpp"
#include "pack/inflate.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::notation {
namespace {

// Our writer puts streams into the file one after the other, so a stream's dictionary is
// not compressed. It has some 150 bytes.
constexpr std::size_t longest_dictionary = 4096;
constexpr std::string_view word = "/EmbeddedFile";

constexpr std::string_view from_elsewhere = "从别处再取一份这个 PDF，或者找出它的数据文件";
constexpr Kind broken{"这是附有数据的 PDF 文件，数据已经损坏", from_elsewhere},
    too_long{"这是附有数据的 PDF 文件，数据超过上限 16 MiB", from_elsewhere};
static_assert(most_bytes == std::size_t{16} << 20);

/// The dictionary around a byte of it, in small letters, and the byte where the stream
/// behind it begins.
struct StreamHead {
    std::string dictionary;
    std::size_t begin;
};

std::optional<StreamHead> head_around(std::string_view pdf, std::size_t at) {
    constexpr std::string_view object = "obj", stream = "stream";
    const std::size_t from = at - std::min(at, longest_dictionary);
    const std::size_t before = pdf.substr(from, at - from).rfind(object);
    const std::size_t behind = pdf.substr(at, longest_dictionary).find(stream);
    if (before == pdf.npos || behind == pdf.npos) return std::nullopt;
    const std::size_t first = from + before + object.size(), last = at + behind;
    std::size_t begin = last + stream.size();
    if (pdf.substr(begin).starts_with('\r')) ++begin;
    if (pdf.substr(begin).starts_with('\n')) ++begin;
    return StreamHead{small_letters(std::string(pdf.substr(first, last - first))), begin};
}

/// The bytes of a stream that is not compressed.
std::string_view plain_stream(std::string_view pdf, std::size_t begin) {
    const std::size_t end = pdf.find("endstream", begin);
    if (end == pdf.npos) return {};
    std::string_view bytes = pdf.substr(begin, end - begin);
    if (bytes.ends_with('\n')) bytes.remove_suffix(1);
    if (bytes.ends_with('\r')) bytes.remove_suffix(1);
    return bytes;
}

CarriedData read_stream(std::string_view pdf, const StreamHead& head, Format format) {
    if (head.dictionary.find("/filter") == head.dictionary.npos) {
        const std::string_view bytes = plain_stream(pdf, head.begin);
        return {std::string(bytes), format, bytes.empty() ? &broken : nullptr};
    }
    Inflated data = inflate(pdf.substr(head.begin), most_bytes);
    switch (data.end) {
        case Inflated::End::whole:
            return {std::move(data.bytes), format};
        case Inflated::End::too_long:
            return {{}, format, &too_long};
        default:
            return {{}, format, &broken};
    }
}

}  // namespace

std::optional<CarriedData> carried_data(std::string_view bytes) {
    if (!bytes.starts_with("%PDF-")) return std::nullopt;
    // What was added to a PDF stands behind what it had.
    for (std::size_t at = bytes.rfind(word); at != bytes.npos && at > 0;
         at = bytes.rfind(word, at - 1)) {
        const std::optional<StreamHead> head = head_around(bytes, at);
        if (!head) continue;
        for (const auto& [type, format] : {std::pair{"/application#2fyaml", Format::yaml},
                                           std::pair{"/application#2fjson", Format::json}}) {
            if (head->dictionary.find(type) != std::string::npos)
                return read_stream(bytes, *head, format);
        }
    }
    return std::nullopt;
}

}  // namespace nianbao::notation
