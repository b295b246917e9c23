// The numbers of a sentence with their units, and which of them count something.
#include "check/prose/prose.hpp"
#include "text/digits.hpp"
#include "text/search.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace nianbao::prose {
namespace {

struct Unit {
    std::u32string_view text;
    FigureKind kind;
};

constexpr Unit units[] = {
    {U"件次", FigureKind::count},    {U"件（次）", FigureKind::count},
    {U"件", FigureKind::count},      {U"份", FigureKind::count},
    {U"宗", FigureKind::count},      {U"起", FigureKind::count},
    {U"例", FigureKind::count},      {U"条", FigureKind::count},
    {U"条次", FigureKind::none},     {U"项", FigureKind::count},
    {U"个", FigureKind::count},      {U"个百分点", FigureKind::none},
    {U"百分点", FigureKind::none},   {U"元", FigureKind::money},
    {U"元整", FigureKind::money},    {U"元人民币", FigureKind::money},
    {U"年", FigureKind::year},       {U"年度", FigureKind::year},
    {U"年来", FigureKind::none},     {U"年间", FigureKind::none},
    {U"月", FigureKind::month},      {U"月份", FigureKind::month},
    {U"个月", FigureKind::none},     {U"倍", FigureKind::multiple},
    {U"个工作日", FigureKind::none}, {U"个部门", FigureKind::none},
    {U"个单位", FigureKind::none},   {U"个乡镇", FigureKind::none},
    {U"个镇", FigureKind::none},     {U"个街道", FigureKind::none},
    {U"件事", FigureKind::none},     {U"篇", FigureKind::pieces},
    {U"次", FigureKind::pieces},     {U"人次", FigureKind::pieces},
    {U"场", FigureKind::pieces},     {U"场次", FigureKind::pieces},
    {U"期", FigureKind::pieces},     {U"部", FigureKind::pieces},
    {U"批", FigureKind::pieces},     {U"批次", FigureKind::pieces},
    {U"则", FigureKind::pieces},     {U"张", FigureKind::pieces},
    {U"轮", FigureKind::pieces},     {U"轮次", FigureKind::pieces},
    {U"幅", FigureKind::pieces},     {U"册", FigureKind::pieces},
    {U"段", FigureKind::pieces},     {U"集", FigureKind::pieces},
    {U"家", FigureKind::pieces},     {U"户", FigureKind::pieces},
    {U"人", FigureKind::pieces},     {U"名", FigureKind::pieces},
    {U"处", FigureKind::pieces},     {U"块", FigureKind::pieces},
    {U"台", FigureKind::pieces},     {U"套", FigureKind::pieces},
    {U"台账", FigureKind::none},     {U"部门", FigureKind::none},
    {U"案", FigureKind::count},      {U"案例", FigureKind::none},
    {U"处室", FigureKind::none},     {U"场所", FigureKind::none},
    {U"期间", FigureKind::none},     {U"次会议", FigureKind::none},
    {U"人大", FigureKind::none},     {U"家庭", FigureKind::none},
};

/// By their first character, the longest first: the first that fits is taken.
constexpr auto sorted_units = [] {
    auto all = std::to_array(units);
    std::sort(all.begin(), all.end(), [](const Unit& a, const Unit& b) {
        return a.text[0] != b.text[0] ? a.text[0] < b.text[0] : a.text.size() > b.text.size();
    });
    return all;
}();

const Unit* unit_at(std::u32string_view text, std::size_t at) {
    const auto* unit =
        std::lower_bound(sorted_units.begin(), sorted_units.end(), text[at],
                         [](const Unit& one, char32_t c) { return one.text[0] < c; });
    for (; unit != sorted_units.end() && unit->text[0] == text[at]; ++unit) {
        if (stands(text, at, unit->text)) return unit;
    }
    return nullptr;
}

template <std::size_t n>
bool one_of(char32_t c, const char32_t (&marks)[n]) {
    return std::find(std::begin(marks), std::end(marks), c) != std::end(marks);
}

/// What stands before a number may make it no count at all: 第二十条, 〔2021〕, 每件,
/// 同一, 1-6, v2.
bool is_no_count(std::u32string_view text, const Numeral& numeral) {
    const std::size_t begin = numeral.begin, end = numeral.end;
    const char32_t before = begin > 0 ? text[begin - 1] : U'\0',
                   behind = end < text.size() ? text[end] : U'\0';
    if (one_of(before, {U'第', U'〔', U'每', U'某', U'-', U'—', U'–', U'~', U'～', U'/', U'.'}))
        return true;
    if (numeral.han &&
        one_of(before, {U'同', U'几', U'数', U'统', U'唯', U'逐', U'进', U'任', U'〇'}))
        return true;
    if (one_of(behind, {U'-', U'—', U'–', U'~', U'～', U'/', U'〕', U'.'})) return true;
    if (before == U'至' && begin > 1 &&
        (is_digit(text[begin - 2]) || one_of(text[begin - 2], {U'件', U'%', U'元', U'年'})))
        return true;  // 3至5件
    const bool one = numeral.han && numeral.value == Amount{1, 0};
    return one && (behind == U'个' || behind == U'项' || behind == U'条' ||
                   behind == U'起');  // 一起, 一个: no counts but words
}

}  // namespace

std::vector<Figure> figures_of(const Sentence& sentence) {
    const std::u32string_view text = sentence.text;
    const std::vector<Numeral> numerals = find_numerals(text);
    std::vector<Figure> figures;
    figures.reserve(numerals.size());
    for (const Numeral& numeral : numerals) {
        Figure figure;
        figure.numeral = numeral;
        figure.end = numeral.end;
        figure.referred = sentence.referred[numeral.digits_begin];
        const std::size_t end = numeral.end;
        const bool may_have_unit = numeral.rough == 0 && end < text.size();  // no 一半人员
        const Unit* const unit = may_have_unit ? unit_at(text, end) : nullptr;
        if (unit != nullptr) {
            figure.kind = unit->kind;
            figure.unit = text.substr(end, unit->text.size());
            figure.end += static_cast<int>(unit->text.size());
        }
        if (numeral.percent) figure.kind = FigureKind::percent;
        else if (figure.kind == FigureKind::year &&
                 (compare(numeral.value, {1000, 0}) < 0 || compare(numeral.value, {3000, 0}) > 0))
            figure.kind = FigureKind::none;
        else if (figure.kind != FigureKind::year && figure.kind != FigureKind::month &&
                 is_no_count(text, numeral))
            figure.kind = FigureKind::none;
        else if (unit == nullptr) {
            // A bare number counts where a label and a colon or nothing but its own end
            // stand around it: 行政复议：0，行政诉讼：0
            const char32_t behind = end < text.size() ? text[end] : U'。';
            const bool closed = behind == U'，' || behind == U'；' || behind == U'。' ||
                                behind == U'、' || behind == U'）';
            figure.kind = closed && (!numeral.han || numeral.value == Amount{}) &&
                                  numeral.begin > 0 && !numeral.scaled
                              ? FigureKind::count
                              : FigureKind::none;
        }
        // 一次性, 一批: words; 1.2万次 counts no pieces one by one.
        if (is_counted(figure.kind) && numeral.value.decimals > 0) figure.kind = FigureKind::none;
        if (figure.kind == FigureKind::pieces && numeral.han) figure.kind = FigureKind::none;
        if (figure.kind == FigureKind::none && unit != nullptr && unit->kind == FigureKind::pieces)
            figure.end = numeral.end;
        figures.push_back(figure);
    }
    return figures;
}

}  // namespace nianbao::prose
