// Characters: UTF-8, classes, addresses.
#include <doctest/doctest.h>

#include <string>

#include "text/address.hpp"
#include "text/character.hpp"
#include "text/character_set.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

TEST_CASE("UTF-8 goes to code points and back") {
    CHECK(to_utf32("年报𠮷a") == U"年报𠮷a");
    CHECK(to_utf8(U"年报𠮷a") == "年报𠮷a");
    CHECK(count_characters("年报𠮷a") == 4);
    CHECK(to_utf32("") == U"");
    // The first and the last character of each length.
    CHECK(to_utf8(U"\x7F") == "\x7F");
    CHECK(to_utf8(std::u32string{0x80, 0x7FF}) == "\xC2\x80\xDF\xBF");
    CHECK(to_utf8(std::u32string{0x800, 0xFFFF}) == "\xE0\xA0\x80\xEF\xBF\xBF");
    CHECK(to_utf8(std::u32string{0x10000, 0x10FFFF}) == "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
}

TEST_CASE("malformed UTF-8 is found where it begins") {
    CHECK(find_malformed("年报") == std::string_view::npos);
    CHECK(find_malformed("\x7F\xC2\x80\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF") ==
          std::string_view::npos);
    CHECK(find_malformed("a\x80") == 1);              // a continuation alone
    CHECK(find_malformed("a\xC0\xAF") == 1);          // overlong
    CHECK(find_malformed("a\xE0\x9F\xBF") == 1);      // overlong
    CHECK(find_malformed("a\xED\xA0\x80") == 1);      // a surrogate
    CHECK(find_malformed("a\xF4\x90\x80\x80") == 1);  // over U+10FFFF
    CHECK(find_malformed("a\xE5\xB9") == 1);          // cut short
    CHECK(to_utf32("\xE5\xB9|\xFF") == U"\uFFFD|\uFFFD");
    CHECK(well_formed("\xE5\xB9|\xFF年") == "\uFFFD\uFFFD|\uFFFD年");
    CHECK(well_formed("") == "");
}

TEST_CASE("the common characters of three bytes are known at once, and no other ones") {
    CHECK(common_at("a年", 1) == U'年');
    CHECK(common_at("\u3000", 0) == U'\u3000');
    CHECK(common_at("\uCFFF", 0) == U'\uCFFF');
    for (const std::string_view other :
         {"", "a年", "\u2FFF", "\uD000", "\xE5\xB9", "\xE5\xB9|", "\xE5|\xB4", "\xB9\xB4\xE5"})
        CHECK(common_at(other, 0) == U'\0');
}

TEST_CASE("a set of characters holds those that are listed, and none with the same low bits") {
    constexpr CharacterSet set(U"、年");
    CHECK(set.has(U'、'));
    CHECK(set.has(U'年'));
    CHECK(!set.has(U'、' + 0x100));
    CHECK(!set.has(U'月'));
    constexpr std::u32string_view words[] = {U"公开", U"年报"};
    constexpr CharacterFilter filter = CharacterFilter::beginnings(words) | CharacterFilter(U"。");
    CHECK((filter.may_hold(U'公') && filter.may_hold(U'年') && filter.may_hold(U'。')));
    CHECK(!filter.may_hold(U'开'));
}

TEST_CASE("an apostrophe stands between ASCII letters") {
    const std::u32string_view text = U"’s people’s 汉’s a’汉 5’s ’";
    for (std::size_t i = 0; i < text.size(); ++i) CHECK(is_apostrophe(text, i) == (i == 9));
    CHECK(is_apostrophe(U"I’m", 1));
    CHECK_FALSE(is_apostrophe(U"’m", 0));
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
    for (char32_t opening : std::u32string_view(U"（《〈「『【〖〔［｛“‘￥№"))
        CHECK_FALSE_MESSAGE(breaks(opening, U'年'), to_utf8({&opening, 1}));
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
    CHECK_FALSE(breaks(U'～', U'2'));  // 10%～20%
    CHECK_FALSE(breaks(U'～', U'a'));
    CHECK(breaks(U'～', U'六'));
}

TEST_CASE("what pauses in a sentence may be squeezed, what ends one may not") {
    for (char32_t c : std::u32string_view(U"，、；"))
        CHECK_MESSAGE(class_of(c) == CharacterClass::pause, to_utf8({&c, 1}));
    for (char32_t c : std::u32string_view(U"。！？：．"))
        CHECK_MESSAGE(class_of(c) == CharacterClass::stop, to_utf8({&c, 1}));
}

TEST_CASE(
    "the Latin face draws digits, letters and ASCII marks, never Chinese quotation marks or dashes") {
    for (char32_t c : std::u32string_view(U"09AZaz.,:-/@%é"))
        CHECK_MESSAGE(is_latin(c), to_utf8({&c, 1}));
    for (char32_t c : std::u32string_view(U" “”‘’—…·年，￥①"))
        CHECK_FALSE_MESSAGE(is_latin(c), to_utf8({&c, 1}));
}

namespace {

std::string addresses(std::u32string_view text) {
    std::string out;
    for (const Address& address : find_addresses(text)) {
        if (!out.empty()) out += ' ';
        out += to_utf8(text.substr(static_cast<std::size_t>(address.begin),
                                   static_cast<std::size_t>(address.end - address.begin))) +
               "=" + address.uri;
    }
    return out;
}

}  // namespace

TEST_CASE("addresses in running text") {
    CHECK(
        addresses(U"（http://www.jinxiang.gov.cn/col/col128705/index.htm）查阅") ==
        "http://www.jinxiang.gov.cn/col/col128705/index.htm=http://www.jinxiang.gov.cn/col/col128705/index.htm");
    CHECK(addresses(U"网址www.huaian.gov.cn，邮箱：hazwgkc@163.com）。") ==
          "www.huaian.gov.cn=http://www.huaian.gov.cn hazwgkc@163.com=mailto:hazwgkc@163.com");
    CHECK(addresses(U"see https://a.cn/x(1). Or HTTP://B.CN!") ==
          "https://a.cn/x(1)=https://a.cn/x(1) HTTP://B.CN=HTTP://B.CN");
    CHECK(addresses(U"write to a@b.cn. Or b@b.cn- or c@b.cn.-") ==
          "a@b.cn=mailto:a@b.cn b@b.cn=mailto:b@b.cn c@b.cn=mailto:c@b.cn");
    CHECK(addresses(U"没有地址的 http:// 和 @ 和 a@b 和 www. 文字").empty());
    const std::u32string longest = U"http://a.cn/" + std::u32string(1'988, U'x');
    CHECK(addresses(longest) == to_utf8(longest) + "=" + to_utf8(longest));
    CHECK(addresses(longest + U"x，www.a.cn") == "www.a.cn=http://www.a.cn");
}

TEST_CASE("what cannot be set, from the first to the last of each range") {
    using enum Unsettable;
    struct Edge {
        char32_t before, first, last, after;
        Unsettable why;
    };
    constexpr Edge edges[] = {
        {0x02FF, 0x0300, 0x034E, 0x034F, combining},
        {0x058F, 0x0590, 0x061B, 0x10A0, script},
        {0x10FF, 0x1100, 0x11FF, 0x1200, script},
        {0x16FF, 0x1700, 0x18AF, 0x18B0, script},
        {0x3098, 0x3099, 0x309A, 0x309B, combining},
        {0xD7AF, 0xD7B0, 0xD7FF, 0xF900, script},
        {0xD7AF, 0xE000, 0xF8FF, 0xF900, private_use},
        {0xFB1C, 0xFB1D, 0xFDCF, 0xFE10, script},
        {0xFB1C, 0xFDD0, 0xFDEF, 0xFE10, noncharacter},
        {0x107FF, 0x10800, 0x11FFF, 0x12000, script},
        {0x1FFFD, 0x1FFFE, 0x1FFFF, 0x20000, noncharacter},
        {0xEFFFD, 0xF0000, 0xFFFFD, U'\u5B57', private_use},
    };
    for (const Edge& edge : edges) {
        CAPTURE(static_cast<unsigned>(edge.first));
        CHECK(unsettable(edge.before) == no);
        CHECK(unsettable(edge.first) == edge.why);
        CHECK(unsettable(edge.last) == edge.why);
        CHECK(unsettable(edge.after) == no);
    }
    CHECK(unsettable(0x10FFFD) == private_use);
    CHECK(unsettable(0x10FFFF) == noncharacter);
    // What is dropped is not refused.
    for (char32_t c : {0x00AD, 0x034F, 0x200B, 0x202E, 0x2067, 0x3164, 0xFE0F, 0xE0041, 0xE0100})
        CHECK(class_of(c) == CharacterClass::control);
}
