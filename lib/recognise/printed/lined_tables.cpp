#include "recognise/printed/lined_tables.hpp"

#include "nianbao/report.hpp"
#include "recognise/article/article.hpp"
#include "recognise/printed/form_rows.hpp"
#include "recognise/printed/number_runs.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

namespace nianbao::recognise {
namespace {

/// One form among the lines of its section.
class FormFinder {
public:
    FormFinder(std::string_view text, const std::vector<TextLine>& lines, const Form& form,
               Parts::Range section, Columns columns)
        : text_(text),
          lines_(lines),
          form_(form),
          rows_(rows_of(form)),
          begin_(section.begin),
          end_(section.end),
          columns_(columns) {}

    std::optional<LinedTable> find() {
        runs_ = number_runs(text_, lines_, begin_, end_);
        pair();
        const auto paired = std::ssize(run_of_) - std::count(run_of_.begin(), run_of_.end(), -1);
        if (2 * paired < std::ssize(rows_)) return {};
        found_rows_ = static_cast<int>(paired);
        find_ends();
        tell_strays();
        fill();
        return std::move(table_);
    }

    /// How much of the form it is: rows that are whole, then rows that were found.
    std::pair<int, int> measure() const { return {whole_rows_, found_rows_}; }

private:
    // ------------------------------------------------------------ rows

    /// What it is worth that a run is a row's: the characters of its label that stand
    /// there; 0: it is not.
    int worth(const NumberRun& run, const FormRow& row) const {
        if (row.labels.empty()) return run.own.empty() ? 1 + exact(run, row) : 0;
        if (!stands_beside(run, row)) return 0;
        int best = 0;
        for (const std::u32string& label : row.labels) {
            const std::size_t common = common_in_order(label, run.around);
            const bool alike =
                label.size() < 5 ? common == label.size() : common * 5 >= label.size() * 4;
            if (alike) best = std::max(best, static_cast<int>(common) + exact(run, row));
        }
        return best;
    }

    /// The words just before the numbers are the row's; if there are none, those above
    /// are, and those below: its label stands about them. Groups stand further left.
    bool stands_beside(const NumberRun& run, const FormRow& row) const {
        const std::u32string beside = words_beside(text_, lines_[run.first]);
        if (!beside.empty() && !of_group_alone(beside, row)) return part_of_label(beside, row);
        if (!stands_in(run.first, -1, row)) return false;
        return columns_ == Columns::unknown || stands_in(run.last, 1, row);
    }

    /// True if the next words above or below are part of a row's label.
    bool stands_in(int line, int step, const FormRow& row) const {
        for (line += step; line >= begin_ && line < end_; line += step) {
            if (lines_[line].blank()) continue;
            if (lines_[line].numbers > 0) return false;
            const std::u32string words = words_beside(text_, lines_[line]);
            if (!words.empty() && !of_group_alone(words, row)) return part_of_label(words, row);
        }
        return false;
    }

    bool of_group_alone(std::u32string_view words, const FormRow& row) const {
        if (!part_of_group(words, row)) return false;
        return std::none_of(rows_.begin(), rows_.end(), [&](const FormRow& other) {
            return std::find(other.labels.begin(), other.labels.end(), words) != other.labels.end();
        });
    }

    static int exact(const NumberRun& run, const FormRow& row) {
        return run.numbers.size() == row.entries.size() ? 3 : 1;
    }

    /// Gives each row the run that is its own: of all ways to do so in their order the
    /// one that is worth most.
    void pair() {
        const std::size_t rows = rows_.size(), runs = runs_.size();
        std::vector<std::vector<int>> best(rows + 1, std::vector<int>(runs + 1)),
            own(rows, std::vector<int>(runs));
        for (std::size_t i = 0; i < rows; ++i) {
            for (std::size_t k = 0; k < runs; ++k) {
                own[i][k] = worth(runs_[k], rows_[i]);
                const int paired = own[i][k] > 0 ? best[i][k] + own[i][k] : 0;
                best[i + 1][k + 1] = std::max({paired, best[i][k + 1], best[i + 1][k]});
            }
        }
        run_of_.assign(rows, -1);
        for (std::size_t i = rows, k = runs; i > 0 && k > 0;) {
            const int with = own[i - 1][k - 1];
            if (with > 0 && best[i][k] == best[i - 1][k - 1] + with) run_of_[--i] = --k;
            else if (best[i][k] == best[i - 1][k]) --i;
            else --k;
        }
    }

