// Compares what was published with its data, part by part.
#include "nianbao/verify.hpp"

#include "data/drafts/pdf_text.hpp"
#include "data/report_from_values.hpp"
#include "data/verify/printed.hpp"
#include "data/verify/rules.hpp"
#include "notation/findings.hpp"
#include "notation/html/web_page.hpp"
#include "notation/kind/kind.hpp"
#include "notation/values.hpp"
#include "recognise/article/article.hpp"
#include "recognise/labels.hpp"
#include "report/cells.hpp"
#include "report/dates.hpp"
#include "report/sentence_diff.hpp"
#include "text/letters.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

namespace nianbao {
namespace {

using data::PrintedText;
using data::verify_rule;

constexpr std::string_view whichever = "核对哪一边对，改公布的或者改数据";

/// A heading without its number: an editor's lists lose or make it.
std::u32string without_number(const std::string& sentence) {
    std::u32string text = to_utf32(sentence);
    if (const Numbering number = numbering_of(text)) text.erase(0, number.length);
    return text;
}

/// A remark without the brackets that are printed about it.
std::string bare_remark(const std::string& remark) {
    std::string bare = plain_name(remark);
    constexpr std::string_view open = "（", close = "）";
    if (bare.starts_with(open) && bare.ends_with(close) && bare.size() >= 2 * open.size())
        bare = bare.substr(open.size(), bare.size() - 2 * open.size());
    return bare;
}

/// What a cell shows: “7（其中修订1件）”.
std::string shown_cell(const Cell& cell) {
    const std::string remark = bare_remark(cell.remark);
    return remark.empty() ? cell.printed() : fmt::format("{}（{}）", cell.printed(), remark);
}

bool same_cell(const Cell& a, const Cell& b) {
    return a.value == b.value && bare_remark(a.remark) == bare_remark(b.remark) &&
           plain_name(a.printed()) == plain_name(b.printed());
}

/// One name may say more of the place than the other: 云溪县农业农村局 and 农业农村局.
bool same_office(const std::string& a, const std::string& b) {
    const std::string one = plain_name(a), other = plain_name(b);
    return !one.empty() && (one.ends_with(other) || other.ends_with(one));
}

class Verification {
public:
    Verification(const Input& published, const Reading& data, Verified& out)
        : input_(published), data_(data), wanted_(*data.report), out_(out) {}

    void run() {
        if (!read_published()) return;
        compare_front();
        headings();
        text("introduction", "引言", &Report::introduction);
        text("overview", "总体情况", &Report::overview);
        for (std::size_t i = 0; i < 3; ++i) table(*wanted_.tables()[i], *found_.tables()[i]);
        text("problems", "存在的主要问题及改进情况", &Report::problems);
        text("other", "其他需要报告的事项", &Report::other);
        signature();
        finish();
    }

private:
    // ------------------------------------------------------------ what was published

    /// False if there is no report in it; that is told.
    bool read_published() {
        std::optional<data::PartOfReport> part;
        Reading reading = data::read_asking(
            input_, {.known = {wanted_.agency, wanted_.year},
                     .part = &part,
                     .look = [this](const notation::Values& values, const Report&) {
                         headings_ = values.headings;
                     }});
        out_.source = std::move(reading.source);
        if (part) add_missing_tables(*part);
        if (reading.report) {
            found_ = *std::move(reading.report);
        } else if (part && fault(part->report).empty()) {
            found_ = std::move(part->report);
            unread_.insert(part->unread.begin(), part->unread.end());
        } else {
            out_.findings = std::move(reading.findings);
            return false;
        }
        if (found_.edition != wanted_.edition) {
            tell(verify_rule("B-07"), "form", {}, std::to_string(found_.edition->year),
                 std::to_string(wanted_.edition->year), "公布的格式与数据不同");
            out_.findings = told_.take(out_.source.file());
            return false;
        }
        // What is missing or no number is compared below. What was not read at all is
        // told, as nobody compared it.
        constexpr std::string_view unread[] = {"D-34", "D-35", "D-37", "D-39",
                                               "D-40", "D-45", "D-46"};
        std::erase_if(reading.findings, [&](const Finding& finding) {
            return std::find(std::begin(unread), std::end(unread), finding.rule) ==
                   std::end(unread);
        });
        unread_parts_ = std::move(reading.findings);
        read_page();
        return true;
    }

