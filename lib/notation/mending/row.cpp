#include "notation/mending/row.hpp"

#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace nianbao::notation {
namespace {

constexpr std::size_t most_digits_of_cell = 9;
constexpr std::size_t longest_name = 200;  // bytes of a key with its quotes and blanks

/// Bytes of a digit, full-width or not; 0: none stands there.
std::size_t digit_at(std::string_view text, std::size_t at) {
    if (at < text.size() && is_digit(text[at])) return 1;
    const std::string_view rest = text.substr(std::min(at, text.size()), 3);
    return rest >= "０" && rest <= "９" && rest.size() == 3 ? 3 : 0;
}

bool ascii_blank(char c) { return c == ' ' || c == '\t'; }

/// Bytes of a blank of any kind; 0: none stands there.
std::size_t any_blank_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    return ascii_blank(text[at]) ? 1 : odd_blank_at(text, at).bytes;
}

struct WideMark {
    std::string_view wide, meant;
};
constexpr WideMark wide_brackets[] = {{"【", "["}, {"】", "]"}, {"［", "["}, {"］", "]"},
                                      {"〔", "["}, {"〕", "]"}, {"｛", "{"}, {"｝", "}"}};
constexpr std::string_view wide_commas[] = {"，", "、", "；", ";"};

const WideMark* wide_bracket_at(std::string_view text, std::size_t at) {
    for (const WideMark& mark : wide_brackets) {
        if (text.substr(at).starts_with(mark.wide)) return &mark;
    }
    return nullptr;
}

std::size_t wide_comma_at(std::string_view text, std::size_t at) {
    for (std::string_view mark : wide_commas) {
        if (text.substr(at).starts_with(mark)) return mark.size();
    }
    return 0;
}

}  // namespace

void Brackets::tell(std::size_t at, std::size_t bytes, std::string message) {
    if (told_.find(message) != told_.npos) return;
    told_ += message + "\n";
    mending_.damages.push_back(
        {static_cast<int>(at), static_cast<int>(at + bytes), std::move(message)});
}

bool Brackets::number_before(std::size_t at) const {
    while (at > line_ && ascii_blank(text_[at - 1])) --at;
    return at > line_ &&
           (is_digit(text_[at - 1]) || (at >= line_ + 3 && digit_at(text_, at - 3) == 3));
}

bool Brackets::value_before(std::size_t at) const {
    while (at > line_ && ascii_blank(text_[at - 1])) --at;
    if (at == line_) return false;
    const char last = text_[at - 1];
    return last == ']' || last == '}' || last == '"' || last == '\'' || number_before(at);
}

/// True for a comma that parts the thousands of one number, where others part the values.
bool Brackets::within_number(std::size_t at, std::size_t bytes) const {
    if (!has_narrow_ || text_.substr(at, bytes) != "，") return false;
    std::size_t before = 0, after = 0;
    while (before < at - line_ && is_digit(text_[at - before - 1])) ++before;
    const std::string_view rest = text_.substr(at + bytes);
    while (after < rest.size() && is_digit(rest[after])) ++after;
    return before >= 1 && before <= 3 && after == 3;
}

bool Brackets::key_at(std::size_t at, std::size_t end) const {
    const std::string_view rest = text_.substr(at, std::min(end - at, longest_name));
    const std::size_t colon = std::min(rest.find(':'), rest.find("："));
    if (colon == rest.npos) return false;
    std::string_view name = rest.substr(0, colon);
    while (!name.empty() && (ascii_blank(name.back()) || name.back() == '"')) name.remove_suffix(1);
    if (name.starts_with('"')) name.remove_prefix(1);
    return is_name_(name);
}

bool Brackets::begins_value(std::size_t at, std::size_t end) const {
    while (at < end && any_blank_at(text_, at) > 0) at += any_blank_at(text_, at);
    if (at >= end) return true;
    const char c = text_[at];
    return digit_at(text_, at) > 0 || c == '[' || c == '{' || c == '"' || c == '\'' || c == ']' ||
           c == '}' || key_at(at, end) || wide_bracket_at(text_, at) != nullptr;
}

