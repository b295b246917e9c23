#include "command/options/options.hpp"

#include "command/options/usage.hpp"
#include "command/options/values.hpp"
#include "file/path_text.hpp"
#include "fonts/roles.hpp"

#include <fmt/format.h>

#include <utility>

namespace nianbao {
namespace {

constexpr unsigned render = static_cast<unsigned>(Command::render),
                   fonts = static_cast<unsigned>(Command::fonts),
                   help = static_cast<unsigned>(Command::help),
                   convert = static_cast<unsigned>(Command::convert),
                   schema = static_cast<unsigned>(Command::schema),
                   check = static_cast<unsigned>(Command::check),
                   review = static_cast<unsigned>(Command::review),
                   fixing = static_cast<unsigned>(Command::fix),
                   rules = static_cast<unsigned>(Command::rules),
                   merge = static_cast<unsigned>(Command::merge),
                   new_report = static_cast<unsigned>(Command::new_report),
                   diff = static_cast<unsigned>(Command::diff),
                   importing = static_cast<unsigned>(Command::import_report),
                   revising = static_cast<unsigned>(Command::revise),
                   verifying = static_cast<unsigned>(Command::verify),
                   collecting = static_cast<unsigned>(Command::collect);

constexpr unsigned every_command = render | check | merge | new_report | diff | rules | fonts |
                                   help | convert | schema | fixing | review | importing |
                                   revising | verifying | collecting;

void force(Arguments& arguments, const std::string&) {
    arguments.run.check.force = true;
    arguments.run.batch.replace = true;
}

void write_keys(Arguments& arguments, const std::string& value) {
    constexpr std::string_view words[] = {"en", "zh"};
    arguments.keys = values::choice("--keys", value, words) == 0 ? Keys::english : Keys::chinese;
}

constexpr Option options[] =
    {
        {"output", 'o', "FILE|FOLDER", false, render,
         "写到这个文件，后缀（{endings}）说明写成什么；是文件夹或以 / 结尾时写在其中；- 是标准输出。不写时写在数据文件旁边",
         [](Arguments& a, const std::string& value) { a.output = value; }},
        {"output", 'o', "FILE", false, convert,
         "写到这个文件：.json 写成 JSON，.xlsx 写成工作簿，否则写成 YAML；- 是标准输出，YAML 写成 JSON，别的写成 YAML",
         [](Arguments& a, const std::string& value) { a.output = value; }},
        {"output", 'o', "FILE", false, importing,
         "写到这个文件：.json 写成 JSON，否则写成 YAML；- 是标准输出，写成 YAML",
         [](Arguments& a, const std::string& value) { a.output = value; }},
        {"output", 'o', "FILE", false, fixing,
         "改正以后写到这个文件，一次只能一份；- 是标准输出，改动就写到标准错误",
         [](Arguments& a, const std::string& value) { a.output = value; }},
        {"output", 'o', "FILE", false, revising, "写到这个文件；- 是标准输出，改动就写到标准错误",
         [](Arguments& a, const std::string& value) { a.output = value; }},
        {"in-place", 0, "", false, fixing, "改正以后写回原来的文件",
         [](Arguments& a, const std::string&) { a.in_place = true; }},
        {"output", 'o', "FILE", false, merge,
         "写到这个文件：.json 写成 JSON，.xlsx 写成工作簿，否则写成 YAML；- 是标准输出",
         [](Arguments& a, const std::string& value) { a.output = value; }},
        {"output", 'o', "FILE|FOLDER", false, new_report,
         "写到这个文件：.xlsx 写成工作簿，否则写成 YAML；- 是标准输出，写成 YAML。有 --list 时是文件夹",
         [](Arguments& a, const std::string& value) { a.output = value; }},
        {"list", 0, "NAMES", false, new_report,
         "给名单上的每个单位写一份，文件用单位的名称；名单每行一个单位，不再写 --agency",
         [](Arguments& a, const std::string& value) { a.list = value; }},
        {"to", 0, "xlsx|yaml", false, new_report, "有 --list 时写成工作簿（默认）或 YAML",
         [](Arguments& a, const std::string& value) {
             constexpr std::string_view words[] = {"xlsx", "yaml"};
             a.workbooks = values::choice("--to", value, words) == 0;
         }},
        {"ledger", 0, "", false, new_report,
         "工作簿里加一张申请台账：每件申请登记一行，依申请公开的各格由它汇总",
         [](Arguments& a, const std::string&) { a.ledger = true; }},
        {"agency", 0, "NAME", false, merge | new_report, "报告的单位，写全称",
         [](Arguments& a, const std::string& value) { a.agency = value; }},
        {"agency", 0, "NAME", false, importing,
         "报告的单位，写全称；不写时取标题里的，标题没有的取落款",
         [](Arguments& a, const std::string& value) { a.agency = value; }},
        {"year", 0, "YEAR", false, importing, "报告的年度；不写时取标题里的",
         [](Arguments& a, const std::string& value) { a.year = values::year("--year", value); }},
        {"year", 0, "YEAR", false, merge, "报告的年度；不写时是第一个成员的",
         [](Arguments& a, const std::string& value) { a.year = values::year("--year", value); }},
        {"year", 0, "YEAR", false, new_report, "报告的年度",
         [](Arguments& a, const std::string& value) { a.year = values::year("--year", value); }},
        {"kind", 0, "KIND", false, new_report,
         "单位的类别：部门 department、乡镇街道 township、政府办公室 office、政府汇总 government，中文英文都可以；不写时与上年相同，没有上年的是部门",
         [](Arguments& a, const std::string& value) { a.kind = values::kind("--kind", value); }},
        {"kind", 0, "KIND", false, merge,
         "单位的类别：部门 department、乡镇街道 township、政府办公室 office、政府汇总 government，中文英文都可以；不写时是政府汇总",
         [](Arguments& a, const std::string& value) { a.kind = values::kind("--kind", value); }},
        {"expect", 0, "LIST|FOLDER", false, merge,
         "应有的单位：一份名单（每行一个），或一个文件夹，例如上年各单位的数据文件",
         [](Arguments& a, const std::string& value) { a.expect = value; }},
        {"expect", 0, "LIST|FOLDER", false, check,
         "应有的单位：一份名单，或一个文件夹；没有报告的、名单上没有的，最后说出来，缺的使退出码是 1",
         [](Arguments& a, const std::string& value) { a.expect = value; }},
        {"expect", 0, "LIST", false, collecting, "单位名单：文本（每行一个）、YAML、工作簿或 CSV",
         [](Arguments& a, const std::string& value) { a.expect = value; }},
        {"output", 'o', "FOLDER", false, collecting, "台账写在这个文件夹里",
         [](Arguments& a, const std::string& value) { a.output = value; }},
        {"year", 0, "YEAR", false, collecting, "报告的年度；不写时是来件里最多的",
         [](Arguments& a, const std::string& value) { a.year = values::year("--year", value); }},
        {"profile", 0, "FILE", false, collecting,
         "本地要求（YAML）：县名、落款、各期限、必写的内容、转换命令；例子见 examples/county/profile.yaml",
         [](Arguments& a, const std::string& value) { a.profile = value; }},
        {"from", 0, "LEDGER", true, collecting,
         "不收件，把几个县的台账.json 合成一份，数字是各县合计之和；后面的文件都是台账",
         [](Arguments& a, const std::string& value) { a.from.push_back(value); }},
        {"pages", 0, "FOLDER", false, collecting,
         "各单位公布的网页存在这个文件夹里：审核通过的与它们核对，写进“网页核对”",
         [](Arguments& a, const std::string& value) { a.pages = value; }},
        {"now", 0, "TIME", false, collecting,
         "台账截至的时刻，写作 2027-01-15T17:00；不写时是现在。新来的文件记作这时收到",
         [](Arguments& a, const std::string& value) { a.now = values::moment("--now", value); }},
        {"prose", 0, "FILE", false, merge,
         "汇总报告的文字：一份只有文字、没有数的数据文件，或上次汇总的文件（只取其中的文字）",
         [](Arguments& a, const std::string& value) { a.prose = value; }},
        {"keys", 0, "en|zh", false, convert | merge, "写出的名称用英文（默认）或中文", write_keys},
        {"keys", 0, "en|zh", false, new_report | importing, "写出的名称用英文或中文（默认）",
         write_keys},
        {"previous", 0, "FILE|FOLDER", false,
         render | check | merge | new_report | review | collecting,
         "上一年度的报告：一份数据文件，或一个文件夹，按单位名称取其中的一份",
         [](Arguments& a, const std::string& value) { a.previous = value; }},
        {"data", 0, "FILE|FOLDER", false, verifying, "公布的所依据的数据文件，或者放它们的文件夹",
         [](Arguments& a, const std::string& value) { a.data = value; }},
        {"members", 0, "FOLDER", false, check,
         "各成员的数据文件所在的文件夹：把这一份汇总报告与它们现在的合计比较",
         [](Arguments& a, const std::string& value) { a.members = value; }},
        {"converter", 0, "COMMAND", false,
         render | check | merge | importing | convert | collecting,
         "读旧版的 .doc、.wps、.rtf、.xls、.et 时，先用这个命令转换，例如 --converter soffice",
         [](Arguments& a, const std::string& value) {
             a.converter = values::converter("--converter", value);
         }},
        {"force", 0, "", false, render,
         "检查发现的错误照样列出，但 PDF 仍然生成；那里已有别的文件时覆盖它", force},
        {"force", 0, "", false, merge,
         "检查发现的错误照样列出，名单上有缺的也不论，仍然汇总；已有的文件覆盖", force},
        {"force", 0, "", false, convert | new_report | fixing | check | importing | revising,
         "覆盖已有的文件", force},
        {"no-check", 0, "", false, render, "不做检查（读取时就拒绝的错误除外）",
         [](Arguments& a, const std::string&) { a.run.check.off = true; }},
        {"strict", 0, "", false, render | check | merge | verifying, "有警告时退出码也是 1",
         [](Arguments& a, const std::string&) { a.strict = true; }},
        {"disable", 0, "RULE", true, render | check | merge | collecting,
         "不用这些规则：T3-01，一族 T3，或 'W-*'；几种之间用逗号；可写多次",
         [](Arguments& a, const std::string& value) {
             for (std::string& code : values::rule_codes("--disable", value))
                 a.run.check.disabled.push_back(std::move(code));
         }},
        {"deadline", 0, "DATE", false, check | merge | collecting,
         "发布的期限，写作 2024-01-31；不写时是次年1月31日，政府汇总是次年3月31日",
         [](Arguments& a, const std::string& value) {
             a.run.check.deadline = values::date("--deadline", value);
         }},
        {"jobs", 'j', "N", false, render | check | collecting,
         "同时做几份；默认与处理器的核数相同。结果和说明的次序不因此改变",
         [](Arguments& a, const std::string& value) {
             a.run.batch.threads = static_cast<unsigned>(values::count("--jobs", value));
         }},
        {"skip-unchanged", 0, "", false, render,
         "数据、选项和字体都没有变的，不重做（检查照做）；PDF 里为此记一个摘要",
         [](Arguments& a, const std::string&) { a.run.batch.skip_unchanged = true; }},
        {"shard", 0, "K/N", false, render | check,
         "只做第 K、K+N、K+2N……份，分给 N 台机器做时用；K 从 1 起",
         [](Arguments& a, const std::string& value) { a.shard = values::shard("--shard", value); }},
        {"flat", 0, "", false, render | check | merge | fixing,
         "文件夹里只取它直接的文件，不进下面的文件夹",
         [](Arguments& a, const std::string&) { a.flat = true; }},
        {"layout", 0, "NAME=VALUE", true, render,
         "版式设置，与数据文件中 layout（版式）的各项相同，例如 page_number=centred；可写多次",
         [](Arguments& a, const std::string& value) {
             a.run.layout.settings.push_back(values::layout_setting("--layout", value));
         }},
        {"show-grid", 0, "", false, render, "画出版心的 28 × 22 网格和各行的字框，供核对版面",
         [](Arguments& a, const std::string&) { a.run.layout.show_grid = true; }},
        {"seal", 0, "", false, render,
         "做报送稿：成文日期右空四字，署名居中在上，留出印章的位置和电子签名域；不写时是发布稿",
         [](Arguments& a, const std::string&) { a.run.layout.seal_room = true; }},
        {"to", 0, "OUTPUT[,OUTPUT…]", true, render,
         "写成什么，不论 -o 的后缀：{outputs}。几种时写在文件夹里或数据文件旁边，各用自己的后缀",
         [](Arguments& a, const std::string& value) { values::add_outputs("--to", value, a.to); }},
        {"fragment", 0, "", false, render,
         "只写网页的正文，不带标题，贴进网站的编辑器；就是 --to fragment",
         [](Arguments& a, const std::string&) {
             values::add_outputs("--fragment", "fragment", a.to);
         }},
        {"with", 0, "审签单", false, render,
         "旁边另写一份审签单（.审签单.docx，一页）：审签的各栏、主要数字、程序核验的结果。它是单独的文件，不会随年报公布",
         [](Arguments& a, const std::string& value) {
             constexpr std::string_view words[] = {"审签单", "signing"};
             static_cast<void>(values::choice("--with", value, words));
             a.with = output_named("signing");
         }},
        {"comments", 0, "[=list]", false, render,
         "Word 文件里带上检查发现的问题：批注在所说的字或格上；--comments=list 列在最后一页的一张表里。有错误的要写 --force",
         [](Arguments& a, const std::string& value) {
             constexpr std::string_view words[] = {"list"};
             if (!value.empty()) static_cast<void>(values::choice("--comments", value, words));
             a.run.carry.comments = value.empty() ? Comments::beside : Comments::list;
         }},
        {"dump", 0, "document|pages", false, render,
         "不生成 PDF，写出排版前的文稿或排好的页面（文本）；不写 -o 时写到标准输出",
         [](Arguments& a, const std::string& value) {
             constexpr std::string_view words[] = {"document", "pages"};
             a.dump = output_named(words[values::choice("--dump", value, words)]);
         }},
        {"attach-data", 0, "", false, render,
         "把报告的数据附在 PDF（PDF/A-3a）、网页或者 Word 文件里，不带注释、豁免和成员",
         [](Arguments& a, const std::string&) { a.run.carry.data = true; }},
        {"font", 0, "ROLE=PATH[#INDEX]", true, render | check | fonts,
         "某一用途的字体文件；用途：{roles}；#INDEX 是字体集中的序号",
         [](Arguments& a, const std::string& value) {
             a.fonts.chosen.push_back(values::font_choice("--font", value));
         }},
        {"font-dir", 0, "DIR", true, render | check | fonts, "先在这个文件夹里找字体；可写多次",
         [](Arguments& a, const std::string& value) { a.fonts.folders.push_back(path_of(value)); }},
        {"no-system-fonts", 0, "", false, render | check | fonts,
         "不用系统里的字体，只用指定的和随附的",
         [](Arguments& a, const std::string&) { a.fonts.system = false; }},
        {"quote", 0, "TEXT", false, review, "所核的数字或文字，照报告里的样子写：57件",
         [](Arguments& a, const std::string& value) { a.ticked.quote = value; }},
        {"rule", 0, "RULE", false, review, "所核的问题的规则：P-04；不写时核的是数字",
         [](Arguments& a, const std::string& value) { a.ticked.rule = value; }},
        {"field", 0, "NAME", false, review, "引文所在的字段：总体情况；不写时是有这段文字的各处",
         [](Arguments& a, const std::string& value) { a.ticked.field = value; }},
        {"note", 0, "TEXT", false, review, "意见；不写时只记核过",
         [](Arguments& a, const std::string& value) { a.ticked.note = value; }},
        {"by", 0, "NAME", false, review, "核对的人",
         [](Arguments& a, const std::string& value) { a.ticked.by = value; }},
        {"date", 0, "DATE", false, review, "核对的日期，写作 2024-01-31",
         [](Arguments& a, const std::string& value) {
             static_cast<void>(values::date("--date", value));
             a.ticked.date = value;
         }},
        {"names", 0, "LIST|FOLDER", false, check,
         "本地的名称（机构、文件、项目）：一份名单（每行一个），或各单位数据文件的文件夹。文字里只差一个字的，提请核实（W-27）",
         [](Arguments& a, const std::string& value) { a.names = value; }},
        {"evidence", 0, "", false, check,
         "列出文字中的每一个数字与什么比较过：一致、不一致、未比对；末尾说各有多少个",
         [](Arguments& a, const std::string&) { a.run.check.evidence = true; }},
        {"mark", 0, "", false, check,
         "把问题批注在工作簿（.xlsx）的单元格上，并列在“核对”里，写到 -o 的文件，可以发回填报单位",
         [](Arguments& a, const std::string&) { a.mark = true; }},
        {"output", 'o', "FILE.xlsx", false, check, "批注过的工作簿写到哪里（与 --mark 同用）",
         [](Arguments& a, const std::string& value) { a.output = value; }},
        {"publish", 0, "", false, check,
         "公布以前看文件（.docx、.xlsx、.pdf、.html）里有没有不该出去的：修订、批注、隐藏的内容、人名、别的数据。只看这些，不查年报",
         [](Arguments& a, const std::string&) { a.publish = true; }},
        {"no-fonts", 0, "", false, check, "不问字体：不看各字符排不排得出来",
         [](Arguments& a, const std::string&) { a.no_fonts = true; }},
        {"summary", 0, "", false, render | check,
         "只说各条规则、各单位有多少问题（最多的十个），不逐条列出",
         [](Arguments& a, const std::string&) { a.summary = true; }},
        {"format", 0, "text|json|csv", false, render | check | merge,
         "写成文字给人看；写成 JSON 给程序用；写成 CSV，每个问题一行，用 WPS 打开（标准输出）；默认 text",
         [](Arguments& a, const std::string& value) {
             constexpr std::string_view words[] = {"text", "json", "csv"};
             const std::size_t word = values::choice("--format", value, words);
             a.json = word == 1;
             a.csv = word == 2;
         }},
        {"format", 0, "text|json", false,
         diff | rules | fixing | importing | revising | verifying | collecting,
         "写成文字给人看，或写成 JSON 给程序用（标准输出）；默认 text",
         [](Arguments& a, const std::string& value) {
             constexpr std::string_view words[] = {"text", "json"};
             a.json = values::choice("--format", value, words) == 1;
         }},
        {"color", 0, "auto|always|never", false,
         render | check | merge | new_report | diff | fonts | convert | fixing | review |
             importing | revising | verifying | collecting,
         "彩色；默认 auto：在终端上，且没有设 NO_COLOR",
         [](Arguments& a, const std::string& value) {
             constexpr std::string_view words[] = {"auto", "always", "never"};
             a.color = static_cast<When>(values::choice("--color", value, words));
         }},
        {"as", 0, "man|bash|zsh", false, help, "写成手册页（man），或命令补全脚本（bash、zsh）",
         [](Arguments& a, const std::string& value) {
             constexpr std::string_view words[] = {"man", "bash", "zsh"};
             a.help_form = static_cast<HelpForm>(values::choice("--as", value, words) + 1);
         }},
        {"quiet", 'q', "", false,
         render | check | merge | new_report | fixing | review | verifying | collecting,
         "只说发现的问题，不说进度和结果",
         [](Arguments& a, const std::string&) { a.quiet = true; }},
        {"help", 'h', "", false, every_command, "这份说明",
         [](Arguments& a, const std::string&) { a.help = true; }},
};

/// `text` with `by` in the place of a word in braces.
std::string filled_in(std::string text, std::string_view word, std::string_view by) {
    const std::size_t at = text.find(word);
    return at == text.npos ? text : text.replace(at, word.size(), by);
}

bool belongs(const Option& option, Command command) {
    return (option.commands & static_cast<unsigned>(command)) != 0;
}

}  // namespace

std::vector<const Option*> options_of(Command command) {
    std::vector<const Option*> own;
    for (const Option& option : options) {
        if (belongs(option, command)) own.push_back(&option);
    }
    return own;
}

const Option* option_named(Command command, std::string_view name) {
    for (const Option& option : options) {
        if (option.name == name && belongs(option, command)) return &option;
    }
    return nullptr;
}

void check_together(const Arguments& arguments) {
    if (!arguments.to.empty() && arguments.dump != nullptr)
        throw Usage("--to 和 --dump 不能同时使用");
    if (arguments.json && arguments.output == "-")
        throw Usage("标准输出只有一个：不能既写 -o - 又写 --format json");
    if (arguments.in_place && arguments.output) throw Usage("-o 和 --in-place 不能同时使用");
    if (arguments.mark && !arguments.output)
        throw Usage("--mark 要用 -o 写明批注过的工作簿写到哪里");
    if (arguments.publish &&
        (arguments.mark || arguments.members || arguments.names || arguments.previous ||
         arguments.run.check.evidence || arguments.run.check.deadline ||
         !arguments.run.check.disabled.empty()))
        throw Usage("--publish 只看文件里藏着什么，不查年报，不能与查年报的选项同时使用");
    if (arguments.summary && arguments.csv) throw Usage("--summary 和 --format csv 不能同时使用");
}

std::string says(const Option& option) {
    std::string outputs, endings, roles;
    for (const Output& output : nianbao::outputs()) {
        if (!output.offered) continue;
        outputs += fmt::format("{}{}（{}，{}）", outputs.empty() ? "" : "、", output.name,
                               output.ending, output.says);
        endings += fmt::format("{}{}", endings.empty() ? "" : " ", output.ending);
    }
    for (FontRole role : all_font_roles)
        roles += fmt::format("{}{}", roles.empty() ? "" : " ", role_key(role));
    std::string text(option.says);
    text = filled_in(std::move(text), "{outputs}", outputs);
    text = filled_in(std::move(text), "{endings}", endings);
    return filled_in(std::move(text), "{roles}", roles);
}

std::string option_help(Command command) {
    std::string text;
    for (const Option* option : options_of(command)) {
        const std::string letter =
            option->letter != 0 ? fmt::format("-{}, ", option->letter) : "    ";
        text += fmt::format("  {}--{:<28} {}\n", letter,
                            fmt::format("{}{}{}", option->name, may_have_value(*option) ? "" : " ",
                                        option->argument),
                            says(*option));
    }
    return text;
}

}  // namespace nianbao
