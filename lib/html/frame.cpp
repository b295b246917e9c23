#include "html/frame.hpp"

#include "digest/sha256.hpp"
#include "html/markup.hpp"
#include "html/style.hpp"
#include "html/write.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace nianbao {
namespace {

constexpr std::string_view mark_begin = "<!-- nianbao ", mark_end = " -->\n";
constexpr std::size_t digest_length = 64;

}  // namespace

namespace html {

std::string begin_page(std::string_view language, std::string_view title, std::string_view meta) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n{}<style>{}</style>\n</head>\n<body>\n<main>\n",
        escaped(language), escaped(title), meta, style);
}

std::string end_page(std::string page) {
    page += "</body>\n</html>\n";
    const std::string digest = sha256(page);
    page.append(mark_begin).append(digest).append(mark_end);
    return page;
}

}  // namespace html

bool is_page_as_made(std::string_view bytes) {
    const std::size_t mark = mark_begin.size() + digest_length + mark_end.size();
    if (bytes.size() < mark || !bytes.ends_with(mark_end)) return false;
    const std::string_view before = bytes.substr(0, bytes.size() - mark);
    const std::string_view own = bytes.substr(before.size());
    return own.starts_with(mark_begin) &&
           own.substr(mark_begin.size(), digest_length) == sha256(before);
}

}  // namespace nianbao
