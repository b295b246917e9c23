#include "check/privacy/privacy.hpp"
#include "check/rules.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace nianbao::privacy {
namespace {

using namespace wording;

/// Surnames that begin no common word after 申请人; 于, 向, 和, 应, 时, 方, 程, 高 and
/// the like do.
constexpr std::u32string_view surnames =
    U"张王李赵刘陈杨黄吴徐孙朱马胡郭林罗郑梁宋唐韩冯邓曹彭肖蔡潘蒋薛苏吕魏贾丁沈姜傅卢汪戴崔陆廖姚邹熊孟秦邱侯江尹阎闫雷黎龙陶贺毛郝龚邵钱覃武莫孔汤葛詹柯倪裴"
    U"翟樊";
constexpr std::u32string_view double_surnames[] = {U"欧阳", U"上官", U"司马", U"诸葛", U"司徒",
                                                   U"夏侯", U"皇甫", U"东方", U"慕容", U"令狐"};

/// What follows a name: the end of the words, or what the person does.
constexpr std::u32string_view after_name =
    U"，。；：、！？（）()“”\n0123456789的向于对提申不认因以在及与和就诉要请来到通称表先曾等已撤重未"
    U"拒补多又另再电邮住系是为";

/// Words that begin with a surname's character.
constexpr std::u32string_view no_names[] = {
    U"陈述", U"陈情", U"黄河", U"江苏", U"江西", U"江北", U"江南", U"马上", U"林业", U"林地",
    U"林权", U"龙头", U"雷同", U"武汉", U"唐山", U"郑州", U"徐州", U"苏州", U"杨浦", U"宋庄",
    U"胡同", U"曹县", U"孙辈", U"朱红", U"孔府", U"武装", U"汤池", U"秦皇", U"孟州", U"邓州",
    U"陆续", U"陆上", U"王府", U"马路", U"毛利", U"江门", U"江阴", U"梁山", U"郭城", U"罗列",
    U"沈阳", U"姜堰", U"吴江", U"黄山", U"黄岛", U"贺州", U"龙岩", U"韩国", U"钱款", U"丁类",
    U"莫名", U"唐突", U"张贴", U"张榜", U"张家", U"李家", U"王家", U"刘家", U"林场", U"石家",
    U"陈家", U"赵家", U"孙家", U"马家", U"郭家", U"杨家", U"徐家", U"宋家", U"何家", U"朱家",
    U"罗家", U"毛家", U"江边", U"马场", U"林下", U"林木", U"钱物", U"贺信", U"雷电", U"陶瓷"};

/// Whose names are not written out, after these words.
constexpr std::u32string_view persons[] = {
    U"申请人", U"原告", U"第三人", U"上诉人", U"当事人", U"信访人", U"投诉人", U"举报人", U"村民",
    U"居民",   U"业主", U"患者",   U"代理人", U"低保户", U"贫困户", U"死者",   U"伤者"};

/// Characters that are in no name but mask one, or call the person by a title.
constexpr std::u32string_view in_no_name = U"某×*＊xX○";

/// Surnames that only a doing shows to be one.
constexpr std::u32string_view more_surnames =
    U"周何许董袁于程任史钟谭石万段侯邵龚万钱白尹施洪卓蒙温齐";
/// Characters of the words that stand before such doings: 村民, 企业, 公司, 代表, 多人.
constexpr std::u32string_view in_no_given_name =
    U"民人企业公司代表员户村组局委办者方单位部门行政法院学校社区镇县市区"
    U"等均已未共都也还可并再又需应当依不所某时后前内期年月日可边围序馨事元工料天何";

bool is_name_character(char32_t c) { return is_han(c) && !is_one_of(c, in_no_name); }

/// Where a name that stands at that place ends; 0 where there is none.
std::size_t name_end(std::u32string_view text, std::size_t place) {
    if (std::any_of(std::begin(no_names), std::end(no_names),
                    [&](std::u32string_view word) { return stands(text, place, word); }))
        return 0;
    const bool two =
        std::any_of(std::begin(double_surnames), std::end(double_surnames),
                    [&](std::u32string_view surname) { return stands(text, place, surname); });
    if (!two && !is_one_of(at(text, place), surnames)) return 0;
    const std::size_t surname = two ? 2 : 1;
    for (std::size_t given = 1; given <= 2; ++given) {
        const std::size_t end = place + surname + given;
        if (end > text.size() || !is_name_character(text[end - 1])) return 0;
        if (stands(text, end - given, U"先生") || stands(text, end - given, U"女士")) return 0;
        const char32_t next = at(text, end);
        // One character is a given name only where the words end, or a doing follows.
        if (is_one_of(next, after_name) || next == U'\0') return end;
    }
    return 0;
}

/// True where those characters alone may be a person's name: a surname and what is no
/// word with it.
bool is_given_name(std::u32string_view text, std::size_t place, std::size_t size) {
    if (std::any_of(std::begin(no_names), std::end(no_names),
                    [&](std::u32string_view word) { return stands(text, place, word); }))
        return false;
    const bool two =
        std::any_of(std::begin(double_surnames), std::end(double_surnames),
                    [&](std::u32string_view surname) { return stands(text, place, surname); });
    if ((two && size < 3) || stands(text, place + 1, U"女士") || stands(text, place + 1, U"先生"))
        return false;
    if (!two && !is_one_of(text[place], surnames) && !is_one_of(text[place], more_surnames))
        return false;
    for (std::size_t i = place; i < place + size; ++i) {
        if (!is_name_character(text[i]) || is_one_of(text[i], in_no_given_name)) return false;
    }
    return true;
}

/// “李明诉云溪县农业农村局一案”: a party's name before 诉, where a clause begins.
void check_parties(const Watched& watched, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    for (std::size_t sues = text.find(U'诉'); sues != text.npos;
         sues = text.find(U'诉', sues + 1)) {
        for (std::size_t size = 2; size <= 3 && size <= sues; ++size) {
            const std::size_t name = sues - size;
            const char32_t before = at(text, name - 1);
            if (!(before == U'\0' || before == U'\n' || is_pause(before) ||
                  is_one_of(before, U"（(“")) ||
                name_end(text, name) != sues || !is_han(at(text, sues + 1)) ||
                is_one_of(at(text, sues + 1), U"求讼说苦") ||
                !has_any(sentence_around(text, sues).of(text), {U"案", U"法院", U"判决", U"裁定"}))
                continue;
            findings.push_back(finding_of(
                "S-07", watched.text.span(name, sues),
                fmt::format("诉讼当事人的姓名：{}", masked(text.substr(name, size), 1, 0)),
                "请删去，或者写作“张某”的样子"));
        }
    }
}

/// What an applicant does, behind the name alone: “周海燕提出的申请”, “王秀英不服答复”.
constexpr std::u32string_view doings[] = {
    U"提出",     U"提交",         U"申请公开",   U"申请政府信息", U"撤回",         U"不服",
    U"已收到",   U"撤销申请",     U"递交",       U"要求公开",     U"提起诉讼",     U"提起行政诉讼",
    U"申请复议", U"申请行政复议", U"向我局申请", U"向我局提出",   U"向本机关申请", U"的申请"};
/// What stands before such a name, beside the beginning of a clause.
constexpr std::u32string_view before_doer[] = {U"因", U"对", U"收到", U"由",   U"为",   U"向",
                                               U"据", U"经", U"告知", U"答复", U"受理", U"按"};

/// “李志强申请公开”: a name that no word announces, in a sentence about an application.
void check_doers(const Watched& watched, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    constexpr CharacterFilter beginnings = CharacterFilter::beginnings(doings),
                              seconds = CharacterFilter::seconds(doings);
    for (std::size_t place = 2; place + 1 < text.size(); ++place) {
        if (!beginnings.may_hold(text[place]) || !seconds.may_hold(text[place + 1]) ||
            std::none_of(std::begin(doings), std::end(doings),
                         [&](std::u32string_view doing) { return stands(text, place, doing); }))
            continue;
        for (std::size_t size = 3; size >= 2; --size) {
            if (size > place) continue;
            const std::size_t name = place - size;
            const char32_t before = at(text, name - 1);
            const bool begins =
                before == U'\0' || before == U'\n' || is_pause(before) || is_any_digit(before) ||
                is_one_of(before, U"日（(“") ||
                std::any_of(
                    std::begin(before_doer), std::end(before_doer), [&](std::u32string_view word) {
                        return name >= word.size() && stands(text, name - word.size(), word);
                    });
            if (!begins || !is_given_name(text, name, size)) continue;
            findings.push_back(
                finding_of("S-07", watched.text.span(name, place),
                           fmt::format("申请人的姓名：{}", masked(text.substr(name, size), 1, 0)),
                           "请删去，或者写作“张某”的样子"));
            break;
        }
    }
}

/// Which of the words for persons stand in a text: most texts have one or two of them.
std::array<bool, std::size(persons)> persons_in(std::u32string_view text) {
    constexpr CharacterFilter beginnings = CharacterFilter::beginnings(persons),
                              seconds = CharacterFilter::seconds(persons);
    std::array<bool, std::size(persons)> found{};
    for (std::size_t place = 0; place + 1 < text.size(); ++place) {
        if (!beginnings.may_hold(text[place]) || !seconds.may_hold(text[place + 1])) continue;
        for (std::size_t i = 0; i < std::size(persons); ++i)
            found[i] = found[i] || stands(text, place, persons[i]);
    }
    return found;
}

}  // namespace

