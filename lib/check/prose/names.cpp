// Which cells each figure names: from the words before it in its clause, else those
// behind it, and from what the sentence is about.
#include "check/prose/cells.hpp"
#include "check/prose/meaning.hpp"
#include "check/prose/words.hpp"

#include <algorithm>

namespace nianbao::prose {
namespace {

bool is_label(Role role) {
    return role == Role::noun || role == Role::result || role == Role::applicant ||
           role == Role::procedure || role == Role::outcome || role == Role::thing;
}

class Namer {
public:
    Namer(const Report& report, Reading& reading, Topic topic, bool below)
        : reading_(reading),
          at_{.report = report, .reading = reading, .topic = topic, .below = below} {
        look_at_text(at_);
    }

    Topic run() {
        auto& tokens = reading_.tokens;
        reading_.namings.resize(reading_.figures.size());
        reading_.topics.reserve(tokens.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (role(i) == Role::noun && word(i).size() > 4 && !is_attribute(at_, i))
                at_.names_applications = true;
            if (role(i) == Role::result) ++at_.results;
            if (role(i) == Role::procedure || role(i) == Role::outcome) at_.cases = true;
        }
        int items = 0;              // figures since 其中
        bool counted = false;       // one of them in this clause
        bool held = false;          // the list is one of 含, and ends where something is done
        std::vector<bool> lists;    // whether 其中 stood before each open bracket
        std::vector<Topic> topics;  // what was spoken of before it
        Act act = Act::none;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            look_at_topic(at_, i);
            reading_.topics.push_back(at_.topic);
            if (tokens[i].role == Role::open) {
                lists.push_back(at_.listed);
                topics.push_back(at_.topic);
                act = at_.act;  // 规章13件（…废止4件），规范性文件42件
            }
            if (tokens[i].role == Role::close && !lists.empty()) {
                at_.listed = lists.back();
                lists.pop_back();
                at_.act = act;
                // 收到申请6件（来信4件、网络2件），办结5件
                if (topics.back() == Topic::applications) at_.topic = topics.back();
                topics.pop_back();
            }
            if (tokens[i].role == Role::comma && at_.listed) {
                if (items > 0 && !counted)
                    at_.listed = held = false;  // 其中信函申请14件，主要涉及规划，办结13件
                counted = false;
            }
            if (tokens[i].role == Role::figure) {
                counted = true;
                ++items;
            }
            if (tokens[i].role == Role::list) {
                items = 0;
                at_.listed = true;
                held = word(i).find(U'含') != std::u32string_view::npos;
            }
            if (held && tokens[i].role == Role::comma && role(i + 1) == Role::verb)
                at_.listed = held = false;  // 含上年结转3件，办结68件
            if (tokens[i].role == Role::semicolon) {
                at_.aside = false;
                at_.listed = false;
                at_.thing = {};
                at_.act = Act::none;
            }
            if (tokens[i].role == Role::rest) at_.listed = false;
            if (tokens[i].role == Role::thing) {
                at_.thing = tokens[i].cells;
                at_.thing_is_other = false;
            }
            if (tokens[i].role == Role::measure) at_.act = tokens[i].act;
            if (tokens[i].role == Role::figure) figure(i);
        }
        return at_.topic;
    }

private:
    Role role(std::size_t i) const { return at_.role(i); }
    const Token& token(std::size_t i) const { return at_.token(i); }
    std::u32string_view word(std::size_t i) const { return at_.word(i); }
    const Figure& figure_at(std::size_t i) const { return at_.figure_at(i); }
    bool is_date(std::size_t i) const { return at_.is_date(i); }

    /// The first token of the clause or item that ends before token i.
    std::size_t start_of(std::size_t i) const {
        std::size_t s = i;
        while (s > at_.consumed) {
            if (const std::size_t open = opened_by(s - 1); open < s) {  // 申请（含上年结转2件）24件
                s = std::max(open, at_.consumed);
                continue;
            }
            if (ends_item(role(s - 1))) {
                const bool directly =
                    s == i && (role(s - 1) == Role::colon || role(s - 1) == Role::open);
                if (!directly) break;
                --s;
                while (s > at_.consumed && !ends_item(role(s - 1)) && role(s - 1) != Role::figure)
                    --s;
                break;
            }
            if (role(s - 1) == Role::figure && !is_date(s - 1)) break;
            --s;
        }
        return s;
    }
    std::size_t end_of(std::size_t i) const {
        std::size_t e = i + 1;
        while (e < reading_.tokens.size() && !ends_item(role(e)) && role(e) != Role::figure &&
               !names_another(reading_, i, e))
            ++e;
        return e;
    }