void Brackets::separator(std::size_t at, std::size_t bytes, std::size_t end) {
    if (!value_before(at) || !begins_value(at + bytes, end)) return;
    if (within_number(at, bytes)) return;
    const bool blank = at + bytes < end && any_blank_at(text_, at + bytes) > 0;
    mending_.edits.push_back(
        {static_cast<int>(at), static_cast<int>(at + bytes), blank ? "," : ", "});
    tell(at, bytes, fmt::format("数之间是“{}”，不是半角逗号", text_.substr(at, bytes)));
}

/// Blanks between two numbers of a list that has no commas.
void Brackets::blanks(std::size_t at, std::size_t end) {
    std::size_t after = at;
    while (after < end && any_blank_at(text_, after) > 0) after += any_blank_at(text_, after);
    if (closers_.back() != ']' || has_commas_ || !number_before(at) || digit_at(text_, after) == 0)
        return;
    mending_.edits.push_back({static_cast<int>(at), static_cast<int>(after), ", "});
    tell(at, after - at, "数之间没有逗号");
}

/// Within braces, behind a known name.
void Brackets::colon(std::size_t at, std::size_t bytes, std::size_t end) {
    if (closers_.back() != '}') return;
    std::size_t name = at;
    while (name > line_ && at - name < longest_name && text_[name - 1] != '{' &&
           text_[name - 1] != ',')
        --name;
    const std::size_t first = std::min(text_.find_first_not_of(" \t\"", name), at);
    std::string_view key = text_.substr(first, at - first);
    while (!key.empty() && (ascii_blank(key.back()) || key.back() == '"')) key.remove_suffix(1);
    if (!is_name_(key)) return;
    const bool blank = at + bytes >= end || any_blank_at(text_, at + bytes) > 0;
    if (bytes == 1 && blank) return;
    mending_.edits.push_back(
        {static_cast<int>(at), static_cast<int>(at + bytes), blank ? ":" : ": "});
    tell(at, bytes, bytes == 1 ? "冒号后面没有空格" : wide_colon_told);
}

std::size_t Brackets::quoted_end(std::size_t at, std::size_t end) {
    const char quote = text_[at];
    for (std::size_t i = at + 1; i < end; ++i) {
        if (quote == '"' && text_[i] == '\\') ++i;
        else if (text_[i] == quote) return i + 1;
    }
    // It does not end on its line: what closes the brackets is no part of it.
    std::size_t last = end;
    constexpr std::string_view behind = " \t,]}";
    while (last > at + 1 && behind.find(text_[last - 1]) != behind.npos) --last;
    mending_.edits.push_back({static_cast<int>(last), static_cast<int>(last), {quote}});
    tell(at, 1, "引号没有结束");
    mending_.damages.back().open = true;
    return last;
}

std::size_t Brackets::take(std::size_t at, std::size_t end) {
    line_ = at;
    told_.clear();
    const std::string_view own = text_.substr(at, end - at);
    has_narrow_ = own.find(',') != own.npos;
    has_commas_ = has_narrow_ || own.find("，") != own.npos || own.find("、") != own.npos;
    while (at < end) {
        const char c = text_[at];
        if ((c == '"' || c == '\'') && !number_before(at)) {
            at = quoted_end(at, end);
            continue;
        }
        if (c == '#' && at > line_ && ascii_blank(text_[at - 1])) return end;
        const WideMark* wide = wide_bracket_at(text_, at);
        const char bracket = wide != nullptr ? wide->meant[0] : c;
        const std::size_t bytes = wide != nullptr ? wide->wide.size() : decode_at(text_, at).bytes;
        if (bracket == '[' || bracket == '{' || bracket == ']' || bracket == '}') {
            if (wide != nullptr) {
                mending_.edits.push_back(
                    {static_cast<int>(at), static_cast<int>(at + bytes), std::string(wide->meant)});
                tell(at, bytes, "括号是全角的，不是半角的“[”“]”");
            }
            if (bracket == '[' || bracket == '{') {
                if (closers_.empty()) opened_ = at;
                closers_ += bracket == '[' ? ']' : '}';
            } else if (!closers_.empty() && closers_.back() == bracket) {
                closers_.pop_back();
                if (closers_.empty()) return at + bytes;
            }
        } else if (closers_.empty()) {
            return at;
        } else if (const std::size_t comma = wide_comma_at(text_, at)) {
            separator(at, comma, end);
        } else if (c == ':' || text_.substr(at).starts_with("：")) {
            colon(at, bytes, end);
        } else if (any_blank_at(text_, at) > 0 && number_before(at) && at > line_ &&
                   !ascii_blank(text_[at - 1])) {
            blanks(at, end);
        }
        at += bytes;
    }
    return end;
}

