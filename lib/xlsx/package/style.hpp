// How a cell looks and what may be done with it, as value.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace nianbao::xlsx {

/// Named in the file, not embedded: every office has them.
enum class Face : std::uint8_t { song, hei, fang };

enum class Colour : std::uint8_t { automatic, red, grey, blue };

/// Input cells are pale, so that they print white on most machines.
enum class Fill : std::uint8_t { none, input, heading, wrong };

enum class Across : std::uint8_t { general, left, centre, right };
enum class Down : std::uint8_t { centre, top };

enum class Shown : std::uint8_t { general, count, text, date, percent };

struct Style {
    Face face = Face::song;
    int points = 11;
    bool bold = false, underlined = false;
    Colour colour = Colour::automatic;
    Fill fill = Fill::none;
    bool bordered = false;
    Across across = Across::general;
    Down down = Down::centre;
    bool wrapped = false;  // else shrunk, if it is a number
    bool shrunk = false;
    bool unlocked = false;
    Shown shown = Shown::general;
    auto operator<=>(const Style&) const = default;
};

/// The styles of a workbook by their numbers, in the order in which they were asked for.
class Styles {
public:
    Styles() { number({}); }

    int number(const Style& style);
    /// styles.xml. The only differential format, 0, is what is wrong: red on pink.
    std::string xml() const;

private:
    std::map<Style, int> numbers_;
    std::vector<Style> styles_;
};

}  // namespace nianbao::xlsx
