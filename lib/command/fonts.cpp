#include "nianbao/fonts.hpp"

#include "command/commands.hpp"
#include "command/plan.hpp"
#include "command/usage.hpp"
#include "nianbao/document.hpp"

namespace nianbao {

int run_fonts(const Arguments& arguments, Caller& caller) {
    int exit = exit_clean;
    std::vector<Document> documents;
    for (const Job& job : inputs(arguments.files, caller)) {
        Outcome outcome;
        if (const std::optional<Report> report = read_input(job, outcome)) documents.push_back(compose(*report));
        if (stops(outcome.findings)) exit = exit_findings;
        caller.outcome(outcome);
    }
    caller.output(caller.fonts(arguments.fonts).describe(documents));
    return exit;
}

}  // namespace nianbao
