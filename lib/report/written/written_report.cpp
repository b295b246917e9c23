#include "report/written/written.hpp"

#include "report/dates.hpp"
#include "report/fields.hpp"
#include "report/layout_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace nianbao {
namespace {

using What = Written::Kind;

class ReportWriter {
public:
    ReportWriter(const Report& report, Keys keys, bool tables)
        : report_(report), english_(keys == Keys::english), tables_(tables) {}

    /// The parts in the order of report_fields.
    Written write() const {
        Written file = mapping();
        put(file, own_field("form"), number(report_.edition->year));
        put(file, own_field("agency"), text(report_.agency));
        put(file, own_field("kind"), choice(kinds, report_.kind));
        put(file, own_field("year"), number(report_.year));
        put_text(file, own_field("title"), report_.title);
        if (report_.published) put(file, own_field("published"), date(*report_.published));
        if (report_.contact)
            put(file, own_field("contact"), lines(*report_.contact, contact_lines));
        put(file, own_field("introduction"), prose(report_.introduction));
        put(file, own_field("overview"), prose(report_.overview));
        if (tables_) put_tables(file);
        put(file, own_field("problems"), prose(report_.problems));
        if (report_.processing_fees)
            put(file, own_field("processing_fees"), fees(*report_.processing_fees));
        put(file, own_field("other"), prose(report_.other));
        if (report_.signature) put(file, own_field("signature"), signature(*report_.signature));
        if (!report_.waive.empty()) put(file, own_field("waive"), waivers());
        if (Written settings = layout(report_.layout); !settings.members.empty())
            put(file, own_field("layout"), std::move(settings));
        if (report_.site) put(file, own_field("site"), lines(*report_.site, site_lines));
        if (!report_.members.empty()) put(file, own_field("members"), members());
        return file;
    }

private:
    std::string name(const Field& field) const {
        return std::string(english_ ? field.key : field.name);
    }

    void put(Written& into, int own, Written value) const {
        into.add(name(report_fields[own]), std::move(value));
    }
    /// Puts a text, unless it is empty.
    void put_text(Written& into, int own, const std::string& value) const {
        if (!value.empty()) put(into, own, text(value));
    }

    static Written mapping(bool row = false) { return {.kind = What::mapping, .row = row}; }
    static Written list(bool row = false) { return {.kind = What::list, .row = row}; }
    static Written text(const std::string& value) { return {.kind = What::text, .text = value}; }
    static Written prose(const std::string& value) { return {.kind = What::prose, .text = value}; }
    static Written word(std::string value) {
        return {.kind = What::word, .text = std::move(value)};
    }
    static Written number(int value) {
        return {.kind = What::number, .text = std::to_string(value)};
    }
    static Written number(const Amount& value) {
        return {.kind = What::number, .text = value.to_string()};
    }
    static Written date(const Date& date) { return word(date_text(date)); }

    template <class Meaning, std::size_t n>
    Written choice(const Choice<Meaning> (&choices)[n], Meaning meaning) const {
        const auto found =
            std::find_if(std::begin(choices), std::end(choices),
                         [&](const Choice<Meaning>& each) { return each.meaning == meaning; });
        return word(std::string(english_ ? found->key : found->name));
    }

    template <class Group, std::size_t n>
    Written lines(const Group& group, const TextPart<Group> (&lines)[n]) const {
        Written out = mapping();
        for (const auto& [own, part] : lines) put_text(out, own, group.*part);
        return out;
    }

    // ------------------------------------------------------------ tables

    void put_tables(Written& file) const {
        put(file, own_field("disclosure"), table(report_.disclosure, own_field("disclosure.note")));
        put(file, own_field("applications"),
            table(report_.applications, own_field("applications.note")));
        put(file, own_field("disputes"), table(report_.disputes, own_field("disputes.note")));
    }

    Written table(const FilledForm& filled, int note) const {
        Written out = mapping();
        put_fields(out, filled, -1);
        put_text(out, note, filled.note);
        return out;
    }

    void put_fields(Written& into, const FilledForm& filled, int parent) const {
        const Form& form = *filled.form;
        for (int i = 0; i < std::ssize(form.fields); ++i) {
            const Field& field = form.fields[i];
            if (field.parent == parent) into.add(name(field), value(into, filled, i));
        }
    }

