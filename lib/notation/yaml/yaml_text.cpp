#include "notation/yaml/yaml_text.hpp"

#include "notation/tree.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::notation {
namespace {

/// Both walks: `at` goes through the file, `next_` through the decoded value, which says
/// what each stretch of the file has become.
class Walk {
public:
    Walk(std::string_view value, std::string_view clean, std::string_view original, int begin,
         int end)
        : value_(value), clean_(clean.substr(0, end)), original_(original), at_(begin), end_(end) {}

    void plain() {
        while (more()) {
            if (!fold()) copy();
        }
    }

    void single_quoted() {
        ++at_;
        while (more()) {
            if (at("''")) {
                take(2);
            } else if (!fold()) {
                copy();
            }
        }
    }

    void double_quoted() {
        ++at_;
        while (more()) {
            if (clean_[at_] == '\\') {
                escape();
            } else if (!fold()) {
                copy();
            }
        }
    }

    void block() {
        skip_line();  // the header: | or >, its indicators, a comment
        const std::size_t indent = block_indent();
        skip_blanks(indent);
        while (more()) {
            while (more() && !line_end()) copy();
            if (more()) block_breaks(indent);
        }
    }

    MappedText finish() {
        // What is left of the value has no place of its own: a block scalar at the end of
        // a file that ends without a line feed.
        while (next_ < value_.size()) take(0);
        return builder_.finish(at_);
    }

private:
    bool more() const { return at_ < end_ && next_ < value_.size(); }
    bool at(std::string_view what) const { return clean_.substr(at_).starts_with(what); }
    bool line_end() const { return at_ >= end_ || clean_[at_] == '\n' || clean_[at_] == '\r'; }
    bool blank_here() const { return at_ < end_ && (clean_[at_] == ' ' || clean_[at_] == '\t'); }

    /// One character of the value, which stands as itself here.
    void copy() {
        const int bytes = decode_at(value_, next_).bytes;
        const std::string_view was = original_.substr(at_, bytes);
        const bool separator = was == "\u2028" || was == "\u2029";
        builder_.put(separator ? was : value_.substr(next_, bytes), at_);
        next_ += bytes;
        at_ += bytes;
    }

    /// One character of the value, which is written with so many bytes here.
    void take(std::size_t written) {
        const int bytes = decode_at(value_, next_).bytes;
        builder_.put_escaped(value_.substr(next_, bytes), at_);
        next_ += bytes;
        at_ = std::min(at_ + written, end_);
    }

    void skip_break() { at_ += at("\r\n") ? 2 : 1; }
    void skip_line() {
        while (!line_end()) ++at_;
        if (at_ < end_) skip_break();
    }
    void skip_blanks(std::size_t most) {
        for (std::size_t i = 0; i < most && at_ < end_ && clean_[at_] == ' '; ++i) ++at_;
    }

    /// Blanks with a line end among them: one line end has become a space, more have
    /// become all but the first.
    bool fold() {
        std::size_t ahead = at_;
        while (ahead < end_ && (clean_[ahead] == ' ' || clean_[ahead] == '\t')) ++ahead;
        if (ahead >= end_ || (clean_[ahead] != '\n' && clean_[ahead] != '\r')) return false;
        const std::size_t begin = at_;
        at_ = ahead;
        skip_break();
        if (!empty_lines()) {
            const std::size_t after = at_;
            at_ = begin;
            take(after - begin);
        }
        return true;
    }

    /// The line ends that follow, each a line feed of the value, and the blanks about
    /// them. False where there was none.
    bool empty_lines() {
        bool any = false;
        for (;;) {
            while (blank_here()) ++at_;
            if (at_ >= end_ || !line_end()) return any;
            if (next_ < value_.size() && value_[next_] == '\n') take(0);
            skip_break();
            any = true;
        }
    }

    void escape() {
        const char letter = at_ + 1 < end_ ? clean_[at_ + 1] : '\0';
        if (letter == '\n' || letter == '\r') {
            ++at_;
            skip_break();
            empty_lines();
            return;
        }
        take(letter == 'x' ? 4 : letter == 'u' ? 6 : letter == 'U' ? 10 : 2);
    }

    /// By how many spaces the block is indented: the first line with something on it is
    /// as deep in the file, less what the value keeps of that.
    std::size_t block_indent() const {
        const auto depth = [](std::string_view text, std::size_t from) {
            std::size_t line = from;
            for (std::size_t i = from; i < text.size(); ++i) {
                if (text[i] == '\n' || text[i] == '\r') {
                    line = i + 1;
                } else if (text[i] != ' ') {
                    return i - line;
                }
            }
            return std::size_t{0};
        };
        return depth(clean_, at_) - std::min(depth(clean_, at_), depth(value_, 0));
    }

    /// Line ends of a block, with the empty lines between. The value keeps all of them,
    /// all but the first (folded), or has a space for a single one.
    void block_breaks(std::size_t indent) {
        const std::size_t begin = at_;
        std::size_t breaks = 0, kept = 0;
        while (at_ < end_ && line_end()) {
            skip_break();
            ++breaks;
            skip_blanks(indent);
        }
        const std::size_t after = at_;
        while (kept < breaks && next_ + kept < value_.size() && value_[next_ + kept] == '\n')
            ++kept;
        at_ = begin;
        if (kept == 0) {
            take(after - begin);
            return;
        }
        const bool first_dropped = kept + 1 == breaks && next_ + kept < value_.size();
        for (std::size_t i = 0; i < breaks; ++i) {
            if (i >= (first_dropped ? 1U : 0U) && kept > 0) {
                take(0);
                --kept;
            }
            skip_break();
            skip_blanks(indent);
        }
    }

    std::string_view value_, clean_, original_;
    std::size_t at_, end_, next_ = 0;
    TextBuilder builder_;
};

}  // namespace

MappedText map_yaml(std::string_view value, std::string_view clean, std::string_view original,
                    int begin, int end, Style style) {
    Walk walk(value, clean, original, begin, end);
    switch (style) {
        case Style::single_quoted:
            walk.single_quoted();
            break;
        case Style::double_quoted:
            walk.double_quoted();
            break;
        case Style::literal:
        case Style::folded:
            walk.block();
            break;
        default:
            walk.plain();
            break;
    }
    return walk.finish();
}

}  // namespace nianbao::notation
