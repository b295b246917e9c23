#include "nianbao/verify.hpp"

#include "command/commands.hpp"
#include "command/options/usage.hpp"
#include "command/plan.hpp"
#include "data/verify/rules.hpp"
#include "file/shown_name.hpp"
#include "job/line.hpp"
#include "nianbao/import.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

/// The reports that are held against, by their offices.
class DataReports {
public:
    DataReports(const std::string& file_or_folder, Caller& caller) {
        for (const Input& input : inputs({file_or_folder}, caller)) {
            Reading reading = read(input);
            if (!reading.report) {
                Outcome outcome;
                outcome.name = name_of(input);
                outcome.status = Status::refused;
                outcome.source = std::move(reading.source);
                outcome.findings = std::move(reading.findings);
                caller.outcome(outcome);
                refused_ = true;
                continue;
            }
            all_.push_back({name_of(input), std::move(reading), false});
        }
        for (std::size_t i = 0; i < all_.size(); ++i)
            by_office_[plain_name(all_[i].reading.report->agency)].push_back(i);
    }

    /// The report of an office, and of the year if it has several; null: there is none.
    const Reading* of(const std::string& agency, int year) {
        const auto found = by_office_.find(plain_name(agency));
        if (found == by_office_.end()) return nullptr;
        const std::vector<std::size_t>& own = found->second;
        for (const std::size_t i : own) {
            if (own.size() == 1 || all_[i].reading.report->year == year) return use(i);
        }
        return nullptr;
    }
    const Reading* only() { return all_.size() == 1 ? use(0) : nullptr; }

    bool refused() const { return refused_; }

    /// Calls `each` with the names and readings that nobody asked for.
    template <class Each>
    void each_unused(Each each) const {
        for (const Data& data : all_) {
            if (!data.used) each(data.name, data.reading);
        }
    }

private:
    struct Data {
        std::string name;
        Reading reading;
        bool used;
    };
    const Reading* use(std::size_t i) {
        all_[i].used = true;
        return &all_[i].reading;
    }

    std::vector<Data> all_;
    std::map<std::string, std::vector<std::size_t>> by_office_;
    bool refused_ = false;
};

Finding unpaired(const std::string& file, std::string message) {
    Finding finding;
    finding.severity = Severity::error;
    finding.rule = data::verify_rule("B-07");
    finding.place.file = file;
    finding.message = std::move(message);
    finding.hint = "核对机关的名称和年度";
    return finding;
}

Outcome outcome_of(const Input& input, Verified verified) {
    Outcome outcome;
    outcome.name = name_of(input);
    outcome.source = std::move(verified.source);
    outcome.findings = std::move(verified.findings);
    outcome.agency = std::move(verified.agency);
    outcome.year = verified.year;
    return outcome;
}

}  // namespace

int run_verify(const Arguments& arguments, Caller& caller) {
    if (arguments.files.empty()) throw Usage("没有写公布的文件");
    if (!arguments.data) throw Usage("verify 要用 --data 写明数据文件或者文件夹");
    const JobList jobs = list(arguments.files, Depth::below, caller, {}, PlainPdfs::by_text);
    Tally others;
    tell_others(jobs, caller, others, arguments.strict);
    const std::vector<Input> published = inputs_of(jobs);
    if (published.empty() && others.refused > 0) return exit_findings;  // it has been told why
    DataReports data(*arguments.data, caller);
    int exit = data.refused() || others.refused > 0 ? exit_findings : exit_clean;
    for (const Input& input : published) {
        const Reading* against = published.size() == 1 ? data.only() : nullptr;
        Verified verified;
        if (against == nullptr) {
            // Whose it is, as it says itself.
            Imported own = import_report(input);
            against = data.of(own.agency, own.year);
            if (against == nullptr) {
                verified.agency = own.agency;
                verified.year = own.year;
                verified.source = std::move(own.source);
                verified.findings = {
                    unpaired(name_of(input),
                             own.agency.empty()
                                 ? std::string("读不出是哪个机关的年报，没有核对")
                                 : fmt::format("数据里没有“{}”的年报，没有核对", own.agency))};
            }
        }
        if (against != nullptr) verified = verify(input, *against);
        const std::vector<std::string> attachments = verified.attachments;
        const std::string data_name = against == nullptr ? "" : against->source.file();
        Outcome outcome = outcome_of(input, std::move(verified));
        outcome.status = stops(outcome.findings) ? Status::refused : Status::accepted;
        caller.outcome(outcome);
        if (stops(outcome.findings) || (arguments.strict && doubtful(outcome.findings)))
            exit = exit_findings;
        else caller.say(fmt::format("{}：与 {} 一致", shown_name(outcome.name), data_name));
        for (const std::string& attachment : attachments)
            caller.say(
                fmt::format("{}：链接的附件没有核对：{}", shown_name(outcome.name), attachment));
    }
    data.each_unused([&](const std::string& name, const Reading& reading) {
        Outcome outcome;
        outcome.name = name;
        outcome.status = Status::refused;
        outcome.agency = reading.report->agency;
        outcome.year = reading.report->year;
        outcome.findings = {
            unpaired(name, fmt::format("没有找到公布的“{}”的年报", reading.report->agency))};
        caller.outcome(outcome);
        exit = exit_findings;
    });
    return exit;
}

}  // namespace nianbao
