// How a report is worded: tests/cases/wording.txt, sentence by sentence; whole messages;
// whole reports.
#include <doctest/doctest.h>

#include <string>

#include "nianbao/check.hpp"
#include "nianbao/read.hpp"
#include "report/example.hpp"
#include "report/sentences.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// What the rules of wording say of a report: "警告 W-17 overview; …".
std::string told(const Report& report) {
    std::string out;
    for (const Finding& finding : check(report)) {
        if (finding.rule.front() != 'W') continue;
        out += (out.empty() ? "" : "; ") + std::string(level_of(finding.severity)) + " " +
               finding.rule + " " + finding.where.field;
    }
    return out;
}

Report example_report(const std::string& name) {
    return *read(NIANBAO_SOURCE "/examples/" + name).report;
}

/// The text with a line's end after every 36 characters, as a page gives it.
std::string hard_wrapped(const std::string& text) {
    std::string out;
    int column = 0;
    for (const char32_t c : to_utf32(text)) {
        if (c == U'\n') column = 0;
        else if (column++ == 36) {
            out += '\n';
            column = 1;
        }
        append_utf8(out, c);
    }
    return out;
}

/// The text with the half-width marks that some programs leave of full-width ones (NFKC).
std::string with_half_width_marks(const std::string& text) {
    constexpr std::u32string_view full = U"，；：？！（）", half = U",;:?!()";
    std::string out;
    for (const char32_t c : to_utf32(text))
        append_utf8(out, full.find(c) == full.npos ? c : half[full.find(c)]);
    return out;
}

}  // namespace

TEST_CASE("every sentence of the table has the findings that it says, and no other") {
    check_sentences("wording.txt", 400, 'W');
    check_sentences("slips.txt", 100, 'W');
}

