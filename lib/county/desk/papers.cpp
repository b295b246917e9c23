#include "county/desk/papers.hpp"

#include "county/desk/intake/received.hpp"
#include "county/letters/line_words.hpp"
#include "county/letters/reminders.hpp"
#include "county/letters/return_letter.hpp"
#include "county/sums/statistics.hpp"
#include "nianbao/mark.hpp"
#include "nianbao/read.hpp"
#include "notation/kind/kind.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>
#include <vector>

namespace nianbao::desk {
namespace {

constexpr std::string_view returns_folder = "退改意见/", reminders_folder = "催报/",
                           pages_folder = "网页核对/";

constexpr std::string_view marked_endings[] = {"批注.xlsx", "批注.docx"};

/// One of the office's own files with what was found in it, and how its name ends; empty
/// if nothing can be put into it.
struct MarkedFile {
    std::string_view ending;
    std::string bytes;
};

MarkedFile marked(const CollectOptions& options, const Office& office, const std::string& path) {
    const Input input = input_at(options, path);
    const bool workbook = notation::is_workbook(*input.bytes, input.name);
    if (!workbook && !notation::is_word_file(*input.bytes, input.name)) return {};
    std::vector<Finding> own;  // a report in two files has others in the other one
    for (const Finding& finding : office.findings) {
        if (finding.place.file == path && letters::concerns_the_office(finding))
            own.push_back(finding);
    }
    if (path != office.row.chosen && own.empty()) return {};
    try {
        return workbook ? MarkedFile{marked_endings[0],
                                     mark_workbook(*input.bytes, own, office.row.returns)}
                        : MarkedFile{marked_endings[1], mark_word_file(*input.bytes, own)};
    } catch (const std::invalid_argument&) {
        return {};  // it can be read, and yet nothing can be put into it
    }
}

/// What the published page says otherwise than the report that passed, a line each.
std::string page_text(const Office& office) {
    std::string text = fmt::format("{}公布的网页与定稿不一致的{}处：\n", office.row.office.name,
                                   office.on_page.size());
    for (const Finding& finding : office.on_page) text += message(finding) + "\n";
    return text;
}

}  // namespace

DeskPapers::DeskPapers(const CollectOptions& options, std::function<Fonts()> fonts)
    : options_(options), written_(options.folder), packages_(written_, std::move(fonts)) {}

void DeskPapers::add(const Office& office, const DeskHead& head) {
    const Edition* edition = edition_for(head.year);
    if (!sums_ && edition != nullptr) sums_.emplace(*edition);
    if (sums_) sums_->add(office);
    packages_.add(office, head.now);
    if (!office.on_page.empty())
        written_.put(fmt::format("{}{}.txt", pages_folder, file_name_of(office.row.office.name)),
                     page_text(office), head.now);
    if (!office.row.letter) return;
    const std::string name = fmt::format("{}{}（第{}次）", returns_folder,
                                         file_name_of(office.row.office.name), office.row.returns);
    ++letters_;
    // A letter may have been sent: it stays as it was written, until it asks for
    // something else.
    const bool stays = office.row.returned_on != head.now && written_.stays(name + ".docx");
    if (stays) {
        written_.stays(name + ".txt");
        for (const std::string_view ending : marked_endings)
            written_.stays(fmt::format("{}{}", name, ending));
        return;
    }
    DeskHead then = head;
    then.now = office.row.returned_on.value_or(head.now);
    written_.put(name + ".docx", return_file(office, options_.profile, then), head.now);
    written_.put(name + ".txt", return_message(office, options_.profile) + "\n", head.now);
    for (const std::string& path : {office.row.chosen, office.row.with}) {
        if (path.empty()) continue;
        const MarkedFile file = marked(options_, office, path);
        if (!file.bytes.empty())
            written_.put(fmt::format("{}{}", name, file.ending), file.bytes, head.now);
    }
}

void DeskPapers::remind(const Collected& collected) {
    const DeskHead& head = collected.head;
    std::vector<OfficeOfList> missing, unreadable;
    std::vector<SentOtherYear> other_years;
    const auto write = [&](const std::string& office, const std::string& text) {
        written_.put(fmt::format("{}{}.txt", reminders_folder, file_name_of(office)), text + "\n",
                     head.now);
    };
    for (const LedgerRow& row : collected.rows) {
        // Of a report in dispute the officer first has to say whose it is.
        if (!row.on_list || row.disputed) continue;
        if (row.other_year != 0) {
            other_years.push_back({row.office.name, row.other_year});
            write(row.office.name, reminder_of_other_year(row, options_.profile, head));
        } else if (row.submission == Submission::none) {
            missing.push_back(row.office);
            write(row.office.name, reminder(row.office, options_.profile, head));
        } else if (!row.unreadable.empty() || row.only_scans) {
            unreadable.push_back(row.office);
            write(row.office.name, reminder_of_unreadable(row, options_.profile, head));
        }
    }
    if (!missing.empty() || !unreadable.empty() || !other_years.empty())
        write("工作群", group_reminder(missing, unreadable, other_years, options_.profile, head));
}

void DeskPapers::write_sums(const DeskHead& head, const CountyReport& county) {
    if (!sums_ || head.summed == 0 || sums_->too_many()) return;
    const Report* own = county.report ? &*county.report : nullptr;
    Previous previous;
    if (own != nullptr && options_.check.previous) previous = options_.check.previous(*own);
    written_.put("汇总底稿.xlsx", sums_->write(head, own, previous.report.get()), head.now);
    const sums::Statistics statistics = sums_->statistics(head.year);
    written_.put("统计.xlsx", sums::write_statistics(statistics, head), head.now);
    written_.put("统计.json", sums::statistics_json(statistics, head), head.now);
}

void DeskPapers::finish_gathered(const Collected& gathered, const CountyReport& county) {
    const Edition* edition = edition_for(gathered.head.year);
    if (edition != nullptr) sums_.emplace(*edition, sums::Of::ledgers);
    auto sum = gathered.sums.begin();
    for (const DeskHead& ledger : gathered.ledgers) {
        const Report* own = ledger.summed > 0 && sum != gathered.sums.end() ? &*sum++ : nullptr;
        Previous last;
        if (own != nullptr && options_.check.previous) last = options_.check.previous(*own);
        if (sums_) sums_->add(ledger, own, last.report.get());
    }
    write_sums(gathered.head, county);
    written_.finish();
}

void DeskPapers::finish(const Collected& collected, const CountyReport& county) {
    const DeskHead& head = collected.head;
    remind(collected);
    write_sums(head, county);
    written_.set_aside_below(std::string(returns_folder));
    written_.set_aside_below(std::string(packages_folder));
    written_.finish();
}

}  // namespace nianbao::desk
