// What a command is asked to do: what the command line and the JSON job are read into.
#pragma once

#include "nianbao/fonts.hpp"
#include "nianbao/job.hpp"
#include "nianbao/write.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nianbao {

enum class When { automatic, always, never };

struct Arguments {
    std::vector<std::string> files;
    std::optional<std::string> output;
    std::optional<std::string> previous;  // a data file or a folder of them
    std::string agency;                   // of a report that is to be made
    std::optional<Kind> kind;
    int year = 0;                       // 0: not given
    std::optional<std::string> expect;  // a list of names or a folder of data files
    std::optional<std::string> prose;
    RunOptions run;
    FontOptions fonts;
    Keys keys = Keys::english;
    bool strict = false;
    bool json = false;
    bool quiet = false;
    bool help = false;
    When color = When::automatic;
};

}  // namespace nianbao
