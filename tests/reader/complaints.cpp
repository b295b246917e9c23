// What must hold of a tagged PDF for archives, read from the file alone: the ledgers lib/pdf/PDF-A-2.md and PDF-UA-1.md name the clauses.
#include "reader/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "text/utf8.hpp"

namespace reader {

namespace {

constexpr std::string_view known_types[] = {"Document", "Sect", "Div", "H1",    "H2",    "H3", "H4", "H5", "P",     "Note", "Link",
                                            "L",        "LI",   "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody"};

/// A type, and those that it may stand in.
struct Nesting {
    std::string_view type;
    std::vector<std::string_view> parents;
};
const std::vector<Nesting> nestings = {{"THead", {"Table"}}, {"TBody", {"Table"}}, {"TR", {"THead", "TBody"}}, {"TH", {"TR"}}, {"TD", {"TR"}},
                                       {"LI", {"L"}},        {"Lbl", {"LI"}},      {"LBody", {"LI"}}};

class Inspector {
public:
    explicit Inspector(const File& file) : file_(file), structure_(file) {}

    std::vector<std::string> inspect() {
        document();
        facts();
        contents();
        tree();
        headings();
        for (const Elem& elem : structure_.elements())
            if (elem.type == "Table") table(elem);
        parent_tree();
        links();
        identifiers();
        outline();
        return std::move(complaints_);
    }

private:
    template <class... Parts>
    void complain(fmt::format_string<Parts...> form, Parts&&... parts) {
        complaints_.push_back(fmt::format(form, std::forward<Parts>(parts)...));
    }

    void document() {
        const Value& catalog = file_.catalog();
        if (file_.get(file_.get(catalog, "MarkInfo"), "Marked").number != 1) complain("not marked as tagged");
        if (file_.get(catalog, "Lang").text != "zh-CN") complain("language is not zh-CN");
        if (file_.get(file_.get(catalog, "ViewerPreferences"), "DisplayDocTitle").number != 1) complain("title is not shown");
        if (!file_.get(catalog, "PageLabels")) complain("no page labels");
        const Value& intents = file_.get(catalog, "OutputIntents");
        const Value& profile = intents.items.empty() ? intents : file_.get(file_.resolve(intents.items[0]), "DestOutputProfile");
        if (profile.stream.substr(std::min<std::size_t>(36, profile.stream.size()), 4) != "acsp") complain("no output intent with a profile");
        else if (profile.stream.substr(16, 4) != "RGB " || file_.get(profile, "N").number != 3) complain("the profile is not of three components");
        if (file_.get(file_.trailer(), "ID").items.size() != 2) complain("no ID");
    }

    /// The text between two tags of XMP.
    std::string told(std::string_view property) const {
        const std::string& xmp = file_.get(file_.catalog(), "Metadata").stream;
        const auto begin = xmp.find(fmt::format("<{}>", property));
        if (begin == xmp.npos) return {};
        std::string value = xmp.substr(begin, xmp.find(fmt::format("</{}>", property), begin) - begin);
        std::string text;  // without tags
        for (std::size_t i = 0; i < value.size(); i++) {
            if (value[i] == '<') i = value.find('>', i);
            else text += value[i];
        }
        return text;
    }

    void facts() {
        const bool carries = static_cast<bool>(file_.get(file_.catalog(), "AF"));
        if (told("pdfaid:part") != (carries ? "3" : "2") || told("pdfaid:conformance") != "A") complain("PDF/A is not claimed");
        if (told("pdfuaid:part") != "1") complain("PDF/UA is not claimed");
        const Value& info = file_.get(file_.trailer(), "Info");
        constexpr std::pair<std::string_view, std::string_view> same[] = {
            {"Title", "dc:title"}, {"Author", "dc:creator"}, {"Creator", "xmp:CreatorTool"}, {"Producer", "pdf:Producer"}};
        for (const auto& [key, property] : same)
            if (file_.get(info, key).text != told(property)) complain("{} is not {}", key, property);
        if (file_.get(info, "Title").text.empty()) complain("no title");
        constexpr std::pair<std::string_view, std::string_view> dates[] = {{"CreationDate", "xmp:CreateDate"}, {"ModDate", "xmp:ModifyDate"}};
        const auto digits = [](std::string text) {
            std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
            return text;
        };
        for (const auto& [key, property] : dates)
            if (digits(file_.get(info, key).text).substr(0, 14) != digits(told(property)).substr(0, 14)) complain("{} is not {}", key, property);
    }

