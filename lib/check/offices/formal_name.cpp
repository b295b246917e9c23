#include "check/offices/formal_name.hpp"

#include "check/offices/same_office.hpp"
#include "check/offices/subjects.hpp"
#include "check/rules.hpp"
#include "text/character.hpp"
#include "text/search.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace nianbao {
namespace {

using wording::FieldText;
using wording::is_one_of;

constexpr std::u32string_view ranks = U"省市县区旗州";
constexpr std::size_t longest_own = 22;  // characters of a name behind its place

/// 云溪县 and 农业农村局: the name behind its last place.
struct OwnParts {
    std::u32string place, own;
};
OwnParts parts_of(std::u32string_view name) {
    std::size_t end = 0;
    for (std::size_t i = 1; i + 2 < name.size(); ++i) {
        const bool word =
            is_one_of(name[i + 1], U"场政容域级划间") || is_one_of(name[i - 1], U"城社");
        if (is_one_of(name[i], ranks) && !word) end = i + 1;
    }
    std::size_t begin = end < 2 ? 0 : name.substr(0, end - 1).find_last_of(ranks) + 1;
    if (end > 0 && end - begin < 3) begin = 0;
    return {std::u32string(name.substr(begin, end - begin)), std::u32string(name.substr(end))};
}

/// Where the name of an office that begins there ends; 0: it is none, or goes on.
std::size_t end_of_office(std::u32string_view text, std::size_t begin) {
    constexpr std::u32string_view endings[] = {
        U"委员会", U"管委会", U"服务中心", U"中心", U"大队", U"支队", U"总队", U"调查队",
        U"医院",   U"中医院", U"局",       U"厅",   U"处",   U"所",   U"委"};
    for (std::size_t end = begin + 1; end < text.size() && end - begin <= longest_own; ++end) {
        if (!is_han(text[end - 1])) return 0;
        for (const std::u32string_view ending : endings) {
            if (end - begin <= ending.size() || !text.substr(0, end).ends_with(ending)) continue;
            if (ending == U"委" && is_one_of(text[end], U"员托")) break;
            if (ending == U"中心" && end - begin < 4) break;
            return is_one_of(text[end], U"长部党机党级属直面限办内下所科") ? 0 : end;
        }
    }
    return 0;
}

std::u32string_view stem_of(std::u32string_view office) {
    for (const std::u32string_view end : {U"委员会", U"服务中心"}) {
        if (office.ends_with(end)) return office.substr(0, office.size() - end.size());
    }
    return office.substr(0, office.size() - 1);
}

class FormalName {
public:
    FormalName(const Report& report, std::vector<Finding>& findings)
        : report_(report),
          agency_(wording::without_blanks(to_utf32(report.agency))),
          own_(parts_of(agency_)),
          findings_(findings) {}

    void check(const wording::Prose& prose) {
        if (own_.own.size() < 3) return;
        if (own_.place.size() >= 2) {
            // A government speaks through its offices.
            if (!governs()) {
                publisher(prose.introduction);
                head(prose.overview);
            }
            for (const FieldText* text : prose.all()) near_place(*text);
            other_ending(prose.overview);
        }
        for (const FieldText* text : {&prose.introduction, &prose.overview}) street(*text);
    }

private:
    void tell(const FieldText& text, std::size_t begin, std::size_t end) {
        const std::string found =
            to_utf8(std::u32string_view(text.text).substr(begin, end - begin));
        const auto known = [&](const Finding& one) {
            if (one.rule == "W-30" && one.message.find(found) != std::string::npos) return true;
            return (one.rule == "W-30" || one.rule == "W-14") && one.where.field == text.field &&
                   std::cmp_less(one.where.offset, end) &&
                   std::cmp_less(begin, one.where.offset + one.where.length);
        };
        if (told_ || std::any_of(findings_.begin(), findings_.end(), known)) return;
        told_ = true;
        findings_.push_back(
            finding_of("W-30", text.span(begin, end),
                       fmt::format("报告自称“{}”，机关名称是“{}”", found, report_.agency),
                       "核对机关名称；确是另一个机关的，不必改",
                       {{"found", found}, {"expected", report_.agency}}));
    }

