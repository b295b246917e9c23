// The passes of the P rules, each by itself: sentences, figures, words, scopes, sums, ratios.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "check/prose.hpp"
#include "check/prose_cells.hpp"
#include "check/prose_ratio.hpp"
#include "report/sample.hpp"
#include "text/utf8.hpp"

using namespace nianbao;
using prose::FigureKind;
using prose::Role;

namespace {

/// The sentences, joined by '|', each behind its heading.
std::string sentences(const std::string& text) {
    const Report report = sample_report();
    std::string out;
    for (const prose::Sentence& one : prose::sentences_of(report, text)) {
        out += (out.empty() ? "" : "|") + (one.heading.empty() ? "" : "[" + to_utf8(one.heading) + "]") + to_utf8(one.text);
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
bool plain(const std::string& text, Kind kind = Kind::department, const std::string& agency = "某县教育局") {
    Report report = sample_report();
    report.year = 2022;
    report.kind = kind;
    report.agency = agency;
    const Parsed one = parsed(report, text);
    bool last = false;
    for (std::size_t i = 0; i < one.tokens.size(); ++i) {
        if (one.tokens[i].role == Role::figure && one.figures[static_cast<std::size_t>(one.tokens[i].figure)].kind == FigureKind::count)
            last = one.scopes[i].plain();
    }
    return last;
}

Numeral percent(const std::string& text) { return find_numerals(to_utf32(text)).at(0); }

}  // namespace

TEST_CASE("a sentence is joined where it was pasted in lines") {
    CHECK(sentences("全年收到政府信息公开申请\n12件，办结\n11件。其他事项。") == "全年收到政府信息公开申请12件，办结11件。|其他事项。");
    CHECK(sentences("收到申请１２ 件；“办结”１，２３４件(含1件)") == "收到申请12件；办结1,234件（含1件）");
}

TEST_CASE("headings stand over the sentences below them") {
    CHECK(sentences("（二）依申请公开情况\n收到12件。\n（三）信息管理。制发3件。") ==
          "[依申请公开情况]收到12件。|[信息管理。]（三）信息管理。|[信息管理。]制发3件。");
    CHECK(sentences("2.依申请公开：收到12件。") == "[依申请公开]2.依申请公开：收到12件。");
}

TEST_CASE("every character knows its place in the field") {
    const Report report = sample_report();
    const auto all = prose::sentences_of(report, "一句。\n收到 “{{applications.received.total}}”件\n和 3 件。");
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
    CHECK(one.tokens[0].cells == "applications.results.partly_disclosed");
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
    const Report report = sample_report();  // received 5, carried in 1, results 6
    const auto says = [&](std::string_view sum) { return prose::sum_of(report, sum).value().says; };
    CHECK(says("applications.received") == "本年新收 5");
    CHECK(says("applications.received+applications.carried_in") == "本年新收 5 加上年结转 1 等于 6");
    CHECK(says("applications.results.total-applications.carried_out") == "办理结果总计 6 减结转下年度继续办理 0 等于 6");
    CHECK(says("applications.received@natural_person") == "本年新收（自然人） 3");
    CHECK(says("applications.received@legal") == "本年新收（法人或其他组织） 2");
    CHECK(says("applications.results.refused") == "不予公开 " + prose::sum_of(report, "applications.results.refused")->value.to_string());
    CHECK(says("disputes.litigation_direct@upheld+disputes.litigation_after_reconsideration@upheld") ==
          "未经复议直接起诉结果维持 0 加复议后起诉结果维持 0 等于 0");
    CHECK(prose::sum_of(report, "applications.received")->field == "applications.received.total");
    CHECK_FALSE(prose::sum_of(report, "applications.results.nothing"));
}

TEST_CASE("a percentage is rounded or cut at the decimals printed") {
    const auto is = [](std::int64_t part, std::int64_t whole, const std::string& said) { return prose::is_ratio({part, 0}, {whole, 0}, percent(said)); };
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
    CHECK(prose::is_multiple({3, 0}, {2, 0}, percent("1.5倍")));
    CHECK(prose::ratio_text({2, 0}, {3, 0}, percent("66%")) == "66.7");
    CHECK(prose::ratio_text({2, 0}, {3, 0}, percent("66.66%")) == "66.67");
}
