// A small whole report that adds up, and the setting of one cell by its keys.
#pragma once

#include <initializer_list>
#include <string_view>

#include "nianbao/report.hpp"

namespace nianbao {

/// A department's report for 2022 with a few applications: every sum comes out.
Report sample_report();

/// Sets a cell, named by its keys below the table; throws where there is none.
void set(FilledForm& filled, std::initializer_list<std::string_view> keys, std::string_view value, std::string_view remark = {});

}  // namespace nianbao
