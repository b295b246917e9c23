// Text and structs as they come from C and go back.
#pragma once

#include "c/trap.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace nianbao::c {

/// Text as an argument (convention 2). Throws Invalid.
std::string_view text(const char* bytes, std::int64_t length);
inline std::string_view text(const nianbao_text& text) { return c::text(text.bytes, text.length); }

/// A list of texts. Throws Invalid.
std::vector<std::string> texts(const nianbao_text* first, std::int64_t count);

/// A file's name: text without NUL that is not empty. Throws Invalid.
std::string path(std::string_view text);

/// Text as it is returned to C.
inline nianbao_text given(const std::string& text) { return {text.c_str(), std::ssize(text)}; }
inline const char* given(const std::string& text, std::int64_t* length) {
    if (length != nullptr) *length = std::ssize(text);
    return text.c_str();
}

/// Throws Invalid if no struct with that alignment has that size.
void check_size(std::int64_t size, std::int64_t alignment);

/// An option struct as this library knows it (convention 5). Members that the caller's
/// header did not have get the default. Throws Invalid if the caller sets something that
/// this library does not know.
template <typename Options>
Options options(const Options* given) {
    static_assert(std::is_trivially_copyable_v<Options>);
    Options own{};
    if (given == nullptr) return own;
    check_size(given->size, alignof(Options));
    const std::size_t size = given->size;
    const char* bytes = reinterpret_cast<const char*>(given);
    const bool known = size <= sizeof own || std::all_of(bytes + sizeof own, bytes + size,
                                                         [](char byte) { return byte == 0; });
    require(known, "选项里有这个版本的库不认识的内容");
    std::memcpy(&own, given, std::min(size, sizeof own));
    return own;
}

/// A list of option structs, each as large as its size says. Throws Invalid.
template <typename Options>
std::vector<Options> structs(const Options* first, std::int64_t count) {
    require(count >= 0, "一列结构的个数是负数");
    require(first != nullptr || count == 0, "一列结构的指针是 NULL");
    std::vector<Options> all;
    const char* bytes = reinterpret_cast<const char*>(first);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto* next = reinterpret_cast<const Options*>(bytes);
        all.push_back(options(next));
        bytes += next->size;
    }
    return all;
}

/// Fills in the caller's struct, as far as the caller's header has it.
template <typename Result>
void fill(Result* place, const Result& result) {
    static_assert(std::is_trivially_copyable_v<Result>);
    check_size(place->size, alignof(Result));
    const std::size_t size = place->size;
    std::memset(place, 0, size);
    std::memcpy(place, &result, std::min(size, sizeof result));
    place->size = size;
}

}  // namespace nianbao::c
