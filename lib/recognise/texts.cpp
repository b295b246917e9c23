// 基本信息 and 正文: by the names of their cells, else by the words beside them.
#include "recognise/labels.hpp"
#include "recognise/recognition.hpp"
#include "recognise/rules.hpp"
#include "report/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace nianbao::recognise {
namespace {

class TextRecogniser {
public:
    TextRecogniser(const Edition& edition, Recognition& work) : edition_(edition), work_(work) {}

    int recognise() {
        for (int field : workbook::basic_fields()) read_basic(field);
        for (const workbook::ProseField& prose : workbook::prose_fields) read_prose(prose);
        if (!by_words_.empty())
            work_.tell(
                Severity::warning, rule("D-27"), {}, by_words_.front(),
                fmt::format("有些单元格没有名称，按旁边的文字读了：{}", work_.list_of(by_words_)));
        return found_;
    }

private:
    // ------------------------------------------------------------ 基本信息

    void read_basic(int field) {
        const std::string path = own_path(field);
        if (const notation::DefinedName* name = work_.sheets.named(path)) {
            put(path, {name->sheet, name->row, name->column});
        } else if (const std::optional<At> at = beside_label(field)) {
            if (put(path, *at)) by_words_.push_back(*at);
        }
    }

    bool put(const std::string& path, const At& at) {
        const GridCell* cell = work_.sheets.cell(at);
        if (cell == nullptr) return false;
        const Bytes where{cell->placed.begin, cell->placed.end};
        if (!usable(path, *cell, at)) {
            work_.values.faulty(path, where);
            return true;
        }
        if (notation::blank(cell->text())) return false;
        work_.values.text(path, cell->placed.mapped, where);
        ++found_;
        return true;
    }

    /// Tells of a cell whose formula has no result.
    bool usable(const std::string& path, const GridCell& cell, const At& at) {
        if (cell.kept && cell.content != Content::error) return true;
        work_.tell(Severity::error, rule("D-29"), path, at,
                   cell.kept ? fmt::format("这一格是错误值 {}", cell.text())
                             : "这一格是公式，没有保存的结果");
        return false;
    }

    /// The first cell with something in it to the right of the field's label, in a sheet
    /// that has several such labels. What the workbook itself says there is no value.
    std::optional<At> beside_label(int field) {
        if (basic_sheet_ == -2) find_basic_sheet();
        if (basic_sheet_ < 0) return {};
        const std::string plain = plain_label(workbook::basic_label(field)),
                          name = plain_label(report_fields[field].name);
        for (const LabelCell& label : work_.sheets.labels()) {
            if (label.at.sheet != basic_sheet_ || (label.plain != plain && label.plain != name))
                continue;
            const int first = label.at.column + label.cell->columns;
            for (int column = first; column < first + 3; ++column) {
                const At at{basic_sheet_, label.at.row, column};
                const std::string_view text = work_.sheets.text(at);
                if (text == workbook::basic_explanation(field)) continue;
                if (!notation::blank(text)) return at;
            }
        }
        return {};
    }

    void find_basic_sheet() {
        basic_sheet_ = -1;
        std::vector<int> labels(work_.sheets.count(), 0);
        for (int field : workbook::basic_fields()) {
            const std::string plain = plain_label(workbook::basic_label(field));
            for (const LabelCell& label : work_.sheets.labels())
                labels[label.at.sheet] += label.plain == plain ? 1 : 0;
        }
        constexpr int enough = 5;  // the foot of a table has 电话 too
        const auto most = std::max_element(labels.begin(), labels.end());
        if (most != labels.end() && *most >= enough)
            basic_sheet_ = static_cast<int>(most - labels.begin());
    }

    // ------------------------------------------------------------ 正文

    void read_prose(const workbook::ProseField& prose) {
        const std::string path = own_path(prose.field);
        if (const notation::DefinedName* name = work_.sheets.named(path)) {
            const int last = std::max(name->row + name->rows - 1, row_before_next(*name));
            const int own_last = name->row + name->rows - 1;
            put_paragraphs(path, {name->sheet, name->row, name->column}, last, own_last);
            return;
        }
        const std::string plain = plain_label(workbook::prose_label(edition_, prose)),
                          own = plain_label(report_fields[prose.field].name);
        for (const LabelCell& label : work_.sheets.labels()) {
            if (label.plain != plain && label.plain != own) continue;
            if (read_beside(path, label)) return;
        }
    }

    /// Paragraphs typed below the range that the name covers belong to it too, up to the
    /// next text.
    int row_before_next(const notation::DefinedName& name) const {
        int next = -1;
        for (const workbook::ProseField& prose : workbook::prose_fields) {
            const notation::DefinedName* other = work_.sheets.named(own_path(prose.field));
            if (other == nullptr || other->sheet != name.sheet || other->column != name.column ||
                other->row <= name.row)
                continue;
            next = next < 0 ? other->row : std::min(next, other->row);
        }
        return next < 0 ? work_.sheets.grid(name.sheet).rows - 1 : next - 1;
    }

    /// The paragraphs right of a heading, or below it, up to the next one.
    bool read_beside(const std::string& path, const LabelCell& heading) {
        int last = work_.sheets.grid(heading.at.sheet).rows - 1;
        for (const LabelCell& label : work_.sheets.labels()) {
            if (label.at.sheet == heading.at.sheet && label.at.row > heading.at.row &&
                is_heading(label.plain))
                last = std::min(last, label.at.row - 1);
        }
        const int right = heading.at.column + heading.cell->columns;
        if (put_paragraphs(path, {heading.at.sheet, heading.at.row, right}, last)) {
            by_words_.push_back({heading.at.sheet, heading.at.row, right});
            return true;
        }
        const At below{heading.at.sheet, heading.at.row + heading.cell->rows, heading.at.column};
        if (!put_paragraphs(path, below, last)) return false;
        by_words_.push_back(below);
        return true;
    }

    bool is_heading(const std::string& plain) const {
        return std::any_of(edition_.headings.begin(), edition_.headings.end(),
                           [&](std::string_view one) { return plain_label(one) == plain; });
    }

    /// One paragraph a cell; a cell with line ends has several. Blank cells between them
    /// are blank lines, up to row `exact`.
    bool put_paragraphs(const std::string& path, const At& first, int last, int exact = 0) {
        notation::TextBuilder builder;
        Bytes where;
        bool any = false;
        int next = 0;  // the row behind the last paragraph
        for (const GridCell& cell : work_.sheets.grid(first.sheet).cells) {
            if (cell.column != first.column || cell.row < first.row || cell.row > last) continue;
            if (!usable(path, cell, {first.sheet, cell.row, cell.column})) continue;
            if (notation::blank(cell.text())) continue;
            if (any) builder.put("\n", where.end);
            else where.begin = cell.placed.begin;
            for (; any && cell.row <= exact && next < cell.row; ++next)
                builder.put("\n", where.end);
            next = cell.row + cell.rows;
            builder.put(cell.text(), cell.placed.begin);
            where.end = cell.placed.end;
            any = true;
        }
        if (!any) return false;
        work_.values.text(path, builder.finish(where.end), where);
        ++found_;
        return true;
    }

    const Edition& edition_;
    Recognition& work_;
    std::vector<At> by_words_;
    int basic_sheet_ = -2;  // -2: not looked for, -1: there is none
    int found_ = 0;
};

}  // namespace

int recognise_texts(const Edition& edition, Recognition& work) {
    return TextRecogniser(edition, work).recognise();
}

}  // namespace nianbao::recognise
