#include "nianbao/diff.hpp"

#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "command/run/json_diff.hpp"

#include <fmt/format.h>

namespace nianbao {
int run_diff(const Arguments& arguments, Caller& caller) {
    if (arguments.files.size() != 2) throw Usage("diff 后面写两份数据文件：旧的和新的");
    const std::vector<Input> files = inputs(arguments.files, caller);
    if (files.size() != 2) throw Usage("diff 比较两份数据文件，不比较文件夹");
    Outcome outcomes[2];
    std::optional<Report> reports[2];
    for (std::size_t i = 0; i < 2; ++i) {
        reports[i] = read_input(files[i], outcomes[i]);
        caller.outcome(outcomes[i]);
    }
    if (!reports[0] || !reports[1]) return exit_findings;
    const Difference difference = diff(*reports[0], *reports[1]);
    if (arguments.json)
        caller.member("diff", json(difference, outcomes[0].source, outcomes[1].source));
    else
        caller.output(fmt::format("旧：{}（{}，{} 年度）\n新：{}（{}，{} 年度）\n\n{}",
                                  files[0].name, reports[0]->agency, reports[0]->year,
                                  files[1].name, reports[1]->agency, reports[1]->year,
                                  diff_text(difference)));
    return exit_clean;
}

}  // namespace nianbao
