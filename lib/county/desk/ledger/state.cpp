// 台账.json: the ledger for programs, and what the next run has to know.
#include "county/desk/ledger/ledger.hpp"
#include "county/desk/reading/json_parts.hpp"
#include "county/desk/reading/moments.hpp"
#include "county/desk/reading/values.hpp"
#include "data/write/written.hpp"
#include "nianbao/read.hpp"
#include "nianbao/report.hpp"
#include "nianbao/write.hpp"
#include "notation/kind/encoding.hpp"
#include "text/digits.hpp"

#include <fmt/format.h>

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

/// Of an office, a file or the sum; they have some thousands.
constexpr std::size_t longest_part = std::size_t{4} << 20;

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

/// A part of the ledger's JSON as a tree; false if it is none. The reader of JSON takes
/// nothing but a mapping: a text becomes one.
bool read_part(const JsonParts::Part& part, notation::Values& values) {
    const std::size_t first = part.text.find_first_not_of(" \n\r\t");
    const bool mapping = first != part.text.npos && part.text[first] == '{';
    const std::string root =
        mapping ? std::string(part.text) : fmt::format("{{\"text\": {}}}", part.text);
    return read_values(root, "台账.json", values, longest_part) && !values.findings.any_error();
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

/// The text of a part that is no mapping.
std::string alone(const notation::Tree& tree) {
    const Node& list = tree.at(tree.root);
    return list.first < 0 ? std::string() : std::string(tree.at(list.first).text);
}

/// What the columns of the list have shown of an office.
LedgerRow of_others(const notation::Tree& tree, const Node& node) {
    LedgerRow row;
    row.office.category = text_of(tree, node, "category");
    row.office.counted = truth_of(tree, node, "counted");
    row.office.contact = text_of(tree, node, "contact");
    row.office.phone = text_of(tree, node, "phone");
    row.signed_copy = truth_of(tree, node, "signed_copy");
    return row;
}

/// Of an office.
void remember(const notation::Tree& tree, State& state) {
    const Node& node = tree.at(tree.root);
    LedgerRow row;
    read_typed(tree, node, row);
    read_added(tree, node, row);
    Remembered own;
    own.received = std::move(row.own.received);
    own.returns = number_of(tree, node, "returns");
    own.returned_of = text_of(tree, node, "returned_of");
    own.returned_for = text_of(tree, node, "returned_for");
    own.passed_of = text_of(tree, node, "passed_of");
    own.lapsed_of = text_of(tree, node, "lapsed_of");
    own.sent_back_of = text_of(tree, node, "sent_back_of");
    own.due = moment_of(text_of(tree, node, "due"), 0);
    own.returned_on = moment_of(text_of(tree, node, "returned_on"), 0);
    const LedgerRow before = of_others(tree, node);
    for (const Column& column : columns()) {
        const auto head =
            std::find(std::begin(columns_of_others), std::end(columns_of_others), column.head);
        if (head != std::end(columns_of_others))
            own.shown[static_cast<std::size_t>(head - std::begin(columns_of_others))] =
                column.shown(before);
    }
    const std::string name = text_of(tree, node, "agency"), office = plain_name(name);
    if (row.typed != OfficerColumns{} || !row.added.empty())
        state.typed.rows.emplace(
            office, TypedLedger::Row{name, std::move(row.typed), std::move(row.added)});
    state.rows.emplace(office, std::move(own));
}

/// Of a file.
void know(const notation::Tree& tree, State& state) {
    const Node& node = tree.at(tree.root);
    ReceivedFile file;
    file.path = text_of(tree, node, "path");
    file.digest = text_of(tree, node, "sha256");
    file.seen = moment_of(text_of(tree, node, "seen"), 0);
    if (state.current) {
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
}

}  // namespace

ReadLedgerJson read_ledger_json(std::string_view bytes, const std::string& name) {
    ReadLedgerJson ledger;
    bool has_head = false;
    JsonParts parts([&](const JsonParts::Part& part) {
        if (part.key != "head" && part.key != "sum" && part.key != "offices") return true;
        notation::Values values;
        if (!read_part(part, values)) return false;
        const notation::Tree& tree = values.tree;
        const Node& root = tree.at(tree.root);
        if (part.key == "offices") {
            if (part.item) ledger.rows.push_back(row_from(tree, root));
        } else if (part.key == "sum") {
            if (const std::string sum = alone(tree); !sum.empty())
                ledger.sum = read(sum, name, Format::json).report;
        } else {
            has_head = true;
            ledger.head.county = text_of(tree, root, "county");
            ledger.head.year = number_of(tree, root, "year");
            ledger.head.now = moment_of(text_of(tree, root, "now"), 0).value_or(Moment{});
            ledger.head.expected = number_of(tree, root, "expected");
            ledger.head.sent = number_of(tree, root, "sent");
            ledger.head.passed = number_of(tree, root, "passed");
            ledger.head.summed = number_of(tree, root, "summed");
        }
        return true;
    });
    const std::optional<std::string> decoded = notation::text_of(bytes);
    if (decoded) parts.feed(*decoded);
    if (!parts.finish()) ledger.fault = "读不出来";
    else if (!has_head) ledger.fault = "不是台账.json";
    else if (ledger.head.summed > 0 && !ledger.sum) ledger.fault = "没有合计，请用这一版再收一次";
    return ledger;
}

void write_state(const Collected& collected, const std::vector<ReceivedFile>& files,
                 const std::function<void(std::string_view)>& sink) {
    data::JsonStream out(sink);
    out.add("nianbao", text(NIANBAO_VERSION));
    out.add("head", head_value(collected.head));
    out.begin_list("offices");
    for (const LedgerRow& row : collected.rows) out.item(row_value(row));
    out.end_list();
    out.begin_list("files");
    for (std::size_t i = 0; i < files.size(); ++i)
        out.item(file_value(files[i], collected.files[i]));
    out.end_list();
    if (collected.sum) out.add("sum", text(sum_text(*collected.sum)));
    out.finish();
}

State state_from(const EachBlock& each_block) {
    State state;
    JsonParts parts([&](const JsonParts::Part& part) {
        if (part.key != "nianbao" && part.key != "offices" && part.key != "files") return true;
        notation::Values values;
        if (!read_part(part, values)) return false;
        const notation::Tree& tree = values.tree;
        if (part.key == "nianbao") state.current = alone(tree) == NIANBAO_VERSION;
        else if (part.item && part.key == "offices") remember(tree, state);
        else if (part.item) know(tree, state);
        return true;
    });
    if (!each_block([&](std::string_view bytes) { parts.feed(bytes); }) || !parts.finish())
        return {};
    return state;
}

}  // namespace nianbao::desk
