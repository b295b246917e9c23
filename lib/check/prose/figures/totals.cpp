// P-08: a total behind its parts: A 6件、B 9件，共计15件. P-09: shares that are more, or
// less, than the whole together.
#include "check/prose/prose.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

namespace nianbao::prose {
namespace {

bool is_total(std::u32string_view word) {
    return word == U"共计" || word == U"合计" || word == U"总计" || word == U"总共" ||
           word == U"一共" || word == U"共" || word == U"累计";
}

/// The counts of one unit before a token, back to the sentence's or the list's begin.
std::vector<Amount> items_before(const Reading& reading, std::size_t i, std::u32string_view unit) {
    std::vector<Amount> items;
    int depth = 0;
    bool own_clause_ended = false;
    while (i-- > 0 && reading.role(i) != Role::semicolon && reading.role(i) != Role::list &&
           reading.role(i) != Role::colon) {
        if (reading.role(i) == Role::close) ++depth;
        if (reading.role(i) == Role::open && depth > 0) --depth;
        if (depth > 0 || reading.role(i) != Role::figure || reading.is_date(i)) continue;
        const Figure& figure = reading.figure(i);
        if (!own_clause_ended && (figure.numeral.han || figure.kind == FigureKind::none))
            continue;  // 四个平台合计10774条, 5类共60条
        own_clause_ended = true;
        if (!is_counted(figure.kind) || figure.unit != unit ||
            figure.numeral.hedge != Hedge::none || figure.numeral.scaled ||
            reading.scopes[i].year != 0 || reading.scopes[i].period || reading.scopes[i].plan)
            return {};
        items.insert(items.begin(), figure.numeral.value);
    }
    return items;
}

/// True where the last few of the items, two or more, come to the total, or one is it.
bool comes_to(const std::vector<Amount>& items, const Amount& total) {
    Amount sum;
    for (std::size_t i = items.size(); i-- > 0;) {
        sum = sum + items[i];
        if (sum == total || items[i] == total) return true;
    }
    return false;
}

/// 培训31场，市级6场、部门18场、乡镇5场，合计31场: what the parts behind the first come to,
/// where that is nearly the total which stands at both ends.
std::optional<Amount> parts_of_first(const std::vector<Amount>& items, const Amount& total) {
    if (items.size() < 4 || !(items.front() == total)) return std::nullopt;
    Amount rest;
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (items[i] == total) return std::nullopt;
        rest = rest + items[i];
    }
    const Amount difference = compare(rest, total) < 0 ? total - rest : rest - total;
    const bool near = difference.digits > 0 && difference.digits * 5 <= total.digits;
    return near ? std::optional(rest) : std::nullopt;
}

/// True where the figures of one are those of the other in another order: 73 for 37.
bool is_exchanged(const Amount& a, const Amount& b) {
    std::string one = a.to_string(), other = b.to_string();
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    return one == other;
}

/// 合格 and 不合格, 已回复 and 未回复, 办结 and 正在办理: one or the other is true of each.
bool are_opposites(std::u32string_view is, std::u32string_view not_so) {
    constexpr std::u32string_view pairs[][2] = {
        {U"线上", U"线下"}, {U"线下", U"线上"}, {U"建议", U"提案"}, {U"现场", U"非现场"}};
    for (const auto& [one, other] : pairs) {
        if (is.ends_with(one) && not_so.ends_with(other)) return true;
    }
    // 完成23项，剩余1项; 退稿25篇，发布306篇: what is left of all is the other.
    constexpr std::u32string_view done[] = {U"完成", U"办结", U"整改", U"解决"};
    constexpr std::u32string_view left[] = {U"剩余", U"剩", U"其余", U"未完成", U"余下", U"尚余"};
    const auto ends = [&](std::u32string_view word, auto& list) {
        return std::any_of(std::begin(list), std::end(list),
                           [&](std::u32string_view one) { return word.ends_with(one); });
    };
    if (ends(is, done) && ends(not_so, left)) return true;
    constexpr std::u32string_view refused[] = {U"退稿", U"退回", U"未采用", U"未通过"};
    constexpr std::u32string_view taken[] = {U"发布", U"采用", U"录用", U"刊发", U"通过"};
    if (ends(is, refused) && ends(not_so, taken)) return true;
    if (is.starts_with(U"已") && is.size() > 2) is.remove_prefix(1);
    constexpr std::u32string_view under_way[] = {U"正在办理", U"在办",      U"未办结",
                                                 U"办理中",   U"待办结",    U"尚未办结",
                                                 U"仍在办理", U"正在办理中"};
    if (is == U"办结")
        return std::find(std::begin(under_way), std::end(under_way), not_so) != std::end(under_way);
    if (not_so.starts_with(U"尚")) not_so.remove_prefix(1);
    return is.size() >= 2 && not_so.size() == is.size() + 1 &&
           (not_so.front() == U'不' || not_so.front() == U'未') && not_so.substr(1) == is;
}

/// 抽检480批次，合格468批次，不合格21批次: what is so and what is not are all of them.
void check_opposites(const Reading& reading, std::vector<Finding>& findings) {
    std::vector<std::size_t> last;  // the figures up to here, in one part of the sentence
    const auto label = [&](std::size_t i) {
        std::size_t begin = i;
        while (begin > 0 && !ends_item(reading.role(begin - 1)) &&
               reading.role(begin - 1) != Role::figure && reading.role(begin - 1) != Role::list)
            --begin;
        return reading.between(reading.tokens[begin].begin, reading.figure(i).numeral.begin);
    };
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        if (reading.role(i) == Role::semicolon || reading.role(i) == Role::open)
            last.clear();  // brackets are read by lists.cpp
        if (reading.role(i) != Role::figure || reading.is_date(i)) continue;
        const Figure& figure = reading.figure(i);
        if (!is_counted(figure.kind) || figure.numeral.hedge != Hedge::none ||
            figure.numeral.scaled) {
            last.clear();
            continue;
        }
        last.push_back(i);
        if (last.size() < 3) continue;
        const Figure &whole = reading.figure(last[last.size() - 3]),
                     &so = reading.figure(last[last.size() - 2]);
        const std::u32string_view is = label(last[last.size() - 2]), not_so = label(i);
        if (!are_opposites(is, not_so) || !reading.naming(i).readings.empty() ||
            whole.unit != figure.unit || so.unit != figure.unit)
            continue;
        const Amount sum = so.numeral.value + figure.numeral.value;
        const Amount& all = whole.numeral.value;
        if (sum == all || compare(all, so.numeral.value) < 0) continue;
        findings.push_back(doubt_of(
            "P-08", span_of(reading, figure.numeral.begin, figure.numeral.end),
            fmt::format("“{}”与“{}”之和 {}，与总数 {} 不符", to_utf8(is), to_utf8(not_so),
                        sum.to_string(), all.to_string()),
            "请核对总数和各项", {{"found", all.to_string()}, {"expected", sum.to_string()}}));
    }
}

