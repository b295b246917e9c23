// W-30: the office's own name.
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
};

}  // namespace nianbao
