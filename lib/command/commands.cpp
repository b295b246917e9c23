#include "command/commands.hpp"

#include "command/options/nearest.hpp"
#include "command/options/usage.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

constexpr CommandText command_texts[] = {
    {Command::render, "render", "FILE… [-o FILE|FOLDER]", "由数据文件生成年度报告 PDF",
     "FILE 是 .xlsx、.yaml、.yml 或 .json 数据文件，也可以是 Word 文件（.docx），按标题和表读；是文件夹时取其中和下面各层的全部数据文件（旁边没有数据文件的 Word 文件也算），别的文件逐个说出是什么；- 是标准输入。\n"
     "先检查再生成：有错误的文件不生成 PDF，警告不妨碍。输出文件要么完整，要么不变。\n"
     "那里已有的文件，只有是 nianbao 生成的 PDF 并且没有改过，才覆盖；别的文件要写 --force 才覆盖。\n"
     "中断时（Ctrl-C、SIGTERM）做完手上的几份，说出没有处理的。\n"
     "退出码：0 全部生成；1 数据有错误，或那里已有别的文件；2 命令用法不对；3 机器出错（不能读写、没有字体）；130、143 中断。\n",
     run_render},
    {Command::check, "check", "FILE…", "只检查数据文件，列出发现的问题",
     "FILE 的写法与 render 相同。问题写到标准输出，每一个都有位置和改法；豁免的也列出，附上理由。规则见 nianbao rules。\n"
     "也问字体：排不出来的字在这里就说出来，没有错误的，render 就能生成。\n"
     "每份最后说文字里的数字有多少个一致、不一致、未比对；未比对的要人读，核过的用 nianbao review 记下。\n"
     "退出码：0 没有错误；1 数据有错误；2 命令用法不对；3 机器出错（不能读、没有字体）。\n",
     run_check, true},
    {Command::review, "review", "FILE --quote TEXT --by NAME",
     "记下核对的人核过的一个数字或者一个问题，附上意见",
     "按引文记：没有 --rule 的，是文字中所引的数字；有 --rule 的，是这条规则指出的、涉及所引文字的问题。\n"
     "记在数据文件旁边的 FILE.核对记录.json 里，每份数据文件各有一份；不改数据文件，不进任何输出。nianbao check 把它与发现的问题、--evidence 的数字列在一起。\n"
     "同一个人对同一处再记一次，以后一次为准。\n"
     "退出码：0 已记下；1 没有所引的数字或问题，或数据读不出来；2 命令用法不对；3 机器出错（不能读写）。\n",
     run_review},
    {Command::fix, "fix", "FILE… [-o FILE|--in-place]",
     "改正数据文件里只能有一种意思的写法：全角标点、缩进、编码等",
     "FILE 的写法与 render 相同。改正：当标点用的全角冒号、逗号、括号、引号；缩进里和键旁的制表符、全角空格等；冒号后面缺的空格；从表格粘贴的一行数；"
     "没有结束的括号和引号；文字的缩进和缺的“|”；数里的全角数字、千分位逗号和前后的空格；日期的写法（2024.1.8）；编码（改成 UTF-8）；不一致的换行符。\n"
     "数的大小和文字的内容都不变。可以有几种意思的（无、5件、写了两次的一项）不动，照 check 那样说出来。\n"
     "逐行列出改动：- 原来的，+ 改成的。不写 -o 和 --in-place 时只列出，不写文件；写文件时要么完整，要么不变。\n"
     "退出码：0 没有要改的了；1 还有要改的，或已有别的文件；2 命令用法不对；3 机器出错（不能读写）；130、143 中断。\n",
     run_fix},
    {Command::merge, "merge", "FILE… --agency NAME -o FILE", "把各单位的报告汇总成政府的报告",
     "FILE 的写法与 render 相同，每份是一个成员；本级自己的数也写成一份成员（例如政府办公室的）。\n"
     "先检查再相加：三张表各格和信息处理费逐格精确求和。有错误的成员（豁免的除外）、年度或格式不同的、出现两次的单位，都不汇总。\n"
     "行政诉讼由原行为机关统计：复议机关作共同被告的案件，只计原行为主体的，不重复计算（国办公开办函〔2016〕201号）。\n"
     "没有给出的文字在文件里写作 {{请填写}}，写好以前不能生成 PDF。成员的单位、文件和 SHA-256 记在 members（成员）里。\n"
     "已有的文件不覆盖：里面写好的文字，用 --prose 这个文件 --force 带进新的汇总；只写 --force 时不保留。\n"
     "退出码：0 已汇总；1 数据有错误，或已有别的文件；2 命令用法不对；3 机器出错（不能读写）。\n",
     run_merge},
    {Command::new_report, "new", "--agency NAME --year YEAR -o FILE",
     "写一份要填的数据文件（工作簿或 YAML），从上年的带来能带来的",
     "从上年的报告带来：类别、联系方式、版式、上年结转（上年的结转下年度）、总体情况的小标题；上年的数和文字写在注释里，供填写时参考。\n"
     "其余的都空着，填好以前不能生成 PDF；哪里还没有填，nianbao check 会逐处列出。没有 --previous 时只有各项的名称和说明。\n"
     "工作簿用 WPS 或 Excel 填：三张表是统一格式的样子，总计自动计算，不对的当场变红，上年的数在批注里。没有制定规章权限的单位，规章先填 0。\n"
     "给各单位发放：nianbao new --list 名单.txt --year 2025 --previous 上年/ -o 发放/；上年的报告按单位名称找，没有的单位照样写一份，并说出来。\n"
     "退出码：0 已写好；1 上年的数据有错误，或已有别的文件；2 命令用法不对；3 机器出错（不能读写）。\n",
     run_new},
    {Command::diff, "diff", "OLD NEW", "比较两份数据文件：两个年度的，或同一份的前后两稿",
     "列出不同的项目，各格的数、差和增减的百分比（从 0 起的没有），逐句列出增加（+）、去掉（-）和改写的文字。换行和空格不算不同。\n"
     "退出码：0 已比较；1 数据有错误；2 命令用法不对；3 机器出错（不能读）。\n",
     run_diff},
    {Command::fonts, "fonts", "[FILE…]", "列出各用途使用的字体；写了数据文件时，也说缺哪些字",
     "退出码：0 正常；1 数据有错误；2 命令用法不对；3 机器出错。\n", run_fonts},
    {Command::convert, "convert", "FILE -o FILE",
     "YAML、JSON 与工作簿互相转换，也可以改用另一种语言的名称",
     "写出的文件读回来完全相等；注释不保留。表中没有写出的格和没有写的总计都写出来。\n"
     "工作簿里的总计是公式；数据里写的总计不是各格之和的，照原数写，标成红色，并说出来。\n退出码：0 已转换；1 数据有错误，或已有别的文件；2 命令用法不对；3 机器出错。\n",
     run_convert},
    {Command::import_report, "import", "FILE -o FILE",
     "把 Word 文件（.docx）、网页（.html、.mhtml）、工作簿、从网页复制的文字（.txt）变成数据文件",
     "按六个部分的标题和表上的文字找：标题里的单位和年度、引言、各部分的文字、三张表、落款。能读的都写出来，读不懂的、没有读的逐处说明。有错误的数据文件和工作簿也一样。\n"
     "空着的格写成空的，不当作 0；“/”“无”照样写成文字，读数据文件时会列出。缺的文字写成 {{请填写}}。写出的文件改好以后用 nianbao check 检查。\n"
     "Word 里没有接受的修订按全部接受读；批注、脚注、图片、隐藏的文字不读，只说明有几处。旧版 .doc 和 .wps 先另存为 .docx。\n"
     "网页在浏览器里另存（仅网页，或单个文件）；网站的栏目、导航、页脚不当作年报。标题没有写机关的，取落款，再取网页所写的发布机构，并说明。\n"
     "退出码：0 全都读懂了；1 有没读懂的或没有读的，或已有别的文件；2 命令用法不对；3 机器出错（不能读写）。\n",
     run_import},
    {Command::revise, "revise", "DATA REVISED -o FILE", "把修改稿（Word 文件）里的改动带回数据文件",
     "DATA 是 .yaml 或 .json 数据文件，REVISED 是由它排出、领导改过的 .docx；没有接受的修订按接受读，不必先接受。\n"
     "改了的文字和数、标题、表下的注、落款写进数据文件，别的各行、注释、次序都不变；{{…}} 引用，所引的数没有改，或者表和文字改成了同一个数的，照样引用。\n"
     "列出带进去的每一处。没有带进去的、要人决定的（批注、没有读懂的、与引用不一致的）逐处说明。什么也没有改的，写出的与 DATA 一字不差。\n"
     "退出码：0 改动都带进去了；1 还有要人决定的，数据有错误，或已有别的文件；2 命令用法不对；3 机器出错（不能读写）。\n",
     run_revise},
    {Command::rules, "rules", "[RULE…]", "列出检查的规则；写了规则的代码时，说明这一条并举例",
     "RULE 是一个代码（T3-01）、一族（T3、W）或者写成 'W-*' 的样子，大小写都可以，几个之间用逗号或空格。\n"
     "规则的代码不会改变，可用于 --disable 和数据文件的 waive（豁免）。D、R、F、M、O、K 开头的是读文件、引用单元格、排版、汇总、写文件和读核对记录时的问题，不能停用。\n",
     run_rules},
    {Command::schema, "schema", "", "写出数据文件的 JSON Schema（2020-12），供编辑器和别的程序使用",
     "在数据文件里写 $schema 指明它的位置，读取时不理会这一项。\n", run_schema},
    {Command::help, "help", "[COMMAND]", "说明", "", run_help},
};

}  // namespace

std::span<const CommandText> commands() { return command_texts; }

const CommandText& command_named(std::string_view name) {
    std::vector<std::string_view> names;
    for (const CommandText& text : command_texts) {
        if (text.name == name) return text;
        names.push_back(text.name);
    }
    throw Usage(fmt::format("没有子命令“{}”{}", name, did_you_mean(name, names)));
}

}  // namespace nianbao
