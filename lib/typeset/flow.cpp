#include "typeset/flow.hpp"

#include "report/layout_settings.hpp"
#include "text/utf8.hpp"
#include "typeset/nodes.hpp"
#include "typeset/rules.hpp"
#include "typeset/sense.hpp"
#include "typeset/signature.hpp"
#include "typeset/title.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace nianbao {
namespace {

/// A longer heading is divided as a paragraph is.
constexpr std::size_t most_lines_of_heading = 6;

/// Of the breaks of a signature by their sense (on the scale of Fit::ragged in
/// line_break.cpp): between words before evenly.
constexpr SenseCosts costs_in_signature = {20000, 2000, 500, 0};

/// Texts without the line ends that their writer put into them.
std::vector<Text> without_line_ends(std::vector<Text> texts) {
    for (Text& text : texts) std::erase(text.text, U'\n');
    return texts;
}

/// The atoms before which the lines of a title end as they were written; the last is the
/// end of all.
std::vector<int> written_ends(const Inline& title, std::span<const int> places) {
    std::vector<int> ends;
    std::size_t at = 0;
    for (const Text& text : title.texts) {
        for (const char32_t c : text.text) {
            if (c == U'\n') ends.push_back(places[at]);
            ++at;
        }
    }
    ends.push_back(places.back());
    return ends;
}

/// The breaks inside [first, last), counted from `first`.
std::vector<Break> breaks_within(std::span<const Break> breaks, int first, int last) {
    std::vector<Break> within;
    for (const Break& own : breaks) {
        if (own.at > first && own.at < last) within.push_back({own.at - first, own.sense});
    }
    return within;
}

/// The bracket that closes a paragraph's numbering keeps its room: headings look alike
/// whatever their line needs.
void keep_numbering(std::span<const Atom> atoms, std::span<Item> items) {
    constexpr std::size_t longest = 4;  // （十二）
    if (atoms.empty() || atoms.front().character != U'（') return;
    for (std::size_t i = 1; i < std::min(longest, atoms.size()); ++i) {
        if (atoms[i].character == U'）') items[i].shrink = {};
    }
}

class FlowSetter {
public:
    explicit FlowSetter(Setter& setter) : setter_(setter), layout_(setter.layout()) {}

    void title(const Inline& title) {
        const int own = add_heading(Role::title, title, 0);
        const std::vector<Atom> all =
            setter_.atoms(without_line_ends(title.texts), style_of(title_size, Role::title),
                          owners_of(title, own));
        const std::vector<int> places = atom_places(title.texts, all);
        const std::vector<Break> breaks = at_atoms(title.breaks, places);
        // The writer's own line ends stand.
        std::vector<TitleLine> written;
        int begin = 0;
        for (const int end : written_ends(title, places)) {
            if (end == begin) continue;
            written.push_back(title_line({all.begin() + begin, all.begin() + end},
                                         breaks_within(breaks, begin, end)));
            begin = end;
        }
        Chunk chunk;
        add_title_lines(written, chunk);
        if (chunk.lines.empty()) return;
        chunk.rows = title_rows(layout_, std::ssize(chunk.lines));
        chunk.own_pitch = title_pitch(layout_);
        chunk.keep_with_next = true;
        flow_.chunks.push_back(std::move(chunk));
    }

    void section(const Section& section) {
        section_ = section.heading ? nodes_.add(Role::section, 0) : 0;
        if (section.heading) block(*section.heading);
        for (const Block& own : section.blocks)
            std::visit([this](const auto& kind) { block(kind); }, own);
    }

    /// Never alone on a page. False if there is nothing to sign with.
    bool sign(const SignatureLines& lines) {
        SetSignature signature{signature_lines(lines.agency), signature_lines(lines.date)};
        if (signature.name.empty() && signature.date.empty()) return false;
        if (!flow_.chunks.empty()) flow_.chunks.back().keep_with_next = true;
        flow_.chunks.push_back(
            layout_.seal_room
                ? sealed_signature(std::move(signature), layout_, nodes_.add(Role::seal, section_))
                : plain_signature(std::move(signature), layout_));
        return true;
    }

    Flow take() {
        flow_.nodes = nodes_.take();
        return std::move(flow_);
    }

private:
    /// A bookmark has no 。 at its end.
    int add_heading(Role role, const Inline& content, int parent) {
        std::u32string words = content.text();
        if (words.ends_with(U'。')) words.pop_back();
        return nodes_.add_heading(role, parent, to_utf8(words));
    }

    /// A text's own node and its label's, and what makes those of its links and of its
    /// words of another language, below its own.
    Owners owners_of(const Inline& content, int own, int label = -1) {
        return {.text = own,
                .label = label,
                .link = [this, &content,
                         own](int link) { return nodes_.add_link(own, content.links[link]); },
                .span = [this, own](
                            std::string_view language) { return nodes_.add_span(own, language); }};
    }

