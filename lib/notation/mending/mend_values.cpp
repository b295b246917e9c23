// What stands behind the colon of a damaged line.
#include "notation/mending/line_mender.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::notation {
namespace {

/// Members that stand on one line are parted so often; nobody writes more.
constexpr int most_parted = 8;

/// Bytes of a value in which another member is looked for.
constexpr std::size_t most_looked_through = 400;

}  // namespace

void LineMender::value_of(std::size_t at, std::string_view name) {
    const std::size_t end = content_end(at);
    plain_ = false;
    if (at >= end) {
        opens_ = !column_of(at, name);
        return;
    }
    const char c = text_[at];
    const std::string_view value = text_.substr(at, end - at);
    if (c == '|' || c == '>' || mistaken_bar(text_.substr(at, end_ - at)) > 0)
        return text_begins(at, end);
    if (c == '"' || c == '\'') return quoted(at, end);
    for (std::string_view open : {"[", "{", "【", "［", "〔", "｛"}) {
        if (!value.starts_with(open)) continue;
        const std::size_t behind = brackets_.take(at, end_);  // a "#" in quotes is no comment
        if (!brackets_.open()) tail(behind);
        return;
    }
    if (c == '@' || c == '`') return quote(at, end, at, fmt::format("值不能以“{}”开头", c));
    if (value == "-") {
        mending_.edits.push_back({static_cast<int>(at), static_cast<int>(end), "\"-\"", true});
        mending_.damages.push_back({static_cast<int>(at), static_cast<int>(end),
                                    "这里的“-”是列表的记号，不是 0",
                                    "没有就写 0；文字以“-”开头时加引号"});
        return;
    }
    if (names_.is_of_table(name) && mend_row(text_, at, end, mending_)) return;
    if (in_round_brackets(at, end, name) || lacks_braces(at, end, name)) return;
    if (next_member(at, end, name)) return;
    plain_ = true;
    const std::size_t inner = value.find(": ");
    constexpr std::string_view signs_of_yaml = "&*!%";
    if (inner != value.npos && signs_of_yaml.find(c) == signs_of_yaml.npos) {
        const std::size_t word = value.substr(0, inner).find_last_of(" \t");
        const std::size_t from = word == value.npos ? 0 : word + 1;
        if (!names_.is_name(value.substr(from, inner - from)))
            quote(at, end, at + inner, "值里有冒号和空格，没有写在引号里");
    }
}

/// True, and mended, if the numbers of a row stand below its name, one a line, as they
/// are pasted from a table that is turned.
bool LineMender::column_of(std::size_t at, std::string_view name) {
    if (!names_.is_of_table(name) || blanks_end(text_, at, end_) < end_) return false;
    std::string row;
    std::size_t numbers = 0, first = 0, first_end = 0, last = at, next = end_;
    for (;;) {
        if (next < text_.size() && text_[next] == '\r') ++next;
        if (next >= text_.size()) break;
        const std::size_t begin = next + 1;
        std::size_t end = std::min(text_.find('\n', begin), text_.size());
        next = end;
        if (end > begin && text_[end - 1] == '\r') next = --end;
        const std::size_t number = begin + lead_of(text_, begin, end).bytes;
        const std::size_t number_end = digits_end(text_, number, end);
        if (number_end == number || blanks_end(text_, number_end, end) < end) break;
        if (numbers == 0) first = number, first_end = number_end;
        row += (numbers++ == 0 ? "" : ", ") + std::string(text_, number, number_end - number);
        last = end;
    }
    if (numbers < least_numbers_of_row) return false;
    edit(at, last, (text_[at - 1] == ' ' ? "[" : " [") + row + "]");
    tell(first, first_end, "一行数竖着写成了一列", fmt::format("写成 {}: [{}]", name, row));
    taken_ = last + 1;
    last_end_ = last;
    return true;
}

/// True, and mended, if a row stands in round brackets.
bool LineMender::in_round_brackets(std::size_t at, std::size_t end, std::string_view name) {
    const std::string_view value = text_.substr(at, end - at);
    const std::size_t opening = value.starts_with("（") ? 3 : value.starts_with('(') ? 1 : 0;
    const std::size_t closing = value.ends_with("）") ? 3 : value.ends_with(')') ? 1 : 0;
    if (opening == 0 || closing == 0 || !names_.is_of_table(name)) return false;
    const std::size_t first = blanks_end(text_, at + opening, end), last = end - closing;
    const bool named = key_of(text_, first, last, names_.is_name).has_value();
    if (!named && !is_row(text_.substr(first, last - first))) return false;
    edit(at, at + opening, named ? "{" : "[");
    brackets_.within(named ? '}' : ']', first, last);
    edit(last, end, named ? "}" : "]");
    tell(at, at + opening, named ? "括号是圆括号，不是“{”“}”" : "括号是圆括号，不是“[”“]”");
    tail(end);
    return true;
}

/// True, and mended, if the members of a row stand behind its name without braces.
bool LineMender::lacks_braces(std::size_t at, std::size_t end, std::string_view name) {
    const std::optional<Key> key = key_of(text_, at, end, names_.is_name);
    if (!key || names_.is_within == nullptr) return false;
    if (!names_.is_within(name, text_.substr(key->name, key->name_end - key->name))) return false;
    edit(at, at, "{");
    brackets_.within('}', at, end);
    edit(end, end, "}");
    tell(at, end, "这几项没有写在花括号里");
    return true;
}

