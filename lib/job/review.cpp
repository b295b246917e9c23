// The record of a second reader: read, written, and put beside what it means.
#include "nianbao/review.hpp"
#include "file/path_text.hpp"

#include "check/rules.hpp"
#include "job/review_rules.hpp"
#include "notation/bytes.hpp"
#include "notation/json/json.hpp"
#include "notation/limits.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace nianbao {
namespace {

struct MarkField {
    std::string_view key;
    std::string ReviewMark::*text;
    bool needed;
};
constexpr MarkField mark_fields[] = {
    {"rule", &ReviewMark::rule, false},  {"field", &ReviewMark::field, false},
    {"quote", &ReviewMark::quote, true}, {"note", &ReviewMark::note, false},
    {"by", &ReviewMark::by, true},       {"date", &ReviewMark::date, false},
};

void tell(ReviewRecord& record, const notation::Values& values, const notation::Node& node,
          std::string message) {
    Finding finding;
    finding.severity = Severity::warning;
    finding.rule = review_rule("K-01");
    finding.place = values.place(node);
    finding.message = std::move(message);
    record.findings.push_back(std::move(finding));
}

/// A mark of the list. False, and told, if it is not whole.
bool read_mark(const notation::Values& values, const notation::Node& node, ReviewMark& mark,
               ReviewRecord& record) {
    const notation::Tree& tree = values.tree;
    if (node.shape != notation::Shape::mapping) {
        tell(record, values, node, "核对记录的一条应是一组“项目名: 内容”");
        return false;
    }
    for (int i = node.first; i >= 0; i = tree.at(i).next) {
        const notation::Node& value = tree.at(i);
        const std::string_view key = tree.at(value.key).text;
        const auto field = std::find_if(std::begin(mark_fields), std::end(mark_fields),
                                        [&](const MarkField& one) { return one.key == key; });
        if (field == std::end(mark_fields) || value.shape != notation::Shape::text) {
            tell(record, values, value,
                 field == std::end(mark_fields)
                     ? fmt::format("核对记录没有“{}”这一项", notation::shown(key))
                     : fmt::format("核对记录的 {} 应是文字", key));
            return false;
        }
        mark.*(field->text) = std::string(value.text);
    }
    for (const MarkField& field : mark_fields) {
        if (!field.needed || !(mark.*(field.text)).empty()) continue;
        tell(record, values, node, fmt::format("核对记录的一条没有 {}", field.key));
        return false;
    }
    return true;
}

/// “张三 2024-01-20：与台账一致”
std::string told_of(const ReviewMark& mark) {
    return fmt::format("{}{}{}{}{}", mark.by, mark.date.empty() ? "" : " ", mark.date,
                       mark.note.empty() ? "" : "：", mark.note);
}

void add_told(std::string& reviewed, const ReviewMark& mark) {
    reviewed += (reviewed.empty() ? "" : "；") + told_of(mark);
}

std::string quoted_json(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        else out += c;
    }
    return out + '"';
}

}  // namespace

std::filesystem::path review_file_of(const std::filesystem::path& data_file) {
    std::filesystem::path file = data_file;
    return file += path_of(review_ending);
}

ReviewRecord read_review(std::string_view json, const std::string& file) {
    ReviewRecord record;
    notation::Values values;
    values.format = Format::json;
    values.source = Source(file, std::string(notation::without_mark(json)));
    std::optional<notation::SyntaxFault> fault;
    if (json.size() <= notation::most_bytes && notation::inspect_bytes(values)) {
        fault = notation::read_json(values);
        if (fault) values.tell(*std::move(fault));
    }
    std::vector<Finding> unread = values.findings.take(file);
    if (!unread.empty() || values.tree.root < 0) {
        Finding finding = unread.empty() ? Finding{} : std::move(unread.front());
        finding.severity = Severity::warning;
        finding.rule = review_rule("K-01");
        finding.place.file = file;
        finding.message =
            fmt::format("核对记录读不出来：{}",
                        finding.message.empty() ? "文件太大，或者不是文字" : finding.message);
        record.findings.push_back(std::move(finding));
        return record;
    }
    const notation::Tree& tree = values.tree;
    for (int i = tree.at(tree.root).first; i >= 0; i = tree.at(i).next) {
        const notation::Node& list = tree.at(i);
        if (tree.at(list.key).text != "reviewed" || list.shape != notation::Shape::list) {
            tell(record, values, list, R"(核对记录应写作 {"reviewed": [...]})");
            continue;
        }
        for (int k = list.first; k >= 0; k = tree.at(k).next) {
            ReviewMark mark;
            if (!read_mark(values, tree.at(k), mark, record)) continue;
            record.marks.push_back(std::move(mark));
            record.places.push_back(values.place(tree.at(k)));
        }
    }
    return record;
}

std::string write_review(const std::vector<ReviewMark>& marks) {
    std::string text = "{\"reviewed\": [";
    for (const ReviewMark& mark : marks) {
        std::string members;
        for (const MarkField& field : mark_fields) {
            const std::string& value = mark.*(field.text);
            if (value.empty()) continue;
            members += fmt::format("{}\"{}\": {}", members.empty() ? "" : ", ", field.key,
                                   quoted_json(value));
        }
        text += fmt::format("{}\n  {{{}}}", &mark == marks.data() ? "" : ",", members);
    }
    return text + "\n]}\n";
}

bool apply_review(const ReviewMark& mark, const Report& report, std::vector<Finding>& findings,
                  std::vector<Evidence>* evidence) {
    const std::string field = mark.field.empty() ? "" : key_path(report, mark.field);
    const std::u32string quote = to_utf32(mark.quote);
    // Where the quotation stands in each field, looked for once.
    std::map<std::string, std::vector<int>, std::less<>> places;
    const auto places_in = [&](const std::string& name) -> const std::vector<int>& {
        const auto [known, is_new] = places.try_emplace(name);
        if (!is_new) return known->second;
        const std::u32string text = quotable_text(report, name);
        for (std::size_t at = text.find(quote); at != text.npos; at = text.find(quote, at + 1))
            known->second.push_back(static_cast<int>(at));
        return known->second;
    };
    // The span means some of the characters of the quotation, or the whole field.
    const auto meant = [&](const Span& where) {
        if (!field.empty() && where.field != field) return false;
        const std::vector<int>& begins = places_in(where.field);
        const int size = static_cast<int>(quote.size());
        const auto at = std::upper_bound(begins.begin(), begins.end(), where.offset - size);
        return at != begins.end() && (where.length == 0 || *at < where.offset + where.length);
    };
    bool used = false;
    if (mark.rule.empty() && evidence != nullptr) {
        for (Evidence& one : *evidence) {
            if (!meant(one.where)) continue;
            add_told(one.reviewed, mark);
            used = true;
        }
    }
    for (Finding& finding : findings) {
        if (mark.rule.empty() || finding.rule != mark.rule || !meant(finding.where)) continue;
        add_told(finding.reviewed, mark);
        used = true;
    }
    return used;
}

}  // namespace nianbao
