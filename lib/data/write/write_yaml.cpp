#include "data/write/written.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace nianbao::data {
namespace {

using Kind = Written::Kind;

// YAML 1.1, and so libyaml, takes these for line ends, though no editor shows them so.
constexpr std::string_view line_separator = "\u2028", paragraph_separator = "\u2029";

bool has(std::string_view text, std::string_view what) { return text.find(what) != text.npos; }

/// True if some reader of YAML may take it for something other than text: 010, 1e3,
/// 2022-01-18, 12:30, no, ~.
bool means_something(std::string_view text) {
    constexpr std::string_view words[] = {"~",  "null", "true", "false", "yes", "no",
                                          "on", "off",  "y",    "n",     "=",   "<<"};
    const std::string lower = small_letters(std::string(text));
    if (std::find(std::begin(words), std::end(words), lower) != std::end(words)) return true;
    const bool like_a_number = has("0123456789+-.", text.substr(0, 1));
    return like_a_number && lower.find_first_not_of("0123456789+-._:abcdefoxtz ") == lower.npos;
}

/// True if a line of text needs no quotes. `flow`: it is within brackets.
bool plain(std::string_view text, bool flow) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':')
        return false;
    if (has("-?:,[]{}#&*!|>'\"%@`.", text.substr(0, 1))) return false;
    if (has(text, ": ") || has(text, " #") || has(text, "\t") || has(text, "\n") ||
        has(text, line_separator) || has(text, paragraph_separator))
        return false;
    if (flow && text.find_first_of(",[]{}:#'\"") != text.npos) return false;
    return !means_something(text);
}

std::string single_quoted(std::string_view text) {
    std::string out = "'";
    for (char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

std::string double_quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const std::string_view rest = text.substr(at);
        if (c == '"' || c == '\\') (out += '\\') += c;
        else if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (rest.starts_with(line_separator)) out += "\\L", at += 2;
        else if (rest.starts_with(paragraph_separator)) out += "\\P", at += 2;
        else out += c;
    }
    return out + "\"";
}

std::string scalar(std::string_view text, bool flow) {
    if (plain(text, flow)) return std::string(text);
    const bool escapes = has(text, "\n") || has(text, "\t") || has(text, line_separator) ||
                         has(text, paragraph_separator);
    const bool quotes_inside = has(text, "\"") || has(text, "\\");
    return escapes || (has(text, "'") && !quotes_inside) ? double_quoted(text)
           : quotes_inside                               ? single_quoted(text)
                                                         : double_quoted(text);
}

class YamlWriter {
public:
    std::string write(const Written& file) {
        bool last_was_long = false;
        for (const Written& member : file.members) {
            // An empty line sets off what takes several lines.
            const bool is_long = (!member.row && !member.members.empty()) || block(member);
            if (!out_.empty() && (is_long || last_was_long)) out_ += '\n';
            last_was_long = is_long;
            entry(member, 0);
        }
        return std::move(out_);
    }

private:
    /// True for a text that is written as a block of lines.
    static bool block(const Written& value) {
        if (value.kind != Kind::prose && (value.kind != Kind::text || !has(value.text, "\n")))
            return false;
        return !value.text.empty() && !has(value.text, line_separator) &&
               !has(value.text, paragraph_separator);
    }

    void indent(int depth) { out_.append(depth * 2, ' '); }

    void entry(const Written& member, int depth) {
        for (const std::string& line : member.above) {
            indent(depth);
            out_ += line.empty() ? "#\n" : "# " + comment(line) + "\n";
        }
        indent(depth);
        out_ += scalar(member.key, false) + ':';
        value(member, depth);
    }

    /// Writes what follows a key's colon, to the end of its last line.
    void value(const Written& value, int depth) {
        if (block(value)) return lines(value.text, depth + 1);
        const std::string end =
            value.comment.empty() ? "\n" : "  # " + comment(value.comment) + "\n";
        if (value.row || value.members.empty()) {
            if (value.kind != Kind::gap) out_ += ' ';
            out_ += inline_value(value, false) + end;
            return;
        }
        out_ += end;
        for (const Written& member : value.members) {
            if (value.kind == Kind::mapping) entry(member, depth + 1);
            else element(member, depth + 1);
        }
    }

    void element(const Written& element, int depth) {
        indent(depth);
        out_ += "-";
        if (element.row) return value(element, depth);
        out_ += ' ';
        bool first = true;
        for (const Written& member : element.members) {
            if (!std::exchange(first, false)) indent(depth + 1);
            out_ += scalar(member.key, false) + ':';
            value(member, depth + 1);
        }
    }

    void lines(std::string_view text, int depth) {
        // If the first line is empty or begins with blanks, the indentation must be
        // given.
        out_ += has(" \t\n", text.substr(0, 1)) ? " |2\n" : " |\n";
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            if (end > from) indent(depth);
            (out_ += text.substr(from, end - from)) += '\n';
            from = end + 1;
        }
    }

    /// Text for a comment, with blanks for the characters that end a line in YAML.
    static std::string comment(std::string_view text) {
        std::string out;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const std::string_view rest = text.substr(at);
            const bool wide =
                rest.starts_with(line_separator) || rest.starts_with(paragraph_separator);
            if (wide || rest.starts_with("\u0085")) {
                out += ' ';
                at += wide ? 2 : 1;
            } else {
                out += static_cast<unsigned char>(text[at]) < 0x20 ? ' ' : text[at];
            }
        }
        return out;
    }

public:
    static std::string inline_value(const Written& value, bool flow) {
        switch (value.kind) {
            case Kind::gap:
                return {};
            case Kind::number:
            case Kind::word:
                return value.text;
            case Kind::text:
            case Kind::prose:
                return scalar(value.text, flow);
            default:
                break;
        }
        const bool mapping = value.kind == Kind::mapping;
        std::string inside;
        for (const Written& member : value.members) {
            if (!inside.empty()) inside += ", ";
            if (mapping) inside += scalar(member.key, true) + ": ";
            inside += inline_value(member, true);
        }
        return mapping ? "{" + inside + "}" : "[" + inside + "]";
    }

private:
    std::string out_;
};

}  // namespace

std::string yaml_line(const Written& value) { return YamlWriter::inline_value(value, false); }

std::string yaml_flow(const Written& value) { return YamlWriter::inline_value(value, true); }

std::string write_yaml(const Written& file) { return YamlWriter().write(file); }

}  // namespace nianbao::data
