// Corrections are made pass by pass. Each pass is kept only if the text then reads as it
// was understood before, so that a mistake in here costs a correction and never a number.
#include "nianbao/fix.hpp"

#include "data/fix/line_log.hpp"
#include "data/fix/to_correct.hpp"
#include "notation/bytes.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/mending/mending.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace nianbao::data {
namespace {

constexpr int most_passes = 16;  // three suffice but for texts that are made to need more

/// Lines end as most of them do. False if all did. A return alone ends a line too.
bool even_line_ends(std::string& text) {
    std::size_t pairs = 0, feeds = 0, returns = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') ++feeds;
        if (text[at] != '\r') continue;
        const bool pair = at + 1 < text.size() && text[at + 1] == '\n';
        ++(pair ? pairs : returns);
        at += pair ? 1 : 0;
    }
    if (returns == 0 && (pairs == 0 || feeds == 0)) return false;
    const std::string_view end = pairs > feeds + returns ? "\r\n" : "\n";
    std::string even;
    even.reserve(text.size() + feeds + returns);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r' && text[at] != '\n') {
            even += text[at];
            continue;
        }
        even += end;
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
    }
    text = std::move(even);
    return true;
}

/// True if the bytes, once they are UTF-8, would be taken for another encoding again.
bool in_two_encodings(const notation::DecodedText& decoded) {
    return notation::decoded_text(decoded.text) ||
           notation::without_mark(decoded.text).size() < decoded.text.size();
}

void drop_blanks(std::string& text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

/// The report with nothing but the characters of its longer texts. A “｜” at their
/// beginning was meant for the mark of a text.
Report without_blanks_in_texts(Report report) {
    for (std::string* text :
         {&report.title, &report.introduction, &report.overview, &report.problems, &report.other,
          &report.disclosure.note, &report.applications.note, &report.disputes.note}) {
        text->erase(0, notation::mistaken_bar(*text));
        drop_blanks(*text);
    }
    return report;
}

class Corrector {
public:
    Corrector(const Input& input, std::string_view mark, std::string text, Format format)
        : input_(input), mark_(mark), format_(format), log_(std::move(text)), now_(read(log_)) {}

    /// Corrects what can be, and then what can be in the light of that.
    void run() {
        const LineLog first = log_;
        for (int pass = 0; pass < most_passes; ++pass) {
            if (!damage() && !values()) return;
        }
        log_ = first;  // it would go on for ever
        now_ = read(log_);
    }

    void put_into(Fixed& fixed) {
        fixed.text = std::string(mark_) + log_.text();
        fixed.lines = log_.changes();
        fixed.reading = std::move(now_.reading);
    }

private:
    ToCorrect read(const LineLog& log) const {
        return read_to_correct(input_, std::string(mark_) + log.text(), format_);
    }

    bool damage() {
        return make(now_.corrections.damage, [](const PartOfReport& a, const PartOfReport& b) {
            return a.report == b.report && a.unread == b.unread;
        });
    }

    /// Paragraphs come apart, which is blanks alone, and days are read that were not.
    bool values() {
        return make(now_.corrections.values, [](const PartOfReport& a, const PartOfReport& b) {
            const Report before = without_blanks_in_texts(a.report);
            Report after = without_blanks_in_texts(b.report);
            if (!before.published) after.published.reset();
            if (before.signature && before.signature->date == Date() && after.signature)
                after.signature->date = Date();
            return a.unread == b.unread && before == after;
        });
    }

    /// False if there is nothing to make, or it would be read otherwise.
    template <class Same>
    bool make(const std::vector<notation::Edit>& edits, Same same) {
        if (edits.empty()) return false;
        LineLog then = log_;
        then.edit(edits);
        if (then.text() == log_.text()) return false;
        // Without its full-width marks a broken text may look like one in GBK.
        if (notation::decoded_text(then.text())) return false;
        ToCorrect reading = read(then);
        if (!reading.readable || !same(now_.part, reading.part)) return false;
        log_ = std::move(then);
        now_ = std::move(reading);
        return true;
    }

    const Input& input_;
    std::string_view mark_;
    Format format_;
    LineLog log_;
    ToCorrect now_;
};

}  // namespace

Fixed fix(const Input& input, std::string_view bytes, Format format) {
    Fixed fixed;
    ToCorrect as_it_is = read_to_correct(input, bytes, format);
    const std::optional<notation::DecodedText> decoded = notation::decoded_text(bytes);
    if (!as_it_is.readable || (decoded && in_two_encodings(*decoded))) {
        fixed.text = bytes;
        fixed.reading = std::move(as_it_is.reading);
        return fixed;
    }
    const std::size_t mark = bytes.size() - notation::without_mark(bytes).size();
    std::string text = as_it_is.reading.source.text();
    if (decoded) fixed.throughout.push_back(fmt::format("{} 编码，改成 UTF-8", decoded->encoding));
    if (even_line_ends(text))
        fixed.throughout.push_back(fmt::format("各行结尾的换行符不一样，都改成 {}",
                                               text.find('\r') == text.npos ? "LF" : "CR LF"));
    Corrector corrector(input, bytes.substr(0, mark), std::move(text), format);
    corrector.run();
    corrector.put_into(fixed);
    return fixed;
}

}  // namespace nianbao::data
