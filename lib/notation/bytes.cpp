#include "notation/bytes.hpp"

#include "notation/kind/encoding.hpp"
#include "notation/kind/kind.hpp"
#include "notation/rules.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::notation {
namespace {

constexpr char32_t mark = 0xFEFF;  // of the byte order

struct Malformed {
    int count = 0;
    int gb_pairs = 0;  // lead and trail bytes as GB 18030 writes Han characters
};

Malformed count_malformed(std::string_view text) {
    Malformed malformed;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        if (!next.character) {
            ++malformed.count;
            const auto lead = static_cast<unsigned char>(text[at]);
            const auto trail = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
            if (lead >= 0xA1 && lead <= 0xFE && trail >= 0xA1 && trail <= 0xFE)
                ++malformed.gb_pairs;
        }
        at += next.bytes;
    }
    return malformed;
}

/// A blank with as many bytes as the character that it stands for.
std::string_view harmless(int bytes) { return bytes == 1 ? " " : bytes == 2 ? "\u00A0" : "\u3000"; }

std::string byte_words(std::string_view text, std::size_t at) {
    return fmt::format("0x{:02X}", static_cast<unsigned char>(text[at]));
}

std::string forbidden_told(char32_t character) {
    if (character == mark) return "有看不见的字符 U+FEFF (BOM)";
    return fmt::format("有控制字符 U+{:04X}", static_cast<unsigned>(character));
}

/// A byte order mark at the beginning of a line began a file that was put behind another.
std::string forbidden_hint(std::string_view text, std::size_t at, char32_t character) {
    const bool begins_line = at > 0 && text[at - 1] == '\n';
    return character == mark && begins_line
               ? "删去它：多半是把另一个文件接在了这里；是两份年报的，分成两个文件"
               : "删去它：多半是从别处粘贴时带来的";
}

}  // namespace

std::string_view without_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

Format notation_of(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04"))
        return is_word_file(bytes, {}) ? Format::article : Format::workbook;
    bytes = without_mark(bytes);
    if (is_utf16(bytes))
        bytes.remove_prefix(std::min(bytes.find_first_not_of("\xFF\xFE"), bytes.size()));
    const std::size_t first = bytes.find_first_not_of(std::string_view(" \t\r\n\0", 5));
    return first != std::string_view::npos && bytes[first] == '{' ? Format::json : Format::yaml;
}

bool inspect_bytes(Values& values) {
    const std::string& text = values.source.text();
    Findings& findings = values.findings;
    if (is_utf16(text)) {
        findings.error(rule("D-01"), {}, values.source.place_of(0), "文件是 UTF-16 编码",
                       "用编辑器另存为 UTF-8");
        return false;
    }
    const std::size_t first = find_malformed(text);
    const Malformed malformed = first == text.npos ? Malformed{} : count_malformed(text);
    if (malformed.count > most_malformed) {
        const bool gb = malformed.gb_pairs * 2 > malformed.count;
        findings.error(rule("D-01"), {}, values.source.place_of(first, 1),
                       fmt::format("字节 {} 不是 UTF-8，全文共 {} 处", byte_words(text, first),
                                   malformed.count),
                       gb ? "文件像是 GBK 编码 (记事本的“ANSI”)，另存为 UTF-8" : "另存为 UTF-8");
        return false;
    }
    std::string& clean = values.tree.clean;
    clean.reserve(text.size());
    std::size_t kept = 0;  // up to this byte the text is in `clean`
    const auto put_instead = [&](std::size_t at, std::size_t bytes, std::string_view other) {
        clean.append(text, kept, at - kept).append(other);
        kept = at + bytes;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (common_at(text, at) != 0) {
            at += 3;
            continue;
        }
        const Decoded next = decode_at(text, at);
        const int bytes = next.bytes;
        const int here = at;
        // A carriage return stands at the ends of lines; libyaml takes the two separators
        // for line ends, which no editor does.
        const auto lead = static_cast<unsigned char>(text[at]);
        if (!next.character && lead >= 0xC2 && lead <= 0xF4 && at + bytes == text.size()) {
            findings.error(rule("D-01"), {}, values.source.place_of(here, 1), cut_off_told,
                           cut_off_hint);
            put_instead(at, bytes, std::string(bytes, ' '));
        } else if (!next.character) {
            findings.error(rule("D-01"), {}, values.source.place_of(here, 1),
                           fmt::format("字节 {} 不是 UTF-8", byte_words(text, at)),
                           "改正或删去这个字");
            put_instead(at, bytes, std::string(bytes, '?'));
        } else if (forbidden(*next.character) && *next.character != U'\r') {
            if (findings.open()) {
                findings.error(rule("D-02"), {}, values.source.place_of(here, 1),
                               forbidden_told(*next.character),
                               forbidden_hint(text, at, *next.character));
            } else {
                findings.leave_out();
            }
            put_instead(at, bytes, harmless(next.bytes));
        } else if (values.format == Format::yaml &&
                   (*next.character == 0x2028 || *next.character == 0x2029)) {
            put_instead(at, bytes, "\uFFFD");
        }
        at += bytes;
    }
    clean.append(text, kept);
    return true;
}

}  // namespace nianbao::notation
