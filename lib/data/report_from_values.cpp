#include "data/report_from_values.hpp"

#include "data/fix/corrections.hpp"
#include "data/fix/doubts.hpp"
#include "data/hints/missing.hpp"
#include "data/limits.hpp"
#include "data/members.hpp"
#include "data/numbers.hpp"
#include "data/rules.hpp"
#include "data/scalars.hpp"
#include "data/tables.hpp"
#include "report/fields.hpp"
#include "report/layout_settings.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace nianbao::data {
namespace {

template <class T>
using Part = std::pair<int, std::string T::*>;  // a field and the member for its text

class ReportReader {
public:
    ReportReader(Values& values, Holds holds) : values_(values), whole_(holds == Holds::report) {}

    Report read(const Node& root) {
        root_ = &root;
        members_ = sort_members(values_, root, {}, {{report_fields, -1}}).front();
        cut_off_ = whole_ && tell_cut_off(values_, members_);
        const Node* merged = node(own_field("members"));
        merged_ = !whole_ && merged != nullptr && merged->count > 0;
        report_.agency = required_text(own_field("agency"), Lines::line);
        doubt_name(values_, report_.agency, asked(own_field("agency")));
        read_year_and_edition();
        if (const auto kind = choice(members_, own_field("kind"), kinds)) report_.kind = *kind;
        report_.title = text(own_field("title"), Lines::lines).value_or("");
        report_.published =
            read_date(values_, node(own_field("published")), asked(own_field("published")));
        read_contact();
        report_.introduction = required_text(own_field("introduction"), Lines::lines);
        report_.overview = required_text(own_field("overview"), Lines::lines);
        read_tables();
        report_.problems = required_text(own_field("problems"), Lines::lines);
        refuse_counted(own_field("processing_fees"));
        if (whole_) read_processing_fees();
        report_.other = required_text(own_field("other"), Lines::lines);
        read_signature();
        read_waivers();
        read_layout();
        report_.site = read_lines(own_field("site"), site_lines);
        refuse_counted(own_field("members"));
        if (whole_) read_members();
        return std::move(report_);
    }

private:
    // ------------------------------------------------------------ fields

    static const Field& field(int own) { return report_fields[own]; }
    const Node* node(int own) const { return members_[own]; }
    Speech speech() const { return speech_of(values_.source); }

    static Asked asked(int own) { return {own_path(own), field(own).name}; }

    std::optional<std::string> text(int own, Lines lines) {
        return read_text(values_, node(own), asked(own), lines,
                         merged_ ? Gaps::kept : Gaps::refused);
    }

    /// Reports a field that is empty or missing: at its key, or at the enclosing value,
    /// `within`, if there is no key.
    void require(const Node* found, const Asked& field, const Node& within) {
        if ((!whole_ || (cut_off_ && found == nullptr)) && &within == root_) return;
        if (found != nullptr && nothing(*found)) {
            if (!values_.findings.open()) return values_.findings.leave_out();
            values_.findings.error(rule("D-10"), field.path, values_.key_place(*found),
                                   fmt::format("{}是空的", named(values_, field.name, field.path)),
                                   "填上内容");
        } else if (found == nullptr && values_.tree.complete) {
            if (!values_.findings.open()) return values_.findings.leave_out();
            Place place = &within == root_ ? Place{values_.source.file(), {}, 0, 0, 0}
                                           : values_.source.place({field.path});
            values_.findings.error(rule("D-10"), field.path, std::move(place),
                                   fmt::format("缺少{}", named(values_, field.name, field.path)),
                                   hint_for_missing(values_, within, field.name, field.path));
        }
    }

    std::string required_text(int own, Lines lines) {
        require(node(own), asked(own), *root_);
        // It may stand in what was not read: no rule is to call it missing.
        if (node(own) == nullptr && (cut_off_ || !values_.tree.complete))
            values_.unread.push_back(own_path(own));
        return text(own, lines).value_or("");
    }

