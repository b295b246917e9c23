#include "command/run/json_diff.hpp"

#include "command/json.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace nianbao {
namespace {

std::string list(const std::vector<std::string>& elements) {
    std::string text;
    for (const std::string& element : elements)
        text += (text.empty() ? "\n    " : ",\n    ") + element;
    return "[" + text + "]";
}

/// The place of a sentence in its file; null if it has none.
std::string place(const Source& source, const Span& span) {
    if (span.field.empty()) return "null";
    const Place at = source.place(span);
    if (at.kind != Place::Kind::text) return json(at);
    return at.row == 0 ? "null" : fmt::format(R"({{"line": {}, "column": {}}})", at.row, at.column);
}

}  // namespace

std::string json(const Difference& difference, const Source& before, const Source& after) {
    std::vector<std::string> fields, cells, figures, texts, rows;
    for (const FieldChange& change : difference.fields) {
        fields.push_back(fmt::format(R"({{"field": {}, "name": {}, "before": {}, "after": {}}})",
                                     json_string(change.field), json_string(change.name),
                                     json_string(change.before), json_string(change.after)));
    }
    for (const CellChange& change : difference.cells) {
        cells.push_back(fmt::format(
            R"({{"field": {}, "name": {}, "before": {}, "after": {}, "difference": {}, "rate": {}, "remark_before": {}, "remark_after": {}}})",
            json_string(change.field), json_string(change.name), json_string(change.before),
            json_string(change.after), json_string(change.difference.to_string()),
            change.rate ? json_string(*change.rate) : "null", json_string(change.remark_before),
            json_string(change.remark_after)));
    }
    for (const FigureChange& change : difference.figures) {
        figures.push_back(fmt::format(
            R"({{"figure": {}, "name": {}, "before": {}, "after": {}, "difference": {}, "rate": {}}})",
            json_string(change.key), json_string(change.name), json_string(change.before),
            json_string(change.after), json_string(change.difference),
            change.rate ? json_string(*change.rate) : "null"));
    }
    for (const TextChange& change : difference.texts) {
        constexpr std::string_view words[] = {"added", "removed", "changed"};
        texts.push_back(fmt::format(
            R"({{"field": {}, "name": {}, "change": "{}", "before": {}, "after": {}, "place_before": {}, "place_after": {}}})",
            json_string(change.field), json_string(change.name),
            words[static_cast<std::size_t>(change.how)], json_string(change.before),
            json_string(change.after), place(before, change.before_at),
            place(after, change.after_at)));
    }
    for (const std::string& row : difference.not_compared) rows.push_back(json_string(row));
    return fmt::format(
        R"({{"fields": {}, "cells": {}, "figures": {}, "texts": {}, "not_compared": {}}})",
        list(fields), list(cells), list(figures), list(texts), list(rows));
}

}  // namespace nianbao
