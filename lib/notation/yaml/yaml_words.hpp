// libyaml's problems in Chinese.
#pragma once

#include <string_view>

namespace nianbao::notation {

struct YamlWords {
    std::string_view problem;  // as libyaml says it
    std::string_view message, hint;
    bool at_context =
        false;  // the mistake stands better where libyaml says that the construct begins
};

/// The words for a problem; general ones for a problem that is not known.
const YamlWords& yaml_words(std::string_view problem);

}  // namespace nianbao::notation
