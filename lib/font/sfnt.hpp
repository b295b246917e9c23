// What a TrueType or OpenType file says of itself, read with bounds checked: names,
// permissions, measures. No glyph is looked at.
#pragma once

#include "font/file.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

enum class Outlines : std::uint8_t { cff, cff2, glyf };

/// The names by which a face is told from others, UTF-8, in every language that the file
/// has them.
struct FaceNames {
    std::vector<std::string> family;  // nameID 1 and 16
    std::vector<std::string> full;    // nameID 4
    std::string shown;           // the family as people know it, in Simplified Chinese if the file
                                 // has it so; never empty
    std::string postscript;      // nameID 6: printable ASCII without delimiters, never empty
    bool named_by_file = false;  // there is no nameID 6: `postscript` is the file's name,
                                 // which proves nothing
    bool bold = false, italic = false;  // head.macStyle
    int weight = 400;                   // OS/2 usWeightClass
    /// True if it is the PostScript or full name.
    bool is(std::string_view name) const;
    /// True if it is that, or the family of a face that is neither bold nor italic.
    bool match(std::string_view name) const;
};

/// The measures and permissions of a face. Vertical measures and the box are in 1/1000
/// em.
struct FaceFacts {
    Outlines outlines = Outlines::glyf;
    bool collection = false;
    int units_per_em = 1000;
    unsigned glyphs = 0;
    std::uint16_t embedding = 0;  // OS/2 fsType
    std::uint16_t os2_version = 0;
    int weight = 400;
    int ascent = 880, descent = -120, cap_height = 700;
    int left = 0, bottom = -120, right = 1000, top = 880;
};

/// How many faces the file has: 1, or those of a collection. Throws Failure if it is no
/// font.
int count_faces(const FontFile& file);

/// Throws Failure if the face is not there or its name table reaches beyond the file.
FaceNames read_names(const FontFile& file, int index);

/// Throws Failure if the face lacks a table that is needed, a table reaches beyond the
/// file, or a measure is out of range.
FaceFacts read_facts(const FontFile& file, int index);

/// Why the face's licence forbids to embed it as we would, in Chinese; empty if it
/// does not. Source: OpenType, OS/2, fsType.
std::string embedding_refusal(const FaceFacts& facts);

/// The same bits in words: "可编辑（8）".
std::string embedding_words(const FaceFacts& facts);

/// Names are compared without regard to the case of ASCII letters.
bool same_name(std::string_view a, std::string_view b);

}  // namespace nianbao
