// The parts that a JSON Schema is put together from.
#pragma once

#include "data/write/written.hpp"
#include "nianbao/form.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::data::json_schema {

// ---------------------------------------------------------------- JSON

Written object(bool row = false);
Written array(bool row = false);
Written text(std::string_view value);
/// A number, true or false.
Written bare(std::string value);
Written number(std::int64_t value);
Written with(Written into, std::string key, Written value);

template <class... Members>
Written list_of(bool row, Members... members) {
    Written out = array(row);
    (out.add({}, std::move(members)), ...);
    return out;
}

// ---------------------------------------------------------------- schemas

Written any_of(Written a, Written b);
Written reference(std::string_view name);
Written pattern(std::string_view expression);
Written required(std::string_view name);
Written titled(std::string_view title, const Written& schema);
Written range(std::string_view type, std::int64_t least, std::int64_t most);
Written measured(Measure measure);

// ---------------------------------------------------------------- names

/// One member of an object.
struct Property {
    const Field* field;
    Written schema;
    bool required;
};

/// The schema of an object that has the field under any of its names.
Written has(const Field& field);
/// The members under their names, and under names with the form's numbering before them.
Written properties_of(const std::vector<Property>& members);
Written numbered_properties_of(const std::vector<Property>& members);
/// An object of these members and no others. Required members have one of their names; no
/// member has both.
Written object_of(const std::vector<Property>& members);

}  // namespace nianbao::data::json_schema
