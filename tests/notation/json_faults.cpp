// What is said of JSON that breaks off, word for word, also where the mending of lines
// leaves nothing of it; and libyaml's problems in Chinese.
#include "notation/json/json_faults.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "notation/yaml/yaml_words.hpp"

using namespace nianbao::notation;

namespace {

std::string words(const JsonFault& fault) {
    return std::to_string(fault.at) + ": " + fault.message +
           (fault.hint.empty() ? "" : " | " + fault.hint);
}

std::string at(std::string_view text, std::size_t byte, After after) {
    return words(explain(text, byte, after));
}

std::string yaml(std::string_view problem) {
    const YamlWords& known = yaml_words(problem);
    return std::string(known.message) + " | " + std::string(known.hint);
}

}  // namespace

TEST_CASE("What may follow a brace is a key in quotes with a colon") {
    CHECK(at("{", 1, After::brace) == "0: 文件到这里就完了，缺少“}”");
    CHECK(at("{,", 1, After::brace) == "1: 多了一个逗号 | 删去它");
    CHECK(at("{1: 2}", 1, After::brace) ==
          "1: 这里应是一个项目名，不能是“1” | 项目名要写在半角双引号里");
    CHECK(at("{“a”: 2}", 1, After::brace) ==
          "1: 这里应是一个项目名，不能是““” | 项目名要写在半角双引号里");
    CHECK(at("{\"a\"：1}", 1, After::brace) ==
          "1: 这个项目名后面缺少冒号 | 把全角冒号“：”改成半角“:”");
    CHECK(at("{\"a\" 1}", 1, After::brace) == "1: 这个项目名后面缺少冒号 | 写成 \"项目名\": 内容");
    CHECK(at("{\"a\\\" 1", 1, After::brace) == "1: 这个项目名后面缺少冒号 | 写成 \"项目名\": 内容");
}

TEST_CASE("What may follow a value is a comma or the bracket's end") {
    CHECK(at("{\"a\": 1", 7, After::member) == "6: 文件到这里就完了，缺少“}”");
    CHECK(at("[1", 2, After::element) == "1: 文件到这里就完了，缺少“]”");
    CHECK(at("[1，2]", 2, After::element) == "2: 这里是全角逗号 | 改成半角“,”");
    CHECK(at("{\"a\": 1，", 7, After::member) == "7: 这里是全角逗号 | 改成半角“,”");
    CHECK(at("[1 \"a\"]", 2, After::element) == "3: 前面缺少逗号 | 每项之间写一个半角逗号");
    CHECK(at("[1 2]", 2, After::element) == "3: 这里应是“,”或“]”，不能是“2”");
    CHECK(at("{\"a\": 1,}", 7, After::member) == "8: “}”前面多了一个逗号 | 删去它");
    CHECK(at("{\"a\": 1,", 7, After::member) == "7: 文件到这里就完了，缺少“}”");
}

TEST_CASE("What may follow a colon, a bracket or a comma is a value") {
    CHECK(at("{\"a\":}", 5, After::colon) == "5: 冒号后面缺少一个值 | 没有就写 0 或 \"\"");
    CHECK(at("[,1]", 1, After::bracket) == "1: 这里缺少一个值 | 补上值，或删去逗号");
    CHECK(at("[1,]", 3, After::comma) == "3: 这里缺少一个值 | 删去前面的逗号，或补上值");
    CHECK(at("[1, ", 3, After::comma) == "2: 文件到这里就完了，缺少“]”");
    CHECK(at(" ", 1, After::comma) == "0: 文件到这里就完了，缺少“]”");
}

TEST_CASE("A text that does not end is told where it begins") {
    CHECK(words(find_broken_string("{\"a\": \"b")) == "6: 这里的文字没有结束 | 补上右双引号");
    CHECK(words(find_broken_string("{\"a\": \"b\n\"}")) ==
          "6: 这里的文字到行末还没有结束 | 补上右双引号；文字里换行写成 \\n");
    CHECK(words(find_broken_string("{\"a\": \"b\tc\"}")) ==
          "8: 文字里有制表符 | 写成 \\t，或改成空格");
    CHECK(words(find_broken_string("{\"a\\\"\": 1} ")) == "9: 不合 JSON 语法");
    CHECK(words(find_broken_string("{\"a\": \"b\\\"}")) == "6: 这里的文字没有结束 | 补上右双引号");
}

TEST_CASE("A bracket that is closed wrongly or not at all is told") {
    CHECK(words(find_unbalanced("{\"a\": [1}")) == "8: “}”与前面的“[”不成对");
    CHECK(words(find_unbalanced("{\"a\": [1")) == "6: 这个“[”没有结束 | 补上与它成对的括号");
    CHECK(words(find_unbalanced("{\"a}\": 1")) == "0: 这个“{”没有结束 | 补上与它成对的括号");
    CHECK(words(find_unbalanced("{} x")) == "3: 最后的“}”后面还有内容 | 删去它");
    CHECK(words(find_unbalanced("{\"a\" 1} ")) == "6: 不合 JSON 语法");
}

TEST_CASE("libyaml's problems have words, an unknown one too") {
    CHECK(yaml("mapping keys are not allowed in this context") ==
          "这里不能写项目名 | 缩进要与同级的项目名对齐");
    CHECK(yaml("found character that cannot start any token") ==
          "值不能以这个字符开头 | 给值加引号");
    CHECK(yaml("found unexpected ':'") == "这里多了一个冒号 | 值里有冒号时给值加引号");
    CHECK(yaml("did not find expected <document start>") ==
          "文件里还有一份数据 | 一个文件只写一份年报；每行都要写成“项目名: 内容”");
    CHECK(yaml("did not find expected node content") == "这里缺少一个值 | 没有就写 0");
    CHECK(yaml("something that no release says") == "不合 YAML 语法 | ");
}
