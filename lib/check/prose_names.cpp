// Which cells each figure names: from the words before it in its clause, else those behind it, and from what the sentence is about.
#include "check/prose.hpp"
#include "check/prose_cells.hpp"
#include "check/prose_words.hpp"

#include <algorithm>
#include <initializer_list>

namespace nianbao::prose {
namespace {

bool is_delimiter(Role role) {
    return role == Role::comma || role == Role::semicolon || role == Role::colon || role == Role::open || role == Role::close || role == Role::pause;
}

bool is_label(Role role) {
    return role == Role::noun || role == Role::result || role == Role::applicant || role == Role::procedure || role == Role::outcome || role == Role::thing;
}

bool contains(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return text.find(word) != text.npos; });
}

/// What stands in a stretch of tokens.
struct Window {
    std::vector<std::size_t> verbs, nouns, results, applicants, procedures, outcomes, things, measures;
    bool foreign = false, subset = false, etc = false, differs = false, shares = false, never = false, listed = false, other = false, joint = false;
    int lead = 0, inner = 0, tail = 0;  // unknown characters before, between and behind the labels
    int pending = 0;
    std::size_t first = 0, last = 0;
    bool any = false;

    bool objects() const { return !nouns.empty() || !results.empty() || !applicants.empty() || !procedures.empty() || !outcomes.empty() || !things.empty(); }

