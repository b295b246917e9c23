// The passes of the P rules, each by itself: sentences, figures, words, scopes, sums,
// ratios.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "check/prose/cells.hpp"
#include "check/prose/prose.hpp"
#include "check/prose/ratio.hpp"
#include "report/sample.hpp"
#include "text/utf8.hpp"

using namespace nianbao;
using prose::cells;
using prose::Column;
using prose::FigureKind;
using prose::Role;

namespace {

/// The sentences, joined by '|', each behind its heading.
std::string sentences(const std::string& text) {
    const Report report = sample_report();
    std::string out;
    for (const prose::Sentence& one : prose::sentences_of(report, text)) {
        out += (out.empty() ? "" : "|") +
               (one.heading.empty() ? "" : "[" + to_utf8(one.heading) + "]") + to_utf8(one.text);
    }
    return out;
}

struct Parsed {
    prose::Sentence sentence;
    std::vector<prose::Figure> figures;
    std::vector<prose::Token> tokens;
    std::vector<prose::Scope> scopes;
};

Parsed parsed(const Report& report, const std::string& text) {
    Parsed out;
    out.sentence = prose::sentences_of(report, text).at(0);
    out.figures = prose::figures_of(out.sentence);
    out.tokens = prose::tokens_of(out.sentence, out.figures);
    out.scopes = prose::scopes_of(report, out.sentence, out.figures, out.tokens, {});
    return out;
}

/// The kind of each figure: 件 年 元 % 倍 月, or ·.
std::string kinds(const std::string& text) {
    const Parsed one = parsed(sample_report(), text);
    std::string out;
    for (const prose::Figure& figure : one.figures) {
        switch (figure.kind) {
            case FigureKind::count:
                out += "件";
                break;
            case FigureKind::pieces:
                out += "篇";
                break;
            case FigureKind::money:
                out += "元";
                break;
            case FigureKind::percent:
                out += "%";
                break;
            case FigureKind::multiple:
                out += "倍";
                break;
            case FigureKind::year:
                out += "年";
                break;
            case FigureKind::month:
                out += "月";
                break;
            case FigureKind::none:
                out += "·";
                break;
        }
    }
    return out;
}

/// Whether the last count of the text is of this year and office.
bool plain(const std::string& text, Kind kind = Kind::department,
           const std::string& agency = "某县教育局") {
    Report report = sample_report();
    report.year = 2022;
    report.kind = kind;
    report.agency = agency;
    const Parsed one = parsed(report, text);
    bool last = false;
    for (std::size_t i = 0; i < one.tokens.size(); ++i) {
        if (one.tokens[i].role == Role::figure &&
            one.figures[static_cast<std::size_t>(one.tokens[i].figure)].kind == FigureKind::count)
            last = one.scopes[i].plain();
    }
    return last;
}

Numeral percent(const std::string& text) { return find_numerals(to_utf32(text)).at(0); }

}  // namespace

TEST_CASE("a sentence is joined where it was pasted in lines") {
    CHECK(sentences("全年收到政府信息公开申请\n12件，办结\n11件。其他事项。") ==
          "全年收到政府信息公开申请12件，办结11件。|其他事项。");
    CHECK(sentences("收到申请１２ 件；“办结”１，２３４件(含1件)") ==
          "收到申请12件；办结1,234件（含1件）");
}

TEST_CASE("headings stand over the sentences below them") {
    CHECK(sentences("（二）依申请公开情况\n收到12件。\n（三）信息管理。制发3件。") ==
          "[依申请公开情况]收到12件。|[信息管理。]（三）信息管理。|[信息管理。]制发3件。");
    CHECK(sentences("2.依申请公开：收到12件。") == "[依申请公开]2.依申请公开：收到12件。");
}

TEST_CASE("every character knows its place in the field") {
    const Report report = sample_report();
    const auto all =
        prose::sentences_of(report, "一句。\n收到 “{{applications.received.total}}”件\n和 3 件。");
    REQUIRE(all.size() == 2);
    CHECK(to_utf8(all[1].text) == "收到5件和3件。");
    CHECK(all[1].at == std::vector<int>{4, 5, 8, 40, 42, 44, 46, 47, 48});
    CHECK(all[1].referred[2]);
    CHECK_FALSE(all[1].referred[5]);
}

