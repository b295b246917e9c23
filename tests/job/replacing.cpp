// What may come into the place of a file that stands there already.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "jobs.hpp"
#include "nianbao/job.hpp"
#include "program.hpp"

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

const Fonts& fonts() {
    static const Fonts open = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    return open;
}

Input small() { return {.bytes = source_file("tests/cases/small.yaml"), .name = "a.yaml"}; }

/// The small report with another sentence.
Input other() {
    Input input = small();
    const std::string name = "清河县";
    input.bytes->replace(input.bytes->find(name), name.size(), "清江县");
    return input;
}

std::string pdf_of(const Input& input, const RunOptions& options = {}) {
    Outcome outcome = run({input, {pdf_to()}}, fonts(), options);
    REQUIRE(outcome.status == Status::written);
    return outcome.made.front().bytes;
}

/// Where the content ends that the ID is of.
std::size_t end_of_content(const std::string& pdf) {
    const std::size_t word = pdf.rfind("startxref\n");
    REQUIRE(word != std::string::npos);
    return std::strtoul(pdf.c_str() + word + 10, nullptr, 10);
}

std::string told(const Outcome& outcome) {
    std::string text;
    for (const Finding& finding : outcome.findings)
        text += message(finding) + "\n" + finding.hint + "\n";
    return text;
}

}  // namespace

TEST_CASE("Nothing, a link, an empty file and the same bytes are written over; a text is not") {
    const Scratch scratch;
    const fs::path place = scratch / "a.pdf";
    CHECK(may_replace(place, "new"));
    write_file(place, "");
    CHECK(may_replace(place, "new"));
    write_file(place, "new");
    CHECK(may_replace(place, "new"));
    write_file(place, "New");
    CHECK(!may_replace(place, "new"));
    write_file(place, "newer");
    CHECK(!may_replace(place, "new"));
    fs::create_symlink("a.pdf", scratch / "link");
    CHECK(may_replace(scratch / "link", "new"));
    CHECK(may_replace(scratch.folder(), "new"));  // which is no file that could be lost
}

TEST_CASE("A PDF of ours is known, sealed or not, until a byte of its content is changed") {
    RunOptions sealed;
    sealed.batch.skip_unchanged = true;
    const Scratch scratch;
    const Job job{small(), {pdf_to(scratch / "sealed.pdf")}};
    REQUIRE(run(job, fonts(), sealed).status == Status::written);
    const std::string pdf = pdf_of(small());
    CHECK(is_output(pdf));
    CHECK(is_output(pdf_of(other())));
    CHECK(is_output(read_file(scratch / "sealed.pdf")));

    const std::size_t end = end_of_content(pdf);
    REQUIRE(end > 10'000);
    std::string changed = pdf;
    int taken = 0;
    for (std::size_t at = 0; at < end; at += end / 97) {
        changed[at] = static_cast<char>(changed[at] ^ 1);
        taken += is_output(changed) ? 1 : 0;
        changed[at] = pdf[at];
    }
    CHECK(taken == 0);
    CHECK(!is_output(pdf + "%"));
    CHECK(!is_output(pdf.substr(0, pdf.size() - 1)));
    // What a reader appends when somebody writes a note into the file.
    CHECK(!is_output(pdf + "1 0 obj\n<</Note(x)>>\nendobj\nstartxref\n" +
                     std::to_string(pdf.size()) + "\n%%EOF\n"));
}

TEST_CASE("A PDF of another program is not ours, nor is a text or a data file") {
    std::string foreign = pdf_of(small());
    for (const std::string name = "<pdf:Producer>nianbao ";
         foreign.find(name) != std::string::npos;)
        foreign.replace(foreign.find(name), name.size(), "<pdf:Producer>another ");
    CHECK(!is_output(foreign));
    CHECK(!is_output("%PDF-1.7\nstartxref\n0\n%%EOF\n"));
    CHECK(!is_output("startxref\n99\n%%EOF\n"));
    CHECK(!is_output(""));
    CHECK(!is_output(*small().bytes));
    const Outcome text = run({small(), {{output_named("text"), {}}}}, Fonts());
    CHECK(!is_output(text.made.front().bytes));
}

TEST_CASE("A job writes over its own PDF, and leaves what somebody else wrote") {
    const Scratch scratch;
    const fs::path place = scratch / "a.pdf";
    const Job first{small(), {pdf_to(place)}}, next{other(), {pdf_to(place)}};
    CHECK(run(first, fonts()).status == Status::written);
    CHECK(run(next, fonts()).status == Status::written);
    CHECK(read_file(place) == pdf_of(other()));

    write_file(place, read_file(place) + "a note");
    const std::string noted = read_file(place);
    const Outcome refused = run(first, fonts());
    CHECK(refused.status == Status::refused);
    CHECK(refused.made.empty());
    CHECK(told(refused) == "a.yaml: 错误 O-01: " + place.native() +
                               " 已经存在，不是 nianbao 生成的，或者生成后有人改过，没有覆盖\n"
                               "换一个文件名，或者把那个文件移到别处\n");
    CHECK(refused.findings.front().remedies == std::vector<Remedy>{{Remedy::What::force, {}}});
    CHECK(read_file(place) == noted);

    RunOptions options;
    options.check.force = true;  // which is about the rules
    CHECK(run(first, fonts(), options).status == Status::refused);
    options.batch.replace = true;
    CHECK(run(first, fonts(), options).status == Status::written);
    CHECK(read_file(place) == pdf_of(small()));
}

TEST_CASE("If one output is in the way of another file, none is written") {
    const Scratch scratch;
    const Target text{output_named("text"), scratch / "a.txt"};
    const Job job{small(), {pdf_to(scratch / "a.pdf"), text}};
    write_file(text.place, "名单");
    const Outcome refused = run(job, fonts());
    CHECK(refused.status == Status::refused);
    CHECK(refused.findings.size() == 1);
    CHECK(scratch.names() == "a.txt");

    // The text that is there already is no loss.
    const Outcome made = run({small(), {{text.output, {}}}}, Fonts());
    write_file(text.place, made.made.front().bytes);
    CHECK(run(job, fonts()).status == Status::written);
    CHECK(scratch.names() == "a.pdf a.txt");
    CHECK(run({other(), {text}}, Fonts()).status == Status::refused);
}
