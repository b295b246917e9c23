// What a file is that is no text of a data file: by its first bytes, and by its name if
// several kinds begin alike.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::notation {

/// A kind of file, as people are told of it, in Chinese without an end mark.
struct Kind {
    std::string_view is;            // "这是 Word 文件 (.docx)"
    std::string_view what_to;       // do with it
    std::string_view becomes = {};  // what an office program makes of it that can be read:
                                    // ".docx", ".xlsx"; empty: nothing
};

/// So many first bytes tell a kind.
inline constexpr std::size_t telling_bytes = 65536;

/// The kind of a file that cannot be read as text; null if it may be one. `name`: with or
/// without folders.
const Kind* foreign_kind(std::string_view bytes, std::string_view name);

/// True for a workbook (.xlsx), which is read, though it cannot be read as text.
bool is_workbook(std::string_view bytes, std::string_view name);

/// The same for a Word file (.docx).
bool is_word_file(std::string_view bytes, std::string_view name);

/// The same for a web page, or an archive of one (.html, .mhtml).
bool is_web_page(std::string_view bytes, std::string_view name);

/// The kind of a file that is no data file, whatever it is: also an empty one, and text.
const Kind& kind_of(std::string_view bytes, std::string_view name);

}  // namespace nianbao::notation
