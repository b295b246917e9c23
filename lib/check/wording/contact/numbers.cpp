#include "check/rules.hpp"
#include "check/wording/contact/contact.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace nianbao::wording {
namespace {

constexpr int parts_of_the_form = 6;
constexpr std::size_t figures_of_a_postcode = 6;

void tell(const FieldText& text, std::size_t begin, std::size_t end, std::string message,
          std::string hint, std::vector<Finding>& findings) {
    findings.push_back(
        finding_of("W-25", text.span(begin, end), std::move(message), std::move(hint)));
}

std::size_t end_of_figures(std::u32string_view text, std::size_t place) {
    while (place < text.size() && is_any_digit(text[place])) ++place;
    return place;
}

/// A cell reference stands as noughts (FieldText).
bool is_reference(std::u32string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin).find_first_not_of(U'0') == text.npos;
}

/// “由五个部分组成”: the form has six.
void check_parts_named(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const auto next = [&](std::size_t from) {
        std::size_t place = whole.find_first_of(U"部方", from);
        while (place != whole.npos && !stands(whole, place, U"部分") &&
               !stands(whole, place, U"方面"))
            place = whole.find_first_of(U"部方", place + 1);
        return place;
    };
    for (std::size_t place = next(0); place != whole.npos; place = next(place + 1)) {
        std::size_t end = place;
        while (end > 0 && (is_one_of(whole[end - 1], U"个大") || is_blank(whole[end - 1]))) --end;
        std::size_t begin = end;
        while (begin > 0 &&
               (is_any_digit(whole[begin - 1]) || small_numerals.has(whole[begin - 1])))
            --begin;
        if (begin == end || end - begin > 2 || is_one_of(at(whole, begin - 1), U"第前后各每这有"))
            continue;
        const auto said = whole.substr(begin, end - begin);
        int number = chinese_number(said);
        if (number == 0 && is_any_digit(said.front())) {
            Scanner scanner{said, 0};
            number = scanner.number(2).value_or(0);
        }
        // “从五个方面”: only of all that the form has.
        const bool of_form =
            whole[place] == U'部' || has(sentence_around(whole, place).of(whole), U"其他需要报告");
        if (number < 2 || number == parts_of_the_form || !of_form ||
            !has_any(sentence_around(whole, place).of(whole),
                     {U"报告", U"组成", U"包括", U"包含", U"全文", U"构成", U"共", U"分为"}))
            continue;
        tell(text, begin, place + 2,
             fmt::format("引言说报告有{}个{}，格式规定的是六个部分", number,
                         to_utf8(whole.substr(place, 2))),
             "请核对引言所列的各部分", findings);
        return;
    }
}

/// “总体情况、主动公开…、收到和处理…、复议诉讼…、其他…六个部分”: five are named.
void check_parts_listed(const FieldText& text, std::vector<Finding>& findings) {
    struct Part {
        std::u32string_view sign;
        std::string_view name;
    };
    constexpr Part parts[] = {{U"总体情况", "总体情况"},
                              {U"主动公开", "主动公开政府信息情况"},
                              {U"收到和处理", "收到和处理政府信息公开申请情况"},
                              {U"复议", "政府信息公开行政复议、行政诉讼情况"},
                              {U"问题", "存在的主要问题及改进情况"},
                              {U"其他需要", "其他需要报告的事项"}};
    const std::u32string_view whole = text.text;
    for (const std::u32string_view six : {U"六部分", U"六个部分", U"6部分", U"6个部分"}) {
        const std::size_t place = whole.find(six);
        if (place == whole.npos) continue;
        const std::size_t line = whole.rfind(U'\n', place);
        const std::size_t end = std::min(whole.find_first_of(U"。\n", place), whole.size());
        std::size_t begin = line == whole.npos ? 0 : line + 1;
        const std::size_t stop = whole.rfind(U'。', place);
        if (stop != whole.npos) begin = std::max(begin, stop + 1);
        const auto list = whole.substr(begin, end - begin);
        const Part* missing = nullptr;
        int count = 0;
        for (const Part& part : parts) {
            if (has(list, part.sign)) ++count;
            else missing = &part;
        }
        if (count != parts_of_the_form - 1) return;
        tell(text, place, place + six.size(),
             fmt::format("引言说报告有六个部分，列出的没有“{}”", missing->name),
             "请核对引言所列的各部分", findings);
        return;
    }
}

