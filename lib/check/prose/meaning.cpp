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
        if (ended(i, window, naming)) return;
        if (!window.procedures.empty()) return procedure(i, from, window, naming);
        if (at_.figure_at(i).kind != FigureKind::count) return;
        if (!window.results.empty()) return result(from, window, naming);
        if (!window.applicants.empty()) return applicant(from, window, naming);
        if (!window.verbs.empty() || !window.nouns.empty())
            return mean_intake(at_, i, window, naming);
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

    bool is_dispute() const {
        return at_.topic == Topic::reconsideration || at_.topic == Topic::litigation ||
               at_.topic == Topic::disputes;
    }

    /// 含上年度受理、本年度审结的1件, 跨年度审结的1件: a part of them.
    bool spans_years(std::size_t i) const {
        std::size_t begin = i;
        while (begin > 0 && !ends_clause(at_.role(begin - 1))) --begin;
        return has_any(at_.reading.between(at_.token(begin).begin, at_.token(i).begin),
                       {U"跨年", U"上年", U"上一年", U"往年", U"去年", U"受理、"});
    }

    /// 行政复议4件，已审结3件: all but those that are pending.
    bool ended(std::size_t i, const Window& window, Naming& naming) const {
        if (!is_dispute() || !(at_.in_public || at_.tables_cases) || window.verbs.size() != 1 ||
            window.procedures.size() + window.nouns.size() > 0 ||
            at_.word(window.verbs.front()) != U"审结" || at_.procedure.empty() ||
            at_.figure_at(i).kind != FigureKind::count || spans_years(i))
            return false;
        naming.family = Family::outcome;
        naming.surety = Surety::likely;
        for (Addends all : at_.topic == Topic::disputes ? readings_of(cells_disputes)
                                                        : readings_of(at_.procedure)) {
            const std::size_t size = all.size();
            for (std::size_t k = 0; k < size; ++k)
                all.push_back({all[k].row, Column::pending, true});
            naming.readings.push_back(std::move(all));
        }
        return true;
    }

    void outcome(std::size_t i, std::size_t from, const Window& window, Naming& naming) const {
        if (!is_dispute() || !(at_.in_public || at_.tables_cases) || window.inner > 0) return;
        naming.family = Family::outcome;
        if (!at_.in_public) naming.surety = Surety::likely;
        Readings bases;
        if (!window.procedures.empty()) bases = total(window.procedures);
        else if (at_.topic == Topic::disputes) bases = readings_of(cells_disputes);
        else {
            bases = readings_of(at_.procedure);
            // 直接起诉2件、复议后起诉4件，判决维持5件: of both
            if (at_.topic == Topic::litigation && at_.procedure != cells_litigation) {
                bases.push_back(readings_of(cells_litigation).front());
                naming.surety = Surety::likely;
            }
        }
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
            (!at_.in_public && !at_.tables_cases &&
             (judge ? !is_of_table(i, window) : !is_bare(from))))
            return;
        if (decides && (judge || !has_any(text_, {U"信息公开", U"依申请"}))) return;
        if (window.inner > 0 || (window.other && !naming.in_list)) return;  // 其他行政复议案件
        if (has_any(text_, {U"全市法院", U"全县法院", U"全区法院", U"法院审结"})) return;
        naming.family = Family::procedure;
        naming.readings = total(family(from, window.procedures));
        if (decides || !at_.in_public || at_.word(window.procedures.back()).size() == 2)
            naming.surety = Surety::likely;
    }

    /// 全区行政复议13件: in a report whose office decides cases of all kinds, those of the
    /// table where the number is the cell's.
    bool is_of_table(std::size_t i, const Window& window) const {
        const auto value = value_of(at_.report, at_.token(window.procedures.back()).cells.front());
        return value && value->digits > 1 && *value == at_.figure_at(i).numeral.value;
    }

    /// What stands between two semicolons.
    std::u32string_view part_around(std::size_t token) const {
        const auto place = static_cast<std::size_t>(at_.token(token).begin);
        const std::size_t mark = text_.substr(0, place).find_last_of(U"；。");
        const std::size_t begin = mark == text_.npos ? 0 : mark + 1;
        return text_.substr(begin, text_.find_first_of(U"；。", place) - begin);
    }

    /// 全年行政复议11件、行政诉讼4件: of nothing else, in the report of an office that decides no
    /// cases itself.
    bool is_bare(std::size_t from) const {
        const std::u32string_view part = part_around(from);
        if (at_.reading.field != "overview" ||
            has_any(part, {U"因", U"类", U"协助", U"配合", U"指导", U"代理", U"办理", U"培训",
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

    std::uint8_t depth_of(std::size_t label) const {
        return at_.token(label).cells.front().front().row.depth;
    }

    void result(std::size_t from, const Window& window, Naming& naming) const {
        const bool unsaid = !at_.about_applications();
        if ((unsaid && !may_be_applications(window)) || window.inner > 0 || at_.of_papers) return;
        if (window.joint && !window.nouns.empty() && at_.word(window.nouns.back()) == U"依申请公开")
            return;  // 其余16件依申请公开或不公开: how papers are to be published
        if (unsaid) naming.surety = Surety::likely;
        std::vector<std::size_t> last = {window.results.back()};
        // 因涉及第三方合法权益不予公开2件: of that reason; 因…等原因无法提供: of all
        if (window.results.size() > 1 && !window.such && !window.joint &&
            depth_of(last.front()) == depth_of_results &&
            depth_of(window.results[window.results.size() - 2]) > depth_of_results)
            last = {window.results[window.results.size() - 2]}, naming.surety = Surety::likely;
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
        const auto disclosed = value_of(at_.report, cells_disclosed.front());
        if (counted == cells_disclosed && text_.find(U"部分公开") == text_.npos && disclosed &&
            disclosed->digits > 0) {
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

    const Context& at_;
    std::u32string_view text_;
};

}  // namespace

void mean(const Context& context, std::size_t i, std::size_t from, const Window& window,
          Naming& naming) {
    Meaning(context).decide(i, from, window, naming);
}

}  // namespace nianbao::prose
