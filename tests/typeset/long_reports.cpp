// Reports of a thousand pages: the time is in proportion to the length, whatever the text
// is made of.
#include <doctest/doctest.h>
#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <string>

#include "data_files.hpp"
#include "jobs.hpp"
#include "nianbao/job.hpp"
#include "program.hpp"
#include "report/set_pages.hpp"

using namespace data_files;

namespace {

const std::string paragraph =
    "2022年，本机关认真贯彻落实《中华人民共和国政府信息公开条例》，全年主动公开政府信息1,286条，同比增长12.5%（其中：“双公示”信息912条，占70.9%"
    "）；办理依申请公开36件，"
    "均已按时答复。网址为https://www.example.gov.cn/zwgk/index.html，欢迎查阅。";

/// Prose of so many pages: headings, and six paragraphs below each.
std::string prose(int pages) {
    const int paragraphs = pages * 22 * 28 / count_characters(paragraph) + 1;
    std::string text;
    for (int i = 0; i < paragraphs; ++i)
        text += (i % 6 == 0 ? "\n  （一）主动公开情况\n  " : "\n  ") + paragraph;
    return "|" + text + "\n";
}

std::string file_of(const std::string& overview, const std::string& problems = "问题。") {
    const std::string text = "overview: " + overview + "\nproblems: " + problems + "\n";
    return text + rest(text, Format::yaml) + "\n";
}

/// Seconds of the processor that the whole line takes, from bytes to bytes.
double seconds(const std::string& bytes) {
    RunOptions forced;
    forced.check.force = true;  // the rules look at it too, and find much
    const std::clock_t begin = std::clock();
    const Outcome outcome =
        run(Job{{.bytes = bytes, .name = "data.yaml"}, {pdf_to()}}, free_fonts(), forced);
    const double taken = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    REQUIRE_MESSAGE(outcome.status == Status::written, outcome.failure);
    return taken;
}

/// Four times the length in four times the time, not in sixteen: by the least of each,
/// measured in turn until it shows, as other programs only make a run longer.
void check_linear(const std::string& shorter, const std::string& longer) {
    // Memory that was got once is kept: what the kernel takes to give it again is no part
    // of the line, and on some machines most of the time.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    seconds(shorter);  // what the faces keep is there from now on
    [[maybe_unused]] double once = seconds(shorter), four = seconds(longer);
#ifndef NIANBAO_SANITIZED  // sanitizers look at the memory; their time says nothing
    for (int i = 0; i < 4 && four >= once * 7; ++i) {
        once = std::min(once, seconds(shorter));
        four = std::min(four, seconds(longer));
    }
    CHECK_MESSAGE(four < once * 7, once << " s and " << four << " s");
#endif
}

/// Seconds of the processor that the program takes for it, from its start to its end.
double seconds_of_program(const std::string& bytes) {
    const Scratch scratch;
    const std::string input = write_file(scratch / "a.yaml", bytes), output = scratch / "a.pdf";
    const auto of_children = [] {
        rusage used;
        REQUIRE(getrusage(RUSAGE_CHILDREN, &used) == 0);
        const auto in_seconds = [](const timeval& time) {
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
        };
        return in_seconds(used.ru_utime) + in_seconds(used.ru_stime);
    };
    const double before = of_children();
    REQUIRE(nianbao_run({"render", input, "-o", output, "--force", "-q"}).exit <= 1);
    REQUIRE(std::filesystem::file_size(output) > 100'000);
    return of_children() - before;
}

}  // namespace

TEST_CASE("a thousand pages take the program at most eleven times as long as a hundred") {
    const std::string shorter = file_of(prose(52), prose(52)),
                      longer = file_of(prose(520), prose(520));
    [[maybe_unused]] double hundred = seconds_of_program(shorter),
                            thousand = seconds_of_program(longer);
#ifndef NIANBAO_SANITIZED
    for (int i = 0; i < 4 && thousand > hundred * 11; ++i) {
        hundred = std::min(hundred, seconds_of_program(shorter));
        thousand = std::min(thousand, seconds_of_program(longer));
    }
    CHECK_MESSAGE(thousand <= hundred * 11, hundred << " s and " << thousand << " s");
#endif
}

TEST_CASE("a thousand pages of prose in time linear in their length") {
    const std::string longest = file_of(prose(520), prose(520));
    const Reading reading = read(longest, "data.yaml", Format::yaml);
    CHECK(pages_of(report(reading)).pages.size() >= 1000);
    check_linear(file_of(prose(130), prose(130)), longest);
}

TEST_CASE(
    "one paragraph of a hundred pages, references without end, braces that never close: linear too") {
    const auto times_in_quotes = [](int count, const std::string& what) {
        return file_of("\"" + times(count, what) + "字\"");
    };
    check_linear(times_in_quotes(150, paragraph), times_in_quotes(600, paragraph));
    check_linear(times_in_quotes(3'000, "{{applications.received.total}}"),
                 times_in_quotes(12'000, "{{applications.received.total}}"));
    check_linear(times_in_quotes(10'000, "{{{{"), times_in_quotes(40'000, "{{{{"));
    check_linear(times_in_quotes(10'000, "（“"), times_in_quotes(40'000, "（“"));
    check_linear(times_in_quotes(2'000, "http://a.cn/ "), times_in_quotes(8'000, "http://a.cn/ "));
    check_linear(times_in_quotes(25'000, "a"), times_in_quotes(100'000, "a"));
}
