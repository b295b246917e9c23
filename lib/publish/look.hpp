// What looks through a file, kind by kind, and tells what it finds.
#pragma once

#include "nianbao/publish.hpp"
#include "notation/draft.hpp"
#include "notation/findings.hpp"
#include "notation/office/office_file.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace nianbao::publish {

/// A file that is looked through, and what was found.
struct Look {
    std::string name;
    std::string_view bytes;
    bool as_made = false;  // an output of ours that nobody changed
    Source source = {};
    notation::Findings findings = {};

    /// At the level of the rule, with its remedy if there is no hint. `rule`: one of
    /// rules.hpp.
    void tell(std::string_view rule, Place place, std::string message, std::string hint = {});
    /// The same of the whole file.
    void tell(std::string_view rule, std::string message, std::string hint = {}) {
        tell(rule, Place{name, {}, 0, 0, 0}, std::move(message), std::move(hint));
    }
    /// The report's data that the file carries, in such a part of it.
    void tell_carried_data(std::string_view part);
};

void look_at_word_file(Look& look);
void look_at_workbook(Look& look);
void look_at_page(Look& look);
void look_at_pdf(Look& look);

/// What Word files and workbooks have in common: properties, embedded files, custom
/// parts, macros.
void look_at_parts(notation::OfficeFile& file, Look& look);

/// True unless a name is empty, an agency's or a program's: it may be a person's.
bool may_be_person(std::string_view name);

/// Tells it if a name may be a person's. `what`: which property has it, “作者”.
void tell_name(Look& look, std::string_view what, std::string_view name);

/// Tells cells that name who filled in a form.
void tell_signers(const notation::Draft& draft, Look& look);

/// A text as it is shown in a message, in quotes: one line, cut where it is long.
std::string in_quotes(std::string_view text);

}  // namespace nianbao::publish
