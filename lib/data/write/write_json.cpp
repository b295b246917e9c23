#include "data/write/written.hpp"

#include <fmt/format.h>

#include <string_view>

namespace nianbao::data {
namespace {

using Kind = Written::Kind;

constexpr std::size_t enough = std::size_t{64} << 10;  // bytes to be given away at once

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') (out += '\\') += c;
        else if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        else out += c;
    }
    return out + '"';
}

std::string value(const Written& written, int depth) {
    if (written.kind == Kind::number) return written.text;
    const bool mapping = written.kind == Kind::mapping;
    if (!mapping && written.kind != Kind::list) return json_string(written.text);
    const auto indentation = [](int levels) { return "\n" + std::string(levels * 2, ' '); };
    const bool one_line = written.row || written.members.empty();
    std::string out;
    for (const Written& member : written.members) {
        if (!out.empty()) out += one_line ? ", " : ",";
        if (!one_line) out += indentation(depth + 1);
        if (mapping) out += json_string(member.key) + ": ";
        out += value(member, depth + 1);
    }
    if (!one_line) out += indentation(depth);
    return mapping ? "{" + out + "}" : "[" + out + "]";
}

}  // namespace

std::string json_line(const Written& value) {
    Written row = value;
    row.row = true;
    return nianbao::data::value(row, 0);
}

std::string write_json(const Written& file) { return value(file, 0) + "\n"; }

void JsonStream::add(std::string_view key, const Written& member) {
    begin(key);
    out_ += value(member, 1);
}

void JsonStream::begin_list(std::string_view key) {
    begin(key);
    out_ += '[';
    items_ = 0;
}

void JsonStream::item(const Written& member) {
    out_ += items_++ == 0 ? "\n    " : ",\n    ";
    out_ += value(member, 2);
    give(enough);
}

void JsonStream::end_list() { out_ += items_ == 0 ? "]" : "\n  ]"; }

void JsonStream::finish() {
    out_ += members_ == 0 ? "{}\n" : "\n}\n";
    give(0);
}

void JsonStream::begin(std::string_view key) {
    out_ += members_++ == 0 ? "{\n  " : ",\n  ";
    (out_ += json_string(key)) += ": ";
}

void JsonStream::give(std::size_t from) {
    if (out_.size() < from) return;
    sink_(out_);
    out_.clear();
}

}  // namespace nianbao::data
