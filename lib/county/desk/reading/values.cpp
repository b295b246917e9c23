#include "county/desk/reading/values.hpp"

#include "notation/bytes.hpp"
#include "notation/json/json.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/limits.hpp"
#include "notation/rules.hpp"
#include "notation/yaml/yaml.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <optional>

namespace nianbao::desk {

bool read_values(std::string_view bytes, const std::string& name, notation::Values& values,
                 std::size_t most) {
    values.format = has_ending(name, ".json") ? Format::json : Format::yaml;
    values.source = Source(name, {});
    if (bytes.size() > most) {
        values.findings.error(notation::rule("D-03"), {}, {name, {}, 0, 0, 0},
                              fmt::format("文件超过上限 {} MiB", most >> 20));
        return false;
    }
    if (const std::optional<notation::DecodedText> decoded = notation::decoded_text(bytes))
        values.source = Source::decoded(name, std::string(bytes), decoded->text);
    else values.source = Source(name, std::string(notation::without_mark(bytes)));
    if (!notation::inspect_bytes(values)) return false;
    std::optional<notation::SyntaxFault> fault =
        values.format == Format::json ? notation::read_json(values) : notation::read_yaml(values);
    if (fault) values.tell(*std::move(fault));
    return values.tree.root >= 0;
}

std::string text_at(const notation::Tree&, const notation::Node& node) {
    const bool scalar = node.shape == notation::Shape::bare || node.shape == notation::Shape::text;
    return scalar ? std::string(notation::without_blanks(node.text)) : std::string();
}

const notation::Node* member(const notation::Tree& tree, const notation::Node& mapping,
                             std::string_view key) {
    if (mapping.shape != notation::Shape::mapping) return nullptr;
    for (int i = mapping.first; i >= 0; i = tree.at(i).next) {
        const int own = tree.at(i).key;
        if (own >= 0 && tree.at(own).text == key) return &tree.at(i);
    }
    return nullptr;
}

Written as_text(std::string_view value) { return {Written::Kind::text, std::string(value)}; }

Written as_number(int value) { return {Written::Kind::number, std::to_string(value)}; }

// “true” and “false” stand in JSON as numbers do: as they are.
Written as_truth(bool value) { return {Written::Kind::number, value ? "true" : "false"}; }

Written as_texts(const std::vector<std::string>& values) {
    Written list{Written::Kind::list};
    for (const std::string& value : values) list.members.push_back(as_text(value));
    return list;
}

}  // namespace nianbao::desk
