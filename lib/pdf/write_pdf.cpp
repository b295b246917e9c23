// write_pdf: the passes from pages to the bytes of a file.
#include "nianbao/pdf.hpp"

#include "outline/elements.hpp"
#include "outline/uses.hpp"
#include "pack/deflate.hpp"
#include "pdf/annotations/annotations.hpp"
#include "pdf/attachment.hpp"
#include "pdf/bookmarks.hpp"
#include "pdf/content.hpp"
#include "pdf/font_objects.hpp"
#include "pdf/information.hpp"
#include "pdf/objects/file.hpp"
#include "pdf/objects/objects.hpp"
#include "pdf/output_intent.hpp"
#include "pdf/structure.hpp"
#include "pdf/write.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

/// The fonts of all pages, F0 and on.
HPDF_Dict make_resources(Objects& objects, const UsedFonts& used, const PdfOptions& options) {
    HPDF_Dict fonts = objects.dict();
    for (std::size_t i = 0; i < used.faces.size(); ++i) {
        objects.put(
            fonts, fmt::format("F{}", i).c_str(),
            make_font(objects, used.faces[i], options.font_compression, options.text_compression));
    }
    return objects.indirect(objects.dict({{"Font", fonts}}));
}

std::vector<HPDF_Page> make_pages(Objects& objects, const Pages& pages, const Tagging& tagging,
                                  const UsedFonts& used, HPDF_Dict resources,
                                  const PdfOptions& options) {
    std::vector<HPDF_Page> made;
    made.reserve(pages.pages.size());
    std::span<const Shown> shown = used.shown;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const Page& page = pages.pages[i];
        const std::size_t glyphs = count_glyphs(page);
        const std::string content = content_stream(page, shown.first(glyphs), used.resource,
                                                   tagging.pages[i], tagging.elements);
        HPDF_Page object = objects.page(deflate(content, options.text_compression));
        shown = shown.subspan(glyphs);
        objects.put(object, "MediaBox",
                    objects.array({objects.number(0), objects.number(0), objects.points(page.width),
                                   objects.points(page.height)}));
        objects.put(object, "Resources", resources);
        made.push_back(object);
    }
    return made;
}

}  // namespace

std::string write_pdf(const Pages& pages, const Fonts& fonts, const PdfOptions& options,
                      Arena& arena) {
    // Which marks belong to which element of the structure.
    const Tagging tagging = tag(pages);

    // Which glyphs are used, and a font program for each face.
    const UsedFonts used = collect_fonts(pages, fonts);

    // The objects: fonts, pages, what leads through them, what they mean, what is said
    // about them.
    Objects objects(arena);
    HPDF_Dict resources = make_resources(objects, used, options);
    const std::vector<HPDF_Page> page_objects =
        make_pages(objects, pages, tagging, used, resources, options);
    const std::vector<HPDF_Dict> annotations =
        add_annotations(objects, pages, tagging, page_objects);
    add_structure(objects, pages, tagging, page_objects, annotations);
    add_information(objects, pages, options);
    add_output_intent(objects);
    if (!options.seal.empty())
        objects.put(objects.document()->trailer, "XXNianbao", objects.bytes(options.seal));
    if (options.attachment)
        add_attachment(objects, *options.attachment, pdf_date(pages.metadata, options),
                       options.text_compression);
    if (HPDF_Dict bookmarks = make_bookmarks(objects, pages, tagging, page_objects)) {
        objects.put(objects.catalog(), "Outlines", bookmarks);
        objects.put(objects.catalog(), "PageMode", objects.name("UseOutlines"));
    }

    // The bytes.
    return write_file(objects, options.text_compression);
}

std::string write_pdf(const Pages& pages, const Fonts& fonts, const PdfOptions& options) {
    Arena arena;
    return write_pdf(pages, fonts, options, arena);
}

}  // namespace nianbao
