#include "progress.hpp"

#include "terminal.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace {

using namespace std::chrono_literals;
constexpr auto shortest = 50ms;  // between two drawings

std::string time_left(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::ceil(std::min(seconds, 1e9)));
    if (whole < 60) return fmt::format("{} 秒", whole);
    if (whole < 3600) return fmt::format("{} 分 {:02} 秒", whole / 60, whole % 60);
    return fmt::format("{} 小时 {:02} 分", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string progress_bar(std::size_t done, std::size_t all, double seconds, std::size_t columns) {
    constexpr std::size_t length = 20;
    const std::size_t full = all == 0 ? length : done * length / all;
    std::vector<std::string> parts = {
        fmt::format("{}/{}", done, all),
        fmt::format("[{}{}] ", std::string(full, '#'), std::string(length - full, '-'))};
    if (done > 0 && seconds > 0) {
        const double rate = done / seconds;
        parts.push_back(fmt::format("  {:.{}f} 份/秒", rate, rate < 10 ? 1 : 0));
        if (done < all) parts.push_back(fmt::format("  还需 {}", time_left((all - done) / rate)));
    }
    std::string bar;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string more = i == 1 ? parts[i] + bar : bar + parts[i];
        const std::size_t width = nianbao::display_width(more);
        if (width > columns) break;
        bar = more;
    }
    return bar;
}

void Progress::begin(std::size_t all) {
    all_ = all;
    done_ = 0;
    began_ = Clock::now();
    draw();
}

void Progress::done(std::size_t count) {
    done_ = count;
    if (!shown_ || Clock::now() - drawn_ >= shortest) draw();
}

void Progress::clear() {
    if (shown_) write_later(Stream::error, "\r\033[K");
    shown_ = false;
}

void Progress::draw() {
    if (all_ < 2 || done_ >= all_) return clear();
    drawn_ = Clock::now();
    write_later(Stream::error,
                "\r\033[K" + progress_bar(done_, all_,
                                          std::chrono::duration<double>(drawn_ - began_).count(),
                                          terminal_columns() - 1));
    shown_ = true;
}
