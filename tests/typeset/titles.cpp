// Titles and signatures: lines that end by sense, and the shapes that they make.
#include <doctest/doctest.h>

#include "text/made_names.hpp"
#include "text/names/name_breaks.hpp"
#include "text/utf8.hpp"
#include "typeset/plain_atoms.hpp"
#include "typeset/sense.hpp"
#include "typeset/title.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace nianbao;

namespace {

/// The measure of 2号 type: 20 characters.
constexpr Measures measure{em * 20, {}, em};

std::string shown(std::u32string_view text, const std::vector<LineRange>& lines) {
    std::u32string out;
    for (const LineRange& line : lines) {
        if (!out.empty()) out += U'|';
        out += text.substr(static_cast<std::size_t>(line.first),
                           static_cast<std::size_t>(line.last - line.first));
    }
    return to_utf8(out);
}

/// The lines of a title.
std::string title(std::string_view utf8, std::string_view agency,
                  const TitleCompany& company = {}) {
    const std::u32string text = to_utf32(utf8);
    const std::vector<Item> items = items_of(atoms_of(text));
    return shown(text, title_lines(items, title_breaks(text, to_utf32(agency)), measure, company));
}

/// The lines of a name in a measure of so many characters, each break at its cost.
std::string signature(std::string_view utf8, int width) {
    const std::u32string text = to_utf32(utf8);
    std::vector<Item> items = items_of(atoms_of(text));
    break_by_sense(items, name_breaks(text), {20000, 2000, 500, 0});
    return shown(text, break_lines(items, {em * width, {}, em}, Fit::ragged));
}

/// A text of one role.
Text plain(std::u32string_view text) { return {std::u32string(text), {}}; }

}  // namespace

TEST_CASE("titles are broken by sense into trapezia and rhombi") {
    int count = 0;
    for (const std::string& line : case_lines("titles.txt")) {
        const auto semicolon = line.find("; ");
        const auto arrow = line.find(" => ");
        REQUIRE_MESSAGE((semicolon != line.npos && arrow != line.npos), line);
        CHECK(title(line.substr(semicolon + 2, arrow - semicolon - 2), line.substr(0, semicolon)) ==
              line.substr(arrow + 4));
        ++count;
    }
    CHECK(count > 20);
}

