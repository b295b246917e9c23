// P: prose against tables. The list of the passes.
#include "check/prose/prose.hpp"

#include "check/evidence.hpp"
#include "check/prose/figures/averages.hpp"
#include "check/prose/figures/directions.hpp"
#include "check/prose/figures/doublings.hpp"
#include "check/prose/figures/partitions.hpp"
#include "check/prose/figures/respective_shares.hpp"
#include "check/prose/figures/shared_bases.hpp"
#include "check/prose/growth/growth.hpp"
#include "check/prose/sums/divisions.hpp"
#include "check/prose/sums/grand_totals.hpp"
#include "check/prose/sums/within.hpp"
#include "text/digits.hpp"
#include "text/search.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <utility>

namespace nianbao::prose {
namespace {

/// “2022年，共收到申请20件。” of the report on 2023: the year was left in more likely than
/// the sentence is of that year, if it compares nothing, its paragraph does not name the
/// report's year and another one does. W-13 tells of the year itself.
class YearsLeft {
public:
    YearsLeft(const Report& report, std::string_view field, const std::vector<Sentence>& sentences)
        : last_{report.year - 1, 0} {
        if (field != "overview") return;  // problems may be of last year
        const std::u32string year = to_utf32(std::to_string(report.year)) + U"年";
        paragraphs_.reserve(sentences.size());
        std::size_t paragraph = 0;
        for (const Sentence& sentence : sentences) {
            if (sentence.begins || named_.empty()) {
                paragraph = named_.size();
                named_.push_back(false);
            }
            paragraphs_.push_back(paragraph);
            if (has(sentence.text, year)) named_[paragraph] = any_ = true;
        }
    }

