#include "data/hints/nearest.hpp"

#include "data/hints/other_words.hpp"
#include "data/hints/typed_name.hpp"
#include "report/fields.hpp"
#include "report/speech/spoken.hpp"
#include "text/digits.hpp"
#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace nianbao::data {
namespace {

constexpr std::size_t most_listed = 8;

/// The English path of a field of a table.
std::string path_of(std::span<const Field> fields, int field, std::string_view top) {
    std::string path(top);
    std::vector<std::string_view> keys;
    for (int at = field; at >= 0; at = fields[at].parent) keys.push_back(fields[at].key);
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) path = joined(path, *key);
    return path;
}

/// Where a name belongs: the path of the first field with that name, and the edition
/// whose tables have it; nullptr for a field of every edition.
struct OtherName {
    std::string path;
    const Edition* edition = nullptr;
};

/// True if the field has that name; `bare`: without its numbering.
bool called(const Field& field, std::string_view written, std::string_view bare) {
    return written == field.key || bare == field.name ||
           (!field.printed.empty() && bare == field.printed);
}

bool any_called(std::span<const Field> fields, std::string_view written) {
    const std::string_view bare = without_numbering(written);
    return std::any_of(fields.begin(), fields.end(),
                       [&](const Field& field) { return called(field, written, bare); });
}

OtherName known_elsewhere(std::string_view written, const Edition& own) {
    const std::string_view bare = without_numbering(written);
    const auto search = [&](std::span<const Field> fields, std::string_view top) {
        for (int i = 0; i < std::ssize(fields); ++i) {
            if (called(fields[i], written, bare)) return path_of(fields, i, top);
        }
        return std::string();
    };
    if (std::string path = search(report_fields, {}); !path.empty()) return {std::move(path)};
    std::vector<const Edition*> order = {&own};
    for (const Edition* edition : editions()) {
        if (edition != &own) order.push_back(edition);
    }
    for (const Edition* edition : order) {
        for (const Form* form : edition->forms) {
            if (std::string path = search(form->fields, form->key); !path.empty())
                return {std::move(path), edition};
        }
    }
    return {};
}

/// True for the 234 of {natural_person: 1,234}: three digits right after a comma that
/// follows a digit.
bool cut_thousand(const Values& values, const Node& member, std::string_view written) {
    if (member.key < 0) return false;
    const int begin = values.tree.at(member.key).begin;
    const std::string& text = values.tree.clean;
    return written.size() == 3 && all_digits(written) && begin >= 2 && text[begin - 1] == ',' &&
           is_digit(text[begin - 2]);
}

/// What a clerk's own word names among the fields of a table; none: the word is unknown.
const OtherWord* other_word(const Names& table, std::string_view plain, bool group) {
    if (table.fields.data() != report_fields) return nullptr;
    for (const OtherWord& other : other_words) {
        if (other.word == plain && report_fields[other.own].parent == table.parent &&
            (group || !other.group))
            return &other;
    }
    return nullptr;
}

/// The hint for a part of 总体情况 that is written as a field of its own; empty: it is none.
std::string hint_for_part(const Names& table, std::string_view plain, Speech speech) {
    if (table.fields.data() != report_fields || table.parent >= 0 ||
        std::find(std::begin(parts_of_overview), std::end(parts_of_overview), plain) ==
            std::end(parts_of_overview))
        return {};
    return fmt::format("这是“总体情况”的一部分：写进 {} 的文字里，“{}”作小标题",
                       spoken_key(report_fields[own_field("overview")], speech), plain);
}

/// True if the characters of a word stand in a longer one in their order.
bool shortens(std::u32string_view word, std::u32string_view longer) {
    std::size_t at = 0;
    for (char32_t c : longer) {
        if (at < word.size() && word[at] == c) ++at;
    }
    return at == word.size();
}

}  // namespace

bool is_name(std::string_view written) {
    return any_called(report_fields, written) || any_called(cell_fields, written) ||
           is_of_table(written);
}

bool is_of_table(std::string_view written) {
    for (const Edition* edition : editions()) {
        for (const Form* form : edition->forms) {
            if (any_called(form->fields, written)) return true;
        }
    }
    return false;
}

bool is_within(std::string_view group, std::string_view written) {
    const std::string_view bare = without_numbering(written), bare_group = without_numbering(group);
    const auto has = [&](std::span<const Field> fields, int parent) {
        return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
            return field.parent == parent && called(field, written, bare);
        });
    };
    if (group.empty()) return has(report_fields, -1);
    const auto below = [&](std::span<const Field> fields) {
        for (int i = 0; i < std::ssize(fields); ++i) {
            if (called(fields[i], group, bare_group) && has(fields, i)) return true;
        }
        return false;
    };
    if (below(report_fields)) return true;
    for (const Edition* edition : editions()) {
        for (const Form* form : edition->forms) {
            const int table = find_field(report_fields, -1, form->key);
            if (table >= 0 && called(report_fields[table], group, bare_group) &&
                has(form->fields, -1))
                return true;
            if (below(form->fields)) return true;
        }
    }
    return false;
}

