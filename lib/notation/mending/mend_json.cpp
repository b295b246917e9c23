#include "notation/mending/mending.hpp"

#include "notation/json/json_faults.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::notation {
namespace {

/// What the next token of a container should be.
enum class Awaited : std::uint8_t { key, colon, value, comma };

struct Meant {
    std::string_view wide, narrow;
};
constexpr Meant wide_marks[] = {{"：", ":"}, {"，", ","}, {"、", ","}, {"；", ","}, {"【", "["},
                                {"】", "]"}, {"［", "["}, {"］", "]"}, {"｛", "{"}, {"｝", "}"}};

class TokenMender {
public:
    explicit TokenMender(std::string_view text)
        : text_(text), line_end_(std::min(text.find_first_of("\r\n"), text.size())) {}

    Mending mend() {
        while (at_ < text_.size() && !done_) {
            token();
            if (open_.size() > std::size_t{most_depth}) return {};  // no report is so deep
        }
        if (!open_.empty()) end_all();
        return std::move(mending_);
    }

private:
    struct Container {
        char closer;
        Awaited awaited;
    };

    void token() {
        const char c = text_[at_];
        if (json_blanks.find(c) != json_blanks.npos) {
            ++at_;
            return;
        }
        if (const OddBlank odd = odd_blank_at(text_, at_); odd.bytes > 0) {
            edit(at_, at_ + odd.bytes, " ");
            tell(at_, at_ + odd.bytes, fmt::format("这里有{}", odd.name));
            at_ += odd.bytes;
            return;
        }
        if (text_.substr(at_).starts_with("//") || c == '#') return comment();
        if (c == '"' || c == '\'' || text_.substr(at_).starts_with("“") ||
            text_.substr(at_).starts_with("”"))
            return string();
        for (const Meant& mark : wide_marks) {
            if (!text_.substr(at_).starts_with(mark.wide)) continue;
            edit(at_, at_ + mark.wide.size(), std::string(mark.narrow));
            tell(at_, at_ + mark.wide.size(), fmt::format("这里是全角的“{}”", mark.wide));
            return mark_of(mark.narrow[0], mark.wide.size());
        }
        if (c == '{' || c == '[' || c == '}' || c == ']' || c == ',' || c == ':')
            return mark_of(c, 1);
        word();
    }

    void mark_of(char c, std::size_t bytes) {
        const std::size_t at = at_;
        at_ += bytes;
        if (c == '{' || c == '[') {
            begin_value(at);
            open_.push_back({c == '{' ? '}' : ']', c == '{' ? Awaited::key : Awaited::value});
        } else if (open_.empty()) {
            done_ = true;  // nothing but a container begins a file
        } else if (c == '}' || c == ']') {
            close(c, at);
        } else if (c == ',') {
            comma(at, bytes);
        } else {
            if (open_.back().awaited != Awaited::colon) {
                done_ = broken_ = true;  // nobody knows what it was meant for
                return;
            }
            open_.back().awaited = Awaited::value;
            last_end_ = at_;
        }
    }

    void close(char c, std::size_t at) {
        if (open_.back().closer != c) {
            done_ = true;  // nobody knows which one was meant
            broken_ = true;
            return;
        }
        lacks_value(at);
        if (comma_at_ != text_.npos) {
            edit(comma_at_, comma_at_ + comma_bytes_, "");
            tell(comma_at_, comma_at_ + comma_bytes_, fmt::format("“{}”前面多了一个逗号", c));
            comma_at_ = text_.npos;
        }
        open_.pop_back();
        last_end_ = at + 1;
        if (open_.empty()) done_ = true;
        else open_.back().awaited = Awaited::comma;
        last_end_ = at_;
    }

    void comma(std::size_t at, std::size_t bytes) {
        Awaited& awaited = open_.back().awaited;
        lacks_value(at);
        if (awaited == Awaited::comma) {
            awaited = open_.back().closer == '}' ? Awaited::key : Awaited::value;
            comma_at_ = at;
            comma_bytes_ = bytes;
            last_end_ = at_;
        } else if (comma_at_ != text_.npos) {
            edit(at, at_, "");
            tell(at, at_, "多了一个逗号");
        }
    }

