#include "job/findings.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao {

void add(std::vector<Finding>& findings, std::vector<Finding> more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

void locate(std::vector<Finding>& findings, const Source& source) {
    for (Finding& finding : findings) {
        if (finding.place.row == 0) finding.place = source.place(finding.where);
        if (finding.place.file.empty()) finding.place.file = source.file();
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return before(a.place, b.place); });
}

}  // namespace nianbao
