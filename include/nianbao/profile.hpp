// 本地要求: what one place asks of its offices beyond the official form, as data.
#pragma once

#include "nianbao/finding.hpp"
#include "nianbao/report.hpp"
#include "nianbao/source.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] nianbao {

/// A day, or an hour of it: “1月18日17:00”. Local time of the place.
struct Moment {
    Date date;
    int hour = -1;  // -1: the day as a whole, that is until its end
    int minute = 0;

    bool operator==(const Moment&) const = default;
};

/// “1月18日17:00”, “1月18日”; empty if there is no date (month 0).
[[nodiscard]] std::string moment_text(const Moment& moment);

/// A fact that must stand in the text: 公报期数. One of the words shows it.
struct RequiredFact {
    std::string name;
    std::vector<std::string> words;
    Severity level = Severity::warning;  // error: 须修改; warning: 请核实; advice: 建议完善
    bool counted = false;                // a number must stand beside the word

    bool operator==(const RequiredFact&) const = default;
};

/// Figures that another office keeps: the justice bureau's list of 规范性文件. A sheet or
/// CSV with 单位全称 in one column, and columns that are headed by cells of the form.
struct ComparedList {
    std::string name;
    std::filesystem::path file;
    Severity level = Severity::warning;

    bool operator==(const ComparedList&) const = default;
};

/// 你单位 or 贵单位: how a return speaks to an office.
enum class Address { plain, polite };

struct Profile {
    std::string county;   // 县名 as in heads: “云溪县”
    std::string office;   // 落款 of what is sent out: “云溪县政务公开办公室”
    std::string contact;  // 联系人 of that office, and 电话
    std::string phone;
    Address address = Address::plain;

    std::optional<Moment> submission;        // 报送截止: what comes later is 逾期报送
    std::optional<Moment> correction;        // 整改期限: by when returned reports come again
    std::optional<Date> publication;         // 公布期限 of the offices
    std::optional<Date> county_publication;  // of the county's own report
    int longest_overview = 0;                // characters of 总体情况; 0: no limit
    std::vector<RequiredFact> facts;         // that must stand in the text
    std::vector<std::string> names;          // institutions and documents: CheckOptions::names
    std::vector<std::string> disabled;       // codes of rules that are not asked here
    std::vector<ComparedList> compared;      // lists to compare with
    std::string converter;                   // a command that makes .docx of .doc; empty: none

    bool operator==(const Profile&) const = default;
};

}  // namespace nianbao