    /// A member ends at a byte, and may have no value.
    void lacks_value(std::size_t at) {
        Container& own = open_.back();
        if (own.closer != '}' || own.awaited != Awaited::value) return;
        mending_.edits.push_back({static_cast<int>(at), static_cast<int>(at), "\"?\"", true});
        tell(at, at, "冒号后面缺少一个值", "没有就写 0 或 \"\"");
        own.awaited = Awaited::comma;
    }

    /// A key or value begins at a byte: what stands before it must be there.
    void begin_value(std::size_t at) {
        if (open_.empty()) return;
        Container& own = open_.back();
        if (own.awaited == Awaited::comma) {
            edit(last_end_, last_end_, ",");
            tell(at, at, "前面缺少逗号");
            own.awaited = own.closer == '}' ? Awaited::key : Awaited::value;
        }
        comma_at_ = text_.npos;
        if (own.awaited == Awaited::colon) {
            edit(last_end_, last_end_, ":");
            tell(at, at, "这个项目名后面缺少冒号");
            own.awaited = Awaited::value;
        }
        own.awaited = own.awaited == Awaited::key ? Awaited::colon : Awaited::comma;
    }

    bool awaits_key() const {
        if (open_.empty()) return false;
        const Container& own = open_.back();
        return own.closer == '}' && (own.awaited == Awaited::key || own.awaited == Awaited::comma);
    }

    /// Looked for once a line, however many tokens it has.
    std::size_t line_end() {
        if (line_end_ < at_) line_end_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        return line_end_;
    }

    void comment() {
        const std::size_t end = line_end();
        edit(at_, end, "");
        mending_.edits.back().loses = true;
        tell(at_, end, "JSON 里不能写注释", "删去它，或者改用 YAML");
        at_ = end;
    }

    void string() {
        const std::size_t quote = at_;
        const std::size_t open_bytes = text_[at_] == '"' || text_[at_] == '\'' ? 1 : 3;
        const char narrow = open_bytes == 1 ? text_[at_] : '\0';
        begin_value(quote);
        std::size_t line = line_end();
        std::size_t end = quote + open_bytes;
        std::size_t close_bytes = 0;
        for (;; ++end) {
            if (end >= line) {
                if (!runs_over(quote, line)) break;
                const std::size_t feed = text_[line] == '\r' ? line + 1 : line;
                edit(line, feed + 1, "\\n");
                if (end == line_end_)
                    tell(quote, quote + 1, "这里的文字到行末还没有结束", "文字里换行写成 \\n");
                end = feed;
                line = std::min(text_.find_first_of("\r\n", feed + 1), text_.size());
                continue;
            }
            if (text_[end] == '\\' && end + 1 < line) {
                ++end;
            } else if (text_[end] == '\t') {
                edit(end, end + 1, " ");
                mending_.edits.back().loses = true;
                tell(end, end + 1, "文字里有制表符");
            } else if (narrow != '\0' ? text_[end] == narrow
                                      : text_[end] == '"' || closes_wide(end)) {
                close_bytes = text_[end] == narrow || text_[end] == '"' ? 1 : 3;
                break;
            }
        }
        if (narrow != '"') {
            edit(quote, quote + open_bytes, "\"");
            tell(quote, quote + open_bytes,
                 narrow == '\'' ? "引号是单引号，不是半角双引号" : "引号是中文的，不是半角双引号");
            if (close_bytes > 0) edit(end, end + close_bytes, "\"");
        }
        if (close_bytes == 0) end = end_string(quote, end);
        at_ = std::max(end + close_bytes, quote + open_bytes);
        last_end_ = at_;
    }

    /// True if a string goes on in the next line: nothing closes it here, and a quote
    /// comes before anything that could be a member there.
    bool runs_over(std::size_t quote, std::size_t line) const {
        if (text_[quote] != '"' || line >= text_.size() || line == quote + 1) return false;
        constexpr std::string_view closing = ",}]";
        if (closing.find(text_[line - 1]) != closing.npos) return false;
        const std::size_t feed = text_[line] == '\r' ? line + 1 : line;
        if (feed >= text_.size() || text_[feed] != '\n') return false;
        const std::size_t next = std::min(text_.find_first_not_of(" \t", feed + 1), text_.size());
        const std::size_t end = std::min(text_.find_first_of("\r\n", next), text_.size());
        if (next == end || text_[next] == '"' || text_[next] == '}' || text_[next] == ']')
            return false;
        return text_.substr(next, end - next).find('"') != std::string_view::npos;
    }

