#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::wording {
namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t shortest_name = 6;    // shorter ones have too many neighbours
constexpr std::size_t shortest_office = 5;  // of what stands after the place: 农业农村局
constexpr std::u32string_view levels = U"省市县区州盟旗镇乡";

/// The name with how much of it is the place: “云溪县” of “云溪县农业农村局”.
struct Name {
    std::u32string text;
    std::size_t place_end = 0;
};

std::size_t end_of_place(std::u32string_view name) {
    std::size_t end = 0;
    for (std::size_t i = 1; i + 3 < name.size(); ++i) {
        if (!is_one_of(name[i], levels)) continue;
        // 市场, 市政, 城市, 乡村, 城乡, 城镇, 社区, 地区 are words of their own.
        if (is_one_of(name[i + 1], U"场政容村") || is_one_of(name[i - 1], U"城社") ||
            (name[i] == U'县' && name[i + 1] == U'域'))
            continue;
        end = i + 1;
    }
    return end;
}

/// How a stretch of text differs from the name by one character; `kind` 0: it does not.
struct Difference {
    enum Kind { none, changed, added, missing } kind = none;
    std::size_t at = 0;      // in the name
    std::size_t length = 0;  // of the stretch
};

Difference difference(std::u32string_view text, const std::u32string& name) {
    const std::size_t n = name.size();
    std::size_t same = 0;
    while (same < n && same < text.size() && text[same] == name[same]) ++same;
    const auto rest_matches = [&](std::size_t from_text, std::size_t from_name) {
        return text.size() >= from_text &&
               text.substr(from_text).starts_with(std::u32string_view(name).substr(from_name));
    };
    if (same == n) return {};
    if (same > 0 && rest_matches(same + 1, same)) return {Difference::added, same, n + 1};
    if (same < text.size() && rest_matches(same + 1, same + 1))
        return {Difference::changed, same, n};
    if (same == 0) return {};
    if (same + 1 < n && rest_matches(same, same + 1)) return {Difference::missing, same, n - 1};
    return {};
}

/// True where the difference makes another office's name, an abbreviation, or part of
/// other words rather than a slip. What stands around a stretch: nothing, what goes on
/// with it, or what shows that it is the office's own name.
struct Around {
    bool whole_field = false;
    bool ends = false;       // a figure, a mark or 联系 follows
    bool addressed = false;  // “请与…联系”
};

bool is_innocent(const Difference& found, std::u32string_view stretch, const Name& name,
                 bool speaks_of_itself, const Around& around) {
    const std::size_t n = name.text.size();
    const bool in_place = found.at < name.place_end;
    const char32_t right = name.text[found.at];
    switch (found.kind) {
        case Difference::changed: {
            const char32_t written = stretch[found.at];
            if (!is_han(written)) return true;
            // 宣威县落水镇人民政府: the town, named right, is of one place only.
            if (is_one_of(right, levels) && is_one_of(written, levels) && found.at > 1 &&
                found.at + 2 < name.place_end && right != U'省' && written != U'省')
                return false;
            if (is_one_of(right, levels) &&
                is_one_of(written,
                          levels))  // 市局, 省厅; “请与云溪区…联系” in the report of 云溪县
                return !around.addressed || found.at < 2 || right == U'省' || written == U'省';
            if (found.at + 1 == n)  // “…农村工作” goes on
                return !around.whole_field && !(right == U'室' && written == U'厅') &&
                       !(speaks_of_itself && around.ends);
            if (in_place) return !speaks_of_itself || found.at == 0;
            return is_one_of(right, U"和与及") && is_one_of(written, U"、");
        }
        case Difference::added: {
            const char32_t written = stretch[found.at];
            return !is_han(written) || in_place || is_one_of(written, U"原各的级委属直级老新") ||
                   is_one_of(written, levels) || found.at == name.place_end;
        }
        case Difference::missing:
            return in_place || is_one_of(right, U"和与及") || is_one_of(right, levels);
        case Difference::none:
            break;
    }
    return true;
}

