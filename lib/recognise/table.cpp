// One of the three tables: which cells are its own, and what they say.
#include "recognise/alike.hpp"
#include "recognise/cell/number_cell.hpp"
#include "recognise/note.hpp"
#include "recognise/printed/unparted.hpp"
#include "recognise/recognition.hpp"
#include "recognise/region.hpp"
#include "recognise/rules.hpp"
#include "report/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace nianbao::recognise {
namespace {

class TableRecogniser {
public:
    TableRecogniser(const Form& form, Recognition& work)
        : form_(form), work_(work), where_(form.entries.size()), blank_(form.entries.size()) {
        computed_.assign(form.entries.size(), false);
        for (const Equation& equation : form.equations) {
            if (equation.computes) computed_[equation.left.front().entry] = true;
        }
    }

    bool recognise() {
        const Headings& headings = headings_of(form_);
        regions_ = regions_of(form_, headings, work_.sheets);
        find_named();
        if (named_ == count()) hold_against_labels();
        else if (named_ > 0) fill_by_labels();
        else find_by_labels();
        const auto first = std::find_if(where_.begin(), where_.end(),
                                        [](const auto& at) { return at.has_value(); });
        if (first == where_.end()) return false;
        work_.values.place(form_.key, work_.bytes(**first));
        read_choice();
        for (int i = 0; i < count(); ++i) {
            if (where_[i]) read_cell(i, *where_[i]);
        }
        read_note(form_, labelled_, work_);
        put_blanks();
        tell_groups();
        return true;
    }

private:
    int count() const { return static_cast<int>(form_.entries.size()); }
    std::string path(int entry) const { return field_path(form_, form_.entries[entry].field); }

    void tell(Severity severity, std::string_view rule, int entry, std::string message,
              std::string hint = {}) {
        work_.tell(severity, rule, path(entry), *where_[entry], std::move(message),
                   std::move(hint));
    }

    // ------------------------------------------------------------ where the cells are

    void find_named() {
        for (int i = 0; i < count(); ++i) {
            const notation::DefinedName* name = work_.sheets.named(path(i));
            if (name == nullptr) continue;
            where_[i] = At{name->sheet, name->row, name->column};
            ++named_;
        }
    }

    /// The table in which most named cells stand where their labels say.
    const Region* table_of_names() const {
        const Region* best = nullptr;
        int most = -1;
        for (const Region& region : regions_) {
            int same = 0;
            bool sheet = false;
            for (int i = 0; i < count(); ++i) {
                if (!where_[i]) continue;
                sheet = sheet || where_[i]->sheet == region.sheet;
                if (region.cells[i] && region.cells[i]->at == *where_[i]) ++same;
            }
            if (sheet && same > most) {
                most = same;
                best = &region;
            }
        }
        return best;
    }

    /// A table that was pasted over another one bears its labels, and the names stay
    /// where they were: then people see what the labels say.
    void hold_against_labels() {
        const Region* region = table_of_names();
        if (region == nullptr || !region->whole) return;
        std::vector<At> moved;
        for (int i = 0; i < count(); ++i) {
            if (region->cells[i]->at == *where_[i]) continue;
            where_[i] = region->cells[i]->at;
            moved.push_back(*where_[i]);
        }
        if (!moved.empty()) labelled_ = region;
        if (!moved.empty())
            work_.tell(Severity::warning, rule("D-27"), std::string(form_.key), moved.front(),
                       fmt::format("“{}”的单元格名称与表上的文字对不上，按文字读了：{}", form_.name,
                                   work_.list_of(moved)));
        tell_foreign(*region);
        tell_copies({form_, where_, computed_, regions_, *region}, work_);
    }

    void fill_by_labels() {
        const Region* region = table_of_names();
        if (region == nullptr) return;
        std::vector<At> found, placed;
        for (int i = 0; i < count(); ++i) {
            if (where_[i] || !region->cells[i]) continue;
            where_[i] = region->cells[i]->at;
            (region->cells[i]->by_place ? placed : found).push_back(*where_[i]);
        }
        labelled_ = region;
        tell_found(found, placed);
        tell_foreign(*region);
        tell_copies({form_, where_, computed_, regions_, *region}, work_);
    }

    void find_by_labels() {
        if (regions_.empty()) return;
        const Region* chosen = choose();
        labelled_ = chosen;
        std::vector<At> found, placed;
        for (int i = 0; i < count(); ++i) {
            if (!chosen->cells[i]) continue;
            where_[i] = chosen->cells[i]->at;
            (chosen->cells[i]->by_place ? placed : found).push_back(*where_[i]);
        }
        tell_found(found, placed);
        tell_foreign(*chosen);
    }

