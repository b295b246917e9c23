#include "data/schema_parts.hpp"

#include <fmt/format.h>

namespace nianbao::data::json_schema {
namespace {

using Kind = Written::Kind;

constexpr std::string_view whole = "(0|[1-9][0-9]{0,11})", decimals = "([.][0-9]{1,6})?";

/// The form's numbering before a name: （一） 一、 1.
constexpr std::string_view numbering = "[（(]?([一二三四五六七八九十]+|[0-9]+)[）)、.．][ \u3000]*";

/// The wordings of a field other than its key.
std::string chinese(const Field& field) {
    return field.printed.empty() ? std::string(field.name)
                                 : fmt::format("({}|{})", field.name, field.printed);
}

}  // namespace

// ---------------------------------------------------------------- JSON

Written object(bool row) { return {.kind = Kind::mapping, .row = row}; }
Written array(bool row) { return {.kind = Kind::list, .row = row}; }
Written text(std::string_view value) { return {.kind = Kind::text, .text = std::string(value)}; }
Written bare(std::string value) { return {.kind = Kind::number, .text = std::move(value)}; }
Written number(std::int64_t value) { return bare(std::to_string(value)); }

Written with(Written into, std::string key, Written value) {
    into.add(std::move(key), std::move(value));
    return into;
}

Written any_of(Written a, Written b) {
    return with(object(), "anyOf", list_of(false, std::move(a), std::move(b)));
}
Written reference(std::string_view name) {
    return with(object(true), "$ref", text(fmt::format("#/$defs/{}", name)));
}
Written pattern(std::string_view expression) {
    return with(with(object(true), "type", text("string")), "pattern", text(expression));
}
Written required(std::string_view name) {
    return with(object(true), "required", list_of(true, text(name)));
}

Written titled(std::string_view title, const Written& schema) {
    Written out = with(object(schema.row), "title", text(title));
    for (const Written& member : schema.members) out.members.push_back(member);
    return out;
}

// ---------------------------------------------------------------- values

Written range(std::string_view type, std::int64_t least, std::int64_t most) {
    return with(with(with(object(true), "type", text(type)), "minimum", number(least)), "maximum",
                number(most));
}

Written measured(Measure measure) {
    constexpr std::int64_t most = 999'999'999'999;
    switch (measure) {
        case Measure::count:
            return any_of(range("integer", 0, most), pattern(fmt::format("^{}$", whole)));
        case Measure::amount:
            return any_of(range("number", 0, most + 1),
                          pattern(fmt::format("^{}{}$", whole, decimals)));
        case Measure::change:
            return any_of(range("integer", -most, most), pattern("^(0|[+-]?[1-9][0-9]{0,11})$"));
        case Measure::money:
            break;
    }
    return any_of(with(object(true), "const", number(0)),
                  pattern(fmt::format("^(0|{}{} *(元|万元))$", whole, decimals)));
}

// ---------------------------------------------------------------- names

Written has(const Field& field) {
    const std::string any_name =
        fmt::format("^({}|({})?{})$", field.key, numbering, chinese(field));
    return with(
        object(true), "not",
        with(object(true), "patternProperties", with(object(true), any_name, bare("false"))));
}

Written properties_of(const std::vector<Property>& members) {
    Written out = object();
    for (const Property& member : members) {
        for (std::string_view name :
             {member.field->key, member.field->name, member.field->printed}) {
            if (!name.empty()) out.add(std::string(name), member.schema);
        }
    }
    return out;
}

Written numbered_properties_of(const std::vector<Property>& members) {
    Written out = object();
    for (const Property& member : members)
        out.add(fmt::format("^{}{}$", numbering, chinese(*member.field)), member.schema);
    return out;
}

Written object_of(const std::vector<Property>& members) {
    Written schema = with(object(), "type", text("object"));
    schema.add("properties", properties_of(members));
    schema.add("patternProperties", numbered_properties_of(members));
    schema.add("additionalProperties", bare("false"));
    Written rules = array();
    for (const Property& member : members) {
        if (member.required) rules.add({}, has(*member.field));
        rules.add({}, with(object(true), "not",
                           with(object(true), "required",
                                list_of(true, text(member.field->key), text(member.field->name)))));
    }
    schema.add("allOf", std::move(rules));
    return schema;
}

}  // namespace nianbao::data::json_schema
