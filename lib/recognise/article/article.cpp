// The texts of a report, by the headings between which they stand.
#include "recognise/article/article.hpp"

#include "recognise/article/rules.hpp"
#include "recognise/labels.hpp"
#include "recognise/recognition.hpp"
#include "recognise/region.hpp"
#include "recognise/rules.hpp"
#include "report/fields.hpp"
#include "report/names/kind_named.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::recognise {
namespace {

class ArticleRecogniser {
public:
    ArticleRecogniser(const notation::Workbook& file, const Known& known,
                      notation::Findings& findings)
        : known_(known),
          findings_(findings),
          work_(file, findings),
          draft_(file.draft),
          source_(file.draft.source),
          lines_(lines_of(file.draft)),
          parts_(parts_of(lines_, section_headings)) {
        work_.by_names = false;
    }

    /// False if there is nothing of a report.
    bool recognise() {
        read_title();
        read_published();
        const Edition* edition = edition_for(work_.year);
        if (edition == nullptr) edition = &edition_2021();
        put("introduction", parts_.introduction);
        put("overview", parts_.sections[0]);
        int tables = 0;
        for (std::size_t i = 0; i < edition->forms.size(); ++i) {
            tables += recognise_table(*edition->forms[i], work_) ? 1 : 0;
            read_around_table(*edition->forms[i], parts_.sections[i + 1]);
        }
        put("problems", parts_.sections[4]);
        put("other", parts_.sections[5]);
        read_signature();
        tell_lost_numbers(draft_, lines_, parts_, findings_);
        tell_before_title();
        tell_contents();
        tell_other_tables(*edition);
        tell_pictures();
        const auto found = std::count_if(parts_.headings.begin(), parts_.headings.end(),
                                         [](int line) { return line >= 0; });
        return tables > 0 || found > 2;
    }

    ValueTree values() { return std::move(work_.values); }

    std::vector<notation::ReadHeading> headings() const {
        std::vector<notation::ReadHeading> all;
        for (const int line : parts_.headings) {
            notation::ReadHeading& heading = all.emplace_back();
            if (line >= 0) {
                const Bytes where = lines_[line].bytes();
                heading = {lines_[line].whole(), where.begin, where.end};
            }
        }
        return all;
    }

    /// Tells of a second report: by its title, or as every table stands there twice.
    bool tell_second() {
        if (const int line = second_title(lines_, section_headings); line >= 0) {
            const Bytes where = lines_[line].bytes();
            tell_several(source_.place_between(where.begin, where.end),
                         fmt::format("从“{}”起是另一份", notation::shown(lines_[line].whole())));
            return true;
        }
        const Edition* edition = edition_for(words_of_title(text_of(parts_.title).text).year);
        At second;
        for (const Form* form : (edition == nullptr ? edition_2021() : *edition).forms) {
            const std::vector<Region> regions = regions_of(*form, headings_of(*form), work_.sheets);
            if (regions.size() < 2) return false;
            for (const Region& region : regions) {
                if (region.sheet > second.sheet)
                    second = {region.sheet, region.first_row, region.first_column};
            }
        }
        tell_several(work_.place(second), "三张表各有两张");
        return true;
    }

private:
    void tell_several(Place place, const std::string& how) {
        findings_.tell(Severity::error, rule("D-35"), {}, std::move(place),
                       fmt::format("文件里有两份年报，不知道读哪一份：{}", how),
                       "一个文件只写一份年报：各存成一个文件，再分别读");
    }

    // ------------------------------------------------------------ texts

    /// From its first line to its last, those of contents about it left out.
    Bytes bytes_of(Parts::Range range) const {
        while (range.end - range.begin > 1 && of_contents(range.begin)) ++range.begin;
        while (range.end - range.begin > 1 && of_contents(range.end - 1)) --range.end;
        return {lines_[range.begin].bytes().begin, lines_[range.end - 1].bytes().end};
    }

    bool of_contents(int line) const {
        return std::binary_search(parts_.contents.begin(), parts_.contents.end(), line);
    }

    /// Lines as one text, a paragraph each; blank ones are left out.
    notation::MappedText text_of(const Parts::Range& range) const {
        notation::TextBuilder builder;
        int end = 0;
        bool any = false;
        for (int i = range.begin; i < range.end; ++i) {
            const Line& line = lines_[i];
            if (line.blank() || of_contents(i)) continue;
            if (any) builder.put("\n", end);
            any = true;
            // A number that the program printed stands in the file no more than its
            // paragraph does.
            for (std::size_t at = 0; at < line.number.size();) {
                const int bytes = std::max(decode_at(line.number, at).bytes, 1);
                builder.put_escaped(std::string_view(line.number).substr(at, bytes), line.begin);
                at += bytes;
            }
            builder.put(line.text, line.begin);
            end = line.bytes().end;
        }
        return builder.finish(end);
    }

    bool blank(const Parts::Range& range) const {
        for (int i = range.begin; i < range.end; ++i) {
            if (!lines_[i].blank() && !of_contents(i)) return false;
        }
        return true;
    }

