#include "console.hpp"

#include "command/csv.hpp"
#include "command/remedies.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <array>
#include <cstdio>
#include <cstdlib>

using nianbao::When;

namespace {

std::string* kept_text = nullptr;  // the process has one standard error

}  // namespace

void print(std::string_view text) {
    if (!write(Stream::out, text)) throw nianbao::Failure("不能写标准输出");
}

void to_people(std::string_view text) {
    write_later(Stream::error, text);
    if (kept_text != nullptr) *kept_text += text;
}

void keep_what_people_read(std::string& kept) { kept_text = &kept; }

Console::Console(const nianbao::Arguments& arguments, const nianbao::CommandText& command)
    : command_(command.command),
      json_(arguments.json),
      csv_(arguments.csv),
      summary_(arguments.summary),
      quiet_(arguments.quiet),
      terminal_(shows_colours(Stream::error)),
      findings_(command.findings_are_its_output ? Stream::out : Stream::error) {
    const char* no_color = std::getenv("NO_COLOR");
    const bool wanted = shows_colours(findings_) && (no_color == nullptr || *no_color == '\0');
    color_ = arguments.color == When::always || (arguments.color == When::automatic && wanted);
}

void Console::begin(std::size_t files) {
#ifdef __GLIBC__
    ::malloc_trim(0);  // listing many files took memory that is not needed again
#endif
    interrupts_.emplace();
    batch_ = files > 1;
    if (terminal_ && !quiet_) progress_.begin(files);
}

void Console::outcome(const nianbao::Outcome& outcome) {
    if (json_) {
        answer_.file(outcome);
        if (interrupts_) print(answer_.take());
        return;
    }
    progress_.clear();
    if (csv_) {
        print((csv_begun_ ? "" : nianbao::csv_head()) + nianbao::csv(outcome));
        csv_begun_ = true;
        return;
    }
    for (const nianbao::Finding& finding : outcome.findings) {
        if (summary_) break;
        // Of a batch they would hide what has to be mended.
        if (batch_ && finding.severity == nianbao::Severity::advice) continue;
        if (finding.waived.empty() || !quiet_) tell(finding, outcome.source);
    }
    if (findings_ == Stream::out) print({});
    if (outcome.status == nianbao::Status::failed)
        to_people(fmt::format("nianbao: {}\n", outcome.failure));
}

void Console::output(std::string_view bytes) { print(bytes); }

void Console::member(std::string_view name, std::string_view json) { answer_.member(name, json); }

void Console::say(std::string_view line) {
    if (quiet_ || json_) return;
    progress_.clear();
    to_people(fmt::format("{}\n", line));
}

void Console::progress(std::size_t done, std::size_t) {
    if (terminal_ && !quiet_) progress_.done(done);
}

std::string Console::standard_input() {
    // More than the reader takes, so that it refuses the input. Endless input ends here.
    constexpr std::size_t enough = std::size_t{17} << 20;
    std::string bytes;
    std::array<char, 65536> part;
    for (std::size_t got = 0;
         bytes.size() < enough && (got = std::fread(part.data(), 1, part.size(), stdin)) > 0;)
        bytes.append(part.data(), got);
    if (std::ferror(stdin) != 0) throw nianbao::Failure("不能读标准输入");
    return bytes;
}

bool Console::on_screen() const { return is_terminal(Stream::out); }

void Console::finish() const {
    if (json_) print(answer_.text());
    if (csv_ && !csv_begun_) print(nianbao::csv_head());
}

void Console::tell(const nianbao::Finding& finding, const nianbao::Source& source) const {
    std::string text = nianbao::report_text(finding, source);
    if (color_) {
        const bool waived = !finding.waived.empty();
        const std::string_view word = nianbao::level_of(finding);
        constexpr int colors[] = {31, 33, 36};  // red, yellow, cyan
        // The level stands after the place, or first if there is no place.
        const std::size_t after_place = text.find(fmt::format(": {} ", word));
        const std::size_t at = text.starts_with(word)             ? 0
                               : after_place == std::string::npos ? after_place
                                                                  : after_place + 2;
        if (at != std::string::npos)
            text.replace(
                at, word.size(),
                fmt::format("\033[1;{}m{}\033[0m",
                            waived ? 32 : colors[static_cast<int>(finding.severity)], word));
    }
    const std::string options = nianbao::remedy_text(finding.remedies, command_);
    if (!options.empty() && finding.waived.empty()) text += fmt::format("   选项: {}\n", options);
    if (findings_ == Stream::error) return to_people(text);
    if (!write_later(Stream::out, text)) throw nianbao::Failure("不能写标准输出");
}
