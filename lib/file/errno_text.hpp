// What the system's errors mean, in Chinese: the one place that knows.
#pragma once

#include <string>

namespace nianbao {

/// What was done to the file or folder: the same error means another thing to each.
enum class Access { read, write, list };

/// "没有这个文件"; the system's own words for an error that people do not meet.
std::string errno_text(int error, Access access);

}  // namespace nianbao
