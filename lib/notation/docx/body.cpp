#include "notation/docx/body.hpp"

#include "text/digits.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace nianbao::notation {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The character that w:sym draws from a font of symbols; a box for a picture of its own.
char32_t symbol(std::string_view code) {
    char32_t character = 0;
    for (const char c : code) {
        if (hex_value(c) < 0 || character > 0xFFF) return U'□';
        character = character * 16 + static_cast<char32_t>(hex_value(c));
    }
    const bool of_its_own = character >= 0xE000 && character <= 0xF8FF;
    return character < 0x20 || of_its_own ? U'□' : character;
}

/// True for what a note is marked with: “1”, “[2]”, “③”.
bool is_mark_of_note(std::string_view text) {
    const std::u32string all = to_utf32(text);
    return std::all_of(all.begin(), all.end(), [](char32_t c) {
        return (c >= U'0' && c <= U'9') || (c >= U'①' && c <= U'⑳') ||
               std::u32string_view(U" []()（）〔〕［］*＊※").find(c) != std::u32string_view::npos;
    });
}

bool is_white(std::string_view colour) { return colour == "FFFFFF" || colour == "ffffff"; }

/// True of a ground that is white, or none.
bool is_paper(std::string_view fill) { return fill.empty() || fill == "auto" || is_white(fill); }

/// The change that an element of Word's stands for.
std::optional<WordMark::What> change_of(std::string_view name) {
    if (name == "ins" || name == "cellIns") return WordMark::What::insertion;
    if (name == "del" || name == "cellDel") return WordMark::What::deletion;
    if (name == "moveTo" || name == "moveFrom") return WordMark::What::move;
    if (name.ends_with("PrChange")) return WordMark::What::formatting;
    return {};
}

}  // namespace

bool BodyReader::in_own_paragraph() const {
    return !flows_.empty() && paragraphs_.size() > flows_.back().paragraphs;
}

WordTable* BodyReader::own_table() {
    const bool own = !flows_.empty() && tables_.size() > flows_.back().tables;
    return own ? tables_.back().get() : nullptr;
}

/// True in a cell with a colour of its own, on which white is seen.
bool BodyReader::on_colour() const {
    return !tables_.empty() && !tables_.back()->rows.empty() &&
           !tables_.back()->rows.back().cells.empty() &&
           tables_.back()->rows.back().cells.back().coloured;
}

/// Text between the beginning of a field and its result is the field's own.
bool BodyReader::shows() const {
    if (skipped_ > 0 || !in_own_paragraph()) return false;
    const std::vector<bool>& fields = paragraphs_.back().fields;
    return std::find(fields.begin(), fields.end(), false) == fields.end();
}

void BodyReader::put(std::string_view text) {
    if (!shows()) return;
    written_ += text.size();
    too_long = too_long || written_ > most_word_text;
    if (too_long) return;
    if (run_.hidden) return note_left(WordMark::What::hidden, text);
    if (run_.struck) return note_left(WordMark::What::struck, text);
    if (!run_.raised) end_raised();
    if (run_.white && !on_colour()) note_left(WordMark::What::white, text);
    OpenParagraph& own = paragraphs_.back();
    (run_.raised ? own.raised : own.paragraph.text) += text;
}

/// A digit above the line is a note's mark, and would be one more digit of the number
/// before or behind it. That of a unit (km²) stays. REQUIRES: an open paragraph.
void BodyReader::end_raised() {
    const std::string raised = std::exchange(paragraphs_.back().raised, {});
    if (raised.empty()) return;
    std::string& text = paragraphs_.back().paragraph.text;
    const bool of_unit = !text.empty() && is_letter(text.back());
    if (of_unit || !is_mark_of_note(raised)) text += raised;
    else note_left(WordMark::What::raised, raised);
}

/// Those of the paragraph, cell or row that is open; null: none is.
std::vector<WordMark>* BodyReader::marks_here() {
    if (in_own_paragraph()) return &paragraphs_.back().paragraph.marks;
    WordTable* table = own_table();
    if (table != nullptr && !table->rows.empty()) return &table->rows.back().marks;
    return flows_.empty() ? nullptr : &flows_.back().marks;
}

void BodyReader::note_mark(WordMark::What what, const XmlElement& element) {
    too_many = too_many || ++count_ > most_word_pieces;
    if (too_many) return;
    if (std::vector<WordMark>* here = marks_here())
        here->push_back({what, std::string(word_value(element, "author")), {}, 0});
}

