// Reads a data file into a report, and names every mistake with its place.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"
#include "nianbao/source.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// workbook: .xlsx. article: a report as it is written for people, in which the parts are
/// known by headings and labels: .docx, .html, .mhtml, saved text.
enum class Format { json, yaml, workbook, article };

/// A data file, or the bytes of one.
struct Input {
    std::filesystem::path file = {};        // read if there are no `bytes`
    std::optional<std::string> bytes = {};  // the data itself, in `format`
    std::string name = {};                  // in places and messages; empty: the file's
    Format format = Format::yaml;           // of `bytes`; a file's name says its own
};

/// What reading gives. `report` is empty if any finding is an error.
struct Reading {
    std::optional<Report> report;
    Source source;
    std::vector<Finding> findings;
};

/// The format that a data file's name stands for.
[[nodiscard]] Format format_of(const std::filesystem::path& file);

/// True if the name ends in .yaml, .yml, .json or .xlsx, in large or small letters. Files
/// of Format::article are none, as most of them hold something else.
[[nodiscard]] bool is_data_file(const std::filesystem::path& file);

/// A file of a folder that is not read, and what it is instead: a warning D-20.
struct OtherFile {
    std::filesystem::path file;
    Finding finding;
};

/// The files of a folder in byte order of their names, then those of folders below it.
/// Data files are known by their endings; text named .txt or without an ending is one if
/// it holds a report, and a PDF if it carries data and no other data file has its name
/// (a.pdf was made of a.yaml). Word files and pages are read that hold a report, if no
/// data file stands beside them. Nothing is said of outputs that `own` knows by their
/// bytes, nor of names that begin with a dot. Such folders are not entered, and links to
/// folders not followed.
struct Listing {
    std::vector<std::filesystem::path> data;
    std::vector<OtherFile> others;
};
enum class Depth : std::uint8_t { flat, below };  // the folder alone, or all below it too
/// Throws Failure if a folder cannot be read.
[[nodiscard]] Listing list_folder(const std::filesystem::path& folder, Depth depth,
                                  bool (*own)(std::string_view bytes) = nullptr);

/// The data files of a folder and of those below it. Throws Failure if one of these
/// cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> data_files(const std::filesystem::path& folder);

/// Reads a data file: JSON if its name ends in .json, a workbook if it is one, whatever
/// its name, else YAML (which includes JSON). A workbook's cells are found by their
/// names, else by the words that the form prints beside them.
/// A Word file (.docx), a web page (.html, .mhtml) and a text that was saved from a page
/// are read by their headings and labels. Text in UTF-16 or GB 18030 (GBK) is read with a
/// warning. Of a PDF that carries its data (CarryOptions::data) these are read, whatever
/// the name or format; places are then in “a.pdf 所附数据文件”. A file that is no report,
/// such as a picture, gives an error D-20 that says what it is. Throws Failure
/// if the file cannot be opened or read. Safe to call from many threads at once, as are
/// all functions of this header.
[[nodiscard]] Reading read(const Input& input);
[[nodiscard]] Reading read(const std::filesystem::path& file);
[[nodiscard]] Reading read(std::string_view bytes, std::string name, Format format);

/// Reads what merge() adds to the sums: a data file without numbers. It may have every
/// part except processing_fees, members and the cells of the tables; the sections of
/// tables may have a note. Nothing is required: a missing text is empty, a missing year
/// 0, a missing edition null. In a report that was merged before (it has members) counts
/// are passed over, remarks with a warning, and {{请填写}} stays in the texts.
[[nodiscard]] Reading read_prose(const Input& input);
[[nodiscard]] Reading read_prose(const std::filesystem::path& file);
[[nodiscard]] Reading read_prose(std::string_view bytes, std::string name, Format format);

/// The whole file. Of a file that is too long for read(), as much as makes read() refuse
/// it. Throws Failure.
[[nodiscard]] std::string file_bytes(const std::filesystem::path& file);

/// A finding on one line, without a line end: "data.yaml:31:14: 错误 T3-01: …". Leaves out
/// a place that is not known. A waived finding is 豁免, with its reason.
[[nodiscard]] std::string message(const Finding& finding);

/// A finding in full, in lines: message, excerpt and hint, each with its line end.
[[nodiscard]] std::string report_text(const Finding& finding, const Source& source);

}  // namespace nianbao
