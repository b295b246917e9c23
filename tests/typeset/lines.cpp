// The typesetting room: lines without fonts, tables by their columns, pages by their
// marks.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "text/utf8.hpp"
#include "typeset/atoms.hpp"
#include "typeset/line.hpp"
#include "typeset/line_break.hpp"
#include "typeset/plain_atoms.hpp"
#include "typeset/table/table.hpp"

using namespace nianbao;

namespace {

/// The lines of a text in a measure of so many characters, "|" between them.
std::string lines(std::string_view utf8, int width, Fit fit = Fit::justified, int indent = 0,
                  Length between_scripts = {}) {
    const std::u32string text = to_utf32(utf8);
    const auto atoms = atoms_of(text);
    const auto items = items_of(atoms, between_scripts);
    std::u32string out;
    for (const LineRange& line : break_lines(items, {em * width, em * indent, em}, fit)) {
        if (!out.empty()) out += U'|';
        out += text.substr(static_cast<std::size_t>(line.first),
                           static_cast<std::size_t>(line.last - line.first));
    }
    return to_utf8(out);
}

/// What each mark of a line gives up of its box when the line is set to a width in
/// characters, in 1/1000 em: "·250 （0".
std::string given_up(std::string_view utf8, double width) {
    const std::u32string text = to_utf32(utf8);
    const auto atoms = atoms_of(text);
    const auto items = items_of(atoms);
    const SetLine line = set_line(atoms, items, {0, static_cast<int>(atoms.size())},
                                  from_points(width * em.points()), Align::justified);
    std::u32string out;
    std::size_t at = 0;
    for (const Mark& mark : line.marks) {
        const auto* run = std::get_if<GlyphRun>(&mark);
        if (run == nullptr) continue;
        for (const Glyph& glyph : run->glyphs) {
            const char32_t c = text[at++];
            if (class_of(c) == CharacterClass::han) continue;
            if (!out.empty()) out += U' ';
            out += c + to_utf32(std::to_string(glyph.trim.left + glyph.trim.right));
        }
    }
    return to_utf8(out);
}

/// The gap after each character of a line set to a width, in 1/100 em.
std::string gaps(std::string_view utf8, double width, Length between_scripts = {}) {
    const std::u32string text = to_utf32(utf8);
    const auto atoms = atoms_of(text);
    const auto items = items_of(atoms, between_scripts);
    const SetLine line = set_line(atoms, items, {0, static_cast<int>(atoms.size())},
                                  from_points(width * em.points()), Align::justified);
    std::string out;
    std::vector<Length> places;
    for (const Mark& mark : line.marks) {
        if (const auto* run = std::get_if<GlyphRun>(&mark)) {
            for (const Glyph& glyph : run->glyphs) places.push_back(run->origin.x + glyph.x);
        }
    }
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        if (!out.empty()) out += ' ';
        out += std::to_string(std::lround((places[i + 1] - places[i] - atoms[i].width()).points() /
                                          em.points() * 100));
    }
    return out;
}

/// The right edge of the ink of a justified line, and of what the marks' boxes cover.
Length right_edge(std::string_view utf8, int width) {
    const auto atoms = atoms_of(to_utf32(utf8));
    const auto items = items_of(atoms);
    return set_line(atoms, items, {0, static_cast<int>(atoms.size())}, em * width, Align::justified)
        .width;
}

}  // namespace

TEST_CASE("lines end where clreq and GB/T 15834 let them") {
    std::ifstream file(NIANBAO_SOURCE "/tests/cases/lines.txt");
    REQUIRE(file);
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        const auto semicolon = line.find("; ");
        const auto arrow = line.find(" => ");
        REQUIRE_MESSAGE((semicolon != line.npos && arrow != line.npos), line);
        const std::string text = line.substr(semicolon + 2, arrow - semicolon - 2);
        CHECK_MESSAGE(lines(text, std::stoi(line)) == line.substr(arrow + 4), line);
        ++cases;
    }
    CHECK(cases > 40);
}

TEST_CASE("28 characters fill a line, 29 do not fit") {
    std::string line;
    for (int i = 0; i < 28; ++i) line += "字";
    CHECK(lines(line, 28) == line);
    CHECK(lines(line + "多出", 28) == line + "|多出");
    CHECK(lines("字字" + line, 28, Fit::justified, 2) == line.substr(0, 26 * 3) + "|字字字字");
}

