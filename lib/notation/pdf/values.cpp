#include "notation/pdf/values.hpp"

#include "text/digits.hpp"

#include <algorithm>

namespace nianbao::notation {
namespace {

bool is_space(char c) {
    return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}
bool is_mark(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

}  // namespace

const PdfValue& PdfValue::none() {
    static const PdfValue none;
    return none;
}

const PdfValue& PdfValue::at(std::string_view key) const {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const auto& entry) { return entry.first == key; });
    return found == entries.end() ? none() : found->second;
}

void PdfValues::skip_blanks() {
    while (at_ < bytes_.size()) {
        if (is_space(bytes_[at_])) ++at_;
        else if (bytes_[at_] == '%')
            at_ = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
        else break;
    }
}

bool PdfValues::take(std::string_view word) {
    if (!bytes_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
}

PdfValue PdfValues::next(int depth) {
    skip_blanks();
    if (at_ >= bytes_.size()) return {};
    const char c = here();
    if (is_digit(c) || c == '+' || c == '-' || c == '.') return number_or_reference();
    if (c == '/') return name();
    if (c == '(') return string();
    if (take("<<")) return dictionary(depth);
    if (c == '<') return hex_string();
    if (take("[")) return array(depth);
    ++at_;
    while (at_ < bytes_.size() && !is_mark(c) && !is_space(here()) && !is_mark(here())) ++at_;
    return {};
}

PdfValue PdfValues::number_or_reference() {
    PdfValue value;
    value.kind = PdfValue::Kind::number;
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && !is_space(here()) && !is_mark(here())) ++at_;
    const std::string_view word = bytes_.substr(begin, at_ - begin);
    const bool whole =
        std::all_of(word.begin(), word.end(), [](char own) { return is_digit(own); });
    value.number = whole ? number_of(word) : 0;
    if (!whole) return value;
    // “12 0 R” refers to an object.
    std::size_t at = at_;
    const auto blanks = [&] {
        while (at < bytes_.size() && is_space(bytes_[at])) ++at;
    };
    blanks();
    const std::size_t generation = at;
    while (at < bytes_.size() && is_digit(bytes_[at])) ++at;
    if (at == generation || at - generation > 5) return value;
    blanks();
    if (at < bytes_.size() && bytes_[at] == 'R' &&
        (at + 1 == bytes_.size() || is_space(bytes_[at + 1]) || is_mark(bytes_[at + 1]))) {
        value.kind = PdfValue::Kind::reference;
        at_ = at + 1;
    }
    return value;
}

PdfValue PdfValues::name() {
    PdfValue value;
    value.kind = PdfValue::Kind::name;
    for (++at_; at_ < bytes_.size() && !is_space(here()) && !is_mark(here()); ++at_) {
        if (here() == '#' && at_ + 2 < bytes_.size() && hex_value(bytes_[at_ + 1]) >= 0 &&
            hex_value(bytes_[at_ + 2]) >= 0) {
            value.text +=
                static_cast<char>(hex_value(bytes_[at_ + 1]) * 16 + hex_value(bytes_[at_ + 2]));
            at_ += 2;
        } else {
            value.text += here();
        }
    }
    return value;
}

PdfValue PdfValues::string() {
    PdfValue value;
    value.kind = PdfValue::Kind::string;
    int open = 0;
    for (; at_ < bytes_.size(); ++at_) {
        const char c = here();
        if (c == '(' && open++ == 0) continue;
        if (c == ')' && --open == 0) break;
        if (c != '\\') {
            value.text += c;
            continue;
        }
        ++at_;
        const char escaped = here();
        constexpr std::string_view letters = "nrtbf", meant = "\n\r\t\b\f";
        if (const std::size_t known = letters.find(escaped); known != letters.npos) {
            value.text += meant[known];
        } else if (escaped >= '0' && escaped <= '7') {
            int code = 0;
            int digits = 0;
            for (; digits < 3 && here() >= '0' && here() <= '7'; ++digits, ++at_)
                code = code * 8 + (here() - '0');
            --at_;
            value.text += static_cast<char>(code);
        } else if (escaped != '\r' && escaped != '\n') {
            value.text += escaped;
        }
    }
    at_ = std::min(at_ + 1, bytes_.size());  // behind its end, if it has one
    return value;
}

PdfValue PdfValues::hex_string() {
    PdfValue value;
    value.kind = PdfValue::Kind::string;
    int half = -1;
    for (++at_; at_ < bytes_.size() && here() != '>'; ++at_) {
        const int digit = hex_value(here());
        if (digit < 0) continue;
        if (half >= 0) value.text += static_cast<char>(half * 16 + digit);
        half = half >= 0 ? -1 : digit;
    }
    if (half >= 0) value.text += static_cast<char>(half * 16);
    at_ = std::min(at_ + 1, bytes_.size());  // behind its end, if it has one
    return value;
}

PdfValue PdfValues::array(int depth) {
    PdfValue value;
    value.kind = PdfValue::Kind::array;
    for (;;) {
        skip_blanks();
        if (at_ >= bytes_.size() || take("]") || depth >= most_pdf_depth) return value;
        if (bytes_.substr(at_).starts_with(">>")) return value;
        value.items.push_back(next(depth + 1));
    }
}

PdfValue PdfValues::dictionary(int depth) {
    PdfValue value;
    value.kind = PdfValue::Kind::dictionary;
    for (;;) {
        skip_blanks();
        if (at_ >= bytes_.size() || take(">>") || depth >= most_pdf_depth) return value;
        if (here() != '/') {
            if (bytes_.substr(at_).starts_with("endobj")) return value;
            next(depth + 1);
            continue;
        }
        std::string key = name().text;
        skip_blanks();
        if (bytes_.substr(at_).starts_with(">>")) continue;
        PdfValue own = next(depth + 1);
        value.entries.emplace_back(std::move(key), std::move(own));
    }
}

}  // namespace nianbao::notation
