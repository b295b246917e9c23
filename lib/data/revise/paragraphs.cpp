#include "data/revise/paragraphs.hpp"

#include "data/revise/matching.hpp"
#include "notation/text_map.hpp"
#include "report/references.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace nianbao::data {
namespace {

/// So many comparisons are made for a text; what is longer counts as rewritten.
constexpr std::size_t most_steps = 16'000'000;

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\u3000' || c == U'\u00A0'; }

bool of_number(char32_t c) { return (c >= U'0' && c <= U'9') || c == U'.' || c == U','; }

/// A character, or a whole number, as it is compared and as it is written.
struct Token {
    std::u32string compared;
    std::u32string written;  // with the blanks before it; in the data file's notation
    int reference = -1;      // which of the references of its text printed it
    bool operator==(const Token& other) const { return compared == other.compared; }
};

/// A reference, and the tokens [begin, end) that it printed.
struct Printed {
    std::u32string written;
    std::size_t begin, end;
    std::u32string now;  // what it prints in the new report
};

class Tokens {
public:
    /// Text that is to be printed, or is as it was printed. Braces that it has itself are
    /// written twice in the data file.
    void add(std::u32string_view text, int reference, bool typed) {
        for (std::size_t at = 0; at < text.size();) {
            if (is_blank(text[at])) {
                blanks_ += text[at++];
                continue;
            }
            std::size_t end = at + 1;
            if (text[at] >= U'0' && text[at] <= U'9') {
                while (end < text.size() && of_number(text[end])) ++end;
                while (text[end - 1] == U'.' || text[end - 1] == U',') --end;
            }
            const bool braces = typed && text.substr(at).starts_with(U"{{");
            if (braces) end = at + 2;
            const std::u32string word(text.substr(at, end - at));
            all.push_back(
                {word, std::exchange(blanks_, {}) + (braces ? U"{{{{" : word), reference});
            at = end;
        }
    }

    std::vector<Token> all;

private:
    std::u32string blanks_;
};

/// A paragraph of the data file as it was printed.
struct OldParagraph {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Printed> references;
};

/// Two letters beside each other, for telling how alike two paragraphs are.
std::multiset<std::u32string> pairs_of(const std::vector<Token>& tokens) {
    std::multiset<std::u32string> pairs;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        pairs.insert(tokens[i].compared + tokens[i + 1].compared);
    return pairs;
}

/// More than a third of the pairs of both are common.
bool alike(const std::vector<Token>& a, const std::vector<Token>& b) {
    const std::multiset<std::u32string> of_a = pairs_of(a), of_b = pairs_of(b);
    std::vector<std::u32string> common;
    std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                          std::back_inserter(common));
    return common.size() * 6 > of_a.size() + of_b.size();
}

std::u32string key_of(const std::vector<Token>& tokens) {
    std::u32string key;
    for (const Token& token : tokens) key += token.compared;
    return key;
}

OldParagraph old_paragraph(std::string_view text, const Report& old, const Report& revised) {
    OldParagraph paragraph{text, {}, {}};
    const std::u32string raw = to_utf32(text);
    const std::vector<Reference> before = find_references(old, raw),
                                 after = find_references(revised, raw);
    Tokens tokens;
    std::size_t at = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto begin = static_cast<std::size_t>(before[i].begin),
                   end = static_cast<std::size_t>(before[i].end);
        tokens.add(std::u32string_view(raw).substr(at, begin - at), -1, false);
        const std::size_t first = tokens.all.size();
        tokens.add(before[i].text, static_cast<int>(i), false);
        paragraph.references.push_back(
            {raw.substr(begin, end - begin), first, tokens.all.size(), after[i].text});
        at = end;
    }
    tokens.add(std::u32string_view(raw).substr(at), -1, false);
    paragraph.tokens = std::move(tokens.all);
    return paragraph;
}

/// What a reference printed, without blanks.
std::u32string printed_of(const OldParagraph& old, const Printed& reference) {
    std::u32string text;
    for (std::size_t i = reference.begin; i < reference.end; ++i) text += old.tokens[i].compared;
    return text;
}

