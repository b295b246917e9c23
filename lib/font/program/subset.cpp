#include "font/program/subset.hpp"

#include "font/face.hpp"
#include "font/program/glyf.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>
#include <hb-subset.h>
#include <hb.h>

#include <cstdlib>

namespace nianbao {
namespace {

/// ISO 32000-1, 9.9: the tables a TrueType font in a PDF must have. The last three hold
/// instructions.
constexpr hb_tag_t needed_tables[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
                                      HB_TAG('h', 'm', 't', 'x'), HB_TAG('h', 'e', 'a', 'd'),
                                      HB_TAG('h', 'h', 'e', 'a'), HB_TAG('m', 'a', 'x', 'p')};

template <class Type, void (*destroy)(Type*)>
struct Destroyer {
    void operator()(Type* object) const { destroy(object); }
};
using FaceOwner = std::unique_ptr<hb_face_t, Destroyer<hb_face_t, hb_face_destroy>>;
using InputOwner =
    std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_t, hb_subset_input_destroy>>;
using PlanOwner =
    std::unique_ptr<hb_subset_plan_t, Destroyer<hb_subset_plan_t, hb_subset_plan_destroy>>;
using BlobOwner = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_t, hb_blob_destroy>>;

/// A table of a face; the face must outlive it.
class TableBytes {
public:
    TableBytes(hb_face_t* hb_face, hb_tag_t tag) : blob_(hb_face_reference_table(hb_face, tag)) {}
    std::string_view bytes() const {
        unsigned length = 0;
        const char* data = hb_blob_get_data(blob_.get(), &length);
        return {data, length};
    }

private:
    BlobOwner blob_;
};

[[noreturn]] void refuse(const Face& face) {
    throw Failure(fmt::format("{}不能取出用到的字形：字体文件是坏的", face.described()));
}

std::string file_of(hb_face_t* hb_face) {
    const BlobOwner blob(hb_face_reference_blob(hb_face));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
}

std::vector<hb_tag_t> table_tags(hb_face_t* hb_face) {
    unsigned count = hb_face_get_table_tags(hb_face, 0, nullptr, nullptr);
    std::vector<hb_tag_t> tags(count);
    hb_face_get_table_tags(hb_face, 0, &count, tags.data());
    tags.resize(count);
    return tags;
}

/// Every table of the face, in a file of its own: also a face of a collection.
GlyfSubset whole(const Face& face, std::span<const WantedGlyph> wanted) {
    const FaceOwner builder(hb_face_builder_create());
    for (hb_tag_t tag : table_tags(face.hb_face())) {
        const BlobOwner table(hb_face_reference_table(face.hb_face(), tag));
        hb_face_builder_add_table(builder.get(), tag, table.get());
    }
    GlyfSubset subset{file_of(builder.get()), face.facts().glyphs, {}};
    for (const auto& [glyph, drawing] : wanted) subset.renumbered.push_back(glyph);
    return subset;
}

/// The file of the face with glyphs added.
std::string with_added(const Face& face, hb_face_t* subset, std::span<const AddedGlyph> added) {
    GlyfTables tables;
    const std::pair<hb_tag_t, std::string*> all[] = {
        {HB_TAG('g', 'l', 'y', 'f'), &tables.glyf}, {HB_TAG('l', 'o', 'c', 'a'), &tables.loca},
        {HB_TAG('h', 'm', 't', 'x'), &tables.hmtx}, {HB_TAG('h', 'e', 'a', 'd'), &tables.head},
        {HB_TAG('h', 'h', 'e', 'a'), &tables.hhea}, {HB_TAG('m', 'a', 'x', 'p'), &tables.maxp}};
    for (const auto& [tag, bytes] : all) *bytes = TableBytes(subset, tag).bytes();
    if (!append_glyphs(tables, added)) refuse(face);
    const FaceOwner builder(hb_face_builder_create());
    for (const auto& [tag, bytes] : all) {
        const BlobOwner table(hb_blob_create(bytes->data(), bytes->size(), HB_MEMORY_MODE_READONLY,
                                             nullptr, nullptr));
        hb_face_builder_add_table(builder.get(), tag, table.get());
    }
    return file_of(builder.get());
}

}  // namespace

bool embed_whole(const Face& face) { return face.facts().embedding & 0x100; }

GlyphState check_outline(const Face& face, std::uint32_t glyph) {
    const TableBytes glyf(face.hb_face(), HB_TAG('g', 'l', 'y', 'f')),
        loca(face.hb_face(), HB_TAG('l', 'o', 'c', 'a')),
        head(face.hb_face(), HB_TAG('h', 'e', 'a', 'd'));
    const FaceFacts& facts = face.facts();
    auto [state, outline, stated_left] =
        check_glyph({glyf.bytes(), loca.bytes(), head.bytes(), facts.glyphs}, glyph);
    if (state != GlyphState::drawn) return state;
    hb_glyph_extents_t box{};
    hb_font_get_glyph_extents(face.hb_font(), glyph, &box);
    const int displaced = box.x_bearing - stated_left;  // HarfBuzz answers the bearing of hmtx
    outline.left += displaced;
    outline.right += displaced;
    const bool right = std::abs(displaced) <= facts.units_per_em &&
                       near_its_place(outline, face.advance(glyph), facts.units_per_em);
    return right ? GlyphState::drawn : GlyphState::broken;
}

GlyfSubset subset_glyf(const Face& face, std::span<const WantedGlyph> wanted) {
    for (const auto& [glyph, drawing] : wanted) {
        if (glyph >= face.facts().glyphs)
            throw Failure(fmt::format("{}的第 {} 号字形不存在：它只有 {} 个字形", face.described(),
                                      glyph, face.facts().glyphs));
    }
    if (embed_whole(face)) return whole(face, wanted);

    const InputOwner input(hb_subset_input_create_or_fail());
    if (!input) refuse(face);
    for (const auto& [glyph, drawing] : wanted)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (hb_tag_t tag : table_tags(face.hb_face())) hb_set_add(dropped, tag);
    for (hb_tag_t tag : needed_tables) hb_set_del(dropped, tag);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);

    const PlanOwner plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
    if (!plan) refuse(face);
    const FaceOwner made(hb_subset_plan_execute_or_fail(plan.get()));
    if (!made) refuse(face);

    GlyfSubset subset;
    subset.glyphs = hb_face_get_glyph_count(made.get());
    if (subset.glyphs == 0) refuse(face);
    const unsigned drawn = subset.glyphs;  // those before the added ones
    const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    std::vector<AddedGlyph> added;
    for (const auto& [glyph, drawing] : wanted) {
        hb_codepoint_t number = hb_map_get(numbers, glyph);
        if (number >= drawn) refuse(face);
        if (!drawing.as_it_stands()) {
            if (subset.glyphs >= 0xFFFF) refuse(face);
            added.push_back({static_cast<std::uint16_t>(number), trim_shift(face, drawing.trim),
                             trimmed_advance(face, glyph, drawing.trim), drawing.joined});
            number = subset.glyphs++;
        }
        subset.renumbered.push_back(number);
    }
    subset.bytes = added.empty() ? file_of(made.get()) : with_added(face, made.get(), added);
    if (subset.bytes.empty()) refuse(face);
    return subset;
}

}  // namespace nianbao
