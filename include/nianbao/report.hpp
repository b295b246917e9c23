// The report of one office for one year, as filled in.
#pragma once

#include "nianbao/amount.hpp"
#include "nianbao/form.hpp"
#include "nianbao/layout.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

struct Date {
    int year = 0, month = 0, day = 0;
    bool operator==(const Date&) const = default;
};

/// 部门, 乡镇街道, 政府办公室, 政府汇总: rules and deadlines depend on it.
enum class Kind { department, township, office, government };

/// One filled cell: its number, and what is written beside it ("其中修订16件"). `text` is how the number is written where that says more than the number
/// does (Measure::change, Measure::money: "+3", "25.1万元"); else it is empty, and the number prints as it is.
struct Cell {
    Amount value;
    std::string remark;
    std::string text = {};
    bool operator==(const Cell&) const = default;

    /// The number as it stands in the table.
    std::string printed() const { return text.empty() ? value.to_string() : text; }
};

/// A form with its cells filled in, in the order of form->entries; `note` stands below the table.
struct FilledForm {
    const Form* form = nullptr;
    std::vector<Cell> cells;
    std::string note;
    bool operator==(const FilledForm&) const = default;
};

/// 联系方式. A part that is not given is empty.
struct Contact {
    std::string office, address, phone, postcode, email, url;
    bool operator==(const Contact&) const = default;
};

/// 信息处理费: notices sent, yuan asked for, yuan received.
struct ProcessingFees {
    Amount notices, notified, collected;
    bool operator==(const ProcessingFees&) const = default;
};

/// 落款. An empty agency: the report's own.
struct Signature {
    std::string agency;
    Date date;
    bool operator==(const Signature&) const = default;
};

/// A finding that the office accepts, and why.
struct Waiver {
    std::string rule, field, reason;
    bool operator==(const Waiver&) const = default;
};

/// One of the reports that a merged report was added up from.
struct Member {
    std::string agency, file, sha256;
    bool operator==(const Member&) const = default;
};

struct Report {
    const Edition* edition = nullptr;
    std::string agency;
    Kind kind = Kind::department;
    int year = 0;
    std::string title;  // empty: composed from agency and year
    std::optional<Date> published;
    std::optional<Contact> contact;
    std::string introduction, overview;
    FilledForm disclosure, applications, disputes;
    std::string problems;
    std::optional<ProcessingFees> processing_fees;
    std::string other;
    std::optional<Signature> signature;
    std::vector<Waiver> waive;
    Layout layout;
    std::vector<Member> members;
    bool operator==(const Report&) const = default;

    /// The three tables in the order of the form.
    std::array<const FilledForm*, 3> tables() const { return {&disclosure, &applications, &disputes}; }
};

/// An office's name without blanks of any kind: one office writes its own with and without.
std::string plain_name(std::string_view agency);

/// The path of an entry's English keys from the top of the data file: "applications.results.refused.state_secret.business".
std::string field_path(const Form& form, int field);

/// How a value is written that was computed, not typed: what Cell::text holds. "+3", "251000元"; empty where the value prints as it is.
std::string written(Measure measure, const Amount& value);

/// Fills in every total that stands missing (`given[i]` false) and that an equation computes from cells that are given; marks them given.
void complete_totals(FilledForm& filled, std::vector<bool>& given);

}  // namespace nianbao
