// 台账: its columns, how it is written, and how it is read back with what officers typed.
#pragma once

#include "county/desk/intake/received.hpp"
#include "nianbao/collect.hpp"
#include "report/sum.hpp"

#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::desk {

/// A column of the ledger. `typed`: it is the officer's, and nothing else is shown.
struct Column {
    std::string_view head;
    double width;  // in digits
    std::string (*shown)(const LedgerRow& row);
    std::string OfficerColumns::*typed = nullptr;
    bool number = false;
    bool left = false;  // long texts; others stand in the middle
};
std::span<const Column> columns();

/// What stands in an officer's cell: what was typed, else what the program says.
std::string shown_in(const Column& column, const LedgerRow& row);

/// The name of a file as people call it: without its folders.
std::string_view file_name(std::string_view path);

/// The ledger as a workbook: 台账, a row an office; 来件, a row a file; and what the program
/// itself says in the officer's columns, hidden, so that what was typed is known again.
std::string ledger_workbook(const Collected& collected);
inline constexpr std::string_view ledger_sheets[] = {"台账", "来件", "nianbao"};

/// What was typed into a ledger, by the office's name without blanks; offices for which
/// nothing was are left out.
struct TypedLedger {
    struct Row {
        std::string office;
        OfficerColumns typed;
        /// What stands in columns that officers added, by their heads.
        std::vector<std::pair<std::string, std::string>> added = {};
        /// What stands in columns of the list otherwise than the program wrote it.
        std::vector<std::pair<std::string_view, std::string>> not_read = {};
        int row = 0;  // of the sheet, from 1; 0: it is from no sheet
    };
    std::map<std::string, Row> rows;
    std::vector<std::string> added_sheets;    // names
    std::string file, sheet;                  // that it was read from
    int part = 0;                             // of Place
    std::map<std::string_view, int> columns;  // from 1, by the heads of columns()

    /// Why it cannot be read, Chinese without an end mark.
    std::string fault;

    /// Where a row's cell in a column stands; nothing if it stands nowhere.
    std::optional<Place> place(const Row& of, std::string_view head) const;
};

/// A sum as the report of the place that it is of; its texts are empty. Nothing if the
/// year has no form.
std::optional<Report> as_report(Sum sum, const Profile& profile, int year);
/// The same as a data file; its texts say that they are to be found in the offices' own.
std::string sum_text(Report sum);
/// Whose the sum is: 汇总单位, else the county's government; empty: nobody says it.
std::string agency_of(const Profile& profile);

/// What a ledger says of its desk; `fault`: why it cannot be read, Chinese without an end
/// mark.
struct ReadLedgerJson {
    DeskHead head;
    std::vector<LedgerRow> rows;
    std::optional<Report> sum;
    std::string fault;
};
ReadLedgerJson read_ledger_json(std::string_view text, const std::string& name);

/// The columns whose words are the list's or the files', which people change all the
/// same.
inline constexpr std::string_view columns_of_others[] = {"类别", "计入汇总", "联系人", "联系电话",
                                                         "签字盖章件"};

/// What the program wrote in one of them of an office; nothing: it is not known.
using ShownBefore =
    std::function<std::optional<std::string>(const std::string& office, std::string_view head)>;
TypedLedger read_ledger(std::string_view bytes, const std::string& name,
                        const ShownBefore& shown_before = {});

/// What is remembered of an office from run to run.
struct Remembered {
    std::string received;  // as the program itself said it
    int returns = 0;
    std::string returned_of, returned_for, passed_of, lapsed_of, sent_back_of;
    std::optional<Moment> due, returned_on;
    std::array<std::string, std::size(columns_of_others)> shown;  // in their order
};

/// What a run leaves for the next: what is known of the files and the offices.
struct State {
    bool current = false;  // written by this version: what it says of files still holds
    KnownFiles files;
    std::map<std::string, Remembered> rows;  // by the office's name without blanks
    TypedLedger typed;                       // for who has lost the ledger itself
};
/// Gives it to `sink` part by part.
void write_state(const Collected& collected, const std::vector<ReceivedFile>& files,
                 const std::function<void(std::string_view)>& sink);
/// Reads the text block by block, as `each_block` gives it; false: it could not. A text
/// that is damaged or of another version gives less, or nothing.
using EachBlock = std::function<bool(const std::function<void(std::string_view)>& take)>;
State state_from(const EachBlock& each_block);

}  // namespace nianbao::desk
