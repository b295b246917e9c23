#include "county/sums/statistics.hpp"

#include "report/cells.hpp"
#include "report/proportion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace nianbao::sums {
namespace {

constexpr Figure all_figures[] = {
    {"received", "本年新收", {"applications.received.total"}},
    {"carried_in", "上年结转", {"applications.carried_in.total"}},
    {"finished", "办理结果总计", {"applications.results.total.total"}},
    {"disclosed",
     "予以公开和部分公开",
     {"applications.results.disclosed.total", "applications.results.partly_disclosed.total"}},
    {"carried_out", "结转下年度", {"applications.carried_out.total"}},
    {"reconsideration", "行政复议", {"disputes.reconsideration.total"}},
    {"litigation",
     "行政诉讼",
     {"disputes.litigation_direct.total", "disputes.litigation_after_reconsideration.total"}},
    {"documents_in_force", "规范性文件现行有效", {"disclosure.normative_documents.in_force"}},
    {"licences", "行政许可", {"disclosure.licences"}},
    {"penalties", "行政处罚", {"disclosure.penalties"}},
    {"coercive_measures", "行政强制", {"disclosure.coercive_measures"}},
    {"charges", "行政事业性收费（万元）", {"disclosure.administrative_charges"}},
};

constexpr Amount least_of_an_outlier = {100, 0};
constexpr std::size_t least_of_a_kind = 5;

/// The keys that the three forms have in every edition.
constexpr std::string_view disclosure = "disclosure", disputes = "disputes";

class Counting {
public:
    Counting(std::span<const Row> rows, const Edition& edition) : edition_(edition) {
        for (const Row& row : rows) {
            if (row.summed && row.now) rows_.push_back(&row);
        }
    }

    Statistics all(int year) {
        Statistics all;
        all.year = year;
        all.summed = static_cast<int>(rows_.size());
        for (const Row* row : rows_) all.comparable += row->before ? 1 : 0;
        for (const Form* form : edition_.forms) form_cells(*form, all);
        for (const Row* row : rows_) all.offices.push_back(office(*row));
        outliers(all);
        return all;
    }

private:
    const Form& form(std::string_view key) const {
        return **std::find_if(edition_.forms.begin(), edition_.forms.end(),
                              [&](const Form* own) { return own->key == key; });
    }
    std::size_t table_of(const Form& form) const {
        return static_cast<std::size_t>(
            std::find(edition_.forms.begin(), edition_.forms.end(), &form) -
            edition_.forms.begin());
    }

    void add(Compared& line, const Form& form, int entry) const {
        const std::size_t table = table_of(form), at = static_cast<std::size_t>(entry);
        for (const Row* row : rows_) {
            const std::optional<Amount>& now = row->now->cells[table][at];
            if (now) line.now = line.now + *now;
            if (!row->before) continue;
            const std::optional<Amount>& before = row->before->cells[table][at];
            if (now) line.comparable = line.comparable + *now;
            if (before) line.before = line.before + *before;
        }
    }

    Compared line_of(const Form& form, int entry, std::string key, std::string name) const {
        Compared line{std::move(key), std::move(name)};
        add(line, form, entry);
        return line;
    }

    void form_cells(const Form& form, Statistics& all) const {
        for (int entry = 0; entry < std::ssize(form.entries); ++entry) {
            const Field& field = form_field(form, form_entry(form, entry).field);
            const std::string path =
                field_path(form, form_entry(form, entry).field).substr(form.key.size() + 1);
            if (form.key == disclosure)
                all.disclosure.push_back(line_of(form, entry, path, cell_name(form, entry)));
            else if (form.key == disputes)
                all.disputes.push_back(line_of(form, entry, path, cell_name(form, entry)));
            else if (path.starts_with("received."))
                all.applicants.push_back(
                    line_of(form, entry, std::string(field.key), std::string(field.name)));
            else if (field.key != "total") continue;
            else if (path.starts_with("results.")) result(form, entry, path, all.results);
            else
                all.intake.push_back(
                    line_of(form, entry, path.substr(0, path.rfind('.')), row_name(form, entry)));
        }
    }

    /// The name of the row that an entry of table three stands in.
    static std::string row_name(const Form& form, int entry) {
        const Field& own = form_field(form, form_entry(form, entry).field);
        return std::string(form_field(form, own.parent).name);
    }

