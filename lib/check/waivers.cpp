// What the report itself accepts, with a reason; and what it accepts without need.
#include "check/rules.hpp"
#include "report/fields.hpp"
#include "report/speech/spoken.hpp"
#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

namespace nianbao {
namespace {

constexpr std::size_t longest_code = 8;

bool under(std::string_view field, std::string_view ancestor) {
    return field.substr(0, ancestor.size()) == ancestor &&
           (field.size() == ancestor.size() || field[ancestor.size()] == '.');
}

/// True where the rule was run at all, so that a waiver without a finding is one too
/// many.
bool was_run(const CheckRule& rule, const CheckOptions& options) {
    if (std::find(options.disabled.begin(), options.disabled.end(), rule.code) !=
        options.disabled.end())
        return false;
    return rule.needs == Needs::nothing ||
           (rule.needs == Needs::previous && options.previous != nullptr);
}

}  // namespace

std::u32string quotable_text(const Report& report, std::string_view field) {
    const std::pair<std::string_view, const std::string*> texts[] = {
        {"title", &report.title},
        {"introduction", &report.introduction},
        {"overview", &report.overview},
        {"problems", &report.problems},
        {"other", &report.other},
        {"disclosure.note", &report.disclosure.note},
        {"applications.note", &report.applications.note},
        {"disputes.note", &report.disputes.note}};
    for (const auto& [path, text] : texts) {
        if (path == field) return to_utf32(*text);
    }
    return {};
}

std::string key_path(const Report& report, std::string_view written) {
    std::string path;
    std::span<const Field> fields = report_fields;
    int field = -1;
    for (std::string_view rest = written; !rest.empty();) {
        const std::size_t end = std::min(rest.find('.'), rest.size());
        field = find_field(fields, field, rest.substr(0, end));
        if (field < 0) return std::string(written);
        const std::string_view key = fields[field].key;
        path += (path.empty() ? "" : ".") + std::string(key);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (fields.data() != std::data(report_fields)) continue;
        for (const FilledForm* filled : report.tables()) {
            if (fields[field].parent >= 0 || filled->form->key != key) continue;
            fields = filled->form->fields;
            field = -1;
            break;
        }
    }
    return path;
}

std::string give_reasons(Speech speech) {
    if (has_no_keys(speech)) return "向收报告的单位说明原因";
    return fmt::format("在 {} 中写明理由", speech == Speech::english ? "waive" : "豁免");
}

bool apply_waiver(const Waiver& waiver, std::string_view field, std::u32string_view text,
                  std::vector<Finding>& findings) {
    const std::u32string quote = to_utf32(waiver.quote);
    // Of a quotation: the finding means some of its characters.
    const auto meant = [&](const Span& where) {
        if (quote.empty()) return true;
        for (std::size_t at = text.find(quote); at != text.npos; at = text.find(quote, at + 1)) {
            const int begin = static_cast<int>(at), end = begin + static_cast<int>(quote.size());
            if (where.offset < end && where.offset + where.length > begin) return true;
        }
        return false;
    };
    bool used = false;
    for (Finding& finding : findings) {
        if (finding.rule != waiver.rule || !under(finding.where.field, field) ||
            !meant(finding.where))
            continue;
        finding.waived = waiver.reason;
        used = true;
    }
    return used;
}

void check_waivers(const Report& report, const CheckOptions& options,
                   std::vector<Finding>& findings) {
    std::vector<Finding> unused;
    for (std::size_t i = 0; i < report.waive.size(); ++i) {
        const Waiver& waiver = report.waive[i];
        const std::string field = key_path(report, waiver.field);
        if (apply_waiver(waiver, field, waiver.quote.empty() ? U"" : quotable_text(report, field),
                         findings))
            continue;

        const auto rules = check_rules();
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const CheckRule& one) {
            return one.code == waiver.rule;
        });
        const std::string at = fmt::format("waive.{}", i);
        if (rule == rules.end()) {
            const auto near = std::find_if(rules.begin(), rules.end(), [&](const CheckRule& one) {
                return waiver.rule.size() <= longest_code &&
                       edit_distance(waiver.rule, one.code) == 1;
            });
            const std::string_view meant = near == rules.end() ? "" : near->code;
            unused.push_back(finding_of(
                "V-01", {at + ".rule"}, fmt::format("豁免没有用上：没有规则 {}", waiver.rule),
                fmt::format("{}规则的代码见 nianbao rules",
                            meant.empty() ? "" : fmt::format("是不是 {}？", meant))));
        } else if (was_run(*rule, options)) {
            unused.push_back(finding_of(
                "V-01", {at},
                fmt::format("豁免没有用上：“{}”{}没有 {} 的问题", waiver.field,
                            waiver.quote.empty() ? "" : fmt::format("的“{}”", waiver.quote),
                            waiver.rule),
                "问题已经改正的，请删去这一条豁免；字段的写法与所列问题中的相同"));
        }
    }
    findings.insert(findings.end(), unused.begin(), unused.end());
}

}  // namespace nianbao
