// W-25: whom to ask, and where: one function behind each file of this folder.
#pragma once

#include "check/wording/text.hpp"
#include "nianbao/check.hpp"

#include <vector>

namespace nianbao::wording {

/// Addresses of pages and of mail that are not whole.
void check_addresses(const FieldText& text, std::vector<Finding>& findings);
/// What the introduction says otherwise than the head: phone, postcode, page, street.
void check_contact_head(const Report& report, const Prose& prose, std::vector<Finding>& findings);

}  // namespace nianbao::wording
