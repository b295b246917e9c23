#include "notation/mending/line_parts.hpp"
#include "notation/mending/row.hpp"

#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::notation {
namespace {

class LineMender {
public:
    LineMender(std::string_view text, KnownNames names)
        : text_(text),
          is_name_(names.is_name),
          is_of_table_(names.is_of_table),
          brackets_(text, names.is_name, mending_) {}

    Mending mend() {
        std::size_t begin = 0;
        while (begin < text_.size()) {
            const std::size_t feed = std::min(text_.find('\n', begin), text_.size());
            end_ = feed > begin && text_[feed - 1] == '\r' ? feed - 1 : feed;
            line(begin);
            if (brackets_.depth() > std::size_t{most_depth}) return {};  // no report is so deep
            begin = feed + 1;
        }
        if (brackets_.open()) brackets_.close(last_end_);
        if (quote_ != 0) close_quote();
        return std::move(mending_);
    }

private:
    void line(std::size_t begin) {
        const Lead lead = lead_of(text_, begin, end_);
        const std::size_t first = begin + lead.bytes;
        if (first >= end_) return;  // blank
        const Dash dash = dash_of(first);
        const std::optional<Key> key = key_of(text_, dash.end, end_, is_name_);
        if (in_text(begin, first, lead, key.has_value())) return;
        if (quote_ != 0 && !quote_ends(begin, key, lead)) return;
        if (brackets_.open()) {
            if (key && lead.width <= key_indent_) {
                brackets_.close(last_end_);
            } else {
                brackets_.take(first, end_);
                last_end_ = content_end(first);
                return;
            }
        }
        last_end_ = content_end(first);
        if (text_[first] == '#') return;
        if (key && dash.sign > 0) {
            element(first, dash, lead, *key);
        } else if (key) {
            member(begin, first, lead, *key);
        } else {
            no_member(first, lead);
        }
    }

    // ------------------------------------------------------------ lines of texts

    /// True if the line belongs to a text that a "|" began.
    bool in_text(std::size_t begin, std::size_t first, const Lead& lead, bool is_key) {
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
        if (!lead.odd_name.empty()) tell(lead.odd_at, first, "缩进里有" + lead.odd_name);
        else
            tell(first, first,
                 less ? "这一行的缩进比上面的文字浅" : "这一行没有缩进，不在上面的文字里");
        return true;
    }

    /// False for what may be a key that nobody knows, a list or a comment.
    bool is_prose(std::size_t first) const {
        constexpr std::size_t longest_unknown_key = 60;
        if (static_cast<unsigned char>(text_[first]) < 0x80 &&
            !(text_[first] >= '0' && text_[first] <= '9'))
            return false;
        const std::string_view rest =
            text_.substr(first, std::min(end_ - first, longest_unknown_key));
        const std::size_t colon = rest.find(':');
        return colon == rest.npos || (first + colon + 1 < end_ && text_[first + colon + 1] != ' ');
    }

    // ------------------------------------------------------------ lists

    /// The sign that begins an element of a list, or one that looks like it.
    struct Dash {
        std::size_t sign = 0;  // bytes; 0: there is none
        std::size_t end = 0;   // with the blanks behind it
    };

    Dash dash_of(std::size_t first) const {
        for (std::string_view sign : {"-", "－", "—", "–", "−", "·", "•"}) {
            if (text_.substr(first, sign.size()) == sign)
                return {sign.size(), blanks_end(text_, first + sign.size(), end_)};
        }
        return {0, first};
    }

    /// An element of a list that begins with a key: its members are as deep as that.
    void element(std::size_t first, const Dash& dash, const Lead& lead, const Key& key) {
        if (!opens_ && lead.width > key_indent_ && key_indent_ >= 0) return;
        const bool wide = dash.sign > 1, blank = dash.end > first + dash.sign;
        if (!opens_ && lead.width == key_indent_) {  // a member of the element above
            edit(first, dash.end, "");
            tell(first, first + dash.sign, "这里多了“-”");
        } else {
            // Its other members stand below its first character, or a blank further.
            close_by_ = blank ? -1 : lead.width + 1;
            if (wide || !blank) {
                edit(first, dash.end, "- ");
                tell(first, first + dash.sign,
                     wide ? "列表的“-”应是半角的" : "列表的“-”后面没有空格");
            }
            while (!indents_.empty() && indents_.back() > lead.width) indents_.pop_back();
            key_indent_ = lead.width + (wide || !blank ? 2 : static_cast<int>(dash.end - first));
            indents_.push_back(key_indent_);
        }
        opens_ = false;
        quotes_of(key);
        value_of(colon_of(key), text_.substr(key.name, key.name_end - key.name));
    }

