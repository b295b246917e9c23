// Places: from fields and bytes of the text to rows, columns, cells and paragraphs.
#include "nianbao/source.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace nianbao {
namespace {

// Code points are counted once up to every so many bytes, so that a place far along a
// line of megabytes costs no walk over the line.
constexpr std::size_t stride = 1024;

}  // namespace

Source::Source(std::string file, std::string text, bool marked)
    : file_(std::move(file)), text_(std::move(text)), marked_(marked) {
    count();
    lines_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i) {
        const bool lone_return =
            text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n');
        if (text_[i] == '\n' || lone_return) lines_.push_back(i + 1);
    }
}

Source::Source(std::string file, std::string bytes, std::string text, std::vector<Unit> units)
    : file_(std::move(file)),
      text_(std::move(text)),
      bytes_(std::move(bytes)),
      units_(std::move(units)) {
    count();
    for (Unit& unit : units_) {
        unit.place.file = file_;
        lines_.push_back(unit.begin);
    }
}

Source Source::decoded(std::string file, std::string bytes, std::string text) {
    Source source(std::move(file), std::move(text));
    source.bytes_ = std::move(bytes);
    return source;
}

std::string Source::bytes() const {
    if (!units_.empty() || !bytes_.empty()) return bytes_;
    return (marked_ ? "\xEF\xBB\xBF" : "") + text_;
}

/// Counts the code points up to every so many bytes.
void Source::count() {
    for (std::size_t at = find_malformed(text_); at < text_.size();
         at += decode_at(text_, at).bytes) {
        if (continues_character(text_[at])) strays_.push_back(at);
    }
    int characters = 0;
    for (std::size_t from = 0; from < text_.size(); from += stride) {
        counted_.push_back(characters);
        characters += characters_between(from, std::min(from + stride, text_.size()));
    }
    counted_.push_back(characters);
}

bool Source::begins_character(std::size_t byte) const {
    return !continues_character(text_[byte]) ||
           (!strays_.empty() && std::binary_search(strays_.begin(), strays_.end(), byte));
}

int Source::characters_between(std::size_t begin, std::size_t end) const {
    int characters = count_characters(std::string_view(text_).substr(begin, end - begin));
    if (!strays_.empty()) {
        const auto before = [&](std::size_t at) {
            return std::lower_bound(strays_.begin(), strays_.end(), at);
        };
        characters += before(end) - before(begin);
    }
    return characters;
}

int Source::characters_before(int byte) const {
    if (text_.empty()) return 0;
    const auto at = std::min(static_cast<std::size_t>(std::max(byte, 0)), text_.size());
    const std::size_t mark = at / stride;
    return counted_[mark] + characters_between(mark * stride, at);
}

int Source::byte_after(int byte, int characters) const {
    const int wanted = characters_before(byte) + std::max(characters, 0);
    if (text_.empty()) return 0;
    // The last mark with no more than the wanted number before it; from there on it is no
    // further than a stride.
    const auto after = std::upper_bound(counted_.begin(), counted_.end() - 1, wanted);
    const std::ptrdiff_t mark = after - counted_.begin() - 1;
    int count = counted_[mark];
    for (std::size_t at = mark * stride; at < text_.size(); ++at) {
        if (!begins_character(at)) continue;
        if (count == wanted) return at;
        ++count;
    }
    return text_.size();
}

std::string_view Source::line(int number) const {
    const int lines = lines_.size();
    if (number < 1 || number > lines) return {};
    const int at = number - 1;
    const int begin = lines_[at];
    const int end = number < lines ? lines_[at + 1] : text_.size();
    std::string_view line = std::string_view(text_).substr(begin, end - begin);
    if (!units_.empty()) {
        if (line.ends_with('\n')) line.remove_suffix(1);
        return line;
    }
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::string_view Source::line(const Place& place) const {
    if (place.row < 1 || place.file != file_ || text_.empty()) return {};
    if (units_.empty())
        return place.kind == Place::Kind::text ? line(place.row) : std::string_view{};
    const auto address = [](const Place& of) { return std::tuple(of.part, of.row, of.column); };
    const auto found = std::lower_bound(units_.begin(), units_.end(), place,
                                        [&](const Unit& unit, const Place& sought) {
                                            return address(unit.place) < address(sought);
                                        });
    if (found == units_.end() || address(found->place) != address(place)) return {};
    return line(found - units_.begin() + 1);
}

int Source::number_of_line(int byte) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), byte);
    return std::max(static_cast<int>(after - lines_.begin()), 1);
}

Place Source::place_of(int byte, int length) const {
    if (lines_.empty()) return {file_, {}, 0, 0, 0};
    // Parsers may stop within a character that is no UTF-8.
    while (byte > 0 && byte < static_cast<int>(text_.size()) && !begins_character(byte)) --byte;
    const int number = number_of_line(byte);
    const int at = number - 1;
    const int passed = characters_before(byte);
    if (length > 0) length = std::clamp(characters_before(line_end(number)) - passed, 0, length);
    const int character = passed - characters_before(lines_[at]) + 1;
    if (units_.empty()) return {file_, {}, number, character, length};
    Place place = units_[at].place;
    place.character = character;
    place.length = length;
    return place;
}

int Source::line_end(int number) const {
    const std::string_view whole = line(number);
    return whole.data() + whole.size() - text_.data();
}

Place Source::place_between(int begin, int end) const {
    Place place = place_of(begin);
    if (place.row == 0) return place;
    const int number = number_of_line(begin);
    const int last = std::min(end, line_end(number));
    place.length = std::max(characters_before(last) - characters_before(begin), 0);
    if (!units_.empty() && place.character == 1 && last == line_end(number))
        place.character = place.length = 0;
    return place;
}

int Source::byte_of(const FieldPlace& field, int offset) const {
    const auto after =
        std::upper_bound(field.pieces.begin(), field.pieces.end(), offset,
                         [](int o, const Piece& piece) { return o < piece.decoded; });
    if (after == field.pieces.begin()) return field.begin;
    const Piece& piece = *(after - 1);
    return std::min(byte_after(piece.at, offset - piece.decoded), field.end);
}

Place Source::place(const Span& span) const {
    std::string_view path = span.field;
    auto found = fields_.find(path);
    const bool exact = found != fields_.end();
    while (found == fields_.end() && path.find('.') != path.npos) {
        path = path.substr(0, path.rfind('.'));
        found = fields_.find(path);
    }
    if (found == fields_.end()) return {file_, {}, 0, 0, 0};
    const FieldPlace& field = found->second;
    if (!exact || span.length == 0 || field.pieces.empty())
        return place_between(field.begin, field.end);
    // A character that stands as itself ends where it ends, even where the next one
    // stands lines below; an escape ends where the next one begins.
    const int last = byte_of(field, span.offset + span.length - 1);
    const bool escape =
        units_.empty() && (text_.compare(last, 1, "\\") == 0 || text_.compare(last, 2, "''") == 0);
    return place_between(byte_of(field, span.offset),
                         escape ? byte_of(field, span.offset + span.length) : byte_after(last, 1));
}

}  // namespace nianbao
