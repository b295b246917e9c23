// Days and hours as offices write them into ledgers and notices.
#pragma once

#include "nianbao/profile.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::desk {

/// “2027-01-12”, “2027.1.12”, “2027年1月12日17:00”, “1月12日”, “1-12 17：30”. Without a year it
/// is the winter after `year`: from October on that year, else the next. Nothing if the
/// text is anything else, or there is no such day or hour.
std::optional<Moment> moment_of(std::string_view text, int year);

/// “2027-01-12”, “2027-01-12 17:00”: as moment_of() reads it back.
std::string written(const Moment& moment);

/// True if `moment` comes after `deadline`. A deadline without an hour lasts until the
/// end of its day.
bool after(const Moment& moment, const Moment& deadline);

}  // namespace nianbao::desk
