#include "report/references.hpp"

#include "compose/rules.hpp"
#include "nianbao/document.hpp"
#include "report/whole.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace nianbao {

std::vector<Finding> check_references(const Report& report, Speech speech) {
    require_whole(report);
    std::vector<Finding> findings;
    const auto look = [&](const std::string& field, const std::string& text) {
        if (text.find('{') == text.npos && text.find("｛") == text.npos) return;
        const std::u32string characters = to_utf32(text);
        std::vector<Reference> all = find_references(report, characters, speech);
        const auto references = static_cast<std::ptrdiff_t>(all.size());
        for (Reference& almost : almost_references(report, characters, speech)) {
            const auto end = all.begin() + references;
            const auto behind =
                std::lower_bound(all.begin(), end, almost.begin,
                                 [](const Reference& one, int at) { return one.end <= at; });
            if (behind == end || behind->begin >= almost.end) all.push_back(std::move(almost));
        }
        std::inplace_merge(
            all.begin(), all.begin() + references, all.end(),
            [](const Reference& one, const Reference& other) { return one.begin < other.begin; });
        for (const Reference& reference : all) {
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
