// Text and option structs, as they come from C and go back.
#pragma once

#include "c/trap.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
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

/// Text that is handed out.
inline nianbao_text given(const std::string& text) { return {text.c_str(), static_cast<std::int64_t>(text.size())}; }
inline const char* given(const std::string& text, std::int64_t* length) {
    if (length != nullptr) *length = static_cast<std::int64_t>(text.size());
    return text.c_str();
}

/// Throws Invalid, where a struct of that size cannot be.
void check_size(std::int64_t size);

/// An option struct as this library knows it (convention 5): what the caller's header did not have stays at the standard. Throws Invalid where the caller sets
/// something that this library does not know.
template <typename Options>
Options options(const Options* given) {
    static_assert(std::is_trivially_copyable_v<Options>);
    Options own{};
    if (given == nullptr) return own;
    check_size(given->size);
    const auto size = static_cast<std::size_t>(given->size);
    const char* bytes = reinterpret_cast<const char*>(given);
    const bool known = size <= sizeof own || std::all_of(bytes + sizeof own, bytes + size, [](char byte) { return byte == 0; });
    require(known, "选项里有这个版本的库不认识的内容");
    std::memcpy(&own, given, std::min(size, sizeof own));
    return own;
}

/// Fills in a struct of the caller's as far as its header has it.
template <typename Result>
void fill(Result* place, const Result& result) {
    static_assert(std::is_trivially_copyable_v<Result>);
    const std::int64_t size = place->size;
    check_size(size);
    std::memset(place, 0, static_cast<std::size_t>(size));
    std::memcpy(place, &result, std::min(static_cast<std::size_t>(size), sizeof result));
    place->size = size;
}

}  // namespace nianbao::c
