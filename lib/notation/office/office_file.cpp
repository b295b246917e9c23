#include "notation/office/office_file.hpp"

#include "notation/values.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace nianbao::notation {
namespace {

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return small_letter(x) == small_letter(y); });
}

std::string_view fault_words(XmlFault fault) {
    switch (fault) {
        case XmlFault::none:
            break;
        case XmlFault::malformed:
            return "不是完好的 XML";
        case XmlFault::doctype:
            return "里有 DOCTYPE";
        case XmlFault::too_deep:
            return "嵌套太深";
    }
    return {};
}

/// The part that a target names, seen from the folder of another one. Empty if it leads
/// out of the file.
std::string resolved(std::string_view folder, std::string_view target) {
    std::vector<std::string_view> names;
    const auto walk = [&](std::string_view path) {
        while (!path.empty()) {
            const std::size_t end = std::min(path.find('/'), path.size());
            const std::string_view name = path.substr(0, end);
            path.remove_prefix(std::min(end + 1, path.size()));
            if (name == "..") {
                if (names.empty()) return false;
                names.pop_back();
            } else if (!name.empty() && name != ".") {
                names.push_back(name);
            }
        }
        return true;
    };
    if (!target.starts_with('/') && !walk(folder)) return {};
    if (!walk(target)) return {};
    std::string path;
    for (std::string_view name : names) (path += path.empty() ? "" : "/") += name;
    return path;
}

/// That a part may refer to; a workbook of a hundred sheets has some two hundred.
constexpr std::size_t most_relations = 2'000;

class RelationReader : public XmlHandler {
public:
    explicit RelationReader(std::string_view folder) : folder_(folder) {}

    void open(const XmlElement& element) override {
        if (element.name.local != "Relationship" || found.size() > most_relations) return;
        Relation relation{std::string(element.value("Id")),
                          std::string(element.value("Type")),
                          {},
                          element.value("TargetMode") == "External"};
        if (!relation.external) relation.target = resolved(folder_, element.value("Target"));
        found.push_back(std::move(relation));
    }
    void close(const XmlName&) override {}
    void text(std::string_view) override {}

    std::vector<Relation> found;

private:
    std::string_view folder_;
};

}  // namespace

std::string fault_text(const ZipFault& fault, const ZipLimits& limits) {
    const auto of_part = [&](std::string_view what) {
        return fmt::format("压缩包里的“{}”{}", shown(fault.part), what);
    };
    switch (fault.what) {
        using enum ZipFault::What;
        case none:
            return {};
        case no_end:
            return "文件不完整，末尾没有压缩包的目录";
        case zip64:
            return "压缩包是 ZIP64 格式，这样小的文件用不着";
        case several_disks:
            return "压缩包分成了几卷";
        case too_many_parts:
            return fmt::format("压缩包里的文件超过上限 {} 个", limits.parts);
        case broken:
            return "压缩包的目录坏了";
        case no_name:
            return "压缩包里有文件没有正常的名称";
        case absolute:
            return of_part("名称是绝对路径");
        case leads_out:
            return of_part("名称里有 ..");
        case encrypted:
            return of_part("加了密码");
        case packing:
            return of_part("用了不常见的压缩方法");
        case sizes_differ:
            return of_part("长度前后不一");
        case names_differ:
            return of_part("名称前后不一");
        case twice:
            return fmt::format("压缩包里有两个“{}”", shown(fault.part));
        case nowhere:
            return of_part("不在所说的地方");
        case overlap:
            return "压缩包里的文件互相重叠";
        case part_too_long:
            return of_part(fmt::format("超过上限 {} MiB", limits.part >> 20));
        case all_too_long:
            return fmt::format("压缩包里的文件一共超过上限 {} MiB", limits.all >> 20);
        case wrong_size:
            return of_part("长度不是所说的那样");
        case damaged:
            return of_part("坏了");
    }
    return {};
}

bool Relation::is(std::string_view word) const {
    return type.size() > word.size() && type.ends_with(word) &&
           type[type.size() - word.size() - 1] == '/';
}

OfficeFile::OfficeFile(std::string_view bytes, const ZipLimits& limits)
    : limits_(limits), zip_(bytes, limits) {
    refuse(fault_text(zip_.fault(), limits_));
    // Names differ by more than the case of their letters, as programs ask for either.
    std::set<std::string> names;
    for (const ZipPart& part : zip_.parts()) {
        if (!names.insert(small_letters(part.name)).second)
            refuse(fault_text({ZipFault::What::twice, part.name}));
    }
}

void OfficeFile::refuse(std::string why) {
    if (fault_.empty()) fault_ = std::move(why);
}

const ZipPart* OfficeFile::find(std::string_view name) const {
    const std::vector<ZipPart>& parts = zip_.parts();
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const ZipPart& part) {
        return same_name(part.name, name);
    });
    return found == parts.end() ? nullptr : &*found;
}

std::optional<std::string> OfficeFile::part(std::string_view name) {
    const ZipPart* found = fault_.empty() ? find(name) : nullptr;
    if (found == nullptr) return {};
    std::optional<std::string> bytes = zip_.read(*found);
    if (!bytes) refuse(fault_text(zip_.fault(), limits_));
    return bytes;
}

bool OfficeFile::read(std::string_view name, XmlHandler& handler) {
    const std::optional<std::string> bytes = part(name);
    return bytes && read(name, *bytes, handler);
}

bool OfficeFile::read(std::string_view name, std::string_view bytes, XmlHandler& handler) {
    const XmlFault fault = read_xml(bytes, handler);
    if (fault != XmlFault::none)
        refuse(fmt::format("压缩包里的“{}”{}", shown(name), fault_words(fault)));
    return fault == XmlFault::none;
}

std::vector<Relation> OfficeFile::relations(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    const std::string_view folder = slash == part.npos ? "" : part.substr(0, slash);
    const std::string_view own = slash == part.npos ? part : part.substr(slash + 1);
    RelationReader reader(folder);
    read(fmt::format("{}{}_rels/{}.rels", folder, folder.empty() ? "" : "/", own), reader);
    if (reader.found.size() > most_relations)
        refuse(fmt::format("压缩包里的“{}”引用的部分超过上限 {} 个", shown(part), most_relations));
    return std::move(reader.found);
}

}  // namespace nianbao::notation
