// Other people's programs sign the copy for signature, and it stays what it claims to be.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "nianbao/job.hpp"
#include "nianbao/pdf.hpp"
#include "pdf/verdicts.hpp"
#include "program.hpp"
#include "report/data_pages.hpp"

using namespace nianbao;

namespace {

namespace fs = std::filesystem;

/// Runs a program that must not fail.
std::string out_of(const std::vector<std::string>& words, const Setting& setting = {}) {
    const Run run = ::run(words, setting);
    REQUIRE_MESSAGE(run.exit == 0, words.front() << ": " << run.err);
    return run.out;
}

/// Keys and certificates of a tester: in NSS's database for poppler, in files for PDFBox.
void make_certificates(const Scratch& scratch) {
    const Setting here{.folder = scratch.folder()};
    fs::create_directory(scratch / "nss");
    write_file(scratch / "noise", std::string(200, 'n'));
    out_of({"certutil", "-N", "-d", "sql:nss", "--empty-password"}, here);
    out_of({"certutil", "-S", "-d", "sql:nss", "-n", "tester", "-s", "CN=Tester", "-x", "-t",
            "C,C,C", "-z", "noise", "-m", "1", "-v", "120"},
           here);
    out_of({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Tester",
            "-days", "3650", "-keyout", "key.pem", "-out", "certificate.pem"},
           here);
}

std::vector<std::string> pdfbox(const std::vector<std::string>& words) {
    std::vector<std::string> all = {"java",
                                    std::string("@") + NIANBAO_SOURCE + "/build/outside/sign"};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

std::string text_of(const fs::path& file) {
    return out_of({"pdftotext", "-raw", file.native(), "-"});
}

std::string what_poppler_says(const Scratch& scratch, const std::string& file) {
    return out_of({"pdfsig", "-nssdir", "sql:nss", file}, {.folder = scratch.folder()});
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE(
    "poppler and PDFBox sign the empty field, each finds both signatures valid, and the file stays PDF/A and PDF/UA") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    make_certificates(scratch);

    PdfOptions attached;
    attached.attachment = Attachment{"data.yaml", "application/yaml", source_file(tagged_data)};
    const std::pair<std::string, PdfOptions> copies[] = {{"2a", {}}, {"3a", attached}};
    std::vector<std::string> files;
    for (const auto& copy : copies) {
        const std::string& level = copy.first;
        CAPTURE(level);
        const std::string empty = level + ".pdf", by_poppler = level + "-poppler.pdf",
                          by_pdfbox = level + "-pdfbox.pdf";
        write_file(scratch / empty,
                   write_pdf(sealed_pages_of(tagged_data), free_fonts(), copy.second));
        CHECK(has(what_poppler_says(scratch, empty),
                  "  - Signature Field Name: seal\n  The signature form field is not signed.\n"));
        CHECK(out_of(pdfbox({empty}), here) == "seal: empty\n");

        out_of(
            {"pdfsig", "-nssdir", "sql:nss", "-nick", "tester", "-sign", "seal", empty, by_poppler},
            here);
        out_of(pdfbox({empty, by_pdfbox, "certificate.pem", "key.pem"}), here);

        const std::string before = read_file(scratch / empty), text = text_of(scratch / empty);
        for (const std::string& file : {by_poppler, by_pdfbox}) {
            CAPTURE(file);
            const std::string kind =
                file == by_poppler ? "adbe.pkcs7.detached" : "ETSI.CAdES.detached";
            // The file only grew.
            CHECK(read_file(scratch / file).starts_with(before));
            CHECK(text_of(scratch / file) == text);
            const std::string said = what_poppler_says(scratch, file);
            CHECK(has(said, "Signature #1:\n  - Signature Field Name: seal\n"));
            CHECK(!has(said, "Signature #2"));
            CHECK(has(said, "  - Signature Type: " + kind + "\n"));
            CHECK(has(said, "  - Total document signed\n"));
            CHECK(has(said, "  - Signature Validation: Signature is Valid.\n"));
            CHECK(out_of(pdfbox({file}), here) == "seal: " + kind + ", whole, valid\n");
            // Nobody's signature is lost by a run that writes the same place.
            CHECK(!may_replace(scratch / file, before));
        }
        CHECK(may_replace(scratch / empty, "other"));
        for (const std::string& file : {empty, by_poppler, by_pdfbox})
            files.push_back(level + ",ua1=" + (scratch / file).native());
    }

    const Verdicts verdicts = validate(files);
    for (const std::string& file : files) {
        const auto found = verdicts.find(file.substr(file.find('=') + 1));
        REQUIRE_MESSAGE(found != verdicts.end(), file);
        CHECK_MESSAGE(verdict(found->second) == file.substr(0, 2) + " ok; ua1 ok", file);
    }
}

TEST_CASE("a signed file that is changed is no longer valid") {
    const Scratch scratch;
    const Setting here{.folder = scratch.folder()};
    make_certificates(scratch);
    write_file(scratch / "a.pdf", write_pdf(sealed_pages_of(tagged_data), free_fonts()));
    out_of({"pdfsig", "-nssdir", "sql:nss", "-nick", "tester", "-sign", "seal", "a.pdf", "b.pdf"},
           here);
    std::string changed = read_file(scratch / "b.pdf");
    const std::size_t at = changed.find("<rdf:li>清河县");
    REQUIRE(at != changed.npos);
    changed.replace(at, std::string_view("<rdf:li>清河县").size(), "<rdf:li>清河市");
    write_file(scratch / "b.pdf", changed);
    CHECK(has(what_poppler_says(scratch, "b.pdf"), "Signature Validation: Digest Mismatch."));
    CHECK(out_of(pdfbox({"b.pdf"}), here) == "seal: adbe.pkcs7.detached, whole, not valid\n");
}
