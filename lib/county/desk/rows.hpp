// A row of the ledger: its states, from what came, what was typed and what the rules say.
#pragma once

#include "county/desk/examined.hpp"
#include "county/desk/intake/assigned.hpp"
#include "county/desk/ledger/ledger.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

/// What rows are made with.
struct RowsOf {
    const CollectOptions& options;
    const std::vector<ReceivedFile>& files;
    const TypedLedger& typed;
    const State& former;
    const Assigned& assigned;
    int year = 0;
};

/// A row before its file is examined: whose it is, what counts, when it came, whether it
/// is published. What was typed and is not understood goes to `findings`.
LedgerRow begun_row(const RowsOf& of, const OfficeFiles& office, const ChosenFile& choice,
                    std::vector<Finding>& findings);

/// The name of a file as people call it in 采用文件: with its folders only if the office
/// has sent another one of that name.
std::string called(const RowsOf& of, const OfficeFiles& office, int file);

/// What was typed as 采用文件 for an office.
std::string wanted_file(const RowsOf& of, const std::string& office);

/// How much of a report's text is last year's, in percent; -1: it is too short to say.
int same_as_last_year(const Report& report, const Report& last);

/// Completes the row, when all is told of its file: counts, 审核, 整改期限, 主要问题.
/// REQUIRES: the row of begun_row().
void conclude(const RowsOf& of, const ChosenFile& choice, const Examined& examined, LedgerRow& row);
/// 网页核对 of an office that passed: what its pages say otherwise; nothing: none was saved.
/// What an officer typed there goes before it.
void set_page_check(const std::optional<std::vector<Finding>>& differences, LedgerRow& row);
/// The same of an office without a counting file.
void conclude_without_file(const OfficeFiles& office, const RowsOf& of, const ChosenFile& choice,
                           LedgerRow& row);

/// Adds a sentence to 主要问题.
void add_sentence(std::string& text, std::string_view sentence);

/// True if the office has to answer for what was found.
bool needs_answer(const LedgerRow& row);

}  // namespace nianbao::desk