/// 上半年5场、下半年8场，全年12场; a quarter each: the periods of a year are the whole.
void check_periods(const Reading& reading, std::vector<Finding>& findings) {
    constexpr std::u32string_view halves[] = {U"上半年", U"下半年"};
    constexpr std::u32string_view quarters[] = {U"一季度", U"二季度", U"三季度", U"四季度"};
    const auto judge = [&](std::span<const std::u32string_view> periods) {
        Amount sum;
        std::u32string_view unit;
        std::size_t next = 0, first = 0, last = 0;
        for (std::size_t i = 0; i < reading.tokens.size() && next < periods.size(); ++i) {
            if (!reading.word(i).ends_with(periods[next])) continue;
            std::size_t k = i + 1;
            while (reading.role(k) != Role::figure && !ends_item(reading.role(k))) ++k;
            if (reading.role(k) != Role::figure) return;
            const Figure& figure = reading.figure(k);
            if (!is_counted(figure.kind) || figure.numeral.hedge != Hedge::none ||
                figure.numeral.scaled || (next > 0 && figure.unit != unit))
                return;
            unit = figure.unit;
            sum = sum + figure.numeral.value;
            if (next++ == 0) first = i;
            last = k;
        }
        if (next < periods.size()) return;
        // The only other count of that unit, with 共 or 全年 before it or in front of all.
        const Figure* whole = nullptr;
        for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
            if (reading.role(i) != Role::figure || (i > first && i <= last) ||
                reading.figure(i).unit != unit)
                continue;
            if (whole != nullptr || reading.scopes[i].year != 0) return;
            whole = &reading.figure(i);
            std::size_t from = i;
            while (from > 0 && !ends_clause(reading.role(from - 1))) --from;
            const bool in_bracket = i + 2 == first && reading.role(i + 1) == Role::open;
            if (!in_bracket &&
                !has_any(reading.between(reading.tokens[from].begin, whole->numeral.begin),
                         {U"共", U"合计", U"总计", U"全年"}))
                return;
        }
        if (whole == nullptr || whole->numeral.hedge != Hedge::none || whole->numeral.scaled ||
            whole->numeral.value == sum)
            return;
        const std::string all = whole->numeral.value.to_string();
        findings.push_back(
            doubt_of("P-08", span_of(reading, whole->numeral.begin, whole->numeral.end),
                     fmt::format("各时段之和 {}，与总数 {} 不符", sum.to_string(), all),
                     "请核对总数和各项", {{"found", all}, {"expected", sum.to_string()}}));
    };
    judge(halves);
    judge(quarters);
}

