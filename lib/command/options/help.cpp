#include "command/commands.hpp"
#include "command/options/manual.hpp"
#include "command/options/options.hpp"
#include "command/options/usage.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

std::string overview() {
    std::string text =
        "nianbao（年报）：由数据文件生成《政府信息公开工作年度报告》\n\n用法：nianbao COMMAND …\n\n";
    for (const CommandText& command : commands())
        text += fmt::format("  {:<7} {:<31} {}\n", command.name, command.synopsis, command.says);
    return text + "\nnianbao help COMMAND 说明一个子命令；nianbao version 是版本号。\n";
}

}  // namespace

std::string help_text(const CommandText& command) {
    return fmt::format("用法：nianbao {}{}{}\n{}\n\n选项：\n{}{}{}", command.name,
                       command.synopsis.empty() ? "" : " ", command.synopsis, command.says,
                       option_help(command.command), command.details.empty() ? "" : "\n",
                       command.details);
}

int run_help(const Arguments& arguments, Caller& caller) {
    if (arguments.help_form != HelpForm::text && !arguments.files.empty())
        throw Usage("help --as 后面不写子命令");
    if (arguments.files.size() > 1) throw Usage("help 后面最多写一个子命令");
    switch (arguments.help_form) {
        case HelpForm::text:
            break;
        case HelpForm::man:
            caller.output(man_page());
            return exit_clean;
        case HelpForm::bash:
            caller.output(bash_completion());
            return exit_clean;
        case HelpForm::zsh:
            caller.output(zsh_completion());
            return exit_clean;
    }
    caller.output(arguments.files.empty() ? overview()
                                          : help_text(command_named(arguments.files.front())));
    return exit_clean;
}

}  // namespace nianbao
