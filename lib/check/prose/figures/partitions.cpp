#include "check/prose/figures/partitions.hpp"

#include "check/prose/cells.hpp"
#include "check/prose/claims/told.hpp"
#include "check/prose/figures/partition.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace nianbao::prose {
namespace {

/// An item of a list: its figure, and the words before it.
struct Part {
    std::size_t token;
    std::u32string_view label;
};

class Partitions {
public:
    Partitions(const Report& report, const std::vector<Reading>& readings, std::size_t at,
               std::vector<Finding>& findings)
        : report_(report),
          readings_(readings),
          at_(at),
          reading_(readings[at]),
          findings_(findings) {}

    void check() {
        for (std::size_t i = 0; i < reading_.tokens.size();) {
            if (reading_.role(i) == Role::respectively) respective(i);
            if (reading_.role(i) == Role::list) {  // lists.cpp reads what stands behind 其中
                while (i < reading_.tokens.size() && reading_.role(i) != Role::semicolon) ++i;
                continue;
            }
            const std::vector<Part> parts = run_at(i);
            if (parts.size() > 1) judge(parts);
            i = parts.empty() ? i + 1 : parts.back().token + 1;
        }
    }

private:
    bool counts(std::size_t i) const {
        return reading_.role(i) == Role::figure && is_counted(reading_.figure(i).kind) &&
               reading_.figure(i).numeral.hedge == Hedge::none &&
               !reading_.figure(i).numeral.scaled && !reading_.figure(i).numeral.han;
    }

    /// The item whose first token is i: words and one count, and then the item's end.
    std::optional<Part> part_at(std::size_t i) const {
        std::size_t k = i;
        while (k < reading_.tokens.size() && reading_.role(k) != Role::figure) {
            const Role role = reading_.role(k);
            if (ends_item(role) || role == Role::rest || role == Role::compare ||
                role == Role::plan || role == Role::share || role == Role::list)
                return std::nullopt;
            ++k;
        }
        if (k == i || !counts(k) || !ends_item(reading_.role(k + 1)) ||
            reading_.role(k + 1) == Role::open || reading_.role(k + 1) == Role::colon)
            return std::nullopt;
        return Part{k, reading_.between(reading_.tokens[i].begin, reading_.tokens[k].begin)};
    }

    /// The items of one unit that follow each other from token i on.
    std::vector<Part> run_at(std::size_t i) const {
        std::vector<Part> parts;
        if (i > 0 && !ends_item(reading_.role(i - 1))) return parts;
        for (;;) {
            const auto part = part_at(i);
            if (!part) return parts;
            if (!parts.empty() &&
                reading_.figure(part->token).unit != reading_.figure(parts.front().token).unit)
                return parts;
            parts.push_back(*part);
            i = part->token + 1;
            if (reading_.role(i) == Role::close || i >= reading_.tokens.size()) return parts;
            ++i;
        }
    }

    Amount sum_of_parts(std::span<const Part> parts) const {
        Amount sum;
        for (const Part& part : parts) sum = sum + reading_.figure(part.token).numeral.value;
        return sum;
    }

    void judge(const std::vector<Part>& run) {
        const std::span<const Part> all(run);
        if (const auto ways = channels(all); ways.size() > 1) return judge_channels(ways);
        const auto subjects = std::find_if(
            all.begin(), all.end(), [](const Part& part) { return has(part.label, U"涉及"); });
        if (subjects != all.end()) return judge_subjects({subjects, all.end()});
        // The whole is the first of the run, or what stands before the run.
        if (const auto whole = whole_before(all.front()); whole && is_whole_by_nature(all))
            return judge_whole(*whole, all);
        if (is_whole_by_nature(all.subspan(1)))
            return judge_whole(all.front().token, all.subspan(1));
        finds(all);
        stock(all);
    }

    /// 认定文件98份：主动公开41份…; 对1204件规范性文件复核，保留1011件…: the count before the run,
    /// in the clause before it.
    std::optional<std::size_t> whole_before(const Part& first) const {
        std::size_t k = first.token;
        while (k > 0 && !ends_item(reading_.role(k - 1))) --k;
        if (k < 2) return std::nullopt;
        for (std::size_t i = k - 1; i-- > 0 && reading_.role(i) != Role::semicolon;) {
            if (reading_.role(i) != Role::figure || reading_.is_date(i)) continue;
            return counts(i) && reading_.figure(i).unit == reading_.figure(first.token).unit
                       ? std::optional(i)
                       : std::nullopt;
        }
        return std::nullopt;
    }

