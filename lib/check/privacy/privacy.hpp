// S: one function behind each group of the privacy rules (rules_privacy.hpp).
#pragma once

#include "check/wording/text.hpp"
#include "nianbao/check.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::privacy {

/// A text that is looked at. Of an office itself (introduction, contact): its own
/// address, telephone and mail are meant to stand there.
struct Watched {
    const wording::FieldText& text;
    bool of_office = false;
};

/// The first `head` and the last `tail` characters, stars between.
std::string masked(std::u32string_view text, std::size_t head, std::size_t tail);

/// S-01 to S-03: numbers of identity cards, mobile telephones, bank cards.
void check_numbers(const Watched& watched, std::vector<Finding>& findings);
/// S-04 to S-06: plates, personal mail addresses, home addresses.
void check_places(const Watched& watched, std::vector<Finding>& findings);
/// S-07: names of applicants.
void check_applicants(const Watched& watched, std::vector<Finding>& findings);
/// S-08: numbers of court cases.
void check_cases(const Watched& watched, std::vector<Finding>& findings);

}  // namespace nianbao::privacy
