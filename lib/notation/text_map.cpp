#include "notation/text_map.hpp"

#include "text/utf8.hpp"

#include <utility>

namespace nianbao::notation {
namespace {

constexpr std::string_view blanks[] = {" ", "\n", "\t", "\r", "\u3000", "\u00A0"};

// A long run is cut into pieces of this many characters, so that finding a place never
// walks far.
constexpr int longest_piece = 256;

}  // namespace

void TextBuilder::put(std::string_view bytes, int at) {
    std::string& text = built_.text;
    if (bytes == "\n" && !text.empty() && text.back() == '\r') {
        text.back() = '\n';
        expected_ = -1;
        return;
    }
    if (built_.pieces.empty()) built_.pieces.reserve(2);  // most texts are one piece
    for (std::size_t done = 0; done < bytes.size(); ++characters_) {
        const int here = at + done;
        if (here != expected_ || characters_ - piece_begin_ >= longest_piece) {
            built_.pieces.push_back({characters_, here});
            piece_begin_ = characters_;
        }
        do ++done;
        while (done < bytes.size() && continues_character(bytes[done]));
        expected_ = at + done;
    }
    text += bytes;
}

void TextBuilder::put_escaped(std::string_view bytes, int at) {
    put(bytes, at);
    expected_ = -1;
}

MappedText TextBuilder::finish(int end) {
    built_.pieces.push_back({characters_, end});
    return std::move(built_);
}

std::size_t leading_blank(std::string_view text) {
    for (auto b : blanks) {
        if (text.starts_with(b)) return b.size();
    }
    return 0;
}

std::size_t trailing_blank(std::string_view text) {
    for (auto b : blanks) {
        if (text.ends_with(b)) return b.size();
    }
    return 0;
}

std::string_view without_blanks(std::string_view text) {
    while (const std::size_t bytes = leading_blank(text)) text.remove_prefix(bytes);
    while (const std::size_t bytes = trailing_blank(text)) text.remove_suffix(bytes);
    return text;
}

bool blank(std::string_view text) {
    while (const std::size_t bytes = leading_blank(text)) text.remove_prefix(bytes);
    return text.empty();
}

void trim(MappedText& text, bool both) {
    std::string_view rest = text.text;
    while (const std::size_t bytes = trailing_blank(rest)) rest.remove_suffix(bytes);
    int dropped = 0;
    for (std::size_t bytes = both ? leading_blank(rest) : 0; bytes > 0;
         bytes = leading_blank(rest)) {
        rest.remove_prefix(bytes);
        ++dropped;
    }
    text.text = std::string(rest);
    // A piece that began in what was dropped keeps its beginning at a negative offset:
    // counting on from there is still right.
    for (auto& piece : text.pieces) piece.decoded -= dropped;
}

}  // namespace nianbao::notation
