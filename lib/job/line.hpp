// One job on its way along the line.
#pragma once

#include "nianbao/document.hpp"
#include "nianbao/job.hpp"
#include "nianbao/pages.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace nianbao {

/// A look at the report before it is checked, on the thread that does the job. Called if
/// the rules are run.
using Look = std::function<void(const Report&)>;

/// What is asked for, and what the passes have made of it so far.
struct Line {
    const Job& job;
    const Fonts& fonts;
    const RunOptions& options;
    const Look& look;
    Outcome& outcome;
    std::optional<Report> report = {};
    std::shared_ptr<const Report> previous = {};  // while the rules look at it
    std::optional<Document> document = {};
    std::optional<Pages> pages = {};
    bool composable = false;  // every cell reference names a cell
    bool refused = false;     // by the rules: the line goes on, so that all mistakes are
                              // told at once, and makes nothing
};

/// What an input is called in messages.
std::string name_of(const Input& input);

}  // namespace nianbao
