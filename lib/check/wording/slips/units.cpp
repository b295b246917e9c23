// W-29: the units of what is counted.
#include "check/wording/slips/units.hpp"

#include "check/rules.hpp"
#include "check/wording/slips/shelves.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace nianbao::wording {
namespace {

/// What stands between a noun and its number, or between a number and its unit.
constexpr CharacterSet before_number(U"共计为约达了近仅各总数量：:有合 ");
constexpr CharacterSet before_unit(U"万亿余多 ");

constexpr bool ends_noun(std::u32string_view nouns, std::size_t i) {
    return i + 1 == nouns.size() || nouns[i + 1] == U' ';
}

/// A noun of a row, by its last character.
struct MeasuredNoun {
    char32_t key = 0;
    std::uint16_t row = 0;
    std::u32string_view noun;
};
constexpr std::size_t noun_count = [] {
    std::size_t count = 0;
    for (const Measured& one : measured) {
        for (std::size_t i = 0; i < one.nouns.size(); ++i) count += ends_noun(one.nouns, i) ? 1 : 0;
    }
    return count;
}();
constexpr auto nouns_by_end = shelved<1024>([] {
    std::array<MeasuredNoun, noun_count> all{};
    std::size_t next = 0;
    for (std::size_t row = 0; row < std::size(measured); ++row) {
        const std::u32string_view nouns = measured[row].nouns;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < nouns.size(); ++i) {
            if (!ends_noun(nouns, i)) continue;
            all[next++] = {nouns[i], static_cast<std::uint16_t>(row),
                           nouns.substr(begin, i + 1 - begin)};
            begin = i + 2;
        }
    }
    return all;
}());
constexpr CharacterSet units(U"件条次篇份人宗元个场期台名户家处张项");
constexpr CharacterSet large(U"万亿.．");
/// 360件次, 1200个次: units of two characters.
constexpr CharacterSet before_times(U"件人户家个篇份场期台条");
/// 5条措施 is of something else.
constexpr CharacterSet behind_unit(U"和及与均已全其并共的");
/// What is done with so much or so many.
constexpr std::u32string_view verbs_behind[] = {U"研究", U"用于", U"改造", U"建设",
                                                U"升级", U"购置", U"购买"};

/// What a unit is made of; 次 may stand behind each: 12家次, 8批次.
constexpr CharacterSet of_units(U"件条次篇份人宗元个场期台名户家处张项批起册");

/// True if another number of the sentence has the unit.
bool stands_again(std::u32string_view sentence, char32_t unit) {
    int times = 0;
    for (std::size_t i = 1; i < sentence.size(); ++i)
        times += sentence[i] == unit && is_any_digit(sentence[i - 1]) ? 1 : 0;
    return times > 1;
}

/// The part of a sentence before a number, from the last ； on.
std::u32string_view part_before(std::u32string_view whole, std::size_t begin) {
    const std::size_t mark = whole.substr(0, begin).find_last_of(U"。；！？\n");
    const std::size_t from = mark == whole.npos ? 0 : mark + 1;
    return whole.substr(from, begin - from);
}

/// True where the number behind a noun is one of 万 or 亿, or has decimals.
bool is_scaled(std::u32string_view whole, std::size_t noun_end) {
    std::size_t at_unit = noun_end;
    while (before_number.has(at(whole, at_unit))) ++at_unit;
    for (; is_any_digit(at(whole, at_unit)) || before_unit.has(at(whole, at_unit)) ||
           is_one_of(at(whole, at_unit), U".,，．");
         ++at_unit) {
        if (large.has(whole[at_unit])) return true;
    }
    return false;
}

