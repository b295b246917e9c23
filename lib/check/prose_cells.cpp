#include "check/prose_cells.hpp"

#include "report/fields.hpp"

#include <fmt/format.h>

namespace nianbao::prose {
namespace {

constexpr std::string_view legal_persons[] = {"business", "research", "public_welfare", "legal_service", "other"};

struct Term {
    std::string_view path;
    int sign;
};

std::vector<Term> terms_of(std::string_view sum) {
    std::vector<Term> terms;
    int sign = 1;
    while (!sum.empty()) {
        const auto next = std::min(sum.find_first_of("+-"), sum.size());
        terms.push_back({sum.substr(0, next), sign});
        if (next == sum.size()) break;
        sign = sum[next] == '+' ? 1 : -1;
        sum.remove_prefix(next + 1);
    }
    return terms;
}

int child_of(const Form& form, int parent, std::string_view key) {
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        if (form.fields[i].parent == parent && form.fields[i].key == key) return static_cast<int>(i);
    }
    return -1;
}

const Field& field_at(const Form& form, int field) { return form.fields[static_cast<std::size_t>(field)]; }

/// Adds what stands at a field, or below it in the column named.
bool add(const FilledForm& filled, int field, std::string_view column, Amount& value, int& first) {
    const Form& form = *filled.form;
    if (const int entry = entry_of(form, field); entry >= 0) {
        value = value + filled.cells[static_cast<std::size_t>(entry)].value;
        if (first < 0) first = field;
        return true;
    }
    if (column == "legal" && child_of(form, field, "business") >= 0) {
        for (std::string_view one : legal_persons) add(filled, child_of(form, field, one), {}, value, first);
        return true;
    }
    const std::string_view own = column.empty() ? "total" : column;
    if (const int cell = child_of(form, field, own); cell >= 0 && entry_of(form, cell) >= 0) return add(filled, cell, {}, value, first);
    if (const int decisions = child_of(form, field, "decisions"); decisions >= 0) return add(filled, decisions, {}, value, first);
    bool any = false;
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        const Field& child = form.fields[i];
        if (child.parent == field && child_of(form, static_cast<int>(i), "natural_person") >= 0)
            any = add(filled, static_cast<int>(i), column, value, first) || any;
    }
    return any;
}

std::string_view name_of_column(std::string_view column) {
    if (column == "legal") return "法人或其他组织";
    if (column == "natural_person") return "自然人";
    if (column == "business") return "商业企业";
    if (column == "research") return "科研机构";
    if (column == "public_welfare") return "社会公益组织";
    if (column == "legal_service") return "法律服务机构";
    return {};
}

}  // namespace

std::optional<Sum> sum_of(const Report& report, std::string_view sum) {
    Sum out;
    const std::vector<Term> terms = terms_of(sum);
    for (const Term& term : terms) {
        const auto at = term.path.find('@');
        const std::string_view column = at == term.path.npos ? std::string_view{} : term.path.substr(at + 1);
        std::string_view path = term.path.substr(0, at);
        const auto table = path.substr(0, path.find('.'));
        const FilledForm* filled = nullptr;
        for (const FilledForm* one : report.tables()) {
            if (one->form->key == table) filled = one;
        }
        if (filled == nullptr) return std::nullopt;
        path.remove_prefix(table.size() + 1);

        int field = -1;
        std::string name;
        for (;;) {
            const auto dot = std::min(path.find('.'), path.size());
            field = child_of(*filled->form, field, path.substr(0, dot));
            if (field < 0) return std::nullopt;
            const Field& part = field_at(*filled->form, field);
            if (part.key == "total" && table == "applications") name = "办理结果总计";
            else if (part.key != "results" && (part.parent < 0 || table != "applications")) name += part.name;
            else if (part.key != "results") name = part.name;
            if (dot == path.size()) break;
            path.remove_prefix(dot + 1);
        }
        Amount value;
        int first = -1;
        if (!add(*filled, field, column, value, first)) return std::nullopt;
        if (!column.empty()) {
            const std::string_view applicant = name_of_column(column);
            if (!applicant.empty()) {
                name += fmt::format("（{}）", applicant);
            } else {
                const int outcome = child_of(*filled->form, field, column);
                if (outcome < 0) return std::nullopt;
                name += field_at(*filled->form, outcome).name;
            }
        }
        if (out.field.empty()) out.field = field_path(*filled->form, first);
        out.value = term.sign > 0 ? out.value + value : out.value - value;
        if (!out.says.empty()) out.says += term.sign > 0 ? " 加" : " 减";
        out.says += fmt::format("{} {}", name, value.to_string());
    }
    if (terms.size() > 1) out.says += " 等于 " + out.value.to_string();
    return out;
}

std::vector<std::string> readings_of(std::string_view list) {
    std::vector<std::string> readings;
    while (!list.empty()) {
        const auto next = std::min(list.find('|'), list.size());
        readings.emplace_back(list.substr(0, next));
        list.remove_prefix(std::min(next + 1, list.size()));
    }
    return readings;
}

std::vector<std::string> added(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> out;
    for (const std::string& x : a) {
        for (const std::string& y : b) out.push_back(x + "+" + y);
    }
    return out;
}

std::vector<std::string> narrowed(const std::vector<std::string>& readings, std::string_view column) {
    std::vector<std::string> out;
    for (const std::string& reading : readings) {
        std::string narrow;
        for (char c : reading) {
            if (c == '+' || c == '-') narrow += "@" + std::string(column);
            narrow += c;
        }
        out.push_back(narrow + "@" + std::string(column));
    }
    return out;
}

}  // namespace nianbao::prose
