// 台账 of a county's desk: what came of each office of a list, and in which state it is.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/job.hpp"
#include "nianbao/office_list.hpp"
#include "nianbao/profile.hpp"
#include "nianbao/report.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// 报送: 未报送, 按时报送, 逾期报送.
enum class Submission : std::uint8_t { none, in_time, late };
/// 审核: 无法读取, 待审核, 退回修改（第n次）, 审核通过. The last one only an officer says.
enum class Review : std::uint8_t { none, unreadable, waiting, returned, passed };
/// 发布: 未发布, 按时发布, 逾期发布, 与定稿不一致.
enum class Publication : std::uint8_t { none, in_time, late, differs };

/// What the program itself says of a report: 核验无误, or so many of each.
struct DeskCounts {
    int to_mend = 0;       // 须改: errors that are not waived
    int to_verify = 0;     // 核实: warnings that are not waived
    int advice = 0;        // 建议
    int not_compared = 0;  // 未比对: figures of the prose that nothing could be held against

    bool operator==(const DeskCounts&) const = default;
};

/// What an officer types into the ledger, kept from run to run as it was typed.
struct OfficerColumns {
    std::string received;      // 收到日期
    std::string chosen;        // 采用文件: its name, or its path under 收件
    std::string review;        // 审核
    std::string final_draft;   // 定稿
    std::string published_on;  // 发布时间
    std::string url;           // 发布网址
    std::string page_check;    // 网页核对
    std::string remarks;       // 备注

    bool operator==(const OfficerColumns&) const = default;
};

/// A row of the ledger: an office, what came of it and where it stands. Small, so that a
/// run keeps all of them.
struct LedgerRow {
    OfficeOfList office;
    bool on_list = true;  // else 名单外

    Submission submission = Submission::none;
    Review review = Review::none;
    int returns = 0;  // of 退回修改（第n次）
    Publication publication = Publication::none;

    std::string chosen;                    // the counting file, its path under 收件; empty: none
    std::string with;                      // of a report in two files, the one with the prose
    std::vector<std::string> files;        // all of its files, the counting one too
    int draft = 0;                         // 稿次; 0: not known
    std::optional<Moment> received;        // 收到日期: first seen, or as the officer says
    std::optional<Moment> received_draft;  // when the counting file was first seen
    bool signed_copy = false;              // 签字盖章件
    DeskCounts counts;                     // of the counting file
    std::string main_problem;              // 主要问题: one sentence, with the flags

    bool renamed = false;   // 疑似更名: the report names itself `own_name`
    std::string own_name;   // the name in the report, if it is another one, or a short one
    bool disputed = false;  // a report that may be its own is named after another office
    std::vector<std::string> unreadable;  // its files, if nothing else came, and nobody can
                                          // read them
    bool only_scans = false;              // nothing else came
    int other_year = 0;                   // of its reports, if none is of the year; 0: none came
    bool undecided = false;               // 多稿待定
    int same_as_last_year = -1;           // percent of the text; -1: not compared
    std::string alike;                    // 雷同单位; empty: none
    int alike_percent = 0;                // of the text; 0: the three tables alone
    std::optional<Moment> due;            // 整改期限, once a return was written
    std::optional<Moment> returned_on;    // when the last return was written
    bool letter = false;                  // a return is written on the counting file
    bool summed = false;                  // its figures are in the county's sum

    std::string digest;        // of all that the examination rests on; empty: none
    std::string returned_of;   // the counting file that the last return was written on
    std::string returned_for;  // digest of what that return asks for
    std::string passed_of;     // the counting file that 审核通过 was said of
    std::string lapsed_of;     // one that came after that, and nobody has reviewed
    std::string sent_back_of;  // the counting file that an officer sent back

    OfficerColumns typed;
    /// What stands in columns that officers added at the right, by their heads.
    std::vector<std::pair<std::string, std::string>> added;
    std::vector<std::string> candidates;  // for 采用文件, if there are several to choose from
    OfficerColumns own;  // what the program itself says there; a cell with anything else
                         // was typed

    bool operator==(const LedgerRow&) const = default;
};

/// A file of 收件, and what became of it: none is passed over in silence.
struct DeskFile {
    std::string path;    // under 收件
    std::string office;  // whose it is; empty: not known
    std::string says;  // “采用”, “与采用的相同”, “这是图片或者扫描件”
    std::string agency;  // that the report in it names
    int year = 0, draft = 0;
    std::optional<Moment> seen;  // first

    bool operator==(const DeskFile&) const = default;
};

/// “未报送” …; empty for Review::none.
[[nodiscard]] std::string_view submission_text(Submission submission);
[[nodiscard]] std::string review_text(Review review, int returns);
[[nodiscard]] std::string_view publication_text(Publication publication);

