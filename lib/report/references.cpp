#include "report/references.hpp"

#include "report/cells.hpp"
#include "report/fields.hpp"
#include "report/speech/spoken.hpp"
#include "text/digits.hpp"
#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

/// The parts between the dots. A number alone ("3" of "3.危及“三安全一稳定”") is the
/// numbering of the part after it.
std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t dot = std::min(path.find('.', from), path.size());
        const std::string_view part = path.substr(from, dot - from);
        const bool number = part.size() < 3 && all_digits(part);
        if (!number || dot == path.size()) parts.push_back(part);
        from = dot + 1;
    }
    return parts;
}

struct Resolved {
    std::string text;
    std::string fault, hint;
};

constexpr std::string_view no_reference_there =
    "删去双花括号，直接写出数字；要印出花括号本身，请写 {{{{";

std::string reference_to(std::string_view path, Speech speech) {
    return fmt::format("{{{{{}}}}}", spoken(nullptr, path, speech));
}

Resolved unknown(std::string_view part, std::string_view within, std::span<const Field> fields,
                 int parent, Speech speech) {
    std::string known;
    std::vector<std::string_view> words;
    for (const Field& field : fields) {
        if (field.parent != parent) continue;
        if (!known.empty()) known += "、";
        known += speech == Speech::english ? fmt::format("{}（{}）", field.name, field.key)
                                           : std::string(field.name);
        words.insert(words.end(), {field.name, field.key});
    }
    const std::string_view meant = nearest(part, words);
    return {{},
            fmt::format("“{}”不是{}中的名称", part, within),
            fmt::format("{}{}中有：{}", meant.empty() ? "" : fmt::format("是不是 {}？", meant),
                        within, known)};
}

constexpr std::string_view some_cell = "applications.received.total";

Resolved resolve_cell(const FilledForm& filled, std::span<const std::string_view> parts,
                      Speech speech) {
    const Form& form = *filled.form;
    int field = -1;
    std::string within = fmt::format("“{}”", form.name);
    for (std::string_view part : parts) {
        const int next = find_field(form.fields, field, part);
        if (next < 0) return unknown(part, within, form.fields, field, speech);
        field = next;
        within = fmt::format("“{}”", form_field(form, field).name);
    }
    const int entry = field < 0 ? -1 : entry_of(form, field);
    if (entry < 0)
        return {{},
                fmt::format("{}不是一个单元格，而是一组", within),
                has_no_keys(speech)
                    ? std::string(no_reference_there)
                    : fmt::format("请写到单元格为止，例如 {}", reference_to(some_cell, speech))};
    return {filled.cells[entry].printed(), {}, {}};
}

Resolved resolve_contact(const Report& report, std::string_view name, int contact, Speech speech) {
    const int field = find_field(report_fields, contact, name);
    if (field < 0) return unknown(name, "“联系方式”", report_fields, contact, speech);
    const std::string_view key = report_fields[field].key;
    const Contact given = report.contact.value_or(Contact{});
    const std::pair<std::string_view, const std::string*> parts[] = {
        {"office", &given.office},     {"address", &given.address}, {"phone", &given.phone},
        {"postcode", &given.postcode}, {"email", &given.email},     {"url", &given.url}};
    for (const auto& [part, text] : parts) {
        if (part == key && !text->empty()) return {*text, {}, {}};
    }
    return {{},
            fmt::format("联系方式中没有填写“{}”", report_fields[field].name),
            speech == Speech::english ? "请在 contact（联系方式）中填写，或者在文中直接写出"
            : speech == Speech::cells ? "请在“基本信息”里填写，或者在文中直接写出"
                                      : "请在“联系方式”中填写，或者在文中直接写出"};
}

Resolved resolve(const Report& report, std::string_view path, Speech speech) {
    const std::vector<std::string_view> parts = split(path);
    const int top = find_field(report_fields, -1, parts.front());
    const std::string_view key = top < 0 ? std::string_view{} : report_fields[top].key;
    for (const FilledForm* filled : report.tables()) {
        if (filled->form->key == key)
            return resolve_cell(*filled, std::span(parts).subspan(1), speech);
    }
    if (key == "contact" && parts.size() == 2)
        return resolve_contact(report, parts.back(), top, speech);
    return {{},
            fmt::format("“{}”不是表格中的单元格", path),
            has_no_keys(speech)
                ? std::string(no_reference_there)
                : fmt::format(
                      "双花括号中写三张表之一的单元格，例如 {}{}；要印出花括号本身，请写 {{{{{{{{",
                      speech == Speech::english ? reference_to(some_cell, Speech::english) + " 或 "
                                                : "",
                      reference_to(some_cell, Speech::chinese))};
}

