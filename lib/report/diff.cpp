#include "nianbao/diff.hpp"

#include "report/cells.hpp"
#include "report/dates.hpp"
#include "report/fields.hpp"
#include "report/key_figures.hpp"
#include "report/layout_settings.hpp"
#include "report/proportion.hpp"
#include "report/sentence_diff.hpp"
#include "report/whole.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace nianbao {
namespace {

std::string text(const std::optional<Date>& date) {
    return date ? date_text(*date) : std::string();
}

/// The Chinese name of a field by its path, group and all: "联系方式·电话".
std::string name_of(std::string_view path) {
    std::string name;
    int parent = -1;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('.'), path.size());
        for (int i = 0; i < std::ssize(report_fields); ++i) {
            if (report_fields[i].parent != parent || report_fields[i].key != path.substr(0, end))
                continue;
            name += (name.empty() ? "" : "·") + std::string(report_fields[i].name);
            parent = i;
            break;
        }
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return name;
}

/// A change with its sign.
std::string signed_text(const Amount& difference) {
    return (difference.digits > 0 ? "+" : "") + difference.to_string();
}

class Comparison {
public:
    Comparison(const Report& before, const Report& after) : before_(before), after_(after) {}

    Difference make() {
        field("form", std::to_string(before_.edition->year), std::to_string(after_.edition->year));
        field("agency", before_.agency, after_.agency);
        field("kind", name(before_.kind), name(after_.kind));
        field("year", std::to_string(before_.year), std::to_string(after_.year));
        field("title", before_.title, after_.title);
        field("published", text(before_.published), text(after_.published));
        lines(before_.contact, after_.contact, contact_lines);
        prose("introduction", &Report::introduction);
        prose("overview", &Report::overview);
        table(before_.disclosure, after_.disclosure);
        table(before_.applications, after_.applications);
        table(before_.disputes, after_.disputes);
        figures();
        prose("problems", &Report::problems);
        fees();
        prose("other", &Report::other);
        signature();
        waivers();
        layout();
        lines(before_.site, after_.site, site_lines);
        members();
        return std::move(out_);
    }

private:
    static std::string name(Kind kind) {
        return std::string(
            std::find_if(std::begin(kinds), std::end(kinds), [&](const Choice<Kind>& each) {
                return each.meaning == kind;
            })->name);
    }

    void field(std::string_view path, std::string before, std::string after) {
        if (before != after)
            out_.fields.push_back(
                {std::string(path), name_of(path), std::move(before), std::move(after)});
    }

    template <class Group, std::size_t n>
    void lines(const std::optional<Group>& before, const std::optional<Group>& after,
               const TextPart<Group> (&lines)[n]) {
        const Group was = before.value_or(Group{}), is = after.value_or(Group{});
        for (const auto& [own, part] : lines) field(own_path(own), was.*part, is.*part);
    }

    void signature() {
        const Signature before = before_.signature.value_or(Signature{}),
                        after = after_.signature.value_or(Signature{});
        field("signature.agency", before.agency, after.agency);
        field("signature.date", before_.signature ? date_text(before.date) : "",
              after_.signature ? date_text(after.date) : "");
    }

    void prose(std::string_view path, const std::string Report::*part) {
        sentences(path, before_.*part, after_.*part);
    }

    void sentences(std::string_view path, std::string_view before, std::string_view after) {
        std::vector<TextChange> changes = sentence_changes(path, name_of(path), before, after);
        out_.texts.insert(out_.texts.end(), std::make_move_iterator(changes.begin()),
                          std::make_move_iterator(changes.end()));
    }

    void number(std::string path, std::string name, const Cell& before, const Cell& after,
                bool has_rate) {
        if (before.value == after.value && before.remark == after.remark) return;
        CellChange change{std::move(path),
                          std::move(name),
                          before.printed(),
                          after.printed(),
                          after.value - before.value,
                          {},
                          before.remark,
                          after.remark};
        if (has_rate) change.rate = change_percent(before.value, after.value);
        out_.cells.push_back(std::move(change));
    }

