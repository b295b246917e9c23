// What a command is asked to do: what the command line and the JSON job are read into.
#pragma once

#include "nianbao/fonts.hpp"
#include "nianbao/job.hpp"
#include "nianbao/write.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nianbao {

/// How help is written: for people, or for the programs that know manual pages and completion.
enum class HelpForm { text, man, bash, zsh };

enum class When { automatic, always, never };

struct Arguments {
    std::vector<std::string> files;
    std::optional<std::string> output;
    std::optional<std::string> previous;  // a data file or a folder of them
    RunOptions run;
    FontOptions fonts;
    Keys keys = Keys::english;
    bool strict = false;
    bool json = false;
    bool quiet = false;
    bool help = false;
    HelpForm help_form = HelpForm::text;
    When color = When::automatic;
};

}  // namespace nianbao