    /// Every cell of a table that is not there is one without a number.
    void add_missing_tables(data::PartOfReport& part) const {
        FilledForm* const tables[] = {&part.report.disclosure, &part.report.applications,
                                      &part.report.disputes};
        for (std::size_t i = 0; i < 3; ++i) {
            const Form& form = *wanted_.tables()[i]->form;
            if (tables[i]->cells.size() == form.entries.size()) continue;
            *tables[i] = {&form, std::vector<Cell>(form.entries.size()), {}};
            for (const Entry& entry : form.entries)
                part.unread.push_back(field_path(form, entry.field));
        }
    }

    /// A page says who published it, when, and what it links.
    void read_page() {
        const std::string bytes = out_.source.bytes();
        if (!notation::is_web_page(bytes, out_.source.file())) return;
        notation::ReadWebPage read = notation::read_web_page(bytes, out_.source.file());
        if (!read.page) return;
        recognise::leave_frame(read.page->draft, section_headings);
        page_ = std::move(read.page->draft);
        constexpr std::size_t most = 50;
        constexpr std::string_view endings[] = {".pdf",  ".doc", ".docx", ".xls", ".xlsx",
                                                ".wps",  ".et",  ".ofd",  ".zip", ".rar",
                                                ".yaml", ".yml", ".json", ".txt", ".csv"};
        for (const notation::WebLink& link : read.page->links) {
            const std::string_view address =
                std::string_view(link.address).substr(0, link.address.find_first_of("?#"));
            const bool attached =
                std::any_of(std::begin(endings), std::end(endings),
                            [&](std::string_view ending) { return has_ending(address, ending); });
            std::string named = notation::shown(link.text);
            named += named.empty() ? notation::shown(link.address)
                                   : fmt::format("（{}）", notation::shown(link.address));
            if (attached && out_.attachments.size() < most &&
                std::find(out_.attachments.begin(), out_.attachments.end(), named) ==
                    out_.attachments.end())
                out_.attachments.push_back(std::move(named));
        }
    }

    // ------------------------------------------------------------ telling

    Place data_place(const Span& span) const {
        return span.field.empty() ? Place{data_.source.file(), {}, 0, 0, 0}
                                  : data_.source.place(span);
    }

    /// `at`: in the published file; a span of the same field if nothing else is known.
    Finding& tell(std::string_view code, const std::string& field, Place at, std::string published,
                  std::string data, std::string message, const Span& in_data = {}) {
        const Place place = data_place(in_data.field.empty() ? Span{field} : in_data);
        if (at.file.empty()) at = out_.source.place({field});
        Finding& finding =
            told_.tell(Severity::error, code, field, std::move(at),
                       fmt::format("{}（{}）", message, place_text(place)), std::string(whichever));
        finding.values = {{"published", std::move(published)},
                          {"data", std::move(data)},
                          {"data_place", place_text(place)}};
        return finding;
    }

    void differs(const std::string& field, std::string_view name, const std::string& published,
                 const std::string& data, Place at = {}) {
        tell(verify_rule("B-01"), field, std::move(at), published, data,
             fmt::format("{}：公布的是“{}”，数据是“{}”", name, notation::shown(published),
                         notation::shown(data)));
    }

    // ------------------------------------------------------------ parts