    /// 发现问题17个、整改19个: no more is mended than was found.
    void finds(std::span<const Part> parts) {
        constexpr std::u32string_view before[][2] = {{U"发现", U"整改"}, {U"发现", U"解决"},
                                                     {U"发放", U"收回"}, {U"发放", U"回收"},
                                                     {U"反馈", U"采纳"}, {U"查出", U"整改"}};
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
            const Part &one = parts[i], &other = parts[i + 1];
            const bool follows = std::any_of(
                std::begin(before), std::end(before), [&](const std::u32string_view(&pair)[2]) {
                    return has(one.label, pair[0]) && has(other.label, pair[1]) &&
                           !has_any(other.label, {U"上年", U"往年", U"历史", U"累计", U"不"});
                });
            const Amount &found = reading_.figure(one.token).numeral.value,
                         &mended = reading_.figure(other.token).numeral.value;
            if (follows && compare(mended, found) > 0) tell(other.token, mended, found);
        }
    }

    /// 三个假期31次，分别为12次、9次、10次: of one whole that stands right before, three or more.
    void respective(std::size_t word) {
        if (word < 2 || reading_.role(word - 1) != Role::comma || !counts(word - 2)) return;
        std::vector<Part> parts;
        for (std::size_t k = word + 1; k < reading_.tokens.size(); ++k) {
            if (reading_.role(k) == Role::pause || reading_.role(k) == Role::joint) continue;
            if (!counts(k) || reading_.figure(k).unit != reading_.figure(word - 2).unit) break;
            parts.push_back({k, {}});
        }
        if (parts.size() > 2) judge_whole(word - 2, parts);
    }

    /// 年初8件，制发1件、废止3件，年末6件: what was, what came and what went is what is left.
    void stock(std::span<const Part> parts) {
        const auto ends = [](std::u32string_view label,
                             std::initializer_list<std::u32string_view> words) {
            return std::any_of(words.begin(), words.end(),
                               [&](std::u32string_view word) { return label.ends_with(word); });
        };
        if (parts.size() < 3 || !ends(parts.front().label, {U"年初", U"上年末"}) ||
            !ends(parts.back().label, {U"年末", U"年底"}))
            return;
        Amount left = reading_.figure(parts.front().token).numeral.value;
        for (const Part& part : parts.subspan(1, parts.size() - 2)) {
            const Amount& value = reading_.figure(part.token).numeral.value;
            if (ends(part.label, {U"制发", U"新增", U"制定", U"出台", U"增加"}))
                left = left + value;
            else if (ends(part.label, {U"废止", U"失效", U"减少", U"注销", U"关停"}))
                left = left - value;
            else return;
        }
        const Amount& said = reading_.figure(parts.back().token).numeral.value;
        if (!(left == said)) tell(parts.back().token, left, said);
    }

    /// The items that are ways to apply, next to each other.
    std::span<const Part> channels(std::span<const Part> parts) const {
        const auto is_way = [&](const Part& part) { return names_channel(reading_, part.token); };
        const auto first = std::find_if(parts.begin(), parts.end(), is_way);
        const auto last = std::find_if_not(first, parts.end(), is_way);
        return {first, last};
    }

    static bool is_attribute(std::u32string_view label) {
        constexpr std::u32string_view attributes[] = {U"主动公开", U"依申请公开", U"不予公开",
                                                      U"不公开"};
        return std::any_of(std::begin(attributes), std::end(attributes),
                           [&](std::u32string_view one) { return label.ends_with(one); });
    }

    static bool is_grade(std::u32string_view label) {
        constexpr std::u32string_view grades[] = {U"优秀", U"良好", U"合格", U"不合格",
                                                  U"较好", U"一般", U"较差"};
        return std::any_of(std::begin(grades), std::end(grades),
                           [&](std::u32string_view one) { return label.ends_with(one); });
    }

    /// What becomes of papers that are gone through: 保留, 修改, 废止.
    static bool is_fate(std::u32string_view label) {
        constexpr std::u32string_view fates[] = {U"保留", U"继续有效", U"修改",
                                                 U"修订", U"废止",     U"失效"};
        return std::any_of(std::begin(fates), std::end(fates),
                           [&](std::u32string_view one) { return label.ends_with(one); });
    }

    /// 主动公开, 依申请公开 and 不予公开 are all there is; so are kinds that are all called
    /// …类.
    static bool is_whole_by_nature(std::span<const Part> parts) {
        if (parts.size() < 3) return false;
        const auto all_are = [&](auto is_one) {
            return std::all_of(parts.begin(), parts.end(),
                               [&](const Part& part) { return is_one(part.label); });
        };
        const auto is_kind = [](std::u32string_view label) {
            return label.ends_with(U"类") || label.ends_with(U"类信息");
        };
        return (parts.size() == 3 && (all_are(is_attribute) || all_are(is_fate))) ||
               all_are(is_grade) || all_are(is_kind);
    }

