// Table four, 政府信息公开行政复议、行政诉讼情况: one form in every edition so far.
#pragma once

#include "report/forms/applications.hpp"

namespace nianbao {

inline constexpr Name outcomes[] = {{"upheld", "结果维持"},
                                    {"corrected", "结果纠正"},
                                    {"other", "其他结果"},
                                    {"pending", "尚未审结"},
                                    {"total", "总计"}};
inline constexpr Name procedures[] = {{"reconsideration", "行政复议"},
                                      {"litigation_direct", "未经复议直接起诉"},
                                      {"litigation_after_reconsideration", "复议后起诉"}};
inline constexpr int outcome_count = 5, outcome_total = 4, procedure_count = 3;

struct Disputes {
    std::array<Field, procedure_count*(1 + outcome_count)> fields{};
    std::array<Entry, procedure_count * outcome_count> entries{};
    std::array<std::array<Term, 1>, procedure_count> sum{};
    std::array<std::array<Term, outcome_total>, procedure_count> parts{};
};

constexpr Disputes build_disputes() {
    Disputes built;
    int field = 0, entry = 0;
    for (int p = 0; p < procedure_count; ++p) {
        const int own = field;
        built.fields[field++] = {procedures[p].key, procedures[p].name, -1, {}};
        for (int o = 0; o < outcome_count; ++o) {
            const int this_entry = entry;
            built.entries[entry++] = {field, 3, p * outcome_count + o, 1, 1, Measure::count};
            built.fields[field++] = {outcomes[o].key, outcomes[o].name, own, {}};
            if (o == outcome_total) built.sum[p] = {{{this_entry, "总计"}}};
            else built.parts[p][o] = {this_entry, outcomes[o].name};
        }
    }
    return built;
}

inline constexpr Disputes disputes_built = build_disputes();

inline constexpr Box dispute_boxes[] = {
    {0, 0, 1, 5, "行政复议", Scope::column},     {0, 5, 1, 10, "行政诉讼", Scope::column},
    {1, 0, 2, 1, "结果|维持", Scope::column},    {1, 1, 2, 1, "结果|纠正", Scope::column},
    {1, 2, 2, 1, "其他|结果", Scope::column},    {1, 3, 2, 1, "尚未|审结", Scope::column},
    {1, 4, 2, 1, "总计", Scope::column},         {1, 5, 1, 5, "未经复议|直接起诉", Scope::column},
    {1, 10, 1, 5, "复议后|起诉", Scope::column}, {2, 5, 1, 1, "结果|维持", Scope::column},
    {2, 6, 1, 1, "结果|纠正", Scope::column},    {2, 7, 1, 1, "其他|结果", Scope::column},
    {2, 8, 1, 1, "尚未|审结", Scope::column},    {2, 9, 1, 1, "总计", Scope::column},
    {2, 10, 1, 1, "结果|维持", Scope::column},   {2, 11, 1, 1, "结果|纠正", Scope::column},
    {2, 12, 1, 1, "其他|结果", Scope::column},   {2, 13, 1, 1, "尚未|审结", Scope::column},
    {2, 14, 1, 1, "总计", Scope::column},
};

inline constexpr Equation dispute_equations[] = {
    {"T4-01",
     "行政复议",
     Relation::equal,
     disputes_built.sum[0],
     disputes_built.parts[0],
     {},
     true},
    {"T4-01",
     "行政诉讼（未经复议直接起诉）",
     Relation::equal,
     disputes_built.sum[1],
     disputes_built.parts[1],
     {},
     true},
    {"T4-01",
     "行政诉讼（复议后起诉）",
     Relation::equal,
     disputes_built.sum[2],
     disputes_built.parts[2],
     {},
     true},
};

inline constexpr Form disputes_form = {"disputes",
                                       "政府信息公开行政复议、行政诉讼情况",
                                       4,
                                       15,
                                       3,
                                       disputes_built.fields,
                                       dispute_boxes,
                                       disputes_built.entries,
                                       dispute_equations};

}  // namespace nianbao
