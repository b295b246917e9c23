#include "report/fields.hpp"
#include "report/whole/parts.hpp"
#include "text/character.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace nianbao {
namespace {

enum class Holds { lines, line, name };  // a name is a line that is not empty

bool all_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' '; });
}

/// The first text with a fault.
class Texts {
public:
    std::string wrong;

    void look(const std::string& text, std::string_view path, Holds holds) {
        if (!wrong.empty()) return;
        if (holds == Holds::name && all_blank(plain_name(text)))
            wrong = fmt::format("{}: empty", path);
        for (std::size_t at = 0; at < text.size() && wrong.empty();) {
            if (common_at(text, at) != 0) {
                at += 3;
                continue;
            }
            if (text[at] >= ' ' && text[at] < '\x7F') {  // as most others are
                ++at;
                continue;
            }
            const Decoded next = decode_at(text, at);
            if (!next.character) {
                wrong = fmt::format("{}: byte {} (0x{:02X}) is not UTF-8", path, at,
                                    static_cast<unsigned char>(text[at]));
            } else if (holds != Holds::lines &&
                       (*next.character == U'\n' || *next.character == U'\t')) {
                wrong = fmt::format("{}: a {} in a text of one line", path,
                                    *next.character == U'\n' ? "line end" : "tab");
            } else if (forbidden(*next.character) && !ends_line(text, at)) {
                wrong = fmt::format("{}: a control character U+{:04X} at byte {}", path,
                                    static_cast<unsigned>(*next.character), at);
            }
            at += static_cast<std::size_t>(next.bytes);
        }
    }

    template <class Group, std::size_t n>
    void look(const Group& group, const TextPart<Group> (&parts)[n]) {
        for (const auto& [own, part] : parts) look(group.*part, own_path(own), Holds::line);
    }

private:
    /// A carriage return before a line feed: read as one line end.
    static bool ends_line(std::string_view text, std::size_t at) {
        return text.substr(at, 2) == "\r\n";
    }
};

}  // namespace

bool can_be_text(Measure measure, const Cell& cell) {
    if (cell.text.empty()) return measure != Measure::money || cell.value.digits == 0;
    if (cell.text == cell.value.to_string())
        return measure != Measure::money || cell.value.digits == 0;
    if (measure == Measure::change) return cell.text == written(measure, cell.value);
    if (measure != Measure::money) return false;
    std::string_view number = cell.text;
    int zeros = 0;
    for (const auto& [unit, of_it] :
         {std::pair{std::string_view("万元"), 4}, std::pair{std::string_view("元"), 0}}) {
        if (!number.ends_with(unit)) continue;
        number.remove_suffix(unit.size());
        zeros = of_it;
        break;
    }
    std::optional<Amount> amount = Amount::parse(number);
    if (!amount || number.size() == cell.text.size()) return false;
    for (; zeros > 0; --zeros) {
        if (amount->decimals > 0) --amount->decimals;
        else amount->digits *= 10;
    }
    return *amount == cell.value;
}

std::string fault_of_texts(const Report& report) {
    Texts texts;
    texts.look(report.agency, "agency", Holds::name);
    texts.look(report.title, "title", Holds::lines);
    if (report.contact) texts.look(*report.contact, contact_lines);
    texts.look(report.introduction, "introduction", Holds::lines);
    texts.look(report.overview, "overview", Holds::lines);
    for (const FilledForm* filled : report.tables()) {
        for (std::size_t i = 0; i < filled->cells.size(); ++i) {
            if (filled->cells[i].remark.empty()) continue;
            texts.look(filled->cells[i].remark,
                       field_path(*filled->form, filled->form->entries[i].field) + ".remark",
                       Holds::line);
        }
        texts.look(filled->note, fmt::format("{}.note", filled->form->key), Holds::lines);
    }
    texts.look(report.problems, "problems", Holds::lines);
    texts.look(report.other, "other", Holds::lines);
    if (report.signature) texts.look(report.signature->agency, "signature.agency", Holds::line);
    for (std::size_t i = 0; i < report.waive.size(); ++i) {
        const Waiver& waiver = report.waive[i];
        texts.look(waiver.rule, fmt::format("waive.{}.rule", i), Holds::name);
        texts.look(waiver.field, fmt::format("waive.{}.field", i), Holds::name);
        texts.look(waiver.reason, fmt::format("waive.{}.reason", i), Holds::name);
        texts.look(waiver.quote, fmt::format("waive.{}.quote", i), Holds::line);
    }
    if (report.site) texts.look(*report.site, site_lines);
    for (std::size_t i = 0; i < report.members.size(); ++i) {
        const Member& member = report.members[i];
        texts.look(member.agency, fmt::format("members.{}.agency", i), Holds::name);
        texts.look(member.file, fmt::format("members.{}.file", i), Holds::name);
        texts.look(member.sha256, fmt::format("members.{}.sha256", i), Holds::name);
    }
    return texts.wrong;
}

}  // namespace nianbao