    /// A field's own mapping, sorted. Empty if it is not written or not a mapping.
    std::optional<Members> group(int own, std::initializer_list<int> needed = {}) {
        const Node* found = node(own);
        if (found == nullptr || nothing(*found)) return {};
        if (found->shape != Shape::mapping) {
            wrong_type(values_, *found, asked(own), "一组“项目名: 内容”",
                       hint_for_group(values_, *found, own));
            values_.unread.push_back(own_path(own));
            return {};
        }
        return sort_members(values_, *found, own_path(own), {{report_fields, own}}, needed)[0];
    }

    /// Calls `read` for each mapping of a field's list, with its path and its members.
    template <class Read>
    void each(int own, std::initializer_list<int> needed, Read read) {
        const Node* list = node(own);
        if (list == nullptr || nothing(*list)) return;
        if (list->shape != Shape::list)
            return wrong_type(values_, *list, asked(own), "一个列表", hint_for_list(values_));
        int number = 0;
        for (int i = list->first; i >= 0; i = values_.tree.at(i).next, ++number) {
            const Node& element = values_.tree.at(i);
            const std::string at = fmt::format("{}.{}", own_path(own), number);
            if (element.shape != Shape::mapping) {
                wrong_type(values_, element, {at, field(own).name}, "一组“项目名: 内容”");
                continue;
            }
            values_.source.add(at,
                               {element.begin, element.flow ? element.end : element.begin + 1, {}});
            read(element, at,
                 sort_members(values_, element, at, {{report_fields, own}}, needed).front());
        }
    }

    /// One of the words that a field may hold.
    template <class Meaning, std::size_t n>
    std::optional<Meaning> choice(const Members& members, int own,
                                  const Choice<Meaning> (&choices)[n]) {
        const Node* found = members[own];
        if (found == nullptr || nothing(*found)) return {};
        const std::optional<std::string_view> word = read_word(values_, *found, asked(own));
        if (!word) return {};
        std::string known;
        for (const Choice<Meaning>& each : choices) {
            if (*word == each.key || *word == each.name) return each.meaning;
            known += fmt::format(fmt::runtime(speech() == Speech::english ? "{}{} ({})" : "{0}{2}"),
                                 known.empty() ? "" : "、", each.key, each.name);
        }
        refuse_value(own, *found, *word, fmt::format("可以写 {}", known));
        return {};
    }

    void refuse_value(int own, const Node& found, std::string_view word, std::string hint) {
        values_.findings
            .error(rule("D-16"), own_path(own), values_.place(found),
                   fmt::format("{}不能写“{}”", named(values_, field(own).name, own_path(own)),
                               shown(word)),
                   std::move(hint))
            .values.push_back({"found", shown(word)});
    }

    // ------------------------------------------------------------ parts, in file order

    void read_year_and_edition() {
        require(node(own_field("year")), asked(own_field("year")), *root_);
        if (const Node* found = node(own_field("year")); found != nullptr && !nothing(*found)) {
            if (const auto number =
                    read_number(values_, *found, asked(own_field("year")), Measure::count)) {
                if (number->digits < first_year || number->digits > last_year) {
                    refuse_value(own_field("year"), *found, found->text,
                                 fmt::format("从 {} 到 {}", first_year, last_year));
                } else {
                    report_.year = static_cast<int>(number->digits);
                }
            }
        }
        if (const Node* found = node(own_field("form")); found != nullptr && !nothing(*found)) {
            const std::optional<std::string_view> word =
                read_word(values_, *found, asked(own_field("form")));
            if (!word) return;
            bool wide = false;
            const std::string plain = narrowed(*word, wide);
            for (const Edition* edition : editions()) {
                if (plain == std::to_string(edition->year)) report_.edition = edition;
            }
            if (wide && report_.edition != nullptr) read_as(*found, own_field("form"), plain);
            if (report_.edition == nullptr)
                unsupported(*found, fmt::format("没有“{}”这种格式", shown(*word)),
                            "写 2019 或 2021，或不写这一行");
        } else if (report_.year > 0) {
            report_.edition = edition_for(report_.year);
            if (report_.edition == nullptr) {
                unsupported(
                    *node(own_field("year")),
                    fmt::format("{} 年度还没有统一的格式（国办公开办函〔2019〕60号从 2019 年度起）",
                                report_.year),
                    hint_for_edition(values_));
            }
        }
    }

