// Makes next year's data file from this year's. What stays the same is carried over;
// anything else is a gap, with last year's value in a comment.
#include "data/write/written.hpp"
#include "report/fields.hpp"
#include "report/written/next_year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::data {
namespace {

using Kind = Written::Kind;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

class NewWriter {
public:
    NewWriter(const NewReport& asked, Keys keys)
        : asked_(asked), keys_(keys), previous_(asked.previous), next_(next_year(asked)) {
        if (previous_ != nullptr) last_ = written_report(*previous_, keys);
        if (!next_.signature) next_.signature.emplace();  // its date is a gap
        file_ = written_report(next_, keys);
    }

    std::string write() {
        head();
        part("introduction")->above =
            prose_above("introduction", &Report::introduction,
                        "本机构、依据、六个部分、统计期限、电子版的网址、联系方式");
        part("overview")->above =
            prose_above("overview", &Report::overview,
                        "全年的综述，然后分几个方面写；政府还要写工作考核、社会评议和责任追究结果");
        for (const FilledForm* table : next_.tables()) fill(*table);
        part("problems")->above =
            prose_above("problems", &Report::problems,
                        "先写上年问题的改进情况，再写本年的主要问题和打算；不能写“无”");
        part("other")->above =
            prose_above("other", &Report::other,
                        "收取信息处理费的件数和金额；没有收取的也要写明“未收取信息处理费”");
        fees();
        signature();
        tail();
        return write_yaml(file_);
    }

private:
    std::string name(std::string_view key) const {
        for (const Field& field : report_fields) {
            if (field.parent < 0 && field.key == key)
                return std::string(keys_ == Keys::english ? field.key : field.name);
        }
        return {};
    }
    std::string name(const Field& field) const {
        return std::string(keys_ == Keys::english ? field.key : field.name);
    }

    static Written* find(Written& mapping, std::string_view key) {
        const auto found = std::find_if(mapping.members.begin(), mapping.members.end(),
                                        [&](const Written& member) { return member.key == key; });
        return found == mapping.members.end() ? nullptr : &*found;
    }
    static const Written* find(const Written& mapping, std::string_view key) {
        return find(const_cast<Written&>(mapping), key);
    }
    Written* part(std::string_view key) { return find(file_, name(key)); }

    void head() {
        std::vector<std::string>& lines = file_.members.front().above;
        lines = {fmt::format("{} {} 年度政府信息公开工作年度报告的数据文件", asked_.agency,
                             asked_.year)};
        if (previous_ != nullptr && plain_name(previous_->agency) != plain_name(asked_.agency))
            lines.push_back("上年的单位名称是：" + previous_->agency);
        lines.insert(
            lines.end(),
            {"冒号后面空着的都要填，没有就填 0，一行六个数的填 [0, 0, 0, 0, 0, 0]；" +
                 std::string(to_fill_in) + " 换成文字。全部填好以前，不能生成 PDF。",
             "井号后面的话只给人看，不会印出来，填好后可以删去。哪里还没有填：nianbao check 这份文件",
             ""});
        std::vector<std::string>& after_year = part("year")->above;
        if (previous_ != nullptr && !previous_->title.empty()) {
            after_year.push_back("上年的标题（标题由单位和年度组成，另有写法时写 " + name("title") +
                                 "）：");
            for (const std::string& line : lines_of(previous_->title))
                after_year.push_back("  " + line);
        }
        Written published{.kind = Kind::gap};
        published.comment = fmt::format("发布日期，例如 {}-01-20；可以不写", asked_.year + 1);
        insert_after("year", name("published"), std::move(published));
    }

    void insert_after(std::string_view key, std::string own, Written value) {
        value.key = std::move(own);
        file_.members.insert(file_.members.begin() + (part(key) - file_.members.data()) + 1,
                             std::move(value));
    }

    std::vector<std::string> prose_above(std::string_view key, const std::string Report::*text,
                                         std::string_view what) const {
        std::vector<std::string> lines{fmt::format("{}：{}。", chinese(key), what)};
        if (previous_ == nullptr) return lines;
        lines.push_back("上年写的是：");
        for (const std::string& line : lines_of(previous_->*text)) lines.push_back("  " + line);
        return lines;
    }

    static std::string_view chinese(std::string_view key) {
        for (const Field& field : report_fields) {
            if (field.parent < 0 && field.key == key) return field.name;
        }
        return {};
    }

    // ------------------------------------------------------------ tables

    void fill(const FilledForm& table) {
        const Form& form = *table.form;
        Written& section = *part(form.key);
        const Written* last = previous_ != nullptr ? find(last_, section.key) : nullptr;
        // In table two, editions use one name for two different things.
        if (previous_ != nullptr && previous_->edition != next_.edition &&
            &table == &next_.disclosure)
            last = nullptr;
        const bool lists = &table == &next_.applications;
        section.comment.clear();
        section.above = {
            std::string(form.name) +
                (lists
                     ? "：每行依次写自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六个数，例如 [3, 1, 0, 0, 0, 0]；"
                     : "："),
            lists ? "总计都由程序计算。" : "总计由程序计算，不必写。"};
        if (&table == &next_.disclosure)
            section.above = {std::string(form.name) + "：件数、金额（万元）"};
        const bool english = keys_ == Keys::english;
        section.above.push_back(fmt::format("其余各{}都是 0 时，删去空着的，在最后写 {}: 0",
                                            lists ? "行" : "格", english ? "unlisted" : "其余"));
        gaps(section, form, -1, last);
    }

