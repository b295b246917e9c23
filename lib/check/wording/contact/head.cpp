// W-25: what the introduction says otherwise than the head of the report does.
#include "check/rules.hpp"
#include "check/wording/contact/contact.hpp"
#include "check/wording/wording.hpp"
#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::wording {
namespace {

/// Characters that an address, or a number, is written in.
bool is_written_narrow(char32_t c) { return c > U' ' && c < 0x7F; }

std::u32string figures_in(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        if (is_any_digit(c)) out += U'0' + static_cast<char32_t>(digit_value(c));
    }
    return out;
}

int apart(std::u32string_view one, std::u32string_view other) {
    return edit_distance(to_utf8(one), to_utf8(other));
}

class Head {
public:
    Head(const Contact& contact, const FieldText& text, std::vector<Finding>& findings)
        : contact_(contact), text_(text), whole_(text.text), findings_(findings) {}

    void check() {
        phone();
        postcode();
        page();
        mail();
        street();
    }

private:
    void tell(std::size_t begin, std::size_t end, std::string_view what, const std::string& right) {
        // A number that is too short is told as that.
        const auto told = [&](const Finding& one) {
            return one.rule == "W-25" && one.where.field == text_.field &&
                   std::cmp_less(one.where.offset, end) &&
                   std::cmp_less(begin, one.where.offset + one.where.length);
        };
        if (std::any_of(findings_.begin(), findings_.end(), told)) return;
        const std::string said = to_utf8(whole_.substr(begin, end - begin));
        findings_.push_back(
            doubt_of("W-25", text_.span(begin, end),
                     fmt::format("引言的{}是“{}”，联系方式里是“{}”", what, said, right),
                     fmt::format("请核对{}", what), {{"found", said}, {"expected", right}}));
    }

    /// 0577-65553442 for 0577-65553422: a figure or two. Quite another number is another
    /// office's, and beside its own one the other is a second one.
    void phone() {
        constexpr std::size_t shortest = 7;
        constexpr int farthest = 2;
        const std::u32string own = figures_in(to_utf32(contact_.phone));
        if (own.size() < shortest || own.size() > 12) return;
        std::size_t begin = 0, end = 0;
        for (std::size_t place = 0; place < whole_.size(); ++place) {
            if (!is_any_digit(whole_[place]) || text_.in_address(place)) continue;
            std::size_t last = place;
            while (last < whole_.size() &&
                   (is_any_digit(whole_[last]) ||
                    (is_one_of(whole_[last], U"-—–－") && is_any_digit(at(whole_, last + 1)))))
                ++last;
            const std::u32string said = figures_in(whole_.substr(place, last - place));
            const std::size_t first = place;
            place = last;
            if (said.size() < shortest) continue;
            if (own.ends_with(said) || said.ends_with(own)) return;
            // Without the code of the place it is held against the end of the own one.
            const bool coded = said.size() + 2 > own.size() || said[0] == U'0';
            const std::u32string_view like =
                coded ? std::u32string_view(own)
                      : std::u32string_view(own).substr(own.size() - said.size());
            const std::size_t from = first > 10 ? first - 10 : 0;
            const auto before = whole_.substr(from, first - from);
            const std::size_t label = before.rfind(U"电话");
            if (label == before.npos || has_any(before, {U"传真", U"监督", U"举报", U"投诉"}) ||
                before.find_first_of(U"，。；、", label) != before.npos ||
                is_one_of(at(whole_, last), U"*×") || apart(said, like) > farthest)
                continue;
            begin = first;
            end = last;
        }
        if (end > begin) tell(begin, end, "电话", contact_.phone);
    }

    /// 邮编：410229 for 410299.
    void postcode() {
        const std::u32string own = figures_in(to_utf32(contact_.postcode));
        if (own.size() != 6 || has(whole_, own)) return;
        for (const std::u32string_view word : {U"邮编", U"邮政编码"}) {
            const std::size_t place = whole_.find(word);
            if (place == whole_.npos) continue;
            std::size_t begin = place + word.size();
            while (is_one_of(at(whole_, begin), U"：:为是 　")) ++begin;
            std::size_t end = begin;
            while (is_any_digit(at(whole_, end))) ++end;
            if (end - begin == 6) tell(begin, end, "邮政编码", contact_.postcode);
            return;
        }
    }

