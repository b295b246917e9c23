// What the opaque handles hold.
#pragma once

#include "nianbao/fonts.hpp"
#include "nianbao/job.hpp"
#include "nianbao/nianbao.h"

#include <map>
#include <string>

struct nianbao_error {
    nianbao_status status;
    std::string message;
};

struct nianbao_engine {
    nianbao::Fonts fonts;
};

struct nianbao_data {
    nianbao::Input input;
};

struct nianbao_outcome {
    nianbao::Outcome outcome;
    mutable std::string json;                          // made when it is first asked for
    mutable std::map<std::size_t, std::string> texts;  // of findings, too
};

struct nianbao_answer {
    int exit;
    std::string json;
};
