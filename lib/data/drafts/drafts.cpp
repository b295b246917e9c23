#include "data/drafts/drafts.hpp"

#include "data/rules.hpp"
#include "notation/docx/word_file.hpp"
#include "notation/html/web_page.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/limits.hpp"
#include "recognise/article/article.hpp"
#include "recognise/rules.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace nianbao::data {
namespace {

using notation::WordMarks;

void warn(notation::Values& values, const std::string& name, std::string message,
          std::string hint) {
    values.findings.tell(Severity::warning, recognise::rule("D-39"), {}, {name, {}, 0, 0, 0},
                         std::move(message), std::move(hint));
}

/// What a Word file has beside the text that was read.
void tell_marks(const WordMarks& marks, const std::string& name, notation::Values& values) {
    if (marks.insertions + marks.deletions + marks.moves > 0) {
        std::string parts;
        const auto add = [&](int count, std::string_view what) {
            if (count > 0)
                parts += fmt::format("{}{} {} 处", parts.empty() ? "" : "、", what, count);
        };
        add(marks.insertions, "插入");
        add(marks.deletions, "删除");
        add(marks.moves, "移动");
        warn(values, name, fmt::format("有没有接受的修订（{}），按全部接受读了", parts),
             "在 Word 或 WPS 的“审阅”里接受或者拒绝修订，再存一份");
    }
    if (marks.comments > 0)
        warn(values, name, fmt::format("有 {} 条批注，没有读", marks.comments),
             "按批注改好以后，删去批注");
    if (marks.notes > 0)
        warn(values, name, fmt::format("有 {} 条脚注或者尾注，没有读", marks.notes),
             "把脚注写进正文，或者写到表下的注里");
    if (marks.pictures > 0)
        warn(values, name, fmt::format("有 {} 张图片，里面的文字没有读", marks.pictures),
             "图片里有年报的文字或者表的，改成文字和表");
    if (marks.embedded > 0)
        warn(values, name, fmt::format("里面嵌着 {} 份别的文件，没有读", marks.embedded),
             "把里面的文字和表复制到正文里");
    if (marks.hidden) warn(values, name, "有隐藏的文字，没有读", "取消隐藏，或者删去这些文字");
}

bool told_that_none(const std::string& name, std::string message, std::string hint,
                    notation::Values& values) {
    values.findings = {};
    values.findings.error(rule("D-20"), {}, {name, {}, 0, 0, 0}, std::move(message),
                          std::move(hint));
    return false;
}

/// False if the file is too large; that is told.
bool begin(std::string_view bytes, const std::string& name, notation::Values& values) {
    values.format = Format::json;  // nothing is folded
    values.source = Source(name, {});
    if (bytes.size() <= notation::most_bytes) return true;
    values.findings.error(rule("D-03"), {}, {name, {}, 0, 0, 0},
                          fmt::format("文件超过上限 {} MiB", notation::most_bytes >> 20));
    return false;
}

}  // namespace

bool read_word(std::string_view bytes, const std::string& name, const Known& known,
               notation::Values& values) {
    if (!begin(bytes, name, values)) return false;
    notation::ReadWordFile read = notation::read_word_file(bytes, name);
    if (!read.file) {
        values.findings.error(recognise::rule("D-26"), {}, {name, {}, 0, 0, 0},
                              std::move(read.fault),
                              "用 WPS 或 Word 打开，另存为 .docx；打不开的，请报送单位重发");
        return false;
    }
    if (!recognise::recognise_article(std::move(read.file->draft), known, values))
        return told_that_none(name, "这份 Word 文件里没有年报的标题和表，不是年报",
                              "移到别处；是年报的，六个部分的标题照格式写", values);
    tell_marks(read.file->marks, name, values);
    return true;
}

bool read_page(std::string_view bytes, const std::string& name, const Known& known,
               notation::Values& values) {
    if (!begin(bytes, name, values)) return false;
    notation::ReadWebPage read = notation::read_web_page(bytes, name);
    if (!read.page) {
        values.findings.error(recognise::rule("D-26"), {}, {name, {}, 0, 0, 0},
                              std::move(read.fault), "在浏览器里打开，把网页另存一份再读");
        return false;
    }
    if (!recognise::recognise_article(std::move(read.page->draft), known, values))
        return told_that_none(name, "这份网页里没有年报的标题和表，不是年报",
                              "打开年报所在的那一页再存；表是图片的，照着填一份数据文件", values);
    if (read.page->lost > 0)
        warn(values, name, fmt::format("有 {} 个字节不是文字，读作“\uFFFD”", read.page->lost),
             "在浏览器里核对这些字，再存一份");
    return true;
}

bool read_saved_text(std::string_view bytes, const std::string& name, const Known& known,
                     notation::Values& values) {
    values.format = Format::json;  // nothing is folded
    notation::Draft draft{Source(name, notation::text_of(bytes).value_or(std::string())), {}};
    const std::string_view text = draft.source.text();
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", from), text.size());
        notation::DraftParagraph paragraph;
        paragraph.placed = notation::placed(text.substr(from, end - from), static_cast<int>(from));
        draft.parts.emplace_back(std::move(paragraph));
        from = end + 1;
        if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++from;
    }
    if (recognise::recognise_article(std::move(draft), known, values)) return true;
    return told_that_none(name, "这份文字里没有年报的标题，不是年报",
                          "移到别处；是年报的，六个部分的标题照格式写", values);
}

}  // namespace nianbao::data
