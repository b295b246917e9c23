#include "check/prose_meaning.hpp"

#include "check/prose_cells.hpp"
#include "check/prose_words.hpp"

#include <algorithm>

namespace nianbao::prose {

bool is_delimiter(Role role) {
    return role == Role::comma || role == Role::semicolon || role == Role::colon || role == Role::open || role == Role::close || role == Role::pause;
}

bool contains(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return text.find(word) != text.npos; });
}

void Window::add(const std::vector<Token>& tokens, std::size_t i) {
    const Token& token = tokens[i];
    const auto label = [&](std::vector<std::size_t>& list) {
        list.push_back(i);
        if (!any) {
            lead += pending;
            close_lead = i > 0 && tokens[i - 1].role == Role::unknown ? tokens[i - 1].end - tokens[i - 1].begin : 0;
            first = i;
        } else {
            inner += pending;
        }
        pending = 0;
        last = i;
        any = true;
        such = such || etc;
        etc = false;
    };
    switch (token.role) {
        case Role::verb:
            label(verbs);
            break;
        case Role::noun:
            label(nouns);
            break;
        case Role::result:
            label(results);
            break;
        case Role::applicant:
            label(applicants);
            break;
        case Role::procedure:
            label(procedures);
            break;
        case Role::outcome:
            label(outcomes);
            break;
        case Role::thing:
            label(things);
            break;
        case Role::measure:
            label(measures);
            break;
        case Role::unknown:
            pending += token.end - token.begin;
            break;
        case Role::foreign:
            foreign = true;
            break;
        case Role::subset:
            subset = true;
            break;
        case Role::etc:
            etc = true;
            break;
        case Role::rise:
        case Role::fall:
        case Role::level:
        case Role::compare:
            differs = true;
            break;
        case Role::share:
            shares = true;
            break;
        case Role::never:
            never = true;
            break;
        case Role::list:
            listed = true;
            break;
        case Role::other:
            other = true;
            break;
        case Role::joint:
            joint = true;
            break;
        default:
            break;
    }
}

namespace {

class Meaning {
public:
    explicit Meaning(const Context& context) : at_(context), text_(context.text()) {}

    void decide(std::size_t i, std::size_t from, const Window& window, Naming& naming) {
        if (!window.outcomes.empty()) return outcome(from, window, naming);
        if (!window.things.empty() || (!window.measures.empty() && !at_.thing.empty() && window.verbs.empty() && window.results.empty()))
            return thing(i, from, window, naming);
        if (!window.procedures.empty()) return procedure(i, from, window, naming);
        if (at_.figure_at(i).kind != FigureKind::count) return;
        if (!window.results.empty()) return result(from, window, naming);
        if (!window.applicants.empty()) return applicant(from, window, naming);
        if (!window.verbs.empty() || !window.nouns.empty()) return intake(i, window, naming);
    }

private:
    /// The labels of this kind in the window, and those of the items before it that have no figure: 规章、规范性文件0件.
    std::vector<std::size_t> family(std::size_t from, std::vector<std::size_t> own) const {
        if (at_.alone) return own;
        const Role kind = at_.role(own.front());
        std::size_t s = from;
        while (s > 0 && at_.role(s - 1) == Role::pause) {
            std::size_t item = s - 1;
            std::vector<std::size_t> labels;
            bool clean = true;
            while (item > at_.consumed && !is_delimiter(at_.role(item - 1))) {
                --item;
                if (at_.role(item) == kind) labels.push_back(item);
                else if (at_.role(item) == Role::figure && !at_.is_date(item)) clean = false;
                else if (at_.role(item) == Role::foreign) clean = false;
            }
            if (!clean || labels.size() != 1) break;
            own.insert(own.begin(), labels.front());
            s = item;
        }
        return own;
    }

    std::vector<std::string> total(const std::vector<std::size_t>& labels, std::string_view column = {}) const {
        std::vector<std::string> sums;
        for (std::size_t label : labels) {
            std::vector<std::string> one = readings_of(at_.token(label).cells);
            if (!column.empty()) one = narrowed(one, column);
            sums = sums.empty() ? one : added(sums, one);
        }
        return sums;
    }

