// A county's desk, pass by pass: what came, whose it is, what counts, what is wrong with
// it, the ledger.
#include "nianbao/collect.hpp"

#include "county/desk/alike.hpp"
#include "county/desk/examined.hpp"
#include "county/desk/former.hpp"
#include "county/desk/intake/accounts.hpp"
#include "county/desk/intake/assigned.hpp"
#include "county/desk/kept.hpp"
#include "county/desk/ledger/files.hpp"
#include "county/desk/local.hpp"
#include "county/desk/pages.hpp"
#include "county/desk/rows.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "job/in_order.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/neighbours.hpp"
#include "report/sum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace nianbao {
namespace {

using desk::Assigned;
using desk::ChosenFile;
using desk::Examined;
using desk::OfficeFiles;
using desk::Owners;

/// Last year's report of an office: by the name in the report, else by the list's.
Previous previous_of(const CollectOptions& options, const desk::ReceivedFile& file,
                     const OfficeFiles& office, int year) {
    if (!options.check.previous) return {};
    Report asked;
    asked.year = year;
    asked.agency = file.agency;
    Previous found = options.check.previous(asked);
    if (found.report != nullptr || office.office == Owners::nobody) return found;
    const OfficeOfList& own = options.list.offices[static_cast<std::size_t>(office.office)];
    std::vector<std::string> names{own.name};
    names.insert(names.end(), own.aliases.begin(), own.aliases.end());
    if (own.former.size() == 1) names.push_back(own.former.front());
    for (std::string& name : names) {
        asked.agency = std::move(name);
        const Previous other = options.check.previous(asked);
        if (other.report != nullptr) return other;
    }
    return found;
}

/// An office on its way through the passes.
struct Begun {
    LedgerRow row;
    std::vector<Finding> told;  // of what was typed
    ChosenFile choice;
    Examined examined;
    bool has_previous = false;
    std::optional<ReportSketch> sketch;
    std::string tables;  // digest
    bool kept = false;
};

/// What is kept of an office until all are known: what else is told of its report, and
/// why it could not be read. The report and the rest of the findings are kept on disk.
struct Waiting {
    ChosenFile choice;
    std::string failure;
    bool has_previous = false;  // which is found again, and not kept
    std::vector<Finding> more = {};
    std::vector<Waiver> waive = {};
};

class Desk {
public:
    explicit Desk(const CollectOptions& options)
        : options_(options), ledger_(options.folder), kept_(options.folder) {}

    Collected collect(const std::function<void(const Office&, const DeskHead&)>& each) {
        ledger_.refuse_if_open();
        kept_.open();
        desk::remove_leftovers_below(options_.folder);
        former_ = ledger_.state();
        typed_ = ledger_.typed(former_, collected_.findings);
        if (!receive()) return std::move(collected_);
        year_ = options_.year != 0 ? options_.year : desk::year_of_most(files_);
        collected_.head.county = options_.profile.county;
        collected_.head.year = year_;
        collected_.head.now = options_.now;
        assigned_ = desk::assign(files_, options_.list.offices, year_);
        desk::settle(assigned_, files_, [&](int office) {
            return desk::wanted_file(rows_of(), options_.list.offices[index_of(office)].name);
        });
        desk::tell_other_year(options_.profile, year_, collected_.findings);
        if (!options_.pages.empty())
            pages_.emplace(options_.pages, options_.list.offices, collected_.findings);
        desk::tell_disputes(assigned_, files_, options_.list.offices, collected_.findings);
        collected_.files = desk::accounts_of(files_, assigned_, options_.list.offices, year_);
        if (!examine()) return std::move(collected_);
        for (std::size_t i = 0; i < waiting_.size(); ++i) deliver(i, each);
        keep_typed_rows();
        count();
        if (any_summed_) collected_.sum = desk::as_report(sum_.sum(), options_.profile, year_);
        ledger_.write(collected_, files_);
        kept_.remove_others();
        desk::forget_others(options_, files_);
        return std::move(collected_);
    }

private:
    static std::size_t index_of(int i) { return static_cast<std::size_t>(i); }

