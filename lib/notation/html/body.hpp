// The flow of a page: its tags put into paragraphs and tables.
#pragma once

#include "notation/html/elements.hpp"
#include "notation/html/tags.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace nianbao::notation {

/// A paragraph as it is shown, without blanks around its lines.
struct WebParagraph {
    std::string text;
    int level = 0;         // of a heading, from 1
    std::string number;    // that the browser prints before an item: “1.”
    int pictures = 0;      // in it
    bool caption = false;  // of the table that follows
    int box = 0;
};

struct WebTable;
using WebBlock = std::variant<WebParagraph, std::unique_ptr<WebTable>>;

struct WebCell {
    int rows = 1, columns = 1;  // rows 0: to the end of the table
    bool hidden = false;        // it takes no place
    std::vector<WebBlock> blocks;
};

struct WebTable {
    std::vector<std::vector<WebCell>> rows;
    int box = 0;
};

/// A link, and the words that are clicked.
struct WebLink {
    std::string address, text;
    int box = 0;
};

/// Puts tags together as browsers do: what is open is closed where it must be, end tags
/// of what is not open are passed over, text between rows goes before the table. A table
/// that only arranges a page is no table: what is in its cells follows.
class PageReader final : public TagHandler {
public:
    void open(const Tag& tag) override;
    void close(std::string_view name) override;
    void text(std::string_view raw) override;

    /// Closes everything. Another page may follow.
    void finish();

    std::vector<WebBlock> blocks;
    /// Elements within each other that hold paragraphs: for each, the one that it is in.
    /// The first is the whole.
    std::vector<int> boxes{-1};
    std::vector<std::pair<std::string, std::string>> named;  // meta tags and "title"
    std::vector<WebLink> links;
    bool too_many = false;  // paragraphs or cells

private:
    struct Open {
        std::string name;
        ElementKind kind = ElementKind::words;
        bool hidden = false;  // it, or one around it
        bool spaced = false;  // blanks count: pre
        int box = 0;
        int number = -1, step = 1;  // of a list: its next item's; -1: it has none
    };
    /// What is put together in the page or in a cell.
    struct Flow {
        std::vector<WebBlock> blocks = {};
        WebParagraph own = {};
        bool begun = false;
        bool blank = false, line_end = false;  // stands before the next text
    };

    const Open& within() const { return open_.back(); }
    void push(const Tag& tag, ElementKind kind);
    /// Ends the elements from this one on.
    void pop_to(std::size_t first);
    /// The innermost that is open of a kind, within `border`; size: there is none.
    template <class Is, class Border>
    std::size_t innermost(Is is, Border border) const;
    /// Ends all elements of a kind within `border`.
    template <class Is, class Border>
    void end_all(Is is, Border border);
    void close_before(ElementKind kind);
    bool in_table() const;
    void open_cell(const Tag& tag);
    void note_empty(const Tag& tag);
    void put(std::string_view decoded, bool spaced);
    void end_paragraph();
    void end_cell();
    void end_table();

    std::vector<Open> open_{1};
    std::vector<Flow> flows_{1};
    std::vector<std::unique_ptr<WebTable>> tables_;
    std::vector<std::size_t> links_open_;
    std::size_t count_ = 0;
    int unseen_ = 0;
    bool title_ = false;
};

}  // namespace nianbao::notation
