#include "report/fields.hpp"

#include <array>

namespace nianbao {
namespace {

/// Parents stand first, and no two names under one parent are alike in any of their wordings.
constexpr bool names_differ(std::span<const Field> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Field& a = fields[i];
        if (a.parent >= static_cast<int>(i) || a.key.empty() || a.name.empty()) return false;
        for (std::size_t k = 0; k < i; ++k) {
            const Field& b = fields[k];
            if (a.parent != b.parent) continue;
            if (a.key == b.key || a.name == b.name || a.name == b.printed || a.printed == b.name || (!a.printed.empty() && a.printed == b.printed))
                return false;
        }
    }
    return true;
}

static_assert(names_differ(report_fields) && names_differ(cell_fields));
static_assert(report_fields[own_field("signature.date")].name == "成文日期" && report_fields[own_field("members.sha256")].name == "校验值");

bool take(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

template <std::size_t n>
bool take_any(std::string_view& text, const std::string_view (&starts)[n]) {
    for (auto start : starts) {
        if (take(text, start)) return true;
    }
    return false;
}

constexpr std::string_view han_numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr std::string_view digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
constexpr std::string_view opening[] = {"（", "("}, closing[] = {"）", ")"};
constexpr std::string_view after_han[] = {"、"}, after_digits[] = {".", "．", "、"};
constexpr std::string_view blanks[] = {" ", "\u3000"};

bool take_number(std::string_view& text, bool& han) {
    han = take_any(text, han_numerals);
    if (!han && !take_any(text, digits)) return false;
    while (han ? take_any(text, han_numerals) : take_any(text, digits)) {
    }
    return true;
}

}  // namespace

std::string_view without_numbering(std::string_view name) {
    std::string_view rest = name;
    const bool bracketed = take_any(rest, opening);
    bool han = false;
    if (!take_number(rest, han)) return name;
    const bool ended = bracketed ? take_any(rest, closing) : han ? take_any(rest, after_han) : take_any(rest, after_digits);
    if (!ended) return name;
    while (take_any(rest, blanks)) {
    }
    return rest.empty() ? name : rest;
}

int find_field(std::span<const Field> fields, int parent, std::string_view name) {
    const std::string_view bare = without_numbering(name);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Field& field = fields[i];
        if (field.parent != parent) continue;
        if (name == field.key || name == field.name || bare == field.name || (!field.printed.empty() && (name == field.printed || bare == field.printed)))
            return static_cast<int>(i);
    }
    return -1;
}

}  // namespace nianbao
