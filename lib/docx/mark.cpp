#include "nianbao/mark.hpp"
#include "docx/comments.hpp"
#include "notation/docx/parts.hpp"
#include "notation/docx/word_file.hpp"
#include "notation/office/edited_file.hpp"
#include "notation/office/xml_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

constexpr std::string_view comments_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view author = "nianbao";  // never a person

/// The namespace of Word's elements that a part has: the usual one or the strict one.
class SpaceReader final : public XmlHandler {
public:
    void open(const XmlElement& element) override {
        if (space.empty() && notation::is_word_space(element.name.space))
            space = element.name.space;
    }
    void close(const XmlName&) override {}
    void text(std::string_view) override {}

    std::string space;
};

/// Elements of Word's in a part that may write them without a prefix, which attributes of
/// a namespace cannot have.
struct Names {
    std::string prefix, declared;

    Names(std::string_view written, std::string_view space)
        : prefix(written.empty() ? "nianbao:" : written),
          declared(written.empty() ? fmt::format(" xmlns:nianbao=\"{}\"", space) : std::string()) {}
};

class WordMarker {
public:
    explicit WordMarker(std::string_view bytes) : file_(bytes) {
        notation::ReadWordFile read = notation::read_word_file(bytes, {});
        if (!read.file || !file_.original().fault().empty())
            throw std::invalid_argument("no Word file: " + read.fault);
        word_ = *std::move(read.file);
        file_.original().read(word_.body_part, space_);
        body_ = file_.part(word_.body_part);
        paragraphs_ = elements_of(body_, "p");
        // In an encoding of its own: nothing can be put among its bytes.
        if (paragraphs_.empty() || std::ssize(paragraphs_) != word_.all_elements)
            throw std::invalid_argument("no paragraphs");
    }

    std::string mark(std::span<const Finding> findings) {
        std::map<int, std::vector<int>> comments;  // by the paragraph
        const std::string part = comments_part();
        std::string& texts = file_.part(part);
        int id = next_id(texts);
        for (const Finding& finding : findings) {
            if (!finding.waived.empty()) continue;
            comments[paragraph_of(finding.place)].push_back(id);
            add_comment(texts, id++, finding);
        }
        // From the end on, so that what comes before stays where it is.
        for (auto at = comments.rbegin(); at != comments.rend(); ++at)
            put_marks(paragraphs_[static_cast<std::size_t>(at->first)], at->second);
        return file_.bytes();
    }

private:
    std::string comments_part() {
        for (const notation::Relation& relation : file_.original().relations(word_.body_part)) {
            if (relation.is("comments") && !relation.external && file_.has(relation.target))
                return relation.target;
        }
        const std::size_t slash = word_.body_part.rfind('/');
        const std::string name =
            file_.new_name(word_.body_part.substr(0, slash + 1) + "comments_nianbao", ".xml");
        file_.part(name) = fmt::format("{}<w:comments xmlns:w=\"{}\"></w:comments>",
                                       notation::xml_declaration, space_.space);
        file_.relate(word_.body_part, "comments", name);
        file_.declare(name, comments_type);
        return name;
    }

    /// Above every number that is taken.
    static int next_id(std::string_view comments) {
        int next = 0;
        for (const XmlPlace& one : elements_of(comments, "comment")) {
            const std::string_view id = attribute_of(comments, one, std::string(one.prefix) + "id");
            int number = 0;
            std::from_chars(id.data(), id.data() + id.size(), number);
            next = std::max(next, number + 1);
        }
        return next;
    }

    void add_comment(std::string& comments, int id, const Finding& finding) const {
        const XmlPlace root = root_of(comments);
        const Names names(root.prefix, space_.space);
        std::string text;
        for (const std::string& line : docx::comment_paragraphs(finding))
            text += fmt::format("<{0}p><{0}r><{0}t xml:space=\"preserve\">{1}</{0}t></{0}r></{0}p>",
                                names.prefix, xml_text(line));
        append_to(
            comments, root,
            fmt::format("<{0}comment{1} {0}id=\"{2}\" {0}author=\"{3}\" "
                        "{0}initials=\"{4}\">{5}</{0}comment>",
                        names.prefix, names.declared, id, author, docx::comment_initials, text));
    }

    /// Which paragraph of the body a place is in, from 0.
    int paragraph_of(const Place& place) const {
        const bool known = place.kind == Place::Kind::paragraph || place.kind == Place::Kind::table;
        if (known && place.row > 0) {
            for (const notation::WordElement& one : word_.elements) {
                const Place at = word_.draft.source.place_of(one.at);
                if (at.kind == place.kind && at.part == place.part && at.row == place.row &&
                    at.column == place.column && one.element > 0)
                    return one.element - 1;
            }
        }
        return word_.elements.empty() ? 0 : std::max(word_.elements.front().element - 1, 0);
    }

    /// Around all that a paragraph holds, behind its properties.
    void put_marks(const XmlPlace& paragraph, const std::vector<int>& comments) {
        std::string& xml = file_.part(word_.body_part);
        const Names names(paragraph.prefix, space_.space);
        std::string begin, end;
        for (const int id : comments) {
            begin += fmt::format("<{0}commentRangeStart{1} {0}id=\"{2}\"/>", names.prefix,
                                 names.declared, id);
            end += fmt::format(
                "<{0}commentRangeEnd{1} {0}id=\"{2}\"/>"
                "<{0}r{1}><{0}commentReference {0}id=\"{2}\"/></{0}r>",
                names.prefix, names.declared, id);
        }
        if (paragraph.close == paragraph.begin) {
            append_to(xml, paragraph, begin + end);
            return;
        }
        xml.insert(paragraph.close, end);
        const XmlPlace properties = first_child(xml, paragraph, "pPr");
        xml.insert(properties.found ? properties.end : paragraph.open_end, begin);
    }

    notation::EditedFile file_;
    notation::WordFile word_;
    SpaceReader space_;
    std::string body_;  // as it came
    std::vector<XmlPlace> paragraphs_;
};

}  // namespace

std::string mark_word_file(std::string_view bytes, std::span<const Finding> findings) {
    return WordMarker(bytes).mark(findings);
}

}  // namespace nianbao