bool holds(MeasuredIf when, std::u32string_view whole, std::size_t place, std::size_t size,
           char32_t unit) {
    switch (when) {
        case MeasuredIf::alone:
            return !stands_again(sentence_around(whole, place).of(whole), unit);
        case MeasuredIf::set_up:
            return has_any(
                clause_around(whole, place).of(whole),
                {U"开设", U"设立", U"新增", U"增设", U"设置", U"建成", U"开辟", U"新建", U"开通"});
        case MeasuredIf::made:
            return has_any(clause_around(whole, place).of(whole), {U"制发", U"制定", U"出台"});
        case MeasuredIf::of_sheets:
            return has(sentence_around(whole, place).of(whole), U"问卷");
        case MeasuredIf::scaled:
            return is_scaled(whole, place + 1);
        case MeasuredIf::bare:
            return place + 1 == size || !is_han(whole[place - size]);
        case MeasuredIf::of_nobody:
            return !has_any(clause_around(whole, place).of(whole),
                            {U"机构", U"企业", U"单位", U"医院", U"学校", U"公司", U"组织",
                             U"场所", U"主体", U"对象", U"人员", U"群众", U"名单", U"名录",
                             U"家庭", U"居民", U"村民", U"学生", U"查阅", U"查询", U"咨询",
                             U"惠及", U"受益", U"参保", U"低保", U"户",   U"店",   U"者"});
        case MeasuredIf::always:
        case MeasuredIf::custom:
            break;
    }
    return true;
}

/// The row of a noun that ends there, whose wrong unit that is.
struct Mismatch {
    const Measured* row = nullptr;
    std::u32string_view noun;
};
Mismatch mismatch_at(std::u32string_view whole, std::size_t end, char32_t unit) {
    const std::u32string_view before = whole.substr(0, end);
    for (const MeasuredNoun& one : nouns_by_end.of(before.back())) {
        const Measured& row = measured[one.row];
        if (before.ends_with(one.noun) && is_one_of(unit, row.wrong) &&
            holds(row.when, whole, end - 1, one.noun.size(), unit))
            return {&row, one.noun};
    }
    return {};
}

/// 培训民警86万人次: no office of a report teaches so many.
bool is_too_many(std::u32string_view whole, std::size_t begin, std::size_t end) {
    constexpr int most = 5;  // times 10,000
    if (at(whole, end) != U'万' || at(whole, end + 1) != U'人') return false;
    Scanner scanner{whole.substr(0, end), begin};
    const auto number = scanner.number(6);
    const std::u32string_view clause = clause_around(whole, begin).of(whole);
    return number && *number >= most && has_any(clause, {U"培训", U"参训", U"参会"}) &&
           !has_any(clause,
                    {U"线上", U"网络", U"直播", U"在线", U"观看", U"居民", U"劳动", U"技能"});
}

/// What no count can be, whatever is counted: the characters up to `end`, and why.
struct Oddity {
    std::size_t end = 0;
    std::string_view what;
};

/// 47期1人, 402篇、1206期: the second of two counts in a row is less, or more, than it can be.
std::optional<Oddity> odd_pair(std::u32string_view whole, std::size_t begin, std::size_t end) {
    constexpr std::u32string_view sessions = U"期场次班";
    const char32_t unit = at(whole, end);
    Scanner first{whole.substr(0, end), begin};
    if (!is_one_of(unit, U"期场次班篇")) return std::nullopt;
    const auto one = first.number(6);
    if (!one) return std::nullopt;
    Scanner second{whole, end + 1};
    second.take_one_of(U"，、");
    for (const std::u32string_view word : {U"参训", U"培训", U"参加", U"共计", U"共"})
        second.take(word);
    const std::size_t from = second.place;
    const auto other = second.number(6);
    if (!other) return std::nullopt;
    const char32_t behind = at(whole, second.place);
    if (is_one_of(unit, sessions) && behind == U'人' && *other < *one)
        return Oddity{second.place + 1, "：人数少于期数"};
    if (unit == U'篇' && behind == U'期' && *other > *one && from == end + 2)
        return Oddity{second.place + 1, "：期数多于篇数"};
    if (unit == U'期' && behind == U'期' && *other > *one && stands(whole, end + 1, U"共"))
        return Oddity{second.place + 1, "：期数前后不一"};
    return std::nullopt;
}

