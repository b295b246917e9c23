// The settings of the page that offices may change: one table for the data file and the
// command line.
#pragma once

#include "nianbao/form.hpp"
#include "nianbao/layout.hpp"
#include "nianbao/speech.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace nianbao {

/// The key of the form that Layout::wide_table is about.
inline constexpr std::string_view wide_table_key = "applications";

/// The size of a table's text where no setting says it: 五号, 小五 with many columns.
constexpr Length usual_table_size(int columns) { return columns <= 6 ? 10.5_pt : 9.0_pt; }

/// Smaller ones only if the numbers do not fit; of these the smallest that a page has
/// that is not turned.
inline constexpr Length table_sizes[] = {10.5_pt, 9.0_pt, 7.5_pt, 6.5_pt, 5.5_pt, 5.0_pt};
inline constexpr Length smallest_upright = 7.5_pt;

// In a table of this size of type: line pitch, and the blank above and below a cell's
// text; the least one is for a table that else would not fit on its page.
constexpr Length table_line_pitch(Length size) { return size * 5 / 4; }
constexpr Length row_padding(Length size) { return size / 3; }
constexpr Length least_row_padding(Length size) { return size / 7; }

inline constexpr Length note_size = 9.0_pt;  // 小五
inline constexpr Length note_pitch = 13.0_pt;

/// The title's type, and from one of its lines to the next: its own height and 7/8 of
/// 三号's (layout.md, In print).
inline constexpr Length title_size = 22.0_pt;  // 二号
constexpr Length title_pitch(const Layout& layout) { return title_size + layout.em() * 7 / 8; }
/// The rows of the grid that a title of so many lines takes, with the one below it.
constexpr int title_rows(const Layout& layout, std::int64_t lines) {
    const Length block = title_pitch(layout) * (lines - 1) + title_size;
    return static_cast<int>((block.units + layout.pitch.units - 1) / layout.pitch.units) + 1;
}

/// A value that a setting may have, in both languages.
struct LayoutValue {
    std::string_view key, name;
    void (*apply)(Layout&);
};

/// A setting: its names stand in report_fields under layout; it takes one of its values,
/// or a number of points if it has none.
struct LayoutSetting {
    std::string_view key;
    std::span<const LayoutValue> values;
    std::string_view says;  // Chinese, for help
};

std::span<const LayoutSetting> layout_settings();

/// Sets a setting to what is written, in either language. If it cannot be that, gives
/// what to write instead, in Chinese: "可以写 latin (西文)、han (汉字)", to one who
/// writes Chinese "可以写 西文、汉字". REQUIRES: the key is a setting's.
std::optional<std::string> apply_layout(Layout& layout, std::string_view key,
                                        std::string_view value, Speech speech = Speech::english);

}  // namespace nianbao
