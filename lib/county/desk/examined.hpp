// A counting file, read and checked; and how that is kept from run to run.
#pragma once

#include "county/desk/received.hpp"
#include "nianbao/job.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

/// What the rules and the reader say of a report, and the report itself if it is whole.
struct Examined {
    std::vector<Finding> findings;
    std::optional<Report> report;
    int not_compared = 0;  // figures of the prose that nothing could be held against
    std::string failure;   // why the machine could not read it; empty: it could

    bool operator==(const Examined&) const = default;
};

/// Reads and checks. Safe to call from many threads.
Examined examine(const Input& input, const CheckingOptions& checking);

/// The text that keeps it, and what such a text says; nothing if it is not whole.
std::string kept_text(const Examined& examined);
std::optional<Examined> examined_from(std::string_view text);

/// Digest of all that an examination depends on: the file, last year's report, what is
/// asked, the version of the program. `demands`: the place's own.
std::string digest_of(const ReceivedFile& file, const Previous& previous,
                      const CheckingOptions& checking, std::string_view demands);

}  // namespace nianbao::desk
