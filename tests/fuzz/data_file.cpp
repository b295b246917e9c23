#include "fuzz/data_file.hpp"

#include "nianbao/form.hpp"
#include "report/fields.hpp"
#include "report/layout_settings.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::fuzz {
namespace {

/// What a byte stands for in a text: words that rules and typesetting look for, and the
/// characters they look at.
constexpr std::string_view words[] = {"某某局",
                                      "金乡县",
                                      "人民政府",
                                      "办公室",
                                      "镇",
                                      "街道",
                                      "2022年",
                                      "2023年",
                                      "2021年",
                                      "年度",
                                      "本年",
                                      "上年",
                                      "去年",
                                      "1月1日",
                                      "12月31日",
                                      "2023年1月",
                                      "政府信息公开",
                                      "主动公开",
                                      "依申请公开",
                                      "工作年度报告",
                                      "总体情况",
                                      "行政复议",
                                      "行政诉讼",
                                      "政府信息管理",
                                      "平台建设",
                                      "监督保障",
                                      "存在的主要问题",
                                      "改进情况",
                                      "其他需要报告的事项",
                                      "信息处理费",
                                      "《中华人民共和国政府信息公开条例》",
                                      "国办公开办函〔2021〕30号",
                                      "规章",
                                      "行政规范性文件",
                                      "行政许可",
                                      "行政处罚",
                                      "行政强制",
                                      "行政事业性收费",
                                      "申请",
                                      "收到",
                                      "新收",
                                      "结转",
                                      "办结",
                                      "答复",
                                      "予以公开",
                                      "部分公开",
                                      "不予公开",
                                      "无法提供",
                                      "不予处理",
                                      "其他处理",
                                      "结果维持",
                                      "结果纠正",
                                      "尚未审结",
                                      "自然人",
                                      "法人",
                                      "总计",
                                      "共",
                                      "全年",
                                      "累计",
                                      "发布",
                                      "收取",
                                      "较上年",
                                      "同比",
                                      "增长",
                                      "下降",
                                      "持平",
                                      "增加",
                                      "减少",
                                      "占",
                                      "其中",
                                      "分别",
                                      "0",
                                      "1",
                                      "2",
                                      "3",
                                      "5",
                                      "8",
                                      "10",
                                      "12",
                                      "100",
                                      "3119",
                                      "1,234",
                                      "12.5",
                                      "0.0",
                                      "99999999",
                                      "零",
                                      "一",
                                      "两",
                                      "三十",
                                      "百",
                                      "万",
                                      "亿",
                                      "件",
                                      "条",
                                      "次",
                                      "人",
                                      "期",
                                      "份",
                                      "元",
                                      "万元",
                                      "%",
                                      "％",
                                      "‰",
                                      "个百分点",
                                      "倍",
                                      "约",
                                      "余",
                                      "近",
                                      "，",
                                      "。",
                                      "、",
                                      "；",
                                      "：",
                                      "！",
                                      "？",
                                      "“",
                                      "”",
                                      "‘",
                                      "’",
                                      "（",
                                      "）",
                                      "《",
                                      "》",
                                      "〈",
                                      "〉",
                                      "〔",
                                      "〕",
                                      "——",
                                      "—",
                                      "……",
                                      "·",
                                      "～",
                                      "-",
                                      "+",
                                      "/",
                                      ".",
                                      ",",
                                      ":",
                                      ";",
                                      "(",
                                      ")",
                                      "[",
                                      "]",
                                      "\"",
                                      "'",
                                      " ",
                                      "　",
                                      "\n",
                                      "一、",
                                      "（一）",
                                      "1.",
                                      "（1）",
                                      "十一、",
                                      "①",
                                      "{{applications.received.total}}",
                                      "{{收到和处理政府信息公开申请情况.本年新收}}",
                                      "{{disputes.reconsideration.total}}",
                                      "{{",
                                      "}}",
                                      "{{{{",
                                      "{{x}}",
                                      "http://www.example.gov.cn/zwgk/",
                                      "https://",
                                      "www.",
                                      "zwgk@example.cn",
                                      "0537-6627771",
                                      "272200",
                                      "A",
                                      "b",
                                      "Internet",
                                      "Antidisestablishmentarianism",
                                      "的",
                                      "了",
                                      "不",
                                      "未",
                                      "无",
                                      "没有",
                                      "等",
                                      "及",
                                      "和",
                                      "与",
                                      "XX",
                                      "某",
                                      "待补充",
                                      "请填写",
                                      "XXX",
                                      "TODO",
                                      "附件",
                                      "如下",
                                      "见表",
                                      "统计期限",
                                      "截至",
                                      "特此报告",
                                      "本报告",
                                      "现将",
                                      "按照",
                                      "要求",
                                      "公布"};
constexpr int high = 0xE0;  // from here on a byte begins a character by its number
static_assert(std::size(words) < high);

class Bytes {
public:
    explicit Bytes(std::string_view bytes) : rest_(bytes) {}

    bool none() const { return rest_.empty(); }
    /// 0 where there is none left.
    int next() {
        if (rest_.empty()) return 0;
        const int byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return byte;
    }
    template <class Choices>
    const auto& of(const Choices& choices) {
        return choices[static_cast<std::size_t>(next()) % std::size(choices)];
    }

