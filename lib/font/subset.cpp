#include "font/subset.hpp"

#include "font/face.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>
#include <hb-subset.h>
#include <hb.h>

namespace nianbao {

namespace {

/// ISO 32000-1, 9.9: the tables a TrueType font in a PDF must have. The last three hold instructions.
constexpr hb_tag_t needed_tables[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                      HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('m', 'a', 'x', 'p')};

template <class Type, void (*destroy)(Type*)>
struct Destroyer {
    void operator()(Type* object) const { destroy(object); }
};
using FaceOwner = std::unique_ptr<hb_face_t, Destroyer<hb_face_t, hb_face_destroy>>;
using InputOwner = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_t, hb_subset_input_destroy>>;
using PlanOwner = std::unique_ptr<hb_subset_plan_t, Destroyer<hb_subset_plan_t, hb_subset_plan_destroy>>;
using BlobOwner = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_t, hb_blob_destroy>>;

[[noreturn]] void refuse(const Face& face) { throw Failure(fmt::format("{}不能取出用到的字形：字体文件是坏的", face.described())); }

std::string file_of(hb_face_t* hb_face) {
    const BlobOwner blob(hb_face_reference_blob(hb_face));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
}

std::vector<hb_tag_t> table_tags(hb_face_t* hb_face) {
    std::vector<hb_tag_t> tags(hb_face_get_table_tags(hb_face, 0, nullptr, nullptr));
    auto count = static_cast<unsigned>(tags.size());
    hb_face_get_table_tags(hb_face, 0, &count, tags.data());
    tags.resize(count);
    return tags;
}

/// Every table of the face, in a file of its own: also a face of a collection.
GlyfSubset whole(const Face& face, std::span<const std::uint32_t> wanted) {
    const FaceOwner builder(hb_face_builder_create());
    for (auto tag : table_tags(face.hb_face())) {
        const BlobOwner table(hb_face_reference_table(face.hb_face(), tag));
        hb_face_builder_add_table(builder.get(), tag, table.get());
    }
    return {file_of(builder.get()), face.facts().glyphs, {wanted.begin(), wanted.end()}};
}

}  // namespace

bool embed_whole(const Face& face) { return face.facts().embedding & 0x100; }

bool is_blank(const Face& face, std::uint32_t glyph) {
    hb_glyph_extents_t box{};
    return !hb_font_get_glyph_extents(face.hb_font(), glyph, &box) || box.width == 0 || box.height == 0;
}

GlyfSubset subset_glyf(const Face& face, std::span<const std::uint32_t> wanted) {
    for (auto glyph : wanted)
        if (glyph >= static_cast<unsigned>(face.facts().glyphs))
            throw Failure(fmt::format("{}的第 {} 号字形不存在：它只有 {} 个字形", face.described(), glyph, face.facts().glyphs));
    if (embed_whole(face)) return whole(face, wanted);

    const InputOwner input(hb_subset_input_create_or_fail());
    if (!input) refuse(face);
    for (auto glyph : wanted) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (auto tag : table_tags(face.hb_face())) hb_set_add(dropped, tag);
    for (auto tag : needed_tables) hb_set_del(dropped, tag);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);

    const PlanOwner plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
    if (!plan) refuse(face);
    const FaceOwner made(hb_subset_plan_execute_or_fail(plan.get()));
    if (!made) refuse(face);

    GlyfSubset subset{file_of(made.get()), static_cast<int>(hb_face_get_glyph_count(made.get())), {}};
    if (subset.bytes.empty() || subset.glyphs == 0) refuse(face);
    const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (auto glyph : wanted) {
        const auto number = hb_map_get(numbers, glyph);
        if (number == HB_MAP_VALUE_INVALID) refuse(face);
        subset.renumbered.push_back(number);
    }
    return subset;
}

}  // namespace nianbao
