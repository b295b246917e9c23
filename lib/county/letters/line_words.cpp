#include "county/letters/line_words.hpp"

#include "county/letters/code_words.hpp"
#include "county/letters/place_words.hpp"
#include "county/letters/reader_words.hpp"
#include "nianbao/check.hpp"
#include "report/cells.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace nianbao::letters {
namespace {

/// What a line is made of.
struct Parts {
    PlaceWords place;
    std::string words;
    std::string gap_of = {};  // the field of the text that is still to be written
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// True for the rules that hold counts of the prose against cells: P-01 to P-07.
bool is_of_counts(std::string_view rule) {
    return rule.size() == 4 && rule.starts_with("P-0") && rule[3] >= '1' && rule[3] <= '7';
}

/// The same with 件 behind the numbers of cells, which messages write without: “予以公开
/// 8”. Money has its own unit.
std::string with_units(std::string_view message) {
    constexpr std::string_view charges = "收费";
    std::string text;
    for (std::size_t i = 0; i < message.size();) {
        if (!is_digit(message[i]) || i == 0 || message[i - 1] != ' ') {
            text += message[i++];
            continue;
        }
        std::size_t end = i;
        while (end < message.size() && (is_digit(message[end]) || message[end] == '.')) ++end;
        const std::string_view before = message.substr(0, i - 1), after = message.substr(end);
        const bool money =
            before.ends_with(charges) || after.starts_with(" 万元") || after.starts_with(" 元");
        text += message.substr(i, end - i);
        text += money ? "" : "件";
        i = end + (!money && after.starts_with(' ') ? 1 : 0);
    }
    return text;
}

// ------------------------------------------------------------ sums of the tables

std::string_view unit_of(const Form& form, int entry) {
    return form_entry(form, entry).measure == Measure::count ? "件" : "万元";
}

Amount sum_of(const FilledForm& filled, std::span<const Term> terms) {
    Amount sum;
    for (const Term& term : terms) {
        const Amount& value = filled.cells[static_cast<std::size_t>(term.entry)].value;
        sum = term.sign > 0 ? sum + value : sum - value;
    }
    return sum;
}

/// 本年新收5件与上年结转0件之和为5件; 本年制发件数3件减去本年废止件数1件为2件.
std::string says(const FilledForm& filled, std::span<const Term> terms, std::string_view sum) {
    const std::string_view unit = unit_of(*filled.form, terms.front().entry);
    const std::string all = sum_of(filled, terms).to_string();
    if (!sum.empty()) return fmt::format("{}为{}{}", sum, all, unit);
    std::string text;
    bool minus = false;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        minus = minus || terms[i].sign < 0;
        if (i > 0) text += terms[i].sign < 0 ? "减去" : terms.size() == 2 ? "与" : "、";
        text += fmt::format(
            "{}{}{}", terms[i].name,
            filled.cells[static_cast<std::size_t>(terms[i].entry)].value.to_string(), unit);
    }
    if (terms.size() == 1) return text;
    return fmt::format("{}{}{}{}", text, minus ? "为" : "之和为", all, unit);
}

/// The place of a sum: “自然人”列, “予以公开”行.
std::string place_of(const Form& form, const Equation& equation, int entry) {
    constexpr std::string_view tables[][2] = {{"disclosure", "第二部分表格"},
                                              {"applications", "第三部分表格"},
                                              {"disputes", "第四部分表格"}};
    const auto table = std::find_if(std::begin(tables), std::end(tables),
                                    [&](const auto& own) { return own[0] == form.key; });
    std::string name(equation.about);
    std::string_view line;
    if (form.key == "applications") {
        const std::string cell = cell_name(form, entry);
        const bool row =
            std::all_of(equation.right.begin(), equation.right.end(), [&](const Term& term) {
                return form_entry(form, term.entry).row == form_entry(form, entry).row;
            });
        if (row) name = cell.substr(0, cell.rfind("·"));
        line = row ? "行" : "列";
    }
    return fmt::format("{}“{}”{}", (*table)[1], name, line);
}

/// A finding of a sum in its report's own numbers; false if it is none.
bool put_sum(const Finding& finding, const Report& report, Parts& parts) {
    for (const FilledForm* filled : report.tables()) {
        const Form& form = *filled->form;
        for (const Equation& equation : form.equations) {
            const int entry = equation.left.front().entry;
            if (equation.rule != finding.rule ||
                field_path(form, form_entry(form, entry).field) != finding.where.field)
                continue;
            const Amount left = sum_of(*filled, equation.left),
                         right = sum_of(*filled, equation.right);
            const Amount apart = compare(left, right) < 0 ? right - left : left - right;
            parts.place.words = place_of(form, equation, entry);
            const bool equal = equation.relation == Relation::equal;
            parts.words = fmt::format(
                "{}，{}，{}{}{}，{}", says(*filled, equation.left, {}),
                says(*filled, equation.right, equation.sum), equal ? "相差" : "前者少",
                apart.to_string(), unit_of(form, entry), equal ? "不符合表内勾稽关系" : "请核对");
            return true;
        }
    }
    return false;
}

// ------------------------------------------------------------ other findings

std::string value_of(const Finding& finding, std::string_view name) {
    const auto found = std::find_if(finding.values.begin(), finding.values.end(),
                                    [&](const Value& value) { return value.name == name; });
    return found == finding.values.end() ? std::string() : found->text;
}

/// What a rule says, for findings whose own words are for those who keep data files.
std::string words_of_rule(const Finding& finding) {
    for (const CodeWords& own : code_words) {
        if (own.code == finding.rule) return std::string(own.words);
    }
    for (const CheckRule& rule : check_rules()) {
        if (rule.code == finding.rule && fit_for_a_letter(rule.says))
            return fmt::format("不符合“{}”的要求", rule.says);
    }
    return "有需要核对的地方";
}

/// “（D7、E7）”: the cells of a sheet that a message ends with; empty: there are none.
std::string cells_in(std::string_view message) {
    constexpr std::string_view colon = "：", etc = " 等 ";
    const std::size_t at = message.rfind(colon);
    if (at == message.npos) return {};
    const std::string_view cells = message.substr(at + colon.size());
    const std::string_view named = cells.substr(0, cells.find(etc));
    const bool all =
        !named.empty() && named.front() >= 'A' && named.front() <= 'Z' &&
        std::all_of(named.begin(), named.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
        });
    return all && is_digit(named.back()) ? fmt::format("（{}）", tidy(cells)) : std::string();
}

