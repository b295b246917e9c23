#include "check/wording/misspellings.hpp"

#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

namespace nianbao::wording {
namespace {

/// Shelves of the wrong forms by the low bits of their first characters, so that a
/// character is compared with few of them.
constexpr CharacterFilter first_characters = [] {
    CharacterFilter filter;
    for (const Misspelling& one : misspellings)
        filter = filter | CharacterFilter(one.wrong.substr(0, 1));
    return filter | CharacterFilter(U"截");
}();

const Misspelling* misspelling_at(std::u32string_view text, std::size_t place) {
    for (const Misspelling& one : misspellings) {
        if (one.wrong.front() == text[place] && stands(text, place, one.wrong)) return &one;
    }
    return nullptr;
}

}  // namespace

void check_misspellings(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (!first_characters.may_hold(whole[place])) continue;
        const Misspelling* found = misspelling_at(whole, place);
        if (found == nullptr && stands(whole, place, U"截止") &&
            (is_any_digit(at(whole, place + 2)) || stands(whole, place + 2, U"目前"))) {
            findings.push_back(advice_of("W-26", text.span(place, place + 2),
                                         "“截止”后面跟时间的，宜写作“截至”", "可改为“截至”"));
            place += 1;
            continue;
        }
        if (found == nullptr) continue;
        const std::size_t end = place + found->wrong.size();
        findings.push_back(
            finding_of("W-26", text.span(place, end),
                       fmt::format("“{}”应为“{}”", to_utf8(found->wrong), to_utf8(found->right)),
                       "请改正错别字"));
        place = end - 1;
    }
}

void check_agency_doubled(const Report& report, const FieldText& text,
                          std::vector<Finding>& findings) {
    const std::u32string agency = without_blanks(to_utf32(report.agency));
    // “农业农村局局长”, “局局机关”: words of their own.
    constexpr std::u32string_view own_words = U"长机党属级直领内各务办";
    if (agency.size() < 4 || !is_one_of(agency.back(), U"局厅委处院")) return;
    const std::u32string_view whole = text.text;
    for (std::size_t place = whole.find(agency); place != whole.npos;
         place = whole.find(agency, place + 1)) {
        const std::size_t end = place + agency.size();
        if (at(whole, end) != agency.back() || is_one_of(at(whole, end + 1), own_words)) continue;
        const std::string last = to_utf8(agency.substr(agency.size() - 1));
        findings.push_back(finding_of("W-20", text.span(end - 1, end + 1),
                                      fmt::format("“{}”重复", last),
                                      fmt::format("请删去一个“{}”", last)));
    }
}

}  // namespace nianbao::wording
