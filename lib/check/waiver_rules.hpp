// V: the report's own waivers.
#pragma once

#include "nianbao/check.hpp"

namespace nianbao {

inline constexpr CheckRule waiver_rules[] = {
    {.code = "V-01",
     .severity = Severity::warning,
     .says = "每一条豁免都对应一个发现的问题",
     .clause = "数据文件的约定",
     .good = "disclosure.normative_documents.made: 9\n"
             "waive: T2-01 disclosure.normative_documents 集中清理",
     .bad = "waive: T2-01 disclosure.normative_documents 集中清理",
     .finding = "警告 waive.0: 豁免没有用上：“disclosure.normative_documents”没有 T2-01 的问题"},
};

}  // namespace nianbao
