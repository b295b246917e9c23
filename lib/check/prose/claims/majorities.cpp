// P-03, P-02, P-09: whom most applications come from, what becomes of most of them, in
// words: 申请主要来自企业, 以自然人为主, 三分之二来自自然人, 大部分不予公开.
#include "check/prose/cells.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/ratio.hpp"
#include "check/prose/words.hpp"
#include "text/character_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nianbao::prose {
namespace {

struct ApplicantKind {
    std::u32string_view name;
    Column column;
};
/// The longer names first. 企业 is said of all that is no person.
constexpr ApplicantKind applicant_kinds[] = {
    {U"法人或者其他组织", Column::legal},
    {U"法人或其他组织", Column::legal},
    {U"法人和其他组织", Column::legal},
    {U"法人及其他组织", Column::legal},
    {U"法人或其它组织", Column::legal},
    {U"法人、其他组织", Column::legal},
    {U"商业企业", Column::business},
    {U"企业", Column::legal},
    {U"法人", Column::legal},
    {U"自然人", Column::natural_person},
    {U"公民个人", Column::natural_person},
    {U"公民", Column::natural_person},
    {U"个人", Column::natural_person},
};

constexpr std::u32string_view most_of_them[] = {U"绝大多数", U"绝大部分", U"大多数", U"大部分",
                                                U"多数",     U"主要",     U"大多"};
constexpr CharacterFilter words_of_most =
    CharacterFilter::beginnings(most_of_them) | CharacterFilter(U"以");
constexpr std::u32string_view links_of_most[] = {U"来源于", U"来自", U"为", U"是", U"由", U"系"};

/// The end of the first of the words that stands there; none: the place itself.
template <std::size_t n>
std::size_t after_any(std::u32string_view text, std::size_t at,
                      const std::u32string_view (&words)[n]) {
    for (const std::u32string_view word : words) {
        if (text.substr(at, word.size()) == word) return at + word.size();
    }
    return at;
}

const ApplicantKind* kind_at(std::u32string_view text, std::size_t at) {
    const auto* const found = std::find_if(
        std::begin(applicant_kinds), std::end(applicant_kinds),
        [&](const ApplicantKind& kind) { return text.substr(at, kind.name.size()) == kind.name; });
    return found == std::end(applicant_kinds) ? nullptr : found;
}

class Majorities {
public:
    Majorities(const Report& report, const Reading& reading, std::vector<Finding>& findings)
        : report_(report), reading_(reading), text_(reading.sentence->text), findings_(findings) {}

    void check() {
        const bool applied = has(text_, U"申请");
        const bool decided = std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                                         [](const Token& one) { return one.role == Role::result; });
        if ((!applied && !decided) || has_any(text_, {U"涉及", U"内容", U"咨询", U"留言", U"来信"}))
            return;
        std::size_t begin = 0;
        while (applied && begin < text_.size()) {
            const auto end = std::min(text_.find_first_of(U"，；。：", begin), text_.size());
            applicants(begin, end);
            begin = end + 1;
        }
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            if (applied && reading_.role(i) == Role::figure) share(i);
            if (reading_.role(i) == Role::result) result(i);
        }
    }

