// The faces: which serves which role, where they were found, and what they lack.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// What a face is for (GB/T 9704: 小标宋, 仿宋, 黑体, 楷体, 宋体, and a Latin face beside
/// them).
enum class FontRole { title, body, heading1, heading2, table, latin };
inline constexpr int font_roles = 6;

/// A text to be set in the face of a role.
struct FaceText {
    FontRole face = FontRole::body;
    std::u32string text;
    bool operator==(const FaceText&) const = default;
};

/// Where to look for faces, in this order: `chosen`; `folders`; the system's known
/// folders together with the free set that comes with nianbao; fontconfig. Of the third,
/// the better face of a role comes first, and the system's file if both have the face.
struct FontOptions {
    /// The face that is known by name for the role; the file's first face if there is
    /// none.
    static constexpr int by_name = -1;

    struct Choice {
        FontRole role;
        std::filesystem::path file;
        int index = by_name;  // among the faces of a collection, from 0
    };
    std::vector<Choice> chosen;
    std::vector<std::filesystem::path> folders;
    bool system = true;  // false: only `chosen`, `folders` and the free set are looked at
};

class FaceSet;  // lib/font

/// The faces of one run. Cheap to copy, as copies share them; safe to use from many
/// threads at once.
class Fonts {
public:
    /// No faces, for outputs that need none.
    Fonts() = default;
    /// Finds and opens the faces. Throws Failure if a chosen file cannot be used or a
    /// role has no face at all.
    [[nodiscard]] static Fonts open(const FontOptions& options = {});

    /// True if no faces were opened.
    [[nodiscard]] bool none() const { return faces_ == nullptr; }

    /// For the stages: the faces with their outlines. They live as long as any copy of
    /// this object. Throws std::invalid_argument if none() were opened.
    [[nodiscard]] const FaceSet& faces() const;

    /// Says in Chinese, for people, which faces serve each role, a face a line. With
    /// `texts`, what is to be set (face_texts() in pages.hpp), it says what each face
    /// lacks.
    [[nodiscard]] std::string describe(const std::vector<FaceText>& texts = {}) const;

private:
    std::shared_ptr<const FaceSet> faces_;
};

}  // namespace nianbao
