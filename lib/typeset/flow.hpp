// The document as a flow of chunks that a page is filled with, and the tree of nodes they
// belong to.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/pages.hpp"

#include "report/layout_settings.hpp"
#include "typeset/atoms.hpp"
#include "typeset/line.hpp"
#include "typeset/table/notes.hpp"
#include "typeset/table/table.hpp"

#include <optional>
#include <vector>

namespace nianbao {

/// Lines that stay together on one page, or a table with its notes. A line takes one row
/// of the grid; the lines of the title stand on a pitch of their own in a block of whole
/// rows.
struct Chunk {
    std::vector<SetLine> lines;
    std::vector<Length> lefts;        // of each line, from the text area's left edge
    int rows = 0;                     // of the grid
    int blank_rows = 0;               // before it, not at a page's top
    std::optional<Length> own_pitch;  // of the title's lines
    int heading = 0;                  // its level; 0: none
    bool goes_on = false;             // with the paragraph of the chunk before
    bool keep_with_next = false;
    std::optional<SetTable> table;
    std::vector<SetLine> notes;  // below the table

    /// With the blank between the table and its notes.
    Length notes_height() const {
        return notes.empty()
                   ? Length{}
                   : note_pitch * static_cast<std::int64_t>(notes.size()) + note_pitch / 3;
    }
};

struct Flow {
    std::vector<Chunk> chunks;
    std::vector<Node> nodes;
};

/// Sets every paragraph into lines and every table into its grid. REQUIRES: the document
/// has no fault.
Flow set_flow(const Document& document, Setter& setter);

}  // namespace nianbao