    bool is_paired(int run) const {
        return std::find(run_of_.begin(), run_of_.end(), run) != run_of_.end();
    }

    // ------------------------------------------------------------ where it ends

    bool of_form(int line) const {
        const TextLine& one = lines_[line];
        return only_words_of(form_, text_.substr(one.begin, one.end - one.begin));
    }

    /// A row of numbers above those that were found is one that has other words.
    bool of_table(int line) const { return of_form(line) || lines_[line].numbers > 1; }

    void find_ends() {
        const auto is_found = [](int run) { return run >= 0; };
        const auto first = std::find_if(run_of_.begin(), run_of_.end(), is_found);
        const auto last = std::find_if(run_of_.rbegin(), run_of_.rend(), is_found);
        table_.form = &form_;
        table_.first = runs_[*first].first;
        table_.last = runs_[*last].last + 1;
        while (table_.first > begin_ && of_table(table_.first - 1)) --table_.first;
        // The rest of the last row's label.
        const FormRow& row = rows_[rows_.size() - 1 - (last - run_of_.rbegin())];
        for (int line = table_.last; line < std::min(table_.last + 3, end_); ++line) {
            if (lines_[line].blank()) continue;
            const std::u32string words = words_beside(text_, lines_[line]);
            const bool own = !words.empty() && lines_[line].numbers == 0 &&
                             (part_of_label(words, row) || part_of_group(words, row));
            if (!own) break;
            table_.last = line + 1;
        }
    }

    /// Numbers below each other that belong to no row are the rest of one that broke:
    /// nobody knows of which. What else stands between the rows is not the form's.
    void tell_strays() {
        doubtful_.assign(rows_.size(), false);
        for (int k = 0; k < std::ssize(runs_); ++k) {
            const NumberRun& run = runs_[k];
            constexpr int near = 3;
            if (is_paired(k) || run.last < table_.first || run.first >= table_.last + near)
                continue;
            if (!run.own.empty()) continue;
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                const bool beside = run_of_[i] >= 0 && (paired_beside(k, -1) == run_of_[i] ||
                                                        paired_beside(k, 1) == run_of_[i]);
                if (beside) doubtful_[i] = true;
            }
            if (run.last >= table_.last) table_.last = run.last + 1;
        }
        for (int i = table_.first; i < table_.last; ++i) {
            const bool read = std::any_of(run_of_.begin(), run_of_.end(), [&](int run) {
                return run >= 0 && runs_[run].first <= i && i <= runs_[run].last;
            });
            if (read || lines_[i].blank()) continue;
            // Words of the form alone are its heads; with numbers they are a row.
            if (lines_[i].numbers > 0 || !of_form(i)) table_.others.push_back(i);
        }
    }

    /// The nearest run of a row before this one, or behind it.
    int paired_beside(int run, int step) const {
        while (run >= 0 && run < std::ssize(runs_) && !is_paired(run)) run += step;
        return run;
    }

    // ------------------------------------------------------------ columns

    /// True if the heads of its columns stand above a row in the form's order.
    bool has_heads(std::size_t row) const {
        const std::u32string& wanted = rows_[row].heads;
        if (wanted.empty()) return true;
        const int run = run_of_[row];
        const int from = run == 0 ? table_.first : std::max(runs_[run - 1].last + 1, table_.first);
        const int page = lines_[runs_[run].first].page;
        // Where each character is in its line, by characters and as a screen shows it.
        using Places = std::vector<std::pair<int, char32_t>>;
        Places all, of_page, shown, read;
        for (int i = from; i < runs_[run].first; ++i) {
            const TextLine& line = lines_[i];
            int at = 0, width = 0;
            for (const char32_t c : to_utf32(text_.substr(line.begin, line.end - line.begin))) {
                if (wanted.find(c) != wanted.npos) {
                    all.emplace_back(at, c);
                    shown.emplace_back(width, c);
                    read.emplace_back(0, c);
                    if (line.page == page) of_page.emplace_back(at, c);
                }
                ++at;
                width += display_width(c);
            }
        }
        if (in_order(std::move(all), wanted) || in_order(std::move(of_page), wanted)) return true;
        return columns_ == Columns::unknown && (in_order(std::move(shown), wanted) ||
                                                in_order(std::move(read), rows_[row].read_heads));
    }

