// P-06, P-07: what the prose says there was none of, and that all is done.
#include "check/prose/cells.hpp"
#include "check/prose/claims/denials.hpp"
#include "check/prose/claims/excuses.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/words.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace nianbao::prose {
namespace {

class Claims {
public:
    Claims(const Report& report, const Reading& reading, std::vector<Finding>& findings)
        : report_(report), reading_(reading), text_(reading.sentence->text), findings_(findings) {}

    void none() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (tokens()[i].role == Role::never) none_at(i);
        }
    }

    void done() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            const Token& token = tokens()[i];
            if (token.role == Role::verb &&
                (token.cells == cells_finished || token.cells == cells_answered))
                done_at(i);
            if (token.role == Role::figure) rate_at(i);
            if (token.role == Role::outcome) ended_at(i);
            if (token.role == Role::result) all_at(i);
        }
    }

private:
    const std::vector<Token>& tokens() const { return reading_.tokens; }
    void tell(std::string_view rule, int begin, int end, const Sum& sum, bool sure,
              std::string hint) {
        sure = sure && reading_.surety == Surety::certain;
        const std::string message = fmt::format(
            "{}{}表中的数不符：{}", quoted(reading_, begin, end), sure ? "与" : "可能与", sum.says);
        const std::vector<Value> values = {{"expected", sum.value.to_string()},
                                           {"cell", sum.field}};
        findings_.push_back((sure ? finding_of : doubt_of)(rule, span_of(reading_, begin, end),
                                                           message, std::move(hint), values));
    }

    /// 未收到政府信息公开申请; 未发生行政复议、行政诉讼; 无结转: the cells must be 0.
    void none_at(std::size_t i) {
        const Scope& scope = reading_.scopes[i];
        const bool last_year =
            is_of_last_year(reading_, i) && scope.year == report_.year - 1 && !scope.part;
        if (!(scope.plain() || last_year) || none_left(report_, reading_, i, findings_)) return;
        // 科研机构、社会公益组织均无新收申请: of theirs alone
        if (i > 0 && reading_.role(i - 1) == Role::applicant) return;
        std::vector<std::size_t> verbs, nouns, procedures, outcomes, things, measures, results;
        std::size_t last = i;
        for (std::size_t k = i + 1; k < tokens().size() && !ends_clause(tokens()[k].role); ++k) {
            switch (tokens()[k].role) {
                case Role::unknown:
                    if (is_single(reading_, k) || reading_.word(k) == U"出现" ||
                        reading_.word(k) == U"件")
                        break;  // 无结转下年度件
                    return;
                case Role::figure:
                    if (k == i + 1 && is_single(reading_, k)) break;
                    return;
                case Role::result:
                    if (results.empty() && verbs.empty() && procedures.empty())
                        results.push_back(k);
                    else if (results.empty() || !has(text_, U"因")) return;
                    last = k;  // 未出现因信息不存在而无法提供的情况
                    break;
                case Role::foreign:
                case Role::subset:
                case Role::never:
                case Role::etc:
                case Role::applicant:
                    return;
                case Role::verb:
                    verbs.push_back(last = k);
                    break;
                case Role::noun:
                    nouns.push_back(last = k);
                    break;
                case Role::procedure:
                    procedures.push_back(last = k);
                    break;
                case Role::outcome:
                    outcomes.push_back(last = k);
                    break;
                case Role::thing:
                    things.push_back(last = k);
                    break;
                case Role::measure:
                    measures.push_back(last = k);
                    break;
                default:
                    break;
            }
        }
        const int begin = tokens()[i].begin, end = tokens()[last].end;
        const auto check = [&](std::span<const Addend> cells, bool sure) {
            const auto sum = sum_of(report_, cells);
            if (sum && !(sum->value == Amount{}))
                tell("P-06", begin, end, *sum, sure, "请核对正文和表格");
        };
        const auto counts_intake = [&](std::size_t v) {
            const Cells& cells = tokens()[v].cells;
            return cells == cells_new || cells == cells_in || cells == cells_taken;
        };

        if (!things.empty() && !procedures.empty()) return;  // 因行政处罚引起的行政复议
        if (!results.empty()) {
            // 无不予公开的情形: not 没有不予公开的文件.
            if (verbs.empty() && procedures.empty() && outcomes.empty() && things.empty() &&
                reading_.topics[i] == Topic::applications && ends_in_case(reading_, last))
                check(tokens()[results.front()].cells.front(), false);
            return;
        }
        if (!procedures.empty()) {
            const bool about =
                has_any(text_, {U"信息公开", U"依申请", U"政务公开"}) ||
                has_any(reading_.sentence->heading, {U"依申请", U"申请公开", U"复议"});
            const bool decides = std::any_of(verbs.begin(), verbs.end(), [&](std::size_t v) {
                return reading_.word(v) != U"收到" && reading_.word(v) != U"接到";
            });
            if (!about || decides || outcomes.size() > 1) return;
            for (std::size_t p : procedures) {
                Readings cells = readings_of(tokens()[p].cells);
                if (!outcomes.empty()) cells = narrowed(cells, tokens()[outcomes.front()].column);
                check(cells.front(), true);
            }
        }
        if (!nouns.empty() && !procedures.empty()) return;
        if (!things.empty()) {
            if (measures.size() > 1) return;
            for (std::size_t t : things) {
                const Documents* document = documents_of(tokens()[t].cells);
                const bool acted = measures.empty() ||
                                   tokens()[measures.front()].act == Act::decided ||
                                   tokens()[measures.front()].act == Act::carried;
                if (document != nullptr ? measures.empty() : !acted) continue;
                if (document == nullptr) {
                    if (tokens()[t].cells != cells_charges) check(tokens()[t].cells.front(), false);
                    continue;
                }
                const Act act = tokens()[measures.front()].act;
                if (act == Act::made || act == Act::repealed)
                    check(std::array{Addend{document->row_of(act)}}, true);
            }
            return;
        }
        if (procedures.empty() && !verbs.empty()) {
            const Cells& cells = tokens()[verbs.back()].cells;
            const Topic topic = reading_.topics[i];
            if (last_year && cells != cells_carried) return;
            if (cells == cells_carried && topic == Topic::applications) {
                check((last_year ? cells_carried_in : cells_carried_out).front(), false);
            } else if (cells == cells_carried_in || cells == cells_carried_out) {
                if (topic == Topic::applications || topic == Topic::none || !nouns.empty())
                    check(cells.front(), !nouns.empty() || topic == Topic::applications);
            } else if (std::all_of(verbs.begin(), verbs.end(), counts_intake) && !nouns.empty()) {
                check(cells_new.front(), true);
            }
        } else if (procedures.empty() && !nouns.empty() && outcomes.empty() &&
                   reading_.word(nouns.back()).size() > 2) {
            check(cells_new.front(), false);  // 无依申请公开
        }
    }

    /// The count before a token that it is said of: 13 of 13件（含上年结转1件），均已办结; 12
    /// of 新收12件，上年结转1件，均已办结, with `also` those that came from last year.
    /// None: -1.
    int figure_before(std::size_t i, Amount& also) const {
        int depth = 0, carried = -1, channel = -1;
        Amount channels;
        while (i-- > 0) {
            if (tokens()[i].role == Role::close) ++depth;
            if (tokens()[i].role == Role::open && depth > 0) --depth;
            if (depth > 0 || tokens()[i].role != Role::figure ||
                reading_.figure(i).kind != FigureKind::count)
                continue;
            const int figure = tokens()[i].figure;
            if (reading_.namings[figure].in_list && reading_.namings[figure].readings.empty()) {
                if (channel < 0) channel = figure;
                channels = channels + reading_.figures[figure].numeral.value;
                continue;  // 收到31件，其中网络27件、信函4件，年内全部办结
            }
            if (channel >= 0 && !(channels == reading_.figures[figure].numeral.value))
                return carried < 0 ? channel : carried;
            if (carried < 0 && reading_.namings[figure].family == Family::carried_in &&
                (reading_.role(i + 1) == Role::comma || reading_.role(i + 1) == Role::semicolon)) {
                carried = figure;
                continue;
            }
            if (carried >= 0 && reading_.namings[figure].family != Family::intake) break;
            if (carried >= 0) also = reading_.figures[carried].numeral.value;
            return figure;
        }
        return carried < 0 ? channel : carried;
    }

    /// 新收38件，均按期答复: all that came are meant, though some are not due before next year.
    bool counts_all(std::size_t all) const {
        Amount also;
        const int counted = figure_before(all, also);
        if (counted < 0 || reading_.namings[counted].family != Family::intake) return false;
        const Amount said = reading_.figures[counted].numeral.value + also;
        return said == value_of(report_, cells_new.front()) ||
               said == value_of(report_, cells_received_in_all.front());
    }

    /// 均已办结, 全部办理完成: nothing may be carried over, where all applications are
    /// meant.
    void done_at(std::size_t i) {
        const Topic topic = reading_.topics[i];
        if (topic != Topic::applications || !reading_.scopes[i].plain() ||
            speaks_of_rest(report_, reading_))
            return;
        std::size_t all = i;
        bool hedged = false;
        for (std::size_t k = i; k-- > 0;) {
            const Role role = tokens()[k].role;
            if (ends_clause(role) || role == Role::figure || role == Role::never ||
                role == Role::foreign || role == Role::subset)
                break;
            if (role == Role::all) {
                all = k;
                break;
            }
        }
        if (all == i) return;
        // 申请均已全部办结: the first of the two says of what.
        while (all > 1 &&
               (tokens()[all - 1].role == Role::all ||
                (tokens()[all - 1].role == Role::filler && tokens()[all - 2].role == Role::all)))
            --all;
        std::size_t clause = i;
        while (clause + 1 < tokens().size() && !ends_clause(tokens()[clause + 1].role)) ++clause;
        const std::u32string_view said =
            reading_.between(tokens()[all].begin, tokens()[clause].end);
        if (has(said, U"对")) return;  // 均对答复表示满意
        const bool due = has_any(said, {U"期限", U"时限", U"规定", U"法定", U"要求", U"程序",
                                        U"依法", U"依规", U"当面", U"第一时间"});
        if (due || has_any(said, {U"按时", U"按期", U"及时"})) hedged = true;
        const bool answered = tokens()[i].cells == cells_answered;
        if (answered && hedged && (due || !counts_all(all))) return;
        const bool named = names_all(reading_, all);
        tell_done(tokens()[all].begin, tokens()[i].end, named ? 0 : all,
                  !hedged && !answered && !named);
    }

    /// 收到申请158件，全部予以公开: as many as were counted.
    void all_at(std::size_t i) {
        std::size_t all = i;  // 全部依法予以公开
        while (all > 1 && tokens()[all - 1].role == Role::filler) --all;
        if (tokens()[i].cells != cells_disclosed || i == 0 || tokens()[all - 1].role != Role::all ||
            reading_.topics[i] != Topic::applications || !reading_.scopes[i].plain() ||
            !ends_clause(reading_.role(i + 1)) || speaks_of_rest(report_, reading_))
            return;
        const std::size_t from = all - 1;
        if (from < 2 || tokens()[from - 1].role != Role::comma) return;
        Amount also;
        const int antecedent = figure_before(from, also);
        if (antecedent < 0 || reading_.namings[antecedent].family != Family::intake) return;
        const Amount said = reading_.figures[antecedent].numeral.value + also;
        const auto disclosed = sum_of(report_, cells_disclosed_at_all.front());
        Amount most;
        for (const Addends& one : readings_of(cells_disclosed_at_all)) {
            const auto value = value_of(report_, one);
            if (value && compare(*value, most) > 0) most = *value;
        }
        if (!disclosed || compare(most, said) >= 0) return;
        tell("P-02", tokens()[from].begin, tokens()[i].end, *disclosed,
             reading_.namings[antecedent].surety == Surety::certain, "请核对正文和表格");
    }

    /// 行政复议2件，均获维持; 行政复议1件，结果纠正: the outcome of the cases just
    /// counted, in a clause that has no figure of its own.
    void ended_at(std::size_t i) {
        std::size_t from = i;
        while (from > 0 && !ends_clause(tokens()[from - 1].role)) {
            --from;
            const Role role = tokens()[from].role;
            if (role != Role::all && role != Role::filler && role != Role::outcome) return;
        }
        if (from == 0 || tokens()[from - 1].role != Role::comma || from < 2 ||
            tokens()[from - 2].role != Role::figure)
            return;
        std::size_t end = i + 1;
        while (end < tokens().size() && !ends_clause(tokens()[end].role)) ++end;
        const auto tail = reading_.between(tokens()[i].end, tokens()[end - 1].end);
        if (!tail.empty() && tail != U"原答复" && tail != U"原行政行为") return;
        const bool all = std::any_of(tokens().begin() + from, tokens().begin() + i,
                                     [](const Token& token) { return token.role == Role::all; });
        bool first = true;
        for (std::size_t k = from - 1; k-- > 0 && tokens()[k].role != Role::semicolon;) {
            if (tokens()[k].role != Role::figure) continue;
            const int n = tokens()[k].figure;
            const Naming& naming = reading_.namings[n];
            // 行政诉讼7件：未经复议直接起诉3件，均维持: of those behind the colon
            if (naming.family != Family::procedure || !(all || first) ||
                (!first && tokens()[k + 1].role == Role::colon))
                break;
            first = false;
            const Amount& said = reading_.figures[n].numeral.value;
            const Readings cells = narrowed(naming.readings, tokens()[i].column);
            const auto sum = cells.empty() ? std::nullopt : sum_of(report_, cells.front());
            if (sum && said.digits > 0 && !(sum->value == said))
                tell("P-04", tokens()[k].begin, tokens()[i].end, *sum, false, "请核对正文和表格");
        }
    }

    /// 办结率100%; 按时办结率 is something else.
    void rate_at(std::size_t i) {
        const Figure& figure = reading_.figure(i);
        if (figure.kind != FigureKind::percent || !(figure.numeral.value == Amount{100, 0}) ||
            speaks_of_rest(report_, reading_, true))
            return;
        std::size_t k = i;
        while (k > 0 && !ends_clause(tokens()[k - 1].role) && tokens()[k - 1].role != Role::figure)
            --k;
        const std::u32string_view said = reading_.between(tokens()[k].begin, tokens()[i].begin);
        if (reading_.notes != nullptr) note_all(figure, said, i);
        const bool answered = said.find(U"答复率") != said.npos;
        const auto at = said.find(answered ? U"答复率" : U"办结率");
        if (at == said.npos || has_any(said, {U"按时", U"按期", U"及时", U"期限"})) return;
        if (reading_.topics[i] != Topic::applications || !reading_.scopes[i].plain()) return;
        const bool of_year = said.starts_with(U"全年") || said.starts_with(U"年度");
        tell_done(tokens()[k].begin + static_cast<int>(at), tokens()[i].end, of_year ? 0 : k,
                  !answered && !of_year && !speaks_of_rest(report_, reading_));
    }

    /// 办结率100%, 答复率100%: right where nothing is carried over.
    void note_all(const Figure& figure, std::u32string_view said, std::size_t i) const {
        const auto carried = sum_of(report_, cells_carried_out.front());
        const auto received = value_of(report_, cells_new.front());
        if (has_any(said, {U"办结率", U"答复率"}) &&
            !has_any(said, {U"按时", U"按期", U"及时", U"期限", U"时限"}) &&
            reading_.topics[i] == Topic::applications && reading_.scopes[i].plain() && carried &&
            carried->value == Amount{} && received && received->digits > 0)
            note(reading_, figure, carried->says);
    }

    void tell_done(int begin, int end, std::size_t before, bool sure) {
        const auto carried = sum_of(report_, cells_carried_out.front());
        const auto received = value_of(report_, cells_new.front());
        const auto finished = value_of(report_, cells_results.front());
        if (!carried || !received || !finished || carried->value == Amount{}) return;
        Amount also;
        if (const int antecedent = figure_before(before, also); antecedent >= 0) {
            const Naming& naming = reading_.namings[antecedent];
            const Amount said = reading_.figures[antecedent].numeral.value + also;
            // 收到44件，办结39件，已全部办结: of all that came; 办结39件，均按时办结: of those
            const bool ended = naming.family == Family::finished;
            const bool done =
                sure &&
                (ended || (counts_intake_before(reading_, antecedent) &&
                           (naming.family == Family::result || naming.family == Family::reason)));
            // 实际应办10件，已全部办结: all that came and were carried in
            const auto all = value_of(report_, cells_received_in_all.front());
            if (done || (naming.readings.empty() && said == all)) sure = false;
            else if (naming.readings.empty() || naming.family != Family::intake)
                return;  // of some, or of those that were dealt with
            if (!done && said == *finished && !(said == *received)) return;
            if (said == *finished) sure = false;
        } else {
            const bool named =
                std::any_of(tokens().begin(), tokens().end(),
                            [](const Token& token) { return token.role == Role::noun; });
            if (!named) sure = false;
        }
        tell("P-07", begin, end, *carried, sure,
             "还有结转下年度的，请改为“均在法定期限内答复”之类的说法，或者写明结转的件数");
    }

    const Report& report_;
    const Reading& reading_;
    std::u32string_view text_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_claims(const Report& report, const Reading& reading, std::vector<Finding>& findings) {
    Claims claims(report, reading, findings);
    claims.none();
    claims.done();
}

}  // namespace nianbao::prose
