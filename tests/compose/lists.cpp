// Which lines are the items of a list, and what is found inside them.
#include "compose/lists.hpp"

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compose/prose.hpp"
#include "nianbao/document.hpp"
#include "report/sample.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// The blocks of lines of prose that no heading opens, as they are dumped.
std::string blocks(const std::string& lines) {
    Document document;
    compose_prose(sample_report(), "overview", lines, document.sections);
    CHECK(fault(document) == "");
    const std::string text = dump(document);
    const std::string before = "document  |  | zh-CN\ntitle: \nsection\n";
    REQUIRE(text.starts_with(before));
    return text.substr(before.size());
}

/// "L2": a list of two items; "L2(1B3)": with a list （1）（2）（3） below its first.
std::string kind(const List& list) {
    constexpr std::string_view letters = "LBC";
    std::string out(1, letters[static_cast<std::size_t>(list.labels)]);
    std::size_t items = 0;
    std::string below;
    for (const ListItem& item : list.items) {
        ++items;
        for (const List& own : item.below) below += "(" + std::to_string(items) + kind(own) + ")";
    }
    return out + std::to_string(items) + below;
}

/// "L2 p": a list of two items and a paragraph.
std::string kinds(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "。后文。\n";
    std::vector<Section> sections;
    compose_prose(sample_report(), "overview", text, sections);
    std::string out;
    for (const Block& block : sections.at(0).blocks) {
        if (!out.empty()) out += ' ';
        const auto* list = std::get_if<List>(&block);
        out += list == nullptr ? "p" : kind(*list);
    }
    return out;
}

}  // namespace

TEST_CASE("numbered paragraphs in a row are a list") {
    CHECK(kinds({"1.甲", "2.乙"}) == "L2");
    CHECK(kinds({"（1）甲", "（2）乙", "丙"}) == "B2 p");
    CHECK(kinds({"1.甲"}) == "p");                              // one alone
    CHECK(kinds({"1.甲", "丙", "2.乙"}) == "p p p");            // not in a row
    CHECK(kinds({"2.甲", "3.乙"}) == "p p");                    // not from 1
    CHECK(kinds({"1.甲", "3.乙"}) == "p p");                    // not one by one
    CHECK(kinds({"1.甲", "（2）乙"}) == "p p");                 // not of one kind
    CHECK(kinds({"1.5倍", "2.5倍"}) == "p p");                  // numbers, not numberings
    CHECK(kinds({"（一）甲", "（二）乙"}) == "p p");            // divisions
    CHECK(kinds({"1.甲", "2.乙", "1.丙", "2.丁"}) == "L2 L2");  // two lists
    CHECK(kinds({"1.甲", "1.乙", "2．丙"}) == "p L2");
    CHECK(kinds({"1、甲", "2、乙"}) == "L2");  // the same, otherwise written
    CHECK(kinds({"１.甲", "2、乙"}) == "L2");
    CHECK(kinds({"(1)甲", "（２）乙", "3)丙"}) == "B3");
    CHECK(kinds({"①甲", "②乙"}) == "C2");
    CHECK(kinds({"①②甲", "②乙"}) == "p p");
    CHECK(kinds({"1、2季度", "2、3季度"}) == "p p");  // numbers of the sentence
    std::vector<std::string> many;
    for (int i = 1; i <= 100; ++i) many.push_back(std::to_string(i) + ".甲");
    CHECK(kinds(many) == "L99 p");  // two digits at most
}

TEST_CASE("a heading is no item, and ends a list") {
    CHECK(blocks("1.甲。\n2.乙\n") == "  paragraph: 1.甲。\n  heading 3 depth 2: 2.乙\n");
    CHECK(
        blocks("1.甲；\n2.乙；\n3.丙\n后文。").starts_with("  list from 1.\n    item: <label>1."));
}

TEST_CASE("a list stands below an item of a list before it in the order 1. （1） ①") {
    CHECK(kinds({"1.甲", "（1）乙", "（2）丙", "2.丁"}) == "L2(1B2)");
    CHECK(kinds({"1.甲", "2.丁", "（1）乙", "（2）丙", "（3）戊"}) == "L2(2B3)");
    CHECK(kinds({"1.甲", "①乙", "②丙", "2.丁", "①乙", "②丙"}) == "L2(1C2)(2C2)");
    CHECK(kinds({"1.甲", "（1）乙", "①丙", "②丁", "（2）戊", "2.己"}) == "L2(1B2(1C2))");
    CHECK(kinds({"1.甲", "（1）乙", "（2）丙", "（1）丁", "（2）戊", "2.己"}) == "L2(1B2)(1B2)");
    CHECK(kinds({"1.甲", "（1）乙", "（2）丙", "①丁", "②戊", "2.己"}) == "L2(1B2(2C2))");
    CHECK(kinds({"1.甲", "（1）乙", "（2）丙"}) == "p B2");            // one item above
    CHECK(kinds({"1.甲", "（1）乙", "2.丙", "3.丁"}) == "p p p p");    // one below
    CHECK(kinds({"（1）甲", "1.乙", "2.丙", "（2）丁"}) == "p L2 p");  // the other way round
    CHECK(kinds({"①甲", "（1）乙", "（2）丙", "②丁"}) == "p B2 p");
    CHECK(kinds({"1.甲", "（1）乙", "（2）丙", "后文", "2.丁"}) == "p B2 p p");
    CHECK(blocks("1.甲。\n（1）乙；\n（2）丙。\n2.丁。\n") ==
          "  list from 1.\n    item: <label>1.<plain>甲。\n      list from （1）\n"
          "        item: <label>（1）<plain>乙；\n        item: <label>（2）<plain>丙。\n"
          "    item: <label>2.<plain>丁。\n");
    CHECK(blocks("1.甲：\n①乙；\n②丙。\n2.丁。\n") ==
          "  list from 1.\n    item: <label>1.<plain>甲：\n      list from ○1\n"
          "        item: <label>①<plain>乙；\n        item: <label>②<plain>丙。\n"
          "    item: <label>2.<plain>丁。\n");
}

