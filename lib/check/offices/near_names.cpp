#include "check/offices/near_names.hpp"

#include "check/offices/same_office.hpp"
#include "check/offices/subjects.hpp"
#include "check/rules.hpp"
#include "check/wording/text.hpp"
#include "text/character.hpp"
#include "text/edit_distance.hpp"
#include "text/search.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace nianbao {
namespace {

using wording::FieldText;

constexpr std::u32string_view ranks_of_places = U"省市县区旗";
constexpr std::u32string_view ranks_of_counties = U"县区旗";

/// 清平县 and 住房和城乡建设局: the last level of the place, and what is left behind it.
struct OwnName {
    std::u32string place, office;

    explicit OwnName(const std::string& agency) {
        const std::u32string name = wording::without_blanks(to_utf32(agency));
        std::size_t end = 0;
        for (std::size_t i = 1; i + 2 < name.size(); ++i) {
            const bool word = wording::is_one_of(name[i + 1], U"场政容域级划间");
            if (wording::is_one_of(name[i], ranks_of_places) && !word) end = i + 1;
        }
        place = name.substr(0, end);
        office = name.substr(end);
    }
    /// 清平: without the place above it and the level.
    std::u32string_view stem() const {
        if (place.size() < 2) return {};
        const std::u32string_view whole = place;
        const std::size_t above = whole.find_last_of(ranks_of_places, whole.size() - 2);
        const std::size_t begin = above == whole.npos ? 0 : above + 1;
        return whole.substr(begin, whole.size() - 1 - begin);
    }
};

class NearNames {
public:
    NearNames(const Report& report, std::vector<Finding>& findings)
        : report_(report), own_(report.agency), findings_(findings) {}