/// What stands above the ledger and above all that is written from it.
struct DeskHead {
    std::string county;  // “云溪县”; empty: not known
    int year = 0;        // of the reports
    Moment now;          // 截至
    int expected = 0;    // 应报: offices of the list
    int sent = 0;        // 已报
    int passed = 0;      // 审核通过
    int summed = 0;      // in the county's sum

    bool operator==(const DeskHead&) const = default;
};

/// A row with what it rests on: handed out one after the other, in the order of the list,
/// and not kept.
struct Office {
    LedgerRow row;
    std::vector<Finding> findings = {};  // of the counting file, each with its place
    std::optional<Report> report = {};   // of the counting file, if it could be read whole
    const Report* previous = nullptr;    // last year's
    std::vector<Finding> on_page = {};   // what its published page says otherwise than the
                                         // report that passed
};

/// What a desk is asked to collect.
struct CollectOptions {
    std::filesystem::path received;  // 收件: whatever came
    std::filesystem::path folder;    // 汇总: the ledger, and all that is written from it
    std::filesystem::path pages;     // 网页: what was published, saved; empty: there is none
    bool packages = false;  // 定稿 names the package of an office that passed: the caller
                            // makes them
    OfficeList list;
    Profile profile;
    int year = 0;  // of the reports; 0: that of most
    /// The rules, last year's reports, 公布期限.
    CheckingOptions check;
    /// The command that makes .doc, .wps, .xls and .et readable, as --converter takes it.
    /// Empty: no other program is run, also if the profile names one.
    std::string converter;
    Moment now;  // 截至; files that were not there before are first seen now
    BatchOptions batch;
};

struct Collected {
    DeskHead head;
    std::vector<LedgerRow> rows;  // the list's, then those that are on no list
    std::vector<DeskFile> files;
    std::size_t system_files = 0;  // of 收件, that no person put there: not in `files`
    /// L-15, L-31 to L-40, L-42: what was typed and is not understood, what nobody knows
    /// whose it is or could convert.
    std::vector<Finding> findings;
    std::size_t looked_at = 0;      // files that were not known from the run before
    std::size_t examined = 0;       // offices whose report was checked now
    std::size_t kept = 0;           // offices whose examination was kept from before
    bool complete = true;           // false after BatchOptions::stop: nothing was written
    std::optional<Report> sum;      // of what is summed: tables and fees; empty: nothing is
    std::vector<Report> sums;       // of gathered ledgers, each one's `sum`
    std::vector<DeskHead> ledgers;  // the same ledgers' heads, also of those without a sum
};

/// Looks at all that came, says whose it is and what counts, checks what has changed, and
/// writes the ledger: 台账.xlsx and 台账.json in `folder`, the former one in 以前的台账. What
/// officers typed into it is carried over by office. Calls `each` with every row, in
/// their order, before the ledger is written; of the head it has county, year and 截至.
/// Keeps examinations in `folder`/.nianbao, so that the next run checks only what has
/// changed; a run that is killed is simply run again. Throws Failure if a folder cannot
/// be read or written, or WPS has the ledger open.
[[nodiscard]] Collected collect(const CollectOptions& options,
                                const std::function<void(const Office&, const DeskHead&)>& each);

/// The county's own data file, added up from what counts.
struct CountyReport {
    Outcome merged;                 // what is told of it; written, or refused with why
    std::optional<Report> report;   // the sum; texts that are lacking are {{请填写}}
    std::filesystem::path place;    // the file; empty: nobody says what the county is called
    int members = 0;                // offices that are in the sum
    std::vector<std::string> left;  // offices of the list that are not, each with why
};

/// Adds up every office whose LedgerRow::summed is set, as merge() does, and writes
/// 汇总单位.yaml into the desk's folder. What is written in the texts of the file that
/// stands there is kept; the file itself too, in 以前的台账, if it changes. The head of the
/// file names who is not in the sum. Leaves a file alone that cannot be read, and tells
/// it. Throws Failure.
[[nodiscard]] CountyReport write_county_report(const CollectOptions& options,
                                               const Collected& collected);

/// The ledgers of several desks (台账.json) as one, in their order: every row as it
/// stands there, the head added up, and the sum of their sums, which is that of one desk
/// over all of their offices. Writes the ledger into `options.folder`, as collect() does;
/// reads nothing of 收件. Tells ledgers that cannot be read, have no sum or are of another
/// year (L-37) and offices that stand in several (L-38). Throws Failure.
[[nodiscard]] Collected gather(const std::vector<std::filesystem::path>& ledgers,
                               const CollectOptions& options);

/// True if every office of the list has one counting report that was read and needs no
/// correction.
[[nodiscard]] bool all_in_order(const Collected& collected);

}  // namespace nianbao