/// One paragraph's change, token by token.
class ChangedParagraph {
public:
    ChangedParagraph(const OldParagraph& old, const std::vector<Token>& now, std::size_t& budget,
                     std::vector<TouchedReference>& touched)
        : old_(old), now_(now), touched_(touched), was_(now.size(), -1) {
        std::map<std::u32string, int> numbers;
        const std::vector<int> found =
            matched(numbered(old.tokens, numbers), numbered(now, numbers), budget);
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i] >= 0) was_[static_cast<std::size_t>(found[i])] = static_cast<int>(i);
        }
        for (const Printed& reference : old.references) {
            stays_.push_back(stays(reference, found));
            reprinted_.push_back(stays_.back() && printed_of(old, reference) != reference.now);
        }
    }

    std::string text() {
        std::u32string out;
        for (std::size_t i = 0; i < now_.size(); ++i) {
            if (was_[i] < 0) put_new(i, out);
            else put_old(static_cast<std::size_t>(was_[i]), i, out);
        }
        for (std::size_t i = 0; i < old_.references.size(); ++i) tell(i);
        return to_utf8(out);
    }

private:
    static std::vector<int> numbered(const std::vector<Token>& tokens,
                                     std::map<std::u32string, int>& numbers) {
        std::vector<int> all;
        for (const Token& token : tokens)
            all.push_back(numbers.try_emplace(token.compared, static_cast<int>(numbers.size()))
                              .first->second);
        return all;
    }

    /// All that it printed still stands, in one piece.
    static bool stays(const Printed& reference, const std::vector<int>& found) {
        for (std::size_t i = reference.begin; i < reference.end; ++i) {
            if (found[i] < 0 || (i > reference.begin && found[i] != found[i - 1] + 1)) return false;
        }
        return reference.end > reference.begin;
    }

    void put_old(std::size_t old, std::size_t now, std::u32string& out) {
        const Token& token = old_.tokens[old];
        if (token.reference < 0) {
            out += token.written;
            return;
        }
        const auto own = static_cast<std::size_t>(token.reference);
        const Printed& reference = old_.references[own];
        if (!stays_[own]) out += now_[now].written;
        else if (old == reference.begin) out += blanks_of(token) + reference.written;
    }

    /// What a reference prints from now on is still a reference.
    void put_new(std::size_t now, std::u32string& out) {
        for (std::size_t i = 0; i < old_.references.size(); ++i) {
            const Printed& reference = old_.references[i];
            if (stays_[i] || reference.now != now_[now].compared || !replaces(i, now)) continue;
            stays_[i] = true;
            out += blanks_of(now_[now]) + reference.written;
            return;
        }
        out += now_[now].written;
    }

    /// True if the new token stands between the neighbours of what the reference printed.
    bool replaces(std::size_t reference, std::size_t now) const {
        const Printed& own = old_.references[reference];
        int before = -1, after = static_cast<int>(old_.tokens.size());
        for (std::size_t i = 0; i < now; ++i) before = std::max(before, was_[i]);
        for (std::size_t i = now_.size(); i-- > now + 1;)
            if (was_[i] >= 0) after = was_[i];
        return before < static_cast<int>(own.begin) && after >= static_cast<int>(own.end);
    }

    static std::u32string blanks_of(const Token& token) {
        std::size_t end = 0;
        while (end < token.written.size() && is_blank(token.written[end])) ++end;
        return token.written.substr(0, end);
    }

    void tell(std::size_t index) {
        const Printed& reference = old_.references[index];
        if (stays_[index] && !reprinted_[index]) return;
        touched_.push_back({to_utf8(reference.written), to_utf8(printed_of(old_, reference)),
                            stays_[index] ? to_utf8(reference.now) : std::string()});
    }

    const OldParagraph& old_;
    const std::vector<Token>& now_;
    std::vector<TouchedReference>& touched_;
    std::vector<int> was_;         // of each new token the old one; -1: it is new
    std::vector<bool> stays_;      // of each reference
    std::vector<bool> reprinted_;  // it stays, and prints something else from now on
};

class TextCarrier {
public:
    TextCarrier(std::string_view text, const Report& old, std::string_view printed,
                const Report& revised) {
        for (std::string_view line : paragraphs_of(text)) {
            olds_.push_back(old_paragraph(line, old, revised));
            old_keys_.push_back(number_of(olds_.back().tokens));
        }
        for (std::string_view line : paragraphs_of(printed)) {
            Tokens tokens;
            tokens.add(to_utf32(line), -1, true);
            news_.push_back(std::move(tokens.all));
            new_keys_.push_back(number_of(news_.back()));
        }
    }

