#include "nianbao/pages.hpp"

#include "typeset/flow.hpp"
#include "typeset/page/page.hpp"
#include "typeset/separate.hpp"

#include <stdexcept>
#include <string>

namespace nianbao {

Pages typeset(const Document& document, const Fonts& fonts, const Layout& layout) {
    // A document that was made by hand may be no document.
    if (const std::string wrong = fault(document); !wrong.empty())
        throw std::invalid_argument(wrong);
    if (const std::string wrong = fault(layout); !wrong.empty()) throw std::invalid_argument(wrong);
    Setter setter(fonts.faces(), layout);

    // Every paragraph into lines, every table into its grid.
    Flow flow = set_flow(document, setter);

    // Lines and tables onto pages.
    std::vector<Page> pages = fill_pages(flow, layout);

    // Furniture last, when the physical pages are known.
    number_pages(pages, setter);

    // Nothing that a program reads from places alone is read in another order.
    separate_lines(pages, setter.faces());

    // The grid, if it is to be seen.
    if (layout.show_grid) draw_grid(pages, layout);

    return {document.metadata, std::move(pages), std::move(flow.nodes), setter.take_findings()};
}

}  // namespace nianbao
