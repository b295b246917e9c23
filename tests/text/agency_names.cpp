// Names of agencies: their words, and where a line may end between them.
#include <doctest/doctest.h>

#include "text/made_names.hpp"
#include "text/names/agencies.hpp"
#include "text/names/name_breaks.hpp"
#include "text/names/words.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using namespace nianbao;

namespace {

/// A text with the mark of each break: ‖ best, | good, / fair, ~ strained.
std::string marked(std::u32string_view text, const std::vector<Break>& breaks,
                   Sense least = Sense::strained) {
    constexpr std::u32string_view marks = U"~/|‖";
    std::u32string out;
    auto next = breaks.begin();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (next != breaks.end() && next->at == static_cast<int>(i)) {
            if (next->sense >= least) out += marks[static_cast<std::size_t>(next->sense)];
            ++next;
        }
        out += text[i];
    }
    CHECK(next == breaks.end());
    return to_utf8(out);
}

std::string name(std::string_view utf8, Sense least = Sense::strained) {
    const std::u32string text = to_utf32(utf8);
    return marked(text, name_breaks(text), least);
}

std::string title(std::string_view utf8, std::string_view agency) {
    const std::u32string text = to_utf32(utf8);
    return marked(text, title_breaks(text, to_utf32(agency)));
}

std::string phrase(std::string_view utf8) {
    const std::u32string text = to_utf32(utf8);
    return marked(text, phrase_breaks(text));
}

/// A name with its breaks if one stands inside a part, or none of the sense that is due
/// between two. `parts`: how many are known to be parted. Breaks that are strained stand
/// in long places.
std::string wrong(const MadeName& made, std::size_t parts) {
    const std::vector<Break> breaks = name_breaks(made.name);
    for (const Break& own : breaks) {
        if (own.sense != Sense::strained &&
            std::find(made.ends.begin(), made.ends.end(), own.at) == made.ends.end())
            return marked(made.name, breaks) + '\n';
    }
    for (std::size_t i = 0; i + 1 < parts; ++i) {
        const Break due{made.ends[i], i + 2 == parts ? made.last : Sense::good};
        if (std::find(breaks.begin(), breaks.end(), due) == breaks.end())
            return marked(made.name, breaks) + '\n';
    }
    return {};
}

}  // namespace

TEST_CASE("hard names of agencies break between their words") {
    int count = 0;
    for (const std::string& line : case_lines("agency_names.txt")) {
        const auto arrow = line.find(" => ");
        REQUIRE_MESSAGE(arrow != line.npos, line);
        CHECK(name(line.substr(0, arrow), Sense::fair) == line.substr(arrow + 4));
        ++count;
    }
    CHECK(count == 320);
}

TEST_CASE("every kind of agency in every kind of place breaks between its parts") {
    std::string faults;
    int count = 0;
    each_made_name([&](const MadeName& made) {
        faults += wrong(made, made.ends.size());
        ++count;
    });
    CHECK(faults == "");
    CHECK(count > 100'000);
}

TEST_CASE("agencies that no table knows as a whole break between the words of their names") {
    const auto words = names::words_of<names::own_words>();
    const auto places = listed_places();
    std::string faults;
    for (std::size_t i = 0; i < words.size(); ++i) {
        MadeName one, two;
        for (const std::u32string& place : places[i % places.size()]) {
            one.add(place);
            two.add(place);
        }
        one.add(words[i]);
        one.add(i % 2 == 0 ? U"管理局" : U"服务中心");
        faults += wrong(one, one.ends.size() - 1);
        // 和 begins what it joins.
        two.add(words[i]);
        two.add(std::u32string(U"和").append(words[i * 7 % words.size()]));
        two.add(U"工作委员会");
        two.last = Sense::fair;
        faults += wrong(two, two.ends.size() - 1);
    }
    CHECK(faults == "");
}

TEST_CASE("a long place is divided before its peoples, or before what kind of area it is") {
    CHECK(name("双江拉祜族佤族布朗族傣族自治县医疗保障局") ==
          "双江~拉祜族佤族布朗族傣族自治县|医疗保障局");
    CHECK(name("鄂伦春自治旗审计局") == "鄂伦春自治旗|审计局");
    CHECK(name("昆明经济技术开发区管理委员会") == "昆明~经济技术开发区/管理委员会");
    CHECK(name("苏州工业园区税务局") == "苏州工业园区|税务局");
    CHECK(name("县医疗保障局") == "县医疗保障局");
    CHECK(name("市大数据管理局") == "市大数据管理局");
    CHECK(name("中国（上海）自由贸易试验区管理委员会") == "中国（上海）~自由贸易试验区/管理委员会");
}

TEST_CASE("a bracket is a second name, or part of the name") {
    CHECK(name("甲乙局（丙丁）") == "甲乙局‖（丙丁）");
    CHECK(name("甲乙（集团）有限公司") == "甲乙~（集团）有限公司");
    // Of seven characters.
    CHECK(name("甲乙（科技集团）公司") == "甲乙~（科技集团）~公司");
    CHECK(name("甲乙（丙丁戊己庚）税务局") == "甲乙‖（丙丁戊己庚）|税务局");
}

TEST_CASE("titles break before the year, the agency's own name is known") {
    CHECK(title("淮安市水利局2024年政府信息公开工作年度报告", "淮安市水利局") ==
          "淮安市|水利局‖2024年/政府信息公开工作/年度报告");
    CHECK(title("2024年淮安市人民政府政府信息公开工作年度报告", "淮安市人民政府") ==
          "2024年/淮安市/人民政府‖政府信息公开工作/年度报告");
    CHECK(title("某局2024年度政府信息公开工作情况的报告", "某局") ==
          "某局‖2024年度/政府信息公开工作/情况的报告");
    CHECK(title("关于2024年度报告", "") == "关于2024年度报告");
    CHECK(title("关于2024年年度报告", "") == "关于2024年/年度报告");
    CHECK(title("", "某局") == "");
    CHECK(title("甲乙丙丁2024年报告", "甲乙丙丁") == "甲乙丙丁‖2024年报告");
}

TEST_CASE("remarks break between words, and in what is unknown by two characters at least") {
    CHECK(phrase("（调解）") == "（调解）");
    CHECK(phrase("（调解结案）") == "（调解~结案）");
    CHECK(phrase("（撤回申请）") == "（撤回/申请）");
    CHECK(phrase("（甲乙丙）") == "（甲乙丙）");
    CHECK(phrase("（甲乙丙丁戊）") == "（甲乙~丙~丁戊）");
    CHECK(phrase("（含来信3件）") == "（含来信/3件）");
    CHECK(phrase("（2件，其中转办1件）") == "（2件，/其中转办/1件）");
    CHECK(phrase("（受理，终止）") == "（受理，/终止）");
    CHECK(phrase("") == "");
}
