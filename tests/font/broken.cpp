#include "font/broken.hpp"

#include "font/made.hpp"
#include "program.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <functional>

using namespace nianbao;
using namespace std::string_literals;

namespace {

/// Numbers that look random and are always the same.
class Dice {
public:
    explicit Dice(unsigned seed) : state_(seed * 2654435761U + 1) {}
    unsigned below(std::size_t limit) { return static_cast<unsigned>(next() % limit); }
    std::string bytes(std::size_t size) {
        std::string out;
        for (std::size_t i = 0; i < size; i++) out += static_cast<char>(next());
        return out;
    }

private:
    std::uint32_t next() { return (state_ = state_ * 1664525 + 1013904223) >> 8; }
    std::uint32_t state_;
};

std::string words(std::initializer_list<unsigned> values) {
    std::string bytes;
    for (unsigned value : values) bytes += {static_cast<char>(value >> 8), static_cast<char>(value)};
    return bytes;
}

/// An index of a CFF, with offsets of two bytes.
std::string cff_index(const std::vector<std::string>& items) {
    std::string index = words({static_cast<unsigned>(items.size())});
    if (items.empty()) return index;
    index += '\x02';
    unsigned offset = 1;
    index += words({offset});
    for (const auto& item : items) index += words({offset += static_cast<unsigned>(item.size())});
    for (const auto& item : items) index += item;
    return index;
}

/// A font that draws every Han character with one charstring. `subroutines`: the global ones.
std::string font_of_one_charstring(const std::string& charstring, const std::vector<std::string>& subroutines = {}) {
    const std::string before = std::string("\x01\x00\x04\x02", 4) + cff_index({"Broken"});
    const auto top = [](unsigned charstrings) {  // five-byte numbers: CharStrings at an offset, an empty Private
        return cff_index({"\x1D" + words({charstrings >> 16, charstrings}) + "\x11" + "\x8B\x1D" + words({charstrings >> 16, charstrings}) + "\x12"});
    };
    const std::string after = cff_index({}) + cff_index(subroutines);
    const auto at = static_cast<unsigned>(before.size() + top(0).size() + after.size());
    const std::string cff = before + top(at) + after + cff_index({"\x0E", charstring});

    std::string head(54, '\0'), maxp(6, '\0'), hhea(36, '\0');
    put(head, 0, 1);
    put(head, 12, 0x5F0F);
    put(head, 14, 0x3CF5);
    put(head, 18, 1000);
    put(maxp, 2, 0x5000);
    put(maxp, 4, 2);
    put(hhea, 0, 1);
    put(hhea, 34, 1);
    // cmap, format 13: the Han characters, all with glyph 1.
    const std::string cmap = words({0, 1, 3, 10, 0, 12, 13, 0, 0, 28, 0, 0, 0, 1, 0, 0x4E00, 0, 0x9FFF, 0, 1});
    const std::pair<std::string, std::string> tables[] = {{"CFF ", cff}, {"cmap", cmap}, {"head", head}, {"hhea", hhea}, {"hmtx", words({1000, 0, 0})},
                                                          {"maxp", maxp}};
    std::string directory = "OTTO" + words({6, 64, 2, 32}), body;
    for (const auto& [tag, table] : tables) {
        const auto offset = static_cast<unsigned>(12 + 16 * 6 + body.size());
        directory += tag + words({0, 0, offset >> 16, offset, static_cast<unsigned>(table.size() >> 16), static_cast<unsigned>(table.size())});
        body += table;
        body.append((4 - body.size() % 4) % 4, '\0');
    }
    return directory + body;
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    while (times--) out += text;
    return out;
}

class Collector {
public:
    std::vector<BrokenFont> fonts;

