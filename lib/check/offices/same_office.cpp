#include "check/offices/same_office.hpp"

#include "text/blanks.hpp"
#include "text/edit_distance.hpp"
#include "text/names/name_parser.hpp"
#include "text/search.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::offices {
namespace {

using names::Kind;
using names::Token;

constexpr std::u32string_view street_office = U"办事处";

bool ends_with_any(std::u32string_view text, std::initializer_list<std::u32string_view> ends) {
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::u32string_view end) { return text.ends_with(end); });
}

/// 民政 of 民政局: without what says only that it is an office.
std::u32string_view stem_of(std::u32string_view own) {
    for (std::u32string_view end :
         {U"委员会", U"办公室", U"办公厅", U"局", U"厅", U"委", U"办", U"处", U"室", U"会"}) {
        if (own.ends_with(end)) return own.substr(0, own.size() - end.size());
    }
    return own;
}

/// A slip, which W-14 tells; 西湖市 for 东湖市 is none.
bool nearly_same(std::u32string_view a, std::u32string_view b) {
    return !a.empty() && !b.empty() && a.front() == b.front() &&
           edit_distance(to_utf8(a), to_utf8(b)) <= 1;
}

bool places_agree(const Office& own, const Office& other) {
    if (own.place.empty() || other.place.empty()) return true;
    if (other.place.size() == 1) return true;  // 县大数据局
    return has(own.place, other.place) || has(other.place, own.place) ||
           nearly_same(own.place, other.place);
}

}  // namespace

std::optional<Office> office_of(std::u32string_view name) {
    Office office;
    std::copy_if(name.begin(), name.end(), std::back_inserter(office.name),
                 [](char32_t c) { return !is_typed_blank(c); });
    bool agency = false;
    for (const Token& token : names::parse(office.name)) {
        if (token.kind == Kind::opening) break;
        const std::u32string_view word =
            std::u32string_view(office.name)
                .substr(static_cast<std::size_t>(token.begin),
                        static_cast<std::size_t>(token.end - token.begin));
        switch (token.kind) {
            case Kind::place:
                office.place += word;
                break;
            case Kind::office:
                office.place += word.substr(0, word.size() - street_office.size());
                office.own += street_office;
                agency = true;
                break;
            case Kind::agency:
            case Kind::seat:
            case Kind::party:
                agency = true;
                [[fallthrough]];
            case Kind::system:
            case Kind::word:
            case Kind::ending:
            case Kind::joining:
                office.own += word;
                break;
            default:
                return std::nullopt;
        }
    }
    if (!agency) return std::nullopt;
    office.governs = ends_with_any(office.own, {U"政府", U"管理委员会", U"管委会", U"行政公署",
                                                U"行署", U"办事处", U"人民委员会"});
    return office;
}

namespace {

/// 青山镇 of 云溪县青山镇人民政府; empty: its name has none.
std::u32string last_place_of(const Office& office) {
    std::u32string last;
    for (const Token& token : names::parse(office.name)) {
        if (token.kind == Kind::place || token.kind == Kind::office)
            last = office.name.substr(static_cast<std::size_t>(token.begin),
                                      static_cast<std::size_t>(token.end - token.begin));
    }
    if (last.ends_with(street_office)) last.resize(last.size() - street_office.size());
    return last;
}

}  // namespace

std::vector<std::u32string> names_in_texts(std::u32string_view name) {
    constexpr std::size_t shortest_name = 2;
    std::vector<std::u32string> names{std::u32string(name)};
    const std::optional<Office> office = office_of(name);
    if (!office || office->own.empty()) return names;
    const std::u32string last_place = last_place_of(*office);
    names.push_back(office->own);
    if (!last_place.empty()) {
        names.push_back(last_place + office->own);
        names.push_back(last_place.back() + office->own);
        if (office->governs) names.push_back(last_place);
    }
    if (!office->governs) names.emplace_back(stem_of(office->own));
    std::erase_if(names, [](const std::u32string& one) { return one.size() < shortest_name; });
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

bool abbreviates(std::u32string_view few, std::u32string_view many) {
    std::size_t at = 0;
    for (char32_t c : few) {
        at = many.find(c, at);
        if (at == many.npos) return false;
        ++at;
    }
    return true;
}

bool is_name(std::u32string_view words) {
    for (const std::u32string_view other :
         {U"本", U"我", U"该", U"各", U"其他", U"其它", U"个", U"全", U"每", U"两", U"多"}) {
        if (words.starts_with(other)) return false;
    }
    return !has_any(words, {U"拨打", U"致电", U"登录", U"组建", U"成立", U"设立", U"合并", U"划转",
                            U"挂牌", U"个乡镇"});
}

bool is_short_for(std::u32string_view words, std::u32string_view name) {
    constexpr std::size_t shortest = 2;
    const std::optional<Office> office = office_of(name);
    if (!office || office->own.empty()) return false;
    const std::u32string town = office->governs ? last_place_of(*office) : std::u32string();
    const auto fits = [&](std::u32string_view few) {
        if (office->governs) {
            const auto rest = [&] { return std::u32string_view(town).substr(few.size()); };
            return few.size() >= shortest && town.starts_with(few) &&
                   (rest() == U"镇" || rest() == U"乡" || rest() == U"街道");
        }
        const std::u32string_view stem = stem_of(few);
        return stem.size() >= shortest && stem.front() == office->own.front() &&
               abbreviates(stem, office->own);
    };
    // 市 of 市监局 is no place.
    if (fits(words)) return true;
    for (std::size_t i = 0; i < words.size() && office->place.empty(); ++i) {
        if (has_any(words.substr(i, 1), {U"县", U"区", U"市", U"旗"}) && fits(words.substr(i + 1)))
            return true;
    }
    // 云溪县, 县: the more of the place that the words begin with, the less is left to tell.
    for (std::size_t from = 0; from < office->place.size(); ++from) {
        const auto place = std::u32string_view(office->place).substr(from);
        if (words.starts_with(place)) return fits(words.substr(place.size()));
    }
    return false;
}

bool may_be_same(const Office& own, std::u32string_view name) {
    if (has(own.name, name) || has(name, own.name) || nearly_same(own.name, name)) return true;
    // 科右中旗, 高新区管委会: the characters of the whole name, in their order.
    if (name.front() == own.name.front() && abbreviates(name, own.name)) return true;
    const std::optional<Office> other = office_of(name);
    if (!other) return true;
    if (!places_agree(own, *other)) return false;
    if (own.governs && !other->governs) return true;
    return abbreviates(stem_of(other->own), own.own) || abbreviates(stem_of(own.own), other->own) ||
           nearly_same(own.own, other->own);
}

}  // namespace nianbao::offices
