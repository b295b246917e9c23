#include "text/names/name_parser.hpp"

#include "text/character.hpp"
#include "text/character_set.hpp"
#include "text/names/agencies.hpp"
#include "text/names/places.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <limits>

namespace nianbao::names {
namespace {

// ---------------------------------------------------------------- tables as one

/// The words of several tables by their characters.
template <std::size_t... sizes>
constexpr auto lexicon_of(std::array<Kind, sizeof...(sizes)> kinds,
                          const std::array<std::u32string_view, sizes>&... tables) {
    std::array<Word, (sizes + ...)> words;
    std::size_t at = 0, table = 0;
    const auto add = [&](const auto& own) {
        for (std::u32string_view text : own) words[at++] = {text, kinds[table]};
        ++table;
    };
    (add(tables), ...);
    std::sort(words.begin(), words.end(),
              [](const Word& a, const Word& b) { return a.text < b.text; });
    return words;
}

constexpr auto lexicon = lexicon_of(
    {Kind::place, Kind::system, Kind::seat, Kind::agency, Kind::ending, Kind::word, Kind::joining,
     Kind::report},
    words_of<known_places>(), words_of<systems>(), words_of<seats>(), words_of<agencies>(),
    words_of<endings>(), words_of<own_words>(), words_of<joinings>(), words_of<report_words>());

template <const std::u32string_view& table>
constexpr auto sorted_words_of() {
    auto words = words_of<table>();
    std::sort(words.begin(), words.end());
    return words;
}

constexpr auto sorted_place_endings = sorted_words_of<place_endings>();
constexpr auto sorted_autonomous_endings = sorted_words_of<autonomous_endings>();
constexpr auto people_words = words_of<peoples>();
constexpr auto stem_words = words_of<known_stems>();

constexpr bool each_once() {
    for (std::size_t i = 1; i < lexicon.size(); ++i) {
        if (lexicon[i - 1].text == lexicon[i].text) return false;
    }
    return true;
}
static_assert(each_once(), "a word stands in two tables");

constexpr std::u32string_view text_of(const Word& word) { return word.text; }
constexpr std::u32string_view text_of(std::u32string_view word) { return word; }

/// Calls `each` for every word of a sorted table that `text` begins with.
template <class Table, class Each>
void each_prefix(const Table& table, std::u32string_view text, Each each) {
    auto word = std::lower_bound(
        table.begin(), table.end(), text.front(),
        [](const auto& own, char32_t first) { return text_of(own).front() < first; });
    for (; word != table.end() && text_of(*word).front() == text.front(); ++word) {
        if (text.starts_with(text_of(*word))) each(*word);
    }
}

// ---------------------------------------------------------------- costs

// What a word costs: the likeliest reading has the fewest and longest words, and the
// fewest characters that no table knows.
constexpr int cost_word = 10, cost_two_characters = 4, cost_one_character = 12;
constexpr int cost_unknown = 30;
constexpr int cost_place = 12;
constexpr std::array<int, 10> cost_stem = {40, 25, 2,  5,  12,
                                           20, 28, 36, 44, 52};  // by its characters
constexpr int cost_ending_in_stem = 40, cost_ending_first = 20, cost_joined_stem = 40;
constexpr int cost_agency_in_stem = 40;  // 办公室县
constexpr int cost_bare_place = 24;      // 县 of 县大数据局
constexpr int cost_report_word = 1;      // more than of an agency: 政务公开工作委员会

constexpr CharacterSet ends_of_places(U"省市县区旗镇乡"), joining_characters(U"和与及");

/// With what the name of an agency ends, and no place before its own ending.
constexpr std::u32string_view ends_of_agencies[] = {U"局",   U"办公室", U"委员会", U"政府",
                                                    U"中心", U"大队",   U"支队"};

bool ends_agency(std::u32string_view text) {
    return std::any_of(std::begin(ends_of_agencies), std::end(ends_of_agencies),
                       [&](std::u32string_view end) { return text.ends_with(end); });
}

constexpr int word_cost(const Word& word) {
    const std::size_t size = word.text.size();
    return cost_word + (word.kind == Kind::report ? cost_report_word : 0) +
           (size == 1   ? cost_one_character
            : size == 2 ? cost_two_characters
                        : 0);
}

bool is_known_stem(std::u32string_view stem) {
    return std::find(stem_words.begin(), stem_words.end(), stem) != stem_words.end();
}

/// What a place's name before its ending costs. An end of another place in it is dear,
/// and what joins words.
int stem_cost(std::u32string_view stem) {
    int cost = 0;
    for (std::size_t i = 0; i < stem.size(); ++i) {
        if (ends_of_places.has(stem[i])) cost += i == 0 ? cost_ending_first : cost_ending_in_stem;
        if (joining_characters.has(stem[i])) cost += cost_joined_stem;
    }
    if (ends_agency(stem)) cost += cost_agency_in_stem;
    return cost_stem[stem.size()] + (cost > 0 && is_known_stem(stem) ? 0 : cost);
}

// ---------------------------------------------------------------- the parser

constexpr std::u32string_view free_trade_zone = U"自由贸易试验区", country = U"中国（";
constexpr std::size_t longest_ending_kept = 4;  // of a place's ending: not divided from it

class Parser {
public:
    explicit Parser(std::u32string_view name) : name_(name), reached_(name.size() + 1) {
        reached_.front().cost = 0;
    }