    void compare_front() {
        const std::string published = data::printed_title(found_),
                          data = data::printed_title(wanted_);
        if (plain_name(published) != plain_name(data)) differs("title", "标题", published, data);
        if (const notation::DraftFact* who = publisher();
            who != nullptr && !same_office(who->text(), wanted_.agency))
            differs("agency", "发布机构", who->text(), wanted_.agency,
                    out_.source.place_between(who->placed.begin, who->placed.end));
        if (found_.published && wanted_.published && *found_.published != *wanted_.published)
            differs("published", "发布日期", date_text(*found_.published),
                    date_text(*wanted_.published));
    }

    const notation::DraftFact* publisher() const {
        if (!page_) return nullptr;
        const notation::DraftFact* shown = recognise::fact_of(*page_, "publisher");
        return shown != nullptr ? shown : recognise::fact_of(*page_, "ContentSource");
    }

    /// Its number, its blanks and its marks apart: an editor loses and makes these.
    void headings() {
        constexpr std::string_view fields[] = {"overview", "disclosure", "applications",
                                               "disputes", "problems",   "other"};
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            const notation::ReadHeading& found = headings_[i];
            const std::string wanted(wanted_.edition->headings[i]);
            const std::string field(fields[i]);
            if (recognise::plain_label(found.text) == recognise::plain_label(wanted)) continue;
            if (found.text.empty()) {
                tell(verify_rule("B-04"), field, {out_.source.file(), {}, 0, 0, 0}, {}, wanted,
                     fmt::format("少了标题“{}”", wanted));
                continue;
            }
            tell(
                verify_rule("B-03"), field, out_.source.place_between(found.begin, found.end),
                found.text, wanted,
                fmt::format("标题：公布的是“{}”，格式是“{}”", notation::shown(found.text), wanted));
        }
    }

    void signature() {
        if (!wanted_.signature && !found_.signature) return;
        const auto agency = [](const Report& report) {
            if (!report.signature) return std::string();
            return report.signature->agency.empty() ? report.agency : report.signature->agency;
        };
        const auto day = [](const Report& report) {
            return report.signature ? date_text(report.signature->date) : std::string();
        };
        if (plain_name(agency(found_)) != plain_name(agency(wanted_)))
            differs("signature.agency", "落款的单位", agency(found_), agency(wanted_));
        if (day(found_) != day(wanted_))
            differs("signature.date", "成文日期", day(found_), day(wanted_));
    }

    void table(const FilledForm& wanted, const FilledForm& found) {
        const Form& form = *wanted.form;
        const auto path = [&](std::size_t i) { return field_path(form, form.entries[i].field); };
        std::size_t missing = 0;
        for (std::size_t i = 0; i < wanted.cells.size(); ++i)
            missing += unread_.contains(path(i)) && cell_text(path(i)).empty() ? 1 : 0;
        if (missing == wanted.cells.size()) {
            tell(verify_rule("B-06"), std::string(form.key), {}, {}, std::string(form.name),
                 fmt::format("公布的里面没有“{}”这张表", form.name));
            return;
        }
        for (std::size_t i = 0; i < wanted.cells.size(); ++i) {
            const bool unread = unread_.contains(path(i));
            if (!unread && same_cell(wanted.cells[i], found.cells[i])) continue;
            const std::string published = unread ? cell_text(path(i)) : shown_cell(found.cells[i]);
            const std::string data = shown_cell(wanted.cells[i]);
            tell(verify_rule("B-02"), path(i), {}, published, data,
                 fmt::format(
                     "{}：公布的是{}，数据是 {}", cell_name(form, static_cast<int>(i)),
                     published.empty() ? std::string("空白") : " " + notation::shown(published),
                     data));
        }
        sentences(fmt::format("{}.note", form.key), fmt::format("{}的注", form.name), wanted.note,
                  found.note);
    }

    /// What stands in a cell that has no number.
    std::string cell_text(const std::string& field) const {
        const Place place = out_.source.place({field});
        return place.kind == Place::Kind::table || place.kind == Place::Kind::cell
                   ? std::string(out_.source.line(place))
                   : std::string();
    }

    void text(const std::string& field, std::string_view name, const std::string Report::*part) {
        sentences(field, std::string(name), wanted_.*part, found_.*part);
    }

