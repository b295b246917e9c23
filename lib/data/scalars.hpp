// The single values of a report: texts, words, dates, numbers.
#pragma once

#include "data/input.hpp"
#include "data/numbers.hpp"
#include "nianbao/report.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace nianbao::data {

/// A field that a value is read for: its path of English keys and the Chinese name that messages give it.
struct Asked {
    std::string path;
    std::string_view name;
};

/// line: one line, blanks about it dropped. lines: as typed, blanks at the end dropped.
enum class Lines { line, lines };

/// Each of these reads the field from a node; nullptr, or nothing written: no value and no finding. What is wrong is a finding, and no value.
std::optional<std::string> read_text(Input& input, const Node* node, const Asked& asked, Lines lines);
std::optional<Date> read_date(Input& input, const Node* node, const Asked& asked);
std::optional<Amount> read_number(Input& input, const Node& node, const Asked& asked, Measure measure);
/// The same, with the number's own way of being printed.
std::optional<Number> read_measured(Input& input, const Node& node, const Asked& asked, Measure measure);

/// True where the field has nothing in it: null, or text of blanks.
bool nothing(const Node& node);

/// “标题”（title）应是文字，写的是一个列表
void wrong_type(Input& input, const Node& node, const Asked& asked, std::string_view should_be, std::string hint = {});

/// The word of a scalar, blanks about it dropped; empty where it is none, which is then a finding.
std::optional<std::string_view> read_word(Input& input, const Node& node, const Asked& asked);

}  // namespace nianbao::data
