#include "pdf/content.hpp"

#include "pdf/objects/numbers.hpp"
#include "pdf/objects/objects.hpp"
#include "pdf/structure_types.hpp"
#include "text/digits.hpp"

#include <algorithm>
#include <cstdlib>

namespace nianbao {
namespace {

/// Horizontal places within a run are counted in units of 1e-8 pt: a width (1e-5 em)
/// times a size (1e-3 pt) is a whole number of them.
using Fine = std::int64_t;
constexpr Fine fine_per_point = 100'000'000;
constexpr Fine fine(Length length) { return length.units * 390'625 / 256; }  // 1e8 / 65536
constexpr Fine tolerance = fine_per_point / 250;  // 0.004 pt; the rest of 0.005 is rounding

constexpr Fine rounded_quotient(Fine a, Fine b) { return (a >= 0 ? a + b / 2 : a - b / 2) / b; }

class Writer {
public:
    explicit Writer(Length page_height) : page_height_(page_height) { out_.reserve(4096); }

    void text(const GlyphRun& run, std::span<const Shown> shown, int resource) {
        if (run.glyphs.empty()) return;
        open(State::text);
        const std::int64_t size = thousandths(run.size);
        if (resource != resource_ || size != size_) {
            resource_ = resource;
            size_ = size;
            out_ += "/F";
            append_decimal(out_, resource, 0);
            out_ += ' ';
            append_decimal(out_, size, 3);
            out_ += " Tf\n";
        }
        const std::int64_t x = thousandths(run.origin.x),
                           y = thousandths(page_height_ - run.origin.y);
        paint(0);
        begin_line(x, y, run.turned);
        show(run, shown, x * (fine_per_point / 1000));
    }

    void rule(const Rule& rule) {
        if (rule.lightness != lightness_) open(State::page);  // a path is painted in one colour
        paint(rule.lightness);
        open(State::path);
        const std::int64_t left = thousandths(rule.origin.x),
                           right = thousandths(rule.origin.x + rule.width);
        const std::int64_t top = thousandths(page_height_ - rule.origin.y),
                           bottom = thousandths(page_height_ - rule.origin.y - rule.height);
        for (std::int64_t value : {left, bottom, right - left, top - bottom}) {
            append_decimal(out_, value, 3);
            out_ += ' ';
        }
        out_ += "re\n";
    }

    /// Begins marked content. What begins within a text object must end there (ISO
    /// 32000-1, 14.6.1), so that of text begins inside, that of rules outside.
    void begin(std::string_view tag, bool text) {
        open(text ? State::text : State::page);
        out_ += tag;
    }

    void end() {
        if (state_ == State::path) open(State::page);
        out_ += "EMC\n";
    }

    std::string finish() {
        open(State::page);
        return std::move(out_);
    }

private:
    enum class State { page, text, path };

    void paint(std::uint8_t lightness) {
        if (lightness == lightness_) return;
        lightness_ = lightness;
        append_decimal(out_, lightness * 1000 / 255, 3);
        out_ += " g\n";
    }

    /// Moves to where a line begins. Sets the matrix anew for a turned line, which runs
    /// up the page, and for the next upright one.
    void begin_line(std::int64_t x, std::int64_t y, bool turned) {
        const bool anew = turned || turned_;
        if (anew) out_ += turned ? "0 1 -1 0 " : "1 0 0 1 ";
        append_decimal(out_, anew ? x : x - line_x_, 3);
        out_ += ' ';
        append_decimal(out_, anew ? y : y - line_y_, 3);
        out_ += anew ? " Tm\n" : " Td\n";
        line_x_ = x;
        line_y_ = y;
        turned_ = turned;
    }

    void open(State state) {
        if (state == state_) return;
        if (state_ == State::text) out_ += "ET\n";
        if (state_ == State::path) out_ += "f\n";
        if (state == State::text) {
            out_ += "BT\n";
            line_x_ = line_y_ = 0;
            turned_ = false;
        }
        state_ = state;
    }

    /// The gap that most glyphs of a stretched line have: that much goes into Tc,
    /// character spacing. 1e-5 pt.
    Fine common_spacing(const GlyphRun& run, std::span<const Shown> shown) {
        const std::ptrdiff_t gaps = std::ssize(run.glyphs) - 1;
        if (gaps < 3) return 0;
        gaps_.clear();
        for (std::size_t i = 0; i + 1 < run.glyphs.size(); ++i)
            gaps_.push_back(fine(run.glyphs[i + 1].x - run.glyphs[i].x) - shown[i].width * size_);
        const auto middle = gaps_.begin() + gaps / 2;
        std::nth_element(gaps_.begin(), middle, gaps_.end());
        const Fine common = *middle;
        // Too small to add up to anything over the line.
        if (std::abs(common) <= tolerance / gaps) return 0;
        const std::ptrdiff_t alike = std::count_if(gaps_.begin(), gaps_.end(), [&](Fine gap) {
            return std::abs(gap - common) <= fine_per_point / 10'000;
        });
        return 2 * alike > gaps ? rounded_quotient(common, 1000) : 0;
    }

    void show(const GlyphRun& run, std::span<const Shown> shown, Fine pen) {
        const Fine spacing = common_spacing(run, shown);
        if (spacing != spacing_) {
            spacing_ = spacing;
            append_decimal(out_, spacing, 5);
            out_ += " Tc\n";
        }
        // Adjustments are in 1/1000 em. So many 1e-5 em make a step whose rounding is at
        // most 0.002 pt.
        const Fine step = size_ <= 40'000 ? 10 : 1;
        bool adjusted = false;
        const std::size_t start = out_.size();
        out_ += '(';
        for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
            const Fine off = pen - fine(run.origin.x + run.glyphs[i].x);
            if (std::abs(off) > tolerance && size_ > 0) {
                const Fine adjustment = rounded_quotient(off, size_ * step) * step;
                pen -= adjustment * size_;
                if (out_.size() == start + 1) {
                    out_.pop_back();
                } else {
                    out_ += ')';
                }
                append_decimal(out_, adjustment, 2);
                out_ += '(';
                adjusted = true;
            }
            code(shown[i].code);
            pen += shown[i].width * size_ + spacing * 1000;
        }
        out_ += ')';
        if (adjusted) {
            out_.insert(start, 1, '[');
            out_ += "]TJ\n";
        } else {
            out_ += "Tj\n";
        }
    }

    void code(std::uint16_t code) {
        for (char c : {static_cast<char>(code >> 8), static_cast<char>(code)}) {
            if (c == '(' || c == ')' || c == '\\') out_ += '\\';
            if (c == '\r') {
                out_ += "\\r";  // a bare one would be read as a line feed
            } else {
                out_ += c;
            }
        }
    }

    std::string out_;
    Length page_height_;
    State state_ = State::page;
    int resource_ = -1;
    std::int64_t size_ = 0;                 // 1e-3 pt
    std::int64_t line_x_ = 0, line_y_ = 0;  // 1e-3 pt: where the last line began
    bool turned_ = false;                   // the last line ran up the page
    std::uint8_t lightness_ = 0;            // of what is filled
    Fine spacing_ = 0;                      // 1e-5 pt
    std::vector<Fine> gaps_;
};

std::string_view artifact(Artifact kind) {
    switch (kind) {
        case Artifact::page_number:
            return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
        case Artifact::repeated:
            return "/Artifact<</Type/Pagination>>BDC\n";
        case Artifact::rule:
            return "/Artifact<</Type/Layout>>BDC\n";
        case Artifact::separator:
        case Artifact::none:
            break;
    }
    return "/Artifact BMC\n";
}

template <class Each>
void each_text(std::span<const Mark> marks, Each each) {
    for (const Mark& mark : marks) {
        if (const auto* run = std::get_if<GlyphRun>(&mark)) each(std::u32string_view(run->source));
    }
}

/// A character that Unicode leaves to agreements between users means nothing elsewhere;
/// PDF/A-2a wants to be told the text beside it (6.2.11.7.3).
bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

std::string tagged(const Sequence& sequence, std::span<const Mark> marks,
                   std::span<const Element> elements) {
    std::string tag = "/";
    tag += structure_type(elements[sequence.node]);
    tag += "<</MCID ";
    append_decimal(tag, sequence.mcid, 0);
    bool any_private = false;
    each_text(marks, [&](std::u32string_view text) {
        any_private = any_private || std::any_of(text.begin(), text.end(), is_private);
    });
    if (any_private) {
        std::string utf16;
        each_text(marks, [&](std::u32string_view text) {
            for (char32_t character : text) append_utf16(utf16, character);
        });
        tag += "/ActualText<FEFF";
        for (char byte : utf16) append_hex(tag, byte);
        tag += '>';
    }
    return tag + ">>BDC\n";
}

}  // namespace

std::string content_stream(const Page& page, std::span<const Shown> shown,
                           std::span<const int> resource, std::span<const Sequence> sequences,
                           std::span<const Element> elements) {
    Writer writer(page.height);
    for (const Sequence& sequence : sequences) {
        const std::span<const Mark> marks =
            std::span(page.marks).subspan(sequence.first, sequence.last - sequence.first);
        const bool text = std::holds_alternative<GlyphRun>(marks.front());
        writer.begin(
            sequence.node < 0 ? artifact(sequence.artifact) : tagged(sequence, marks, elements),
            text);
        for (const Mark& mark : marks) {
            if (const auto* run = std::get_if<GlyphRun>(&mark)) {
                writer.text(*run, shown.first(run->glyphs.size()), resource[run->face]);
                shown = shown.subspan(run->glyphs.size());
            } else if (const auto* rule = std::get_if<Rule>(&mark)) {
                writer.rule(*rule);
            }
        }
        writer.end();
    }
    return writer.finish();
}

std::size_t count_glyphs(const Page& page) {
    std::size_t count = 0;
    for (const Mark& mark : page.marks) {
        if (const auto* run = std::get_if<GlyphRun>(&mark)) count += run->glyphs.size();
    }
    return count;
}

}  // namespace nianbao
