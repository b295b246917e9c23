#include "county/desk/examined.hpp"

#include "county/desk/reading/values.hpp"
#include "data/write/written.hpp"
#include "digest/sha256.hpp"
#include "job/begun.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/write.hpp"
#include "report/dates.hpp"
#include "text/digits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nianbao::desk {
namespace {

using notation::Node;
using notation::Shape;
using Kind = Written::Kind;

constexpr auto text = as_text;
constexpr auto number = as_number;

Written as_value(const Place& place) {
    Written row{Kind::list};
    row.row = true;
    row.members = {text(place.file),        text(place.sheet),
                   number(place.row),       number(place.column),
                   number(place.length),    number(static_cast<int>(place.kind)),
                   number(place.character), number(place.part)};
    return row;
}

Written as_value(const Finding& finding) {
    Written out{Kind::mapping};
    out.add("severity", number(static_cast<int>(finding.severity)));
    out.add("rule", text(finding.rule));
    out.add("field", text(finding.where.field));
    out.add("offset", number(finding.where.offset));
    out.add("length", number(finding.where.length));
    out.add("place", as_value(finding.place));
    Written values{Kind::list};
    for (const Value& value : finding.values) {
        values.members.push_back(text(value.name));
        values.members.push_back(text(value.text));
    }
    values.row = true;
    out.add("values", std::move(values));
    out.add("message", text(finding.message));
    out.add("hint", text(finding.hint));
    out.add("waived", text(finding.waived));
    out.add("reviewed", text(finding.reviewed));
    Written remedies{Kind::list};
    for (const Remedy& remedy : finding.remedies) {
        remedies.members.push_back(number(static_cast<int>(remedy.what)));
        remedies.members.push_back(text(remedy.subject));
    }
    remedies.row = true;
    out.add("remedies", std::move(remedies));
    return out;
}

/// Values of the text by their keys. What is not there makes it not whole.
class Kept {
public:
    explicit Kept(const notation::Tree& tree) : tree_(tree) {}

    std::string text(const Node& mapping, std::string_view key) {
        const Node* node = member(tree_, mapping, key);
        whole_ = whole_ && node != nullptr && node->shape == Shape::text;
        return whole_ ? std::string(node->text) : std::string();
    }
    int number(const Node& mapping, std::string_view key) {
        const Node* node = member(tree_, mapping, key);
        return number(node);
    }
    int number(const Node* node) {
        const int value = node == nullptr ? -1 : number_of(node->text);
        whole_ = whole_ && value >= 0;
        return std::max(value, 0);
    }
    std::vector<const Node*> list(const Node& mapping, std::string_view key) {
        const Node* node = member(tree_, mapping, key);
        std::vector<const Node*> items;
        whole_ = whole_ && node != nullptr && node->shape == Shape::list;
        if (!whole_) return items;
        for (int i = node->first; i >= 0; i = tree_.at(i).next) items.push_back(&tree_.at(i));
        return items;
    }

    Place place(const Node& mapping) {
        const std::vector<const Node*> items = list(mapping, "place");
        whole_ = whole_ && items.size() == 8;
        if (!whole_) return {};
        Place place{std::string(items[0]->text), std::string(items[1]->text), number(items[2]),
                    number(items[3]), number(items[4])};
        place.kind = static_cast<Place::Kind>(number(items[5]));
        place.character = number(items[6]);
        place.part = number(items[7]);
        return place;
    }

    Finding finding(const Node& node) {
        Finding finding;
        finding.severity = static_cast<Severity>(number(node, "severity"));
        finding.rule = text(node, "rule");
        finding.where = {text(node, "field"), number(node, "offset"), number(node, "length")};
        finding.place = place(node);
        const std::vector<const Node*> values = list(node, "values");
        for (std::size_t i = 0; i + 1 < values.size(); i += 2)
            finding.values.push_back(
                {std::string(values[i]->text), std::string(values[i + 1]->text)});
        finding.message = text(node, "message");
        finding.hint = text(node, "hint");
        finding.waived = text(node, "waived");
        finding.reviewed = text(node, "reviewed");
        const std::vector<const Node*> remedies = list(node, "remedies");
        for (std::size_t i = 0; i + 1 < remedies.size(); i += 2)
            finding.remedies.push_back({static_cast<Remedy::What>(number(remedies[i])),
                                        std::string(remedies[i + 1]->text)});
        return finding;
    }

    bool whole() const { return whole_; }
    void refuse() { whole_ = false; }

private:
    const notation::Tree& tree_;
    bool whole_ = true;
};

}  // namespace

Examined examine(const Input& input, const CheckingOptions& checking) {
    Examined examined;
    RunOptions options;
    options.check = checking;
    options.check.figures = true;
    Outcome outcome =
        check(input, Fonts(), options, [&](const Report& report) { examined.report = report; });
    examined.findings = std::move(outcome.findings);
    examined.failure = std::move(outcome.failure);
    if (outcome.figures) examined.not_compared = outcome.figures->not_compared;
    return examined;
}

std::string kept_text(const Examined& examined) {
    Written file{Kind::mapping};
    file.add("not_compared", number(examined.not_compared));
    file.add("report", text(examined.report ? write(*examined.report, Format::json) : ""));
    Written findings{Kind::list};
    for (const Finding& finding : examined.findings) findings.members.push_back(as_value(finding));
    file.add("findings", std::move(findings));
    return data::write_json(file);
}

std::optional<Examined> examined_from(std::string_view bytes) {
    notation::Values values;
    if (!read_values(bytes, "kept.json", values) || values.findings.any_error()) return {};
    const Node& root = values.tree.at(values.tree.root);
    Kept kept(values.tree);
    Examined examined;
    examined.not_compared = kept.number(root, "not_compared");
    for (const Node* node : kept.list(root, "findings"))
        examined.findings.push_back(kept.finding(*node));
    if (const std::string report = kept.text(root, "report"); !report.empty()) {
        examined.report = read(report, "kept.json", Format::json).report;
        if (!examined.report) kept.refuse();
    }
    if (!kept.whole()) return {};
    return examined;
}

std::string digest_of(const ReceivedFile& file, const ReceivedFile* with, const Previous& previous,
                      const CheckingOptions& checking, std::string_view demands) {
    Sha256 digest;
    digest.add_part(NIANBAO_VERSION);
    for (const ReceivedFile* one : {&file, with}) {
        if (one == nullptr) continue;
        digest.add_part(one->path);
        digest.add_part(one->digest);
        digest.add_part(one->read_as);
    }
    digest.add_part(previous.report == nullptr ? std::string()
                                               : write(*previous.report, Format::json));
    digest.add_part(previous.none);
    digest.add_part(checking.deadline ? date_text(*checking.deadline) : std::string());
    digest.add_part(fmt::format("{}", fmt::join(checking.disabled, "\n")));
    digest.add_part(fmt::format("{}", fmt::join(checking.names, "\n")));
    digest.add_part(demands);
    return digest.digest();
}

}  // namespace nianbao::desk
