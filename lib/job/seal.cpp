#include "job/seal.hpp"

#include "digest/sha256.hpp"
#include "font/faces.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>

namespace nianbao {
namespace {

constexpr std::size_t digits = 64;

/// Where the digits of the seal stand: in the dictionary of the cross-reference stream, which is not deflated and which the end of the file points to.
std::optional<std::size_t> place_of_digits(std::string_view pdf) {
    constexpr std::string_view word = "startxref\n", end = "\n%%EOF\n", name = "/XXNianbao(";
    if (!pdf.ends_with(end)) return std::nullopt;
    const std::size_t start = pdf.rfind(word);
    if (start == pdf.npos) return std::nullopt;
    std::size_t table = 0;
    const char* last = pdf.data() + pdf.size() - end.size();
    const auto [read, error] = std::from_chars(pdf.data() + start + word.size(), last, table);
    if (error != std::errc{} || read != last) return std::nullopt;
    std::size_t at = pdf.find(name, table);
    if (at == pdf.npos || (at += name.size()) + digits >= pdf.size() || pdf[at + digits] != ')') return std::nullopt;
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

std::string inputs_digest(const std::string& data, const std::string& attachment, const Fonts& fonts, const RunOptions& options) {
    Sha256 all;
    all.add_part(NIANBAO_VERSION);
    all.add_part(fonts.faces().digest());
    all.add_part(data);
    all.add_part(attachment);
    all.add_part(options.date ? fmt::format("{}-{}-{}", options.date->year, options.date->month, options.date->day) : "");
    all.add_part(options.show_grid ? "grid" : "");
    for (const auto& [name, value] : options.layout) {
        all.add_part(name);
        all.add_part(value);
    }
    return all.digest();
}

std::string blank_seal() { return std::string(digits, '0'); }

void seal(std::string& pdf, std::string_view inputs) {
    if (const auto at = place_of_digits(pdf)) pdf.replace(*at, digits, seal_of(pdf, inputs));
}

bool is_sealed(const std::filesystem::path& place, std::string_view inputs) {
    auto pdf = content_of(place);
    if (!pdf) return false;
    const auto at = place_of_digits(*pdf);
    if (!at) return false;
    const std::string found = pdf->substr(*at, digits);
    pdf->replace(*at, digits, blank_seal());
    return found == seal_of(*pdf, inputs);
}

std::optional<std::string> content_of(const std::filesystem::path& place) {
    const int file = ::open(place.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return std::nullopt;
    std::optional<std::string> content;
    struct stat status;
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
        content.emplace(static_cast<std::size_t>(status.st_size), '\0');
        std::size_t have = 0;
        while (have < content->size()) {
            const ssize_t more = ::read(file, content->data() + have, content->size() - have);
            if (more < 0 && errno == EINTR) continue;
            if (more <= 0) break;
            have += static_cast<std::size_t>(more);
        }
        if (have < content->size()) content.reset();
    }
    ::close(file);
    return content;
}

}  // namespace nianbao
