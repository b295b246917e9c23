// A text that is edited, and which lines of it became which.
#pragma once

#include "nianbao/fix.hpp"
#include "notation/mending/mended_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace nianbao::data {

class LineLog {
public:
    explicit LineLog(std::string text);

    const std::string& text() const { return text_; }
    /// Makes the edits in the text; one that begins within another is passed over.
    void edit(std::vector<notation::Edit> edits);
    /// From the first text to this one. Lines that are as they were stand in none.
    std::vector<FixedLines> changes() const;

private:
    /// Lines [begin, end) of the first text, from 0, that a line of this one comes from.
    struct Origin {
        int begin, end;
        bool edited;
    };

    std::string first_, text_;
    std::vector<Origin> lines_;  // one for each line of the text
};

}  // namespace nianbao::data
