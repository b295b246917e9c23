#include "check/wording/documents.hpp"

#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/edit_distance.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::wording {
namespace {

constexpr std::size_t longest_title = 60;
constexpr std::size_t shortest_title = 5;  // shorter ones have too many neighbours
constexpr std::size_t long_title = 12;     // of so many characters two may be wrong
constexpr std::u32string_view state = U"中华人民共和国";

/// A title between 《 and 》, or 〈 and 〉 within one: code points [begin, end).
struct Title {
    std::size_t begin = 0, end = 0;
    std::u32string_view text;
};

std::vector<Title> titles_of(std::u32string_view whole) {
    std::vector<Title> titles;
    for (std::size_t open = whole.find_first_of(U"《〈"); open != whole.npos;
         open = whole.find_first_of(U"《〈", open + 1)) {
        const auto rest = whole.substr(open + 1, longest_title);
        const std::size_t length = rest.find_first_of(U"《》〈〉\n");
        if (length == rest.npos || !is_one_of(rest[length], U"》〉")) continue;
        Title title{open + 1, open + 1 + length, rest.substr(0, length)};
        if (title.text.starts_with(state)) title.text.remove_prefix(state.size());
        titles.push_back(title);
    }
    return titles;
}

const Document* document_named(std::u32string_view title) {
    const auto found =
        std::find_if(std::begin(documents), std::end(documents),
                     [&](const Document& document) { return document.title == title; });
    return found == std::end(documents) ? nullptr : found;
}

/// The words before the kind of a document: 个人信息保护 of 个人信息保护法. 办法 and 规定
/// are made below them, under the same names.
std::u32string_view stem_of(std::u32string_view title) {
    for (const std::u32string_view kind : {U"条例", U"法"}) {
        if (title.ends_with(kind)) return title.substr(0, title.size() - kind.size());
    }
    return {};
}

/// What a title ends in, of the kinds that are made on different levels.
std::u32string_view kind_of(std::u32string_view title) {
    for (const std::u32string_view kind : {U"细则", U"办法", U"规定", U"条例"}) {
        if (title.ends_with(kind)) return kind;
    }
    return {};
}

/// 保守秘密法 for 保守国家秘密法: one or two characters are left out, not at its ends.
bool is_shortened(std::u32string_view title, std::u32string_view right) {
    const bool little = title.size() < right.size() && right.size() - title.size() <= 2;
    if (!little || title.size() < shortest_title || title.substr(0, 2) != right.substr(0, 2) ||
        title.substr(title.size() - 2) != right.substr(right.size() - 2))
        return false;
    std::size_t next = 0;
    for (const char32_t c : right) {
        if (next < title.size() && title[next] == c) ++next;
    }
    return next == title.size();
}

bool is_near(std::u32string_view title, const Document& document) {
    const std::u32string_view right = document.title;
    if (!document.below && is_shortened(title, right)) return true;
    const std::size_t sizes[] = {title.size(), right.size()};
    const auto [least, most] = std::minmax(sizes[0], sizes[1]);
    const int allowed = right.size() >= long_title ? 2 : 1;
    if (least < shortest_title) return false;
    const std::u32string_view stem = stem_of(right);
    if (stem.size() >= shortest_title - 1 && stem_of(title) == stem) return !document.below;
    const std::u32string_view kind = kind_of(title);
    if (!kind.empty() && kind != kind_of(right)) {  // 行政处罚办法 is no 行政处罚法
        constexpr std::size_t own_name = 8;  // that nothing else has: 信息处理费管理规定
        const auto named = [](std::u32string_view of, std::u32string_view without) {
            return of.substr(0, of.size() - std::min(of.size(), without.size()));
        };
        const std::u32string_view stem_of_title = named(title, kind);
        return !document.below && stem_of_title.size() >= own_name &&
               stem_of_title == named(right, kind_of(right));
    }
    // One character makes the difference: the first two or the last two are right.
    const bool alike = title.substr(0, 2) == right.substr(0, 2) ||
                       title.substr(title.size() - 2) == right.substr(right.size() - 2);
    return alike && most - least <= static_cast<std::size_t>(allowed) &&
           edit_distance(to_utf8(title), to_utf8(right)) <= allowed;
}

/// What stands in the bracket behind a title, up to its end.
std::u32string_view bracket_behind(std::u32string_view whole, std::size_t end) {
    std::size_t open = end;
    while (open < whole.size() && is_one_of(whole[open], U"》〉”")) ++open;
    if (whole.substr(open).starts_with(U"的通知")) open += 3;
    while (open < whole.size() && is_one_of(whole[open], U"》〉")) ++open;
    if (!is_one_of(at(whole, open), U"（(")) return {};
    const auto rest = whole.substr(open + 1, 40);
    const std::size_t close = rest.find_first_of(U"）)\n");
    return close == rest.npos ? std::u32string_view{} : rest.substr(0, close);
}

/// 711 of 第七百一十一: hundreds, tens and ones; 0 where it is none.
int hundreds_of(std::u32string_view number) {
    if (number.starts_with(U"第")) number.remove_prefix(1);
    const std::size_t hundred = number.find(U'百');
    if (hundred == number.npos) return 0;
    std::u32string_view rest = number.substr(hundred + 1);
    while (!rest.empty() && is_one_of(rest.front(), U"零〇")) rest.remove_prefix(1);
    return chinese_number(number.substr(0, hundred)) * 100 +
           (rest.empty() ? 0 : chinese_number(rest));
}

void tell(std::string_view code, const FieldText& text, std::size_t begin, std::size_t end,
          std::string message, std::string hint, std::vector<Finding>& findings) {
    findings.push_back(doubt_of(code, text.span(begin, end), std::move(message), std::move(hint)));
}

/// 《条例》（国务院令第711号）: the number in the bracket is the document's own.
void check_number(const Document& document, const FieldText& text, const Title& title,
                  std::vector<Finding>& findings) {
    const std::u32string_view behind = bracket_behind(text.text, title.end);
    const std::u32string_view series =
        document.number.substr(0, document.number.find_first_of(U"第〔"));
    if (series.empty() || behind.empty()) return;
    const std::size_t cited = behind.find(series);
    if (cited == behind.npos || has(behind.substr(cited + 1), series) ||
        has(behind, document.number.substr(series.size())))
        return;
    const auto rest = behind.substr(cited + series.size(), 12);
    const std::size_t close = rest.find(U'号');
    if (close == rest.npos) return;
    const auto number = rest.substr(0, close);
    std::u32string figures = figures_of(number);
    if (figures.empty() && has(number, U"百"))
        figures = to_utf32(std::to_string(hundreds_of(number)));
    if (figures.empty() || figures == figures_of(document.number)) return;
    // W-05 tells of it by itself where the text has no other number.
    if (series == U"国务院令" && figures == U"492" && !has(text.text, U"711号")) return;
    if (series == U"国办公开办函") return;  // so do the rules of the basis
    const std::size_t begin = static_cast<std::size_t>(behind.data() - text.text.data()) + cited;
    tell("W-05", text, begin, begin + series.size() + close + 1,
         fmt::format("“{}”的文号是{}，这里是{}", to_utf8(document.title), to_utf8(document.number),
                     to_utf8(std::u32string(series) + std::u32string(number) + U"号")),
         "请核对文号", findings);
}

/// 《条例》（国务院令第711条）, （国务院令第711号令）, （主席令第711号）: an order has a number,
/// and 条例 are made by the State Council, laws by the Congress.
void check_order(const FieldText& text, const Title& title, std::vector<Finding>& findings) {
    const std::u32string_view whole = text.text, behind = bracket_behind(whole, title.end);
    const std::size_t order = behind.find(U"令第");
    if (order == behind.npos) return;
    const std::size_t begin = static_cast<std::size_t>(behind.data() - whole.data());
    std::size_t end = begin + order + 2;
    while (is_any_digit(at(whole, end)) || is_blank(at(whole, end))) ++end;
    if (!is_any_digit(at(whole, end - 1))) return;
    const auto said = [&](std::size_t to) { return to_utf8(whole.substr(begin, to - begin)); };
    const bool president = has(behind.substr(0, order + 1), U"主席令"),
               council = has(behind.substr(0, order + 1), U"国务院令");
    if (at(whole, end) == U'条') {
        tell("W-05", text, begin, end + 1,
             fmt::format("“{}”的“条”应为“号”：令的编号写作“第…号”", said(end + 1)), "请核对文号",
             findings);
    } else if (stands(whole, end, U"号令")) {
        tell("W-05", text, begin, end + 2, fmt::format("“{}”的“令”写了两次", said(end + 2)),
             "请删去一个“令”", findings);
    } else if (at(whole, end) == U'号' &&
               ((president && title.text.ends_with(U"条例")) ||
                (council && title.text.ends_with(U"法") && !title.text.ends_with(U"办法")))) {
        tell("W-05", text, begin, end + 1,
             fmt::format("“{}”：条例由国务院令公布，法律由主席令公布", said(end + 1)), "请核对文号",
             findings);
    }
}

/// 《中华人民共和国教育发》, 《浙江省政府信息公开暂定办法》: of what the table lacks too.
void check_end(const FieldText& text, const Title& title, std::vector<Finding>& findings) {
    const bool law = stands(text.text, title.begin, state);
    for (const TitleEnd& end : title_ends) {
        if ((end.of_laws && !law) || !title.text.ends_with(end.wrong)) continue;
        tell("W-27", text, title.end - end.wrong.size(), title.end,
             fmt::format("《{}》的末尾“{}”应为“{}”", to_utf8(title.text), to_utf8(end.wrong),
                         to_utf8(end.right)),
             "请核对名称", findings);
        return;
    }
}

/// 《…年度工作报告格式》, 《…工作年度报告样式》: the form has one name.
bool is_misnamed_form(std::u32string_view name, std::u32string_view behind) {
    constexpr std::u32string_view form = documents[1].title, report = U"报告",
                                  subject = U"政府信息公开";
    if (name == form || !name.starts_with(subject) || !has(name, report)) return false;
    return name.ends_with(U"报告格式") || name.ends_with(U"报告样式") ||
           name.ends_with(U"报告范式") || name.ends_with(U"报告模板") ||
           (name.ends_with(report) && behind.starts_with(U"〉的通知"));
}

/// 《政府信息公开条例实施办法》（国务院令第711号）: the number is the one of 条例.
bool has_number_of_regulations(const FieldText& text, const Title& title) {
    const std::u32string_view behind = bracket_behind(text.text, title.end);
    return behind == documents[0].number && title.text != documents[0].title &&
           title.text != U"条例" && has(title.text, U"信息公开");
}

/// 《政务公开工作条例》; 《政府信息公开条列》; a notice that is replaced, by its title.
void check_titles(const Report& report, const FieldText& text, std::vector<Finding>& findings) {
    for (const Title& title : titles_of(text.text)) {
        std::u32string_view name = title.text;
        if (name.starts_with(U"国务院办公厅政府信息与政务公开办公室")) name.remove_prefix(18);
        else if (name.starts_with(U"国务院办公厅关于")) name.remove_prefix(6);
        const Document* document = document_named(name == U"条例" ? documents[0].title : name);
        if (document != nullptr) {
            check_number(*document, text, title, findings);
            check_order(text, title, findings);
            if (document->until == 0 || report.year <= document->until) continue;
            const auto sentence = sentence_around(text.text, title.begin).of(text.text);
            if (has_any(sentence, {U"60号", U"60 号", U"废止", U"停止", U"不再", U"替代", U"代替",
                                   U"取代", U"失效"}))
                continue;  // told by its number; spoken of as the past
            const bool of_the_state = name.size() < title.text.size() ||
                                      text.text
                                              .substr(title.begin > 30 ? title.begin - 30 : 0,
                                                      std::min<std::size_t>(title.begin, 30))
                                              .find(U"国务院办公厅") != text.text.npos;
            const std::string message =
                fmt::format("依据是已被替代的《{}》，{}年的报告应依据国办公开办函〔2021〕30号",
                            to_utf8(title.text), report.year);
            const std::string hint =
                "2021年度起用《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）";
            findings.push_back((of_the_state ? finding_of : doubt_of)(
                "W-05", text.span(title.begin, title.end), message, hint, {}));
            continue;
        }
        // 《信息公开条例》 is a short form; with 中华人民共和国 it is no name.
        const bool cut = name == U"信息公开条例" && stands(text.text, title.begin, state);
        if (cut || std::find(std::begin(no_documents), std::end(no_documents), name) !=
                       std::end(no_documents)) {
            tell("W-05", text, title.begin, title.end,
                 fmt::format("没有《{}》这一行政法规，可能是《中华人民共和国政府信息公开条例》",
                             to_utf8(title.text)),
                 "请核对名称", findings);
            continue;
        }
        const auto other = std::find_if(std::begin(misnamed), std::end(misnamed),
                                        [&](const Misnamed& one) { return one.title == name; });
        if (other != std::end(misnamed)) {
            tell(
                "W-27", text, title.begin, title.end,
                fmt::format("没有《{}》，可能是《{}》", to_utf8(title.text), to_utf8(other->right)),
                "请核对名称", findings);
            continue;
        }
        if (is_misnamed_form(name, std::u32string_view(text.text).substr(title.end))) {
            tell("W-27", text, title.begin, title.end,
                 fmt::format("没有《{}》，年度报告的格式是《{}》", to_utf8(title.text),
                             to_utf8(documents[1].title)),
                 "请核对名称", findings);
            continue;
        }
        if (has_number_of_regulations(text, title)) {
            tell("W-05", text, title.begin, title.end,
                 fmt::format("国务院令第711号是《{}》，这里写作《{}》", to_utf8(documents[0].title),
                             to_utf8(title.text)),
                 "请核对名称和文号", findings);
            continue;
        }
        const auto near = std::find_if(std::begin(documents), std::end(documents),
                                       [&](const Document& one) { return is_near(name, one); });
        if (near == std::end(documents)) {
            check_end(text, title, findings);
            continue;
        }
        tell("W-27", text, title.begin, title.end,
             fmt::format("《{}》与《{}》只差一两个字", to_utf8(title.text), to_utf8(near->title)),
             "请核对名称；确是另一份文件的，不必改", findings);
    }
}

/// The replaced notice of 2019, named without 《》.
void check_bare_notice(const Report& report, const FieldText& text,
                       std::vector<Finding>& findings) {
    constexpr std::u32string_view name =
        U"国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知";
    const std::size_t place = text.text.find(name);
    if (report.year < 2021 || place == text.text.npos || at(text.text, place - 1) == U'《' ||
        has_any(sentence_around(text.text, place).of(text.text),
                {U"废止", U"停止", U"不再", U"替代", U"代替", U"取代", U"失效"}))
        return;
    findings.push_back(finding_of(
        "W-05", text.span(place, place + name.size()),
        fmt::format("依据是已被替代的《{}》，{}年的报告应依据国办公开办函〔2021〕30号",
                    to_utf8(name), report.year),
        "2021年度起用《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"));
}

}  // namespace

void check_documents(const Report& report, const Prose& prose, std::vector<Finding>& findings) {
    for (const FieldText* text : prose.all()) {
        check_titles(report, *text, findings);
        check_bare_notice(report, *text, findings);
        check_cited_numbers(report, *text, findings);
    }
}

}  // namespace nianbao::wording
