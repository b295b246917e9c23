#include "county/desk/reading/agreed.hpp"

#include "county/desk/reading/table.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/read.hpp"
#include "notation/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::desk {
namespace {

struct CountColumn {
    std::string_view head, field;
};
constexpr CountColumn count_columns[] = {
    {"规章制发", "disclosure.government_rules.made"},
    {"规章废止", "disclosure.government_rules.repealed"},
    {"规章现行有效", "disclosure.government_rules.in_force"},
    {"规范性文件制发", "disclosure.normative_documents.made"},
    {"规范性文件废止", "disclosure.normative_documents.repealed"},
    {"规范性文件现行有效", "disclosure.normative_documents.in_force"},
};
constexpr std::string_view agreed_name_heads[] = {"单位全称", "单位名称"};

void read_row(const Table& table, const std::vector<TableCell>& row, ReadAgreed& read) {
    std::string office;
    for (std::size_t i = 0; i < row.size(); ++i) {
        for (const std::string_view head : agreed_name_heads) {
            if (table.heads[i].text == head) office = row[i].text;
        }
    }
    for (std::size_t i = 0; i < row.size() && !office.empty(); ++i) {
        const auto column =
            std::find_if(std::begin(count_columns), std::end(count_columns),
                         [&](const CountColumn& one) { return one.head == table.heads[i].text; });
        if (column == std::end(count_columns) || row[i].text.empty()) continue;
        const std::optional<Amount> value = Amount::parse(row[i].text);
        if (value && value->decimals == 0) {
            read.counts.push_back({office, std::string(column->field), *value});
            continue;
        }
        Finding finding = told(Severity::error, rule("L-13"), {},
                               fmt::format("“{}”的{}应是件数，写的是“{}”", office, column->head,
                                           notation::shown(row[i].text)));
        finding.place = row[i].place;
        read.findings.push_back(std::move(finding));
    }
}

}  // namespace

ReadAgreed read_agreed(const std::filesystem::path& file) {
    ReadAgreed read;
    const std::string name = utf8(file);
    try {
        const std::string bytes = file_bytes(file);
        if (!is_table(bytes, name)) {
            read.fault = "不是工作簿或者 CSV";
            return read;
        }
        const ReadTable table = read_table(bytes, name, agreed_name_heads);
        read.fault = table.fault;
        if (!table.table) return read;
        for (const std::vector<TableCell>& row : table.table->rows)
            read_row(*table.table, row, read);
        if (read.counts.empty() && read.findings.empty())
            read.fault = fmt::format("没有“{}”这样的栏", count_columns[0].head);
    } catch (const Failure& failure) {
        read.fault = failure.what();
    }
    return read;
}

}  // namespace nianbao::desk