    static bool in_order(std::vector<std::pair<int, char32_t>> found, std::u32string_view wanted) {
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        return std::equal(found.begin(), found.end(), wanted.begin(), wanted.end(),
                          [](const auto& one, char32_t c) { return one.second == c; });
    }

    /// The numbers of a row by its columns; what has none is a blank. Nothing if it is
    /// not known which stand where.
    std::optional<std::vector<TextWord>> numbers_of(std::size_t row) const {
        const NumberRun& run = runs_[run_of_[row]];
        std::vector<TextWord> numbers = run.numbers;
        const std::size_t wanted = rows_[row].entries.size();
        // Joined cells of labels may be blank ones in a copy, and one may follow.
        const auto blank = [](const TextWord& word) { return word.begin == word.end; };
        if (numbers.size() == wanted + 1 && blank(numbers.back())) numbers.pop_back();
        while (numbers.size() > wanted && blank(numbers.front())) numbers.erase(numbers.begin());
        if (numbers.size() == wanted) return numbers;
        const bool placed = columns_ == Columns::aligned && run.first == run.last;
        if (numbers.size() > wanted || !placed) return {};
        return by_columns(row, numbers);
    }

    double middle(const TextWord& word) const {
        return word.column +
               count_characters(text_.substr(word.begin, word.end - word.begin)) / 2.0;
    }

    /// Below those of the nearest row of the page that has all its numbers.
    std::optional<std::vector<TextWord>> by_columns(std::size_t row,
                                                    const std::vector<TextWord>& numbers) const {
        const NumberRun* pattern = nullptr;
        const NumberRun& run = runs_[run_of_[row]];
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (run_of_[i] < 0 || doubtful_[i]) continue;
            const NumberRun& other = runs_[run_of_[i]];
            const bool usable = other.numbers.size() == rows_[row].entries.size() &&
                                other.first == other.last &&
                                lines_[other.first].page == lines_[run.first].page;
            if (usable && (pattern == nullptr || std::abs(other.first - run.first) <
                                                     std::abs(pattern->first - run.first)))
                pattern = &other;
        }
        if (pattern == nullptr) return {};
        double gap = 1000;
        for (std::size_t i = 1; i < pattern->numbers.size(); ++i)
            gap = std::min(gap, middle(pattern->numbers[i]) - middle(pattern->numbers[i - 1]));
        constexpr double near = 0.35;  // of the narrowest column
        std::vector<TextWord> placed(pattern->numbers.size(),
                                     {lines_[run.first].end, lines_[run.first].end, 0, true});
        std::size_t column = 0;
        for (const TextWord& number : numbers) {
            while (column < placed.size() &&
                   std::abs(middle(number) - middle(pattern->numbers[column])) > near * gap)
                ++column;
            if (column == placed.size()) return {};
            placed[column++] = number;
        }
        if (!adds_up(rows_[row], placed)) return {};
        return placed;
    }

