#include "command/run/dropped.hpp"

#include "command/commands.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

// The mark of UTF-8, without which older editors of Windows guess another encoding.
constexpr std::string_view head = "\xEF\xBB\xBFnianbao 的核对结果\r\n";

bool is_command(const std::string& word) {
    const auto all = commands();
    return std::any_of(all.begin(), all.end(),
                       [&](const CommandText& one) { return one.name == word; });
}

bool exists(const std::string& word) {
    std::error_code unknown;
    return fs::exists(path_of(word), unknown);
}

bool is_folder(const fs::path& path) {
    std::error_code unknown;
    return fs::is_directory(path, unknown);
}

/// The place for the number-th try.
fs::path place_of(const std::vector<std::string>& words, int number) {
    const fs::path first = path_of(words[1]);
    const std::string name =
        number == 1 ? "核对结果.txt" : fmt::format("核对结果 ({}).txt", number);
    if (is_folder(first)) return first / path_of(name);
    if (words.size() > 2) return first.parent_path() / path_of(name);
    return first.parent_path() / path_of(fmt::format("{}.{}", utf8(first.stem()), name));
}

bool is_own(const fs::path& place) {
    const std::optional<std::string> content = content_of(place);
    return content && tells_of_dropped(*content);
}

/// Whether all it says is which files were made, and how many.
bool tells_success_alone(std::string_view told) {
    constexpr std::string_view of_success[] = {"已生成 ", "不必重做 ", "共 ", "建议 "};
    while (!told.empty()) {
        const std::string_view line = told.substr(0, told.find('\n'));
        if (std::none_of(std::begin(of_success), std::end(of_success),
                         [&](std::string_view beginning) { return line.starts_with(beginning); }))
            return false;
        told.remove_prefix(std::min(line.size() + 1, told.size()));
    }
    return true;
}

std::string with_line_ends(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

}  // namespace

bool tells_of_dropped(std::string_view bytes) { return bytes.starts_with(head); }

std::optional<std::vector<std::string>> words_for_dropped(const std::vector<std::string>& words) {
    if (words.size() < 2 || is_command(words[1])) return std::nullopt;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].starts_with('-') || !exists(words[i])) return std::nullopt;
    }
    std::vector<std::string> all = {words.front(), "render", "--color", "never"};
    all.insert(all.end(), words.begin() + 1, words.end());
    return all;
}

std::string keep_for_dropped(const std::vector<std::string>& words, const std::string& told,
                             bool clean) {
    constexpr int most_names = 9;
    const bool nothing = clean && tells_success_alone(told);
    for (int number = 1; number <= most_names; ++number) {
        const fs::path place = place_of(words, number);
        std::error_code unknown;
        const bool stands = fs::exists(fs::symlink_status(place, unknown));
        if (stands && !is_own(place)) continue;
        if (nothing) {
            if (stands) fs::remove(place, unknown);
            return {};
        }
        try {
            write_whole_file(place, std::string(head) + "\r\n" + with_line_ends(told));
        } catch (const Failure& failure) {
            return failure.what();
        }
        return fmt::format("以上的话也写在 {}", utf8(place));
    }
    return {};
}

}  // namespace nianbao