    void check(const wording::Prose& prose) {
        const std::u32string_view office = own_.office;
        if (office.size() < 3) return;
        for (const FieldText* text : prose.all()) {
            if (told_) return;
            same_offices(*text);
            if (told_) return;
            other_accounts(*text);
            if (told_) return;
            if (office.ends_with(U"局")) {
                near_names(*text);
                other_places(*text);
            } else if (report_.kind == Kind::government && office.ends_with(U"人民政府")) {
                other_levels(*text);
                if (!told_ && own_.stem().size() >= 2) other_stems(*text);
            } else if (report_.kind == Kind::township) {
                other_towns(*text);
            }
        }
        if (office.ends_with(U"局") || report_.kind == Kind::township) signature();
    }

private:
    void tell(const Span& where, std::u32string_view name) {
        const std::string found = to_utf8(name);
        const bool known =
            std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
                return (finding.rule == "W-30" || finding.rule == "W-14") &&
                       finding.message.find(found) != std::string::npos;
            });
        told_ = true;
        if (known) return;
        findings_.push_back(finding_of(
            "W-30", where, fmt::format("报告自称“{}”，机关名称是“{}”", found, report_.agency),
            "核对机关名称；确是另一个机关的，不必改",
            {{"found", found}, {"expected", report_.agency}}));
    }

    /// 教育体育局, 住房城乡和建设局: more than the own name or its characters in disorder, and
    /// no other office of the place.
    bool is_near(std::u32string_view office) const {
        const std::u32string_view own = own_.office;
        if (office == own || office.size() < 4) return false;
        const std::u32string_view stem = own.substr(0, own.size() - 1);
        const std::u32string_view other = office.substr(0, office.size() - 1);
        if (other.size() >= stem.size() + 2 && has(other, stem)) return true;
        constexpr std::size_t long_enough = 5;
        constexpr int farthest = 2;  // W-14 tells of one character
        const int apart = edit_distance(to_utf8(stem), to_utf8(other));
        return stem.size() >= long_enough && other.size() >= stem.size() && apart >= 1 &&
               apart <= farthest && (apart > 1 || other.size() == stem.size());
    }

    void near_names(const FieldText& text) {
        const std::u32string_view whole = text.text;
        const std::u32string_view first = std::u32string_view(own_.office).substr(0, 2);
        constexpr std::size_t longest = 16;
        for (std::size_t at = whole.find(first); at != whole.npos; at = whole.find(first, at + 2)) {
            if (!wording::is_one_of(wording::at(whole, static_cast<std::ptrdiff_t>(at) - 1),
                                    ranks_of_places))
                continue;
            std::size_t end = at;
            while (end < whole.size() && end - at < longest && is_han(whole[end]) &&
                   whole[end] != U'局' && !wording::is_one_of(whole[end], U"院校会室所站队厅处"))
                ++end;
            if (end >= whole.size() || whole[end] != U'局') continue;
            if (!is_near(whole.substr(at, end + 1 - at))) continue;
            std::size_t begin = at - 1;
            while (begin > 0 && at - begin < 4 && is_han(whole[begin - 1]) &&
                   !wording::is_one_of(whole[begin - 1], U"由与和向请在原年度布将"))
                --begin;
            // 原…局: what it was called before; …局更名为.
            const std::u32string_view sentence = wording::sentence_around(whole, at).of(whole);
            if (has_any(sentence, {U"原", U"更名", U"机构改革", U"合并", U"划转", U"挂牌"}))
                continue;
            tell(text.span(begin, end + 1), whole.substr(begin, end + 1 - begin));
            return;
        }
    }

    /// “海州区教育局坚持……” at the beginning of a clause, in the report of 云台区教育局.
    void other_places(const FieldText& text) {
        const std::u32string_view whole = text.text, office = own_.office;
        if (own_.place.empty()) return;
        for (std::size_t at = whole.find(office); at != whole.npos;
             at = whole.find(office, at + 1)) {
            constexpr std::size_t longest = 5;
            std::size_t begin = at;
            while (begin > 0 && at - begin < longest && is_han(whole[begin - 1])) --begin;
            for (const char32_t time : {U'年', U'度'}) {
                if (begin < at && whole[begin] == time) ++begin;
            }
            const std::u32string_view place = whole.substr(begin, at - begin);
            if (place.size() < 3 || place.size() >= longest || !is_like(place.back()) ||
                has(own_.place, place))
                continue;
            std::size_t end = at + office.size();
            if (whole.substr(end).starts_with(U"办公室")) end += 3;
            const std::u32string_view next = whole.substr(end);
            if (!offices::doing_at(whole, end) && !next.starts_with(U"通过") &&
                !next.starts_with(U"未收取") && !next.starts_with(U"在"))
                continue;
            const std::u32string_view sentence = wording::sentence_around(whole, at).of(whole);
            if (has_any(sentence,
                        {U"我局", U"交流", U"学习", U"借鉴", U"会同", U"联合", U"共同", U"转来",
                         U"移交", U"来函", U"经验", U"涉及我", U"由市局", U"由省局"}))
                continue;
            tell(text.span(begin, at + office.size()),
                 whole.substr(begin, at + office.size() - begin));
            return;
        }
    }
    /// 乌兰浩特市卫生健康委员会 in the introduction of 阿尔山市卫生健康委员会; elsewhere only
    /// as who made what the own office put out: “印发《义乌市…局信息公开工作机制》”.
    void same_offices(const FieldText& text) {
        const std::u32string_view whole = text.text, office = own_.office;
        if (own_.place.size() < 3) return;
        const std::u32string own = std::u32string(own_.stem()) + own_.place.back();
        const bool introduction = text.field == "introduction";
        for (std::size_t at = whole.find(office); at != whole.npos;
             at = whole.find(office, at + 1)) {
            constexpr std::size_t longest = 10;
            if (at < 3 || !is_like(whole[at - 1]) || whole.substr(0, at).ends_with(own) ||
                wording::is_one_of(whole[at - 2], U"本我全该各外跨级兄") ||
                !is_han(whole[at - 2]) || !is_han(whole[at - 3]))
                continue;
            std::size_t begin = at - 3;
            while (begin > 0 && at - begin < longest && is_han(whole[begin - 1]) &&
                   !wording::is_one_of(whole[begin - 1], U"与向由和请在布照据映系制是"))
                --begin;
            constexpr std::u32string_view joints = U"与向由和请在布照据映系制是的";
            // 科右中旗 is short for 科尔沁右翼中旗.
            if (offices::abbreviates(whole.substr(begin, at - begin), own_.place) ||
                wording::is_one_of(whole[at - 2], joints) ||
                wording::is_one_of(whole[at - 3], joints))
                continue;
            const std::u32string_view sentence = wording::sentence_around(whole, at).of(whole);
            if (has_any(sentence, {U"学习", U"借鉴", U"参照", U"参考", U"转发", U"转载", U"上级",
                                   U"对标", U"原", U"更名", U"会同", U"联合", U"要求", U"部署"}))
                continue;
            const bool titled = begin > 0 && whole[begin - 1] == U'《' &&
                                has_any(sentence, {U"印发", U"制定", U"修订", U"出台", U"完善",
                                                   U"执行", U"落实", U"严格"});
            if (!introduction && !titled) continue;
            tell(text.span(begin, at + office.size()),
                 whole.substr(begin, at + office.size() - begin));
            return;
        }
    }

    /// A county beside a county, a city beside a city; the office above it is of another
    /// level.
    bool is_like(char32_t level) const {
        const char32_t own = own_.place.back();
        return level == own || (wording::is_one_of(level, ranks_of_counties) &&
                                wording::is_one_of(own, ranks_of_counties));
    }

    void other_levels(const FieldText& text) {
        const std::u32string_view whole = text.text, stem = own_.stem();
        if (stem.size() < 2) return;
        for (std::size_t at = whole.find(stem); at != whole.npos; at = whole.find(stem, at + 1)) {
            const std::size_t end = at + stem.size();
            const char32_t level = wording::at(whole, static_cast<std::ptrdiff_t>(end));
            if (!wording::is_one_of(level, U"市县区旗") || level == own_.place.back() ||
                !stands(whole, end + 1, U"人民政府") || stands(whole, end + 5, U"网") ||
                stands(whole, end + 5, U"门户"))
                continue;  // W-31 tells of websites
            tell(text.span(at, end + 5), whole.substr(at, end + 5 - at));
            return;
        }
    }

    /// 桃江市人民政府 in the report of 桃源市人民政府: a character of the place is another.
    void other_stems(const FieldText& text) {
        const std::u32string_view whole = text.text, stem = own_.stem();
        constexpr std::u32string_view government = U"人民政府";
        for (std::size_t at = whole.find(government); at != whole.npos;
             at = whole.find(government, at + 4)) {
            if (at < stem.size() + 1 || whole[at - 1] != own_.place.back() ||
                !offices::doing_at(whole, at + 4))
                continue;
            const std::size_t begin = at - 1 - stem.size();
            const auto other = whole.substr(begin, stem.size());
            if (other == stem || other.front() != stem.front() ||
                !std::all_of(other.begin(), other.end(), is_han))
                continue;
            tell(text.span(begin, at + 4), whole.substr(begin, at + 4 - begin));
            return;
        }
    }

    /// “青山镇共收到……”: another town at the beginning of a sentence about itself.
    void other_towns(const FieldText& text) {
        const std::u32string_view whole = text.text;
        for (std::size_t at = 2; at < whole.size(); ++at) {
            std::size_t end = at + 1;
            if (whole[at] == U'街' && stands(whole, at, U"街道")) ++end;
            else if ((whole[at] != U'镇' && whole[at] != U'乡') || whole[at - 1] == U'乡') continue;
            std::size_t name = end;
            for (const std::u32string_view tail : {U"人民政府", U"办事处", U"政府"}) {
                if (!stands(whole, name, tail)) continue;
                name += tail.size();
                break;
            }
            // “大平镇立足” in the report of 太平镇, which is hardly a neighbour's.
            const bool doing = offices::doing_at(whole, name) || stands(whole, name, U"未收") ||
                               stands(whole, name, U"未发生") ||
                               (text.field == "introduction" && stands(whole, name, U"党政"));
            const bool itself = doing || offices::own_doing_at(whole, name) ||
                                stands(whole, name, U"各科室") || stands(whole, name, U"党政办") ||
                                stands(whole, name, U"党委") || stands(whole, name, U"党工委") ||
                                stands(whole, name, U"辖") || stands(whole, name, U"机关") ||
                                stands(whole, name, U"便民服务中心");
            if (!itself) continue;
            if (!doing) {
                for (const std::size_t size : {2U, 3U}) {
                    if (at < size || !is_han(whole[at - size])) break;
                    const auto town = whole.substr(at - size, end - at + size);
                    if (has(to_utf32(report_.agency), town)) break;
                    if (!is_nearly_own(town)) continue;
                    tell(text.span(at - size, name), whole.substr(at - size, name - at + size));
                    return;
                }
                continue;
            }
            std::size_t begin = at;
            while (begin > 0 && at - begin < 4 && is_han(whole[begin - 1]) &&
                   !wording::is_one_of(whole[begin - 1], U"与向由和请到从年度市县区旗州系"))
                --begin;
            const std::u32string_view town = whole.substr(begin, end - begin);
            if (at - begin < 2 || at - begin > 3 || has_any(town, {U"我", U"本", U"全", U"各"}) ||
                wording::is_one_of(town.front(), U"全我本各该两集乡村所对在于年和与") ||
                has(to_utf32(report_.agency), town))
                continue;
            tell(text.span(begin, name), whole.substr(begin, name - begin));
            return;
        }
    }

    /// True if the agency's name has a place of that length, one character of it another.
    bool is_nearly_own(std::u32string_view place) const {
        const std::u32string agency = to_utf32(report_.agency);
        for (std::size_t at = 0; at + place.size() <= agency.size(); ++at) {
            std::size_t differ = 0;
            for (std::size_t i = 0; i < place.size(); ++i)
                differ += agency[at + i] != place[i] ? 1U : 0U;
            if (differ == 1 && agency[at + place.size() - 1] == place.back()) return true;
        }
        return false;
    }

    /// “涪陵自然资源”公众号 in the report of 渝陵区规划和自然资源局: the place in the name of
    /// an account is the own one but for a character.
    void other_accounts(const FieldText& text) {
        constexpr std::size_t longest_stem = 3;
        const std::u32string_view whole = text.text, own = own_.stem();
        const auto stem = own.substr(0, own.size() > longest_stem ? 2 : own.size());
        if (stem.size() < 2) return;
        for (std::size_t at = whole.find(U'”'); at != whole.npos; at = whole.find(U'”', at + 1)) {
            const std::u32string_view behind = whole.substr(at + 1, 8);
            if (!has_any(behind, {U"公众号", U"视频号", U"微博", U"抖音", U"新媒体", U"微信"}))
                continue;
            const std::size_t open = whole.rfind(U'“', at);
            if (open == whole.npos || at - open > 12) continue;
            const auto account = whole.substr(open + 1, at - open - 1);
            if (account.size() < stem.size() + 2) continue;
            const auto place = account.substr(0, stem.size());
            std::size_t differ = 0;
            for (std::size_t i = 0; i < stem.size(); ++i) differ += place[i] != stem[i] ? 1U : 0U;
            if (differ != 1 || has(to_utf32(report_.agency), place)) continue;
            tell(text.span(open + 1, open + 1 + stem.size()), account);
            return;
        }
    }

    /// 清平县住房建设局 below the report of 清平县住房和城乡建设局.
    void signature() {
        if (!report_.signature || told_) return;
        const std::u32string name = wording::without_blanks(to_utf32(report_.signature->agency));
        const std::u32string own = own_.place + own_.office;
        const bool town = report_.kind == Kind::township && !has(name, own_.office);
        if (!town && (own_.place.empty() || !name.starts_with(own_.place))) return;
        if (has(name, own) || has(own, name)) return;
        tell({"signature.agency"}, name);
    }

    const Report& report_;
    OwnName own_;
    std::vector<Finding>& findings_;
    bool told_ = false;
};

}  // namespace

void check_near_names(const Report& report, const wording::Prose& prose,
                      std::vector<Finding>& findings) {
    NearNames(report, findings).check(prose);
}

}  // namespace nianbao