    void add(const std::vector<Token>& tokens, std::size_t i) {
        const Token& token = tokens[i];
        const auto label = [&](std::vector<std::size_t>& list) {
            list.push_back(i);
            if (!any) {
                lead += pending;
                first = i;
            } else {
                inner += pending;
            }
            pending = 0;
            last = i;
            any = true;
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
    void close() { tail = any ? pending : 0; }
};

class Namer {
public:
    Namer(const Report& report, Reading& reading, Topic topic) : report_(report), reading_(reading), text_(reading.sentence->text), topic_(topic) {
        public_ = contains(text_, {U"信息公开", U"依申请", U"政务公开", U"申请公开"}) || contains(reading.sentence->heading, {U"依申请", U"申请公开", U"复议"});
    }

    Topic run() {
        auto& tokens = reading_.tokens;
        reading_.namings.resize(reading_.figures.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            about(i);
            reading_.topics.push_back(topic_);
            if (tokens[i].role == Role::list) listed_ = true;
            if (tokens[i].role == Role::semicolon) {
                listed_ = false;
                thing_ = measure_ = {};
            }
            if (tokens[i].role == Role::rest) listed_ = false;
            if (tokens[i].role == Role::thing) thing_ = tokens[i].cells;
            if (tokens[i].role == Role::measure) measure_ = tokens[i].cells;
            if (tokens[i].role == Role::figure) figure(i);
        }
        return topic_;
    }

private:
    Role role(std::size_t i) const { return i < reading_.tokens.size() ? reading_.tokens[i].role : Role::semicolon; }
    const Token& token(std::size_t i) const { return reading_.tokens[i]; }
    std::u32string_view word(std::size_t i) const {
        return text_.substr(static_cast<std::size_t>(token(i).begin), static_cast<std::size_t>(token(i).end - token(i).begin));
    }
    const Figure& figure_at(std::size_t i) const { return reading_.figures[static_cast<std::size_t>(token(i).figure)]; }
    bool is_date(std::size_t i) const { return role(i) == Role::figure && (figure_at(i).kind == FigureKind::year || figure_at(i).kind == FigureKind::month); }

    void about(std::size_t i) {
        switch (role(i)) {
            case Role::noun:
                // 公文312件，主动公开98件，依申请公开120件: how documents are to be published
                if (topic_ == Topic::foreign && word(i) == U"依申请公开" && role(i + 1) == Role::figure) break;
                topic_ = Topic::applications;
                explicit_ = true;
                break;
            case Role::result:
                if (topic_ != Topic::foreign && explicit_) topic_ = Topic::applications;
                break;
            case Role::procedure: {
                const Topic own = token(i).cells == "disputes.reconsideration" ? Topic::reconsideration : Topic::litigation;
                const bool joined = i > 0 && (role(i - 1) == Role::pause || role(i - 1) == Role::joint) && i > 1 && role(i - 2) == Role::procedure;
                topic_ = joined && own != topic_ ? Topic::disputes : own;
                procedure_ = token(i).cells;
                break;
            }
            case Role::foreign:
                topic_ = Topic::foreign;
                break;
            default:
                break;
        }
    }

    /// The first token of the clause or item that ends before token i.
    std::size_t start_of(std::size_t i) const {
        std::size_t s = i;
        while (s > consumed_) {
            if (is_delimiter(role(s - 1))) {
                const bool directly = s == i && (role(s - 1) == Role::colon || role(s - 1) == Role::open);
                if (!directly) break;
                --s;
                while (s > consumed_ && !is_delimiter(role(s - 1)) && role(s - 1) != Role::figure) --s;
                break;
            }
            if (role(s - 1) == Role::figure && !is_date(s - 1)) break;
            --s;
        }
        return s;
    }
    std::size_t end_of(std::size_t i) const {
        std::size_t e = i + 1;
        while (e < reading_.tokens.size() && !is_delimiter(role(e)) && role(e) != Role::figure) ++e;
        return e;
    }

    Window look(std::size_t from, std::size_t to) const {
        Window window;
        for (std::size_t k = from; k < to; ++k) window.add(reading_.tokens, k);
        window.close();
        return window;
    }

    void figure(std::size_t i) {
        const Figure& figure = figure_at(i);
        Naming& naming = reading_.namings[static_cast<std::size_t>(token(i).figure)];
        naming.begin = token(i).begin;
        if (figure.kind != FigureKind::count && figure.kind != FigureKind::money) return;
        const std::size_t from = start_of(i), to = end_of(i);
        if (assigned(i, from, naming)) return;

        Window window = look(from, i);
        const Window right = look(i + 1, to);
        for (std::size_t k = from; k > consumed_ && role(k - 1) != Role::figure && (!is_delimiter(role(k - 1)) || role(k - 1) == Role::pause); --k) {
            if (role(k - 1) == Role::subset) window.subset = true;  // 指导各乡镇、各部门办理
        }
        if (window.foreign) thing_ = measure_ = {};
        naming.in_list = listed_;
        bool behind = false;
        if (!window.any && !window.foreign && !window.subset && window.pending <= 2) {
            if (window.differs || window.shares) return;
            const bool listed = window.listed;
            window = right;
            window.listed = window.listed || listed;
            behind = true;
        } else if (!window.objects() && right.objects() && right.lead == 0 && !right.foreign) {
            for (std::size_t k = i + 1; k < to; ++k) window.add(reading_.tokens, k);
            window.close();
            behind = true;
        }
        if (behind && window.any) {
            consumed_ = to;
            for (std::size_t k = i + 1; k < to; ++k) about(k);
        }
        if (!window.any || window.foreign || window.subset || window.etc || window.differs || window.shares || window.never) return;
        if (window.tail > 0 || !reading_.scopes[i].plain() || figure.referred) return;
        naming.begin = behind ? std::min(token(i).begin, token(window.first).begin) : token(window.first).begin;
        decide(i, from, window, naming);
        if (naming.readings.empty()) return;
        if (window.lead > 0 || figure.numeral.hedge != Hedge::none || (figure.numeral.scaled && figure.kind == FigureKind::count))
            naming.surety = Surety::likely;
        if (window.lead > 8) naming.readings.clear();
        if (naming.family != "applicant") last_ = naming;
    }

    /// 予以公开、部分公开分别为3件、2件; 行政复议、行政诉讼各1件: true where the figure has been dealt with.
    bool assigned(std::size_t i, std::size_t from, Naming& naming) {
        if (!queue_.empty()) {
            const bool plain = from == i || (from + 1 == i && role(from) == Role::joint) || (from + 1 == i && role(from) == Role::filler);
            if (plain) {
                naming = queue_.front();
                naming.begin = token(i).begin;
                queue_.erase(queue_.begin());
                return true;
            }
            queue_.clear();
        }
        std::size_t mark = i;
        for (std::size_t k = from; k < i; ++k) {
            if (role(k) == Role::respectively || role(k) == Role::each) mark = k;
        }
        if (mark == i) return false;
        std::vector<std::size_t> labels;
        for (std::size_t k = mark; k-- > 0;) {
            const Role r = role(k);
            if (is_label(r) || (r == Role::verb && !token(k).cells.empty())) labels.insert(labels.begin(), k);
            else if (r != Role::pause && r != Role::joint && r != Role::filler && r != Role::time && r != Role::unknown) break;
        }
        if (!labels.empty() && role(labels.front()) == Role::noun && labels.size() > 1) labels.erase(labels.begin());
        std::size_t figures = 0;
        for (std::size_t k = i; k < reading_.tokens.size(); ++k) {
            if (role(k) == Role::figure && figure_at(k).kind == figure_at(i).kind) ++figures;
            else if (role(k) != Role::pause && role(k) != Role::joint) break;
        }
        const bool each = role(mark) == Role::each;
        if (labels.size() < 2 || (!each && figures != labels.size()) || !reading_.scopes[i].plain() || figure_at(i).referred) return true;
        std::vector<Naming> names;
        for (std::size_t label : labels) {
            Naming one;
            one.in_list = listed_;
            one.begin = token(labels.front()).begin;
            alone_ = true;
            decide(i, label, look(label, label + 1), one);
            alone_ = false;
            names.push_back(one);
        }
        if (each) {
            naming = names.front();
            for (std::size_t k = 1; k < names.size(); ++k) naming.each.push_back(names[k].readings);
        } else {
            naming = names.front();
            names.erase(names.begin());
            queue_ = std::move(names);
        }
        return true;
    }

    /// The labels of this kind in the window, and those of the items before it that have no figure: 规章、规范性文件0件.
    std::vector<std::size_t> family(std::size_t from, std::vector<std::size_t> own) const {
        if (alone_) return own;
        const Role kind = role(own.front());
        std::size_t s = from;
        while (s > 0 && role(s - 1) == Role::pause) {
            std::size_t item = s - 1;
            std::vector<std::size_t> labels;
            bool clean = true;
            while (item > consumed_ && !is_delimiter(role(item - 1))) {
                --item;
                if (role(item) == kind) labels.push_back(item);
                else if (role(item) == Role::figure && !is_date(item)) clean = false;
                else if (role(item) == Role::foreign) clean = false;
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
            std::vector<std::string> one = readings_of(token(label).cells);
            if (!column.empty()) one = narrowed(one, column);
            sums = sums.empty() ? one : added(sums, one);
        }
        return sums;
    }

    void decide(std::size_t i, std::size_t from, const Window& window, Naming& naming) {
        if (!window.outcomes.empty()) return outcome(from, window, naming);
        if (!window.things.empty() || (!window.measures.empty() && !thing_.empty() && window.verbs.empty() && window.results.empty()))
            return thing(i, from, window, naming);
        if (!window.procedures.empty()) return procedure(i, from, window, naming);
        if (figure_at(i).kind != FigureKind::count) return;
        if (!window.results.empty()) return result(from, window, naming);
        if (!window.applicants.empty()) return applicant(from, window, naming);
        if (!window.verbs.empty() || !window.nouns.empty()) return intake(window, naming);
    }

    void outcome(std::size_t from, const Window& window, Naming& naming) const {
        const bool dispute = topic_ == Topic::reconsideration || topic_ == Topic::litigation || topic_ == Topic::disputes;
        if (!dispute || !public_ || window.inner > 0) return;
        naming.family = "outcome";
        std::vector<std::string> bases;
        if (!window.procedures.empty()) bases = total(window.procedures);
        else if (topic_ == Topic::disputes)
            bases = {"disputes.reconsideration+" + std::string(cells_litigation), "disputes.reconsideration", std::string(cells_litigation)};
        else bases = readings_of(procedure_);
        if (topic_ == Topic::disputes) naming.surety = Surety::likely;
        std::vector<std::string> sums;
        for (std::size_t label : family(from, window.outcomes)) {
            const auto one = narrowed(bases, token(label).cells);
            sums = sums.empty() ? one : added(sums, one);
        }
        naming.readings = sums;
    }

    void procedure(std::size_t i, std::size_t from, const Window& window, Naming& naming) const {
        const bool decides =
            std::any_of(window.verbs.begin(), window.verbs.end(), [&](std::size_t v) { return word(v) != U"收到"; }) || contains(text_, {U"审理", U"应诉"});
        if (!public_ || figure_at(i).kind != FigureKind::count) return;
        const bool judge = report_.kind == Kind::government || report_.kind == Kind::office || report_.agency.find("司法") != std::string::npos;
        if (decides && (judge || !contains(text_, {U"信息公开", U"依申请"}))) return;
        if (window.inner > 0) return;
        naming.family = "procedure";
        naming.readings = total(family(from, window.procedures));
        if (decides || word(window.procedures.back()).size() == 2) naming.surety = Surety::likely;
    }

    void thing(std::size_t i, std::size_t from, const Window& window, Naming& naming) const {
        const std::string_view base = window.things.empty() ? thing_ : token(window.things.back()).cells;
        const std::u32string_view unit = figure_at(i).unit;
        naming.family = "thing";
        if (base == "disclosure.administrative_charges") {
            if (figure_at(i).kind == FigureKind::money && window.inner == 0) naming.readings = {std::string(base)};
            return;
        }
        if (figure_at(i).kind != FigureKind::count || window.inner > 0) return;
        const bool document = base == "disclosure.government_rules" || base == "disclosure.normative_documents";
        std::string_view measure = window.measures.empty() ? std::string_view{} : token(window.measures.back()).cells;
        if (document) {
            if (measure.empty() && from > 0 && (role(from - 1) == Role::pause || role(from - 1) == Role::comma) && !window.things.empty()) measure = measure_;
            if (measure.empty() || measure == "decided" || measure == "carried" || !window.verbs.empty()) return;
            if (measure == "issued") naming.surety = Surety::likely;
            const std::string key = measure == "issued" ? "made" : std::string(measure);
            if (window.things.empty()) {
                naming.readings = {std::string(base) + "." + key};
                return;
            }
            std::string sum;
            for (std::size_t label : family(from, window.things)) sum += (sum.empty() ? "" : "+") + std::string(token(label).cells) + "." + key;
            naming.readings = {sum};
            return;
        }
        if (window.things.empty()) return;
        const std::size_t start = static_cast<std::size_t>(token(from).begin);
        const std::u32string_view clause = text_.substr(start, static_cast<std::size_t>(token(i).end) + 12 - start);
        if (contains(clause, {U"公开", U"公示", U"公布", U"发布", U"归集", U"上传", U"录入", U"信息", U"受理"})) return;
        if (measure == "made" || measure == "repealed" || measure == "in_force" || measure == "issued") return;
        const bool decided = measure == "decided" || word(window.things.back()).ends_with(U"决定");
        if (!decided && (unit == U"项" || unit == U"条" || unit == U"个")) return;
        naming.readings = total(family(from, window.things));
        if (!decided) naming.surety = Surety::likely;
    }

    bool about_applications() const { return topic_ == Topic::applications || (topic_ == Topic::none && explicit_); }

    void result(std::size_t from, const Window& window, Naming& naming) const {
        if (!about_applications() || window.inner > 0) return;
        const std::vector<std::size_t> last = {window.results.back()};
        // 因本机关不掌握等原因无法提供: the last one is what is counted; 予以公开及部分公开: both are
        const bool both = window.joint && window.results.size() > 1;
        naming.family = token(last.front()).cells.find('.', 21) == std::string_view::npos ? "result" : "reason";
        const std::string_view column = window.applicants.empty() ? std::string_view{} : token(window.applicants.back()).cells;
        naming.readings = total(family(from, both ? window.results : last), column);
        if (token(last.front()).cells == "applications.results.disclosed" && text_.find(U"部分公开") == text_.npos) {
            naming.readings.push_back(naming.readings.front() + "+applications.results.partly_disclosed" + (column.empty() ? "" : "@" + std::string(column)));
        }
    }

    void applicant(std::size_t from, const Window& window, Naming& naming) const {
        if (!about_applications() || window.inner > 0) return;
        naming.family = "applicant";
        std::vector<std::size_t> labels = family(from, window.joint ? window.applicants : std::vector<std::size_t>{window.applicants.back()});
        std::vector<std::string> rows = window.verbs.empty() ? readings_of(cells_taken) : readings_of(token(window.verbs.back()).cells);
        if (rows.empty()) rows = readings_of(cells_taken);
        // 予以公开10件（自然人8件、法人2件）: the row may be that of the figure before
        for (const std::string& reading : last_.readings) {
            if (reading.find('@') == reading.npos && reading.starts_with("applications.")) rows.push_back(reading);
        }
        for (const std::string& row : rows) {
            std::string sum;
            for (std::size_t label : labels) sum += (sum.empty() ? "" : "+") + narrowed({row}, token(label).cells).front();
            naming.readings.push_back(sum);
        }
    }

    void intake(const Window& window, Naming& naming) const {
        if (!about_applications() || window.inner > 0) return;
        if (window.verbs.empty()) {
            const std::u32string_view noun = word(window.nouns.back());
            if (naming.in_list) return;
            naming.readings = readings_of(cells_handled);
            naming.family = "intake";
            naming.surety = Surety::likely;
            if (noun == U"申请" && window.lead > 0) naming.readings.clear();
            return;
        }
        std::vector<std::string> readings;
        bool carried_in = false, taken = false, finished = false, intake = false;
        for (std::size_t verb : window.verbs) {
            const std::string_view cells = token(verb).cells;
            if (cells.empty()) return;
            if (cells == cells_carried_in) carried_in = true;
            else if (cells == cells_new || cells == cells_in || cells == cells_taken) taken = true;
            if (cells == cells_finished || cells == cells_answered) finished = true;
            if (cells == cells_new || cells == cells_in || cells == cells_taken || cells == cells_handled) intake = true;
            for (std::string& reading : readings_of(cells)) {
                if (std::find(readings.begin(), readings.end(), reading) == readings.end()) readings.push_back(reading);
            }
        }
        if (carried_in && !taken) readings = readings_of(cells_carried_in);
        const std::u32string_view first = word(window.verbs.front());
        if (window.nouns.empty() && (first == U"新增" || topic_ != Topic::applications)) return;
        const bool narrow = intake && !finished && first.find(U"新") == first.npos;
        if (naming.in_list && narrow && !carried_in) return;
        naming.family = carried_in && !taken ? "carried_in" : finished ? "finished" : intake ? "intake" : "carried_out";
        naming.readings = std::move(readings);
        if (carried_in && taken) naming.readings.push_back("applications.received+applications.carried_in");
        const bool carries = naming.family == "carried_in" || naming.family == "carried_out";
        if ((naming.in_list && !carries) || !explicit_ || token(window.verbs.back()).cells == cells_carried || (carried_in && taken))
            naming.surety = Surety::likely;
        if (token(window.verbs.back()).cells == cells_answered) naming.surety = Surety::likely;
    }

    const Report& report_;
    Reading& reading_;
    std::u32string_view text_;
    Topic topic_;
    bool public_ = false;    // the sentence or its heading is about the publishing of information
    bool explicit_ = false;  // applications are named in this sentence
    bool listed_ = false;
    bool alone_ = false;  // labels are dealt out one by one
    std::string_view procedure_ = {}, thing_ = {}, measure_ = {};
    std::size_t consumed_ = 0;  // tokens before this one belong to a figure before them
    std::vector<Naming> queue_;
    Naming last_;
};

Topic topic_of_heading(std::u32string_view heading) {
    if (contains(heading, {U"依申请", U"申请公开", U"公开申请", U"依法申请"})) return Topic::applications;
    if (contains(heading, {U"复议", U"诉讼"})) return Topic::disputes;
    return Topic::none;
}

}  // namespace

void name_figures(const Report& report, Reading& reading, Topic& topic) {
    const Topic below = topic_of_heading(reading.sentence->heading);
    if (reading.sentence->begins || topic == Topic::foreign || topic == Topic::none) topic = below;
    topic = Namer(report, reading, topic).run();
}

}  // namespace nianbao::prose
