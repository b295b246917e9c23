// 台账.json: the ledger for programs, and what the next run has to know.
#include "county/desk/ledger/ledger.hpp"
#include "county/desk/reading/moments.hpp"
#include "county/desk/reading/values.hpp"
#include "data/write/written.hpp"
#include "nianbao/read.hpp"
#include "nianbao/report.hpp"
#include "nianbao/write.hpp"
#include "text/digits.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::desk {
namespace {

using notation::Node;
using notation::Shape;
using Kind = Written::Kind;

constexpr auto text = as_text;
constexpr auto number = as_number;
constexpr auto truth = as_truth;
constexpr auto texts = as_texts;
Written moment(const std::optional<Moment>& value) {
    return text(value ? written(*value) : std::string());
}

/// A province's; a county's has some hundred thousand.
constexpr std::size_t longest_state = std::size_t{256} << 20;

constexpr std::string_view submissions[] = {"none", "in_time", "late"};
constexpr std::string_view reviews[] = {"none", "unreadable", "waiting", "returned", "passed"};
constexpr std::string_view publications[] = {"none", "in_time", "late", "differs"};

struct TypedKey {
    std::string_view key;
    std::string OfficerColumns::*typed;
};
constexpr TypedKey typed_keys[] = {
    {"received", &OfficerColumns::received},
    {"chosen", &OfficerColumns::chosen},
    {"review", &OfficerColumns::review},
    {"final_draft", &OfficerColumns::final_draft},
    {"published_on", &OfficerColumns::published_on},
    {"url", &OfficerColumns::url},
    {"page_check", &OfficerColumns::page_check},
    {"remarks", &OfficerColumns::remarks},
};

Written typed_columns(const OfficerColumns& typed) {
    Written out{Kind::mapping};
    out.row = true;
    for (const TypedKey& each : typed_keys) {
        if (!(typed.*each.typed).empty()) out.add(std::string(each.key), text(typed.*each.typed));
    }
    return out;
}

Written row_value(const LedgerRow& row) {
    Written out{Kind::mapping};
    out.add("agency", text(row.office.name));
    out.add("on_list", truth(row.on_list));
    out.add("category", text(row.office.category));
    out.add("counted", truth(row.office.counted));
    out.add("contact", text(row.office.contact));
    out.add("phone", text(row.office.phone));
    out.add("received", moment(row.received));
    out.add("chosen", text(row.chosen));
    out.add("with", text(row.with));
    out.add("files", texts(row.files));
    out.add("draft", number(row.draft));
    out.add("submission", text(submissions[static_cast<std::size_t>(row.submission)]));
    out.add("review", text(reviews[static_cast<std::size_t>(row.review)]));
    out.add("returns", number(row.returns));
    out.add("publication", text(publications[static_cast<std::size_t>(row.publication)]));
    out.add("to_mend", number(row.counts.to_mend));
    out.add("to_verify", number(row.counts.to_verify));
    out.add("advice", number(row.counts.advice));
    out.add("not_compared", number(row.counts.not_compared));
    out.add("main_problem", text(row.main_problem));
    out.add("renamed", truth(row.renamed));
    out.add("own_name", text(row.own_name));
    out.add("disputed", truth(row.disputed));
    out.add("undecided", truth(row.undecided));
    out.add("same_as_last_year", row.same_as_last_year < 0 ? Written{Kind::number, "null"}
                                                           : number(row.same_as_last_year));
    out.add("alike", text(row.alike));
    out.add("alike_percent", number(row.alike_percent));
    out.add("due", moment(row.due));
    out.add("returned_on", moment(row.returned_on));
    out.add("signed_copy", truth(row.signed_copy));
    out.add("summed", truth(row.summed));
    out.add("digest", text(row.digest));
    out.add("returned_of", text(row.returned_of));
    out.add("returned_for", text(row.returned_for));
    out.add("passed_of", text(row.passed_of));
    out.add("lapsed_of", text(row.lapsed_of));
    out.add("sent_back_of", text(row.sent_back_of));
    out.add("typed", typed_columns(row.typed));
    out.add("own", typed_columns(row.own));
    Written added{Kind::mapping};
    added.row = true;
    for (const auto& [head, value] : row.added) added.add(head, text(value));
    if (!row.added.empty()) out.add("added", std::move(added));
    return out;
}

Written file_value(const ReceivedFile& file, const DeskFile& told) {
    Written out{Kind::mapping};
    out.add("path", text(file.path));
    out.add("office", text(told.office));
    out.add("says", text(told.says));
    out.add("kind", text(key_of(file.came)));
    out.add("what", text(file.says));
    out.add("sha256", text(file.digest));
    out.add("content", text(file.content));
    if (!file.read_as.empty()) out.add("read_as", text(file.read_as));
    out.add("agency", text(file.agency));
    out.add("year", number(file.year));
    out.add("draft", number(file.draft));
    out.add("whole", truth(file.whole));
    out.add("half", number(static_cast<int>(file.half)));
    out.add("seen", moment(file.seen));
    return out;
}

Written head_value(const DeskHead& head) {
    Written out{Kind::mapping};
    out.add("county", text(head.county));
    out.add("year", number(head.year));
    out.add("now", moment(head.now));
    out.add("expected", number(head.expected));
    out.add("sent", number(head.sent));
    out.add("passed", number(head.passed));
    out.add("summed", number(head.summed));
    return out;
}

std::string text_of(const notation::Tree& tree, const Node& mapping, std::string_view key) {
    const Node* node = member(tree, mapping, key);
    return node != nullptr && node->shape == Shape::text ? std::string(node->text) : std::string();
}

int number_of(const notation::Tree& tree, const Node& mapping, std::string_view key) {
    const Node* node = member(tree, mapping, key);
    return node == nullptr ? 0 : std::max(nianbao::number_of(node->text), 0);
}

bool truth_of(const notation::Tree& tree, const Node& mapping, std::string_view key) {
    const Node* node = member(tree, mapping, key);
    return node != nullptr && node->text == "true";
}

template <typename Take>
void each_in(const notation::Tree& tree, std::string_view key, Take take) {
    const Node* list = member(tree, tree.at(tree.root), key);
    if (list == nullptr || list->shape != Shape::list) return;
    for (int i = list->first; i >= 0; i = tree.at(i).next) take(tree.at(i));
}

Came came_of(std::string_view key) {
    for (const Came came : {Came::report, Came::scan, Came::unreadable, Came::other, Came::lock}) {
        if (key_of(came) == key) return came;
    }
    return Came::other;
}

/// The number of a word among others; 0 if it is none of them.
template <typename Words>
std::size_t word_at(const Words& words, const std::string& word) {
    const auto found = std::find(std::begin(words), std::end(words), word);
    return found == std::end(words) ? 0 : static_cast<std::size_t>(found - std::begin(words));
}

void read_typed(const notation::Tree& tree, const Node& node, LedgerRow& row) {
    const Node *typed = member(tree, node, "typed"), *own = member(tree, node, "own");
    for (const TypedKey& each : typed_keys) {
        if (typed != nullptr) row.typed.*each.typed = text_of(tree, *typed, each.key);
        if (own != nullptr) row.own.*each.typed = text_of(tree, *own, each.key);
    }
}

/// What officers typed into columns of their own.
void read_added(const notation::Tree& tree, const Node& node, LedgerRow& row) {
    const Node* added = member(tree, node, "added");
    if (added == nullptr || added->shape != Shape::mapping) return;
    for (int i = added->first; i >= 0; i = tree.at(i).next)
        row.added.emplace_back(tree.at(tree.at(i).key).text, tree.at(i).text);
}

/// All of a row that the ledger shows.
LedgerRow row_from(const notation::Tree& tree, const Node& node) {
    const auto text_at = [&](std::string_view key) { return text_of(tree, node, key); };
    const auto number_at = [&](std::string_view key) { return number_of(tree, node, key); };
    const auto truth_at = [&](std::string_view key) { return truth_of(tree, node, key); };
    LedgerRow row;
    row.office.name = text_at("agency");
    row.on_list = truth_at("on_list");
    row.office.category = text_at("category");
    row.office.counted = truth_at("counted");
    row.office.contact = text_at("contact");
    row.office.phone = text_at("phone");
    row.received = moment_of(text_at("received"), 0);
    row.chosen = text_at("chosen");
    row.with = text_at("with");
    row.draft = number_at("draft");
    row.submission = static_cast<Submission>(word_at(submissions, text_at("submission")));
    row.review = static_cast<Review>(word_at(reviews, text_at("review")));
    row.returns = number_at("returns");
    row.publication = static_cast<Publication>(word_at(publications, text_at("publication")));
    row.counts = {number_at("to_mend"), number_at("to_verify"), number_at("advice"),
                  number_at("not_compared")};
    row.main_problem = text_at("main_problem");
    row.renamed = truth_at("renamed");
    row.own_name = text_at("own_name");
    row.disputed = truth_at("disputed");
    row.undecided = truth_at("undecided");
    const Node* same = member(tree, node, "same_as_last_year");
    row.same_as_last_year =
        same == nullptr || same->text == "null" ? -1 : number_at("same_as_last_year");
    row.alike = text_at("alike");
    row.alike_percent = number_at("alike_percent");
    row.due = moment_of(text_at("due"), 0);
    row.signed_copy = truth_at("signed_copy");
    row.summed = truth_at("summed");
    read_typed(tree, node, row);
    read_added(tree, node, row);
    return row;
}

}  // namespace