    std::vector<Atom> atoms(const Inline& content, const Style& style, int own) {
        return setter_.atoms(content.texts, style, owners_of(content, own));
    }

    void block(const Heading& heading) {
        const Role role = heading_role(heading.level);
        const int own = add_heading(role, heading.content, section_);
        running(atoms(heading.content, style_of(layout_.em(), role), own), heading.level);
    }

    void block(const Paragraph& paragraph) {
        const Inline& content = paragraph.content;
        const Style style = style_of(layout_.em(), Role::paragraph, paragraph.run_in);
        RunIn head = run_in(content, paragraph.run_in, style, -1, section_);
        const int own = nodes_.add(Role::paragraph, section_);
        running(with_rest(std::move(head), content, style, owners_of(content, own)));
    }

    /// A run-in heading: so many texts of its block.
    struct RunIn {
        std::vector<Atom> atoms;
        std::size_t texts = 0;
    };

    /// The texts before the first plain one, if a paragraph or an item begins with a
    /// run-in heading: an element of its own, in front of the paragraph, or at the head
    /// of the item's text.
    RunIn run_in(const Inline& content, int level, const Style& style, int label, int parent) {
        std::size_t end = 0;
        std::u32string words;
        while (end < content.texts.size() && content.texts[end].role != TextRole::plain)
            words += content.texts[end++].text;
        if (level == 0 || end == 0 || content.texts[end - 1].role != TextRole::heading) return {};
        const int own = nodes_.add_heading(heading_role(level), parent, to_utf8(words));
        return {setter_.atoms(std::span(content.texts).first(end), style,
                              owners_of(content, own, label)),
                end};
    }

    /// Adds the texts behind a run-in heading. The 。 between them is the heading's: no
    /// text begins with one.
    std::vector<Atom> with_rest(RunIn head, const Inline& content, const Style& style,
                                const Owners& owners) {
        std::vector<Atom> rest =
            setter_.atoms(std::span(content.texts).subspan(head.texts), style, owners);
        if (!head.atoms.empty() && !rest.empty() && rest.front().character == U'。')
            rest.front().node = head.atoms.back().node;
        head.atoms.insert(head.atoms.end(), rest.begin(), rest.end());
        return std::move(head.atoms);
    }

    void block(const List& list) { list_below(list, section_); }

    /// A list: its items are set like any paragraphs, their numbers and their texts are
    /// elements of their own.
    void list_below(const List& list, int parent) {
        const int own = nodes_.add(Role::list, parent);
        for (const ListItem& item : list.items) {
            const int node = nodes_.add(Role::item, own);
            const int label = nodes_.add(Role::label, node);
            const int body = nodes_.add(Role::item_body, node);
            const Style style = style_of(layout_.em(), Role::item_body, item.run_in);
            RunIn head = run_in(item.content, item.run_in, style, label, body);
            running(with_rest(std::move(head), item.content, style,
                              owners_of(item.content, body, label)));
            for (const List& below : item.below) list_below(below, body);
        }
    }

    void block(const Table& table) {
        const std::vector<int> cells = nodes_.add_table(table, section_);
        // Notes are as wide as their table, and share a page with it.
        std::vector<NoteText> notes;
        for (const Inline& note : table.notes) notes.push_back(note_text(note));
        Chunk upright, landscape;
        upright.notes = note_lines(notes, layout_.width);
        landscape.notes = note_lines(notes, layout_.height);
        SetTable set =
            set_table(table, cells, setter_, {upright.notes_height(), landscape.notes_height()});
        Chunk& chunk = set.landscape ? landscape : upright;
        chunk.table = std::move(set);
        flow_.chunks.push_back(std::move(chunk));
    }

    NoteText note_text(const Inline& note) {
        const int own = nodes_.add(Role::note, section_);
        NoteText text{atoms(note, style_of(note_size, Role::note), own), {}};
        squeeze(text.atoms);
        text.items = items_of(text.atoms);
        return text;
    }

    /// A line of the title as it was written.
    struct TitleLine {
        std::vector<Atom> atoms;
        std::vector<Item> items;
        std::vector<Break> breaks;  // counted in atoms

        Length width(LineRange range) const {
            Length width;
            for (int i = range.first; i < range.last; ++i) width += items[i].width;
            return width - items[range.first].start_trim - items[range.last - 1].end_trim;
        }
    };

    static TitleLine title_line(std::vector<Atom> atoms, std::vector<Break> breaks) {
        squeeze(atoms);
        std::vector<Item> items = items_of(atoms);
        return {std::move(atoms), std::move(items), std::move(breaks)};
    }