    void tell_found(const std::vector<At>& found, const std::vector<At>& placed) {
        if (!found.empty() && work_.by_names) {
            std::string message =
                named_ == 0 ? fmt::format("“{}”的单元格没有名称，按表上的文字读了", form_.name)
                            : fmt::format("“{}”有些单元格没有名称，按表上的文字读了：{}",
                                          form_.name, work_.list_of(found));
            work_.tell(Severity::warning, rule("D-27"), std::string(form_.key), found.front(),
                       std::move(message));
        }
        if (!placed.empty())
            work_.tell(Severity::warning, rule("D-27"), std::string(form_.key), placed.front(),
                       fmt::format("“{}”有些单元格旁边没有表上的文字，按位置读了：{}", form_.name,
                                   work_.list_of(placed)),
                       "把这一行（列）的名称改成表上的文字");
    }

    void tell_foreign(const Region& region) {
        for (const At& at : region.foreign_rows)
            work_.tell(Severity::warning, rule("D-34"), std::string(form_.key), at,
                       fmt::format("“{}”里没有“{}”这一行，这一行的数没有读", form_.name,
                                   notation::shown(work_.sheets.text(at))));
    }

    /// Of several tables alike, the one that names the report's year; else the first, and
    /// the others have a say in what is read.
    const Region* choose() {
        const auto cells = [](const Region& region) {
            return std::count_if(region.cells.begin(), region.cells.end(),
                                 [](const auto& cell) { return cell.has_value(); });
        };
        std::vector<const Region*> alike;
        for (const Region& region : regions_) {
            if (10 * cells(region) >= 9 * cells(regions_.front())) alike.push_back(&region);
        }
        if (alike.size() == 1) return alike.front();
        std::vector<const Region*> of_year;
        for (const Region* region : alike) {
            if (work_.year > 0 && names_year(*region, work_.year, work_.sheets))
                of_year.push_back(region);
        }
        const Region* chosen = of_year.size() == 1 ? of_year.front() : alike.front();
        for (const Region* other : alike) {
            if (other == chosen) continue;
            if (of_year.size() != 1) {
                rivals_.push_back(other);
                continue;
            }
            work_.tell(Severity::warning, rule("D-35"), std::string(form_.key), first_of(*other),
                       fmt::format("这里也有一张“{}”，读的是 {} 年度的那一张（{} 起）", form_.name,
                                   work_.year, work_.whole_address(first_of(*chosen))));
        }
        return chosen;
    }

    // ------------------------------------------------------------ what they say

    void read_choice() {
        const std::string own = std::string(form_.key) + ".unlisted";
        const notation::DefinedName* name = work_.sheets.named(own);
        if (name == nullptr) return;
        const At at{name->sheet, name->row, name->column};
        const std::string_view text = work_.sheets.text(at);
        if (notation::blank(text) || text == workbook::fill_each) return;
        zeros_ = text == workbook::rest_is_zero || text == "0";
        work_.values.text(own, zeros_ ? std::string("0") : std::string(text), work_.bytes(at));
    }

    void read_cell(int entry, const At& at) {
        const GridCell* cell = work_.sheets.cell(at);
        const bool unparted = cell != nullptr && cell->content == Content::unparted;
        if (unparted || (cell != nullptr && work_.sheets.joined(at))) {
            (unparted ? unparted_ : joined_)[cell].push_back(entry);
            return work_.values.faulty(path(entry), work_.bytes(at));
        }
        if (cell == nullptr || (cell->text().empty() && cell->kept)) {
            blank_[entry] = !computed_[entry];
            return;
        }
        const Bytes where{cell->placed.begin, cell->placed.end};
        if (!cell->kept) {
            if (computed_[entry]) return not_kept_.push_back(at);
            tell(Severity::error, rule("D-29"), entry, "这一格是公式，没有保存的结果");
            return work_.values.faulty(path(entry), where);
        }
        if (cell->content == Content::error) {
            tell(Severity::error, rule("D-29"), entry,
                 fmt::format("这一格是错误值 {}", cell->text()));
            return work_.values.faulty(path(entry), where);
        }
        if (cell->content == Content::date) {
            tell(Severity::error, rule("D-30"), entry,
                 fmt::format("这一格是日期 {}，不是数", cell->text()));
            return work_.values.faulty(path(entry), where);
        }
        if (notation::blank(cell->text())) {
            blank_[entry] = !computed_[entry];
            return;
        }
        if (differs_elsewhere(entry, *cell)) return work_.values.faulty(path(entry), where);
        if (cell->has_formula && !computed_[entry] && !counts_ledger(at, *cell))
            formulas_.push_back(at);
        if (cell->hidden) hidden_.push_back(at);
        if (put_number({path(entry), form_.entries[entry].measure, at, *cell}, work_))
            units_.push_back(at);
    }

