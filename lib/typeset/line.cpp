#include "typeset/line.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace nianbao {
namespace {

/// Divides an amount among parts in proportion to their weights, to the last unit.
class Shares {
public:
    Shares(Length amount, std::int64_t weight) : left_(amount), weight_(weight) {}
    Length next(std::int64_t weight) {
        if (weight_ <= 0 || weight <= 0) return {};
        // Lengths and weights of one line stay far below 2^31: the product fits.
        const Length share{left_.units * weight / weight_};
        left_ -= share;
        weight_ -= weight;
        return share;
    }

private:
    Length left_;
    std::int64_t weight_;
};

/// An atom of the line with what it gives up or gains.
struct Placed {
    Length x;
    Length given_up;  // of its own blank
    Length gap;       // after it
};

/// Fills or squeezes a line to its width (GB/T 15834 5.1.11; clreq: 先挤进，后推出),
/// stage by stage.
void justify(std::vector<Placed>& placed, std::span<const Item> items, Length slack, Length em) {
    const std::size_t n = placed.size();
    // Takes as much of `amount` as the items of a stage can give, in proportion, and
    // calls `give` with the share of each.
    const auto share_stage = [&](Length amount, std::size_t first, auto room_of, auto give) {
        Length there;
        for (std::size_t i = first; i + 1 < n; ++i) there += room_of(items[i]);
        const Length take = std::min(amount, there);
        if (take == Length{}) return take;
        Shares shares(take, there.units);
        for (std::size_t i = first; i + 1 < n; ++i)
            give(placed[i], shares.next(room_of(items[i]).units));
        return take;
    };
    if (slack < Length{}) {
        // The first of a line keeps what it has: its edge is the line's.
        for (int stage = 0; stage < shrink_stages && slack < Length{}; ++stage) {
            const auto room = [stage](const Item& item) {
                return item.shrink_stage == stage ? item.shrink : Length{};
            };
            slack += share_stage(-slack, 1, room,
                                 [](Placed& own, Length share) { own.given_up += share; });
        }
        return;
    }
    for (int stage = 0; stage < grow_stages && slack > Length{}; ++stage) {
        const auto room = [stage](const Item& item) {
            return item.grow_stage == stage ? item.grow : Length{};
        };
        slack -= share_stage(slack, 0, room, [](Placed& own, Length share) { own.gap += share; });
    }
    int gaps = 0;
    for (std::size_t i = 0; i + 1 < n; ++i) gaps += items[i].stretch ? 1 : 0;
    const bool every = opens_words(slack, gaps, em);
    Shares shares(slack, every ? static_cast<std::int64_t>(n) - 1 : gaps);
    for (std::size_t i = 0; i + 1 < n; ++i)
        placed[i].gap += shares.next(every || items[i].stretch ? 1 : 0);
}

/// True if a line that may stay short does. One that is an address from end to end and
/// lacks little is opened so that nobody sees it, as its edge would look like a mistake.
bool ends_short(std::span<const Item> items, Length slack, Length em) {
    int gaps = 0;
    for (const Item& item : items.first(items.size() - 1)) {
        gaps += item.stretch ? 1 : 0;
        slack -= item.grow;
    }
    constexpr int unseen = 50;  // parts of an em
    const bool filled = gaps == 0 && slack <= em / unseen * (std::ssize(items) - 1);
    return !filled && stays_short(slack, gaps, em);
}

/// A glyph's trim and where its box begins.
struct Drawn {
    Trim trim;
    Length x;
};

/// Cuts what a mark gives up from its box, in steps, so that a document has few such
/// glyphs. Programs that extract text would take overlapping boxes for the end of a line,
/// and gaps for spaces. A face that is embedded whole keeps its boxes.
Drawn draw(const Atom& atom, const Placed& placed) {
    if (placed.given_up == Length{}) return {{}, placed.x};
    constexpr int step = 50;  // 1/1000 em: half of what such programs take for a space
    // A middle dot gives up half on each side.
    const bool both = atom.blank_left && atom.blank_right;
    const Length before = both ? placed.given_up / 2 : atom.blank_left ? placed.given_up : Length{};
    if (!atom.trims) return {{}, placed.x - before};
    const auto cut = [&](Length amount) {
        return static_cast<std::int16_t>((amount.units * 1000 / step + atom.em.units / 2) /
                                         atom.em.units * step);
    };
    const Trim trim{cut(before), cut(placed.given_up - before)};
    return {trim, placed.x - before + Length{atom.em.units * trim.left / 1000}};
}

}  // namespace

