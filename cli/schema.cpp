#include "nianbao/schema.hpp"

#include "commands.hpp"
#include "console.hpp"
#include "usage.hpp"

int run_schema(const Arguments& arguments) {
    if (!arguments.files.empty()) throw Usage("schema 后面不写文件");
    print(nianbao::schema());
    return exit_clean;
}
