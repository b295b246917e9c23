// The encoder. Runs of lines and curves up to the stack's limit, and single moves and
// lines along an axis in their short form; the short forms of curves break runs and cost
// more than they save once deflated.
#include "font/program/charstring.hpp"

#include <array>

namespace nianbao {
namespace {

enum Operator : unsigned char {
    vmoveto = 4,
    rlineto = 5,
    hlineto = 6,
    vlineto = 7,
    rrcurveto = 8,
    endchar = 14,
    rmoveto = 21,
    hmoveto = 22,
    rcurveline = 24,
    rlinecurve = 25,
};

constexpr int stack_limit = 48;

/// A segment relative to where the last one ended; a move or line has its delta in the
/// first two.
struct Step {
    Segment::Kind kind;
    std::array<std::int32_t, 6> delta{};

    bool is(Segment::Kind wanted) const { return kind == wanted; }
    bool horizontal() const { return delta[1] == 0; }
    bool vertical() const { return delta[0] == 0; }
    bool slanted() const { return !horizontal() && !vertical(); }
};

std::vector<Step> steps_of(std::span<const Segment> segments) {
    std::vector<Step> steps;
    steps.reserve(segments.size());
    std::int32_t x = 0, y = 0;
    for (const Segment& s : segments) {
        if (s.kind == Segment::Kind::curve) {
            steps.push_back(
                {s.kind, {s.x1 - x, s.y1 - y, s.x2 - s.x1, s.y2 - s.y1, s.x - s.x2, s.y - s.y2}});
        } else {
            steps.push_back({s.kind, {s.x - x, s.y - y}});
        }
        x = s.x;
        y = s.y;
    }
    return steps;
}

class Encoder {
public:
    explicit Encoder(std::vector<Step> steps) : steps_(std::move(steps)) {
        out_.reserve(16 + 6 * steps_.size());
    }

    std::string encode(std::optional<int> width) {
        if (width) number(*width * 65536);
        // The first operator, a move, takes the width too and stays far from the limit.
        operands_ = 0;
        while (at_ < steps_.size()) {
            switch (steps_[at_].kind) {
                case Segment::Kind::move:
                    move();
                    break;
                case Segment::Kind::line:
                    if (steps_[at_].slanted()) {
                        lines();
                    } else {
                        axis_lines();
                    }
                    break;
                case Segment::Kind::curve:
                    curves();
                    break;
            }
        }
        operation(endchar);
        return std::move(out_);
    }

private:
    bool next_is(Segment::Kind kind) const { return at_ < steps_.size() && steps_[at_].is(kind); }
    bool next_is_slanted_line() const {
        return next_is(Segment::Kind::line) && steps_[at_].slanted();
    }
    bool room_for(int operands) const { return operands_ + operands <= stack_limit; }

    void move() {
        const Step& step = steps_[at_++];
        if (step.horizontal()) {
            number(step.delta[0]);
            operation(hmoveto);
        } else if (step.vertical()) {
            number(step.delta[1]);
            operation(vmoveto);
        } else {
            take(step, 2);
            operation(rmoveto);
        }
    }

    /// Lines by turns along the one axis and the other.
    void axis_lines() {
        const bool starts_horizontal = steps_[at_].horizontal();
        bool horizontal = starts_horizontal;
        do {
            number(steps_[at_++].delta[horizontal ? 0 : 1]);
            horizontal = !horizontal;
        } while (room_for(1) && next_is(Segment::Kind::line) &&
                 (horizontal ? steps_[at_].horizontal() : steps_[at_].vertical()));
        operation(starts_horizontal ? hlineto : vlineto);
    }

    void lines() {
        do take(steps_[at_++], 2);
        while (room_for(2) && next_is_slanted_line());
        if (room_for(6) && next_is(Segment::Kind::curve)) {
            take(steps_[at_++], 6);
            operation(rlinecurve);
        } else {
            operation(rlineto);
        }
    }

    void curves() {
        do take(steps_[at_++], 6);
        while (room_for(6) && next_is(Segment::Kind::curve));
        const bool one_line = room_for(2) && next_is_slanted_line() &&
                              !(at_ + 1 < steps_.size() && steps_[at_ + 1].is(Segment::Kind::line));
        if (one_line) {
            take(steps_[at_++], 2);
            operation(rcurveline);
        } else {
            operation(rrcurveto);
        }
    }

    void take(const Step& step, std::size_t deltas) {
        for (std::size_t i = 0; i < deltas; ++i) number(step.delta[i]);
    }

    /// A 16.16 number in its shortest form.
    void number(std::int32_t fixed) {
        ++operands_;
        if ((fixed & 0xFFFF) != 0) {
            byte(0xFF);
            for (int shift = 24; shift >= 0; shift -= 8) byte(fixed >> shift);
            return;
        }
        const int value = fixed >> 16;
        if (value >= -107 && value <= 107) {
            byte(value + 139);
        } else if (value >= 108 && value <= 1131) {
            byte(247 + ((value - 108) >> 8));
            byte(value - 108);
        } else if (value >= -1131 && value <= -108) {
            byte(251 + ((-value - 108) >> 8));
            byte(-value - 108);
        } else {
            byte(0x1C);
            byte(value >> 8);
            byte(value);
        }
    }

    void operation(Operator code) {
        byte(code);
        operands_ = 0;
    }

    /// The lowest eight bits.
    void byte(int value) { out_ += static_cast<char>(value); }

    std::vector<Step> steps_;
    std::size_t at_ = 0;
    int operands_ = 0;
    std::string out_;
};

}  // namespace

std::string encode_type2(std::span<const Segment> segments, std::optional<int> width) {
    return Encoder(steps_of(segments)).encode(width);
}

}  // namespace nianbao
