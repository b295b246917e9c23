#include "compose/compose.hpp"

#include "compose/prose.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace {

/// 标题: as written, its lines kept; else the agency on the first line and the year and name on the second (form.md 2).
Paragraph compose_title(const Report& report) {
    const std::string composed = fmt::format("{}\n{}年政府信息公开工作年度报告", report.agency, report.year);
    const std::u32string whole = to_utf32(report.title.empty() ? composed : report.title);
    Paragraph title;
    title.role = ParagraphRole::title;
    std::u32string text;
    for (std::size_t from = 0; from < whole.size();) {
        const std::size_t end = std::min(whole.find(U'\n', from), whole.size());
        const Paragraph line =
            compose_line(report, "title", std::u32string_view(whole).substr(from, end - from), static_cast<int>(from), ParagraphRole::title, FontRole::title);
        from = end + 1;
        if (line.texts.empty()) continue;
        if (!text.empty()) text += U'\n';
        for (const Text& part : line.texts) text += part.text;
    }
    title.texts.push_back({FontRole::title, std::move(text), {"title", 0, 0}});
    return title;
}

Metadata compose_metadata(const Report& report, const Paragraph& title) {
    Metadata metadata;
    metadata.title = to_utf8(title.texts.front().text);
    metadata.title.erase(std::remove(metadata.title.begin(), metadata.title.end(), '\n'), metadata.title.end());
    metadata.author = report.agency;
    if (report.signature) metadata.date = report.signature->date;
    return metadata;
}

}  // namespace

Document compose(const Report& report) {
    Document document;
    const auto add = [&](Block block) { document.blocks.push_back(std::move(block)); };
    const auto add_prose = [&](std::string_view field, const std::string& text) {
        for (Paragraph& paragraph : compose_prose(report, field, text)) add(std::move(paragraph));
    };
    const auto add_heading = [&](std::size_t section) {
        add(Paragraph{ParagraphRole::heading1, {{FontRole::heading1, to_utf32(report.edition->headings[section]), {}}}});
    };
    const auto add_table = [&](const FilledForm& filled) {
        add(compose_table(filled));
        const std::u32string note = to_utf32(filled.note);
        for (std::size_t from = 0; from < note.size();) {
            const std::size_t end = std::min(note.find(U'\n', from), note.size());
            const auto prefix = from == 0 ? std::u32string_view(U"注：") : std::u32string_view{};
            Paragraph line = compose_line(report, std::string(filled.form->key) + ".note", std::u32string_view(note).substr(from, end - from),
                                          static_cast<int>(from), ParagraphRole::note, FontRole::table, prefix);
            from = end + 1;
            if (!line.texts.empty()) add(std::move(line));
        }
    };

    // The title, and what stands before the first heading.
    Paragraph title = compose_title(report);
    document.metadata = compose_metadata(report, title);
    add(std::move(title));
    add_prose("introduction", report.introduction);

    // The six sections of the form, in its order.
    add_heading(0);
    add_prose("overview", report.overview);
    add_heading(1);
    add_table(report.disclosure);
    add_heading(2);
    add_table(report.applications);
    add_heading(3);
    add_table(report.disputes);
    add_heading(4);
    add_prose("problems", report.problems);
    add_heading(5);
    add_prose("other", report.other);

    // 署名 and 成文日期, where the office signs (GB/T 9704 7.3.5.2).
    if (report.signature) {
        const auto& [agency, date] = *report.signature;
        const std::string day = fmt::format("{}年{}月{}日", date.year, date.month, date.day);
        add(Paragraph{ParagraphRole::signature_agency, {{FontRole::body, to_utf32(agency.empty() ? report.agency : agency), {"signature.agency", 0, 0}}}});
        add(Paragraph{ParagraphRole::signature_date, {{FontRole::body, to_utf32(day), {"signature.date", 0, 0}}}});
    }
    return document;
}

}  // namespace nianbao