TEST_CASE("a figure counts what its unit says") {
    CHECK(kinds("2022年1月收到12件，占35%，增长1.5倍，收费300元") == "年月件%倍元");
    CHECK(kinds("第20条、〔2021〕30号、每3件、5-6件、3至5件") == "········");
    CHECK(kinds("一起办、同一件、逐一、三审三校、统一") == "······");
    CHECK(kinds("三件、两件、十二份") == "件件件");
    CHECK(kinds("行政复议：0，行政诉讼：0。") == "件件");
    CHECK(kinds("1.5件") == "·");
}

TEST_CASE("words are the longest that fit") {
    const Parsed one = parsed(sample_report(), "予以部分公开、规章制度、政府信息公开申请");
    REQUIRE(one.tokens.size() == 5);
    CHECK(one.tokens[0].cells == prose::cells<"applications.results.partly_disclosed">);
    CHECK(one.tokens[2].role == Role::foreign);
    CHECK(one.tokens[4].role == Role::noun);
}

TEST_CASE("a count is of this year unless another is said") {
    CHECK(plain("收到申请12件"));
    CHECK(plain("2022年，收到申请12件"));
    CHECK(plain("截至2022年12月31日，收到申请12件"));
    CHECK(plain("2022年1—12月，收到申请12件"));
    CHECK(plain("2021年收到9件，2022年收到12件"));
    CHECK(plain("2022年公开2021年决算，收到申请12件"));
    CHECK(plain("2021年结转申请1件"));
    CHECK(plain("今年以来收到申请12件"));
    CHECK_FALSE(plain("2021年，收到申请12件"));
    CHECK_FALSE(plain("上年收到申请12件"));
    CHECK_FALSE(plain("2019—2022年收到申请12件"));
    CHECK_FALSE(plain("2008年以来收到申请12件"));
    CHECK_FALSE(plain("2022年上半年收到申请12件"));
    CHECK_FALSE(plain("2022年3月收到申请12件"));
    CHECK_FALSE(plain("下一步，力争办理申请12件"));
}

TEST_CASE("a count is of this office unless another is said") {
    CHECK(plain("我局收到申请12件"));
    CHECK(plain("某县教育局收到申请12件"));
    CHECK(plain("县教育局收到申请12件"));
    CHECK_FALSE(plain("县民政局收到申请12件"));
    CHECK_FALSE(plain("全县收到申请12件"));
    CHECK_FALSE(plain("县政府收到申请12件"));
    CHECK(plain("全县收到申请12件", Kind::government, "某县人民政府"));
    CHECK(plain("全县各级行政机关收到申请12件", Kind::government, "某县人民政府"));
    CHECK_FALSE(plain("县政府收到申请12件", Kind::government, "某县人民政府"));
    CHECK_FALSE(plain("全市收到申请12件", Kind::government, "某县人民政府"));
    CHECK_FALSE(plain("各乡镇收到申请12件", Kind::government, "某县人民政府"));
    CHECK(plain("全镇收到申请12件", Kind::township, "某县青山镇人民政府"));
    CHECK_FALSE(plain("全县收到申请12件", Kind::township, "某县青山镇人民政府"));
}

TEST_CASE("sums of rows are named as in the form") {
    Report report = sample_report();  // received 5, carried in 1, results 6
    const auto fill = [&](FilledForm& filled, std::string_view path, int count) {
        for (std::size_t i = 0; i < filled.cells.size(); ++i) {
            if (field_path(*filled.form, filled.form->entries[i].field) == path)
                filled.cells[i].value = {count, 0};
        }
    };
    fill(report.applications, "applications.results.refused.state_secret.natural_person", 2);
    fill(report.applications, "applications.results.refused.state_secret.total", 2);
    fill(report.applications, "applications.results.refused.law_forbids.business", 1);
    fill(report.applications, "applications.results.refused.law_forbids.total", 1);
    fill(report.disclosure, "disclosure.normative_documents.made", 4);
    fill(report.applications, "applications.carried_out.total", 1);
    const auto says = [&](const prose::Cells& cells, Column column = Column::total) {
        const auto sums = prose::narrowed(prose::readings_of(cells), column);
        return prose::sum_of(report, sums.back()).value().says;
    };
    CHECK(says(cells<"applications.received">) == "本年新收 5");
    CHECK(says(cells<"applications.received|applications.received+applications.carried_in">) ==
          "本年新收 5 加上年结转 1 等于 6");
    CHECK(says(cells<"applications.results.total-applications.carried_out">) ==
          "办理结果总计 6 减结转下年度继续办理 1 等于 5");
    CHECK(prose::value_of(report,
                          cells<"applications.results.total-applications.carried_out">.front()) ==
          Amount{5, 0});
    CHECK(says(cells<"applications.received">, Column::natural_person) == "本年新收（自然人） 3");
    CHECK(says(cells<"applications.received">, Column::legal) == "本年新收（法人或其他组织） 2");
    CHECK(says(cells<"applications.results.refused">) == "不予公开 3");
    CHECK(says(cells<"applications.results.refused">, Column::natural_person) ==
          "不予公开（自然人） 2");
    CHECK(says(cells<"disclosure.normative_documents.made">) == "行政规范性文件本年制发件数 4");
    CHECK(says(cells<"disputes.litigation_direct+disputes.litigation_after_reconsideration">,
               Column::upheld) == "未经复议直接起诉结果维持 0 加复议后起诉结果维持 0 等于 0");
    CHECK(prose::sum_of(report, cells<"applications.received">.front())->field ==
          "applications.received.total");
}