    /// Adds the lines of the title as they were written; one that is too long is divided
    /// between words, in shape with the others.
    void add_title_lines(const std::vector<TitleLine>& written, Chunk& chunk) {
        const Measures measure{layout_.width, {}, title_size};
        TitleCompany company;
        for (const TitleLine& line : written)
            company.below.push_back(
                std::min(line.width({0, static_cast<int>(line.items.size())}), measure.width));
        for (const TitleLine& line : written) {
            company.below.erase(company.below.begin());
            for (const LineRange& range : title_lines(line.items, line.breaks, measure, company)) {
                company.above.push_back(line.width(range));
                chunk.lines.push_back(
                    set_line(line.atoms, line.items, range, layout_.width, Align::centre));
                chunk.lefts.emplace_back();
            }
        }
    }

    /// Between Han and digits or letters.
    Length gap() const { return layout_.spacing == Spacing::quarter ? layout_.em() / 4 : Length{}; }

    /// Running text: its first line is indented by two characters. `heading`: its level,
    /// or 0.
    void running(std::vector<Atom> all, int heading = 0) {
        squeeze(all);
        std::vector<Item> items = items_of(all, gap());
        keep_numbering(all, items);
        const Length indent = layout_.em() * 2;
        const auto ranges =
            break_lines(items, {layout_.width, indent, layout_.em()}, Fit::justified);

        std::vector<SetLine> lines;
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            const bool last = i + 1 == ranges.size();
            lines.push_back(set_line(all, items, ranges[i],
                                     i == 0 ? layout_.width - indent : layout_.width,
                                     last ? Align::left : Align::justified));
        }
        add_lines(std::move(lines), indent, heading);
    }

    /// Chunks of a paragraph: no single first or last line may stand alone on a page; the
    /// lines of a heading stay together, if it is not very long, and with what follows.
    void add_lines(std::vector<SetLine> lines, Length indent, int heading) {
        const std::size_t n = lines.size();
        const bool whole = n <= (heading > 0 ? most_lines_of_heading : 3U);
        for (std::size_t i = 0; i < n;) {
            const std::size_t together = whole ? n : (i == 0 || i + 2 == n) ? 2 : 1;
            Chunk chunk;
            for (std::size_t k = i; k < i + together; ++k) {
                chunk.lines.push_back(std::move(lines[k]));
                chunk.lefts.push_back(k == 0 ? indent : Length{});
            }
            chunk.rows = static_cast<int>(together);
            chunk.heading = heading;
            chunk.goes_on = i > 0;
            chunk.keep_with_next = heading > 0 && i + together == n;
            flow_.chunks.push_back(std::move(chunk));
            i += together;
        }
    }

    std::vector<SetLine> signature_lines(const Inline& content) {
        const int own = nodes_.add(Role::paragraph, section_);
        std::vector<Atom> all = atoms(content, style_of(layout_.em(), Role::paragraph), own);
        squeeze(all);
        std::vector<Item> items = items_of(all);
        if (!content.breaks.empty())
            break_by_sense(items, at_atoms(content.breaks, atom_places(content.texts, all)),
                           costs_in_signature);
        const Length width = layout_.width - layout_.em() * 4;
        std::vector<SetLine> lines;
        for (const LineRange& range : break_lines(items, {width, {}, layout_.em()}, Fit::ragged))
            lines.push_back(set_line(all, items, range, width, Align::left));
        return lines;
    }

    Setter& setter_;
    const Layout& layout_;
    Nodes nodes_;
    Flow flow_;
    int section_ = 0;  // node
};

/// A heading stays with two lines, so a paragraph of one line after it stays with what
/// follows.
void keep_headings_company(Flow& flow) {
    for (std::size_t i = 1; i + 1 < flow.chunks.size(); ++i) {
        Chunk& chunk = flow.chunks[i];
        if (flow.chunks[i - 1].heading > 0 && !chunk.table && chunk.rows == 1)
            chunk.keep_with_next = true;
    }
}

/// A report that nobody signs cannot be sealed.
Finding no_room_for_seal() {
    Finding finding;
    finding.rule = layout_rule("F-06");
    finding.where.field = "signature";
    finding.message = "没有署名和成文日期，报送稿上没有加盖印章的位置";
    finding.hint = "请在数据文件中写 signature（署名）；不盖印章的，做发布稿";
    return finding;
}

}  // namespace

Flow set_flow(const Document& document, Setter& setter) {
    FlowSetter setting(setter);
    setting.title(document.title);
    for (const Section& section : document.sections) setting.section(section);
    const bool is_signed = document.signature && setting.sign(*document.signature);
    if (!is_signed && setter.layout().seal_room) setter.add(no_room_for_seal());
    Flow flow = setting.take();
    keep_headings_company(flow);
    return flow;
}

}  // namespace nianbao
