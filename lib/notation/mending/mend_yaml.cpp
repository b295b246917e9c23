#include "notation/mending/line_mender.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>

namespace nianbao::notation {
namespace {

/// No field stands under this name: what is open is of no known group.
constexpr std::string_view no_group = " ";

/// So many names of the file itself are remembered; no report has more.
constexpr std::size_t most_top_names = 64;

}  // namespace

Mending LineMender::mend() {
    std::size_t begin = 0;
    while (begin < text_.size()) {
        const std::size_t feed = std::min(text_.find('\n', begin), text_.size());
        end_ = feed > begin && text_[feed - 1] == '\r' ? feed - 1 : feed;
        if (begin >= taken_) line(begin);
        if (brackets_.depth() > std::size_t{most_depth}) return {};  // no report is so deep
        begin = feed + 1;
    }
    if (brackets_.open()) brackets_.close(last_end_);
    if (quote_ != 0) close_quote();
    for (std::size_t mark : marks_) {
        if (named_twice_) break;  // two reports stand in the file
        edit(mark, mark + 3, "");
        tell(mark, mark + 3, "“---”把一份数据分成了两份", "删去这一行");
    }
    for (Repeated* repeated : {&blank_lines_, &line_ends_, &displaced_}) count(*repeated);
    count_leads();
    return std::move(mending_);
}

void LineMender::line(std::size_t begin) {
    const Lead lead = lead_of(text_, begin, end_);
    std::size_t first = begin + lead.bytes;
    parted_ = 0;
    if (first >= end_) return blank_line(begin);
    const bool within_text = text_key_ >= 0 && lead.width > text_key_;
    if (!within_text && quote_ == 0 && !brackets_.open() &&
        (no_data(begin, first) || odd_comment(begin, first, lead)))
        return;
    const Dash dash = dash_of(first);
    std::optional<Key> key = key_of(text_, dash.end, end_, names_.is_name);
    const bool named = key.has_value() || has_other_mark(first);
    if (in_text(begin, first, lead, named)) return;
    if (quote_ != 0 && !quote_ends(begin, key, lead)) return;
    if (brackets_.open()) {
        if (named && lead.width <= key_indent_) {
            brackets_.close(last_end_);
        } else {
            const std::size_t end = brackets_.take(first, end_);
            last_end_ = content_end(first);
            if (!brackets_.open()) tail(end);
            return;
        }
    }
    if (const std::size_t behind = comment_mark(first); behind > first) {
        edit(first, behind, "");
        tell(first, behind, "这一行前面有“#”，成了注释");
        key = key_of(text_, behind, end_, names_.is_name);
        first = behind;
    }
    last_end_ = content_end(first);
    if (key && dash.sign > 0) {
        element(first, dash, lead, *key);
    } else if (key) {
        member(begin, first, lead, *key);
    } else {
        no_member(first, lead);
    }
}

// ---------------------------------------------------------------- lists

/// The sign that begins an element of a list, or one that looks like it.
LineMender::Dash LineMender::dash_of(std::size_t first) const {
    for (std::string_view sign : {"-", "－", "—", "–", "−", "·", "•", "●", "◆", "■", "▪", "○"}) {
        if (text_.substr(first, sign.size()) == sign)
            return {sign.size(), blanks_end(text_, first + sign.size(), end_)};
    }
    const std::size_t star_end = blanks_end(text_, first + 1, end_);
    if (text_[first] == '*' && star_end > first + 1) return {1, star_end};
    return {0, first};
}

/// An element of a list that begins with a key: its members are as deep as that.
void LineMender::element(std::size_t first, const Dash& dash, const Lead& lead, const Key& key) {
    if (!opens_ && lead.width > key_indent_ && key_indent_ >= 0) return;
    const std::string_view sign = text_.substr(first, dash.sign);
    const bool wide = sign != "-", blank = dash.end > first + dash.sign;
    const std::string_view name = text_.substr(key.name, key.name_end - key.name);
    // No row of a table is an element.
    const bool row = opens_ && names_.is_of_table(name) && names_.is_within != nullptr &&
                     names_.is_within(name_, name);
    if (row || (!opens_ && lead.width == key_indent_)) {  // a member of the element above
        edit(first, dash.end, "");
        tell(first, first + dash.sign, fmt::format("这里多了“{}”", sign));
        if (row) begin_member(lead.width, name);
    } else {
        // Its other members stand below its first character, or a blank further.
        close_by_ = blank ? -1 : lead.width + 1;
        if (wide || !blank) {
            edit(first, dash.end, "- ");
            tell(first, first + dash.sign, wide ? "列表的“-”应是半角的" : "列表的“-”后面没有空格");
        }
        std::string_view group = opens_ && key_indent_ >= 0 ? name_ : no_group;
        while (!levels_.empty() && levels_.back().indent > lead.width) {
            if (!opens_) group = levels_.back().group;
            levels_.pop_back();
        }
        key_indent_ = lead.width + (wide || !blank ? 2 : static_cast<int>(dash.end - first));
        levels_.push_back({key_indent_, group});
    }
    name_ = name;
    opens_ = flows_ = false;
    quotes_of(key);
    value_of(colon_of(key), name);
}

// ---------------------------------------------------------------- keys

void LineMender::member(std::size_t begin, std::size_t first, const Lead& lead, const Key& key) {
    const std::string_view name = text_.substr(key.name, key.name_end - key.name);
    int indent = lead.odd_name.empty() ? lead.width : nearest_indent(lead.width);
    int place = place_of(indent, name);
    if (!opens_ && lead.odd_name.empty() && lead.width > key_indent_ && key_indent_ >= 0) {
        // A deeper line below a value goes on with it, unless it is a sibling that
        // slipped.
        if (!plain_ || flows_ || place != key_indent_) return;
    }
    if (lead.width < close_by_) close_by_ = -1;
    if (lead.width == close_by_ && lead.odd_name.empty())
        edit(begin, first, std::string(static_cast<std::size_t>(place = ++indent), ' '));
    if (!lead.odd_name.empty()) {
        edit(begin, first, std::string(place, ' '));
        tell_lead(lead, first);
    } else if (place != indent) {
        edit(begin, first, std::string(place, ' '));
        // One mistake, however many lines in a row.
        if (displaced_line_ + 1 != begin) {
            count(displaced_);
            displaced_ = {};
        }
        tell_once(displaced_, first, key.name_end, "这一行的缩进不对");
    }
    if (place != indent) displaced_line_ = end_ + (text_.substr(end_).starts_with('\r') ? 1 : 0);
    begin_member(place, name);
    quotes_of(key);
    value_of(colon_of(key), name);
}

/// Where a member of that name stands that is indented so: there, unless one other open
/// mapping has a field of the name and the one there has not.
int LineMender::place_of(int indent, std::string_view name) const {
    if (names_.is_within == nullptr || (flows_ && indent > key_indent_)) return indent;
    const bool below = opens_ && key_indent_ >= 0 && names_.is_within(name_, name);
    if (below && indent > key_indent_) return indent;
    int places = below ? 1 : 0, place = key_indent_ + 2;
    // A report is not so deep; texts that are made to be shall cost no more.
    constexpr std::size_t most_levels = 12;
    for (std::size_t i = levels_.size() - std::min(levels_.size(), most_levels); i < levels_.size();
         ++i) {
        const Level& level = levels_[i];
        if (!is_within(level, name)) continue;
        if (level.indent == indent) return indent;
        ++places;
        place = level.indent;
    }
    return places == 1 ? place : indent;
}

/// A field of the file itself that stands there already has no place for another.
bool LineMender::is_within(const Level& level, std::string_view name) const {
    if (!names_.is_within(level.group, name)) return false;
    return !level.group.empty() ||
           std::find(top_names_.begin(), top_names_.end(), name) == top_names_.end() ||
           level.indent == key_indent_;
}

/// Among the lines above, or one step deeper if the last one awaits that.
int LineMender::nearest_indent(int width) const {
    if (levels_.empty()) return 0;
    int best = 0, distance = width;
    const auto look = [&](int indent) {
        if (std::abs(indent - width) > distance) return;
        distance = std::abs(indent - width);
        best = indent;
    };
    for (const Level& level : levels_) look(level.indent);
    if (opens_) look(key_indent_ + std::max(2, std::min(width - key_indent_, 4)));
    return best;
}

void LineMender::begin_member(int indent, std::string_view name) {
    while (!levels_.empty() && levels_.back().indent > indent) levels_.pop_back();
    if (levels_.empty()) levels_.push_back({indent, {}});
    else if (levels_.back().indent < indent) levels_.push_back({indent, opens_ ? name_ : no_group});
    if (levels_.back().group.empty()) {
        named_twice_ = named_twice_ || top_names_.size() == most_top_names ||
                       std::find(top_names_.begin(), top_names_.end(), name) != top_names_.end();
        if (top_names_.size() < most_top_names) top_names_.push_back(name);
    }
    key_indent_ = indent;
    name_ = name;
    opens_ = flows_ = false;
}

void LineMender::quotes_of(const Key& key) {
    const std::size_t begin = key.name - key.quotes, end = key.name_end + key.unquoted;
    if (key.quotes > 0) edit(begin, key.name, "");
    if (key.unquoted > 0) edit(key.name_end, end, "");
    if (key.quotes + key.unquoted == 0) return;
    const std::string_view mark = text_.substr(begin, key.quotes > 0 ? key.quotes : std::size_t{0});
    const bool signs = mark.starts_with('*') || mark.starts_with('_') || mark.starts_with('`') ||
                       mark == "《" || mark == "【";
    tell(begin, end,
         signs ? fmt::format("项目名写在“{}”里", mark) : std::string("项目名写在中文引号里"));
}

/// Mends the colon and the blanks about it. The byte at which the value begins.
std::size_t LineMender::colon_of(const Key& key) {
    for (std::size_t at = key.name_end + key.unquoted; at < key.colon;) {
        const OddBlank odd = odd_blank_at(text_, at);
        if (odd.bytes > 0) {
            edit(at, at + odd.bytes, "");
            tell(at, at + odd.bytes, fmt::format("项目名后面有{}", odd.name));
        }
        at += std::max<std::size_t>(odd.bytes, 1);
    }
    const bool wide = key.colon_end - key.colon > 1;
    std::size_t colon_end = key.colon_end;
    for (std::string_view again : {":", "："}) {
        if (text_.substr(key.colon_end, end_ - key.colon_end).starts_with(again))
            colon_end += again.size();
    }
    const bool twice = colon_end > key.colon_end;
    const bool blank = colon_end >= end_ || text_[colon_end] == ' ' || text_[colon_end] == '\t' ||
                       odd_blank_at(text_, colon_end).bytes > 0;
    if (wide || twice) {
        edit(key.colon, colon_end, blank ? ":" : ": ");
        tell(key.colon, colon_end, twice ? "冒号写了两个" : wide_colon_told);
    } else if (!blank) {
        edit(colon_end, colon_end, " ");
        tell(key.colon, colon_end, "冒号后面没有空格");
    }
    std::size_t at = colon_end;
    bool told = false;
    while (at < end_) {
        const OddBlank odd = odd_blank_at(text_, at);
        if (odd.bytes == 0 && text_[at] != ' ' && text_[at] != '\t') break;
        if (odd.bytes > 0) {
            edit(at, at + odd.bytes, " ");
            if (!told) tell(at, at + odd.bytes, fmt::format("冒号后面有{}", odd.name));
            told = true;
        }
        at += std::max<std::size_t>(odd.bytes, 1);
    }
    return at;
}

/// True of a line with a mark behind its name that no words have there: not “；”.
bool LineMender::has_other_mark(std::size_t first) const {
    const NamedLine line = named_line(text_, first, end_, names_.is_name);
    const std::string_view mark = text_.substr(line.mark, line.mark_end - line.mark);
    return !mark.empty() && mark != ";" && mark != "；";
}

/// A line without a key: the colon may be missing, or be another mark.
void LineMender::no_member(std::size_t first, const Lead& lead) {
    if (!opens_ && lead.width > key_indent_) {  // it goes on with the value above
        flows_ = true;
        return;
    }
    const NamedLine line = named_line(text_, first, end_, names_.is_name);
    if (!lead.odd_name.empty() || line.name_end == first) {
        flows_ = flows_ || lead.width > key_indent_;
        return;
    }
    const std::string_view name = text_.substr(first, line.name_end - first);
    const std::size_t value = blanks_end(text_, line.mark_end, end_);
    begin_member(place_of(lead.width, name), name);
    edit(line.name_end, value, value >= end_ ? ":" : ": ");
    if (line.mark_end > line.mark) {
        const std::string_view mark = text_.substr(line.mark, line.mark_end - line.mark);
        tell(line.mark, line.mark_end, fmt::format("项目名后面是“{}”，不是冒号", mark));
    } else if (Mending row;
               names_.is_of_table(name) && mend_row(text_, value, content_end(value), row)) {
        std::move(row.edits.begin(), row.edits.end(), std::back_inserter(mending_.edits));
        tell(first, row.damages.front().end, "一行数是从表格里粘贴来的，没有冒号、方括号和逗号");
        return;
    } else {
        tell(first, line.name_end, "项目名后面没有冒号");
    }
    value_of(value, name);
}

// ---------------------------------------------------------------- what is told

/// The end of what stands on the line, without a comment and blanks.
std::size_t LineMender::content_end(std::size_t at) const {
    std::size_t end = end_;
    const std::size_t from = at == 0 ? 0 : at - 1;
    const std::size_t comment = text_.substr(from, end_ - from).find(" #");
    const bool quoted = at < end_ && (text_[at] == '"' || text_[at] == '\'');
    if (comment != text_.npos && !quoted) end = from + comment;
    while (end > at && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    return end;
}

void LineMender::edit(std::size_t begin, std::size_t end, std::string instead) {
    mending_.edits.push_back({static_cast<int>(begin), static_cast<int>(end), std::move(instead)});
}

void LineMender::tell(std::size_t begin, std::size_t end, std::string message, std::string hint) {
    mending_.damages.push_back(
        {static_cast<int>(begin), static_cast<int>(end), std::move(message), std::move(hint)});
}

void LineMender::tell_once(Repeated& repeated, std::size_t begin, std::size_t end,
                           const char* message, std::string hint) {
    if (repeated.lines++ > 0) return;
    repeated.damage = mending_.damages.size();
    tell(begin, end, message, std::move(hint));
}

void LineMender::count(Repeated& repeated) {
    if (repeated.lines > 1)
        mending_.damages[repeated.damage].message +=
            fmt::format("，下面 {} 行也是", repeated.lines - 1);
}

Mending mend_yaml(std::string_view text, KnownNames names) {
    return LineMender(text, names).mend();
}

}  // namespace nianbao::notation
