#include "file/path_text.hpp"
#include "file/temporary_file.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

constexpr std::string_view temporary_prefix = ".nianbao-";
constexpr std::size_t temporary_digits = 16;

}  // namespace

bool is_temporary_name(std::string_view name) {
    if (!name.starts_with(temporary_prefix)) return false;
    name.remove_prefix(temporary_prefix.size());
    return name.size() == temporary_digits &&
           name.find_first_not_of("0123456789abcdef") == name.npos;
}

std::filesystem::path temporary_name(std::uint64_t number) {
    return path_of(fmt::format("{}{:0{}x}", temporary_prefix, number, temporary_digits));
}

}  // namespace nianbao
