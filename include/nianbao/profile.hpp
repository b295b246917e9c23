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

/// What another office's list says of an office: “行政规范性文件现行有效件数 8”.
struct AgreedCount {
    std::string office, field;  // “disclosure.normative_documents.in_force”
    Amount value;

    bool operator==(const AgreedCount&) const = default;
};

/// 你单位 or 贵单位: how a return speaks to an office.
enum class Address { plain, polite };

struct Profile {
    std::string county;   // 县名 as in heads: “云溪县”
    std::string agency;   // 汇总单位 of the county's report: “云溪县人民政府”
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
    /// 转换命令 for old files: only data, run by who puts it into CollectOptions::converter.
    std::string converter;
    /// 规章 and 规范性文件 as the justice bureau has them: 核对清单, a sheet or CSV.
    std::vector<AgreedCount> agreed;

    bool operator==(const Profile&) const = default;
};

/// A profile, and what is wrong with it.
struct ReadProfile {
    Profile profile;
    std::vector<Finding> findings = {};  // L-11 to L-14, each with its place
    Source source = {};                  // for the lines that they are about

    /// Reads a profile from YAML or JSON. `year`: of the reports, for dates without a
    /// year. A list that it names lies beside it. What is wrong is told, and the rest is
    /// taken. Throws Failure if the file cannot be read.
    [[nodiscard]] static ReadProfile read(const std::filesystem::path& file, int year);
};

}  // namespace nianbao
