#include "notation/html/tags.hpp"

#include "notation/html/characters.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace nianbao::notation {
namespace {

constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// What stands between their tags is no markup, and nobody sees it.
constexpr std::array<std::string_view, 6> never_shown = {"script", "style",   "xmp",
                                                         "iframe", "noembed", "noframes"};
/// The same of text that is seen elsewhere.
constexpr std::array<std::string_view, 2> plain = {"title", "textarea"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Goes through the attributes of a tag.
class Attributes {
public:
    explicit Attributes(std::string_view text) : text_(text) {}

    /// The next name, and its value as it is written. Nothing at the end of the tag.
    struct Attribute {
        std::string_view name, raw;
    };
    std::optional<Attribute> next() {
        while (at_ < text_.size() && (is_blank(text_[at_]) || text_[at_] == '/')) ++at_;
        if (at_ == text_.size() || text_[at_] == '>') return {};
        const std::size_t begin = at_++;  // an equals sign may begin a name
        while (at_ < text_.size() && !ends_name(text_[at_])) ++at_;
        Attribute found{text_.substr(begin, at_ - begin), {}};
        std::size_t value = at_;
        while (value < text_.size() && is_blank(text_[value])) ++value;
        if (value < text_.size() && text_[value] == '=') {
            at_ = value + 1;
            while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
            found.raw = next_value();
        }
        return found;
    }

    /// Where the tag's attributes end: at ">", or at the end of the text.
    std::size_t end() const { return at_; }

private:
    static bool ends_name(char c) { return is_blank(c) || c == '/' || c == '>' || c == '='; }

    std::string_view next_value() {
        if (at_ == text_.size()) return {};
        const char quote = text_[at_];
        if (quote == '"' || quote == '\'') {
            const std::size_t begin = ++at_;
            const std::size_t close = std::min(text_.find(quote, begin), text_.size());
            at_ = std::min(close + 1, text_.size());
            return text_.substr(begin, close - begin);
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '>') ++at_;
        return text_.substr(begin, at_ - begin);
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

bool same_letters(std::string_view any, std::string_view small) {
    return any.size() == small.size() &&
           std::equal(any.begin(), any.end(), small.begin(),
                      [](char a, char b) { return small_letter(a) == b; });
}

class TagReader {
public:
    TagReader(std::string_view page, TagHandler& handler) : page_(page), handler_(handler) {}

    void read() {
        while (at_ < page_.size()) {
            const std::size_t mark = next_mark();
            if (mark > at_) handler_.text(page_.substr(at_, mark - at_));
            at_ = mark;
            if (at_ < page_.size()) read_mark();
        }
    }

private:
    char at(std::size_t where) const { return where < page_.size() ? page_[where] : '\0'; }

    /// The next "<" that begins markup; any other is text.
    std::size_t next_mark() const {
        for (std::size_t mark = at_;; ++mark) {
            mark = page_.find('<', mark);
            if (mark == page_.npos) return page_.size();
            const char next = at(mark + 1);
            if (is_letter(next) || next == '/' || next == '!' || next == '?') return mark;
        }
    }

    void pass_over(std::string_view end, std::size_t from) {
        const std::size_t found = page_.find(end, from);
        at_ = found == page_.npos ? page_.size() : found + end.size();
    }

    /// REQUIRES: markup begins here.
    void read_mark() {
        const char next = at(at_ + 1);
        if (page_.substr(at_).starts_with("<!--")) {
            // "<!-->" is a whole comment.
            if (at(at_ + 4) == '>') at_ += 5;
            else pass_over("-->", at_ + 4);
            return;
        }
        if (next == '!' || next == '?') return pass_over(">", at_);
        const bool end = next == '/';
        if (end && !is_letter(at(at_ + 2))) return pass_over(">", at_);
        const std::size_t name = at_ + (end ? 2 : 1);
        std::size_t after = name;
        while (after < page_.size() && !is_blank(page_[after]) && page_[after] != '/' &&
               page_[after] != '>')
            ++after;
        Attributes attributes(page_.substr(after));
        while (attributes.next()) {
        }
        const std::size_t close = after + attributes.end();
        if (close == page_.size()) {  // a tag that does not end is none
            at_ = close;
            return;
        }
        at_ = close + 1;
        const Tag tag{small_letters(std::string(page_.substr(name, after - name))),
                      page_.substr(after, close - after)};
        if (end) return handler_.close(tag.name);
        handler_.open(tag);
        if (is_one_of(never_shown, tag.name)) pass_to_end_of(tag.name);
        if (is_one_of(plain, tag.name)) {
            const std::size_t begin = at_;
            pass_to_end_of(tag.name);
            handler_.text(page_.substr(begin, at_ - begin));
        }
    }

    void pass_to_end_of(std::string_view name) {
        for (std::size_t mark = at_;; mark += 2) {
            mark = page_.find("</", mark);
            if (mark == page_.npos) {
                at_ = page_.size();
                return;
            }
            const char next = at(mark + 2 + name.size());
            if (same_letters(page_.substr(mark + 2, name.size()), name) &&
                (is_blank(next) || next == '/' || next == '>')) {
                at_ = mark;
                return;
            }
        }
    }

    std::string_view page_;
    TagHandler& handler_;
    std::size_t at_ = 0;
};

}  // namespace

std::string Tag::value(std::string_view attribute) const {
    std::string value;
    Attributes all(attributes);
    while (const auto one = all.next()) {
        if (!same_letters(one->name, attribute)) continue;
        append_decoded(value, one->raw, Within::attribute);
        break;
    }
    return value;
}

bool Tag::has(std::string_view attribute) const {
    Attributes all(attributes);
    while (const auto one = all.next()) {
        if (same_letters(one->name, attribute)) return true;
    }
    return false;
}

void read_tags(std::string_view page, TagHandler& handler) { TagReader(page, handler).read(); }

}  // namespace nianbao::notation
