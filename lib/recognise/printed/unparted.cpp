#include "recognise/printed/unparted.hpp"

#include "recognise/labels.hpp"
#include "recognise/printed/rules.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace nianbao::recognise {

void tell_unparted(const Form& form, const GridCell& cell, const std::vector<int>& entries,
                   const At& at, Recognition& work) {
    const Headings& headings = headings_of(form);
    const int heading = headings.row_of[entries.front()];
    const std::string row =
        heading < 0 ? std::string(form.name) : headings.rows[heading].labels.front();
    std::string message = notation::blank(cell.text())
                              ? fmt::format("“{}”没有读到数", row)
                              : fmt::format("“{}”应有 {} 个数，读到的是“{}”，不知道各是哪一格的",
                                            row, entries.size(), notation::shown(cell.text()));
    work.tell(Severity::error, printed_rule("D-45"),
              field_path(form, form.entries[entries.front()].field), at, std::move(message),
              "打开原来的文件，照着填这一行");
}

}  // namespace nianbao::recognise
