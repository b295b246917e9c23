// What was found, as comments on the characters that it is about, or as a list.
#pragma once

#include "docx/body.hpp"
#include "nianbao/document.hpp"
#include "nianbao/finding.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::docx {

/// Where comments begin and end in the texts of a document.
class Anchors {
public:
    /// A comment begins or ends before a character of a text.
    struct Mark {
        int at = 0;
        int comment = 0;
        bool ends = false;
    };
    /// A finding, the text that it is on as it is shown, and the heading of its section.
    struct Anchored {
        const Finding* finding = nullptr;
        std::u32string on = {}, section = {};
        bool exact = false;  // on its own characters or cell, not on a heading
    };

    Anchors() = default;
    /// Those that are not waived, in the order of the document. A finding without
    /// characters of its own stands on the heading of its section, or on the title.
    /// `findings` and `document` must outlive it.
    Anchors(const Document& document, const std::vector<Finding>& findings);

    /// In the order in which they are written. REQUIRES: a text of that document.
    std::span<const Mark> marks(const Text& text) const;
    /// By the numbers of the comments, from 0.
    const std::vector<Anchored>& all() const { return all_; }

private:
    std::map<const Text*, std::vector<Mark>> marks_;
    std::vector<Anchored> all_;
};

/// What a comment says of a finding, a paragraph each.
std::vector<std::string> comment_paragraphs(const Finding& finding);
inline constexpr std::string_view comment_initials = "检查";

/// word/comments.xml.
std::string comments_xml(const Anchors& anchors, std::string_view author);

/// All of them in a table on a page behind the report.
void put_list(Body& body, const Anchors& found);

/// The begin or the end of a comment among runs.
void put_mark(XmlWriter& xml, const Anchors::Mark& mark);

inline constexpr std::string_view comment_style = "批注文字";

}  // namespace nianbao::docx
