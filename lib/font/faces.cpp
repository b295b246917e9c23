#include "font/faces.hpp"

#include "file/exhausted.hpp"
#include "file/path_text.hpp"
#include "font/chains.hpp"
#include "font/program/subset.hpp"
#include "text/character.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace nianbao {

const FaceSet& Fonts::faces() const {
    if (none()) throw std::invalid_argument("nianbao::Fonts: no fonts were opened");
    return *faces_;
}

Fonts Fonts::open(const FontOptions& options) {
    auto parts = std::make_unique<FaceSet::Parts>();
    const std::vector<FontPlace> places = search(options, parts->passed);
    build_chains(*parts, options, places);
    Fonts fonts;
    fonts.faces_ = std::make_shared<const FaceSet>(std::move(parts));
    return fonts;
}

FaceSlot::FaceSlot(std::filesystem::path path, const KnownFace* known, int index, bool essential)
    : path_(std::move(path)),
      known_(known),
      index_(index),
      essential_(essential),
      file_name_(utf8(path_.filename())) {}

const Face* FaceSlot::get() const {
    if (!tried_.load(std::memory_order_acquire)) std::call_once(once_, [this] { open(); });
    return face_.get();
}

void FaceSlot::open() const {
    try {
        int index = index_;
        std::shared_ptr<const FontFile> file = FontFile::open(path_);
        if (known_) {
            const std::optional<int> found = index_of(*file, *known_);
            if (!found)
                throw Failure(fmt::format("字体文件 {} 里没有{}", utf8(path_), known_->label));
            index = *found;
        }
        face_ = std::make_unique<const Face>(std::move(file), index);
    } catch (const Exhausted&) {
        throw;
    } catch (const Failure& failure) {
        if (essential_) throw;
        refusal_ = failure.what();
    }
    tried_.store(true, std::memory_order_release);
}

bool FaceSlot::lends(char32_t character) const {
    return known_ == nullptr || !known_->han_only || is_han(character);
}

const std::string& FaceSlot::name() const {
    const Face* face = get();
    return face ? face->name() : file_name_;
}

int FaceSet::Parts::slot(const std::filesystem::path& path, const KnownFace* known, int index,
                         bool essential) {
    const auto found = std::find_if(slots.begin(), slots.end(), [&](const FaceSlot& slot) {
        return slot.path() == path && slot.known() == known && slot.index() == index;
    });
    const int at = found - slots.begin();
    if (found == slots.end()) slots.emplace_back(path, known, index, essential);
    return at;
}

FaceSet::FaceSet() : parts_(std::make_unique<Parts>()) {}

FaceSet::FaceSet(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

FaceSet::~FaceSet() = default;

const FaceSet::Parts& FaceSet::parts() const { return *parts_; }

int FaceSet::size() const { return parts_->slots.size(); }

const Face& FaceSet::face(int index) const {
    const FaceSlot& slot = parts_->at(index);
    if (const Face* face = slot.get()) return *face;
    throw Failure(slot.refusal());
}

const std::string& FaceSet::name(int face) const { return parts_->at(face).name(); }

std::span<const int> FaceSet::chain(FontRole role, bool latin) const {
    const Parts::Chains& chains = parts_->of(role);
    return latin ? chains.latin : chains.own;
}

namespace {

std::int64_t in_em(const Face& face, int units) {
    const std::int64_t em = face.facts().units_per_em;
    return (std::int64_t{units} * 65536 + em / 2) / em;
}

}  // namespace

FoundGlyph FaceSet::find(FontRole role, char32_t character, bool latin) const {
    bool first = true;
    for (int index : chain(role, latin)) {
        const FaceSlot& slot = parts_->at(index);
        const Face* face = slot.lends(character) ? slot.get() : nullptr;
        const std::optional<std::uint32_t> glyph =
            face != nullptr ? face->glyph(character) : std::nullopt;
        // A face may claim a character, and draw nothing for it.
        if (glyph && (may_be_blank(character) || !face->claims_only(*glyph))) {
            const int advance = face->advance(*glyph);
            face->check_advance(character, advance);
            return {.face = index,
                    .glyph = *glyph,
                    .substituted = !first,
                    .advance = in_em(*face, advance)};
        }
        first = false;
    }
    return {};
}

std::int64_t FaceSet::advance(int index, std::uint32_t glyph) const {
    const Face& of = face(index);
    return in_em(of, of.advance(glyph));
}

Ink FaceSet::ink(int index, std::uint32_t glyph) const { return face(index).ink(glyph); }

bool FaceSet::can_trim(int index) const { return face(index).drawn() || !embed_whole(face(index)); }

}  // namespace nianbao
