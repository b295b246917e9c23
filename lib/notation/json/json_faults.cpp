#include "notation/json/json_faults.hpp"

#include "notation/values.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace nianbao::notation {
namespace {

std::size_t next_token(std::string_view text, std::size_t at) {
    const auto next = text.find_first_not_of(json_blanks, at);
    return next == text.npos ? text.size() : next;
}

/// The character there, as it is shown.
std::string character_at(std::string_view text, std::size_t at) {
    return shown(text.substr(at, decode_at(text, at).bytes));
}

JsonFault fault_at(std::size_t at, std::string message, std::string hint = {}) {
    return {static_cast<int>(at), std::move(message), std::move(hint)};
}

/// The end of the text, where a message stands better on its last character.
JsonFault ended(std::string_view text, std::string message) {
    const auto last = text.find_last_not_of(json_blanks);
    return fault_at(last == text.npos ? 0 : last, std::move(message));
}

JsonFault explain_key(std::string_view text, std::size_t at, bool after_comma) {
    if (at == text.size()) return ended(text, "文件到这里就完了，缺少“}”");
    if (text[at] == '}' && after_comma) return fault_at(at, "“}”前面多了一个逗号", "删去它");
    if (text[at] == ',') return fault_at(at, "多了一个逗号", "删去它");
    if (text[at] != '"')
        return fault_at(at, fmt::format("这里应是一个项目名，不能是“{}”", character_at(text, at)),
                        "项目名要写在半角双引号里");
    std::size_t i = at + 1;
    while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
    const std::size_t colon = next_token(text, std::min(i + 1, text.size()));
    return fault_at(at, "这个项目名后面缺少冒号",
                    text.substr(colon).starts_with("：") ? "把全角冒号“：”改成半角“:”"
                                                         : "写成 \"项目名\": 内容");
}

/// After a value: a comma or the closing bracket.
JsonFault explain_next(std::string_view text, std::size_t at, char closing) {
    if (at == text.size()) return ended(text, fmt::format("文件到这里就完了，缺少“{}”", closing));
    if (text.substr(at).starts_with("，")) return fault_at(at, "这里是全角逗号", "改成半角“,”");
    if (text[at] == '"' || text[at] == '{' || text[at] == '[')
        return fault_at(at, "前面缺少逗号", "每项之间写一个半角逗号");
    return fault_at(at,
                    fmt::format("这里应是“,”或“{}”，不能是“{}”", closing, character_at(text, at)));
}

}  // namespace

JsonFault explain(std::string_view text, std::size_t at, After after) {
    const std::size_t next = next_token(text, at);
    switch (after) {
        case After::brace:
            return explain_key(text, next, false);
        case After::member:
            if (next < text.size() && text[next] == ',')
                return explain_key(text, next_token(text, next + 1), true);
            return explain_next(text, next, '}');
        case After::element:
            return explain_next(text, next, ']');
        case After::colon:
            return fault_at(next, "冒号后面缺少一个值", "没有就写 0 或 \"\"");
        case After::bracket:
        case After::comma:
            break;
    }
    if (next == text.size()) return ended(text, "文件到这里就完了，缺少“]”");
    return fault_at(next, "这里缺少一个值",
                    text[next] == ']' ? "删去前面的逗号，或补上值" : "补上值，或删去逗号");
}

JsonFault find_broken_string(std::string_view text) {
    std::size_t quote = text.npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            quote = quote == text.npos ? i : text.npos;
        } else if (quote != text.npos && c == '\\') {
            ++i;
        } else if (quote != text.npos && (c == '\n' || c == '\r')) {
            return fault_at(quote, "这里的文字到行末还没有结束",
                            R"(补上右双引号；文字里换行写成 \n)");
        } else if (quote != text.npos && c == '\t') {
            return fault_at(i, "文字里有制表符", R"(写成 \t，或改成空格)");
        }
    }
    return quote == text.npos ? ended(text, "不合 JSON 语法")
                              : fault_at(quote, "这里的文字没有结束", "补上右双引号");
}

JsonFault find_unbalanced(std::string_view text) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i) i += text[i] == '\\' ? 1 : 0;
        } else if (c == '{' || c == '[') {
            open.push_back(i);
        } else if (c == '}' || c == ']') {
            if (text[open.back()] != (c == '}' ? '{' : '[')) {
                return fault_at(i, fmt::format("“{}”与前面的“{}”不成对", c, text[open.back()]));
            }
            open.pop_back();
            if (open.empty()) {
                const std::size_t rest = next_token(text, i + 1);
                return rest == text.size() ? ended(text, "不合 JSON 语法")
                                           : fault_at(rest, "最后的“}”后面还有内容", "删去它");
            }
        }
    }
    return fault_at(open.empty() ? 0 : open.back(),
                    fmt::format("这个“{}”没有结束", open.empty() ? '{' : text[open.back()]),
                    "补上与它成对的括号");
}

}  // namespace nianbao::notation
