#include "notation/html/web_page.hpp"

#include "notation/html/encoding.hpp"
#include "notation/html/layout_tables.hpp"
#include "notation/html/mhtml.hpp"

#include <fmt/format.h>

#include <utility>

namespace nianbao::notation {

ReadWebPage read_web_page(std::string_view bytes, std::string name) {
    std::vector<ArchivedPage> pages;
    if (is_mail(bytes)) {
        pages = archived_pages(bytes);
        if (pages.empty()) return {{}, "存档里没有网页"};
    } else {
        pages.push_back({std::string(bytes), {}});
    }
    PageReader reader;
    WebPage page;
    for (ArchivedPage& one : pages) {
        const PageText text = page_text(one.bytes, one.charset);
        one.bytes.clear();
        page.lost += text.lost;
        read_tags(text.text, reader);
        reader.finish();
    }
    if (reader.too_many) return {{}, fmt::format("段落和表格的格超过上限 {} 个", most_paragraphs)};

    DraftBuilder draft(std::move(name), std::string(bytes));
    for (const auto& [fact, text] : reader.named) draft.fact(fact, text);
    for (const WebBlock& block : reader.blocks) {
        if (const auto* table = std::get_if<std::unique_ptr<WebTable>>(&block)) {
            add_table(**table, draft);
            continue;
        }
        const WebParagraph& paragraph = std::get<WebParagraph>(block);
        DraftParagraph& own = draft.paragraph(paragraph.text, paragraph.level, paragraph.number);
        own.pictures = paragraph.pictures;
        own.caption = paragraph.caption;
        own.box = paragraph.box;
    }
    page.draft = draft.finish();
    page.draft.boxes = std::move(reader.boxes);
    page.draft.may_lack_numbers = true;
    page.links = std::move(reader.links);
    return {std::move(page), {}};
}

}  // namespace nianbao::notation
