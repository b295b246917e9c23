// Which face draws what.
#include "typeset/faces.hpp"

#include <doctest/doctest.h>

#include <string>

#include "nianbao/pages.hpp"
#include "report/made_documents.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

TEST_CASE("a face follows from the role") {
    CHECK(face_of(Role::title) == FontRole::title);
    CHECK(face_of(Role::heading1) == FontRole::heading1);
    CHECK(face_of(Role::heading2) == FontRole::heading2);
    for (const Role role : {Role::heading3, Role::heading4, Role::paragraph, Role::label,
                            Role::item_body, Role::link})
        CHECK(face_of(role) == FontRole::body);
    for (const Role role : {Role::header, Role::cell, Role::note})
        CHECK(face_of(role) == FontRole::table);
    CHECK(face_of(Role::cell, TextRole::remark) == FontRole::table);
    CHECK(face_of(Role::label, TextRole::label) == FontRole::body);
}

TEST_CASE("a run-in heading has the face of its level") {
    CHECK(face_of(Role::paragraph, TextRole::heading, 1) == FontRole::heading1);
    CHECK(face_of(Role::paragraph, TextRole::heading, 2) == FontRole::heading2);
    CHECK(face_of(Role::item_body, TextRole::heading, 3) == FontRole::body);
    CHECK(face_of(Role::item_body, TextRole::heading, 4) == FontRole::body);
    const Style style = style_of(16.0_pt, Role::paragraph, 2);
    CHECK(style.face_of(TextRole::heading) == FontRole::heading2);
    CHECK(style.face_of(TextRole::plain) == FontRole::body);
    CHECK(style_of(16.0_pt, Role::cell).face_of(TextRole::remark) == FontRole::table);
}

TEST_CASE("a document tells what is to be set in each face") {
    Paragraph paragraph{plain(U"（一）甲"), 2};
    paragraph.content.texts[0].role = TextRole::heading;
    paragraph.content.texts.push_back({U"。乙", {}});
    Table grid = small_table();
    grid.notes = {plain(U"注")};
    Document document = document_of({paragraph, heading(3, 3, U"1.丙"), grid});
    document.signature = SignatureLines{plain(U"局"), plain(U"日")};
    CHECK(face_texts(document) == std::vector<FaceText>{{FontRole::title, U"题"},
                                                        {FontRole::body, U"。乙1.丙局日"},
                                                        {FontRole::heading1, U"一、节"},
                                                        {FontRole::heading2, U"（一）甲"},
                                                        {FontRole::table, U"项项11注"}});
    CHECK(face_texts({}).empty());
}
