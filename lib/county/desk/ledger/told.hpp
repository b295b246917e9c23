// What was typed into the ledger and is not understood, told with its cell.
#pragma once

#include "county/desk/ledger/ledger.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

/// Of one office. REQUIRES: `ledger` and `findings` outlive it.
class Told {
public:
    /// `typed`: the office's row; null if nothing was typed there.
    Told(const TypedLedger& ledger, const TypedLedger::Row* typed, std::string office,
         std::vector<Finding>& findings);

    /// `head`: of the column.
    void tell(std::string_view code, std::string_view head, std::string message, std::string hint);

    /// A day that was typed; L-31 if it is none. `year`: of the reports.
    std::optional<Moment> moment(std::string_view head, const std::string& text, int year);

private:
    const TypedLedger& ledger_;
    const TypedLedger::Row* typed_;
    std::string office_;
    std::vector<Finding>& findings_;
};

}  // namespace nianbao::desk