/// True, and mended, if a field of the same mapping stands behind the value.
bool LineMender::next_member(std::size_t at, std::size_t end, std::string_view own) {
    if (names_.is_within == nullptr || levels_.empty() || parted_ >= most_parted) return false;
    constexpr std::string_view blanks = " \t", wide_blank = "　";
    const std::size_t last = std::min(end, at + most_looked_through);
    for (std::size_t colon = at; colon < last; ++colon) {
        const bool wide = text_.substr(colon, 3) == "：";
        if (!wide && text_[colon] != ':') continue;
        const std::string_view before = text_.substr(at, colon - at);
        const std::size_t blank = before.find_last_of(blanks), other = before.rfind(wide_blank);
        std::size_t word = blank == before.npos ? 0 : blank + 1;
        if (other != before.npos) word = std::max(word, other + wide_blank.size());
        // A number may stand there without a blank: 3行政处罚: 4，行政强制: 0.
        for (std::size_t bytes = 1; bytes > 0; word += bytes) {
            bytes = 0;
            for (std::string_view mark : {",", "，", ";", "；", "、"})
                if (before.substr(word).starts_with(mark)) bytes = mark.size();
            bytes = std::max(bytes, digits_end(before, word, before.size()) - word);
        }
        const std::string_view name = before.substr(word);
        std::size_t cut = word;
        for (bool more = true; more && cut > 0;) {
            more = false;
            for (std::string_view mark : {" ", "\t", "　", ",", "，", ";", "；", "、"}) {
                if (cut < mark.size() || before.substr(cut - mark.size(), mark.size()) != mark)
                    continue;
                cut -= mark.size();
                more = true;
            }
        }
        if (cut == 0 || !is_within(levels_.back(), name)) continue;
        ++parted_;
        edit(at + cut, at + word,
             line_end() + std::string(static_cast<std::size_t>(std::max(key_indent_, 0)), ' '));
        // Words may go on with what looks like a name, so nobody corrects them unasked.
        mending_.edits.back().loses = !names_.is_of_table(own);
        tell(at + word, colon, "两项写在一行里", fmt::format("从“{}”起另写一行", name));
        const std::optional<Key> key = key_of(text_, at + word, end, names_.is_name);
        if (!key) return true;
        begin_member(key_indent_, name);
        value_of(colon_of(*key), name);
        return true;
    }
    return false;
}

/// Nothing but blanks that YAML knows may stand behind what is closed.
void LineMender::tail(std::size_t at) {
    if (blanks_end(text_, at, end_) < end_) return;
    for (std::size_t i = at; i < end_; i += static_cast<std::size_t>(decode_at(text_, i).bytes)) {
        if (odd_blank_at(text_, i).bytes == 0) continue;
        edit(at, end_, "");
        tell_once(line_ends_, at, end_, "行末有看不见的空白", "删去行末的空白");
        return;
    }
}

/// A "|": the lines below are text.
void LineMender::text_begins(std::size_t at, std::size_t end) {
    const std::size_t mistaken = mistaken_bar(text_.substr(at, end_ - at));
    const std::size_t mark = std::max<std::size_t>(mistaken, 1);
    if (mistaken > 0) {
        const std::string_view sign = text_.substr(at, mark);
        edit(at, at + mark, "|");
        tell(at, at + mark, mistaken_bar_told(sign));
    }
    std::size_t after = at + mark;
    text_indent_ = -1;
    for (; after < end; ++after) {
        const char c = text_[after];
        if (c >= '1' && c <= '9') text_indent_ = key_indent_ + (c - '0');
        else if (c != '+' && c != '-') break;
    }
    text_key_ = key_indent_;
    text_told_ = false;
    if (after < end && blanks_end(text_, after, end_) == end_) return tail(after);
    if (after == at + mark && after < end && text_[after] != '0') {
        const std::size_t words = blanks_end(text_, after, end_);
        text_indent_ = key_indent_ + 2;
        edit(after, words, line_end() + std::string(text_indent_, ' '));
        tell(words, words, "“|”后面还有内容", "文字从下一行写起，并缩进");
    }
}

/// As the lines of the file end.
std::string LineMender::line_end() const {
    return end_ < text_.size() && text_[end_] == '\r' ? "\r\n" : "\n";
}

void LineMender::quoted(std::size_t at, std::size_t end) {
    const char quote = text_[at];
    for (std::size_t i = at + 1; i < end; ++i) {
        if (quote == '"' && text_[i] == '\\') ++i;
        else if (text_[i] == quote) return tail(i + 1);
    }
    quote_ = quote;
    quote_at_ = at;
}

/// A quoted text that did not end on its line ends here, or was meant to end there.
/// True if this line is to be looked at.
bool LineMender::quote_ends(std::size_t begin, const std::optional<Key>& key, const Lead& lead) {
    if (key && lead.width <= key_indent_) {
        close_quote();
        return true;
    }
    if (text_.substr(begin, end_ - begin).find(quote_) != std::string_view::npos) quote_ = 0;
    else last_end_ = content_end(begin);
    return false;
}

void LineMender::close_quote() {
    edit(last_end_, last_end_, std::string(1, quote_));
    tell(quote_at_, quote_at_ + 1, "引号没有结束");
    mending_.damages.back().open = true;
    quote_ = 0;
}

void LineMender::quote(std::size_t at, std::size_t end, std::size_t told_at, std::string message) {
    const std::string_view value = text_.substr(at, end - at);
    const bool simple = value.find_first_of("\"\\") == value.npos;
    if (!simple && value.find('\'') != value.npos) return;
    edit(at, at, simple ? "\"" : "'");
    edit(end, end, simple ? "\"" : "'");
    tell(told_at, told_at + 1, std::move(message));
}

}  // namespace nianbao::notation
