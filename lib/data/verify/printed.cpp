#include "data/verify/printed.hpp"

#include "report/references.hpp"
#include "text/blanks.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace nianbao::data {

PrintedText printed_text(const Report& report, std::string_view text) {
    const std::u32string all = to_utf32(text);
    std::u32string out;
    PrintedText printed;
    int at = 0;
    const auto copy_to = [&](int end) {
        for (; at < end; ++at) {
            out += all[at];
            printed.origins.push_back(at);
        }
    };
    for (const Reference& reference : find_references(report, all)) {
        if (!reference.fault.empty()) continue;
        copy_to(reference.begin);
        out += reference.text;
        printed.origins.resize(out.size(), reference.begin);
        at = reference.end;
    }
    copy_to(static_cast<int>(all.size()));
    printed.origins.push_back(at);
    printed.text = to_utf8(out);
    return printed;
}

Span origin_of(const Span& printed, const PrintedText& text) {
    const auto origin = [&](int at) {
        const std::size_t last = text.origins.size() - 1;
        return text.origins[std::min(static_cast<std::size_t>(at), last)];
    };
    const int begin = origin(printed.offset);
    return {printed.field, begin, origin(printed.offset + printed.length) - begin};
}

namespace {

/// Calls `each` for every line, with the place of its first character.
template <class Each>
void each_line(std::u32string_view text, Each each) {
    int at = 0;
    for (;;) {
        const std::size_t end = std::min(text.find(U'\n'), text.size());
        each(trimmed(text.substr(0, end)),
             at + static_cast<int>(trimmed(text.substr(0, end)).data() - text.data()));
        if (end == text.size()) return;
        text.remove_prefix(end + 1);
        at += static_cast<int>(end) + 1;
    }
}

/// A line's number, and the rest without blanks.
struct NumberedLine {
    std::u32string_view number;
    std::u32string rest;
    int length;  // of the number and the blanks behind it
};

NumberedLine numbered_line(std::u32string_view line) {
    const Numbering numbering = numbering_of(line);
    const std::size_t length = numbering ? numbering.length : 0;
    std::u32string rest(line.substr(length));
    std::erase_if(rest, is_typed_blank);
    return {line.substr(0, length), std::move(rest), static_cast<int>(length)};
}

}  // namespace

PrintedText numbered_as(std::string_view text, std::string_view model) {
    const std::u32string all = to_utf32(text), other = to_utf32(model);
    std::map<std::u32string, std::u32string_view> numbers;  // of lines, by the rest
    each_line(other, [&](std::u32string_view line, int) {
        NumberedLine own = numbered_line(line);
        if (!own.number.empty()) numbers.emplace(std::move(own.rest), own.number);
    });
    std::u32string out;
    PrintedText numbered;
    const auto put = [&](std::u32string_view characters, int at, bool as_they_stand) {
        for (const char32_t c : characters) {
            out += c;
            numbered.origins.push_back(as_they_stand ? at++ : at);
        }
    };
    each_line(all, [&](std::u32string_view line, int at) {
        const NumberedLine own = numbered_line(line);
        const auto found = numbers.find(own.rest);
        if (!out.empty() || !numbered.origins.empty()) put(U"\n", at, false);
        if (found == numbers.end()) return put(line, at, true);
        put(found->second, at, false);
        put(line.substr(own.length), at + own.length, true);
    });
    numbered.origins.push_back(static_cast<int>(all.size()));
    numbered.text = to_utf8(out);
    return numbered;
}

std::string printed_title(const Report& report) {
    if (report.title.empty())
        return fmt::format("{}{}年政府信息公开工作年度报告", report.agency, report.year);
    std::string title = report.title;
    std::erase(title, '\n');
    return title;
}

}  // namespace nianbao::data
