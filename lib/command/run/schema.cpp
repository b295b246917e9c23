#include "nianbao/schema.hpp"

#include "command/commands.hpp"
#include "command/options/usage.hpp"

namespace nianbao {

int run_schema(const Arguments& arguments, Caller& caller) {
    if (!arguments.files.empty()) throw Usage("schema 后面不写文件");
    caller.output(schema());
    return exit_clean;
}

}  // namespace nianbao
