#include "console.hpp"

#include "nianbao/failure.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) throw nianbao::Failure("不能写标准输出");
}

Console::Console(const Arguments& arguments) : quiet_(arguments.quiet), terminal_(::isatty(STDERR_FILENO) != 0) {
    const char* no_color = std::getenv("NO_COLOR");
    const bool wanted = terminal_ && (no_color == nullptr || *no_color == '\0');
    color_ = arguments.color == When::always || (arguments.color == When::automatic && wanted);
}

void Console::clear_progress() const {
    if (terminal_ && !quiet_) fmt::print(stderr, "\r\033[K");
}

void Console::findings(const nianbao::Outcome& outcome) const {
    clear_progress();
    for (const nianbao::Finding& finding : outcome.findings) {
        if (!finding.waived.empty()) continue;
        std::string text = nianbao::report_text(finding, outcome.source);
        if (color_) {
            const bool error = finding.severity == nianbao::Severity::error;
            const std::string_view word = error ? "错误" : "警告";
            // The level stands after the place, or first where there is no place.
            const std::size_t after_place = text.find(fmt::format(": {} ", word));
            const std::size_t at = text.starts_with(word) ? 0 : after_place == std::string::npos ? after_place : after_place + 2;
            if (at != std::string::npos) text.replace(at, word.size(), fmt::format("\033[1;{}m{}\033[0m", error ? 31 : 33, word));
        }
        fmt::print(stderr, "{}", text);
    }
}

void Console::failure(std::string_view what) const {
    clear_progress();
    fmt::print(stderr, "nianbao: {}\n", what);
}

void Console::say(std::string_view line) const {
    if (quiet_) return;
    clear_progress();
    fmt::print(stderr, "{}\n", line);
}

void Console::progress(std::size_t done, std::size_t all) const {
    if (terminal_ && !quiet_ && done < all) fmt::print(stderr, "\r\033[K{}/{}", done, all);
}