ReadLedgerJson read_ledger_json(std::string_view bytes, const std::string& name) {
    ReadLedgerJson ledger;
    notation::Values values;
    if (!read_values(bytes, name, values, longest_state) || values.findings.any_error()) {
        ledger.fault = "读不出来";
        return ledger;
    }
    const notation::Tree& tree = values.tree;
    const Node *head = member(tree, tree.at(tree.root), "head"),
               *sum = member(tree, tree.at(tree.root), "sum");
    if (head == nullptr) {
        ledger.fault = "不是台账.json";
        return ledger;
    }
    ledger.head.county = text_of(tree, *head, "county");
    ledger.head.year = number_of(tree, *head, "year");
    ledger.head.now = moment_of(text_of(tree, *head, "now"), 0).value_or(Moment{});
    ledger.head.expected = number_of(tree, *head, "expected");
    ledger.head.sent = number_of(tree, *head, "sent");
    ledger.head.passed = number_of(tree, *head, "passed");
    ledger.head.summed = number_of(tree, *head, "summed");
    each_in(tree, "offices",
            [&](const Node& node) { ledger.rows.push_back(row_from(tree, node)); });
    if (sum != nullptr) ledger.sum = read(sum->text, name, Format::json).report;
    if (ledger.head.summed > 0 && !ledger.sum) ledger.fault = "没有合计，请用这一版再收一次";
    return ledger;
}

