// The list of a county's offices: text, YAML, a sheet or CSV.
#include "county/desk/reading/table.hpp"
#include "county/desk/reading/values.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/office_list.hpp"
#include "nianbao/read.hpp"
#include "nianbao/report.hpp"
#include "notation/bytes.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/kind/kind.hpp"
#include "text/digits.hpp"
#include "text/edit_distance.hpp"
#include "text/letters.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace nianbao {
namespace {

using notation::Node;
using notation::Shape;

/// What a list says of an office: its column or key, and what else that may be called.
struct Part {
    std::string_view name, other;
    void (*take)(OfficeOfList& office, const std::string& text);
    bool one_word = false;  // else several, between 、 and the like
};

void add_words(std::vector<std::string>& words, const std::string& text) {
    for (std::string& word : desk::words_of(text)) words.push_back(std::move(word));
}

constexpr Part parts[] = {
    {"单位全称", "单位名称", [](OfficeOfList& o, const std::string& t) { o.name = t; }, true},
    {"别名", "简称", [](OfficeOfList& o, const std::string& t) { add_words(o.aliases, t); }},
    {"计入汇总", "汇总", [](OfficeOfList& o, const std::string& t) { o.counted = t != "否"; },
     true},
    {"原单位", "原名称", [](OfficeOfList& o, const std::string& t) { add_words(o.former, t); }},
    {"类别", "单位类别", [](OfficeOfList& o, const std::string& t) { o.category = t; }, true},
    {"联系人", "经办人", [](OfficeOfList& o, const std::string& t) { o.contact = t; }, true},
    {"联系电话", "电话", [](OfficeOfList& o, const std::string& t) { o.phone = t; }, true},
    {"含下属单位", "下属单位",
     [](OfficeOfList& o, const std::string& t) { add_words(o.includes, t); }},
};
constexpr std::string_view counted_name = "计入汇总", number_name = "序号";
constexpr std::string_view name_heads[] = {parts[0].name, parts[0].other};

const Part* part_named(std::string_view name) {
    const auto found = std::find_if(std::begin(parts), std::end(parts), [&](const Part& part) {
        return part.name == name || part.other == name;
    });
    return found == std::end(parts) ? nullptr : &*found;
}

/// True of what stands in lists and names no office: sums, heads, titles and remarks.
bool names_no_office(std::string_view plain) {
    constexpr std::string_view rows[] = {"合计", "总计", "小计", "共计", "单位全称", "单位名称"};
    constexpr std::string_view beginnings[] = {
        "注：", "注:", "备注：", "备注:", "说明：", "说明:", "（共", "(共"};
    constexpr std::string_view endings[] = {"名单", "一览表"};
    const auto begins_row = [&](std::string_view row) {
        if (!plain.starts_with(row)) return false;
        const std::string_view rest = plain.substr(row.size());
        return rest.empty() || is_digit(rest.front()) || rest.front() == ':' ||
               rest.front() == '(' || rest.starts_with("：") || rest.starts_with("（");
    };
    return std::any_of(std::begin(rows), std::end(rows), begins_row) ||
           std::any_of(std::begin(beginnings), std::end(beginnings),
                       [&](std::string_view begin) { return plain.starts_with(begin); }) ||
           std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view end) { return plain.ends_with(end); });
}

/// The list as it grows.
class ListReader {
public:
    explicit ListReader(OfficeList& list) : list_(list) {}

    void tell(std::string_view rule, Place place, std::string message, std::string hint = {}) {
        const Severity severity = rule == desk::rule("L-06") ? Severity::error : Severity::warning;
        Finding finding = told(severity, rule, {}, std::move(message), std::move(hint));
        finding.place = std::move(place);
        list_.findings.push_back(std::move(finding));
    }

    void take(OfficeOfList& office, const Part& part, const std::string& text, const Place& place) {
        if (text.empty()) return;
        if (part.name == counted_name && text != "是" && text != "否") {
            tell(desk::rule("L-03"), place,
                 fmt::format("“{}”只写“是”或“否”，这里是“{}”，当作“是”", counted_name,
                             notation::shown(text)));
            return;
        }
        part.take(office, text);
    }

    void unknown(std::string_view name, const Place& place) {
        std::vector<std::string_view> names;
        for (const Part& part : parts) names.push_back(part.name);
        const std::string_view meant = nearest(name, names);
        tell(desk::rule("L-04"), place, fmt::format("没有读“{}”这一栏", notation::shown(name)),
             meant.empty() ? std::string() : fmt::format("是不是“{}”", meant));
    }

