// W-30, W-31: the office's own name and place.
#pragma once

#include "nianbao/check.hpp"

namespace nianbao {

inline constexpr CheckRule office_rules[] = {
    {.code = "W-30",
     .severity = Severity::warning,
     .says = "报告自称的机关、文件名里的机关，都是机关名称所写的那一个",
     .clause = "条例第四十九条",
     .good = "introduction: 本报告由云溪县农业农村局按照《条例》编制，数据截至2023年12月31日。"
             "如有疑问，请与云溪县政务服务中心联系（电话：0530-6120018）。",
     .bad = "introduction: 本报告由云溪县退役军人事务局按照《条例》编制，数据截至2023年12月31日。"
            "如有疑问，请与办公室联系（电话：0530-6120018）。",
     .finding = "警告 introduction“云溪县退役军人事务局”: "
                "报告自称“云溪县退役军人事务局”，机关名称是“云溪县农业农村局”"},
    {.code = "W-31",
     .severity = Severity::warning,
     .says = "网站名称和地址里的地名，是机关所在的地方",
     .clause = "通行写法",
     .good = "overview: 全年通过云溪县人民政府网站、东川市人民政府网站公开各类信息。",
     .bad = "overview: 全年通过云溪市人民政府网站公开各类信息。",
     .finding = "警告 overview“云溪市”: 网站名称的地名是“云溪市”，机关名称里是“云溪县”"},
};

}  // namespace nianbao