    /// The bracket that token k closes; past k where it closes none.
    std::size_t opened_by(std::size_t k) const {
        if (role(k) != Role::close) return k + 1;
        for (std::size_t open = k; open-- > at_.consumed && role(open) != Role::close;) {
            if (role(open) == Role::open) return open;
        }
        return k + 1;
    }

    Window look(std::size_t from, std::size_t to) const {
        Window window;
        int depth = 0;
        for (std::size_t k = from; k < to; ++k) {
            if (role(k) == Role::open && k > from) ++depth;
            if (role(k) == Role::close && depth > 0) --depth;
            if (depth == 0) window.add(reading_.tokens, k);
        }
        window.close();
        return window;
    }

    void figure(std::size_t i) {
        const Figure& figure = figure_at(i);
        Naming& naming = reading_.namings[token(i).figure];
        naming.begin = token(i).begin;
        if ((figure.kind != FigureKind::count && figure.kind != FigureKind::money) || at_.aside)
            return;
        const std::size_t from = start_of(i), to = end_of(i);
        const bool some = i > from && role(i - 1) != Role::list && word(i - 1) == U"中";
        if (some || describes(reading_, i)) return;  // 新收申请中9件
        if (assigned(i, from, naming)) return;

        Window window = look(from, i);
        const Window right = look(i + 1, to);
        for (std::size_t k = from; k > at_.consumed && role(k - 1) != Role::figure &&
                                   (!ends_item(role(k - 1)) || role(k - 1) == Role::pause);
             --k) {
            if (role(k - 1) == Role::subset) window.subset = true;  // 指导各乡镇、各部门办理
        }
        if (window.foreign) {
            at_.act = Act::none;
            at_.thing_is_other = true;
        }
        naming.in_list = at_.listed;
        const bool other = window.other;
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
        if (behind && other && !window.verbs.empty()) return;  // 其余5件在法定期限内办结
        if (!window.any && right.pending == 0 &&
            (published(i, from, naming) || summed_up(i, from, naming)))
            return;
        if (behind && window.any) {
            at_.consumed = to;
            for (std::size_t k = i + 1; k < to; ++k) look_at_topic(at_, k);
        }
        if (!window.any || window.foreign || window.subset || window.etc || window.differs ||
            window.shares || window.never)
            return;
        const bool apart = behind && window.any && is_apart(reading_, window.last, to);
        if ((window.tail > 0 && !apart) || !reading_.scopes[i].plain()) return;
        if (behind && goes_on(to)) return;
        // 制发文件2件，发布区政府4项重大行政决策: what is counted stands behind the figure.
        if (!window.measures.empty() && window.things.empty() && !behind &&
            role(i + 1) == Role::unknown)
            return;
        naming.begin = behind ? std::min(token(i).begin, token(window.first).begin)
                              : token(window.first).begin;
        mean(at_, i, from, window, naming);
        if (naming.readings.empty() && !window.procedures.empty())
            at_.topic = Topic::foreign;  // cases that the office itself decides
        if (naming.readings.empty()) return;
        if (window.lead > 0 || figure.numeral.hedge != Hedge::none ||
            (figure.numeral.scaled && figure.kind == FigureKind::count))
            naming.surety = Surety::likely;
        if (window.lead > 8) naming.readings.clear();
        if (naming.family == Family::intake) {
            const bool anew = !window.verbs.empty() &&
                              word(window.verbs.front()).find(U'新') != std::u32string_view::npos;
            const bool accepted =
                !window.verbs.empty() && word(window.verbs.front()) == U"受理" && window.lead == 0;
            if (!anew && compare(figure.numeral.value, at_.taken) < 0 && accepted) {
                // 收到26件，受理24件: of those that were not turned away
                for (const Addends& one : readings_of(cells_answered))
                    naming.readings.push_back(one);
                naming.surety = Surety::likely;
            } else if (!anew && compare(figure.numeral.value, at_.taken) < 0)
                naming.readings.clear();
            else if (figure.numeral.value.digits > at_.taken.digits)
                at_.taken = figure.numeral.value;
        }
        if (naming.family == Family::procedure && figure.numeral.value.digits > 0)
            at_.tables_cases = std::any_of(
                naming.readings.begin(), naming.readings.end(), [&](const Addends& one) {
                    return value_of(at_.report, one) == figure.numeral.value;
                });
        if (naming.family != Family::applicant) at_.last = naming;
    }

    /// 9件因本机关不掌握、没有现成信息等原因未予提供: more than one label belongs to the
    /// figure before them.
    bool goes_on(std::size_t pause) const {
        if (role(pause) != Role::pause) return false;
        for (std::size_t k = pause + 1; !ends_item(role(k)); ++k) {
            if (role(k) == Role::figure) return false;
        }
        return true;
    }

