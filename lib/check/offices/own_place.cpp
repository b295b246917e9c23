// W-31: 云溪市人民政府网站 in the report of an office of 云溪县.
#include "check/offices/own_place.hpp"

#include "check/offices/same_office.hpp"
#include "check/rules.hpp"
#include "text/character.hpp"
#include "text/search.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {
namespace {

using wording::FieldText;

constexpr std::u32string_view levels = U"市县区旗镇乡";
constexpr std::size_t shortest_stem = 2, longest_stem = 6;  // characters

/// Cities and counties of one name, so that neither is a slip for the other.
constexpr std::u32string_view of_both[] = {
    U"长沙", U"南昌", U"邵阳", U"衡阳", U"湘潭",     U"岳阳", U"上饶", U"吉安",  U"承德", U"邢台",
    U"大同", U"长治", U"朝阳", U"辽阳", U"本溪",     U"抚顺", U"铁岭", U"通化",  U"安阳", U"新乡",
    U"濮阳", U"芜湖", U"宜宾", U"天水", U"伊宁",     U"和田", U"绍兴", U"遵义",  U"大理", U"丽江",
    U"南京", U"常德", U"泸州", U"乐山", U"梧州",     U"柳州", U"贺州", U"桂林",  U"沧州", U"保定",
    U"张掖", U"武威", U"平凉", U"酒泉", U"呼和浩特", U"东莞", U"建德", U"嘉兴",  U"徐州", U"襄阳",
    U"孝感", U"宣城", U"贵溪", U"鄂州", U"库尔勒",   U"喀什", U"哈密", U"阿克苏"};

/// 云溪 and 县: one of the places in the office's name.
struct Locality {
    std::u32string stem;
    char32_t level = U'\0';
};

/// 云溪县, 青山镇 of 云溪县青山镇人民政府. Nothing where words of no table stand between.
std::vector<Locality> places_of(const std::string& agency) {
    const std::u32string name = wording::without_blanks(to_utf32(agency));
    std::vector<Locality> places;
    const auto office = offices::office_of(name);
    if (!office) return places;
    std::size_t begin = 0;
    for (std::size_t i = shortest_stem; i < office->place.size(); ++i) {
        if (!wording::is_one_of(office->place[i], levels) || i < begin + shortest_stem) continue;
        std::u32string stem = office->place.substr(begin, i - begin);
        begin = i + 1;
        if (stem.size() <= longest_stem) places.push_back({std::move(stem), office->place[i]});
    }
    return places;
}

/// The office's place that the name at the end of `words` is a slip for; null: of none.
const Locality* slip_for(const std::vector<Locality>& places, std::u32string_view words) {
    for (const Locality& place : places) {
        if (words.size() > place.stem.size() &&
            words.ends_with(place.stem + std::u32string(1, place.level)))
            return nullptr;
    }
    for (const Locality& place : places) {
        if (words.size() < place.stem.size() + 1) continue;
        const std::u32string_view name = words.substr(words.size() - place.stem.size() - 1);
        const std::u32string_view stem = name.substr(0, name.size() - 1);
        const char32_t level = name.back();
        if (!wording::is_one_of(level, levels) || !std::all_of(stem.begin(), stem.end(), is_han))
            continue;
        if (stem == place.stem) {
            if (std::find(std::begin(of_both), std::end(of_both), stem) == std::end(of_both))
                return &place;
            continue;
        }
        if (level != place.level) continue;
        std::size_t differ = 0;
        for (std::size_t i = 0; i < stem.size(); ++i) differ += stem[i] != place.stem[i] ? 1U : 0U;
        // Before a shorter stem stands what the name may begin with: 在溪县.
        if (differ == 1 && stem.front() == place.stem.front()) return &place;
        if (differ == 1 && words.size() == name.size()) return &place;
    }
    return nullptr;
}

void tell(const FieldText& text, std::size_t end, const Locality& place, std::string_view what,
          std::vector<Finding>& findings) {
    const std::size_t begin = end - place.stem.size() - 1;
    const std::string found = to_utf8(std::u32string_view(text.text).substr(begin, end - begin));
    const std::string own = to_utf8(place.stem + std::u32string(1, place.level));
    findings.push_back(finding_of("W-31", text.span(begin, end),
                                  fmt::format("{}的地名是“{}”，机关名称里是“{}”", what, found, own),
                                  "请核对地名；确是另一个地方的，不必改",
                                  {{"found", found}, {"expected", own}}));
}

/// The Han characters that end at a place and begin behind what joins them to the words
/// before: 云溪县 of “可在云溪县人民政府网站”.
std::u32string_view words_before(std::u32string_view text, std::size_t end) {
    constexpr std::u32string_view joints = U"在从由及和与向于到经是的：、";
    std::size_t begin = end;
    while (begin > 0 && end - begin < 20 && is_han(text[begin - 1]) &&
           !wording::is_one_of(text[begin - 1], joints))
        --begin;
    return text.substr(begin, end - begin);
}

void check_websites(const std::vector<Locality>& places, const FieldText& text,
                    std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t at = whole.find(U"政府"); at != whole.npos; at = whole.find(U"政府", at + 2)) {
        const std::u32string_view behind = whole.substr(at + 2, 4);
        if (!behind.starts_with(U"网") && !behind.starts_with(U"门户网") &&
            !behind.starts_with(U"官网") && !behind.starts_with(U"官方网"))
            continue;
        std::size_t end = at;
        if (end >= 2 && whole.substr(end - 2, 2) == U"人民") end -= 2;
        const Locality* place = slip_for(places, words_before(whole, end));
        if (place == nullptr) continue;
        tell(text, end, *place, "网站名称", findings);
        return;
    }
}

/// “地址：云西县文昌路6号”: each place in it that is written with its level.
void check_addresses(const std::vector<Locality>& places, const FieldText& text,
                     std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t at = whole.find(U"地址"); at != whole.npos; at = whole.find(U"地址", at + 2)) {
        std::size_t begin = at + 2;
        while (begin < whole.size() && wording::is_one_of(whole[begin], U"：:为是在 　")) ++begin;
        constexpr std::size_t longest = 24;
        for (std::size_t i = begin; i < whole.size() && i < begin + longest && is_han(whole[i]);
             ++i) {
            if (!wording::is_one_of(whole[i], levels)) continue;
            const Locality* place = slip_for(places, whole.substr(begin, i + 1 - begin));
            if (place != nullptr) {
                tell(text, i + 1, *place, "地址", findings);
                return;
            }
            begin = i + 1;
        }
    }
}

}  // namespace

void check_own_place(const Report& report, const wording::Prose& prose,
                     std::vector<Finding>& findings) {
    if (!has_any(prose.introduction.text + prose.overview.text, {U"政府", U"地址"})) return;
    const std::vector<Locality> places = places_of(report.agency);
    if (places.empty()) return;
    for (const FieldText* text : {&prose.introduction, &prose.overview})
        check_websites(places, *text, findings);
    check_addresses(places, prose.introduction, findings);
}

}  // namespace nianbao
