// Measures the program from its start: cold, over a folder, and its instructions.
#include "bench/reports.hpp"
#include "bench/results.hpp"

#include "nianbao/failure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace nianbao::bench {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone at the end of its scope.
class Scratch {
public:
    Scratch() {
        std::string name = (fs::temp_directory_path() / "nianbao-bench-XXXXXX").native();
        if (::mkdtemp(name.data()) == nullptr) throw Failure("no temporary folder");
        folder_ = name;
    }
    ~Scratch() {
        std::error_code unknown;
        fs::remove_all(folder_, unknown);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    fs::path operator/(std::string_view name) const { return folder_ / name; }

private:
    fs::path folder_;
};

struct Run {
    int exit = -1;
    double wall = 0, cpu = 0;  // ms
    double peak = 0;           // MB resident
    double anonymous = 0;      // MB resident that belong to no file: the most that was seen,
                               // if it was sampled
};

enum class Sampled { no, memory };

/// MB that the process has to itself, without its program and mapped fonts, which the
/// system can drop and read again.
double anonymous_memory(pid_t process) {
    std::ifstream status(fmt::format("/proc/{}/status", process));
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssAnon:")) return std::strtod(line.c_str() + 8, nullptr) / 1024;
    }
    return 0;  // it has ended
}

/// Looks at a child a hundred times a second, until it ends.
double most_anonymous_memory(pid_t child) {
    const int ended = ::syscall(SYS_pidfd_open, child, 0);
    if (ended < 0) throw Failure("no pidfd_open");
    double most = 0;
    for (pollfd end{ended, POLLIN, 0}; ::poll(&end, 1, 10) == 0;)
        most = std::max(most, anonymous_memory(child));
    ::close(ended);
    return most;
}

/// Runs a program, found by PATH, and waits for it. Discards what it prints.
Run run(const std::vector<std::string>& words, Sampled sampled = Sampled::no) {
    Run run;
    rusage used{};
    run.wall = time_of([&] {
                   const pid_t child = ::fork();
                   if (child == 0) {
                       const int nowhere = ::open("/dev/null", O_RDWR);
                       for (int to : {0, 1, 2}) ::dup2(nowhere, to);
                       std::vector<char*> arguments;
                       for (const std::string& word : words)
                           arguments.push_back(const_cast<char*>(word.c_str()));
                       arguments.push_back(nullptr);
                       ::execvp(arguments[0], arguments.data());
                       ::_exit(127);
                   }
                   if (sampled == Sampled::memory) run.anonymous = most_anonymous_memory(child);
                   int status = 0;
                   ::wait4(child, &status, 0, &used);
                   run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
               }).wall;
    const auto ms = [](const timeval& time) { return time.tv_sec * 1e3 + time.tv_usec / 1e3; };
    run.cpu = ms(used.ru_utime) + ms(used.ru_stime);
    run.peak = used.ru_maxrss / 1024.0;
    return run;
}

Run render(const fs::path& input, const fs::path& output, unsigned threads,
           Sampled sampled = Sampled::no) {
    // Findings are no failure: the exit code is then 1.
    const Run done = run({NIANBAO_PROGRAM, "render", input.native(), "-o", output.native(),
                          "--force", "--no-system-fonts", "-j", std::to_string(threads)},
                         sampled);
    if (!fs::exists(output))
        throw Failure(fmt::format("{} made nothing of {}", NIANBAO_PROGRAM, input.native()));
    return done;
}

template <class Number>
double median(std::vector<Run> runs, Number number) {
    std::sort(runs.begin(), runs.end(),
              [&](const Run& a, const Run& b) { return a.*number < b.*number; });
    return runs[runs.size() / 2].*number;
}