    /// False after a stop.
    bool receive() {
        const desk::KnownFiles none;
        desk::Received received = desk::receive(options_, former_.current ? former_.files : none);
        files_ = std::move(received.files);
        for (Finding& one : received.findings) collected_.findings.push_back(std::move(one));
        collected_.looked_at = received.looked_at;
        collected_.system_files = received.system;
        collected_.complete = received.complete;
        for (desk::ReceivedFile& file : files_) {
            const auto known = former_.files.find(desk::key_of(file));
            if (known != former_.files.end()) file.seen = known->second.seen;
            if (!file.seen) file.seen = options_.now;
        }
        former_.files.clear();
        return received.complete;
    }

    desk::RowsOf rows_of() const { return {options_, files_, typed_, former_, assigned_, year_}; }

    /// Begins an office, and examines its counting file, on any thread.
    Begun begin(const OfficeFiles& office) const {
        const desk::RowsOf of = rows_of();
        Begun begun;
        const std::string& name = desk::office_name(office, options_.list.offices);
        begun.choice = desk::choose(files_, office, desk::wanted_file(of, name));
        begun.row = desk::begun_row(of, office, begun.choice, begun.told);
        if (begun.choice.file < 0) {
            desk::conclude_without_file(office, of, begun.choice, begun.row);
            return begun;
        }
        const desk::ReceivedFile& file = files_[static_cast<std::size_t>(begun.choice.file)];
        Previous previous = previous_of(options_, file, office, year_);
        begun.has_previous = previous.report != nullptr;
        CheckingOptions checking = options_.check;
        checking.previous = nullptr;
        if (options_.check.previous) checking.previous = [&](const Report&) { return previous; };
        if (!checking.deadline) checking.deadline = options_.profile.publication;
        checking.names.insert(checking.names.end(), options_.profile.names.begin(),
                              options_.profile.names.end());
        // The desk's own are not among the rules of a report.
        std::copy_if(options_.profile.disabled.begin(), options_.profile.disabled.end(),
                     std::back_inserter(checking.disabled),
                     [](const std::string& code) { return !code.starts_with("L-"); });
        const std::vector<std::string> names = names_of(office);
        checking.also = [&](const Report& report) {
            std::vector<Finding> own = desk::check_local(report, options_.profile);
            for (Finding& one : desk::check_agreed(report, names, options_.profile))
                own.push_back(std::move(one));
            return own;
        };
        const desk::ReceivedFile* with =
            begun.choice.with < 0 ? nullptr : &files_[static_cast<std::size_t>(begun.choice.with)];
        begun.row.digest = desk::digest_of(file, with, previous, checking,
                                           desk::demands_text(options_.profile, names));
        if (std::optional<Examined> kept = kept_.find(begun.row.digest)) {
            begun.examined = *std::move(kept);
            begun.kept = true;
        } else {
            begun.examined = examine_now(file, with, checking);
            if (begun.examined.failure.empty()) kept_.keep(begun.row.digest, begun.examined);
        }
        if (begun.examined.report) {
            const Report& report = *begun.examined.report;
            begun.sketch = sketch(report, names);
            begun.tables = desk::tables_of(report);
            if (previous.report != nullptr)
                begun.row.same_as_last_year = desk::same_as_last_year(report, *previous.report);
        }
        return begun;
    }

