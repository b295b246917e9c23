// ZIP files: what is in them, and why others are refused.
#include "pack/zip_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "office/made_zip.hpp"

using namespace nianbao;
using What = ZipFault::What;

namespace {

/// The parts as they are read, “name=bytes”, a line each; or the part that is refused.
std::string content(std::string_view bytes, const ZipLimits& limits = {}) {
    ZipReader zip(bytes, limits);
    std::string all;
    for (const ZipPart& part : zip.parts()) {
        const auto read = zip.read(part);
        if (!read) break;
        all += part.name + "=" + *read + "\n";
    }
    if (zip.fault().what == What::none) return all;
    return "refused " + zip.fault().part;
}

What fault(std::string_view bytes, const ZipLimits& limits = {}) {
    ZipReader zip(bytes, limits);
    if (zip.fault().what != What::none) CHECK(zip.parts().empty());
    for (std::size_t i = 0; i < zip.parts().size(); ++i)
        static_cast<void>(zip.read(zip.parts()[i]));
    return zip.fault().what;
}

const std::string text(1000, 'a');

}  // namespace

TEST_CASE("an archive is read by its directory") {
    const std::string bytes = made::zip({{.name = "xl/"},
                                         {.name = "xl/a.xml", .bytes = text},
                                         {.name = "b", .bytes = "甲", .deflated = false},
                                         {.name = "xl\\c", .bytes = ""}},
                                        {.comment = "PK\x05\x06 is no end"});
    CHECK(content(bytes) == "xl/a.xml=" + text + "\nb=甲\nxl/c=\n");
    CHECK(content(made::zip({})) == "");
    // What no entry of the directory names is not there.
    CHECK(content(made::zip({{.name = "a", .bytes = "1"}}, {}).insert(0, "")) == "a=1\n");
}

TEST_CASE("sizes may stand behind the bytes, as programs write that do not go back") {
    CHECK(content(made::zip(
              {{.name = "a", .bytes = text, .flags = 8, .local_size = 0, .local_packed = 0}})) ==
          "a=" + text + "\n");
    // So may those of ZIP64, if the directory has them.
    CHECK(content(made::zip({{.name = "a",
                              .bytes = text,
                              .local_size = 0xFFFFFFFF,
                              .local_packed = 0xFFFFFFFF,
                              .extra = std::string(20, '\1')}})) == "a=" + text + "\n");
}

TEST_CASE("an archive that breaks off has no directory") {
    const std::string bytes = made::zip({{.name = "a", .bytes = text}});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK(fault(bytes.substr(0, size)) == What::no_end);
    CHECK(fault(bytes + "x") == What::no_end);
    CHECK(fault("PK\x03\x04 and no more") == What::no_end);
}

TEST_CASE("names that lead out of the archive are refused, each by name") {
    const auto named = [](std::string name) { return made::zip({{.name = name, .bytes = "1"}}); };
    CHECK(fault(named("/etc/passwd")) == What::absolute);
    CHECK(fault(named("\\a")) == What::absolute);
    CHECK(fault(named("C:a")) == What::absolute);
    CHECK(fault(named("..")) == What::leads_out);
    CHECK(fault(named("../a")) == What::leads_out);
    CHECK(fault(named("xl/../../a")) == What::leads_out);
    CHECK(fault(named("xl\\..\\a")) == What::leads_out);
    CHECK(fault(named("")) == What::no_name);
    CHECK(fault(named(std::string("a\0b", 3))) == What::no_name);
    CHECK(fault(named("xl/..a")) == What::none);
    CHECK(content(named("xl/../../a")) == "refused xl/../../a");
}

TEST_CASE("two parts may neither have one name nor share bytes") {
    CHECK(fault(made::zip({{.name = "a", .bytes = "1"}, {.name = "a", .bytes = "2"}})) ==
          What::twice);
    CHECK(fault(made::zip({{.name = "a/b", .bytes = "1"}, {.name = "a\\b", .bytes = "2"}})) ==
          What::twice);
    // The second part's header lies in the bytes of the first.
    const std::string inner = made::zip({{.name = "b", .bytes = "2", .deflated = false}});
    const std::string whole =
        made::zip({{.name = "a", .bytes = inner, .deflated = false},
                   {.name = "b", .bytes = "2", .deflated = false, .header = 31}});
    CHECK(fault(whole) == What::overlap);
    // An archive in an archive is a part like others, and is not opened.
    CHECK(content(made::zip({{.name = "a", .bytes = "PK\x03\x04"}})) == "a=PK\x03\x04\n");
}

