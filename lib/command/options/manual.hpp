// The commands and options as other programs tell them: a manual page, and completion for
// two shells. All from the tables.
#pragma once

#include <string>

namespace nianbao {

/// nianbao(1), for man: roff in UTF-8.
std::string man_page();

/// For bash-completion: words for `nianbao`.
std::string bash_completion();

/// For zsh: the function _nianbao.
std::string zsh_completion();

}  // namespace nianbao
