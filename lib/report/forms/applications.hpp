// Table three, 收到和处理政府信息公开申请情况: what its editions share. An edition gives
// its lines; fields, cells and sums come from them.
#pragma once

#include "nianbao/form.hpp"

#include <array>
#include <iterator>

namespace nianbao {

/// A name in both languages.
struct Name {
    std::string_view key, name;
};

inline constexpr Name applicants[] = {
    {"natural_person", "自然人"},
    {"business", "商业企业"},
    {"research", "科研机构"},
    {"public_welfare", "社会公益组织"},
    {"legal_service", "法律服务机构"},
    {"other", "其他"},
    {"total", "总计"},
};
inline constexpr int applicant_count = 7;
inline constexpr int applicant_total = 6;

/// Rows of the table's head and columns of its labels.
inline constexpr int application_head = 3, application_labels = 3;

/// A row of counts, or a group of rows, at a depth of the tree of names.
struct Line {
    int depth;
    bool group;
    std::string_view key, name;
    std::string_view printed = {};
};

/// The table that has these lines: 本年新收 and 上年结转, then each result, their total,
/// and 结转下年度继续办理.
template <const auto& lines>
struct Applications {
    static constexpr int count_rows() {
        int n = 0;
        for (const Line& line : lines) n += line.group ? 0 : 1;
        return n;
    }

    static constexpr int rows = count_rows(), groups = std::size(lines) - rows,
                         cells = rows * applicant_count;
    static constexpr int row_received = 0, row_carried_in = 1, row_first_result = 2,
                         row_total = rows - 2, row_carried_out = rows - 1;
    static constexpr int results = row_total - row_first_result;

    static constexpr int entry(int row, int applicant) { return row * applicant_count + applicant; }

    struct Cells {
        std::array<Field, groups + rows + cells> fields{};
        std::array<Entry, cells> entries{};
        std::array<std::string_view, rows> row_names{};
    };

    static constexpr Cells build_cells() {
        Cells filled;
        std::array<int, 3> parents = {-1, -1, -1};
        int field = 0, next = 0, row = 0;
        for (const Line& line : lines) {
            const int parent = line.depth == 0 ? -1 : parents[line.depth - 1];
            const int own = field;
            filled.fields[field++] = {line.key, line.name, parent, line.printed};
            if (line.group) {
                parents[line.depth] = own;
                continue;
            }
            filled.row_names[row] = line.name;
            for (int c = 0; c < applicant_count; ++c) {
                filled.entries[next++] = {field, application_head + row, application_labels + c, 1,
                                          1,     Measure::count};
                filled.fields[field++] = {applicants[c].key, applicants[c].name, own, {}};
            }
            ++row;
        }
        return filled;
    }

    static constexpr Cells built = build_cells();
    static constexpr const auto& fields = built.fields;
    static constexpr const auto& entries = built.entries;

    struct Terms {
        std::array<std::array<Term, 2>, applicant_count> in{},
            out{};  // T3-01: 一 + 二 = （七） + 四
        std::array<std::array<Term, 1>, applicant_count> total{};  // T3-02: （七） = every result
        std::array<std::array<Term, results>, applicant_count> parts{};
        std::array<std::array<Term, 1>, rows> row_sum{};  // T3-03: 总计 = the six applicants
        std::array<std::array<Term, applicant_total>, rows> row_parts{};
    };

    static constexpr Terms build_terms() {
        Terms sums;
        for (int c = 0; c < applicant_count; ++c) {
            sums.in[c] = {
                {{entry(row_received, c), "本年新收"}, {entry(row_carried_in, c), "上年结转"}}};
            sums.out[c] = {
                {{entry(row_total, c), "办理结果总计"}, {entry(row_carried_out, c), "结转下年度"}}};
            sums.total[c] = {{{entry(row_total, c), "办理结果总计"}}};
            for (int i = 0; i < results; ++i)
                sums.parts[c][i] = {entry(row_first_result + i, c),
                                    built.row_names[row_first_result + i]};
        }
        for (int row = 0; row < rows; ++row) {
            sums.row_sum[row] = {{{entry(row, applicant_total), "总计"}}};
            for (int c = 0; c < applicant_total; ++c)
                sums.row_parts[row][c] = {entry(row, c), applicants[c].name};
        }
        return sums;
    }

    static constexpr Terms terms = build_terms();

    static constexpr std::array<Equation, 2 * applicant_count + rows> build_equations() {
        std::array<Equation, 2 * applicant_count + rows> all{};
        int n = 0;
        for (int c = 0; c < applicant_count; ++c)
            all[n++] = {"T3-01", applicants[c].name, Relation::equal, terms.in[c], terms.out[c], {},
                        false};
        for (int c = 0; c < applicant_count; ++c) {
            all[n++] = {"T3-02",
                        applicants[c].name,
                        Relation::equal,
                        terms.total[c],
                        terms.parts[c],
                        "（一）至（六）各项之和",
                        true};
        }
        for (int row = 0; row < rows; ++row) {
            all[n++] = {"T3-03",
                        built.row_names[row],
                        Relation::equal,
                        terms.row_sum[row],
                        terms.row_parts[row],
                        {},
                        true};
        }
        return all;
    }

    static constexpr auto equations = build_equations();

    /// True if the rows that the sums use have the names that they should have.
    static constexpr bool rows_are_in_order() {
        const auto& names = built.row_names;
        return names[row_received] == "本年新收" && names[row_carried_in] == "上年结转" &&
               names[row_first_result] == "予以公开" && names[row_total] == "总计" &&
               names[row_carried_out] == "结转下年度继续办理";
    }
};

}  // namespace nianbao
