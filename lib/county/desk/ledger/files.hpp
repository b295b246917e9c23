// 台账.xlsx and 台账.json in their folder: read, written, the former one kept.
#pragma once

#include "county/desk/ledger/ledger.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nianbao::desk {

class LedgerFiles {
public:
    explicit LedgerFiles(std::filesystem::path folder);

    /// Throws Failure if WPS or Office has the ledger open, or nobody may write it: what
    /// is typed there would be lost, or what is written here.
    void refuse_if_open() const;
    /// What the run before left; empty if there is nothing.
    State state() const;
    /// What was typed. If the workbook is gone it is what the run before knew; if it
    /// cannot be read too, and that is told (L-34).
    TypedLedger typed(const State& former, std::vector<Finding>& findings) const;

    /// Keeps the former ledger in 以前的台账, then writes both files. Throws Failure.
    void write(const Collected& collected, const std::vector<ReceivedFile>& files) const;

private:
    std::filesystem::path folder_, workbook_, json_;
};

}  // namespace nianbao::desk
