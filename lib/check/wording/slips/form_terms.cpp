// W-27: the terms that the form fixes, and short names that are given.
#include "check/wording/slips/form_terms.hpp"

#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace nianbao::wording {
namespace {

/// A place that none of them begins at, by its first two characters.
constexpr std::array<CharacterFilter, 2> filters_of(bool introduction) {
    std::array<CharacterFilter, 2> all;
    for (const FormTerm& term : form_terms) {
        if (term.of_introduction && !introduction) continue;
        all[0] = all[0] | CharacterFilter(term.wrong.substr(0, 1));
        all[1] = all[1] | CharacterFilter(term.wrong.substr(1, 1));
    }
    return all;
}
constexpr auto of_introduction = filters_of(true), of_others = filters_of(false);

void check_terms(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const bool introduction = text.field == "introduction";
    const auto& filters = introduction ? of_introduction : of_others;
    for (std::size_t place = 0; place + 1 < whole.size(); ++place) {
        if (!filters[0].may_hold(whole[place]) || !filters[1].may_hold(whole[place + 1])) continue;
        for (const FormTerm& term : form_terms) {
            if ((term.of_introduction && !introduction) || !stands(whole, place, term.wrong))
                continue;
            const std::size_t end = place + term.wrong.size();
            findings.push_back((term.custom ? advice_of : doubt_of)(
                "W-27", text.span(place, end),
                fmt::format("格式的用语是“{}”，这里写作“{}”", to_utf8(term.right),
                            to_utf8(term.wrong)),
                "请核对用语", {}));
            place = end - 1;
            break;
        }
    }
}

/// What a name ends in, which its short form shares: 《…条例》 is no 《办法》 for short.
std::u32string_view kind_at_end(std::u32string_view name) {
    for (const std::u32string_view kind :
         {U"条例", U"办法", U"规定", U"细则", U"意见", U"通知", U"报告"}) {
        if (name.ends_with(kind)) return kind;
    }
    return {};
}

/// What is spoken of as the report itself.
constexpr std::u32string_view report_names[] = {U"报告", U"年报", U"年度报告"};

/// 《…条例》（以下简称《办法》）; （以下简称《报告》） of which later 《年报》 is said.
void check_short_names(const Prose& prose, std::vector<Finding>& findings) {
    constexpr std::u32string_view given = U"以下简称《";
    const FieldText& text = prose.introduction;
    const std::u32string_view whole = text.text;
    const auto stands_behind = [&](std::u32string_view name, std::size_t from) {
        const std::u32string quoted = U"《" + std::u32string(name) + U"》";
        return whole.find(quoted, from) != whole.npos || has(prose.overview.text, quoted) ||
               has(prose.problems.text, quoted) || has(prose.other.text, quoted);
    };
    for (std::size_t place = whole.find(given); place != whole.npos;
         place = whole.find(given, place + 1)) {
        const std::size_t begin = place + given.size(), end = whole.find(U'》', begin);
        if (end == whole.npos || end - begin > 12) continue;
        const auto name = whole.substr(begin, end - begin);
        const std::size_t open = whole.find_last_of(U"（(", place);
        if (open != whole.npos && open > 0 && whole[open - 1] == U'》') {
            const std::size_t title = whole.find_last_of(U'《', open);
            const auto full = title == whole.npos ? std::u32string_view{}
                                                  : whole.substr(title + 1, open - 2 - title);
            const auto kind = kind_at_end(full), of_short = kind_at_end(name);
            if (!kind.empty() && !of_short.empty() && kind != of_short && !has(full, of_short)) {
                findings.push_back(doubt_of(
                    "W-27", text.span(begin - 1, end + 1),
                    fmt::format("《{}》简称《{}》，不是同一种文件", to_utf8(full), to_utf8(name)),
                    "请核对简称"));
                continue;
            }
        }
        const bool of_report = std::find(std::begin(report_names), std::end(report_names), name) !=
                               std::end(report_names);
        if (!of_report || stands_behind(name, end)) continue;
        for (const std::u32string_view other : report_names) {
            if (other == name || !stands_behind(other, end)) continue;
            findings.push_back(
                doubt_of("W-27", text.span(begin - 1, end + 1),
                         fmt::format("简称《{}》，后文用的是《{}》", to_utf8(name), to_utf8(other)),
                         "请使简称前后一致"));
            break;
        }
    }
}

}  // namespace

void check_form_terms(const Prose& prose, std::vector<Finding>& findings) {
    for (const FieldText* text : prose.all()) check_terms(*text, findings);
    check_short_names(prose, findings);
}

}  // namespace nianbao::wording
