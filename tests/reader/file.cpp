#include "reader/file.hpp"

#include <doctest/doctest.h>
#include <simdjson.h>

#include "program.hpp"

namespace reader {

namespace {

std::string bytes_of_hex(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return bytes;
}

std::string bytes_of_base64(std::string_view text) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned bits = 0;
    int have = 0;
    for (char c : text) {
        const auto digit = digits.find(c);
        if (digit == digits.npos) continue;
        bits = bits << 6 | static_cast<unsigned>(digit);
        if ((have += 6) >= 8) bytes += static_cast<char>(bits >> (have -= 8));
    }
    return bytes;
}

/// qpdf's JSON, version 2: "/Name", "u:text", "b:hex", "12 0 R".
Value value_of(simdjson::dom::element json) {
    using enum simdjson::dom::element_type;
    Value value;
    switch (json.type()) {
        case BOOL:
            value.kind = Value::Kind::boolean;
            value.number = bool(json) ? 1 : 0;
            break;
        case INT64:
        case UINT64:
        case DOUBLE:
            value.kind = Value::Kind::number;
            value.number = double(json);
            break;
        case STRING: {
            const std::string_view text = json;
            const std::string_view rest = text.size() > 1 ? text.substr(text[0] == '/' ? 1 : 2) : std::string_view{};
            value.kind = text.starts_with('/')                             ? Value::Kind::name
                         : text.ends_with(" R") && !text.starts_with("u:") ? Value::Kind::reference
                                                                           : Value::Kind::string;
            value.text = value.is(Value::Kind::reference) ? std::string(text) : text.starts_with("b:") ? bytes_of_hex(rest) : std::string(rest);
            break;
        }
        case ARRAY:
            value.kind = Value::Kind::array;
            for (auto item : simdjson::dom::array(json)) value.items.push_back(value_of(item));
            break;
        case OBJECT:
            value.kind = Value::Kind::dict;
            for (auto [key, entry] : simdjson::dom::object(json)) value.entries.emplace(key.substr(1), value_of(entry));
            break;
        default:
            break;
    }
    return value;
}

const Value nothing;

}  // namespace

File::File(const std::filesystem::path& pdf) {
    const Run run = ::run({"qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=all", pdf.native(), "-"});
    REQUIRE_MESSAGE((run.exit == 0 || run.exit == 3), run.err);
    simdjson::dom::parser parser;
    const simdjson::dom::element whole = parser.parse(run.out);
    for (auto [key, object] : simdjson::dom::object(whole["qpdf"].at(1))) {
        Value value;
        simdjson::dom::element part;
        if (object["stream"].get(part) == simdjson::SUCCESS) {
            value = value_of(part["dict"]);
            value.stream = bytes_of_base64(part["data"].get_string().value());
        } else {
            value = value_of(object["value"]);
        }
        if (key == "trailer") trailer_ = std::move(value);
        else objects_.emplace(key.substr(4), std::move(value));  // "obj:12 0 R"
    }
    const auto tree = catalog().entries.find("Pages");
    if (tree != catalog().entries.end()) collect_pages(tree->second);
}

void File::collect_pages(const Value& reference) {
    const Value& node = resolve(reference);
    if (get(node, "Type").text == "Page") pages_.push_back(reference.text);
    for (const Value& kid : get(node, "Kids").items) collect_pages(kid);
}

const Value& File::resolve(const Value& value) const {
    if (!value.is(Value::Kind::reference)) return value;
    const auto found = objects_.find(value.text);
    return found == objects_.end() ? nothing : found->second;
}

const Value& File::get(const Value& dict, std::string_view key) const {
    const auto found = dict.entries.find(key);
    return found == dict.entries.end() ? nothing : resolve(found->second);
}

}  // namespace reader
