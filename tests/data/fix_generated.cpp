// Generated files, damaged in many ways, are what they were once they are corrected.
#include "data_files.hpp"
#include "fuzz/targets.hpp"
#include "nianbao/fix.hpp"
#include "nianbao/write.hpp"
#include "report/generator.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nianbao;
using namespace data_files;

namespace {

Fixed fixed(const std::string& text, Format format = Format::yaml) {
    return fix(text, format == Format::json ? "data.json" : "data.yaml", format);
}

/// The parts of a line of YAML as write() puts it: "  key: value".
struct KeyLine {
    std::string indent, key, value;
    bool counts;  // a number in it is one, and no word
};

std::string whole(const KeyLine& line) {
    return line.indent + line.key + ":" + (line.value.empty() ? "" : " ") + line.value;
}

/// Of nothing but numbers.
bool is_plain_row(const std::string& value) {
    return value.starts_with("[") && value.ends_with("]") &&
           value.find_first_not_of("0123456789, ", 1) == value.size() - 1;
}
bool is_number(const std::string& value) {
    return !value.empty() && value.find_first_not_of("0123456789") == value.npos;
}

/// Damages a line in one of many ways; leaves it as it is if that way does not suit it.
std::string damaged(const KeyLine& line, int way) {
    const std::string nbsp = "\u00A0", wide = "\u3000", zero_width = "\u200B";
    const std::string value = line.value.empty() ? "" : " " + line.value;
    const std::string inner =
        is_plain_row(line.value) ? line.value.substr(1, line.value.size() - 2) : "";
    const bool number = line.counts && is_number(line.value);
    const auto row = [&](const std::string& text) {
        return inner.empty() ? whole(line) : line.indent + line.key + ": " + text;
    };
    switch (way) {
        case 0:
            return line.indent + line.key + "：" + line.value;
        case 1:
            return line.indent + line.key + "：" + value;
        case 2:
            return line.indent + line.key + ":" + line.value;
        case 3:
            return line.indent + line.key + nbsp + ":" + value;
        case 4:
            return line.indent + line.key + zero_width + ":" + value;
        case 5:
            return line.indent + line.key + ":" + (value.empty() ? "" : wide) + line.value;
        case 6:
            return line.indent + "“" + line.key + "”:" + value;
        case 7:
            return replaced(line.indent, "  ", "\t") + line.key + ":" + value;
        case 8:
            return replaced(line.indent, "  ", wide) + line.key + ":" + value;
        case 9:
            return replaced(line.indent, " ", nbsp) + line.key + ":" + value;
        case 10:
            return row("[" + replaced(inner, ", ", "，") + "]");
        case 11:
            return row("[" + replaced(inner, ", ", "、") + "]");
        case 12:
            return row(replaced(inner, ", ", "\t"));
        case 13:
            return row("【" + inner + "】");
        case 14:
            return row("[" + inner);
        case 15:
            return row("[" + replaced(inner, ", ", " ") + "]");
        case 16: {
            std::string digits;
            if (!number) return whole(line);
            for (char c : line.value) append_utf8(digits, U'０' + static_cast<char32_t>(c - '0'));
            return line.indent + line.key + ": " + digits;
        }
        case 17: {
            std::string digits = line.value;
            if (!number) return whole(line);
            for (auto at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
            return line.indent + line.key + ": " + digits;
        }
        case 18:
            return number ? whole(line) + wide : whole(line);
        case 19:
            return line.indent + line.key + "＝" + line.value;
        case 20:
            return line.indent + line.key + "：:" + value;
        case 21:
            return line.indent + "**" + line.key + "**:" + value;
        case 22:
            return row("（" + inner + "）");
        case 23:
            return inner.empty() ? whole(line)
                                 : line.indent + line.key + ":\n" + replaced(inner, ", ", "\n");
        default:
            return line.value == "|" ? line.indent + line.key + ": ｜" : whole(line);
    }
}
constexpr int ways = 25;

/// Damages the lines of a file that have keys, those of texts never.
std::string damaged(const std::string& text, Random& random, int one_in) {
    std::string out;
    std::size_t text_indent = std::string::npos;
    std::string part;  // of the report
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        if (indent < line.size() && text_indent != std::string::npos && indent <= text_indent)
            text_indent = std::string::npos;
        const std::size_t colon = line.find(':', indent);
        const bool key = text_indent == std::string::npos && colon != std::string::npos &&
                         line.find_first_of(" -\"#{", indent) > colon;
        if (!key) {
            out += line + "\n";
            continue;
        }
        const std::string behind = line.substr(colon + 1);
        const std::string value = behind.empty() ? "" : behind.substr(1);
        if (value.starts_with("|")) text_indent = indent;
        if (indent == 0) part = line.substr(0, colon);
        const bool counts = part != "form" && part != "格式" && part != "layout" && part != "版式";
        const bool simple = value.find_first_of("#'\"") == std::string::npos;
        const KeyLine parts{line.substr(0, indent), line.substr(indent, colon - indent), value,
                            counts};
        out += simple && random.one_in(one_in) ? damaged(parts, random.below(ways)) : line;
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("A generated file reads after fix as it did before the damage, whatever that was") {
    int changed = 0;
    for (std::uint64_t number = 0; number < 300; ++number) {
        Random random(number);
        const Report report = generated_report(number, {.extent = Extent::usual});
        const Keys keys = random.one_in(2) ? Keys::chinese : Keys::english;
        const std::string clean = write(report, Format::yaml, keys);
        std::string text = damaged(clean, random, random.between(1, 12));
        const int encoding = random.below(6);
        if (encoding == 0) text = replaced(text, "\n", "\r\n");
        if (encoding == 1) text = replaced(text, "\n", "\r");
        if (encoding == 2) text = replaced(text, "\n  ", "\r\n  ");
        INFO(number);
        // What is read of it without an error is what the strict reader reads.
        CHECK(fuzz::mend_yaml(text) == "");
        const Fixed file = fixed(text);
        INFO(told(file.reading));
        INFO(fixed_text(file, "a"));
        CHECK(file.reading.findings.empty());
        CHECK(file.reading.report == report);
        const Fixed again = fixed(file.text);
        CHECK(again.text == file.text);
        CHECK_FALSE(again.changed());
        CHECK((file.changed() || text == replaced(clean, "\n", encoding == 0 ? "\r\n" : "\n")));
        changed += file.changed() ? 1 : 0;
    }
    CHECK(changed > 250);
}

TEST_CASE("Nothing is corrected beside a mistake that is none of the notation") {
    for (std::uint64_t number = 0; number < 300; ++number) {
        const Report report =
            generated_report(number, {.extent = Extent::usual, .characters = Characters::any});
        for (Format format : {Format::yaml, Format::json}) {
            std::string text =
                write(report, format, number % 2 == 0 ? Keys::chinese : Keys::english);
            CHECK_FALSE(fixed(text, format).changed());
            if (format == Format::yaml) text += "foo: 1\n";
            else text.replace(text.find('{'), 1, "{\"foo\": 1,");
            INFO(number);
            const Fixed file = fixed(text, format);
            INFO(fixed_text(file, "a"));
            CHECK(file.text == text);
            CHECK(std::count_if(file.reading.findings.begin(), file.reading.findings.end(),
                                [](const Finding& finding) { return finding.rule != "D-25"; }) ==
                  1);
        }
    }
}