// ------------------------------------------------------------ what was meant as one

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\u00A0' || c == U'\u3000'; }

std::u32string_view trimmed(std::u32string_view name) {
    while (!name.empty() && is_blank(name.front())) name.remove_prefix(1);
    while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
    return name;
}

/// The path without blanks, with the dots that part it.
std::string plain_path(std::u32string_view name) {
    std::string path;
    for (char32_t c : name) {
        if (c == U'．' || c == U'。') path += '.';
        else if (!is_blank(c)) append_utf8(path, c);
    }
    return path;
}

bool names_cell(const Report& report, const std::string& path) {
    return path.find('.') != path.npos && resolve(report, path, Speech::english).fault.empty();
}

std::string write_as(std::string_view path, Speech speech) {
    return has_no_keys(speech) ? std::string(no_reference_there)
                               : fmt::format("写成 {{{{{}}}}}", path);
}

/// The end of up to two braces with blanks between them; `at`: there is none.
std::size_t braces_end(std::u32string_view text, std::size_t at, std::u32string_view braces) {
    std::size_t end = at;
    for (int i = 0; i < 2; ++i) {
        std::size_t next = end;
        while (i > 0 && next < text.size() && is_blank(text[next])) ++next;
        if (next == text.size() || braces.find(text[next]) == braces.npos) break;
        end = next + 1;
    }
    return end;
}

}  // namespace

std::vector<Reference> find_references(const Report& report, std::u32string_view text,
                                       Speech speech) {
    std::vector<Reference> found;
    std::size_t close = 0, line_end = 0;  // kept, so that each is looked for only once
    for (std::size_t at = text.find(U"{{"); at != text.npos;) {
        const int begin = at;
        if (text.substr(at, 4) == U"{{{{") {
            found.push_back({begin, begin + 4, U"{{", {}, {}});
            at = text.find(U"{{", at + 4);
            continue;
        }
        if (close < at + 2) close = text.find(U"}}", at + 2);
        if (line_end <= at) line_end = std::min(text.find(U'\n', at), text.size());
        if (close == text.npos || close > line_end) {
            found.push_back({begin,
                             begin + 2,
                             {},
                             "“{{”没有对应的“}}”",
                             has_no_keys(speech) ? std::string(no_reference_there)
                                                 : "请补上“}}”；要印出花括号本身，请写 {{{{"});
            at = text.find(U"{{", at + 2);
            continue;
        }
        const std::u32string_view name = trimmed(text.substr(at + 2, close - at - 2));
        Resolved resolved = resolve(report, to_utf8(name), speech);
        if (!resolved.fault.empty()) {
            if (const std::string plain = plain_path(name); names_cell(report, plain))
                resolved.hint = write_as(plain, speech);
        }
        found.push_back({begin, static_cast<int>(close) + 2, to_utf32(resolved.text),
                         std::move(resolved.fault), std::move(resolved.hint)});
        at = text.find(U"{{", close + 2);
    }
    return found;
}

std::vector<Reference> almost_references(const Report& report, std::u32string_view text,
                                         Speech speech) {
    constexpr std::u32string_view opening = U"{｛", closing = U"}｝";
    constexpr std::size_t longest = 120;  // characters of a path
    std::vector<Reference> almost;
    for (std::size_t at = text.find_first_of(opening); at < text.size();
         at = text.find_first_of(opening, at)) {
        const std::size_t begin = at;
        at = braces_end(text, begin, opening);
        const std::u32string_view rest = text.substr(at, longest);
        const std::size_t length = rest.find_first_of(U"{｛}｝\n");
        if (length >= rest.size() || closing.find(rest[length]) == closing.npos) continue;
        const std::u32string_view open = text.substr(begin, at - begin);
        const std::string path = plain_path(rest.substr(0, length));
        const std::size_t close = at + length;
        at = braces_end(text, close, closing);
        // Of two on each side the reader has told, or they are right.
        if ((open == U"{{" && text.substr(close, at - close) == U"}}") || !names_cell(report, path))
            continue;
        almost.push_back({static_cast<int>(begin), static_cast<int>(at),
                          std::u32string(text.substr(begin, at - begin)),
                          "花括号不是两个半角的，印不出这一格的数", write_as(path, speech)});
    }
    return almost;
}

}  // namespace nianbao
