#include "nianbao/fonts.hpp"

#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "nianbao/document.hpp"
#include "nianbao/pages.hpp"

#include <iterator>
#include <utility>

namespace nianbao {

int run_fonts(const Arguments& arguments, Caller& caller) {
    int exit = exit_clean;
    std::vector<FaceText> texts;
    const std::vector<Input> files =
        arguments.files.empty() ? std::vector<Input>() : inputs(arguments.files, caller);
    for (const Input& input : files) {
        Outcome outcome;
        if (const std::optional<Report> report = read_input(input, outcome)) {
            std::vector<FaceText> own = face_texts(compose(*report));
            std::move(own.begin(), own.end(), std::back_inserter(texts));
        }
        if (stops(outcome.findings)) exit = exit_findings;
        caller.outcome(outcome);
    }
    caller.output(caller.fonts(arguments.fonts).describe(texts));
    return exit;
}

}  // namespace nianbao