    /// A word of full-width digits.
    void read_as(const Node& found, int own, const std::string& plain) {
        values_.findings.tell(
            Severity::warning, rule("D-13"), own_path(own), values_.place(found),
            fmt::format("{}：“{}”是全角数字，读作 {}", field(own).name, shown(found.text), plain),
            fmt::format("写成 {}", plain));
        if (values_.corrections != nullptr) correct_word(values_, found, plain);
    }

    void unsupported(const Node& found, std::string message, std::string hint) {
        values_.findings.error(rule("D-18"), "form", values_.place(found), std::move(message),
                               std::move(hint));
    }

    /// What is counted belongs to the members of a merged report, and so do they; of a
    /// report that was merged before, it is passed over.
    void refuse_counted(int own) {
        if (whole_ || merged_ || node(own) == nullptr) return;
        values_.findings.error(
            rule("D-08"), own_path(own), values_.key_place(*node(own)),
            fmt::format("{}不写在这里", named(values_, field(own).name, own_path(own))),
            "由各成员得出；这里只写文字");
    }

    void read_tables() {
        // An unknown edition may have tables with other keys, so they are not read. But a
        // year that is only missing or wrong is no reason to skip them.
        const Edition& edition = report_.edition == nullptr ? edition_2021() : *report_.edition;
        const bool other_edition =
            report_.edition == nullptr && (report_.year > 0 || node(own_field("form")) != nullptr);
        const std::pair<int, FilledForm*> tables[] = {
            {own_field("disclosure"), &report_.disclosure},
            {own_field("applications"), &report_.applications},
            {own_field("disputes"), &report_.disputes}};
        for (std::size_t i = 0; i < std::size(tables); ++i) {
            const auto [own, filled] = tables[i];
            if (!whole_) {
                filled->note =
                    read_note(values_, *edition.forms[i],
                              node(own) != nullptr && !nothing(*node(own)) ? node(own) : nullptr,
                              merged_ ? Cells::left : Cells::refused);
                continue;
            }
            require(node(own), asked(own), *root_);
            const Node* found = node(own);
            if (found != nullptr && nothing(*found)) found = nullptr;
            if (!other_edition) *filled = read_table(values_, *edition.forms[i], found);
        }
    }

    template <class Group, std::size_t n>
    std::optional<Group> read_lines(int own, const TextPart<Group> (&lines)[n]) {
        const auto members = group(own);
        if (!members) return std::nullopt;
        Group read;
        for (const auto& [line, part] : lines)
            read.*part =
                read_text(values_, (*members)[line], asked(line), Lines::line).value_or("");
        return read;
    }

    void read_contact() {
        report_.contact = read_lines(own_field("contact"), contact_lines);
        if (!report_.contact) return;
        doubt_name(values_, report_.contact->office, asked(own_field("contact.office")));
        doubt_quotes(values_, report_.contact->phone, asked(own_field("contact.phone")));
    }

    void read_processing_fees() {
        const auto members =
            group(own_field("processing_fees"),
                  {own_field("processing_fees.notices"), own_field("processing_fees.notified"),
                   own_field("processing_fees.collected")});
        if (!members) return;
        ProcessingFees& fees = report_.processing_fees.emplace();
        const std::tuple<int, Amount*, Measure> parts[] = {
            {own_field("processing_fees.notices"), &fees.notices, Measure::count},
            {own_field("processing_fees.notified"), &fees.notified, Measure::amount},
            {own_field("processing_fees.collected"), &fees.collected, Measure::amount},
        };
        for (const auto& [own, amount, measure] : parts) {
            const Node* found = (*members)[own];
            if (found == nullptr) {
                require(found, asked(own), *node(own_field("processing_fees")));
                values_.unread.push_back(own_path(own));
            } else if (const auto number = read_number(values_, *found, asked(own), measure)) {
                *amount = *number;
            } else {
                values_.unread.push_back(own_path(own));
            }
        }
    }