    void judge_whole(std::size_t whole, std::span<const Part> parts) {
        const Scope& scope = reading_.scopes[whole];
        if (scope.year != 0 || scope.period || scope.plan) return;
        const Amount sum = sum_of_parts(parts);
        const Amount& said = reading_.figure(whole).numeral.value;
        // What is far from the whole is a list of other things.
        const Amount difference = compare(sum, said) < 0 ? said - sum : sum - said;
        if (difference.digits == 0) return note_all(whole, parts, sum);
        if (difference.digits * 3 > said.digits) return;
        tell(whole, sum, said);
    }

    void note_all(std::size_t whole, std::span<const Part> parts, const Amount& sum) const {
        if (reading_.notes == nullptr) return;
        const std::string against = fmt::format("各项之和 {}", sum.to_string());
        note(reading_, reading_.figure(whole), against);
        for (const Part& part : parts) note(reading_, reading_.figure(part.token), against);
    }

    void tell(std::size_t at, const Amount& sum, const Amount& whole) {
        const Numeral& said = reading_.figure(at).numeral;
        const Span where = span_of(reading_, said.begin, said.end);
        if (is_told(findings_, where)) return;
        const bool more = compare(sum, whole) > 0;
        findings_.push_back(
            doubt_of("P-08", where,
                     fmt::format("各项之和 {}，{}于总数 {} ({} {})", sum.to_string(),
                                 more ? "大" : "小", whole.to_string(), more ? "多" : "少",
                                 (more ? sum - whole : whole - sum).to_string()),
                     "请核对总数和各项；只列举一部分的，可以写“其中……等”",
                     {{"found", whole.to_string()}, {"expected", sum.to_string()}}));
    }

    /// The counts of what came that this sentence or the one before it names before a
    /// token.
    std::vector<Amount> intake_before(std::size_t token) const {
        std::vector<Amount> all;
        const auto collect = [&](const Reading& reading, std::size_t end) {
            for (std::size_t k = 0; k < end; ++k) {
                if (reading.role(k) == Role::figure &&
                    (reading.naming(k).family == Family::intake ||
                     reading.naming(k).family == Family::finished) &&
                    !reading.naming(k).readings.empty())
                    all.push_back(reading.figure(k).numeral.value);
            }
        };
        if (at_ > 0 && !reading_.sentence->begins)
            collect(readings_[at_ - 1], readings_[at_ - 1].tokens.size());
        collect(reading_, token);
        return all;
    }

    /// 申请渠道为：网络103件，信函24件，当面5件: of all that came.
    void judge_channels(std::span<const Part> parts) {
        const std::size_t first = parts.front().token;
        if (reading_.topics[first] != Topic::applications || !reading_.scopes[first].plain() ||
            has_any(reading_.sentence->text, {U"等方式", U"等渠道", U"等途径", U"等形式"}))
            return;
        std::vector<Amount> wholes = intake_before(first);
        if (wholes.empty()) return;
        const Amount said = wholes.front(), sum = sum_of_parts(parts);
        for (const std::span<const Addend> one : cells_taken) {
            if (const auto value = value_of(report_, one)) wholes.push_back(*value);
        }
        if (std::find(wholes.begin(), wholes.end(), sum) != wholes.end()) return;
        tell(first, sum, said);
    }

    /// 收到5件，内容涉及征地4件、宅基地2件: more than came.
    void judge_subjects(std::span<const Part> parts) {
        const std::size_t first = parts.front().token;
        const std::vector<Amount> wholes = intake_before(first);
        if (wholes.empty() || !reading_.scopes[first].plain() ||
            has_any(reading_.sentence->text, {U"同时涉及", U"兼", U"重复", U"交叉"}))
            return;
        const Amount sum = sum_of_parts(parts);
        const Amount& most =
            *std::max_element(wholes.begin(), wholes.end(),
                              [](const Amount& a, const Amount& b) { return compare(a, b) < 0; });
        if (compare(sum, most) > 0) tell(first, sum, most);
    }

    const Report& report_;
    const std::vector<Reading>& readings_;
    std::size_t at_;
    const Reading& reading_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_partitions(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                      std::vector<Finding>& findings) {
    if (readings[at].figures.size() > 1) Partitions(report, readings, at, findings).check();
}

}  // namespace nianbao::prose
