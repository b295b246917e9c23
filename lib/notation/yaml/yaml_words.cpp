#include "notation/yaml/yaml_words.hpp"

namespace nianbao::notation {
namespace {

// Every problem that libyaml 0.2.5 can name for text that is UTF-8 without control
// characters (scanner.c, parser.c).
constexpr YamlWords known[] = {
    {"could not find expected ':'", "这一行不是“项目名: 内容”",
     "项目名后面写半角冒号和一个空格；文字换行时下一行要缩进", true},
    {"mapping values are not allowed in this context", "这里不能再有“项目名: 内容”",
     "缩进要与同级的项目名对齐；值里有“: ”时给值加引号"},
    {"mapping keys are not allowed in this context", "这里不能写项目名",
     "缩进要与同级的项目名对齐"},
    {"block sequence entries are not allowed in this context", "这里的“-”是列表的记号，不是 0",
     "没有就写 0；文字以“-”开头时加引号"},
    {"did not find expected key", "这里应是一个项目名", "缩进要与同级的项目名对齐"},
    {"did not find expected '-' indicator", "这里应是列表的下一项“- ”", "缩进要与上一项对齐"},
    {"did not find expected ',' or ']'", "方括号里缺少逗号或“]”",
     "每项之间写一个半角逗号，最后写“]”"},
    {"did not find expected ',' or '}'", "花括号里缺少逗号或“}”",
     "每项之间写一个半角逗号，最后写“}”"},
    {"did not find expected node content", "这里缺少一个值", "没有就写 0"},
    {"found character that cannot start any token", "值不能以这个字符开头", "给值加引号"},
    {"found a tab character that violates indentation", "不能用制表符缩进", "缩进用空格"},
    {"found a tab character where an indentation space is expected", "不能用制表符缩进",
     "缩进用空格"},
    {"found unexpected end of stream", "引号到文件末尾还没有结束", "补上右引号", true},
    {"found unexpected document indicator", "引号里的文字被“---”或“...”打断",
     "补上右引号，或让这一行缩进", true},
    {"found unexpected ':'", "这里多了一个冒号", "值里有冒号时给值加引号"},
    {"found unknown escape character", "双引号里没有这种转义",
     R"(反斜杠本身写成 \\，或改用单引号)"},
    {"did not find expected hexdecimal number", "转义后面应是十六进制数字",
     R"(反斜杠本身写成 \\，或改用单引号)"},
    {"found invalid Unicode character escape code", "转义不是一个字符", "直接写出这个字"},
    {"did not find expected comment or line break", "“|”或“>”后面还有内容",
     "文字从下一行写起，并缩进"},
    {"found an indentation indicator equal to 0", "“|”或“>”后面的缩进数不能是 0", "删去这个数"},
    {"did not find expected alphabetic or numeric character", "值不能以“&”或“*”开头", "给值加引号",
     true},
    {"did not find expected whitespace or line break", "值不能以“!”开头", "给值加引号", true},
    {"did not find expected whitespace", "“%”开头的行不是数据", "给值加引号", true},
    {"did not find expected tag URI", "值不能以“!”开头", "给值加引号", true},
    {"did not find expected '!'", "值不能以“!”开头", "给值加引号", true},
    {"did not find the expected '>'", "值不能以“!”开头", "给值加引号", true},
    {"found undefined tag handle", "值不能以“!”开头", "给值加引号", true},
    {"did not find URI escaped octet", "值不能以“!”开头", "给值加引号", true},
    {"found an incorrect leading UTF-8 octet", "值不能以“!”开头", "给值加引号", true},
    {"found an incorrect trailing UTF-8 octet", "值不能以“!”开头", "给值加引号", true},
    {"did not find expected <document start>", "文件里还有一份数据",
     "一个文件只写一份年报；每行都要写成“项目名: 内容”"},
    {"could not find expected directive name", "“%”开头的行不是数据", "删去它", true},
    {"found unknown directive name", "“%”开头的行不是数据", "删去它", true},
    {"found unexpected non-alphabetical character", "“%”开头的行不是数据", "删去它", true},
    {"found extremely long version number", "“%”开头的行不是数据", "删去它", true},
    {"did not find expected version number", "“%”开头的行不是数据", "删去它", true},
    {"did not find expected digit or '.' character", "“%”开头的行不是数据", "删去它", true},
    {"found duplicate %TAG directive", "“%”开头的行不是数据", "删去它", true},
    {"found duplicate %YAML directive", "“%”开头的行不是数据", "删去它", true},
    {"found incompatible YAML document", "“%YAML”的版本不是 1.1 或 1.2", "删去它"},
};

constexpr YamlWords unknown = {"", "不合 YAML 语法", ""};

}  // namespace

const YamlWords& yaml_words(std::string_view problem) {
    for (const YamlWords& words : known) {
        if (words.problem == problem) return words;
    }
    return unknown;
}

}  // namespace nianbao::notation