    // ------------------------------------------------------------ keys

    void member(std::size_t begin, std::size_t first, const Lead& lead, const Key& key) {
        // A deeper line below a value goes on with it.
        if (!opens_ && lead.odd_name.empty() && lead.width > key_indent_ && key_indent_ >= 0)
            return;
        int indent = lead.odd_name.empty() ? lead.width : nearest_indent(lead.width);
        if (lead.width < close_by_) close_by_ = -1;
        if (lead.width == close_by_ && lead.odd_name.empty())
            edit(begin, first, std::string(static_cast<std::size_t>(++indent), ' '));
        if (!lead.odd_name.empty()) {
            edit(begin, first, std::string(indent, ' '));
            tell(lead.odd_at, first, "缩进里有" + lead.odd_name);
        }
        while (!indents_.empty() && indents_.back() > indent) indents_.pop_back();
        if (indents_.empty() || indents_.back() < indent) indents_.push_back(indent);
        key_indent_ = indent;
        opens_ = false;
        quotes_of(key);
        const std::size_t value = colon_of(key);
        value_of(value, text_.substr(key.name, key.name_end - key.name));
    }

    /// Among the lines above, or one step deeper if the last one awaits that.
    int nearest_indent(int width) const {
        if (indents_.empty()) return 0;
        int best = 0, distance = width;
        const auto look = [&](int indent) {
            if (std::abs(indent - width) > distance) return;
            distance = std::abs(indent - width);
            best = indent;
        };
        for (int indent : indents_) look(indent);
        if (opens_) look(key_indent_ + std::max(2, std::min(width - key_indent_, 4)));
        return best;
    }

    void quotes_of(const Key& key) {
        if (key.quotes > 0) edit(key.name - key.quotes, key.name, "");
        if (key.unquoted > 0) edit(key.name_end, key.name_end + key.unquoted, "");
        if (key.quotes + key.unquoted > 0)
            tell(key.name - key.quotes, key.name_end + key.unquoted, "项目名写在中文引号里");
    }

