// Characters: UTF-8, classes, addresses.
#include <doctest/doctest.h>

#include <string>

#include "text/address.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

TEST_CASE("UTF-8 goes to code points and back") {
    CHECK(to_utf32("年报𠮷a") == U"年报𠮷a");
    CHECK(to_utf8(U"年报𠮷a") == "年报𠮷a");
    CHECK(count_characters("年报𠮷a") == 4);
    CHECK(to_utf32("") == U"");
}

TEST_CASE("malformed UTF-8 is found where it begins") {
    CHECK(find_malformed("年报") == std::string_view::npos);
    CHECK(find_malformed("\x7F\xC2\x80\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF") == std::string_view::npos);
    CHECK(find_malformed("a\x80") == 1);              // a continuation alone
    CHECK(find_malformed("a\xC0\xAF") == 1);          // overlong
    CHECK(find_malformed("a\xE0\x9F\xBF") == 1);      // overlong
    CHECK(find_malformed("a\xED\xA0\x80") == 1);      // a surrogate
    CHECK(find_malformed("a\xF4\x90\x80\x80") == 1);  // over U+10FFFF
    CHECK(find_malformed("a\xE5\xB9") == 1);          // cut short
    CHECK(to_utf32("\xE5\xB9|\xFF") == U"\uFFFD|\uFFFD");
}

TEST_CASE("columns on a terminal") {
    CHECK(display_width("年报") == 4);
    CHECK(display_width("2022 a") == 6);
    CHECK(display_width("（，") == 4);
    CHECK(display_width("e\u0301") == 1);
}

TEST_CASE("classes decide where a line may end") {
    const auto breaks = [](char32_t a, char32_t b) { return may_break(class_of(a), class_of(b)); };
    CHECK(breaks(U'年', U'报'));
    for (char32_t closing : std::u32string_view(U"，。、；：！？）》〉」』】〗〕］｝”’·％‰℃～"))
        CHECK_FALSE_MESSAGE(breaks(U'年', closing), to_utf8({&closing, 1}));
    for (char32_t opening : std::u32string_view(U"（《〈「『【〖〔［｛“‘￥№")) CHECK_FALSE_MESSAGE(breaks(opening, U'年'), to_utf8({&opening, 1}));
    CHECK(breaks(U'年', U'（'));
    CHECK(breaks(U'）', U'年'));
    CHECK_FALSE(breaks(U'—', U'—'));
    CHECK_FALSE(breaks(U'…', U'…'));
    CHECK_FALSE(breaks(U'2', U'0'));
    CHECK_FALSE(breaks(U'5', U'%'));
    CHECK_FALSE(breaks(U'a', U'1'));
    CHECK(breaks(U' ', U'a'));
    CHECK_FALSE(breaks(U'a', U' '));
    CHECK(breaks(U'文', U'P'));
}

TEST_CASE("the Latin face draws digits, letters and ASCII marks, never Chinese quotation marks or dashes") {
    for (char32_t c : std::u32string_view(U"09AZaz.,:-/@%é")) CHECK_MESSAGE(is_latin(c), to_utf8({&c, 1}));
    for (char32_t c : std::u32string_view(U" “”‘’—…·年，￥①")) CHECK_FALSE_MESSAGE(is_latin(c), to_utf8({&c, 1}));
}

namespace {

std::string addresses(std::u32string_view text) {
    std::string out;
    for (const Address& address : find_addresses(text)) {
        if (!out.empty()) out += ' ';
        out += to_utf8(text.substr(static_cast<std::size_t>(address.begin), static_cast<std::size_t>(address.end - address.begin))) + "=" + address.uri;
    }
    return out;
}

}  // namespace

TEST_CASE("addresses in running text") {
    CHECK(addresses(U"（http://www.jinxiang.gov.cn/col/col128705/index.htm）查阅") ==
          "http://www.jinxiang.gov.cn/col/col128705/index.htm=http://www.jinxiang.gov.cn/col/col128705/index.htm");
    CHECK(addresses(U"网址www.huaian.gov.cn，邮箱：hazwgkc@163.com）。") ==
          "www.huaian.gov.cn=http://www.huaian.gov.cn hazwgkc@163.com=mailto:hazwgkc@163.com");
    CHECK(addresses(U"see https://a.cn/x(1). Or HTTP://B.CN!") == "https://a.cn/x(1)=https://a.cn/x(1) HTTP://B.CN=HTTP://B.CN");
    CHECK(addresses(U"没有地址的 http:// 和 @ 和 a@b 和 www. 文字").empty());
    const std::u32string longest = U"http://a.cn/" + std::u32string(1'988, U'x');
    CHECK(addresses(longest) == to_utf8(longest) + "=" + to_utf8(longest));
    CHECK(addresses(longest + U"x，www.a.cn") == "www.a.cn=http://www.a.cn");
}
