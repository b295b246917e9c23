// The process and its terminal, as the system gives them: all that the door asks the
// system for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

enum class Stream { out, error };

/// Puts right what the system gives a program otherwise: once, before all else.
void begin_process();

/// The words of the command line in UTF-8, the program's own first. Where no shell does
/// it, `*` and `?` are replaced by the names of the files that fit.
std::vector<std::string> command_line(int count, const char* const* words);

bool is_terminal(Stream stream);
/// Whether colours and lines that are drawn anew can be shown there.
bool shows_colours(Stream stream);
/// The width of the terminal that people read; 80 if it is not known.
std::size_t terminal_columns();

/// Writes all of it, with what was kept before. False if that fails.
bool write(Stream stream, std::string_view text);
/// The same, but of standard output the system may take it later, with what follows.
bool write_later(Stream stream, std::string_view text);

/// Whether the terminal, if there is one, was opened for this program and closes with it:
/// nobody typed its command line, something was dropped on it.
bool has_own_window();
/// Waits in a window of its own until somebody has read it.
void wait_for_reader();
