// Old Word files and workbooks, made readable by an office program of the user's.
#pragma once

#include "nianbao/read.hpp"
#include "notation/kind/kind.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace nianbao::data {

/// A command that makes .docx of .doc, .wps, .rtf and .odt, and .xlsx of .xls, .et and
/// .ods: LibreOffice's, or another program's.
class Converter {
public:
    /// Words with blanks between them; quotation marks hold blanks together. {in} stands
    /// for the file, {out} for the folder that takes what is made, {to} for docx or xlsx.
    /// Without {in} the words are followed by what LibreOffice takes: --headless
    /// --convert-to {to} --outdir {out} {in}. Throws Failure if it can be no command.
    explicit Converter(std::string_view command);

    /// What is wrong with a command, in Chinese without an end mark; empty: nothing.
    static std::string fault(std::string_view command);

    /// The bytes that became of a copy of the file, or why nothing did, in Chinese
    /// without an end mark. REQUIRES: !kind.becomes.empty(). One at a time. Throws
    /// Failure if there is no such program.
    struct Refusal {
        std::string why;
    };
    std::variant<std::string, Refusal> convert(const std::filesystem::path& file,
                                               const notation::Kind& kind) const;
    /// The same of a file that is held in memory. `name`: with its ending.
    std::variant<std::string, Refusal> convert(std::string_view bytes, std::string_view name,
                                               const notation::Kind& kind) const;

private:
    using Put = std::function<bool(const std::filesystem::path& copy)>;
    std::variant<std::string, Refusal> convert_what(const Put& put,
                                                    const std::filesystem::path& ending,
                                                    const notation::Kind& kind) const;

    std::vector<std::string> words_;
};

/// The kind of a file that a converter can make readable; null of any other.
const notation::Kind* convertible_kind(const std::filesystem::path& file);

/// An error D-20 on a file that should have become readable and did not.
Finding not_converted(const notation::Kind& kind, const std::string& file, const std::string& why);

}  // namespace nianbao::data
