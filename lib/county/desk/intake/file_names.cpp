#include "county/desk/intake/file_names.hpp"

#include "text/blanks.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>

namespace nianbao::desk {
namespace {

/// Without blanks, with small letters and marks of half width, and '/' between folders.
std::u32string plain(std::string_view path) {
    constexpr char32_t first_wide = U'！', last_wide = U'～', first_narrow = U'!';
    std::u32string text;
    for (char32_t c : to_utf32(path)) {
        if (is_typed_blank(c)) continue;
        if (c >= first_wide && c <= last_wide) c = c - first_wide + first_narrow;
        if (c >= U'A' && c <= U'Z') c = c - U'A' + U'a';
        text += c == U'\\' ? U'/' : c;
    }
    return text;
}

std::u32string_view name_of(std::u32string_view path) { return path.substr(path.rfind(U'/') + 1); }

std::u32string_view without_ending(std::u32string_view path) {
    const std::size_t dot = path.rfind(U'.');
    const bool has_ending = dot != path.npos && dot > path.size() - name_of(path).size();
    return has_ending ? path.substr(0, dot) : path;
}

}  // namespace

Naming naming(std::string_view typed, std::string_view path) {
    if (typed.empty()) return Naming::none;
    if (typed == path) return Naming::by_path;
    if (typed == path.substr(path.rfind('/') + 1)) return Naming::by_name;
    const std::u32string wanted = plain(typed), own = plain(path);
    if (wanted.empty()) return Naming::none;
    if (wanted == own || wanted == name_of(own)) return Naming::loosely;
    const std::u32string_view stem = without_ending(own);
    return wanted == stem || wanted == name_of(stem) ? Naming::without_ending : Naming::none;
}

std::vector<int> named_among(const std::vector<ReceivedFile>& files, const std::vector<int>& among,
                             std::string_view typed) {
    std::vector<int> named;
    Naming best = Naming::without_ending;
    for (const int i : among) {
        const Naming own = naming(typed, files[static_cast<std::size_t>(i)].path);
        if (own < best) continue;
        if (own > best) named.clear();
        best = own;
        named.push_back(i);
    }
    return named;
}

std::vector<int> named_among(const std::vector<ReceivedFile>& files, std::string_view typed) {
    std::vector<int> all(files.size());
    std::iota(all.begin(), all.end(), 0);
    return named_among(files, all, typed);
}

}  // namespace nianbao::desk
