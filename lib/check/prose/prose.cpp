// P: prose against tables. The list of the passes.
#include "check/prose/prose.hpp"

#include <utility>

namespace nianbao::prose {
namespace {

/// Every sentence of a field with its figures, words, scopes and names.
std::vector<Reading> read_prose(const Report& report, std::string_view field,
                                const std::vector<Sentence>& sentences, Surety surety) {
    std::vector<Reading> readings;
    readings.reserve(sentences.size());
    Topic topic = Topic::none;
    Scope scope;
    for (const Sentence& sentence : sentences) {
        Reading reading;
        reading.sentence = &sentence;
        reading.field = field;
        reading.surety = surety;
        reading.figures = figures_of(sentence);
        reading.tokens = tokens_of(sentence, reading.figures);
        reading.scopes = scopes_of(report, sentence, reading.figures, reading.tokens, scope);
        name_figures(report, reading, topic);
        if (!reading.scopes.empty()) scope = reading.scopes.back();
        readings.push_back(std::move(reading));
    }
    return readings;
}

}  // namespace

void over_fields(const Report& report, const std::function<void(std::vector<Reading>&)>& take) {
    const struct {
        std::string_view field;
        const std::string& text;
        Surety surety;
    } fields[] = {{"overview", report.overview, Surety::certain},
                  {"problems", report.problems, Surety::likely},
                  {"other", report.other, Surety::certain}};
    for (const auto& [field, text, surety] : fields) {
        const std::vector<Sentence> sentences = sentences_of(report, text);
        std::vector<Reading> readings = read_prose(report, field, sentences, surety);
        take(readings);
    }
}

void check_readings(const Report& report, const CheckOptions& options,
                    const std::vector<Reading>& readings, std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < readings.size(); ++i) {
        check_counts(report, readings[i], findings);  // counts and the cells that they name
        check_claims(report, readings[i], findings);  // 未收到, 均已办结
        check_rates(report, readings[i], findings);   // 办结率
        check_totals(readings[i], findings);          // 共计
        check_lists(report, readings, i, findings);   // 其中: the parts and their whole
        check_shares(report, readings, i, findings);  // 占
        check_share_sums(readings[i], findings);
        check_changes(report, options, readings[i], findings);  // 同比
    }
    check_fees(report, readings, findings);  // 信息处理费
}

}  // namespace nianbao::prose

void nianbao::check_prose(const Report& report, const CheckOptions& options,
                          std::vector<Finding>& findings) {
    prose::over_fields(report, [&](const std::vector<prose::Reading>& readings) {
        prose::check_readings(report, options, readings, findings);
    });
}
