// The single values of a report: texts, words, dates, numbers.
#pragma once

#include "data/numbers.hpp"
#include "data/values.hpp"
#include "nianbao/report.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace nianbao::data {

/// The field that a value is read for: its path of English keys, and its Chinese name for
/// messages.
struct Asked {
    std::string path;
    std::string_view name;
};

/// line: one line, without blanks around it. lines: as typed, without blanks at the end.
enum class Lines { line, lines };

/// What becomes of {{请填写}}: refused, or kept to be written later.
enum class Gaps { refused, kept };

/// Each of these reads the field from a node; nullptr, or nothing written: no value and
/// no finding. What is wrong is a finding, and no value.
std::optional<std::string> read_text(Values& values, const Node* node, const Asked& asked,
                                     Lines lines, Gaps gaps = Gaps::refused);
std::optional<Date> read_date(Values& values, const Node* node, const Asked& asked);
std::optional<Amount> read_number(Values& values, const Node& node, const Asked& asked,
                                  Measure measure);
/// The same, with the text that the number is printed as.
std::optional<Number> read_measured(Values& values, const Node& node, const Asked& asked,
                                    Measure measure);

/// True if the node has nothing in it: null, or text of blanks.
bool nothing(const Node& node);

/// Reports a value of the wrong type: “标题”（title）应是文字，写的是一个列表.
void wrong_type(Values& values, const Node& node, const Asked& asked, std::string_view should_be,
                std::string hint = {});

/// The text of a scalar, without blanks around it. Anything but a scalar is a finding,
/// and gives nothing.
std::optional<std::string_view> read_word(Values& values, const Node& node, const Asked& asked);

}  // namespace nianbao::data
