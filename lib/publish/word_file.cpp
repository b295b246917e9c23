// A Word file: changes, comments and hidden text, each at its paragraph or cell.
#include "notation/docx/word_file.hpp"
#include "notation/docx/parts.hpp"
#include "office/inner_pages.hpp"
#include "publish/look.hpp"
#include "publish/rules.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>
#include <vector>

namespace nianbao::publish {
namespace {

using notation::WordComment;
using notation::WordFile;
using notation::WordMark;

constexpr std::string_view what_names[] = {"插入", "删除", "移动", "格式改动"};

/// Changes of one paragraph or cell, by what they are and who made them.
struct Changes {
    int counts[std::size(what_names)] = {};
    std::string authors = {};

    void add(const WordMark& mark) {
        ++counts[static_cast<std::size_t>(mark.what)];
        constexpr std::size_t enough = 200;  // bytes, of names
        if (!mark.author.empty() && authors.size() < enough &&
            authors.find(mark.author) == authors.npos)
            authors += (authors.empty() ? "" : "、") + mark.author;
    }
    std::string text() const {
        std::string all;
        for (std::size_t i = 0; i < std::size(what_names); ++i) {
            if (counts[i] > 0)
                all += fmt::format("{}{} {} 处", all.empty() ? "" : "、", what_names[i], counts[i]);
        }
        return authors.empty() ? all : fmt::format("{}（{}）", all, authors);
    }
};

Place unit_at(const WordFile& file, int at) {
    Place place = file.draft.source.place_of(at);
    place.character = place.length = 0;
    return place;
}

void tell_placed(const WordFile& file, Look& look) {
    std::map<int, Changes> changes;
    std::map<int, std::string> hidden;
    for (const WordMark& mark : file.placed) {
        if (mark.is_change()) changes[mark.at].add(mark);
        if (mark.what != WordMark::What::hidden) continue;
        if (!notation::blank(mark.text)) hidden[mark.at] += mark.text;
        else if (mark.text.empty()) hidden[mark.at] += "（整行）";
    }
    for (const auto& [at, own] : changes)
        look.tell(rule("G-01"), unit_at(file, at),
                  fmt::format("这里有没有接受的修订：{}", own.text()));
    for (const auto& [at, text] : hidden)
        look.tell(rule("G-03"), unit_at(file, at),
                  fmt::format("这里有隐藏的文字{}", in_quotes(text)));
    for (const WordComment& comment : file.comments)
        look.tell(rule("G-02"), unit_at(file, comment.at),
                  fmt::format("这里有批注{}{}", in_quotes(comment.text),
                              comment.author.empty() ? "" : fmt::format("（{}）", comment.author)));
}

/// Counts what a part holds, wherever in it.
class Counter final : public XmlHandler {
public:
    void open(const XmlElement& element) override {
        if (!notation::is_word_space(element.name.space)) return;
        const std::string_view name = element.name.local;
        for (const std::string_view change :
             {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "numberingChange"})
            changes += name == change ? 1 : 0;
        if (name.ends_with("PrChange")) ++changes;
        if (name == "r") hides_ = false;
        if (name == "vanish") hides_ = notation::is_on(element);
        in_text_ = name == "t";
    }
    void close(const XmlName&) override { in_text_ = false; }
    void text(std::string_view text) override {
        if (in_text_ && hides_) hidden += text;
    }

    int changes = 0;
    std::string hidden;

private:
    bool hides_ = false, in_text_ = false;
};

struct Beside {
    std::string_view begins, called;
};
constexpr Beside beside[] = {{"word/header", "页眉"},
                             {"word/footer", "页脚"},
                             {"word/footnotes", "脚注"},
                             {"word/endnotes", "尾注"}};

/// Heads, feet and notes, which are not read as text.
void look_beside(notation::OfficeFile& file, Look& look) {
    const std::vector<ZipPart> parts = file.parts();
    for (const ZipPart& part : parts) {
        const std::string name = small_letters(part.name);
        for (const Beside& own : beside) {
            if (!name.starts_with(own.begins) || !name.ends_with(".xml")) continue;
            Counter counter;
            file.read(part.name, counter);
            if (counter.changes > 0)
                look.tell(rule("G-01"),
                          fmt::format("{}里有没有接受的修订 {} 处", own.called, counter.changes));
            if (!notation::blank(counter.hidden))
                look.tell(rule("G-03"),
                          fmt::format("{}里有隐藏的文字{}", own.called, in_quotes(counter.hidden)));
        }
    }
}

/// Pages that nianbao makes for those who work on a report.
void look_for_inner_pages(const notation::Draft& draft, Look& look) {
    constexpr std::size_t longest_title = 200;  // bytes
    for (const auto& part : draft.parts) {
        const auto* paragraph = std::get_if<notation::DraftParagraph>(&part);
        if (paragraph == nullptr || paragraph->text().size() > longest_title) continue;
        const bool list = paragraph->text() == list_title;
        if (!list && !std::string_view(paragraph->text()).ends_with(signing_title)) continue;
        Place place = draft.source.place_of(paragraph->placed.begin);
        place.character = place.length = 0;
        look.tell(rule("G-09"), std::move(place),
                  list ? "这里起是检查意见，不是报告" : "这是审签单，不是报告");
    }
}

}  // namespace

void look_at_word_file(Look& look) {
    notation::ReadWordFile read = notation::read_word_file(look.bytes, look.name);
    if (!read.file) return look.tell(rule("G-07"), fmt::format("{}，没有看", read.fault));
    tell_placed(*read.file, look);
    look_for_inner_pages(read.file->draft, look);
    notation::OfficeFile file(look.bytes);
    Counter whole;
    file.read("word/document.xml", whole);
    int placed = 0;
    for (const WordMark& mark : read.file->placed) placed += mark.is_change() ? 1 : 0;
    if (whole.changes > placed)
        look.tell(rule("G-01"), fmt::format("{}有 {} 处没有接受的修订，是表格、分节等的",
                                            placed > 0 ? "另" : "", whole.changes - placed));
    const int others = read.file->marks.comments - static_cast<int>(read.file->comments.size());
    if (others > 0) look.tell(rule("G-02"), fmt::format("有 {} 条没有文字的批注", others));
    look_beside(file, look);
    look_at_parts(file, look);
    tell_signers(read.file->draft, look);
    look.source = std::move(read.file->draft.source);
}

}  // namespace nianbao::publish