    void outcome(std::size_t from, const Window& window, Naming& naming) const {
        const bool dispute = at_.topic == Topic::reconsideration || at_.topic == Topic::litigation || at_.topic == Topic::disputes;
        if (!dispute || !at_.in_public || window.inner > 0) return;
        naming.family = "outcome";
        std::vector<std::string> bases;
        if (!window.procedures.empty()) bases = total(window.procedures);
        else if (at_.topic == Topic::disputes)
            bases = {"disputes.reconsideration+" + std::string(cells_litigation), "disputes.reconsideration", std::string(cells_litigation)};
        else bases = readings_of(at_.procedure);
        if (at_.topic == Topic::disputes) naming.surety = Surety::likely;
        std::vector<std::string> sums;
        for (std::size_t label : family(from, window.outcomes)) {
            const auto one = narrowed(bases, at_.token(label).cells);
            sums = sums.empty() ? one : added(sums, one);
        }
        naming.readings = sums;
    }

    void procedure(std::size_t i, std::size_t from, const Window& window, Naming& naming) const {
        const bool decides = std::any_of(window.verbs.begin(), window.verbs.end(), [&](std::size_t v) { return at_.word(v) != U"收到"; }) ||
                             contains(text_, {U"应诉"}) || (contains(text_, {U"审理"}) && !contains(text_, {U"正在审理", U"尚在审理", U"法院审理"}));
        if (!at_.in_public || at_.figure_at(i).kind != FigureKind::count) return;
        const bool judge = at_.report.kind == Kind::government || at_.report.kind == Kind::office || at_.report.agency.find("司法") != std::string::npos;
        if (decides && (judge || !contains(text_, {U"信息公开", U"依申请"}))) return;
        if (window.inner > 0) return;
        naming.family = "procedure";
        naming.readings = total(family(from, window.procedures));
        if (decides || at_.word(window.procedures.back()).size() == 2) naming.surety = Surety::likely;
    }

    void thing(std::size_t i, std::size_t from, const Window& window, Naming& naming) const {
        const std::string_view base = window.things.empty() ? at_.thing : at_.token(window.things.back()).cells;
        const std::u32string_view unit = at_.figure_at(i).unit;
        naming.family = "thing";
        if (base == "disclosure.administrative_charges") {
            if (at_.figure_at(i).kind == FigureKind::money && window.inner == 0) naming.readings = {std::string(base)};
            return;
        }
        if (at_.figure_at(i).kind != FigureKind::count || window.inner > 0) return;
        const bool document = base == "disclosure.government_rules" || base == "disclosure.normative_documents";
        std::string_view measure = window.measures.empty() ? std::string_view{} : at_.token(window.measures.back()).cells;
        if (document) {
            if (measure.empty() && from > 0 && (at_.role(from - 1) == Role::pause || at_.role(from - 1) == Role::comma) && !window.things.empty())
                measure = at_.measure;
            if (window.things.empty() && at_.thing_is_other && measure != "in_force") return;
            if (measure.empty() || measure == "decided" || measure == "carried" || !window.verbs.empty()) return;
            if (measure == "issued" || may_be_of_the_seat()) naming.surety = Surety::likely;
            const std::string key = measure == "issued" ? "made" : std::string(measure);
            if (window.things.empty()) {
                naming.readings = {std::string(base) + "." + key};
                return;
            }
            std::string sum;
            for (std::size_t label : family(from, window.things)) sum += (sum.empty() ? "" : "+") + std::string(at_.token(label).cells) + "." + key;
            naming.readings = {sum};
            return;
        }
        if (window.things.empty()) return;
        std::size_t clause_begin = from;
        while (clause_begin > 0 && (!is_delimiter(at_.role(clause_begin - 1)) || at_.role(clause_begin - 1) == Role::pause)) --clause_begin;
        const auto start = static_cast<std::size_t>(at_.token(clause_begin).begin);
        const std::u32string_view clause =
            text_.substr(start, std::min(text_.find_first_of(U"，、；。（", static_cast<std::size_t>(at_.token(i).end)), text_.size()) - start);
        if (contains(clause, {U"公开", U"公示", U"公布", U"发布", U"归集", U"上传", U"录入", U"信息", U"受理"})) return;
        if (measure == "made" || measure == "repealed" || measure == "in_force" || measure == "issued") return;
        const bool decided =
            measure == "decided" || (measure == "carried" && base == "disclosure.coercive_measures") || at_.word(window.things.back()).ends_with(U"决定");
        if (!decided && (unit == U"项" || unit == U"条" || unit == U"个")) return;
        naming.readings = total(family(from, window.things));
        if (!decided || may_be_of_the_seat()) naming.surety = Surety::likely;
    }

