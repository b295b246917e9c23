#include "html/index.hpp"

#include "html/frame.hpp"
#include "html/markup.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <string_view>

namespace nianbao {
namespace {

using html::address_of_file;
using html::escaped;

void append_entry(std::string& out, const IndexEntry& entry) {
    out += fmt::format("<li><a href=\"{}\">{}</a>", address_of_file(entry.page),
                       escaped(entry.agency));
    for (const auto& [name, place] : entry.others) {
        // Who hears the link alone is told whose file it is.
        out += fmt::format("　<a href=\"{}\">{}<span class=\"v\">：{}</span></a>",
                           address_of_file(place), escaped(name), escaped(entry.agency));
    }
    out += "</li>\n";
}

}  // namespace

std::string write_index(const std::vector<IndexEntry>& entries) {
    std::map<int, std::vector<const IndexEntry*>, std::greater<>> years;
    for (const IndexEntry& entry : entries) years[entry.year].push_back(&entry);
    constexpr std::string_view title = "政府信息公开工作年度报告";
    std::string out = html::begin_page("zh-CN", title, {});
    out += fmt::format("<h1>{}</h1>\n", title);
    for (const auto& [year, reports] : years) {
        out += fmt::format("<h2>{}年度</h2>\n<ul>\n", year);
        for (const IndexEntry* entry : reports) append_entry(out, *entry);
        out += "</ul>\n";
    }
    out += "</main>\n";
    return html::end_page(std::move(out));
}

}  // namespace nianbao
