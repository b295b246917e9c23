#include "command/options.hpp"

#include "command/nearest.hpp"
#include "command/usage.hpp"
#include "nianbao/check.hpp"
#include "nianbao/layout.hpp"
#include "report/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace nianbao {
namespace {

constexpr unsigned render = static_cast<unsigned>(Command::render), fonts = static_cast<unsigned>(Command::fonts), help = static_cast<unsigned>(Command::help),
                   convert = static_cast<unsigned>(Command::convert), schema = static_cast<unsigned>(Command::schema),
                   check = static_cast<unsigned>(Command::check), rules = static_cast<unsigned>(Command::rules), merge = static_cast<unsigned>(Command::merge),
                   new_report = static_cast<unsigned>(Command::new_report), diff = static_cast<unsigned>(Command::diff);

/// The index of a word in a list. Throws Usage, naming the choices, where it is none of them.
std::size_t choice(std::string_view option, std::string_view word, std::span<const std::string_view> words) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    throw Usage(fmt::format("--{} 的值“{}”不对，可用的是：{}", option, word, fmt::join(words, " ")));
}

constexpr std::array<std::string_view, font_roles> roles = {"title", "body", "heading1", "heading2", "table", "latin"};

/// ROLE=PATH[#INDEX]
FontOptions::Choice font_choice(const std::string& value) {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos || equals + 1 == value.size())
        throw Usage(fmt::format("--font 的值“{}”不对，应写成 用途=字体文件，例如 body=/fonts/simfang.ttf", value));
    FontOptions::Choice chosen{static_cast<FontRole>(choice("font", value.substr(0, equals), roles)), value.substr(equals + 1)};
    const std::string path = chosen.file.native();
    const std::size_t hash = path.rfind('#');
    if (hash != std::string::npos) {
        const char* end = path.data() + path.size();
        const auto [read, error] = std::from_chars(path.data() + hash + 1, end, chosen.index);
        if (error == std::errc{} && read == end && chosen.index >= 0) {
            chosen.file = path.substr(0, hash);
        } else {
            chosen.index = FontOptions::by_name;  // a '#' of the file's name
        }
    }
    return chosen;
}

/// NAME=VALUE
std::pair<std::string, std::string> layout_setting(const std::string& value) {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos) throw Usage(fmt::format("--layout 的值“{}”不对，应写成 名称=值，例如 page_number=centred", value));
    std::pair<std::string, std::string> setting{value.substr(0, equals), value.substr(equals + 1)};
    Layout layout;
    if (const auto wrong = set_layout(layout, setting.first, setting.second)) throw Usage(fmt::format("--layout 的值“{}”不对：{}", value, *wrong));
    return setting;
}

std::string rule_code(const std::string& value) {
    std::vector<std::string_view> codes;
    for (const CheckRule& rule : check_rules()) codes.push_back(rule.code);
    if (std::find(codes.begin(), codes.end(), value) != codes.end()) return value;
    throw Usage(fmt::format("--disable：没有规则“{}”{}", value, did_you_mean(value, codes)));
}

/// YYYY-MM-DD
Date date(const std::string& value) {
    const auto number = [&](std::size_t at, std::size_t length) {
        int read = 0;
        const char* begin = value.data() + at;
        const auto [end, error] = std::from_chars(begin, begin + length, read);
        return error == std::errc{} && end == begin + length ? read : -1;
    };
    if (value.size() == 10 && value[4] == '-' && value[7] == '-') {
        const std::chrono::year_month_day day{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                              std::chrono::day{static_cast<unsigned>(number(8, 2))}};
        if (number(0, 4) > 0 && day.ok()) return {number(0, 4), number(5, 2), number(8, 2)};
    }
    throw Usage(fmt::format("--deadline 的值“{}”不是日期，应写成 2024-01-31 的样子", value));
}

int year(const std::string& value) {
    int read = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (error == std::errc{} && end == value.data() + value.size() && value.size() == 4 && read > 0) return read;
    throw Usage(fmt::format("--year 的值“{}”不是年度，应写成 2024 的样子", value));
}

/// In either language, as in the data file.
Kind kind(const std::string& value) {
    std::string known;
    for (const auto& each : kinds) {
        if (value == each.key || value == each.name) return each.meaning;
        known += fmt::format("{}{} ({})", known.empty() ? "" : "、", each.key, each.name);
    }
    throw Usage(fmt::format("--kind 的值“{}”不对，可用的是：{}", value, known));
}

