// What can be made of a report: one table of outputs.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

struct Document;
struct Pages;
class Fonts;
struct FigureCount;

/// How an output that can carry comments shows what was found: not at all, on the
/// characters and cells that it is about, or in a list behind the report.
enum class Comments : std::uint8_t { none, beside, list };

/// A file that an output carries.
struct Attachment {
    std::string name;  // "data.yaml"
    std::string type;  // MIME, "application/yaml"
    std::string bytes;
};

/// What an output is made from. Only those from pages need fonts.
enum class From : std::uint8_t { report, document, pages };

/// What the stages before have made of a report. Outputs from a document or pages get
/// `document`, those from pages `pages` and `fonts` too; else they may be null.
struct Stages {
    const Report& report;
    const Document* document = nullptr;
    const Pages* pages = nullptr;
    const Fonts* fonts = nullptr;
    std::optional<Attachment> data = {};  // if the output is to carry the report's data
    std::string pdf = {};   // the name of the PDF that stands beside it, if one is made
    std::string seal = {};  // a blank seal, if the output is to be sealed
    Comments comments = Comments::none;              // for outputs that can carry them
    std::string comments_by = {};                    // whose they are
    const std::vector<Finding>* findings = nullptr;  // what was found
    const FigureCount* figures = nullptr;            // what the prose was held against
};

/// One output. A new one is a row of the table in lib/job/outputs.cpp, and a room with
/// the function that writes it.
struct Output {
    std::string_view name;        // "pdf": --to, JSON jobs and the C functions call it so
    std::string_view ending;      // of its files: ".pdf"
    std::string_view media_type;  // text/… may be shown on a screen
    std::string_view says;        // what it is, for people, Chinese
    From from = From::pages;
    bool offered = true;  // false: shows a stage to developers; no ending picks it, and it
                          // is made in spite of characters that no face has
    /// Makes the bytes. Throws Failure, and std::invalid_argument if the stages lack what
    /// it is made `from`.
    std::string (*write)(const Stages& stages) = nullptr;
    /// How BatchOptions::skip_unchanged recognises the output. `blank_seal` is what
    /// Stages::seal holds; `seal` fills it in with a digest of `inputs` and the bytes;
    /// `sealed` is true if the bytes are as they were sealed with these inputs. Null: the
    /// output is made each time, and left alone if the file is the same.
    std::string (*blank_seal)() = nullptr;
    void (*seal)(std::string& bytes, std::string_view inputs) = nullptr;
    bool (*sealed)(std::string bytes, std::string_view inputs) = nullptr;
    /// True if the bytes are such an output, made from whatever, and nobody changed them
    /// since. Null: its bytes do not tell.
    bool (*as_made)(std::string_view bytes) = nullptr;
    bool carries_data = false;  // takes Stages::data with it
};

/// Every output. The first one is made if nothing picks another.
[[nodiscard]] std::span<const Output> outputs();

/// The output with that name; null if there is none.
[[nodiscard]] const Output* output_named(std::string_view name);

/// The offered output whose ending the file's name has, in upper or lower case; the
/// longest ending if several fit. Null if there is none.
[[nodiscard]] const Output* output_of(const std::filesystem::path& file);

/// True if the bytes are an output of nianbao that nobody changed: a PDF, known by its
/// producer and ID. Text is never known, as anybody may have written it.
[[nodiscard]] bool is_output(std::string_view bytes);

/// The name of an output of a data file, without a folder: "a.yaml", "a.docx" and "a.pdf"
/// give "a.pdf". If the name is not a data file's, it keeps its ending.
[[nodiscard]] std::filesystem::path output_name(const std::filesystem::path& input,
                                                const Output& output);

}  // namespace nianbao
