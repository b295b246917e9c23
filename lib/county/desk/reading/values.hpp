// YAML or JSON that holds no report: a list of offices, the demands of a place, a ledger.
#pragma once

#include "notation/values.hpp"
#include "report/written/written.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

/// Reads the text into `values`: source, tree, and what is wrong with the notation. False
/// if there is no tree. A text that breaks off gives the tree up to there. `most`: bytes
/// that it may have.
bool read_values(std::string_view bytes, const std::string& name, notation::Values& values,
                 std::size_t most = notation::most_bytes);

/// The text of a scalar, as it stands there; empty for anything else.
std::string text_at(const notation::Tree& tree, const notation::Node& node);

/// The value of a mapping's key; nullptr if there is none.
const notation::Node* member(const notation::Tree& tree, const notation::Node& mapping,
                             std::string_view key);

/// What the desk's own JSON is written from: a text, a whole number, true or false,
/// texts.
Written as_text(std::string_view value);
Written as_number(int value);
Written as_truth(bool value);
Written as_texts(const std::vector<std::string>& values);

}  // namespace nianbao::desk
