// A county's desk, pass by pass: what came, whose it is, what counts, what is wrong with
// it, the ledger.
#include "nianbao/collect.hpp"

#include "county/desk/accounts.hpp"
#include "county/desk/assigned.hpp"
#include "county/desk/examined.hpp"
#include "county/desk/kept.hpp"
#include "county/desk/ledger/files.hpp"
#include "county/desk/local.hpp"
#include "county/desk/rows.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "job/in_order.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/neighbours.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
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

/// Of every folder that the desk writes into.
void remove_leftovers_below(const std::filesystem::path& folder) {
    remove_leftovers(folder);
    std::error_code unknown;
    for (std::filesystem::recursive_directory_iterator
             at(folder, std::filesystem::directory_options::skip_permission_denied, unknown),
         end;
         !unknown && at != end; at.increment(unknown)) {
        std::error_code gone;
        if (at->is_directory(gone)) remove_leftovers(at->path());
    }
}

/// An office on its way through the passes.
struct Begun {
    LedgerRow row;
    std::vector<Finding> told;  // of what was typed
    ChosenFile choice;
    Examined examined;
    const Report* previous = nullptr;
    std::optional<ReportSketch> sketch;
    bool kept = false;
};

class Desk {
public:
    explicit Desk(const CollectOptions& options)
        : options_(options), ledger_(options.folder), kept_(options.folder) {}

    Collected collect(const std::function<void(const Office&, const DeskHead&)>& each) {
        ledger_.refuse_if_open();
        kept_.open();
        remove_leftovers_below(options_.folder);
        former_ = ledger_.state();
        typed_ = ledger_.typed(former_, collected_.findings);
        if (!receive()) return std::move(collected_);
        year_ = options_.year != 0 ? options_.year : desk::year_of_most(files_);
        collected_.head.county = options_.profile.county;
        collected_.head.year = year_;
        collected_.head.now = options_.now;
        assigned_ = desk::assign(files_, options_.list.offices, year_);
        collected_.files = desk::accounts_of(files_, assigned_, options_.list.offices, year_);
        if (!examine(each)) return std::move(collected_);
        keep_typed_rows();
        count();
        ledger_.write(collected_, files_);
        kept_.remove_others();
        return std::move(collected_);
    }

private:
    /// False after a stop.
    bool receive() {
        const desk::KnownFiles none;
        desk::Received received =
            desk::receive(options_.received, options_.folder,
                          former_.current ? former_.files : none, options_.batch);
        files_ = std::move(received.files);
        collected_.looked_at = received.looked_at;
        collected_.complete = received.complete;
        for (desk::ReceivedFile& file : files_) {
            const auto known = former_.files.find(desk::key_of(file));
            if (known != former_.files.end()) file.seen = known->second.seen;
            if (!file.seen) file.seen = options_.now;
        }
        return received.complete;
    }