    void contents() {
        for (std::size_t page = 0; page < file_.pages().size(); page++) {
            for (const Shown& shown : file_.shown(page)) {
                const std::string text = nianbao::to_utf8(shown.text.substr(0, 8));
                if (shown.tag.empty()) complain("page {}: “{}” is neither tagged nor an artifact", page + 1, text);
                if (shown.nested) complain("page {}: “{}” is in marked content within marked content", page + 1, text);
                if (!shown.balanced) complain("page {}: marked content begins in a text object and does not end there", page + 1);
                if (!shown.mapped) complain("page {}: a code has no text", page + 1);
                if (shown.mcid >= 0 && !drawn_.emplace(page, shown.mcid).second) complain("page {}: MCID {} is drawn twice", page + 1, shown.mcid);
                if (shown.tag == "Artifact" && shown.text.find(U"— ") == 0 && shown.subtype != "Footer") complain("page {}: its number is no footer", page + 1);
                if (!shown.tag.empty() && !shown.artifact && shown.mcid < 0) complain("page {}: “{}” has no MCID", page + 1, text);
            }
        }
    }

    void tree() {
        if (structure_.elements().empty()) return complain("no structure tree");
        if (structure_.elements().front().type != "Document") complain("the top is no Document");
        std::map<std::pair<std::size_t, int>, int> owners;
        for (const Elem& elem : structure_.elements()) {
            if (std::find(std::begin(known_types), std::end(known_types), elem.type) == std::end(known_types)) complain("unknown type {}", elem.type);
            const auto parent = elem.dict->entries.find("P");
            if (elem.parent && (parent == elem.dict->entries.end() || parent->second.text != elem.parent->reference))
                complain("{}: /P is not its parent", elem.type);
            for (const Nesting& nesting : nestings) {
                const std::string_view above = elem.parent ? std::string_view(elem.parent->type) : "the root";
                if (elem.type == nesting.type && std::find(nesting.parents.begin(), nesting.parents.end(), above) == nesting.parents.end())
                    complain("{} in {}", elem.type, above);
            }
            for (const Part& part : elem.parts) {
                if (part.mcid < 0) continue;
                owners[{part.page, part.mcid}]++;
                if (!drawn_.contains({part.page, part.mcid})) complain("{}: MCID {} is not on its page", elem.type, part.mcid);
            }
            if (elem.parts.empty() && elem.type != "TD" && elem.type != "TH") complain("{} is empty", elem.type);
        }
        for (const auto& place : drawn_)
            if (owners[place] != 1) complain("page {}: MCID {} is in {} elements", place.first + 1, place.second, owners[place]);
    }

    void headings() {
        int last = 0;
        for (const Elem& elem : structure_.elements()) {
            if (elem.type.size() != 2 || elem.type[0] != 'H') continue;
            const int level = elem.type[1] - '0';
            if (level > last + 1) complain("{} after H{}", elem.type, last);
            last = level;
        }
    }

    /// The rows below an element.
    void collect_rows(const Elem& elem, std::vector<const Elem*>& rows) const {
        for (const Part& part : elem.parts) {
            if (!part.element) continue;
            if (part.element->type == "TR") rows.push_back(part.element);
            else collect_rows(*part.element, rows);
        }
    }

    void table(const Elem& table) {
        std::vector<const Elem*> rows;
        collect_rows(table, rows);
        std::map<std::pair<std::size_t, std::size_t>, const Elem*> grid;
        std::size_t width = 0;
        std::set<std::string> named;
        for (std::size_t row = 0; row < rows.size(); row++) {
            std::size_t column = 0;
            for (const Part& part : rows[row]->parts) {
                if (!part.element) continue;
                const Elem& cell = *part.element;
                const auto span = [&](std::string_view key) { return static_cast<std::size_t>(std::max(1.0, structure_.attribute(cell, key).number)); };
                while (grid.contains({row, column})) column++;
                for (std::size_t r = 0; r < span("RowSpan"); r++)
                    for (std::size_t c = 0; c < span("ColSpan"); c++)
                        if (!grid.emplace(std::pair(row + r, column + c), &cell).second) complain("table: cells overlap in row {}", row + 1);
                column += span("ColSpan");
                width = std::max(width, column);
                const std::string& scope = structure_.attribute(cell, "Scope").text;
                if (cell.type == "TH" && scope != "Row" && scope != "Column") complain("TH without a scope");
                if (cell.type == "TH" && !file_.get(*cell.dict, "ID")) complain("TH without an ID");
                if (cell.type == "TD" && structure_.attribute(cell, "Headers").items.empty()) complain("TD without headers");
            }
        }
        for (std::size_t row = 0; row < rows.size(); row++) {
            std::size_t filled = 0;
            for (std::size_t column = 0; column < width; column++) filled += grid.contains({row, column}) ? 1U : 0U;
            if (filled != width) complain("table: row {} has {} of {} columns", row + 1, filled, width);
        }
        if (!grid.empty() && grid.rbegin()->first.first >= rows.size()) complain("table: a cell goes on below the last row");
    }

