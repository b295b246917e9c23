#include "font/made.hpp"

#include "text/utf8.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <hb-subset.h>
#include <hb.h>

using namespace nianbao;

std::filesystem::path free_set() { return std::filesystem::path(NIANBAO_SOURCE) / "fonts/free"; }

std::string free_font(std::string_view name) { return read_file(free_set() / name); }

std::string liberation() { return free_font("LiberationSerif-Regular.ttf"); }

namespace {

std::string from_base64(const std::string& text) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned bits = 0, count = 0;
    for (char c : text) {
        const auto digit = digits.find(c);
        if (digit == digits.npos) continue;  // line ends, and = at the end
        bits = bits << 6 | static_cast<unsigned>(digit);
        if ((count += 6) < 8) continue;
        bytes += static_cast<char>(bits >> (count -= 8));
    }
    return bytes;
}

}  // namespace

std::string small_font(std::string_view name) { return from_base64(source_file(fmt::format("tests/font/{}.base64", name))); }

FontOptions only_free() { return {.chosen = {}, .folders = {}, .system = false}; }

const Fonts& free_fonts() {
    static const Fonts opened = Fonts::open(only_free());
    return opened;
}

Fonts choose(FontRole role, const std::filesystem::path& file, int index) {
    auto options = only_free();
    options.chosen.push_back({role, file, index});
    return Fonts::open(options);
}

std::string first_name(const FaceSet& faces, FontRole role, bool latin) { return faces.name(faces.chain(role, latin)[0]); }

GlyphUse use(const FaceSet& faces, int face, char32_t character, Trim trim) {
    const auto glyph = faces.face(face).glyph(character);
    REQUIRE(glyph);
    return {*glyph, trim, std::u32string(1, character)};
}

unsigned number(const std::string& bytes, std::size_t at, int size) {
    unsigned value = 0;
    for (int i = 0; i < size; i++) value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

void put(std::string& bytes, std::size_t at, unsigned value) {
    bytes[at] = static_cast<char>(value >> 8);
    bytes[at + 1] = static_cast<char>(value);
}

void put32(std::string& bytes, std::size_t at, unsigned value) {
    put(bytes, at, value >> 16);
    put(bytes, at + 2, value);
}

std::size_t entry_of(const std::string& bytes, std::string_view tag) {
    for (std::size_t at = 12; at < 12 + 16 * std::size_t{number(bytes, 4, 2)}; at += 16)
        if (bytes.compare(at, 4, tag) == 0) return at;
    FAIL("no table " << tag);
    return 0;
}

std::size_t table_of(const std::string& bytes, std::string_view tag) { return number(bytes, entry_of(bytes, tag) + 8, 4); }

std::string with_table(std::string bytes, std::string_view tag, const std::string& table) {
    bytes.append((4 - bytes.size() % 4) % 4, '\0');
    const auto entry = entry_of(bytes, tag);
    put32(bytes, entry + 8, static_cast<unsigned>(bytes.size()));
    put32(bytes, entry + 12, static_cast<unsigned>(table.size()));
    return bytes + table;
}

std::string utf16(std::string_view text) {
    std::string bytes;
    for (char32_t character : to_utf32(text)) {  // names have none beyond the BMP
        bytes += static_cast<char>(character >> 8);
        bytes += static_cast<char>(character);
    }
    return bytes;
}

std::string named(std::string bytes, const std::vector<NameRecord>& names) {
    std::string table(6 + 12 * names.size(), '\0');
    put(table, 2, static_cast<unsigned>(names.size()));
    put(table, 4, static_cast<unsigned>(table.size()));
    const auto strings = table.size();
    std::size_t at = 6;
    for (const auto& [platform, encoding, language, id, text] : names) {
        for (unsigned value : {platform, encoding, language, id, static_cast<unsigned>(text.size()), static_cast<unsigned>(table.size() - strings)}) {
            put(table, at, value);
            at += 2;
        }
        table += text;
    }
    return with_table(std::move(bytes), "name", table);
}

std::string collection(const std::vector<std::string>& fonts) {
    std::string out(12 + 4 * fonts.size(), '\0');
    out.replace(0, 4, "ttcf");
    put(out, 4, 1);
    put32(out, 8, static_cast<unsigned>(fonts.size()));
    for (std::size_t i = 0; i < fonts.size(); i++) {
        const auto begin = static_cast<unsigned>(out.size());
        put32(out, 12 + 4 * i, begin);
        out += fonts[i];
        for (std::size_t table = 0; table < number(fonts[i], 4, 2); table++) {  // offsets count from the collection's begin
            const auto offset = begin + 12 + 16 * table + 8;
            put32(out, offset, begin + number(out, offset, 4));
        }
        out.append((4 - out.size() % 4) % 4, '\0');
    }
    return out;
}

std::string subset_of(const std::string& bytes, std::u32string_view text) {
    hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    hb_subset_input_t* input = hb_subset_input_create_or_fail();
    for (char32_t character : text) hb_set_add(hb_subset_input_unicode_set(input), character);
    hb_face_t* subset = hb_subset_or_fail(face, input);
    REQUIRE(subset);
    hb_blob_t* file = hb_face_reference_blob(subset);
    unsigned length = 0;
    const char* data = hb_blob_get_data(file, &length);
    std::string out(data, length);
    hb_blob_destroy(file);
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return out;
}

std::string permitting(unsigned fs_type, unsigned version) {
    auto bytes = liberation();
    put(bytes, table_of(bytes, "OS/2"), version);
    put(bytes, table_of(bytes, "OS/2") + 8, fs_type);
    return bytes;
}

Reopened::Reopened(const Program& program, int units_per_em, const std::vector<int>& advances) {
    hb_face_t* builder = hb_face_builder_create();
    auto add = [&](std::string_view tag, const std::string& bytes) {
        hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
        hb_face_builder_add_table(builder, HB_TAG(tag[0], tag[1], tag[2], tag[3]), blob);
        hb_blob_destroy(blob);
    };
    if (program.kind == Program::Kind::glyf) {
        for (const char* tag : {"glyf", "loca", "hmtx", "head", "hhea", "maxp"})
            add(tag, program.bytes.substr(table_of(program.bytes, tag), number(program.bytes, entry_of(program.bytes, tag) + 12, 4)));
    } else {
        const auto glyphs = static_cast<unsigned>(advances.size() + 1);
        std::string head(54, '\0'), maxp(6, '\0'), hhea(36, '\0'), hmtx(4, '\0');
        head[1] = 1;
        put(head, 12, 0x5F0F);
        put(head, 14, 0x3CF5);
        put(head, 18, static_cast<unsigned>(units_per_em));
        put(maxp, 2, 0x5000);
        put(maxp, 4, glyphs);
        hhea[1] = 1;
        put(hhea, 34, glyphs);
        for (int advance : advances) {
            std::string entry(4, '\0');
            put(entry, 0, static_cast<unsigned>(advance));
            hmtx += entry;
        }
        add("CFF ", program.bytes);
        add("head", head);
        add("maxp", maxp);
        add("hhea", hhea);
        add("hmtx", hmtx);
    }
    add("cmap", std::string(4, '\0'));
    hb_blob_t* file = hb_face_reference_blob(builder);
    unsigned length = 0;
    const char* data = hb_blob_get_data(file, &length);
    write_file(scratch_ / "built.otf", {data, length});
    hb_blob_destroy(file);
    hb_face_destroy(builder);
    face_ = std::make_unique<Face>(FontFile::open(scratch_ / "built.otf"), 0);
}
