#include "report/sentences.hpp"

#include "nianbao/check.hpp"
#include "report/example.hpp"

#include <fstream>
#include <stdexcept>

namespace nianbao {
namespace {

/// "overview: first\noverview: second" of a text with ⏎ in it.
std::string as_lines(const std::string& field, std::string text) {
    std::string out;
    for (;;) {
        const auto end = text.find("⏎");
        out += (out.empty() ? "" : "\n") + field + ": " + text.substr(0, end);
        if (end == text.npos) return out;
        text.erase(0, end + std::string_view("⏎").size());
    }
}

std::string listed(const std::string& given, char family, std::string_view between, bool messages) {
    const Example example_given = example(given);
    std::string out;
    for (const Finding& finding : check(example_given.report, example_given.options)) {
        if (finding.rule.front() != family) continue;
        const std::string whole = as_in_examples(finding, example_given.report);
        const std::size_t level = whole.find(' ') + 1, field = level + finding.where.field.size();
        const std::string meant = finding.where.length == 0 ? "" : whole.substr(field, whole.find(": ", field) - field);
        out += (out.empty() ? "" : std::string(between)) + whole.substr(0, level) + finding.rule + meant + (messages ? ": " + finding.message : "");
    }
    return out;
}

}  // namespace

std::vector<SentenceCase> sentence_cases(std::string_view file) {
    std::ifstream in(std::string(NIANBAO_SOURCE "/tests/cases/") + std::string(file));
    if (!in) throw std::runtime_error(std::string(file) + " is not there");
    std::vector<SentenceCase> out;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        const auto arrow = line.rfind("=>");
        if (arrow == line.npos) throw std::runtime_error(line);
        SentenceCase one{number, {}, line.substr(arrow + 2)};
        std::string text = line.substr(0, arrow);
        while (text.ends_with(' ')) text.pop_back();
        one.expected.erase(0, one.expected.find_first_not_of(' '));
        for (auto bar = text.find("| "); bar != text.npos; bar = text.find("| ")) {
            const std::string before = text.substr(0, bar);
            text.erase(0, bar + 2);
            if (before.find(": ") != before.npos) {
                one.given += before.substr(0, before.find_last_not_of(' ') + 1) + "\n";
            } else {
                one.given += as_lines(before, text);
                text.clear();
            }
        }
        if (!text.empty()) one.given += as_lines("overview", text);
        out.push_back(std::move(one));
    }
    return out;
}

std::string found_by_family(const std::string& given, char family) { return listed(given, family, " + ", false); }
std::string told_by_family(const std::string& given, char family) { return listed(given, family, "\n", true); }

}  // namespace nianbao
