// 台账: its columns, how it is written, and how it is read back with what officers typed.
#pragma once

#include "county/desk/intake/received.hpp"
#include "nianbao/collect.hpp"
#include "report/sum.hpp"

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

/// What was typed into a ledger, by the office's name without blanks.
struct TypedLedger {
    struct Row {
        std::string office;
        OfficerColumns typed;
        std::map<std::string_view, Place> places = {};  // by the column's head
        /// What stands in columns that officers added, by their heads.
        std::vector<std::pair<std::string, std::string>> added = {};
    };
    std::map<std::string, Row> rows;
    std::vector<std::string> added_sheets;  // names
    Source source;
    std::string fault;  // why it cannot be read, Chinese without an end mark
};
TypedLedger read_ledger(std::string_view bytes, const std::string& name);

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

/// What a run leaves for the next: what is known of the files and the offices.
struct State {
    bool current = false;  // written by this version: what it says of files still holds
    KnownFiles files;
    std::map<std::string, LedgerRow> rows;  // by the office's name without blanks; what is
                                            // remembered of them
};
std::string state_text(const Collected& collected, const std::vector<ReceivedFile>& files);
/// A text that is damaged or of another version gives less, or nothing.
State state_from(std::string_view text);

}  // namespace nianbao::desk
