#include "report/forms/proofs.hpp"

#include "report/forms/editions.hpp"

namespace nianbao {

// Here, not beside the forms: every file that reads them would prove them again.
static_assert(sound(form_2019::disclosure) && sound(form_2019::applications));
static_assert(sound(form_2021::disclosure) && sound(form_2021::applications));
static_assert(sound(disputes_form));

using Applications2019 = form_2019::ApplicationTable;
static_assert(Applications2019::rows == 23 && Applications2019::rows_are_in_order());
static_assert(compares_across_years(form_2019::applications));

using Applications2021 = form_2021::ApplicationTable;
static_assert(Applications2021::rows == 25 && Applications2021::rows_are_in_order());
static_assert(compares_across_years(form_2021::applications));

}  // namespace nianbao