void check_applicants(const Watched& watched, std::vector<Finding>& findings) {
    check_parties(watched, findings);
    check_doers(watched, findings);
    const std::u32string_view text = watched.text.text;
    const std::array<bool, std::size(persons)> named = persons_in(text);
    for (std::size_t i = 0; i < std::size(persons); ++i) {
        if (!named[i]) continue;
        const std::u32string_view who = persons[i];
        for (std::size_t place = text.find(who); place != text.npos;
             place = text.find(who, place + 1)) {
            if (at(text, place - 1) == U'被') continue;  // an office
            std::size_t name = place + who.size();
            if (is_one_of(at(text, name), U"：:（( ")) ++name;
            if (stands(text, name, U"姓名：") || stands(text, name, U"姓名:")) name += 3;
            std::size_t end = name_end(text, name);
            if (end == 0 && is_one_of(at(text, name), more_surnames) &&
                is_given_name(text, name, 3) &&
                is_one_of(at(text, name + 3), U"，。；、（）()“”\n已提撤不的"))
                end = name + 3;
            if (end == 0) continue;
            findings.push_back(finding_of("S-07", watched.text.span(name, end),
                                          fmt::format("{}的姓名：{}", to_utf8(who),
                                                      masked(text.substr(name, end - name), 1, 0)),
                                          "请删去，或者写作“张某”的样子"));
        }
    }
}

}  // namespace nianbao::privacy