TEST_CASE("a sum has no value where this edition has no such row or column") {
    const Report report = sample_report();
    const auto of_2019 = cells<"disclosure.other_services">.front();
    CHECK_FALSE(prose::value_of(report, of_2019));
    CHECK_FALSE(prose::sum_of(report, of_2019));
    const auto pending =
        prose::narrowed(prose::readings_of(cells<"applications.received">), Column::pending);
    CHECK_FALSE(prose::value_of(report, pending.front()));
}

// A misspelt path does not compile: row() and cells<> throw while compiling wherever
// find_row() finds nothing.
static_assert(prose::find_row("applications.received"));
static_assert(!prose::find_row("applications.recieved"));
static_assert(!prose::find_row("applications.results.nothing"));
static_assert(!prose::find_row("applications"));
static_assert(!prose::find_row("applications."));
static_assert(!prose::find_row("disclosure.received"));
static_assert(prose::find_row("applications.results.disclosed")->depth == 2);
static_assert(prose::find_row("applications.results.refused.state_secret")->depth == 3);
static_assert(prose::find_row("disclosure.other_services")->fields[1] == -1);

TEST_CASE("readings that are written alike are the same") {
    CHECK(cells<"disputes.reconsideration"> == cells<"disputes.reconsideration">);
    CHECK_FALSE(cells<"disputes.reconsideration"> == cells<"disputes.litigation_direct">);
}

TEST_CASE("readings are parted by bars, their rows by signs") {
    constexpr prose::Cells two =
        cells<"applications.received|applications.results.total-applications.carried_out">;
    const prose::Readings readings = prose::readings_of(two);
    REQUIRE(readings.size() == 2);
    CHECK(readings[0] == prose::Addends{{prose::row("applications.received")}});
    CHECK(readings[1] ==
          prose::Addends{{prose::row("applications.results.total")},
                         {prose::row("applications.carried_out"), Column::total, true}});
    CHECK(prose::added(readings, readings).size() == 4);
    CHECK(prose::added(readings, readings)[1].size() == 3);
}

TEST_CASE("a quotation of more than 30 characters is shortened in its middle") {
    prose::Sentence sentence;
    sentence.text = U"一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌";
    prose::Reading reading;
    reading.sentence = &sentence;
    CHECK(prose::quoted(reading, 0, 30) ==
          "“一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉”");
    CHECK(prose::quoted(reading, 0, 31) ==
          "“一二三四五六七八九十甲乙丙丁戊……庚辛壬癸子丑寅卯辰巳午未申酉戌”");
    CHECK(prose::quoted(reading, 29, 31) == "“酉戌”");
}

TEST_CASE("a percentage is rounded or cut at the decimals printed") {
    const auto is = [](std::int64_t part, std::int64_t whole, const std::string& said) {
        return prose::is_ratio({part, 0}, {whole, 0}, percent(said));
    };
    CHECK(is(2, 3, "66.7%"));
    CHECK(is(2, 3, "66.6%"));
    CHECK_FALSE(is(2, 3, "66.8%"));
    CHECK(is(2, 3, "67%"));
    CHECK(is(2, 3, "66%"));
    CHECK_FALSE(is(2, 3, "65%"));
    CHECK(is(1, 1, "100%"));
    CHECK_FALSE(is(1, 0, "100%"));
    CHECK(is(2, 3, "近70%"));
    CHECK(is(2, 3, "超60%"));
    CHECK_FALSE(is(66, 100, "67%"));
    CHECK_FALSE(is(68, 100, "67%"));
    CHECK(prose::is_multiple({3, 0}, {2, 0}, percent("1.5倍")));
    CHECK(prose::ratio_text({2, 0}, {3, 0}, percent("66%")) == "66.7");
    CHECK(prose::ratio_text({2, 0}, {3, 0}, percent("66.66%")) == "66.67");
}