    /// A cell, a row of cells, or a group of rows. If a table's first row is a list, a
    /// comment says what its numbers are.
    Written value(Written& group, const FilledForm& filled, int field) const {
        const Form& form = *filled.form;
        if (const int entry = entry_of(form, field); entry >= 0) return cell(filled.cells[entry]);
        std::vector<const Field*> cells;
        bool row = true;
        for (int i = 0; i < std::ssize(form.fields); ++i) {
            if (form.fields[i].parent != field) continue;
            row = row && entry_of(form, i) >= 0;
            cells.push_back(&form.fields[i]);
        }
        Written out = mapping(row);
        put_fields(out, filled, field);
        if (row && cells.size() > longest_mapping) {
            out.kind = What::list;
            std::string names;
            for (const Field* each : cells)
                names += (names.empty() ? "" : "、") + std::string(each->name);
            if (group.members.empty() && form.fields[field].parent < 0)
                group.comment = "每行依次是" + names;
        }
        return out;
    }

    Written cell(const Cell& cell) const {
        Written value = cell.text.empty() ? number(cell.value) : word(cell.text);
        if (cell.remark.empty()) return value;
        Written out = mapping(true);
        out.add(name(cell_fields[0]), std::move(value));
        out.add(name(cell_fields[1]), text(cell.remark));
        return out;
    }

    // ------------------------------------------------------------ the rest

    Written fees(const ProcessingFees& fees) const {
        Written out = mapping(true);
        put(out, own_field("processing_fees.notices"), number(fees.notices));
        put(out, own_field("processing_fees.notified"), number(fees.notified));
        put(out, own_field("processing_fees.collected"), number(fees.collected));
        return out;
    }

    Written signature(const Signature& signature) const {
        Written out = mapping(true);
        put_text(out, own_field("signature.agency"), signature.agency);
        put(out, own_field("signature.date"), date(signature.date));
        return out;
    }

    Written waivers() const {
        Written out = list();
        for (const Waiver& waiver : report_.waive) {
            Written each = mapping(true);
            put(each, own_field("waive.rule"), text(waiver.rule));
            put(each, own_field("waive.field"), text(waiver.field));
            if (!waiver.quote.empty()) put(each, own_field("waive.quote"), text(waiver.quote));
            put(each, own_field("waive.reason"), text(waiver.reason));
            out.add({}, std::move(each));
        }
        return out;
    }

    Written members() const {
        Written out = list();
        for (const Member& member : report_.members) {
            Written each = mapping();
            put(each, own_field("members.agency"), text(member.agency));
            put(each, own_field("members.file"), text(member.file));
            put(each, own_field("members.sha256"), text(member.sha256));
            out.add({}, std::move(each));
        }
        return out;
    }

    /// The settings that differ from the standard.
    Written layout(const Layout& layout) const {
        Written out = mapping();
        if (layout.pitch != Layout{}.pitch)
            put(out, own_field("layout.line_pitch"), number(points(layout.pitch)));
        for (const LayoutSetting& setting : layout_settings()) {
            // The value that changes nothing is the one in force.
            const auto in_force = [](const Layout& set) {
                return [&set](const LayoutValue& value) {
                    Layout changed = set;
                    value.apply(changed);
                    return changed == set;
                };
            };
            const auto set =
                std::find_if(setting.values.begin(), setting.values.end(), in_force(layout));
            if (set == setting.values.end() || in_force(Layout{})(*set)) continue;
            put(out, find_field(report_fields, own_field("layout"), setting.key),
                word(std::string(english_ ? set->key : set->name)));
        }
        return out;
    }

    /// The shortest decimal that reads back as the length; six decimals are finer than
    /// its unit.
    static Amount points(Length length) {
        Amount amount;
        std::int64_t scale = 1;
        for (; amount.decimals <= 6; ++amount.decimals, scale *= 10) {
            amount.digits = (length.units * scale + Length::per_point - 1) / Length::per_point;
            if (amount.digits * Length::per_point / scale == length.units) break;
        }
        return amount;
    }

    const Report& report_;
    bool english_, tables_;
};

}  // namespace

Written written_report(const Report& report, Keys keys) {
    return ReportWriter(report, keys, true).write();
}

Written written_without_tables(const Report& report, Keys keys) {
    return ReportWriter(report, keys, false).write();
}

}  // namespace nianbao
