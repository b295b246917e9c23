// 退改意见: what goes back to an office, as a Word file and as a message for chat.
#pragma once

#include "nianbao/collect.hpp"
#include "nianbao/document.hpp"

#include <string>

namespace nianbao {

/// The letter to an office whose report has something to mend, to verify or to complete:
/// title, salutation, file and day it came, 一、须修改, 二、请核实, 三、建议完善 (five of
/// them at most), by when, who to ask, 落款 and date. What the profile leaves out is left
/// out of the letter. The deadline is the row's, else the profile's.
/// REQUIRES: an error, a warning or an advice that is not waived.
struct ReturnLetter {
    Document document;
    Inline addressee;
};
ReturnLetter return_letter(const Office& office, const Profile& profile, const DeskHead& head);

/// Its Word file, in the look of an official letter. The same bytes for the same values.
std::string return_file(const Office& office, const Profile& profile, const DeskHead& head);

/// The same for chat, in at most 500 characters: what does not fit is counted.
std::string return_message(const Office& office, const Profile& profile);

}  // namespace nianbao
