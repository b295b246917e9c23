// What a count of applications that came, were dealt with or go on next year names.
#include "check/prose/cells.hpp"
#include "check/prose/meaning.hpp"
#include "check/prose/words.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::prose {
namespace {

class Intake {
public:
    explicit Intake(const Context& context) : at_(context), text_(context.text()) {}

    void decide(std::size_t i, const Window& window, Naming& naming) const {
        if (!at_.about_applications() || window.inner > 0) return;
        if (window.verbs.empty()) {
            const std::u32string_view noun = at_.word(window.nouns.back());
            if (naming.in_list) return;
            naming.readings = readings_of(cells_handled);
            naming.family = Family::intake;
            naming.surety = Surety::likely;
            const bool behind = window.nouns.front() > i;  // 1件申请信息，属于其他部门: one of them
            const bool all = has_any(text_, {U"上述", U"以上", U"全部", U"所有", U"均", U"都"});
            if (noun == U"申请" && (window.lead > 0 || (behind && !all))) naming.readings.clear();
            return;
        }
        Readings readings;
        bool carried_in = false, taken = false, finished = false, intake = false;
        const bool carries = std::any_of(window.verbs.begin(), window.verbs.end(),
                                         [&](std::size_t verb) { return is_carry(carried(verb)); });
        for (std::size_t verb : window.verbs) {
            const Cells cells = carried(verb);
            if (cells.empty()) return;
            if (carries &&
                (cells == cells_handled || cells == cells_answered || cells == cells_finished))
                continue;  // 结转2023年继续办理
            if (cells == cells_carried_in) carried_in = true;
            else if (cells == cells_new || cells == cells_in || cells == cells_taken) taken = true;
            if (cells == cells_finished || cells == cells_answered) finished = true;
            if (cells == cells_new || cells == cells_in || cells == cells_taken ||
                cells == cells_handled)
                intake = true;
            for (const Addends& reading : readings_of(cells)) {
                if (std::find(readings.begin(), readings.end(), reading) == readings.end())
                    readings.push_back(reading);
            }
        }
        if (carried_in && !taken) readings = readings_of(cells_carried_in);
        if (taken && carries && window.joint && !finished) {  // 新收与结转共65件
            for (const Addends& both : readings_of(cells_in)) readings.push_back(both);
        }
        // 收到38件，答复38件: not all of them, if some go on next year
        const auto open = value_of(at_.report, cells_carried_out.front());
        if (finished && !intake && open && open->digits > 0)
            std::erase(readings, readings_of(cells_new).front());
        const std::u32string_view first = at_.word(window.verbs.front());
        if (window.nouns.empty() && (first == U"新增" || at_.topic != Topic::applications)) return;
        const bool narrow = intake && !finished && first.find(U"新") == first.npos;
        if (naming.in_list && narrow && !carried_in) return;
        // 收到208件…；上年结转9件: where those are counted apart, what was received is new.
        if (intake && !finished && !carries &&
            std::find(readings.begin(), readings.end(),
                      readings_of(cells_received_in_all).front()) != readings.end() &&
            counted_apart(i)) {
            std::erase(readings, readings_of(cells_received_in_all).front());
            naming.surety = Surety::likely;
        }
        naming.family = carried_in && !taken ? Family::carried_in
                        : finished           ? Family::finished
                        : intake             ? Family::intake
                                             : Family::carried_out;
        naming.readings = std::move(readings);
        if (carried_in && taken)
            naming.readings.push_back(readings_of(cells_received_in_all).front());
        if (naming.in_list && naming.family == Family::finished)
            naming.readings.clear();  // of those that were, say, not withdrawn: the list
                                      // is what can be checked
        if ((naming.in_list && !carries) || !at_.named ||
            carried(window.verbs.front()) == cells_carried || (carried_in && taken))
            naming.surety = Surety::likely;
        if (!carries && at_.token(window.verbs.back()).cells == cells_answered)
            naming.surety = Surety::likely;
        // 直接答复5件, 按时办结22件、延期办结2件: a part of what was answered
        if (finished && (window.close_lead > 0 ||
                         has_any(near(i, window), {U"延期", U"延长", U"逾期", U"超期"})))
            naming.readings.clear();
    }

private:
    /// The clause around token i; all of the sentence if it speaks of what was in time.
    std::u32string_view near(std::size_t i, const Window& window) const {
        const std::size_t begin = at_.token(std::min(i, window.first)).begin;
        const std::size_t mark = text_.substr(0, begin).find_last_of(U"，；。");
        const std::size_t from = mark == text_.npos ? 0 : mark + 1;
        const auto clause = text_.substr(from, text_.find_first_of(U"，；。", begin) - from);
        return has_any(clause, {U"按时", U"按期", U"及时", U"期内"}) ? text_ : clause;
    }

    /// A count of those from last year stands behind token i, in no bracket or list of
    /// its own: 收到26件（含上年结转2件）.
    bool counted_apart(std::size_t i) const {
        int depth = 0;
        bool listed = false;
        for (std::size_t k = i + 1; k + 1 < at_.reading.tokens.size(); ++k) {
            const Role role = at_.role(k);
            if (role == Role::open) ++depth;
            if (role == Role::close) --depth;
            if (role == Role::list && depth == 0) listed = true;
            if (role == Role::semicolon) listed = false;
            if (role != Role::verb || depth > 0 || listed) continue;
            const std::size_t figure = at_.word(k + 1) == U"的" ? k + 2 : k + 1;
            const bool came =
                at_.token(k).cells == cells_carried_in ||
                (at_.token(k).cells == cells_carried && carried(k) == cells_carried_in);
            if (came && at_.role(figure) == Role::figure && !at_.is_date(figure) &&
                at_.figure_at(figure).numeral.value.digits > 0)
                return !has_any(at_.reading.between(at_.token(i).end, at_.token(k).begin),
                                {U"含", U"包括", U"连同", U"加上"});
        }
        return false;
    }

    static bool is_carry(const Cells& cells) {
        return cells == cells_carried_in || cells == cells_carried_out || cells == cells_carried;
    }

    /// The cells of a verb; of 结转 by the year beside it: 2021年结转, 结转至2023年.
    Cells carried(std::size_t verb) const {
        const Cells& cells = at_.token(verb).cells;
        if (cells != cells_carried) return cells;
        const auto year = [&](std::size_t i) {
            return at_.is_date(i) ? at_.figure_at(i).numeral.value : Amount{};
        };
        if (verb > 0 && year(verb - 1) == Amount{at_.report.year - 1, 0}) return cells_carried_in;
        for (std::size_t k = verb + 1; k < verb + 3; ++k) {
            if (year(k) == Amount{at_.report.year + 1, 0}) return cells_carried_out;
        }
        return cells;
    }

    const Context& at_;
    std::u32string_view text_;
};

}  // namespace

void mean_intake(const Context& context, std::size_t i, const Window& window, Naming& naming) {
    Intake(context).decide(i, window, naming);
}

}  // namespace nianbao::prose