    /// A result, and before the first part of a group the group, which all of its parts
    /// are added to.
    void result(const Form& form, int entry, const std::string& path,
                std::vector<Compared>& results) const {
        constexpr std::size_t begin = std::string_view("results.").size();
        const std::string key = path.substr(begin, path.rfind('.') - begin);
        const std::size_t dot = key.find('.');
        if (dot == key.npos) {
            results.push_back(line_of(form, entry, key, row_name(form, entry)));
            return;
        }
        const std::string group = key.substr(0, dot);
        auto above = std::find_if(results.begin(), results.end(),
                                  [&](const Compared& own) { return own.key == group; });
        if (above == results.end()) {
            const Field& own = form_field(form, form_entry(form, entry).field);
            const Field& row = form_field(form, own.parent);
            results.push_back({group, std::string(form_field(form, row.parent).name)});
            above = results.end() - 1;
        }
        add(*above, form, entry);
        Compared part = line_of(form, entry, key, row_name(form, entry));
        part.depth = 1;
        results.push_back(std::move(part));
    }

    /// A figure of an office; what its form lacks counts nothing.
    Amount figure(const Numbers& numbers, const Figure& figure) const {
        Amount sum;
        for (const std::string_view path : figure.cells) {
            if (path.empty()) continue;
            const std::size_t dot = path.find('.');
            const Form& own = form(path.substr(0, dot));
            const int entry = find_entry(own, path.substr(dot + 1));
            if (entry < 0) continue;
            const std::optional<Amount>& cell =
                numbers.cells[table_of(own)][static_cast<std::size_t>(entry)];
            if (cell) sum = sum + *cell;
        }
        return sum;
    }

    OfficeFigures office(const Row& row) const {
        OfficeFigures own{row.name, row.category, {}, {}};
        for (const Figure& each : all_figures) {
            own.now.push_back(figure(*row.now, each));
            own.before.push_back(row.before ? std::optional(figure(*row.before, each))
                                            : std::nullopt);
        }
        return own;
    }

    static bool is_far(const Amount& a, const Amount& b) {
        const bool more = compare(a, b) > 0;
        const Amount& larger = more ? a : b;
        return compare(larger, least_of_an_outlier) >= 0 &&
               compare_tenfold(larger, more ? b : a, 1) >= 0;
    }

    /// The lower median of those that are not 0; empty if there are too few.
    static std::optional<Amount> median(std::vector<Amount> amounts) {
        std::erase_if(amounts, [](const Amount& own) { return own.digits == 0; });
        if (amounts.size() < least_of_a_kind) return {};
        std::sort(amounts.begin(), amounts.end(),
                  [](const Amount& a, const Amount& b) { return compare(a, b) < 0; });
        return amounts[(amounts.size() - 1) / 2];
    }

    static void outliers(Statistics& all) {
        std::map<std::pair<std::string, std::size_t>, std::vector<Amount>> kinds;
        for (const OfficeFigures& office : all.offices) {
            for (std::size_t i = 0; i < office.now.size() && !office.category.empty(); ++i)
                kinds[{office.category, i}].push_back(office.now[i]);
        }
        std::map<std::pair<std::string, std::size_t>, std::optional<Amount>> medians;
        for (const auto& [kind, amounts] : kinds) medians[kind] = median(amounts);
        for (const OfficeFigures& office : all.offices) {
            for (std::size_t i = 0; i < office.now.size(); ++i) {
                const Amount& now = office.now[i];
                const int figure = static_cast<int>(i);
                if (office.before[i] && is_far(now, *office.before[i]))
                    all.outliers.push_back(
                        {office.name, office.category, figure, now, *office.before[i], false});
                const auto kind = medians.find({office.category, i});
                if (kind != medians.end() && kind->second && now.digits != 0 &&
                    is_far(now, *kind->second))
                    all.outliers.push_back(
                        {office.name, office.category, figure, now, *kind->second, true});
            }
        }
    }

    const Edition& edition_;
    std::vector<const Row*> rows_;
};

}  // namespace

std::span<const Figure> figures() { return all_figures; }

Statistics statistics_of(std::span<const Row> rows, const Edition& edition, int year) {
    return Counting(rows, edition).all(year);
}

}  // namespace nianbao::sums
