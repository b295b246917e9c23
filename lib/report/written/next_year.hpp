// What next year's report takes over from this year's, before anybody has filled it in.
#pragma once

#include "nianbao/write.hpp"

namespace nianbao {

/// Every cell is 0 but 上年结转, every text {{请填写}} with the headings of last year's
/// overview; contact, kind, settings of the page and 署名 are last year's. Throws
/// std::invalid_argument if edition_for(year) is nullptr or the report on the year before
/// is not whole.
Report next_year(const NewReport& asked);

}  // namespace nianbao
