#include "file/path_text.hpp"

namespace nianbao {

std::string utf8(const std::filesystem::path& path) { return path.native(); }

std::filesystem::path path_of(std::string_view text) { return text; }

std::string_view separators() { return "/"; }

std::string place_key(const std::filesystem::path& path) { return path.native(); }

std::string refused_name(const std::filesystem::path&) { return {}; }

}  // namespace nianbao
