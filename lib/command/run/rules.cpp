#include "nianbao/check.hpp"

#include "command/commands.hpp"
#include "command/json.hpp"
#include "command/options/nearest.hpp"
#include "command/options/patterns.hpp"
#include "command/options/usage.hpp"
#include "command/run/codes.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

std::string_view name_of(Needs needs) {
    return needs == Needs::previous ? "previous" : needs == Needs::others ? "others" : "nothing";
}

/// A rule, or another code that findings carry.
struct Listed {
    std::string_view code;
    Severity severity;
    std::string_view says;
    const CheckRule* rule = nullptr;  // else `other`
    const Code* other = nullptr;
};

std::vector<Listed> all_listed() {
    std::vector<Listed> all;
    for (const CheckRule& rule : check_rules())
        all.push_back({rule.code, rule.severity, rule.says, &rule, nullptr});
    for (const Code& code : all_codes())
        all.push_back({code.code, code.severity, code.says, nullptr, &code});
    return all;
}

/// Those of these codes, families and patterns, in the order in which they were asked
/// for; of none: all.
std::vector<Listed> wanted(const std::vector<std::string>& asked) {
    const std::vector<Listed> all = all_listed();
    if (asked.empty()) return all;
    std::vector<std::string_view> names;
    for (const Listed& one : all) names.push_back(one.code);
    std::vector<Listed> found;
    for (const std::string& list : asked) {
        for (std::string_view word : words_of(list)) {
            const std::vector<std::size_t> meant = codes_meant(word, names);
            if (meant.empty())
                throw Usage(fmt::format("没有规则“{}”{}", word, did_you_mean(word, names)));
            for (std::size_t i : meant) found.push_back(all[i]);
        }
    }
    return found;
}

std::string json_of(const CheckRule& rule) {
    return fmt::format(
        R"({{"code": {}, "severity": "{}", "says": {}, "clause": {}, "needs": "{}", "good": {}, "bad": {}, "finding": {}}})",
        json_string(rule.code), key_of(rule.severity), json_string(rule.says),
        json_string(rule.clause), name_of(rule.needs), json_string(rule.good),
        json_string(rule.bad), json_string(rule.finding));
}

std::string json_of(const Code& code) {
    const std::string examples = code.bad.empty()
                                     ? std::string()
                                     : fmt::format(R"(, "good": {}, "bad": {})",
                                                   json_string(code.good), json_string(code.bad));
    return fmt::format(R"({{"code": {}, "severity": "{}", "says": {}, "remedy": {}{}}})",
                       json_string(code.code), key_of(code.severity), json_string(code.says),
                       json_string(code.remedy), examples);
}

}  // namespace

int run_rules(const Arguments& arguments, Caller& caller) {
    const std::vector<Listed> listed = wanted(arguments.files);
    std::string text, json;
    for (const Listed& one : listed) {
        if (!arguments.files.empty())
            text += (text.empty() ? "" : "\n") +
                    (one.rule != nullptr ? rule_text(*one.rule) : code_text(*one.other));
        else text += fmt::format("{:<6}{}  {}\n", one.code, level_of(one.severity), one.says);
        json += fmt::format("{}\n  {}", json.empty() ? "" : ",",
                            one.rule != nullptr ? json_of(*one.rule) : json_of(*one.other));
    }
    if (arguments.json) {
        caller.member("rules", fmt::format("[{}\n]", json));
        caller.text(text);
    } else {
        caller.output(text);
    }
    return exit_clean;
}

}  // namespace nianbao
