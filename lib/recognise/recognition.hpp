// What the passes of recognising share.
#pragma once

#include "nianbao/form.hpp"
#include "notation/findings.hpp"
#include "recognise/sheets.hpp"
#include "recognise/value_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::recognise {

class Recognition {
public:
    /// REQUIRES: all of them outlive it.
    Recognition(const notation::Workbook& workbook, notation::Findings& findings)
        : sheets(workbook), findings_(findings), source_(workbook.draft.source) {}

    /// Where a cell is, for people.
    Place place(const At& at) const;
    /// “D7”; with its sheet: “依申请公开!D7”.
    std::string address(const At& at) const;
    std::string whole_address(const At& at) const;
    /// Where a cell is, for the tree; where its row begins if there is no such cell.
    Bytes bytes(const At& at) const;

    void tell(Severity severity, std::string_view rule, std::string field, const At& at,
              std::string message, std::string hint = {});
    /// “D7、E7、F7 等 12 格”.
    std::string list_of(const std::vector<At>& cells) const;

    Sheets sheets;
    ValueTree values;
    bool by_names = true;  // false: the file has no names, so nothing is told of labels
    int year = 0;          // that the report is on, as far as the workbook says it; else 0

private:
    Place beside(const At& at) const;

    notation::Findings& findings_;
    const Source& source_;
};

/// The cells of one table: adds them to `values`. False if nothing of it was found.
bool recognise_table(const Form& form, Recognition& work);

/// Everything but the tables: 基本信息, the prose, what the hidden sheet has. The number
/// of fields that were found.
int recognise_texts(const Edition& edition, Recognition& work);

/// The edition that the workbook was made for, by its hidden sheet, else by the year.
const Edition& edition_of(Recognition& work);

/// What the hidden sheet has that no cell shows, and what differs from it.
void recognise_hidden(Recognition& work);

}  // namespace nianbao::recognise
