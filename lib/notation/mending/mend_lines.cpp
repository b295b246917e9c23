// Lines of damaged YAML that are no members: blank ones, those of texts, marks alone.
#include "notation/mending/line_mender.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace nianbao::notation {

// ---------------------------------------------------------------- lines that are no data

/// A tab or a wide blank there is no indentation of YAML.
void LineMender::blank_line(std::size_t begin) {
    const Lead lead = lead_of(text_, begin, end_);
    if (lead.odd_name.empty() || quote_ != 0 || brackets_.open()) return;
    if (text_key_ >= 0 && text_indent_ >= 0 && lead.spaces >= text_indent_) return;
    edit(begin, end_, "");
    tell_once(blank_lines_, begin, end_, "空行里有看不见的空白", "删去这一行里的空白");
}

void LineMender::tell_lead(const Lead& lead, std::size_t first) {
    leads_.push_back(mending_.damages.size());
    tell(lead.odd_at, first, "缩进里有" + lead.odd_name);
}

/// Where a whole file is indented so, its first line is told.
void LineMender::count_leads() {
    constexpr std::size_t many = 5;
    std::vector<std::size_t> alike;
    for (const std::size_t damage : leads_) {
        if (mending_.damages[damage].message == mending_.damages[leads_.front()].message)
            alike.push_back(damage);
    }
    if (alike.size() < many) return;
    mending_.damages[alike.front()].message += fmt::format("，下面 {} 处也是", alike.size() - 1);
    for (std::size_t i = alike.size(); i-- > 1;)
        mending_.damages.erase(mending_.damages.begin() + static_cast<std::ptrdiff_t>(alike[i]));
}

/// True of a line of marks alone, which parts what people paste.
bool LineMender::no_data(std::size_t begin, std::size_t first) {
    const std::string_view words = text_.substr(first, content_end(first) - first);
    if (words.starts_with("```")) {
        edit(begin, end_, "");
        tell(first, end_, "这一行的“```”是粘贴时带来的", "删去这一行");
        return true;
    }
    if (words == "---" && first == begin) {
        if (!levels_.empty()) marks_.push_back(begin);
        text_key_ = -1;
        return true;
    }
    for (std::string_view mark : {"=", "*", "_", "~", "-", "—", "─", "━", "═", "－", "＝"}) {
        if (!words.starts_with(mark)) continue;
        constexpr std::size_t least_marks = 4;
        std::size_t at = 0;
        while (words.substr(at, mark.size()) == mark) at += mark.size();
        if (at < words.size() || at < least_marks * mark.size()) return false;
        edit(begin, end_, "");
        tell(first, end_, "这一行只是一条线，不是内容", "删去这一行");
        return true;
    }
    return false;
}

/// The byte of a key behind “#” whose text stands below it; `first`: there is none.
std::size_t LineMender::comment_mark(std::size_t first) const {
    if (text_[first] != '#') return first;
    std::size_t at = first;
    while (at < end_ && text_[at] == '#') ++at;
    at = blanks_end(text_, at, end_);
    const std::optional<Key> key = key_of(text_, at, end_, names_.is_name);
    if (!key) return first;
    const std::string_view value = text_.substr(key->colon_end, end_ - key->colon_end);
    const std::size_t bar = value.find_first_not_of(' ');
    if (bar == value.npos || value.substr(bar) != "|") return first;
    const std::size_t next = text_.find('\n', end_);
    if (next == text_.npos) return first;
    const std::size_t next_end = std::min(text_.find('\n', next + 1), text_.size());
    const Lead lead = lead_of(text_, next + 1, next_end);
    return lead.width > 0 && next + 1 + lead.bytes < next_end ? at : first;
}

// ---------------------------------------------------------------- lines of texts

/// True, and mended, of a comment behind blanks that YAML takes for words.
bool LineMender::odd_comment(std::size_t begin, std::size_t first, const Lead& lead) {
    if (text_[first] != '#' || lead.odd_name.empty()) return false;
    edit(begin, first, "");
    tell_lead(lead, first);
    return comment_mark(first) == first;
}

/// True if the line belongs to a text that a "|" began.
bool LineMender::in_text(std::size_t begin, std::size_t first, const Lead& lead, bool is_key) {
    if (text_key_ < 0) return false;
    const int own = lead.odd_name.empty() ? lead.width : lead.spaces;
    if (own > text_key_ && (text_indent_ < 0 || own >= text_indent_)) {
        if (text_indent_ < 0) text_indent_ = own;
        return true;
    }
    const bool less = own > text_key_;
    if (is_key || !is_prose(first)) {
        text_key_ = -1;
        return false;
    }
    const int wanted = text_indent_ < 0 ? text_key_ + 2 : text_indent_;
    text_indent_ = wanted;
    edit(begin, first, std::string(wanted, ' '));
    if (text_told_) return true;  // one mistake, however many lines
    text_told_ = true;
    if (!lead.odd_name.empty()) tell_lead(lead, first);
    else
        tell(first, first,
             less ? "这一行的缩进比上面的文字浅" : "这一行没有缩进，不在上面的文字里");
    return true;
}

/// False for what may be a key that nobody knows, a list or a comment.
bool LineMender::is_prose(std::size_t first) const {
    constexpr std::size_t longest_unknown_key = 60;
    if (static_cast<unsigned char>(text_[first]) < 0x80 &&
        !(text_[first] >= '0' && text_[first] <= '9'))
        return false;
    const std::string_view rest = text_.substr(first, std::min(end_ - first, longest_unknown_key));
    const std::size_t colon = rest.find(':');
    return colon == rest.npos || (first + colon + 1 < end_ && text_[first + colon + 1] != ' ');
}

}  // namespace nianbao::notation
