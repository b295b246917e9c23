#include "report/data_pages.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "nianbao/read.hpp"

namespace nianbao {

namespace {

Report report_of(std::string_view data) {
    const Reading reading = read(std::filesystem::path(NIANBAO_SOURCE) / data);
    REQUIRE_MESSAGE(reading.report, data);
    return *reading.report;
}

}  // namespace

Document document_of(std::string_view data) { return compose(report_of(data)); }

Pages pages_of(std::string_view data, bool low, const Fonts& fonts) {
    const Report report = report_of(data);
    Layout layout = report.layout;
    if (low) layout.height = 90.0_mm;
    Pages pages = typeset(compose(report), fonts, layout);
    REQUIRE_FALSE(stops(pages.findings));
    return pages;
}

}  // namespace nianbao
