#include "check/rules.hpp"
#include "check/wording/wording.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace nianbao::wording {
namespace {

constexpr std::size_t longest_one_clause = 50;    // numbered, without a pause: an entry of a list
constexpr std::size_t longest_bare_heading = 20;  // without numbering
constexpr std::size_t longest_entry = 60;         // “联系地址：…” on a line of its own
constexpr std::size_t many = 3;                   // so many cut lines are a paste, not slips

bool ends_sentence(std::u32string_view line) {
    std::size_t end = line.size();
    while (end > 0 && is_one_of(line[end - 1], U"”’）)》〉】」』\"")) --end;
    const char32_t last = at(line, static_cast<std::ptrdiff_t>(end) - 1);
    if (is_one_of(last, U"。！？…；：.!?;:")) return true;
    // “占10.5%。（百分比保留一位小数）”: behind the whole sentence.
    const std::size_t open = line.find_last_of(U"（(");
    if (open != line.npos && open > 0 && is_one_of(line.back(), U"）)") && line[open - 1] == U'。')
        return true;
    // “（此件公开发布）”: a remark of its own.
    return is_one_of(line.front(), U"（(【") && is_one_of(line.back(), U"）)】");
}

/// A line that needs no end mark: a heading, or an entry of a list “地址：…”.
bool is_heading_or_entry(const FieldText& text, const TextLine& line) {
    const auto view = text.view(line);
    if (is_one_of(view.back(), U"，、")) return false;
    const bool one_clause = view.find_first_of(U"，；。！？") == view.npos;
    // “（二）依申请公开。全年未收到申请”, “（一）主动公开：全年公开信息27次”: a sentence
    // behind its heading
    constexpr std::size_t longest_note = 10;
    const std::size_t colon_at = view.find(U'：');
    const bool run_in = view.find(U'。') != view.npos ||
                        (colon_at != view.npos && view.size() - colon_at > longest_note);
    if (line.kind == LineKind::heading && !run_in) return true;
    if (line.level > 0 && !run_in && one_clause && view.size() <= longest_one_clause) return true;
    if (line.level == 0 && view.size() <= longest_bare_heading && one_clause) return true;
    const std::size_t colon = view.find_first_of(U"：:");  // “联系地址：…”
    return colon != view.npos && colon >= 2 && colon <= 10 && view.size() <= longest_entry &&
           view.substr(colon).find_first_of(U"。；") == view.npos &&
           std::all_of(view.begin(), view.begin() + colon, is_han);
}

}  // namespace

void check_ends(const FieldText& text, std::vector<Finding>& findings) {
    // A sentence that goes on over several lines counts once, at the first.
    std::vector<const TextLine*> cut;
    bool runs_on = false;
    std::size_t without = 0;
    for (const TextLine& line : text.lines) {
        const auto view = text.view(line);
        const bool open = !ends_sentence(view) && !is_heading_or_entry(text, line);
        if (open) {
            ++without;
            if (!runs_on || line.level > 0) cut.push_back(&line);
        }
        runs_on = open;
    }
    if (without >= many && without * 2 >= text.lines.size()) {
        const TextLine& first = *cut.front();
        findings.push_back(finding_of("W-17", text.span(first.end - 1, first.end),
                                      fmt::format("{}段中有{}段没有以句号结束，像是粘贴时断开的行",
                                                  text.lines.size(), without),
                                      "一行是一段：请把断开的行接起来",
                                      {{"found", std::to_string(without)}}));
        return;
    }
    for (const TextLine* line : cut) {
        const std::u32string printed = text.printed(line->begin, line->end);
        const auto tail = printed.substr(printed.size() - std::min<std::size_t>(printed.size(), 8));
        findings.push_back(finding_of("W-17", text.span(line->end - 1, line->end),
                                      fmt::format("这一段没有以句号结束：“…{}”", to_utf8(tail)),
                                      "请补上句号；若是粘贴时断开的，请与下一行接起来"));
    }
}

}  // namespace nianbao::wording