/// “邮编：27470”
void check_postcode(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    for (const std::u32string_view word : {U"邮编", U"邮政编码"}) {
        for (std::size_t place = whole.find(word); place != whole.npos;
             place = whole.find(word, place + 1)) {
            std::size_t begin = place + word.size();
            while (is_one_of(at(whole, begin), U"：:为是 　")) ++begin;
            const std::size_t end = end_of_figures(whole, begin);
            if (end == begin || end - begin == figures_of_a_postcode ||
                is_reference(whole, begin, end))
                continue;
            tell(text, begin, end, fmt::format("邮政编码有{}位，应是6位", end - begin),
                 "请核对邮政编码", findings);
        }
    }
}

/// Lengths of a number that is dialled as it stands: 110, 12345, 6120018, 65121234,
/// 4008208820, with the code of the place 11 or 12.
bool is_whole_number(std::size_t figures) {
    return figures == 3 || figures == 5 || figures == 7 || figures == 8 ||
           (figures >= 10 && figures <= 12);
}

/// 010 and 02x have eight figures behind them everywhere.
bool has_eight_figures(std::u32string_view code) { return code.size() == 3; }

/// A number of a place whose others are longer or shorter: one of them is wrong.
struct Dialled {
    std::u32string code;
    std::size_t figures = 0;
};

/// “0530－6120055”: whoever copies it cannot dial it.
void check_width(const FieldText& text, std::size_t begin, std::size_t end,
                 std::vector<Finding>& findings) {
    const auto number = std::u32string_view(text.text).substr(begin, end - begin);
    std::u32string narrow;
    for (char32_t c : number) {
        const bool wide = c == U'－' || (c >= U'０' && c <= U'９');
        narrow += wide ? c - U'０' + U'0' : c;
    }
    if (narrow == number) return;
    tell(text, begin, end, fmt::format("电话号码“{}”里有全角的数字或者横线", to_utf8(number)),
         fmt::format("改成半角：{}", to_utf8(narrow)), findings);
}

/// “0763-”, “0746-5558310转；”: the number that was to follow is missing. Where it ends;
/// 0: it is whole.
std::size_t cut_off(std::u32string_view text, std::size_t begin) {
    std::size_t end = end_of_figures(text, begin);
    while (is_one_of(at(text, end), U"-—–－") && is_any_digit(at(text, end + 1)))
        end = end_of_figures(text, end + 1);
    const char32_t last = at(text, end), next = at(text, end + 1);
    const bool goes_on = is_any_digit(next) || is_latin_letter(next) || is_han(next) ||
                         is_one_of(next, U"（({*-—–－ ");
    return is_one_of(last, U"-—–－转") && !goes_on ? end + 1 : 0;
}