void check_name(const FieldText& text, const Name& name, bool speaks_of_itself,
                std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place + name.text.size() <= whole.size() + 1; ++place) {
        // One character makes the difference: the first or the second is right.
        if (at(whole, place) != name.text[0] && at(whole, place + 1) != name.text[1]) continue;
        if (stands(whole, place, name.text)) {
            place += name.text.size() - 1;
            continue;
        }
        const auto found = difference(whole.substr(place), name.text);
        if (found.kind == Difference::none) continue;
        const auto stretch = whole.substr(place, found.length);
        const std::size_t end = place + found.length;
        const bool contact = stands(whole, end, U"联系") || stands(whole, end, U"办公室联系") ||
                             stands(whole, end, U"（地址") || stands(whole, end, U"(地址");
        const char32_t next = at(whole, end), before = at(whole, place - 1);
        const Around around{stretch.size() == whole.size(),
                            contact || is_any_digit(next) || is_one_of(next, U"（，。"),
                            contact && before == U'与'};
        if (is_innocent(found, stretch, name, speaks_of_itself, around)) continue;
        // Part of the right name, begun a character too early or too late.
        const std::size_t from = place > name.text.size() ? place - name.text.size() : 0;
        if (has(whole.substr(from, place + found.length + name.text.size() - from), name.text))
            continue;
        findings.push_back(finding_of(
            "W-14", text.span(place, place + found.length),
            fmt::format("“{}”与机关名称“{}”差一个字", to_utf8(stretch), to_utf8(name.text)),
            "请核对；确是另一个机关的，不必理会",
            {{"found", to_utf8(stretch)}, {"expected", to_utf8(name.text)}}));
        place += found.length - 1;
    }
}

}  // namespace

void check_names(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    Name full{without_blanks(to_utf32(report.agency)), 0};
    full.place_end = end_of_place(full.text);
    const std::size_t office = full.text.size() - full.place_end;
    if (full.text.size() < shortest_name || full.text.size() > longest_name) return;
    const bool long_office = office >= shortest_office;

    const auto check_all = [&](const FieldText& text, bool speaks_of_itself) {
        if (long_office || speaks_of_itself) check_name(text, full, speaks_of_itself, findings);
    };
    check_all(field_text("title", report.title), true);
    check_all(prose.introduction, true);
    for (const FieldText* text : {&prose.overview, &prose.problems, &prose.other})
        check_all(*text, false);
    if (report.contact) check_all(field_text("contact.office", report.contact->office), true);
    if (report.signature) check_all(field_text("signature.agency", report.signature->agency), true);
}

void check_given_names(const Prose& prose, const std::vector<std::string>& names,
                       std::vector<Finding>& findings) {
    std::vector<std::u32string> given;
    for (const std::string& name : names) given.push_back(without_blanks(to_utf32(name)));
    const auto is_given = [&](std::u32string_view stretch) {
        return std::any_of(given.begin(), given.end(), [&](const std::u32string& name) {
            return name.find(stretch) != name.npos || stretch.find(name) != stretch.npos;
        });
    };
    for (const std::u32string& name : given) {
        if (name.size() < shortest_name - 1 || name.size() > longest_name) continue;
        for (const FieldText* text : prose.all()) {
            const std::u32string_view whole = text->text;
            for (std::size_t place = 0; place + name.size() <= whole.size() + 1; ++place) {
                if (at(whole, place) != name[0] && at(whole, place + 1) != name[1]) continue;
                const Difference found = difference(whole.substr(place), name);
                if (found.kind == Difference::none) continue;
                const auto stretch = whole.substr(place, found.length);
                const bool word = found.kind == Difference::missing ||
                                  is_han(stretch[std::min(found.at, stretch.size() - 1)]);
                // The right name may begin or end a character off.
                const std::size_t from = place > 1 ? place - 1 : 0;
                if (!word || is_given(stretch) || has(whole.substr(from, found.length + 2), name))
                    continue;
                findings.push_back(doubt_of(
                    "W-27", text->span(place, place + found.length),
                    fmt::format("“{}”与名单上的“{}”只差一个字", to_utf8(stretch), to_utf8(name)),
                    "请核对名称；确是另一个名称的，不必改，可写进名单"));
                place += found.length - 1;
            }
        }
    }
}

}  // namespace nianbao::wording
