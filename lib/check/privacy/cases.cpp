// S-08: numbers of court cases, by which the parties are found.
#include "check/privacy/privacy.hpp"
#include "check/rules.hpp"

#include <fmt/format.h>

namespace nianbao::privacy {
namespace {

using namespace wording;

/// What courts call their cases of these kinds, before the number.
constexpr std::u32string_view kinds[] = {U"行初", U"行终", U"行申",   U"行审", U"行监",
                                         U"行再", U"民初", U"民终",   U"民申", U"行赔初",
                                         U"执",   U"行抗", U"行赔终", U"刑初"};

/// Where the case's number begins, of which `place` is the kind: the bracket with its
/// year, a province and the court, “（2023）皖01”. The place itself: there is none.
std::size_t begin_of(std::u32string_view text, std::size_t place) {
    std::size_t begin = place;
    while (begin > 0 && is_any_digit(text[begin - 1])) --begin;
    if (begin > 0 && is_han(text[begin - 1])) --begin;
    else return place;
    if (begin < 6 || !is_one_of(text[begin - 1], U"）)〕]")) return place;
    const std::size_t open = begin - 6;
    for (std::size_t i = open + 1; i + 1 < begin; ++i) {
        if (!is_any_digit(text[i])) return place;
    }
    return is_one_of(text[open], U"（(〔[") ? open : place;
}

}  // namespace

void check_cases(const Watched& watched, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    for (std::size_t close = text.find(U'号'); close != text.npos;
         close = text.find(U'号', close + 1)) {
        std::size_t number = close;
        while (number > 0 && is_any_digit(text[number - 1])) --number;
        if (number == close) continue;
        for (const std::u32string_view kind : kinds) {
            if (number < kind.size() || !stands(text, number - kind.size(), kind)) continue;
            const std::size_t place = number - kind.size(), begin = begin_of(text, place);
            if (begin == place) continue;
            findings.push_back(finding_of(
                "S-08", watched.text.span(begin, close + 1),
                fmt::format("法院的案号：{}", masked(text.substr(begin, close + 1 - begin), 6, 0)),
                "请删去案号，只写件数和结果"));
            break;
        }
    }
}

}  // namespace nianbao::privacy
