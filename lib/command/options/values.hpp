// Values of options, read from text. Every door reads them here.
#pragma once

#include "command/options/arguments.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::values {

// All throw Usage if the value is wrong. `what` is what the door calls the option:
// "--font" on the command line, "fonts" in C.

/// The index of a word in a list.
std::size_t choice(std::string_view what, std::string_view word,
                   std::span<const std::string_view> words);
/// ROLE=PATH[#INDEX]
FontOptions::Choice font_choice(std::string_view what, const std::string& value);
/// A setting of the page, as NAME=VALUE or by its parts
std::pair<std::string, std::string> layout_setting(std::string_view what, const std::string& value);
std::pair<std::string, std::string> layout_setting(std::string_view what, std::string name,
                                                   std::string value);
/// Codes of rules that can be left out: a list of codes, families and patterns.
std::vector<std::string> rule_codes(std::string_view what, std::string_view list);
/// YYYY-MM-DD
Date date(std::string_view what, const std::string& value);
/// YYYY-MM-DD, and HH:MM behind it if an hour is meant
Moment moment(std::string_view what, const std::string& value);
int year(std::string_view what, const std::string& value);
/// In either language, as in the data file.
Kind kind(std::string_view what, const std::string& value);
/// A command that makes old files readable.
std::string converter(std::string_view what, const std::string& value);
/// A whole number from 1 on.
std::size_t count(std::string_view what, const std::string& value);
/// K/N
Shard shard(std::string_view what, const std::string& value);
/// The name of an output.
const Output& output(std::string_view what, std::string_view name);
/// The same of several, with commas between; each once.
void add_outputs(std::string_view what, std::string_view names, std::vector<const Output*>& chosen);

}  // namespace nianbao::values
