// Fonts made for tests out of the free faces: changed, cut, or put together around a program of ours.
#pragma once

#include "font/face.hpp"
#include "font/faces.hpp"
#include "font/program.hpp"
#include "nianbao/fonts.hpp"
#include "program.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// The folder of the free set.
std::filesystem::path free_set();
/// A file of the free set.
std::string free_font(std::string_view name);
std::string liberation();
/// One of the small fonts of rare formats that small_fonts.py makes: "cid_keyed".
std::string small_font(std::string_view name);

/// The free set alone: what the machine has installed is left alone.
nianbao::FontOptions only_free();
/// Opened so, once.
const nianbao::Fonts& free_fonts();
/// The free set, with one file chosen for a role.
nianbao::Fonts choose(nianbao::FontRole role, const std::filesystem::path& file, int index = 0);
std::string first_name(const nianbao::FaceSet& faces, nianbao::FontRole role, bool latin = false);

/// The use of a character's glyph. The face must have it.
nianbao::GlyphUse use(const nianbao::FaceSet& faces, int face, char32_t character, nianbao::Trim trim = {});

/// A big-endian number.
unsigned number(const std::string& bytes, std::size_t at, int size);
/// Puts 16 bits.
void put(std::string& bytes, std::size_t at, unsigned value);
void put32(std::string& bytes, std::size_t at, unsigned value);

/// Where a table's entry stands in the directory of a font that is no collection, and where the table begins. It must be there.
std::size_t entry_of(const std::string& bytes, std::string_view tag);
std::size_t table_of(const std::string& bytes, std::string_view tag);

/// The font with another table in the old one's place, or one that it did not have. Checksums stay as they are.
std::string with_table(std::string bytes, std::string_view tag, const std::string& table);

/// A record of the name table; the text is in the encoding's bytes.
struct NameRecord {
    unsigned platform = 3, encoding = 1, language = 0x804, id = 1;
    std::string text;
};
std::string utf16(std::string_view text);
/// The font with these names alone.
std::string named(std::string bytes, const std::vector<NameRecord>& names);

/// A collection of these fonts.
std::string collection(const std::vector<std::string>& fonts);

/// The font with the glyphs of these characters alone.
std::string subset_of(const std::string& bytes, std::u32string_view text);

/// Liberation Serif with other permissions.
std::string permitting(unsigned fs_type, unsigned version = 4);

/// A program in a file of its own with the tables it lacks, so that HarfBuzz can draw it.
class Reopened {
public:
    /// `advances`: of a bare CFF's glyphs, .notdef left out; a TrueType program has its own.
    Reopened(const nianbao::Program& program, int units_per_em, const std::vector<int>& advances = {});
    const nianbao::Face& face() const { return *face_; }

private:
    Scratch scratch_;
    std::unique_ptr<nianbao::Face> face_;
};
