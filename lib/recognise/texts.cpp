// 基本信息 and 正文: by the names of their cells, else by the words beside them.
#include "recognise/article/lost_heading.hpp"
#include "recognise/cell/rules.hpp"
#include "recognise/labels.hpp"
#include "recognise/recognition.hpp"
#include "recognise/rules.hpp"
#include "report/workbook.hpp"
#include "text/digits.hpp"

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
        ask_for_fees();
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
        tell_left(path, *cell, at);
        if (notation::blank(cell->text())) return false;
        if (path.starts_with(fees) &&
            notation::without_blanks(cell->text()) == workbook::in_the_text) {
            fees_in_text_ = true;
            return false;
        }
        tell_postcode(path, *cell, at);
        if (put_fee(path, *cell, at)) return true;
        work_.values.text(path, cell->placed.mapped, where);
        ++found_;
        return true;
    }

    /// Tells of text that people see and that was not read, or that they struck through.
    void tell_left(const std::string& path, const GridCell& cell, const At& at) {
        if (!cell.left.empty())
            work_.tell(
                Severity::warning, rule("D-39"), path, at,
                fmt::format("这一格里划掉的或者上标的“{}”没有读", notation::shown(cell.left)),
                "不要的删去；要的，改为一般的字");
        if (cell.struck && !notation::blank(cell.text()))
            work_.tell(Severity::warning, cell_rule("D-47"), path, at,
                       "这一格的字划掉了（删除线），也读了", "不要的删去；要的，去掉删除线");
        if (cell.white && !notation::blank(cell.text()))
            work_.tell(Severity::warning, cell_rule("D-47"), path, at,
                       "这一格的字是白色的，看不见，也读了", "不要的删去；要的，改为黑色");
    }

    /// Puts a fee with its unit behind it, as the tables' numbers are read. False if it
    /// is no fee, or has no unit.
    bool put_fee(const std::string& path, const GridCell& cell, const At& at) {
        if (!path.starts_with(fees)) return false;
        const std::string_view text = notation::without_blanks(cell.text()),
                               unit = path.ends_with(".notices") ? "件" : "元";
        if (!text.ends_with(unit) || text.ends_with("万元")) return false;
        const std::string_view number =
            notation::without_blanks(text.substr(0, text.size() - unit.size()));
        const int begin = cell.placed.begin + static_cast<int>(number.data() - cell.text().data());
        work_.tell(Severity::warning, rule("D-31"), path, at,
                   fmt::format("读了数，没有读数后面的单位：“{}”", notation::shown(cell.text())),
                   "格里只填数");
        work_.values.text(path, notation::placed(number, begin).mapped,
                          {cell.placed.begin, cell.placed.end});
        ++found_;
        return true;
    }

    /// A postcode that was typed as a number has lost the zero that it began with.
    void tell_postcode(const std::string& path, const GridCell& cell, const At& at) {
        constexpr std::size_t digits = 6;
        if (path == "contact.postcode" && all_digits(cell.text()) &&
            cell.text().size() == digits - 1)
            work_.tell(Severity::warning, cell_rule("D-47"), path, at,
                       fmt::format("邮政编码“{}”只有五位，多半丢了前面的 0", cell.text()),
                       fmt::format("把这一格设为文本格式，写成 0{}", cell.text()));
    }

    /// 信息处理费 may be blank if there was none, but not if the text says how much it was.
    void ask_for_fees() {
        if (fees_in_text_ || !workbook::states_fee(prose_)) return;
        std::vector<std::pair<std::string, At>> blank;
        for (int field : workbook::basic_fields()) {
            const std::string path = own_path(field);
            if (!path.starts_with(fees)) continue;
            if (work_.values.has(path)) return;
            if (const notation::DefinedName* name = work_.sheets.named(path))
                blank.emplace_back(path, At{name->sheet, name->row, name->column});
        }
        for (const auto& [path, at] : blank) work_.values.blank(path, work_.bytes(at));
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
                const std::string_view says = workbook::basic_explanation(field);
                if (!says.empty() && text.starts_with(says)) continue;
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
        std::string_view last_line;
        std::optional<At> last_at;
        for (const GridCell& cell : work_.sheets.grid(first.sheet).cells) {
            if (cell.column != first.column || cell.row < first.row || cell.row > last) continue;
            if (!usable(path, cell, {first.sheet, cell.row, cell.column})) continue;
            const At at{first.sheet, cell.row, cell.column};
            tell_left(path, cell, at);
            if (notation::blank(cell.text())) continue;
            for (std::string_view rest = cell.text(); path != "introduction" && !rest.empty();) {
                const std::string_view line = rest.substr(0, rest.find('\n'));
                rest.remove_prefix(std::min(line.size() + 1, rest.size()));
                if (last_at && lost_its_number(last_line, line))
                    tell_lost(path, last_line, *last_at);
                last_line = line;
                last_at = at;
            }
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
        notation::MappedText text = builder.finish(where.end);
        prose_.append(text.text).push_back('\n');
        work_.values.text(path, std::move(text), where);
        ++found_;
        return true;
    }

    void tell_lost(const std::string& path, std::string_view line, const At& at) {
        work_.tell(Severity::warning, rule("D-38"), path, at,
                   fmt::format("“{}”像是标题，前面没有编号，按正文读了", notation::shown(line)),
                   "请核实；是标题的，写上编号，例如“（一）”");
    }

    static constexpr std::string_view fees = "processing_fees.";

    const Edition& edition_;
    Recognition& work_;
    std::string prose_;          // all that was read
    bool fees_in_text_ = false;  // as the sheet says
    std::vector<At> by_words_;
    int basic_sheet_ = -2;  // -2: not looked for, -1: there is none
    int found_ = 0;
};

}  // namespace

int recognise_texts(const Edition& edition, Recognition& work) {
    return TextRecogniser(edition, work).recognise();
}

}  // namespace nianbao::recognise
