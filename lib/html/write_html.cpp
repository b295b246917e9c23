#include "html/write.hpp"

#include "html/frame.hpp"
#include "html/markup.hpp"
#include "html/tables.hpp"
#include "report/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

namespace nianbao {
namespace {

using html::append_inline;
using html::escaped;

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

    /// Of every page of a government's website (《政府网站发展指引》, 国办发〔2017〕47号).
    void site_tags() {
        if (!options_.site) return;
        meta("SiteName", options_.site->name);
        meta("SiteDomain", options_.site->domain);
        meta("SiteIDCode", options_.site->id_code);
        meta("ColumnName", options_.site->column);
    }

    void begin_page() {
        const Metadata& about = document_.metadata;
        site_tags();
        meta("ArticleTitle", about.title);
        if (options_.published) meta("PubDate", date_text(*options_.published));
        meta("ContentSource", about.author);
        meta("author", about.author);
        meta("description", about.description);
        meta("keywords", about.keywords);
        out_ = html::begin_page(about.language, about.title.empty() ? "年度报告" : about.title,
                                std::exchange(out_, {}));
        if (has_text(document_.title)) add("h1", document_.title);
    }

    /// What may be downloaded stands below the article, outside of it.
    void add_downloads() {
        if (options_.pdf.empty() && !options_.data) return;
        out_ += "<footer>\n";
        if (!options_.pdf.empty())
            out_ += fmt::format("<p class=\"n\"><a href=\"{}\">下载 PDF 文件</a></p>\n",
                                html::address_of_file(options_.pdf));
        if (options_.data)
            out_ += fmt::format(
                "<p class=\"n\"><a download=\"{}\" href=\"data:{};base64,{}\">下载数据文件</a></p>\n",
                escaped(options_.data->name), escaped(options_.data->type),
                html::base64(options_.data->bytes));
        out_ += "</footer>\n";
    }

    void end_page() {
        out_ += "</main>\n";
        add_downloads();
        out_ = html::end_page(std::move(out_));
    }

    // ------------------------------------------------------------ blocks

    void add(std::string_view element, const Inline& content, std::string_view attributes = {}) {
        if (!has_text(content)) return;
        out_ += fmt::format("<{}{}>", element, attributes);
        append_inline(out_, content);
        out_ += fmt::format("</{}>\n", element);
    }

    /// A heading whose parent is no element of its own, as it runs into its paragraph,
    /// takes the parent's level: none is skipped.
    void add_heading(const Heading& heading) {
        if (!has_text(heading.content)) return;
        while (!depths_.empty() && depths_.back() >= heading.depth) depths_.pop_back();
        depths_.push_back(heading.depth);
        constexpr int deepest = 6;  // of HTML
        const int level = std::min(static_cast<int>(depths_.size()) + 1, deepest);
        add(fmt::format("h{}", level), heading.content);
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
    std::vector<int> depths_;  // of the heading that was written last, and of those it is below
    int tables_ = 0;
};

HtmlOptions options_of(const Stages& stages, bool whole) {
    return {whole, stages.report.published, stages.report.site, stages.data, stages.pdf};
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

}  // namespace nianbao