TEST_CASE("every message, word for word") {
    const std::pair<const char*, const char*> messages[] = {
        {"title: 云溪县农业农村局2023年工作总结",
         "错误 W-01: 标题里没有“政府信息公开工作年度报告”"},
        {"title: 云溪县农业农村局2023年政府信息公开工作报告",
         "错误 W-01: 标题里的“政府信息公开工作报告”应为“政府信息公开工作年度报告”：写成了“工作报告”，缺“年度”二字"},
        {"title: 云溪县农业农村局2023年政府信息公开年度工作报告",
         "错误 W-01: 标题里的“政府信息公开年度工作报告”应为“政府信息公开工作年度报告”：“工作”的位置不对"},
        {"title: 云溪县农业农村局2023年政府信息公开工作年报",
         "错误 W-01: 标题里的“政府信息公开工作年报”应为“政府信息公开工作年度报告”：“年度报告”写成了“年报”"},
        {"title: 云溪县农业农村局2023年政府信息公开年报",
         "错误 W-01: 标题里的“政府信息公开年报”应为“政府信息公开工作年度报告”：“工作年度报告”写成了“年报”"},
        {"title: 云溪县农业农村局2023年政务公开工作年度报告",
         "错误 W-01: 标题里的“政务公开工作年度报告”应为“政府信息公开工作年度报告”：“政府信息公开”写成了“政务公开”"},
        {"title: 云溪县农业农村局2023年政务信息公开工作年度报告",
         "错误 W-01: 标题里的“政务信息公开工作年度报告”应为“政府信息公开工作年度报告”：“政府信息公开”写成了“政务信息公开”"},
        {"title: 云溪县农业农村局2023年信息公开工作年度报告",
         "错误 W-01: 标题里的“信息公开工作年度报告”应为“政府信息公开工作年度报告”：缺“政府”二字"},
        {"title: 云溪县农业农村局2023年信息公开年度报告",
         "错误 W-01: 标题里的“信息公开年度报告”应为“政府信息公开工作年度报告”：“政府信息公开工作”写成了“信息公开”"},
        {"title: 云溪县农业农村局2023年度政府信息公开工作年度报告",
         "警告 W-01: 标题里年份后的“年度”与“年度报告”重复，格式写作“年”"},
        {"title: 云溪县农业农村局政府信息公开工作年度报告",
         "错误 W-02: 标题里没有年份，应有“2023年”"},
        {"introduction: 依据《条例》编制。统计期限自2023年3月1日至2023年12月31日。联系电话：0530-6120018。",
         "警告 W-04“2023年3月1日至2023年12月31日”: 统计期限写作“2023年3月1日至2023年12月31日”，应为2023年1月1日至12月31日"},
        {"introduction: 依据《条例》编制。联系电话：0530-6120018。",
         "建议 W-04: 引言没有写明数据的统计期限"},
        {"year: 2020\npublished: 2021-01-20\nsignature.date: 2021-01-18\nintroduction: 根据《条例》和国办公开办函〔2021〕30号编制，数据截至2020年12月31日。电话：0530-6120018。",
         "警告 W-05“国办公开办函〔2021〕30号”: 2020年的报告用的是国办公开办函〔2019〕60号的格式，〔2021〕30号自2021年度起"},
        {"introduction: 根据《条例》和《政府信息公开工作年度报告格式》（国办公开办函〔2021〕31号）编制，数据截至2023年12月31日。电话：0530-6120018。",
         "警告 W-05“国办公开办函〔2021〕31号”: 年度报告格式的文号是国办公开办函〔2021〕30号，这里是〔2021〕31号"},
        {"introduction: 根据《条例》（国务院令第492号）编制，数据截至2023年12月31日。电话：0530-6120018。",
         "警告 W-05“第492号”: 国务院令第492号公布的条例已于2019年修订，现行的是国务院令第711号"},
        {"problems: ——", "错误 W-09: 第五部分“存在的主要问题及改进情况”没有内容"},
        {"problems: 内容同上。", "错误 W-09: 第五部分“存在的主要问题及改进情况”只写了“内容同上”"},
        {"problems: 同去年。", "错误 W-09: 第五部分“存在的主要问题及改进情况”只写了“同去年”"},
        {"overview: （一）主动公开情况\noverview: 公开各类信息286条。\noverview: "
         "（二）依申请公开情况\noverview: 内容同上年。",
         "错误 W-09“内容同上年。”: 第一部分“总体情况”有一段只写了“内容同上年”"},
        {"problems: 本年度不存在问题。", "警告 W-09: 第五部分只写了没有问题"},
        {"other: ……", "错误 W-09: 第六部分“其他需要报告的事项”没有内容"},
        {"other: 本年度未收取信息费。", "警告 W-10“信息费”: “信息费”的正式名称是“信息处理费”"},
        {"overview: 全年未收取信息处理费。\nother: 无其他需要报告的事项。",
         "警告 W-10: 收取信息处理费的情况写在了别处，格式要求在第六部分报告"},
        {"other: 本年度未收取任何费用。", "警告 W-10: 第六部分写了收费，没有写明是信息处理费"},
        {"other: 全年办理县人大代表建议6件、政协委员提案9件，办理结果全部公开。",
         "警告 W-10: 第六部分没有报告收取信息处理费的情况"},
        {"kind: government\nagency: 云溪县人民政府\noverview: 2023年，全县各项工作平稳有序。",
         "警告 W-11: 没有写明工作考核、社会评议、责任追究结果情况"},
        {"kind: government\nagency: 云溪县人民政府\noverview: 我县考核、评议、问责工作有序，我局主动公开信息12条。",
         "警告 W-12“我局”: 这是云溪县人民政府的报告，这里自称“我局”"},
        {"overview: 全县共收到政府信息公开申请12件。",
         "警告 W-12“全县”: 这是云溪县农业农村局的报告，申请的件数写成了“全县”的"},
        {"introduction: 依据《条例》，2022年政府信息公开工作年度报告在此，数据截至2023年12月31日。电话：0530-6120018。",
         "警告 W-13“2022年”: 引言称这是2022年的报告，报告的年度是2023年"},
        {"overview: 2022年，我局共公开各类信息286条。",
         "警告 W-13“2022年”: 这里说的是2022年，报告的年度是2023年"},
        {"overview: （二）主动公开情况", "警告 W-15“（二）”: 序号“（二）”之前没有“（一）”"},
        {"overview: （一）主动公开情况\noverview: （一）依申请公开情况",
         "警告 W-15“（一）”: 序号“（一）”重复"},
        {"overview: 网站公开286条。二是解读9篇。", "警告 W-15“二是”: “二是”之前没有“一是”"},
        {"overview: 一是公开286条。二是解读9篇。二是推送112期。", "警告 W-15“二是”: “二是”重复"},
        {"overview: 一、主动公开情况", "警告 W-16“一、”: 节内用了序号“一、”，与节的标题同级"},
        {"overview: （一）主动公开情况\noverview: （1）网站",
         "警告 W-16“（1）”: 序号“（1）”直接用在“（一）”之下"},
        {"overview: 公开各类信息，政策解读9篇，农业补\noverview: 贴发放结果应公开尽公开，群众\noverview: 查阅方便，咨询便捷，农",
         "警告 W-17“补”: 3段中有3段没有以句号结束，像是粘贴时断开的行"},
        {"overview: 公开各类信息，政策解读9篇，农业补\noverview: 贴发放结果应公开尽公开，群众",
         "警告 W-17“补”: 这一段没有以句号结束：“…解读9篇，农业补”"},
        {"overview: 全年依法办理，收到申请{{applications.received.total}}",
         "警告 W-17“}”: 这一段没有以句号结束：“…理，收到申请12”"},
        {"overview: 全年依法办理，收到申请{{applications.received.total}}件",
         "警告 W-17“件”: 这一段没有以句号结束：“…，收到申请12件”"},
        {"overview: 收到{{applications.received.total}}件申请，收到{{applications.received.total}}件申请。",
         "警告 W-20“收到{{applications.received.total}}件申请”: 这一句与前一句相同：“收到12件申请”"},
        {"overview: 开设\"三农专栏。", "警告 W-18“\"”: 汉字之间用了半角的“\"”"},
        {"overview: 开设“三农“专栏。", "警告 W-19““”: 引号 “ 用了两次，后一个应为 ”"},
        {"overview: 开设”三农”专栏。", "警告 W-19“””: 引号 ” 用了两次，前一个应为 “"},
        {"overview: 开设三农》专栏。", "警告 W-19“》”: 后书名号 》 没有对应的前书名号 《"},
        {"overview: 公开各类信息，，解读9篇。", "警告 W-20“，，”: 标点“，，”连在一起"},
        {"overview: 可在政府网站（）查阅。", "警告 W-21“（）”: 括号里没有内容：“（）”"},
        {"overview: XX局公开信息286条。", "警告 W-21“XX”: 名称没有填写：“XX”"},
        {"overview: 请在 年 月 日前答复。", "错误 W-21“年 月 日”: 日期没有填写：“年 月 日”"},
        {"overview: 此处填写主动公开情况。", "错误 W-21“此处填写”: 模板的说明没有删去：“此处填写”"},
        {"published: 无\nsignature.date: 2024-02-01",
         "警告 W-22: 落款日期2024年2月1日，晚于2024年1月31日"},
        {"introduction: 按照《条例》编制，数据截至2023年12月31日。电话：010-6512123。",
         "警告 W-25“010-6512123”: 电话号码“010-6512123”区号后面有7位，这一区号的号码是8位"},
        {"introduction: 按照《条例》编制，数据截至2023年12月31日。电话：0530-6120018，传真：0530-61200195。",
         "警告 W-25“0530-61200195”: 电话号码“0530-61200195”区号后面有8位，同一区号的另一个号码有7位"},
        {"overview: 做好信息公开开相关工作。", "警告 W-26“公开开”: “公开开”应为“公开”"},
        {"overview: 在答复期线内办理。", "警告 W-26“答复期线”: “答复期线”应为“答复期限”"},
        {"published: 2023-12-30", "警告 W-22: 发布日期2023年12月30日，早于2023年度结束"},
    };
    for (const auto& message : messages) {
        CAPTURE(message.first);
        CHECK(told_by_family(message.first, 'W') == message.second);
    }
}