TEST_CASE("a title's lines end between words, whatever agency it names") {
    int number = 0, titles = 0, strained = 0;
    std::string faults;
    each_made_name([&](const MadeName& made) {
        if (++number % 23 != 0) return;
        const std::u32string text = made.name + U"2024年政府信息公开工作年度报告";
        const std::vector<Item> items = items_of(atoms_of(text));
        const std::vector<Break> breaks = title_breaks(text, made.name);
        const std::vector<LineRange> lines = title_lines(items, breaks, measure);
        for (const LineRange& line : lines) {
            const auto own = std::find_if(breaks.begin(), breaks.end(),
                                          [&](const Break& at) { return at.at == line.last; });
            const bool last = line.last == static_cast<int>(text.size());
            if (!last && own == breaks.end()) faults += shown(text, lines) + '\n';
            if (!last && own != breaks.end() && own->sense == Sense::strained) ++strained;
            if (line.last - line.first > 22) faults += shown(text, lines) + '\n';
        }
        ++titles;
    });
    CHECK(faults == "");
    CHECK(titles > 2'000);
    CHECK(strained == 0);
}

TEST_CASE("a title's line is divided in shape with the lines above and below") {
    // Of eleven and eighteen characters, and the other way round.
    const std::string_view name = "内蒙古自治区呼伦贝尔市莫力达瓦自治旗退役军人事务局";
    CHECK(title(name, name) == "内蒙古自治区呼伦贝尔市|莫力达瓦自治旗退役军人事务局");
    CHECK(title(name, name, {{}, {em * 15}}) ==
          "内蒙古自治区呼伦贝尔市|莫力达瓦自治旗退役军人事务局");
    CHECK(title(name, name, {{em * 15}, {}}) ==
          "内蒙古自治区呼伦贝尔市莫力达瓦自治旗|退役军人事务局");
    // Seven characters between seventeen and fifteen would be an hourglass.
    const std::string_view banner = "内蒙古自治区莫力达瓦达斡尔族自治旗退役军人事务局";
    CHECK(title(banner, banner) == "内蒙古自治区莫力达瓦达斡尔族自治旗|退役军人事务局");
    CHECK(title(banner, banner, {{}, {em * 15}}) ==
          "内蒙古自治区|莫力达瓦达斡尔族自治旗退役军人事务局");
}

TEST_CASE("a line of two characters is worse than lines of one width, one of three is not") {
    const std::u32string text = U"甲乙丙丁戊己庚辛壬癸子丑";
    const std::vector<Item> items = items_of(atoms_of(text));
    const auto lines = [&](int first) {
        const std::vector<Break> breaks = {{first, Sense::good}, {6, Sense::good}};
        return shown(text, title_lines(items, breaks, {em * 11, {}, em}));
    };
    CHECK(lines(2) == "甲乙丙丁戊己|庚辛壬癸子丑");
    CHECK(lines(3) == "甲乙丙|丁戊己庚辛壬癸子丑");
}

TEST_CASE("a place longer than a line is divided if there is no other way") {
    const std::string_view name =
        "双江拉祜族佤族布朗族傣族自治县医疗保障局2024年政府信息公开工作年度报告";
    const std::u32string text = to_utf32(name);
    const std::vector<Item> items = items_of(atoms_of(text));
    const auto lines = [&](int width) {
        return shown(text, title_lines(items, title_breaks(text, U""), {em * width, {}, em}));
    };
    CHECK(lines(15) == "双江拉祜族佤族布朗族傣族自治县|医疗保障局|2024年政府信息公开工作年度报告");
    CHECK(lines(14) == "双江|拉祜族佤族布朗族傣族自治县|医疗保障局2024年|政府信息公开工作年度报告");
}

TEST_CASE("a signature that is too long is broken by sense") {
    CHECK(signature("苏州工业园区市场监督管理局", 13) == "苏州工业园区市场监督管理局");
    CHECK(signature("苏州工业园区市场监督管理局", 12) == "苏州工业园区|市场监督管理局");
    CHECK(signature("上海市青浦区经济委员会（上海市青浦区粮食和物资储备局）", 24) ==
          "上海市青浦区经济委员会|（上海市青浦区粮食和物资储备局）");
    CHECK(signature("金乡县人民政府国有资产监督管理委员会", 12) ==
          "金乡县人民政府|国有资产监督管理委员会");
    CHECK(signature("甲乙丙丁戊己庚辛", 5) == "甲乙丙丁|戊己庚辛");
}

TEST_CASE("breaks are counted in atoms: what cannot be drawn has none") {
    const std::u32string text = U"甲\u200B乙\n丙丁";
    std::vector<Atom> atoms = atoms_of(U"甲乙丙丁");
    const std::vector<Text> texts = {plain(U"甲\u200B乙"), plain(U"\n丙丁")};
    const std::vector<int> places = atom_places(texts, atoms);
    CHECK(places == std::vector<int>{0, 1, 1, 2, 2, 3, 4});
    const std::vector<Break> breaks = {{-1}, {0}, {1}, {2}, {4}, {5, Sense::best}, {6}, {9}};
    CHECK(at_atoms(breaks, places) == std::vector<Break>{{1}, {1}, {2}, {3, Sense::best}});
    CHECK(at_atoms(breaks, std::vector<int>{0}).empty());
}

TEST_CASE("lines end at the breaks alone, and never where the rules forbid it") {
    std::vector<Item> items = items_of(atoms_of(U"甲乙，丙丁"));
    break_by_sense(items, std::vector<Break>{{2, Sense::best}, {3, Sense::fair}}, {4, 3, 2, 1});
    CHECK(items[0].break_after == no_break);
    CHECK(items[1].break_after == no_break);  // before ，
    CHECK(items[2].break_after == 3);
    CHECK(items[3].break_after == no_break);
}
