// 本地要求: read as values, field by field, from one table.
#include "nianbao/profile.hpp"

#include "county/desk/reading/agreed.hpp"
#include "county/desk/reading/moments.hpp"
#include "county/desk/reading/values.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "data/drafts/converter.hpp"
#include "file/path_text.hpp"
#include "nianbao/check.hpp"
#include "nianbao/read.hpp"
#include "text/digits.hpp"
#include "text/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace nianbao {
namespace {

using notation::Node;
using notation::Shape;

class ProfileReader {
public:
    ProfileReader(const notation::Values& values, const std::filesystem::path& file, int year,
                  std::vector<Finding>& findings)
        : values_(values), file_(file), year_(year), findings_(findings) {}

    std::filesystem::path beside(const std::string& name) const {
        return file_.parent_path() / path_of(name);
    }

    void tell(std::string_view rule, const Place& place, std::string message,
              std::string hint = {}) {
        Finding finding = told(Severity::error, rule, {}, std::move(message), std::move(hint));
        finding.place = place;
        findings_.push_back(std::move(finding));
    }
    void wrong(std::string_view name, const Node& node, std::string_view should_be,
               std::string hint = {}) {
        const std::string is = desk::text_at(values_.tree, node);
        tell(desk::rule("L-13"), values_.place(node),
             fmt::format("“{}”应是{}{}", name, should_be,
                         is.empty() ? "" : fmt::format("，写的是“{}”", notation::shown(is))),
             std::move(hint));
    }

    void line(std::string_view name, const Node& node, std::string& out) {
        const std::string text = desk::text_at(tree(), node);
        if (text.empty() || text.find('\n') != text.npos) wrong(name, node, "一行文字");
        else out = text;
    }
    void moment(std::string_view name, const Node& node, std::optional<Moment>& out) {
        out = desk::moment_of(desk::text_at(tree(), node), year_);
        if (!out) wrong(name, node, "日期，可以加时刻", "写成 2027-01-18 或者 2027-01-18 17:00");
    }
    void date(std::string_view name, const Node& node, std::optional<Date>& out) {
        const std::optional<Moment> read = desk::moment_of(desk::text_at(tree(), node), year_);
        if (!read || read->hour >= 0) wrong(name, node, "日期", "写成 2027-01-31");
        else out = read->date;
    }
    void count(std::string_view name, const Node& node, int& out) {
        const int number = number_of(desk::text_at(tree(), node));
        if (number <= 0) wrong(name, node, "大于 0 的整数");
        else out = number;
    }
    void yes_or_no(std::string_view name, const Node& node, bool& out) {
        const std::string text = desk::text_at(tree(), node);
        if (text == "是" || text == "true") out = true;
        else if (text == "否" || text == "false") out = false;
        else wrong(name, node, "“是”或“否”");
    }
    /// One word, or a list of them.
    void words(std::string_view name, const Node& node, std::vector<std::string>& out) {
        std::vector<const Node*> items;
        if (node.shape == Shape::list) {
            for (int i = node.first; i >= 0; i = tree().at(i).next) items.push_back(&tree().at(i));
        } else {
            items.push_back(&node);
        }
        for (const Node* item : items) {
            std::string word = desk::text_at(tree(), *item);
            if (word.empty()) wrong(name, *item, "文字，或者一列文字");
            else out.push_back(std::move(word));
        }
    }
    template <std::size_t n>
    int choice(std::string_view name, const Node& node, const std::string_view (&words)[n]) {
        const auto found =
            std::find(std::begin(words), std::end(words), desk::text_at(tree(), node));
        if (found != std::end(words)) return static_cast<int>(found - std::begin(words));
        wrong(name, node, fmt::format("“{}”之一", fmt::join(words, "”“")));
        return -1;
    }

