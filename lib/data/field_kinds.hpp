// What the fields of the data file hold, for its schema and its reference.
#pragma once

#include "report/fields.hpp"

#include <algorithm>
#include <span>

namespace nianbao::data {

/// Fields that must be there if the group around them is.
inline constexpr int must[] = {
    own_field("agency"),
    own_field("year"),
    own_field("introduction"),
    own_field("overview"),
    own_field("disclosure"),
    own_field("applications"),
    own_field("disputes"),
    own_field("problems"),
    own_field("other"),
    own_field("waive.rule"),
    own_field("waive.field"),
    own_field("waive.reason"),
    own_field("members.agency"),
    own_field("members.file"),
    own_field("members.sha256"),
    own_field("processing_fees.notices"),
    own_field("processing_fees.notified"),
    own_field("processing_fees.collected"),
    own_field("signature.date"),
};
/// Lists: each element has the fields below.
inline constexpr int lists[] = {own_field("waive"), own_field("members")};
/// Texts of several paragraphs. Any other text is one line.
inline constexpr int texts[] = {own_field("title"),
                                own_field("introduction"),
                                own_field("overview"),
                                own_field("problems"),
                                own_field("other"),
                                own_field("disclosure.note"),
                                own_field("applications.note"),
                                own_field("disputes.note")};
inline constexpr int dates[] = {own_field("published"), own_field("signature.date")};

inline bool among(std::span<const int> fields, int own) {
    return std::find(fields.begin(), fields.end(), own) != fields.end();
}

}  // namespace nianbao::data
