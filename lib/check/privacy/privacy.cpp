#include "check/privacy/privacy.hpp"

#include "check/rules.hpp"
#include "text/utf8.hpp"

namespace nianbao {

std::string privacy::masked(std::u32string_view text, std::size_t head, std::size_t tail) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        out += i < head || i + tail >= text.size() ? text[i] : U'*';
    return to_utf8(out);
}

void check_privacy(const Report& report, const wording::Prose& prose,
                   std::vector<Finding>& findings) {
    const auto watch = [&](const wording::FieldText& text, bool of_office) {
        const privacy::Watched watched{text, of_office};
        privacy::check_numbers(watched, findings);
        privacy::check_places(watched, findings);
        privacy::check_applicants(watched, findings);
        privacy::check_cases(watched, findings);
    };
    const auto look = [&](std::string field, const std::string& text, bool of_office) {
        if (!text.empty()) watch(wording::field_text(std::move(field), text), of_office);
    };
    look("title", report.title, false);
    if (report.contact) {
        look("contact.office", report.contact->office, true);
        look("contact.address", report.contact->address, true);
        look("contact.phone", report.contact->phone, true);
        look("contact.email", report.contact->email, true);
    }
    watch(prose.introduction, true);
    watch(prose.overview, false);
    for (const FilledForm* filled : report.tables()) {
        for (std::size_t i = 0; i < filled->cells.size() && i < filled->form->entries.size(); ++i) {
            if (filled->cells[i].remark.empty())
                continue;  // nearly all: their paths need not be written out
            look(field_path(*filled->form, filled->form->entries[i].field) + ".remark",
                 filled->cells[i].remark, false);
        }
        look(std::string(filled->form->key) + ".note", filled->note, false);
    }
    watch(prose.problems, false);
    watch(prose.other, false);
    if (report.signature) look("signature.agency", report.signature->agency, true);
}

}  // namespace nianbao
