// ZIP archives: what other programs make of them.
#include "pack/zip_writer.hpp"

#include <doctest/doctest.h>

#include "program.hpp"

using namespace nianbao;

namespace {

/// What Python's reader says of an archive: a line for each part.
std::string listed(const std::string& archive) {
    const Scratch scratch;
    const auto file = write_file(scratch / "a.zip", archive);
    const Run read = ::run({"python3", "-c", R"(import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
for part in archive.infolist():
    method = {0: 'stored', 8: 'deflated'}[part.compress_type]
    print(part.filename, method, part.date_time[:3], archive.read(part).decode()[:20]))",
                            file.native()});
    return read.err + read.out;
}

}  // namespace

TEST_CASE("Another program finds the parts in their order, dated alike") {
    ZipWriter writer;
    writer.add("b.xml", std::string(1'000, 'x'));
    writer.add("a/正文.xml", "short");
    writer.add("empty", "");
    const std::string archive = writer.finish();
    CHECK(listed(archive) ==
          "b.xml deflated (1980, 1, 1) xxxxxxxxxxxxxxxxxxxx\n"
          "a/正文.xml stored (1980, 1, 1) short\n"
          "empty stored (1980, 1, 1) \n");
    CHECK(archive.size() < 450);
}

TEST_CASE("An archive without parts is one") { CHECK(listed(ZipWriter().finish()) == ""); }
