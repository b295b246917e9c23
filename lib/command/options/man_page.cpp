#include "command/commands.hpp"
#include "command/options/manual.hpp"
#include "command/options/options.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

/// Text that roff takes as it stands.
std::string roff(std::string_view text) {
    std::string out;
    bool line_begins = true;
    for (const char c : text) {
        if (line_begins && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\') out += "\\e";
        else if (c == '-') out += "\\-";
        else out += c;
        line_begins = c == '\n';
    }
    return out;
}

/// Lines, each of which stays one.
std::string kept_lines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (!line.empty()) out += fmt::format("{}\n.br\n", roff(line));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return out;
}

std::string option_text(const Option& option) {
    const std::string letter =
        option.letter != 0 ? fmt::format("\\fB\\-{}\\fR, ", option.letter) : "";
    const std::string argument =
        option.argument.empty()
            ? ""
            : fmt::format("{}\\fI{}\\fR", may_have_value(option) ? "" : " ", roff(option.argument));
    return fmt::format(".TP\n{}\\fB\\-\\-{}\\fR{}\n{}\n", letter, roff(option.name), argument,
                       roff(says(option)));
}

std::string command_text(const CommandText& command) {
    std::string text = fmt::format(".SS \"nianbao {}\"\n.B nianbao {}\n{}{}.PP\n{}\n", command.name,
                                   command.name, roff(command.synopsis),
                                   command.synopsis.empty() ? "" : "\n", roff(command.says));
    for (const Option* option : options_of(command.command)) text += option_text(*option);
    return text + (command.details.empty() ? "" : ".PP\n" + kept_lines(command.details));
}

}  // namespace

std::string man_page() {
    std::string text = fmt::format(
        ".\\\" Made from the tables of commands and options: nianbao help --as man\n.mso zh.tmac\n.ad l\n.nh\n.TH NIANBAO 1 \"\" \"nianbao {}\" \"\"\n",
        NIANBAO_VERSION);
    text += ".SH NAME\nnianbao \\- 由数据文件生成《政府信息公开工作年度报告》\n.SH SYNOPSIS\n";
    for (const CommandText& command : commands()) {
        text += fmt::format(".B nianbao {}\n{}{}.br\n", command.name, roff(command.synopsis),
                            command.synopsis.empty() ? "" : "\n");
    }
    text += ".B nianbao version\n.SH COMMANDS\n";
    for (const CommandText& command : commands()) text += command_text(command);
    text +=
        ".SH EXIT STATUS\n.TP\n0\n全部生成，或没有问题\n.TP\n1\n数据有错误（用 \\-\\-strict 时，有警告也是）\n.TP\n2\n命令用法不对\n.TP\n3\n机器出错："
        "不能读写、没有字体\n.TP\n130, 143\n收到 SIGINT、SIGTERM 而停下\n"
        ".SH ENVIRONMENT\n.TP\nNIANBAO_FONTS\n随附的自由字体所在的文件夹\n.TP\nSOURCE_DATE_EPOCH\n报告没有落款日期和公布日期时，PDF 的日期，写作 1970 年以来的秒数\n"
        ".TP\nNO_COLOR\n不为空时，输出不用彩色\n";
    return text;
}

}  // namespace nianbao
