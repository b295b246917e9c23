// An open face: its facts, its glyphs by character, their measures, and their outlines
// once drawn.
#pragma once

#include "font/faces.hpp"
#include "font/program/charstring.hpp"
#include "font/sfnt.hpp"

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace nianbao {

/// True for characters that show nothing, so that their glyphs may be blank.
bool may_be_blank(char32_t c);

/// Immutable but for what it keeps of its outlines; safe from many threads at once.
class Face {
public:
    /// Throws Failure, naming the file and the reason, if the face is broken or its
    /// licence forbids to embed it.
    Face(std::shared_ptr<const FontFile> file, int index);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    const std::string& name() const { return names_.postscript; }
    const FaceNames& names() const { return names_; }
    const FaceFacts& facts() const { return facts_; }
    const std::filesystem::path& path() const { return file_->path(); }
    int index() const { return index_; }

    /// True if outlines are drawn and encoded anew (CFF); glyf outlines are embedded as
    /// they stand.
    bool drawn() const { return facts_.outlines != Outlines::glyf; }

    /// Simplified Chinese forms: an em dash is a full em wide.
    std::optional<std::uint32_t> glyph(char32_t character) const;

    /// In font units.
    int advance(std::uint32_t glyph) const;
    Ink ink(std::uint32_t glyph) const;

    /// Throws Failure if a visible character's glyph has no width (combining marks have
    /// none), or an absurd one.
    void check_advance(char32_t character, int units) const;

    /// True if two of these dashes, a full em wide each, would leave a gap between
    /// them.
    bool dash_falls_short(std::uint32_t glyph) const;

    /// True if the dots of an ellipsis, a full em wide, stand closer than those of two
    /// such glyphs: six dots in one row are a third of an em apart.
    bool dots_are_close(std::uint32_t glyph) const;

    /// True if the glyph draws nothing though the face draws others: it has no glyph for
    /// that character. A face that draws next to nothing is broken, and refused by name
    /// where it is embedded.
    bool claims_only(std::uint32_t glyph) const;

    /// The charstrings of these glyphs that the face has kept, null for the others. They
    /// are valid as long as the face.
    std::vector<const Charstring*> kept(std::span<const WantedGlyph> wanted) const;

    /// Draws the glyph as a Type 2 charstring, which is valid as long as the face and
    /// `room`. The face keeps it for the next document, or puts it into `room` if it
    /// keeps enough of them. REQUIRES: drawn(). Throws Failure if the glyph cannot be
    /// drawn.
    const Charstring& charstring(const WantedGlyph& wanted, std::deque<Charstring>& room) const;

    hb_face_t* hb_face() const { return face_; }
    hb_font_t* hb_font() const { return font_; }

    /// "字体 FandolFang-Regular（FandolFang-Regular.otf）": how messages name it.
    std::string described() const;

private:
    bool is_blank(std::uint32_t glyph) const;
    bool draws_most() const;

    std::shared_ptr<const FontFile> file_;
    int index_;
    FaceNames names_;
    FaceFacts facts_;
    hb_face_t* face_ = nullptr;
    hb_font_t* font_ = nullptr;
    mutable std::shared_mutex drawing_;
    mutable std::unordered_map<std::uint64_t, Charstring> charstrings_;
    mutable std::size_t kept_ = 0;  // bytes of them
    enum class Look : std::uint8_t { unknown, ink, blank };
    mutable std::vector<std::atomic<Look>> looks_;  // of each glyph
};

}  // namespace nianbao
