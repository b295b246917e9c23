#include "file/exhausted.hpp"

namespace nianbao {

bool is_exhausted(const std::error_code& error) {
    return error == std::errc::too_many_files_open ||
           error == std::errc::too_many_files_open_in_system ||
           error == std::errc::not_enough_memory;
}

}  // namespace nianbao
