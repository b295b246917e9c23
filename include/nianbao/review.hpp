// 核对记录: what a second reader ticked or said of a figure or a finding, kept beside the
// data file.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/job.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// A tick (核过), by quotation: of the findings of a rule that mean some of the quoted
/// characters, or, without a rule, of the figures there. `field` as in a waiver, in
/// either language; empty: whichever has the quotation. `note` and `date` may be empty.
struct ReviewMark {
    std::string rule, field, quote, note, by, date;

    bool operator==(const ReviewMark&) const = default;
};

/// What the name of a record ends in, behind the data file's.
inline constexpr std::string_view review_ending = ".核对记录.json";

/// “报告.yaml.核对记录.json”: each data file has its own, so that two readers of a folder
/// do not write one file, and a report moves with its record.
[[nodiscard]] std::filesystem::path review_file_of(const std::filesystem::path& data_file);

/// The marks of a record, and what is wrong with it.
struct ReviewRecord {
    std::vector<ReviewMark> marks;
    std::vector<Place> places = {};  // of each of them, in the record
    std::vector<Finding> findings = {};
};
/// Reads a record. What cannot be read is told: K-01. `file` is its name.
[[nodiscard]] ReviewRecord read_review(std::string_view json, const std::string& file);

/// The record as JSON text, a mark on each line. The same marks give the same bytes.
[[nodiscard]] std::string write_review(const std::vector<ReviewMark>& marks);

/// Puts a mark into Finding::reviewed or Evidence::reviewed of all that it means. False
/// if it means nothing there.
[[nodiscard]] bool apply_review(const ReviewMark& mark, const Report& report,
                                std::vector<Finding>& findings, std::vector<Evidence>* evidence);

}  // namespace nianbao
