#include "job/replacing.hpp"

#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "job/rules.hpp"
#include "nianbao/job.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <system_error>

namespace nianbao {

bool may_replace(const std::filesystem::path& place, std::string_view bytes) {
    std::error_code unknown;
    const auto status = std::filesystem::symlink_status(place, unknown);
    if (!std::filesystem::is_regular_file(status)) return true;
    const std::optional<std::string> there = content_of(place);
    return there && (there->empty() || *there == bytes || is_output(*there));
}

Finding not_replaced(const std::filesystem::path& place) {
    Finding finding;
    finding.rule = output_rule("O-01");
    finding.message =
        fmt::format("{} 已经存在，不是 nianbao 生成的，或者生成后有人改过，没有覆盖", utf8(place));
    finding.hint = "换一个文件名，或者把那个文件移到别处";
    finding.remedies = {{Remedy::What::force, {}}};
    return finding;
}

}  // namespace nianbao