/// Notes text that is not read, together with what was left just before it. REQUIRES: an
/// open paragraph.
void BodyReader::note_left(WordMark::What what, std::string_view text) {
    if (what == WordMark::What::hidden) marks.hidden = true;
    OpenParagraph& own = paragraphs_.back();
    std::vector<WordMark>& left = own.paragraph.marks;
    const std::size_t behind = own.paragraph.text.size();
    if (left.empty() || left.back().what != what || left.back().behind != behind) {
        too_many = too_many || ++count_ > most_word_pieces;
        if (too_many) return;
        left.push_back({what, {}, {}, 0, behind});
    }
    left.back().text += text;
}

BodyReader::Tag BodyReader::tag_of(const XmlElement& element) {
    const std::string_view name = element.name.local, space = element.name.space;
    if (is_word_space(space)) return word_tag(element);
    if (space.ends_with("/math") && name == "t") return Tag::text;
    if (space == "http://schemas.openxmlformats.org/markup-compatibility/2006") {
        if (name == "AlternateContent") {
            chosen_.push_back(false);
            return Tag::alternatives;
        }
        // The first is for programs that know more, the last for all others. They show
        // the same.
        if (within() == Tag::alternatives) {
            if (chosen_.back()) return Tag::skipped;
            chosen_.back() = true;
            return Tag::alternative;
        }
    }
    if (is_one_of(name, {"blip", "imagedata"})) ++marks.pictures;
    if (name == "OLEObject") ++marks.embedded;
    return Tag::other;
}

BodyReader::Tag BodyReader::word_tag(const XmlElement& element) {
    const std::string_view name = element.name.local;
    const bool property = within() == Tag::run_properties || within() == Tag::row_properties;
    if (name == "p") return Tag::paragraph;
    if (name == "pPr") return Tag::paragraph_properties;
    if (name == "r") return Tag::run;
    if (name == "rPr") return Tag::run_properties;
    if (name == "numPr") return Tag::list_place;
    if (name == "tr") return Tag::row;
    if (name == "trPr") return Tag::row_properties;
    if (name == "tc") return Tag::cell;
    if (name == "tcPr") return Tag::cell_properties;
    if (name == "t") return Tag::text;
    if (const std::optional<WordMark::What> change = change_of(name)) note_mark(*change, element);
    if (property) return name.ends_with("PrChange") ? Tag::skipped : Tag::other;
    if (name == "ins") ++marks.insertions;
    if (name == "del") ++marks.deletions;
    if (name == "moveTo") ++marks.moves;
    if (is_one_of(name, {"altChunk", "subDoc"})) ++marks.embedded;
    // Former properties, what stands behind fields and text controls, readings above.
    if (name.ends_with("PrChange") ||
        is_one_of(name, {"del", "moveFrom", "instrText", "delText", "delInstrText", "sdtPr",
                         "sdtEndPr", "rt", "tblPr", "tblGrid", "sectPr", "numberingChange"}))
        return Tag::skipped;
    return Tag::other;
}

/// REQUIRES: an element of Word's within properties.
void BodyReader::note_property(const XmlElement& element, Tag within) {
    const std::string_view name = element.name.local;
    const int value = number_of(word_value(element, "val"));
    const bool of_run = std::count(tags_.begin(), tags_.end(), Tag::run) > 0;
    if (within == Tag::paragraph_properties && in_own_paragraph()) {
        OpenParagraph& own = paragraphs_.back();
        if (name == "pStyle") own.style = word_value(element, "val");
        if (name == "outlineLvl" && value >= 0) own.level = value < 9 ? value + 1 : 0;
    } else if (within == Tag::list_place && in_own_paragraph()) {
        if (name == "numId" && value >= 0) paragraphs_.back().place.list = value;
        if (name == "ilvl" && value >= 0) paragraphs_.back().place.level = value;
    } else if (within == Tag::run_properties) {
        const bool mark = tags_.size() > 1 && tags_[tags_.size() - 2] == Tag::paragraph_properties;
        if (of_run && !mark) note_look(element);
        if (is_one_of(name, {"del", "moveFrom"}) && mark && in_own_paragraph())
            paragraphs_.back().goes_on = true;
    } else if (within == Tag::row_properties && own_table() != nullptr &&
               !own_table()->rows.empty()) {
        WordRow& row = own_table()->rows.back();
        if (name == "gridBefore") row.before = std::clamp(value, 0, most_table_columns);
        if (name == "del") row.deleted = true;
        if (name == "hidden" && is_on(element)) row.marks.push_back({WordMark::What::hidden});
    }
}

