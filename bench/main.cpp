// nianbao_bench [--quick] [--memory] [--workbooks] [--outputs] [--json FILE]: how fast each part
// is, one report, a batch, long reports; prints a table and writes JSON.
// --quick: little of everything, to see that it runs.
// --memory: the memory of batches alone, of 3,000 reports against 1,000. If NIANBAO_LONG
// is set it is of 10,000, as without --quick.
// --workbooks: the instructions of reading and writing workbooks alone.
// --outputs: those of pages and Word files alone, against the PDF's.
#include "bench/results.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>

int main(int argc, char** argv) {
    using namespace nianbao::bench;
    try {
        bool quick = false;
        std::string json = "bench.json";
        for (int i = 1; i < argc; ++i) {
            const std::string_view word = argv[i];
            if (word == "--quick") {
                quick = true;
            } else if (word == "--json" && i + 1 < argc) {
                json = argv[++i];
            } else if (word == "--memory") {
                Results results;
                measure_memory(results, 1'000,
                               std::getenv("NIANBAO_LONG") != nullptr ? 10'000 : 3'000);
                return 0;
            } else if (word == "--workbooks") {
                Results results;
                count_workbooks(results, std::getenv("NIANBAO_LONG") != nullptr ? 100 : 20);
                return 0;
            } else if (word == "--outputs") {
                Results results;
                count_outputs(results);
                return 0;
            } else if ((word == "--made" || word == "--written") && i + 1 < argc) {
                write_workbooks(std::atoi(argv[++i]), word == "--written");
                return 0;
            } else if (word == "--reports" && i + 1 < argc) {
                make_reports(std::atoi(argv[++i]));
                return 0;
            } else {
                fmt::print(stderr,
                           "usage: nianbao_bench [--quick] [--memory] [--workbooks] "
                           "[--outputs] [--json FILE]\n");
                return 2;
            }
        }
        const Timer timer(quick ? 10 : 500);
        const int count = quick ? 20 : 1000;
        Results results;
        measure_programs(results, count);
        if (!quick) measure_memory(results, 1'000, 10'000);
        measure_parts(results, timer);
        measure_reports(results, timer, count);
        count_instructions(results);
        if (!quick) count_outputs(results);
        if (!quick) count_workbooks(results, 100);
        std::ofstream(json) << results.json();
        fmt::print("\nwritten to {}\n", json);
        return 0;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 3;
    }
}
