#include "report/generator.hpp"

#include "report/sample.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace nianbao {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view places[] = {"清河县", "临江县", "望山区", "石桥镇", "北岭自治县", "澧水新区", "漴浦街道"};
constexpr std::string_view bodies[] = {"水务局", "司法局", "教育和体育局", "人民政府", "退役军人事务局", "市场监督管理局（知识产权局）", "住房和城乡建设局"};
constexpr std::string_view name_parts[] = {"经济技术", "高新产业", "生态保护", "综合行政执法", "文化旅游", "应急管理", "“放管服”改革", "人力资源和社会保障"};

constexpr std::string_view clauses[] = {
    "严格落实《中华人民共和国政府信息公开条例》",
    "完善工作机制",
    "加强组织领导、业务培训和监督检查",
    "坚持“以公开为常态、不公开为例外”",
    "及时更新领导简历、机构信息、权责清单",
    "做好政策解读与回应关切",
    "规范依申请公开办理流程",
    "畅通申请渠道",
    "建立“三审三校”（初审、复审、终审）制度",
    "按照国办公开办函〔2021〕30号的要求",
    "围绕群众关心的热点、难点、堵点",
    "推进“一网通办”“跨省通办”",
    "通过微信公众号、门户网站等平台发布",
    "对照清单逐项整改——不留死角",
    "着力解决“最后一公里”问题……",
    "工作得到肯定",
};
constexpr std::string_view measures[] = {"件", "条", "次", "%", "万元", "人", "期", "家", "个百分点", "㎡", "℃"};
constexpr std::string_view headings[] = {"主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设", "监督保障", "下一步打算", "取得的成效"};
constexpr std::string_view addresses[] = {
    "https://www.example.gov.cn/zwgk/",
    "http://www.example.cn/col/col128705/index.htm?year=2022&kind=annual-report",
    "zwgk@example.cn",
    "https://www.example.gov.cn/zwgk/zfxxgk/fdzdgknr/jggk/ldzc/index_1234567890.html?from=timeline&isappinstalled=0&channel=news",
};
constexpr std::string_view references[] = {"{{applications.received.total}}", "{{收到和处理政府信息公开申请情况.本年新收.自然人}}",
                                           "{{disputes.reconsideration.total}}", "{{applications.carried_out.total}}", "{{{{"};
// What the typesetter has to get right: runs of marks, marks at the ends, words that cannot be broken, numbers with signs, spaces.
constexpr std::string_view hard_drawn[] = {
    "（（（（《《〈“‘甲’”〉》》））））",
    "“‘“‘“‘乙’”’”’”",
    "！？！？——……、，。；：",
    "3.1415926％±0.5℃",
    "1949—2024年",
    "NO.12-A/B(3)[4]{5}",
    "Antidisestablishmentarianism",
    "同比增长 12.5% （其中 3 件）",
    "①②③⑳ⅣⅫ",
    "A、B、C",
    "0537－1234567",
    "《〈条例〉实施办法》",
    "~!@#$%^&*()_+`-=[]\\;',./<>?\"|",
};
constexpr std::string_view hard_any[] = {
    "👍🏽👨‍👩‍👧",
    "ไทย עברית العربية",
    "a\u00A0b\u3000c\u2009d",
    "e\u0301\u0302\u0303",
    "𠮷𬭚𰻝",
    "\u200B零\u200D宽\u2060",
    "\u202E反\u202C",
    "制表\t符",
    "行\u2028段\u2029分",
    "\uE000\uFDD0\uFE0F",
};
// A data file's own traps: what YAML or JSON would take for something else.
constexpr std::string_view traps[] = {
    "no",      "010",    "~",    "null",         "true",    "1e3",    "2022-01-01", "- 甲",    "? 甲",    "# 甲",
    "甲 # 乙", "甲: 乙", "甲:",  "{甲}",         "[甲]",    "&甲",    "*甲",        "!甲",     "|",       ">",
    "'甲'",    "\"甲\"", "%甲",  "@甲",          "`甲`",    "甲, 乙", "---",        "...",     "=",       "<<",
    "甲\\n乙", "a'b",    "a\"b", "{{{{ 甲: # }", "，甲",    "：甲",   "0x1F",       "1_000",   "+1",      "-",
    ".5",      "12:30",  "Yes",  "甲 'b' \"c\"", "\\",      "]",      "}",          ", ",      ":",       "-1",
    "1.0",     ".inf",   "OFF",  "{{{{甲",       "a]b}c,d", "甲\"",   "甲'",        "$schema", "null: ~", "//",
};

