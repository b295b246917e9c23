// The desk's own JSON in parts, and a ledger's state read from them.
#include "county/desk/reading/json_parts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "county/desk/ledger/ledger.hpp"

namespace nianbao::desk {
namespace {

/// “key=text;” of each part, items with “key+text;”; “!” at the end of a damaged text.
std::string parts_of(std::string_view text, std::size_t block) {
    std::string told;
    JsonParts parts([&](const JsonParts::Part& part) {
        std::string own(part.text);
        std::erase(own, '\n');
        ((told += part.key) += part.item ? "+" : "=") += own + ";";
        return own != "0";
    });
    for (std::size_t at = 0; at < text.size(); at += block) parts.feed(text.substr(at, block));
    return told + (parts.finish() ? "" : "!");
}

TEST_CASE("a mapping comes in parts, however its text is cut") {
    struct Case {
        std::string_view text, parts;
    };
    const Case cases[] = {
        {"{}", ""},
        {"{\n}\n", ""},
        {R"({"a":1,"b":[{"c":2},{"d":[3,4]}],"e":[],"f":{"g":5}})",
         R"(a=1;b+{"c":2};b+{"d":[3,4]};f={"g":5};)"},
        {R"({"a":"},]\"\\","b":["[,",7]})", R"(a="},]\"\\";b+"[,";b+7;)"},
        {R"({"a":"\\\"}"})", R"(a="\\\"}";)"},
        {"{\"a\":\n[\n]\n}\n", ""},
        {"", "!"},
        {"[1]", "!"},
        {"{", "!"},
        {R"({"a")", "!"},
        {R"({"a" 1})", "!"},
        {R"({"a":1)", "!"},
        {R"({"a":1,})", "a=1;!"},
        {R"({"a":1}})", "a=1;!"},
        {R"({"a":1]})", "!"},
        {R"({"a":1][})", "!"},
        {R"({"a":[1})", "!"},
        {R"({"a":[1] 2})", "a+1;!"},
        {R"({"a":[1)", "!"},
        {R"({"a":"1})", "!"},
        {R"({"a":0,"b":2})", "a=0;!"},  // refused by who takes it
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        CHECK(parts_of(one.text, 1) == one.parts);
        CHECK(parts_of(one.text, 3) == one.parts);
        CHECK(parts_of(one.text, 1000) == one.parts);
    }
}

TEST_CASE("a state is read part by part, and not at all if one of them is damaged") {
    const std::string whole =
        R"({"nianbao":")" NIANBAO_VERSION R"(","head":{},"offices":[)"
        R"({"agency":"甲 局","returns":2,"due":"2024-01-18","typed":{"review":"审核通过"}},)"
        R"({"agency":"乙局","own":{"received":"2024-01-12"}}],)"
        R"("files":[{"path":"a.yaml","sha256":"12","agency":"甲局","year":2023}]})";
    const auto state = [](const std::string& text) {
        return state_from([&](const auto& take) {
            take(text);
            return true;
        });
    };
    const State read = state(whole);
    CHECK(read.current);
    CHECK(read.rows.size() == 2);
    CHECK(read.rows.at("甲局").returns == 2);
    CHECK(read.rows.at("甲局").due == Moment{{2024, 1, 18}});
    CHECK(read.rows.at("乙局").received == "2024-01-12");
    REQUIRE(read.typed.rows.size() == 1);  // for the other one nothing was typed
    CHECK(read.typed.rows.at("甲局").office == "甲 局");
    CHECK(read.typed.rows.at("甲局").typed.review == "审核通过");
    REQUIRE(read.files.size() == 1);
    CHECK(read.files.begin()->second.year == 2023);
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string text = whole;
        return state(text.replace(text.find(from), from.size(), to));
    };
    CHECK(with("\"returns\":2", "\"returns\":").rows.empty());
    CHECK(with("2023}]}", "2023}]").rows.empty());
    // Of another version only what it says of offices, and when files came, still holds.
    const State other = with(NIANBAO_VERSION, "0.0.1");
    CHECK_FALSE(other.current);
    CHECK(other.rows.size() == 2);
    CHECK(other.files.begin()->second.year == 0);
    CHECK(state_from([](const auto&) { return false; }).rows.empty());
}

}  // namespace
}  // namespace nianbao::desk
