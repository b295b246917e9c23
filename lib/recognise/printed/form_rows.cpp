#include "recognise/printed/form_rows.hpp"

#include "pack/thread_kept.hpp"
#include "recognise/labels.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>

namespace nianbao::recognise {
namespace {

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || c == U'〇' || (c >= 0x20000 && c < 0x40000);
}

bool holds(std::u32string_view text, char32_t c) { return text.find(c) != text.npos; }

class RowMaker {
public:
    explicit RowMaker(const Form& form) : form_(form), headings_(headings_of(form)) {}

    std::vector<FormRow> all() {
        std::vector<FormRow> rows;
        for (int i = 0; i < std::ssize(form_.entries); ++i) {
            const int row = form_.entries[i].row;
            if (rows.empty() || rows.back().row != row) {
                const int above = rows.empty() ? -1 : rows.back().row;
                rows.push_back({row, {}, {}, {}, -1, {}, {}});
                heads_begin_.push_back(above + 1);
            }
            rows.back().entries.push_back(i);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            label(rows[i]);
            mark_heads(rows[i], heads_begin_[i]);
        }
        return rows;
    }

private:
    void label(FormRow& row) const {
        for (int i = 0; i < std::ssize(form_.equations); ++i) {
            const Equation& equation = form_.equations[i];
            const bool own =
                equation.computes && equation.left.front().entry == row.entries.back() &&
                std::all_of(equation.right.begin(), equation.right.end(), [&](const Term& term) {
                    return form_.entries[term.entry].row == row.row;
                });
            if (own && equation.right.size() + 1 == row.entries.size()) row.total = i;
        }
        const int heading = headings_.row_of[row.entries.front()];
        if (heading < 0) return;
        for (const std::string& words : headings_.rows[heading].labels) {
            std::u32string label = han_of(words);
            if (!label.empty()) row.labels.push_back(std::move(label));
        }
        for (const Box& box : form_.boxes) {
            const bool around = box.scope == Scope::row && box.row <= row.row &&
                                row.row < box.row + box.rows &&
                                box.column < headings_.rows[heading].column;
            if (around) row.groups.push_back(han_of(box.text));
        }
    }

    /// Of each column the first character that no other words of its head have.
    void mark_heads(FormRow& row, int from) const {
        if (row.entries.size() < 2) return;
        std::vector<std::pair<int, char32_t>> read;  // by the row of the head
        for (const int entry : row.entries) {
            const int column = headings_.column_of[entry];
            if (column < 0 || headings_.columns[column].row < from) return;
            const Heading& heading = headings_.columns[column];
            const std::u32string own = han_of(heading.labels.front());
            const auto mark = std::find_if(own.begin(), own.end(), [&](char32_t c) {
                return std::none_of(form_.boxes.begin(), form_.boxes.end(), [&](const Box& box) {
                    if (box.row < from || box.row >= row.row || box.scope == Scope::row)
                        return false;
                    const std::u32string other = han_of(box.text);
                    return other != own && holds(other, c);
                });
            });
            if (mark != own.end()) read.emplace_back(heading.row, *mark);
        }
        for (const auto& [at, mark] : read) row.heads += mark;
        std::stable_sort(read.begin(), read.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [at, mark] : read) row.read_heads += mark;
    }

    const Form& form_;
    const Headings& headings_;
    std::vector<int> heads_begin_;  // of each row, the form's row behind the one before it
};

/// What is known of a form.
struct FormWords {
    std::vector<FormRow> rows;
    std::u32string words;
};

const FormWords& known_of(const Form& form) {
    auto& kept = thread_kept<std::map<const Form*, FormWords>>();
    const auto found = kept.find(&form);
    if (found != kept.end()) return found->second;
    FormWords& known = kept[&form];
    known.rows = RowMaker(form).all();
    // “单位：件” stands above a table, and “续表” or “（续）” where a page begins.
    known.words = han_of("单位件续表") + han_of(form.name);
    for (const Box& box : form.boxes) known.words += han_of(box.text);
    for (const FormRow& row : known.rows) {
        for (const std::u32string& label : row.labels) known.words += label;
    }
    std::sort(known.words.begin(), known.words.end());
    return known;
}

}  // namespace

std::u32string han_of(std::string_view text) {
    std::u32string han = to_utf32(text);
    std::erase_if(han, [](char32_t c) { return !is_han(c); });
    return han;
}

std::size_t common_in_order(std::u32string_view label, std::u32string_view text) {
    std::vector<std::size_t> before(label.size() + 1), now(label.size() + 1);
    for (const char32_t c : text) {
        for (std::size_t i = 0; i < label.size(); ++i)
            now[i + 1] = label[i] == c ? before[i] + 1 : std::max(before[i + 1], now[i]);
        std::swap(before, now);
    }
    return before.back();
}

bool part_of_label(std::u32string_view words, const FormRow& row) {
    // Of longer ones a character or two may be others.
    constexpr std::size_t short_words = 5;
    return std::any_of(row.labels.begin(), row.labels.end(), [&](const std::u32string& label) {
        return words.size() < short_words ? label.find(words) != label.npos
                                          : common_in_order(label, words) * 5 >= words.size() * 4;
    });
}

bool part_of_group(std::u32string_view words, const FormRow& row) {
    return std::any_of(row.groups.begin(), row.groups.end(), [&](const std::u32string& group) {
        return group.find(words) != group.npos;
    });
}

const std::vector<FormRow>& rows_of(const Form& form) { return known_of(form).rows; }

bool only_words_of(const Form& form, std::string_view line) {
    const std::u32string& words = known_of(form).words;
    const std::u32string han = han_of(line);
    return std::all_of(han.begin(), han.end(), [&](char32_t c) {
        return std::binary_search(words.begin(), words.end(), c);
    });
}

}  // namespace nianbao::recognise