    void add(const std::string& name, FontRole role, std::string bytes, bool refused = true) {
        fonts.push_back({fmt::format("{:03}-{}", fonts.size(), name), role, std::move(bytes), refused});
    }
};

void add_no_fonts(Collector& all) {
    all.add("empty.ttf", FontRole::body, "");
    all.add("byte.ttf", FontRole::body, "O");
    all.add("magic.otf", FontRole::body, "OTTO");
    all.add("text.ttf", FontRole::body, "这不是字体，只是一段文字。这不是字体，只是一段文字。");
    all.add("zeros.ttf", FontRole::body, std::string(65'536, '\0'));
    all.add("ones.ttf", FontRole::body, std::string(65'536, '\xFF'));
    all.add("noise.ttf", FontRole::body, Dice(1).bytes(4'096));
    all.add("truetype-noise.ttf", FontRole::body, words({1, 0, 12, 0, 0, 0}) + Dice(2).bytes(65'536));
    all.add("opentype-noise.otf", FontRole::body, "OTTO" + words({9, 0, 0, 0}) + Dice(3).bytes(65'536));
    all.add("woff2.ttf", FontRole::body, "wOF2" + liberation().substr(4));
    all.add("collection-of-none.ttc", FontRole::body, "ttcf" + words({1, 0, 0, 0}) + std::string(64, '\0'));
    all.add("collection-of-all.ttc", FontRole::body, "ttcf" + words({1, 0, 0xFFFF, 0xFFFF}) + std::string(64, '\0'));
    all.add("collection-beyond.ttc", FontRole::body, "ttcf" + words({1, 0, 0, 1, 0x7FFF, 0xFFFF}) + std::string(64, '\0'));
    all.add("collection-of-itself.ttc", FontRole::body, "ttcf" + words({1, 0, 0, 1, 0, 0}) + std::string(64, '\0'));
}

/// What is broken in any kind of font: its end, its directory, the tables that every font has.
void add_broken_tables(Collector& all, const std::string& kind, FontRole role, const std::string& whole, const std::vector<std::string>& essential) {
    const auto add = [&](const std::string& what, std::string bytes, bool refused = true) { all.add(what + kind, role, std::move(bytes), refused); };
    for (std::size_t i = 1; i < 12; i++) add(fmt::format("cut-{}", i), whole.substr(0, whole.size() * i / 12));
    add("cut-in-directory", whole.substr(0, 40));

    const auto with = [&](std::size_t at, unsigned value) {
        auto bytes = whole;
        put(bytes, at, value);
        return bytes;
    };
    add("no-tables", with(4, 0));
    add("tables-without-end", with(4, 0xFFFF));
    for (const auto& tag : essential) {
        const auto entry = entry_of(whole, tag);
        add(tag + "-missing", with(entry, 0x3F3F));
        add(tag + "-beyond", with(entry + 8, 0x7FFF));
        add(tag + "-too-long", with(entry + 12, 0x7FFF));
        auto around = with(entry + 8, 0xFFFF);
        put(around, entry + 10, 0xFFF0);
        add(tag + "-around-the-end", around);
        add(tag + "-empty", with_table(whole, tag, ""), tag != "cmap");
        const auto size = number(whole, entry + 12, 4);
        const bool harmless = tag == "cmap" || tag == "hhea" || tag == "head" || tag == "maxp";  // another face serves; or zeros that are not read
        add(tag + "-zeros", with_table(whole, tag, std::string(size, '\0')), !harmless);
        add(tag + "-noise", with_table(whole, tag, Dice(size).bytes(size)), !harmless);
    }
    const auto head = table_of(whole, "head"), hhea = table_of(whole, "hhea"), maxp = table_of(whole, "maxp"), name = table_of(whole, "name");
    for (unsigned em : {0U, 15U, 16'385U, 0xFFFFU}) add(fmt::format("em-{}", em), with(head + 18, em));
    add("em-16", with(head + 18, 16));  // everything 60 times as large
    add("no-metrics", with(hhea + 34, 0));
    add("metrics-without-end", with(hhea + 34, 0xFFFF));
    add("no-glyphs", with(maxp + 4, 0));
    add("one-glyph", with(maxp + 4, 1), false);
    add("glyphs-without-end", with(maxp + 4, 0xFFFF), false);
    add("names-without-end", with(name + 2, 0xFFFF));
    add("names-beyond", with(name + 4, 0xFFFF));
    const auto widths = number(whole, entry_of(whole, "hmtx") + 12, 4);
    add("no-widths", with_table(whole, "hmtx", std::string(widths, '\0')));
    add("absurd-widths", with_table(whole, "hmtx", std::string(widths, '\x7F')));
    for (unsigned seed = 0; seed < 12; seed++) {
        Dice dice(seed + 100);
        auto bytes = whole;
        for (int i = 0; i < 40; i++) bytes[dice.below(bytes.size())] = static_cast<char>(dice.below(256));
        add(fmt::format("mutated-{}", seed), bytes, false);
    }
}

/// Every outline replaced, by one that is given for all.
std::string with_glyphs(const std::string& whole, const std::function<std::string(unsigned)>& glyph) {
    std::string glyf, loca;
    const unsigned glyphs = number(whole, table_of(whole, "maxp") + 4, 2);
    const auto offset = [&] { loca += words({static_cast<unsigned>(glyf.size() >> 16), static_cast<unsigned>(glyf.size())}); };
    for (unsigned i = 0; i < glyphs; i++) {
        offset();
        glyf += glyph(i);
        if (glyf.size() % 2) glyf += '\0';
    }
    offset();
    auto bytes = with_table(with_table(whole, "glyf", glyf), "loca", loca);
    put(bytes, table_of(bytes, "head") + 50, 1);
    return bytes;
}

/// A component's flags: words, a distance, more to come.
constexpr unsigned words_xy = 3, more = 0x20;
const std::string box = words({0, 0, 1000, 1000});

void add_broken_outlines(Collector& all, const std::string& whole) {
    const auto add = [&](const std::string& what, std::string bytes) { all.add(what + ".ttf", FontRole::latin, std::move(bytes)); };
    const auto all_glyphs = [&](const std::string& what, const std::string& glyph) { add(what, with_glyphs(whole, [&](unsigned) { return glyph; })); };
    auto flipped = whole;
    const auto format = table_of(whole, "head") + 50;
    put(flipped, format, 1 - number(whole, format, 2));
    add("loca-misread", flipped);
    const auto loca = number(whole, entry_of(whole, "loca") + 12, 4);
    add("loca-all-beyond", with_table(whole, "loca", std::string(loca, '\x7F')));

    all_glyphs("no-outlines", "");
    all_glyphs("header-cut", words({1, 0, 0}));
    all_glyphs("contours-without-end", words({0x7FFF}) + box + std::string(64, '\0'));
    all_glyphs("contours-backwards", words({2}) + box + words({5, 3, 0}) + std::string(64, '\1'));
    all_glyphs("points-without-end", words({1}) + box + words({0xFFFF, 0}) + std::string(64, '\1'));
    all_glyphs("instructions-beyond", words({1}) + box + words({3, 0xFFFF}) + std::string(64, '\1'));
    all_glyphs("flags-repeated-beyond", words({1}) + box + words({3, 0}) + "\x09\xFF" + std::string(64, '\1'));
    all_glyphs("coordinates-cut", words({1}) + box + words({3, 0}) + std::string(4, '\0') + words({1, 2}));
    all_glyphs("coordinates-out-of-range",
               words({1}) + box + words({3, 0}) + std::string(4, '\0') + words({32'767, 32'767, 32'767, 32'767}) + words({1, 1, 1, 1}));
    all_glyphs("far-away", words({1}) + box + words({3, 0}) + std::string(4, '\0') + words({30'000, 500, 0, 0xFE0C}) + words({0, 0, 700, 0}));
    all_glyphs("no-area", words({1}) + box + words({3, 0}) + std::string(4, '\0') + words({100, 100, 100, 100}) + words({0, 0, 0, 0}));
    all_glyphs("bearing-far-off",
               words({1, 0x8300, 0, 1000, 1000}) + words({3, 0}) + std::string(4, '\0') + words({0, 500, 0, 0xFE0C}) + words({0, 0, 700, 0}));
    all_glyphs("composite-cut", words({0xFFFF}) + box + words({words_xy}));
    all_glyphs("composite-beyond", words({0xFFFF}) + box + words({words_xy, 0xFFF0, 0, 0}));
    all_glyphs("composite-of-nothing", words({0xFFFF}) + box);
    all_glyphs("composite-without-end", words({0xFFFF}) + box + repeated(words({words_xy | more, 0, 0, 0}), 3));
    add("composite-of-itself", with_glyphs(whole, [](unsigned i) { return words({0xFFFF}) + box + words({words_xy, i, 0, 0}); }));
    add("composites-in-a-ring", with_glyphs(whole, [](unsigned i) { return words({0xFFFF}) + box + words({words_xy, i ^ 1U, 0, 0}); }));
    add("composites-down", with_glyphs(whole, [](unsigned i) { return words({0xFFFF}) + box + words({words_xy, i ? i - 1 : 0, 0, 0}); }));
    // Each draws the one before many times: two to the power of hundreds.
    add("composite-bomb", with_glyphs(whole, [](unsigned i) {
            return i == 0 ? words({1}) + box + words({3, 0}) + std::string(4, '\0') + words({0, 500, 0, 0xFE0C}) + words({0, 0, 700, 0})
                          : words({0xFFFF}) + box + repeated(words({words_xy | more, i - 1, 0, 0}), 50) + words({words_xy, i - 1, 0, 0});
        }));
    add("composite-of-thousands", with_glyphs(whole, [](unsigned i) {
            return i == 0 ? words({1}) + box + words({3, 0}) + std::string(4, '\0') + words({0, 500, 0, 0xFE0C}) + words({0, 0, 700, 0})
                          : words({0xFFFF}) + box + repeated(words({words_xy | more, 0, 0, 0}), 300) + words({words_xy, 0, 0, 0});
        }));
    all_glyphs("composite-far-away", words({0xFFFF}) + box + words({words_xy, 0, 32'000, 32'000}));
}

/// Type 2 numbers and operators.
const std::string thirty_two_thousand = "\x1C\x7D\x00"s, zero = "\x8B", ten = "\x95", rlineto = "\x05", rmoveto = "\x15", endchar = "\x0E", callgsubr = "\x1D";

void add_runaway_charstrings(Collector& all) {
    const auto add = [&](const std::string& what, const std::string& charstring, const std::vector<std::string>& subroutines = {}, bool refused = true) {
        all.add(what + ".otf", FontRole::body, font_of_one_charstring(charstring, subroutines), refused);
    };
    const std::string square = ten + ten + rmoveto + repeated(ten, 2) + zero + zero + "\xF7\x00"s + zero + rlineto;  // the pen goes somewhere
    add("one-square", ten + ten + rmoveto + "\xF7\x00\x8B\x8B\xF7\x00\xFB\x00\x8B\x05"s + endchar, {}, false);
    add("blank", endchar);
    add("nothing", "");
    add("one-point", ten + ten + rmoveto + endchar);
    add("one-line-back", ten + ten + rmoveto + ten + zero + rlineto + "\x81\x8B"s + rlineto + endchar);
    add("stack-overflow", repeated(ten, 10'000) + rlineto + endchar);
    add("stack-underflow", square + rlineto + "\x0C\x0A\x0C\x0B\x0C\x0C\x08\x08\x08"s, {}, false);
    add("no-such-operator", square + "\x02\x09\x0D\x0F\x10\x11" + endchar, {}, false);
    add("out-of-range", ten + ten + rmoveto + repeated(thirty_two_thousand + thirty_two_thousand + rlineto, 40) + endchar);
    add("far-away", thirty_two_thousand + zero + rmoveto + "\xF7\x00\x8B\x8B\xF7\x00\xFB\x00\x8B\x05"s + endchar);
    add("lines-without-end", ten + ten + rmoveto + repeated("\x8C\x8B\x05\x8B\x8C\x05\x8A\x8B\x05\x8B\x8A\x05"s, 5'000) + endchar);
    add("calls-itself", ten + ten + rmoveto + "\x20" + callgsubr + endchar, {"\x20" + callgsubr});
    std::vector<std::string> tree;
    for (int i = 0; i < 12; i++) tree.push_back(repeated(std::string(1, static_cast<char>(0x21 + i)) + callgsubr, 16) + "\x0B");
    tree.back() = ten + zero + rlineto + "\x0B";
    add("calls-a-tree", ten + ten + rmoveto + "\x20" + callgsubr + endchar, tree);
    add("calls-beyond", ten + ten + rmoveto + thirty_two_thousand + callgsubr + endchar, {"\x0B"});
    add("hint-mask-beyond", repeated(ten, 40) + "\x12\x13");
    add("accents-of-accents", zero + zero + "\x8C\x8C"s + endchar);
}

}  // namespace

std::vector<BrokenFont> broken_fonts() {
    Collector all;
    add_no_fonts(all);
    // The characters of the data file that the test sets, and those of the form.
    const auto text = to_utf32(source_file("tests/cases/small.yaml")) +
                      U"0123456789本报告由编制一、总体情况二主动公开政府信息三收到和处理申请四行政复议诉讼五存在的问题及改进六其他需要事项年月日局，。（）";
    const auto serif = subset_of(liberation(), text), fang = subset_of(free_font("FandolFang-Regular.otf"), text);
    add_broken_tables(all, ".ttf", FontRole::latin, serif, {"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cmap"});
    add_broken_tables(all, ".otf", FontRole::body, fang, {"CFF ", "head", "hhea", "hmtx", "maxp", "cmap"});
    add_broken_outlines(all, serif);
    add_runaway_charstrings(all);
    return all.fonts;
}
