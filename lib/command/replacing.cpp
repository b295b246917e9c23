#include "command/replacing.hpp"

#include "job/replacing.hpp"
#include "nianbao/whole_file.hpp"

namespace nianbao {

bool may_write(const std::filesystem::path& place, std::string_view bytes,
               const Arguments& arguments, Outcome& outcome) {
    if (arguments.run.batch.replace || may_replace(place, bytes)) return true;
    outcome.findings.push_back(not_replaced(place));
    outcome.findings.back().place.file = outcome.name;
    outcome.status = Status::refused;
    return false;
}

void write_and_tell(const std::filesystem::path& place, std::string_view bytes, Outcome& outcome) {
    write_whole_file(place, bytes);
    outcome.made = {{nullptr, place, false, {}}};
    outcome.status = Status::written;
}

}  // namespace nianbao
