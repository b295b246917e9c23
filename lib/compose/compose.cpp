#include "compose/compose.hpp"

#include "compose/line.hpp"
#include "compose/prose.hpp"
#include "report/whole.hpp"
#include "text/names/name_breaks.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

/// 标题: as written, its lines kept; else the agency on the first line and the year and
/// name on the second (form.md 2).
Inline compose_title(const Report& report) {
    const std::string composed =
        fmt::format("{}\n{}年政府信息公开工作年度报告", report.agency, report.year);
    ComposedLine title;
    const std::u32string whole = to_utf32(report.title.empty() ? composed : report.title);
    each_line(whole, [&](std::u32string_view text, int offset) {
        const ComposedLine line = compose_line(report, text, offset);
        if (line.text.empty()) return;
        // What is told of a title is told of all of it.
        if (!title.text.empty()) title.add(U'\n', {});
        for (std::size_t i = 0; i < line.text.size(); ++i)
            title.add(line.text[i], {0, 0, line.origins[i].reference});
    });
    Inline content = inline_of(title, "title");
    const std::u32string agency = to_utf32(report.agency);
    each_line(title.text, [&](std::u32string_view line, int offset) {
        for (const Break& own : title_breaks(line, agency))
            content.breaks.push_back({offset + own.at, own.sense});
    });
    return content;
}

Metadata compose_metadata(const Report& report, const Inline& title) {
    Metadata metadata;
    metadata.title = to_utf8(title.text());
    metadata.author = report.agency;
    metadata.date = report.signature ? report.signature->date : report.published;
    metadata.description = fmt::format("{}（{}格式）", metadata.title, report.edition->notice);
    metadata.keywords = fmt::format("政府信息公开，年度报告，{}年，{}", report.year, report.agency);
    return metadata;
}

/// A line that a field gives as a whole.
Inline whole_field(std::string_view field, std::string_view text) {
    ComposedLine line;
    line.text = to_utf32(text);
    line.origins.resize(line.text.size());
    return inline_of(line, field);
}

/// 署名 and 成文日期, if the office signs (GB/T 9704 7.3.5.2).
std::optional<SignatureLines> compose_signature(const Report& report) {
    if (!report.signature) return std::nullopt;
    const auto& [own_agency, date] = *report.signature;
    const std::string& agency = own_agency.empty() ? report.agency : own_agency;
    SignatureLines signature{whole_field("signature.agency", agency),
                             whole_field("signature.date", fmt::format("{}年{}月{}日", date.year,
                                                                       date.month, date.day))};
    signature.agency.breaks = name_breaks(to_utf32(agency));
    return signature;
}

/// A section of the form, with its printed heading.
Section form_section(const Report& report, int form) {
    Section section;
    section.form = form;
    Heading& heading = section.heading.emplace();
    heading.level = 1;
    heading.content.texts.push_back({to_utf32(report.edition->headings[form]), {}});
    return section;
}

}  // namespace

Document compose(const Report& report) {
    require_whole(report);
    Document document;
    std::vector<Section>& sections = document.sections;
    const auto open = [&](int form) { sections.push_back(form_section(report, form)); };
    const auto add_table = [&](const FilledForm& filled) {
        sections.back().blocks.emplace_back(compose_table(report, filled));
    };

    // The title, and what stands before the first heading.
    document.title = compose_title(report);
    document.metadata = compose_metadata(report, document.title);
    compose_prose(report, "introduction", report.introduction, sections);

    // The six sections of the form, in its order.
    open(0);
    compose_prose(report, "overview", report.overview, sections);
    open(1);
    add_table(report.disclosure);
    open(2);
    add_table(report.applications);
    open(3);
    add_table(report.disputes);
    open(4);
    compose_prose(report, "problems", report.problems, sections);
    open(5);
    compose_prose(report, "other", report.other, sections);

    // Who signs, and when.
    document.signature = compose_signature(report);

    // How deep each heading stands.
    outline_depths(document);
    return document;
}

}  // namespace nianbao
