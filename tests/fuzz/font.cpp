// Font files.
#include "fuzz/targets.hpp"

#include "font/face.hpp"
#include "font/faces.hpp"
#include "font/program/program.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/fonts.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

namespace nianbao::fuzz {
namespace {

/// A file that has a path and no place on a disk.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view bytes) : number_(::memfd_create("font", MFD_CLOEXEC)) {
        whole_ = number_ >= 0 &&
                 ::write(number_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    }
    ~MemoryFile() { ::close(number_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    bool whole() const { return whole_; }
    std::filesystem::path path() const { return fmt::format("/proc/self/fd/{}", number_); }

private:
    int number_;
    bool whole_;
};

/// What the seeds have glyphs for, and what is drawn otherwise: marks that are trimmed,
/// dashes and dots that are joined.
constexpr std::u32string_view characters = U"年月日—…，。（“1A,é \u4E01\U00020000";

std::string embed(const FaceSet& faces, int index) {
    const Face& face = faces.face(index);
    std::vector<GlyphUse> uses;
    for (char32_t character : characters) {
        const auto glyph = face.glyph(character);
        if (!glyph) continue;
        uses.push_back({*glyph, {}, std::u32string(1, character)});
        face.ink(*glyph);
        if (faces.can_trim(index))
            uses.push_back({*glyph,
                            {character == U'，' ? std::int16_t{0} : std::int16_t{250}, 250},
                            std::u32string(1, character)});
        faces.advance(index, *glyph);
    }
    std::sort(uses.begin(), uses.end());
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    for (const GlyphUse& use : uses) face.check_advance(use.text.front(), face.advance(use.glyph));
    if (uses.empty()) return {};
    const Program program = make_program(faces, index, uses);
    if (program.codes.size() != uses.size() || program.widths.size() != uses.size())
        return "a program with other codes than uses";
    if (program.bytes.empty()) return "a program without bytes";
    return {};
}

std::string open_face(const std::filesystem::path& path, int index) {
    try {
        const Fonts fonts = Fonts::open(
            {.chosen = {{FontRole::body, path, index}}, .folders = {}, .system = false});
        if (fonts.describe().empty()) return "a face of which nothing is said";
        const FaceSet& faces = fonts.faces();
        return embed(faces, faces.chain(FontRole::body, false).front());
    } catch (const Failure& failure) {
        return *failure.what() == '\0' ? "a failure that says nothing" : "";
    }
}

}  // namespace

std::string open_font(std::string_view bytes) {
    const MemoryFile file(bytes);
    if (!file.whole()) return {};
    for (int index : {FontOptions::by_name, 0, 1}) {
        if (std::string wrong = open_face(file.path(), index); !wrong.empty()) return wrong;
    }
    return {};
}

}  // namespace nianbao::fuzz
