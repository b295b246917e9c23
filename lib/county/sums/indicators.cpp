#include "county/sums/indicators.hpp"

#include "nianbao/evidence.hpp"
#include "report/references.hpp"
#include "text/numerals.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace nianbao::sums {
namespace {

constexpr std::u32string_view pieces[] = {U"条", U"件", U"篇", U"项", U"份", U"则"},
                              answers[] = {U"条", U"件", U"次", U"篇", U"项", U"起"},
                              meetings[] = {U"次", U"场", U"期", U"场次", U"期次"},
                              places[] = {U"个", U"处", U"家", U"台"},
                              issues[] = {U"期", U"份", U"册", U"本"};
constexpr std::u32string_view explaining[] = {U"解读"},
                              answering[] = {U"回应", U"留言", U"关切", U"网民"},
                              conferences[] = {U"新闻发布会", U"访谈", U"发布会", U"开放日"},
                              training[] = {U"培训"}, gazette[] = {U"公报"},
                              website[] = {U"网站", U"门户"},
                              no_website[] = {U"新媒体", U"公众号", U"微博", U"等渠道"},
                              media[] = {U"新媒体", U"公众号", U"微信",  U"微博",
                                         U"客户端", U"抖音",   U"视频号"},
                              no_media[] = {U"网站", U"门户", U"等渠道"},
                              accounts[] = {U"新媒体", U"公众号", U"账号", U"微博"},
                              platforms[] = {U"专区",   U"专栏",     U"栏目",  U"平台",
                                             U"查阅点", U"查阅场所", U"公开栏"},
                              disclosed[] = {U"主动公开",     U"公开政府信息", U"公开各类",
                                             U"发布政府信息", U"公开信息",     U"发布信息",
                                             U"发布各类",     U"政务信息",     U"政府信息"},
                              applied_for[] = {U"申请", U"答复", U"受理"};

constexpr Indicator all_indicators[] = {
    {"政策解读", explaining, pieces},
    {"回应关切", answering, answers, conferences},
    {"新闻发布和访谈", conferences, meetings},
    {"业务培训", training, meetings},
    {"政府公报", gazette, issues},
    {"政府网站发布", website, pieces, no_website},
    {"政务新媒体发布", media, pieces, no_media},
    {"政务新媒体账号", accounts, places},
    {"公开平台和专区", platforms, places},
    {"主动公开政府信息", disclosed, pieces, applied_for},
};

/// The texts that figures stand in.
struct Prose {
    std::string_view field, name;
    std::string Report::*text;
};
constexpr Prose texts[] = {{"introduction", "引言", &Report::introduction},
                           {"overview", "第一部分", &Report::overview},
                           {"problems", "第五部分", &Report::problems},
                           {"other", "第六部分", &Report::other}};

bool names_one(std::u32string_view clause, std::span<const std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::u32string_view word) { return clause.find(word) != clause.npos; });
}

constexpr std::u32string_view clause_ends = U"，；。：！？,;:\n";

/// What stands between the marks on both sides of a figure.
std::u32string_view clause_about(std::u32string_view text, std::size_t begin, std::size_t end) {
    const std::size_t mark = begin == 0 ? text.npos : text.find_last_of(clause_ends, begin - 1);
    const std::size_t from = mark == text.npos ? 0 : mark + 1;
    return text.substr(from, std::min(text.find_first_of(clause_ends, end), text.size()) - from);
}

int indicator_of(std::u32string_view clause, std::u32string_view unit) {
    const std::span<const Indicator> all = indicators();
    for (int i = 0; i < std::ssize(all); ++i) {
        const Indicator& one = all[static_cast<std::size_t>(i)];
        if (std::find(one.units.begin(), one.units.end(), unit) != one.units.end() &&
            names_one(clause, one.words) && !names_one(clause, one.never))
            return i;
    }
    return -1;
}

/// A text of the report, looked at once for all of its figures.
struct Looked {
    const Prose* prose = nullptr;
    std::u32string text;
    std::vector<Sentence> all = {};

    Looked(const Report& report, const Prose& own)
        : prose(&own), text(to_utf32(report.*own.text)), all(sentences(text)) {}

    /// The sentence that a character stands in, with what its references print.
    std::string sentence_at(const Report& report, int at) const {
        const auto own = std::find_if(all.begin(), all.end(), [&](const Sentence& one) {
            return at >= one.offset && at < one.offset + one.length;
        });
        if (own == all.end()) return {};
        std::u32string words = text.substr(static_cast<std::size_t>(own->offset),
                                           static_cast<std::size_t>(own->length));
        const std::vector<Reference> references = find_references(report, words);
        for (auto each = references.rbegin(); each != references.rend(); ++each)
            words.replace(static_cast<std::size_t>(each->begin),
                          static_cast<std::size_t>(each->end - each->begin), each->text);
        std::erase(words, U'\n');
        return to_utf8(words);
    }
};

}  // namespace

std::span<const Indicator> indicators() { return all_indicators; }

std::vector<Told> told_of(const Report& report, const Report* previous) {
    CheckOptions options;
    options.previous = previous;
    std::vector<Told> told;
    std::optional<Looked> looked;
    for (const Evidence& figure : evidence(report, options)) {
        if (figure.held != Held::not_compared) continue;
        const auto prose = std::find_if(std::begin(texts), std::end(texts), [&](const Prose& one) {
            return one.field == figure.where.field;
        });
        if (prose == std::end(texts)) continue;
        const std::u32string said = to_utf32(figure.said);
        const std::vector<Numeral> numerals = find_numerals(said);
        if (numerals.size() != 1 || numerals.front().percent) continue;
        if (!looked || looked->prose != prose) looked.emplace(report, *prose);
        const auto from = static_cast<std::size_t>(figure.where.offset);
        const std::u32string_view unit =
            std::u32string_view(said).substr(static_cast<std::size_t>(numerals.front().end));
        const int indicator = indicator_of(
            clause_about(looked->text, from, from + static_cast<std::size_t>(figure.where.length)),
            unit);
        if (indicator < 0) continue;
        told.push_back({indicator, numerals.front().value, figure.said, std::string(prose->name),
                        looked->sentence_at(report, figure.where.offset)});
    }
    return told;
}

}  // namespace nianbao::sums