    RevisedText carry() {
        const std::vector<int> same = matched(old_keys_, new_keys_, budget_);
        was_.assign(news_.size(), -1);
        gone_.assign(olds_.size(), true);
        for (std::size_t i = 0; i < same.size(); ++i) {
            if (same[i] < 0) continue;
            was_[static_cast<std::size_t>(same[i])] = static_cast<int>(i);
            gone_[i] = false;
        }
        pair_alike();
        for (std::size_t i = olds_.size(); i-- > 0;) {
            if (gone_[i]) gone_by_key_[old_keys_[i]].push_back(i);
        }
        for (std::size_t i = 0; i < news_.size(); ++i) put(i);
        carried_.changed = carried_.changed || olds_.size() != news_.size();
        return std::move(carried_);
    }

private:
    /// Paragraphs that are alike but for blanks have one number.
    int number_of(const std::vector<Token>& tokens) {
        return numbers_.try_emplace(key_of(tokens), static_cast<int>(numbers_.size()))
            .first->second;
    }

    /// Between two paragraphs that stayed, what was rewritten stays in its order.
    void pair_alike() {
        std::size_t old = 0;
        for (std::size_t now = 0; now < news_.size(); ++now) {
            if (was_[now] >= 0) {
                old = static_cast<std::size_t>(was_[now]) + 1;
                continue;
            }
            for (std::size_t i = old; i < olds_.size() && gone_[i]; ++i) {
                const std::size_t steps = olds_[i].tokens.size() + news_[now].size();
                if (steps * 16 > budget_) return;
                budget_ -= steps * 16;
                if (!alike(olds_[i].tokens, news_[now])) continue;
                was_[now] = static_cast<int>(i);
                gone_[i] = false;
                old = i + 1;
                break;
            }
        }
    }

    void put(std::size_t now) {
        if (was_[now] < 0) return put_new(now);
        const OldParagraph& old = olds_[static_cast<std::size_t>(was_[now])];
        RevisedParagraph paragraph{was_[now], std::string(old.text), false};
        if (old_keys_[static_cast<std::size_t>(was_[now])] == new_keys_[now]) {
            tell_reprinted(old);
        } else {
            paragraph.text = changed(old, news_[now]);
            paragraph.changed = carried_.changed = true;
        }
        carried_.paragraphs.push_back(std::move(paragraph));
    }

    std::string changed(const OldParagraph& old, const std::vector<Token>& now) {
        return ChangedParagraph(old, now, budget_, carried_.references).text();
    }

    /// A paragraph that was moved here keeps its references.
    void put_new(std::size_t now) {
        carried_.changed = true;
        if (std::vector<std::size_t>& same = gone_by_key_[new_keys_[now]]; !same.empty()) {
            const OldParagraph& old = olds_[same.back()];
            same.pop_back();
            tell_reprinted(old);
            carried_.paragraphs.push_back({-1, std::string(old.text), true});
            return;
        }
        std::u32string text;
        for (const Token& token : news_[now]) text += token.written;
        std::string own = to_utf8(text);
        own.erase(0, own.size() - without_blanks_before(own).size());
        carried_.paragraphs.push_back({-1, std::move(own), true});
    }

    static std::string_view without_blanks_before(std::string_view text) {
        while (const std::size_t blank = notation::leading_blank(text)) text.remove_prefix(blank);
        return text;
    }

    /// The text stays, but its cell changed: the reference prints what the text does not
    /// say.
    void tell_reprinted(const OldParagraph& old) {
        for (const Printed& reference : old.references) {
            const std::u32string printed = printed_of(old, reference);
            std::u32string now = reference.now;
            std::erase_if(now, is_blank);
            if (printed != now)
                carried_.references.push_back(
                    {to_utf8(reference.written), to_utf8(printed), to_utf8(reference.now)});
        }
    }

    std::vector<OldParagraph> olds_;
    std::vector<std::vector<Token>> news_;
    std::map<std::u32string, int> numbers_;
    std::vector<int> old_keys_, new_keys_;
    std::map<int, std::vector<std::size_t>> gone_by_key_;  // the first one last
    std::vector<int> was_;    // of each new paragraph the old one; -1: it is new
    std::vector<bool> gone_;  // of each old one: no new one is it
    std::size_t budget_ = most_steps;
    RevisedText carried_;
};

}  // namespace

std::vector<std::string_view> paragraphs_of(std::string_view text) {
    std::vector<std::string_view> all;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line = text.substr(from, end - from);
        if (!notation::blank(line)) all.push_back(line);
        from = end + 1;
    }
    return all;
}

RevisedText carry_text(std::string_view text, const Report& old, std::string_view printed,
                       const Report& revised) {
    return TextCarrier(text, old, printed, revised).carry();
}

}  // namespace nianbao::data