    /// http://rsj.anhe.gov.com: one that is nearly the head's. A site of another name is
    /// another's.
    void page() {
        constexpr int farthest = 2;
        const auto stem = [](std::u32string_view address) {
            for (const std::u32string_view start : {U"https://", U"http://", U"www."}) {
                if (address.starts_with(start)) address.remove_prefix(start.size());
            }
            while (!address.empty() && is_one_of(address.back(), U"/.,;")) address.remove_suffix(1);
            return std::u32string(address);
        };
        const std::u32string own = stem(to_utf32(contact_.url));
        const std::size_t first_dot = own.find(U'.');
        if (own.size() < 8 || first_dot == own.npos || has(whole_, own)) return;
        for (std::size_t place = whole_.find(U".gov"); place != whole_.npos;
             place = whole_.find(U".gov", place + 1)) {
            std::size_t begin = place, end = place;
            while (begin > 0 && is_written_narrow(whole_[begin - 1]) &&
                   !is_one_of(whole_[begin - 1], U"(,;"))
                --begin;
            while (end < whole_.size() && is_written_narrow(whole_[end]) &&
                   !is_one_of(whole_[end], U"),;"))
                ++end;
            const auto said = stem(whole_.substr(begin, end - begin));
            if (has(said, own) || has(own, said)) return;
            // mzj.yunxi.gov.cn beside fgj.yunxi.gov.cn: two offices of one place.
            const auto behind_dot = std::u32string_view(own).substr(first_dot);
            const bool other_office = said.ends_with(behind_dot);
            if (other_office || apart(said, own) > farthest) continue;
            tell(begin, end, "网址", contact_.url);
            return;
        }
    }

    /// yxnyj@163.com for yxnyj@126.com.
    void mail() {
        constexpr int farthest = 3;
        const std::u32string own = to_utf32(contact_.email);
        const std::size_t sign = whole_.find(U'@');
        if (own.size() < 6 || sign == whole_.npos || has(whole_, own)) return;
        std::size_t begin = sign, end = sign;
        while (begin > 0 && is_written_narrow(whole_[begin - 1]) &&
               !is_one_of(whole_[begin - 1], U"(,;:"))
            --begin;
        while (end < whole_.size() && is_written_narrow(whole_[end]) &&
               !is_one_of(whole_[end], U"),;"))
            ++end;
        const auto said = whole_.substr(begin, end - begin);
        if (apart(said, own) <= farthest) tell(begin, end, "电子邮箱", contact_.email);
    }

    /// 湖滨西路78号 for 湖滨西路77号; 湖宾西路77号.
    void street() {
        constexpr std::size_t longest = 20;
        const std::u32string own = without_blanks(to_utf32(contact_.address));
        const std::size_t number = own.find_first_of(U"0123456789");
        if (number == own.npos || number < 3 || at(own, number) == U'0') return;
        const std::size_t number_end = own.find_first_not_of(U"0123456789", number);
        if (number_end == own.npos || !is_one_of(own[number_end], U"号")) return;
        const auto name = std::u32string_view(own).substr(number - 3, 3);
        const auto whole_number = std::u32string_view(own).substr(number, number_end - number);
        for (std::size_t place = whole_.find(U"址"); place != whole_.npos;
             place = whole_.find(U"址", place + 1)) {
            if (at(whole_, place - 1) == U'网') continue;
            std::size_t begin = place + 1;
            while (is_one_of(at(whole_, begin), U"：:为是在 　")) ++begin;
            std::size_t figures = begin;
            while (figures < whole_.size() && figures - begin < longest && is_han(whole_[figures]))
                ++figures;
            std::size_t end = figures;
            while (is_any_digit(at(whole_, end))) ++end;
            if (end == figures || at(whole_, end) != U'号' || figures < begin + 3) continue;
            const auto said_name = whole_.substr(figures - 3, 3);
            const auto said_number = whole_.substr(figures, end - figures);
            const bool same_street = said_name == name, same_number = said_number == whole_number;
            if (same_street == same_number) continue;
            std::size_t differ = 0;
            for (std::size_t i = 0; i < 3; ++i) differ += said_name[i] != name[i] ? 1U : 0U;
            if (differ > 1) continue;
            tell(begin, end + 1, "地址", contact_.address);
            return;
        }
    }

    const Contact& contact_;
    const FieldText& text_;
    std::u32string_view whole_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_contact_head(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    if (report.contact) Head(*report.contact, prose.introduction, findings).check();
}

}  // namespace nianbao::wording
