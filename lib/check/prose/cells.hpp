// What a count may be the sum of: rows and cells of the tables, named by their paths
// while compiling. A path that stands in no edition of the form does not compile.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/report.hpp"
#include "report/forms/editions.hpp"

namespace nianbao::prose {

/// A part of a row: of one kind of applicants, or of one outcome. `legal` is
/// 法人或其他组织: the five columns between 自然人 and 总计 together.
enum class Column : std::uint8_t {
    total,
    natural_person,
    legal,
    business,
    research,
    public_welfare,
    legal_service,
    upheld,
    corrected,
    other,
    pending,
};

/// A row, a cell or a group of rows (不予公开): the table, how deep in it, and the field
/// in each edition's form; -1 if an edition has none.
struct Row {
    std::uint8_t table = 0, depth = 0;
    std::array<std::int16_t, every_edition.size()> fields{};
    friend constexpr bool operator==(const Row&, const Row&) = default;
};

/// True if `c` is one of `marks`. Not string_view::find: GCC 12 with sanitizers cannot
/// evaluate it while compiling, as it compares addresses with null.
constexpr bool is_one_of(char c, std::string_view marks) {
    for (char mark : marks) {
        if (c == mark) return true;
    }
    return false;
}

/// How many bytes stand before the first of `marks`; all if none is there.
constexpr std::size_t length_before(std::string_view text, std::string_view marks) {
    std::size_t length = 0;
    while (length < text.size() && !is_one_of(text[length], marks)) ++length;
    return length;
}

/// The child of a field by its key, or -1. The children of -1 are the form's rows.
/// The loop calls nothing: clang would take seconds for the thousands of times it runs.
constexpr int child_of(std::span<const Field> fields, int parent, std::string_view key) {
    const Field* const all = fields.data();
    const int count = static_cast<int>(fields.size());
    for (int i = parent + 1; i < count; ++i) {
        if (all[i].parent == parent && all[i].key == key) return i;
    }
    return -1;
}

/// The row at a path of keys, "applications.received"; none if no edition has it.
constexpr std::optional<Row> find_row(std::string_view path) {
    Row row;
    bool found = false;
    for (std::size_t e = 0; e < every_edition.size(); ++e) {
        row.fields[e] = -1;
        for (std::size_t t = 0; t < every_edition[e]->forms.size(); ++t) {
            const Form& form = *every_edition[e]->forms[t];
            if (!path.starts_with(form.key) || path.substr(form.key.size(), 1) != ".") continue;
            std::string_view rest = path.substr(form.key.size() + 1);
            int field = -1;
            std::uint8_t depth = 0;
            for (bool last = false; !last; ++depth) {
                const std::size_t length = length_before(rest, ".");
                last = length == rest.size();
                field = child_of(form.fields, field, rest.substr(0, length));
                if (field < 0) break;
                if (!last) rest.remove_prefix(length + 1);
            }
            if (field < 0) continue;
            row.table = static_cast<std::uint8_t>(t);
            row.depth = depth;
            row.fields[e] = static_cast<std::int16_t>(field);
            found = true;
        }
    }
    return found ? std::optional<Row>(row) : std::nullopt;
}

/// The same; a path that no edition has stops the compile.
consteval Row row(std::string_view path) {
    const std::optional<Row> found = find_row(path);
    if (!found) throw "no edition of the form has such a row";
    return *found;
}

/// A row in a sum: added, or taken away.
struct Addend {
    Row row;
    Column column = Column::total;
    bool taken_away = false;
    friend constexpr bool operator==(const Addend&, const Addend&) = default;
};

/// A sum that is made while reading.
using Addends = std::vector<Addend>;
/// The readings of a count: each a sum, of which one is meant.
using Readings = std::vector<Addends>;

/// The readings of a word. They last as long as the program, so they are the same if they
/// stand at the same place.
class Cells {
public:
    constexpr Cells() = default;
    constexpr explicit Cells(std::span<const std::span<const Addend>> readings)
        : first_(readings.data()), count_(readings.size()) {}

    constexpr bool empty() const { return count_ == 0; }
    constexpr const std::span<const Addend>* begin() const { return first_; }
    constexpr const std::span<const Addend>* end() const { return first_ + count_; }
    constexpr const std::span<const Addend>& front() const { return *first_; }
    friend constexpr bool operator==(const Cells& a, const Cells& b) {
        return a.first_ == b.first_;
    }

private:
    const std::span<const Addend>* first_ = nullptr;
    std::size_t count_ = 0;
};

/// Readings as they are written in the tables of words, parted by '|':
/// "applications.received|applications.received+applications.carried_in".
template <std::size_t n>
struct Written {
    consteval Written(const char (&literal)[n]) {  // NOLINT: a literal is what it is made of
        for (std::size_t i = 0; i < n; ++i) text[i] = literal[i];
    }
    constexpr std::string_view view() const { return {text, n - 1}; }
    char text[n] = {};
};

constexpr std::size_t count_of(std::string_view text, std::string_view marks) {
    std::size_t count = 0;
    for (char c : text) {
        if (is_one_of(c, marks)) ++count;
    }
    return count;
}

/// Every row that the readings name, one behind the other. It does not compile if one of
/// them stands in no form.
template <Written text>
inline constexpr auto addends = [] {
    std::array<Addend, count_of(text.view(), "|+-") + 1> all{};
    std::string_view rest = text.view();
    bool taken_away = false;
    for (Addend& one : all) {
        const std::size_t end = length_before(rest, "|+-");
        const std::optional<Row> found = find_row(rest.substr(0, end));
        if (!found) throw "no edition of the form has such a row";
        one = {*found, Column::total, taken_away};
        if (end == rest.size()) break;
        taken_away = rest[end] == '-';
        rest.remove_prefix(end + 1);
    }
    return all;
}();

template <Written text>
inline constexpr auto readings = [] {
    std::array<std::span<const Addend>, count_of(text.view(), "|") + 1> all{};
    std::string_view rest = text.view();
    std::size_t begin = 0;
    for (std::span<const Addend>& one : all) {
        const std::string_view sum = rest.substr(0, length_before(rest, "|"));
        const std::size_t size = count_of(sum, "+-") + 1;
        one = std::span<const Addend>(addends<text>).subspan(begin, size);
        begin += size;
        rest.remove_prefix(sum.size() < rest.size() ? sum.size() + 1 : rest.size());
    }
    return all;
}();

template <Written text>
inline constexpr Cells cells{readings<text>};

/// A sum with its value and how a message names it: "本年新收 5 加上年结转 1 等于 6".
/// `field` is its first cell.
struct Sum {
    Amount value;
    std::string says;
    std::string field;
};

/// The value of a sum: of a row its 总计 or the column; of a group, of the rows in it.
/// Nothing if this edition's form has no such row or column.
std::optional<Amount> value_of(const Report& report, std::span<const Addend> sum);
/// The same with words for it.
std::optional<Sum> sum_of(const Report& report, std::span<const Addend> sum);

Readings readings_of(const Cells& cells);

/// Every reading of one list with every reading of another added to it.
Readings added(const Readings& a, const Readings& b);
/// The readings, of that column alone.
Readings narrowed(Readings readings, Column column);

}  // namespace nianbao::prose