class Writer {
public:
    Writer(std::uint64_t number, const Generating& wanted) : random_(number * 0x9E3779B97F4A7C15U + 1), wanted_(wanted) {}

    Report report() {
        Report report;
        report.year = wanted_.year.value_or(random_.between(2019, 2026));
        report.edition = edition_for(report.year);
        report.agency = agency(extent());
        report.kind = random_.of({Kind::department, Kind::township, Kind::office, Kind::government});
        if (random_.one_in(4)) report.title = title(report);
        if (random_.one_in(3)) report.published = date(report.year + 1);
        if (random_.one_in(2)) report.contact = contact();
        report.disclosure = disclosure(*report.edition->forms[0]);
        report.applications = applications(*report.edition->forms[1]);
        report.disputes = disputes(*report.edition->forms[2]);
        report.introduction = prose(extent(), false);
        report.overview = prose(extent(), true);
        report.problems = prose(extent(), true);
        if (random_.one_in(3)) report.processing_fees = fees();
        report.other = random_.one_in(3) ? "未收取信息处理费。" : prose(extent(), true);
        if (report.other.starts_with("未收取") && report.processing_fees) report.processing_fees->collected = {};
        if (random_.one_in(2)) report.signature = {random_.one_in(3) ? agency(Extent::usual) : "", date(report.year + 1)};
        if (random_.one_in(4)) waivers(report);
        if (random_.one_in(4)) layout(report.layout);
        if (random_.one_in(6)) members(report);
        return report;
    }

private:
    Extent extent() {
        if (wanted_.extent) return *wanted_.extent;
        constexpr Extent often[] = {Extent::tiny, Extent::usual, Extent::usual, Extent::usual, Extent::usual, Extent::large, Extent::large, Extent::extreme};
        return random_.of(often);
    }

    /// One of four numbers, by extent.
    static int by(Extent extent, int tiny, int usual, int large, int extreme) {
        return std::array{tiny, usual, large, extreme}[static_cast<std::size_t>(extent)];
    }

    std::string number(int most_digits) {
        std::string digits(1, static_cast<char>('1' + random_.below(9)));
        for (int more = random_.below(most_digits); more > 0; --more) digits += static_cast<char>('0' + random_.below(10));
        return random_.one_in(5) ? "0" : digits;
    }

    std::string hard() {
        if (wanted_.characters == Characters::drawn) return std::string(random_.of(hard_drawn));
        const int kind = random_.below(3);
        return std::string(kind == 0 ? random_.of(hard_drawn) : kind == 1 ? random_.of(hard_any) : random_.of(traps));
    }

    /// Text of one line that does not begin or end with a blank: a name, an address, a remark.
    std::string line(std::string_view usual) {
        if (wanted_.characters == Characters::drawn || !random_.one_in(2)) return std::string(usual);
        std::string text = random_.one_in(2) ? std::string(random_.of(traps)) : std::string(usual) + std::string(random_.of(traps)) + "丁";
        while (text.ends_with(' ')) text.pop_back();
        return text;
    }

    std::string agency(Extent extent) {
        std::string name = extent == Extent::tiny ? "" : std::string(random_.of(places));
        for (int parts = random_.below(by(extent, 1, 2, 4, 12)); parts > 0; --parts) name += random_.of(name_parts);
        return line(name + std::string(random_.of(bodies)));
    }

    std::string title(const Report& report) {
        std::string title = report.agency;
        for (int more = random_.below(2); more > 0; --more) title += "\n" + std::string(random_.of(places)) + std::string(random_.of(bodies));
        return title + "\n" + std::to_string(report.year) + "年政府信息公开工作年度报告";
    }

    Date date(int year) { return {year, random_.between(1, 12), random_.between(1, 28)}; }

    Contact contact() {
        Contact contact;
        if (random_.one_in(2)) contact.office = line("办公室");
        if (random_.one_in(2)) contact.address = line("江滨路 8 号");
        if (random_.one_in(2)) contact.phone = "0537-" + number(8);
        if (random_.one_in(2)) contact.postcode = "0" + number(5);
        if (random_.one_in(2)) contact.email = "zwgk@example.cn";
        if (random_.one_in(2)) contact.url = random_.of(addresses);
        return contact;
    }