TEST_CASE("A phone of full width cannot be dialled") {
    Report report = example_report("jinxiang-veterans-2022.yaml");
    const auto said = [&](const std::string& phone) {
        report.contact = Contact{};
        report.contact->phone = phone;
        std::string out;
        for (const Finding& finding : check(report)) {
            if (finding.where.field == "contact.phone")
                out += finding.rule + " " + finding.message + " | " + finding.hint + "\n";
        }
        return out;
    };
    CHECK(said("0530-6120055、6120056") == "");
    CHECK(said("0530－6120055") ==
          "W-25 电话号码“0530－6120055”里有全角的数字或者横线 | 改成半角：0530-6120055\n");
    CHECK(said("０530-6120059") ==
          "W-25 电话号码“０530-6120059”里有全角的数字或者横线 | 改成半角：0530-6120059\n");
}

TEST_CASE("every finding has a hint, and a place inside its text") {
    for (const SentenceCase& one : sentence_cases("wording.txt")) {
        CAPTURE(one.line);
        const Example given = example(one.given);
        for (const Finding& finding : check(given.report, given.options)) {
            CHECK_FALSE(finding.hint.empty());
            CHECK(finding.where.offset >= 0);
            if (finding.where.field == "overview")
                CHECK(finding.where.offset + finding.where.length <=
                      count_characters(given.report.overview));
        }
    }
}

