// What one sentence says of 信息处理费, and how it is told.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// A sentence that speaks of 信息处理费, with what was said before it.
class FeeSentence {
public:
    FeeSentence(const Report& report, const Reading& reading, FeesSaid& said,
                std::vector<Finding>& findings);

    const Report& report;
    const Reading& reading;
    std::u32string_view text;
    std::u32string bare;  // without titles: 《政府信息公开信息处理费管理办法》
    FeesSaid& said;
    std::vector<Finding>& findings;

    /// The words of the clause before a place.
    std::u32string_view clause_before(std::size_t at) const;
    /// The scope of what stands there is this year and this office.
    bool is_plain(std::size_t at) const;

    /// `begin`, `end`: what is meant; from `quote` on it is quoted.
    void tell(int quote, int begin, int end, std::string_view name, const Amount& amount,
              std::string_view unit, bool sure);
    /// Characters [begin, end) say that none was taken; that `yuan` was. Where nothing
    /// else says which is right, both are told where the second of them stands.
    void remember_none(int begin, int end);
    void remember_some(int begin, int end, const Amount& yuan);
    void remember_taken(int begin, int end);

private:
    void tell_both(const Finding& at);
};

/// The text without the titles in it.
std::u32string without_titles(std::u32string_view text);

/// 未收取, 免收, 收取情况：无: none was taken, or none asked for.
void check_no_fees(FeeSentence& sentence);
/// 已全部收取, 均未缴纳, 收取信息处理费: what was paid, without an amount; and amounts that
/// cannot be beside each other: more taken than asked for, 680万元 beside 560元.
void check_fee_claims(FeeSentence& sentence);
/// 收取信息处理费890元，其中市本级440元、县区540元: the parts of an amount. 应收400元，减免100元，
/// 实收200元: what was asked for, and what became of it.
void check_fee_lists(FeeSentence& sentence);
void check_fee_balance(FeeSentence& sentence);

}  // namespace nianbao::prose
