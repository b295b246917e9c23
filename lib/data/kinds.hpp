// Files that hold no report, and text that holds one under another name.
#pragma once

#include "nianbao/finding.hpp"
#include "notation/kind/kind.hpp"

#include <string>
#include <string_view>

namespace nianbao::data {

/// True if the bytes are text, in whatever encoding, in which two lines or members begin
/// with names of a report's parts.
bool holds_report(std::string_view bytes);

/// What text is that names two things at least, and no part of a report; else null.
const notation::Kind* other_data(std::string_view bytes);

/// What a workbook is that has no table of a report.
inline constexpr notation::Kind other_workbook{
    "这份工作簿里没有年报的表，不是年报数据文件",
    "移到别处；是年报的，用 nianbao new 写一份工作簿来填"};

/// That the file is of this kind and no data file.
std::string not_data(const notation::Kind& kind);

/// A warning D-20 on a file that was passed over.
Finding no_data_file(const notation::Kind& kind, std::string file);

}  // namespace nianbao::data
