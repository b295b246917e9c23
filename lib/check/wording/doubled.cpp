#include "check/rules.hpp"
#include "check/wording/slips/likelihood.hpp"
#include "check/wording/slips/terms.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>

namespace nianbao::wording {
namespace {

/// Particles that do not stand twice, but for where one belongs to the word before or
/// after: “目的的”, “为了了解”, “以及及时”.
struct Particle {
    char32_t twice;
    std::u32string_view after, before;  // innocent after these characters, before these
};
constexpr Particle particles[] = {
    {U'的', U"目标有中", U"确士"},
    {U'了', U"为除", U"解结然如望无"},
    {U'是', U"凡但就总不可于要若既还也只正才都便尤", U"否非"},
    {U'在', U"存现所正实内潜自旨", U"校职编岗建线册任场于押读"},
    {U'与', U"参给赋", U"会"},
    {U'及', U"以普涉顾危提论推波旁", U"时格其早第"},
    {U'并', U"合兼吞归", U"购案联轨行非且未网"},
    {U'和', U"共总饱缓温中平调求谐仁永", U"平谐睦解善好县田龙顺"},
    {U'对', U"针应面相比核校反绝成配查不", U"策付待外照接于口手比象方标应"},
    {U'被', U"", U"子褥"},
    {U'将', U"即必行", U"军来"},
    {U'把', U"一", U"关握手控脉"},
    {U'于', U"", U"洪都"},
    {U'其', U"尤极与", U"他中次实余间它"},
    {U'性', U"女男两异同", U"别格质能命情状"},
    {U'已', U"", U""},
    {U'均', U"平", U"衡等匀"},
    {U'也', U"", U""},
    {U'由', U"自理缘来", U"此"},
    {U'共', U"公中总一", U"同有识享建治产和青"},
    {U'仍', U"", U""},
    {U'又', U"", U""},
    {U'向', U"方面导偏去动走", U"来阳前导上往日"},
    {U'厅', U"", U"长级机属党直内"},
    {U'率', U"", U"先领"},
    {U'度', U"", U"过假日数量汛冬"},
    {U'以', U"所可加予给", U"及外上下来内前后往为免便至"},
    {U'无', U"有", U"锡偿"},
    {U'未', U"", U"来"},
    {U'不', U"", U""},
    {U'日', U"", U"夜益报志常程用均前后光"},
    {U'后', U"前先", U"续期勤备台"},
    {U'我', U"自", U""},
};

/// Words of these reports that are seen with their first character typed twice: “开开展”,
/// “信信息”.
constexpr std::u32string_view words[] = {
    U"公开", U"工作", U"信息", U"开展", U"加强", U"进行", U"落实", U"推进", U"完善", U"提高",
    U"提升", U"及时", U"严格", U"规范", U"监督", U"保障", U"建设", U"建立", U"健全", U"组织",
    U"领导", U"培训", U"考核", U"审查", U"审核", U"发布", U"更新", U"回应", U"解读", U"政策",
    U"政务", U"政府", U"服务", U"平台", U"网站", U"栏目", U"专栏", U"制度", U"机制", U"责任",
    U"群众", U"申请", U"答复", U"办理", U"依法", U"主动", U"全面", U"认真", U"积极", U"持续",
    U"深入", U"确保", U"通过", U"围绕", U"坚持", U"贯彻", U"按照", U"根据", U"问题", U"存在",
    U"改进", U"措施", U"内容", U"形式", U"重点", U"领域", U"目录", U"指南", U"保密", U"管理",
    U"部门", U"业务", U"能力", U"水平", U"质量", U"渠道", U"报告", U"年度", U"情况", U"强化",
    U"优化", U"明确", U"制定", U"印发", U"编制", U"数据", U"收到", U"受理", U"行政", U"复议",
    U"诉讼", U"法定", U"期限", U"结果", U"督促", U"整改", U"检查", U"宣传", U"调整", U"梳理",
    U"重视", U"社会", U"公示", U"公布", U"公告", U"泄密", U"泄露", U"审批", U"补贴", U"惠民",
    U"惠农", U"统一", U"设置", U"街道", U"学校", U"医院", U"社区", U"全镇", U"全县", U"全市",
    U"全区", U"全乡", U"回复", U"便民", U"加大", U"深化", U"拓宽", U"拓展", U"畅通", U"提供",
    U"方便", U"满意", U"透明", U"准确", U"真实", U"权威", U"知情", U"参与", U"安全", U"人员",
    U"专题", U"部署", U"任务", U"目标", U"标准", U"流程", U"环节", U"时限", U"事项", U"清单",
    U"运行", U"财政", U"预算", U"决算", U"资金", U"项目", U"教育", U"医疗", U"卫生", U"环境",
    U"保护", U"交通", U"住房", U"就业", U"民生", U"乡村", U"振兴", U"疫情", U"防控", U"企业",
    U"把关", U"校对", U"整治", U"清理", U"归档", U"登记", U"审议", U"会商", U"协调", U"配合",
    U"沟通", U"联动", U"利用", U"使用", U"查阅", U"查询", U"咨询", U"投诉", U"举报", U"建议",
    U"意见", U"留言", U"互动", U"解释", U"说明", U"引导", U"推广", U"关注", U"公众", U"媒体",
    U"微信", U"网络", U"技术", U"升级", U"集中", U"统筹", U"分类", U"分级", U"分工", U"分析",
    U"研判", U"总结", U"评估", U"评议", U"需求", U"关切", U"热点", U"难点", U"舆情", U"政治",
    U"法治", U"指导", U"督查", U"督导", U"效率", U"运转", U"格式", U"事务", U"名单",
};

/// What an office turns to: “回应应群众”.
constexpr std::u32string_view nouns[] = {U"社会", U"群众", U"公众", U"企业", U"关切", U"热点",
                                         U"问题", U"政策", U"需求", U"舆情", U"信息", U"政府",
                                         U"申请", U"工作", U"网站", U"平台", U"制度"};
/// Last characters of those words that are also words alone: “回应应公开的信息”. Of some
/// of them a noun shows that they are not.
constexpr std::u32string_view words_alone =
    U"应会要为对能可有在到开过用行发新好高大强全严明定报告改传立量";
constexpr std::u32string_view before_verbs_only = U"应要会能可";
constexpr std::u32string_view free_particles = U"的和与及在对将并被是已均也都";

/// Nouns that stand at the end of one compound and the beginning of the next:
/// “公开工作｜工作人员”, “政务服务｜服务中心”.
constexpr std::u32string_view compounding[] = {
    U"工作", U"公开", U"信息", U"管理", U"服务", U"建设", U"审查", U"审核",
    U"发布", U"监督", U"考核", U"培训", U"宣传", U"申请", U"办理", U"行政",
    U"执法", U"项目", U"数据", U"网络", U"安全", U"技术", U"教育", U"文化"};
/// What such a compound goes on with.
constexpr std::u32string_view heads[] = {
    U"人员", U"机制", U"方案", U"要点", U"计划", U"会议", U"小组", U"领导", U"机构",
    U"办法", U"制度", U"规定", U"平台", U"系统", U"中心", U"大厅", U"事项", U"指南",
    U"属性", U"目录", U"内容", U"时限", U"方式", U"专栏", U"专区", U"技术", U"资源",
    U"情况", U"标准", U"项目", U"水平", U"能力", U"质量", U"体系", U"渠道", U"流程",
    U"部门", U"单位", U"部署", U"任务", U"报告", U"总结", U"条例", U"规范", U"职责",
    U"责任", U"力度", U"成效", U"效能", U"形式", U"范围", U"程序", U"年报", U"申请",
    U"数据", U"队伍", U"业务", U"活动", U"企业", U"群众", U"栏",   U"员",   U"化",
    U"局",   U"处",   U"科",   U"股",   U"室",   U"类",   U"量",   U"率"};
/// More of them, each with what alone it goes on with there: “录取结果｜结果查询”.
struct Compound {
    std::u32string_view word, head;
};
constexpr Compound compounds[] = {
    {U"结果", U"查询"}, {U"结果", U"运用"}, {U"结果", U"应用"}, {U"结果", U"公示"},
    {U"结果", U"反馈"}, {U"预算", U"执行"}, {U"预算", U"公开"}, {U"预算", U"绩效"},
    {U"预算", U"管理"}, {U"决算", U"公开"}, {U"文件", U"库"},   {U"文件", U"清理"},
    {U"文件", U"管理"}, {U"政策", U"解读"}, {U"政策", U"文件"}, {U"政策", U"宣传"},
    {U"交易", U"信息"}, {U"交易", U"平台"}, {U"交易", U"中心"}, {U"交易", U"服务"},
    {U"问题", U"整改"}, {U"问题", U"清单"}, {U"问题", U"线索"}, {U"政务", U"公开"},
    {U"服务", U"窗口"}, {U"服务", U"热线"}, {U"监督", U"电话"}, {U"监督", U"检查"},
    {U"平台", U"建设"}, {U"网站", U"管理"}, {U"网站", U"建设"}, {U"财政", U"资金"}};
/// Adverbs that do not stand before each of two verbs in a row: “认真落实认真做好”.
constexpr std::u32string_view adverbs[] = {U"进一步", U"认真", U"着力", U"切实",
                                           U"扎实",   U"积极", U"严格", U"充分"};
/// Measure words behind a count (“164条条”), with the second characters of words that
/// begin with them (“12项项目”).
constexpr Particle doubled_measures[] = {
    {U'件', U"", U"件"},       {U'条', U"", U"例文款件目"},
    {U'项', U"", U"目"},       {U'次', U"", U"数要"},
    {U'篇', U"", U"章目幅"},   {U'份', U"", U"额"},
    {U'期', U"", U"刊限"},     {U'宗', U"", U"地旨"},
    {U'场', U"", U"所地次馆"}, {U'年', U"", U"度初末底中内来报鉴"}};

/// Verbs that are said twice: “研究研究”.
constexpr std::u32string_view said_twice[] = {U"研究", U"讨论", U"商量", U"考虑", U"学习",
                                              U"了解", U"锻炼", U"交流", U"许多", U"很多",
                                              U"非常", U"十分", U"永远"};

template <std::size_t N>
bool is_among(std::u32string_view word, const std::u32string_view (&list)[N]) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// The two words of each term of four characters: 政务 and 服务.
constexpr auto halves_of_terms = [] {
    std::array<char32_t, 2 * 2 * std::size(terms)> all{};
    std::size_t next = 0;
    for (const std::u32string_view term : terms) {
        if (term.size() != 4) continue;
        for (const char32_t c : term) all[next++] = c;
    }
    return all;
}();

bool is_word(std::u32string_view two) {
    if (two.size() != 2) return false;
    if (is_among(two, words)) return true;
    if (small_numerals.has(two[0])) return false;  // 一件件
    const auto word = likely::word_of(two[0], two[1]);
    if (word && word->tier == likely::Tier::frequent) return true;
    for (std::size_t i = 0; i + 1 < halves_of_terms.size(); i += 2) {
        if (halves_of_terms[i] == two[0] && halves_of_terms[i + 1] == two[1]) return true;
    }
    return false;
}

void tell(const FieldText& text, std::size_t begin, std::size_t end, std::size_t unit,
          std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    findings.push_back(finding_of(
        "W-20", text.span(begin, end), fmt::format("“{}”重复", to_utf8(whole.substr(begin, unit))),
        fmt::format("请删去一个“{}”；确是两个词的，不必理会", to_utf8(whole.substr(begin, unit)))));
}

/// The characters that stand twice from a place on, where that is a slip: their number in
/// all; 0 where there are none.
std::size_t doubled_character(std::u32string_view text, std::size_t place) {
    const char32_t c = text[place];
    if (at(text, place + 1) != c) return 0;
    const char32_t before = at(text, place - 1), after = at(text, place + 2);
    if (before == c || after == c) return 0;
    if (is_any_digit(before)) {  // “164条条”
        const auto measure = std::find_if(std::begin(doubled_measures), std::end(doubled_measures),
                                          [&](const Particle& one) { return one.twice == c; });
        return measure != std::end(doubled_measures) && !is_one_of(after, measure->before) ? 2 : 0;
    }
    if (after == at(text, place + 3)) return 0;  // “认认真真”
    const auto particle = std::find_if(std::begin(particles), std::end(particles),
                                       [&](const Particle& one) { return one.twice == c; });
    if (particle != std::end(particles))
        return is_one_of(before, particle->after) || is_one_of(after, particle->before) ? 0 : 2;
    // “，开开展”: the first of the two belongs to no word before it.
    const bool alone = before == U'\0' || before == U'\n' || is_pause(before) ||
                       is_one_of(before, U"“（《") || is_one_of(before, free_particles);
    if (alone && is_among(text.substr(place + 1, 2), words)) return 2;
    // “重视视政务”: the second belongs to no word after it.
    const bool ends =
        place > 0 && at(text, place - 2) != before && is_word(text.substr(place - 1, 2));
    // “政府信信息”: the second begins a word, and the first ends none.
    if (!ends && !is_one_of(c, U"栏公员性度率") && place > 1 &&
        is_word(text.substr(place - 2, 2)) && is_among(text.substr(place + 1, 2), words))
        return 2;
    if (!ends) return 0;
    if (is_one_of(after, U"，。；、")) return 2;
    const auto next = text.substr(place + 2, 2);
    if (is_one_of(c, words_alone))
        return is_one_of(c, before_verbs_only) && is_among(next, nouns) ? 2 : 0;
    if (is_one_of(c, U"县镇市区乡") && after == U'政') return 0;  // “全县县政府部门”
    if (c == U'作' && is_one_of(after, U"了出为")) return 0;      // “工作作了公示”
    return is_one_of(after, U"的了栏") || is_word(next) ? 2 : 0;
}

/// Words that stand twice: the first of them and how long it is.
struct Repetition {
    std::size_t begin = 0, unit = 0;
};

bool is_innocent(std::u32string_view text, const Repetition& found) {
    const auto word = text.substr(found.begin, found.unit);
    // “二〇二〇”, “一项一项”
    if (std::all_of(word.begin(), word.end(),
                    [](char32_t c) { return is_one_of(c, U"〇零一二三四五六七八九十百千万"); }))
        return true;
    // “公安支队支队长”: whose head is spoken of.
    if (is_one_of(at(text, static_cast<std::ptrdiff_t>(found.begin + 2 * found.unit)), U"长") &&
        is_one_of(word.back(), U"队局所处科院室组校站股厅"))
        return true;
    if (found.unit > 2) return false;
    // “老兵老兵您说话”栏目: a name; 每厂每周: one of each.
    const std::size_t close = text.find(U'”', found.begin);
    constexpr std::size_t longest_name = 12;
    if (at(text, static_cast<std::ptrdiff_t>(found.begin) - 1) == U'“' && close != text.npos &&
        close - found.begin <= longest_name &&
        has_any(text.substr(close + 1, 8), {U"栏目", U"活动", U"品牌", U"号", U"专栏", U"节目"}))
        return true;
    if (is_one_of(U'每', word)) return true;
    if (is_one_of(word.front(), U"一两几半") || is_among(word, said_twice)) return true;
    const auto next = text.substr(found.begin + 4);
    if (word == U"规定" && next.starts_with(U"应当"))
        return true;  // 条例第二十条：“国家有关规定规定应当主动公开”
    if (word == U"通过" && is_one_of(at(next, 0), U"式率性")) return true;  // 通过通过式安检门
    const bool goes_on =
        std::any_of(std::begin(heads), std::end(heads),
                    [&](std::u32string_view head) { return next.starts_with(head); });
    if (goes_on && is_among(word, compounding)) return true;
    // “录取结果｜结果查询”: the first of the two ends a word that is begun before it.
    const char32_t before = at(text, static_cast<std::ptrdiff_t>(found.begin) - 1);
    if (!is_han(before) || is_one_of(before, free_particles)) return false;
    return std::any_of(std::begin(compounds), std::end(compounds), [&](const Compound& one) {
        return word == one.word && next.starts_with(one.head);
    });
}

/// “进一步加强进一步规范”: an adverb, two characters, and the adverb again: where it stands
/// the second time; 0 where it does not.
std::size_t adverb_again(std::u32string_view text, std::size_t place) {
    for (const std::u32string_view adverb : adverbs) {
        if (!stands(text, place, adverb)) continue;
        const std::size_t again = place + adverb.size() + 2;
        const bool verb = is_han(at(text, static_cast<std::ptrdiff_t>(again) - 2)) &&
                          is_han(at(text, static_cast<std::ptrdiff_t>(again) - 1));
        return verb && stands(text, again, adverb) ? again : 0;
    }
    return 0;
}
constexpr CharacterFilter first_of_adverbs = CharacterFilter::beginnings(adverbs);

constexpr std::size_t longest_repeated = 12;

/// False: the character does not stand again where a word that it begins could. All these
/// places are compared at once, which is what makes it cheap.
bool may_repeat(std::u32string_view text, std::size_t place) {
    if (place + longest_repeated >= text.size()) return true;
    const char32_t* const next = text.data() + place + 1;
    std::uint32_t same = 0;
    for (std::size_t i = 0; i < longest_repeated; ++i) same |= next[i] == text[place] ? ~0U : 0U;
    return same != 0;
}

/// The words that stand twice from a place on: “进行进行”. Of a longer run
/// (“可以通过可以通过可以”) the last that fit.
std::optional<Repetition> repetition(std::u32string_view text, std::size_t place) {
    constexpr std::size_t longest = longest_repeated;
    if (!may_repeat(text, place)) return std::nullopt;
    for (std::size_t unit = 2; unit <= longest && place + 2 * unit <= text.size(); ++unit) {
        if (text[place + unit] != text[place]) continue;
        const auto word = text.substr(place, unit);
        if (text.substr(place + unit, unit) != word ||
            !std::all_of(word.begin(), word.end(), is_han))
            continue;
        if (std::all_of(word.begin(), word.end(), [&](char32_t c) { return c == word.front(); }))
            continue;
        std::size_t same = unit;
        while (place + unit + same < text.size() &&
               text[place + same] == text[place + unit + same] && is_han(text[place + same]))
            ++same;
        return Repetition{place + same - unit, unit};
    }
    return std::nullopt;
}

/// “3次3次”, “2023年2023年”: a number with its unit twice: how long it is; 0: it is not.
std::size_t doubled_number(std::u32string_view text, std::size_t place) {
    if (is_any_digit(at(text, static_cast<std::ptrdiff_t>(place) - 1))) return 0;
    std::size_t end = place;
    while (end < text.size() && is_any_digit(text[end])) ++end;
    if (end >= text.size() || !is_han(text[end])) return 0;
    const auto once = text.substr(place, end + 1 - place);
    return text.substr(end + 1, once.size()) == once ? once.size() : 0;
}

}  // namespace

void check_doubled(const FieldText& text, std::vector<Finding>& findings) {
    constexpr CharacterSet doubled_pauses(U"，。；：、");
    const std::u32string_view whole = text.text;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (doubled_pauses.has(whole[place]) && doubled_pauses.has(at(whole, place + 1))) {
            std::size_t end = place + 2;
            while (doubled_pauses.has(at(whole, end))) ++end;
            findings.push_back(finding_of(
                "W-20", text.span(place, end),
                fmt::format("标点“{}”连在一起", to_utf8(whole.substr(place, end - place))),
                "请只留一个"));
            place = end - 1;
            continue;
        }
        if (is_any_digit(whole[place])) {
            const std::size_t unit = doubled_number(whole, place);
            if (unit > 0) tell(text, place, place + 2 * unit, unit, findings);
            if (unit > 0) place += 2 * unit - 1;
            continue;
        }
        if (!is_han(whole[place])) continue;
        if (const auto found = repetition(whole, place)) {
            if (!is_innocent(whole, *found))
                tell(text, found->begin, found->begin + 2 * found->unit, found->unit, findings);
            place = found->begin + 2 * found->unit - 1;
        } else if (first_of_adverbs.may_hold(whole[place]) && adverb_again(whole, place) > 0) {
            const std::size_t again = adverb_again(whole, place);
            tell(text, again, again + (again - place - 2), again - place - 2, findings);
            place = again;
        } else if (doubled_character(whole, place) > 0) {
            tell(text, place, place + 2, 1, findings);
            ++place;
        }
    }
}

}  // namespace nianbao::wording
