#include "county/letters/return_letter.hpp"

#include "county/letters/line_words.hpp"
#include "docx/write.hpp"
#include "nianbao/layout.hpp"
#include "text/han_number.hpp"
#include "text/names/name_breaks.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace nianbao {
namespace {

constexpr std::size_t most_advice = 5;
constexpr int longest_message = 500;

/// A level of findings as letters call it. `asks`: with {} for how many.
struct Level {
    Severity severity;
    std::string_view heading, asks, short_asks;
};
constexpr Level levels[] = {
    {Severity::error, "须修改", "需修改{}处", "请改{}处"},
    {Severity::warning, "请核实", "请核实{}处", "请核实{}处"},
    {Severity::advice, "建议完善", "建议完善{}处", "建议完善{}处"},
};

std::string_view you(const Profile& profile) {
    return profile.address == Address::polite ? "贵单位" : "你单位";
}

/// What is asked of an office, level by level.
struct Asked {
    std::array<std::vector<std::string>, std::size(levels)> lines;

    explicit Asked(const Office& office) {
        const Report* report = office.report ? &*office.report : nullptr;
        for (std::size_t i = 0; i < std::size(levels); ++i) {
            lines[i] = letters::lines_for(office.findings, levels[i].severity, report);
            if (levels[i].severity == Severity::advice && lines[i].size() > most_advice)
                lines[i].resize(most_advice);
        }
    }
    /// “需修改2处、请核实1处”.
    std::string counts() const {
        std::string text;
        for (std::size_t i = 0; i < std::size(levels); ++i) {
            if (lines[i].empty()) continue;
            text += (text.empty() ? "" : "、");
            text += fmt::format(fmt::runtime(levels[i].asks), lines[i].size());
        }
        return text;
    }
};

/// What is to be done by a day. What is only to be verified may well be right.
struct ToDo {
    std::string_view letter, message;
};
constexpr ToDo to_mend{"修改后重新报送", "重报"},
    to_verify{"核实，有误的修改后重新报送，无误的回复说明", "核实，有误的重报，无误的回复说明"};

const ToDo& to_do(const Asked& asked) { return asked.lines.front().empty() ? to_verify : to_mend; }

Inline inline_of(const std::string& text) { return {{Text{to_utf32(text), {}}}, {}}; }

Block paragraph_of(const std::string& text) { return Paragraph{inline_of(text)}; }

std::string report_name(const Office& office, const DeskHead& head) {
    return fmt::format("{}{}年政府信息公开工作年度报告", office.row.office.name, head.year);
}

/// “请于1月18日17:00前”, or “请尽快”.
std::string by_when(const Office& office, const Profile& profile) {
    const std::optional<Moment>& due = office.row.due ? office.row.due : profile.correction;
    const std::string when = due ? moment_text(*due) : std::string();
    return when.empty() ? "请尽快" : fmt::format("请于{}前", when);
}

/// “（文件：年报.docx，收到日期：1月12日）”.
std::string what_came(const Office& office) {
    std::string text;
    if (!office.row.chosen.empty())
        text = "文件：" + office.row.chosen.substr(office.row.chosen.rfind('/') + 1);
    // Of a later draft it is the day on which that came.
    const std::optional<Moment>& came = office.row.returns > 1 && office.row.received_draft
                                            ? office.row.received_draft
                                            : office.row.received;
    if (came)
        text += fmt::format("{}收到日期：{}月{}日", text.empty() ? "" : "，", came->date.month,
                            came->date.day);
    return text.empty() ? text : fmt::format("（{}）", text);
}

Section section_of(int number, std::string_view name, const std::vector<std::string>& lines) {
    Section section;
    section.heading = Heading{1, 2, inline_of(fmt::format("{}、{}", han_number(number), name))};
    List list;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Inline item;
        item.texts = {Text{to_utf32(fmt::format("{}.", i + 1)), {}, TextRole::label},
                      Text{to_utf32(lines[i] + "。"), {}}};
        list.items.push_back({std::move(item), 0, {}});
    }
    section.blocks.emplace_back(std::move(list));
    return section;
}