/// A whole number from 1 to 1,000,000 in `digits`, which are a part of the option's value.
std::size_t count(std::string_view option, std::string_view value, std::string_view digits) {
    constexpr std::size_t most = 1'000'000;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number < 1 || number > most)
        throw Usage(fmt::format("--{} 的值“{}”不对，应是{}", option, value, option == "shard" ? " K/N，例如 1/4：K 从 1 到 N" : "从 1 起的整数"));
    return number;
}

/// K/N
Shard shard_of(const std::string& value) {
    const std::size_t slash = std::min(value.find('/'), value.size());
    const Shard shard{count("shard", value, std::string_view(value).substr(0, slash)),
                      count("shard", value, std::string_view(value).substr(std::min(slash + 1, value.size())))};
    if (shard.number > shard.of) count("shard", value, "");
    return shard;
}

constexpr Option options[] = {
    {"output", 'o', "FILE|FOLDER", false, render, "写到这个文件；是文件夹或以 / 结尾时写在其中；- 是标准输出。不写时写在数据文件旁边",
     [](Arguments& a, const std::string& value) { a.output = value; }},
    {"output", 'o', "FILE", false, convert, "写到这个文件：.json 写成 JSON，否则写成 YAML；- 是标准输出，写成与原来不同的一种",
     [](Arguments& a, const std::string& value) { a.output = value; }},
    {"output", 'o', "FILE", false, merge, "写到这个文件：.json 写成 JSON，否则写成 YAML；- 是标准输出",
     [](Arguments& a, const std::string& value) { a.output = value; }},
    {"output", 'o', "FILE", false, new_report, "写到这个 YAML 文件；- 是标准输出", [](Arguments& a, const std::string& value) { a.output = value; }},
    {"agency", 0, "NAME", false, merge | new_report, "报告的单位，写全称", [](Arguments& a, const std::string& value) { a.agency = value; }},
    {"year", 0, "YEAR", false, merge, "报告的年度；不写时是第一个成员的", [](Arguments& a, const std::string& value) { a.year = year(value); }},
    {"year", 0, "YEAR", false, new_report, "报告的年度", [](Arguments& a, const std::string& value) { a.year = year(value); }},
    {"kind", 0, "KIND", false, new_report, "单位的类别：department township office government；不写时与上年相同，没有上年的是 department",
     [](Arguments& a, const std::string& value) { a.kind = kind(value); }},
    {"kind", 0, "KIND", false, merge, "单位的类别：department township office government；不写时是 government",
     [](Arguments& a, const std::string& value) { a.kind = kind(value); }},
    {"expect", 0, "LIST|FOLDER", false, merge, "应有的单位：一份名单（每行一个），或一个文件夹，例如上年各单位的数据文件",
     [](Arguments& a, const std::string& value) { a.expect = value; }},
    {"prose", 0, "FILE", false, merge, "汇总报告的文字：一份只有文字、没有数的数据文件", [](Arguments& a, const std::string& value) { a.prose = value; }},
    {"keys", 0, "en|zh", false, convert | merge | new_report, "写出的名称用英文（默认）或中文",
     [](Arguments& a, const std::string& value) {
         constexpr std::string_view words[] = {"en", "zh"};
         a.keys = choice("keys", value, words) == 0 ? Keys::english : Keys::chinese;
     }},
    {"previous", 0, "FILE|FOLDER", false, render | check | merge | new_report, "上一年度的报告：一份数据文件，或一个文件夹，按单位名称取其中的一份",
     [](Arguments& a, const std::string& value) { a.previous = value; }},
    {"force", 0, "", false, render, "检查发现的错误照样列出，但 PDF 仍然生成", [](Arguments& a, const std::string&) { a.run.force = true; }},
    {"force", 0, "", false, merge, "检查发现的错误照样列出，名单上有缺的也不论，仍然汇总", [](Arguments& a, const std::string&) { a.run.force = true; }},
    {"force", 0, "", false, new_report, "覆盖已有的文件", [](Arguments& a, const std::string&) { a.run.force = true; }},
    {"no-check", 0, "", false, render, "不做检查（读取时就拒绝的错误除外）", [](Arguments& a, const std::string&) { a.run.no_check = true; }},
    {"strict", 0, "", false, render | check | merge, "有警告时退出码也是 1", [](Arguments& a, const std::string&) { a.strict = true; }},
    {"disable", 0, "RULE", true, render | check | merge, "不用这条规则，例如 T3-01；可写多次",
     [](Arguments& a, const std::string& value) { a.run.disabled.push_back(rule_code(value)); }},
    {"deadline", 0, "DATE", false, check | merge, "发布的期限，写作 2024-01-31；不写时是次年1月31日，政府汇总是次年3月31日",
     [](Arguments& a, const std::string& value) { a.run.deadline = date(value); }},
    {"jobs", 'j', "N", false, render | check, "同时做几份；默认与处理器的核数相同。结果和说明的次序不因此改变",
     [](Arguments& a, const std::string& value) { a.run.threads = static_cast<unsigned>(count("jobs", value, value)); }},
    {"skip-unchanged", 0, "", false, render, "数据、选项和字体都没有变的，不重做（检查照做）；PDF 里为此记一个摘要",
     [](Arguments& a, const std::string&) { a.run.skip_unchanged = true; }},
    {"shard", 0, "K/N", false, render | check, "只做第 K、K+N、K+2N……份，分给 N 台机器做时用；K 从 1 起",
     [](Arguments& a, const std::string& value) { a.shard = shard_of(value); }},
    {"layout", 0, "NAME=VALUE", true, render, "版式设置，与数据文件中 layout（版式）的各项相同，例如 page_number=centred；可写多次",
     [](Arguments& a, const std::string& value) { a.run.layout.push_back(layout_setting(value)); }},
    {"show-grid", 0, "", false, render, "画出版心的 28 × 22 网格和各行的字框，供核对版面", [](Arguments& a, const std::string&) { a.run.show_grid = true; }},
    {"dump", 0, "document|pages", false, render, "不生成 PDF，写出排版前的文稿或排好的页面（文本）；不写 -o 时写到标准输出",
     [](Arguments& a, const std::string& value) {
         constexpr std::string_view words[] = {"document", "pages"};
         a.run.product = choice("dump", value, words) == 0 ? Product::document : Product::pages;
     }},
    {"attach-data", 0, "", false, render, "把数据文件原样附在 PDF 里（PDF/A-3a）", [](Arguments& a, const std::string&) { a.run.attach_data = true; }},
    {"font", 0, "ROLE=PATH[#INDEX]", true, render | fonts, "某一用途的字体文件；用途：title body heading1 heading2 table latin；#INDEX 是字体集中的序号",
     [](Arguments& a, const std::string& value) { a.fonts.chosen.push_back(font_choice(value)); }},
    {"font-dir", 0, "DIR", true, render | fonts, "先在这个文件夹里找字体；可写多次",
     [](Arguments& a, const std::string& value) { a.fonts.folders.emplace_back(value); }},
    {"no-system-fonts", 0, "", false, render | fonts, "不用系统里的字体，只用指定的和随附的", [](Arguments& a, const std::string&) { a.fonts.system = false; }},
    {"format", 0, "text|json", false, render | check | merge | diff | rules, "写成文字给人看，或写成 JSON 给程序用（标准输出）；默认 text",
     [](Arguments& a, const std::string& value) {
         constexpr std::string_view words[] = {"text", "json"};
         a.json = choice("format", value, words) == 1;
     }},
    {"color", 0, "auto|always|never", false, render | check | merge | new_report | diff | fonts | convert, "彩色；默认 auto：在终端上，且没有设 NO_COLOR",
     [](Arguments& a, const std::string& value) {
         constexpr std::string_view words[] = {"auto", "always", "never"};
         a.color = static_cast<When>(choice("color", value, words));
     }},
    {"as", 0, "man|bash|zsh", false, help, "写成手册页（man），或命令补全脚本（bash、zsh）",
     [](Arguments& a, const std::string& value) {
         constexpr std::string_view words[] = {"man", "bash", "zsh"};
         a.help_form = static_cast<HelpForm>(choice("as", value, words) + 1);
     }},
    {"quiet", 0, "", false, render | check | merge | new_report, "只说发现的问题，不说进度和结果", [](Arguments& a, const std::string&) { a.quiet = true; }},
    {"help", 'h', "", false, render | check | merge | new_report | diff | rules | fonts | help | convert | schema, "这份说明",
     [](Arguments& a, const std::string&) { a.help = true; }},
};

bool belongs(const Option& option, Command command) { return (option.commands & static_cast<unsigned>(command)) != 0; }

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

void set_option(Command command, std::string_view name, Arguments& arguments, const std::string& value) { option_named(command, name)->set(arguments, value); }

void check_together(const Arguments& arguments) {
    if (arguments.run.force && arguments.run.no_check) throw Usage("--force 和 --no-check 不能同时使用");
}

std::string option_help(Command command) {
    std::string text;
    for (const Option* option : options_of(command)) {
        const std::string letter = option->letter != 0 ? fmt::format("-{}, ", option->letter) : "    ";
        text += fmt::format("  {}--{:<28} {}\n", letter, fmt::format("{} {}", option->name, option->argument), option->says);
    }
    return text;
}

}  // namespace nianbao
