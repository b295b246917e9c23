// W: one function behind each group of the wording's rules (rules_wording.hpp).
#pragma once

#include "check/wording/text.hpp"
#include "nianbao/check.hpp"

#include <string>
#include <vector>

namespace nianbao::wording {

/// W-01 to W-03: what the title says.
void check_title(const Report& report, std::vector<Finding>& findings);
/// W-04: the year that the numbers are of.
void check_period(const Report& report, const Prose& prose, std::vector<Finding>& findings);
/// W-05, W-06: what the report rests on.
void check_basis(const Report& report, const Prose& prose, std::vector<Finding>& findings);
/// W-07, W-08: whom to ask and where the copy is.
void check_introduction(const Report& report, const Prose& prose, std::vector<Finding>& findings);
/// W-09, W-10: sections that say nothing; the fee for processing information.
void check_sections(const Report& report, const Prose& prose, std::vector<Finding>& findings);
/// W-11, W-12: what the kind of office must say, and how it calls itself.
void check_kind(const Report& report, const Prose& prose, std::vector<Finding>& findings);
/// W-13: another year where the report's own is meant.
void check_years(const Report& report, const Prose& prose, std::vector<Finding>& findings);
/// W-14: the agency's name with one character changed.
void check_names(const Report& report, const Prose& prose, std::vector<Finding>& findings);
/// W-27: names that a county has for itself, with one character changed.
void check_given_names(const Prose& prose, const std::vector<std::string>& names,
                       std::vector<Finding>& findings);
/// W-15, W-16: numbering in order, and in level.
void check_numbering(const FieldText& text, std::vector<Finding>& findings);
/// W-17: paragraphs without an end mark.
void check_ends(const FieldText& text, std::vector<Finding>& findings);
/// W-18: half-width marks among Han.
void check_half_width(const FieldText& text, std::vector<Finding>& findings);
/// W-19: brackets and quotes that have no partner.
void check_pairs(const FieldText& text, std::vector<Finding>& findings);
/// W-20: characters, words and marks that stand twice.
void check_doubled(const FieldText& text, std::vector<Finding>& findings);
/// W-21: what a template leaves to be filled in.
void check_leftovers(const FieldText& text, std::vector<Finding>& findings);
/// W-21: page numbers that were pasted with a text.
void check_page_numbers(const FieldText& text, std::vector<Finding>& findings);
/// W-05, W-27: what is cited, by the table of documents.
void check_documents(const Report& report, const Prose& prose, std::vector<Finding>& findings);
/// W-05: the order by which 条例 was made, in the introduction.
void check_orders(const FieldText& introduction, std::vector<Finding>& findings);
/// W-27: the form's own terms and short names that are given, by the table of terms.
void check_form_terms(const Prose& prose, std::vector<Finding>& findings);
/// W-24: dates that exist, in order; signed after the year's end.
void check_dates(const FieldText& text, std::vector<Finding>& findings);
/// W-24: what the calendar has not, and what is said to be past and lies ahead.
void check_moments(const Report& report, const FieldText& text, std::vector<Finding>& findings);
void check_signature(const Report& report, std::vector<Finding>& findings);
/// W-25: numbers of the introduction, and the phone of who answers for the report.
void check_contact(const Report& report, const Prose& prose, std::vector<Finding>& findings);
/// W-26: words that are often typed wrong.
void check_misspellings(const Report& report, const FieldText& text,
                        std::vector<Finding>& findings);
/// W-26: what is nearly a word, between two words. REQUIRES: the other rules that find
/// slips have run.
void check_near_misses(const Report& report, const FieldText& text, std::vector<Finding>& findings);
/// What is no likely word, and nearly a far likelier one in the words around.
void check_unlikely_words(const Report& report, const FieldText& text,
                          std::vector<Finding>& findings);
/// W-20: 农业农村局局; a paragraph that stands twice.
void check_agency_doubled(const Report& report, const FieldText& text,
                          std::vector<Finding>& findings);
void check_repeated(const FieldText& text, std::vector<Finding>& findings);
/// W-28: （二）、
void check_bracketed_numbers(const FieldText& text, std::vector<Finding>& findings);
/// W-29: the units of what is counted, by the table of nouns.
void check_units(const FieldText& text, std::vector<Finding>& findings);
/// W-22: published in time.
void check_publication(const Report& report, const CheckOptions& options,
                       std::vector<Finding>& findings);

}  // namespace nianbao::wording