std::string state_text(const Collected& collected, const std::vector<ReceivedFile>& files) {
    Written out{Kind::mapping};
    out.add("nianbao", text(NIANBAO_VERSION));
    out.add("head", head_value(collected.head));
    Written rows{Kind::list}, came{Kind::list};
    for (const LedgerRow& row : collected.rows) rows.members.push_back(row_value(row));
    for (std::size_t i = 0; i < files.size(); ++i)
        came.members.push_back(file_value(files[i], collected.files[i]));
    out.add("offices", std::move(rows));
    out.add("files", std::move(came));
    if (collected.sum) out.add("sum", text(sum_text(*collected.sum)));
    return data::write_json(out);
}

State state_from(std::string_view bytes) {
    State state;
    notation::Values values;
    if (!read_values(bytes, "state.json", values, longest_state) || values.findings.any_error())
        return state;
    const notation::Tree& tree = values.tree;
    const bool same = text_of(tree, tree.at(tree.root), "nianbao") == NIANBAO_VERSION;
    each_in(tree, "offices", [&](const Node& node) {
        LedgerRow row;
        row.office.name = text_of(tree, node, "agency");
        row.on_list = truth_of(tree, node, "on_list");
        row.received = moment_of(text_of(tree, node, "received"), 0);
        row.returns = number_of(tree, node, "returns");
        row.returned_of = text_of(tree, node, "returned_of");
        row.returned_for = text_of(tree, node, "returned_for");
        row.passed_of = text_of(tree, node, "passed_of");
        row.lapsed_of = text_of(tree, node, "lapsed_of");
        row.sent_back_of = text_of(tree, node, "sent_back_of");
        row.due = moment_of(text_of(tree, node, "due"), 0);
        row.returned_on = moment_of(text_of(tree, node, "returned_on"), 0);
        read_typed(tree, node, row);
        read_added(tree, node, row);
        state.rows.emplace(plain_name(row.office.name), std::move(row));
    });
    each_in(tree, "files", [&](const Node& node) {
        ReceivedFile file;
        file.path = text_of(tree, node, "path");
        file.digest = text_of(tree, node, "sha256");
        file.seen = moment_of(text_of(tree, node, "seen"), 0);
        if (same) {
            file.came = came_of(text_of(tree, node, "kind"));
            file.says = text_of(tree, node, "what");
            file.content = text_of(tree, node, "content");
            file.read_as = text_of(tree, node, "read_as");
            file.agency = text_of(tree, node, "agency");
            file.year = number_of(tree, node, "year");
            file.draft = number_of(tree, node, "draft");
            file.whole = truth_of(tree, node, "whole");
            file.half = static_cast<Half>(std::min(number_of(tree, node, "half"), 2));
        }
        state.files.emplace(key_of(file), std::move(file));
    });
    state.current = same;
    return state;
}

}  // namespace nianbao::desk