SetLine set_line(std::span<const Atom> atoms, std::span<const Item> items, LineRange range,
                 Length width, Align align, Artifact artifact) {
    const std::size_t first = range.first;
    const std::size_t n = range.last - range.first;
    SetLine line;
    if (n == 0) return line;
    atoms = atoms.subspan(first, n);
    items = items.subspan(first, n);
    line.em = atoms.front().em;

    std::vector<Placed> placed(n);
    Length natural;
    for (std::size_t i = 0; i < n; ++i) {
        placed[i].given_up = atoms[i].given_up;
        if (i + 1 < n) placed[i].gap = items[i].gap;
        natural += atoms[i].width() + placed[i].gap;
    }
    placed.front().given_up += items.front().start_trim;
    placed.back().given_up += items.back().end_trim;
    natural -= items.front().start_trim + items.back().end_trim;
    const Length slack = width - natural;
    const bool opened =
        align == Align::justified && !(items.back().ragged && ends_short(items, slack, line.em));
    if (opened || slack < Length{}) justify(placed, items, slack, line.em);

    const Length room = std::max(slack, Length{});
    Length at = align == Align::centre ? room / 2 : align == Align::right ? room : Length{};
    for (std::size_t i = 0; i < n; ++i) {
        placed[i].x = at;
        at += atoms[i].advance - placed[i].given_up + placed[i].gap;
    }
    line.width = at;

    // Runs of one face, size and node; a link's place on the line is one area.
    const auto node_of = [artifact](const Atom& atom) {
        return artifact == Artifact::none ? atom.node : -1;
    };
    for (std::size_t i = 0; i < n;) {
        GlyphRun run;
        run.origin = {placed[i].x, {}};
        run.face = atoms[i].face;
        run.size = atoms[i].em;
        run.node = node_of(atoms[i]);
        run.artifact = artifact;
        std::size_t to = i + 1;
        while (to < n && atoms[to].face == run.face && atoms[to].em == run.size &&
               node_of(atoms[to]) == run.node)
            ++to;
        run.glyphs.reserve(to - i);
        run.source.reserve(to - i);
        for (; i < to; ++i) {
            const Drawn drawn = draw(atoms[i], placed[i]);
            run.glyphs.push_back({atoms[i].glyph, drawn.trim, drawn.x - run.origin.x, 1});
            run.source += atoms[i].character;
        }
        line.marks.emplace_back(std::move(run));
    }
    for (std::size_t i = 0; i < n && artifact == Artifact::none;) {
        std::size_t to = i + 1;
        if (atoms[i].in_link) {
            while (to < n && atoms[to].in_link && atoms[to].node == atoms[i].node) ++to;
            const Length end = to < n ? placed[to].x : line.width;
            line.marks.emplace_back(LinkArea{
                {placed[i].x, -(line.em * 88 / 100)}, end - placed[i].x, line.em, atoms[i].node});
        }
        i = to;
    }
    return line;
}

void move(std::vector<Mark>& marks, Length right, Length down) {
    for (Mark& mark : marks) {
        std::visit(
            [&](auto& m) {
                m.origin.x += right;
                m.origin.y += down;
            },
            mark);
    }
}

void turn_left(std::vector<Mark>& marks, Length height) {
    const auto turn_box = [height](auto& box) {
        box.origin = {box.origin.y, height - box.origin.x - box.width};
        std::swap(box.width, box.height);
    };
    for (Mark& mark : marks) {
        if (auto* run = std::get_if<GlyphRun>(&mark)) {
            run->origin = {run->origin.y, height - run->origin.x};
            run->turned = true;
        } else if (auto* rule = std::get_if<Rule>(&mark)) {
            turn_box(*rule);
        } else if (auto* link = std::get_if<LinkArea>(&mark)) {
            turn_box(*link);
        } else {
            turn_box(std::get<SealArea>(mark));
        }
    }
}

}  // namespace nianbao