    /// True if the last number is the sum of the others, as the form asks: then none of
    /// them stands for two, or for its neighbour.
    bool adds_up(const FormRow& row, const std::vector<TextWord>& numbers) const {
        if (row.total < 0) return false;
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const TextWord& word = numbers[i];
            const bool last = i + 1 == numbers.size();
            if (word.begin == word.end && !last) continue;
            const int number = number_of(text_.substr(word.begin, word.end - word.begin));
            if (number < 0) return false;
            sum += last ? -number : number;
        }
        return sum == 0;
    }

    // ------------------------------------------------------------ cells

    void fill() {
        const int begin = lines_[table_.first].begin;
        for (const Box& box : form_.boxes) {
            std::string label(box.text);
            std::erase(label, '|');
            table_.cells.push_back({box.row, box.column, box.rows, box.columns, begin, begin,
                                    std::move(label), false});
        }
        bool heads = true;
        int at = begin;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const FormRow& row = rows_[i];
            if (run_of_[i] < 0) {
                at = place_of_missing(i, at);
                put_unparted(row, at, at);
                continue;
            }
            const NumberRun& run = runs_[run_of_[i]];
            if (!row.heads.empty()) heads = has_heads(i);
            const auto numbers = heads && !doubtful_[i] ? numbers_of(i) : std::nullopt;
            at = run.numbers.back().end;
            if (!numbers) {
                put_unparted(row, run.numbers.front().begin, at);
                continue;
            }
            ++whole_rows_;
            for (std::size_t k = 0; k < row.entries.size(); ++k) {
                table_.cells.push_back(cell_of(form_.entries[row.entries[k]], (*numbers)[k]));
            }
        }
        std::stable_sort(table_.cells.begin(), table_.cells.end(),
                         [](const LinedCell& a, const LinedCell& b) {
                             return std::pair(a.row, a.column) < std::pair(b.row, b.column);
                         });
    }

    /// Where a row that was not found may be: at numbers behind `at` that are no row's.
    int place_of_missing(std::size_t row, int at) const {
        while (row < rows_.size() && run_of_[row] < 0) ++row;
        const int end = row == rows_.size() ? table_.last : runs_[run_of_[row]].first;
        const auto found = std::find_if(table_.others.begin(), table_.others.end(), [&](int i) {
            return i < end && lines_[i].begin >= at && lines_[i].numbers > 0;
        });
        return found == table_.others.end() ? at : lines_[*found].words.front().begin;
    }

    static LinedCell cell_of(const Entry& e, const TextWord& number) {
        return {e.row, e.column, e.rows, e.columns, number.begin, number.end};
    }

    void put_unparted(const FormRow& row, int begin, int end) {
        const Entry &first = form_.entries[row.entries.front()],
                    &last = form_.entries[row.entries.back()];
        const int columns = last.column + last.columns - first.column;
        table_.cells.push_back({row.row, first.column, first.rows, columns, begin, end, {}, true});
    }

    std::string_view text_;
    const std::vector<TextLine>& lines_;
    const Form& form_;
    const std::vector<FormRow>& rows_;
    int begin_, end_;  // lines of the section
    Columns columns_;
    std::vector<NumberRun> runs_;
    std::vector<int> run_of_;     // by row; -1: none
    std::vector<bool> doubtful_;  // by row
    LinedTable table_;
    int whole_rows_ = 0, found_rows_ = 0;
};

std::vector<Line> as_lines(std::string_view text, const std::vector<TextLine>& lines) {
    std::vector<Line> all;
    for (const TextLine& line : lines) {
        Line one;
        // A heading has no wide blanks in it, as lines of tables have.
        if (!line.parted()) one.text = text.substr(line.begin, line.end - line.begin);
        one.begin = line.begin;
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

std::vector<LinedTable> lined_tables(std::string_view text, const std::vector<TextLine>& lines,
                                     Columns columns) {
    const Parts parts = parts_of(as_lines(text, lines), section_headings);
    std::vector<LinedTable> tables;
    for (std::size_t table = 0; table < 3; ++table) {
        const Parts::Range section = parts.sections[table + 1];
        std::optional<LinedTable> best;
        std::pair<int, int> most{-1, 0};
        for (const Edition* edition : editions()) {
            FormFinder finder(text, lines, *edition->forms[table], section, columns);
            std::optional<LinedTable> found = finder.find();
            if (!found || finder.measure() <= most) continue;
            most = finder.measure();
            best = std::move(found);
        }
        if (best) tables.push_back(*std::move(best));
    }
    return tables;
}

}  // namespace nianbao::recognise