/// How many are counted together: 三 of 三种渠道合计; 0: it is not said.
std::size_t counted_together(const Reading& reading, std::size_t word) {
    std::size_t k = word;
    while (k > 0 && !ends_item(reading.role(k - 1))) --k;
    const auto said = reading.between(reading.tokens[k].begin, reading.tokens[word].begin);
    constexpr std::u32string_view numerals = U"两三四五六", digits = U"23456789";
    if (said.size() == 2 && digits.find(said.front()) != digits.npos)  // 5类共60条
        return digits.find(said.front()) + 2;
    const std::size_t at = said.empty() ? numerals.npos : numerals.find(said.front());
    return at == numerals.npos ? 0 : at + 2;
}

/// The total begins its clause, but for what is counted together: 四个平台合计10774条.
bool leads_clause(const Reading& reading, std::size_t word) {
    if (reading.role(word - 1) == Role::comma) return true;
    std::size_t k = word;
    while (k > 0 && !ends_item(reading.role(k - 1))) --k;
    if (k == 0 || reading.role(k - 1) != Role::comma) return false;
    const auto said = reading.between(reading.tokens[k].begin, reading.tokens[word].begin);
    constexpr std::size_t longest = 8;
    return said.size() <= longest &&
           (said.starts_with(U"两") || said.starts_with(U"三") || said.starts_with(U"四") ||
            said.starts_with(U"五") || said.starts_with(U"上述") || said.starts_with(U"以上") ||
            said == U"全年" ||
            (said.size() == 2 && U'2' <= said.front() && said.front() <= U'9' &&
             (said.back() == U'类' || said.back() == U'项' || said.back() == U'种')));
}

/// 合计600条（期）: of other units too.
bool is_of_units(const Reading& reading, const Figure& figure) {
    const std::u32string_view text = reading.sentence->text;
    const auto end = static_cast<std::size_t>(figure.end);
    constexpr std::size_t longest = 6;
    return end < text.size() && text[end] == U'（' && text.find(U'）', end) - end < longest;
}

}  // namespace