/// 164件次人, 41次件, 1920批元, 4%分: units in a row that are none together. 3个人, 10个批次 and
/// 12项条件 are.
std::optional<Oddity> odd_units(std::u32string_view whole, std::size_t unit) {
    const bool percent = at(whole, unit) == U'%' || at(whole, unit) == U'％';
    std::size_t end = unit + (percent ? 1 : 0);
    while (of_units.has(at(whole, end)) || (percent && at(whole, end) == U'分')) ++end;
    const bool closed = !is_han(at(whole, end)) || stands(whole, end, U"参加") ||
                        stands(whole, end, U"参训") || stands(whole, end, U"用户");
    std::u32string_view run = whole.substr(std::min(unit, whole.size()), end - unit);
    if (run.size() < 2 || run.size() > 4 || !closed || run[0] == run[1])
        return std::nullopt;  // 164条条 is told as doubled
    if (!percent) {
        if (run.ends_with(U"条件") && run.size() > 2) return std::nullopt;
        if (run.front() == U'个') run.remove_prefix(1);
        if (run.size() == 1 && run.front() != U'人') {
            constexpr CharacterSet never(U"件条篇份元期户家");  // 19个件
            if (!never.has(run.front())) return std::nullopt;
            return Oddity{end, "的单位不成词"};
        }
        if (run.size() == 1 || run == U"人份" || run == U"人户" ||
            (run.size() == 2 && run.back() == U'次' && run.front() != U'元' &&
             run.front() != U'次'))
            return std::nullopt;
    }
    return Oddity{end, "的单位不成词"};
}

std::optional<Oddity> oddity_at(std::u32string_view whole, std::size_t begin, std::size_t end) {
    if (is_too_many(whole, begin, end) || stands(whole, end, U"万亿次") ||
        stands(whole, end, U"亿万次")) {
        std::size_t last = end;
        while (is_one_of(at(whole, last), U"万亿人次")) ++last;
        return Oddity{last, "太大，可能多写了“万”"};
    }
    // 201.77次: a count is whole.
    const auto number = whole.substr(begin, end - begin);
    const std::size_t point = number.find_first_of(U".．");
    const bool decimal = point != number.npos && number.size() - point <= 3 && point > 0 &&
                         number.find_first_of(U".．", point + 1) == number.npos;
    if (decimal && is_one_of(at(whole, end), U"次人条件篇份") && !is_han(at(whole, end + 1)) &&
        !is_one_of(at(whole, begin - 1), U"均每约第.版") && !is_any_digit(at(whole, begin - 1)) &&
        !has_any(clause_around(whole, begin).of(whole), {U"均", U"每", U"人次比", U"倍"}))
        return Oddity{end + 1, "不是整数，可能漏写了“万”"};
    const char32_t unit = at(whole, end);
    if (unit != U'天' && unit != U'%') return odd_pair(whole, begin, end);
    constexpr int days_of_a_year = 366;
    Scanner scanner{whole.substr(0, end), begin};
    const auto value = scanner.number(5);
    if (value && *value > days_of_a_year && unit == U'天' &&
        !has_any(clause_around(whole, begin).of(whole), {U"累计", U"共", U"已", U"连续", U"人"}))
        return Oddity{end + 1, "：一年没有这么多天"};
    constexpr int whole_share = 100;
    if (value && *value > whole_share && unit == U'%' && at(whole, begin - 1) == U'占')
        return Oddity{end + 1, "：占比超过100%"};
    return std::nullopt;
}

/// 增配1件工作人员: the persons stand behind.
bool is_of_persons(std::u32string_view whole, std::size_t end, char32_t unit) {
    if (!is_one_of(unit, U"件条篇份台张元期")) return false;
    for (const std::u32string_view word : {U"工作人员", U"专职人员", U"兼职人员", U"联络员",
                                           U"信息员", U"监督员", U"干部职工", U"志愿者"}) {
        if (stands(whole, end, word)) return true;
    }
    return false;
}

