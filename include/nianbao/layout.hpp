// The settings of the page, with the values of GB/T 9704—2012 as their defaults.
#pragma once

#include "nianbao/length.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] nianbao {

/// Which face draws digits and Latin letters in the text: the Latin face of the role, or
/// the Han face with its own half-width ones.
enum class Digits : std::uint8_t { latin, han };

/// 中西间距, between Han and digits or letters: none, as official documents are set, or a
/// quarter of a character (clreq).
enum class Spacing : std::uint8_t { none, quarter };

/// — 1 — at the outer edge (7.5), - 1 - there, or — 1 — in the middle.
enum class PageNumbers : std::uint8_t { dash, hyphen, centred };

/// How numbers stand in their cells.
enum class TableNumbers : std::uint8_t { centred, right };

/// The table of applications: upright, or turned on a page of its own (A4纸型的表格横排,
/// 8).
enum class WideTable : std::uint8_t { upright, landscape };

/// The page. Defaults: A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, 28 characters a
/// line, 22 lines (5.2).
struct Layout {
    Length page_width = 210.0_mm, page_height = 297.0_mm;
    Length left = 28.0_mm, top = 37.0_mm;
    Length width = 156.0_mm, height = 225.0_mm;
    int columns = 28, lines = 22;
    /// Baseline to baseline. Default: 一行 = 字高 + 3号字高的 7/8 (3.2) with a character
    /// of 156 mm / 28; data files may set 28 pt to 29.62 pt.
    Length pitch = Length{(height.units - width.units / columns) / (lines - 1)};
    Digits digits = Digits::latin;
    Spacing spacing = Spacing::none;
    PageNumbers page_numbers = PageNumbers::dash;
    bool first_page_numbered = true;
    bool mirrored = false;  // even pages with the binding edge on their right, for
                            // printing on both sides
    Length table_size;      // of the text in tables; 0: 五号, or 小五 if a table has many
                            // columns
    TableNumbers table_numbers = TableNumbers::centred;
    WideTable wide_table = WideTable::upright;
    bool show_grid = false;  // draws the grid and the boxes of the lines, for looking at
    bool seal_room = false;  // 报送稿: the signature stands where a seal is put over it (7.3.5.1),
                             // with a field for a digital one

    /// The type size of the text, and the width of a character: 156 mm / 28 = 15.79 pt.
    [[nodiscard]] constexpr Length em() const { return width / columns; }
    /// The left edge of the text area on a page.
    [[nodiscard]] constexpr Length left_of(int page) const {
        return mirrored && page % 2 == 0 ? page_width - left - width : left;
    }
    bool operator==(const Layout&) const = default;
};

/// Says why no page can be set so: a length, or a number of characters or lines, that is
/// impossible or does not go together with the others ("layout.columns: 0 cannot be
/// set"). Empty if nothing is wrong.
[[nodiscard]] std::string fault(const Layout& layout);

/// Sets one of the settings that offices may change, by its name and value in either
/// language ("page_number", "居中"), as under layout: in a data file. Returns nothing if it
/// is set, else what is wrong, in Chinese.
[[nodiscard]] std::optional<std::string> set_layout(Layout& layout, std::string_view name,
                                                    std::string_view value);

}  // namespace nianbao
