#include "notation/xlsx/cell_notes.hpp"

#include "notation/xlsx/parts.hpp"
#include "text/digits.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace nianbao::notation {
namespace {

struct OpenNote {
    std::string text;
    int author = -1;
};

/// Notes of one sheet, in the old part or that of threads, by their cells.
class CellNotesReader final : public XmlHandler {
public:
    void open(const XmlElement& element) override {
        const std::string_view name = element.name.local;
        if (name == "author") authors_.emplace_back();
        in_author_ = name == "author";
        if (name == "comment" || name == "threadedComment") {
            note_ = &notes[std::string(element.value("ref"))];
            if (all_digits(element.value("authorId")))
                note_->author = number_of(element.value("authorId"));
        }
        if (name == "t" || name == "text") in_text_ = true;
    }
    void close(const XmlName& name) override {
        if (name.local == "author") in_author_ = false;
        if (name.local == "t" || name.local == "text") in_text_ = false;
    }
    void text(std::string_view text) override {
        if (in_author_) authors_.back() += text;
        if (in_text_ && note_ != nullptr) note_->text += text;
    }
    bool is_own(const OpenNote& note) const {
        return note.author >= 0 && note.author < std::ssize(authors_) &&
               authors_[static_cast<std::size_t>(note.author)] == "nianbao";
    }

    std::map<std::string, OpenNote> notes;

private:
    std::vector<std::string> authors_;
    OpenNote* note_ = nullptr;
    bool in_text_ = false, in_author_ = false;
};

}  // namespace

std::vector<CellNoteRead> read_cell_notes(OfficeFile& file) {
    std::vector<CellNoteRead> all;
    std::string book = "xl/workbook.xml";
    for (const Relation& relation : file.relations({})) {
        if (relation.is("officeDocument") && !relation.external) book = relation.target;
    }
    BookReader sheets;
    file.read(book, sheets);
    const std::vector<Relation> relations = file.relations(book);
    int part = 0;
    for (const SheetEntry& sheet : sheets.sheets) {
        ++part;
        const auto own =
            std::find_if(relations.begin(), relations.end(), [&](const Relation& relation) {
                return relation.id == sheet.relation && relation.is("worksheet");
            });
        if (own == relations.end()) continue;
        // Threads stand in the old part too, below a line for old programs.
        CellNotesReader notes, threads;
        for (const Relation& relation : file.relations(own->target)) {
            if (relation.is("comments")) file.read(relation.target, notes);
            if (relation.is("threadedComment")) file.read(relation.target, threads);
        }
        for (auto& [ref, note] : threads.notes) notes.notes[ref].text = std::move(note.text);
        for (auto& [ref, note] : notes.notes) {
            Place place{{}, sheet.name};
            place.kind = Place::Kind::cell;
            place.part = part;
            Joined at;
            if (parse_reference(ref, at)) {
                place.row = at.row + 1;
                place.column = at.column + 1;
            }
            all.push_back({std::move(place), std::move(note.text), notes.is_own(note)});
        }
    }
    return all;
}

bool may_have_cell_notes(const OfficeFile& file) {
    return std::any_of(file.parts().begin(), file.parts().end(), [](const ZipPart& part) {
        return part.name.find("omments") != part.name.npos;  // comments1.xml, threadedComments/
    });
}

}  // namespace nianbao::notation