TEST_CASE("an item has a label, and behind it a run-in heading and its text") {
    CHECK(
        blocks(
            "1.加强领导。成立小组。\n2.这一条很长，没有小标题可言，因为第一个句号在二十八个字以后才来。后文。\n") ==
        "  list from 1.\n    item run-in 3: <label>1.<heading>加强领导<plain>。成立小组。\n"
        "    item: <label>2.<plain>这一条很长，没有小标题可言，因为第一个句号在二十八个字以后才来。后文。\n");
    CHECK(blocks("（1）甲。乙。\n（2）丙。丁。\n") ==
          "  list from （1）\n    item run-in 4: <label>（1）<heading>甲<plain>。乙。\n"
          "    item run-in 4: <label>（2）<heading>丙<plain>。丁。\n");
    CHECK(blocks("1.。乙。\n2.。丁。\n") ==  // a heading of no characters is none
          "  list from 1.\n    item: <label>1.<plain>。乙。\n    item: <label>2.<plain>。丁。\n");
}

TEST_CASE("a link stands in headings, goes through labels and out of references") {
    CHECK(blocks("见www.x.gov.cn，或a@b.cn。") ==
          "  paragraph: 见[www.x.gov.cn](http://www.x.gov.cn)，或[a@b.cn](mailto:a@b.cn)。\n");
    CHECK(blocks("（一）网址www.x.cn。后文。") ==
          "  paragraph run-in 2: <heading>（一）网址[www.x.cn](http://www.x.cn)<plain>。后文。\n");
    CHECK(blocks("1.a@b.cn；\n2.乙；") ==
          "  list from 1.\n    item: <label>[1.<plain>a@b.cn](mailto:1.a@b.cn)；\n"
          "    item: <label>2.<plain>乙；\n");
    CHECK(blocks("见www.x{{applications.received.total}}.cn/1吧") ==
          "  paragraph: 见[www.x{5}.cn/1](http://www.x5.cn/1)吧\n");
}

TEST_CASE("English words carry their language, but not in an address") {
    CHECK(blocks("见Open Data一栏，或www.data.gov.cn的Data。") ==
          "  paragraph: 见<en>Open Data</en>一栏，或[www.data.gov.cn](http://www.data.gov.cn)的"
          "<en>Data</en>。\n");
    CHECK(blocks("见http://x.gov.cn/open-data/list的Data。") ==
          "  paragraph: 见[http://x.gov.cn/open-data/list](http://x.gov.cn/open-data/list)的"
          "<en>Data</en>。\n");
    CHECK(blocks("1.Word文件。用Word写。\n2.Excel。用Excel写。\n") ==
          "  list from 1.\n    item run-in 3: <label>1.<heading><en>Word</en>文件<plain>。用"
          "<en>Word</en>写。\n    item run-in 3: <label>2.<heading><en>Excel</en><plain>。用"
          "<en>Excel</en>写。\n");
}

TEST_CASE("the number of an item and how many lines are a list") {
    using enum ListLabels;
    struct Case {
        std::u32string_view line;
        ItemNumber number;
    };
    for (const Case& one :
         {Case{U"1.甲。", {1, dots, 2}}, Case{U"12．甲。", {12, dots, 3}},
          Case{U"（3）甲。", {3, brackets, 3}}, Case{U"⑳甲。", {20, circles, 1}},
          Case{U"99.。", {99, dots, 3}}, Case{U"100.甲。", {}}, Case{U"（3甲。", {}},
          Case{U"1.2。", {}}, Case{U"（一）甲。", {}}, Case{U"1.甲", {}}, Case{U"（", {}}}) {
        CAPTURE(to_utf8(one.line));
        CHECK(item_number(line_roles(one.line).at(0)) == one.number);
    }
    CHECK(list_length({}) == 0);
    const std::vector<ItemNumber> numbers = {{1, dots, 2}, {2, dots, 2}, {2, dots, 2}};
    CHECK(list_length(numbers) == 2);
    CHECK(list_length(std::span(numbers).subspan(1)) == 0);
}
