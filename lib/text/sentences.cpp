#include "text/sentences.hpp"

#include "text/blanks.hpp"
#include "text/character_set.hpp"
#include "text/headings.hpp"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

constexpr CharacterSet end_marks(U"。！？；");
constexpr CharacterSet closing_marks(U"”’）》〉」』】〕");

}  // namespace

std::vector<Sentence> sentences(std::u32string_view text) {
    std::vector<Sentence> out;
    Sentence sentence{0, 0, {}, false};
    bool ended = false;  // an end mark was met, and nothing since but what closes
    const auto finish = [&] {
        if (!sentence.text.empty()) out.push_back(std::move(sentence));
        sentence = {0, 0, {}, false};
        ended = false;
    };
    const std::vector<LineRole> roles = line_roles(text);
    auto role = roles.begin();
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(U'\n', from), text.size());
        if (role->numbering) finish();
        const bool heading = (role++)->kind == LineKind::heading;
        for (std::size_t i = from; i < end; ++i) {
            if (is_typed_blank(text[i])) continue;
            if (sentence.text.empty()) sentence.offset = static_cast<int>(i);
            sentence.length = static_cast<int>(i) + 1 - sentence.offset;
            sentence.text += text[i];
            if (end_marks.has(text[i])) ended = true;
            else if (ended && !closing_marks.has(text[i])) ended = false;
            const char32_t next = i + 1 < end ? text[i + 1] : U'\0';
            if (ended && !heading && !closing_marks.has(next) && !end_marks.has(next)) finish();
        }
        if (heading) {
            sentence.heading = true;
            finish();
        }
        from = end + 1;
    }
    finish();
    return out;
}

}  // namespace nianbao