    bool put(std::string_view path, const Parts::Range& range) {
        if (range.empty() || blank(range)) return false;
        work_.values.text(path, text_of(range), bytes_of(range));
        return true;
    }

    // ------------------------------------------------------------ title and signature

    /// Office and year are those that are known, else the title's; the office that signs
    /// if the title names none.
    void read_title() {
        notation::MappedText title;
        Bytes where;
        if (!parts_.title.empty()) {
            title = text_of(parts_.title);
            where = bytes_of(parts_.title);
        }
        TitleWords words = words_of_title(title.text);
        if (words.agency.empty()) words.agency = name_signed();
        const notation::DraftFact* publisher = publisher_of_page();
        const bool by_frame = words.agency.empty() && known_.agency.empty() && publisher != nullptr;
        if (by_frame) words.agency = publisher->text();
        if (known_.year > 0) words.year = known_.year;
        if (!known_.agency.empty()) words.agency = known_.agency;
        work_.year = words.year;
        agency_ = words.agency;
        if (words.year > 0) work_.values.text("year", std::to_string(words.year), where);
        if (by_frame) {
            work_.values.text("agency", publisher->placed.mapped,
                              {publisher->placed.begin, publisher->placed.end});
            tell_publisher(*publisher);
        } else if (!words.agency.empty()) {
            work_.values.text("agency", words.agency, where);
        }
        read_kind(where);
        std::string plain = title.text;
        std::erase(plain, '\n');
        const std::string composed =
            fmt::format("{}{}年政府信息公开工作年度报告", words.agency, words.year);
        if (!plain.empty() && plain != composed) work_.values.text("title", title, where);
    }

    /// No page and no Word file says it but by the office's name.
    void read_kind(Bytes where) {
        if (agency_.empty()) return;
        const NamedKind named = kind_named(agency_);
        const auto& kind =
            *std::find_if(std::begin(kinds), std::end(kinds),
                          [&](const Choice<Kind>& each) { return each.meaning == named.kind; });
        work_.values.text("kind", std::string(kind.name), where);
        if (!named.sure)
            findings_.tell(
                Severity::warning, article_rule("D-48"), "kind",
                source_.place_between(where.begin, where.end),
                fmt::format("从“{}”看不准类别，按{}读了", notation::shown(agency_), kind.name),
                "核对类别；不对的，导入以后在数据文件里改");
    }

    /// As the page shows it, else by its meta tags.
    const notation::DraftFact* publisher_of_page() const {
        const notation::DraftFact* shown = fact_of(draft_, "publisher");
        return shown != nullptr ? shown : fact_of(draft_, "ContentSource");
    }

    void tell_publisher(const notation::DraftFact& publisher) {
        findings_.tell(Severity::warning, rule("D-41"), "agency",
                       source_.place_between(publisher.placed.begin, publisher.placed.end),
                       fmt::format("标题没有写机关，按网页所写的发布机构读作“{}”",
                                   notation::shown(publisher.text())),
                       "核对是不是编制这份年报的机关；不是的，用 --agency 写明");
    }

    /// When the page came out, by its meta tags, else as it shows.
    void read_published() {
        for (const std::string_view name : {"PubDate", "published"}) {
            const notation::DraftFact* fact = fact_of(draft_, name);
            if (fact == nullptr) continue;
            // The time of day may follow.
            const std::string& text = fact->text();
            const std::optional<std::string> day = day_of(text.substr(0, text.find_first_of(" T")));
            if (!day) continue;
            work_.values.text("published", *day, {fact->placed.begin, fact->placed.end});
            return;
        }
    }

    std::string name_signed() const {
        return parts_.signed_by.empty() ? std::string() : lines_[parts_.signed_by.begin].whole();
    }

    void read_signature() {
        if (parts_.dated.empty()) return;
        if (name_signed() != agency_) put("signature.agency", parts_.signed_by);
        const Line& line = lines_[parts_.dated.begin];
        if (const std::optional<std::string> day = day_of(line.whole()))
            work_.values.text("signature.date", *day, line.bytes());
        else put("signature.date", parts_.dated);  // as it is typed, which is told by who reads it
        for (int i : parts_.behind)
            tell_passed_over(lines_[i].bytes(), fmt::format("落款后面的“{}”没有读",
                                                            notation::shown(lines_[i].whole())));
    }

    // ------------------------------------------------------------ what is not read

    /// Below its table stands its note. What stands above it is no part of the form.
    void read_around_table(const Form& form, const Parts::Range& section) {
        if (section.empty()) return;
        const int before = lines_[section.begin - 1].tables_before;
        Parts::Range above{section.begin, section.begin}, below{section.end, section.end};
        while (above.end < section.end && lines_[above.end].tables_before == before) ++above.end;
        while (below.begin > above.end && lines_[below.begin - 1].tables_before > before)
            --below.begin;
        leave_mark_of_note(below);
        if (!put(std::string(form.key) + ".note", below)) below = {};
        for (int i = above.begin; i < above.end; ++i) {
            const std::string text = lines_[i].whole();
            if (!text.empty() && !belongs_to_form(form, text)) unread_.push_back(i);
        }
        tell_unread(form);
    }

