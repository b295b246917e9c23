// A PDF: comments on its pages, files in it, who wrote it, layers, and what was there
// before.
#include "notation/pdf/objects.hpp"

#include "publish/look.hpp"
#include "publish/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <vector>

namespace nianbao::publish {
namespace {

using notation::PdfFile;
using notation::PdfValue;

/// Annotations that people write with; links, form fields and seals are none.
constexpr std::string_view remarks[] = {
    "Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret",
    "Ink",  "Line",     "Square",    "Circle",    "Polygon",   "PolyLine", "Redact"};

/// The page that each annotation stands on, by its object, from 1.
class PageNumbers {
public:
    explicit PageNumbers(const PdfFile& file) : file_(file) {
        count(file.follow(file.trailer().at("Root")).at("Pages"), 0);
    }

    int of(long annotation) const {
        const auto found = pages_.find(annotation);
        return found == pages_.end() ? 0 : found->second;
    }
    /// Those that stand in their page's own list.
    std::vector<std::pair<int, const PdfValue*>> own;

private:
    void count(const PdfValue& at, int depth) {
        if (at.kind == PdfValue::Kind::reference && !seen_.insert(at.number).second) return;
        const PdfValue& node = file_.follow(at);
        if (depth > notation::most_pdf_depth) return;
        if (node.at("Type").is_name("Page")) {
            ++page_;
            for (const PdfValue& item : file_.follow(node.at("Annots")).items) {
                if (item.kind == PdfValue::Kind::reference) pages_.emplace(item.number, page_);
                else own.emplace_back(page_, &item);
            }
        }
        for (const PdfValue& kid : file_.follow(node.at("Kids")).items) count(kid, depth + 1);
    }

    const PdfFile& file_;
    std::map<long, int> pages_;
    std::set<long> seen_;
    int page_ = 0;
};

std::string text_at(const PdfFile& file, const PdfValue& dictionary, std::string_view key) {
    return notation::pdf_text(file.follow(dictionary.at(key)).text);
}

void tell_remark(const PdfFile& file, const PdfValue& annotation, int page, Look& look) {
    const PdfValue& kind = file.follow(annotation.at("Subtype"));
    if (kind.kind != PdfValue::Kind::name ||
        std::find(std::begin(remarks), std::end(remarks), kind.text) == std::end(remarks))
        return;
    const std::string text = text_at(file, annotation, "Contents"),
                      author = text_at(file, annotation, "T");
    look.tell(rule("G-02"),
              fmt::format("{}有批注{}{}", page > 0 ? fmt::format("第{}页", page) : "",
                          text.empty() ? "" : in_quotes(text),
                          author.empty() ? "" : fmt::format("（{}）", author)),
              "在原来的文件里改好，重新生成 PDF；或者删去全部批注，再打印成 PDF");
}

void look_at_remarks(const PdfFile& file, Look& look) {
    const PageNumbers pages(file);
    for (const auto& [number, value] : file.objects())
        tell_remark(file, value, pages.of(number), look);
    for (const auto& [page, value] : pages.own) tell_remark(file, *value, page, look);
}

void look_at_files(const PdfFile& file, Look& look) {
    for (const auto& [number, value] : file.objects()) {
        if (value.at("EF").kind == PdfValue::Kind::other) continue;
        std::string name = text_at(file, value, "UF");
        if (name.empty()) name = text_at(file, value, "F");
        // Our own attachments say that they are the data that the file was made from.
        const bool data = file.follow(value.at("AFRelationship")).is_name("Source") ||
                          file.follow(value.at("AFRelationship")).is_name("Data");
        if (look.as_made && data) look.tell_carried_data(name);
        else
            look.tell(rule("G-06"), fmt::format("PDF 里附着文件{}", in_quotes(name)),
                      "删去附件，或者不附数据重新生成一份；要公布的，单独公布");
    }
}

/// Text between two marks of the metadata.
std::string between(std::string_view xml, std::string_view begin, std::string_view end) {
    const std::size_t from = xml.find(begin);
    if (from == xml.npos) return {};
    const std::size_t to = xml.find(end, from);
    std::string_view inner = xml.substr(from, std::min(to, xml.size()) - from);
    std::string text;
    bool tag = false;
    for (const char c : inner) {
        if (c == '<') tag = true;
        if (!tag) text += c;
        if (c == '>') tag = false;
    }
    return text;
}

void look_at_author(const PdfFile& file, Look& look) {
    const std::string author = text_at(file, file.follow(file.trailer().at("Info")), "Author");
    tell_name(look, "作者", author);
    for (const std::string& xmp : file.streams("Metadata")) {
        const std::string other = between(xmp, "<dc:creator", "</dc:creator>");
        if (author.empty() || other.find(author) == other.npos) tell_name(look, "作者", other);
    }
}

}  // namespace

void look_at_pdf(Look& look) {
    const PdfFile file(look.bytes);
    if (file.trailer().at("Encrypt").kind != PdfValue::Kind::other)
        return look.tell(rule("G-07"), "PDF 加了密码或者限制，里面的文字看不出来，没有看",
                         "去掉密码和限制，另存一份再看");
    if (file.objects().empty() || file.trailer().at("Root").kind == PdfValue::Kind::other)
        return look.tell(rule("G-07"), "PDF 坏了，没有看", "重新生成一份再看");
    if (file.cut())
        look.tell(rule("G-07"), "PDF 里有一部分看不成：太大、坏了，或者压缩得不常见",
                  "用“打印成 PDF”重新生成一份再看");
    look_at_remarks(file, look);
    look_at_files(file, look);
    look_at_author(file, look);
    const PdfValue& root = file.follow(file.trailer().at("Root"));
    const PdfValue& layers = file.follow(file.follow(root.at("OCProperties")).at("D"));
    if (!file.follow(layers.at("OFF")).items.empty())
        look.tell(rule("G-03"),
                  fmt::format("有 {} 个隐藏的图层", file.follow(layers.at("OFF")).items.size()),
                  "显示全部图层看一看，不该公布的删去，再打印成 PDF");
    for (const auto& [number, value] : file.objects()) {
        if (!file.follow(value.at("S")).is_name("JavaScript")) continue;
        look.tell(rule("G-06"), "PDF 里有脚本（JavaScript）", "打印成 PDF，再公布");
        break;
    }
    if (file.updates() > 0)
        look.tell(rule("G-08"), fmt::format("PDF 生成以后又改过 {} 次，改动以前的内容还存在文件里",
                                            file.updates()));
}

}  // namespace nianbao::publish
