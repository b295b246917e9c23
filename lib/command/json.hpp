// What came out, for programs: the answer of --format json and of a JSON job.
#pragma once

#include "nianbao/job.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// A JSON string. The text is UTF-8 and stays so; bytes of a file name that are none
/// become U+FFFD.
std::string json_string(std::string_view text);

/// A JSON array of such strings.
std::string json_strings(const std::vector<std::string>& texts);

/// {"line", "column", "length"}, {"sheet", "cell"}, {"paragraph", "character"} or
/// {"table", "row", "column"}; null if the place is not known.
std::string json(const Place& place);

/// {"rule", "severity", "field", "place", "values", "message", "hint", "waived"}, and
/// "remedies" if there are some: [{"what": "choose_face", "subject": "body"}].
std::string json(const Finding& finding);

/// An element of "files": {"file", "status", "output", "findings": [...], "agency",
/// "year"}, the last two if they are known; "outputs" if there are several, and "failure"
/// if the machine failed.
std::string json(const Outcome& outcome);

/// The answer as it grows: {"files": [...], …}.
class JsonAnswer {
public:
    void file(const Outcome& outcome);
    /// `value` is JSON text.
    void member(std::string_view name, std::string_view value);

    /// What has come since the last call, for those who do not wait for the whole: a
    /// batch may have many files.
    std::string take();
    /// The rest of it (the whole if nothing was taken), with a line end.
    std::string text() const;

private:
    bool begun_ = false;
    std::string files_, members_;
};

}  // namespace nianbao
