// W-21: page numbers that came over with a text out of a PDF or a printed page.
#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <string_view>

namespace nianbao::wording {
namespace {

constexpr CharacterSet beside_page_numbers(
    U"—–―-－‐·•~～|｜ \t　第共0123456789０１２３４５６７８９");
constexpr std::u32string_view marks = U"—–―-－‐·•~～|｜";
constexpr int longest = 4;  // digits

/// “第3页”, “共8页”
bool take_pages(Scanner& line, std::u32string_view word) {
    Scanner after = line;
    if (!after.take(word) || !after.number(longest) || !after.take(U"页")) return false;
    line = after;
    return true;
}

/// True of “— 3 —”, “3”, “3/8”, “第3页 共8页”.
bool is_page_number(std::u32string_view text) {
    Scanner line{text, 0};
    while (line.take_one_of(marks)) {
    }
    if (take_pages(line, U"第")) {
        line.take_one_of(U"，,/／");
        take_pages(line, U"共");
    } else if (take_pages(line, U"共")) {
        line.take_one_of(U"，,/／");
        take_pages(line, U"第");
    } else {
        if (!line.number(longest)) return false;
        if (line.take_one_of(U"/／") && !line.number(longest)) return false;
    }
    while (line.take_one_of(marks)) {
    }
    line.blanks();
    return line.place == text.size();
}

}  // namespace

void check_page_numbers(const FieldText& text, std::vector<Finding>& findings) {
    for (const TextLine& line : text.lines) {
        const std::u32string_view whole = text.view(line);
        if (!beside_page_numbers.has(whole.front()) || !is_page_number(whole)) continue;
        findings.push_back(doubt_of("W-21", text.span(line.begin, line.end),
                                    fmt::format("像是页码：“{}”", to_utf8(whole)),
                                    "是从别处粘贴来的页码的，请删去这一行"));
    }
}

}  // namespace nianbao::wording
