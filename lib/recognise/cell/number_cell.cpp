#include "recognise/cell/number_cell.hpp"

#include "nianbao/amount.hpp"
#include "notation/draft.hpp"
#include "notation/values.hpp"
#include "recognise/cell/number.hpp"
#include "recognise/cell/rules.hpp"
#include "recognise/rules.hpp"
#include "text/digits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::recognise {
namespace {

/// What is seen of a number, as an amount, and whether it is in yuan by what stands
/// beside it.
struct Seen {
    Amount amount;
    bool yuan = false;
};

/// Nothing if no number is seen.
std::optional<Seen> seen_of(std::string_view shown) {
    std::string number;
    for (const char c : shown) {
        if (is_digit(c) || c == '.') number += c;
    }
    const std::optional<Amount> amount = Amount::parse(number);
    if (!amount) return {};
    const auto holds = [&](std::string_view words) { return shown.find(words) != shown.npos; };
    const bool yuan = holds("¥") || holds("￥") || (holds("元") && !holds("万元"));
    return Seen{*amount, yuan};
}

/// The unit of money that a head names: “单位：元”, “金额（千元）”, “收费金额元”; empty for
/// other texts, and for amounts: 12元.
std::string_view unit_of_head(std::string_view head) {
    constexpr std::size_t longest = 60;  // bytes: a head, no sentence
    if (head.size() > longest ||
        std::any_of(head.begin(), head.end(), [](char c) { return is_digit(c); }))
        return {};
    for (const std::string_view unit : {"亿元", "千元", "百元", "元"}) {
        if (head.find(unit) != head.npos) return unit;
    }
    return {};
}

class NumberCellReader {
public:
    NumberCellReader(const NumberCell& own, Recognition& work) : own_(own), work_(work) {}

    bool put() {
        if (!own_.cell.left.empty())
            tell(Severity::warning, rule("D-39"),
                 fmt::format("这一格里划掉的或者上标的“{}”没有读", notation::shown(own_.cell.left)),
                 "不要的删去，只留要报的数");
        if (own_.cell.struck)
            tell(Severity::warning, cell_rule("D-47"), "这一格的数划掉了（删除线），也读了",
                 "不要的改为要报的数；要的，去掉删除线");
        if (own_.cell.white)
            tell(Severity::warning, cell_rule("D-47"), "这一格的数是白色的，看不见，也读了",
                 "不要的改为要报的数；要的，改为黑色");
        if (!own_.cell.shown.empty() && !as_seen()) return false;
        const NumberText apart = taken_apart(own_.cell.text(), own_.measure);
        if (apart.doubtful)
            return refuse(fmt::format("“{}”的括号里不是说明，不知道是多少",
                                      notation::shown(own_.cell.text())),
                          "只填要报的数；要说明的，写作：22（其中修订16件）");
        if (apart.unit.empty() && headed_in_yuan()) return false;
        put_apart(apart);
        tell_parts(apart);
        return apart.converted.empty() && !apart.unit.empty();
    }

private:
    Bytes where() const { return {own_.cell.placed.begin, own_.cell.placed.end}; }

    void tell(Severity severity, std::string_view rule, std::string message, std::string hint) {
        work_.tell(severity, rule, own_.path, own_.at, std::move(message), std::move(hint));
    }

    bool refuse(std::string message, std::string hint) {
        tell(Severity::error, cell_rule("D-47"), std::move(message), std::move(hint));
        work_.values.faulty(own_.path, where());
        return false;
    }

