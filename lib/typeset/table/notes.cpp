#include "typeset/table/notes.hpp"

#include "report/layout_settings.hpp"
#include "typeset/line_break.hpp"

#include <utility>

namespace nianbao {
namespace {

/// The width of the “注：” that a note begins with.
Length mark_width(const NoteText& note) {
    const bool marked = note.atoms.size() > 1 && note.atoms[0].character == U'注' &&
                        note.atoms[1].character == U'：';
    return marked ? note.items[0].width + note.items[1].width : Length{};
}

}  // namespace

std::vector<SetLine> note_lines(std::span<const NoteText> notes, Length width) {
    std::vector<SetLine> lines;
    const Length hang = notes.empty() ? Length{} : mark_width(notes.front());
    for (const NoteText& note : notes) {
        const Length indent = lines.empty() ? -hang : Length{};
        const std::vector<LineRange> ranges =
            break_lines(note.items, {width - hang, indent, note_size}, Fit::justified);
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            const bool first = lines.empty(), last = i + 1 == ranges.size();
            SetLine line = set_line(note.atoms, note.items, ranges[i], first ? width : width - hang,
                                    last ? Align::left : Align::justified);
            if (!first) move(line.marks, hang, {});
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

}  // namespace nianbao