TEST_CASE("sizes, names and places that are not so are refused") {
    const made::ZipEntry part{.name = "a", .bytes = text};
    const auto lying = [&](auto change) {
        made::ZipEntry entry = part;
        change(entry);
        return made::zip({entry});
    };
    using Entry = made::ZipEntry;
    CHECK(fault(lying([](Entry& e) { e.local_size = 999; })) == What::sizes_differ);
    CHECK(fault(lying([](Entry& e) { e.local_packed = 1; })) == What::sizes_differ);
    CHECK(fault(lying([](Entry& e) { e.local_name = "b"; })) == What::names_differ);
    CHECK(fault(lying([](Entry& e) { e.size = 999; })) == What::wrong_size);
    CHECK(fault(lying([](Entry& e) { e.size = 1001; })) == What::wrong_size);
    CHECK(fault(lying([](Entry& e) { e.checksum = 1; })) == What::damaged);
    CHECK(fault(lying([](Entry& e) { e.packed = 2000; })) == What::nowhere);
    CHECK(fault(lying([](Entry& e) { e.header = 5; })) == What::nowhere);
    CHECK(fault(lying([](Entry& e) { e.header = 100'000; })) == What::nowhere);
    CHECK(fault(lying([](Entry& e) { e.flags = 1; })) == What::encrypted);
    CHECK(fault(lying([](Entry& e) { e.flags = 1 << 6; })) == What::encrypted);
    CHECK(fault(lying([](Entry& e) { e.flags = 1 << 13; })) == What::encrypted);
    CHECK(fault(lying([](Entry& e) { e.flags = 1 << 11; })) == What::none);
    CHECK(fault(lying([](Entry& e) { e.method = 9; })) == What::packing);
    CHECK(fault(lying([](Entry& e) { e.method = 0; })) == What::sizes_differ);
    CHECK(fault(lying([](Entry& e) { e.size = 0xFFFFFFFF; })) == What::zip64);
    CHECK(fault(lying([](Entry& e) { e.header = 0xFFFFFFFF; })) == What::zip64);
    // Deflated bytes that are none, and more bytes than the stream takes.
    std::string broken = made::zip({part});
    broken[32] = '\xFF';
    CHECK(fault(broken) == What::damaged);
    CHECK(fault(made::zip({{.name = "a",
                            .bytes = made::deflated(text) + "x",
                            .deflated = false,
                            .method = 8,
                            .size = 1000,
                            .checksum = made::checksum(text)}})) == What::wrong_size);
}

TEST_CASE("the end of an archive is held against its directory") {
    const std::vector<made::ZipEntry> parts{{.name = "a", .bytes = "1"}};
    CHECK(fault(made::zip(parts, {.disk = 1})) == What::several_disks);
    CHECK(fault(made::zip(parts, {.here = 2})) == What::several_disks);
    CHECK(fault(made::zip(parts, {.here = 2, .count = 2})) == What::broken);
    CHECK(fault(made::zip(parts, {.here = 0, .count = 0})) == What::broken);
    CHECK(fault(made::zip(parts, {.here = 0xFFFF, .count = 0xFFFF})) == What::zip64);
    CHECK(fault(made::zip(parts, {.begin = 0xFFFFFFFF})) == What::zip64);
    CHECK(fault(made::zip(parts, {.size = 1})) == What::broken);
    CHECK(fault(made::zip(parts, {.begin = 0})) == What::broken);
    CHECK(fault(made::zip(parts, {.begin = 100'000})) == What::broken);
    const std::string locator = "PK\x06\x07" + std::string(16, '\0');
    CHECK(fault(made::zip(parts, {.before = locator})) == What::zip64);
}

TEST_CASE("limits are absolute, and each holds on both sides") {
    const std::string bytes =
        made::zip({{.name = "a", .bytes = text}, {.name = "b", .bytes = "1"}});
    CHECK(fault(bytes, {.part = 1000, .all = 1001, .parts = 2}) == What::none);
    CHECK(fault(bytes, {.part = 999, .all = 1001, .parts = 2}) == What::part_too_long);
    CHECK(fault(bytes, {.part = 1000, .all = 1000, .parts = 2}) == What::all_too_long);
    CHECK(fault(bytes, {.part = 1000, .all = 1001, .parts = 1}) == What::too_many_parts);
    // A part of zeros becomes a thousand times as long, and is within the limit all the same.
    CHECK(fault(made::zip({{.name = "a", .bytes = std::string(16 << 20, '\0')}})) == What::none);
    CHECK(fault(made::zip({{.name = "a", .bytes = std::string((16 << 20) + 1, '\0')}})) ==
          What::part_too_long);
}