TEST_CASE("the gap between Han and letters is none at a line's end") {
    CHECK(lines("一二三四AB", 4, Fit::justified, 0, em / 4) == "一二三四|AB");
}

TEST_CASE("no single character on a last line where a better break exists") {
    CHECK(lines("一二三四，五六七八九十甲", 6) == "一二三四，五|六七八九十甲");
    CHECK(lines("一二三四五六七八九十甲乙丙丁戊己庚。", 8).find("|庚。") == std::string::npos);
}

TEST_CASE("a piece wider than the line is broken rather than let out of it") {
    CHECK(lines("12345678901234567890", 5) == "1234567890|1234567890");
    CHECK(lines("http://www.jinxiang.gov.cn/col/col128705/index.htm", 14) ==
          "http://www.jinxiang.gov.cn/|col/col128705/index.htm");
    CHECK(lines("http://www.jinxiang.gov.cn/", 8) == "http://www.jinxi|ang.gov.cn/");
    // Whole where it fits a line, whatever marks it holds.
    CHECK(lines("网址见http://a.cn/x,y(z)-w", 12) == "网址见|http://a.cn/x,y(z)-w");
}

TEST_CASE("justified lines end at one edge, to the unit") {
    for (const char* line :
         {"一二三四五六七八", "一二三，四五六", "一二三，四五六七，", "在2022年1月18日",
          "“一二”，四五六。", "一二三四五六七，", "（一二三四五）六"}) {
        CHECK_MESSAGE(right_edge(line, 8) == em * 8, std::string(line));
    }
}

TEST_CASE("a line before an address stays short where its gaps would grow by more than 1/10 em") {
    const std::u32string text = U"一二三四五六七八九十（www.a.gov.cn）";
    const auto atoms = atoms_of(text);
    const auto items = items_of(atoms);
    const auto width = [&](double line) {
        return set_line(atoms, items, {0, 10}, from_points(line * em.points()), Align::justified)
            .width;
    };
    CHECK(width(10.8) == from_points(10.8 * em.points()));
    CHECK(width(11) == em * 10);
    CHECK(width(14) == em * 10);
    const auto others = atoms_of(U"一二三四五六七八九十（甲）");
    const SetLine line = set_line(others, items_of(others), {0, 10}, em * 14, Align::justified);
    CHECK(line.width == em * 14);
}

TEST_CASE("a line that is all address is opened by 1/50 em a letter at most, else it stays short") {
    const std::u32string text = U"http://www.a.gov.cn/zwgk/index.html";
    const auto atoms = atoms_of(text);
    const auto items = items_of(atoms);
    const auto width = [&](double line) {
        const Length measure = from_points(line * em.points());
        const SetLine set = set_line(atoms, items, {0, 25}, measure, Align::justified);
        return set.width == measure ? "filled" : set.width == em * 25 / 2 ? "short" : "neither";
    };
    CHECK(width(12.97) == std::string("filled"));  // 24 gaps
    CHECK(width(12.99) == std::string("short"));
    // A gap before it would have to take all of it.
    const auto behind = atoms_of(U"一" + text);
    const Length measure = from_points(13.9 * em.points());
    CHECK(set_line(behind, items_of(behind), {0, 26}, measure, Align::justified).width ==
          em * 27 / 2);
}

TEST_CASE("marks side by side give up half a character") {
    const auto widths = [](std::u32string_view text) {
        Length sum;
        for (const Atom& atom : atoms_of(text)) sum += atom.width();
        return sum.points() / em.points();
    };
    CHECK(widths(U"好。好") == 3.0);
    CHECK(widths(U"好。”") == 2.5);
    CHECK(widths(U"：“好") == 2.5);
    CHECK(widths(U"（“好") == 2.5);
    CHECK(widths(U"》、《") == 2.0);
    CHECK(widths(U"——") == 2.0);
}

