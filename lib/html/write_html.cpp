#include "html/write.hpp"

#include "digest/sha256.hpp"
#include "html/markup.hpp"
#include "html/style.hpp"
#include "html/tables.hpp"
#include "report/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <variant>

namespace nianbao {
namespace {

using html::append_inline;
using html::escaped;

constexpr std::string_view mark_begin = "<!-- nianbao ", mark_end = " -->\n";
constexpr std::size_t digest_length = 64;

/// True if something of it is seen.
bool has_text(const Inline& content) {
    std::string text;
    append_inline(text, content);
    return !text.empty();
}

class PageWriter {
public:
    PageWriter(const Document& document, const HtmlOptions& options)
        : document_(document), options_(options) {}

    std::string write() {
        if (options_.whole) begin_page();
        for (const Section& section : document_.sections) add_section(section);
        if (document_.signature) add_signature(*document_.signature);
        if (options_.whole) end_page();
        return std::move(out_);
    }

private:
    // ------------------------------------------------------------ around the body

    void meta(std::string_view name, std::string_view content) {
        if (!content.empty())
            out_ += fmt::format("<meta name=\"{}\" content=\"{}\">\n", name, escaped(content));
    }

    void begin_page() {
        const Metadata& about = document_.metadata;
        out_ += fmt::format(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            escaped(about.language));
        const std::string title = about.title.empty() ? std::string("年度报告") : about.title;
        out_ += fmt::format("<title>{}</title>\n", escaped(title));
        meta("ArticleTitle", about.title);
        if (options_.published) meta("PubDate", date_text(*options_.published));
        meta("ContentSource", about.author);
        meta("author", about.author);
        meta("description", about.description);
        meta("keywords", about.keywords);
        out_.append("<style>").append(html::style).append("</style>\n</head>\n<body>\n<main>\n");
        if (has_text(document_.title)) add("h1", document_.title);
    }

    void end_page() {
        if (options_.data)
            out_ += fmt::format(
                "<p class=\"n\"><a download=\"{}\" href=\"data:{};base64,{}\">下载数据文件</a></p>\n",
                escaped(options_.data->name), escaped(options_.data->type),
                html::base64(options_.data->bytes));
        out_ += "</main>\n</body>\n</html>\n";
        const std::string digest = sha256(out_);
        out_.append(mark_begin).append(digest).append(mark_end);
    }

    // ------------------------------------------------------------ blocks

    void add(std::string_view element, const Inline& content, std::string_view attributes = {}) {
        if (!has_text(content)) return;
        out_ += fmt::format("<{}{}>", element, attributes);
        append_inline(out_, content);
        out_ += fmt::format("</{}>\n", element);
    }

    void add_heading(const Heading& heading) {
        constexpr int deepest = 6;  // of HTML
        add(fmt::format("h{}", std::clamp(heading.depth, 2, deepest)), heading.content);
    }

    void add_section(const Section& section) {
        if (section.heading) add_heading(*section.heading);
        for (const Block& block : section.blocks)
            std::visit([&](const auto& own) { add_block(own); }, block);
    }

    void add_block(const Paragraph& paragraph) {
        add("p", paragraph.content, part(" style=\"text-indent:2em;overflow-wrap:anywhere\""));
    }
    void add_block(const Heading& heading) { add_heading(heading); }
    void add_block(const List& list) {
        if (list.items.empty()) return;
        out_ += fmt::format(
            "<ul{}>\n",
            part(" style=\"list-style:none;margin:0;padding:0;overflow-wrap:anywhere\""));
        for (const ListItem& item : list.items) {
            out_ += fmt::format("<li{}>", part(" style=\"text-indent:2em\""));
            append_inline(out_, item.content);
            if (!item.below.empty()) out_ += '\n';
            for (const List& below : item.below) add_block(below);
            out_ += "</li>\n";
        }
        out_ += "</ul>\n";
    }
    void add_block(const Table& table) {
        html::append_table(out_, table, tables_++, options_.whole);
    }

    void add_signature(const SignatureLines& signature) {
        const std::string_view style = part(" style=\"text-align:right\"");
        if (options_.whole) out_ += "<div class=\"s\">\n";
        add("p", signature.agency, style);
        add("p", signature.date, style);
        if (options_.whole) out_ += "</div>\n";
    }

    /// What only a part of a page needs, as it has no style sheet.
    std::string_view part(std::string_view attributes) const {
        return options_.whole ? std::string_view() : attributes;
    }

    const Document& document_;
    const HtmlOptions& options_;
    std::string out_;
    int tables_ = 0;
};

HtmlOptions options_of(const Stages& stages, bool whole) {
    return {whole, stages.report.published, stages.data};
}

}  // namespace

std::string write_html(const Document& document, const HtmlOptions& options) {
    if (const std::string wrong = fault(document); !wrong.empty())
        throw std::invalid_argument(wrong);
    return PageWriter(document, options).write();
}

std::string write_page(const Stages& stages) {
    return write_html(*stages.document, options_of(stages, true));
}

std::string write_fragment(const Stages& stages) {
    return write_html(*stages.document, options_of(stages, false));
}

bool is_page_as_made(std::string_view bytes) {
    const std::size_t mark = mark_begin.size() + digest_length + mark_end.size();
    if (bytes.size() < mark || !bytes.ends_with(mark_end)) return false;
    const std::string_view before = bytes.substr(0, bytes.size() - mark);
    const std::string_view own = bytes.substr(before.size());
    return own.starts_with(mark_begin) &&
           own.substr(mark_begin.size(), digest_length) == sha256(before);
}

}  // namespace nianbao
