// The inside of a FaceSet: places for faces, opened when they are first asked.
#pragma once

#include "font/face.hpp"
#include "font/faces.hpp"
#include "fonts/roles.hpp"

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace nianbao {

/// A face that is known to lie in a file, opened at the first use: chains are long, and
/// most documents need their first faces only.
class FaceSlot {
public:
    /// `known`: the face is found in the file by this one's names. Else it is face
    /// `index` of the file. `essential`: the face was asked for or came with nianbao. If
    /// it cannot be used that is a Failure, not a reason to pass on.
    FaceSlot(std::filesystem::path path, const KnownFace* known, int index, bool essential);

    /// The face, opened; null if it cannot be used and another may serve. Throws Failure
    /// if it is essential.
    const Face* get() const;
    const std::filesystem::path& path() const { return path_; }
    const KnownFace* known() const { return known_; }
    int index() const { return index_; }
    /// False for a character of the face that is not taken from it.
    bool lends(char32_t character) const;
    /// The face's PostScript name; its file's name if it cannot be used.
    const std::string& name() const;
    /// Why it cannot be used; empty if it can.
    const std::string& refusal() const { return refusal_; }

private:
    void open() const;

    std::filesystem::path path_;
    const KnownFace* known_;
    int index_;
    bool essential_;
    std::string file_name_;
    mutable std::once_flag once_;
    mutable std::atomic<bool> tried_ = false;
    mutable std::unique_ptr<const Face> face_;
    mutable std::string refusal_;
};

struct FaceSet::Parts {
    struct Chains {
        std::vector<int> own, latin;
    };
    std::deque<FaceSlot> slots;
    std::array<Chains, font_roles> chains;  // by role
    mutable std::once_flag digested;
    mutable std::string digest;
    std::vector<std::string> passed;  // files that were found and could not be used, and why

    /// REQUIRES: there is such a slot; else throws std::out_of_range.
    const FaceSlot& at(int slot) const { return slots.at(slot); }
    Chains& of(FontRole role) { return chains[static_cast<int>(role)]; }
    const Chains& of(FontRole role) const { return chains[static_cast<int>(role)]; }

    /// The index of the slot for this face. Makes the slot if there is none yet.
    int slot(const std::filesystem::path& path, const KnownFace* known, int index, bool essential);
};

}  // namespace nianbao
