#include "check/prose/meaning.hpp"

#include "check/prose/cells.hpp"
#include "check/prose/words.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::prose {

namespace {

class Meaning {
public:
    explicit Meaning(const Context& context) : at_(context), text_(context.text()) {}

    void decide(std::size_t i, std::size_t from, const Window& window, Naming& naming) {
        if (!window.outcomes.empty()) return outcome(i, from, window, naming);
        if (!window.things.empty() && !window.procedures.empty()) return;  // 因行政处罚被申请复议
        if (!window.things.empty() || (!window.measures.empty() && !at_.thing.empty() &&
                                       window.verbs.empty() && window.results.empty()))
            return thing(i, from, window, naming);
        if (!window.procedures.empty()) return procedure(i, from, window, naming);
        if (at_.figure_at(i).kind != FigureKind::count) return;
        if (!window.results.empty()) return result(from, window, naming);
        if (!window.applicants.empty()) return applicant(from, window, naming);
        if (!window.verbs.empty() || !window.nouns.empty()) return intake(i, window, naming);
    }

private:
    /// The labels of this kind in the window, and those of the items before it that have
    /// no figure: 规章、规范性文件0件.
    std::vector<std::size_t> family(std::size_t from, std::vector<std::size_t> own) const {
        if (at_.alone) return own;
        const Role kind = at_.role(own.front());
        std::size_t s = from;
        while (s > 0 && at_.role(s - 1) == Role::pause) {
            std::size_t item = s - 1;
            std::vector<std::size_t> labels;
            bool clean = true;
            while (item > at_.consumed && !ends_item(at_.role(item - 1))) {
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

    Readings total(const std::vector<std::size_t>& labels, Column column = Column::total) const {
        Readings sums;
        for (std::size_t label : labels) {
            const Readings one = narrowed(readings_of(at_.token(label).cells), column);
            sums = sums.empty() ? one : added(sums, one);
        }
        return sums;
    }

    void outcome(std::size_t i, std::size_t from, const Window& window, Naming& naming) const {
        const bool dispute = at_.topic == Topic::reconsideration ||
                             at_.topic == Topic::litigation || at_.topic == Topic::disputes;
        if (!dispute || !at_.in_public || window.inner > 0) return;
        naming.family = Family::outcome;
        Readings bases;
        if (!window.procedures.empty()) bases = total(window.procedures);
        else if (at_.topic == Topic::disputes) bases = readings_of(cells_disputes);
        else bases = readings_of(at_.procedure);
        if (at_.topic == Topic::disputes) naming.surety = Surety::likely;
        Readings sums;
        for (std::size_t label : family(from, window.outcomes)) {
            const Readings one = narrowed(bases, at_.token(label).column);
            sums = sums.empty() ? one : added(sums, one);
        }
        naming.readings = sums;
        // 直接起诉9件、复议后起诉5件，尚未审结的合计3件: of both
        if (!window.procedures.empty() || window.outcomes.size() != 1 ||
            !has_any(at_.reading.between(at_.token(from).begin, at_.token(i).begin),
                     {U"合计", U"共计", U"一共"}))
            return;
        const Column column = at_.token(window.outcomes.front()).column;
        for (const Addends& both : narrowed(readings_of(cells_litigation), column))
            naming.readings.push_back(both);
    }

    void procedure(std::size_t i, std::size_t from, const Window& window, Naming& naming) const {
        const bool decides =
            std::any_of(window.verbs.begin(), window.verbs.end(),
                        [&](std::size_t v) { return at_.word(v) != U"收到"; }) ||
            has_any(text_, {U"应诉"}) ||
            (has_any(text_, {U"审理"}) && !has_any(text_, {U"正在审理", U"尚在审理", U"法院审理"}));
        const bool judge = at_.report.kind == Kind::government || at_.report.kind == Kind::office ||
                           at_.report.agency.find("司法") != std::string::npos;
        if (at_.figure_at(i).kind != FigureKind::count ||
            (!at_.in_public && (judge || !is_bare(from))))
            return;
        if (decides && (judge || !has_any(text_, {U"信息公开", U"依申请"}))) return;
        if (window.inner > 0 || (window.other && !naming.in_list)) return;  // 其他行政复议案件
        if (has_any(text_, {U"全市法院", U"全县法院", U"全区法院", U"法院审结"})) return;
        naming.family = Family::procedure;
        naming.readings = total(family(from, window.procedures));
        if (decides || !at_.in_public || at_.word(window.procedures.back()).size() == 2)
            naming.surety = Surety::likely;
    }

    /// 全年行政复议11件、行政诉讼4件: of nothing else, in the report of an office that decides no
    /// cases itself.
    bool is_bare(std::size_t from) const {
        if (at_.reading.field != "overview" ||
            has_any(text_, {U"因", U"类", U"协助", U"配合", U"指导", U"代理", U"办理", U"培训",
                            U"案例", U"出庭", U"法治", U"执法", U"无关", U"服务", U"法院", U"审理",
                            U"维护", U"领域"}))
            return false;
        std::size_t begin = from;
        while (begin > 0 && !ends_clause(at_.role(begin - 1))) --begin;
        for (std::size_t k = begin; k < at_.reading.tokens.size() && !ends_clause(at_.role(k));
             ++k) {
            if (at_.role(k) == Role::unknown || at_.role(k) == Role::foreign ||
                at_.role(k) == Role::subset)
                return false;
        }
        return true;
    }

    void thing(std::size_t i, std::size_t from, const Window& window, Naming& naming) const {
        const Cells base =
            window.things.empty() ? at_.thing : at_.token(window.things.back()).cells;
        const std::u32string_view unit = at_.figure_at(i).unit;
        naming.family = Family::thing;
        if (base == cells_charges) {
            if (at_.figure_at(i).kind == FigureKind::money && window.inner == 0)
                naming.readings = readings_of(base);
            return;
        }
        if (at_.figure_at(i).kind != FigureKind::count || window.inner > 0) return;
        const Documents* documents = documents_of(base);
        Act act = window.measures.empty() ? Act::none : at_.token(window.measures.back()).act;
        if (documents != nullptr) {
            if (act == Act::none && from > 0 &&
                (at_.role(from - 1) == Role::pause || at_.role(from - 1) == Role::comma) &&
                !window.things.empty())
                act = at_.act;
            if (window.things.empty() && at_.thing_is_other && act != Act::in_force) return;
            if (act == Act::none || act == Act::decided || act == Act::carried ||
                !window.verbs.empty())
                return;
            if (act == Act::issued || may_be_of_the_seat()) naming.surety = Surety::likely;
            if (window.things.empty()) {
                naming.readings = {{Addend{documents->row_of(act)}}};
                return;
            }
            Addends sum;
            for (std::size_t label : family(from, window.things)) {
                const Documents* one = documents_of(at_.token(label).cells);
                if (one == nullptr) return;  // 规范性文件、行政许可5件: no sum of documents
                sum.push_back({one->row_of(act)});
            }
            naming.readings = {sum};
            return;
        }
        if (window.things.empty()) return;
        std::size_t clause_begin = from;
        while (clause_begin > 0 && (!ends_item(at_.role(clause_begin - 1)) ||
                                    at_.role(clause_begin - 1) == Role::pause))
            --clause_begin;
        const std::size_t start = at_.token(clause_begin).begin;
        const std::u32string_view clause = text_.substr(
            start,
            std::min(text_.find_first_of(U"，、；。（", at_.token(i).end), text_.size()) - start);
        if (has_any(clause, {U"公开", U"公示", U"公布", U"发布", U"归集", U"上传", U"录入", U"信息",
                             U"受理"}))
            return;
        if (act != Act::none && act != Act::decided && act != Act::carried) return;
        const bool decided = act == Act::decided ||
                             (act == Act::carried && base == cells_coercive_measures) ||
                             at_.word(window.things.back()).ends_with(U"决定");
        if (!decided && (unit == U"项" || unit == U"条" || unit == U"个") && !is_shuffled(i, base))
            return;
        naming.readings = total(family(from, window.things));
        if (!decided || may_be_of_the_seat()) naming.surety = Surety::likely;
    }

    /// 行政许可1268项 where the table has 1286: items of a list may be meant, but hardly with
    /// the figures of the cell in another order.
    bool is_shuffled(std::size_t i, const Cells& cells) const {
        const auto value = value_of(at_.report, cells.front());
        if (!value) return false;
        std::string said = at_.figure_at(i).numeral.value.to_string(), right = value->to_string();
        std::sort(said.begin(), said.end());
        std::sort(right.begin(), right.end());
        return said.size() > 2 && said == right;
    }

    /// A government's report counts the whole place; 制发规范性文件5件 may be the
    /// government's own.
    bool may_be_of_the_seat() const {
        if (at_.report.kind != Kind::government) return false;
        return std::none_of(at_.reading.tokens.begin(), at_.reading.tokens.end(),
                            [](const Token& token) { return token.role == Role::whole; });
    }

    /// Where nothing else was spoken of, the names of the table's rows and columns speak
    /// for themselves: 自然人申请12件; 予以公开8件、不予公开1件.
    bool may_be_applications(const Window& window) const {
        if (at_.topic != Topic::none) return false;
        if (at_.names_applications || !window.applicants.empty()) return true;
        const auto results =
            std::count_if(at_.reading.tokens.begin(), at_.reading.tokens.end(),
                          [](const Token& token) { return token.role == Role::result; });
        return results > 1;
    }

    void result(std::size_t from, const Window& window, Naming& naming) const {
        const bool unsaid = !at_.about_applications();
        if ((unsaid && !may_be_applications(window)) || window.inner > 0 || at_.of_papers) return;
        if (unsaid) naming.surety = Surety::likely;
        const std::vector<std::size_t> last = {window.results.back()};
        // 因本机关不掌握等原因无法提供: the last one is what is counted;
        // 予以公开及部分公开: both are
        const bool both = window.joint && !window.such && window.results.size() > 1;
        const Cells& counted = at_.token(last.front()).cells;
        naming.family =
            counted.front().front().row.depth == depth_of_results ? Family::result : Family::reason;
        const Column column =
            window.applicants.empty() ? Column::total : at_.token(window.applicants.back()).column;
        if (naming.family == Family::reason &&
            !has_any(text_, {U"不予公开", U"无法提供", U"不予处理", U"其他处理"}))
            naming.surety = Surety::likely;
        naming.readings = total(family(from, both ? window.results : last), column);
        if (counted == cells_disclosed && text_.find(U"部分公开") == text_.npos) {
            Addends both_kinds = naming.readings.front();
            both_kinds.push_back({row("applications.results.partly_disclosed"), column});
            naming.readings.push_back(std::move(both_kinds));
        }
    }

    void applicant(std::size_t from, const Window& window, Naming& naming) const {
        const bool unsaid = !at_.about_applications();
        if ((unsaid && !may_be_applications(window)) || window.inner > 0) return;
        if (unsaid) naming.surety = Surety::likely;
        naming.family = Family::applicant;
        std::vector<std::size_t> labels =
            family(from, window.joint ? window.applicants
                                      : std::vector<std::size_t>{window.applicants.back()});
        Readings rows;
        if (!window.verbs.empty()) rows = readings_of(at_.token(window.verbs.back()).cells);
        if (rows.empty()) rows = readings_of(cells_taken);
        // 予以公开10件（自然人8件、法人2件）: the row may be that of the figure before
        for (const Addends& reading : at_.last.readings) {
            if (reading.front().column == Column::total &&
                reading.front().row.table == cells_new.front().front().row.table)
                rows.push_back(reading);
        }
        for (const Addends& row : rows) {
            Readings sum = {{}};
            for (std::size_t label : labels)
                sum = added(sum, narrowed({row}, at_.token(label).column));
            naming.readings.push_back(sum.front());
        }
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

    void intake(std::size_t i, const Window& window, Naming& naming) const {
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
        if (finished &&
            (window.close_lead > 0 || has_any(text_, {U"延期", U"延长", U"逾期", U"超期"})))
            naming.readings.clear();
    }

    const Context& at_;
    std::u32string_view text_;
};

}  // namespace

void mean(const Context& context, std::size_t i, std::size_t from, const Window& window,
          Naming& naming) {
    Meaning(context).decide(i, from, window, naming);
}

void look_at_text(Context& context) {
    const std::u32string_view text = context.text(), heading = context.reading.sentence->heading;
    context.in_public = (has_any(text, {U"信息公开", U"依申请", U"政务公开", U"申请公开"}) ||
                         has_any(heading, {U"依申请", U"申请公开", U"复议"})) &&
                        // 因投诉处理引起的行政复议37件，与信息公开无关
                        !has_any(text, {U"公开无关", U"不涉及政府信息公开", U"不涉及信息公开",
                                        U"不涉及政务公开", U"不是信息公开"});
    context.of_papers = has(text, U"主动公开") && has(text, U"依申请公开") &&
                        has_any(text, {U"制作", U"产生", U"形成", U"公开属性", U"定为", U"公文"});
}

bool names_another(const Reading& reading, std::size_t i, std::size_t e) {
    const std::u32string_view word = reading.word(e);
    if (word == U"中" || word == U"当中") return !ends_item(reading.role(e + 1));
    return e == i + 1 && reading.role(e) == Role::unknown &&
           (word == U"减去" || word == U"扣除" || word == U"加上" || word == U"除去");
}

bool describes(const Reading& reading, std::size_t i) {
    const std::u32string_view text = reading.sentence->text;
    if (!text.substr(std::min<std::size_t>(reading.tokens[i].end, text.size())).starts_with(U'的'))
        return false;
    std::size_t k = i + 1;
    while (reading.role(k) == Role::filler) ++k;
    return reading.role(k) == Role::unknown && reading.tokens[k].end - reading.tokens[k].begin > 1;
}

bool is_apart(const Reading& reading, std::size_t last, std::size_t to) {
    const std::u32string_view rest =
        reading.between(reading.tokens[last].end, reading.tokens[to - 1].end);
    return rest == U"外" || rest == U"以外" || rest == U"之外" || rest == U"的以外";
}

}  // namespace nianbao::prose