    void add(OfficeOfList office, const Place& place) {
        if (office.name.empty()) {
            tell(desk::rule("L-01"), place, "这一行没有单位名称，没有读",
                 "补上单位全称，或者删去这一行");
            return;
        }
        if (names_no_office(plain_name(office.name))) {
            tell(desk::rule("L-01"), place,
                 fmt::format("“{}”不是单位名称，这一行没有读", notation::shown(office.name)),
                 "单位名单里只写单位；这一行可以删去");
            return;
        }
        office.place = place;
        const auto [first, is_new] = names_.emplace(plain_name(office.name), place);
        if (!is_new) {
            tell(desk::rule("L-02"), place,
                 fmt::format("“{}”写了两次，前一次在 {}；只取前一次", office.name,
                             place_text(first->second)));
            return;
        }
        list_.offices.push_back(std::move(office));
    }

    /// L-05: other names that are not one office's alone.
    void check_names() {
        std::map<std::string, const OfficeOfList*> owners;
        for (const OfficeOfList& office : list_.offices)
            owners.emplace(plain_name(office.name), &office);
        for (OfficeOfList& office : list_.offices) {
            for (std::vector<std::string>* names : {&office.aliases, &office.former}) {
                std::erase_if(*names, [&](const std::string& name) {
                    const auto [owner, is_new] = owners.emplace(plain_name(name), &office);
                    if (is_new || owner->second == &office) return false;
                    tell(desk::rule("L-05"), office.place,
                         fmt::format("“{}”写在“{}”名下，又是“{}”的名称，没有取", name, office.name,
                                     owner->second->name));
                    return true;
                });
            }
        }
    }

    /// L-07: offices that are summed by themselves and within another one.
    void check_included() {
        std::map<std::string, const OfficeOfList*> offices;
        for (const OfficeOfList& office : list_.offices)
            offices.emplace(plain_name(office.name), &office);
        for (const OfficeOfList& office : list_.offices) {
            for (const std::string& name : office.includes) {
                const auto found = offices.find(plain_name(name));
                if (found == offices.end() || !found->second->counted || !office.counted) continue;
                tell(desk::rule("L-07"), office.place,
                     fmt::format("“{}”含“{}”，“{}”又自己计入汇总：会算两次", office.name, name,
                                 name),
                     "下属单位的“计入汇总”写“否”，或者从“含下属单位”里去掉");
            }
        }
    }

private:
    OfficeList& list_;
    std::map<std::string, Place> names_;  // without blanks
};

/// A name, without the numbering before it; behind it, after commas or tabs, people and
/// their telephones: “1、云溪县民政局，李四，0530-6120020”.
OfficeOfList office_of_line(std::string_view line) {
    const std::u32string all = to_utf32(line);
    line.remove_prefix(
        to_utf8(std::u32string_view(all).substr(0, numbering_of(all).length)).size());
    OfficeOfList office;
    bool first = true;
    while (!line.empty()) {
        std::size_t end = line.size(), next = line.size();
        for (const std::string_view mark : {"，", ",", "\t"}) {
            const std::size_t at = line.find(mark);
            if (at >= end) continue;
            end = at;
            next = at + mark.size();
        }
        const std::string word(notation::without_blanks(line.substr(0, end)));
        const bool phone = word.find_first_of("0123456789") != word.npos;
        if (first) office.name = word;
        else if (phone && office.phone.empty()) office.phone = word;
        else if (!phone && office.contact.empty()) office.contact = word;
        first = false;
        line.remove_prefix(next);
    }
    return office;
}

/// A name a line. What follows a '#' is skipped.
void read_lines(OfficeList& list, ListReader& reader, std::string text, const std::string& name) {
    list.source = Source(name, std::move(text));
    const std::string_view all = list.source.text();
    for (std::size_t from = 0; from < all.size();) {
        const std::size_t end = std::min(all.find('\n', from), all.size());
        std::string_view line = all.substr(from, end - from);
        line = notation::without_blanks(line.substr(0, std::min(line.find('#'), line.size())));
        if (!line.empty()) {
            const int begin = static_cast<int>(line.data() - all.data());
            reader.add(office_of_line(line),
                       list.source.place_between(begin, begin + static_cast<int>(line.size())));
        }
        from = end + 1;
    }
}