    /// 收到依申请公开3件，公开2件，不予公开1件: 公开 alone is a result where those around
    /// it are.
    bool published(std::size_t i, std::size_t from, Naming& naming) const {
        const bool alone = i > from && word(i - 1) == U"公开" &&
                           (i == from + 1 || (i == from + 2 && role(from) != Role::unknown &&
                                              role(from) != Role::subset));
        const bool behind = (i == from || role(i - 1) == Role::colon) && word(i + 1) == U"公开" &&
                            ends_item(role(i + 2));
        if (!(alone || behind) || at_.topic != Topic::applications ||
            !(at_.named || at_.results > 1) || !reading_.scopes[i].plain() ||
            figure_at(i).kind != FigureKind::count)
            return false;
        naming.begin = behind ? token(i).begin : token(i - 1).begin;
        naming.family = Family::result;
        naming.readings = readings_of(cells_disclosed);
        if (!has_any(at_.text(), {U"部分公开"}))
            naming.readings = readings_of(cells_disclosed_at_all);
        naming.surety = Surety::likely;
        return true;
    }

    /// 新收20件，上年结转2件，共计22件: a sum without a name of its own, behind counts of
    /// applications.
    bool summed_up(std::size_t i, std::size_t from, Naming& naming) const {
        const std::u32string_view sum = i > from ? word(i - 1) : std::u32string_view{};
        const bool sums =
            sum == U"共计" || sum == U"合计" || sum == U"总计" || sum == U"总共" || sum == U"一共";
        if (!sums || i != from + 1 || role(from - 1) != Role::comma ||
            at_.topic != Topic::applications || !at_.named || at_.listed)
            return false;
        if (at_.last.family != Family::intake && at_.last.family != Family::carried_in &&
            at_.last.family != Family::finished && at_.last.family != Family::carried_out)
            return false;
        if (!reading_.scopes[i].plain() || figure_at(i).kind != FigureKind::count) return false;
        naming.begin = token(from).begin;
        naming.family = Family::intake;
        naming.readings = readings_of(cells_taken);
        naming.surety = Surety::likely;
        return true;
    }

    /// 予以公开、部分公开分别为3件、2件; 行政复议、行政诉讼各1件: true where the figure
    /// has been dealt with.
    bool assigned(std::size_t i, std::size_t from, Naming& naming) {
        if (!queue_.empty()) {
            const bool plain = from == i || (from + 1 == i && role(from) == Role::joint) ||
                               (from + 1 == i && role(from) == Role::filler);
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
            if (is_label(r) || (r == Role::verb && !token(k).cells.empty()))
                labels.insert(labels.begin(), k);
            else if (r != Role::pause && r != Role::joint && r != Role::filler && r != Role::time &&
                     r != Role::unknown)
                break;
        }
        if (std::any_of(labels.begin(), labels.end(),
                        [&](std::size_t label) { return role(label) != Role::noun; })) {
            std::erase_if(labels, [&](std::size_t label) { return role(label) == Role::noun; });
        }
        std::size_t figures = 0;
        for (std::size_t k = i; k < reading_.tokens.size(); ++k) {
            if (role(k) == Role::figure && figure_at(k).kind == figure_at(i).kind) ++figures;
            else if (role(k) != Role::pause && role(k) != Role::joint) break;
        }
        const bool each = role(mark) == Role::each;
        if (labels.size() < 2 || (!each && figures != labels.size()) || !reading_.scopes[i].plain())
            return true;
        std::vector<Naming> names;
        for (std::size_t label : labels) {
            Naming one;
            one.in_list = at_.listed;
            one.begin = token(labels.front()).begin;
            at_.alone = true;
            mean(at_, i, label, look(label, label + 1), one);
            at_.alone = false;
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

    Reading& reading_;
    Context at_;
    std::vector<Naming> queue_;
};

Topic topic_of_heading(std::u32string_view heading) {
    if (has_any(heading, {U"依申请", U"申请公开", U"公开申请", U"依法申请"}))
        return Topic::applications;
    if (has_any(heading, {U"复议", U"诉讼"})) return Topic::disputes;
    return Topic::none;
}

}  // namespace

void name_figures(const Report& report, Reading& reading, Topic& topic) {
    const Topic below = topic_of_heading(reading.sentence->heading);
    if (reading.sentence->begins || topic == Topic::none) topic = below;
    topic = Namer(report, reading, topic, below == Topic::applications).run();
}

}  // namespace nianbao::prose
