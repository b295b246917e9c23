// What every Office file may hold beside its text.
#include "publish/look.hpp"
#include "publish/rules.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace nianbao::publish {
namespace {

using notation::OfficeFile;

/// A part with its elements, each with the text in it and an attribute that names it.
class ElementReader final : public XmlHandler {
public:
    struct Element {
        std::string name, named, text;
    };

    void open(const XmlElement& element) override {
        if (elements.empty()) root = element.name.space;
        if (elements.size() >= most) return;
        Element& own = elements.emplace_back();
        own.name = element.name.local;
        for (const XmlReadAttribute& attribute : element.attributes) {
            const std::string_view name = attribute.name.local;
            if (name == "name" || name == "author" || name == "displayName")
                own.named = attribute.value;
        }
    }
    void close(const XmlName&) override {}
    void text(std::string_view text) override {
        constexpr std::size_t longest = 400;
        if (!elements.empty() && elements.back().text.size() < longest)
            elements.back().text += text.substr(0, longest);
    }

    std::string root;  // the namespace of the outermost element
    std::vector<Element> elements;

private:
    static constexpr std::size_t most = 2'000;
};

/// Properties that hold names, of any of the three parts.
struct Property {
    std::string_view element, called;
};
constexpr Property with_names[] = {
    {"creator", "作者"}, {"lastModifiedBy", "最后修改者"}, {"Manager", "经理"}};

void look_at_properties(OfficeFile& file, Look& look) {
    for (const char* part : {"docProps/core.xml", "docProps/app.xml"}) {
        ElementReader reader;
        file.read(part, reader);
        for (const ElementReader::Element& own : reader.elements) {
            for (const Property& property : with_names) {
                if (own.name == property.element) tell_name(look, property.called, own.text);
            }
        }
    }
    // Programs for mail leave who sent a file for review; others their versions.
    ElementReader custom;
    file.read("docProps/custom.xml", custom);
    std::string name;
    for (const ElementReader::Element& own : custom.elements) {
        if (own.name == "property") name = own.named;
        const bool person = own.text.find('@') != own.text.npos ||
                            name.find("Author") != name.npos || name.find("Email") != name.npos;
        if (own.name != "property" && person && !own.text.empty())
            look.tell(rule("G-04"),
                      fmt::format("文件的自定义属性{}是{}", in_quotes(name), in_quotes(own.text)));
    }
}

/// Who commented and changed, where a file keeps a list of them.
void look_at_people(OfficeFile& file, Look& look) {
    std::set<std::string> told;
    for (const char* part : {"word/people.xml", "xl/persons/person.xml"}) {
        ElementReader reader;
        file.read(part, reader);
        for (const ElementReader::Element& own : reader.elements) {
            if (own.name == "person" && told.insert(own.named).second)
                tell_name(look, "批注和修订的人", own.named);
        }
    }
}

constexpr std::string_view our_data = "urn:nianbao:data";

/// Custom parts that programs write by themselves, by how their namespaces begin.
constexpr std::string_view of_programs[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/",
    "http://schemas.microsoft.com/office/2006/", "http://schemas.microsoft.com/sharepoint/",
    "http://www.wps.cn/officeDocument/2013/wpsCustomData"};

void look_at_custom_part(OfficeFile& file, const std::string& part, Look& look) {
    ElementReader reader;
    file.read(part, reader);
    if (reader.root == our_data) return look.tell_carried_data(part);
    const bool usual = std::any_of(
        std::begin(of_programs), std::end(of_programs),
        [&](std::string_view begin) { return std::string_view(reader.root).starts_with(begin); });
    if (!usual)
        look.tell(rule("G-06"), fmt::format("文件里附着看不见的数据（{}）", part),
                  "在“文件—信息—检查文档”里删去“自定义 XML 数据”，再存一份");
}

/// Parts that hold other data, by the folder that they stand in.
struct Carrier {
    std::string_view folder, code, message, hint;
};
constexpr Carrier carriers[] = {
    {"/embeddings/", rule("G-06"), "里面嵌着一份文件（{}）",
     "删去嵌入的对象，要公布的内容写进正文；图表先复制，再粘贴成图片"},
    {"xl/externallinks/", rule("G-06"), "里面存着别的工作簿的数据（{}）",
     "在“数据—编辑链接”里断开链接，再存一份"},
    {"xl/pivotcache/", rule("G-06"), "里面存着数据透视表的源数据（{}）",
     "把透视表复制，粘贴成数值，删去原表"},
    {"xl/revisions/revisionheaders", rule("G-01"), "共享的工作簿存着修订记录（{}）",
     "取消共享工作簿，再存一份"},
};

}  // namespace

void look_at_parts(OfficeFile& file, Look& look) {
    look_at_properties(file, look);
    look_at_people(file, look);
    const std::vector<ZipPart> parts = file.parts();
    for (const ZipPart& part : parts) {
        const std::string name = small_letters(part.name);
        if (name.ends_with(".rels") || name.ends_with('/')) continue;
        for (const Carrier& carrier : carriers) {
            if (name.find(carrier.folder) != name.npos)
                look.tell(carrier.code, fmt::format(fmt::runtime(carrier.message), part.name),
                          std::string(carrier.hint));
        }
        if (name.ends_with("vbaproject.bin"))
            look.tell(rule("G-06"), "里面有宏（VBA）", "另存为不带宏的 .docx 或 .xlsx");
        if (name == "xl/connections.xml")
            look.tell(rule("G-06"), "里面写着数据的来源（xl/connections.xml）",
                      "在“数据—查询和连接”里删去连接，再存一份");
        if (name.starts_with("customxml/item") && name.find("props") == name.npos)
            look_at_custom_part(file, part.name, look);
    }
}

}  // namespace nianbao::publish