std::string nearest_name(std::string_view written) {
    std::vector<std::string_view> words, names;
    const auto add = [&](std::span<const Field> fields) {
        for (const Field& field : fields) {
            for (std::string_view word : {field.key, field.name, field.printed}) {
                words.push_back(word);
                names.push_back(field.name);
            }
        }
    };
    add(report_fields);
    for (const Form* form : edition_2021().forms) add(form->fields);
    const std::string plain = typed_name(written).plain;
    for (const OtherWord& other : other_words) {
        if (other.word == plain && report_fields[other.own].parent < 0)
            return std::string(report_fields[other.own].name);
    }
    const std::string_view near = nearest(plain, words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!near.empty() && words[i].data() == near.data()) return std::string(names[i]);
    }
    // 存在问题 for 存在的主要问题及改进情况: its characters in their order, in one name alone.
    constexpr std::size_t least_characters = 4;
    const std::u32string own = to_utf32(plain);
    std::string_view longer;
    for (std::string_view name : names) {
        if (own.size() < least_characters || !shortens(own, to_utf32(name)) || name == longer)
            continue;
        if (!longer.empty()) return {};
        longer = name;
    }
    return std::string(longer);
}

const Edition* edition_of(std::initializer_list<Names> names) {
    const std::array<const Edition*, 2> all = editions();
    for (auto edition = all.rbegin(); edition != all.rend(); ++edition) {
        for (const Form* form : (*edition)->forms) {
            for (const Names& table : names) {
                if (table.fields.data() == form->fields.data()) return *edition;
            }
        }
    }
    return nullptr;
}

std::string is_it(const Field& field, Speech speech) {
    return speech == Speech::english ? fmt::format("是不是 {}？", spoken_key(field, speech))
                                     : fmt::format("是不是“{}”？", spoken_key(field, speech));
}

NameGuess guess_name(const Values& values, const Node& member, std::string_view written,
                     std::initializer_list<Names> names) {
    if (cut_thousand(values, member, written))
        return {"千分位逗号把一个数分成了两个：去掉逗号，或给数加引号"};
    const Speech speech = speech_of(values.source);
    const TypedName typed = typed_name(written);
    const bool group = member.shape == notation::Shape::mapping;
    std::size_t at = 0;
    for (const Names& table : names) {
        const int field = typed.odd.empty() && typed.plain == written
                              ? -1
                              : find_field(table.fields, table.parent, typed.plain);
        if (field >= 0) {
            const Field& meant = table.fields[static_cast<std::size_t>(field)];
            return {is_it(meant, speech) + typed.odd, at, field};
        }
        if (const OtherWord* other = other_word(table, typed.plain, group))
            return {is_it(report_fields[other->own], speech), at, other->own};
        if (std::string hint = hint_for_part(table, typed.plain, speech); !hint.empty())
            return {std::move(hint)};
        ++at;
    }
    std::vector<std::string_view> words;
    std::vector<NameGuess> of_word;
    std::vector<const Field*> fields;
    std::size_t number = 0;
    for (const Names& table : names) {
        for (int i = 0; i < std::ssize(table.fields); ++i) {
            const Field& field = table.fields[i];
            if (field.parent != table.parent) continue;
            fields.push_back(&field);
            for (std::string_view word : {field.key, field.name, field.printed}) {
                words.push_back(word);
                of_word.push_back({is_it(field, speech), number, i});
            }
        }
        ++number;
    }
    const Edition* table_of = edition_of(names);
    const Edition& own = table_of == nullptr ? *editions().back() : *table_of;
    const OtherName known = known_elsewhere(written, own);
    if (known.edition != nullptr && known.edition != &own)
        return {fmt::format("这一项只在 {} 年的格式里有；这份年报用的是 {} 年的格式",
                            known.edition->year, own.year)};
    if (!known.path.empty())
        return {fmt::format("这一项写在别处，如 {}", spoken(&own, known.path, speech))};
    if (const std::string_view near = nearest(typed.plain, words); !near.empty()) {
        const auto found = std::find_if(words.begin(), words.end(), [&](std::string_view word) {
            return word.data() == near.data();
        });
        return of_word[static_cast<std::size_t>(found - words.begin())];
    }
    std::string all;
    for (std::size_t i = 0; i < std::min(fields.size(), most_listed); ++i)
        all += (i == 0 ? "" : "、") + spoken_key(*fields[i], speech);
    return {fmt::format("这里可以写 {}{}", all, fields.size() > most_listed ? " 等" : "")};
}

std::string hint_for_text(const Values& values, const Node& text,
                          std::initializer_list<Names> names) {
    const std::string_view word =
        text.text.substr(0, std::min(text.text.find(':'), text.text.find("：")));
    if (word.size() == text.text.size()) return {};
    const NameGuess guess = guess_name(values, text, word, names);
    return guess.field < 0 ? std::string() : guess.hint + "项目名后面写半角冒号和一个空格";
}

}  // namespace nianbao::data