    /// The entries of a name or number tree, in their order.
    void walk(const Value& node, std::string_view items, std::vector<std::pair<Value, Value>>& entries) const {
        const Value& list = file_.get(node, items);
        for (std::size_t i = 0; i + 1 < list.items.size(); i += 2) entries.emplace_back(list.items[i], list.items[i + 1]);
        for (const Value& kid : file_.get(node, "Kids").items) walk(file_.resolve(kid), items, entries);
    }

    void parent_tree() {
        const Value& root = file_.get(file_.catalog(), "StructTreeRoot");
        std::vector<std::pair<Value, Value>> entries;
        walk(file_.get(root, "ParentTree"), "Nums", entries);
        int before = -1;
        for (const auto& [key, value] : entries) {
            if (key.number <= before) complain("parent tree: keys do not ascend");
            before = static_cast<int>(key.number);
            parents_[before] = value;
        }
        for (const Elem& elem : structure_.elements()) {
            for (const Part& part : elem.parts) {
                if (part.mcid < 0 || part.page >= file_.pages().size()) continue;
                const Value& key = file_.get(file_.objects().at(file_.pages()[part.page]), "StructParents");
                const auto& row = file_.resolve(parents_[key ? static_cast<int>(key.number) : -1]).items;
                const auto at = static_cast<std::size_t>(part.mcid);
                if (at >= row.size() || row[at].text != elem.reference) complain("parent tree: page {}, MCID {} is not its element", part.page + 1, part.mcid);
            }
        }
    }

    void links() {
        std::map<std::string, const Elem*> holders;
        for (const Elem& elem : structure_.elements()) {
            for (const Part& part : elem.parts)
                if (!part.annotation.empty()) holders[part.annotation] = &elem;
            if (elem.type == "Link" && std::none_of(elem.parts.begin(), elem.parts.end(), [](const Part& part) { return !part.annotation.empty(); }))
                complain("Link without its annotation");
        }
        for (const std::string& page : file_.pages()) {
            const Value& dict = file_.objects().at(page);
            const auto& annotations = file_.get(dict, "Annots").items;
            if (!annotations.empty() && file_.get(dict, "Tabs").text != "S") complain("tabs do not go by the structure");
            for (const Value& reference : annotations) {
                const Value& annotation = file_.resolve(reference);
                const Elem* holder = holders[reference.text];
                if (!holder || holder->type != "Link") complain("an annotation is in no Link");
                if (file_.get(annotation, "Contents").text.empty()) complain("a link without a description");
                if (file_.get(annotation, "F").number != 4) complain("a link that is not printed");
                const Value& key = file_.get(annotation, "StructParent");
                if (!key || !holder || parents_[static_cast<int>(key.number)].text != holder->reference) complain("parent tree: a link is not its element");
            }
        }
    }

    void identifiers() {
        std::vector<std::pair<Value, Value>> entries;
        walk(file_.get(file_.get(file_.catalog(), "StructTreeRoot"), "IDTree"), "Names", entries);
        std::map<std::string, std::string> elements;
        std::string before;
        for (const auto& [id, element] : entries) {
            if (id.text <= before) complain("ID tree: names do not ascend");
            before = id.text;
            elements[id.text] = element.text;
        }
        for (const Elem& elem : structure_.elements()) {
            const Value& id = file_.get(*elem.dict, "ID");
            if (id && elements[id.text] != elem.reference) complain("ID tree: {} is not its element", id.text);
            if (elem.type == "Note" && !id) complain("Note without an ID");
            for (const Value& header : structure_.attribute(elem, "Headers").items)
                if (!elements.contains(header.text)) complain("{}: headers name {}, which is not there", elem.type, header.text);
        }
    }

    int outline_items(const Value& item) const {
        int count = 0;
        for (const Value* one = &file_.get(item, "First"); *one; one = &file_.get(*one, "Next")) count += 1 + outline_items(*one);
        return count;
    }

    void outline() {
        const Value& root = file_.get(file_.catalog(), "Outlines");
        const auto headings = std::count_if(structure_.elements().begin(), structure_.elements().end(),
                                            [](const Elem& elem) { return elem.type.size() == 2 && elem.type[0] == 'H'; });
        const int items = outline_items(root);
        if (items != headings) complain("{} bookmarks for {} headings", items, headings);
        if (static_cast<int>(file_.get(root, "Count").number) != items) complain("outline: its count is not {}", items);
    }

    const File& file_;
    Structure structure_;
    std::vector<std::string> complaints_;
    std::set<std::pair<std::size_t, int>> drawn_;
    std::map<int, Value> parents_;
};

}  // namespace

std::vector<std::string> complaints(const File& file) { return Inspector(file).inspect(); }

}  // namespace reader