/// REQUIRES: a property of a run.
void BodyReader::note_look(const XmlElement& element) {
    const std::string_view name = element.name.local, value = word_value(element, "val");
    if (name == "vanish") run_.hidden = is_on(element);
    if (name == "rStyle") run_.struck = styles_.strikes(value);
    if (is_one_of(name, {"strike", "dstrike"})) run_.struck = is_on(element);
    if (name == "color") run_.white = is_white(value);
    if (name == "highlight" || (name == "shd" && !is_paper(word_value(element, "fill"))))
        run_.white = false;
    if (name == "vertAlign") run_.raised = is_one_of(value, {"superscript", "subscript"});
}

/// How a cell goes over columns and rows. Its properties stand before what is in it.
void BodyReader::note_cell(const XmlElement& element) {
    if (tables_.empty() || tables_.back()->rows.empty()) return;
    std::vector<WordCell>& cells = tables_.back()->rows.back().cells;
    if (cells.empty()) return;
    if (element.name.local == "gridSpan")
        cells.back().columns =
            std::clamp(number_of(word_value(element, "val")), 1, most_table_columns);
    if (element.name.local == "shd") cells.back().coloured = !is_paper(word_value(element, "fill"));
    if (element.name.local == "vMerge")
        cells.back().continues = word_value(element, "val") != "restart";
}

/// What stands in a run beside its text.
void BodyReader::note_run(const XmlElement& element) {
    const std::string_view name = element.name.local;
    if (name == "tab" || name == "ptab") put("\t");
    if (name == "cr") put("\n");
    if (name == "br" && !is_one_of(word_value(element, "type"), {"page", "column"})) put("\n");
    if (name == "noBreakHyphen") put("-");
    if (name == "sym") {
        std::string character;
        append_utf8(character, symbol(word_value(element, "char")));
        put(character);
    }
    if (is_one_of(name, {"footnoteReference", "endnoteReference"})) ++marks.notes;
    if (name == "commentReference") {
        ++marks.comments;
        too_many = too_many || ++count_ > most_word_pieces;
        if (in_own_paragraph())
            paragraphs_.back().paragraph.comments.emplace_back(word_value(element, "id"));
    }
    if (name == "fldChar" && in_own_paragraph()) {
        std::vector<bool>& fields = paragraphs_.back().fields;
        const std::string_view type = word_value(element, "fldCharType");
        if (type == "begin") fields.push_back(false);
        if (type == "separate" && !fields.empty()) fields.back() = true;
        if (type == "end" && !fields.empty()) fields.pop_back();
    }
}

void BodyReader::open(const XmlElement& element) {
    if (too_many || too_long) return tags_.push_back(Tag::other);
    const Tag outer = within();
    const Tag tag = skipped_ > 0 ? Tag::other : tag_of(element);
    const bool of_word = is_word_space(element.name.space) && skipped_ == 0;
    if (of_word && tag == Tag::other) {
        note_property(element, outer);
        if (outer == Tag::run) note_run(element);
    }
    const std::string_view name = element.name.local;
    elements += name == "p" ? 1 : 0;
    if (of_word && !flows_.empty()) {
        if (tag == Tag::paragraph) {
            too_many = too_many || ++count_ > most_word_pieces;
            const int own = paragraphs_.empty() ? elements : paragraphs_.front().paragraph.element;
            paragraphs_.emplace_back().paragraph.element = own;
        }
        if (name == "tbl") tables_.push_back(std::make_unique<WordTable>());
        WordTable* table = own_table();
        if (name == "tbl" || tag == Tag::row || tag == Tag::cell)
            too_many = too_many || ++count_ > most_word_pieces;
        if (tag == Tag::row && table != nullptr) table->rows.emplace_back();
        if (tag == Tag::cell && table != nullptr && !table->rows.empty())
            table->rows.back().cells.emplace_back();
        if (outer == Tag::cell_properties) note_cell(element);
    }
    if (tag == Tag::run) {
        run_ = {};
        if (in_own_paragraph()) run_.struck = styles_.strikes(paragraphs_.back().style);
    }
    const bool flow = of_word && (name == "body" || tag == Tag::cell || name == "txbxContent");
    if (flow) flows_.push_back({{}, {}, {}, paragraphs_.size(), tables_.size()});
    if (tag == Tag::skipped) ++skipped_;
    tags_.push_back(tag);
}