    /// Tells of a format that shows another number or another unit. False if nobody knows
    /// which of them is meant.
    bool as_seen() {
        const std::optional<Amount> kept = Amount::parse(own_.cell.text());
        const std::optional<Seen> seen = seen_of(own_.cell.shown);
        if (!kept || !seen || kept->digits == 0) return true;
        const std::string quoted =
            fmt::format("这一格显示为“{}”", notation::shown(own_.cell.shown));
        if (seen->yuan && own_.measure == Measure::amount) {
            std::string hint = "把这一格设为常规格式，以万元填写";
            if (const std::string converted = in_ten_thousands(own_.cell.text());
                !converted.empty())
                hint += fmt::format("：是 {} 元的，填 {}", own_.cell.text(), converted);
            return refuse(fmt::format("{}，表上的单位是万元", quoted), std::move(hint));
        }
        // A count with decimals is refused anyway.
        const bool refused = own_.measure != Measure::amount && kept->decimals > 0;
        if (seen->amount == *kept || refused) return true;
        const Amount more =
            compare(seen->amount, *kept) > 0 ? seen->amount - *kept : *kept - seen->amount;
        const bool rounded = compare(more, {1, seen->amount.decimals}) < 0;
        if (!rounded)
            return refuse(fmt::format("{}，格里存的是 {}", quoted, own_.cell.text()),
                          "把这一格设为常规格式，重新填数");
        tell(Severity::warning, cell_rule("D-47"),
             fmt::format("{}，格里存的是 {}，按存的读了", quoted, own_.cell.text()),
             fmt::format("填 {}；不是的，把这一格设为常规格式", seen->amount.to_string()));
        return true;
    }

    /// True if the table's own head was changed to yuan: that is told, and not read.
    bool headed_in_yuan() {
        if (own_.measure != Measure::amount || own_.cell.text() == "0") return false;
        constexpr int above = 4;  // rows in which the head stands
        for (int row = own_.at.row - 1; row >= 0 && row >= own_.at.row - above; --row) {
            const std::string_view head = work_.sheets.text({own_.at.sheet, row, own_.at.column});
            if (head.find("万元") != head.npos) return false;
            const std::string_view unit = unit_of_head(head);
            if (unit.empty()) continue;
            refuse(fmt::format("表头写的单位是{}，这一格是“{}”，年报的表以万元为单位", unit,
                               notation::shown(own_.cell.text())),
                   "表头改回“单位：万元”，数以万元填写");
            return true;
        }
        return false;
    }

    void put_apart(const NumberText& apart) {
        const auto begin_of = [&](std::string_view part) {
            return where().begin + static_cast<int>(part.data() - own_.cell.text().data());
        };
        const std::string value = apart.remark.empty() ? own_.path : own_.path + ".value";
        if (!apart.converted.empty()) {
            tell(Severity::warning, rule("D-31"),
                 fmt::format("“{}”的单位是元，表上是万元，读作 {}",
                             notation::shown(own_.cell.text()), apart.converted),
                 fmt::format("写成 {}", apart.converted));
            work_.values.text(value, apart.converted, where());
        } else {
            work_.values.text(value, notation::placed(apart.number, begin_of(apart.number)).mapped,
                              where());
        }
        if (apart.remark.empty()) return;
        work_.values.place(own_.path, where());
        work_.values.text(own_.path + ".remark",
                          notation::placed(apart.remark, begin_of(apart.remark)).mapped, where());
    }

    /// Tells of a remark that lists more than the number is: 35（其中线上20、线下16）.
    void tell_parts(const NumberText& apart) {
        const std::optional<Amount> all = Amount::parse(apart.number);
        const std::vector<Amount> parts = parts_listed(apart.remark);
        if (!all || parts.empty()) return;
        Amount sum;
        for (const Amount& part : parts) sum = sum + part;
        if (compare(sum, *all) <= 0) return;
        tell(Severity::warning, cell_rule("D-47"),
             fmt::format("“{}”里各部分共 {}，比 {} 多", notation::shown(apart.remark),
                         sum.to_string(), all->to_string()),
             "核对各是多少");
    }

    const NumberCell& own_;
    Recognition& work_;
};

}  // namespace

bool put_number(const NumberCell& own, Recognition& work) {
    return NumberCellReader(own, work).put();
}

}  // namespace nianbao::recognise