    /// The fields of a mapping. `fields` has name, other and take(reader, node, of).
    template <typename Field, std::size_t n, typename Of>
    void fields(const Node& node, const Field (&fields)[n], Of& of, std::string_view what) {
        if (node.shape != Shape::mapping) {
            wrong(what, node, "一组“名称: 值”");
            return;
        }
        std::set<const Field*> seen;
        for (int i = node.first; i >= 0; i = tree().at(i).next) {
            const Node& value = tree().at(i);
            const std::string_view key = tree().at(value.key).text;
            const auto field =
                std::find_if(std::begin(fields), std::end(fields),
                             [&](const Field& one) { return one.name == key || one.other == key; });
            if (field == std::end(fields)) {
                std::vector<std::string_view> names;
                for (const Field& one : fields) names.insert(names.end(), {one.name, one.other});
                const std::string_view meant = nearest(key, names);
                tell(desk::rule("L-12"), values_.key_place(value),
                     fmt::format("{}没有“{}”这一项", what, notation::shown(key)),
                     meant.empty() ? std::string() : fmt::format("是不是“{}”", meant));
            } else if (!seen.insert(&*field).second) {
                tell(desk::rule("L-14"), values_.key_place(value),
                     fmt::format("“{}”写了两次", field->name), "只留一个");
            } else if (value.shape != Shape::null) {
                field->take(*this, field->name, value, of);
            }
        }
    }

