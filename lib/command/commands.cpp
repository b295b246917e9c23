#include "command/commands.hpp"

#include "command/options/nearest.hpp"
#include "command/options/usage.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

constexpr CommandText command_texts[] = {
    {Command::render, "render", "FILE… [-o FILE|FOLDER]", "由数据文件生成年度报告 PDF",
     "FILE 是 .xlsx、.yaml、.yml 或 .json 数据文件，也可以是 Word 文件（.docx）或网页（.html、.mhtml），按标题和表读；是文件夹时取其中和下面各层的全部数据文件（旁边没有数据文件的 Word 文件和网页也算），别的文件逐个说出是什么；- 是标准输入。\n"
     "先检查再生成：有错误的文件不生成 PDF，警告不妨碍。输出文件要么完整，要么不变。\n"
     "同时生成网页和 PDF 时（--to html,pdf），网页里有下载 PDF 的链接；几份网页写进一个文件夹时，另写一个目录页 index.html，列出单位、年度和链接。\n"
     "那里已有的文件，只有是 nianbao 生成的 PDF 并且没有改过，才覆盖；别的文件要写 --force 才覆盖。\n"
     "中断时（Ctrl-C、SIGTERM）做完手上的几份，说出没有处理的。\n"
     "退出码：0 全部生成；1 数据有错误，或那里已有别的文件；2 命令用法不对；3 机器出错（不能读写、没有字体）；130、143 中断。\n",
     run_render},
    {Command::check, "check", "FILE…", "只检查数据文件，列出发现的问题",
     "FILE 的写法与 render 相同。问题写到标准输出，每一个都有位置和改法；豁免的也列出，附上理由。规则见 nianbao rules。\n"
     "也问字体：排不出来的字在这里就说出来，没有错误的，render 就能生成。\n"
     "--publish 另是一件事：要公布的 .docx、.xlsx、.pdf、.html（或者放它们的文件夹）里，没有接受的修订、批注、隐藏的文字和行列、属性和表格里的人名、附着的数据，逐处说出来，不读年报。\n"
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
     "FILE 的写法与 render 相同。改正：当标点用的全角冒号、逗号、括号、引号；缩进里和项目名旁的制表符、全角空格等；冒号后面缺的空格；从表格粘贴的一行数；"
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
    {Command::collect, "collect", "FOLDER --expect LIST -o FOLDER",
     "收齐一个县的报告：谁报了，报的哪一份算数，有什么问题，写成台账",
     "FOLDER 是收件的文件夹，各单位报来的照原样放进去：数据文件、工作簿、Word 文件、网页、ZIP，分不分文件夹都行。旧版的 .doc、.xls 也行，只要写明转换命令。每一个文件都有交代。\n"
     "名单是文本（每行一个单位）、YAML、工作簿或 CSV；表的栏名是 单位全称、别名、计入汇总、原单位、类别、联系人、联系电话、含下属单位，只有第一栏必要。\n"
     "写出 台账.xlsx 和 台账.json。有底色的各栏（收到日期、采用文件、审核、定稿、发布时间、发布网址、网页核对、备注）由人填写，再收一次时照单位原样保留；以前的台账留在“以前的台账”里。\n"
     "同时写：退改意见（有须改、待核实的单位各一份 Word 文件，一份聊天用的文字；报工作簿、Word 文件的还有批注过的原件），催报（没有报的单位），汇总底稿.xlsx，统计.xlsx（有图）和统计.json，"
     "本地要求里有县名的，还有县的数据文件。人改过的不覆盖，换新以前留在“以前的台账”里。\n"
     "审核通过的单位，在“成品”里各有一个文件夹：PDF、网页、Word 文件、数据，“定稿”一栏写着它；数据不变不重做，不再通过的移到“成品/以前的”。用 --pages 给出存下的网页，就与定稿逐句核对，写进“网页核对”和同名的文件夹。\n"
     "几台机器分县收的，各县收完以后合成一份：collect --from 甲县/台账.json 乙县/台账.json -o 市/ --profile 市.yaml。台账逐行照抄，数据文件是各县合计之和，与一次收全的相同；汇总底稿和统计一县一行，给了 --previous 的与各县上年公布的比较；雷同只在各县之内比较，退改意见、催报、成品和文字中的数在各县。\n"
     "程序自己只说核验无误，须改、待核实、未比对各多少；审核通过由人写进“审核”一栏。一个单位报了几稿的，取“采用文件”所写的，不然取稿次最高的；内容相同的算一份；还分不清的是多稿待定。\n"
     "收件里的文件个个列在台账的“来件”一张；名称以点开头的只记名称，不读；.DS_Store、Thumbs.db、desktop.ini 是系统自己的，只数个数。\n"
     "随时可以再收：只重做变了的。台账在 WPS 里打开着的，先存盘、关闭。\n"
     "退出码：0 名单上的单位都报了、读得出来、没有要改的；1 还有没报的、要改的；2 命令用法不对；3 机器出错（不能读写、台账打开着）；130、143 中断，什么也没有写。\n",
     run_collect, true},
    {Command::new_report, "new", "--agency NAME --year YEAR -o FILE",
     "写一份要填的数据文件（工作簿或 YAML），从上年的带来能带来的",
     "从上年的报告带来：类别、联系方式、版式、上年结转（上年的结转下年度）、总体情况的小标题；上年的数和文字写在注释里，供填写时参考。\n"
     "其余的都空着，填好以前不能生成 PDF；哪里还没有填，nianbao check 会逐处列出。没有 --previous 时只有各项的名称和说明。\n"
     "工作簿用 WPS 或 Excel 填：三张表是统一格式的样子，总计自动计算，不对的当场变红，上年的数在批注里。没有制定规章权限的单位，规章先填 0。\n"
     "给各单位发放：nianbao new --list 名单.txt --year 2025 --previous 上年/ -o 发放/；上年的报告按单位名称找，没有的单位照样写一份，并说出来。\n"
     "退出码：0 已写好；1 上年的数据有错误，或已有别的文件；2 命令用法不对；3 机器出错（不能读写）。\n",
     run_new},
    {Command::diff, "diff", "OLD NEW",
     "比较两份数据文件：两个年度的，或同一份的前后两稿；或者两个文件夹，按单位配对",
     "列出不同的项目，各格的数、差和增减的百分比（从 0 起的没有），逐句列出增加（+）、去掉（-）和改写的文字。换行和空格不算不同。\n"
     "比较两个文件夹的，照新的次序逐个单位列出不同，最后是没有变的、只在一边的单位。\n"
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
     "把 Word 文件（.docx）、网页（.html、.mhtml）、工作簿、PDF、从网页复制的文字（.txt）变成数据文件",
     "按六个部分的标题和表上的文字找：标题里的单位和年度、引言、各部分的文字、三张表、落款。能读的都写出来，读不懂的、没有读的逐处说明。有错误的数据文件和工作簿也一样。\n"
     "空着的格写成空的，不当作 0；“/”“无”照样写成文字，读数据文件时会列出。缺的文字写成 {{请填写}}。写出的文件改好以后用 nianbao check 检查。\n"
     "Word 里没有接受的修订按全部接受读；批注、脚注、图片、隐藏的文字不读，只说明有几处。旧版 .doc 和 .wps 先另存为 .docx。\n"
     "没有附数据的 PDF（扫描件不行），用 pdftotext（在 poppler-utils 里）取出文字来读，表按行认，认不准的一行不读、说出来。\n"
     "网页在浏览器里另存（仅网页，或单个文件）；网站的栏目、导航、页脚不当作年报。标题没有写机关的，取落款，再取网页所写的发布机构，并说明。\n"
     "退出码：0 全都读懂了；1 有没读懂的或没有读的，或已有别的文件；2 命令用法不对；3 机器出错（不能读写）。\n",
     run_import},
    {Command::revise, "revise", "DATA REVISED -o FILE", "把修改稿（Word 文件）里的改动带回数据文件",
     "DATA 是 .yaml 或 .json 数据文件，REVISED 是由它排出、领导改过的 .docx；没有接受的修订按接受读，不必先接受。\n"
     "改了的文字和数、标题、表下的注、落款写进数据文件，别的各行、注释、次序都不变；{{…}} 引用，所引的数没有改，或者表和文字改成了同一个数的，照样引用。\n"
     "列出带进去的每一处。没有带进去的、要人决定的（批注、没有读懂的、与引用不一致的）逐处说明。什么也没有改的，写出的与 DATA 一字不差。\n"
     "退出码：0 改动都带进去了；1 还有要人决定的，数据有错误，或已有别的文件；2 命令用法不对；3 机器出错（不能读写）。\n",
     run_revise},
    {Command::verify, "verify", "FILE… --data FILE|FOLDER",
     "把公布的网页、Word 文件、PDF 与数据文件逐格逐句核对",
     "FILE 是公布的：.html、.mhtml（浏览器另存的）、.docx、.pdf，或者放它们的文件夹；几份的按机关的名称与数据配对。\n"
     "比标题、发布机构、发布日期、三张表的每一格、每一句话、落款；哪里不同，两边的位置和内容都说出来。\n"
     "空白、换行、标题的编号、句子的先后不算不同；网页里没有标题、没有发布日期的，不比。网页链接的附件只列出名称。\n"
     "没有附数据的 PDF，用 pdftotext（在 poppler-utils 里）取出文字来比，并说明；扫描件不能核对。\n"
     "退出码：0 都一致；1 有不同的，或有配不成对、读不了的；2 命令用法不对；3 机器出错（不能读）。\n",
     run_verify, true},
    {Command::rules, "rules", "[RULE…]", "列出检查的规则；写了规则的代码时，说明这一条并举例",
     "RULE 是一个代码（T3-01）、一族（T3、W）或者写成 'W-*' 的样子，大小写都可以，几个之间用逗号或空格。\n"
     "规则的代码不会改变，可用于 --disable 和数据文件的 waive（豁免）。D、R、F、M、L、O、K 开头的是读文件、引用单元格、排版、汇总、收件和台账、写文件和读核对记录时的问题，不能停用。\n",
     run_rules},
    {Command::schema, "schema", "", "写出数据文件的 JSON Schema（2020-12），供编辑器和别的程序使用",
     "在数据文件里写 $schema 指明它的位置，读取时不理会这一项。\n", run_schema},
    {Command::help, "help", "[COMMAND]", "说明", "", run_help},
};

/// What those call a command who know no English.
struct ChineseName {
    std::string_view name, command;
};
constexpr ChineseName chinese_names[] = {
    {"检查", "check"}, {"生成", "render"},  {"排版", "render"}, {"新建", "new"},
    {"修复", "fix"},   {"转换", "convert"}, {"导入", "import"}, {"比较", "diff"},
    {"汇总", "merge"}, {"收件", "collect"}, {"修改", "revise"}, {"核对", "verify"},
    {"字体", "fonts"}, {"规则", "rules"},   {"帮助", "help"},   {"说明", "help"},
};

/// A file where a command belongs: how to check it, and how to make the page of it.
std::string command_forgotten(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos || dot == 0 || dot + 1 == name.size()) return {};
    const std::string file =
        name.find(' ') == name.npos ? std::string(name) : fmt::format("\"{}\"", name);
    return fmt::format("；检查这个文件写 nianbao check {0}，生成 PDF 写 nianbao render {0}", file);
}

}  // namespace

std::span<const CommandText> commands() { return command_texts; }

const CommandText& command_named(std::string_view name) {
    std::vector<std::string_view> names;
    for (const CommandText& text : command_texts) {
        if (text.name == name) return text;
        names.push_back(text.name);
    }
    std::string meant = did_you_mean(name, names);
    for (const ChineseName& one : chinese_names) {
        if (one.name == name) meant = fmt::format("，是不是 {}？", one.command);
    }
    if (name == "version") meant = "；版本号用 nianbao --version 看，程序用 nianbao_version()";
    if (meant.empty()) meant = command_forgotten(name);
    throw Usage(fmt::format("没有子命令“{}”{}", name, meant));
}

}  // namespace nianbao
