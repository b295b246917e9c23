// A damaged text as it was meant, and where each of its bytes stands in the file.
#pragma once

#include "notation/text_map.hpp"
#include "notation/tree.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

/// Bytes [begin, end) of a text, and what stands there instead.
struct Edit {
    int begin, end;
    std::string instead;
    bool spoilt = false;  // what stands there instead is no value: that one was refused
    bool loses = false;   // something that a person wrote is not in it, or may be meant otherwise
};

/// What is wrong at bytes [begin, end), Chinese. No hint: the line as it should be.
struct Damage {
    int begin, end;
    std::string message;
    std::string hint = {};
    bool open = false;  // what begins there does not end
};

/// What is damaged in a text, and what mends it.
struct Mending {
    std::vector<Edit> edits;      // do not overlap
    std::vector<Damage> damages;  // each is told
    bool lost = false;            // something was left out that nobody knows the name of
};

/// What can be written into the file itself, because it can mean only one thing.
struct Corrections {
    std::vector<Edit> damage;  // of a text that breaks its notation
    std::vector<Edit> values;  // that are read all the same: digits of another width
};

/// The text with its edits made.
class MendedText {
public:
    MendedText(std::string_view original, std::vector<Edit> edits);

    const std::string& text() const { return text_; }
    /// The byte of the file that a byte of the text stands for.
    int original(int at) const;
    /// The same of the byte after a value.
    int original_end(int at) const;
    /// True if an edit was made within bytes [begin, end) of the text.
    bool touched(int begin, int end) const;
    /// True if the byte belongs to a value that was refused.
    bool spoilt(int at) const;
    /// Turns the places of characters in the text into places in the file.
    MappedText placed(const MappedText& mapped) const;

private:
    struct Stretch {
        int at;        // of the text
        int original;  // of the file
        int end;       // of the file; of an edit only
        bool copied, spoilt;
    };
    std::size_t stretch_of(int at) const;

    std::string text_;
    std::vector<Stretch> stretches_;
};

/// Gives the nodes of a tree that was read from a mended text their places in the file.
/// `clean`: the file as it was before, which becomes the tree's.
void place_back(Tree& tree, const MendedText& mended, std::string clean);

/// What is shown of the line at a byte: bytes [begin, end) of the original.
struct LineShown {
    int begin, end;
};
LineShown line_shown(std::string_view original, int at);

/// That line as the edits make it, without blanks around it. `edits`: at least those that
/// stand in the line, sorted.
std::string mended_line(std::string_view original, LineShown line, std::span<const Edit> edits);

}  // namespace nianbao::notation
