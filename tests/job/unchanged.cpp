// Outputs that stand as this run would make them are left, and nothing is missed by it.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "jobs.hpp"
#include "nianbao/job.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

namespace fs = std::filesystem;

/// The body's face is a file of its own, so that it can be changed.
FontOptions faces(const Scratch& scratch) {
    return {.chosen = {{FontRole::body, scratch / "body.otf"}}, .folders = {}, .system = false};
}

void take_face(const Scratch& scratch, std::string_view name) {
    write_file(scratch / "body.otf", source_file("fonts/free/" + std::string(name)));
}

/// One report that is made again and again.
struct Office {
    explicit Office(const Scratch& place)
        : scratch(place), data(source_file("tests/cases/small.yaml")) {
        take_face(place, "FandolFang-Regular.otf");
        options.batch.skip_unchanged = true;
    }

    Outcome run() const {
        const Job job{{.file = write_file(scratch / "a.yaml", data)},
                      {{output, scratch / "a.pdf"}}};
        return nianbao::run(job, Fonts::open(faces(scratch)), options);
    }

    const Scratch& scratch;
    std::string data;
    const Output* output = output_named("pdf");
    RunOptions options;
};

/// Which file it is: a file that is written anew is another.
ino_t number_of(const fs::path& file) {
    struct stat status;
    REQUIRE(::lstat(file.c_str(), &status) == 0);
    return status.st_ino;
}

}  // namespace

TEST_CASE("An output that stands already is left, byte for byte the same file") {
    const Scratch scratch;
    const Office office(scratch);
    CHECK(office.run().status == Status::written);
    const std::string made = read_file(scratch / "a.pdf");
    const ino_t number = number_of(scratch / "a.pdf");
    const Outcome again = office.run();
    CHECK(again.status == Status::unchanged);
    CHECK(again.findings.empty());
    CHECK(again.made.front().place == scratch / "a.pdf");
    CHECK(number_of(scratch / "a.pdf") == number);
    fs::remove(scratch / "a.pdf");
    CHECK(office.run().status == Status::written);
    CHECK(read_file(scratch / "a.pdf") == made);

    // The same in another folder.
    const Scratch elsewhere;
    CHECK(Office(elsewhere).run().status == Status::written);
    CHECK(read_file(elsewhere / "a.pdf") == made);
    CHECK(elsewhere.names() == "a.pdf a.yaml body.otf");
}

TEST_CASE("Whatever a PDF is made from, when it changes the PDF is made again, and then stands") {
    const Scratch scratch;
    Office office(scratch);
    REQUIRE(office.run().status == Status::written);
    const auto made_again = [&](const char* what) {
        CAPTURE(what);
        CHECK(office.run().status == Status::written);
        CHECK(office.run().status == Status::unchanged);
    };
    office.data += "# a comment\n";
    made_again("data");
    office.options.layout.show_grid = true;
    made_again("grid");
    office.options.layout.settings = {{"page_number", "centred"}};
    made_again("layout");
    office.options.carry.date = Date{2024, 1, 31};
    made_again("date");
    office.options.carry.date = Date{2024, 2, 1};
    made_again("another date");
    office.options.carry.data = true;
    made_again("attachment");
    office.data += "signature: {date: 2024-01-18}\n";
    made_again("signature");
    office.options.layout.seal_room = true;
    made_again("seal");
    take_face(scratch, "FandolKai-Regular.otf");
    made_again("face");

    // One byte of the face, at its end, where no table's check sum tells of it.
    std::string face = read_file(scratch / "body.otf");
    write_file(scratch / "body.otf", face + '\0');
    made_again("one byte of the face");

    // Without the option it is always made, and without the digest.
    office.options.batch.skip_unchanged = false;
    CHECK(office.run().status == Status::written);
    CHECK(read_file(scratch / "a.pdf").find("XXNianbao") == std::string::npos);
    CHECK(office.run().status == Status::written);  // though it stands there
    office.options.batch.skip_unchanged = true;
    made_again("no digest");
}

