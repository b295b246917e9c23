// The rules as a document for people: one section a rule.
#include "check/rules.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

/// An example as lines of a listing.
std::string listing(std::string_view lines) { return fmt::format("```\n{}\n```\n", lines); }

struct Family {
    char letter;
    std::string_view title, says;
};

constexpr Family families[] = {
    {'T', "表格", "三张表自身的勾稽关系和数量级。"},
    {'Y', "与上年、与别的单位",
     "给出上年报告时检查；文字雷同与同一次运行中排在前面的报告比较，最多一千份。"},
    {'P', "文字与表格", "文字中的数，凡是三张表里有的，要与表一致。"},
    {'W', "文字", "标题、依据、期限、六个部分和行文。只是惯例的，级别是警告。"},
    {'S', "隐私", "公开的报告里不应有的个人信息。说明中一律遮去中间几位。"},
    {'V', "豁免", "数据文件里的豁免。"},
};

std::string_view name_of(Needs needs) {
    switch (needs) {
        case Needs::previous:
            return "需要上年的报告。";
        case Needs::others:
            return "与同一次运行中排在前面的报告比较，最多一千份。";
        case Needs::either:
            return "需要上年的报告，或同一次运行的各份报告。";
        case Needs::nothing:
            break;
    }
    return {};
}

}  // namespace

std::string rule_text(const CheckRule& rule) {
    std::string text =
        fmt::format("### {}（{}）{}\n\n依据：{}。{}\n\n", rule.code, level_of(rule.severity),
                    rule.says, rule.clause, name_of(rule.needs));
    text += "对：\n\n" + listing(rule.good) + "\n错：\n\n" + listing(rule.bad) + "\n" +
            listing(rule.finding);
    return text;
}

std::string rules_document() {
    std::string text =
        "# 检查规则\n\n"
        "这份文件与 `nianbao rules` 出自同一张表，测试会逐条核对：“对”的例子没有任何问题，“错”的例子恰好得出所列的问题。\n"
        "例子写作“字段: 值”，改动的是一份没有问题的报告（tests/files/model.yaml，上年的是 model-2022.yaml）；一个文字字段写几行就是几段；\n"
        "`previous.` 指上年的报告，`others.` 指同一次运行中别的单位的报告。\n\n"
        "“错误”使 PDF 不生成（强制生成时除外），“警告”不妨碍。一条规则没有把握时，也会降为警告。“建议”只是通行写法，不影响退出码，一次检查多份时只说有多少处。不用一条规则：在选项中停用它的代码；\n"
        "接受一个问题：在数据文件的 `waive`（豁免）中写明规则、字段和理由。\n";
    for (const Family& family : families) {
        text += fmt::format("\n## {} {}\n\n{}\n", family.letter, family.title, family.says);
        for (const CheckRule& rule : check_rules()) {
            if (rule.code.front() == family.letter) text += "\n" + rule_text(rule);
        }
    }
    return text;
}

}  // namespace nianbao
