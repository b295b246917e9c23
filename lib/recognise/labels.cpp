#include "recognise/labels.hpp"

#include "pack/thread_kept.hpp"
#include "report/fields.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>

namespace nianbao::recognise {
namespace {

/// Full-width letters, digits and marks in one width.
char32_t narrow(char32_t c) { return c > U'\uFF00' && c < U'\uFF5F' ? c - 0xFEE0 : c; }

bool is_word(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000;
}

/// Calls with each character and its bytes; these are empty where the text is malformed,
/// and the character is U+FFFD.
template <class Take>
void each_character(std::string_view text, Take take) {
    for (std::size_t at = 0; at < text.size();) {
        if (const char32_t common = common_at(text, at)) {
            take(common, text.substr(at, 3));
            at += 3;
            continue;
        }
        const Decoded next = decode_at(text, at);
        const std::size_t bytes = next.character ? static_cast<std::size_t>(next.bytes) : 0;
        take(next.character.value_or(U'\uFFFD'), text.substr(at, bytes));
        at += static_cast<std::size_t>(next.bytes);
    }
}

/// What stands in a label before its brackets.
std::string_view without_brackets(std::string_view text) {
    return text.substr(0, std::min(text.find("（区分"), text.size()));
}

void add_label(Heading& heading, std::string_view text) {
    std::string plain = plain_label(text);
    if (!plain.empty() && !heading.is(plain)) heading.labels.push_back(std::move(plain));
}

/// The box that labels a cell: the one furthest along of those before it.
const Box* label_of(const Form& form, const Entry& entry, Scope scope) {
    const Box* nearest = nullptr;
    for (const Box& box : form.boxes) {
        if (box.scope != scope) continue;
        const bool beside = scope == Scope::row
                                ? box.row <= entry.row && entry.row < box.row + box.rows &&
                                      box.column < entry.column
                                : box.column <= entry.column &&
                                      entry.column < box.column + box.columns &&
                                      box.row < entry.row;
        if (!beside) continue;
        const bool further =
            nearest == nullptr ||
            (scope == Scope::row ? box.column > nearest->column : box.row > nearest->row);
        if (further) nearest = &box;
    }
    return nearest;
}

int index_of(std::vector<Heading>& headings, const Box* box) {
    if (box == nullptr) return -1;
    const auto found = std::find_if(headings.begin(), headings.end(), [&](const Heading& one) {
        return one.row == box->row && one.column == box->column;
    });
    if (found != headings.end()) return static_cast<int>(found - headings.begin());
    Heading heading{box->row, box->column, {}};
    add_label(heading, box->text);
    add_label(heading, without_brackets(box->text));
    headings.push_back(std::move(heading));
    return static_cast<int>(headings.size()) - 1;
}

}  // namespace

bool Heading::is(std::string_view plain) const {
    return std::find(labels.begin(), labels.end(), plain) != labels.end();
}

std::string plain_label(std::string_view text) {
    std::string spaced, plain;
    spaced.reserve(text.size());
    each_character(text, [&](char32_t c, std::string_view bytes) {
        if (c <= U' ' || c == U'\u3000' || c == U'\u00A0' || c == U'|') return;
        if (const char32_t narrowed = narrow(c); narrowed != c || bytes.empty())
            append_utf8(spaced, narrowed);
        else spaced += bytes;
    });
    plain.reserve(spaced.size());
    each_character(without_numbering(spaced), [&](char32_t c, std::string_view bytes) {
        if (is_word(c)) plain += bytes;
    });
    return plain;
}

namespace {

Headings made_headings(const Form& form) {
    Headings all;
    for (const Entry& entry : form.entries) {
        const int row = index_of(all.rows, label_of(form, entry, Scope::row)),
                  column = index_of(all.columns, label_of(form, entry, Scope::column));
        all.row_of.push_back(row);
        all.column_of.push_back(column);
        // The data file's own names label rows and columns too.
        const Field& field = form.fields[entry.field];
        const auto in_row = std::count(all.row_of.begin(), all.row_of.end(), row);
        if (row >= 0 && in_row == 1) {
            const bool alone =
                std::count_if(form.entries.begin(), form.entries.end(),
                              [&](const Entry& other) { return other.row == entry.row; }) == 1;
            const Field& named = alone || field.parent < 0 ? field : form.fields[field.parent];
            add_label(all.rows[row], named.name);
            add_label(all.rows[row], named.printed);
        }
        if (column >= 0 && field.parent >= 0) add_label(all.columns[column], field.name);
    }
    return all;
}

}  // namespace

const Headings& headings_of(const Form& form) {
    auto& kept = thread_kept<std::map<const Form*, Headings>>();
    const auto found = kept.find(&form);
    return found != kept.end() ? found->second : kept[&form] = made_headings(form);
}

}  // namespace nianbao::recognise
