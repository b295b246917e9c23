#include "text/character.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace {

using enum CharacterClass;

struct ClassRange {
    char32_t first, last;
    CharacterClass value;
};

// Sorted; what stands in none of the ranges is han. Ink sides are those of mainland fonts.
constexpr ClassRange table[] = {
    {0x0000, 0x001F, control},     {U' ', U' ', space},           {U'!', U'!', closing_latin},   {U'"', U'"', letter},          {U'#', U'#', prefix},
    {U'$', U'$', prefix},          {U'%', U'%', postfix},         {U'&', U'&', separator},       {U'\'', U'\'', letter},        {U'(', U'(', opening_latin},
    {U')', U')', closing_latin},   {U'*', U'*', letter},          {U'+', U'+', letter},          {U',', U',', closing_latin},   {U'-', U'-', separator},
    {U'.', U'.', closing_latin},   {U'/', U'/', separator},       {U'0', U'9', digit},           {U':', U';', closing_latin},   {U'<', U'<', letter},
    {U'=', U'=', separator},       {U'>', U'>', letter},          {U'?', U'?', closing_latin},   {U'@', U'Z', letter},          {U'[', U'[', opening_latin},
    {U'\\', U'\\', separator},     {U']', U']', closing_latin},   {U'^', U'z', letter},          {U'{', U'{', opening_latin},   {U'|', U'|', separator},
    {U'}', U'}', closing_latin},   {U'~', U'~', letter},          {0x007F, 0x009F, control},     {0x00A0, 0x00A0, fixed_space}, {0x00A1, 0x00A1, opening_latin},
    {0x00A2, 0x00A2, postfix},     {0x00A3, 0x00A3, prefix},      {0x00A5, 0x00A5, prefix},      {0x00A7, 0x00A7, prefix},      {0x00A8, 0x00AF, letter},
    {0x00B0, 0x00B0, postfix},     {0x00B1, 0x00B6, letter},      {0x00B7, 0x00B7, middle_dot},  {0x00B8, 0x00D6, letter},      {0x00D8, 0x00F6, letter},
    {0x00F8, 0x02FF, letter},      {0x0300, 0x036F, combining},   {0x0370, 0x058F, letter},      {0x1E00, 0x1FFF, letter},      {0x2000, 0x200A, fixed_space},
    {0x200B, 0x200F, control},     {0x2010, 0x2010, separator},   {0x2011, 0x2011, letter},      {0x2012, 0x2013, connector},   {0x2014, 0x2015, dash},
    {0x2018, 0x2018, opening},     {0x2019, 0x2019, closing},     {0x201C, 0x201C, opening},     {0x201D, 0x201D, closing},     {0x2022, 0x2022, middle_dot},
    {0x2025, 0x2026, ellipsis},    {0x2027, 0x2027, middle_dot},  {0x2028, 0x202E, control},     {0x202F, 0x202F, fixed_space}, {0x2030, 0x2031, postfix},
    {0x2032, 0x2033, postfix},     {0x205F, 0x205F, fixed_space}, {0x2060, 0x206F, control},     {0x20A0, 0x20CF, prefix},      {0x20D0, 0x20FF, combining},
    {0x2103, 0x2103, postfix},     {0x2109, 0x2109, postfix},     {0x2116, 0x2116, prefix},      {0x22EF, 0x22EF, ellipsis},    {0x2E3A, 0x2E3B, dash},
    {0x3000, 0x3000, fixed_space}, {0x3001, 0x3001, pause},       {0x3002, 0x3002, stop},        {0x3008, 0x3008, opening},     {0x3009, 0x3009, closing},
    {0x300A, 0x300A, opening},     {0x300B, 0x300B, closing},     {0x300C, 0x300C, opening},     {0x300D, 0x300D, closing},     {0x300E, 0x300E, opening},
    {0x300F, 0x300F, closing},     {0x3010, 0x3010, opening},     {0x3011, 0x3011, closing},     {0x3014, 0x3014, opening},     {0x3015, 0x3015, closing},
    {0x3016, 0x3016, opening},     {0x3017, 0x3017, closing},     {0x3018, 0x3018, opening},     {0x3019, 0x3019, closing},     {0x301C, 0x301C, connector},
    {0x301D, 0x301D, opening},     {0x301E, 0x301F, closing},     {0x302A, 0x302F, combining},   {0x30FB, 0x30FB, middle_dot},  {0xFE00, 0xFE0F, combining},
    {0xFE20, 0xFE2F, combining},   {0xFEFF, 0xFEFF, control},     {0xFF01, 0xFF01, stop},        {0xFF05, 0xFF05, postfix},     {0xFF08, 0xFF08, opening},
    {0xFF09, 0xFF09, closing},     {0xFF0C, 0xFF0C, pause},       {0xFF0E, 0xFF0E, stop},        {0xFF1A, 0xFF1A, stop},        {0xFF1B, 0xFF1B, pause},
    {0xFF1F, 0xFF1F, stop},        {0xFF3B, 0xFF3B, opening},     {0xFF3D, 0xFF3D, closing},     {0xFF5B, 0xFF5B, opening},     {0xFF5D, 0xFF5D, closing},
    {0xFF5E, 0xFF5E, connector},   {0xFF5F, 0xFF5F, opening},     {0xFF60, 0xFF60, closing},     {0xFFE0, 0xFFE0, postfix},     {0xFFE1, 0xFFE1, prefix},
    {0xFFE5, 0xFFE5, prefix},      {0x1F3FB, 0x1F3FF, combining}, {0xE0100, 0xE01EF, combining},
};