    /// “注：” is printed before every note, and belongs to none.
    void leave_mark_of_note(const Parts::Range& note) {
        int first = note.begin;
        while (first < note.end && lines_[first].blank()) ++first;
        if (first == note.end || !lines_[first].number.empty()) return;
        Line& line = lines_[first];
        while (const std::size_t bytes = notation::leading_blank(line.text)) drop(line, bytes);
        for (const std::string_view mark : {"注：", "注:", "备注：", "备注:"}) {
            if (line.text.starts_with(mark)) return drop(line, mark.size());
        }
    }

    static void drop(Line& line, std::size_t bytes) {
        line.text.remove_prefix(bytes);
        line.begin += static_cast<int>(bytes);
    }

    /// The form's own words, and the unit that its counts are of.
    static bool belongs_to_form(const Form& form, const std::string& text) {
        const std::string plain = plain_label(text);
        if (plain == plain_label("单位：件") || plain == plain_label(form.name)) return true;
        return std::any_of(form.boxes.begin(), form.boxes.end(),
                           [&](const Box& box) { return plain == plain_label(box.text); });
    }

    void tell_unread(const Form& form) {
        if (unread_.empty()) return;
        const Line& first = lines_[unread_.front()];
        const Bytes where = first.bytes();
        const std::string rest =
            unread_.size() > 1 ? fmt::format("等 {} 段", unread_.size()) : std::string();
        findings_.tell(Severity::warning, rule("D-37"), std::string(form.key),
                       source_.place_between(where.begin, where.end),
                       fmt::format("“{}”的表前面有文字，没有读：“{}”{}", form.name,
                                   notation::shown(first.whole()), rest),
                       "要印在表下的写到表后面；其他的写到第一部分或者第六部分");
        unread_.clear();
    }

    void tell_passed_over(Bytes where, std::string message) {
        findings_.tell(Severity::warning, rule("D-40"), {},
                       source_.place_between(where.begin, where.end), std::move(message),
                       "要写进年报的，写到六个部分里");
    }

    void tell_before_title() {
        for (int i = 0; i < parts_.title.begin; ++i) {
            if (!lines_[i].blank() && !of_contents(i))
                tell_passed_over(
                    lines_[i].bytes(),
                    fmt::format("标题前面的“{}”没有读", notation::shown(lines_[i].whole())));
        }
    }

    void tell_contents() {
        if (parts_.contents.empty()) return;
        const Line& first = lines_[parts_.contents.front()];
        findings_.tell(Severity::warning, rule("D-40"), {},
                       source_.place_between(first.bytes().begin, first.bytes().end),
                       fmt::format("目录没有读：“{}”等 {} 行", notation::shown(first.whole()),
                                   parts_.contents.size()),
                       "年报不用目录，删去它");
    }

    /// Tables that have none of a form's cells.
    void tell_other_tables(const Edition& edition) {
        std::vector<bool> known(work_.sheets.count(), false);
        for (const Form* form : edition.forms) {
            for (const Region& region : regions_of(*form, headings_of(*form), work_.sheets))
                known[region.sheet] = true;
        }
        for (int sheet = 0; sheet < work_.sheets.count(); ++sheet) {
            for (const GridCell& cell : work_.sheets.grid(sheet).cells) {
                if (known[sheet] || notation::blank(cell.text())) continue;
                tell_passed_over({cell.placed.begin, cell.placed.end},
                                 fmt::format("这张表不是年报的表，没有读：“{}”……",
                                             notation::shown(cell.text())));
                break;
            }
        }
    }

    /// Of a page; of a Word file they are counted by who read it.
    void tell_pictures() {
        int pictures = 0;
        const Line* first = nullptr;
        for (const Line& line : lines_) {
            if (line.pictures > 0 && first == nullptr) first = &line;
            pictures += line.pictures;
        }
        if (first == nullptr) return;
        const Bytes where = first->bytes();
        findings_.tell(Severity::warning, rule("D-39"), {},
                       source_.place_between(where.begin, where.end),
                       fmt::format("有 {} 张图片，里面的文字没有读", pictures),
                       "图片里有年报的文字或者表的，照着填进数据文件");
    }

    const Known& known_;
    notation::Findings& findings_;
    Recognition work_;
    const notation::Draft& draft_;
    const Source& source_;
    std::vector<Line> lines_;
    Parts parts_;
    std::vector<int> unread_;
    std::string agency_;
};

}  // namespace

ArticleFound recognise_article(notation::Draft draft, const Known& known,
                               notation::Values& values) {
    leave_frame(draft, section_headings);
    notation::Workbook file{std::move(draft), {}};
    ArticleRecogniser article(file, known, values.findings);
    if (article.tell_second()) {
        values.source = std::move(file.draft.source);
        return ArticleFound::several;
    }
    const bool found = article.recognise();
    ValueTree tree = article.values();
    values.headings = article.headings();
    values.source = std::move(file.draft.source);
    std::move(tree).build(values);
    return found ? ArticleFound::report : ArticleFound::nothing;
}

}  // namespace nianbao::recognise