/// “电话：0530-612001”: a figure is missing, or there is one too many.
void check_phones(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    std::vector<Dialled> seen;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (whole[place] != U'电' && whole[place] != U'传') continue;
        if (!stands(whole, place, U"电话") && !stands(whole, place, U"传真")) continue;
        std::size_t begin = place + 2;
        while (is_one_of(at(whole, begin), U"：:（(为是 　")) ++begin;
        if (is_one_of(at(whole, begin), U"OoＯ") && is_any_digit(at(whole, begin + 1))) {
            tell(text, begin, begin + 1,
                 fmt::format("电话号码里有字母“{}”", to_utf8(whole.substr(begin, 1))),
                 "应是数字“0”", findings);
            continue;
        }
        std::size_t end = end_of_figures(whole, begin);
        if (end == begin) continue;
        const std::size_t first = end - begin;
        if (const std::size_t cut = cut_off(whole, begin)) {
            tell(text, begin, cut,
                 fmt::format("电话号码写得不完整：“{}”", to_utf8(whole.substr(begin, cut - begin))),
                 "请补上后面的号码", findings);
            continue;
        }
        const bool coded = whole[begin] == U'0' && (first == 3 || first == 4);
        std::size_t local = end;
        while (is_one_of(at(whole, local), U"）)-—–－ ")) ++local;
        if (coded && local > end && is_any_digit(at(whole, local))) {
            end = end_of_figures(whole, local);
            const std::size_t figures = end - local;
            const std::u32string code(whole.substr(begin, first));
            const auto known = std::find_if(seen.begin(), seen.end(), [&](const Dialled& other) {
                return other.code == code && other.figures != figures;
            });
            // 0530-12345, 0530-96588: what is dialled in a whole province.
            const bool service = figures == 5 && is_one_of(at(whole, local), U"19１９");
            const bool plausible = figures == 7 || figures == 8 || service;
            if (plausible && !service && known != seen.end()) {
                tell(
                    text, begin, end,
                    fmt::format("电话号码“{}”区号后面有{}位，同一区号的另一个号码有{}位",
                                to_utf8(whole.substr(begin, end - begin)), figures, known->figures),
                    "请核对两个电话号码", findings);
                continue;
            }
            if (plausible && !service) seen.push_back({code, figures});
            if (figures == 7 && has_eight_figures(code)) {
                tell(text, begin, end,
                     fmt::format("电话号码“{}”区号后面有7位，这一区号的号码是8位",
                                 to_utf8(whole.substr(begin, end - begin))),
                     "请核对电话号码", findings);
                continue;
            }
            if (plausible) {
                check_width(text, begin, end, findings);
                continue;
            }
            tell(text, begin, end,
                 fmt::format("电话号码“{}”区号后面有{}位，应是7位或8位",
                             to_utf8(whole.substr(begin, end - begin)), figures),
                 "请核对电话号码", findings);
            continue;
        }
        // “6121166 8”: one figure by itself is no number.
        if (first >= 6 && is_blank(at(whole, end)) && is_any_digit(at(whole, end + 1)) &&
            !is_any_digit(at(whole, end + 2)) && !is_latin_letter(at(whole, end + 2))) {
            tell(text, begin, end + 2,
                 fmt::format("电话号码“{}”中间有空格",
                             to_utf8(whole.substr(begin, end + 2 - begin))),
                 "请核对电话号码，可能多了一位", findings);
            continue;
        }
        // “05306121”: with the code, and too short for it
        if ((first == 7 || first == 8 || first == 9) && is_one_of(whole[begin], U"0０") &&
            !is_one_of(at(whole, end), U"-—–－*{ ") && !is_reference(whole, begin, end)) {
            tell(text, begin, end,
                 fmt::format("电话号码“{}”连区号只有{}位，应是11位或12位",
                             to_utf8(whole.substr(begin, first)), first),
                 "请核对电话号码，可能少了几位", findings);
            continue;
        }
        // “0530612116”: code and number in one, of which the shortest is 010 and eight.
        if (first == 10 && is_one_of(whole[begin], U"0０")) {
            tell(text, begin, end,
                 fmt::format("电话号码“{}”连区号有10位，应是11位或12位",
                             to_utf8(whole.substr(begin, first))),
                 "请核对电话号码", findings);
            continue;
        }
        // “09306219”: the code and what is left of the number.
        if (first >= 7 && first <= 9 && whole[begin] == U'0' && !is_reference(whole, begin, end) &&
            !is_one_of(at(whole, end), U"-—–－*{ ")) {
            tell(text, begin, end,
                 fmt::format("电话号码“{}”连区号有{}位，应是11位或12位",
                             to_utf8(whole.substr(begin, first)), first),
                 "请核对电话号码", findings);
            continue;
        }
        // “400-820-8820”, a number that is masked or goes on
        if (is_reference(whole, begin, end) || is_whole_number(first) ||
            is_one_of(at(whole, end), U"-—–－*{ ") || first < 6)
            continue;
        tell(text, begin, end,
             fmt::format("电话号码“{}”有{}位", to_utf8(whole.substr(begin, first)), first),
             "请核对电话号码，可能多了或者少了一位", findings);
    }
}

}  // namespace

void check_contact(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    if (report.contact) {
        const FieldText phone = field_text("contact.phone", report.contact->phone);
        check_width(phone, 0, phone.text.size(), findings);
    }
    check_parts_named(prose.introduction, findings);
    check_parts_listed(prose.introduction, findings);
    check_postcode(prose.introduction, findings);
    check_phones(prose.introduction, findings);
    check_addresses(prose.introduction, findings);
    check_contact_head(report, prose, findings);
}

}  // namespace nianbao::wording