void BodyReader::text(std::string_view text) {
    if (within() == Tag::text) put(text);
}

void BodyReader::end_paragraph() {
    end_raised();
    OpenParagraph own = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    if (flows_.empty() || too_many) return;
    Flow& flow = flows_.back();
    if (own.goes_on) {
        flow.joined += own.paragraph.text;
        for (WordMark& mark : own.paragraph.marks) flow.marks.push_back(std::move(mark));
    } else {
        own.paragraph.text.insert(0, std::exchange(flow.joined, {}));
        for (WordMark& mark : std::exchange(flow.marks, {}))
            own.paragraph.marks.push_back(std::move(mark));
        own.paragraph.level = own.level.value_or(styles_.level_of(own.style));
        const ListPlace of_style = styles_.list_of(own.style);
        const int list = own.place.list.value_or(of_style.list.value_or(0));
        if (list > 0)
            own.paragraph.number =
                counter_.next(list, own.place.level.value_or(of_style.level.value_or(0)));
        if (styles_.hides(own.style) && !own.paragraph.text.empty()) {
            marks.hidden = true;
            own.paragraph.marks.push_back(
                {WordMark::What::hidden, {}, std::exchange(own.paragraph.text, {})});
        }
        flow.blocks.emplace_back(std::move(own.paragraph));
    }
    for (WordBlock& block : own.beside) flow.blocks.push_back(std::move(block));
}

/// A cell's paragraphs become its lines; tables within it follow the table.
void BodyReader::end_cell() {
    Flow flow = std::move(flows_.back());
    flows_.pop_back();
    WordTable* table = own_table();
    if (table == nullptr || table->rows.empty() || table->rows.back().cells.empty()) return;
    std::string& text = table->rows.back().cells.back().text;
    bool first = true;
    for (WordBlock& block : flow.blocks) {
        if (auto* within = std::get_if<std::unique_ptr<WordTable>>(&block)) {
            table->within.push_back(std::move(*within));
            continue;
        }
        const WordParagraph& line = std::get<WordParagraph>(block);
        if (first) table->rows.back().cells.back().element = line.element;
        if (!std::exchange(first, false)) text += '\n';
        text.append(line.number).append(line.text);
        std::vector<std::string>& comments = table->rows.back().cells.back().comments;
        comments.insert(comments.end(), line.comments.begin(), line.comments.end());
        std::vector<WordMark>& own = table->rows.back().cells.back().marks;
        own.insert(own.end(), line.marks.begin(), line.marks.end());
    }
    text.append(flow.joined);
    for (WordMark& mark : flow.marks)
        table->rows.back().cells.back().marks.push_back(std::move(mark));
}

/// The body, or a text box.
void BodyReader::end_flow() {
    Flow flow = std::move(flows_.back());
    flows_.pop_back();
    if (!flow.joined.empty() || !flow.marks.empty())
        flow.blocks.emplace_back(
            WordParagraph{std::move(flow.joined), {}, 0, {}, std::move(flow.marks)});
    std::vector<WordBlock>& to = paragraphs_.empty() ? blocks : paragraphs_.back().beside;
    for (WordBlock& block : flow.blocks) to.push_back(std::move(block));
}

void BodyReader::close(const XmlName& name) {
    const Tag tag = within();
    tags_.pop_back();
    if (too_many || too_long) return;
    if (tag == Tag::skipped) --skipped_;
    if (tag == Tag::alternatives) chosen_.pop_back();
    if (skipped_ > 0 || !is_word_space(name.space) || flows_.empty()) return;
    if (tag == Tag::cell) end_cell();
    else if (name.local == "body" || name.local == "txbxContent") end_flow();
    else if (tag == Tag::paragraph && in_own_paragraph()) end_paragraph();
    else if (name.local == "tbl" && own_table() != nullptr) {
        std::unique_ptr<WordTable> table = std::move(tables_.back());
        tables_.pop_back();
        flows_.back().blocks.emplace_back(std::move(table));
    }
}

}  // namespace nianbao::notation
