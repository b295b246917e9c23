#include "commands.hpp"
#include "console.hpp"
#include "nianbao/document.hpp"
#include "plan.hpp"
#include "usage.hpp"

int run_fonts(const Arguments& arguments) {
    const Console console(arguments);
    int exit = exit_clean;
    std::vector<nianbao::Document> documents;
    for (const nianbao::Job& job : inputs(arguments.files)) {
        nianbao::Reading reading = job.bytes ? nianbao::read(*job.bytes, job.name, job.format) : nianbao::read(job.input);
        if (reading.report) documents.push_back(nianbao::compose(*reading.report));
        if (nianbao::stops(reading.findings)) exit = exit_findings;
        nianbao::Outcome outcome;
        outcome.source = std::move(reading.source);
        outcome.findings = std::move(reading.findings);
        console.findings(outcome);
    }
    print(nianbao::Fonts::open(arguments.fonts).describe(documents));
    return exit;
}
