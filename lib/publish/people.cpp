// Names of persons: in properties, and in cells for those who filled in a form.
#include "publish/look.hpp"
#include "publish/rules.hpp"
#include "text/letters.hpp"
#include "text/names/name_parser.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace nianbao::publish {
namespace {

/// What programs write where they know nobody; in small letters.
constexpr std::string_view nobody[] = {
    "nianbao", "administrator", "admin",    "user",    "用户",   "microsoft", "office",
    "wps",     "kingsoft",      "openpyxl", "python",  "apache", "pandoc",    "un-named",
    "unknown", "unnamed",       "adobe",    "acrobat", "作者",   "author",    "匿名"};

constexpr std::string_view labels[] = {"填报人",     "填表人", "制表人",    "经办人",
                                       "审核人",     "复核人", "校对人",    "单位负责人（签字）",
                                       "单位负责人", "负责人", "填报人签字"};

/// Blanks and marks of a cell to be filled in.
bool is_gap(char32_t c) {
    return c == U' ' || c == U'\u3000' || c == U'\u00A0' || c == U'\n' || c == U'\t' || c == U'_' ||
           c == U'：' || c == U':' || c == U'/' || c == U'—' || c == U'-';
}

std::string without_gaps(std::string_view text) {
    std::u32string out = to_utf32(text);
    std::erase_if(out, is_gap);
    return to_utf8(out);
}

bool is_label(std::string_view text) {
    return std::find(std::begin(labels), std::end(labels), text) != std::end(labels);
}

struct Named {
    std::string label, name;
};

/// Such a label, a colon and a name in one text: “填报人：张三”. Without a name: none.
Named named_in(std::string_view text) {
    for (const std::string_view colon : {"：", ":"}) {
        const std::size_t at = text.find(colon);
        if (at == text.npos) continue;
        Named found{without_gaps(text.substr(0, at)), without_gaps(text.substr(at + colon.size()))};
        if (is_label(found.label)) return found;
    }
    return {};
}

/// The cell right of a label, if it names somebody. `cells`: row by row; `i`: the label.
Named named_beside(const std::vector<notation::GridCell>& cells, std::size_t i) {
    const notation::GridCell& cell = cells[i];
    if (i + 1 == cells.size() || cells[i + 1].row != cell.row ||
        cells[i + 1].column != cell.column + cell.columns)
        return {};
    Named found{without_gaps(cell.text()), {}};
    if (!is_label(found.label)) return {};
    found.name = without_gaps(cells[i + 1].text());
    if (is_label(found.name) || found.name == "电话") found.name.clear();
    return found;
}

}  // namespace

bool may_be_person(std::string_view name) {
    const std::string plain = small_letters(without_gaps(name));
    if (plain.empty()) return false;
    for (const std::string_view word : nobody) {
        if (plain.find(word) != plain.npos) return false;
    }
    const std::vector<names::Token> tokens = names::parse(to_utf32(plain));
    return std::none_of(tokens.begin(), tokens.end(), [](const names::Token& token) {
        using enum names::Kind;
        return token.kind == agency || token.kind == office || token.kind == party ||
               token.kind == system || token.kind == seat || token.kind == ending;
    });
}

void tell_name(Look& look, std::string_view what, std::string_view name) {
    if (may_be_person(name))
        look.tell(rule("G-04"), fmt::format("文件属性“{}”是{}，可能是人名", what, in_quotes(name)));
}

void tell_signers(const notation::Draft& draft, Look& look) {
    const auto tell = [&](const notation::PlacedText& at, const Named& found) {
        if (found.name.empty()) return;
        Place place = draft.source.place_of(at.begin);
        place.character = place.length = 0;
        look.tell(rule("G-05"), std::move(place),
                  fmt::format("“{}”写着{}", found.label, in_quotes(found.name)));
    };
    for (const auto& part : draft.parts) {
        if (const auto* paragraph = std::get_if<notation::DraftParagraph>(&part)) {
            tell(paragraph->placed, named_in(paragraph->text()));
            continue;
        }
        const std::vector<notation::GridCell>& cells = std::get<notation::Grid>(part).cells;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            tell(cells[i].placed, named_in(cells[i].text()));
            if (const Named found = named_beside(cells, i); !found.name.empty())
                tell(cells[i + 1].placed, found);
        }
    }
}

}  // namespace nianbao::publish
