// A consolidated report, held against the sum of its members as they are now.
#include "county/gate.hpp"
#include "county/merge_rules.hpp"
#include "digest/sha256.hpp"
#include "job/line.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/merge.hpp"
#include "nianbao/read.hpp"
#include "report/cells.hpp"
#include "report/fields.hpp"
#include "report/sum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace nianbao {
namespace {

/// Numbers of the three tables, one after the other.
std::vector<Amount> numbers_of(const Report& report) {
    std::vector<Amount> numbers;
    for (const FilledForm* table : report.tables()) {
        for (const Cell& cell : table->cells) numbers.push_back(cell.value);
    }
    return numbers;
}

struct Present {
    std::string agency, name, sha256;
    std::vector<Amount> numbers;
};

class Comparison {
public:
    explicit Comparison(const Report& report) : report_(report) {}

    void take(const Input& input) {
        Reading reading;
        try {
            reading = read(input);
        } catch (const Failure&) {
            unread_.push_back(name_of(input));
            return;
        }
        if (!reading.report) {
            unread_.push_back(name_of(input));
            return;
        }
        const Report& member = *reading.report;
        if (plain_name(member.agency) == plain_name(report_.agency)) return;  // the sum itself
        if (member.year != report_.year || member.edition != report_.edition) {
            others_.push_back(fmt::format("{}（{} 年度）", name_of(input), member.year));
            return;
        }
        if (!names_.insert(plain_name(member.agency)).second) twice_.push_back(member.agency);
        sum_.add(member);
        present_.push_back(
            {member.agency, name_of(input), sha256(reading.source.bytes()), numbers_of(member)});
    }

    std::vector<Finding> findings() {
        if (!others_.empty())
            tell(Severity::warning, merge_rule("M-13"), "year",
                 fmt::format("不是 {} 年度的，没有算进合计：{}", report_.year, named(others_)),
                 "成员的文件夹里只放这一年度的数据文件");
        if (!unread_.empty() || !twice_.empty() || present_.empty()) {
            tell_not_compared();
            return std::move(findings_);
        }
        compare_lists();
        compare_numbers();
        return std::move(findings_);
    }

private:
    void tell(Severity severity, std::string_view rule, std::string field, std::string message,
              std::string hint) {
        findings_.push_back(
            told(severity, rule, std::move(field), std::move(message), std::move(hint)));
    }

    void tell_not_compared() {
        const auto tell = [&](std::string message, std::string hint) {
            this->tell(Severity::warning, merge_rule("M-13"), "agency",
                       "没有与成员的合计比较：" + message, std::move(hint));
        };
        if (!unread_.empty())
            tell(fmt::format("读不出来：{}", named(unread_)),
                 "用 check 看它们错在哪里，改好再比较");
        if (!twice_.empty())
            tell(fmt::format("出现两次：{}", named(twice_)), "一个单位只算一次，去掉其中一份");
        if (unread_.empty() && twice_.empty())
            tell(fmt::format("没有 {} 年度的成员", report_.year), "请核对成员的文件夹");
    }

    /// M-12: what came, went and changed since the sum was made.
    void compare_lists() {
        if (report_.members.empty()) return;
        std::map<std::string, const Present*> now;
        for (const Present& member : present_) now.emplace(plain_name(member.agency), &member);
        const auto tell = [&](std::string field, std::string message, std::string hint) {
            this->tell(Severity::warning, merge_rule("M-12"), std::move(field), std::move(message),
                       std::move(hint));
        };
        for (int i = 0; i < std::ssize(report_.members); ++i) {
            const Member& member = report_.members[i];
            const auto found = now.find(plain_name(member.agency));
            std::string field = fmt::format("members.{}.agency", i);
            if (found == now.end()) {
                tell(std::move(field), fmt::format("没有成员“{}”的数据文件", member.agency),
                     "请补上它的文件，或者重新汇总");
                continue;
            }
            if (found->second->sha256 != member.sha256)
                tell(std::move(field),
                     fmt::format("“{}”的数据文件在汇总以后改过：{}", member.agency,
                                 found->second->name),
                     "请重新汇总");
            now.erase(found);
        }
        for (const Present& member : present_) {
            if (now.contains(plain_name(member.agency)))
                tell("members", fmt::format("汇总时没有“{}”：{}", member.agency, member.name),
                     "应当汇总的，请重新汇总；不然请移出文件夹");
        }
    }