    bool keeps(const Reading& reading, std::size_t sentence) const {
        if (!any_ || named_[paragraphs_[sentence]]) return false;
        std::size_t i = 0;
        while (reading.role(i) == Role::time || reading.role(i) == Role::own ||
               reading.role(i) == Role::filler)
            ++i;
        if (reading.role(i) != Role::figure || reading.figure(i).kind != FigureKind::year ||
            !(reading.figure(i).numeral.value == last_))
            return false;
        bool counts = false;
        for (const Token& token : reading.tokens) {
            if (token.role == Role::compare || token.role == Role::rise ||
                token.role == Role::fall || token.role == Role::level || token.role == Role::plan)
                return false;
            counts = counts || token.role == Role::verb;
        }
        return counts;
    }

private:
    Amount last_;
    std::vector<std::size_t> paragraphs_;  // of each sentence
    std::vector<bool> named_;              // whether a paragraph names the report's year
    bool any_ = false;
};

/// True where a sentence counts the applications of this year.
bool counts_intake(const Reading& reading) {
    return std::any_of(reading.namings.begin(), reading.namings.end(), [](const Naming& one) {
        return !one.readings.empty() &&
               (one.family == Family::intake || one.family == Family::finished);
    });
}

/// A sentence whose year may have been left in, and the topic that it was read with.
struct MayBeLeft {
    std::size_t sentence;
    Topic topic;
};

/// Every sentence of a field with its figures, words, scopes and names.
std::vector<Reading> read_prose(const Report& report, std::string_view field,
                                const std::vector<Sentence>& sentences, Surety surety) {
    std::vector<Reading> readings;
    readings.reserve(sentences.size());
    Topic topic = Topic::none;
    Scope scope;
    const YearsLeft left(report, field, sentences);
    std::vector<MayBeLeft> may_be_left;
    for (const Sentence& sentence : sentences) {
        Reading reading;
        reading.sentence = &sentence;
        reading.field = field;
        reading.surety = surety;
        reading.figures = figures_of(sentence);
        reading.tokens = tokens_of(sentence, reading.figures);
        reading.scopes = scopes_of(report, sentence, reading.figures, reading.tokens, scope);
        if (!reading.scopes.empty()) scope = reading.scopes.back();
        if (scope.year == report.year - 1 && left.keeps(reading, readings.size()))
            may_be_left.push_back({readings.size(), topic});
        name_figures(report, reading, topic);
        readings.push_back(std::move(reading));
    }
    // Where this year's applications are counted too, last year's are history.
    if (may_be_left.empty() || std::any_of(readings.begin(), readings.end(), counts_intake))
        return readings;
    for (const MayBeLeft& one : may_be_left) {
        Reading& reading = readings[one.sentence];
        for (Scope& own : reading.scopes) own.year = own.year == report.year - 1 ? 0 : own.year;
        reading.surety = Surety::likely;
        reading.namings.clear();
        reading.topics.clear();
        Topic before = one.topic;
        name_figures(report, reading, before);
    }
    return readings;
}

/// 收到申请12件: most introductions count nothing, and need not be read.
bool counts_something(std::string_view text) {
    for (const std::string_view unit : {"件", "条", "宗", "起", "份", "项", "元", "%", "％"}) {
        for (std::size_t at = text.find(unit); at != text.npos; at = text.find(unit, at + 1)) {
            if (at > 0 && is_digit(text[at - 1])) return true;
        }
    }
    return false;
}

}  // namespace

void over_fields(const Report& report, const std::function<void(std::vector<Reading>&)>& take) {
    const struct {
        std::string_view field;
        const std::string& text;
        Surety surety;
    } fields[] = {{"introduction", report.introduction, Surety::likely},
                  {"overview", report.overview, Surety::certain},
                  {"problems", report.problems, Surety::likely},
                  {"other", report.other, Surety::certain}};
    for (const auto& [field, text, surety] : fields) {
        if (field == "introduction" && !counts_something(text)) continue;
        const std::vector<Sentence> sentences = sentences_of(report, text);
        std::vector<Reading> readings = read_prose(report, field, sentences, surety);
        take(readings);
    }
}

void check_readings(const Report& report, const CheckOptions& options,
                    const std::vector<Reading>& readings, FeesSaid& said,
                    std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < readings.size(); ++i) {
        check_counts(report, readings[i], findings);        // counts and the cells that they name
        check_claims(report, readings[i], findings);        // 未收到, 均已办结
        check_all_of_them(report, readings[i], findings);   // 行政复议全部维持
        check_results_said(report, readings, i, findings);  // 均予以公开
        check_applicants_said(report, readings, i, findings);  // 由一家企业提出
        check_outcomes_said(report, readings[i], findings);    // 复议机关予以维持
        check_kinds_said(report, readings[i], findings);       // 均属于行政执法案卷
        check_headed(report, readings[i], findings);           // 行政诉讼情况：无
        check_majorities(report, readings[i], findings);       // 主要来自企业
        check_rates(report, readings[i], findings);            // 办结率
        check_totals(readings[i], findings);                   // 共计
        check_lists(report, readings, i, findings);            // 其中: the parts and their whole
        check_partitions(report, readings, i, findings);       // the same without 其中
        check_divisions(report, readings, i, findings);        // 按载体分, 5件中, 2.18亿元
        check_grand_totals(readings[i], findings);             // 三者共, 每人300元，共
        check_shares(report, readings, i, findings);           // 占
        check_shared_bases(readings, i, findings);
        check_share_sums(readings[i], findings);
        check_within(readings[i], findings);                      // 9个村里有13个村
        check_respective_shares(report, readings[i], findings);   // 分别占
        check_changes(report, options, readings[i], findings);    // 同比
        check_doublings(report, options, readings[i], findings);  // 翻番
        check_directions(readings[i], findings);                  // 缩短到, 平均每天
        const bool begins = i == 0 || readings[i].sentence->begins;
        check_growth(report, options, readings[i], begins ? nullptr : &readings[i - 1],
                     findings);                               // 较上年的…提高
        check_contradictions(report, readings[i], findings);  // 减少35人次，增长19.9%
        check_averages(readings[i], findings);                // 每轮8家
    }
    check_fees(report, readings, said, findings);  // 信息处理费
}

}  // namespace nianbao::prose

void nianbao::check_prose(const Report& report, const CheckOptions& options,
                          std::vector<Finding>& findings, std::vector<Evidence>* evidence) {
    prose::FeesSaid said;
    prose::over_fields(report, [&](std::vector<prose::Reading>& readings) {
        std::vector<prose::Note> notes;
        for (prose::Reading& reading : readings) {
            reading.speech = options.speech;
            if (evidence != nullptr) reading.notes = &notes;
        }
        const std::size_t before = findings.size();
        prose::check_readings(report, options, readings, said, findings);
        if (evidence != nullptr)
            prose::gather(readings, notes, std::span(findings).subspan(before), *evidence);
    });
}
