#include "check/years/sketch.hpp"

#include "text/character_set.hpp"
#include "text/digits.hpp"
#include "text/numbering.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace nianbao {
namespace {

constexpr std::size_t most_clauses = 4096;

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

constexpr CharacterSet dividing(U"，。；：！？,;:!?");
constexpr CharacterSet year_numerals(U"〇零一二三四五六七八九");

/// "二〇二三": a year is four numerals with nothing between.
bool starts_year(std::u32string_view text) {
    const auto is_numeral = [](char32_t c) { return year_numerals.has(c); };
    return text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, is_numeral) &&
           (text.size() == 4 || !is_numeral(text[4]));
}

/// A clause without its numbering, and "一是", "第二，" before it.
std::u32string_view without_order(std::u32string_view clause) {
    clause.remove_prefix(numbering_of(clause).length);
    if (clause.starts_with(U"第")) {
        const std::size_t end = clause.find_first_not_of(U"一二三四五六七八九十", 1);
        if (end != clause.npos && end > 1 && clause[end] == U'是') clause.remove_prefix(end + 1);
    }
    const std::size_t end = clause.find_first_not_of(U"一二三四五六七八九十");
    if (end != clause.npos && end > 0 && end <= 2 && clause[end] == U'是')
        clause.remove_prefix(end + 1);
    return clause;
}

/// A clause as its characters' number and their FNV-1a, which is the same everywhere.
/// Numbers are one mark each, the agency's names are nothing.
Clause clause_of(std::u32string_view clause, std::span<const std::u32string> names) {
    Clause out{0xCBF29CE484222325U, 0};
    const auto add = [&](char32_t c) {
        out.hash = (out.hash ^ c) * 0x100000001B3U;
        ++out.characters;
    };
    clause = without_order(clause);
    while (!clause.empty()) {
        const auto name = std::find_if(names.begin(), names.end(), [&](const auto& one) {
            return !one.empty() && clause.starts_with(one);
        });
        if (name != names.end()) {
            clause.remove_prefix(name->size());
        } else if (digit_value(clause.front()) >= 0) {
            while (!clause.empty() &&
                   (digit_value(clause.front()) >= 0 || is_one_of(clause.front(), U".．")))
                clause.remove_prefix(1);
            add(U'0');
        } else if (starts_year(clause)) {
            clause.remove_prefix(4);
            add(U'0');
        } else {
            add(clause.front());
            clause.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace

Sketch sketch_of(std::string_view text, std::string_view agency) {
    const std::u32string name = to_utf32(agency);
    return sketch_of(text, std::span(&name, 1));
}

Sketch sketch_of(std::string_view text, std::span<const std::u32string> names) {
    Sketch sketch;
    for (const Sentence& sentence : sentences(to_utf32(text))) {
        if (sentence.heading) continue;  // the parts of the form are the same every year
        std::u32string_view rest = sentence.text;
        while (!rest.empty()) {
            const std::size_t end =
                std::find_if(rest.begin(), rest.end(), [](char32_t c) { return dividing.has(c); }) -
                rest.begin();
            const Clause clause = clause_of(rest.substr(0, end), names);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (clause.characters >= shortest_clause) sketch.clauses.push_back(clause);
        }
    }
    const auto before = [](const Clause& a, const Clause& b) { return a.hash < b.hash; };
    const auto same = [](const Clause& a, const Clause& b) { return a.hash == b.hash; };
    std::sort(sketch.clauses.begin(), sketch.clauses.end(), before);
    sketch.clauses.erase(std::unique(sketch.clauses.begin(), sketch.clauses.end(), same),
                         sketch.clauses.end());
    if (sketch.clauses.size() > most_clauses) sketch.clauses.resize(most_clauses);
    for (const Clause& clause : sketch.clauses) sketch.characters += clause.characters;
    return sketch;
}

int shared_characters(const Sketch& a, const Sketch& b) {
    int shared = 0;
    for (auto x = a.clauses.begin(), y = b.clauses.begin();
         x != a.clauses.end() && y != b.clauses.end();) {
        if (x->hash < y->hash) ++x;
        else if (y->hash < x->hash) ++y;
        else shared += x->characters, ++x, ++y;
    }
    return shared;
}

std::int64_t percent_of(std::int64_t shared, std::int64_t all) {
    return (200 * shared + all) / (2 * all);
}

std::vector<Value> figures_of(std::int64_t shared, std::int64_t all) {
    return {{"shared", std::to_string(shared)},
            {"characters", std::to_string(all)},
            {"percent", std::to_string(percent_of(shared, all))}};
}

}  // namespace nianbao