    /// M-11: a member that was left out or counted twice, or else each number.
    void compare_numbers() {
        const Sum sum = sum_.sum();
        const std::vector<Amount> own = numbers_of(report_);
        std::vector<Amount> less, more;  // how much the report lacks, and has too much
        bool differ = false;
        const auto add = [&](const FilledForm& table) {
            for (const Cell& cell : table.cells) {
                less.push_back(cell.value - own[less.size()]);
                more.push_back(own[more.size()] - cell.value);
                differ = differ || less.back().digits != 0;
            }
        };
        for (const FilledForm* table : {&sum.disclosure, &sum.applications, &sum.disputes})
            add(*table);
        if (differ && !tell_member(less, "没有加进") && !tell_member(more, "多加了一次"))
            tell_numbers(sum);
        compare_fees(sum);
    }

    /// True if the numbers are those of one member, who is named.
    bool tell_member(const std::vector<Amount>& numbers, std::string_view what) {
        const auto same = [](const Amount& a, const Amount& b) { return (a - b).digits == 0; };
        for (const Present& member : present_) {
            if (!std::equal(numbers.begin(), numbers.end(), member.numbers.begin(), same)) continue;
            tell(Severity::error, merge_rule("M-11"), "disclosure",
                 fmt::format("与 {} 个成员的合计相差的，正好是“{}”的数：{}", present_.size(),
                             member.agency, what),
                 "请重新汇总，或者核对应有的单位");
            return true;
        }
        return false;
    }

    void tell_number(std::string field, std::string_view name, const Amount& own,
                     const Amount& sum) {
        if ((own - sum).digits == 0) return;
        const Amount difference = own - sum;
        tell(Severity::error, merge_rule("M-11"), std::move(field),
             fmt::format("{}：汇总报告是 {}，{} 个成员合计 {} (相差 {})", name, own.to_string(),
                         present_.size(), sum.to_string(),
                         (difference.digits < 0 ? sum - own : difference).to_string()),
             "请核对这一格和各成员的这一格；成员改过的，重新汇总");
    }

    void tell_numbers(const Sum& sum) {
        const FilledForm* sums[] = {&sum.disclosure, &sum.applications, &sum.disputes};
        for (int t = 0; t < 3; ++t) {
            const FilledForm& own = *report_.tables()[t];
            for (int i = 0; i < std::ssize(own.cells); ++i)
                tell_number(field_path(*own.form, own.form->entries[i].field),
                            cell_name(*own.form, i), own.cells[i].value, sums[t]->cells[i].value);
        }
    }

    void compare_fees(const Sum& sum) {
        if (!report_.processing_fees || !sum.processing_fees) return;
        const ProcessingFees &own = *report_.processing_fees, &all = *sum.processing_fees;
        const auto tell = [&](int field, std::string_view path, Amount ProcessingFees::*amount) {
            tell_number(std::string(path), report_fields[field].name, own.*amount, all.*amount);
        };
        tell(own_field("processing_fees.notices"), "processing_fees.notices",
             &ProcessingFees::notices);
        tell(own_field("processing_fees.notified"), "processing_fees.notified",
             &ProcessingFees::notified);
        tell(own_field("processing_fees.collected"), "processing_fees.collected",
             &ProcessingFees::collected);
    }

    const Report& report_;
    GrowingSum sum_;
    std::vector<Present> present_;
    std::set<std::string> names_;  // without blanks
    std::vector<std::string> unread_, others_, twice_;
    std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_against_members(const Report& report, std::span<const Input> members) {
    Comparison all(report);
    for (const Input& member : members) all.take(member);
    return all.findings();
}

}  // namespace nianbao
