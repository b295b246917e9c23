// From a report to pages, and the whole line from a data file to a PDF.
#include "fuzz/data_file.hpp"
#include "fuzz/places.hpp"
#include "fuzz/targets.hpp"

#include "nianbao/check.hpp"
#include "nianbao/document.hpp"
#include "nianbao/fonts.hpp"
#include "nianbao/job.hpp"
#include "nianbao/pages.hpp"
#include "nianbao/read.hpp"
#include "report/document_text.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::fuzz {
namespace {

const Fonts& fonts() {
    static const Fonts opened = Fonts::open({.chosen = {}, .folders = {}, .system = false});
    return opened;
}

/// The characters that are drawn with ink, sorted: tables stand on pages in another order
/// than they are read.
std::u32string drawn(std::u32string text) {
    std::erase_if(text, [](char32_t character) {
        const CharacterClass c = class_of(character);
        return c == CharacterClass::control || c == CharacterClass::space ||
               c == CharacterClass::fixed_space || character == U'\n';
    });
    std::sort(text.begin(), text.end());
    return text;
}

std::u32string drawn(const Pages& pages) {
    std::u32string text;
    for (const Page& page : pages.pages) {
        for (const Mark& mark : page.marks) {
            if (const auto* run = std::get_if<GlyphRun>(&mark);
                run && run->artifact == Artifact::none)
                text += run->source;
        }
    }
    return drawn(std::move(text));
}

}  // namespace

std::string set_pages(std::string_view bytes) {
    const Reading reading = read(data_file(bytes), "data.json", Format::json);
    if (!reading.report || stops(check_references(*reading.report))) return {};
    const Document document = compose(*reading.report);
    const Pages pages = typeset(document, fonts(), reading.report->layout);
    std::string wrong = fault(document);
    if (wrong.empty()) wrong = told_wrongly(pages.findings, reading.source);
    if (wrong.empty() && !stops(pages.findings)) {
        const std::u32string from = drawn(text_of(document)), to = drawn(pages);
        if (from != to)
            wrong = "other text is set than there is:\n" + to_utf8(from) + "\n" + to_utf8(to);
    }
    return wrong;
}

std::string whole_file(std::string_view bytes) {
    // Either the file itself, or, after a zero byte, bytes to make one of: few changes of
    // a file leave it one that is read to its end.
    Job job{{.bytes = std::string(bytes),
             .name = "data",
             .format = bytes.starts_with('{') ? Format::json : Format::yaml},
            {{output_named("pdf"), {}},
             {output_named("html"), {}},
             {output_named("docx"), {}},
             {output_named("signing"), {}},
             {output_named("text"), {}}}};
    if (bytes.starts_with('\0')) {
        job.input.bytes = data_file(bytes.substr(1));
        job.input.format = Format::json;
    }
    RunOptions options;
    options.check.force = true;
    const Outcome outcome = run(job, fonts(), options);
    if (outcome.status == Status::failed) return "the machine failed: " + outcome.failure;
    if (outcome.status == Status::written && !(outcome.made.front().bytes.starts_with("%PDF-") &&
                                               outcome.made.front().bytes.ends_with("%%EOF\n")))
        return "what was written is no PDF";
    if (outcome.status == Status::written && !is_output(outcome.made[1].bytes))
        return "a page is not known again";
    if (outcome.status == Status::written && !is_output(outcome.made[2].bytes))
        return "a Word file is not known again";
    if (outcome.status == Status::written &&
        outcome.made.back().bytes.find(" \n") != std::string::npos)
        return "a line of the text ends in a blank";
    return told_wrongly(outcome.findings, outcome.source);
}

}  // namespace nianbao::fuzz