void read_cells(OfficeList& list, ListReader& reader, desk::Table table) {
    list.source = std::move(table.source);
    std::vector<const Part*> columns;
    for (const desk::TableCell& head : table.heads) {
        columns.push_back(part_named(head.text));
        if (columns.back() == nullptr && !head.text.empty() && head.text != number_name)
            reader.unknown(head.text, head.place);
    }
    for (const std::vector<desk::TableCell>& row : table.rows) {
        OfficeOfList office;
        Place place;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (columns[i] == nullptr) continue;
            if (columns[i] == &parts[0] || place.row == 0) place = row[i].place;
            reader.take(office, *columns[i], row[i].text, row[i].place);
        }
        reader.add(std::move(office), place);
    }
}

/// A name, or a mapping of its parts.
void read_item(const notation::Values& values, const Node& node, ListReader& reader) {
    const notation::Tree& tree = values.tree;
    OfficeOfList office;
    if (node.shape != Shape::mapping) {
        office.name = desk::text_at(tree, node);
        reader.add(std::move(office), values.place(node));
        return;
    }
    for (int i = node.first; i >= 0; i = tree.at(i).next) {
        const Node& value = tree.at(i);
        const std::string_view key = tree.at(value.key).text;
        const Part* part = part_named(key);
        if (part == nullptr) {
            reader.unknown(key, values.key_place(value));
            continue;
        }
        if (value.shape == Shape::list) {
            for (int k = value.first; k >= 0; k = tree.at(k).next)
                reader.take(office, *part, desk::text_at(tree, tree.at(k)),
                            values.place(tree.at(k)));
        } else {
            reader.take(office, *part, desk::text_at(tree, value), values.place(value));
        }
    }
    const Node* name = desk::member(tree, node, parts[0].name);
    reader.add(std::move(office), name == nullptr ? values.place(node) : values.place(*name));
}

void read_tree(OfficeList& list, ListReader& reader, std::string_view bytes,
               const std::string& name) {
    notation::Values values;
    const bool readable = desk::read_values(bytes, name, values);
    if (readable) {
        const notation::Tree& tree = values.tree;
        const Node* items = &tree.at(tree.root);
        if (const Node* below = desk::member(tree, *items, "单位")) items = below;
        if (items->shape == Shape::list) {
            for (int i = items->first; i >= 0; i = tree.at(i).next)
                read_item(values, tree.at(i), reader);
        } else {
            reader.tell(desk::rule("L-06"), values.place(*items),
                        "名单应是一列单位，每个以“- ”起一行", "写成“- 单位全称: …”的样子");
        }
    }
    for (Finding& finding : values.findings.take(name)) {
        finding.rule = desk::rule("L-06");
        list.findings.push_back(std::move(finding));
    }
    list.source = std::move(values.source);
}

bool is_tree(const std::string& name) {
    const std::string small = small_letters(name);
    return has_ending(small, ".yaml") || has_ending(small, ".yml") || has_ending(small, ".json");
}

}  // namespace

OfficeList OfficeList::read(const std::filesystem::path& file) {
    const std::string name = utf8(file);
    const std::string bytes = file_bytes(file);
    OfficeList list;
    ListReader reader(list);
    if (desk::is_table(bytes, name)) {
        desk::ReadTable read = desk::read_table(bytes, name, name_heads);
        if (!read.table) throw Failure(fmt::format("单位名单 {} 读不出来：{}", name, read.fault));
        read_cells(list, reader, *std::move(read.table));
    } else {
        const notation::Kind* kind = notation::foreign_kind(bytes, name);
        std::optional<std::string> text = notation::text_of(bytes);
        if (kind != nullptr || !text)
            throw Failure(fmt::format("单位名单 {} 不是文本文件{}", name,
                                      kind == nullptr ? "" : fmt::format("：{}", kind->is)));
        if (is_tree(name)) read_tree(list, reader, bytes, name);
        else read_lines(list, reader, *std::move(text), name);
    }
    reader.check_names();
    reader.check_included();
    if (list.offices.empty()) {
        std::string why;
        for (const Finding& finding : list.findings) {
            if (why.empty()) why = "\n" + message(finding);
        }
        throw Failure(fmt::format("单位名单 {} 里没有单位{}", name, why));
    }
    return list;
}

}  // namespace nianbao
