#include "job/standing.hpp"

#include "digest/sha256.hpp"
#include "file/reading.hpp"
#include "font/faces.hpp"
#include "job/attachment.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {

std::string inputs_digest(const std::string& data, const std::string& attachment,
                          const Fonts& fonts, const RunOptions& options) {
    Sha256 all;
    all.add_part(NIANBAO_VERSION);
    all.add_part(fonts.none() ? "" : fonts.faces().digest());
    all.add_part(data);
    all.add_part(attachment);
    const std::optional<Date>& date = options.carry.date;
    all.add_part(date ? fmt::format("{}-{}-{}", date->year, date->month, date->day) : "");
    all.add_part(options.layout.show_grid ? "grid" : "");
    if (options.layout.seal_room) all.add_part("seal");
    for (const auto& [name, value] : options.layout.settings) {
        all.add_part(name);
        all.add_part(value);
    }
    return all.digest();
}

Standing::Standing(const Line& line)
    : line_(line), wanted_(line.options.batch.skip_unchanged), stands_(line.job.targets.size()) {
    if (!wanted_ || line.refused) return;
    const std::string attached =
        line.options.carry.data ? attachment_name(line.job.input, line.outcome.source) : "";
    inputs_ = inputs_digest(line.outcome.source.bytes(), attached, line.fonts, line.options);
    for (std::size_t i = 0; i < stands_.size(); ++i) {
        if (!sealed(i)) continue;
        const Target& target = line.job.targets[i];
        std::optional<std::string> bytes = content_of(target.place);
        stands_[i] = bytes && target.output->sealed(std::move(*bytes), inputs_);
    }
}

bool Standing::all() const {
    return !stands_.empty() && std::find(stands_.begin(), stands_.end(), false) == stands_.end();
}

/// Findings of layout are told each time: what has them is made each time.
bool Standing::sealed(std::size_t target) const {
    const auto& [output, place] = line_.job.targets[target];
    return wanted_ && output->seal != nullptr && !place.empty() &&
           !(line_.pages && !line_.pages->findings.empty());
}

std::string Standing::blank_seal(std::size_t target) const {
    return sealed(target) ? line_.job.targets[target].output->blank_seal() : std::string();
}

void Standing::seal(std::size_t target, std::string& bytes) const {
    if (sealed(target)) line_.job.targets[target].output->seal(bytes, inputs_);
}

bool Standing::holds(std::size_t target, std::string_view bytes) const {
    const std::filesystem::path& place = line_.job.targets[target].place;
    return wanted_ && !place.empty() && content_of(place) == bytes;
}

}  // namespace nianbao