    /// Up to the next zero byte.
    std::string text() {
        std::string text;
        for (int byte = next(); byte != 0; byte = next()) {
            if (byte <= static_cast<int>(std::size(words))) {
                text += words[byte - 1];
            } else if (byte >= high) {
                char32_t character = static_cast<char32_t>(next()) << 8;
                character |= static_cast<char32_t>(next());
                if (byte >= 0xF8)
                    character = (character << 8 | static_cast<char32_t>(next())) % 0x110000;
                if (character < 0xD800 || character > 0xDFFF) append_utf8(text, character);
            } else {
                text.append(static_cast<std::size_t>(byte) - std::size(words), '9');
            }
        }
        return text;
    }

private:
    std::string_view rest_;
};

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

class Writer {
public:
    explicit Writer(std::string_view bytes) : bytes_(bytes) {}

    std::string file() {
        const int year = 2019 + bytes_.next() % 8;
        parts_ = bytes_.next();
        member("year", std::to_string(year));
        member("kind", quoted(bytes_.of(kinds).key));
        if (part(0)) layout();
        for (const Form* form : edition_for(year)->forms) table(*form);
        if (part(1)) member("published", quoted(date(year)));
        if (part(2)) member("signature", fmt::format("{{\"date\": {}}}", quoted(date(year))));
        if (part(3)) {
            const std::string notices = number(Measure::count), notified = number(Measure::amount),
                              collected = number(Measure::amount);
            member("processing_fees",
                   fmt::format("{{\"notices\": {}, \"notified\": {}, \"collected\": {}}}", notices,
                               notified, collected));
        }
        texts();
        return "{" + out_ + "}";
    }

private:
    bool part(int number) const { return (parts_ >> number & 1) != 0; }

    void member(std::string_view key, const std::string& value) {
        out_ += fmt::format("{}\"{}\": {}", out_.empty() ? "" : ", ", key, value);
    }

    void layout() {
        std::string settings;
        for (const LayoutSetting& setting : layout_settings()) {
            const std::string value = setting.values.empty()
                                          ? fmt::format("28.{}", bytes_.next() % 10)
                                          : std::string(bytes_.of(setting.values).key);
            settings +=
                fmt::format("{}\"{}\": \"{}\"", settings.empty() ? "" : ", ", setting.key, value);
        }
        member("layout", "{" + settings + "}");
    }

    std::string date(int year) {
        const int after = bytes_.next() % 4, month = 1 + bytes_.next() % 12,
                  day = 1 + bytes_.next() % 28;
        return fmt::format("{}-{:02}-{:02}", year + after, month, day);
    }

    std::string number(Measure measure) {
        const int kind = bytes_.next();
        std::string digits = kind % 4 == 0 ? "0" : std::to_string(bytes_.next());
        if (kind % 4 == 3) digits.append(static_cast<std::size_t>(kind / 4 % 11), '9');
        if (measure == Measure::amount && kind >= 128)
            digits += fmt::format(".{:06}", bytes_.next());
        if (measure == Measure::change && digits != "0")
            return quoted((kind >= 128 ? "-" : "+") + digits);
        if (measure == Measure::money) return quoted(digits + (kind >= 128 ? "万元" : "元"));
        return digits;
    }

    /// Cells by a mask of bits: with none given, all are zero.
    void table(const Form& form) {
        const int given = bytes_.next();
        mask_ = 0;
        out_ += fmt::format(", \"{}\": {{\"unlisted\": 0", form.key);
        if (given != 0) members(form, -1, given);
        out_ += "}";
    }

    void members(const Form& form, int parent, int given) {
        for (int field = 0; field < static_cast<int>(form.fields.size()); ++field) {
            if (form.fields[static_cast<std::size_t>(field)].parent != parent) continue;
            const int entry = entry_of(form, field);
            if (entry >= 0 && (given >> (mask_++ % 8) & 1) == 0) continue;
            if (!out_.ends_with('{')) out_ += ", ";
            out_ += fmt::format("\"{}\": ", form.fields[static_cast<std::size_t>(field)].key);
            if (entry >= 0) {
                out_ += number(form.entries[static_cast<std::size_t>(entry)].measure);
            } else {
                out_ += '{';
                members(form, field, given);
                out_ += '}';
            }
        }
    }

    void texts() {
        for (std::string_view key : {"agency", "introduction", "overview", "problems", "other"}) {
            const std::string text = bytes_.text();
            member(key, quoted(text.empty() ? "无" : text));
        }
        if (part(4)) member("title", quoted(bytes_.text()));
        if (part(5)) {
            const std::string office = quoted(bytes_.text()), phone = quoted(bytes_.text()),
                              url = quoted(bytes_.text());
            member("contact", fmt::format("{{\"office\": {}, \"phone\": {}, \"url\": {}}}", office,
                                          phone, url));
        }
        if (part(6))
            member("waive",
                   fmt::format(
                       "[{{\"rule\": \"T3-01\", \"field\": \"applications\", \"reason\": {}}}]",
                       quoted(bytes_.text())));
        for (std::string_view key :
             {"disclosure", "applications", "disputes"}) {  // what is written below the tables
            const std::string text = bytes_.none() ? "" : bytes_.text();
            const std::string begin = fmt::format("\"{}\": {{", key);
            if (!text.empty())
                out_.insert(out_.find(begin) + begin.size(), "\"note\": " + quoted(text) + ", ");
        }
    }

    Bytes bytes_;
    std::string out_;
    int parts_ = 0;
    int mask_ = 0;
};

}  // namespace

std::string data_file(std::string_view bytes) { return Writer(bytes).file(); }

}  // namespace nianbao::fuzz