void Brackets::within(char closer, std::size_t at, std::size_t end) {
    closers_ = closer;
    take(at, end);
    closers_.clear();
}

void Brackets::close(std::size_t at) {
    const bool list = closers_.front() == ']';
    std::reverse(closers_.begin(), closers_.end());
    mending_.edits.push_back({static_cast<int>(at), static_cast<int>(at), closers_});
    mending_.damages.push_back({static_cast<int>(opened_),
                                static_cast<int>(opened_) + 1,
                                list ? "方括号没有结束" : "花括号没有结束",
                                {},
                                true});
    closers_.clear();
}

std::size_t digits_end(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end && digit_at(text, at) > 0) at += digit_at(text, at);
    return at;
}

bool is_row(std::string_view text) {
    std::size_t commas = 0, at = 0;
    while (at < text.size()) {
        const std::size_t comma = text[at] == ',' ? 1 : wide_comma_at(text, at);
        const std::size_t bytes = std::max({comma, digit_at(text, at), any_blank_at(text, at)});
        if (bytes == 0) return false;
        commas += comma > 0 ? 1 : 0;
        at += bytes;
    }
    return commas + 1 >= least_numbers_of_row;
}

bool mend_row(std::string_view text, std::size_t begin, std::size_t end, Mending& mending) {
    std::vector<Edit> edits{{static_cast<int>(begin), static_cast<int>(begin), "["}};
    std::size_t numbers = 0, at = begin;
    bool tabs = false;
    bool thousands = true;  // the commas part those of one number
    for (;;) {
        const std::size_t first = at;
        std::size_t digits = 0;
        for (; at < end && digit_at(text, at) > 0; ++digits) at += digit_at(text, at);
        if (at == first || at - first > most_digits_of_cell) return false;
        thousands = thousands && (numbers == 0 ? digits <= 3 : digits == 3);
        ++numbers;
        if (at == end) break;
        const std::size_t gap = at;
        bool comma = false, blank = false;
        for (; at < end; ++at) {
            const std::size_t mark = text[at] == ',' ? 1 : wide_comma_at(text, at);
            const std::size_t bytes = mark > 0 && !comma ? mark : any_blank_at(text, at);
            if (bytes == 0) break;
            blank = blank || mark == 0;
            comma = comma || mark > 0;
            tabs = tabs || text[at] == '\t';
            at += bytes - 1;
        }
        if (at == gap) return false;
        thousands = thousands && comma && !blank;
        edits.push_back({static_cast<int>(gap), static_cast<int>(at), ", "});
    }
    if (numbers < least_numbers_of_row || thousands) return false;
    edits.push_back({static_cast<int>(end), static_cast<int>(end), "]"});
    std::move(edits.begin(), edits.end(), std::back_inserter(mending.edits));
    mending.damages.push_back(
        {static_cast<int>(begin), static_cast<int>(end),
         tabs ? "一行数是从表格里粘贴来的，没有方括号和逗号" : "一行数没有写在方括号里"});
    return true;
}

}  // namespace nianbao::notation
