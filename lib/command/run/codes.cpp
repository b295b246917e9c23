#include "command/run/codes.hpp"

#include "compose/rules.hpp"
#include "county/desk/rules.hpp"
#include "county/merge_rules.hpp"
#include "data/revise/rules.hpp"
#include "data/rules.hpp"
#include "data/verify/rules.hpp"
#include "job/review_rules.hpp"
#include "job/rules.hpp"
#include "notation/rules.hpp"
#include "publish/rules.hpp"
#include "recognise/article/rules.hpp"
#include "recognise/cell/rules.hpp"
#include "recognise/printed/rules.hpp"
#include "recognise/rules.hpp"
#include "typeset/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace nianbao {
namespace {

template <std::size_t... n>
constexpr auto joined(const Code (&... rooms)[n]) {
    std::array<Code, (n + ...)> all{};
    auto next = all.begin();
    ((next = std::copy(std::begin(rooms), std::end(rooms), next)), ...);
    return all;
}

constexpr auto codes = joined(
    notation::rules, data::rules, recognise::rules, data::revise_rules, recognise::printed_rules,
    recognise::cell_rules, recognise::article_rules, reference_rules, layout_rules, merge_rules,
    desk::rules, output_rules, review_rules, data::verify_rules, publish::rules);

constexpr bool codes_are_told_well() {
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const Code& own = codes[i];
        if (own.says.empty() || own.remedy.empty() || own.says.ends_with("。") ||
            own.remedy.ends_with("。"))
            return false;
        if (i > 0 && own.code[0] == codes[i - 1].code[0] && own.code <= codes[i - 1].code)
            return false;  // each once, in order
    }
    return true;
}
static_assert(codes_are_told_well());

struct Family {
    char letter;
    std::string_view title, says;
};

constexpr Family families[] = {
    {'D', "读数据文件", "读文件时的问题。有错误就没有报告，任何选项都不能放过。"},
    {'R', "引用单元格", "文字中 {{ }} 引用的单元格。有错误就不生成 PDF。"},
    {'F', "排版", "字符和单元格排不排得了。缺字的错误，不生成 PDF。"},
    {'M', "汇总", "把各成员的报告汇成一份时的问题。"},
    {'L', "收件和台账", "名单、本地要求、收件和台账里的问题。名单和本地要求有错误的，不收。"},
    {'O', "写文件", "写出的文件放不放得下去。写好的文件不会无声无息地被覆盖。"},
    {'B', "与公布的比对", "公布出去的网页、Word 文件、PDF 与数据哪里不同。"},
    {'G', "公布以前", "要公布的文件里藏着什么：check --publish 说的。"},
    {'K', "核对记录", "第二个人的核对记录读不读得出来，用不用得上。它不影响数据和输出。"},
};

}  // namespace

std::span<const Code> all_codes() { return codes; }

std::string code_text(const Code& code) {
    std::string text = fmt::format("### {}（{}）{}\n\n怎么办：{}。\n", code.code,
                                   level_of(code.severity), code.says, code.remedy);
    if (!code.bad.empty()) {
        text +=
            fmt::format("\n对：\n\n```\n{}\n```\n\n错：\n\n```\n{}\n```\n", code.good, code.bad);
    }
    return text;
}

std::string codes_document() {
    std::string text;
    for (const Family& family : families) {
        text += fmt::format("\n## {} {}\n\n{}\n", family.letter, family.title, family.says);
        for (const Code& code : codes) {
            if (code.code[0] == family.letter) text += "\n" + code_text(code);
        }
    }
    return text;
}

}  // namespace nianbao
