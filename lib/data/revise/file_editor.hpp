// Puts values into the text of a data file, and leaves the rest of it as it is.
#pragma once

#include "data/revise/paragraphs.hpp"
#include "data/values.hpp"
#include "nianbao/form.hpp"
#include "notation/mending/mended_text.hpp"
#include "report/written/written.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::data {

/// A path below the file's top: a field of the report's own, or of a form within its
/// table. The names stand in the file in either language.
struct FilePath {
    int own = -1;                // index in report_fields
    const Form* form = nullptr;  // of the table that `own` is; null: none is meant
    int field = -1;              // of the form
};

/// The edits of one change; none if it cannot be made there.
using Edits = std::optional<std::vector<notation::Edit>>;

/// The text with the edits made. One that begins within another is passed over.
std::string applied(std::string_view text, std::vector<notation::Edit> edits);

class FileEditor {
public:
    /// REQUIRES: values of a text file that was read without errors; they outlive it.
    explicit FileEditor(const Values& values);

    /// The value's text as the report has it, lines below each other; nothing if it is
    /// not there.
    std::optional<std::string> text(const FilePath& path) const;
    /// True if the file has a value there, be it in a list.
    bool has(const FilePath& path) const { return node(path) != nullptr; }

    /// A name in the language of the file.
    std::string name(const Field& field) const {
        return std::string(english_ ? field.key : field.name);
    }

    /// Another value in place of what is there, or one where none was. Comments stay.
    Edits set(const FilePath& path, const Written& value) const;
    /// A text of several paragraphs, of which only those are touched that changed.
    Edits set_text(const FilePath& path, const RevisedText& text) const;
    /// Nothing in place of what is there.
    Edits remove(const FilePath& path) const;

private:
    struct Step {
        std::span<const Field> fields;
        int parent, field;
    };

    std::vector<Step> steps(const FilePath& path) const;
    const Node* node(const FilePath& path) const;
    const Node* member(const Node& of, const Step& step) const;
    const Node* last_of(const Node& container) const;
    notation::Edit insertion(const Node& container, const std::vector<Step>& steps,
                             std::size_t from, const Written& value) const;
    std::string line(const Written& value, bool flow) const;
    std::string block(const Written& value, std::size_t indent, std::string_view comment) const;
    Edits set_lines(const Node& node, const RevisedText& text) const;
    bool is_prose(const Written& value) const;
    std::size_t line_begin(std::size_t at) const;
    std::size_t line_end(std::size_t at) const;
    std::size_t behind_line(std::size_t at) const;

    const Values& values_;
    std::string_view text_;
    std::string line_feed_;
    bool english_;
};

}  // namespace nianbao::data
