// Prose written from the tables has no finding; one number changed in it has one, at that
// number.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "check/rules.hpp"
#include "report/generator.hpp"

using namespace nianbao;

namespace {

std::int64_t cell(const Report& report, std::string_view path) {
    for (const FilledForm* filled : report.tables()) {
        for (std::size_t i = 0; i < filled->cells.size(); ++i) {
            if (field_path(*filled->form, filled->form->entries[i].field) == path)
                return filled->cells[i].value.digits;
        }
    }
    FAIL("no cell " << path);
    return 0;
}

/// The sum of the 总计 of every row below a group.
std::int64_t group(const Report& report, std::string_view path) {
    std::int64_t sum = 0;
    const FilledForm& filled = report.applications;
    for (std::size_t i = 0; i < filled.cells.size(); ++i) {
        const std::string own = field_path(*filled.form, filled.form->entries[i].field);
        if (own.starts_with(path) && own.ends_with(".total")) sum += filled.cells[i].value.digits;
    }
    return sum;
}

/// A piece of prose: words and the numbers between them.
struct Piece {
    std::string words;
    std::int64_t number = -1;
};

using Pieces = std::vector<Piece>;

/// What offices write of their tables, in several ways.
std::vector<Pieces> prose_of(const Report& r) {
    const auto at = [&](std::string_view path) { return cell(r, path); };
    const std::int64_t received = at("applications.received.total"),
                       in = at("applications.carried_in.total"),
                       out = at("applications.carried_out.total"),
                       total = at("applications.results.total.total");
    const std::int64_t person = at("applications.received.natural_person"),
                       disclosed = at("applications.results.disclosed.total"),
                       partly = at("applications.results.partly_disclosed.total");
    const std::int64_t refused = group(r, "applications.results.refused."),
                       unable = group(r, "applications.results.unable."),
                       not_processed = group(r, "applications.results.not_processed."),
                       other = group(r, "applications.results.other_handling.");
    const std::int64_t direct = at("disputes.litigation_direct.total"),
                       after = at("disputes.litigation_after_reconsideration.total");
    return {
        {{"全年新收政府信息公开申请", received},
         {"件，上年结转", in},
         {"件；办结", total},
         {"件，结转下年度继续办理", out},
         {"件。"}},
        {{"全年共办结政府信息公开申请", total},
         {"件，其中予以公开", disclosed},
         {"件、部分公开", partly},
         {"件、不予公开", refused},
         {"件、无法提供", unable},
         {"件、不予处理", not_processed},
         {"件、其他处理", other},
         {"件。"}},
        {{"本年新收政府信息公开申请", received},
         {"件，其中自然人申请", person},
         {"件，法人或其他组织申请", received - person},
         {"件。"}},
        {{"办结的政府信息公开申请中，予以公开的", disclosed},
         {"件，不予公开的", refused},
         {"件。"}},
        {{"政府信息公开申请中，有", disclosed},
         {"件予以公开，", partly},
         {"件部分公开，", unable},
         {"件无法提供。"}},
        {{"因政府信息公开被申请行政复议", at("disputes.reconsideration.total")},
         {"件，其中结果维持", at("disputes.reconsideration.upheld")},
         {"件、结果纠正", at("disputes.reconsideration.corrected")},
         {"件、其他结果", at("disputes.reconsideration.other")},
         {"件、尚未审结", at("disputes.reconsideration.pending")},
         {"件；被提起行政诉讼", direct + after},
         {"件。"}},
        {{"政府信息公开行政诉讼中，未经复议直接起诉", direct}, {"件，复议后起诉", after}, {"件。"}},
        {{"全年制发行政规范性文件", at("disclosure.normative_documents.made")},
         {"件，废止", at("disclosure.normative_documents.repealed")},
         {"件，现行有效", at("disclosure.normative_documents.in_force")},
         {"件。"}},
        {{"全年作出行政许可决定", at("disclosure.licences")},
         {"件，作出行政处罚决定", at("disclosure.penalties")},
         {"件。"}},
    };
}

std::string text_of(const Pieces& pieces, std::size_t changed, std::int64_t to) {
    std::string text;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        text += pieces[i].words;
        if (pieces[i].number >= 0) text += std::to_string(i == changed ? to : pieces[i].number);
    }
    return text;
}

std::vector<Finding> findings(Report& report, const std::string& overview) {
    report.overview = overview;
    std::vector<Finding> found;
    check_prose(report, {}, found, nullptr);
    return found;
}

constexpr std::uint64_t reports = 60;
constexpr std::size_t none = static_cast<std::size_t>(-1);

}  // namespace

TEST_CASE("prose that is written from the tables has no finding") {
    for (std::uint64_t number = 0; number < reports; ++number) {
        Report report = generated_report(number, {.year = 2023});
        report.problems = report.other = "";
        for (const Pieces& pieces : prose_of(report)) {
            const std::string text = text_of(pieces, none, 0);
            for (const Finding& finding : findings(report, text))
                CHECK_MESSAGE(finding.message == "", number << ": " << text);
        }
    }
}

TEST_CASE("one number changed gives a finding that points at it") {
    for (std::uint64_t number = 0; number < reports; ++number) {
        Report report = generated_report(number, {.year = 2023});
        report.problems = report.other = "";
        for (const Pieces& pieces : prose_of(report)) {
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                if (pieces[i].number < 0) continue;
                const std::int64_t changed =
                    (pieces[i].number + 456'789'012'345) % 999'999'999'989;  // no sum of cells
                const std::string text = text_of(pieces, i, changed);
                const auto begin = text.find(std::to_string(changed));
                const std::string before = text.substr(0, begin);
                const auto offset =
                    static_cast<int>(std::count_if(before.begin(), before.end(), [](char c) {
                        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                    }));
                bool pointed = false;
                for (const Finding& finding : findings(report, text))
                    pointed = pointed || finding.where.offset == offset;
                CHECK_MESSAGE(pointed, number << ": " << text);
            }
        }
    }
}
