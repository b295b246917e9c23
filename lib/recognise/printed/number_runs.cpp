#include "recognise/printed/number_runs.hpp"

#include "recognise/labels.hpp"
#include "recognise/printed/form_rows.hpp"

#include <cstddef>

namespace nianbao::recognise {
namespace {

/// All words of a line before its numbers.
std::string_view label_on(std::string_view text, const TextLine& line) {
    if (line.blank() || line.unlabelled()) return {};
    const TextWord& last = line.words[line.words.size() - line.numbers - 1];
    return text.substr(line.begin, last.end - line.begin);
}

/// Puts together what stands about a run, up to those before it and behind it.
void read_labels(std::string_view text, const std::vector<TextLine>& lines, NumberRun& run,
                 int from, int to) {
    constexpr int near = 6;  // lines, blank ones not counted
    int first = run.first, last = run.last;
    for (int left = near; left > 0 && first - 1 > from; --first)
        left -= lines[first - 1].blank() ? 0 : 1;
    for (int left = near; left > 0 && last + 1 < to; ++last)
        left -= lines[last + 1].blank() ? 0 : 1;
    for (int i = first; i <= last; ++i) {
        const std::u32string words = han_of(label_on(text, lines[i]));
        run.around += words;
        if (i >= run.first && i <= run.last) run.own += words;
    }
}

}  // namespace

std::vector<NumberRun> number_runs(std::string_view text, const std::vector<TextLine>& lines,
                                   int begin, int end) {
    constexpr std::size_t most = 120;  // no form has so many
    std::vector<NumberRun> runs;
    bool open = false;
    for (int i = begin; i < end && runs.size() < most; ++i) {
        const TextLine& line = lines[i];
        if (line.blank()) continue;
        if (line.numbers == 0) {
            open = false;
            continue;
        }
        if (!open || !line.unlabelled()) runs.push_back({{}, i, i, {}, {}});
        open = true;
        NumberRun& run = runs.back();
        run.last = i;
        run.numbers.insert(run.numbers.end(), line.words.end() - line.numbers, line.words.end());
    }
    for (std::size_t i = 0; i < runs.size(); ++i)
        read_labels(text, lines, runs[i], i == 0 ? begin - 1 : runs[i - 1].last,
                    i + 1 == runs.size() ? end : runs[i + 1].first);
    return runs;
}

std::u32string words_beside(std::string_view text, const TextLine& line) {
    if (line.blank() || line.unlabelled()) return {};
    const TextWord& word = line.words[line.words.size() - line.numbers - 1];
    return han_of(plain_label(text.substr(word.begin, word.end - word.begin)));
}

}  // namespace nianbao::recognise
