// Sentences of a pasted text, and how amounts stand to each other.
#include <doctest/doctest.h>

#include <string>

#include "report/generator.hpp"
#include "report/proportion.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

/// Every sentence as "offset+length text", headings with a '#'.
std::string split(std::string_view text) {
    std::string out;
    for (const Sentence& sentence : sentences(to_utf32(text))) {
        if (!out.empty()) out += '\n';
        out += std::to_string(sentence.offset) + "+" + std::to_string(sentence.length) +
               (sentence.heading ? " #" : " ") + to_utf8(sentence.text);
    }
    return out;
}

Amount amount(std::string_view text) {
    const bool negative = text.starts_with('-');
    Amount amount = Amount::parse(text.substr(negative ? 1 : 0)).value();
    if (negative) amount.digits = -amount.digits;
    return amount;
}

std::string percent(std::string_view from, std::string_view to) {
    return change_percent(amount(from), amount(to)).value_or("none");
}

}  // namespace

TEST_CASE("sentences end at their marks, and take the quotes and brackets behind them along") {
    CHECK(split("甲。乙！丙？丁；戊") == "0+2 甲。\n2+2 乙！\n4+2 丙？\n6+2 丁；\n8+1 戊");
    CHECK(split("他说：“好。”又说（好！）。末") == "0+7 他说：“好。”\n7+7 又说（好！）。\n14+1 末");
    CHECK(split("") == "");
    CHECK(split(" \n\u3000\n") == "");
}

TEST_CASE("a line end of a word processor is inside the sentence; a numbered line begins one") {
    CHECK(split("公开信息\n 12 条。乙") == "0+11 公开信息12条。\n11+1 乙");
    CHECK(split("甲甲\n（一）乙乙。") == "0+2 甲甲\n3+6 （一）乙乙。");
    CHECK(split("（一）主动公开情况\n公开12条。") == "0+9 #（一）主动公开情况\n10+6 公开12条。");
}

TEST_CASE("every character that is no blank belongs to one sentence, in order") {
    for (std::uint64_t number = 0; number < 50; ++number) {
        const std::u32string text =
            to_utf32(generated_report(number, {.characters = Characters::any}).overview);
        std::u32string joined, expected;
        int end = 0;
        for (const Sentence& sentence : sentences(text)) {
            CHECK(sentence.offset >= end);
            CHECK_FALSE(sentence.text.empty());
            end = sentence.offset + sentence.length;
            joined += sentence.text;
        }
        for (char32_t c : text) {
            if (std::u32string_view(U" \t\n\r\u3000\u00A0").find(c) == std::u32string_view::npos)
                expected += c;
        }
        CHECK(joined == expected);
    }
}

TEST_CASE("one amount against another's tenfold, exactly") {
    CHECK(compare_tenfold(amount("100"), amount("10"), 1) == 0);
    CHECK(compare_tenfold(amount("99.999999"), amount("10"), 1) < 0);
    CHECK(compare_tenfold(amount("100.000001"), amount("10.00"), 1) > 0);
    CHECK(compare_tenfold(amount("125000"), amount("12.5"), 4) == 0);
    CHECK(compare_tenfold(amount("0"), amount("0.00"), 3) == 0);
    CHECK(compare_tenfold(amount("0"), amount("0.000001"), 0) < 0);
    CHECK(compare_tenfold(amount("999999999999.999999"), amount("999999999999.999999"), 4) < 0);
    CHECK(compare_tenfold(amount("999999999999.999999"), amount("99999999.999999"), 4) > 0);
}

TEST_CASE("a change in per cent, to one decimal, halves away from zero") {
    CHECK(percent("8", "9") == "+12.5%");
    CHECK(percent("9", "8") == "-11.1%");
    CHECK(percent("3", "5") == "+66.7%");
    CHECK(percent("5", "5") == "0.0%");
    CHECK(percent("5", "0") == "-100.0%");
    CHECK(percent("0", "5") == "none");
    CHECK(percent("2000", "2001") == "+0.1%");  // 0.05
    CHECK(percent("2001", "2002") == "0.0%");
    CHECK(percent("2000", "1999") == "-0.1%");
    CHECK(percent("10000", "19995") == "+100.0%");  // 99.95
    CHECK(percent("12.5", "11.80") == "-5.6%");
    CHECK(percent("0.000001", "999999999999") == "+99999999999899999900.0%");
    CHECK(percent("999999999999.999999", "0.000001") == "-100.0%");
}
