#include "check/prose/fees/fees.hpp"

#include <fmt/format.h>

namespace nianbao::prose {
namespace {

/// Where the numbers of the fees stand in the file.
std::string fees_named(Speech speech) {
    if (speech == Speech::english) return " processing_fees（信息处理费）";
    return speech == Speech::cells ? "“基本信息”里的信息处理费" : "“信息处理费”";
}

}  // namespace

std::u32string without_titles(std::u32string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U'《') {
            const auto close = text.find(U'》', i);
            if (close == text.npos) break;
            i = close;
        } else {
            out += text[i];
        }
    }
    return out;
}

FeeSentence::FeeSentence(const Report& whole, const Reading& read, FeesSaid& before,
                         std::vector<Finding>& told)
    : report(whole),
      reading(read),
      text(read.sentence->text),
      bare(without_titles(text)),
      said(before),
      findings(told) {}

std::u32string_view FeeSentence::clause_before(std::size_t at) const {
    const std::size_t mark = text.substr(0, at).find_last_of(U"，；。");
    const std::size_t begin = mark == text.npos ? 0 : mark + 1;
    return text.substr(begin, at - begin);
}

bool FeeSentence::is_plain(std::size_t at) const {
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        if (reading.tokens[i].end > static_cast<int>(at)) return reading.scopes[i].plain();
    }
    return true;
}

void FeeSentence::tell(int quote, int begin, int end, std::string_view name, const Amount& amount,
                       std::string_view unit, bool sure) {
    const std::string message =
        fmt::format("{}{}信息处理费的数不符：{} {} {}", quoted(reading, quote, end),
                    sure ? "与" : "可能与", name, amount.to_string(), unit);
    findings.push_back((sure ? finding_of : doubt_of)("P-11", span_of(reading, begin, end), message,
                                                      "请核对正文和" + fees_named(reading.speech),
                                                      {{"expected", amount.to_string()}}));
}

void FeeSentence::remember_none(int begin, int end) {
    if (!said.none) {
        Finding none = doubt_of("P-11", span_of(reading, begin, end), {},
                                "请核对两处，并写明" + fees_named(reading.speech));
        none.message = quoted(reading, begin, end);
        said.none = std::move(none);
    }
    tell_both(*said.none);
}

void FeeSentence::remember_some(int begin, int end, const Amount& yuan) {
    if (report.processing_fees) return;
    if (yuan.digits == 0) return remember_none(begin, end);
    remember_taken(begin, end);
}

void FeeSentence::remember_taken(int begin, int end) {
    if (!said.some) {
        Finding some = doubt_of("P-11", span_of(reading, begin, end), {},
                                "请核对两处，并写明" + fees_named(reading.speech));
        some.message = quoted(reading, begin, end);
        said.some = std::move(some);
    }
    tell_both(*said.some);
}

void FeeSentence::tell_both(const Finding& at) {
    if (!said.none || !said.some) return;
    Finding both = at;
    both.message =
        fmt::format("一处说{}，另一处说收取信息处理费{}", said.none->message, said.some->message);
    findings.push_back(std::move(both));
    said = {};
}

}  // namespace nianbao::prose
