#include "report/layout_settings.hpp"

#include "nianbao/amount.hpp"
#include "report/fields.hpp"
#include "text/edit_distance.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace nianbao {
namespace {

constexpr LayoutValue digits[] = {{"latin", "西文", [](Layout& l) { l.digits = Digits::latin; }},
                                  {"han", "汉字", [](Layout& l) { l.digits = Digits::han; }}};
constexpr LayoutValue spacing[] = {
    {"none", "无", [](Layout& l) { l.spacing = Spacing::none; }},
    {"quarter", "四分之一", [](Layout& l) { l.spacing = Spacing::quarter; }}};
constexpr LayoutValue page_numbers[] = {
    {"dash", "一字线", [](Layout& l) { l.page_numbers = PageNumbers::dash; }},
    {"hyphen", "连字符", [](Layout& l) { l.page_numbers = PageNumbers::hyphen; }},
    {"centred", "居中", [](Layout& l) { l.page_numbers = PageNumbers::centred; }}};
constexpr LayoutValue first_page_number[] = {
    {"shown", "有", [](Layout& l) { l.first_page_numbered = true; }},
    {"hidden", "无", [](Layout& l) { l.first_page_numbered = false; }}};
constexpr LayoutValue margins[] = {{"same", "单面", [](Layout& l) { l.mirrored = false; }},
                                   {"mirrored", "双面", [](Layout& l) { l.mirrored = true; }}};
constexpr LayoutValue table_size[] = {{"standard", "自动", [](Layout& l) { l.table_size = {}; }},
                                      {"10.5", "五号", [](Layout& l) { l.table_size = 10.5_pt; }},
                                      {"9", "小五", [](Layout& l) { l.table_size = 9.0_pt; }},
                                      {"7.5", "六号", [](Layout& l) { l.table_size = 7.5_pt; }}};
constexpr LayoutValue table_numbers[] = {
    {"centred", "居中", [](Layout& l) { l.table_numbers = TableNumbers::centred; }},
    {"right", "靠右", [](Layout& l) { l.table_numbers = TableNumbers::right; }}};
constexpr LayoutValue wide_table[] = {
    {"upright", "竖排", [](Layout& l) { l.wide_table = WideTable::upright; }},
    {"landscape", "横排", [](Layout& l) { l.wide_table = WideTable::landscape; }}};

constexpr LayoutSetting settings[] = {
    {"line_pitch", {}, "行距，从 28 到 29.62 (磅)"},
    {"digits", digits, "正文中的数字和字母用西文字体，还是汉字字体自带的半角字形"},
    {"spacing", spacing, "汉字与数字、字母之间的空隙"},
    {"page_number", page_numbers, "页码的样式和位置"},
    {"first_page_number", first_page_number, "首页是否标页码"},
    {"margins", margins, "双面印刷时，双页的订口在右边"},
    {"table_size", table_size, "表格的字号"},
    {"table_numbers", table_numbers, "表格中数字的位置"},
    {"wide_table", wide_table, "申请情况表竖排，还是单独一页横排"},
};

// 29.62 pt is the standard's own pitch in two decimals.
constexpr Amount least_pitch{28, 0}, most_pitch{2962, 2};

}  // namespace

std::span<const LayoutSetting> layout_settings() { return settings; }

std::optional<std::string> apply_layout(Layout& layout, std::string_view key,
                                        std::string_view value, Speech speech) {
    const auto& setting = *std::find_if(std::begin(settings), std::end(settings),
                                        [&](const LayoutSetting& s) { return s.key == key; });
    if (setting.values.empty()) {
        const auto points = Amount::parse(value);
        if (!points || compare(*points, least_pitch) < 0 || compare(most_pitch, *points) < 0) {
            return "从 " + least_pitch.to_string() + " 到 " + most_pitch.to_string() + " (磅)";
        }
        std::int64_t scale = 1;
        for (int i = 0; i < points->decimals; ++i) scale *= 10;
        layout.pitch = std::min(Length{points->digits * Length::per_point / scale}, Layout{}.pitch);
        return {};
    }
    std::string known = "可以写 ";
    for (const LayoutValue& each : setting.values) {
        if (value == each.key || value == each.name) {
            each.apply(layout);
            return {};
        }
        if (&each != setting.values.data()) known += "、";
        known += speech == Speech::english
                     ? std::string(each.key) + " (" + std::string(each.name) + ")"
                     : std::string(each.name);
    }
    return known;
}

std::optional<std::string> set_layout(Layout& layout, std::string_view name,
                                      std::string_view value) {
    constexpr int parent = own_field("layout");
    const int found = find_field(report_fields, parent, name);
    if (found >= 0) return apply_layout(layout, report_fields[found].key, value);
    std::string known;
    std::vector<std::string_view> words;
    for (const LayoutSetting& setting : settings) {
        known += (known.empty() ? "" : " ") + std::string(setting.key);
        words.push_back(setting.key);
        words.push_back(report_fields[find_field(report_fields, parent, setting.key)].name);
    }
    std::string meant(nearest(name, words));
    if (!meant.empty()) meant = "，是不是 " + meant + "？";
    return "没有版式设置“" + std::string(name) + "”" + (meant.empty() ? "，" : meant) +
           "可用的是：" + known;
}

}  // namespace nianbao
