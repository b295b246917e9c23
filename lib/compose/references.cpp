#include "report/references.hpp"

#include "compose/rules.hpp"
#include "nianbao/document.hpp"
#include "report/whole.hpp"
#include "text/utf8.hpp"

namespace nianbao {

std::vector<Finding> check_references(const Report& report, Speech speech) {
    require_whole(report);
    std::vector<Finding> findings;
    const auto look = [&](const std::string& field, const std::string& text) {
        if (text.find("{{") == text.npos) return;
        for (const Reference& reference : find_references(report, to_utf32(text), speech)) {
            if (reference.fault.empty()) continue;
            Finding finding;
            finding.rule = reference_rule("R-01");
            finding.where = {field, reference.begin, reference.end - reference.begin};
            finding.message = reference.fault;
            finding.hint = reference.hint;
            findings.push_back(std::move(finding));
        }
    };
    look("introduction", report.introduction);
    look("overview", report.overview);
    for (const FilledForm* filled : report.tables())
        look(std::string(filled->form->key) + ".note", filled->note);
    look("problems", report.problems);
    look("other", report.other);
    return findings;
}

}  // namespace nianbao