    // ------------------------------------------------------------ prose

    std::string clause() {
        switch (random_.below(12)) {
            case 0:
                return "全年发布信息" + number(6) + std::string(random_.of(measures));
            case 1:
                return "同比增长" + number(2) + "." + number(2) + "%";
            case 2:
                return "共收到申请" + std::string(random_.of(references)) + "件";
            case 3:
                return "网址为" + std::string(random_.of(addresses));
            case 4:
                return hard();
            default:
                return std::string(random_.of(clauses));
        }
    }

    std::string sentence(Extent extent) {
        std::string text = clause();
        for (int more = random_.below(by(extent, 1, 5, 9, 40)); more > 0; --more) text += "，" + clause();
        return text + "。";
    }

    /// One paragraph: a heading at any level, a run-in heading, or plain.
    std::string paragraph(Extent extent, bool numbered) {
        constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "十一"};
        std::string text;
        if (numbered && random_.one_in(3)) {
            const std::string numeral(random_.of(numerals)), digits = number(1);
            const std::string numbering[] = {"（" + numeral + "）", numeral + "、", digits + ".", "（" + digits + "）"};
            text = random_.of(numbering) + std::string(random_.of(headings));
            if (random_.one_in(2)) return text;
            text += "。";
        }
        for (int sentences = random_.between(1, by(extent, 1, 4, 8, 30)); sentences > 0; --sentences) text += sentence(extent);
        if (wanted_.characters == Characters::any && random_.one_in(6)) text = std::string(random_.of({"  "sv, "\u3000\u3000"sv, "\t"sv, " "sv})) + text + "  ";
        if (wanted_.characters == Characters::any && random_.one_in(12)) text = std::string(random_.of(traps));
        return text;
    }

    std::string prose(Extent extent, bool numbered) {
        if (extent == Extent::tiny && random_.one_in(2)) return "无。";
        std::string text = paragraph(extent, numbered);
        for (int more = random_.below(by(extent, 1, 6, 14, 30)); more > 0; --more)
            text += std::string(random_.one_in(8) ? "\n\n" : "\n") + paragraph(extent, numbered);
        while (text.ends_with(' ')) text.pop_back();
        return text;
    }

    // ------------------------------------------------------------ tables

    /// A count that sums of a whole table leave within twelve digits.
    Amount count(Extent extent) {
        if (random_.one_in(extent == Extent::usual ? 2 : 4)) return {};
        return {random_.below(by(extent, 2, 60, 30'000, 1'000'000'000)), 0};
    }

    FilledForm empty(const Form& form) {
        FilledForm filled;
        filled.form = &form;
        filled.cells.resize(form.entries.size());
        if (random_.one_in(4)) filled.note = random_.one_in(3) ? sentence(Extent::usual) + "\n" + sentence(Extent::usual) : sentence(Extent::usual);
        return filled;
    }

    void remarks(FilledForm& filled) {
        constexpr std::string_view remarks[] = {"其中修订16件", "含自然失效 29 件", "（不含涉密）", "机构改革划入，见第六部分的说明"};
        if (!random_.one_in(3)) return;
        for (Cell& cell : filled.cells) {
            if (random_.one_in(8)) cell.remark = line(random_.of(remarks));
        }
    }

    FilledForm disclosure(const Form& form) {
        FilledForm filled = empty(form);
        const Extent size = extent();
        for (std::size_t i = 0; i < form.entries.size(); ++i) {
            Amount value = count(size);
            const Measure measure = form.entries[i].measure;
            if (measure == Measure::amount && random_.one_in(2)) value = {value.digits * 10'000 + random_.below(10'000), 4};
            if (measure == Measure::change && random_.one_in(2)) value.digits = -value.digits;
            filled.cells[i] = {value, {}, written(measure, value)};
            if (measure == Measure::money && random_.one_in(2)) filled.cells[i] = {{value.digits * 100, 0}, {}, Amount{value.digits, 2}.to_string() + "万元"};
        }
        for (const Equation& equation : form.equations) {
            Amount least{random_.below(3), 0};
            for (const Term& term : equation.right) {
                const Amount& value = filled.cells[static_cast<std::size_t>(term.entry)].value;
                least = term.sign > 0 ? least + value : least - value;
            }
            filled.cells[static_cast<std::size_t>(equation.left.front().entry)].value = least.digits < 0 ? Amount{} : least;
        }
        remarks(filled);
        return filled;
    }

    static bool total(const Form& form, std::size_t entry) {
        return std::any_of(form.equations.begin(), form.equations.end(),
                           [&](const Equation& equation) { return equation.computes && equation.left.front().entry == static_cast<int>(entry); });
    }

    FilledForm applications(const Form& form) {
        FilledForm filled = empty(form);
        const Extent size = extent();
        std::vector<bool> given(filled.cells.size(), true);
        const bool none = random_.one_in(4);
        for (std::size_t i = 0; i < filled.cells.size(); ++i) {
            given[i] = !total(form, i);
            if (given[i] && !none) filled.cells[i].value = count(size);
        }
        complete_totals(filled, given);
        // 一 + 二 = 三（七） + 四: what is carried in gives way, and what is received is the rest.
        for (const Equation& equation : form.equations) {
            if (equation.computes) continue;
            const auto cell = [&](const Term& term) -> Amount& { return filled.cells[static_cast<std::size_t>(term.entry)].value; };
            Amount out;
            for (const Term& term : equation.right) out = out + cell(term);
            Amount &received = cell(equation.left[0]), &carried_in = cell(equation.left[1]);
            if (compare(out, carried_in) < 0) carried_in = out;
            received = out - carried_in;
        }
        // Rows whose cells have changed are added up again.
        for (std::size_t i = 0; i < filled.cells.size(); ++i) given[i] = !total(form, i);
        complete_totals(filled, given);
        remarks(filled);
        return filled;
    }

    FilledForm disputes(const Form& form) {
        FilledForm filled = empty(form);
        const Extent size = random_.one_in(2) ? Extent::tiny : extent();
        std::vector<bool> given(filled.cells.size(), true);
        for (std::size_t i = 0; i < filled.cells.size(); ++i) {
            given[i] = !total(form, i);
            if (given[i]) filled.cells[i].value = count(size);
        }
        complete_totals(filled, given);
        return filled;
    }

    // ------------------------------------------------------------ the rest

    ProcessingFees fees() {
        ProcessingFees fees{count(Extent::usual), count(Extent::large), {}};
        fees.notified.digits *= 10;
        fees.collected = random_.one_in(2) ? fees.notified : Amount{fees.notified.digits * 50, 2};
        return fees;
    }

    void waivers(Report& report) {
        for (int i = random_.between(1, by(extent(), 1, 2, 10, 50)); i > 0; --i)
            report.waive.push_back({"T2-01", "disclosure.normative_documents", line("机构改革划入")});
    }

    void layout(Layout& layout) {
        const Length pitches[] = {28.0_pt, 28.5_pt, 29.123456_pt, Layout{}.pitch};
        layout.pitch = random_.of(pitches);
        if (random_.one_in(2)) layout.digits = Digits::han;
        if (random_.one_in(2)) layout.spacing = Spacing::quarter;
        layout.page_numbers = random_.of({PageNumbers::dash, PageNumbers::hyphen, PageNumbers::centred});
        layout.first_page_numbered = random_.one_in(2);
        layout.mirrored = random_.one_in(2);
        const Length table_sizes[] = {{}, 10.5_pt, 9.0_pt, 7.5_pt};
        layout.table_size = random_.of(table_sizes);
        layout.table_numbers = random_.of({TableNumbers::centred, TableNumbers::right});
        layout.wide_table = random_.of({WideTable::upright, WideTable::landscape});
    }

    void members(Report& report) {
        for (int i = random_.between(1, by(extent(), 1, 3, 20, 200)); i > 0; --i) {
            std::string sum;
            for (int k = 0; k < 64; ++k) sum += "0123456789abcdef"[random_.below(16)];
            report.members.push_back({agency(Extent::usual), line("单位 " + number(3) + ".yaml"), sum});
        }
    }

    Random random_;
    Generating wanted_;
};

}  // namespace

std::uint64_t Random::next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

Report generated_report(std::uint64_t number, const Generating& wanted) { return Writer(number, wanted).report(); }

}  // namespace nianbao
