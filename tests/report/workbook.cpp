// The names and sheets of workbooks.
#include "report/workbook.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

using namespace nianbao;
using namespace nianbao::workbook;

TEST_CASE("Each table has its sheet") {
    CHECK(sheet_name(sheet_of("disclosure")) == "主动公开");
    CHECK(sheet_name(sheet_of("applications")) == "依申请公开");
    CHECK(sheet_name(sheet_of("disputes")) == "复议诉讼");
    CHECK(sheet_name(Sheet::hidden) == "nianbao");
}

TEST_CASE("A cell's name is made of its path, and gives it back in whatever letters") {
    CHECK(defined_name("contact.phone") == "nb.contact.phone");
    CHECK(path_of_name("nb.contact.phone") == "contact.phone");
    CHECK(path_of_name("NB.contact.phone") == "contact.phone");
    for (std::string_view other : {"nb.", "nb", "", "n.contact", "nbx.contact", "_xlnm.Print_Area"})
        CHECK(path_of_name(other) == "");
}

TEST_CASE("Every field of the report but tables, settings and lists has a row or a text") {
    std::set<int> fields(basic_fields().begin(), basic_fields().end());
    CHECK(fields.size() == basic_fields().size());
    for (const ProseField& prose : prose_fields) fields.insert(prose.field);
    std::string without;
    for (int i = 0; i < std::ssize(report_fields); ++i) {
        const bool group = std::any_of(std::begin(report_fields), std::end(report_fields),
                                       [&](const Field& field) { return field.parent == i; });
        const int parent = report_fields[i].parent;
        const std::string_view above = parent < 0 ? "" : report_fields[parent].key;
        if (group || fields.contains(i) || above == "waive" || above == "layout" ||
            above == "site" || above == "members")
            continue;
        without += std::string(above) + "." + std::string(report_fields[i].key) + " ";
    }
    CHECK(without ==
          ".form .title disclosure.unlisted disclosure.note applications.unlisted "
          "applications.note disputes.unlisted disputes.note ");
}

TEST_CASE("Labels are those that offices know") {
    CHECK(basic_label(own_field("contact.phone")) == "办公电话");
    CHECK(basic_label(own_field("contact.url")) == "网址");
    CHECK(prose_label(edition_2021(), prose_fields[0]) == "引言");
    CHECK(prose_label(edition_2021(), prose_fields[3]) == "六、其他需要报告的事项");
}