std::string contact_line(const Profile& profile) {
    std::string text;
    if (!profile.contact.empty()) text = "联系人：" + profile.contact;
    if (!profile.phone.empty()) text += (text.empty() ? "电话：" : "，电话：") + profile.phone;
    return text.empty() ? text : text + "。";
}

/// ① to ⑳, then （21）.
std::string circled(int number) {
    constexpr int most = 20;
    std::string text;
    if (number > most) return fmt::format("（{}）", number);
    append_utf8(text, static_cast<char32_t>(U'①' + number - 1));
    return text;
}

/// The message with the first so many lines of all levels.
std::string message_with(const Asked& asked, std::size_t shown, const std::string& begin,
                         const std::string& end) {
    std::string text = begin;
    int number = 0;
    for (std::size_t i = 0; i < std::size(levels); ++i) {
        if (asked.lines[i].empty()) continue;
        text += number == 0 ? "" : "；";
        text += fmt::format(fmt::runtime(levels[i].short_asks), asked.lines[i].size());
        std::string items;
        for (const std::string& line : asked.lines[i]) {
            if (shown-- == 0) {
                ++shown;
                items += items.empty() ? "" : "等";
                break;
            }
            items += (items.empty() ? "" : "；") + circled(++number) + line;
        }
        if (!items.empty()) text += "：" + items;
        else if (number == 0) number = 1;
    }
    return text + "。" + end;
}

}  // namespace

ReturnLetter return_letter(const Office& office, const Profile& profile, const DeskHead& head) {
    const Asked asked(office);
    const std::string& name = office.row.office.name;
    ReturnLetter letter;
    letter.addressee = inline_of(name + "：");
    Document& document = letter.document;
    document.metadata.title = fmt::format("关于{}的审核修改意见", report_name(office, head));
    document.metadata.author = profile.office;
    document.metadata.date = head.now.date;
    document.title = inline_of(document.metadata.title);
    document.title.breaks = title_breaks(document.title.texts.front().text, to_utf32(name));
    Section opening;
    opening.blocks.push_back(paragraph_of(fmt::format(
        "{}报送的《{}》{}收悉。经审核，{}，{}{}。", you(profile), report_name(office, head),
        what_came(office), asked.counts(), by_when(office, profile), to_do(asked).letter)));
    document.sections.push_back(std::move(opening));
    int number = 0;
    for (std::size_t i = 0; i < std::size(levels); ++i) {
        if (!asked.lines[i].empty())
            document.sections.push_back(section_of(++number, levels[i].heading, asked.lines[i]));
    }
    if (const std::string contact = contact_line(profile); !contact.empty())
        document.sections.back().blocks.push_back(paragraph_of(contact));
    const Date& day = head.now.date;
    if (!profile.office.empty() && day.month > 0)
        document.signature =
            SignatureLines{inline_of(profile.office),
                           inline_of(fmt::format("{}年{}月{}日", day.year, day.month, day.day))};
    return letter;
}

std::string return_file(const Office& office, const Profile& profile, const DeskHead& head) {
    const ReturnLetter letter = return_letter(office, profile, head);
    return write_letter(letter.document, letter.addressee, Layout());
}

std::string return_message(const Office& office, const Profile& profile) {
    const Asked asked(office);
    const std::string begin = office.row.office.name + "：年报收悉，",
                      end = fmt::format("{}{}，详见附件。", by_when(office, profile),
                                        to_do(asked).message);
    std::size_t shown = 0;
    for (const std::vector<std::string>& lines : asked.lines) shown += lines.size();
    std::string text = message_with(asked, shown, begin, end);
    while (shown > 0 && count_characters(text) > longest_message)
        text = message_with(asked, --shown, begin, end);
    return text;
}

}  // namespace nianbao
