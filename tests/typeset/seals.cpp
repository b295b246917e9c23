// The copy that goes up for signature: where its signature stands, and the room for the
// seal (GB/T 9704 7.3.5.1).
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "report/sample.hpp"
#include "report/set_pages.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

Report signed_report(std::string_view agency, Date date = {2023, 1, 18}) {
    Report report = sample_report();
    report.signature = Signature{std::string(agency), date};
    return report;
}

Pages to_be_sealed(const Report& report) {
    Layout layout = report.layout;
    layout.seal_room = true;
    return typeset(compose(report), free_fonts(), layout);
}

/// A line of the page, from all its runs.
struct Line {
    std::u32string text;
    Length left, right, baseline;

    double middle() const { return (left + right).points() / 2; }
};

std::vector<Line> lines_of(const Page& page) {
    std::vector<Line> lines;
    for (const GlyphRun* run : marks<GlyphRun>(page)) {
        if (run->artifact != Artifact::none) continue;
        if (lines.empty() || lines.back().baseline != run->origin.y)
            lines.push_back({{}, run->origin.x, {}, run->origin.y});
        lines.back().text += run->source;
        lines.back().right = right_of(*run);
    }
    return lines;
}

/// The last page of a report: the last line of its text, the lines of the signature, and
/// the room for the seal.
struct Sealed {
    Line text;
    std::vector<Line> name;
    Line date;
    SealArea seal;

    explicit Sealed(const Pages& pages, std::size_t name_lines = 1) {
        std::vector<Line> lines = lines_of(pages.pages.back());
        const std::vector<const SealArea*> seals = marks<SealArea>(pages.pages.back());
        REQUIRE(lines.size() > name_lines + 1);
        REQUIRE(seals.size() == 1);
        seal = *seals.front();
        date = lines.back();
        name.assign(lines.end() - 1 - static_cast<std::ptrdiff_t>(name_lines), lines.end() - 1);
        text = lines[lines.size() - 2 - name_lines];
    }

    double middle_of_seal() const { return (seal.origin.x + seal.width / 2).points(); }
    Length bottom_of_seal() const { return seal.origin.y + seal.height; }
};

/// So much is rounded.
bool near(double a, double b) { return std::abs(a - b) < 0.01; }

const Layout layout;
const Length em = layout.em(), right = layout.left + layout.width;

}  // namespace

TEST_CASE("the date stands four characters from the right, the name and the seal over its middle") {
    const Pages pages = to_be_sealed(signed_report("金乡县水务局"));
    const Sealed found(pages);
    CHECK(found.name[0].text == U"金乡县水务局");
    CHECK(found.date.text == U"2023年1月18日");
    CHECK(near(found.date.right.points(), (right - em * 4).points()));
    CHECK(near(found.name[0].middle(), found.date.middle()));
    CHECK(near(found.middle_of_seal(), found.date.middle()));
    CHECK(found.date.baseline - found.name[0].baseline == layout.pitch);
    CHECK(found.name[0].baseline - found.text.baseline == layout.pitch * 3);
}

TEST_CASE("the seal: 45 mm, less than a line below the text, its middle a little above theirs") {
    const auto lies_well = [](const Sealed& found) {
        CHECK(found.seal.width == 45.0_mm);
        CHECK(found.seal.height == 45.0_mm);
        const Length below_text = found.seal.origin.y - (found.text.baseline + em * 12 / 100);
        CHECK(below_text > Length{});
        CHECK(below_text < layout.pitch);
        // From the upper edge of the name to the lower one of the date.
        const Length top = found.name.front().baseline - em * 88 / 100,
                     bottom = found.date.baseline + em * 12 / 100;
        CHECK(found.seal.origin.y < top);
        CHECK(found.bottom_of_seal() > bottom);
        const double off =
            ((top + bottom) / 2 - (found.seal.origin.y + found.seal.height / 2)).points();
        CHECK(off > 0);
        CHECK(off < layout.pitch.points());
    };
    lies_well(Sealed(to_be_sealed(signed_report("金乡县水务局"))));
    const Pages two =
        to_be_sealed(signed_report("内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗退役军人事务局"));
    const Sealed lines(two, 2);
    lies_well(lines);
    for (const Line& line : lines.name) CHECK(near(line.middle(), lines.date.middle()));
    CHECK(lines.name[0].baseline - lines.text.baseline == layout.pitch * 2);
}

TEST_CASE(
    "a name that would come nearer than two characters to the edge moves left with its date") {
    // The date is 6.5 characters wide, so its middle is 7.25 from the edge, and a name of ten
    // ends 2.25 from it.
    const Sealed ten(to_be_sealed(signed_report("金乡县退役军人事务局")));
    CHECK(ten.name[0].text.size() == 10);
    CHECK(near(ten.date.right.points(), (right - em * 4).points()));
    const Sealed eleven(to_be_sealed(signed_report("金乡县退役军人事务中心")));
    CHECK(near(eleven.name[0].right.points(), (right - em * 2).points()));
    CHECK(eleven.date.right < right - em * 4);
    CHECK(near(eleven.name[0].middle(), eleven.date.middle()));
    CHECK(near(eleven.middle_of_seal(), eleven.date.middle()));
}

TEST_CASE("wherever the text ends, the signature and the whole seal are below a line of it") {
    for (int lines = 1; lines < 24; ++lines) {
        CAPTURE(lines);
        Report report = signed_report("金乡县水务局");
        report.other = repeated("段。\n", lines);
        const Pages pages = to_be_sealed(report);
        const Sealed found(pages);
        CHECK(found.text.text == U"段。");
        CHECK(found.seal.origin.y > found.text.baseline);
        CHECK(found.bottom_of_seal() <= layout.top + layout.height);
        CHECK(outside(pages) == "");
    }
}

TEST_CASE("the room belongs to a node of its own, the last of all") {
    const Pages pages = to_be_sealed(signed_report("金乡县水务局"));
    const SealArea& seal = *marks<SealArea>(pages.pages.back()).front();
    CHECK(seal.node == static_cast<int>(pages.nodes.size()) - 1);
    CHECK(pages.nodes.back().role == Role::seal);
    CHECK(pages.nodes[static_cast<std::size_t>(pages.nodes.back().parent)].role == Role::section);
    CHECK(dump(pages, free_fonts()).find("  seal ") != std::string::npos);
    CHECK(dump(pages, free_fonts()).find(" 127.56 x 127.56 #") != std::string::npos);
}

TEST_CASE("the copy to publish has no room for a seal") {
    for (const Page& page : pages_of(signed_report("金乡县水务局")).pages)
        CHECK(marks<SealArea>(page).empty());
}

TEST_CASE("a report that nobody signs has no place for a seal") {
    Report report = sample_report();
    report.signature.reset();
    CHECK(pages_of(report).findings.empty());
    const Pages pages = to_be_sealed(report);
    REQUIRE(pages.findings.size() == 1);
    const Finding& finding = pages.findings.front();
    CHECK(finding.rule == "F-06");
    CHECK(finding.severity == Severity::error);
    CHECK(finding.where == Span{"signature", 0, 0});
    CHECK(finding.message == "没有署名和成文日期，报送稿上没有加盖印章的位置");
    CHECK(finding.hint == "请在数据文件中写 signature（署名）；不盖印章的，做发布稿");
    for (const Page& page : pages.pages) CHECK(marks<SealArea>(page).empty());
}
