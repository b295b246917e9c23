// The words that name what the tables hold, and the cells that a count beside each may
// be. Reports are written in few words: these are most of the knowledge.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// A word, its role, and what a count beside it may be: cells, a column of them, or what
/// was done with a document.
struct Word {
    constexpr Word() = default;
    consteval Word(std::u32string_view word, Role its_role, Cells its_cells = {})
        : text(word), role(its_role), cells(its_cells) {}
    consteval Word(std::u32string_view word, Role its_role, Column its_column)
        : text(word), role(its_role), column(its_column) {}
    consteval Word(std::u32string_view word, Role its_role, Act its_act)
        : text(word), role(its_role), act(its_act) {}

    std::u32string_view text;
    Role role = Role::unknown;
    Column column = Column::total;
    Act act = Act::none;
    Cells cells = {};
};

// What applications may be counted. 一 against 一 and 二: either may be meant by 受理 and
// 收到. What was answered may leave out what was not: 不予处理, 其他处理.
inline constexpr Cells cells_new = cells<"applications.received">;
inline constexpr Cells cells_in =
    cells<"applications.received|applications.received+applications.carried_in">;
inline constexpr Cells cells_taken = cells<
    "applications.received|applications.received+applications.carried_in|applications.results.total">;
inline constexpr Cells cells_finished = cells<
    "applications.results.total|applications.received-applications.carried_out|applications.results.total-applications.results.other_handling|"
    "applications.results.total-applications.results.other_handling.other">;
inline constexpr Cells cells_answered = cells<
    "applications.results.total|applications.received-applications.carried_out|applications.results.total-applications.results.other_handling|"
    "applications.results.total-applications.results.other_handling.other|"
    "applications.results.total-applications.results.other_handling-applications.results.not_processed|"
    "applications.results.total-applications.results.not_processed|applications.received">;
inline constexpr Cells cells_handled = cells<
    "applications.results.total|applications.received|applications.received+applications.carried_in|applications.received-applications.carried_out|"
    "applications.results.total-applications.results.other_handling">;
inline constexpr Cells cells_carried_in = cells<"applications.carried_in">;
inline constexpr Cells cells_carried_out = cells<"applications.carried_out">;
inline constexpr Cells cells_carried = cells<"applications.carried_in|applications.carried_out">;

inline constexpr Cells cells_litigation =
    cells<"disputes.litigation_direct+disputes.litigation_after_reconsideration">;

inline constexpr Cells cells_received_in_all =
    cells<"applications.received+applications.carried_in">;
inline constexpr Cells cells_results = cells<"applications.results.total">;
inline constexpr Cells cells_disclosed = cells<"applications.results.disclosed">;
inline constexpr Cells cells_disclosed_at_all = cells<
    "applications.results.disclosed|"
    "applications.results.disclosed+applications.results.partly_disclosed">;
/// 予以公开 is so deep in its table; its kinds, the reasons, are deeper.
inline constexpr std::uint8_t depth_of_results = row("applications.results.disclosed").depth;

inline constexpr Cells cells_reconsideration = cells<"disputes.reconsideration">;
inline constexpr Cells cells_disputes = cells<
    "disputes.reconsideration+disputes.litigation_direct+"
    "disputes.litigation_after_reconsideration|"
    "disputes.reconsideration|"
    "disputes.litigation_direct+disputes.litigation_after_reconsideration">;

inline constexpr Cells cells_coercive_measures = cells<"disclosure.coercive_measures">;
inline constexpr Cells cells_charges = cells<"disclosure.administrative_charges">;

/// 规章 or 规范性文件: a row of table two with a cell for what was done with them.
struct Documents {
    Cells cells;
    Row made, repealed, in_force;

    /// 发布 may be meant for 制发. REQUIRES: made, issued, repealed or in_force.
    const Row& row_of(Act act) const {
        return act == Act::repealed ? repealed : act == Act::in_force ? in_force : made;
    }
};

