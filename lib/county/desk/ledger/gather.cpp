// Ledgers of several desks as one: sums of sums.
#include "county/desk/ledger/files.hpp"
#include "county/desk/ledger/ledger.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "file/folders.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace nianbao {
namespace desk {

std::string agency_of(const Profile& profile) {
    if (!profile.agency.empty() || profile.county.empty()) return profile.agency;
    return profile.county + "人民政府";
}

std::optional<Report> as_report(Sum sum, const Profile& profile, int year) {
    std::optional<Report> report = Report::empty(agency_of(profile), year);
    if (!report) return report;
    report->kind = Kind::government;
    report->disclosure = std::move(sum.disclosure);
    report->applications = std::move(sum.applications);
    report->disputes = std::move(sum.disputes);
    report->processing_fees = sum.processing_fees;
    return report;
}

std::string sum_text(Report sum) {
    constexpr std::string_view nobody = "各单位合计", texts = "见各单位的报告。";
    if (sum.agency.empty()) sum.agency = nobody;
    for (std::string Report::*field :
         {&Report::introduction, &Report::overview, &Report::problems, &Report::other})
        sum.*field = texts;
    return write(sum, Format::json);
}

}  // namespace desk

namespace {

class Gathering {
public:
    explicit Gathering(const CollectOptions& options) {
        gathered_.head.county = options.profile.county;
        gathered_.head.now = options.now;
        gathered_.head.year = options.year;
    }

    void add(const std::filesystem::path& file) {
        const std::string name = utf8(file);
        desk::ReadLedgerJson ledger = desk::read_ledger_json(file_bytes(file), name);
        DeskHead& head = gathered_.head;
        if (ledger.fault.empty() && head.year == 0) head.year = ledger.head.year;
        if (ledger.fault.empty() && ledger.head.year != head.year)
            ledger.fault =
                fmt::format("是 {} 年度的，别的是 {} 年度的", ledger.head.year, head.year);
        if (!ledger.fault.empty()) return refuse("L-37", name, "这份台账" + ledger.fault);
        head.expected += ledger.head.expected;
        head.sent += ledger.head.sent;
        head.passed += ledger.head.passed;
        head.summed += ledger.head.summed;
        for (LedgerRow& row : ledger.rows) {
            const auto [first, is_new] = ledgers_.emplace(plain_name(row.office.name), name);
            if (!is_new && row.on_list)
                refuse("L-38", name,
                       fmt::format("“{}”在 {} 里也有", row.office.name, first->second));
            gathered_.rows.push_back(std::move(row));
        }
        const bool named = !ledger.head.county.empty();
        if (!named)
            ledger.head.county = utf8(std::filesystem::absolute(file).parent_path().filename());
        gathered_.ledgers.push_back(ledger.head);
        if (!ledger.sum) return;
        sum_.add(*ledger.sum);
        if (!named) ledger.sum->agency = ledger.head.county;
        gathered_.sums.push_back(*std::move(ledger.sum));
    }

    Collected finish(const CollectOptions& options) {
        if (!gathered_.sums.empty())
            gathered_.sum = desk::as_report(sum_.sum(), options.profile, gathered_.head.year);
        return std::move(gathered_);
    }

private:
    void refuse(std::string_view code, const std::string& file, std::string message) {
        Finding finding =
            told(Severity::error, code == "L-37" ? desk::rule("L-37") : desk::rule("L-38"), {},
                 std::move(message), "改好以后再合一次");
        finding.place.file = file;
        gathered_.findings.push_back(std::move(finding));
    }

    Collected gathered_;
    GrowingSum sum_;
    std::map<std::string, std::string> ledgers_;  // by the office's name without blanks
};

}  // namespace

Collected gather(const std::vector<std::filesystem::path>& ledgers, const CollectOptions& options) {
    const desk::LedgerFiles files(options.folder);
    files.refuse_if_open();
    Gathering gathering(options);
    for (const std::filesystem::path& ledger : ledgers) gathering.add(ledger);
    Collected gathered = gathering.finish(options);
    // What is wrong with one of them would make the sum a wrong one.
    if (!gathered.findings.empty()) return gathered;
    make_folder(options.folder);
    files.write(gathered, {});
    return gathered;
}

}  // namespace nianbao