    void sentences(const std::string& field, const std::string& name, const std::string& wanted,
                   const std::string& found) {
        const PrintedText data = data::printed_text(wanted_, wanted);
        // An editor's lists lose and make numbers.
        const PrintedText published = data::numbered_as(found, data.text);
        std::vector<TextChange> changes = sentence_changes(field, name, data.text, published.text);
        // A sentence that is only numbered otherwise, or stands elsewhere, is the same.
        std::erase_if(changes, [](const TextChange& change) {
            return change.how == TextChanged::changed &&
                   without_number(change.before) == without_number(change.after);
        });
        leave_moved(changes);
        for (TextChange& change : changes) {
            if (!change.after_at.field.empty())
                change.after_at = data::origin_of(change.after_at, published);
            tell_change(change, data);
        }
    }

    static void leave_moved(std::vector<TextChange>& changes) {
        std::multiset<std::u32string> removed, added, moved;
        for (const TextChange& change : changes) {
            if (change.how == TextChanged::removed) removed.insert(without_number(change.before));
            if (change.how == TextChanged::added) added.insert(without_number(change.after));
        }
        std::set_intersection(removed.begin(), removed.end(), added.begin(), added.end(),
                              std::inserter(moved, moved.end()));
        std::multiset<std::u32string> moved_from = moved;
        const auto take = [](std::multiset<std::u32string>& all, const std::u32string& one) {
            const auto found = all.find(one);
            if (found == all.end()) return false;
            all.erase(found);
            return true;
        };
        std::erase_if(changes, [&](const TextChange& change) {
            if (change.how == TextChanged::removed)
                return take(moved_from, without_number(change.before));
            return change.how == TextChanged::added && take(moved, without_number(change.after));
        });
    }

    void tell_change(const TextChange& change, const PrintedText& data) {
        const Span in_data = change.before_at.field.empty()
                                 ? Span{change.field}
                                 : data::origin_of(change.before_at, data);
        Place at = change.after_at.field.empty() ? Place{} : out_.source.place(change.after_at);
        const auto say = [&](std::string_view code, std::string message) {
            tell(code, change.field, std::move(at), change.after, change.before, std::move(message),
                 in_data);
        };
        switch (change.how) {
            case TextChanged::changed:
                return say(verify_rule("B-03"),
                           fmt::format("{}：公布的是“{}”，数据是“{}”", change.name, change.after,
                                       change.before));
            case TextChanged::removed:
                return say(verify_rule("B-04"),
                           fmt::format("{}少了一句：“{}”", change.name, change.before));
            case TextChanged::added:
                return say(verify_rule("B-05"),
                           fmt::format("{}多了一句：“{}”", change.name, change.after));
        }
    }

    /// In the order of the published file.
    void finish() {
        out_.findings = told_.take(out_.source.file());
        for (Finding& finding : unread_parts_) out_.findings.push_back(std::move(finding));
        std::stable_sort(
            out_.findings.begin(), out_.findings.end(),
            [](const Finding& a, const Finding& b) { return before(a.place, b.place); });
    }

    const Input& input_;
    const Reading& data_;
    const Report& wanted_;
    Verified& out_;
    Report found_;
    std::set<std::string, std::less<>> unread_;  // cells of the published file
    std::vector<Finding> unread_parts_;
    std::vector<notation::ReadHeading> headings_;  // of the published file
    std::optional<notation::Draft> page_;
    notation::Findings told_;
};

}  // namespace

Verified verify(const Input& published, const Reading& data) {
    if (!data.report)
        throw std::invalid_argument("nianbao::verify: there is no report to hold against");
    Verified out{.agency = data.report->agency, .year = data.report->year};
    Input readable = published;
    if (std::optional<Finding> none = data::take_text_of_pdf(readable)) {
        out.source = Source(none->place.file, {});
        out.findings.push_back(*std::move(none));
    } else {
        Verification(readable, data, out).run();
    }
    return out;
}

}  // namespace nianbao