    void table(const FilledForm& before, const FilledForm& after) {
        const Form& form = *after.form;
        const std::vector<int> same = same_entries(form, *before.form);
        for (int i = 0; i < std::ssize(same); ++i) {
            if (same[i] < 0) {
                only_one_has(form, i);
                continue;
            }
            number(field_path(form, form.entries[i].field), cell_name(form, i),
                   before.cells[same[i]], after.cells[i],
                   form.entries[i].measure != Measure::change);
        }
        const std::vector<int> back = same_entries(*before.form, form);
        for (int i = 0; i < std::ssize(back); ++i) {
            if (back[i] < 0) only_one_has(*before.form, i);
        }
        sentences(fmt::format("{}.note", form.key), before.note, after.note);
    }

    void only_one_has(const Form& form, int entry) {
        const Field& own = form_field(form, form_entry(form, entry).field);
        const Field& row = own.parent < 0 ? own : form_field(form, own.parent);
        std::string name = fmt::format("{} 年格式的{}", form_year(form), row.name);
        if (std::find(out_.not_compared.begin(), out_.not_compared.end(), name) ==
            out_.not_compared.end())
            out_.not_compared.push_back(std::move(name));
    }

    int form_year(const Form& form) const {
        const auto& forms = after_.edition->forms;
        return std::find(forms.begin(), forms.end(), &form) != forms.end() ? after_.edition->year
                                                                           : before_.edition->year;
    }

    void figures() {
        for (const KeyFigure& figure : key_figures()) {
            FigureChange change = figure.is_share() ? share_change(figure) : sum_change(figure);
            if (change.before == change.after) continue;
            change.key = figure.key;
            change.name = figure.name;
            out_.figures.push_back(std::move(change));
        }
    }

    FigureChange sum_change(const KeyFigure& figure) const {
        const Amount before = sum_of(before_, figure.cells), after = sum_of(after_, figure.cells);
        return {{},
                {},
                before.to_string(),
                after.to_string(),
                signed_text(after - before),
                change_percent(before, after)};
    }

    FigureChange share_change(const KeyFigure& figure) const {
        const auto share = [&](const Report& report) {
            return share_in_thousandths(sum_of(report, figure.cells), sum_of(report, figure.whole));
        };
        const auto printed = [](const std::optional<int>& thousandths) {
            return thousandths ? Amount{*thousandths, 1}.to_string() + "%" : std::string();
        };
        const std::optional<int> before = share(before_), after = share(after_);
        FigureChange change{{}, {}, printed(before), printed(after), {}, {}};
        if (before && after) change.difference = signed_text({*after - *before, 1}) + " 个百分点";
        return change;
    }

    void fees() {
        struct Part {
            std::string_view path;
            Amount ProcessingFees::*amount;
        };
        for (const auto& [path, amount] :
             {Part{"processing_fees.notices", &ProcessingFees::notices},
              Part{"processing_fees.notified", &ProcessingFees::notified},
              Part{"processing_fees.collected", &ProcessingFees::collected}}) {
            if (before_.processing_fees && after_.processing_fees) {
                number(std::string(path), name_of(path), {*before_.processing_fees.*amount, {}},
                       {*after_.processing_fees.*amount, {}}, true);
            } else {
                field(path,
                      before_.processing_fees ? (*before_.processing_fees.*amount).to_string() : "",
                      after_.processing_fees ? (*after_.processing_fees.*amount).to_string() : "");
            }
        }
    }

    /// Reports each waiver that only one of the two has.
    void waivers() {
        const auto told = [](const Waiver& waiver) {
            const std::string quote =
                waiver.quote.empty() ? "" : fmt::format("“{}” ", waiver.quote);
            return fmt::format("{} {} {}{}", waiver.rule, waiver.field, quote, waiver.reason);
        };
        const auto has = [](const std::vector<Waiver>& all, const Waiver& waiver) {
            return std::find(all.begin(), all.end(), waiver) != all.end();
        };
        for (const Waiver& waiver : before_.waive) {
            if (!has(after_.waive, waiver)) field("waive", told(waiver), "");
        }
        for (const Waiver& waiver : after_.waive) {
            if (!has(before_.waive, waiver)) field("waive", "", told(waiver));
        }
    }