TEST_CASE("A PDF that was changed by others since is made again, if it may be written over") {
    const Scratch scratch;
    Office office(scratch);
    office.options.batch.replace = true;
    REQUIRE(office.run().status == Status::written);
    const std::string made = read_file(scratch / "a.pdf");
    const auto mended = [&](const std::string& broken, const char* what) {
        CAPTURE(what);
        write_file(scratch / "a.pdf", broken);
        CHECK(office.run().status == Status::written);
        CHECK(read_file(scratch / "a.pdf") == made);
    };
    mended("", "empty");
    mended("%PDF-1.7\nstartxref\n9\n%%EOF\n", "another");
    mended("startxref\n99999999999999999999\n%%EOF\n", "a place that is no number");
    mended("\n%%EOF\n", "only an end");
    mended(made.substr(0, made.size() / 2), "cut off");
    mended(made + made.substr(made.size() / 2), "added to");
    mended(made + "1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n", "an update");
    for (std::size_t at : {std::size_t{0}, std::size_t{100}, made.size() / 2,
                           made.rfind("/XXNianbao(") + 20, made.size() - 1}) {
        std::string broken = made;
        broken[at] = static_cast<char>(broken[at] ^ 1);
        mended(broken, "a byte");
    }
    // The right file, but not in its place.
    fs::rename(scratch / "a.pdf", scratch / "b.pdf");
    fs::create_symlink("b.pdf", scratch / "a.pdf");
    CHECK(office.run().status == Status::written);
    CHECK(!fs::is_symlink(scratch / "a.pdf"));
    CHECK(read_file(scratch / "b.pdf") == made);
}

TEST_CASE("Findings are told each time, whether anything is made or not") {
    const Scratch scratch;
    Office office(scratch);
    const auto told = [](const Outcome& outcome) {
        std::string all;
        for (const Finding& finding : outcome.findings) all += report_text(finding, outcome.source);
        return all;
    };
    // An error of the rules, forced.
    const std::string received = "received: [2, 0, 0, 0, 0, 0, 2]";
    const std::string whole = office.data;
    office.data.replace(office.data.find(received), received.size(),
                        "received: [0, 0, 0, 0, 0, 0, 0]");
    office.options.check.force = true;
    const Outcome forced = office.run(), again = office.run();
    CHECK(forced.status == Status::written);
    CHECK(again.status == Status::unchanged);
    CHECK(told(forced).find("T3-01") != std::string::npos);
    CHECK(told(again) == told(forced));
    office.options.check.force = false;
    CHECK(office.run().status == Status::refused);

    // A finding of the layout: made again, and left where the bytes are the same.
    office.data = whole;
    office.data.insert(office.data.find("12条"), "𠮷");
    const Outcome lacking = office.run();
    const ino_t number = number_of(scratch / "a.pdf");
    const Outcome lacking_again = office.run();
    CHECK(lacking.status == Status::written);
    CHECK(lacking_again.status == Status::unchanged);
    CHECK(number_of(scratch / "a.pdf") == number);
    CHECK(told(lacking).find("F-02") != std::string::npos);
    CHECK(told(lacking_again) == told(lacking));
}

TEST_CASE(
    "Other products are left where their bytes are the same; without an output nothing is left") {
    const Scratch scratch;
    Office office(scratch);
    office.output = output_named("pages");
    CHECK(office.run().status == Status::written);
    CHECK(office.run().status == Status::unchanged);
    const Job job{{.bytes = office.data, .name = "memory"}, {pdf_to()}};
    const Fonts fonts = Fonts::open(faces(scratch));
    for (int i = 0; i < 2; ++i) {
        const Outcome outcome = run(job, fonts, office.options);
        CHECK(outcome.status == Status::written);
        CHECK(outcome.made.front().bytes.starts_with("%PDF"));
    }
}

TEST_CASE("Of several outputs those that stand are left, and the others made") {
    const Scratch scratch;
    const Office office(scratch);
    const Fonts fonts = Fonts::open(faces(scratch));
    const Job both{{.bytes = office.data, .name = "a.yaml"},
                   {pdf_to(scratch / "a.pdf"), {output_named("document"), scratch / "a.txt"}}};
    CHECK(run(both, fonts, office.options).status == Status::written);
    const ino_t number = number_of(scratch / "a.pdf");
    const auto kept = [](const Outcome& outcome) {
        std::string all;
        for (const Made& made : outcome.made) all += made.unchanged ? 'k' : 'm';
        return all;
    };
    CHECK(kept(run(both, fonts, office.options)) == "kk");
    CHECK(run(both, fonts, office.options).status == Status::unchanged);
    write_file(scratch / "a.txt", "another");
    RunOptions watched = office.options;
    watched.batch.replace = true;
    std::vector<Stage> seen;
    watched.entering = [&](Stage stage) { seen.push_back(stage); };
    const Outcome mended = run(both, fonts, watched);
    CHECK(mended.status == Status::written);
    CHECK(seen == std::vector{Stage::read, Stage::check, Stage::compose, Stage::write});
    CHECK(kept(mended) == "km");
    CHECK(read_file(scratch / "a.txt") != "another");
    CHECK(number_of(scratch / "a.pdf") == number);
    fs::remove(scratch / "a.pdf");
    CHECK(kept(run(both, fonts, office.options)) == "mk");
}