inline constexpr Documents documents[] = {
    {cells<"disclosure.government_rules">, row("disclosure.government_rules.made"),
     row("disclosure.government_rules.repealed"), row("disclosure.government_rules.in_force")},
    {cells<"disclosure.normative_documents">, row("disclosure.normative_documents.made"),
     row("disclosure.normative_documents.repealed"),
     row("disclosure.normative_documents.in_force")},
};

/// None if the cells are of something else.
inline const Documents* documents_of(const Cells& cells) {
    for (const Documents& one : documents) {
        if (one.cells == cells) return &one;
    }
    return nullptr;
}

// The longest word that fits is taken, so that 部分公开 is not 公开, and 规章制度 is no
// 规章.
inline constexpr Word table_words[] = {
    // ------------------------------------------------------------ what is applied for
    {U"政府信息公开申请", Role::noun, cells_taken},
    {U"政府信息公开的申请", Role::noun, cells_taken},
    {U"政府信息公开申请件", Role::noun, cells_taken},
    {U"政府信息公开申请事项", Role::noun, cells_taken},
    {U"政府信息公开申请表", Role::noun, cells_taken},
    {U"政府信息公开申请书", Role::noun, cells_taken},
    {U"政府信息依申请公开", Role::noun, cells_taken},
    {U"政府信息依申请公开申请", Role::noun, cells_taken},
    {U"政府信息公开依申请", Role::noun, cells_taken},
    {U"政府信息申请", Role::noun, cells_taken},
    {U"政务信息公开申请", Role::noun, cells_taken},
    {U"政务公开申请", Role::noun, cells_taken},
    {U"信息公开申请", Role::noun, cells_taken},
    {U"信息公开依申请", Role::noun, cells_taken},
    {U"信息依申请公开", Role::noun, cells_taken},
    {U"信息依申请公开申请", Role::noun, cells_taken},
    {U"公开信息申请", Role::noun, cells_taken},
    {U"公开政府信息申请", Role::noun, cells_taken},
    {U"公开政府信息的申请", Role::noun, cells_taken},
    {U"申请公开政府信息", Role::noun, cells_taken},
    {U"申请政府信息公开", Role::noun, cells_taken},
    {U"申请信息公开", Role::noun, cells_taken},
    {U"依申请公开", Role::noun, cells_taken},
    {U"依申请公开申请", Role::noun, cells_taken},
    {U"依申请公开事项", Role::noun, cells_taken},
    {U"依申请公开件", Role::noun, cells_taken},
    {U"依申请公开政府信息", Role::noun, cells_taken},
    {U"依申请公开政府信息申请", Role::noun, cells_taken},
    {U"依申请公开政府信息的申请", Role::noun, cells_taken},
    {U"依申请公开信息", Role::noun, cells_taken},
    {U"依申请公开的申请", Role::noun, cells_taken},
    {U"依法申请公开", Role::noun, cells_taken},
    {U"依申请信息公开", Role::noun, cells_taken},
    {U"依申请信息公开件", Role::noun, cells_taken},
    {U"依申请政府信息公开", Role::noun, cells_taken},
    {U"依申请件", Role::noun, cells_taken},
    {U"依申请公开信件", Role::noun, cells_taken},
    {U"依申请公开来信", Role::noun, cells_taken},
    {U"依申请公开案件", Role::noun, cells_taken},
    {U"依申请公开政府信息案件", Role::noun, cells_taken},
    {U"依申请公开政府信息事项", Role::noun, cells_taken},
    {U"依申请公开申请事项", Role::noun, cells_taken},
    {U"政府信息公开申请案件", Role::noun, cells_taken},
    {U"依申请", Role::noun, cells_taken},
    {U"公开申请", Role::noun, cells_taken},
    {U"申请件", Role::noun, cells_taken},
    {U"申请总量", Role::noun, cells_taken},
    {U"申请量", Role::noun, cells_taken},
    {U"申请书", Role::noun, cells_taken},
    {U"申请表", Role::noun, cells_taken},
    {U"申请", Role::noun, cells_taken},

    // ------------------------------------------------------------ what was done with
    // them
    {U"新收", Role::verb, cells_new},
    {U"新收量", Role::verb, cells_new},
    {U"新收数", Role::verb, cells_new},
    {U"收件量", Role::verb, cells_in},
    {U"收件数", Role::verb, cells_in},
    {U"收件", Role::verb, cells_in},
    {U"受理量", Role::verb, cells_taken},
    {U"受理数", Role::verb, cells_taken},
    {U"受理件", Role::verb, cells_taken},
    {U"办理量", Role::verb, cells_handled},
    {U"办结量", Role::verb, cells_finished},
    {U"办结数", Role::verb, cells_finished},
    {U"办结件", Role::verb, cells_finished},
    {U"答复量", Role::verb, cells_answered},
    {U"答复数", Role::verb, cells_answered},
    {U"完成答复", Role::verb, cells_answered},
    {U"做出答复", Role::verb, cells_answered},
    {U"办结完毕", Role::verb, cells_finished},
    {U"新收到", Role::verb, cells_new},
    {U"新接收", Role::verb, cells_new},
    {U"新受理", Role::verb, cells_new},
    {U"新增", Role::verb, cells_new},
    {U"收到", Role::verb, cells_in},
    {U"接到", Role::verb, cells_in},
    {U"接收", Role::verb, cells_in},
    {U"接收到", Role::verb, cells_in},
    {U"接受", Role::verb, cells_in},
    {U"收悉", Role::verb, cells_in},
    {U"接收办理", Role::verb, cells_handled},
    {U"收到并处理", Role::verb, cells_handled},
    {U"收到并办理", Role::verb, cells_handled},
    {U"收到和处理", Role::verb, cells_handled},
    {U"收到和办理", Role::verb, cells_handled},
    {U"收到并答复", Role::verb, cells_handled},
    {U"受理并办结", Role::verb, cells_handled},
    {U"受理并答复", Role::verb, cells_handled},
    {U"受理", Role::verb, cells_taken},
    {U"收办", Role::verb, cells_taken},
    {U"受理办理", Role::verb, cells_handled},
    {U"登记", Role::verb, cells_taken},
    {U"办理", Role::verb, cells_handled},
    {U"处理", Role::verb, cells_handled},
    {U"办理答复", Role::verb, cells_handled},
    {U"办结", Role::verb, cells_finished},
    {U"办结答复", Role::verb, cells_finished},
    {U"办理完成", Role::verb, cells_finished},
    {U"办理完毕", Role::verb, cells_finished},
    {U"办理完结", Role::verb, cells_finished},
    {U"处理完毕", Role::verb, cells_finished},
    {U"办毕", Role::verb, cells_finished},
    {U"审结", Role::verb},
    {U"答复", Role::verb, cells_answered},
    {U"办复", Role::verb, cells_answered},
    {U"回复", Role::verb, cells_answered},
    {U"作出答复", Role::verb, cells_answered},
    {U"予以答复", Role::verb, cells_answered},
    {U"答复处理", Role::verb, cells_answered},
    {U"办理结果", Role::filler},
    {U"答复结果", Role::filler},

    {U"上年结转", Role::verb, cells_carried_in},
    {U"上年结转件", Role::verb, cells_carried_in},
    {U"上年度结转件", Role::verb, cells_carried_in},
    {U"上年度结转", Role::verb, cells_carried_in},
    {U"上一年结转", Role::verb, cells_carried_in},
    {U"上一年度结转", Role::verb, cells_carried_in},
    {U"上年结转至本年", Role::verb, cells_carried_in},
    {U"上年结转至本年度", Role::verb, cells_carried_in},
    {U"去年结转", Role::verb, cells_carried_in},
    {U"上年转入", Role::verb, cells_carried_in},
    {U"上年度转入", Role::verb, cells_carried_in},
    {U"上年转结", Role::verb, cells_carried_in},
    {U"往年结转", Role::verb, cells_carried_in},
    {U"结转上年", Role::verb, cells_carried_in},
    {U"结转上年度", Role::verb, cells_carried_in},
    {U"结转自上年", Role::verb, cells_carried_in},
    {U"上年度顺延", Role::verb, cells_carried_in},
    {U"办理上年度结转", Role::verb, cells_carried_in},
    {U"办理上年结转", Role::verb, cells_carried_in},
    {U"上年未办结", Role::verb, cells_carried_in},
    {U"上年度未办结", Role::verb, cells_carried_in},

    {U"结转下年", Role::verb, cells_carried_out},
    {U"转结下年", Role::verb, cells_carried_out},
    {U"转结下年度", Role::verb, cells_carried_out},
    {U"转结下一年度", Role::verb, cells_carried_out},
    {U"结转下年度", Role::verb, cells_carried_out},
    {U"结转下年办理", Role::verb, cells_carried_out},
    {U"结转下年度办理", Role::verb, cells_carried_out},
    {U"结转下年度继续办理", Role::verb, cells_carried_out},
    {U"结转下年继续办理", Role::verb, cells_carried_out},
    {U"结转下一年", Role::verb, cells_carried_out},
    {U"结转下一年度", Role::verb, cells_carried_out},
    {U"结转下一年度继续办理", Role::verb, cells_carried_out},
    {U"结转至下年", Role::verb, cells_carried_out},
    {U"结转至下年度", Role::verb, cells_carried_out},
    {U"结转至下一年", Role::verb, cells_carried_out},
    {U"结转至下一年度", Role::verb, cells_carried_out},
    {U"结转到下年", Role::verb, cells_carried_out},
    {U"结转到下年度", Role::verb, cells_carried_out},
    {U"结转到下一年度", Role::verb, cells_carried_out},
    {U"结转入下年度", Role::verb, cells_carried_out},
    {U"结转来年", Role::verb, cells_carried_out},
    {U"转下年", Role::verb, cells_carried_out},
    {U"转下年度", Role::verb, cells_carried_out},
    {U"转入下年度", Role::verb, cells_carried_out},
    {U"转入下一年度", Role::verb, cells_carried_out},
    {U"转至下年度", Role::verb, cells_carried_out},
    {U"顺延到下年度", Role::verb, cells_carried_out},
    {U"顺延至下一年", Role::verb, cells_carried_out},
    {U"顺延到下一年", Role::verb, cells_carried_out},
    {U"顺延至下一年答复", Role::verb, cells_carried_out},
    {U"顺延至下一年度答复", Role::verb, cells_carried_out},
    {U"顺延至下年度", Role::verb, cells_carried_out},
    {U"顺延下年度", Role::verb, cells_carried_out},
    {U"顺延到下年度答复", Role::verb, cells_carried_out},
    {U"顺延至下年度答复", Role::verb, cells_carried_out},
    {U"顺延至下年度办理", Role::verb, cells_carried_out},
    {U"顺延到下一年度答复", Role::verb, cells_carried_out},
    {U"延至下年度", Role::verb, cells_carried_out},
    {U"跨年度办理", Role::verb, cells_carried_out},
    {U"跨年办理", Role::verb, cells_carried_out},
    {U"结转明年", Role::verb, cells_carried_out},
    {U"未办结", Role::verb, cells_carried_out},
    {U"尚未办结", Role::verb, cells_carried_out},
    {U"尚在办理", Role::verb, cells_carried_out},
    {U"尚在办理中", Role::verb, cells_carried_out},
    {U"正在办理", Role::verb, cells_carried_out},
    {U"在办", Role::verb, cells_carried_out},
    {U"在办理", Role::verb, cells_carried_out},
    {U"未办理完毕", Role::verb, cells_carried_out},
    {U"待办", Role::verb, cells_carried_out},
    {U"结转待办", Role::verb, cells_carried_out},
    {U"正在办理中", Role::verb, cells_carried_out},
    {U"结转", Role::verb, cells_carried},
    {U"顺延", Role::verb, cells_carried},
    {U"延至", Role::verb, cells_carried},
    {U"转至", Role::verb, cells_carried},

    // ------------------------------------------------------------ results, and their
    // reasons
    {U"予以公开", Role::result, cells<"applications.results.disclosed">},
    {U"同意公开", Role::result, cells<"applications.results.disclosed">},
    {U"准予公开", Role::result, cells<"applications.results.disclosed">},
    {U"全部公开", Role::result, cells<"applications.results.disclosed">},
    {U"部分公开", Role::result, cells<"applications.results.partly_disclosed">},
    {U"予以部分公开", Role::result, cells<"applications.results.partly_disclosed">},
    {U"部分予以公开", Role::result, cells<"applications.results.partly_disclosed">},
    {U"同意部分公开", Role::result, cells<"applications.results.partly_disclosed">},
    {U"区分处理", Role::filler},
    {U"不予公开", Role::result, cells<"applications.results.refused">},
    {U"不公开", Role::result, cells<"applications.results.refused">},
    {U"不同意公开", Role::result, cells<"applications.results.refused">},
    {U"无法提供", Role::result, cells<"applications.results.unable">},
    {U"无法提供信息", Role::result, cells<"applications.results.unable">},
    {U"无法提供政府信息", Role::result, cells<"applications.results.unable">},
    {U"不予处理", Role::result, cells<"applications.results.not_processed">},
    {U"其他处理", Role::result, cells<"applications.results.other_handling">},
    {U"其它处理", Role::result, cells<"applications.results.other_handling">},
    {U"其他方式处理", Role::result, cells<"applications.results.other_handling">},
    {U"属于国家秘密", Role::result, cells<"applications.results.refused.state_secret">},
    {U"涉及国家秘密", Role::result, cells<"applications.results.refused.state_secret">},
    {U"国家秘密", Role::result, cells<"applications.results.refused.state_secret">},
    {U"其他法律行政法规禁止公开", Role::result, cells<"applications.results.refused.law_forbids">},
    {U"其他法律、行政法规禁止公开", Role::result,
     cells<"applications.results.refused.law_forbids">},
    {U"其它法律行政法规禁止公开", Role::result, cells<"applications.results.refused.law_forbids">},
    {U"法律行政法规禁止公开", Role::result, cells<"applications.results.refused.law_forbids">},
    {U"法律、行政法规禁止公开", Role::result, cells<"applications.results.refused.law_forbids">},
    {U"危及三安全一稳定", Role::result, cells<"applications.results.refused.three_securities">},
    {U"三安全一稳定", Role::result, cells<"applications.results.refused.three_securities">},
    {U"保护第三方合法权益", Role::result, cells<"applications.results.refused.third_party">},
    {U"涉及第三方合法权益", Role::result, cells<"applications.results.refused.third_party">},
    {U"第三方合法权益", Role::result, cells<"applications.results.refused.third_party">},
    {U"属于三类内部事务信息", Role::result, cells<"applications.results.refused.internal_affairs">},
    {U"三类内部事务信息", Role::result, cells<"applications.results.refused.internal_affairs">},
    {U"三类内部事务", Role::result, cells<"applications.results.refused.internal_affairs">},
    {U"内部事务信息", Role::result, cells<"applications.results.refused.internal_affairs">},
    {U"属于四类过程性信息", Role::result,
     cells<"applications.results.refused.process_information">},
    {U"四类过程性信息", Role::result, cells<"applications.results.refused.process_information">},
    {U"过程性信息", Role::result, cells<"applications.results.refused.process_information">},
    {U"属于行政执法案卷", Role::result, cells<"applications.results.refused.enforcement_file">},
    {U"行政执法案卷", Role::result, cells<"applications.results.refused.enforcement_file">},
    {U"行政执法案卷信息", Role::result, cells<"applications.results.refused.enforcement_file">},
    {U"属于行政查询事项", Role::result,
     cells<"applications.results.refused.administrative_inquiry">},
    {U"行政查询事项", Role::result, cells<"applications.results.refused.administrative_inquiry">},
    {U"本机关不掌握相关政府信息", Role::result, cells<"applications.results.unable.not_held">},
    {U"本机关不掌握", Role::result, cells<"applications.results.unable.not_held">},
    {U"不掌握相关政府信息", Role::result, cells<"applications.results.unable.not_held">},
    {U"没有现成信息需要另行制作", Role::result,
     cells<"applications.results.unable.needs_creation">},
    {U"没有现成信息，需要另行制作", Role::result,
     cells<"applications.results.unable.needs_creation">},
    {U"没有现成信息", Role::result, cells<"applications.results.unable.needs_creation">},
    {U"需要另行制作", Role::result, cells<"applications.results.unable.needs_creation">},
    {U"补正后申请内容仍不明确", Role::result, cells<"applications.results.unable.still_unclear">},
    {U"补正后仍不明确", Role::result, cells<"applications.results.unable.still_unclear">},
    {U"信访举报投诉类申请", Role::result, cells<"applications.results.not_processed.petition">},
    {U"信访举报投诉类", Role::result, cells<"applications.results.not_processed.petition">},
    {U"信访、举报、投诉类申请", Role::result, cells<"applications.results.not_processed.petition">},
    {U"信访、举报、投诉类", Role::result, cells<"applications.results.not_processed.petition">},
    {U"重复申请", Role::result, cells<"applications.results.not_processed.repeated">},
    {U"要求提供公开出版物", Role::result, cells<"applications.results.not_processed.publication">},
    {U"公开出版物", Role::result, cells<"applications.results.not_processed.publication">},
    {U"无正当理由大量反复申请", Role::result,
     cells<"applications.results.not_processed.repeated_in_bulk">},
    {U"大量反复申请", Role::result, cells<"applications.results.not_processed.repeated_in_bulk">},
    {U"要求行政机关确认或重新出具已获取信息", Role::result,
     cells<"applications.results.not_processed.confirmation">},
    {U"确认或重新出具已获取信息", Role::result,
     cells<"applications.results.not_processed.confirmation">},
    {U"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", Role::result,
     cells<"applications.results.other_handling.not_supplemented">},
    {U"申请人无正当理由逾期不补正", Role::result,
     cells<"applications.results.other_handling.not_supplemented">},
    {U"无正当理由逾期不补正", Role::result,
     cells<"applications.results.other_handling.not_supplemented">},
    {U"逾期不补正", Role::result, cells<"applications.results.other_handling.not_supplemented">},
    {U"逾期未补正", Role::result, cells<"applications.results.other_handling.not_supplemented">},
    {U"申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", Role::result,
     cells<"applications.results.other_handling.fee_unpaid">},
    {U"申请人逾期未按收费通知要求缴纳费用", Role::result,
     cells<"applications.results.other_handling.fee_unpaid">},
    {U"逾期未按收费通知要求缴纳费用", Role::result,
     cells<"applications.results.other_handling.fee_unpaid">},
    {U"逾期未缴费", Role::result, cells<"applications.results.other_handling.fee_unpaid">},

    // ------------------------------------------------------------ applicants: columns of
    // table three
    {U"自然人", Role::applicant, Column::natural_person},
    {U"自然人申请", Role::applicant, Column::natural_person},
    {U"公民个人", Role::applicant, Column::natural_person},
    {U"公民申请", Role::applicant, Column::natural_person},
    {U"个人申请", Role::applicant, Column::natural_person},
    {U"法人或其他组织", Role::applicant, Column::legal},
    {U"法人和其他组织", Role::applicant, Column::legal},
    {U"法人及其他组织", Role::applicant, Column::legal},
    {U"法人或者其他组织", Role::applicant, Column::legal},
    {U"法人、其他组织", Role::applicant, Column::legal},
    {U"法人或其他组织申请", Role::applicant, Column::legal},
    {U"法人或其它组织", Role::applicant, Column::legal},
    {U"法人申请", Role::applicant, Column::legal},
    {U"商业企业", Role::applicant, Column::business},
    {U"商业企业申请", Role::applicant, Column::business},
    {U"科研机构", Role::applicant, Column::research},
    {U"社会公益组织", Role::applicant, Column::public_welfare},
    {U"法律服务机构", Role::applicant, Column::legal_service},
    {U"法律服务机构申请", Role::applicant, Column::legal_service},
    {U"其他组织", Role::subset},
    {U"申请人", Role::filler},
    {U"申请主体", Role::filler},
    {U"申请对象", Role::filler},
    {U"申请者", Role::filler},
    {U"政府信息公开申请人", Role::filler},
    {U"信息公开申请人", Role::filler},
    {U"办结率", Role::filler},
    {U"按时办结率", Role::filler},
    {U"按期办结率", Role::filler},
    {U"办理率", Role::filler},
    {U"答复率", Role::filler},
    {U"按时答复率", Role::filler},
    {U"按期答复率", Role::filler},
    {U"回复率", Role::filler},
    {U"公开率", Role::filler},

    // ------------------------------------------------------------ disputes
    {U"行政复议", Role::procedure, cells<"disputes.reconsideration">},
    {U"行政复议案件", Role::procedure, cells<"disputes.reconsideration">},
    {U"行政复议申请", Role::procedure, cells<"disputes.reconsideration">},
    {U"申请行政复议", Role::procedure, cells<"disputes.reconsideration">},
    {U"被申请行政复议", Role::procedure, cells<"disputes.reconsideration">},
    {U"复议案件", Role::procedure, cells<"disputes.reconsideration">},
    {U"复议", Role::procedure, cells<"disputes.reconsideration">},
    {U"涉及复议", Role::procedure, cells<"disputes.reconsideration">},
    {U"涉及行政复议", Role::procedure, cells<"disputes.reconsideration">},
    {U"行政诉讼", Role::procedure, cells_litigation},
    {U"行政诉讼案件", Role::procedure, cells_litigation},
    {U"提起行政诉讼", Role::procedure, cells_litigation},
    {U"被提起行政诉讼", Role::procedure, cells_litigation},
    {U"诉讼案件", Role::procedure, cells_litigation},
    {U"诉讼", Role::procedure, cells_litigation},
    {U"涉及诉讼", Role::procedure, cells_litigation},
    {U"涉及行政诉讼", Role::procedure, cells_litigation},
    {U"未经复议直接起诉", Role::procedure, cells<"disputes.litigation_direct">},
    {U"未经行政复议直接起诉", Role::procedure, cells<"disputes.litigation_direct">},
    {U"直接起诉", Role::procedure, cells<"disputes.litigation_direct">},
    {U"直接提起诉讼", Role::procedure, cells<"disputes.litigation_direct">},
    {U"直接提起行政诉讼", Role::procedure, cells<"disputes.litigation_direct">},
    {U"直接行政诉讼", Role::procedure, cells<"disputes.litigation_direct">},
    {U"未经复议直接提起诉讼", Role::procedure, cells<"disputes.litigation_direct">},
    {U"未经复议直接提起行政诉讼", Role::procedure, cells<"disputes.litigation_direct">},
    {U"未经复议直接诉讼", Role::procedure, cells<"disputes.litigation_direct">},
    {U"复议后起诉", Role::procedure, cells<"disputes.litigation_after_reconsideration">},
    {U"经复议后起诉", Role::procedure, cells<"disputes.litigation_after_reconsideration">},
    {U"行政复议后起诉", Role::procedure, cells<"disputes.litigation_after_reconsideration">},
    {U"复议后提起诉讼", Role::procedure, cells<"disputes.litigation_after_reconsideration">},
    {U"复议后提起行政诉讼", Role::procedure, cells<"disputes.litigation_after_reconsideration">},
    {U"经复议后提起诉讼", Role::procedure, cells<"disputes.litigation_after_reconsideration">},
    {U"复议后诉讼", Role::procedure, cells<"disputes.litigation_after_reconsideration">},
    {U"行政复议诉讼", Role::procedure,
     cells<
         "disputes.reconsideration+disputes.litigation_direct+disputes.litigation_after_reconsideration">},
    {U"复议诉讼", Role::procedure,
     cells<
         "disputes.reconsideration+disputes.litigation_direct+disputes.litigation_after_reconsideration">},
    {U"复议机关", Role::filler},
    {U"行政复议机关", Role::filler},
    {U"行政复议决定", Role::foreign},
    {U"复议决定", Role::foreign},
    {U"结果维持", Role::outcome, Column::upheld},
    {U"维持", Role::outcome, Column::upheld},
    {U"获维持", Role::outcome, Column::upheld},
    {U"被维持", Role::outcome, Column::upheld},
    {U"结果纠正", Role::outcome, Column::corrected},
    {U"纠正", Role::outcome, Column::corrected},
    {U"被纠正", Role::outcome, Column::corrected},
    {U"纠错", Role::outcome, Column::corrected},
    {U"予以纠正", Role::outcome, Column::corrected},
    {U"予以维持", Role::outcome, Column::upheld},
    {U"纠错率", Role::filler},
    {U"纠正率", Role::filler},
    {U"被纠错", Role::outcome, Column::corrected},
    {U"其他结果", Role::outcome, Column::other},
    {U"其它结果", Role::outcome, Column::other},
    {U"尚未审结", Role::outcome, Column::pending},
    {U"未审结", Role::outcome, Column::pending},
    {U"暂未审结", Role::outcome, Column::pending},
    {U"未结", Role::outcome, Column::pending},
    {U"尚未结案", Role::outcome, Column::pending},
    {U"尚在审理", Role::outcome, Column::pending},
    {U"尚在审理中", Role::outcome, Column::pending},
    {U"在审", Role::outcome, Column::pending},
    {U"正在审理", Role::outcome, Column::pending},
    {U"正在审理中", Role::outcome, Column::pending},

    // ------------------------------------------------------------ table two
    {U"规章", Role::thing, cells<"disclosure.government_rules">},
    {U"政府规章", Role::thing, cells<"disclosure.government_rules">},
    {U"市政府规章", Role::thing, cells<"disclosure.government_rules">},
    {U"省政府规章", Role::thing, cells<"disclosure.government_rules">},
    {U"行政规范性文件", Role::thing, cells<"disclosure.normative_documents">},
    {U"规范性文件", Role::thing, cells<"disclosure.normative_documents">},
    {U"行政许可", Role::thing, cells<"disclosure.licences">},
    {U"行政许可决定", Role::thing, cells<"disclosure.licences">},
    {U"行政处罚", Role::thing, cells<"disclosure.penalties">},
    {U"行政处罚决定", Role::thing, cells<"disclosure.penalties">},
    {U"行政强制", Role::thing, cells<"disclosure.coercive_measures">},
    {U"行政强制决定", Role::thing, cells<"disclosure.coercive_measures">},
    {U"行政强制措施", Role::thing, cells<"disclosure.coercive_measures">},
    {U"行政事业性收费", Role::thing, cells<"disclosure.administrative_charges">},
    {U"制发", Role::measure, Act::made},
    {U"制定", Role::measure, Act::made},
    {U"新制定", Role::measure, Act::made},
    {U"新制发", Role::measure, Act::made},
    {U"制定出台", Role::measure, Act::made},
    {U"出台", Role::measure, Act::made},
    {U"印发", Role::measure, Act::made},
    {U"制定印发", Role::measure, Act::made},
    {U"制定发布", Role::measure, Act::made},
    {U"发布", Role::measure, Act::issued},
    {U"废止", Role::measure, Act::repealed},
    {U"废止失效", Role::measure, Act::repealed},
    {U"废止和宣布失效", Role::measure, Act::repealed},
    {U"现行有效", Role::measure, Act::in_force},
    {U"现行有效的", Role::measure, Act::in_force},
    {U"现行有效文件", Role::measure, Act::in_force},
    {U"清理废止", Role::measure, Act::repealed},
    {U"清理废止文件", Role::measure, Act::repealed},
    {U"废止文件", Role::measure, Act::repealed},
    {U"作出", Role::measure, Act::decided},
    {U"做出", Role::measure, Act::decided},
    {U"作出处理决定", Role::measure, Act::decided},
    {U"处理决定", Role::measure, Act::decided},
    {U"实施", Role::measure, Act::carried},
};

}  // namespace nianbao::prose
