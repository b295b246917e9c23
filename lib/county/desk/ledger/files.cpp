#include "county/desk/ledger/files.hpp"

#include "county/desk/former.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

namespace nianbao::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view workbook_name = "台账.xlsx", json_name = "台账.json";

/// What programs put beside a workbook that they have open: Office and WPS, WPS for
/// Linux, LibreOffice.
constexpr std::string_view lock_names[] = {"~$台账.xlsx", ".~台账.xlsx", ".~lock.台账.xlsx#"};

}  // namespace

LedgerFiles::LedgerFiles(fs::path folder)
    : folder_(std::move(folder)),
      workbook_(folder_ / path_of(workbook_name)),
      json_(folder_ / path_of(json_name)) {}

void LedgerFiles::refuse_if_open() const {
    std::error_code unknown;
    for (const std::string_view name : lock_names) {
        if (!fs::exists(folder_ / path_of(name), unknown)) continue;
        throw Failure(fmt::format(
            "台账 {} 正打开着（有 {}）：请在 WPS 里存盘、关闭，再收一次；已经关了的，删去这个文件",
            utf8(workbook_), name));
    }
    constexpr fs::perms writable =
        fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    const fs::file_status status = fs::status(workbook_, unknown);
    if (fs::exists(status) && (status.permissions() & writable) == fs::perms::none)
        throw Failure(fmt::format("台账 {} 是只读的：请去掉只读，再收一次", utf8(workbook_)));
    refuse_special_file(workbook_);
    refuse_special_file(json_);
}

State LedgerFiles::state() const {
    return state_from([&](const auto& take) { return each_block_of(json_, take); });
}

TypedLedger LedgerFiles::typed(const State& former, std::vector<Finding>& findings) const {
    const std::optional<std::string> bytes = content_of(workbook_);
    if (!bytes) return former.typed;
    const auto shown_before = [&](const std::string& office,
                                  std::string_view head) -> std::optional<std::string> {
        const auto row = former.rows.find(office);
        if (row == former.rows.end()) return std::nullopt;
        const auto* column =
            std::find(std::begin(columns_of_others), std::end(columns_of_others), head);
        return row->second.shown[static_cast<std::size_t>(column - columns_of_others)];
    };
    TypedLedger ledger = read_ledger(*bytes, utf8(workbook_), shown_before);
    for (const std::string& sheet : ledger.added_sheets) {
        findings.push_back(told(Severity::warning, rule("L-39"), {},
                                fmt::format("台账里加的“{}”一张没有带到新的台账里", sheet),
                                "它在“以前的台账”的最近一份里；自己的记录请另存一份"));
        findings.back().place.file = utf8(workbook_);
    }
    if (ledger.fault.empty()) return ledger;
    Finding finding =
        told(Severity::error, rule("L-34"), {}, fmt::format("以前的台账读不出来：{}", ledger.fault),
             "它留在“以前的台账”里；填过的请对照着补到新的台账里");
    finding.place.file = utf8(workbook_);
    findings.push_back(std::move(finding));
    return former.typed;
}

void LedgerFiles::write(const Collected& collected, const std::vector<ReceivedFile>& files) const {
    const std::string workbook = ledger_workbook(collected);
    refuse_if_open();  // it may have been opened meanwhile
    replace_keeping(workbook_, workbook, collected.head.now);
    write_whole_file(json_, [&](const WritePart& part) { write_state(collected, files, part); });
}

}  // namespace nianbao::desk