    bool governs() const {
        const std::u32string_view name = agency_;
        return name.ends_with(U"政府") || name.ends_with(U"管委会") ||
               name.ends_with(U"管理委员会") || name.ends_with(U"办事处");
    }

    /// True of another form than the own name has. 发改局 is short for 发展和改革局; 交通厅, with
    /// the place before it, is what 交通运输厅 was called.
    bool is_other(std::u32string_view office, bool with_place) const {
        const std::u32string_view own = own_.own;
        if (own.starts_with(office) || office.starts_with(own)) return false;
        std::u32string bare;
        for (const char32_t c : own) {
            if (!is_one_of(c, U"和与及、")) bare += c;
        }
        std::u32string said;
        for (const char32_t c : office) {
            if (!is_one_of(c, U"和与及、")) said += c;
        }
        if (bare == said || bare.starts_with(said)) return false;
        const std::u32string_view stem = stem_of(said);
        const bool same_end = said.back() == bare.back() || own.ends_with(U"委员会");
        if (same_end && offices::abbreviates(stem, bare))
            return with_place && bare.starts_with(stem) && stem.size() + 2 < bare.size() &&
                   said.back() == bare.back();
        return true;
    }

    bool begins(std::u32string_view text, std::size_t at) const {
        if (at == 0) return true;
        const char32_t before = text[at - 1];
        return is_one_of(before, U"\n。，；：、 　由") || !is_han(before);
    }

    /// “…，云溪县财政局编制2023年…”: who publishes, with the place before it.
    void publisher(const FieldText& text) {
        const std::u32string_view whole = text.text;
        constexpr std::u32string_view doings[] = {
            U"根据", U"依据", U"按照", U"依照", U"编制", U"公布",   U"发布",   U"向社会", U"制作",
            U"现",   U"特",   U"20",   U"遵照", U"严格", U"（以下", U"（简称", U"编写",   U"形成"};
        for (std::size_t at = whole.find(own_.place); at != whole.npos;
             at = whole.find(own_.place, at + 1)) {
            const std::size_t place_end = at + own_.place.size();
            std::size_t begin = at;
            const std::size_t above = agency_.find(own_.place);
            if (above != agency_.npos && above > 0 && at >= above &&
                whole.substr(at - above, above) == std::u32string_view(agency_).substr(0, above))
                begin = at - above;
            if (!begins(whole, begin)) {
                const bool published = begin >= 2 && (stands(whole, begin - 2, U"公布") ||
                                                      stands(whole, begin - 2, U"现将"));
                if (!published) continue;
            }
            const std::size_t end = end_of_office(whole, place_end);
            if (end == 0 || !is_other(whole.substr(place_end, end - place_end), true)) continue;
            const bool acts = std::any_of(std::begin(doings), std::end(doings),
                                          [&](auto word) { return stands(whole, end, word); });
            const auto sentence = wording::sentence_around(whole, at).of(whole);
            if (!acts || has_any(sentence, {U"转发", U"会同", U"联合"})) continue;
            tell(text, begin, end);
        }
    }