    void read_signature() {
        const auto members = group(own_field("signature"), {own_field("signature.date")});
        if (!members) return;
        Signature& signature = report_.signature.emplace();
        signature.agency = read_text(values_, (*members)[own_field("signature.agency")],
                                     asked(own_field("signature.agency")), Lines::line)
                               .value_or("");
        doubt_name(values_, signature.agency, asked(own_field("signature.agency")));
        const Node* date = (*members)[own_field("signature.date")];
        require(date, asked(own_field("signature.date")), *node(own_field("signature")));
        if (const auto read = read_date(values_, date, asked(own_field("signature.date"))))
            signature.date = *read;
    }

    void read_waivers() {
        each(own_field("waive"),
             {own_field("waive.rule"), own_field("waive.field"), own_field("waive.reason")},
             [&](const Node& element, const std::string& at, const Members& members) {
                 constexpr Part<Waiver> parts[] = {{own_field("waive.rule"), &Waiver::rule},
                                                   {own_field("waive.field"), &Waiver::field},
                                                   {own_field("waive.reason"), &Waiver::reason}};
                 Waiver read = required_parts<Waiver>(element, at, members, parts);
                 constexpr int quote = own_field("waive.quote");
                 read.quote =
                     read_text(values_, members[quote],
                               Asked{joined(at, "quote"), report_fields[quote].name}, Lines::line)
                         .value_or("");
                 report_.waive.push_back(std::move(read));
             });
    }

    void read_members() {
        each(own_field("members"),
             {own_field("members.agency"), own_field("members.file"), own_field("members.sha256")},
             [&](const Node& element, const std::string& at, const Members& members) {
                 constexpr Part<Member> parts[] = {{own_field("members.agency"), &Member::agency},
                                                   {own_field("members.file"), &Member::file},
                                                   {own_field("members.sha256"), &Member::sha256}};
                 Member read = required_parts<Member>(element, at, members, parts);
                 const Node* sum = members[own_field("members.sha256")];
                 const bool right = read.sha256.size() == 64 && lower_hex(read.sha256);
                 if (!read.sha256.empty() && !right) {
                     values_.findings.error(
                         rule("D-16"), joined(at, "sha256"), values_.place(*sum),
                         named(values_, "校验值", "sha256") + "不是 64 位小写十六进制数字",
                         "由 nianbao merge 写入，不要改动");
                 }
                 report_.members.push_back(std::move(read));
             });
    }

    template <class T, std::size_t n>
    T required_parts(const Node& element, const std::string& at, const Members& members,
                     const Part<T> (&parts)[n]) {
        T filled;
        for (const auto& [own, part] : parts) {
            const Asked which{joined(at, field(own).key), field(own).name};
            require(members[own], which, element);
            filled.*part = read_text(values_, members[own], which, Lines::line).value_or("");
        }
        return filled;
    }

    void read_layout() {
        constexpr int layout = own_field("layout");
        const auto members = group(layout);
        if (!members) return;
        for (const LayoutSetting& setting : layout_settings()) {
            const int own = find_field(report_fields, layout, setting.key);
            const Node* found = (*members)[own];
            if (found == nullptr || nothing(*found)) continue;
            const std::optional<std::string_view> word = read_word(values_, *found, asked(own));
            if (!word) continue;
            if (auto instead = apply_layout(report_.layout, setting.key, *word, speech()))
                refuse_value(own, *found, *word, std::move(*instead));
        }
    }

    Values& values_;
    bool whole_;
    bool cut_off_ = false;  // the file breaks off, and what is missing was told
    bool merged_ = false;   // prose that stands in a report that was merged before
    const Node* root_ = nullptr;
    Members members_;
    Report report_;
};

}  // namespace

Report report_from_values(Values& values, Holds holds) {
    if (values.tree.root < 0) return {};
    const Node& root = values.tree.at(values.tree.root);
    if (root.shape != Shape::mapping) {
        tell_no_fields(values, root);
        return {};
    }
    return ReportReader(values, holds).read(root);
}

}  // namespace nianbao::data
