#include "county/desk/intake/owners.hpp"

#include "check/offices/same_office.hpp"
#include "nianbao/report.hpp"
#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace nianbao::desk {
namespace {

/// Shorter parts of names stand in many words.
constexpr std::size_t shortest_part = 3;

/// Characters that two words have in common, wherever they stand.
int common(std::u32string a, std::u32string b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::u32string both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return static_cast<int>(both.size());
}

/// How much two offices of one place have in common, whose names begin alike or hold one
/// another: 农业农村局 and 农业和水利局, 教育局 and 教育和体育局. 0: they are others, as 民政局 and
/// 财政局 are.
int alike_parts(const offices::Office& wanted, std::string_view name) {
    const std::optional<offices::Office> own = offices::office_of(to_utf32(name));
    if (!own || own->place != wanted.place || own->own.empty() || wanted.own.empty()) return 0;
    const std::u32string &a = own->own, &b = wanted.own;
    const auto holds = [](const std::u32string& whole, const std::u32string& part) {
        return whole.find(part) != whole.npos;
    };
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    if (differ - a.begin() < 2 && !holds(a, b) && !holds(b, a)) return 0;
    const int both = common(a, b);
    return 2 * both >= static_cast<int>(std::min(a.size(), b.size())) ? both : 0;
}

/// The same of a name that is in no table: a slip of one or two characters.
int alike_letters(std::string_view wanted, std::string_view name) {
    const int distance = edit_distance(plain_name(wanted), name);
    const int characters = count_characters(name);
    return distance * 5 <= characters ? characters - distance : 0;
}

}  // namespace

Owners::Owners(const std::vector<OfficeOfList>& offices) : offices_(offices) {
    for (int i = 0; i < std::ssize(offices); ++i) {
        names_.emplace(plain_name(offices[i].name), i);
        for (const std::vector<std::string>* others : {&offices[i].aliases, &offices[i].former}) {
            for (const std::string& name : *others) names_.emplace(plain_name(name), i);
        }
    }
    for (const auto& [name, office] : names_) add_part(name, office);
    for (const auto& [name, office] : names_) {
        const std::optional<offices::Office> parts = offices::office_of(to_utf32(name));
        if (parts && !parts->own.empty() && !parts->place.empty())
            add_part(to_utf8(parts->own), office);
    }
}

void Owners::add_part(const std::string& name, int office) {
    if (to_utf32(name).size() < shortest_part) return;
    const auto [known, is_new] = parts_.emplace(name, office);
    if (!is_new && known->second != office && !names_.contains(name)) known->second = nobody;
}

int Owners::named(std::string_view agency) const {
    const auto found = names_.find(plain_name(agency));
    return found == names_.end() ? nobody : found->second;
}

int Owners::in_name(std::string_view name) const {
    const std::string plain = plain_name(name);
    int owner = nobody;
    std::size_t longest = 0;
    for (const auto& [part, office] : parts_) {
        if (part.size() < longest || plain.find(part) == plain.npos) continue;
        owner = part.size() == longest && office != owner ? nobody : office;
        longest = part.size();
    }
    return owner;
}

int Owners::in_path(std::string_view path) const {
    while (!path.empty()) {
        const std::size_t slash = path.rfind('/');
        const std::string_view name = slash == path.npos ? path : path.substr(slash + 1);
        if (const int owner = in_name(name); owner != nobody) return owner;
        path = slash == path.npos ? std::string_view() : path.substr(0, slash);
    }
    return nobody;
}

int Owners::nearest(std::string_view agency, const std::function<bool(int)>& may_be) const {
    const std::u32string wanted = to_utf32(plain_name(agency));
    const std::optional<offices::Office> parts = offices::office_of(wanted);
    int best = nobody, most = 0;
    for (const auto& [name, office] : names_) {
        if (!may_be(office)) continue;
        const int alike = parts ? alike_parts(*parts, name) : alike_letters(agency, name);
        if (alike <= most) continue;
        most = alike;
        best = office;
    }
    return best;
}

}  // namespace nianbao::desk
