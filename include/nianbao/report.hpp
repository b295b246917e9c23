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

/// One filled cell: its number, and the remark beside it ("其中修订16件"). `text` is how
/// the number is written, if that says more than the number does (Measure::change,
/// Measure::money: "+3", "25.1万元"). If it is empty, the number prints as it is.
struct Cell {
    Amount value;
    std::string remark;
    std::string text = {};
    bool operator==(const Cell&) const = default;

    /// The number as the table shows it.
    [[nodiscard]] std::string printed() const { return text.empty() ? value.to_string() : text; }
};

/// A form with its cells filled in, in the order of form->entries. `note` is printed
/// below the table.
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

/// 网站, on which the report is published; for the tags of its web page (国办发〔2017〕47号,
/// 附件1). A part that is not given is empty.
struct Site {
    std::string name, domain;  // “某某县人民政府”, "www.example.gov.cn"
    std::string id_code;       // 网站标识码, ten digits
    std::string column;        // “政府信息公开年报”
    bool operator==(const Site&) const = default;
};

/// 信息处理费: notices sent, yuan asked for, yuan received.
struct ProcessingFees {
    Amount notices, notified, collected;
    bool operator==(const ProcessingFees&) const = default;
};

/// 落款. If `agency` is empty, it is the report's own.
struct Signature {
    std::string agency;
    Date date;
    bool operator==(const Signature&) const = default;
};

/// A finding that the office accepts, and why. `field` is a path of keys or of Chinese
/// names. `quote`: only what is said of these words of the field; empty: of all of it.
struct Waiver {
    std::string rule, field, reason;
    std::string quote = {};
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
    std::optional<Site> site;
    std::vector<Member> members;
    bool operator==(const Report&) const = default;

    /// A report to fill in: on the form of its year, with every cell 0 and every text
    /// empty. Nothing if that year had no form yet (before 2019).
    [[nodiscard]] static std::optional<Report> empty(std::string agency, int year);

    /// The cell with that path of English keys, "applications.received.natural_person"
    /// (docs/data-file.md lists them). nullptr if the form has no such cell. If its
    /// measure is change or money, set Cell::text with the value: see written().
    [[nodiscard]] const Cell* cell(std::string_view path) const;
    [[nodiscard]] Cell* cell(std::string_view path);

    /// Sets every total that an equation of the form computes, whatever it was before.
    /// Throws std::invalid_argument with fault() if that is not empty.
    void add_up();

    /// The three tables in the order of the form.
    [[nodiscard]] std::array<const FilledForm*, 3> tables() const {
        return {&disclosure, &applications, &disputes};
    }
};

/// Says why a report is not whole: a table without a form, a wrong number of cells, an
/// impossible number or date ("applications: 3 cells, and its form has 175"), a fault()
/// of its layout, a Cell::text that does not say the value, or a text that no data file
/// could hold: no agency, bytes that are no UTF-8, control characters, line ends in names
/// and remarks. Texts may be empty. Empty if it is whole, as every report from read() is.
/// Functions that require a whole report throw std::invalid_argument with this text.
[[nodiscard]] std::string fault(const Report& report);

/// An office's name without blanks of any kind, as offices write their own names with and
/// without them.
[[nodiscard]] std::string plain_name(std::string_view agency);

/// The path of an entry's English keys from the top of the data file:
/// "applications.results.refused.state_secret.business".
[[nodiscard]] std::string field_path(const Form& form, int field);

/// Cell::text for a value that was computed, not typed: "+3", "251000元". Empty if the
/// value prints as it is.
[[nodiscard]] std::string written(Measure measure, const Amount& value);

/// Computes every missing total (`given[i]` is false) that an equation adds up from given
/// cells, and marks it as given. REQUIRES: `filled` has the cells of its form, and
/// `given` as many.
void complete_totals(FilledForm& filled, std::vector<bool>& given);

}  // namespace nianbao