    const notation::Tree& tree() const { return values_.tree; }
    Place place(const Node& node) const { return values_.place(node); }

private:
    const notation::Values& values_;
    const std::filesystem::path& file_;
    int year_;
    std::vector<Finding>& findings_;
};

struct FactField {
    std::string_view name, other;
    void (*take)(ProfileReader&, std::string_view name, const Node&, RequiredFact&);
};

/// “清单.csv 第3行：“甲局”的规章制发应是件数”: a finding of another file, told in this one.
std::string message_at(const Finding& finding) {
    return fmt::format("{}：{}", place_text(finding.place), finding.message);
}

constexpr std::string_view levels[] = {"须修改", "请核实", "建议完善"};
constexpr std::string_view addresses[] = {"你单位", "贵单位"};

constexpr FactField fact_fields[] = {
    {"内容", "name",
     [](ProfileReader& r, std::string_view n, const Node& v, RequiredFact& f) {
         r.line(n, v, f.name);
     }},
    {"写法", "words",
     [](ProfileReader& r, std::string_view n, const Node& v, RequiredFact& f) {
         r.words(n, v, f.words);
     }},
    {"要有数字", "counted",
     [](ProfileReader& r, std::string_view n, const Node& v, RequiredFact& f) {
         r.yes_or_no(n, v, f.counted);
     }},
    {"级别", "level",
     [](ProfileReader& r, std::string_view n, const Node& v, RequiredFact& f) {
         const int level = r.choice(n, v, levels);
         if (level >= 0) f.level = static_cast<Severity>(level);
     }},
};

void take_facts(ProfileReader& reader, std::string_view name, const Node& node, Profile& profile) {
    if (node.shape != Shape::list) {
        reader.wrong(name, node, "一列，每个以“- ”起");
        return;
    }
    const notation::Tree& tree = reader.tree();
    for (int i = node.first; i >= 0; i = tree.at(i).next) {
        RequiredFact fact;
        reader.fields(tree.at(i), fact_fields, fact, name);
        if (fact.words.empty() && !fact.name.empty()) fact.words.push_back(fact.name);
        if (fact.name.empty() && !fact.words.empty()) fact.name = fact.words.front();
        if (fact.words.empty())
            reader.wrong(name, tree.at(i), "有“内容”或“写法”的一组",
                         "写成“- 内容: 政府公报期数”，下一行“写法: [政府公报]”");
        else profile.facts.push_back(std::move(fact));
    }
}

/// Codes of rules that are not asked here: T3-01.
void take_disabled(ProfileReader& reader, std::string_view name, const Node& node,
                   Profile& profile) {
    std::vector<std::string> codes;
    reader.words(name, node, codes);
    for (std::string& code : codes) {
        const auto known = [&](const CheckRule& rule) { return rule.code == code; };
        if (std::any_of(check_rules().begin(), check_rules().end(), known))
            profile.disabled.push_back(std::move(code));
        else
            reader.tell(desk::rule("L-13"), reader.place(node),
                        fmt::format("没有规则“{}”", notation::shown(code)),
                        "规则的代码见 nianbao rules");
    }
}

/// 核对清单: a list that lies beside the profile.
void take_agreed(ProfileReader& reader, std::string_view name, const Node& node, Profile& profile) {
    std::string file;
    reader.line(name, node, file);
    if (file.empty()) return;
    desk::ReadAgreed read = desk::read_agreed(reader.beside(file));
    if (!read.fault.empty())
        reader.tell(desk::rule("L-13"), reader.place(node),
                    fmt::format("{}“{}”读不出来：{}", name, notation::shown(file), read.fault),
                    "写本地要求旁边的一个工作簿或者 CSV，栏名是 单位全称、规范性文件制发 等");
    for (const Finding& finding : read.findings)
        reader.tell(desk::rule("L-13"), reader.place(node), message_at(finding));
    profile.agreed = std::move(read.counts);
}

/// The command that makes old files readable. It is not run here.
void take_converter(ProfileReader& reader, std::string_view name, const Node& node,
                    Profile& profile) {
    std::string command;
    reader.line(name, node, command);
    if (command.empty()) return;
    if (const std::string wrong = data::Converter::fault(command); !wrong.empty())
        reader.tell(desk::rule("L-13"), reader.place(node), wrong,
                    "写成 soffice，或者 程序 {in} {out} {to}");
    else profile.converter = std::move(command);
}

struct ProfileField {
    std::string_view name, other;
    void (*take)(ProfileReader&, std::string_view name, const Node&, Profile&);
};

constexpr ProfileField profile_fields[] = {
    {"县名", "county",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.line(n, v, p.county);
     }},
    {"汇总单位", "agency",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.line(n, v, p.agency);
     }},
    {"落款", "office",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.line(n, v, p.office);
     }},
    {"联系人", "contact",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.line(n, v, p.contact);
     }},
    {"电话", "phone",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.line(n, v, p.phone);
     }},
    {"称呼", "address",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         const int which = r.choice(n, v, addresses);
         if (which >= 0) p.address = static_cast<Address>(which);
     }},
    {"报送截止", "submission",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.moment(n, v, p.submission);
     }},
    {"整改期限", "correction",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.moment(n, v, p.correction);
     }},
    {"公布期限", "publication",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.date(n, v, p.publication);
     }},
    {"汇总公布期限", "county_publication",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.date(n, v, p.county_publication);
     }},
    {"总体情况字数", "longest_overview",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.count(n, v, p.longest_overview);
     }},
    {"必写内容", "facts", take_facts},
    {"本地名称", "names",
     [](ProfileReader& r, std::string_view n, const Node& v, Profile& p) {
         r.words(n, v, p.names);
     }},
    {"不用的规则", "disabled", take_disabled},
    {"核对清单", "agreed", take_agreed},
    {"转换命令", "converter", take_converter},
};

}  // namespace

ReadProfile ReadProfile::read(const std::filesystem::path& file, int year) {
    const std::string name = utf8(file);
    ReadProfile read;
    notation::Values values;
    if (desk::read_values(file_bytes(file), name, values)) {
        ProfileReader reader(values, file, year, read.findings);
        reader.fields(values.tree.at(values.tree.root), profile_fields, read.profile, "本地要求");
    }
    for (Finding& finding : values.findings.take(name)) {
        finding.rule = desk::rule("L-11");
        read.findings.push_back(std::move(finding));
    }
    read.source = std::move(values.source);
    std::stable_sort(read.findings.begin(), read.findings.end(),
                     [](const Finding& a, const Finding& b) { return before(a.place, b.place); });
    return read;
}

}  // namespace nianbao
