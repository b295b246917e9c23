#include "font/face.hpp"

#include "nianbao/failure.hpp"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <mutex>

namespace nianbao {

namespace {
constexpr char32_t em_dash = U'—', horizontal_bar = U'―';
}

Face::Face(std::shared_ptr<const FontFile> file, int index)
    : file_(std::move(file)), index_(index), names_(read_names(*file_, index)), facts_(read_facts(*file_, index)) {
    if (const auto why = embedding_refusal(facts_); !why.empty()) throw Failure(fmt::format("字体文件 {} 不能用：{}", path().string(), why));

    const auto bytes = file_->bytes();
    hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    face_ = hb_face_create(blob, static_cast<unsigned>(index));
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
    if (!hb_font_get_nominal_glyph(font_, character, &glyph) || glyph == 0 || glyph >= static_cast<unsigned>(facts_.glyphs)) return std::nullopt;
    if (character == em_dash && advance(glyph) < facts_.units_per_em) {
        // Noto CJK and Source Han give the em dash a proportional glyph; in Chinese text they put the bar's in its place (locl).
        if (const auto bar = this->glyph(horizontal_bar); bar && advance(*bar) == facts_.units_per_em) return bar;
    }
    return glyph;
}

std::optional<std::uint32_t> Face::double_dash() const {
    std::call_once(dash_once_, [this] {
        const auto single = glyph(em_dash);
        if (!single) return;
        if (const auto gap = ink(*single); gap.left <= 0 && gap.right >= 1000) return;  // two of them touch
        hb_buffer_t* buffer = hb_buffer_create();
        const hb_codepoint_t dashes[] = {em_dash, em_dash};
        hb_buffer_add_codepoints(buffer, dashes, 2, 0, 2);
        hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
        hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
        hb_buffer_set_language(buffer, hb_language_from_string("zh-Hans", -1));
        hb_shape(font_, buffer, nullptr, 0);
        unsigned count = 0;
        const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
        if (count == 1 && advance(glyphs[0].codepoint) == 2 * facts_.units_per_em) double_dash_ = glyphs[0].codepoint;
        hb_buffer_destroy(buffer);
    });
    return double_dash_;
}

int Face::advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(font_, glyph); }

Ink Face::ink(std::uint32_t glyph) const {
    hb_glyph_extents_t box{};
    if (!hb_font_get_glyph_extents(font_, glyph, &box) || box.width == 0 || box.height == 0) return {.left = 1, .right = 0};
    auto thousandths = [&](int units) { return units * 1000 / facts_.units_per_em; };
    return {.left = thousandths(box.x_bearing),
            .right = thousandths(box.x_bearing + box.width),
            .bottom = thousandths(box.y_bearing + box.height),
            .top = thousandths(box.y_bearing)};
}

const Charstring& Face::charstring(std::uint32_t glyph, Trim trim) const {
    const auto key = std::uint64_t{glyph} << 2 | static_cast<unsigned>(trim);
    {
        const std::shared_lock reading(drawing_);
        if (const auto kept = charstrings_.find(key); kept != charstrings_.end()) return kept->second;
    }
    Charstring drawn = draw_charstring(*this, glyph, trim);  // two threads may draw the same glyph: the same bytes
    const std::unique_lock writing(drawing_);
    return charstrings_.try_emplace(key, std::move(drawn)).first->second;
}

std::string Face::described() const { return fmt::format("字体 {}（{}）", name(), path().filename().string()); }

}  // namespace nianbao