    void layout() {
        const auto points = [](Length pitch) {
            const auto hundredths = (pitch.units * 100 + Length::per_point / 2) / Length::per_point;
            return fmt::format("{}.{:02}pt", hundredths / 100, hundredths % 100);
        };
        if (before_.layout.pitch != after_.layout.pitch)
            field("layout.line_pitch", points(before_.layout.pitch), points(after_.layout.pitch));
        for (const LayoutSetting& setting : layout_settings()) {
            // The value that changes nothing is the one in force.
            const auto set = [&](const Layout& layout) {
                for (const LayoutValue& value : setting.values) {
                    Layout changed = layout;
                    value.apply(changed);
                    if (changed == layout) return std::string(value.name);
                }
                return std::string();
            };
            field(fmt::format("layout.{}", setting.key), set(before_.layout), set(after_.layout));
        }
    }

    void members() {
        std::map<std::string, const Member*> before, after;
        for (const Member& member : before_.members)
            before.emplace(plain_name(member.agency), &member);
        for (const Member& member : after_.members)
            after.emplace(plain_name(member.agency), &member);
        const auto told = [](const Member& member) {
            return fmt::format("{}（{}，{}）", member.agency, member.file,
                               member.sha256.substr(0, 8));
        };
        for (const Member& member : before_.members) {
            const auto now = after.find(plain_name(member.agency));
            if (now == after.end()) field("members", told(member), "");
            else if (now->second->sha256 != member.sha256)
                field("members", told(member), told(*now->second));
        }
        for (const Member& member : after_.members) {
            if (!before.contains(plain_name(member.agency))) field("members", "", told(member));
        }
    }

    const Report &before_, &after_;
    Difference out_;
};

std::string with_remark(const std::string& value, const std::string& remark) {
    return remark.empty() ? value : fmt::format("{}（{}）", value, remark);
}

std::string or_none(const std::string& value) {
    if (value.empty()) return "（无）";
    std::string line = value;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

}  // namespace

Difference diff(const Report& before, const Report& after) {
    require_whole(before);
    require_whole(after);
    return Comparison(before, after).make();
}

std::string diff_text(const Difference& difference) {
    std::string out;
    if (difference.none()) out = "没有不同\n";
    if (!difference.fields.empty()) out += "项目\n";
    for (const FieldChange& change : difference.fields)
        out += fmt::format("  {}：{} → {}\n", change.name, or_none(change.before),
                           or_none(change.after));
    if (!difference.cells.empty()) out += "表格\n";
    for (const CellChange& change : difference.cells) {
        out += fmt::format("  {}：{} → {}", change.name,
                           with_remark(change.before, change.remark_before),
                           with_remark(change.after, change.remark_after));
        if (change.difference.digits != 0)
            out += fmt::format("，{}{}{}", signed_text(change.difference), change.rate ? "，" : "",
                               change.rate.value_or(""));
        out += '\n';
    }
    if (!difference.figures.empty()) out += "由表格算出\n";
    for (const FigureChange& change : difference.figures) {
        out += fmt::format("  {}：{} → {}", change.name, or_none(change.before),
                           or_none(change.after));
        if (!change.difference.empty()) out += "，" + change.difference;
        if (change.rate) out += "，" + *change.rate;
        out += '\n';
    }
    if (!difference.texts.empty()) out += "文字\n";
    std::string_view field;
    for (const TextChange& change : difference.texts) {
        if (change.field != field) out += fmt::format("  {}\n", change.name);
        field = change.field;
        if (!change.before.empty()) out += fmt::format("    - {}\n", change.before);
        if (!change.after.empty()) out += fmt::format("    + {}\n", change.after);
    }
    if (!difference.not_compared.empty()) {
        out += "没有比较（两份用的格式不同）\n";
        for (const std::string& row : difference.not_compared) out += fmt::format("  {}\n", row);
    }
    return out;
}

}  // namespace nianbao
