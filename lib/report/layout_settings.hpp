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
