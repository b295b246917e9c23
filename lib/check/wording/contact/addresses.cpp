// W-25: addresses that do not open, and mail that does not arrive.
#include "check/rules.hpp"
#include "check/wording/contact/contact.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace nianbao::wording {
namespace {

void tell_address(const FieldText& text, std::size_t begin, std::size_t end, std::string message,
                  std::string hint, std::vector<Finding>& findings) {
    findings.push_back(
        finding_of("W-25", text.span(begin, end), std::move(message), std::move(hint)));
}

/// “www.yunxi.gov,cn”, “http:/www…”, “www.yunxi.gov”: no address that opens.
void check_web_addresses(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const auto letter = std::find_if(whole.begin(), whole.end(), is_latin_letter);
    if (letter == whole.end()) return;
    // What is broken begins no more than two characters before the first letter.
    const auto from =
        static_cast<std::size_t>(std::max<std::ptrdiff_t>(letter - whole.begin() - 3, 0));
    constexpr std::u32string_view broken[] = {
        U"http//", U"http:/w", U"http:www", U"http;//", U"htttp",    U"https:/w", U"htp:",
        U"htps:",  U",gov",    U"https//",  U"wwww.",   U"www,",     U"www，",    U"www。",
        U"..gov",  U"gov..",   U"www..",    U"://.",    U"。gov.cn", U".gov。cn", U"govcn",
        U"（ww.",  U"(ww.",    U"//ww.",    U"：ww.",   U"gov.cn.",  U"/具体",    U"/填写"};
    for (const std::u32string_view words : broken) {
        const std::size_t place = whole.find(words, from);
        if (place == whole.npos) continue;
        tell_address(text, place, place + words.size(),
                     fmt::format("网址写得不完整：“{}”", to_utf8(words)), "请核对网址", findings);
        return;
    }
    // “http:/rsj”, “https;//”: what stands between is “://”, and nothing else.
    for (std::size_t place = whole.find(U"http", from); place != whole.npos;
         place = whole.find(U"http", place + 1)) {
        std::size_t mark = place + 4;
        if (at(whole, mark) == U's') ++mark;
        std::size_t end = mark;
        while (is_one_of(at(whole, end), U":;/\\：；／.,")) ++end;
        if (end == mark || whole.substr(mark, end - mark) == U"://" ||
            !(is_latin_letter(at(whole, end)) || is_any_digit(at(whole, end))))
            continue;
        tell_address(text, place, end,
                     fmt::format("网址写得不完整：“{}”", to_utf8(whole.substr(place, end - place))),
                     "请核对网址", findings);
        return;
    }
    // “www.kmsm”: no more than a name.
    for (std::size_t place = whole.find(U"www."); place != whole.npos;
         place = whole.find(U"www.", place + 1)) {
        std::size_t end = place + 4;
        while (is_latin_letter(at(whole, end)) || is_any_digit(at(whole, end)) ||
               at(whole, end) == U'-')
            ++end;
        if (end == place + 4 || is_one_of(at(whole, end), U".,，。、")) continue;
        tell_address(text, place, end,
                     fmt::format("网址写得不完整：“{}”", to_utf8(whole.substr(place, end - place))),
                     "政府网站的网址以“.gov.cn”结尾，请核对", findings);
        return;
    }
    for (std::size_t place = whole.find(U".gov"); place != whole.npos;
         place = whole.find(U".gov", place + 1)) {
        const std::size_t end = place + 4;
        const char32_t next = at(whole, end);
        const bool mark = is_one_of(next, U",，。、;；") && stands(whole, end + 1, U"cn");
        // “www.yunxi.gov.com”
        const bool elsewhere =
            next == U'.' && is_latin_letter(at(whole, end + 1)) && !stands(whole, end + 1, U"cn");
        const bool ends =
            next != U'.' && !is_latin_letter(next) && !is_any_digit(next) && next != U'-' && !mark;
        if (!mark && !ends && !elsewhere) continue;
        std::size_t begin = place;
        while (begin > 0 && whole[begin - 1] > U' ' && whole[begin - 1] < 0x7F &&
               !is_one_of(whole[begin - 1], U"(,;"))
            --begin;
        const std::size_t last = mark ? end + 3 : end;
        tell_address(
            text, begin, last,
            fmt::format("网址写得不完整：“{}”", to_utf8(whole.substr(begin, last - begin))),
            mark ? "“gov”与“cn”之间是“.”" : "政府网站的网址以“.gov.cn”结尾，请核对", findings);
    }
}

/// “邮箱：qpzjj163.com”: no mail address.
void check_mail(const FieldText& text, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text;
    const std::size_t named = whole.find(U"邮箱");
    if (named == whole.npos) return;
    std::size_t begin = named + 2;
    while (is_one_of(at(whole, begin), U"：:（(为是 　")) ++begin;
    std::size_t end = begin;
    while (end < whole.size() && whole[end] > U' ' && whole[end] < 0x7F &&
           !is_one_of(whole[end], U"(),;"))
        ++end;
    if (is_one_of(at(whole, end), U"＠@") && end > begin) {  // “yqyb2024＠163”
        ++end;
        while (end < whole.size() && whole[end] > U' ' && whole[end] < 0x7F &&
               !is_one_of(whole[end], U"(),;"))
            ++end;
    }
    const auto written = whole.substr(begin, end - begin);
    const std::size_t sign = written.find_first_of(U"@＠");
    if (sign != written.npos && sign > 1 && sign + 1 < written.size() &&
        !has_any(written.substr(sign), {U".", U"{", U"。", U"．"}) &&
        (at(whole, end) != U'。' || !is_latin_letter(at(whole, end + 1)))) {
        tell_address(text, begin, end, fmt::format("电子邮箱写得不完整：“{}”", to_utf8(written)),
                     "请核对电子邮箱", findings);
        return;
    }
    if (written.size() < 6 || !has(written, U".") || has_any(written, {U"@", U"＠", U"{", U"//"}))
        return;
    tell_address(text, begin, end, fmt::format("电子邮箱没有“@”：“{}”", to_utf8(written)),
                 "请核对电子邮箱", findings);
}

}  // namespace

void check_addresses(const FieldText& text, std::vector<Finding>& findings) {
    check_web_addresses(text, findings);
    check_mail(text, findings);
}

}  // namespace nianbao::wording
