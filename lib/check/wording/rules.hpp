// W: how the report is worded.
#pragma once

#include "nianbao/check.hpp"

namespace nianbao {

inline constexpr std::string_view notice_of_2021 = "国办公开办函〔2021〕30号";

inline constexpr CheckRule wording_rules[] = {
    {.code = "W-01",
     .severity = Severity::error,
     .says = "标题写作“政府信息公开工作年度报告”，一字不差",
     .clause = notice_of_2021,
     .good = "title: 云溪县农业农村局2023年政府信息公开工作年度报告",
     .bad = "title: 云溪县农业农村局2023年政府信息公开年度报告",
     .finding =
         "错误 title: 标题里的“政府信息公开年度报告”应为“政府信息公开工作年度报告”：缺“工作”二字"},
    {.code = "W-02",
     .severity = Severity::error,
     .says = "标题里的年份是报告的年度",
     .clause = notice_of_2021,
     .good = "title: 2023年云溪县农业农村局政府信息公开工作年度报告",
     .bad = "title: 云溪县农业农村局2022年政府信息公开工作年度报告",
     .finding = "错误 title: 标题里的年份是2022年，报告的年度是2023年"},
    {.code = "W-03",
     .severity = Severity::warning,
     .says = "标题写机关全称",
     .clause = "通行写法",
     .good = "title: 云溪县农业农村局\n"
             "title: 2023年政府信息公开工作年度报告",
     .bad = "title: 县农机中心2023年政府信息公开工作年度报告",
     .finding = "警告 title: 标题里没有机关全称“云溪县农业农村局”"},
    {.code = "W-04",
     .severity = Severity::error,
     .says = "统计期限是报告年度的1月1日至12月31日",
     .clause = "条例第四十九条",
     .good =
         "introduction: "
         "本报告按照《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。所列数据的统计期限"
         "为2023年1月1日至12月31日。如有疑问，请与云溪县农业农村局办公室联系。",
     .bad =
         "introduction: "
         "本报告按照《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。所列数据的统计期限为"
         "2022年1月1日至2022年12月31日。如有疑问，请与云溪县农业农村局办公室联系。",
     .finding =
         "错误 introduction“2022年1月1日至2022年12月31日”: 统计期限写作“2022年1月1日至2022年12月31日”，应为2023年1月1日至12月31日"},
    {.code = "W-05",
     .severity = Severity::error,
     .says = "2021年度起的报告，不以已被替代的〔2019〕60号为依据",
     .clause = notice_of_2021,
     .good =
         "introduction: 本报告按照《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。",
     .bad =
         "introduction: "
         "本报告按照《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔20"
         "19〕60号）编制。",
     .finding =
         "错误 introduction“国办公开办函〔2019〕60号”: 依据是已被替代的〔2019〕60号，2023年的报告应依据国办公开办函〔2021〕30号"},
    {.code = "W-06",
     .severity = Severity::advice,
     .says = "引言写明依据的是条例",
     .clause = "通行写法",
     .good = "introduction: 根据《条例》，现公布云溪县农业农村局2023年政府信息公开工作年度报告。",
     .bad =
         "overview: 我局各项工作平稳有序。\n"
         "introduction: 现公布云溪县农业农村局2023年政府信息公开工作年度报告。统计期限为2023年1月1日至12月31日。如有疑问，请与云溪县农业农村局办公室联系。",
     .finding = "建议 introduction: 引言没有写明依据《中华人民共和国政府信息公开条例》"},
    {.code = "W-07",
     .severity = Severity::advice,
     .says = "引言写明联系的机构和办公电话",
     .clause = "通行写法",
     .good =
         "introduction: 本报告依据《条例》编制，数据统计至2023年12月31日。如有疑问，请与云溪县农业农村局办公室联系（电话：0530-6120018）。",
     .bad = "introduction: 本报告依据《条例》编制，数据统计至2023年12月31日。",
     .finding = "建议 introduction: 引言没有写明联系方式"},
    {.code = "W-08",
     .severity = Severity::advice,
     .says = "引言列出各部分的，也写明在哪里可以查阅本报告",
     .clause = "通行写法",
     .good =
         "introduction: 本报告依据《条例》编制，共六个部分，数据统计至2023年12月31日，电子版可在云溪县人民政府网站查阅。",
     .bad =
         "introduction: 本报告依据《条例》编制，共六个部分，数据统计至2023年12月31日。如有疑问，请与云溪县农业农村局办公室联系。",
     .finding = "建议 introduction: 引言没有写明在哪里可以查阅或者下载本报告"},
    {.code = "W-09",
     .severity = Severity::error,
     .says = "第一、五、六部分都有内容，不以“无”代替",
     .clause = "条例第五十条",
     .good = "problems: 部分栏目更新不够及时。下一步，将明确各栏目的更新周期。",
     .bad = "problems: 无。",
     .finding = "错误 problems: 第五部分“存在的主要问题及改进情况”只写了“无”"},
    {.code = "W-10",
     .severity = Severity::error,
     .says = "第六部分报告收取信息处理费的情况",
     .clause = notice_of_2021,
     .good = "other: 本年度收取信息处理费0元，无其他需要报告的事项。",
     .bad = "other: 无其他需要报告的事项。",
     .finding = "错误 other: 第六部分只写了没有其他事项，没有报告收取信息处理费的情况"},
    {.code = "W-11",
     .severity = Severity::warning,
     .says = "各级人民政府的报告写明工作考核、社会评议和责任追究结果情况",
     .clause = "条例第五十条",
     .good =
         "kind: government\n"
         "agency: 云溪县人民政府\n"
         "overview: 2023年，全县把政务公开纳入年度考核，邀请群众代表评议2次，没有发生需要追究责任的情形。",
     .bad = "kind: government\n"
            "agency: 云溪县人民政府\n"
            "overview: 2023年，全县把政务公开纳入年度考核，各项工作平稳有序。",
     .finding = "警告 overview: 没有写明社会评议、责任追究结果情况"},
    {.code = "W-12",
     .severity = Severity::warning,
     .says = "机关的自称和统计的范围与类别相符",
     .clause = "通行写法",
     .good = "overview: 2023年，我局新收政府信息公开申请12件，全县粮食补贴发放结果逐户公示。",
     .bad = "overview: 2023年，我镇新收政府信息公开申请12件，粮食补贴发放结果逐户公示。",
     .finding = "警告 overview“我镇”: “我镇”与机关名称“云溪县农业农村局”不符"},
    {.code = "W-13",
     .severity = Severity::error,
     .says = "说到本报告和本年度工作的地方，年份是报告的年度",
     .clause = "条例第四十九条",
     .good = "introduction: 依据《条例》，现公布云溪县农业农村局2023年政府信息公开工作年度报告。",
     .bad = "introduction: 依据《条例》，现公布云溪县农业农村局2022年政府信息公开工作年度报告。",
     .finding = "错误 introduction“2022年”: 引言称这是2022年的报告，报告的年度是2023年"},
    {.code = "W-14",
     .severity = Severity::warning,
     .says = "机关名称前后一致，一字不差",
     .clause = "条例第四十九条",
     .good =
         "overview: 2023年，云溪县农业农村局会同云溪县林业局、市农业农村局公开了退耕还林补助结果。",
     .bad = "overview: 2023年，云溪县农业农林局公开了退耕还林补助结果。",
     .finding =
         "警告 overview“云溪县农业农林局”: “云溪县农业农林局”与机关名称“云溪县农业农村局”差一个字"},
    {.code = "W-15",
     .severity = Severity::warning,
     .says = "序号连续，不重不漏",
     .clause = "GB/T 9704—2012 7.3.3",
     .good = "overview: （一）主动公开情况。公开了各类信息。\n"
             "overview: （二）依申请公开情况。一是规范答复文书。二是加强会商。",
     .bad = "overview: （一）主动公开情况。公开了各类信息。\n"
            "overview: （三）依申请公开情况。一是规范答复文书。三是加强会商。",
     .finding = "警告 overview“（三）”: 序号“（三）”接在“（一）”之后，不连续\n"
                "警告 overview“三是”: “三是”接在“一是”之后，不连续"},
    {.code = "W-16",
     .severity = Severity::warning,
     .says = "序号的层次依次是“一、”“（一）”“1.”“（1）”",
     .clause = "GB/T 9704—2012 7.3.3",
     .good = "overview: （一）主动公开情况\n"
             "overview: 1.政府网站。公开了各类信息。",
     .bad = "overview: （一）主动公开情况\n"
            "overview: （1）政府网站。公开了各类信息。",
     .finding = "警告 overview“（1）”: 序号“（1）”直接用在“（一）”之下"},
    {.code = "W-17",
     .severity = Severity::warning,
     .says = "正文的每一段以句号等句末点号结束",
     .clause = "GB/T 15834—2011",
     .good = "overview: （一）主动公开情况\n"
             "overview: 全年公开各类信息，群众查阅方便，政策解读及时。",
     .bad = "overview: （一）主动公开情况\n"
            "overview: 全年公开各类信息，群众查阅方便，政策解读及时",
     .finding = "警告 overview“时”: 这一段没有以句号结束：“…便，政策解读及时”"},
    {.code = "W-18",
     .severity = Severity::warning,
     .says = "汉字之间用全角标点",
     .clause = "GB/T 15834—2011",
     .good = "overview: 全年公开各类信息，推送农时信息1,120条（含视频）。",
     .bad = "overview: 全年公开各类信息,推送农时信息1,120条(含视频)。",
     .finding = "警告 overview“,”: 汉字之间用了半角标点，共3处：“,”、“(”、“)”"},
    {.code = "W-19",
     .severity = Severity::warning,
     .says = "括号、引号、书名号成对",
     .clause = "GB/T 15834—2011",
     .good = "overview: 开设“三农”专栏，集中公开《云溪县农机购置补贴实施方案（2023年修订）》。",
     .bad = "overview: 开设“三农专栏，集中公开《云溪县农机购置补贴实施方案（2023年修订》。",
     .finding = "警告 overview““”: 前引号 “ 没有对应的后引号 ”\n"
                "警告 overview“（”: 前括号 （ 没有对应的后括号 ）"},
    {.code = "W-20",
     .severity = Severity::warning,
     .says = "字词和标点不重复",
     .clause = "通行写法",
     .good = "overview: 目的的公开，为了了解农户需求，进一步加强公开。",
     .bad = "overview: 我局组织开展开展业务培训，规范了的的答复文书。",
     .finding = "警告 overview“开展开展”: “开展”重复\n"
                "警告 overview“的的”: “的”重复"},
    {.code = "W-21",
     .severity = Severity::error,
     .says = "模板里的空白和说明都已填写或者删去",
     .clause = "通行写法",
     .good =
         "overview: 本年度对7×24小时值守的情况作了公示，涉及张某等申请人的信息已作处理（138****1234）。",
     .bad = "overview: 全年公开信息XX条，电子版见（具体网址）。",
     .finding = "错误 overview“XX”: 没有填写：“XX”\n"
                "错误 overview“（具体网址）”: 没有填写：“（具体网址）”"},
    {.code = "W-22",
     .severity = Severity::warning,
     .says = "在规定的期限前公布",
     .clause = "条例第四十九条",
     .good = "published: 2024-01-31",
     .bad = "published: 2024-02-01",
     .finding = "警告 published: 发布日期2024年2月1日，晚于2024年1月31日"},
    {.code = "W-24",
     .severity = Severity::warning,
     .says = "日期是历法上有的，期间的结束不早于开始，落款不早于年度结束",
     .clause = "通行写法",
     .good = "overview: 2023年2月28日召开会议；2022年11月1日至2023年2月28日开展专项检查。",
     .bad = "overview: 2023年2月29日召开会议；2023年11月1日至2023年2月28日开展专项检查。",
     .finding = "警告 overview“2023年2月29日”: 没有“2023年2月29日”这个日期\n"
                "警告 overview“2023年11月1日至2023年2月28日”: "
                "期间的结束早于开始：“2023年11月1日至2023年2月28日”"},
    {.code = "W-25",
     .severity = Severity::warning,
     .says = "引言所说的部分是六个，邮政编码、电话和网址没有缺少，与联系方式所写的相同",
     .clause = "通行写法",
     .good =
         "introduction: 本报告依据《条例》编制，共六个部分，数据统计至2023年12月31日，电子版可在网站（www.yunxi.gov.cn）查阅。邮编：274700，电话：0530-6120018。",
     .bad =
         "introduction: 本报告依据《条例》编制，共五个部分，数据统计至2023年12月31日，电子版可在网站（www.yunxi.gov,cn）查阅。邮编：27470，电话：0530-612001。",
     .finding = "警告 introduction“五个部分”: 引言说报告有5个部分，格式规定的是六个部分\n"
                "警告 introduction“27470”: 邮政编码有5位，应是6位\n"
                "警告 introduction“0530-612001”: 电话号码“0530-612001”区号后面有6位，应是7位或8位\n"
                "警告 introduction“www.yunxi.gov,cn”: 网址写得不完整：“www.yunxi.gov,cn”"},
    {.code = "W-26",
     .severity = Severity::warning,
     .says = "没有常见的错别字",
     .clause = "通行写法",
     .good = "overview: 推进法治政府建设，信息公开开展得有声有色。",
     .bad = "overview: 推进法制政府建设，做好信息公开开工作。",
     .finding = "警告 overview“法制政府”: “法制政府”应为“法治政府”\n"
                "警告 overview“信息公开开工作”: “信息公开开工作”应为“信息公开工作”"},
    {.code = "W-27",
     .severity = Severity::warning,
     .says = "法律、法规和通知的名称一字不差",
     .clause = "通行写法",
     .good = "overview: 学习《中华人民共和国行政许可法》和《云溪县行政许可事项清单》。",
     .bad = "overview: 学习《中华人民共和国行政许可证法》。",
     .finding =
         "警告 overview“中华人民共和国行政许可证法”: 《行政许可证法》与《行政许可法》只差一两个字"},
    {.code = "W-28",
     .severity = Severity::warning,
     .says = "带括号的序号后面不加标点",
     .clause = "GB/T 15834—2011",
     .good = "overview: （一）主动公开情况\n"
             "overview: 全年公开各类信息。",
     .bad = "overview: （一）、主动公开情况\n"
            "overview: 全年公开各类信息。",
     .finding = "警告 overview“（一）、”: 带括号的序号后面不加标点：“（一）、”"},
    {.code = "W-29",
     .severity = Severity::warning,
     .says = "数后面的单位与所数的相配",
     .clause = "通行写法",
     .good = "overview: 网站总访问量3.2万次，发放问卷200份。",
     .bad = "overview: 网站总访问量3.2万条，发放问卷200条。",
     .finding = "警告 overview“3.2万条”: “访问量”的单位通常是“次”，这里写作“3.2万条”\n"
                "警告 overview“200条”: “问卷”的单位通常是“份”，这里写作“200条”"},
};

}  // namespace nianbao
