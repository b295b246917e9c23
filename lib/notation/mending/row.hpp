// What stands in brackets, and rows of numbers without them, in damaged text.
#pragma once

#include "notation/mending/mending.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao::notation {

/// Mends what stands in brackets, over as many lines as it takes.
class Brackets {
public:
    Brackets(std::string_view text, IsName is_name, Mending& mending)
        : text_(text), is_name_(is_name), mending_(mending) {}

    /// Goes through bytes [at, end) of one line, which begin with a bracket, or go on
    /// within some. The byte behind the last bracket, or `end`.
    std::size_t take(std::size_t at, std::size_t end);
    /// Goes through what was meant to stand in brackets, and has none or others.
    void within(char closer, std::size_t at, std::size_t end);
    bool open() const { return !closers_.empty(); }
    std::size_t depth() const { return closers_.size(); }
    /// The brackets are closed before byte `at`, and each is told that is not.
    void close(std::size_t at);

private:
    void separator(std::size_t at, std::size_t bytes, std::size_t end);
    void blanks(std::size_t at, std::size_t end);
    void colon(std::size_t at, std::size_t bytes, std::size_t end);
    bool number_before(std::size_t at) const;
    bool within_number(std::size_t at, std::size_t bytes) const;
    bool value_before(std::size_t at) const;
    bool begins_value(std::size_t at, std::size_t end) const;
    bool key_at(std::size_t at, std::size_t end) const;
    std::size_t quoted_end(std::size_t at, std::size_t end);
    void tell(std::size_t at, std::size_t bytes, std::string message);

    std::string_view text_;
    IsName is_name_;
    Mending& mending_;
    std::string closers_;      // of the brackets that are open, the innermost last
    std::size_t opened_ = 0;   // where the outermost one stands
    std::size_t line_ = 0;     // where this stretch of a line begins
    bool has_commas_ = false;  // between the values of this stretch, of any width
    bool has_narrow_ = false;  // some of them are ASCII
    std::string told_;         // in this stretch: each kind of damage once
};

/// The byte behind digits of any width; `at`: none stand there.
std::size_t digits_end(std::string_view text, std::size_t at, std::size_t end);

/// True of numbers with commas of any kind between them.
bool is_row(std::string_view text);

/// Fewer numbers are no row.
inline constexpr std::size_t least_numbers_of_row = 4;

/// The edits that make a list of bytes [begin, end): four or more numbers with blanks,
/// tabs or commas between them. False if they are none.
bool mend_row(std::string_view text, std::size_t begin, std::size_t end, Mending& mending);

}  // namespace nianbao::notation