    /// A government's report counts the whole place; 制发规范性文件5件 may be the government's own.
    bool may_be_of_the_seat() const {
        if (at_.report.kind != Kind::government) return false;
        return std::none_of(at_.reading.tokens.begin(), at_.reading.tokens.end(), [](const Token& token) { return token.role == Role::whole; });
    }

    /// Where nothing else was spoken of, the names of the table's rows and columns speak for themselves: 自然人申请12件; 予以公开8件、不予公开1件.
    bool may_be_applications(const Window& window) const {
        if (at_.topic != Topic::none) return false;
        if (at_.names_applications || !window.applicants.empty()) return true;
        const auto results = std::count_if(at_.reading.tokens.begin(), at_.reading.tokens.end(), [](const Token& token) { return token.role == Role::result; });
        return results > 1;
    }

    void result(std::size_t from, const Window& window, Naming& naming) const {
        const bool unsaid = !at_.about_applications();
        if ((unsaid && !may_be_applications(window)) || window.inner > 0) return;
        if (unsaid) naming.surety = Surety::likely;
        const std::vector<std::size_t> last = {window.results.back()};
        // 因本机关不掌握等原因无法提供: the last one is what is counted; 予以公开及部分公开: both are
        const bool both = window.joint && !window.such && window.results.size() > 1;
        naming.family = at_.token(last.front()).cells.find('.', 21) == std::string_view::npos ? "result" : "reason";
        const std::string_view column = window.applicants.empty() ? std::string_view{} : at_.token(window.applicants.back()).cells;
        if (naming.family == "reason" && !contains(text_, {U"不予公开", U"无法提供", U"不予处理", U"其他处理"})) naming.surety = Surety::likely;
        naming.readings = total(family(from, both ? window.results : last), column);
        if (at_.token(last.front()).cells == "applications.results.disclosed" && text_.find(U"部分公开") == text_.npos) {
            naming.readings.push_back(naming.readings.front() + "+applications.results.partly_disclosed" + (column.empty() ? "" : "@" + std::string(column)));
        }
    }

    void applicant(std::size_t from, const Window& window, Naming& naming) const {
        const bool unsaid = !at_.about_applications();
        if ((unsaid && !may_be_applications(window)) || window.inner > 0) return;
        if (unsaid) naming.surety = Surety::likely;
        naming.family = "applicant";
        std::vector<std::size_t> labels = family(from, window.joint ? window.applicants : std::vector<std::size_t>{window.applicants.back()});
        std::vector<std::string> rows = window.verbs.empty() ? readings_of(cells_taken) : readings_of(at_.token(window.verbs.back()).cells);
        if (rows.empty()) rows = readings_of(cells_taken);
        // 予以公开10件（自然人8件、法人2件）: the row may be that of the figure before
        for (const std::string& reading : at_.last.readings) {
            if (reading.find('@') == reading.npos && reading.starts_with("applications.")) rows.push_back(reading);
        }
        for (const std::string& row : rows) {
            std::string sum;
            for (std::size_t label : labels) sum += (sum.empty() ? "" : "+") + narrowed({row}, at_.token(label).cells).front();
            naming.readings.push_back(sum);
        }
    }

