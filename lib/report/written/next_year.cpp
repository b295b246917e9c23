#include "report/written/next_year.hpp"

#include "report/cells.hpp"
#include "report/fields.hpp"
#include "report/whole.hpp"
#include "text/blanks.hpp"
#include "text/headings.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>

namespace nianbao {
namespace {

/// The customary parts of 总体情况.
constexpr std::string_view customary[] = {"（一）主动公开情况", "（二）依申请公开情况",
                                          "（三）政府信息管理情况",
                                          "（四）政府信息公开平台建设情况", "（五）监督保障情况"};

/// Last year's headings, each followed by a gap; the customary ones if there were none.
std::string overview_to_fill(const Report* previous) {
    std::string text(to_fill_in);
    bool any = false;
    const std::u32string whole = to_utf32(previous != nullptr ? previous->overview : "");
    std::u32string_view rest = whole;
    for (const LineRole& role : line_roles(whole)) {
        const std::size_t end = std::min(rest.find(U'\n'), rest.size());
        const std::u32string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (role.kind == LineKind::text) continue;
        if (role.kind == LineKind::heading)
            text += fmt::format("\n{}\n{}", to_utf8(line), to_fill_in);
        else text += fmt::format("\n{}{}", to_utf8(line.substr(0, role.heading + 1)), to_fill_in);
        any = true;
    }
    if (any) return text;
    for (std::string_view heading : customary) text += fmt::format("\n{}\n{}", heading, to_fill_in);
    return text;
}

/// Carries 结转 over, applicant by applicant, whatever the two forms are.
void carry_in(Report& next, const Report& previous) {
    const Form& form = *next.applications.form;
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
        constexpr std::string_view row = "applications.carried_in.";
        const std::string field = field_path(form, form.entries[i].field);
        if (!field.starts_with(row)) continue;
        if (const Cell* last =
                find_cell(previous.applications, "carried_out." + field.substr(row.size())))
            next.applications.cells[i].value = last->value;
    }
}

}  // namespace

Report next_year(const NewReport& asked) {
    const Edition* edition = edition_for(asked.year);
    if (edition == nullptr)
        throw std::invalid_argument(fmt::format("year: {} has no form", asked.year));
    const Report* previous = asked.previous;
    if (previous != nullptr) require_whole(*previous);
    Report next;
    next.edition = edition;
    next.agency = asked.agency;
    next.year = asked.year;
    next.kind = asked.kind ? *asked.kind : previous != nullptr ? previous->kind : Kind::department;
    FilledForm* tables[] = {&next.disclosure, &next.applications, &next.disputes};
    for (std::size_t i = 0; i < std::size(tables); ++i) {
        tables[i]->form = edition->forms[i];
        tables[i]->cells.resize(tables[i]->form->entries.size());
    }
    next.processing_fees.emplace();
    next.introduction = next.problems = next.other = to_fill_in;
    next.overview = overview_to_fill(previous);
    if (previous != nullptr) {
        next.contact = previous->contact;
        next.layout = previous->layout;
        next.signature = previous->signature;
        next.site = previous->site;
        carry_in(next, *previous);
    }
    return next;
}

}  // namespace nianbao
