// The parts of a Word file that say how its paragraphs are numbered and what they are.
#pragma once

#include "pack/xml_reader.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

/// True for the namespace of Word's elements, in the usual notation and the strict one.
bool is_word_space(std::string_view space);

/// An attribute of Word's own namespace; files of some programs leave the prefix out.
std::string_view word_value(const XmlElement& element, std::string_view local);

/// False for a property that is there to be switched off: w:val="0".
bool is_on(const XmlElement& element);

/// Lists have nine levels, counted from 0.
inline constexpr int list_levels = 9;

/// How much a Word file may hold so that reading it stays within 64 MB: paragraphs,
/// tables with their rows and cells, and changes; bytes of text. Reports have some
/// thousand and 100 kB.
inline constexpr std::size_t most_word_pieces = 30'000, most_word_text = std::size_t{2} << 20;

/// How a level of a list is numbered.
struct ListLevel {
    int start = 1;
    std::string format = "decimal";  // ST_NumberFormat
    std::string text = {};           // "（%1）"; %1 is the number of the first level
    bool legal = false;              // numbers of other levels in digits
};
using ListLevels = std::array<ListLevel, list_levels>;

/// Which list a paragraph belongs to, by itself or by its style. 0: none.
struct ListPlace {
    std::optional<int> list = {};
    std::optional<int> level = {};
};

/// word/numbering.xml.
class NumberingReader final : public XmlHandler {
public:
    void open(const XmlElement& element) override;
    void close(const XmlName& name) override;
    void text(std::string_view) override {}

    /// A list's levels; nullptr if there is no such list.
    const ListLevels* list(int number) const;
    /// The kind of list that a list is one of: lists of one kind go on counting together
    /// unless they begin anew.
    int kind_of(int list) const;
    /// True if the list begins anew at a level.
    bool begins_anew(int list, int level) const;

    /// Puts each list together from its kind and its own levels.
    void finish();

private:
    struct List {
        int kind = 0;
        std::map<int, ListLevel> own;  // levels that it defines anew
        std::map<int, int> starts;     // levels that it begins anew
    };

    ListLevel* level_ = nullptr;
    ListLevels* kind_ = nullptr;
    List* list_ = nullptr;
    int overridden_ = -1;
    std::map<int, ListLevels> kinds_;
    std::map<int, List> lists_;
    std::map<int, ListLevels> whole_;
};

/// word/styles.xml: of the styles of paragraphs and runs, what the reader needs.
class StyleSheetReader final : public XmlHandler {
public:
    void open(const XmlElement& element) override;
    void close(const XmlName& name) override;
    void text(std::string_view) override {}

    /// The depth that the style has in the outline, from 1; 0: body text. `style`: its
    /// ID; empty: the one that paragraphs have without saying so.
    int level_of(std::string_view style) const;
    /// The list that the style puts its paragraphs into.
    ListPlace list_of(std::string_view style) const;
    /// True if the style's text is not shown.
    bool hides(std::string_view style) const;
    /// True if the style, of a paragraph or run, strikes its text through.
    bool strikes(std::string_view style) const;

private:
    struct Style {
        std::string based_on;
        std::optional<int> level;
        std::optional<bool> hidden, struck;
        ListPlace place;
    };

    /// The first of a style and those that it is based on for which `found` is true.
    template <class Found>
    const Style* nearest(std::string_view style, Found found) const;

    Style* style_ = nullptr;
    std::string usual_;
    std::map<std::string, Style, std::less<>> styles_;
};

/// word/comments.xml: what people wrote beside the text.
class CommentsReader final : public XmlHandler {
public:
    void open(const XmlElement& element) override;
    void close(const XmlName&) override {}
    void text(std::string_view text) override;

    /// A comment's text by its ID; empty if there is no such comment.
    std::string_view comment(std::string_view id) const;
    /// Who wrote it, as the file names him.
    std::string_view author(std::string_view id) const;

private:
    struct Comment {
        std::string text, author;
    };
    Comment* comment_ = nullptr;
    bool in_text_ = false;
    std::map<std::string, Comment, std::less<>> comments_;
};

/// Counts through the lists of a file, paragraph by paragraph.
class ListCounter {
public:
    explicit ListCounter(const NumberingReader& numbering) : numbering_(numbering) {}

    /// What Word prints before the next paragraph of a list: “（一）”. Empty for a bullet
    /// and if there is no such list.
    std::string next(int list, int level);

private:
    const NumberingReader& numbering_;
    std::map<int, std::array<std::optional<int>, list_levels>> counted_;  // by kind of list
    std::map<int, std::array<bool, list_levels>> begun_;                  // by list
};

/// A number as a list shows it; empty if the format shows none. `format`: a value of
/// ST_NumberFormat (ECMA-376 Part 1, 17.18.59).
std::string list_number(int number, std::string_view format);

}  // namespace nianbao::notation