    /// Mends the colon and the blanks about it. The byte at which the value begins.
    std::size_t colon_of(const Key& key) {
        for (std::size_t at = key.name_end + key.unquoted; at < key.colon;) {
            const OddBlank odd = odd_blank_at(text_, at);
            if (odd.bytes > 0) {
                edit(at, at + odd.bytes, "");
                tell(at, at + odd.bytes, fmt::format("项目名后面有{}", odd.name));
            }
            at += std::max<std::size_t>(odd.bytes, 1);
        }
        const bool wide = key.colon_end - key.colon > 1;
        const bool blank = key.colon_end >= end_ || text_[key.colon_end] == ' ' ||
                           text_[key.colon_end] == '\t' ||
                           odd_blank_at(text_, key.colon_end).bytes > 0;
        if (wide) {
            edit(key.colon, key.colon_end, blank ? ":" : ": ");
            tell(key.colon, key.colon_end, wide_colon_told);
        } else if (!blank) {
            edit(key.colon_end, key.colon_end, " ");
            tell(key.colon, key.colon_end, "冒号后面没有空格");
        }
        std::size_t at = key.colon_end;
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

    // ------------------------------------------------------------ values

    void value_of(std::size_t at, std::string_view name) {
        const std::size_t end = content_end(at);
        if (at >= end) {
            opens_ = true;
            return;
        }
        const char c = text_[at];
        const std::string_view value = text_.substr(at, end - at);
        if (c == '|' || c == '>' || value.starts_with("｜")) return text_begins(at, end);
        if (c == '"' || c == '\'') return quoted(at, end);
        for (std::string_view open : {"[", "{", "【", "［", "〔", "｛"}) {
            if (!value.starts_with(open)) continue;
            brackets_.take(at, end_);  // a "#" within quotes begins no comment
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
        if (is_of_table_(name) && mend_row(text_, at, end, mending_)) return;
        const std::size_t inner = value.find(": ");
        constexpr std::string_view signs_of_yaml = "&*!%";
        if (inner != value.npos && signs_of_yaml.find(c) == signs_of_yaml.npos) {
            const std::size_t word = value.substr(0, inner).find_last_of(" \t");
            const std::size_t from = word == value.npos ? 0 : word + 1;
            if (!is_name_(value.substr(from, inner - from)))
                quote(at, end, at + inner, "值里有冒号和空格，没有写在引号里");
        }
    }

    /// A "|": the lines below are text.
    void text_begins(std::size_t at, std::size_t end) {
        const std::size_t mark = text_[at] == '|' || text_[at] == '>' ? 1 : 3;
        if (mark == 3) {
            edit(at, at + mark, "|");
            tell(at, at + mark, "这里的“｜”是全角的");
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
        if (after == at + mark && after < end && text_[after] != '0') {
            const std::size_t words = blanks_end(text_, after, end_);
            text_indent_ = key_indent_ + 2;
            edit(after, words, "\n" + std::string(text_indent_, ' '));
            tell(words, words, "“|”后面还有内容", "文字从下一行写起，并缩进");
        }
    }

    void quoted(std::size_t at, std::size_t end) {
        const char quote = text_[at];
        for (std::size_t i = at + 1; i < end; ++i) {
            if (quote == '"' && text_[i] == '\\') ++i;
            else if (text_[i] == quote) return;
        }
        quote_ = quote;
        quote_at_ = at;
    }

    /// A quoted text that did not end on its line ends here, or was meant to end there.
    /// True if this line is to be looked at.
    bool quote_ends(std::size_t begin, const std::optional<Key>& key, const Lead& lead) {
        if (key && lead.width <= key_indent_) {
            close_quote();
            return true;
        }
        if (text_.substr(begin, end_ - begin).find(quote_) != std::string_view::npos) quote_ = 0;
        else last_end_ = content_end(begin);
        return false;
    }

    void close_quote() {
        edit(last_end_, last_end_, std::string(1, quote_));
        tell(quote_at_, quote_at_ + 1, "引号没有结束");
        quote_ = 0;
    }

    void quote(std::size_t at, std::size_t end, std::size_t told_at, std::string message) {
        const std::string_view value = text_.substr(at, end - at);
        const bool simple = value.find_first_of("\"\\") == value.npos;
        if (!simple && value.find('\'') != value.npos) return;
        edit(at, at, simple ? "\"" : "'");
        edit(end, end, simple ? "\"" : "'");
        tell(told_at, told_at + 1, std::move(message));
    }

    /// A line without a key: the colon may be missing.
    void no_member(std::size_t first, const Lead& lead) {
        if (!opens_ && lead.width > key_indent_) return;  // it goes on with the value above
        std::size_t end = first;
        while (end < end_ && text_[end] != ' ' && text_[end] != '\t' &&
               odd_blank_at(text_, end).bytes == 0)
            end += decode_at(text_, end).bytes;
        if (!lead.odd_name.empty() || !is_name_(text_.substr(first, end - first))) return;
        const std::size_t value = blanks_end(text_, end, end_);
        edit(end, value, value >= end_ ? ":" : ": ");
        tell(first, end, "项目名后面没有冒号");
        while (!indents_.empty() && indents_.back() > lead.width) indents_.pop_back();
        if (indents_.empty() || indents_.back() < lead.width) indents_.push_back(lead.width);
        key_indent_ = lead.width;
        opens_ = false;
        value_of(value, text_.substr(first, end - first));
    }

    /// The end of what stands on the line, without a comment and blanks.
    std::size_t content_end(std::size_t at) const {
        std::size_t end = end_;
        const std::size_t from = at == 0 ? 0 : at - 1;
        const std::size_t comment = text_.substr(from, end_ - from).find(" #");
        const bool quoted = at < end_ && (text_[at] == '"' || text_[at] == '\'');
        if (comment != text_.npos && !quoted) end = from + comment;
        while (end > at && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
        return end;
    }

    void edit(std::size_t begin, std::size_t end, std::string instead) {
        mending_.edits.push_back(
            {static_cast<int>(begin), static_cast<int>(end), std::move(instead)});
    }
    void tell(std::size_t begin, std::size_t end, std::string message, std::string hint = {}) {
        mending_.damages.push_back(
            {static_cast<int>(begin), static_cast<int>(end), std::move(message), std::move(hint)});
    }

    std::string_view text_;
    IsName is_name_, is_of_table_;
    Mending mending_;
    Brackets brackets_;
    std::size_t end_ = 0;       // of the line
    std::size_t last_end_ = 0;  // of what stands on the line before
    std::vector<int> indents_;  // of the mappings that are open
    int key_indent_ = -1;       // of the last key
    int close_by_ = -1;         // the indent of members whose element lacked a blank; -1: none
    bool opens_ = true;         // it has no value on its line
    int text_key_ = -1;         // the indent of the key whose text the lines are; -1: none
    int text_indent_ = -1;      // of its lines
    bool text_told_ = false;    // what is wrong with them
    char quote_ = 0;            // of a quoted text that did not end on its line
    std::size_t quote_at_ = 0;
};

}  // namespace

Mending mend_yaml(std::string_view text, KnownNames names) {
    return LineMender(text, names).mend();
}

}  // namespace nianbao::notation
