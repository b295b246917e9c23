#include "notation/office/edited_file.hpp"

#include "notation/office/xml_places.hpp"
#include "pack/zip_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace nianbao::notation {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";

std::string path_of_relations(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return fmt::format("{}_rels/{}.rels", part.substr(0, slash + 1), part.substr(slash + 1));
}

}  // namespace

EditedFile::EditedFile(std::string_view bytes) : file_(bytes) {
    for (const ZipPart& part : file_.parts()) {
        std::optional<std::string> text = file_.part(part.name);
        if (!text) break;
        parts_.push_back({part.name, *std::move(text)});
    }
}

bool EditedFile::has(const std::string& name) const {
    return file_.find(name) != nullptr ||
           std::any_of(parts_.begin(), parts_.end(),
                       [&](const Part& one) { return one.name == name; });
}

std::string& EditedFile::part(const std::string& name) {
    const ZipPart* known = file_.find(name);
    const std::string& own = known == nullptr ? name : known->name;
    const auto found = std::find_if(parts_.begin(), parts_.end(),
                                    [&](const Part& one) { return one.name == own; });
    return found == parts_.end() ? parts_.emplace_back(Part{name, {}}).text : found->text;
}

std::string EditedFile::new_name(std::string_view before, std::string_view after) const {
    for (int number = 1;; ++number) {
        std::string name = fmt::format("{}{}{}", before, number, after);
        if (!has(name)) return name;
    }
}

std::string EditedFile::relate(const std::string& from, std::string_view type,
                               const std::string& to) {
    std::string& relations = part(path_of_relations(from));
    if (relations.empty())
        relations = fmt::format(
            "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/"
            "package/2006/relationships\"></Relationships>",
            xml_declaration);
    std::string id;
    for (int number = 1; id.empty() || relations.find(id) != relations.npos; ++number)
        id = fmt::format("nianbao{}", number);
    const XmlPlace root = root_of(relations);
    append_to(relations, root,
              fmt::format("<{}Relationship Id=\"{}\" Type=\"http://schemas.openxmlformats.org/"
                          "officeDocument/2006/relationships/{}\" Target=\"/{}\"/>",
                          root.prefix, id, type, xml_text(to)));
    return id;
}

void EditedFile::declare(const std::string& name, std::string_view type) {
    std::string& types = part(std::string(types_part));
    const XmlPlace root = root_of(types);
    append_to(types, root,
              fmt::format("<{}Override PartName=\"/{}\" ContentType=\"{}\"/>", root.prefix,
                          xml_text(name), type));
}

void EditedFile::declare_ending(std::string_view ending, std::string_view type) {
    std::string& types = part(std::string(types_part));
    for (const char quote : {'"', '\''}) {
        if (types.find(fmt::format("{0}{1}{0}", quote, ending)) != types.npos) return;
    }
    const XmlPlace root = root_of(types);
    types.insert(root.open_end, fmt::format("<{}Default Extension=\"{}\" ContentType=\"{}\"/>",
                                            root.prefix, ending, type));
}

std::string EditedFile::bytes() const {
    ZipWriter zip;
    for (const Part& part : parts_) zip.add(part.name, part.text);
    return zip.finish();
}

}  // namespace nianbao::notation
