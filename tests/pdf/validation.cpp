// PDF/A and PDF/UA: veraPDF's verdict on the files, and on files that are broken on
// purpose.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <sstream>

#include "nianbao/pdf.hpp"
#include "pdf/verdicts.hpp"
#include "program.hpp"
#include "reader/structure.hpp"
#include "report/data_pages.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

struct Mutation {
    std::string name, find, replace, complaint;
};

std::vector<Mutation> mutations() {
    std::vector<Mutation> all;
    std::istringstream lines(source_file("tests/cases/mutations.txt"));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        std::vector<std::string> fields;
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t end = std::min(line.find('|', at), line.size());
            std::string field = line.substr(at, end - at);
            at = end + 1;
            field.erase(0, std::min(field.find_first_not_of(' '), field.size()));
            field.erase(field.find_last_not_of(' ') + 1);
            for (std::size_t n = field.find("\\n"); n != field.npos; n = field.find("\\n", n))
                field.replace(n, 2, "\n");
            fields.push_back(std::move(field));
        }
        REQUIRE_MESSAGE(fields.size() == 4, line);
        all.push_back({fields[0], fields[1], fields[2], fields[3]});
    }
    return all;
}

}  // namespace

TEST_CASE("veraPDF finds PDF/A-2a and PDF/UA-1 met, and PDF/A-3a where the data is attached") {
    const Scratch scratch;
    std::vector<std::string> files;
    const auto add = [&](const std::string& name, const std::string& flavours, const Pages& pages,
                         const PdfOptions& options, const Fonts& fonts = free_fonts()) {
        write_file(scratch / name, write_pdf(pages, fonts, options));
        files.push_back(flavours + "=" + (scratch / name).native());
    };
    int number = 0;
    constexpr std::string_view examples[] = {
        "examples/huaian-2024.json", "examples/jinxiang-veterans-2022.yaml",
        "examples/form-2019-en.yaml", "examples/hard-en.yaml", tagged_data};
    for (std::string_view data : examples) {
        const std::string name = std::to_string(++number);
        PdfOptions attached;
        attached.attachment = Attachment{"数据.yaml", "application/yaml", source_file(data)};
        add(name + ".pdf", "2a,ua1", pages_of(data), {});
        add(name + "-attached.pdf", "3a,ua1", pages_of(data), attached);
        if (data == tagged_data) add(name + "-low.pdf", "2a,ua1", pages_of(data, true), {});
        add(name + "-truetype.pdf", "2a,ua1", pages_of(data, false, truetype_fonts()), {},
            truetype_fonts());
    }
    for (std::string_view data : signed_data)
        add(fmt::format("{}-seal.pdf", ++number), "2a,ua1", sealed_pages_of(data), {});
    // Without a signature the date of the build, or none; a title with what XML escapes
    // and what it has no character for.
    Pages pages = pages_of(tagged_data);
    pages.metadata.date.reset();
    pages.metadata.title = "A<B>&\"C\"\x01𠮷";
    add("undated.pdf", "2a,ua1", pages, {});
    PdfOptions dated;
    dated.epoch = 1'737'331'199;
    add("dated.pdf", "2a,ua1", pages, dated);
    PdfOptions digested;
    digested.seal = std::string(64, '0');
    add("digested.pdf", "2a,ua1", pages, digested);
    // A character for private use, which a face may have a glyph for.
    for (Mark& mark : pages.pages[0].marks) {
        if (auto* run = std::get_if<GlyphRun>(&mark);
            run && run->node >= 0 && run->source.size() > 5)
            run->source[2] = 0xE123;
    }
    add("private.pdf", "2a,ua1", pages, {});

    // Reports of every size. With --long more of them.
    const std::uint64_t generated = std::getenv("NIANBAO_LONG") != nullptr ? 50 : 4;
    for (std::uint64_t i = 0; i < generated; i++) {
        const Report report = generated_report(i);
        const Pages set = typeset(compose(report), free_fonts(), report.layout);
        if (!stops(set.findings)) add(fmt::format("generated-{}.pdf", i), "2a,ua1", set, {});
    }
    CHECK(files.size() > generated + 10);

    const Verdicts verdicts = validate(files);
    for (const std::string& file : files) {
        const std::size_t equals = file.find('=');
        const std::string expected = file.starts_with("3a") ? "3a ok; ua1 ok" : "2a ok; ua1 ok";
        const auto found = verdicts.find(file.substr(equals + 1));
        REQUIRE_MESSAGE(found != verdicts.end(), file);
        CHECK_MESSAGE(verdict(found->second) == expected, file);
    }
}

TEST_CASE("whatever the writer would break, a check sees it") {
    const Scratch scratch;
    // Plain text, whose lengths and places fix-qdf sets right after each break.
    const auto plain_text_of = [&](const Pages& pages) {
        write_file(scratch / "whole.pdf", write_pdf(pages, free_fonts()));
        const Run plain =
            ::run({"qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids",
                   "--newline-before-endstream", (scratch / "whole.pdf").native(), "-"});
        REQUIRE_MESSAGE(plain.exit == 0, plain.err);
        return plain.out;
    };
    const std::string published = plain_text_of(pages_of(tagged_data)),
                      sealed = plain_text_of(sealed_pages_of(tagged_data));

    std::vector<Mutation> all = mutations();
    all.insert(all.begin(), {"unbroken", "%PDF", "%PDF", ""});
    CHECK(all.size() > 20);
    std::vector<std::string> files;
    for (std::size_t i = 0; i < all.size(); i++) {
        // What the published copy lacks is broken in the one for signature.
        std::string broken = published.find(all[i].find) != published.npos ? published : sealed;
        const std::size_t at = broken.find(all[i].find);
        REQUIRE_MESSAGE(at != broken.npos, all[i].name << ": " << all[i].find);
        broken.replace(at, all[i].find.size(), all[i].replace);
        const Run fixed = ::run({"fix-qdf"}, {.input = broken});
        REQUIRE_MESSAGE(fixed.exit == 0, fixed.err);
        const std::filesystem::path file = scratch / (std::to_string(i) + ".pdf");
        write_file(file, fixed.out);
        files.push_back("2a,ua1=" + file.native());
    }

    Verdicts verdicts = validate(files);
    for (std::size_t i = 0; i < all.size(); i++) {
        CAPTURE(all[i].name);
        const std::filesystem::path file = scratch / (std::to_string(i) + ".pdf");
        const std::vector<std::string> own = reader::complaints(reader::File(file));
        std::set<std::string> said(own.begin(), own.end());
        for (const auto& [rule, message] : verdicts[file.native()])
            if (!rule.ends_with(" ok")) said.insert(rule);
        std::string list;
        for (const std::string& complaint : said) list += complaint + '\n';
        if (i == 0) CHECK(list == "");
        else CHECK_MESSAGE(said.contains(all[i].complaint), list);
    }
}