TEST_CASE("a closing mark without a blank takes none from the opening one behind it") {
    std::vector<Atom> atoms = atoms_of(U"好”（好");
    const auto given = [&] {
        for (Atom& atom : atoms) atom.given_up = {};
        squeeze(atoms);
        return std::pair(atoms[1].given_up, atoms[2].given_up);
    };
    CHECK(given() == std::pair(em / 2, Length{}));
    atoms[1].blank_right = false;  // a face may draw it narrow
    CHECK(given() == std::pair(Length{}, Length{}));
    atoms[1] = atoms_of(U"（")[0];
    CHECK(given() == std::pair(Length{}, em / 2));
}

TEST_CASE(
    "squeezing in: the middle dot first, then brackets and quotation marks, then commas, never what ends a sentence") {
    const char* line = "一·二（三）四，五。六";
    CHECK(given_up(line, 11) == "·0 （0 ）0 ，0 。0");
    CHECK(given_up(line, 10.5) == "·500 （0 ）0 ，0 。0");
    CHECK(given_up(line, 10) == "·500 （250 ）250 ，0 。0");
    CHECK(given_up(line, 9.5) == "·500 （500 ）500 ，0 。0");
    CHECK(given_up(line, 9) == "·500 （500 ）500 ，500 。0");
}

TEST_CASE("half width at a line's end and at its start") {
    CHECK(given_up("（一二）", 3) == "（500 ）500");
    CHECK(given_up("“一二。", 3) == "“500 。500");
    CHECK(given_up("一二三，", 3.5) == "，500");
    CHECK(given_up("一·二·", 4) == "·0 ·0");
}

TEST_CASE(
    "opening: spaces between words to half an em, then gaps between Han and letters to as much, then every gap alike") {
    CHECK(gaps("一二AB 三四", 5.5) == "0 0 0 0 0 0");
    CHECK(gaps("一二AB三四", 5.75, em / 4) == "0 38 0 38 0");
    CHECK(gaps("一二AB三四", 6.25, em / 4) == "6 56 0 56 6");
    CHECK(gaps("一二三四", 4.6) == "20 20 20");
    CHECK(gaps("一2022年二", 5.5) == "25 0 0 0 0 25");
    CHECK(gaps("一～二", 4) == "50 50");
    CHECK(gaps("一二～三四", 5.5) == "25 0 0 25");
}

TEST_CASE(
    "a word that fills its line is broken where a space and a bracket behind it would not fit") {
    CHECK(lines("abcdefghijklmnopqrs ）", 10) == "abcdefghijklmnopq|rs ）");
    CHECK(lines("一二三四五六七八九十甲乙abcdefghijklmnopqrs ）丙丁", 10) ==
          "一二三四五六七八九十|甲乙abcdefghijklmnop|qrs ）丙丁");
}

TEST_CASE("a title too long for a line is divided evenly") {
    CHECK(lines("一二三四五六七八九十甲乙", 10, Fit::ragged) == "一二三四五六|七八九十甲乙");
    CHECK(lines("一二三四五六七八九十", 10, Fit::ragged) == "一二三四五六七八九十");
    CHECK(lines("一二三四五六七八", 10, Fit::ragged, 2) == "一二三四五六七八");
    CHECK(lines("一二三四五六七八九十", 10, Fit::ragged, 2) == "一二三四|五六七八九十");
}

TEST_CASE("ten times the text takes about ten times as long, without a mark to break at") {
    // Processor time of this process, as a ratio; the least, as other programs only make it
    // longer.
    const auto seconds = [](int length) {
        std::u32string text;
        for (int i = 0; i < length; ++i) text += static_cast<char32_t>(0x4E00 + i % 5000);
        const auto atoms = atoms_of(text);
        std::clock_t least = 0;
        for (int run = 0; run < 5; ++run) {
            const std::clock_t begin = std::clock();
            const auto items = items_of(atoms);
            const auto ranges = break_lines(items, {em * 28, em * 2, em}, Fit::justified);
            const std::clock_t taken = std::clock() - begin;
            least = run == 0 ? taken : std::min(least, taken);
            REQUIRE(ranges.back().last == length);
            REQUIRE(ranges.size() == static_cast<std::size_t>((length + 2 + 27) / 28));
        }
        return static_cast<double>(least);
    };
    CHECK(seconds(1'000'000) <= 20 * seconds(100'000));
}