/// What is told of how a file was saved, which an office can do nothing about.
bool is_of_the_saving(const Finding& finding) {
    return finding.rule == "D-29" && finding.message.starts_with("总计的公式没有保存的结果");
}

/// True of what the county itself is to find: last year's report, which nobody gave it.
bool is_of_the_desk(const Finding& finding) {
    return finding.rule == "Y-05" &&
           (finding.where.field != "agency" || value_of(finding, "found").empty());
}

/// True of a place in a text where {{请填写}} was left.
bool is_gap(const Finding& finding) {
    return finding.rule == "D-10" && finding.message.ends_with("还没有写好");
}

/// True of what a report writes, and does not count.
bool is_prose(std::string_view field) {
    constexpr std::string_view texts[] = {"introduction", "overview", "problems", "other",
                                          "signature"};
    return std::find(std::begin(texts), std::end(texts), field) != std::end(texts);
}

std::string own_words(const Finding& finding) {
    if (std::string typed = words_of_typed(finding); !typed.empty()) return typed;
    const std::string found = value_of(finding, "found"), expected = value_of(finding, "expected");
    if (finding.rule == "Y-01" && !found.empty() && !expected.empty())
        return fmt::format("本年填报{}件，上年报告“结转下年度继续办理”为{}件，两数应当一致", found,
                           expected);
    if (finding.rule == "T2-02" && !found.empty() && !expected.empty())
        return fmt::format(
            "现行有效{}件，按上年报告的现行有效件数加本年制发、减本年废止推算，应为{}件", found,
            expected);
    for (const CodeWords& own : code_words) {
        if (own.code == finding.rule && own.always)
            return std::string(own.words) + cells_in(finding.message);
    }
    const std::string words =
        tidy(is_of_counts(finding.rule) ? with_units(finding.message) : finding.message);
    if (!fit_for_a_letter(words)) return words_of_rule(finding);
    if (finding.rule.starts_with("S-")) return fmt::format("写有不宜公开的内容（{}）", words);
    return words;
}

/// The same, and what to do about it.
std::string words_and_what_to_do(const Finding& finding) {
    std::string words = own_words(finding);
    for (const WhatToDo& own : what_to_do) {
        if (own.code == finding.rule) words += fmt::format("，{}", own.words);
    }
    return words;
}

constexpr std::string_view gap_begins = "有", still_to_write = "处还没有写好，请补写";

/// “有一处还没有写好，请补写”.
std::string gap_words(int gaps) {
    return fmt::format("{}{}{}", gap_begins, gaps == 1 ? "一" : std::to_string(gaps),
                       still_to_write);
}

