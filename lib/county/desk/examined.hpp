// A counting file, read and checked; and how that is kept from run to run.
#pragma once

#include "county/desk/intake/received.hpp"
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

/// A report whose tables and texts are in two files, as one; and where each field is.
struct Joined {
    std::optional<Report> report;        // nothing if the two do not make a whole one
    std::vector<Finding> findings = {};  // of reading, but that the other half is lacking
    Source tables = {}, texts = {};
};
Joined join(const Input& tables, const Input& texts);
/// The same, as the data file that reading takes it for.
Input joined_input(const Report& report, const std::string& name);

/// Reads and checks it. Places are in the file that has the field.
Examined examine_joined(const Input& tables, const Input& texts, const CheckingOptions& checking);

/// The text that keeps it, and what such a text says; nothing if it is not whole.
std::string kept_text(const Examined& examined);
std::optional<Examined> examined_from(std::string_view text);

/// Digest of all that an examination depends on: the file, last year's report, what is
/// asked, the version of the program. `with`: the file with the texts, if they are in
/// another one. `demands`: the place's own.
std::string digest_of(const ReceivedFile& file, const ReceivedFile* with, const Previous& previous,
                      const CheckingOptions& checking, std::string_view demands);

}  // namespace nianbao::desk
