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

void check_all(const Report& report, const CheckOptions& options, std::vector<Finding>& findings) {
    const struct {
        std::string_view field;
        const std::string& text;
        Surety surety;
    } fields[] = {{"overview", report.overview, Surety::certain},
                  {"problems", report.problems, Surety::likely},
                  {"other", report.other, Surety::certain}};
    for (const auto& [field, text, surety] : fields) {
        const std::vector<Sentence> sentences = sentences_of(report, text);
        const std::vector<Reading> readings = read_prose(report, field, sentences, surety);
        for (std::size_t i = 0; i < readings.size(); ++i) {
            check_counts(report, readings[i],
                         findings);                       // counts and the cells that they name
            check_claims(report, readings[i], findings);  // 未收到, 均已办结
            check_lists(report, readings, i,
                        findings);                        // 其中: the parts and their whole
            check_shares(report, readings, i, findings);  // 占
            check_changes(report, options, readings[i], findings);  // 同比
        }
        check_fees(report, readings, findings);  // 信息处理费
    }
}

}  // namespace
}  // namespace nianbao::prose

void nianbao::check_prose(const Report& report, const CheckOptions& options,
                          std::vector<Finding>& findings) {
    prose::check_all(report, options, findings);
}
