// Pages set with the free faces, and what tests ask of them.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "font/faces.hpp"
#include "nianbao/pages.hpp"
#include "nianbao/report.hpp"

namespace nianbao {

/// The free faces alone, whatever the machine has.
const Fonts& free_fonts();

/// TrueType faces of the Arphic and WenQuanYi packages first, as licensed faces would be.
const Fonts& truetype_fonts();

Pages pages_of(const Report& report);

template <class Kind>
std::vector<const Kind*> marks(const Page& page) {
    std::vector<const Kind*> found;
    for (const Mark& mark : page.marks) {
        if (const auto* own = std::get_if<Kind>(&mark)) found.push_back(own);
    }
    return found;
}

/// Every run of a page that contains the text.
std::vector<const GlyphRun*> runs_with(const Page& page, std::u32string_view text);

/// The numbers of the pages on which a text stands in one run.
std::vector<int> pages_with(const Pages& pages, std::u32string_view text);

std::u32string text_of(const Page& page, Artifact artifact = Artifact::none);

/// Where a run ends, were it upright.
Length right_of(const GlyphRun& run, const Fonts& fonts = free_fonts());

/// The first of what lies outside the text area, as text; page numbers are outside by right.
std::string outside(const Pages& pages, const Layout& layout = {}, const Fonts& fonts = free_fonts());

/// The first text of a cell that crosses a rule.
std::string across_rules(const Pages& pages, const Fonts& fonts = free_fonts());

/// The first line of running text that is not on the grid, does not end at the right edge though its paragraph goes on, or begins or ends with a
/// mark that may not stand there. `signed_at_end`: the last two paragraphs are the signature, which stands where it will.
std::string ill_set(const Pages& pages, const Layout& layout, bool signed_at_end, const Fonts& fonts = free_fonts());

std::string repeated(std::string_view text, int times);

}  // namespace nianbao