    /// “2023年，县发改局坚持…” at the head of the overview.
    void head(const FieldText& text) {
        const auto line = std::find_if(
            text.lines.begin(), text.lines.end(),
            [](const wording::TextLine& one) { return one.kind != LineKind::heading; });
        if (line == text.lines.end()) return;
        const std::u32string_view whole = text.text;
        std::size_t begin = line->body;
        while (begin < whole.size() && wording::is_any_digit(whole[begin])) ++begin;
        for (const std::u32string_view word : {U"今年", U"年", U"度", U"以来", U"来", U"，"}) {
            if (begin > line->body && stands(whole, begin, word)) begin += word.size();
        }
        const char32_t level = own_.place.back();
        std::size_t office = begin;
        bool with_place = false, other_level = false;
        if (stands(whole, begin, own_.place)) {
            office += own_.place.size();
            with_place = true;
        } else if (is_one_of(wording::at(whole, static_cast<std::ptrdiff_t>(begin)), ranks)) {
            ++office;
            other_level = whole[begin] != level;
        } else {
            return;
        }
        const std::size_t end = end_of_office(whole, office);
        if (end == 0) return;
        const auto name = whole.substr(office, end - office);
        const auto sentence = wording::sentence_around(whole, begin).of(whole);
        constexpr std::u32string_view also[] = {U"统筹", U"以",   U"在",         U"把",
                                                U"深入", U"着力", U"（以下简称", U"（简称"};
        const bool below =
            is_one_of(name.back(), U"队所站心") && !offices::own_doing_at(whole, end);
        const bool acts = offices::own_doing_at(whole, end) || offices::any_doing_at(whole, end) ||
                          std::any_of(std::begin(also), std::end(also),
                                      [&](auto word) { return stands(whole, end, word); });
        if (!acts || below ||
            has_any(sentence,
                    {U"配合", U"协助", U"会同", U"印发", U"部署", U"要求", U"组织我", U"我局",
                     U"我委", U"我单位", U"本局", U"指导", U"支持", U"共同", U"本机关"}))
            return;
        if (other_level) {
            // 市卫生健康委 in the report of the district's.
            const bool own_office =
                own_.own.starts_with(name) || offices::abbreviates(stem_of(name), own_.own);
            const bool small = is_one_of(level, U"县区旗") && is_one_of(whole[begin], U"市省");
            if (own_office && small && name.size() >= 3) tell(text, begin, end);
            return;
        }
        if (name.size() >= 3 && is_other(name, with_place)) tell(text, begin, end);
    }

    /// 云岑县人民政府 in the report of 云岭县: a character of the place is another, or is lost.
    void near_place(const FieldText& text) {
        const std::u32string_view whole = text.text;
        const std::u32string_view stem =
            std::u32string_view(own_.place).substr(0, own_.place.size() - 1);
        if (stem.size() < 2 || is_one_of(own_.place.back(), U"省")) return;
        const std::u32string_view first = std::u32string_view(own_.own).substr(0, 2);
        for (std::size_t at = whole.find(own_.place.back()); at != whole.npos;
             at = whole.find(own_.place.back(), at + 1)) {
            if (has_any(wording::sentence_around(whole, at).of(whole),
                        {U"交流", U"学习", U"借鉴", U"考察", U"会同", U"联合", U"对标", U"经验",
                         U"共同", U"移交", U"转来", U"来函"}))
                continue;
            const bool government =
                stands(whole, at + 1, U"人民政府") && !stands(whole, at + 5, U"网");
            if (!government && !stands(whole, at + 1, first)) continue;
            // One lost: 苍梧县 for 苍梧渡县.
            if (stem.size() >= 3 && at + 1 >= stem.size()) {
                const auto shorter = whole.substr(at + 1 - stem.size(), stem.size() - 1);
                const char32_t before =
                    wording::at(whole, static_cast<std::ptrdiff_t>(at + 1 - stem.size()) - 1);
                if (offices::abbreviates(shorter, stem) && shorter.front() == stem.front() &&
                    before != stem[0] && shorter != stem.substr(0, shorter.size()).substr(1)) {
                    tell(text, at + 1 - stem.size(), at + 1);
                    return;
                }
            }
            if (at < stem.size()) continue;
            const auto said = whole.substr(at - stem.size(), stem.size());
            std::size_t differ = 0;
            for (std::size_t i = 0; i < stem.size(); ++i) differ += said[i] != stem[i] ? 1U : 0U;
            const bool far = stem.size() == 2 && said.front() != stem.front();
            if (differ != 1 || far || !std::all_of(said.begin(), said.end(), is_han) ||
                has(agency_, said))
                continue;
            tell(text, at - stem.size(), at + 1);
            return;
        }
    }

