#include "county/desk/reading/json_parts.hpp"

#include <utility>

namespace nianbao::desk {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

void JsonParts::feed(std::string_view bytes) {
    for (const char c : bytes) {
        if (at_ == At::fault) return;
        next(c);
    }
}

void JsonParts::next(char c) {
    if (at_ == At::member || at_ == At::item) return within(c);
    if (at_ == At::key) {
        if (c == '"') at_ = At::colon;
        else key_ += c;
        return;
    }
    if (is_blank(c)) return;
    switch (at_) {
        case At::start:
            at_ = c == '{' ? At::key_or_end : At::fault;
            return;
        case At::key_or_end:
        case At::next_key:
            key_.clear();
            at_ = c == '"' ? At::key : c == '}' && at_ == At::key_or_end ? At::end : At::fault;
            return;
        case At::colon:
            at_ = c == ':' ? At::value : At::fault;
            return;
        case At::value:
            begin_value(c);
            return;
        case At::comma:
            at_ = c == ',' ? At::next_key : c == '}' ? At::end : At::fault;
            return;
        default:
            at_ = At::fault;  // behind the end
    }
}

void JsonParts::begin_value(char c) {
    in_list_ = c == '[';
    at_ = in_list_ ? At::item : At::member;
    if (!in_list_) within(c);
}

/// A character of a value or item, or the one that ends it.
void JsonParts::within(char c) {
    if (in_string_) {
        text_ += c;
        if (c == '"' && !escaped_) in_string_ = false;
        escaped_ = c == '\\' && !escaped_;
        return;
    }
    const char closing = in_list_ ? ']' : '}';
    if (depth_ == 0 && (c == ',' || c == closing)) {
        const bool empty_list =
            in_list_ && c == closing && text_.find_first_not_of(" \n\r\t") == text_.npos;
        at_ = in_list_ ? (c == ',' ? At::item : At::comma) : (c == ',' ? At::next_key : At::end);
        if (!empty_list) tell();
        return;
    }
    if (c == '{' || c == '[') ++depth_;
    if (c == '}' || c == ']') --depth_;
    if (depth_ < 0) {
        at_ = At::fault;
        return;
    }
    in_string_ = c == '"';
    text_ += c;
}

void JsonParts::tell() {
    if (!take_({key_, text_, in_list_})) at_ = At::fault;
    text_.clear();
}

}  // namespace nianbao::desk
