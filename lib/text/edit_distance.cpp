#include "text/edit_distance.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace nianbao {

int edit_distance(std::string_view a, std::string_view b) {
    const std::u32string x = to_utf32(a), y = to_utf32(b);
    std::vector<std::vector<int>> d(x.size() + 1, std::vector<int>(y.size() + 1));
    for (std::size_t i = 0; i <= x.size(); ++i) d[i][0] = static_cast<int>(i);
    for (std::size_t k = 0; k <= y.size(); ++k) d[0][k] = static_cast<int>(k);
    for (std::size_t i = 1; i <= x.size(); ++i) {
        for (std::size_t k = 1; k <= y.size(); ++k) {
            d[i][k] = std::min({d[i - 1][k] + 1, d[i][k - 1] + 1,
                                d[i - 1][k - 1] + (x[i - 1] == y[k - 1] ? 0 : 1)});
            if (i > 1 && k > 1 && x[i - 1] == y[k - 2] && x[i - 2] == y[k - 1])
                d[i][k] = std::min(d[i][k], d[i - 2][k - 2] + 1);
        }
    }
    return d[x.size()][y.size()];
}

}  // namespace nianbao
