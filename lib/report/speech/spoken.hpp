// Fields as the people of a file call them.
#pragma once

#include "nianbao/report.hpp"
#include "nianbao/speech.hpp"

#include <string>
#include <string_view>

namespace nianbao {

/// True of files in which people see no keys, and can write no references and waivers.
constexpr bool has_no_keys(Speech speech) {
    return speech == Speech::cells || speech == Speech::article;
}

/// A path of English keys in Chinese ones: “收到和处理政府信息公开申请情况.本年新收.总计”. What
/// is no key stays as it is, such as the number of an element. `edition`: of the tables;
/// null: the newest.
std::string chinese_path(const Edition* edition, std::string_view path);

/// A field as a message names it within a sentence: “disclosure.licences”, “主动公开政府信息
/// 情况.行政许可”, without the quotation marks; of a workbook “主动公开”里的“行政许可”, of an
/// article 表中的“行政许可”.
std::string spoken(const Edition* edition, std::string_view path, Speech speech);

/// A group or an element of a list: “contact”, “waive.0”; “联系方式”, “豁免”第 1 条, with the
/// marks.
std::string spoken_group(const Edition* edition, std::string_view path, Speech speech);

/// One key by both of its names: licences (行政许可) in an English file, else 行政许可.
std::string spoken_key(const Field& field, Speech speech);

}  // namespace nianbao
