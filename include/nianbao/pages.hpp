// The typeset report: marks on pages, and the structure they belong to. A neutral display
// list, which a writer makes into a file.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/finding.hpp"
#include "nianbao/fonts.hpp"
#include "nianbao/layout.hpp"
#include "nianbao/length.hpp"
#include "nianbao/roles.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// From the page's upper left corner, y downwards.
struct Point {
    Length x, y;
    bool operator==(const Point&) const = default;
};

/// How much blank a mark of punctuation gives up on each side of its box, in 1/1000 em.
/// The box on the page is so much narrower; its neighbours are beside it, not over it.
struct Trim {
    std::int16_t left = 0, right = 0;
    auto operator<=>(const Trim&) const = default;
    /// True if nothing is given up.
    [[nodiscard]] bool none() const { return left == 0 && right == 0; }
};

/// A glyph of a face. Its trimmed box is `x` to the right of its run's origin. It stands
/// for `characters` code points of the run's source text. A writer that cannot cut boxes
/// draws the whole glyph trim.left further to the left, which leaves the ink in the same
/// place.
struct Glyph {
    std::uint32_t id = 0;
    Trim trim = {};
    Length x;
    int characters = 1;
    bool operator==(const Glyph&) const = default;
};

/// What a mark is that belongs to no node. `separator`: a blank between two runs that are
/// side by side but not read together, for programs that guess a PDF's lines from places.
/// A writer whose format has a reading order leaves it out.
enum class Artifact : std::uint8_t { none, page_number, rule, repeated, separator };

/// Glyphs on one baseline, of one face and size. `turned`: the baseline runs up the page
/// (a table set sideways). `node` owns it; -1: it is an artifact.
struct GlyphRun {
    Point origin;
    int face = 0;  // index among the faces of Fonts
    Length size;
    std::vector<Glyph> glyphs;
    std::u32string source;
    int node = -1;
    Artifact artifact = Artifact::none;
    bool turned = false;
    bool operator==(const GlyphRun&) const = default;
};

/// A filled rectangle: a rule of a table, or of the grid that --show-grid draws. Always
/// an artifact. `lightness`: 0 black to 255 white.
struct Rule {
    Point origin;
    Length width, height;
    std::uint8_t lightness = 0;
    bool operator==(const Rule&) const = default;
};

/// A place on a page that a URL or mail address covers.
struct LinkArea {
    Point origin;  // upper left
    Length width, height;
    int node = -1;
    bool operator==(const LinkArea&) const = default;
};

/// The room for a seal: a place that a digital signature may fill. Draws nothing.
struct SealArea {
    Point origin;  // upper left
    Length width, height;
    int node = -1;
    bool operator==(const SealArea&) const = default;
};

using Mark = std::variant<GlyphRun, Rule, LinkArea, SealArea>;

struct Page {
    int number = 1;
    Length width, height;
    std::vector<Mark> marks;
    bool operator==(const Page&) const = default;
};

/// An element of the structure tree. Nodes are in reading order, parents before children;
/// the first is the document.
struct Node {
    Role role = Role::document;
    int parent = -1;
    int rows = 1, columns = 1;  // spans of a table cell
    Scope scope = Scope::none;
    std::vector<int> headers;  // nodes of the header cells of a cell
    std::string uri;           // of a link
    std::string bookmark;      // of a heading
    std::string language;      // of a span; empty: that of the document
    bool operator==(const Node&) const = default;
};

struct Pages {
    Metadata metadata;
    std::vector<Page> pages;
    std::vector<Node> nodes;
    std::vector<Finding>
        findings;  // substitutions (warnings), characters that no face has (errors)
};

/// Sets the document on pages, after GB/T 9704—2012 and, for punctuation and line breaks,
/// clreq. Findings of level error mean that a character could not be drawn. Safe to call
/// from many threads at once with the same fonts. Throws Failure if a face that is needed
/// turns out to be broken, and std::invalid_argument if the document or the layout has a
/// fault(), or no fonts were opened.
[[nodiscard]] Pages typeset(const Document& document, const Fonts& fonts,
                            const Layout& layout = {});

/// The texts of a document by the face that sets them, for Fonts::describe(). REQUIRES: a
/// document without a fault.
[[nodiscard]] std::vector<FaceText> face_texts(const Document& document);

/// The pages as readable text: what golden files hold.
[[nodiscard]] std::string dump(const Pages& pages, const Fonts& fonts);

}  // namespace nianbao
