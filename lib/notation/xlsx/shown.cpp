#include "notation/xlsx/shown.hpp"

#include "notation/xlsx/numbers.hpp"
#include "pack/thread_kept.hpp"
#include "text/digits.hpp"

#include <optional>
#include <utility>

namespace nianbao::notation {

std::string book_part(OfficeFile& file) {
    std::string book;
    for (const Relation& relation : file.relations({})) {
        if (relation.is("officeDocument")) book = relation.target;
    }
    return book;
}

void SharedOfCells::read(OfficeFile& file, const std::vector<Relation>& relations) {
    for (const Relation& relation : relations) {
        if (relation.is("sharedStrings")) file.read(relation.target, strings_);
        if (relation.is("styles")) read_styles(file, relation.target);
    }
}

/// A county's workbooks come from a few programs and mostly have the same styles, so a
/// thread keeps the last ones that it has read.
void SharedOfCells::read_styles(OfficeFile& file, const std::string& part) {
    struct Kept {
        std::string bytes;
        StyleReader styles;
    };
    constexpr std::size_t longest_kept = std::size_t{64} << 10;
    Kept& kept = thread_kept<Kept>();
    std::optional<std::string> bytes = file.part(part);
    if (!bytes) return;
    if (*bytes == kept.bytes) {
        styles_ = kept.styles;
    } else if (file.read(part, *bytes, styles_) && bytes->size() <= longest_kept) {
        kept = {*std::move(bytes), styles_};
    }
}

ShownCell SharedOfCells::shown(SheetCell& cell) const {
    ShownCell out{&cell};
    std::string& value = cell.value;
    const bool styled = cell.style < std::ssize(styles_.struck);
    cell.struck = styled && styles_.struck[cell.style];
    cell.white = styled && styles_.white[cell.style];
    switch (cell.type) {
        case 's': {
            const int number = number_of(value);
            if (number >= 0 && number < std::ssize(strings_.strings))
                out.text = strings_.strings[number];
            if (const auto left = strings_.left.find(number); left != strings_.left.end())
                cell.left = left->second;
            return out;
        }
        case 'b':
            out.content = Content::truth;
            value = value == "1" || value == "true" ? "TRUE" : "FALSE";
            break;
        case 'e':
            out.content = Content::error;
            break;
        case 'd':
            out.content = Content::date;
            if (value.ends_with("T00:00:00")) value.resize(value.find('T'));
            break;
        case 'n':
            out.content = value.empty() ? Content::text : Content::number;
            if (cell.style < std::ssize(styles_.shows_date) && styles_.shows_date[cell.style]) {
                if (std::optional<std::string> date = date_of(value, from_1904_)) {
                    out.content = Content::date;
                    value = *std::move(date);
                    break;
                }
            }
            value = plain_number(value);
            if (styled) cell.shown = shown_number(styles_.formats[cell.style], value).value_or("");
            break;
        default:
            value = cell_text(value);
    }
    out.text = value;
    return out;
}

}  // namespace nianbao::notation
