#include "report/sentence_diff.hpp"

#include "text/sentences.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <utility>

namespace nianbao {
namespace {

/// How many sentences ahead a changed one is looked for.
constexpr std::size_t farthest = 8;

/// For each sentence of `a` the one of `b` that is the same and keeps the order, -1 if
/// there is none. The k-th of equal sentences stands for the k-th, so that each has one
/// counterpart at most, and the longest common subsequence is the longest rising one of
/// their places.
std::vector<int> matched(const std::vector<Sentence>& a, const std::vector<Sentence>& b) {
    std::map<std::u32string_view, std::vector<int>> places;
    for (int j = 0; j < std::ssize(b); ++j) places[b[j].text].push_back(j);
    std::map<std::u32string_view, std::size_t> used;
    std::vector<int> counterpart(a.size(), -1);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto found = places.find(a[i].text);
        if (found == places.end()) continue;
        const std::size_t nth = used[a[i].text]++;
        if (nth < found->second.size()) counterpart[i] = found->second[nth];
    }
    // The longest rising subsequence: last[k] is the sentence that ends the one of length
    // k + 1 with the lowest place.
    std::vector<int> last, before(a.size(), -1);
    for (int i = 0; i < std::ssize(a); ++i) {
        if (counterpart[i] < 0) continue;
        const auto at = std::lower_bound(
            last.begin(), last.end(), counterpart[i],
            [&](int sentence, int place) { return counterpart[sentence] < place; });
        before[i] = at == last.begin() ? -1 : *(at - 1);
        if (at == last.end()) last.push_back(i);
        else *at = i;
    }
    std::vector<int> match(a.size(), -1);
    for (int i = last.empty() ? -1 : last.back(); i >= 0; i = before[i]) match[i] = counterpart[i];
    return match;
}

/// Its pairs of neighbouring characters, sorted.
std::vector<std::uint64_t> pairs_of(std::u32string_view text) {
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs.push_back((std::uint64_t{text[i]} << 32U) | text[i + 1]);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

std::size_t common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::size_t count = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x < *y) ++x;
        else if (*y < *x) ++y;
        else ++count, ++x, ++y;
    }
    return count;
}

class Changes {
public:
    Changes(std::string_view field, std::string_view name, const std::vector<Sentence>& before,
            const std::vector<Sentence>& after)
        : field_(field), name_(name), before_(before), after_(after) {}

    std::vector<TextChange> find() {
        const std::vector<int> match = matched(before_, after_);
        std::size_t i = 0, j = 0;
        for (std::size_t k = 0; k < match.size(); ++k) {
            if (match[k] < 0) continue;
            between(i, k, j, match[k]);
            i = k + 1;
            j = match[k] + 1;
        }
        between(i, before_.size(), j, after_.size());
        return std::move(changes_);
    }

private:
    void tell(TextChanged how, const Sentence* before, const Sentence* after) {
        const auto span = [&](const Sentence* sentence) {
            return sentence != nullptr ? Span{field_, sentence->offset, sentence->length} : Span{};
        };
        changes_.push_back(
            {field_, name_, how, before != nullptr ? to_utf8(before->text) : std::string(),
             after != nullptr ? to_utf8(after->text) : std::string(), span(before), span(after)});
    }

    /// Sentences [i, k) and [j, l), none of which is the same: those that are alike were
    /// changed, in order.
    void between(std::size_t i, std::size_t k, std::size_t j, std::size_t l) {
        std::vector<std::vector<std::uint64_t>> pairs;
        for (std::size_t n = j; n < l && i < k; ++n) pairs.push_back(pairs_of(after_[n].text));
        const std::size_t first = j;
        for (; i < k; ++i) {
            const std::vector<std::uint64_t> own = pairs_of(before_[i].text);
            std::size_t best = l, best_common = 0, best_all = 1;
            for (std::size_t n = j; n < std::min(l, j + farthest); ++n) {
                const std::size_t both = common(own, pairs[n - first]),
                                  all = own.size() + pairs[n - first].size();
                if (4 * both <= all || both * best_all <= best_common * all) continue;
                best = n;
                best_common = both;
                best_all = all;
            }
            if (best == l) {
                tell(TextChanged::removed, &before_[i], nullptr);
                continue;
            }
            for (; j < best; ++j) tell(TextChanged::added, nullptr, &after_[j]);
            tell(TextChanged::changed, &before_[i], &after_[j++]);
        }
        for (; j < l; ++j) tell(TextChanged::added, nullptr, &after_[j]);
    }

    std::string field_, name_;
    const std::vector<Sentence>&before_, &after_;
    std::vector<TextChange> changes_;
};

}  // namespace

std::vector<TextChange> sentence_changes(std::string_view field, std::string_view name,
                                         std::string_view before, std::string_view after) {
    if (before == after) return {};
    const std::vector<Sentence> old = sentences(to_utf32(before)), now = sentences(to_utf32(after));
    return Changes(field, name, old, now).find();
}

}  // namespace nianbao