    /// 市交通运输厅 in the report of a city's 局: 厅 are of provinces.
    void other_ending(const FieldText& text) {
        const std::u32string_view whole = text.text, own = own_.own;
        const char32_t end = own.back();
        const bool province = own_.place.back() == U'省';
        if (!is_one_of(end, U"局厅") || own.size() < 3) return;
        const std::u32string_view stem = own.substr(0, own.size() - 1);
        for (std::size_t at = whole.find(stem); at != whole.npos; at = whole.find(stem, at + 1)) {
            const char32_t level = wording::at(whole, static_cast<std::ptrdiff_t>(at) - 1);
            const char32_t said = wording::at(whole, static_cast<std::ptrdiff_t>(at + stem.size()));
            const bool wrong =
                (end == U'局' && said == U'厅' && level == own_.place.back() && !province) ||
                (end == U'厅' && said == U'局' && level == U'省');
            if (!wrong ||
                is_one_of(wording::at(whole, static_cast<std::ptrdiff_t>(at + stem.size() + 1)),
                          U"级长"))
                continue;
            tell(text, at - 1, at + stem.size() + 1);
            return;
        }
    }

    /// 望江街道办事处 in the report of 望湖街道办事处: in the introduction, and 古汤街道子站.
    void street(const FieldText& text) {
        constexpr std::u32string_view offices_of[] = {U"街道办事处", U"镇人民政府", U"乡人民政府"};
        const std::u32string_view whole = text.text;
        for (const std::u32string_view office : offices_of) {
            if (!agency_.ends_with(office)) continue;
            const auto place =
                std::u32string_view(agency_).substr(0, agency_.size() - office.size());
            const std::size_t above = place.find_last_of(U"市县区旗");
            const auto stem = above == place.npos ? place : place.substr(above + 1);
            if (stem.size() < 2 || stem.size() > 4) return;
            const std::u32string_view kind = office.substr(0, office.starts_with(U"街道") ? 2 : 1);
            for (std::size_t at = whole.find(kind); at != whole.npos;
                 at = whole.find(kind, at + 1)) {
                if (at < stem.size()) continue;
                const std::size_t begin = at - stem.size();
                const auto said = whole.substr(begin, stem.size());
                if (said == stem || has(agency_, std::u32string(said) + std::u32string(kind)))
                    continue;
                const bool named = stands(whole, at, office);
                const std::size_t end = at + (named ? office.size() : kind.size());
                std::size_t differ = 0;
                for (std::size_t i = 0; i < stem.size(); ++i)
                    differ += said[i] != stem[i] ? 1U : 0U;
                if (!std::all_of(said.begin(), said.end(), is_han)) continue;
                const bool near = differ == 1 && said.front() == stem.front();
                const bool acts = stands(whole, end, U"20") || stands(whole, end, U"发布") ||
                                  stands(whole, end, U"编制") || stands(whole, end, U"根据") ||
                                  stands(whole, end, U"依据") || stands(whole, end, U"按照") ||
                                  stands(whole, end, U"子站") || stands(whole, end, U"公布");
                const bool bounded =
                    begins(whole, begin) ||
                    is_one_of(wording::at(whole, static_cast<std::ptrdiff_t>(begin) - 1),
                              U"市县区旗将布");
                const bool whole_name = named && text.field == "introduction" && bounded;
                if (!(acts && (near || whole_name))) continue;
                tell(text, begin, end);
                return;
            }
            return;
        }
    }

    const Report& report_;
    std::u32string agency_;
    OwnParts own_;
    std::vector<Finding>& findings_;
    bool told_ = false;
};

}  // namespace

void check_formal_name(const Report& report, const wording::Prose& prose,
                       std::vector<Finding>& findings) {
    FormalName(report, findings).check(prose);
}

}  // namespace nianbao
