#include "recognise/recognise.hpp"

#include "notation/office/office_file.hpp"
#include "recognise/recognition.hpp"
#include "report/workbook.hpp"

#include <string>
#include <utility>

namespace nianbao::recognise {

bool recognise(notation::Workbook workbook, notation::Values& values) {
    Recognition work(workbook, values.findings);
    const Edition& edition = edition_of(work);
    const int texts = recognise_texts(edition, work);
    int tables = 0;
    for (const Form* form : edition.forms) tables += recognise_table(*form, work) ? 1 : 0;
    recognise_hidden(work);
    if (tables > 0 && work.year == 0 && !work.values.has("form")) {
        // Nothing but its rows says which form it is.
        work.values.text("form", std::to_string(edition.year), {});
    }
    ValueTree found = std::move(work.values);
    values.source = std::move(workbook.draft.source);
    std::move(found).build(values);
    return tables > 0 || texts > 2;
}

notation::SheetsLeft sheets_without_report() {
    return {workbook::defined_name({}),
            {workbook::sheet_name(workbook::Sheet::guide),
             workbook::sheet_name(workbook::Sheet::checks)}};
}

bool may_hold_report(std::string_view bytes) {
    notation::OfficeFile file(bytes);
    for (const notation::Relation& relation : file.relations({})) {
        if (!relation.is("officeDocument")) continue;
        // The names of cells, which only a report of ours has.
        const std::string book = file.part(relation.target).value_or("");
        if (book.find('"' + workbook::defined_name("agency") + '"') != book.npos) return true;
    }
    notation::ReadWorkbook read = notation::read_workbook(bytes, {});
    if (!read.workbook) return true;
    notation::Values values;
    return recognise(*std::move(read.workbook), values);
}

}  // namespace nianbao::recognise