    desk::RowsOf rows_of() const { return {options_, files_, typed_, former_, year_}; }

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
        begun.previous = previous.report;
        CheckingOptions checking = options_.check;
        checking.previous = nullptr;
        if (options_.check.previous) checking.previous = [&](const Report&) { return previous; };
        if (!checking.deadline) checking.deadline = options_.profile.publication;
        checking.names.insert(checking.names.end(), options_.profile.names.begin(),
                              options_.profile.names.end());
        checking.disabled.insert(checking.disabled.end(), options_.profile.disabled.begin(),
                                 options_.profile.disabled.end());
        checking.also = [&](const Report& report) {
            return desk::check_local(report, options_.profile);
        };
        const desk::ReceivedFile* with =
            begun.choice.with < 0 ? nullptr : &files_[static_cast<std::size_t>(begun.choice.with)];
        begun.row.digest =
            desk::digest_of(file, with, previous, checking, desk::demands_text(options_.profile));
        if (std::optional<Examined> kept = kept_.find(begun.row.digest)) {
            begun.examined = *std::move(kept);
            begun.kept = true;
        } else {
            begun.examined = examine_now(file, with, checking);
            if (begun.examined.failure.empty()) kept_.keep(begun.row.digest, begun.examined);
        }
        if (begun.examined.report) {
            const Report& report = *begun.examined.report;
            begun.sketch = sketch(report);
            if (begun.previous != nullptr)
                begun.row.same_as_last_year = desk::same_as_last_year(report, *begun.previous);
        }
        return begun;
    }

    Examined examine_now(const desk::ReceivedFile& file, const desk::ReceivedFile* with,
                         const CheckingOptions& checking) const {
        try {
            if (with != nullptr)
                return desk::examine_joined(desk::input_of(options_.received, file),
                                            desk::input_of(options_.received, *with), checking);
            return desk::examine(desk::input_of(options_.received, file), checking);
        } catch (const Failure& failure) {
            Examined examined;
            examined.failure = failure.what();
            return examined;
        }
    }

    /// False after a stop.
    bool examine(const std::function<void(const Office&, const DeskHead&)>& each) {
        Steps<Begun> steps;
        steps.begin = [&](std::size_t i, Hold&) { return begin(assigned_.offices[i]); };
        steps.unfinished = [](const Begun&) { return Unfinished{}; };
        steps.finish = [](std::vector<Begun>&) {};
        steps.deliver = [&](Begun begun) { deliver(std::move(begun), each); };
        const std::size_t count = assigned_.offices.size();
        collected_.complete = in_order(count, options_.batch, steps) == count;
        return collected_.complete;
    }

    void deliver(Begun begun, const std::function<void(const Office&, const DeskHead&)>& each) {
        for (Finding& finding : begun.told) collected_.findings.push_back(std::move(finding));
        if (!begun.row.digest.empty()) ++(begun.kept ? collected_.kept : collected_.examined);
        kept_.used(begun.row.digest);
        if (begun.sketch) hold_against_others(begun);
        if (begun.choice.file >= 0)
            desk::conclude(rows_of(), begun.choice, begun.examined, begun.row);
        desk::account_for_choice(assigned_.offices[collected_.rows.size()], begun.choice,
                                 begun.examined.failure.empty(), collected_.files);
        Office office{std::move(begun.row), std::move(begun.examined.findings),
                      std::move(begun.examined.report), begun.previous};
        each(office, collected_.head);
        at_.emplace(plain_name(office.row.office.name), collected_.rows.size());
        collected_.rows.push_back(std::move(office.row));
    }

    /// 内容雷同: flagged in both rows, told to the one that came later.
    void hold_against_others(Begun& begun) {
        begun.sketch->agency = begun.row.office.name;
        std::vector<std::string> disabled = options_.check.disabled;
        disabled.insert(disabled.end(), options_.profile.disabled.begin(),
                        options_.profile.disabled.end());
        for (Finding& finding : neighbours_.add(*begun.sketch, disabled)) {
            if (finding.rule == "Y-04" && finding.waived.empty()) flag_alike(begun.row, finding);
            begun.examined.findings.push_back(std::move(finding));
        }
    }

    void flag_alike(LedgerRow& row, const Finding& finding) {
        for (const Value& value : finding.values) {
            if (value.name == "other") row.alike = value.text;
            if (value.name == "percent") row.alike_percent = std::stoi(value.text);
        }
        desk::add_sentence(row.main_problem,
                           fmt::format("内容雷同：与{}有{}%相同", row.alike, row.alike_percent));
        const auto other = at_.find(plain_name(row.alike));
        if (other == at_.end()) return;
        LedgerRow& its = collected_.rows[other->second];
        if (!its.alike.empty()) return;
        its.alike = row.office.name;
        its.alike_percent = row.alike_percent;
        desk::add_sentence(its.main_problem,
                           fmt::format("内容雷同：与{}有{}%相同", its.alike, its.alike_percent));
    }

    /// What was typed for an office that is neither on the list nor among what came stays
    /// in the ledger.
    void keep_typed_rows() {
        for (const auto& [office, typed] : typed_.rows) {
            if (at_.contains(office) || typed.typed == OfficerColumns{}) continue;
            LedgerRow row;
            row.on_list = false;
            row.office.name = typed.office;
            row.typed = typed.typed;
            row.main_problem = "名单上没有，也没有来件；台账里填过，所以留着";
            Finding finding = told(Severity::warning, desk::rule("L-33"), {},
                                   fmt::format("名单上没有“{}”，台账里它的一行填过", typed.office),
                                   "改了名称的，写进名单的“别名”或“原单位”；不要的，清空这一行");
            if (const auto place = typed.places.find("单位全称"); place != typed.places.end())
                finding.place = place->second;
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
    int year_ = 0;
    Neighbours neighbours_;
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