void measure_cold(Results& results, const Scratch& scratch) {
    results.group("The program, one report, whole process");
    const fs::path input = scratch / "one.yaml", output = scratch / "one.pdf";
    std::ofstream(input) << data_file(1);
    std::vector<Run> runs;
    render(input, output, 1);  // the files are in the system's cache from now on
    while (runs.size() < 21) runs.push_back(render(input, output, 1));
    results.add("wall", median(runs, &Run::wall), "ms", "median of 21");
    results.add("processor", median(runs, &Run::cpu), "ms");
    results.add("peak memory", median(runs, &Run::peak), "MB", "mapped fonts included");
    results.add("size", fs::file_size(output) / 1e3, "kB");
}

/// Writes distinct reports into a new folder.
void write_reports(const fs::path& folder, int count) {
    fs::create_directory(folder);
    for (int i = 0; i < count; ++i)
        std::ofstream(folder / fmt::format("{:05}.yaml", i)) << data_file(i);
}

void measure_folder(Results& results, const Scratch& scratch, int count) {
    results.group("The program, a folder of distinct reports, files written and synced");
    write_reports(scratch / "in", count);
    for (unsigned threads : {1U, 2U}) {
        const fs::path out = scratch / fmt::format("out-{}", threads);
        const Run done = render(scratch / "in", out, threads);
        const auto made = std::distance(fs::directory_iterator(out), fs::directory_iterator());
        if (made != count) throw Failure(fmt::format("{} of {} reports were made", made, count));
        results.add(fmt::format("-j {}", threads), count / done.wall * 1e3, "reports/s",
                    fmt::format("{} reports", count));
        results.add(fmt::format("-j {}, processor", threads), done.cpu / count, "ms/report");
        results.add(fmt::format("-j {}, peak memory", threads), done.peak, "MB",
                    "mapped fonts included");
    }
}

void measure_long(Results& results, const Scratch& scratch, int runs_each) {
    results.group("The program, one long report, whole process");
    double hundred = 0;
    for (int wanted : {100, 1000}) {
        const std::string data = long_data_file(wanted);
        const fs::path input = scratch / "long.yaml", output = scratch / "long.pdf";
        std::ofstream(input) << data;
        std::vector<Run> runs;
        while (std::ssize(runs) < runs_each) runs.push_back(render(input, output, 1));
        const int pages = count_pages(data);
        const double time = median(runs, &Run::cpu), page = time / pages;
        results.add(fmt::format("{} pages", wanted), time, "ms",
                    fmt::format("processor, median of {}; {} pages, {:.3f} ms each", runs_each,
                                pages, page));
        if (wanted == 100) hundred = page;
        if (wanted == 1000)
            results.add("growth", 10 * page / hundred, "", "of the time, with ten times the pages");
    }
}

/// The instructions of a program; -1 without valgrind, or if it fails.
double instructions(const Scratch& scratch, const std::vector<std::string>& words) {
    const fs::path out = scratch / "callgrind";
    std::vector<std::string> all{"valgrind", "--tool=callgrind",
                                 "--callgrind-out-file=" + out.native()};
    all.insert(all.end(), words.begin(), words.end());
    const Run counted = run(all);
    // Findings are no failure.
    if (counted.exit != 0 && counted.exit != 1) return -1;
    std::ifstream file(out);
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("totals: ")) return std::strtod(line.c_str() + 8, nullptr);
    }
    return -1;
}

/// The same of this program, with an option and its number.
double self_instructions(const Scratch& scratch, const std::string& option, int number) {
    return instructions(
        scratch, {fs::read_symlink("/proc/self/exe").native(), option, std::to_string(number)});
}

}  // namespace

void measure_programs(Results& results, int count) {
    const Scratch scratch;
    measure_cold(results, scratch);
    measure_folder(results, scratch, count);
    measure_long(results, scratch, count < 1000 ? 1 : 7);
}

