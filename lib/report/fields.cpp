#include "report/fields.hpp"

#include "text/letters.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <array>
#include <string>

namespace nianbao {
namespace {

/// True if parents come before their children, and names under one parent differ in every
/// wording.
constexpr bool names_differ(std::span<const Field> fields) {
    for (int i = 0; i < std::ssize(fields); ++i) {
        const Field& a = fields[i];
        if (a.parent >= i || a.key.empty() || a.name.empty()) return false;
        for (int k = 0; k < i; ++k) {
            const Field& b = fields[k];
            if (a.parent != b.parent) continue;
            if (a.key == b.key || a.name == b.name || a.name == b.printed || a.printed == b.name ||
                (!a.printed.empty() && a.printed == b.printed))
                return false;
        }
    }
    return true;
}

static_assert(names_differ(report_fields) && names_differ(cell_fields));
static_assert(report_fields[own_field("signature.date")].name == "成文日期" &&
              report_fields[own_field("members.sha256")].name == "校验值");

}  // namespace

std::string own_path(int own) {
    const Field& field = report_fields[own];
    const std::string key(field.key);
    return field.parent < 0 ? key : own_path(field.parent) + "." + key;
}

std::string_view without_numbering(std::string_view name) {
    if (name.empty() || is_letter(name.front())) return name;  // as English keys begin
    std::u32string beginning;
    std::array<std::size_t, longest_numbering + 1> ends{};  // of its characters, in bytes
    for (std::size_t at = 0; beginning.size() < longest_numbering;) {
        const Decoded next = decode_at(name, at);
        if (next.bytes == 0) break;
        at += next.bytes;
        beginning += next.character.value_or(U'\uFFFD');
        ends[beginning.size()] = at;
    }
    std::string_view rest = name.substr(ends[numbering_of(beginning).length]);
    if (rest.size() == name.size()) return name;
    while (rest.starts_with(' ') || rest.starts_with("\u3000"))
        rest.remove_prefix(rest.front() == ' ' ? 1 : std::string_view("\u3000").size());
    return rest.empty() ? name : rest;
}

int find_field(std::span<const Field> fields, int parent, std::string_view name) {
    const std::string_view bare = without_numbering(name);
    for (int i = 0; i < std::ssize(fields); ++i) {
        const Field& field = fields[i];
        if (field.parent != parent) continue;
        if (name == field.key || name == field.name || bare == field.name ||
            (!field.printed.empty() && (name == field.printed || bare == field.printed)))
            return i;
    }
    return -1;
}

}  // namespace nianbao