private:
    /// 以…为主, 主要来自…, …居多, where the clause has nothing behind it.
    void applicants(std::size_t begin, std::size_t end) {
        const std::u32string_view clause = text_.substr(begin, end - begin);
        for (std::size_t at = 0; at < clause.size(); ++at) {
            if (!words_of_most.may_hold(clause[at])) continue;
            std::size_t from = at;
            if (clause[at] == U'以') {
                from = at + 1;
            } else {
                const std::size_t most = after_any(clause, at, most_of_them);
                from = most == at ? at : after_any(clause, most, links_of_most);
                if (from == most) from = at;
            }
            if (from == at) continue;
            const ApplicantKind* const kind = kind_at(clause, from);
            if (kind == nullptr) continue;
            const std::u32string_view rest = clause.substr(from + kind->name.size());
            const bool main = clause[at] == U'以';
            if (main ? !rest.ends_with(U"为主") || !is_tail(rest.substr(0, rest.size() - 2))
                     : !is_tail(rest))
                continue;
            judge(*kind, begin + at, end);
            return;
        }
        for (const std::u32string_view tail : {U"居多", U"占多数", U"占大多数", U"占绝大多数"}) {
            if (!clause.ends_with(tail)) continue;
            for (const ApplicantKind& kind : applicant_kinds) {
                const std::u32string_view before = clause.substr(0, clause.size() - tail.size());
                if (!before.ends_with(kind.name)) continue;
                judge(kind, begin + before.size() - kind.name.size(), end);
                return;
            }
        }
    }
    static bool is_tail(std::u32string_view rest) {
        return rest.empty() || rest == U"提出" || rest == U"申请" || rest == U"提出的申请" ||
               rest == U"的申请" || rest == U"提交" || rest == U"提出申请";
    }

    bool is_plain(std::size_t at) const {
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            if (reading_.tokens[i].end > static_cast<int>(at)) return reading_.scopes[i].plain();
        }
        return false;
    }

    /// Told where another kind has more, whether those carried in are counted or not.
    void judge(const ApplicantKind& kind, std::size_t begin, std::size_t end) {
        if (!is_plain(begin)) return;
        const Readings parts = narrowed(readings_of(cells_in), kind.column);
        const Readings wholes = readings_of(cells_in);
        for (std::size_t k = 0; k < parts.size() && k < wholes.size(); ++k) {
            const auto part = value_of(report_, parts[k]), whole = value_of(report_, wholes[k]);
            if (!part || !whole || compare(*part + *part, *whole) >= 0) return;
        }
        const auto some = sum_of(report_, parts.front());
        const auto all = sum_of(report_, wholes.front());
        if (some && all && all->value.digits > 0)
            tell("P-03", static_cast<int>(begin), static_cast<int>(end), *some, *all);
    }

    void tell(std::string_view rule, int begin, int end, const Sum& some, const Sum& all) {
        findings_.push_back(doubt_of(rule, span_of(reading_, begin, end),
                                     fmt::format("{}可能与表中的数不符：{}，{}",
                                                 quoted(reading_, begin, end), some.says, all.says),
                                     "请核对正文和表格",
                                     {{"expected", some.value.to_string()}, {"cell", some.field}}));
    }

    /// 三分之二来自自然人, 超过九成由企业提出: without 占.
    void share(std::size_t i) {
        const Figure& figure = reading_.figure(i);
        if (figure.kind != FigureKind::percent || figure.referred || !reading_.scopes[i].plain())
            return;
        std::size_t at = static_cast<std::size_t>(reading_.tokens[i].end);
        constexpr std::u32string_view bounds[] = {U"以上", U"左右"};
        constexpr std::u32string_view subjects[] = {U"的申请人", U"的申请", U"申请人"};
        at = after_any(text_, after_any(text_, at, bounds), subjects);
        const std::size_t from = after_any(text_, at, links_of_most);
        const ApplicantKind* const kind = from == at ? nullptr : kind_at(text_, from);
        if (kind == nullptr) return;
        const auto end = std::min(text_.find_first_of(U"，；。", from), text_.size());
        if (!is_tail(text_.substr(from + kind->name.size(), end - from - kind->name.size())))
            return;
        const Readings parts = narrowed(readings_of(cells_in), kind->column);
        const Readings wholes = readings_of(cells_in);
        for (const Addends& one : parts) {
            for (const Addends& other : wholes) {
                const auto part = value_of(report_, one), whole = value_of(report_, other);
                if (part && whole && is_ratio(*part, *whole, figure.numeral)) {
                    note(reading_, figure,
                         fmt::format("{} 占 {}", part->to_string(), whole->to_string()));
                    return;
                }
            }
        }
        const auto part = value_of(report_, parts.front()),
                   whole = value_of(report_, wholes.front());
        if (!part || !whole || whole->digits == 0) return;
        const std::string is = ratio_text(*part, *whole, figure.numeral);
        findings_.push_back(
            doubt_of("P-09", span_of(reading_, figure.numeral.begin, static_cast<int>(end)),
                     fmt::format("{}可能与各数算出的不符：{} 占 {} 是 {}%",
                                 quoted(reading_, figure.numeral.begin, static_cast<int>(end)),
                                 part->to_string(), whole->to_string(), is),
                     "请核对百分比，以及它是哪两个数的比", {{"expected", is}}));
    }

    /// 大部分不予公开, 多数因本机关不掌握而无法提供: less than half of the results.
    void result(std::size_t i) {
        const Token& token = reading_.tokens[i];
        if (reading_.topics[i] != Topic::applications || !reading_.scopes[i].plain() ||
            reading_.word(i).starts_with(U"部分") || !ends_clause(reading_.role(i + 1)))
            return;
        const std::u32string_view before = text_.substr(0, token.begin);
        const std::size_t mark = before.find_last_of(U"，；。：");
        const std::size_t clause = mark == before.npos ? 0 : mark + 1;
        for (const std::u32string_view word : most_of_them) {
            const std::size_t at = before.find(word, clause);
            if (at == before.npos || word == U"主要") continue;
            const std::u32string_view between = before.substr(at + word.size());
            const bool because = between.starts_with(U"因") && between.ends_with(U"而");
            constexpr std::array plain = {U"", U"均", U"为", U"都", U"作出", U"因", U"属于", U"的"};
            if (!because && std::find(plain.begin(), plain.end(), between) == plain.end()) return;
            const auto some = sum_of(report_, token.cells.front());
            const auto all = sum_of(report_, cells_results.front());
            if (some && all && compare(some->value + some->value, all->value) < 0)
                tell("P-02", static_cast<int>(at), token.end, *some, *all);
            return;
        }
    }

    const Report& report_;
    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_majorities(const Report& report, const Reading& reading,
                      std::vector<Finding>& findings) {
    Majorities(report, reading, findings).check();
}

}  // namespace nianbao::prose
