// 统计: what the sums of a county say: applications, disputes, growth, and what stands out.
#pragma once

#include "county/sums/rows.hpp"
#include "nianbao/collect.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::sums {

/// A number over the offices that are summed. `comparable`: of those alone that have last
/// year's report too, whose sum `before` is.
struct Compared {
    std::string key, name;
    int depth = 0;  // 1: a part of the line above it
    Amount now = {}, comparable = {}, before = {};
};

/// What offices are compared by: the sum of one or two cells.
struct Figure {
    std::string_view key, name;
    std::string_view cells[2] = {};
};
std::span<const Figure> figures();

struct OfficeFigures {
    std::string name, category;
    std::vector<Amount> now;                    // as figures()
    std::vector<std::optional<Amount>> before;  // empty: it has no last year's report
};

/// A number that is ten times another one or more, or a tenth of it or less, where the
/// larger is 100 at least: last year's, or the median of the offices of its kind that
/// have any. Such a kind has five of them at least.
struct Outlier {
    std::string office, category;
    int figure = 0;
    Amount now, other;
    bool of_kind = false;  // against its kind, else against last year
};

struct Statistics {
    int year = 0;
    Of of = Of::offices;
    int summed = 0, comparable = 0;    // offices or ledgers
    std::vector<Compared> applicants;  // 本年新收 of each kind, and all
    std::vector<Compared> intake;      // 上年结转, 结转下年度
    std::vector<Compared> results;     // groups, their parts, 总计
    std::vector<Compared> disputes;    // fifteen cells
    std::vector<Compared> disclosure;
    std::vector<OfficeFigures> offices;
    std::vector<Outlier> outliers;
};

/// Of the rows that are summed.
Statistics statistics_of(std::span<const Row> rows, const Edition& edition, int year);

/// The workbook, with charts. The same bytes for the same rows.
std::string write_statistics(const Statistics& statistics, const DeskHead& head);

/// The same numbers for programs, with a line end. Shares and growth are per cent with
/// one decimal, "12.5%", "+3.1%"; null where there is none.
std::string statistics_json(const Statistics& statistics, const DeskHead& head);

}  // namespace nianbao::sums