TEST_CASE("real reports") {
    CHECK(told(example_report("jinxiang-veterans-2022.yaml")) == "");
    // 条例 第五十条 asks for 社会评议 and 责任追究; this one does not speak of them.
    CHECK(told(example_report("huaian-2024.json")) == "警告 W-11 overview");
    CHECK(told(example_report("form-2019-zh.yaml")) == "");
}

TEST_CASE("a text that was pasted with its lines cut is told once a text") {
    Report report = example_report("jinxiang-veterans-2022.yaml");
    for (std::string* text :
         {&report.introduction, &report.overview, &report.problems, &report.other})
        *text = hard_wrapped(*text);
    CHECK(told(report) ==
          "警告 W-17 introduction; 警告 W-17 overview; 警告 W-17 problems; 警告 W-17 other");
}

TEST_CASE("a text whose marks are all half-width is told once a text") {
    Report report = example_report("jinxiang-veterans-2022.yaml");
    for (std::string* text :
         {&report.introduction, &report.overview, &report.problems, &report.other})
        *text = with_half_width_marks(*text);
    CHECK(told(report) ==
          "警告 W-18 introduction; 警告 W-18 overview; 警告 W-18 problems; 警告 W-18 other");
}

TEST_CASE("a county's own names are a list; what is a character off is told") {
    const auto told = [](const std::string& overview) {
        Example given = example("overview: " + overview);
        given.options.names = {"云溪县智慧农业示范园", "《云溪县村务公开办法》", "短名",
                               "云溪县智慧农业试验园"};
        std::string out;
        for (const Finding& finding : check(given.report, given.options)) {
            if (finding.rule == "W-27")
                out += std::string(level_of(finding.severity)) + " " + finding.message + "; ";
        }
        return out;
    };
    CHECK(told("参观云溪县智慧农业示范园，学习《云溪县村务公开办法》。") == "");
    CHECK(told("参观云溪县智慧农业试验园。") == "");
    CHECK(told("参观云溪县智惠农业示范园。") ==
          "警告 “云溪县智惠农业示范园”与名单上的“云溪县智慧农业示范园”只差一个字; ");
    CHECK(told("参观云溪县智慧农业示园。") ==
          "警告 “云溪县智慧农业示园”与名单上的“云溪县智慧农业示范园”只差一个字; ");
    CHECK(told("学习《云溪县村务公开力法》。") ==
          "警告 “《云溪县村务公开力法》”与名单上的“《云溪县村务公开办法》”只差一个字; ");
    CHECK(told("短名、短命、名短。") == "");
}

TEST_CASE(
    "of very many findings of one rule the first twenty are told, and how many more there are") {
    Report report = model_report();
    report.overview.clear();
    for (int i = 0; i < 20; ++i) report.overview += "组织开展开展培训。\n";
    CHECK(check(report).size() == 20);
    CHECK(check(report).back().message == "“开展”重复");
    for (int i = 0; i < 5; ++i) report.overview += "组织开展开展培训。\n";
    const auto findings = check(report);
    CHECK(findings.size() == 20);
    CHECK(findings.back().message == "“开展”重复（同类的还有5处，不一一列出）");
}
