#include "pdf/seal.hpp"

#include "digest/sha256.hpp"
#include "pdf/objects/file.hpp"

#include <charconv>
#include <optional>

namespace nianbao {
namespace {

constexpr std::size_t digits = 64;

/// Where the cross-reference table stands that the end of the file points to.
std::optional<std::size_t> place_of_table(std::string_view pdf) {
    constexpr std::string_view word = "startxref\n", end = "\n%%EOF\n";
    if (!pdf.ends_with(end)) return std::nullopt;
    const std::size_t start = pdf.rfind(word);
    if (start == pdf.npos) return std::nullopt;
    std::size_t table = 0;
    const char* last = pdf.data() + pdf.size() - end.size();
    const auto [read, error] = std::from_chars(pdf.data() + start + word.size(), last, table);
    if (error != std::errc{} || read != last || table > start) return std::nullopt;
    return table;
}

/// Where the digits of the seal stand: in the dictionary of the table, which is not
/// deflated.
std::optional<std::size_t> place_of_digits(std::string_view pdf) {
    constexpr std::string_view name = "/XXNianbao(";
    const std::optional<std::size_t> table = place_of_table(pdf);
    if (!table) return std::nullopt;
    std::size_t at = pdf.find(name, *table);
    if (at == pdf.npos || (at += name.size()) + digits >= pdf.size() || pdf[at + digits] != ')')
        return std::nullopt;
    return at;
}

/// REQUIRES: the file has a blank seal.
std::string seal_of(std::string_view pdf, std::string_view inputs) {
    Sha256 all;
    all.add_part(inputs);
    all.add_part(pdf);
    return all.digest();
}

}  // namespace

std::string blank_seal() { return std::string(digits, '0'); }

void seal(std::string& pdf, std::string_view inputs) {
    if (const auto at = place_of_digits(pdf)) pdf.replace(*at, digits, seal_of(pdf, inputs));
}

bool is_sealed(std::string pdf, std::string_view inputs) {
    const auto at = place_of_digits(pdf);
    if (!at) return false;
    const std::string found = pdf.substr(*at, digits);
    pdf.replace(*at, digits, blank_seal());
    return found == seal_of(pdf, inputs);
}

bool is_as_made(std::string_view pdf) {
    const std::optional<std::size_t> table = place_of_table(pdf);
    if (!table) return false;
    const std::string_view content = pdf.substr(0, *table), behind = pdf.substr(*table);
    const std::string_view trailer = behind.substr(0, behind.find("\nstream\n"));
    return content.find("<pdf:Producer>nianbao ") != content.npos &&
           trailer.find(id_entry(content)) != trailer.npos;
}

}  // namespace nianbao
