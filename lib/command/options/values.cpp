#include "command/options/values.hpp"

#include "command/options/nearest.hpp"
#include "command/options/patterns.hpp"
#include "command/options/usage.hpp"
#include "county/desk/reading/moments.hpp"
#include "data/drafts/converter.hpp"
#include "file/path_text.hpp"
#include "fonts/roles.hpp"
#include "nianbao/check.hpp"
#include "nianbao/layout.hpp"
#include "report/dates.hpp"
#include "report/fields.hpp"
#include "text/digits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace nianbao::values {
namespace {

std::vector<std::string_view> role_keys() {
    std::vector<std::string_view> keys;
    for (FontRole role : all_font_roles) keys.push_back(role_key(role));
    return keys;
}

/// A whole number from 1 to 1,000,000 in `digits`, which are a part of the option's
/// value.
std::size_t whole_number(std::string_view what, std::string_view value, std::string_view digits,
                         std::string_view should_be) {
    constexpr std::size_t most = 1'000'000;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number < 1 || number > most)
        throw Usage(fmt::format("{} 的值“{}”不对，应是{}", what, value, should_be));
    return number;
}

}  // namespace

std::size_t choice(std::string_view what, std::string_view word,
                   std::span<const std::string_view> words) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return found - words.begin();
    throw Usage(fmt::format("{} 的值“{}”不对，可用的是：{}", what, word, fmt::join(words, " ")));
}

FontOptions::Choice font_choice(std::string_view what, const std::string& value) {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos || equals + 1 == value.size())
        throw Usage(fmt::format(
            "{} 的值“{}”不对，应写成 用途=字体文件，例如 body=/fonts/simfang.ttf", what, value));
    FontOptions::Choice chosen{all_font_roles[choice(what, value.substr(0, equals), role_keys())],
                               path_of(std::string_view(value).substr(equals + 1))};
    const std::string path = value.substr(equals + 1);
    const std::size_t hash = path.rfind('#');
    if (hash != std::string::npos) {
        const char* end = path.data() + path.size();
        const auto [read, error] = std::from_chars(path.data() + hash + 1, end, chosen.index);
        if (error == std::errc{} && read == end && chosen.index >= 0) {
            chosen.file = path_of(path.substr(0, hash));
        } else {
            chosen.index = FontOptions::by_name;  // a '#' of the file's name
        }
    }
    return chosen;
}

std::pair<std::string, std::string> layout_setting(std::string_view what,
                                                   const std::string& value) {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos)
        throw Usage(
            fmt::format("{} 的值“{}”不对，应写成 名称=值，例如 page_number=centred", what, value));
    return layout_setting(what, value.substr(0, equals), value.substr(equals + 1));
}

std::pair<std::string, std::string> layout_setting(std::string_view what, std::string name,
                                                   std::string value) {
    Layout layout;
    if (const auto wrong = set_layout(layout, name, value))
        throw Usage(fmt::format("{} 的值“{}={}”不对：{}", what, name, value, *wrong));
    return {std::move(name), std::move(value)};
}

std::vector<std::string> rule_codes(std::string_view what, std::string_view list) {
    std::vector<std::string_view> codes;
    for (const CheckRule& rule : check_rules()) codes.push_back(rule.code);
    std::vector<std::string> chosen;
    for (std::string_view word : words_of(list)) {
        const std::vector<std::size_t> meant = codes_meant(word, codes);
        if (meant.empty())
            throw Usage(fmt::format("{}：没有规则“{}”{}", what, word, did_you_mean(word, codes)));
        for (std::size_t i : meant) chosen.emplace_back(codes[i]);
    }
    return chosen;
}

Date date(std::string_view what, const std::string& value) {
    if (const std::optional<Date> day = parse_date(value)) return *day;
    throw Usage(fmt::format("{} 的值“{}”不是日期，应写成 2024-01-31 的样子", what, value));
}

Moment moment(std::string_view what, const std::string& value) {
    const std::optional<Moment> moment = desk::moment_of(value, 0);
    if (!moment || moment->date.year < 1000)
        throw Usage(fmt::format("{} 的值“{}”不是时刻，应写作 2027-01-15 17:00", what, value));
    return *moment;
}

int year(std::string_view what, const std::string& value) {
    if (const int read = number_of(value); value.size() == 4 && read > 0) return read;
    throw Usage(fmt::format("{} 的值“{}”不是年度，应写成 2024 的样子", what, value));
}

Kind kind(std::string_view what, const std::string& value) {
    std::string known;
    for (const auto& each : kinds) {
        if (value == each.key || value == each.name) return each.meaning;
        known += fmt::format("{}{} ({})", known.empty() ? "" : "、", each.key, each.name);
    }
    throw Usage(fmt::format("{} 的值“{}”不对，可用的是：{}", what, value, known));
}

std::string converter(std::string_view what, const std::string& value) {
    const std::string wrong = data::Converter::fault(value);
    if (!wrong.empty()) throw Usage(fmt::format("{} 的值“{}”不对：{}", what, value, wrong));
    return value;
}

std::size_t count(std::string_view what, const std::string& value) {
    return whole_number(what, value, value, "从 1 起的整数");
}

Shard shard(std::string_view what, const std::string& value) {
    constexpr std::string_view should_be = " K/N，例如 1/4：K 从 1 到 N";
    const std::string_view text = value;
    const std::size_t slash = std::min(text.find('/'), text.size());
    const Shard read{
        whole_number(what, value, text.substr(0, slash), should_be),
        whole_number(what, value, text.substr(std::min(slash + 1, text.size())), should_be)};
    if (read.number > read.of) whole_number(what, value, "", should_be);
    return read;
}

const Output& output(std::string_view what, std::string_view name) {
    if (const Output* known = output_named(name)) return *known;
    std::vector<std::string_view> names;
    for (const Output& one : outputs()) {
        if (one.offered) names.push_back(one.name);
    }
    throw Usage(fmt::format("{} 的值“{}”不对，可用的是：{}", what, name, fmt::join(names, " ")));
}

void add_outputs(std::string_view what, std::string_view names,
                 std::vector<const Output*>& chosen) {
    for (std::string_view name : words_of(names)) {
        const Output& one = output(what, name);
        if (std::find(chosen.begin(), chosen.end(), &one) == chosen.end()) chosen.push_back(&one);
    }
}

}  // namespace nianbao::values