constexpr bool sorted() {
    for (std::size_t i = 0; i < std::size(table); ++i) {
        if (table[i].last < table[i].first || (i > 0 && table[i].first <= table[i - 1].last)) return false;
    }
    return true;
}
static_assert(sorted());

// Measure words and units that official reports put after numbers, and what goes on reading the number.
constexpr std::u32string_view units =
    U"年月日时分秒号件条次个项期篇场人名份部元万亿千百十余多家户岁级度米吨页倍批起例章款届楼层室种类处台套辆笔字幅张册本天周季";

constexpr bool one_of(CharacterClass c, std::initializer_list<CharacterClass> set) {
    return std::any_of(set.begin(), set.end(), [c](CharacterClass other) { return other == c; });
}

}  // namespace

CharacterClass class_of(char32_t character) {
    const auto after = std::upper_bound(std::begin(table), std::end(table), character, [](char32_t c, const ClassRange& r) { return c < r.first; });
    if (after == std::begin(table)) return han;
    const ClassRange& range = *std::prev(after);
    return character <= range.last ? range.value : han;
}

bool is_latin(char32_t character) {
    if (character > 0x20 && character < 0x7F) return true;
    return class_of(character) == letter;
}

bool is_wide(CharacterClass c) { return one_of(c, {han, opening, closing, pause, stop, dash, ellipsis}); }

bool has_blank_left(CharacterClass c) { return c == opening; }
bool has_blank_right(CharacterClass c) { return one_of(c, {closing, pause, stop}); }

bool may_break(CharacterClass before, CharacterClass after) {
    // What never begins a line, and what never ends one.
    if (one_of(after, {closing, pause, stop, middle_dot, connector, closing_latin, postfix, space, combining, control})) return false;
    if (one_of(before, {opening, opening_latin, prefix, fixed_space})) return false;
    if (after == fixed_space) return false;
    if (before == after && one_of(before, {dash, ellipsis})) return false;
    // Words and numbers, with the marks inside them.
    const auto in_word = [](CharacterClass c) { return one_of(c, {digit, letter, closing_latin, separator, opening_latin, postfix, prefix}); };
    if (in_word(before) && in_word(after)) return false;
    // A connector binds what it stands between.
    if (before == connector && one_of(after, {digit, letter})) return false;
    return true;
}

bool is_unit(char32_t character) { return units.find(character) != units.npos; }

}  // namespace nianbao