    std::vector<Token> parse() {
        for (at_ = 0; at_ < name_.size(); ++at_) {
            add(at_, at_ + 1, kind_of_mark(name_[at_]), cost_unknown);
            if (class_of(name_[at_]) == CharacterClass::digit) {
                add_number();
                continue;
            }
            each_prefix(lexicon, name_.substr(at_), [this](const Word& word) {
                const std::size_t end = at_ + word.text.size();
                if (word.kind == Kind::place) add_place(at_, end, cost_word, 0);
                else add(at_, end, word.kind, word_cost(word));
            });
            // 县大数据局 at the beginning, or behind another agency of the county
            if (ends_of_places.has(name_[at_]) && (at_ == 0 || ends_agency(name_.substr(0, at_))))
                add(at_, at_ + 1, Kind::place, cost_bare_place);
            add_free_trade_zone();
            each_prefix(sorted_place_endings, name_.substr(at_),
                        [this](std::u32string_view ending) { add_places(ending); });
            each_prefix(sorted_autonomous_endings, name_.substr(at_),
                        [this](std::u32string_view ending) { add_autonomous_places(ending); });
        }
        return tokens();
    }

private:
    /// The best way to read the characters before a place.
    struct Reached {
        int cost = std::numeric_limits<int>::max();
        Token last;
    };

    static Kind kind_of_mark(char32_t c) {
        switch (class_of(c)) {
            case CharacterClass::opening:
            case CharacterClass::opening_latin:
                return Kind::opening;
            case CharacterClass::closing:
            case CharacterClass::closing_latin:
                return Kind::closing;
            case CharacterClass::pause:
            case CharacterClass::stop:
                return Kind::comma;
            default:
                return Kind::unknown;
        }
    }

    void add(std::size_t first, std::size_t last, Kind kind, int cost, std::size_t inner = 0) {
        const int total = reached_[first].cost + cost;
        // Of equal readings, the one whose words before are longer.
        if (total > reached_[last].cost) return;
        reached_[last] = {
            total,
            {static_cast<int>(first), static_cast<int>(last), kind, static_cast<int>(inner)}};
    }

    /// 2024年, 2024年度; any other number with its unit: 3件.
    void add_number() {
        const auto is_digit = [this](std::size_t at) {
            return at < name_.size() && class_of(name_[at]) == CharacterClass::digit;
        };
        if (at_ > 0 && is_digit(at_ - 1)) return;
        std::size_t end = at_;
        while (is_digit(end)) ++end;
        const std::u32string_view rest = name_.substr(end);
        if (!rest.starts_with(U'年')) {
            while (end < name_.size() && is_unit(name_[end])) ++end;
            return add(at_, end, Kind::word, cost_word);
        }
        const bool whole = rest.starts_with(U"年度") && !rest.starts_with(U"年度报告");
        add(at_, end + (whole ? 2 : 1), Kind::year, cost_word);
    }

