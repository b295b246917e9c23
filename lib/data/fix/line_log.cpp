#include "data/fix/line_log.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace nianbao::data {
namespace {

/// The byte behind the line at a byte, with its line feed.
std::size_t behind_line(std::string_view text, std::size_t at) {
    const std::size_t feed = text.find('\n', at);
    return feed == text.npos ? text.size() : feed + 1;
}

/// All lines of a text; the last one may be empty. Without their ends.
std::vector<std::string_view> lines_in(std::string_view text) {
    std::vector<std::string_view> lines;
    for (;;) {
        const std::size_t feed = text.find('\n');
        std::string_view line = text.substr(0, feed);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        if (feed == text.npos) return lines;
        text.remove_prefix(feed + 1);
    }
}

}  // namespace

LineLog::LineLog(std::string text) : first_(std::move(text)), text_(first_) {
    const int lines = static_cast<int>(std::count(text_.begin(), text_.end(), '\n')) + 1;
    lines_.reserve(static_cast<std::size_t>(lines));
    for (int i = 0; i < lines; ++i) lines_.push_back({i, i + 1, false});
}

void LineLog::edit(std::vector<notation::Edit> edits) {
    std::stable_sort(
        edits.begin(), edits.end(),
        [](const notation::Edit& a, const notation::Edit& b) { return a.begin < b.begin; });
    std::string edited;
    std::vector<Origin> origins;
    std::size_t next = 0, at = 0;  // edit, byte
    for (std::size_t line = 0; line < lines_.size();) {
        std::size_t last = line + 1, end = behind_line(text_, at);
        const std::size_t begin = edited.size();
        bool any = false;
        // An edit at the end of the file belongs to its last line.
        const auto in_lines = [&](const notation::Edit& edit) {
            const auto byte = static_cast<std::size_t>(edit.begin);
            return byte < end || last == lines_.size();
        };
        for (; next < edits.size() && in_lines(edits[next]); ++next) {
            const auto from = static_cast<std::size_t>(edits[next].begin),
                       to = static_cast<std::size_t>(edits[next].end);
            if (from < at) continue;
            edited.append(text_, at, from - at).append(edits[next].instead);
            at = to;
            any = true;
            // What takes in a line's end joins it with the next one.
            const bool joins = to > from && to == end && last < lines_.size();
            while (last < lines_.size() && (to > end || (joins && to == end))) {
                end = behind_line(text_, end);
                ++last;
            }
        }
        edited.append(text_, at, end - at);
        at = end;
        if (!any) {
            origins.push_back(lines_[line]);
        } else {
            auto count = static_cast<std::size_t>(std::count(
                edited.begin() + static_cast<std::ptrdiff_t>(begin), edited.end(), '\n'));
            if (last == lines_.size()) ++count;  // the last line has no end
            const Origin origin{lines_[line].begin, lines_[last - 1].end, true};
            origins.insert(origins.end(), count, origin);
        }
        line = last;
    }
    text_ = std::move(edited);
    lines_ = std::move(origins);
}

std::vector<FixedLines> LineLog::changes() const {
    const std::vector<std::string_view> before = lines_in(first_), after = lines_in(text_);
    std::vector<FixedLines> changes;
    for (std::size_t i = 0; i < lines_.size();) {
        Origin origin = lines_[i];
        std::size_t last = i + 1;
        // What came from the same lines belongs together.
        for (; last < lines_.size() && lines_[last].begin < origin.end; ++last) {
            origin.end = std::max(origin.end, lines_[last].end);
            origin.edited = origin.edited || lines_[last].edited;
        }
        FixedLines change{origin.begin + 1,
                          {before.begin() + origin.begin, before.begin() + origin.end},
                          {after.begin() + static_cast<std::ptrdiff_t>(i),
                           after.begin() + static_cast<std::ptrdiff_t>(last)}};
        if (origin.edited && change.before != change.after) changes.push_back(std::move(change));
        i = last;
    }
    return changes;
}

}  // namespace nianbao::data
