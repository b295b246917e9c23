#include "command/previous.hpp"

#include "file/path_text.hpp"
#include "nianbao/previous.hpp"

#include <memory>

namespace nianbao {

std::function<Previous(const Report&)> previous_of(const Arguments& arguments) {
    if (!arguments.previous) return {};
    const auto reports = std::make_shared<const PreviousReports>(
        PreviousReports::read(path_of(*arguments.previous)));
    return [reports](const Report& report) { return reports->find(report); };
}

}  // namespace nianbao
