#include "data/drafts/drafts.hpp"

#include "data/kinds.hpp"
#include "data/rules.hpp"
#include "notation/docx/word_file.hpp"
#include "notation/html/web_page.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/xlsx/cell_notes.hpp"
#include "notation/xlsx/workbook.hpp"
#include "office/inner_pages.hpp"
#include "recognise/article/article.hpp"
#include "recognise/printed/printed.hpp"
#include "recognise/printed/rules.hpp"
#include "recognise/recognise.hpp"
#include "recognise/rules.hpp"
#include "text/digits.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace nianbao::data {
namespace {

using notation::WordMarks;

constexpr notation::Kind other_word_file{"这份 Word 文件里没有年报的标题和表",
                                         "移到别处；是年报的，六个部分的标题照格式写"},
    other_page{"这份网页里没有年报的标题和表",
               "打开年报所在的那一页再存；表是图片的，照着填一份数据文件"},
    other_pdf{"这份 PDF 里没有年报的标题和表", other_word_file.what_to};

void warn(notation::Values& values, const std::string& name, std::string message,
          std::string hint) {
    values.findings.tell(Severity::warning, recognise::rule("D-39"), {}, {name, {}, 0, 0, 0},
                         std::move(message), std::move(hint));
}

constexpr const char* answer_comments = "按批注改好以后，删去批注";

/// Each at its paragraph or cell, with its words. The number of those that were told.
int tell_comments(const std::vector<notation::WordComment>& comments, notation::Values& values) {
    constexpr int most = 200, longest = 500;
    int told = 0;
    for (const notation::WordComment& comment : comments) {
        if (told == most) break;
        ++told;
        Place place = values.source.place_of(comment.at);
        place.character = place.length = 0;
        std::u32string text = to_utf32(comment.text);
        if (text.size() > longest) text.replace(longest, text.npos, U"……");
        values.findings.tell(Severity::warning, recognise::rule("D-39"), {}, std::move(place),
                             fmt::format("这里有批注，没有读：“{}”", to_utf8(text)),
                             answer_comments);
    }
    return told;
}

/// Text that was left out though people see it, or read though they do not, each at its
/// paragraph or cell.
void tell_left(const std::vector<notation::WordMark>& marks, notation::Values& values) {
    using What = notation::WordMark::What;
    constexpr int most = 200;
    int told = 0;
    for (const notation::WordMark& mark : marks) {
        const bool struck = mark.what == What::struck, white = mark.what == What::white;
        if ((!struck && !white && mark.what != What::raised) || notation::blank(mark.text))
            continue;
        if (++told > most) break;
        Place place = values.source.place_of(mark.at);
        place.character = place.length = 0;
        if (white) {
            values.findings.tell(
                Severity::warning, recognise::rule("D-39"), {}, std::move(place),
                fmt::format("白色的“{}”看不见，也读了", notation::shown(mark.text)),
                "不要的删去；要的，改为黑色");
            continue;
        }
        values.findings.tell(
            Severity::warning, recognise::rule("D-39"), {}, std::move(place),
            fmt::format("{}的“{}”没有读", struck ? "划掉" : "上标、下标",
                        notation::shown(mark.text)),
            struck ? "不要的删去；要的，去掉删除线"
                   : "是注的序号的，删去它，把注写进正文或者表下的注；是数的，改为一般的字");
    }
}

/// What a Word file has beside the text that was read.
void tell_marks(const notation::WordFile& file, const std::string& name, notation::Values& values) {
    const WordMarks& marks = file.marks;
    if (marks.insertions + marks.deletions + marks.moves > 0) {
        std::string parts;
        const auto add = [&](int count, std::string_view what) {
            if (count > 0)
                parts += fmt::format("{}{} {} 处", parts.empty() ? "" : "、", what, count);
        };
        add(marks.insertions, "插入");
        add(marks.deletions, "删除");
        add(marks.moves, "移动");
        values.findings.tell(Severity::warning, recognise::rule("D-42"), {}, {name, {}, 0, 0, 0},
                             fmt::format("有没有接受的修订（{}），按全部接受读了", parts),
                             "在 Word 或 WPS 的“审阅”里接受或者拒绝修订，再存一份");
    }
    const int others = marks.comments - tell_comments(file.comments, values);
    if (others > 0)
        warn(values, name, fmt::format("有 {} 条批注，没有读", others), answer_comments);
    if (marks.notes > 0)
        warn(values, name, fmt::format("有 {} 条脚注或者尾注，没有读", marks.notes),
             "把脚注写进正文，或者写到表下的注里");
    if (marks.pictures > 0)
        warn(values, name, fmt::format("有 {} 张图片，里面的文字没有读", marks.pictures),
             "图片里有年报的文字或者表的，改成文字和表");
    if (marks.embedded > 0)
        warn(values, name, fmt::format("里面嵌着 {} 份别的文件，没有读", marks.embedded),
             "把里面的文字和表复制到正文里");
    tell_left(file.placed, values);
    if (marks.hidden) warn(values, name, "有隐藏的文字，没有读", "取消隐藏，或者删去这些文字");
}

/// Nothing else is told of a file that is no report.
bool told_that_none(const std::string& name, std::string message, std::string_view what_to,
                    notation::Values& values) {
    values.findings = {};
    values.findings.error(rule("D-20"), {}, {name, {}, 0, 0, 0}, std::move(message),
                          std::string(what_to));
    return false;
}

bool told_as_broken(const std::string& name, std::string fault, std::string_view saved,
                    notation::Values& values) {
    values.findings.error(recognise::rule("D-26"), {}, {name, {}, 0, 0, 0}, std::move(fault),
                          fmt::format("用 WPS 或 {}；打不开的，请报送单位重发", saved));
    return false;
}

/// Notes that hold a number, or say what is still to be done: those that explain the form
/// do neither.
void tell_cell_notes(std::string_view bytes, const std::string& name, notation::Values& values) {
    notation::OfficeFile file(bytes);
    if (!notation::may_have_cell_notes(file)) return;
    constexpr int most = 200;
    int told = 0;
    for (notation::CellNoteRead& note : notation::read_cell_notes(file)) {
        const auto says = [&](std::string_view word) {
            return note.text.find(word) != note.text.npos;
        };
        const bool asks =
            std::any_of(note.text.begin(), note.text.end(), [](char c) { return is_digit(c); }) ||
            says("核") || says("改") || says("补") || says("待") || says("？");
        if (note.own || !asks || ++told > most) continue;
        note.place.file = name;
        values.findings.tell(Severity::warning, recognise::rule("D-39"), {}, std::move(note.place),
                             fmt::format("这里有批注，没有读：“{}”", notation::shown(note.text)),
                             answer_comments);
    }
}

bool read_cells(std::string_view bytes, const std::string& name, const Known&,
                notation::Values& values) {
    notation::ReadWorkbook read =
        notation::read_workbook(bytes, name, recognise::sheets_without_report());
    if (!read.workbook)
        return told_as_broken(name, std::move(read.fault), "Excel 打开，另存为 .xlsx", values);
    if (!recognise::recognise(*std::move(read.workbook), values))
        return told_that_none(name, not_data(other_workbook), other_workbook.what_to, values);
    tell_cell_notes(bytes, name, values);
    return true;
}

/// Reads the one report of a draft. False if there is none, or more: that is told.
bool read_article(notation::Draft draft, const std::string& name, std::string none,
                  std::string_view what_to, const Known& known, notation::Values& values) {
    using recognise::ArticleFound;
    const ArticleFound found = recognise::recognise_article(std::move(draft), known, values);
    if (found == ArticleFound::nothing)
        return told_that_none(name, std::move(none), what_to, values);
    return found == ArticleFound::report;
}

/// Takes away the page behind a report that lists what was found in it. False: none is.
bool leave_list(notation::Draft& draft) {
    const auto says = [&](std::size_t i, std::string_view text) {
        const auto* paragraph = i < draft.parts.size()
                                    ? std::get_if<notation::DraftParagraph>(&draft.parts[i])
                                    : nullptr;
        return paragraph != nullptr && paragraph->text() == text;
    };
    for (std::size_t i = 0; i < draft.parts.size(); ++i) {
        if (!says(i, list_title) || !says(i + 1, list_note)) continue;
        draft.parts.erase(draft.parts.begin() + static_cast<std::ptrdiff_t>(i), draft.parts.end());
        return true;
    }
    return false;
}

bool read_word(std::string_view bytes, const std::string& name, const Known& known,
               notation::Values& values) {
    notation::ReadWordFile read = notation::read_word_file(bytes, name);
    if (!read.file)
        return told_as_broken(name, std::move(read.fault), "Word 打开，另存为 .docx", values);
    const bool listed = leave_list(read.file->draft);
    if (!read_article(std::move(read.file->draft), name,
                      fmt::format("{}，不是年报", other_word_file.is), other_word_file.what_to,
                      known, values))
        return false;
    if (listed)
        warn(values, name, fmt::format("最后的“{}”不是报告，没有读", list_title),
             "改好以后，删去这一页");
    tell_marks(*read.file, name, values);
    return true;
}

bool read_page(std::string_view bytes, const std::string& name, const Known& known,
               notation::Values& values) {
    notation::ReadWebPage read = notation::read_web_page(bytes, name);
    if (!read.page) {
        values.findings.error(recognise::rule("D-26"), {}, {name, {}, 0, 0, 0},
                              std::move(read.fault), "在浏览器里打开，把网页另存一份再读");
        return false;
    }
    if (!read_article(std::move(read.page->draft), name, fmt::format("{}，不是年报", other_page.is),
                      other_page.what_to, known, values))
        return false;
    if (read.page->lost > 0)
        warn(values, name, fmt::format("有 {} 个字节不是文字，读作“\uFFFD”", read.page->lost),
             "在浏览器里核对这些字，再存一份");
    return true;
}

/// A text as a page gives it when it is copied, a paragraph a line.
bool is_saved_text(std::string_view bytes, std::string_view name) {
    return has_ending(name, ".txt") && !bytes.empty() &&
           notation::foreign_kind(bytes, name) == nullptr && !holds_report(bytes);
}

/// A line in its tables that the form does not have. `at`: its page, in words.
void tell_other_line(const recognise::OtherLine& line, Place place, std::string_view at,
                     notation::Values& values) {
    values.findings.tell(Severity::warning, recognise::rule("D-34"), {}, std::move(place),
                         fmt::format("{}表里的这一行没有读：“{}”", at, notation::shown(line.words)),
                         "按表上的文字改正这一行的名称；不是表里的，不必理会");
}

bool read_saved_text(std::string_view bytes, const std::string& name, const Known& known,
                     notation::Values& values) {
    recognise::PrintedText printed =
        recognise::draft_of_text(Source(name, notation::text_of(bytes).value_or(std::string())));
    printed.draft.may_lack_numbers = true;
    if (!read_article(std::move(printed.draft), name, "这份文字里没有年报的标题，不是年报",
                      other_word_file.what_to, known, values))
        return false;
    for (const recognise::OtherLine& line : printed.others)
        tell_other_line(line, values.source.place_of(line.begin, line.end - line.begin), {},
                        values);
    return true;
}

/// The text of a PDF, under the PDF's name.
bool is_printed_text(std::string_view bytes, std::string_view name) {
    return has_ending(name, ".pdf") && !bytes.empty() &&
           notation::foreign_kind(bytes, name) == nullptr;
}

bool read_printed_text(std::string_view bytes, const std::string& name, const Known& known,
                       notation::Values& values) {
    recognise::PrintedText printed = recognise::draft_of_printed(name, bytes);
    if (!read_article(std::move(printed.draft), name, fmt::format("{}，不是年报", other_pdf.is),
                      other_pdf.what_to, known, values))
        return false;
    values.findings.tell(Severity::warning, recognise::printed_rule("D-46"), {},
                         {name, {}, 0, 0, 0}, "这份 PDF 没有附数据，按里面的文字读了（pdftotext）",
                         "与 PDF 核对一遍；有生成它的 Word 文件（.docx）或者网页的，读那一份");
    for (const recognise::OtherLine& line : printed.others)
        tell_other_line(line, {name, {}, 0, 0, 0}, fmt::format("第 {} 页", line.page), values);
    for (const std::string& head : printed.heads)
        warn(values, name, fmt::format("页眉、页脚没有读：“{}”", notation::shown(head)),
             "这是正文的，写进数据文件");
    return true;
}

constexpr DraftKind kinds[] = {
    {Format::workbook, notation::is_workbook, read_cells, "这是工作簿，里面的数据不在这里改",
     "用 WPS 或 Excel 打开，照 nianbao check 所说的改正"},
    {Format::article, notation::is_word_file, read_word, "这是 Word 文件，里面的文字和数不在这里改",
     "用 WPS 或 Word 打开，照 nianbao check 所说的改正；或者先导入（import）成数据文件"},
    {Format::article, notation::is_web_page, read_page, "这是网页，里面的文字和数不在这里改",
     "先导入（import）成数据文件，再改正那个文件"},
    {Format::article, is_saved_text, read_saved_text, "这是存下来的文字，不是数据文件，不能改",
     "先导入（import）成数据文件，再改正那个文件"},
    {Format::article, is_printed_text, read_printed_text, "这是 PDF 文件，里面的文字和数不在这里改",
     "先导入（import）成数据文件，再改正那个文件"},
};

}  // namespace

const DraftKind* draft_kind_of(std::string_view bytes, std::string_view name) {
    for (const DraftKind& kind : kinds) {
        if (kind.is(bytes, name)) return &kind;
    }
    return nullptr;
}

const notation::Kind* without_report(std::string_view bytes, std::string_view name) {
    const bool page = notation::is_web_page(bytes, name), printed = is_printed_text(bytes, name);
    std::optional<notation::Draft> draft;
    if (printed) {
        draft = recognise::draft_of_printed({}, bytes).draft;
    } else if (page) {
        notation::ReadWebPage read = notation::read_web_page(bytes, {});
        if (read.page) draft = std::move(read.page->draft);
    } else {
        notation::ReadWordFile read = notation::read_word_file(bytes, {});
        if (read.file) draft = std::move(read.file->draft);
    }
    notation::Values values;
    if (!draft || recognise::recognise_article(*std::move(draft), {}, values) !=
                      recognise::ArticleFound::nothing)
        return nullptr;
    return printed ? &other_pdf : page ? &other_page : &other_word_file;
}

}  // namespace nianbao::data