void check_totals(const Reading& reading, std::vector<Finding>& findings) {
    check_opposites(reading, findings);
    if (has_any(reading.sentence->text, {U"上半年", U"季度"})) check_periods(reading, findings);
    constexpr std::size_t most = 6;
    for (std::size_t i = 2; i < reading.tokens.size(); ++i) {
        if (reading.role(i) != Role::figure || reading.role(i - 1) != Role::filler) continue;
        std::size_t word = i - 1;  // 共计公开信息550条
        while (word > 2 && i - word < 4 && reading.role(word) == Role::filler &&
               !is_total(reading.word(word)))
            --word;
        while (word > 2 && is_total(reading.word(word - 1))) --word;  // 合计共212条
        if (!is_total(reading.word(word)) || !leads_clause(reading, word)) continue;
        const Figure& figure = reading.figure(i);
        if (!is_counted(figure.kind) || !reading.naming(i).readings.empty() || figure.referred ||
            figure.numeral.hedge != Hedge::none || figure.numeral.scaled)
            continue;
        if (is_of_units(reading, figure)) continue;
        const std::vector<Amount> items = items_before(reading, word, figure.unit);
        const Amount& total = figure.numeral.value;
        if (items.size() < 2 || items.size() > most) continue;
        if (const std::size_t said = counted_together(reading, word);
            said > 0 && said != items.size())
            continue;  // 三种渠道合计354条: one of them stands before a semicolon
        if (const auto rest = parts_of_first(items, total)) {
            findings.push_back(
                doubt_of("P-08", span_of(reading, figure.numeral.begin, figure.numeral.end),
                         fmt::format("前面各项之和 {}，与总数 {} 不符", rest->to_string(),
                                     total.to_string()),
                         "请核对总数和各项",
                         {{"found", total.to_string()}, {"expected", rest->to_string()}}));
            continue;
        }
        if (comes_to(items, total)) {
            note(reading, figure, "前面各项之和 " + total.to_string());
            continue;
        }
        Amount sum;
        for (const Amount& item : items) sum = sum + item;
        const Amount difference = compare(sum, total) < 0 ? total - sum : sum - total;
        if (difference.digits * 2 > total.digits && !is_exchanged(sum, total))
            continue;  // of other things
        findings.push_back(doubt_of(
            "P-08", span_of(reading, figure.numeral.begin, figure.numeral.end),
            fmt::format("前面各项之和 {}，与总数 {} 不符", sum.to_string(), total.to_string()),
            "请核对总数和各项", {{"found", total.to_string()}, {"expected", sum.to_string()}}));
    }
}

void check_share_sums(const Reading& reading, std::vector<Finding>& findings) {
    struct Shares {
        Amount sum;
        int items = 0, begin = 0, end = 0;
        bool other = false, doubtful = false;
    } shares;
    const auto judge = [&] {
        const Shares done = shares;
        shares = {};
        if (done.items < 2 || done.doubtful || (done.items < 3 && !done.other)) return;
        const Amount hundred{100, 0}, slack{1, 0};
        const bool over = compare(done.sum, hundred + slack) > 0;
        const bool under = done.other && compare(done.sum, hundred - slack) < 0;
        if (!over && !under) return;
        const auto told = [&](const Finding& finding) {
            return finding.rule == "P-09" && finding.where.field == reading.field &&
                   finding.where.offset >= reading.sentence->at.front() &&
                   finding.where.offset <= reading.sentence->at.back();
        };
        if (std::any_of(findings.begin(), findings.end(), told)) return;
        findings.push_back((done.other ? finding_of : doubt_of)(
            "P-09", span_of(reading, done.begin, done.end),
            fmt::format("各项所占的百分比之和是 {}%", done.sum.to_string()), "请核对各项的百分比",
            {{"found", done.sum.to_string()}}));
    };
    bool shared = false, other = false, summed = false;
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Role role = reading.role(i);
        if (role == Role::semicolon || role == Role::list || role == Role::rest) judge();
        if (ends_item(role)) shared = other = summed = false;
        if (role == Role::share) shared = true;
        if (has_any(reading.word(i),
                    {U"合计", U"共计", U"总计", U"两项", U"两者", U"二者", U"三项"}))
            summed = true;
        if (role == Role::other) other = true;
        if (role == Role::etc || role == Role::rise || role == Role::fall || role == Role::compare)
            shares.doubtful = true;
        if (role != Role::figure || !shared || summed ||
            reading.figure(i).kind != FigureKind::percent)
            continue;
        const Numeral& numeral = reading.figure(i).numeral;
        if (numeral.hedge != Hedge::none || numeral.rough > 0 || !reading.scopes[i].plain())
            shares.doubtful = true;
        if (shares.items++ == 0) shares.begin = numeral.begin;
        shares.end = numeral.end;
        shares.sum = shares.sum + numeral.value;
        shares.other = other;
    }
    judge();
}

}  // namespace nianbao::prose