/// Nouns that stand behind a number and a unit, and nothing else: 3件单位通报批评.
struct Counted {
    std::u32string_view wrong;
    std::string_view right;
    std::u32string_view nouns[10];
};
constexpr Counted counted[] = {
    {U"件条篇份期场元张台次",
     "个或者家",
     {U"单位", U"部门", U"企业", U"机构", U"乡镇", U"街道", U"社区", U"村", U"学校", U"场所"}},
    {U"件篇份期场元张台人名次户",
     "个",
     {U"专栏", U"栏目", U"网站", U"账号", U"公众号", U"岗位", U"窗口", U"查阅点", U"工作群"}},
    {U"名元", "份或者件", {U"文件", U"信息", U"公告", U"解读", U"文章", U"问卷", U"手册", U"案件"}},
    {U"件条篇份元张台", "人", {U"参加", U"参训", U"参会", U"到场", U"出席"}},
};
/// What may stand behind such a noun. 3件部门规章, 5条企业信息 are of something else.
bool ends_phrase(std::u32string_view whole, std::size_t end) {
    if (!is_han(at(whole, end))) return true;
    for (const std::u32string_view word :
         {U"通报", U"进行", U"开展", U"予以", U"均", U"全部", U"已", U"设", U"建", U"完成", U"被",
          U"未", U"标注", U"的"}) {
        if (stands(whole, end, word)) return true;
    }
    return false;
}
/// The row whose noun stands behind the unit that begins at `unit`, and where it ends.
std::optional<Oddity> odd_behind(std::u32string_view whole, std::size_t unit) {
    for (const Counted& row : counted) {
        if (!is_one_of(whole[unit], row.wrong)) continue;
        for (const std::u32string_view noun : row.nouns) {
            if (noun.empty() || !stands(whole, unit + 1, noun)) continue;
            const std::size_t end = unit + 1 + noun.size();
            if (ends_phrase(whole, end)) return Oddity{end, row.right};
        }
    }
    return std::nullopt;
}

/// True where something around an amount of money says that it is one.
bool speaks_of_money(std::u32string_view words) {
    return has_any(
        words, {U"金",     U"费",     U"款",   U"钱",   U"额",   U"税",   U"奖",   U"罚",   U"缴",
                U"付",     U"拨",     U"贷",   U"债",   U"账",   U"薪",   U"酬",   U"赔",   U"偿",
                U"财",     U"购",     U"买",   U"卖",   U"捐",   U"券",   U"投资", U"投入", U"补贴",
                U"补助",   U"津贴",   U"贴息", U"单价", U"价格", U"价值", U"总价", U"造价", U"市价",
                U"工资",   U"资产",   U"出资", U"物资", U"外资", U"融资", U"产值", U"总值", U"案值",
                U"增加值", U"销售",   U"收入", U"支出", U"收取", U"预算", U"决算", U"成本", U"损失",
                U"节约",   U"节省",   U"减免", U"兑现", U"救助", U"低保", U"慰问", U"消费", U"交易",
                U"成交",   U"合同",   U"中标", U"招标", U"让利", U"利润", U"利息", U"保险", U"股",
                U"退还",   U"可支配", U"项目", U"工程", U"规模", U"出口", U"待遇", U"供养", U"标准",
                U"结算",   U"挽回",   U"欠",   U"直达", U"经济", U"营收", U"打赏"});
}

