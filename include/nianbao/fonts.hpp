// The faces: which serve which role, where they were found, and what they lack.
#pragma once

#include "nianbao/document.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// Where to look. Order: `chosen`; `folders`; the system's known folders and the free set that came with nianbao together, the better face of a
/// role first, the system's file where both have it; fontconfig last.
struct FontOptions {
    /// The face that is known by name for the role; where there is none, the first.
    static constexpr int by_name = -1;

    struct Choice {
        FontRole role;
        std::filesystem::path file;
        int index = by_name;  // among the faces of a collection, from 0
    };
    std::vector<Choice> chosen;
    std::vector<std::filesystem::path> folders;
    bool system = true;  // false: known folders and fontconfig are left alone; the free set stays
};

class FaceSet;  // lib/font

/// The faces of one run. Cheap to copy (shared); safe to use from many threads at once.
class Fonts {
public:
    /// Finds and opens the faces. Throws Failure where a chosen file cannot be used or a role has no face at all.
    static Fonts open(const FontOptions& options = {});

    /// For the stages: the faces with their outlines. They live as long as a copy of this does.
    const FaceSet& faces() const { return *faces_; }

    /// What serves each role, for people, in Chinese: a line a face. `texts`: the characters to be set, to say what each face lacks.
    std::string describe(const std::vector<Document>& texts = {}) const;

private:
    std::shared_ptr<const FaceSet> faces_;
};

}  // namespace nianbao