    /// 中国（上海）自由贸易试验区: a bracket inside a place.
    void add_free_trade_zone() {
        const std::u32string_view rest = name_.substr(at_);
        if (!rest.starts_with(country)) return;
        const std::size_t closed = rest.find(U'）');
        if (closed == rest.npos || !rest.substr(closed + 1).starts_with(free_trade_zone)) return;
        const std::size_t inner = at_ + closed + 1;
        add(at_, inner + free_trade_zone.size(), Kind::place, cost_place, inner);
    }

    /// The places that end in `ending`, which stands at at_.
    void add_places(std::u32string_view ending) {
        const std::size_t inner = ending.size() > longest_ending_kept ? at_ : 0;
        for (std::size_t size = 1; size <= std::min(at_, longest_stem()); ++size) {
            const std::u32string_view stem = name_.substr(at_ - size, size);
            if (class_of(stem.front()) != CharacterClass::han) return;
            // One character is a county's name alone: 易县.
            if (size == 1 && ending != U"县") continue;
            add_place(at_ - size, at_ + ending.size(), cost_place + stem_cost(stem), inner);
        }
    }

    /// The places that end in the names of peoples and `ending`: 湘西土家族苗族自治州.
    void add_autonomous_places(std::u32string_view ending) {
        const bool autonomous = ending.starts_with(U"自治");
        const std::size_t begin = peoples_before(at_, !autonomous);
        if (begin == at_) return;
        const std::size_t end = at_ + ending.size();
        if (autonomous) add_place(begin, end, cost_place * 2, 0);  // 鄂伦春自治旗
        for (std::size_t size = 1; size <= std::min(begin, longest_stem()); ++size) {
            const std::u32string_view stem = name_.substr(begin - size, size);
            if (class_of(stem.front()) != CharacterClass::han) return;
            add_place(begin - size, end, cost_place + stem_cost(stem), begin);
        }
    }

    /// Where the names of peoples begin that end at `end`. `with_zu`: each ends in 族.
    std::size_t peoples_before(std::size_t end, bool with_zu) const {
        for (bool found = true; found;) {
            found = false;
            std::size_t longest = 0;
            std::u32string_view before = name_.substr(0, end);
            const bool zu = before.ends_with(U'族');
            if (zu) before.remove_suffix(1);
            for (std::u32string_view people : people_words) {
                const bool named = zu || (!with_zu && people.size() > 1);
                if (named && people.size() > longest && before.ends_with(people))
                    longest = people.size();
            }
            if (longest == 0) break;
            end = before.size() - longest;
            found = true;
        }
        return end;
    }

    /// A place, and what is named after it: its street office, its party committee.
    void add_place(std::size_t first, std::size_t last, int cost, std::size_t inner) {
        add(first, last, Kind::place, cost, inner);
        const std::u32string_view rest = name_.substr(last);
        const std::u32string_view place = name_.substr(first, last - first);
        if (rest.starts_with(office) && (place.ends_with(U"街道") || place.ends_with(U"地区")))
            add(first, last + office.size(), Kind::office, cost);
        if (rest.starts_with(U'委') && !rest.starts_with(U"委员会")) {
            const bool named = name_.substr(0, first).ends_with(party);
            add(named ? first - party.size() : first, last + 1, Kind::party, cost, inner);
        }
    }

    static constexpr std::u32string_view office = U"办事处", party = U"中共";
    static constexpr std::size_t longest_stem() { return cost_stem.size() - 1; }

    std::vector<Token> tokens() const {
        std::vector<Token> tokens;
        for (std::size_t end = name_.size(); end > 0;) {
            tokens.push_back(reached_[end].last);
            end = tokens.back().begin;
        }
        std::reverse(tokens.begin(), tokens.end());
        return tokens;
    }

    std::u32string_view name_;
    std::vector<Reached> reached_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> parse(std::u32string_view name) { return Parser(name).parse(); }

}  // namespace nianbao::names
