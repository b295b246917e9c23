#include "check/privacy/privacy.hpp"
#include "check/rules.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace nianbao::privacy {
namespace {

using namespace wording;

// --- plates (GA 36) ---

constexpr CharacterSet provinces(U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼");

bool is_plate_letter(char32_t c) { return c >= U'A' && c <= U'Z' && c != U'I' && c != U'O'; }

void check_plates(const Watched& watched, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    for (std::size_t place = 0; place + 7 <= text.size(); ++place) {
        if (!(is_plate_letter(text[place + 1]) || text[place + 1] == U'O') ||
            !provinces.has(text[place]))
            continue;
        std::size_t begin = place + 2;
        if (is_one_of(at(text, begin), U"·•.- ")) ++begin;
        std::size_t end = begin, figures = 0;
        while (end < text.size() && (is_any_digit(text[end]) || is_plate_letter(text[end])))
            figures += is_any_digit(text[end++]) ? 1 : 0;
        const std::size_t size = end - begin;
        const auto number = text.substr(begin, size);
        const bool common = size == 5 && figures >= 3;
        // New energy: six, with a letter first, or last.
        const bool electric = size == 6 && figures >= 4 &&
                              (is_plate_letter(number.front()) || is_plate_letter(number.back()));
        const char32_t next = at(text, end);
        if (!(common || electric) || is_latin_letter(next) || is_one_of(next, U"-/_")) continue;
        if (next == U'号' && !stands(text, end, U"号牌") && !stands(text, end, U"号车") &&
            !stands(text, end, U"号小") && !stands(text, end, U"号轿"))
            continue;
        findings.push_back(
            finding_of("S-04", watched.text.span(place, end),
                       fmt::format("机动车号牌{}", masked(text.substr(place, end - place), 2, 1)),
                       "请删去，或者用*代替其中几位"));
        place = end - 1;
    }
}

// --- mail ---

constexpr std::string_view public_hosts[] = {
    "qq.com",   "163.com",    "126.com",    "sina.com",    "sina.cn",      "sohu.com",
    "139.com",  "189.cn",     "gmail.com",  "hotmail.com", "outlook.com",  "foxmail.com",
    "yeah.net", "aliyun.com", "188.com",    "tom.com",     "21cn.com",     "live.com",
    "live.cn",  "wo.cn",      "vip.qq.com", "vip.163.com", "vip.sina.com", "icloud.com"};

bool is_mobile(std::string_view mailbox) {
    return mailbox.size() == 11 && mailbox[0] == '1' && mailbox[1] >= '3' &&
           std::all_of(mailbox.begin(), mailbox.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void check_mail(const Watched& watched, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    for (const Address& address : watched.text.addresses) {
        if (!address.uri.starts_with("mailto:")) continue;
        const std::string mail = address.uri.substr(7);
        const std::size_t sign = mail.find('@');
        const std::string host = small_letters(mail.substr(sign + 1));
        if (std::find(std::begin(public_hosts), std::end(public_hosts), host) ==
            std::end(public_hosts))
            continue;
        const std::string mailbox = mail.substr(0, sign);
        const auto sentence = sentence_around(text, address.begin).of(text);
        const bool person = has_any(
            sentence, {U"申请人", U"本人", U"个人", U"先生", U"女士", U"姓名", U"同志", U"当事人"});
        const bool office =
            watched.of_office || has_any(sentence, {U"邮箱", U"信箱", U"联系", U"咨询", U"监督",
                                                    U"举报", U"投诉", U"受理", U"征集", U"意见",
                                                    U"报送", U"接收", U"渠道", U"公布", U"公开"});
        // Offices keep boxes at public hosts; a mobile number as a name is a person's.
        if (!is_mobile(mailbox) && (office ? !person || watched.of_office : false)) continue;
        findings.push_back(
            finding_of("S-05", watched.text.span(address.begin, address.end),
                       fmt::format("像是个人邮箱：{}@{}", masked(to_utf32(mailbox), 2, 1), host),
                       "请删去，或者改用单位的邮箱"));
    }
}

// --- homes ---

/// A number with its unit from a place on: “3栋”, “12号楼”, “2单元”, “501室”, “三组”.
/// Returns where it ends, 0 where there is none.
std::size_t numbered(std::u32string_view text, std::size_t place,
                     std::initializer_list<std::u32string_view> units) {
    std::size_t end = place;
    while (end < text.size() && end - place < 5 &&
           (is_any_digit(text[end]) || small_numerals.has(text[end]) ||
            (end > place && text[end] == U'-')))
        ++end;
    if (end == place) return 0;
    for (const std::u32string_view unit : units) {
        if (stands(text, end, unit)) return end + unit.size();
    }
    return 0;
}

/// “3栋2单元501室”, “三组12号”: the parts that are finer than a street's number. Returns
/// where they end, 0 where there are none.
std::size_t door(std::u32string_view text, std::size_t place) {
    std::size_t end = numbered(text, place, {U"号楼", U"栋", U"幢", U"座"});
    if (end != 0) {
        const std::size_t unit = numbered(text, end, {U"单元"});
        if (unit == 0) return 0;  // a building alone: “12号楼加装电梯”; “B座107室” of an office
        end = unit;
        const std::size_t room = numbered(text, end, {U"室", U"号", U"户"});
        return room;
    }
    end = numbered(text, place, {U"单元"});
    if (end != 0) return numbered(text, end, {U"室", U"号"});
    end = numbered(text, place, {U"村民小组", U"组", U"社", U"队"});
    if (end != 0) {
        const auto before = text.substr(place > 3 ? place - 3 : 0, std::min<std::size_t>(place, 3));
        const bool village = before.find_first_of(U"村屯庄") != before.npos;
        return village ? numbered(text, end, {U"号"}) : 0;
    }
    return 0;
}

constexpr std::u32string_view home_words[] = {
    U"家住",   U"家庭住址", U"家庭地址",   U"住址",   U"住所地", U"户籍地", U"户籍在",
    U"户口在", U"居住地",   U"户籍所在地", U"居住在", U"居住于", U"住在",   U"现住"};
/// What 住 begins besides a home.
constexpr std::u32string_view no_homes = U"房建宅院所户址宿持有地在宾";
constexpr CharacterFilter word_beginnings =
    CharacterFilter::beginnings(home_words) | CharacterFilter(U"住");
constexpr CharacterFilter home_beginnings =
    word_beginnings | CharacterFilter(U"0123456789０１２３４５６７８９") | small_numerals.filter();

void check_homes(const Watched& watched, std::vector<Finding>& findings) {
    const std::u32string_view text = watched.text.text;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (!home_beginnings.may_hold(text[place])) continue;
        const bool starts = is_any_digit(text[place]) || small_numerals.has(text[place]);
        if (!starts && !word_beginnings.may_hold(text[place])) continue;
        std::size_t end = starts && !is_any_digit(at(text, place - 1)) ? door(text, place) : 0;
        std::size_t begin = place;
        if (end == 0) {
            if (starts) continue;  // no word begins with a number
            // “家住…路18号”, “住址：…”: called a home.
            std::size_t said = 0;
            for (const std::u32string_view word : home_words) {
                if (stands(text, place, word)) said = word.size();
            }
            if (said == 0 && text[place] == U'住' && !is_one_of(at(text, place + 1), no_homes) &&
                (place == 0 || is_one_of(text[place - 1], U"，。、；：（(人者\n")) &&
                !watched.of_office)
                said = 1;
            if (said == 0) continue;
            const std::size_t clause_begin =
                place + said + (is_one_of(at(text, place + said), U"：:为在是于") ? 1 : 0);
            const Range clause = clause_around(text, std::min(clause_begin, text.size()));
            begin = clause_begin;
            for (std::size_t i = clause_begin; i < clause.end; ++i) {
                if (is_any_digit(text[i]) && !is_any_digit(text[i - 1])) {
                    if (const std::size_t number =
                            numbered(text, i, {U"号", U"室", U"栋", U"幢", U"组"}))
                        end = at(text, number) == U'楼' ? end : number;  // 12号楼: a building
                }
            }
            if (end == 0) continue;
        } else if (watched.of_office &&
                   !has_any(clause_around(text, place).of(text), {U"申请人", U"住", U"家"})) {
            continue;  // an office may be in a block of flats
        } else {
            // Back to where the address begins.
            const Range clause = clause_around(text, place);
            while (begin > clause.begin && place - begin < 12 &&
                   (is_han(text[begin - 1]) || is_any_digit(text[begin - 1])) &&
                   !is_one_of(text[begin - 1], U"在住于的是为到人"))
                --begin;
        }
        findings.push_back(
            finding_of("S-06", watched.text.span(begin, end),
                       fmt::format("像是住址：{}", masked(text.substr(begin, end - begin), 2, 1)),
                       "住址最多写到乡镇、街道，请删去其余部分"));
        place = end - 1;
    }
}

}  // namespace

void check_places(const Watched& watched, std::vector<Finding>& findings) {
    check_plates(watched, findings);
    check_mail(watched, findings);
    check_homes(watched, findings);
}

}  // namespace nianbao::privacy