    bool closes_wide(std::size_t at) const {
        return text_.substr(at).starts_with("”") || text_.substr(at).starts_with("“");
    }

    /// A string that does not end on its line ends before the comma and brackets there.
    std::size_t end_string(std::size_t quote, std::size_t end) {
        constexpr std::string_view behind = " \t,}]";
        std::size_t last = end;
        while (last > quote + 1 && behind.find(text_[last - 1]) != behind.npos) --last;
        edit(last, last, "\"");
        tell(quote, quote + 1, "这里的文字到行末还没有结束");
        return last;
    }

    /// A number, true, false, null, or text that lacks its quotes.
    void word() {
        const std::size_t begin = at_;
        const bool key = awaits_key();
        begin_value(begin);
        const std::size_t line = line_end();
        std::size_t end = begin;
        while (end < line && !ends_word(end)) end += decode_at(text_, end).bytes;
        while (end > begin + 1 && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
        end = std::max(end, std::min(begin + decode_at(text_, begin).bytes, text_.size()));
        at_ = last_end_ = end;
        const std::string_view written = text_.substr(begin, end - begin);
        const bool bare =
            written.find_first_not_of(
                "0123456789+-.eE_xXabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
            written.npos;
        const bool number = written.front() == '-' || is_digit(written.front());
        if (!key && (bare || number)) return;  // the field judges it
        if (written.find_first_of("\"\\") != written.npos) return;
        edit(begin, begin, "\"");
        edit(end, end, "\"");
        tell(begin, end, key ? "项目名没有写在引号里" : "文字没有写在引号里");
    }

    bool ends_word(std::size_t at) const {
        const char c = text_[at];
        return c == ',' || c == ':' || c == '{' || c == '}' || c == '[' || c == ']' || c == '"' ||
               text_.substr(at).starts_with("：") || text_.substr(at).starts_with("，") ||
               text_.substr(at).starts_with("】") || text_.substr(at).starts_with("］") ||
               text_.substr(at).starts_with("｝");
    }

    /// The file ends within containers.
    void end_all() {
        if (broken_) return;
        std::string closers;
        const std::size_t end = std::min(text_.find_last_not_of(json_blanks) + 1, text_.size());
        if (comma_at_ != text_.npos) edit(comma_at_, comma_at_ + comma_bytes_, "");
        const Awaited awaited = open_.back().awaited;
        const bool value = awaited == Awaited::value && open_.back().closer == '}';
        if (awaited == Awaited::colon) closers += ": null";
        else if (value) closers += " null";
        const char first = open_.back().closer;
        for (; !open_.empty(); open_.pop_back()) closers += open_.back().closer;
        edit(end, end, closers);
        tell(end == 0 ? 0 : end - 1, end, fmt::format("文件到这里就完了，缺少“{}”", first),
             "文件不完整：多半是没有存好，或者只复制了一部分");
        mending_.lost = true;
    }

    void edit(std::size_t begin, std::size_t end, std::string instead) {
        mending_.edits.push_back(
            {static_cast<int>(begin), static_cast<int>(end), std::move(instead)});
    }
    void tell(std::size_t begin, std::size_t end, std::string message, std::string hint = {}) {
        // One mistake, however often it is made on a line.
        if (!mending_.damages.empty() && mending_.damages.back().message == message) {
            const std::size_t last = mending_.damages.back().begin;
            constexpr std::size_t longest_looked_at = 400;
            if (begin > last && begin - last < longest_looked_at &&
                text_.substr(last, begin - last).find('\n') == text_.npos)
                return;
        }
        mending_.damages.push_back(
            {static_cast<int>(begin), static_cast<int>(end), std::move(message), std::move(hint)});
    }

    std::string_view text_;
    Mending mending_;
    std::vector<Container> open_;
    std::size_t at_ = 0;
    std::size_t line_end_;      // of the line of the last token that asked
    std::size_t last_end_ = 0;  // of the last token
    std::size_t comma_at_ = std::string_view::npos, comma_bytes_ = 0;  // the last token, if one
    bool done_ = false, broken_ = false;
};

}  // namespace

Mending mend_json(std::string_view text) { return TokenMender(text).mend(); }

}  // namespace nianbao::notation