/// 举办议事会46元: no word of it speaks of money, nor the words before of another amount.
bool is_no_money(std::u32string_view whole, std::size_t begin, std::size_t end) {
    constexpr std::size_t behind = 8, far = 60;
    const std::u32string_view part = part_before(whole, begin);
    std::u32string_view before = whole.substr(begin - std::min(begin, far), std::min(begin, far));
    if (const std::size_t line = before.rfind(U'\n'); line != before.npos)
        before.remove_prefix(line);
    before.remove_suffix(std::min(before.size(), part.size()));
    return !speaks_of_money(part) && !has_any(part, {U"每", U"均", U"计收", U"实收"}) &&
           !speaks_of_money(whole.substr(std::min(end, whole.size()), behind)) &&
           !has_any(before, {U"元", U"费"});
}

}  // namespace

void check_units(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (!is_any_digit(whole[place])) continue;
        const std::size_t begin = place;
        while (place < whole.size() &&
               (is_any_digit(whole[place]) || is_one_of(whole[place], U".,，．")) &&
               (is_any_digit(whole[place]) || is_any_digit(at(whole, place + 1))))
            ++place;
        std::size_t unit = place;
        while (before_unit.has(at(whole, unit))) ++unit;
        auto odd = oddity_at(whole, begin, place);
        if (!odd) odd = odd_units(whole, unit);
        if (odd) {
            findings.push_back(doubt_of(
                "W-29", text.span(begin, odd->end),
                fmt::format("“{}”{}", to_utf8(whole.substr(begin, odd->end - begin)), odd->what),
                "请核对数和单位", {}));
            place = odd->end - 1;
            continue;
        }
        if (!units.has(at(whole, unit))) continue;
        std::size_t end = unit + 1;
        if (const auto behind = odd_behind(whole, unit)) {
            findings.push_back(
                doubt_of("W-29", text.span(begin, behind->end),
                         fmt::format("“{}”的单位通常是“{}”，这里写作“{}”",
                                     to_utf8(whole.substr(end, behind->end - end)), behind->what,
                                     to_utf8(whole.substr(begin, end - begin))),
                         "请核对数和单位", {}));
            continue;
        }
        if (is_of_persons(whole, end, whole[unit])) {
            findings.push_back(doubt_of("W-29", text.span(begin, end),
                                        fmt::format("人员的单位通常是“人”或者“名”，这里写作“{}”",
                                                    to_utf8(whole.substr(begin, end - begin))),
                                        "请核对数和单位", {}));
            continue;
        }
        if (at(whole, end) == U'次' && before_times.has(whole[unit])) ++end;
        if (is_han(at(whole, end)) && !behind_unit.has(at(whole, end)) &&
            std::none_of(std::begin(verbs_behind), std::end(verbs_behind),
                         [&](std::u32string_view verb) { return stands(whole, end, verb); }))
            continue;
        const bool money = whole[unit] == U'元';
        // 投入8.4万元，其中设备4.8万元、培训1.5万元
        if (money && has_any(part_before(whole, begin),
                             {U"经费", U"资金", U"金额", U"投入", U"费用", U"支出", U"预算"}))
            continue;
        if (money && is_no_money(whole, begin, end)) {
            findings.push_back(doubt_of("W-29", text.span(begin, end),
                                        fmt::format("“{}”前后没有说是什么钱，单位可能不是“元”",
                                                    to_utf8(whole.substr(begin, end - begin))),
                                        "请核对数和单位", {}));
            continue;
        }
        std::size_t noun = begin;
        while (noun > 0) {
            const Mismatch found = mismatch_at(whole, noun, whole[unit]);
            if (found.row != nullptr) {
                findings.push_back((found.row->when == MeasuredIf::custom ? advice_of : doubt_of)(
                    "W-29", text.span(begin, end),
                    fmt::format("“{}”的单位通常是“{}”，这里写作“{}”", to_utf8(found.noun),
                                to_utf8(found.row->right),
                                to_utf8(whole.substr(begin, end - begin))),
                    "请核对数和单位", {}));
                break;
            }
            if (!before_number.has(whole[noun - 1])) break;
            --noun;
        }
    }
}

}  // namespace nianbao::wording
