#include "notation/pdf/objects.hpp"

#include "notation/kind/encoding.hpp"
#include "notation/pdf/values.hpp"
#include "pack/inflate.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace nianbao::notation {
namespace {

bool is_blank_byte(char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t' || c == '\0'; }

/// So many parts may be unreadable before the rest is left, as each may cost time.
constexpr int most_unread = 8;

/// The number of the object whose “12 0 obj” ends before `at`; less than 0: it is none.
long number_before(std::string_view bytes, std::size_t at) {
    std::size_t end = at;
    const auto blanks = [&] {
        const std::size_t before = end;
        while (end > 0 && is_blank_byte(bytes[end - 1])) --end;
        return end < before;
    };
    const auto digits = [&] {
        const std::size_t before = end;
        while (end > 0 && before - end < 9 && is_digit(bytes[end - 1])) --end;
        return bytes.substr(end, before - end);
    };
    if (!blanks() || digits().empty() || !blanks()) return -1;
    const std::string_view number = digits();
    return number.empty() ? -1 : number_of(number);
}

}  // namespace

PdfFile::PdfFile(std::string_view bytes) : bytes_(bytes) {
    find_objects();
    int ends = 0;
    for (std::size_t at = bytes.find("startxref"); at != bytes.npos;
         at = bytes.find("startxref", at + 9))
        ++ends;
    // A file that is made for reading while it comes in has two ends from the beginning.
    const bool linearized = bytes.substr(0, 2048).find("/Linearized") != std::string_view::npos;
    updates_ = std::max(ends - (linearized ? 2 : 1), 0);
}

void PdfFile::note_trailer(const PdfValue& dictionary) {
    for (const char* key : {"Root", "Info", "Encrypt"}) {
        const PdfValue& own = dictionary.at(key);
        if (own.kind == PdfValue::Kind::other) continue;
        std::erase_if(trailer_.entries, [&](const auto& entry) { return entry.first == key; });
        trailer_.kind = PdfValue::Kind::dictionary;
        trailer_.entries.emplace_back(key, own);
    }
}

void PdfFile::add(long number, PdfValue value) {
    if (objects_.size() >= most_pdf_objects) unread_ = most_unread;
    else objects_.insert_or_assign(number, std::move(value));
}

void PdfFile::find_objects() {
    std::size_t end = 0;  // of what stands before the next trailer
    for (std::size_t at = 0; at < bytes_.size() && unread_ < most_unread;) {
        if (end < at || at == 0) end = bytes_.find("trailer", at);
        const std::size_t object = bytes_.find("obj", at);
        if (end < object) {
            PdfValues values(bytes_, end + 7);
            note_trailer(values.next());
            at = std::max(values.at(), end + 7);
            continue;
        }
        if (object == bytes_.npos) break;
        at = object + 3;
        const long number = number_before(bytes_, object);
        if (number < 0) continue;
        PdfValues values(bytes_, at);
        PdfValue value = values.next();
        values.skip_blanks();
        at = std::max(at, values.at());
        if (value.kind == PdfValue::Kind::dictionary && bytes_.substr(at).starts_with("stream")) {
            at += 6;
            if (bytes_.substr(at).starts_with('\r')) ++at;
            if (bytes_.substr(at).starts_with('\n')) ++at;
            streams_.push_back({number, at});
            if (value.at("Type").is_name("ObjStm")) read_packed(value, at);
            if (value.at("Type").is_name("XRef")) note_trailer(value);
            // What a stream holds may look like an object: its length is believed if it
            // ends there.
            const long length = value.at("Length").number;
            const bool told =
                value.at("Length").kind == PdfValue::Kind::number && length >= 0 &&
                static_cast<std::size_t>(length) <= bytes_.size() - at &&
                bytes_.substr(at + static_cast<std::size_t>(length), 12).find("endstream") !=
                    std::string_view::npos;
            at = told ? at + static_cast<std::size_t>(length)
                      : std::min(bytes_.find("endstream", at), bytes_.size());
        }
        add(number, std::move(value));
    }
}

std::optional<std::string> PdfFile::stream_at(const PdfValue& dictionary, std::size_t begin,
                                              std::size_t most) const {
    const PdfValue& filter = dictionary.at("Filter");
    const bool only = filter.kind == PdfValue::Kind::array && filter.items.size() == 1;
    if ((only ? filter.items.front() : filter).is_name("FlateDecode")) {
        Inflated data = inflate(bytes_.substr(begin), most);
        if (data.end != Inflated::End::whole) return {};
        return std::move(data.bytes);
    }
    if (filter.kind != PdfValue::Kind::other) return {};
    const std::size_t end = bytes_.find("endstream", begin);
    if (end == bytes_.npos || end - begin > most) return {};
    return std::string(bytes_.substr(begin, end - begin));
}

/// Objects that stand together in a compressed stream: their numbers and places first
/// (7.5.7).
void PdfFile::read_packed(const PdfValue& dictionary, std::size_t begin) {
    const std::optional<std::string> data =
        stream_at(dictionary, begin, most_pdf_bytes - inflated_);
    if (!data) {
        ++unread_;
        return;
    }
    inflated_ += data->size();
    const long count = std::min<long>(dictionary.at("N").number, most_pdf_objects);
    const auto first = static_cast<std::size_t>(std::max(dictionary.at("First").number, 0L));
    PdfValues heads(*data, 0);
    for (long i = 0; i < count && heads.at() < std::min(first, data->size()); ++i) {
        const long number = heads.next().number, place = heads.next().number;
        if (place < 0 || first + static_cast<std::size_t>(place) >= data->size()) continue;
        PdfValues values(*data, first + static_cast<std::size_t>(place));
        add(number, values.next());
    }
}

const PdfValue& PdfFile::follow(const PdfValue& value) const {
    const PdfValue* at = &value;
    constexpr int most = 8;
    for (int i = 0; i < most && at->kind == PdfValue::Kind::reference; ++i) {
        const auto found = objects_.find(at->number);
        at = found == objects_.end() ? &PdfValue::none() : &found->second;
    }
    return *at;
}

std::vector<std::string> PdfFile::streams(std::string_view type) const {
    constexpr std::size_t most = 16, longest = std::size_t{4} << 20;
    std::vector<std::string> all;
    for (const Stream& stream : streams_) {
        const auto found = objects_.find(stream.object);
        if (found == objects_.end() || !found->second.at("Type").is_name(type)) continue;
        if (std::optional<std::string> own = stream_at(found->second, stream.begin, longest))
            all.push_back(*std::move(own));
        if (all.size() == most) break;
    }
    return all;
}

std::string pdf_text(std::string_view string) {
    if (string.starts_with("\xFE\xFF")) {
        std::u32string out;
        for (std::size_t i = 2; i + 1 < string.size(); i += 2) {
            const auto unit = [&](std::size_t at) {
                return static_cast<char32_t>(static_cast<unsigned char>(string[at]) << 8 |
                                             static_cast<unsigned char>(string[at + 1]));
            };
            char32_t c = unit(i);
            if (c >= 0xD800 && c < 0xDC00 && i + 3 < string.size()) {
                c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
                i += 2;
            }
            out += c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : std::min<char32_t>(c, 0x10FFFF);
        }
        return to_utf8(out);
    }
    if (string.starts_with("\xEF\xBB\xBF")) string.remove_prefix(3);
    // Programs that know no better write what their machine has.
    for (const char* encoding : {"UTF-8", "GB18030"}) {
        LenientText text = lenient_text(string, encoding);
        if (text.lost == 0) return std::move(text.text);
    }
    return lenient_text(string, "ISO-8859-1").text;
}

}  // namespace nianbao::notation
