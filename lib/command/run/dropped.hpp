// What is dropped on the program, or opened with it: data files and folders without a
// command.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// The words that make reports of what was dropped, beside it; nothing if the words of
/// the command line name a command, or what is not there. The first is the program's own.
std::optional<std::vector<std::string>> words_for_dropped(const std::vector<std::string>& words);

/// Writes what was told of them beside them, for people who have no terminal to read it
/// in: for one file 年报.核对结果.txt, else 核对结果.txt in the folder. Removes what an
/// earlier run told if there is nothing to tell. Answers the line that says so; empty: no
/// file. Never touches a file that it did not write. `clean`: the program ended well.
std::string keep_for_dropped(const std::vector<std::string>& words, const std::string& told,
                             bool clean);

/// True of the bytes of such a file: folders pass over it in silence.
bool tells_of_dropped(std::string_view bytes);

}  // namespace nianbao
