#include "text/names/name_breaks.hpp"

#include "text/names/name_parser.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>

namespace nianbao {
namespace names {
namespace {

/// A bracket of so many characters holds a name of its own; a shorter one may be part of
/// one: XX（集团）有限公司.
constexpr int named_bracket = 7;

/// Of what no table knows, in a remark.
constexpr int shortest_piece = 2;

/// Longer endings can stand alone behind a place.
constexpr int short_ending = 3;

constexpr bool is_agency(Kind kind) {
    return kind == Kind::agency || kind == Kind::seat || kind == Kind::office ||
           kind == Kind::party || kind == Kind::ending;
}

/// What an agency's name, or a part of it, begins with.
constexpr bool begins_name(Kind kind) {
    return kind == Kind::place || kind == Kind::office || kind == Kind::party ||
           kind == Kind::system;
}

constexpr bool names_report(Kind kind) { return kind == Kind::year || kind == Kind::report; }

/// The breaks between the words of a name.
class Breaks {
public:
    Breaks(std::u32string_view name, std::span<const Token> tokens)
        : name_(name), tokens_(tokens) {}

    std::vector<Break> find() const {
        std::vector<Break> breaks;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (i > 0) {
                if (const std::optional<Sense> sense = between(i))
                    breaks.push_back({tokens_[i].begin, *sense});
            }
            if (tokens_[i].inner > 0) breaks.push_back({tokens_[i].inner, Sense::strained});
        }
        return breaks;
    }

private:
    /// How well a line ends before a token; none: not at all.
    std::optional<Sense> between(std::size_t i) const {
        const Token &before = tokens_[i - 1], &after = tokens_[i];
        const Kind a = before.kind, b = after.kind;
        if (b == Kind::closing || b == Kind::comma || a == Kind::opening || a == Kind::joining)
            return std::nullopt;
        if (b == Kind::opening) return before_bracket(i);
        if (a == Kind::place && length(before) == 1) return std::nullopt;  // 县大数据局
        if (a == Kind::comma) return Sense::fair;
        if (a == Kind::report && length(before) <= 2) return std::nullopt;  // 关于
        if (b == Kind::year) return Sense::best;
        if (b == Kind::report) return before_report(a, length(after));
        if (a == Kind::year) return Sense::fair;
        if (a == Kind::closing) return after_bracket(i);
        if (a == Kind::unknown) return after_unknown(b);
        if (b == Kind::unknown) return before_unknown(a);
        if (b == Kind::joining) return Sense::fair;
        if (b == Kind::ending) return before_ending(a, length(after));
        if (b == Kind::seat || a == Kind::party) return Sense::fair;
        if (begins_name(b) && is_agency(a)) return second_name(after);
        if (a == Kind::word || a == Kind::report) return Sense::fair;
        return Sense::good;
    }

    static int length(const Token& token) { return token.end - token.begin; }

    std::size_t closing_of(std::size_t opening) const {
        for (std::size_t i = opening; i < tokens_.size(); ++i) {
            if (tokens_[i].kind == Kind::closing) return i;
        }
        return tokens_.size();
    }

    /// True if the bracket between two tokens is a name beside the name, none of its
    /// parts.
    bool is_second_name(std::size_t opening, std::size_t closing) const {
        if (closing + 1 >= tokens_.size() || names_report(tokens_[closing + 1].kind)) return true;
        return tokens_[closing].end - tokens_[opening].begin >= named_bracket;
    }

    std::optional<Sense> before_bracket(std::size_t opening) const {
        return is_second_name(opening, closing_of(opening)) ? Sense::best : Sense::strained;
    }

    std::optional<Sense> after_bracket(std::size_t i) const {
        std::size_t opening = i - 1;
        while (opening > 0 && tokens_[opening].kind != Kind::opening) --opening;
        if (tokens_[i].kind == Kind::ending) return std::nullopt;
        return is_second_name(opening, i - 1) ? Sense::good : Sense::strained;
    }

    /// A short word goes with what it follows: 情况.
    static std::optional<Sense> before_report(Kind before, int length) {
        if (length <= 2) return std::nullopt;
        if (before == Kind::unknown) return Sense::good;
        return is_agency(before) || begins_name(before) || before == Kind::closing ? Sense::best
                                                                                   : Sense::fair;
    }

    /// What is not known may be part of the word beside it.
    static std::optional<Sense> after_unknown(Kind after) {
        if (after == Kind::unknown || after == Kind::ending) return std::nullopt;
        return Sense::strained;
    }

    static std::optional<Sense> before_unknown(Kind before) {
        if (before == Kind::word || before == Kind::ending || before == Kind::report)
            return Sense::strained;
        return before == Kind::party ? Sense::fair : Sense::good;
    }

    /// 分局 after a place, and 流域管理局, which is an agency there; 局 goes with any.
    static std::optional<Sense> before_ending(Kind before, int length) {
        if (length == 1 || before == Kind::word || before == Kind::ending) return std::nullopt;
        return before == Kind::place && length > short_ending ? Sense::good : Sense::fair;
    }

    /// A place that was named before begins a second name; another one a part.
    Sense second_name(const Token& place) const {
        const std::size_t begin = place.begin;
        const std::u32string_view own = name_.substr(begin, place.end - place.begin);
        return name_.substr(0, begin).find(own) != name_.npos ? Sense::best : Sense::good;
    }

    std::u32string_view name_;
    std::span<const Token> tokens_;
};

void append_tokens(std::vector<Token>& tokens, std::u32string_view text, int offset) {
    for (Token token : parse(text)) {
        token.begin += offset;
        token.end += offset;
        if (token.inner > 0) token.inner += offset;
        tokens.push_back(token);
    }
}

}  // namespace
}  // namespace names

std::vector<Break> name_breaks(std::u32string_view name) {
    const std::vector<names::Token> tokens = names::parse(name);
    return names::Breaks(name, tokens).find();
}

std::vector<Break> phrase_breaks(std::u32string_view phrase) {
    const std::vector<names::Token> tokens = names::parse(phrase);
    std::vector<Break> breaks = names::Breaks(phrase, tokens).find();
    // Runs of characters that no table knows.
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const int begin = tokens[i].begin;
        while (i < tokens.size() && tokens[i].kind == names::Kind::unknown) ++i;
        const int end = i < tokens.size() ? tokens[i].begin : static_cast<int>(phrase.size());
        for (int at = begin + names::shortest_piece; at <= end - names::shortest_piece; ++at)
            breaks.push_back({at, Sense::strained});
    }
    std::sort(breaks.begin(), breaks.end(),
              [](const Break& a, const Break& b) { return a.at < b.at; });
    return breaks;
}

std::vector<Break> title_breaks(std::u32string_view title, std::u32string_view agency) {
    std::vector<names::Token> tokens;
    std::size_t from = 0;
    while (!agency.empty() && from < title.size()) {
        const std::size_t at = title.find(agency, from);
        if (at == title.npos) break;
        names::append_tokens(tokens, title.substr(from, at - from), static_cast<int>(from));
        names::append_tokens(tokens, agency, static_cast<int>(at));
        from = at + agency.size();
    }
    names::append_tokens(tokens, title.substr(from), static_cast<int>(from));
    std::vector<Break> breaks = names::Breaks(title, tokens).find();
    std::erase_if(breaks, [&](const Break& one) {  // 2024年度 is one word
        const std::size_t at = one.at;
        return at > 0 && title.substr(at - 1, 2) == U"年度";
    });
    return breaks;
}

}  // namespace nianbao