void measure_memory(Results& results, int few, int many) {
    constexpr double most = 120, most_growth = 1.10;
    const Scratch scratch;
    results.group(
        "The program's memory that is no file's, over a folder of distinct reports, -j 2, checked");
    const auto memory = [&](int reports) {
        const fs::path in = scratch / fmt::format("in-{}", reports), out = scratch / "out";
        write_reports(in, reports);
        const double made = render(in, out, 2, Sampled::memory).anonymous;
        fs::remove_all(out);
        results.add(fmt::format("{} reports", reports), made, "MB",
                    fmt::format("at most {} MB", most));
        if (made > most) throw Failure(fmt::format("{} reports took {:.1f} MB", reports, made));
        return made;
    };
    const double base = memory(few), growth = memory(many) / base;
    results.add("growth", growth, "",
                fmt::format("with {} times the reports; at most {:.2f}", many / few, most_growth));
    if (growth > most_growth)
        throw Failure(
            fmt::format("the memory of a batch grows with its reports: {:.2f} times", growth));
}

void count_instructions(Results& results) {
    const Scratch scratch;
    results.group("Instructions (callgrind): the same on a busy machine");
    const double one = self_instructions(scratch, "--reports", 1),
                 ten = self_instructions(scratch, "--reports", 10);
    if (one < 0 || ten < 0) {
        results.add("not counted", 0, "", "valgrind is not installed or failed");
        return;
    }
    results.add("one report", one / 1e6, "million", "cold: faces opened, every outline drawn");
    results.add("ten reports", ten / 1e6, "million", "distinct ones");
}

void count_outputs(Results& results) {
    constexpr double most_page = 0.35, most_word = 0.5;
    const Scratch scratch;
    results.group("Instructions of other files of one report against its PDF's");
    const fs::path input = scratch / "one.yaml";
    std::ofstream(input) << data_file(1);
    const auto made = [&](const char* to) {
        const fs::path output = scratch / fmt::format("one.{}", to);
        const double all =
            instructions(scratch, {NIANBAO_PROGRAM, "render", input.native(), "--to", to, "-o",
                                   output.native(), "--no-check", "--no-system-fonts", "-j", "1"});
        if (all < 0 || !fs::exists(output))
            throw Failure("valgrind is not installed or failed, or there are no fonts");
        return all;
    };
    const double pdf = made("pdf");
    const auto add = [&](const char* to, double most) {
        const double ratio = made(to) / pdf;
        results.add(to, ratio, "", fmt::format("at most {}", most));
        if (ratio > most)
            throw Failure(
                fmt::format("{} takes {:.2f} times the instructions of a PDF", to, ratio));
    };
    add("html", most_page);
    add("docx", most_word);
}

void count_workbooks(Results& results, int count) {
    constexpr double most_written = 1.7, most_read = 3;
    const Scratch scratch;
    results.group("Instructions of a folder of workbooks against the same as YAML, checked");
    write_reports(scratch / "yaml", count);
    fs::create_directory(scratch / "books");
    for (int i = 0; i < count; ++i)
        std::ofstream(scratch / "books" / fmt::format("{:05}.xlsx", i)) << workbook_file(i);
    const auto checked = [&](const char* folder) {
        return instructions(scratch, {NIANBAO_PROGRAM, "check", (scratch / folder).native(),
                                      "--no-fonts", "-j", "1"});
    };
    const double yaml = checked("yaml"), books = checked("books"),
                 made = self_instructions(scratch, "--made", count),
                 written = self_instructions(scratch, "--written", count);
    if (yaml < 0 || books < 0 || made < 0 || written < 0)
        throw Failure("valgrind is not installed or failed");
    const auto add = [&](std::string_view what, double ratio, double most) {
        results.add(what, ratio, "", fmt::format("{} reports; at most {}", count, most));
        if (ratio > most)
            throw Failure(
                fmt::format("workbooks are {} in {:.2f} times the instructions", what, ratio));
    };
    add("written", (written - made) / yaml, most_written);
    add("read", books / yaml, most_read);
}

}  // namespace nianbao::bench
