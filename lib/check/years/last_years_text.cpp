// Y-02: texts that are much the same as last year's.
#include "check/rules.hpp"
#include "check/years/sketch.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

/// Texts shorter than this are not compared: what has to be said leaves them little
/// choice. Characters of clauses, digits and blanks left out.
constexpr int shortest_section = 100;
/// Problems word for word as they were are told from so many bytes on: 20 characters.
constexpr std::size_t shortest_copy = 60;

}  // namespace

void check_text_of_last_year(const Report& report, const Report& previous,
                             std::vector<Finding>& findings) {
    struct Section {
        std::string_view field, name;
        const std::string Report::*text;
    };
    constexpr Section sections[] = {{"overview", "总体情况", &Report::overview},
                                    {"problems", "存在的主要问题及改进情况", &Report::problems},
                                    {"other", "其他需要报告的事项", &Report::other}};
    for (const auto& [field, name, text] : sections) {
        const Sketch now = sketch_of(report.*text, report.agency);
        if (now.characters < shortest_section) {
            // What is short is told where not a word is new, and of the problems alone.
            if (text == &Report::problems && report.problems == previous.problems &&
                report.problems.size() > shortest_copy)
                findings.push_back(finding_of("Y-02", {std::string(field)},
                                              fmt::format("{}：与上年的报告一字不差", name),
                                              "请写本年度的情况"));
            continue;
        }
        const int shared = shared_characters(now, sketch_of(previous.*text, previous.agency));
        if (2 * shared <= now.characters) continue;
        findings.push_back(finding_of(
            "Y-02", {std::string(field)},
            fmt::format("{}：{} 个字中有 {} 个与上年的报告相同（{}%），超过一半", name,
                        now.characters, shared, percent_of(shared, now.characters)),
            fmt::format(
                "比较的是 {} 个字以上的分句，不计数字、年份、序号、空格和换行；请写本年度的情况",
                shortest_clause),
            figures_of(shared, now.characters)));
    }
}

}  // namespace nianbao
