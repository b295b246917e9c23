// Office files that are no sound archives, and what is said of each.
#include "notation/office/office_file.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "office/made_zip.hpp"

using namespace nianbao;

namespace {

/// What is wrong with an archive whose parts have all been read.
std::string fault(std::string_view bytes) {
    struct Nobody : XmlHandler {
        void open(const XmlElement&) override {}
        void close(const XmlName&) override {}
        void text(std::string_view) override {}
    };
    notation::OfficeFile file(bytes);
    Nobody nobody;
    if (file.fault().empty()) file.read("a", nobody);
    return file.fault();
}

/// Of an archive of one part.
std::string fault_of(const made::ZipEntry& part) { return fault(made::zip({part})); }

}  // namespace

TEST_CASE("Each fault of an archive is told in words, with the part that has it") {
    const std::string xml = "<a/>";
    using Entry = made::ZipEntry;
    CHECK(fault_of({.name = "a", .bytes = xml}) == "");
    CHECK(fault("PK\x03\x04") == "文件不完整，末尾没有压缩包的目录");
    CHECK(fault_of({.name = "a", .bytes = xml, .size = 0xFFFFFFFF}) ==
          "压缩包是 ZIP64 格式，这样小的文件用不着");
    const std::vector<Entry> parts{{.name = "a", .bytes = xml}};
    CHECK(fault(made::zip(parts, {.disk = 1})) == "压缩包分成了几卷");
    CHECK(fault(made::zip(parts, {.size = 1})) == "压缩包的目录坏了");
    CHECK(fault_of({.name = "", .bytes = xml}) == "压缩包里有文件没有正常的名称");
    CHECK(fault_of({.name = "/etc/passwd", .bytes = xml}) ==
          "压缩包里的“/etc/passwd”名称是绝对路径");
    CHECK(fault_of({.name = "xl/../../a", .bytes = xml}) == "压缩包里的“xl/../../a”名称里有 ..");
    CHECK(fault_of({.name = "a", .bytes = xml, .flags = 1}) == "压缩包里的“a”加了密码");
    CHECK(fault_of({.name = "a", .bytes = xml, .method = 9}) ==
          "压缩包里的“a”用了不常见的压缩方法");
    CHECK(fault_of({.name = "a", .bytes = xml, .local_size = 3}) == "压缩包里的“a”长度前后不一");
    CHECK(fault_of({.name = "a", .bytes = xml, .local_name = "b"}) == "压缩包里的“a”名称前后不一");
    CHECK(fault(made::zip({parts[0], parts[0]})) == "压缩包里有两个“a”");
    CHECK(fault_of({.name = "a", .bytes = xml, .header = 100'000}) ==
          "压缩包里的“a”不在所说的地方");
    const std::string inner = made::zip({{.name = "b", .bytes = "2", .deflated = false}});
    CHECK(fault(made::zip({{.name = "a", .bytes = inner, .deflated = false},
                           {.name = "b", .bytes = "2", .deflated = false, .header = 31}})) ==
          "压缩包里的文件互相重叠");
    CHECK(fault_of({.name = "a", .bytes = std::string((16 << 20) + 1, ' ')}) ==
          "压缩包里的“a”超过上限 16 MiB");
    CHECK(fault_of({.name = "a", .bytes = xml, .size = 5}) == "压缩包里的“a”长度不是所说的那样");
    CHECK(fault_of({.name = "a", .bytes = xml, .checksum = 1}) == "压缩包里的“a”坏了");
    CHECK(fault_of({.name = "a", .bytes = "<a>"}) == "压缩包里的“a”不是完好的 XML");
    CHECK(fault_of({.name = "a", .bytes = "<!DOCTYPE a><a/>"}) == "压缩包里的“a”里有 DOCTYPE");
}

TEST_CASE("The limits of an archive are told with their numbers") {
    const ZipLimits limits;
    std::vector<made::ZipEntry> many(limits.parts + 1);
    for (std::size_t i = 0; i < many.size(); ++i) many[i].name = std::to_string(i);
    CHECK(fault(made::zip(many)) ==
          "压缩包里的文件超过上限 " + std::to_string(limits.parts) + " 个");
    const std::string zeros(limits.part, '\0');
    std::vector<made::ZipEntry> large;
    for (std::size_t size = 0; size <= limits.all; size += zeros.size())
        large.push_back({.name = std::to_string(size), .bytes = zeros});
    CHECK(fault(made::zip(large)) ==
          "压缩包里的文件一共超过上限 " + std::to_string(limits.all >> 20) + " MiB");
}
