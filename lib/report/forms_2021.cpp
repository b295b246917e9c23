// The form of 国办公开办函〔2021〕30号. Labels, spans and sums were taken from published reports made on the form.
#include "report/form_proofs.hpp"

namespace nianbao {
namespace {

// ---------------------------------------------------------------- table two: 主动公开政府信息情况

constexpr Field disclosure_fields[] = {
    {"government_rules", "规章"},
    {"made", "本年制发件数", 0},
    {"repealed", "本年废止件数", 0},
    {"in_force", "现行有效件数", 0},
    {"normative_documents", "行政规范性文件"},
    {"made", "本年制发件数", 4},
    {"repealed", "本年废止件数", 4},
    {"in_force", "现行有效件数", 4},
    {"licences", "行政许可"},
    {"penalties", "行政处罚"},
    {"coercive_measures", "行政强制"},
    {"administrative_charges", "行政事业性收费"},
};

constexpr Box disclosure_boxes[] = {
    {0, 0, 1, 4, "第二十条第（一）项", Scope::column},
    {1, 0, 1, 1, "信息内容", Scope::column},
    {1, 1, 1, 1, "本年制发件数", Scope::column},
    {1, 2, 1, 1, "本年废止件数", Scope::column},
    {1, 3, 1, 1, "现行有效件数", Scope::column},
    {2, 0, 1, 1, "规章", Scope::row},
    {3, 0, 1, 1, "行政规范性文件", Scope::row},
    {4, 0, 1, 4, "第二十条第（五）项", Scope::column},
    {5, 0, 1, 1, "信息内容", Scope::column},
    {5, 1, 1, 3, "本年处理决定数量", Scope::column},
    {6, 0, 1, 1, "行政许可", Scope::row},
    {7, 0, 1, 4, "第二十条第（六）项", Scope::column},
    {8, 0, 1, 1, "信息内容", Scope::column},
    {8, 1, 1, 3, "本年处理决定数量", Scope::column},
    {9, 0, 1, 1, "行政处罚", Scope::row},
    {10, 0, 1, 1, "行政强制", Scope::row},
    {11, 0, 1, 4, "第二十条第（八）项", Scope::column},
    {12, 0, 1, 1, "信息内容", Scope::column},
    {12, 1, 1, 3, "本年收费金额（单位：万元）", Scope::column},
    {13, 0, 1, 1, "行政事业性收费", Scope::row},
};

constexpr Entry disclosure_entries[] = {
    {1, 2, 1, 1, 1, Measure::count},   {2, 2, 2, 1, 1, Measure::count},    {3, 2, 3, 1, 1, Measure::count}, {5, 3, 1, 1, 1, Measure::count},
    {6, 3, 2, 1, 1, Measure::count},   {7, 3, 3, 1, 1, Measure::count},    {8, 6, 1, 1, 3, Measure::count}, {9, 9, 1, 1, 3, Measure::count},
    {10, 10, 1, 1, 3, Measure::count}, {11, 13, 1, 1, 3, Measure::amount},
};

constexpr Term rules_in_force[] = {{2, "现行有效件数"}};
constexpr Term rules_made[] = {{0, "本年制发件数"}, {1, "本年废止件数", -1}};
constexpr Term documents_in_force[] = {{5, "现行有效件数"}};
constexpr Term documents_made[] = {{3, "本年制发件数"}, {4, "本年废止件数", -1}};

constexpr Equation disclosure_equations[] = {
    {"T2-01", "规章", Relation::at_least, rules_in_force, rules_made},
    {"T2-01", "行政规范性文件", Relation::at_least, documents_in_force, documents_made},
};

constexpr Form disclosure = {"disclosure", "主动公开政府信息情况", 14, 4, 0, disclosure_fields, disclosure_boxes, disclosure_entries, disclosure_equations};

// ---------------------------------------------------------------- table three: 收到和处理政府信息公开申请情况

struct Name {
    std::string_view key, name;
};

constexpr Name applicants[] = {
    {"natural_person", "自然人"},      {"business", "商业企业"}, {"research", "科研机构"}, {"public_welfare", "社会公益组织"},
    {"legal_service", "法律服务机构"}, {"other", "其他"},        {"total", "总计"},
};
constexpr int applicant_count = 7;
constexpr int applicant_total = 6;

/// A row of counts, or a group of rows, at a depth of the tree of names.
struct Line {
    int depth;
    bool group;
    std::string_view key, name;
    std::string_view printed = {};
};

constexpr Line application_lines[] = {
    {0, false, "received", "本年新收", "本年新收政府信息公开申请数量"},
    {0, false, "carried_in", "上年结转", "上年结转政府信息公开申请数量"},
    {0, true, "results", "本年度办理结果"},
    {1, false, "disclosed", "予以公开"},
    {1, false, "partly_disclosed", "部分公开", "部分公开（区分处理的，只计这一情形，不计其他情形）"},
    {1, true, "refused", "不予公开"},
    {2, false, "state_secret", "属于国家秘密"},
    {2, false, "law_forbids", "其他法律行政法规禁止公开"},
    {2, false, "three_securities", "危及“三安全一稳定”"},
    {2, false, "third_party", "保护第三方合法权益"},
    {2, false, "internal_affairs", "属于三类内部事务信息"},
    {2, false, "process_information", "属于四类过程性信息"},
    {2, false, "enforcement_file", "属于行政执法案卷"},
    {2, false, "administrative_inquiry", "属于行政查询事项"},
    {1, true, "unable", "无法提供"},
    {2, false, "not_held", "本机关不掌握相关政府信息"},
    {2, false, "needs_creation", "没有现成信息需要另行制作"},
    {2, false, "still_unclear", "补正后申请内容仍不明确"},
    {1, true, "not_processed", "不予处理"},
    {2, false, "petition", "信访举报投诉类申请"},
    {2, false, "repeated", "重复申请"},
    {2, false, "publication", "要求提供公开出版物"},
    {2, false, "repeated_in_bulk", "无正当理由大量反复申请"},
    {2, false, "confirmation", "要求行政机关确认或重新出具已获取信息"},
    {1, true, "other_handling", "其他处理"},
    {2, false, "not_supplemented", "申请人无正当理由逾期不补正", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
    {2, false, "fee_unpaid", "申请人逾期未按收费通知要求缴纳费用", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
    {2, false, "other", "其他"},
    {1, false, "total", "总计"},
    {0, false, "carried_out", "结转下年度继续办理"},
};

// Rows of counts, from 0, by name: what the sums below speak of.
constexpr int row_received = 0, row_carried_in = 1, row_first_result = 2, row_total = 23, row_carried_out = 24;
constexpr int application_rows = 25, application_head = 3, application_labels = 3;

constexpr std::size_t application_groups() {
    std::size_t n = 0;
    for (const Line& line : application_lines) n += line.group ? 1U : 0U;
    return n;
}
constexpr std::size_t application_entry_count = std::size_t{application_rows} * applicant_count;

struct Applications {
    std::array<Field, application_groups() + application_rows + application_entry_count> fields{};
    std::array<Entry, application_entry_count> entries{};
    std::array<std::string_view, application_rows> row_names{};
};

constexpr Applications build_applications() {
    Applications built;
    std::array<int, 3> parents = {-1, -1, -1};
    std::size_t field = 0, entry = 0;
    int row = 0;
    for (const Line& line : application_lines) {
        const int parent = line.depth == 0 ? -1 : parents[static_cast<std::size_t>(line.depth) - 1];
        const int own = static_cast<int>(field);
        built.fields[field++] = {line.key, line.name, parent, line.printed};
        if (line.group) {
            parents[static_cast<std::size_t>(line.depth)] = own;
            continue;
        }
        built.row_names[static_cast<std::size_t>(row)] = line.name;
        for (int c = 0; c < applicant_count; ++c) {
            built.entries[entry++] = {static_cast<int>(field), application_head + row, application_labels + c, 1, 1, Measure::count};
            built.fields[field++] = {applicants[c].key, applicants[c].name, own, {}};
        }
        ++row;
    }
    return built;
}

constexpr Applications applications_built = build_applications();

constexpr int application_entry(int row, int applicant) { return row * applicant_count + applicant; }

constexpr Box application_boxes[] = {
    {0, 0, 3, 3, "（本列数据的勾稽关系为：|第一项加第二项之和，|等于第三项加第四项之和）", Scope::column},
    {0, 3, 1, 7, "申请人情况", Scope::column},
    {1, 3, 2, 1, "自然人", Scope::column},
    {1, 4, 1, 5, "法人或其他组织", Scope::column},
    {1, 9, 2, 1, "总计", Scope::column},
    {2, 4, 1, 1, "商业|企业", Scope::column},
    {2, 5, 1, 1, "科研|机构", Scope::column},
    {2, 6, 1, 1, "社会|公益|组织", Scope::column},
    {2, 7, 1, 1, "法律|服务|机构", Scope::column},
    {2, 8, 1, 1, "其他", Scope::column},
    {3, 0, 1, 3, "一、本年新收政府信息公开申请数量", Scope::row},
    {4, 0, 1, 3, "二、上年结转政府信息公开申请数量", Scope::row},
    {5, 0, 22, 1, "三、|本年度|办理|结果", Scope::row},
    {5, 1, 1, 2, "（一）予以公开", Scope::row},
    {6, 1, 1, 2, "（二）部分公开|（区分处理的，|只计这一情形，|不计其他情形）", Scope::row},
    {7, 1, 8, 1, "（三）|不予公开", Scope::row},
    {7, 2, 1, 1, "1.属于国家秘密", Scope::row},
    {8, 2, 1, 1, "2.其他法律行政法规|禁止公开", Scope::row},
    {9, 2, 1, 1, "3.危及|“三安全一稳定”", Scope::row},
    {10, 2, 1, 1, "4.保护第三方|合法权益", Scope::row},
    {11, 2, 1, 1, "5.属于三类|内部事务信息", Scope::row},
    {12, 2, 1, 1, "6.属于四类|过程性信息", Scope::row},
    {13, 2, 1, 1, "7.属于行政|执法案卷", Scope::row},
    {14, 2, 1, 1, "8.属于行政|查询事项", Scope::row},
    {15, 1, 3, 1, "（四）|无法提供", Scope::row},
    {15, 2, 1, 1, "1.本机关不掌握|相关政府信息", Scope::row},
    {16, 2, 1, 1, "2.没有现成信息|需要另行制作", Scope::row},
    {17, 2, 1, 1, "3.补正后申请内容|仍不明确", Scope::row},
    {18, 1, 5, 1, "（五）|不予处理", Scope::row},
    {18, 2, 1, 1, "1.信访举报|投诉类申请", Scope::row},
    {19, 2, 1, 1, "2.重复申请", Scope::row},
    {20, 2, 1, 1, "3.要求提供|公开出版物", Scope::row},
    {21, 2, 1, 1, "4.无正当理由|大量反复申请", Scope::row},
    {22, 2, 1, 1, "5.要求行政机关|确认或重新出具|已获取信息", Scope::row},
    {23, 1, 3, 1, "（六）|其他处理", Scope::row},
    {23, 2, 1, 1, "1.申请人无正当理由|逾期不补正、|行政机关不再处理|其政府信息公开申请", Scope::row},
    {24, 2, 1, 1, "2.申请人逾期未按|收费通知要求|缴纳费用、|行政机关不再处理|其政府信息公开申请", Scope::row},
    {25, 2, 1, 1, "3.其他", Scope::row},
    {26, 1, 1, 2, "（七）总计", Scope::row},
    {27, 0, 1, 3, "四、结转下年度继续办理", Scope::row},
};

struct ApplicationTerms {
    std::array<std::array<Term, 2>, applicant_count> in{}, out{};  // T3-01: 一 + 二 = （七） + 四
    std::array<std::array<Term, 1>, applicant_count> total{};      // T3-02: （七） = every result
    std::array<std::array<Term, row_total - row_first_result>, applicant_count> results{};
    std::array<std::array<Term, 1>, application_rows> row_sum{};  // T3-03: 总计 = the six applicants
    std::array<std::array<Term, applicant_total>, application_rows> row_parts{};
};

constexpr ApplicationTerms build_application_terms() {
    ApplicationTerms terms;
    for (int c = 0; c < applicant_count; ++c) {
        const auto i = static_cast<std::size_t>(c);
        terms.in[i] = {{{application_entry(row_received, c), "本年新收"}, {application_entry(row_carried_in, c), "上年结转"}}};
        terms.out[i] = {{{application_entry(row_total, c), "办理结果总计"}, {application_entry(row_carried_out, c), "结转下年度"}}};
        terms.total[i] = {{{application_entry(row_total, c), "办理结果总计"}}};
        for (int row = row_first_result; row < row_total; ++row) {
            terms.results[i][static_cast<std::size_t>(row - row_first_result)] = {application_entry(row, c),
                                                                                  applications_built.row_names[static_cast<std::size_t>(row)]};
        }
    }
    for (int row = 0; row < application_rows; ++row) {
        const auto i = static_cast<std::size_t>(row);
        terms.row_sum[i] = {{{application_entry(row, applicant_total), "总计"}}};
        for (int c = 0; c < applicant_total; ++c) terms.row_parts[i][static_cast<std::size_t>(c)] = {application_entry(row, c), applicants[c].name};
    }
    return terms;
}

constexpr ApplicationTerms application_terms = build_application_terms();

constexpr std::array<Equation, 2 * applicant_count + application_rows> build_application_equations() {
    std::array<Equation, 2 * applicant_count + application_rows> equations{};
    std::size_t n = 0;
    for (std::size_t c = 0; c < applicant_count; ++c) {
        equations[n++] = {"T3-01", applicants[c].name, Relation::equal, application_terms.in[c], application_terms.out[c], {}, false};
    }
    for (std::size_t c = 0; c < applicant_count; ++c) {
        equations[n++] = {"T3-02", applicants[c].name, Relation::equal, application_terms.total[c], application_terms.results[c], "（一）至（六）各项之和",
                          true};
    }
    for (std::size_t row = 0; row < application_rows; ++row) {
        equations[n++] = {"T3-03", applications_built.row_names[row], Relation::equal, application_terms.row_sum[row], application_terms.row_parts[row], {},
                          true};
    }
    return equations;
}

constexpr auto application_equations = build_application_equations();

constexpr Form applications = {
    "applications",       "收到和处理政府信息公开申请情况", 28, 10, application_head, applications_built.fields, application_boxes, applications_built.entries,
    application_equations};

// ---------------------------------------------------------------- table four: 政府信息公开行政复议、行政诉讼情况

constexpr Name outcomes[] = {{"upheld", "结果维持"}, {"corrected", "结果纠正"}, {"other", "其他结果"}, {"pending", "尚未审结"}, {"total", "总计"}};
constexpr Name procedures[] = {{"reconsideration", "行政复议"}, {"litigation_direct", "未经复议直接起诉"}, {"litigation_after_reconsideration", "复议后起诉"}};
constexpr int outcome_count = 5, outcome_total = 4, procedure_count = 3;

struct Disputes {
    std::array<Field, procedure_count*(1 + outcome_count)> fields{};
    std::array<Entry, procedure_count * outcome_count> entries{};
    std::array<std::array<Term, 1>, procedure_count> sum{};
    std::array<std::array<Term, outcome_total>, procedure_count> parts{};
};

constexpr Disputes build_disputes() {
    Disputes built;
    std::size_t field = 0, entry = 0;
    for (int p = 0; p < procedure_count; ++p) {
        const auto i = static_cast<std::size_t>(p);
        const int own = static_cast<int>(field);
        built.fields[field++] = {procedures[p].key, procedures[p].name, -1, {}};
        for (int o = 0; o < outcome_count; ++o) {
            const int this_entry = static_cast<int>(entry);
            built.entries[entry++] = {static_cast<int>(field), 3, p * outcome_count + o, 1, 1, Measure::count};
            built.fields[field++] = {outcomes[o].key, outcomes[o].name, own, {}};
            if (o == outcome_total) built.sum[i] = {{{this_entry, "总计"}}};
            else built.parts[i][static_cast<std::size_t>(o)] = {this_entry, outcomes[o].name};
        }
    }
    return built;
}

constexpr Disputes disputes_built = build_disputes();

constexpr Box dispute_boxes[] = {
    {0, 0, 1, 5, "行政复议", Scope::column},    {0, 5, 1, 10, "行政诉讼", Scope::column},
    {1, 0, 2, 1, "结果|维持", Scope::column},   {1, 1, 2, 1, "结果|纠正", Scope::column},
    {1, 2, 2, 1, "其他|结果", Scope::column},   {1, 3, 2, 1, "尚未|审结", Scope::column},
    {1, 4, 2, 1, "总计", Scope::column},        {1, 5, 1, 5, "未经复议直接起诉", Scope::column},
    {1, 10, 1, 5, "复议后起诉", Scope::column}, {2, 5, 1, 1, "结果|维持", Scope::column},
    {2, 6, 1, 1, "结果|纠正", Scope::column},   {2, 7, 1, 1, "其他|结果", Scope::column},
    {2, 8, 1, 1, "尚未|审结", Scope::column},   {2, 9, 1, 1, "总计", Scope::column},
    {2, 10, 1, 1, "结果|维持", Scope::column},  {2, 11, 1, 1, "结果|纠正", Scope::column},
    {2, 12, 1, 1, "其他|结果", Scope::column},  {2, 13, 1, 1, "尚未|审结", Scope::column},
    {2, 14, 1, 1, "总计", Scope::column},
};

constexpr Equation dispute_equations[] = {
    {"T4-01", "行政复议", Relation::equal, disputes_built.sum[0], disputes_built.parts[0], {}, true},
    {"T4-01", "行政诉讼（未经复议直接起诉）", Relation::equal, disputes_built.sum[1], disputes_built.parts[1], {}, true},
    {"T4-01", "行政诉讼（复议后起诉）", Relation::equal, disputes_built.sum[2], disputes_built.parts[2], {}, true},
};

constexpr Form disputes = {"disputes",       "政府信息公开行政复议、行政诉讼情况", 4, 15, 3, disputes_built.fields, dispute_boxes, disputes_built.entries,
                           dispute_equations};

// ---------------------------------------------------------------- proofs

static_assert(tiles(disclosure) && tiles(applications) && tiles(disputes));
static_assert(fields_are_a_tree(disclosure) && fields_are_a_tree(applications) && fields_are_a_tree(disputes));
static_assert(equations_name_entries(disclosure) && equations_name_entries(applications) && equations_name_entries(disputes));
static_assert(applications_built.row_names[row_received] == "本年新收" && applications_built.row_names[row_carried_in] == "上年结转" &&
              applications_built.row_names[row_first_result] == "予以公开" && applications_built.row_names[row_total] == "总计" &&
              applications_built.row_names[row_carried_out] == "结转下年度继续办理");

constexpr Edition edition = {
    2021,
    "国办公开办函〔2021〕30号",
    {&disclosure, &applications, &disputes},
    {"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况",
     "六、其他需要报告的事项"},
};

}  // namespace

const Edition& edition_2021() { return edition; }

}  // namespace nianbao