Parts parts_of(const Finding& finding, const Report* report) {
    Parts parts{place_words(finding, report), {}};
    if (report != nullptr && put_sum(finding, *report, parts)) return parts;
    // The words of a rule of table two are about a whole row.
    if (const std::size_t second = parts.place.words.find("”“");
        finding.rule.starts_with("T2-") && second != std::string::npos)
        parts.place.words.resize(second + std::string_view("”").size());
    parts.words = words_and_what_to_do(finding);
    // Their words name the place.
    if (finding.rule == "L-23" || finding.rule == "L-24") parts.place.words.clear();
    // Nothing is a number of a table, and a text is to be written.
    if (is_gap(finding)) parts.words = gap_words(1);
    else if (finding.rule == "D-10" && is_prose(finding.where.field))
        parts.words = "没有写，请补写";
    else if (finding.rule == "D-10" && parts.place.words.find("表格") != std::string::npos)
        parts.words += "，没有发生的填0";
    for (const std::string& name : {parts.place.cell, parts.place.name}) {
        const std::string named = name + "：";
        if (!name.empty() && parts.words.starts_with(named)) parts.words.erase(0, named.size());
    }
    return parts;
}

/// Places are said before the words, unless these begin with them.
std::string joined(const std::string& place, const std::string& words) {
    if (place.empty() || words.starts_with(place)) return words;
    if (words.ends_with(still_to_write)) return place + words;
    const bool quotes = words.starts_with("“");
    return fmt::format("{}{}{}", place, quotes && !place.ends_with("”") ? "" : "：", words);
}

}  // namespace

bool fit_for_a_letter(std::string_view words) {
    if (words.find("{{") != words.npos || words.empty()) return false;
    constexpr std::string_view open = "“", close = "”";
    constexpr std::string_view names[] = {"WPS", "Word", "PDF", "UTF-8", "GBK", "Excel"};
    int quoted = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view rest = words.substr(i);
        if (rest.starts_with(open)) ++quoted;
        if (rest.starts_with(close)) --quoted;
        if (quoted > 0 || !is_letter(words[i])) continue;
        const auto name = std::find_if(std::begin(names), std::end(names),
                                       [&](std::string_view own) { return rest.starts_with(own); });
        if (name != std::end(names)) {
            i += name->size() - 1;
            continue;
        }
        std::size_t end = i;
        while (end < words.size() && (is_letter(words[end]) || words[end] == '_')) ++end;
        if (end - i > 1) return false;
        while (end < words.size() && is_digit(words[end])) ++end;
        if (end < words.size() && words[end] == '-') return false;  // T2-01
        i = end - 1;
    }
    return true;
}

bool concerns_the_office(const Finding& finding) {
    return finding.waived.empty() && !is_of_the_saving(finding) && !is_of_the_desk(finding);
}

std::string line_for(const Finding& finding, const Report* report) {
    const Parts parts = parts_of(finding, report);
    return joined(parts.place.words, parts.words);
}

std::vector<std::string> lines_for(const std::vector<Finding>& findings, Severity severity,
                                   const Report* report) {
    std::vector<Parts> all;
    std::map<std::string, int> gaps;  // of each text
    for (const Finding& finding : findings) {
        if (finding.severity != severity || !concerns_the_office(finding)) continue;
        all.push_back(parts_of(finding, report));
        if (!is_gap(finding)) continue;
        all.back().gap_of = finding.where.field;
        ++gaps[finding.where.field];
    }
    for (Parts& parts : all) {
        if (!parts.gap_of.empty()) parts.words = gap_words(gaps[parts.gap_of]);
    }
    std::stable_sort(all.begin(), all.end(), [](const Parts& a, const Parts& b) {
        return std::tie(a.place.order, a.place.offset) < std::tie(b.place.order, b.place.offset);
    });
    struct Line {
        std::string words;
        std::vector<std::string> places;
    };
    std::vector<Line> lines;
    for (const Parts& parts : all) {
        const auto same = std::find_if(lines.begin(), lines.end(),
                                       [&](const Line& line) { return line.words == parts.words; });
        if (same == lines.end()) {
            lines.push_back({parts.words, {parts.place.words}});
            continue;
        }
        if (std::find(same->places.begin(), same->places.end(), parts.place.words) ==
            same->places.end())
            same->places.push_back(parts.place.words);
    }
    std::vector<std::string> out;
    for (const Line& line : lines) {
        constexpr std::size_t most_named = 6;
        std::string places;
        for (std::size_t i = 0; i < std::min(line.places.size(), most_named); ++i)
            places += (places.empty() ? "" : "、") + line.places[i];
        if (line.places.size() > most_named) places += fmt::format("等{}处", line.places.size());
        const bool each = line.places.size() > 1 && line.words.ends_with(still_to_write);
        out.push_back(joined(places, (each ? "各" : "") + line.words));
    }
    return out;
}

}  // namespace nianbao::letters