    static bool is_carry(std::string_view cells) { return cells == cells_carried_in || cells == cells_carried_out || cells == cells_carried; }

    /// The cells of a verb; of 结转 by the year beside it: 2021年结转, 结转至2023年.
    std::string_view carried(std::size_t verb) const {
        const std::string_view cells = at_.token(verb).cells;
        if (cells != cells_carried) return cells;
        const auto year = [&](std::size_t i) { return at_.is_date(i) ? at_.figure_at(i).numeral.value : Amount{}; };
        if (verb > 0 && year(verb - 1) == Amount{at_.report.year - 1, 0}) return cells_carried_in;
        for (std::size_t k = verb + 1; k < verb + 3; ++k) {
            if (year(k) == Amount{at_.report.year + 1, 0}) return cells_carried_out;
        }
        return cells;
    }

    void intake(std::size_t i, const Window& window, Naming& naming) const {
        if (!at_.about_applications() || window.inner > 0) return;
        if (window.verbs.empty()) {
            const std::u32string_view noun = at_.word(window.nouns.back());
            if (naming.in_list) return;
            naming.readings = readings_of(cells_handled);
            naming.family = "intake";
            naming.surety = Surety::likely;
            const bool behind = window.nouns.front() > i;  // 1件申请信息，属于其他部门: one of them
            const bool all = contains(text_, {U"上述", U"以上", U"全部", U"所有", U"均", U"都"});
            if (noun == U"申请" && (window.lead > 0 || (behind && !all))) naming.readings.clear();
            return;
        }
        std::vector<std::string> readings;
        bool carried_in = false, taken = false, finished = false, intake = false;
        const bool carries = std::any_of(window.verbs.begin(), window.verbs.end(), [&](std::size_t verb) { return is_carry(carried(verb)); });
        for (std::size_t verb : window.verbs) {
            const std::string_view cells = carried(verb);
            if (cells.empty()) return;
            if (carries && (cells == cells_handled || cells == cells_answered || cells == cells_finished)) continue;  // 结转2023年继续办理
            if (cells == cells_carried_in) carried_in = true;
            else if (cells == cells_new || cells == cells_in || cells == cells_taken) taken = true;
            if (cells == cells_finished || cells == cells_answered) finished = true;
            if (cells == cells_new || cells == cells_in || cells == cells_taken || cells == cells_handled) intake = true;
            for (std::string& reading : readings_of(cells)) {
                if (std::find(readings.begin(), readings.end(), reading) == readings.end()) readings.push_back(reading);
            }
        }
        if (carried_in && !taken) readings = readings_of(cells_carried_in);
        const std::u32string_view first = at_.word(window.verbs.front());
        if (window.nouns.empty() && (first == U"新增" || at_.topic != Topic::applications)) return;
        const bool narrow = intake && !finished && first.find(U"新") == first.npos;
        if (naming.in_list && narrow && !carried_in) return;
        naming.family = carried_in && !taken ? "carried_in" : finished ? "finished" : intake ? "intake" : "carried_out";
        naming.readings = std::move(readings);
        if (carried_in && taken) naming.readings.push_back("applications.received+applications.carried_in");
        if (naming.in_list && naming.family == "finished") naming.readings.clear();  // of those that were, say, not withdrawn: the list is what can be checked
        if ((naming.in_list && !carries) || !at_.named || carried(window.verbs.front()) == cells_carried || (carried_in && taken))
            naming.surety = Surety::likely;
        if (!carries && at_.token(window.verbs.back()).cells == cells_answered) naming.surety = Surety::likely;
        // 直接答复5件, 按时办结22件、延期办结2件: a part of what was answered
        if (finished && (window.close_lead > 0 || contains(text_, {U"延期", U"延长", U"逾期", U"超期"}))) naming.readings.clear();
    }

    const Context& at_;
    std::u32string_view text_;
};

}  // namespace

void mean(const Context& context, std::size_t i, std::size_t from, const Window& window, Naming& naming) { Meaning(context).decide(i, from, window, naming); }

}  // namespace nianbao::prose