    /// Tells if another table like this one has another number.
    bool differs_elsewhere(int entry, const GridCell& cell) {
        for (const Region* rival : rivals_) {
            if (!rival->cells[entry]) continue;
            const At other = rival->cells[entry]->at;
            const std::string_view text = work_.sheets.text(other);
            if (text == cell.text()) continue;
            tell(Severity::error, rule("D-35"), entry,
                 fmt::format("有两张“{}”，这里是“{}”，{} 是“{}”", form_.name,
                             notation::shown(cell.text()), work_.whole_address(other),
                             notation::shown(text)));
            return true;
        }
        return false;
    }

    /// Numbers that the list of applications gives are no formulas that the office typed.
    bool counts_ledger(const At& at, const GridCell& cell) {
        const auto refers = [](const std::string& formula) {
            return formula.find(workbook::sheet_name(workbook::Sheet::ledger)) != formula.npos;
        };
        if (refers(cell.formula)) return true;
        if (!cell.formula.empty()) return false;
        // A shared formula stands in the first of its cells only.
        const std::vector<GridCell>& cells = work_.sheets.grid(at.sheet).cells;
        return std::any_of(cells.begin(), cells.end(),
                           [&](const GridCell& one) { return refers(one.formula); });
    }

    // ----------------------------------------------------------- what is told of several

    /// Blank cells are told by their row, and by the table, if nothing else is in them.
    void put_blanks() {
        const std::string own(form_.key);
        // Any other choice was meant for them; it is told by itself.
        if (zeros_ || work_.values.has(own + ".unlisted")) return;
        std::map<int, std::pair<int, int>> rows;  // by the parent field: blank ones, all
        int blank = 0, all = 0;
        for (int i = 0; i < count(); ++i) {
            if (computed_[i] || !where_[i]) continue;
            auto& [blanks, cells] = rows[form_.fields[form_.entries[i].field].parent];
            ++cells;
            ++all;
            if (blank_[i]) {
                ++blanks;
                ++blank;
            }
        }
        if (blank == all && !work_.values.has(own + ".note")) {
            const int first =
                static_cast<int>(std::find(blank_.begin(), blank_.end(), true) - blank_.begin());
            if (first < count()) work_.values.blank(form_.key, work_.bytes(*where_[first]));
            return;
        }
        for (int i = 0; i < count(); ++i) {
            if (!blank_[i]) continue;
            const int parent = form_.fields[form_.entries[i].field].parent;
            const auto& [blanks, cells] = rows[parent];
            if (parent < 0 || blanks < cells || cells == 1) {
                work_.values.blank(path(i), work_.bytes(*where_[i]));
            } else if (const std::string row = field_path(form_, parent); !work_.values.has(row)) {
                work_.values.blank(row, work_.bytes(*where_[i]));
            }
        }
    }

    void tell_group(std::string_view rule, const std::vector<At>& cells, std::string_view says) {
        if (!cells.empty())
            work_.tell(Severity::warning, rule, std::string(form_.key), cells.front(),
                       fmt::format("{}：{}", says, work_.list_of(cells)));
    }

    void tell_groups() {
        tell_group(rule("D-28"), formulas_, "这些格里是公式，按保存的结果读了");
        tell_group(rule("D-29"), not_kept_, "总计的公式没有保存的结果，由各格算出");
        tell_group(rule("D-31"), units_, "数后面的单位没有读");
        tell_group(rule("D-33"), hidden_, "这些格在隐藏的行或者列里，也读了");
        for (const auto& [cell, entries] : unparted_)
            tell_unparted(form_, *cell, entries, *where_[entries.front()], work_);
        for (const auto& [cell, entries] : joined_) {
            std::vector<At> others;
            for (int entry : entries) others.push_back(*where_[entry]);
            At origin = others.front();
            origin.row = cell->row;
            origin.column = cell->column;
            work_.tell(Severity::error, rule("D-32"), path(entries.front()), others.front(),
                       fmt::format("与 {} 合并成了一格，不知道各是多少：{}", work_.address(origin),
                                   work_.list_of(others)));
        }
    }

    const Form& form_;
    Recognition& work_;
    std::vector<Region> regions_;
    std::vector<const Region*> rivals_;
    const Region* labelled_ = nullptr;  // the table whose labels said where cells are
    int named_ = 0;
    bool zeros_ = false;
    // By entry.
    std::vector<std::optional<At>> where_;
    std::vector<bool> computed_, blank_;
    std::vector<At> formulas_, not_kept_, units_, hidden_;
    std::map<const GridCell*, std::vector<int>> joined_, unparted_;
};

}  // namespace

bool recognise_table(const Form& form, Recognition& work) {
    return TableRecogniser(form, work).recognise();
}

}  // namespace nianbao::recognise
