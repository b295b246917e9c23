#include "nianbao/write.hpp"

#include "data/write/written.hpp"
#include "report/whole.hpp"

#include <stdexcept>

namespace nianbao {

std::string write(const Report& report, Format format, Keys keys) {
    require_whole(report);
    if (format != Format::json && format != Format::yaml)
        throw std::invalid_argument("a workbook is no text");
    const Written file = written_report(report, keys);
    return format == Format::json ? data::write_json(file) : data::write_yaml(file);
}

}  // namespace nianbao
