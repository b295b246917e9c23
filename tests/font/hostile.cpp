// Broken fonts: each is refused with its name and the reason before anything is written,
// or the page is right. None brings the program down.
#include "font/broken.hpp"
#include "program.hpp"

#include <doctest/doctest.h>

TEST_CASE("no broken font harms: refused by name, without a trace, or drawn") {
    const auto fonts = broken_fonts();
    CHECK(fonts.size() >= 60);
    int refused = 0, drawn = 0;
    const Scratch scratch;
    for (const auto& font : fonts) {
        CAPTURE(font.name);
        const auto path = write_file(scratch / font.name, font.bytes);
        const std::string role = font.role == nianbao::FontRole::latin ? "latin=" : "body=";
        const Scratch out;
        const auto pdf = out / "report.pdf";
        const Run run =
            ::run({"timeout", "10", NIANBAO_PROGRAM, "render", "tests/cases/small.yaml", "-o",
                   pdf.native(), "--no-system-fonts", "--font", role + path.native()},
                  {.folder = NIANBAO_SOURCE});
        if (run.exit == 3) {
            CHECK_MESSAGE(run.err.find(font.name) != std::string::npos, run.err);
            CHECK(out.names() == "");
            refused++;
        } else {
            CHECK_FALSE(font.refused);
            REQUIRE_MESSAGE(run.exit == 0, run.exit << run.err);
            CHECK(out.names() == "report.pdf");
            const Run drawing =
                ::run({"pdftoppm", "-r", "20", "-gray", pdf.native(), (scratch / "page").native()});
            CHECK_MESSAGE(drawing.err == "", drawing.err);
            drawn++;
        }
        std::filesystem::remove(path);
    }
    MESSAGE(refused << " refused, " << drawn << " drawn");
}
