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

/// True if a character is another one in the name of a town of one county: 云溪县白合镇 for
/// 云溪县白河镇.
bool is_slip_of_town(const offices::Office& own, const offices::Office& wanted) {
    constexpr std::size_t county = 3;  // characters of its name, at least
    const std::u32string &a = own.place, &b = wanted.place;
    return own.governs && own.own == wanted.own && a != b && a.size() == b.size() &&
           a.size() > county && a.substr(0, county) == b.substr(0, county) &&
           edit_distance(to_utf8(a), to_utf8(b)) == 1;
}

/// How much two offices of one place have in common, whose names begin alike or hold one
/// another: 农业农村局 and 农业和水利局, 教育局 and 教育和体育局. 0: they are others, as 民政局 and
/// 财政局 are.
int alike_parts(const offices::Office& wanted, std::string_view name) {
    const std::optional<offices::Office> own = offices::office_of(to_utf32(name));
    if (!own || own->own.empty() || wanted.own.empty()) return 0;
    if (is_slip_of_town(*own, wanted)) return static_cast<int>(wanted.own.size());
    if (own->place != wanted.place) return 0;
    const std::u32string &a = own->own, &b = wanted.own;
    const auto holds = [](const std::u32string& whole, const std::u32string& part) {
        return whole.find(part) != whole.npos;
    };
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    if (differ - a.begin() < 2 && !holds(a, b) && !holds(b, a)) return 0;
    const int both = common(a, b);
    return 2 * both >= static_cast<int>(std::min(a.size(), b.size())) ? both : 0;
}

/// Words of files' names that say nothing of whose they are, the longer ones first.
constexpr std::u32string_view empty_words[] = {U"政府信息公开工作年度报告",
                                               U"政府信息公开年度报告",
                                               U"政府信息公开",
                                               U"信息公开",
                                               U"政务公开",
                                               U"年度工作报告",
                                               U"工作年度报告",
                                               U"年度报告",
                                               U"工作报告",
                                               U"年报",
                                               U"报告",
                                               U"年度",
                                               U"工作",
                                               U"最终",
                                               U"定稿",
                                               U"终稿",
                                               U"初稿",
                                               U"修改",
                                               U"盖章",
                                               U"签字",
                                               U"扫描件",
                                               U"扫描",
                                               U"电子版",
                                               U"关于",
                                               U"报送",
                                               U"副本",
                                               U"新建",
                                               U"年",
                                               U"版",
                                               U"稿",
                                               U"的"};

/// What is left of a file's name without its ending, digits, marks and empty words.
std::u32string telling_words(std::string_view name) {
    std::u32string words;
    for (const char32_t c : to_utf32(plain_name(name.substr(0, name.rfind('.'))))) {
        if (c >= U'\u3400' && c <= U'\u9FFF') words += c;
    }
    for (const std::u32string_view word : empty_words) {
        for (auto at = words.find(word); at != words.npos; at = words.find(word))
            words.erase(at, word.size());
    }
    return words;
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

int Owners::called_in_name(std::string_view name) const {
    constexpr std::size_t shortest_call = 2;
    const std::u32string words = telling_words(name);
    if (words.size() < shortest_call) return nobody;
    // What an office is called for certain, then what may be short for its name.
    for (const bool abbreviated : {false, true}) {
        int owner = nobody;
        bool several = false;
        for (const auto& [each, office] : names_) {
            const std::u32string own = to_utf32(each);
            bool called = abbreviated &&
                          (offices::is_short_for(words, own) || offices::is_short_for(own, words));
            if (!abbreviated) {
                const std::vector<std::u32string> calls = offices::names_in_texts(own);
                called = std::find(calls.begin(), calls.end(), words) != calls.end();
            }
            if (!called || office == owner) continue;
            several = several || owner != nobody;
            owner = office;
        }
        if (owner != nobody) return several ? nobody : owner;
    }
    return nobody;
}

int Owners::abbreviated(std::string_view agency) const {
    const std::u32string name = to_utf32(plain_name(agency));
    int owner = nobody;
    for (const auto& [each, office] : names_) {
        const std::u32string own = to_utf32(each);
        if (office == owner ||
            (!offices::is_short_for(name, own) && !offices::is_short_for(own, name)))
            continue;
        if (owner != nobody) return nobody;
        owner = office;
    }
    return owner;
}

int Owners::called_in_path(std::string_view path) const {
    while (!path.empty()) {
        const std::size_t slash = path.rfind('/');
        const std::string_view name = slash == path.npos ? path : path.substr(slash + 1);
        if (const int owner = called_in_name(name); owner != nobody) return owner;
        path = slash == path.npos ? std::string_view() : path.substr(0, slash);
    }
    return nobody;
}

bool Owners::resembles(int office, std::string_view agency) const {
    const std::u32string wanted = to_utf32(plain_name(agency));
    const std::optional<offices::Office> parts = offices::office_of(wanted);
    for (const auto& [name, owner] : names_) {
        if (owner != office) continue;
        std::u32string begin = to_utf32(name);
        if (parts && offices::office_of(begin)) {
            if (alike_parts(*parts, name) > 0) return true;
            continue;
        }
        begin.pop_back();
        if (alike_letters(agency, name) > 0 || wanted.starts_with(begin)) return true;
    }
    return false;
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