    static bool computed(const Form& form, int entry) {
        return std::any_of(form.equations.begin(), form.equations.end(),
                           [&](const Equation& equation) {
                               return equation.computes && equation.left.front().entry == entry;
                           });
    }
    static bool has_children(const Form& form, int field) {
        return std::any_of(form.fields.begin(), form.fields.end(),
                           [&](const Field& other) { return other.parent == field; });
    }
    /// True if every cell under the field is computed from others, so that its row need
    /// not be written.
    static bool all_computed(const Form& form, int field) {
        if (!has_children(form, field)) return computed(form, entry_of(form, field));
        for (int i = 0; i < std::ssize(form.fields); ++i) {
            if (form.fields[i].parent == field && !all_computed(form, i)) return false;
        }
        return true;
    }

    void gaps(Written& group, const Form& form, int parent, const Written* last) {
        for (int i = 0; i < std::ssize(form.fields); ++i) {
            const Field& field = form.fields[i];
            if (field.parent != parent) continue;
            const std::string key = name(field);
            Written* own = find(group, key);
            if (all_computed(form, i)) {
                group.members.erase(group.members.begin() + (own - group.members.data()));
                continue;
            }
            const Written* before = last != nullptr ? find(*last, key) : nullptr;
            const bool leaf = own->row || own->members.empty();
            own->comment = explained(form, i);
            if (!leaf) {
                gaps(*own, form, i, before != nullptr && !before->row ? before : nullptr);
                continue;
            }
            const bool alike = before != nullptr && (before->row || before->members.empty());
            if (parent < 0 && field.key == "carried_in" && previous_ != nullptr) {
                say(*own, "由上年的结转下年度继续办理带来，请核对");
                continue;
            }
            if (alike) say(*own, "上年 " + yaml_line(*before));
            if (own->kind == Kind::mapping) {
                gaps(*own, form, i, nullptr);
                in_force(*own, before);
            } else {
                *own = {.kind = Kind::gap, .key = key, .comment = own->comment};
            }
        }
    }

    static void say(Written& value, std::string_view what) {
        (value.comment += value.comment.empty() ? "" : "；") += what;
    }

    /// Explains English keys in the form's own words: the row's name, and its cells in
    /// order.
    std::string explained(const Form& form, int field) const {
        if (keys_ != Keys::english) return {};
        std::string text(form.fields[field].name), cells;
        for (int i = 0; i < std::ssize(form.fields); ++i) {
            const Field& child = form.fields[i];
            if (child.parent == field && entry_of(form, i) >= 0 &&
                !computed(form, entry_of(form, i)))
                cells += (cells.empty() ? "" : "、") + std::string(child.name);
        }
        // The rows of table three are alike, and explained at its top.
        return cells.empty() || form.key == "applications" ? text
                                                           : fmt::format("{}：{}", text, cells);
    }

    /// Says which stock this year's is counted from.
    void in_force(Written& row, const Written* before) const {
        const std::string key = keys_ == Keys::english ? "in_force" : "现行有效件数";
        const Written* stock = before != nullptr ? find(*before, key) : nullptr;
        if (stock == nullptr) return;
        const Written* value =
            stock->kind == Kind::mapping ? find(*stock, name(cell_fields[0])) : stock;
        say(row, fmt::format("现行有效 = {} + 本年制发 − 本年废止", value->text));
    }

    // ------------------------------------------------------------ the rest

    void fees() {
        Written& fees = *part("processing_fees");
        for (Written& each : fees.members) each = {.kind = Kind::gap, .key = each.key};
        fees.comment = "信息处理费：发出收费通知件数，通知金额、实收金额（元）";
        if (previous_ != nullptr && previous_->processing_fees)
            fees.comment += "；上年 " + yaml_line(*find(last_, fees.key));
    }

    void signature() {
        Written* own = part("signature");
        Written& date = own->members.back();
        date = {.kind = Kind::gap, .key = date.key};
        own->comment =
            fmt::format("落款的成文日期，例如 {}-01-18；不要落款的，删去这一项", asked_.year + 1);
    }

    /// Lists, near the end, the waivers that are not carried over.
    void tail() {
        if (previous_ == nullptr || previous_->waive.empty()) return;
        std::vector<std::string> lines{"上年的豁免没有带来；本年仍需要的，写在 " + name("waive") +
                                       " 里："};
        for (const Waiver& waiver : previous_->waive)
            lines.push_back(fmt::format("  {} {} {}", waiver.rule, waiver.field, waiver.reason));
        std::vector<std::string>& above = part("processing_fees")->above;
        above.insert(above.end(), lines.begin(), lines.end());
    }

    const NewReport& asked_;
    Keys keys_;
    const Report* previous_;
    Report next_;
    Written last_, file_;
};

}  // namespace
}  // namespace nianbao::data

namespace nianbao {

std::string write_new(const NewReport& asked, Keys keys) {
    return data::NewWriter(asked, keys).write();
}

}  // namespace nianbao
