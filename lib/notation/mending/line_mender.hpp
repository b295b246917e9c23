// Mends damaged YAML line by line.
#pragma once

#include "notation/mending/line_parts.hpp"
#include "notation/mending/row.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

class LineMender {
public:
    LineMender(std::string_view text, KnownNames names)
        : text_(text), names_(names), brackets_(text, names.is_name, mending_) {}

    Mending mend();

private:
    void line(std::size_t begin);

    /// A mapping that is open: how far its members are indented, and under which name it
    /// stands; empty: the file itself.
    struct Level {
        int indent;
        std::string_view group;
    };

    // Lines that are no data (mend_lines.cpp).
    void blank_line(std::size_t begin);
    bool no_data(std::size_t begin, std::size_t first);
    std::size_t comment_mark(std::size_t first) const;
    bool odd_comment(std::size_t begin, std::size_t first, const Lead& lead);

    // Lines of texts.
    bool in_text(std::size_t begin, std::size_t first, const Lead& lead, bool is_key);
    bool is_prose(std::size_t first) const;

    // Lists.
    struct Dash {
        std::size_t sign = 0;  // bytes; 0: there is none
        std::size_t end = 0;   // with the blanks behind it
    };
    Dash dash_of(std::size_t first) const;
    void element(std::size_t first, const Dash& dash, const Lead& lead, const Key& key);

    // Keys.
    void member(std::size_t begin, std::size_t first, const Lead& lead, const Key& key);
    int place_of(int indent, std::string_view name) const;
    bool is_within(const Level& level, std::string_view name) const;
    int nearest_indent(int width) const;
    void begin_member(int indent, std::string_view name);
    void quotes_of(const Key& key);
    std::size_t colon_of(const Key& key);
    bool has_other_mark(std::size_t first) const;
    void no_member(std::size_t first, const Lead& lead);

    // Values (mend_values.cpp).
    void value_of(std::size_t at, std::string_view name);
    bool column_of(std::size_t at, std::string_view name);
    bool in_round_brackets(std::size_t at, std::size_t end, std::string_view name);
    bool lacks_braces(std::size_t at, std::size_t end, std::string_view name);
    bool next_member(std::size_t at, std::size_t end, std::string_view own);
    void tail(std::size_t at);
    std::string line_end() const;
    void text_begins(std::size_t at, std::size_t end);
    void quoted(std::size_t at, std::size_t end);
    bool quote_ends(std::size_t begin, const std::optional<Key>& key, const Lead& lead);
    void close_quote();
    void quote(std::size_t at, std::size_t end, std::size_t told_at, std::string message);

    std::size_t content_end(std::size_t at) const;
    void edit(std::size_t begin, std::size_t end, std::string instead);
    void tell(std::size_t begin, std::size_t end, std::string message, std::string hint = {});

    /// What is wrong with many lines alike is told at the first of them.
    struct Repeated {
        std::size_t damage = 0;  // its index
        int lines = 0;
    };
    void tell_once(Repeated& repeated, std::size_t begin, std::size_t end, const char* message,
                   std::string hint = {});
    void count(Repeated& repeated);
    void tell_lead(const Lead& lead, std::size_t first);
    void count_leads();

    std::string_view text_;
    KnownNames names_;
    Mending mending_;
    Brackets brackets_;
    std::size_t end_ = 0;        // of the line
    std::size_t last_end_ = 0;   // of what stands on the line before
    std::size_t taken_ = 0;      // up to here lines were mended with one before
    std::vector<Level> levels_;  // of the mappings that are open
    std::string_view name_;      // of the last key
    int key_indent_ = -1;        // of the last key
    int close_by_ = -1;          // the indent of members whose element lacked a blank; -1: none
    bool opens_ = true;          // it has no value on its line
    bool plain_ = false;         // it has one without quotes and brackets
    bool flows_ = false;         // one that stands below it, or goes on there
    int parted_ = 0;             // members of this line that were put on lines of their own
    int text_key_ = -1;          // the indent of the key whose text the lines are; -1: none
    int text_indent_ = -1;       // of its lines
    bool text_told_ = false;     // what is wrong with them
    char quote_ = 0;             // of a quoted text that did not end on its line
    std::size_t quote_at_ = 0;
    Repeated blank_lines_, line_ends_, displaced_;
    std::vector<std::size_t> leads_;           // damages: odd blanks before words
    std::size_t displaced_line_ = 0;           // where the last of these began
    std::vector<std::size_t> marks_;           // that part the file into documents
    std::vector<std::string_view> top_names_;  // of the file itself
    bool named_twice_ = false;                 // one of them is
};

}  // namespace nianbao::notation
