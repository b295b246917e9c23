// What a command is asked to do: what the command line and the JSON job are read into.
#pragma once

#include "nianbao/fonts.hpp"
#include "nianbao/job.hpp"
#include "nianbao/profile.hpp"
#include "nianbao/review.hpp"
#include "nianbao/write.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace nianbao {

/// How help is written: for people, or for the programs that know manual pages and
/// completion.
enum class HelpForm { text, man, bash, zsh };

enum class When { automatic, always, never };

/// Every so many-th of the files: 2 of 3 are the second, the fifth, the eighth ….
/// Together the shards are the whole.
struct Shard {
    std::size_t number = 1, of = 1;
};

struct Arguments {
    std::vector<std::string> files;
    std::optional<std::string> output;
    std::vector<const Output*> to;        // what is made; empty: the ending of `output` picks
    const Output* with = nullptr;         // what is made beside them
    const Output* dump = nullptr;         // a stage that is looked at instead
    std::optional<std::string> previous;  // a data file or a folder of them
    std::string agency;                   // of a report that is to be made
    std::optional<Kind> kind;
    int year = 0;                        // 0: not given
    std::optional<std::string> expect;   // a list of names or a folder of data files
    std::optional<std::string> profile;  // 本地要求
    std::vector<std::string> from;       // ledgers that are put together
    std::optional<std::string> pages;    // 网页: what offices published, saved
    std::optional<Moment> now;           // 截至 of a ledger; empty: when it is made
    std::optional<std::string> list;     // of the offices that get a file to fill in
    bool workbooks = true;               // those files are workbooks, not YAML
    bool ledger = false;                 // and have a sheet 申请台账
    std::optional<std::string> prose;
    std::string converter;               // the command that makes old files readable
    std::optional<std::string> names;    // a list of a county's own
    std::optional<std::string> data;     // what was published is held against it
    std::optional<std::string> members;  // a folder of them, to hold a sum against
    ReviewMark ticked;                   // what a second reader ticks
    RunOptions run;
    FontOptions fonts;
    std::optional<Keys> keys;  // of what is written; empty: as the command says
    Shard shard;
    bool flat = false;  // of a folder the files in it alone
    bool strict = false;
    bool no_fonts = false;  // check without them
    bool publish = false;   // check looks for what must not go out with the files
    bool mark = false;      // check writes the workbook back with what it found
    bool in_place = false;  // write over the data file itself
    bool summary = false;   // tell how often what was found, and not each
    bool json = false;
    bool csv = false;
    bool quiet = false;
    bool help = false;
    HelpForm help_form = HelpForm::text;
    When color = When::automatic;
};

}  // namespace nianbao
