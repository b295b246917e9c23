#include "county/letters/reader_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao::letters {

std::string tidy(std::string_view message) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto of_number = [&](char c) { return is_digit(c) || c == '%' || c == '('; };
    std::string text;
    for (std::size_t i = 0; i < message.size(); ++i) {
        if (message[i] == ' ' && i > 0 && i + 1 < message.size() &&
            (of_number(message[i - 1]) || of_number(message[i + 1])))
            continue;
        text += message[i];
    }
    for (const std::string_view bracket : {"(相差", "(多", "(少"}) {
        const std::size_t at = text.rfind(bracket);
        if (at == text.npos || text.back() != ')') continue;
        text.pop_back();
        text.replace(at, 1, "，");
    }
    return text;
}

namespace {

/// How the reader ends what it tells of a heading, and what a letter says instead.
struct HeadingWords {
    std::string_view ends, instead;
};
constexpr HeadingWords heading_words[] = {
    {"前面没有编号，按标题读了", "前面没有编号，请按格式写上"},
    {"像是标题，前面没有编号，按正文读了", "像是标题，前面没有编号，是标题的请写上编号"},
    {"是这里的第一个编号，前面的可能丢了", "是这里的第一个编号，前面的编号可能丢了，请补上"},
    {"之后，中间的编号可能丢了", "之后，中间的编号可能丢了，请补上"},
};

/// What was typed where a number belongs: “无”; or a yuan where the table has 万元.
std::string words_of_number(const Finding& finding) {
    constexpr std::string_view open = "“", not_zero = "”不是 0", yuan = "的单位是元",
                               read = "读作 ";
    const std::string& message = finding.message;
    if (finding.rule == "D-11" && message.ends_with(not_zero)) {
        const std::size_t from = message.rfind(open);
        if (from != message.npos)
            return fmt::format("填的是{}”，没有发生的请填0",
                               message.substr(from, message.size() - not_zero.size() - from));
    }
    if (finding.rule != "D-31" || message.find(yuan) == message.npos) return {};
    const std::size_t at = message.rfind(read);
    if (at == message.npos) return {};
    return tidy(message.substr(0, at) + "请填" + message.substr(at + read.size()));
}

/// True of a file that was not saved or sent to its end.
bool is_cut_off(const Finding& finding) {
    return (finding.rule == "D-01" && finding.message.starts_with("文件在一个字的中间断了")) ||
           (finding.rule == "D-10" && finding.message.starts_with("文件到这里就断了"));
}

std::string words_of_heading(std::string_view message) {
    const auto known =
        std::find_if(std::begin(heading_words), std::end(heading_words),
                     [&](const HeadingWords& own) { return message.ends_with(own.ends); });
    if (known == std::end(heading_words)) return {};
    const std::string_view heading = message.substr(0, message.size() - known->ends.size());
    return std::string(heading) + std::string(known->instead);
}

}  // namespace

std::string words_of_typed(const Finding& finding) {
    if (is_cut_off(finding)) return "文件不完整，后面的内容没有了，请核对后重新报送";
    if (finding.rule == "D-38") return words_of_heading(finding.message);
    if (finding.rule == "D-05" && finding.message.ends_with("全角冒号"))
        return "项目名后面用了全角冒号，请改为半角冒号";
    return words_of_number(finding);
}

}  // namespace nianbao::letters
