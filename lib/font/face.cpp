#include "font/face.hpp"

#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <mutex>

namespace nianbao {
namespace {

/// Bytes of charstrings that a face keeps: all of a usual face of 10,000 glyphs (5 to 8
/// MB), half of a large one.
constexpr std::size_t most_kept = std::size_t{12} << 20;

/// What a whole face draws.
constexpr std::u32string_view plain_characters = U"一二三四五六七八九十年月日中国人的不ABC123";

constexpr char32_t em_dash = U'—', horizontal_bar = U'―';

std::uint64_t key_of(const WantedGlyph& wanted) {
    const auto sixteen = [](std::int16_t part) {
        return std::uint64_t{static_cast<std::uint16_t>(part)};
    };
    const auto& [trim, joined] = wanted.drawing;
    return std::uint64_t{wanted.glyph} << 33 | std::uint64_t{joined} << 32 |
           sixteen(trim.left) << 16 | sixteen(trim.right);
}

}  // namespace

bool may_be_blank(char32_t c) {
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x115F || c == 0x1160 ||
           c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0x3164 ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

Face::Face(std::shared_ptr<const FontFile> file, int index)
    : file_(std::move(file)),
      index_(index),
      names_(read_names(*file_, index)),
      facts_(read_facts(*file_, index)),
      looks_(facts_.glyphs) {
    if (const std::string why = embedding_refusal(facts_); !why.empty())
        throw Failure(fmt::format("字体文件 {} 不能用：{}", utf8(path()), why));

    const std::string_view bytes = file_->bytes();
    hb_blob_t* blob =
        hb_blob_create(bytes.data(), bytes.size(), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    face_ = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    font_ = hb_font_create(face_);
    hb_face_make_immutable(face_);
    hb_font_make_immutable(font_);
}

Face::~Face() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
}

std::optional<std::uint32_t> Face::glyph(char32_t character) const {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font_, character, &glyph) || glyph == 0 ||
        glyph >= facts_.glyphs)
        return std::nullopt;
    if (character == em_dash && advance(glyph) < facts_.units_per_em) {
        // Noto CJK and Source Han give the em dash a proportional glyph; in Chinese text
        // they put the bar's in its place (locl).
        if (const std::optional<std::uint32_t> bar = this->glyph(horizontal_bar);
            bar && advance(*bar) == facts_.units_per_em)
            return bar;
    }
    return glyph;
}

void Face::check_advance(char32_t character, int units) const {
    const int em = facts_.units_per_em;
    if (units > 0 && units <= 2 * em) return;
    const bool plain = (character > 0x20 && character < 0x7F) || display_width(character) == 2;
    // U+FDFD is a whole sentence in one glyph, nine ems wide.
    if (!plain && units <= 16 * em) return;
    throw Failure(fmt::format("{}里 U+{:04X} 的宽度 {} 不对：字体文件是坏的", described(),
                              std::uint32_t{character}, units));
}

bool Face::dash_falls_short(std::uint32_t glyph) const {
    constexpr int shortest = 600;  // 1/1000 em; a shorter mark is of another kind
    const Ink has = ink(glyph);
    return advance(glyph) == facts_.units_per_em && has.right - has.left >= shortest &&
           (has.left > 0 || has.right < 1000);
}

bool Face::dots_are_close(std::uint32_t glyph) const {
    // From edge to edge of three dots that are a third of an em apart.
    constexpr int least = 700;  // 1/1000 em
    const Ink has = ink(glyph);
    const int width = has.right - has.left;
    return advance(glyph) == facts_.units_per_em && width > 0 && width < least;
}

bool Face::is_blank(std::uint32_t glyph) const {
    std::atomic<Look>& known = looks_.at(glyph);
    Look look = known.load(std::memory_order_relaxed);
    if (look == Look::unknown) {
        hb_glyph_extents_t box{};
        const bool whole = hb_font_get_glyph_extents(font_, glyph, &box);
        look = whole && (box.width == 0 || box.height == 0) ? Look::blank : Look::ink;
        known.store(look, std::memory_order_relaxed);
    }
    return look == Look::blank;
}

bool Face::draws_most() const {
    int has = 0, blank = 0;
    for (const char32_t character : plain_characters) {
        if (const std::optional<std::uint32_t> glyph = this->glyph(character)) {
            ++has;
            blank += is_blank(*glyph) ? 1 : 0;
        }
    }
    return blank * 4 < has;
}

bool Face::claims_only(std::uint32_t glyph) const { return is_blank(glyph) && draws_most(); }

int Face::advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(font_, glyph); }

Ink Face::ink(std::uint32_t glyph) const {
    hb_glyph_extents_t box{};
    if (!hb_font_get_glyph_extents(font_, glyph, &box) || box.width == 0 || box.height == 0)
        return {.left = 1, .right = 0};
    const auto thousandths = [&](int units) { return units * 1000 / facts_.units_per_em; };
    return {.left = thousandths(box.x_bearing),
            .right = thousandths(box.x_bearing + box.width),
            .bottom = thousandths(box.y_bearing + box.height),
            .top = thousandths(box.y_bearing)};
}

std::vector<const Charstring*> Face::kept(std::span<const WantedGlyph> wanted) const {
    std::vector<const Charstring*> found(wanted.size());
    const std::shared_lock reading(drawing_);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (const auto kept = charstrings_.find(key_of(wanted[i])); kept != charstrings_.end())
            found[i] = &kept->second;
    }
    return found;
}

const Charstring& Face::charstring(const WantedGlyph& wanted, std::deque<Charstring>& room) const {
    if (const Charstring* has = kept({&wanted, 1}).front()) return *has;
    // If two threads draw the same glyph, the bytes are the same.
    Charstring drawn = draw_charstring(*this, wanted.glyph, wanted.drawing);
    const std::unique_lock writing(drawing_);
    if (kept_ >= most_kept) return room.emplace_back(std::move(drawn));
    const auto [kept, fresh] = charstrings_.try_emplace(key_of(wanted), std::move(drawn));
    if (fresh) kept_ += kept->second.code.size() + sizeof(Charstring);
    return kept->second;
}

std::string Face::described() const {
    return fmt::format("字体 {}（{}）", name(), utf8(path().filename()));
}

}  // namespace nianbao