    bool is_called(const OfficeFiles& office, const std::string& agency) const {
        const std::vector<std::string> names = names_of(office);
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return plain_name(name) == plain_name(agency);
        });
    }

    /// What an office of the list is called.
    std::vector<std::string> names_of(const OfficeFiles& office) const {
        if (office.office == Owners::nobody) return {};
        const OfficeOfList& own = options_.list.offices[index_of(office.office)];
        std::vector<std::string> names = own.aliases;
        names.insert(names.end(), own.former.begin(), own.former.end());
        names.push_back(own.name);
        return names;
    }

    Examined examine_now(const desk::ReceivedFile& file, const desk::ReceivedFile* with,
                         const CheckingOptions& checking) const {
        try {
            if (with != nullptr)
                return desk::examine_joined(desk::input_of(options_, file),
                                            desk::input_of(options_, *with), checking);
            return desk::examine(desk::input_of(options_, file), checking);
        } catch (const Failure& failure) {
            Examined examined;
            examined.failure = failure.what();
            return examined;
        }
    }

    /// False after a stop.
    bool examine() {
        Steps<Begun> steps;
        steps.begin = [&](std::size_t i, Hold&) { return begin(assigned_.offices[i]); };
        steps.unfinished = [](const Begun&) { return Unfinished{}; };
        steps.finish = [](std::vector<Begun>&) {};
        steps.deliver = [&](Begun begun) { take(std::move(begun)); };
        const std::size_t count = assigned_.offices.size();
        collected_.complete = in_order(count, options_.batch, steps) == count;
        return collected_.complete;
    }

    void take(Begun begun) {
        for (Finding& finding : begun.told) collected_.findings.push_back(std::move(finding));
        if (!begun.row.digest.empty()) ++(begun.kept ? collected_.kept : collected_.examined);
        kept_.used(begun.row.digest);
        Waiting waiting{begun.choice, std::move(begun.examined.failure), begun.has_previous};
        if (begun.choice.file >= 0) {
            const auto& file = files_[static_cast<std::size_t>(begun.choice.file)];
            const OfficeFiles& office = assigned_.offices[collected_.rows.size()];
            const bool other_named = begun.choice.file == office.adopted && !file.agency.empty() &&
                                     !is_called(office, file.agency);
            if (other_named) waiting.more = {desk::other_name(begun.row, file.agency)};
            else waiting.more = desk::check_name(begun.row, file.agency);
        }
        if (begun.sketch) hold_against_others(begun, waiting);
        at_.emplace(plain_name(begun.row.office.name), collected_.rows.size());
        collected_.rows.push_back(std::move(begun.row));
        waiting_.push_back(std::move(waiting));
    }

    /// Completes a row, now that all offices are known, and hands the office out.
    void deliver(std::size_t i, const std::function<void(const Office&, const DeskHead&)>& each) {
        const Waiting& waiting = waiting_[i];
        LedgerRow& row = collected_.rows[i];
        Examined examined;
        examined.failure = waiting.failure;
        if (!row.digest.empty() && waiting.failure.empty()) {
            std::optional<Examined> kept = kept_.find(row.digest);
            examined = kept ? *std::move(kept) : begin(assigned_.offices[i]).examined;
        }
        if (std::any_of(waiting.more.begin(), waiting.more.end(),
                        [](const Finding& one) { return one.rule == desk::rule("L-23"); }))
            std::erase_if(examined.findings, [](const Finding& one) {
                return one.rule == "Y-05" && one.where.field == "agency";
            });
        examined.findings.insert(examined.findings.end(), waiting.more.begin(), waiting.more.end());
        if (waiting.choice.file >= 0) desk::conclude(rows_of(), waiting.choice, examined, row);
        desk::account_for_choice(assigned_.offices[i], waiting.choice, waiting.failure.empty(),
                                 collected_.files);
        std::optional<std::vector<Finding>> on_page;
        if (pages_ && row.review == Review::passed && examined.report && row.on_list) {
            on_page = pages_->against(assigned_.offices[i].office, *examined.report);
            desk::set_page_check(on_page, row);
        }
        if (row.summed && examined.report->edition == edition_for(year_)) {
            sum_.add(*examined.report);
            any_summed_ = true;
        }
        Previous previous;
        if (waiting.has_previous)
            previous = previous_of(options_, files_[index_of(waiting.choice.file)],
                                   assigned_.offices[i], year_);
        Office office{std::move(row), std::move(examined.findings), std::move(examined.report),
                      previous.report.get()};
        if (on_page) office.on_page = *std::move(on_page);
        each(office, collected_.head);
        row = std::move(office.row);
    }

    /// 内容雷同: flagged in both rows, and told to both: nobody knows who wrote it.
    void hold_against_others(Begun& begun, Waiting& waiting) {
        LedgerRow& row = begun.row;
        begun.sketch->agency = row.office.name;
        std::vector<std::string> disabled = options_.check.disabled;
        disabled.insert(disabled.end(), options_.profile.disabled.begin(),
                        options_.profile.disabled.end());
        for (Finding& finding : neighbours_.add(*begun.sketch, disabled)) {
            if (finding.rule == "Y-04" && finding.waived.empty()) flag_both(row, finding);
            waiting.more.push_back(std::move(finding));
        }
        const std::string other = same_tables_.add(row.office.name, begun.tables);
        const bool asked = std::find(disabled.begin(), disabled.end(), "L-24") == disabled.end();
        if (!other.empty() && asked && row.alike.empty()) {
            Finding finding = desk::same_tables(row, other);
            flag_both(row, finding);
            waiting.more.push_back(std::move(finding));
        }
        waiting.waive = std::move(begun.sketch->waive);
    }

    /// Flags both rows, and tells the former one the same.
    void flag_both(LedgerRow& row, const Finding& finding) {
        const std::string other = desk::value_of(finding, "other");
        const std::string percent = desk::value_of(finding, "percent");
        const int shared = percent.empty() ? 0 : std::stoi(percent);
        desk::flag_alike(row, other, shared);
        const auto at = at_.find(plain_name(other));
        if (at == at_.end()) return;
        LedgerRow& its = collected_.rows[at->second];
        if (!its.alike.empty()) return;
        desk::flag_alike(its, row.office.name, shared);
        Waiting& its_own = waiting_[at->second];
        Finding same = desk::as_told_to_the_former(finding, row.office.name, its_own.waive);
        its_own.more.push_back(std::move(same));
    }

    /// What was typed for an office that is on no list and sent nothing stays there.
    void keep_typed_rows() {
        for (const auto& [office, typed] : typed_.rows) {
            if (at_.contains(office)) continue;
            if (typed.typed == OfficerColumns{} && typed.added.empty()) continue;
            LedgerRow row;
            row.on_list = false;
            row.office.name = typed.office;
            row.typed = typed.typed;
            row.added = typed.added;
            row.main_problem = "名单上没有，也没有来件；台账里填过，所以留着";
            Finding finding = told(Severity::warning, desk::rule("L-33"), {},
                                   fmt::format("名单上没有“{}”，台账里它的一行填过", typed.office),
                                   "改了名称的，写进名单的“别名”或“原单位”；不要的，清空这一行");
            if (std::optional<Place> place = typed_.place(typed, "单位全称"))
                finding.place = *std::move(place);
            collected_.findings.push_back(std::move(finding));
            collected_.rows.push_back(std::move(row));
        }
    }

    void count() {
        DeskHead& head = collected_.head;
        for (const LedgerRow& row : collected_.rows) {
            head.expected += row.on_list ? 1 : 0;
            head.sent += row.on_list && row.submission != Submission::none ? 1 : 0;
            head.passed += row.review == Review::passed ? 1 : 0;
            head.summed += row.summed ? 1 : 0;
        }
    }

    const CollectOptions& options_;
    desk::LedgerFiles ledger_;
    desk::KeptExaminations kept_;
    desk::State former_;
    desk::TypedLedger typed_;
    std::vector<desk::ReceivedFile> files_;
    Assigned assigned_;
    std::vector<Waiting> waiting_;  // of each row
    int year_ = 0;
    GrowingSum sum_;
    bool any_summed_ = false;
    Neighbours neighbours_;
    desk::SameTables same_tables_;
    std::optional<desk::PublishedPages> pages_;
    std::map<std::string, std::size_t> at_;  // rows by the office's name without blanks
    Collected collected_;
};

}  // namespace

Collected collect(const CollectOptions& options,
                  const std::function<void(const Office&, const DeskHead&)>& each) {
    return Desk(options).collect(each);
}

bool all_in_order(const Collected& collected) {
    return collected.complete &&
           std::all_of(collected.rows.begin(), collected.rows.end(), [](const LedgerRow& row) {
               return !row.on_list || (!row.chosen.empty() && row.counts.to_mend == 0);
           });
}

}  // namespace nianbao
