// The changes of a revised draft, put into the text of the data file.
#pragma once

#include "data/report_from_values.hpp"
#include "data/values.hpp"
#include "nianbao/revise.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace nianbao::data {

/// What the draft says, and of which fields it says anything.
struct RevisedDraft {
    std::optional<PartOfReport> part;
    std::set<std::string, std::less<>> paths;

    bool has(std::string_view path) const {
        return paths.contains(path) &&
               std::find(part->unread.begin(), part->unread.end(), path) == part->unread.end();
    }
};

/// The file's text with all changes in it that could be made. Each is kept only if the
/// text then reads as it should; what is not carried is added to `revised.left`.
/// REQUIRES: values of a text file that was read without errors, `old` as it was read;
/// `draft.part`.
std::string revised_text(const Values& values, const Report& old, const RevisedDraft& draft,
                         Revised& revised);

}  // namespace nianbao::data
