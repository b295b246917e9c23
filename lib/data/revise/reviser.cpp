#include "data/revise/reviser.hpp"

#include "data/revise/file_editor.hpp"
#include "data/revise/paragraphs.hpp"
#include "data/revise/rules.hpp"
#include "report/cells.hpp"
#include "report/dates.hpp"
#include "report/fields.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>
#include <vector>

namespace nianbao::data {
namespace {

using notation::Edit;

std::string plain(std::string_view text) {
    std::string out(text);
    std::erase(out, '\n');
    return plain_name(out);
}

struct Prose {
    std::string_view key;
    std::string Report::*text;
};
constexpr Prose proses[] = {{"introduction", &Report::introduction},
                            {"overview", &Report::overview},
                            {"problems", &Report::problems},
                            {"other", &Report::other}};

int own_number(std::string_view key, int parent = -1) {
    return find_field(report_fields, parent, key);
}

class Reviser {
public:
    Reviser(const notation::Values& values, const Report& old, const RevisedDraft& draft,
            Revised& revised)
        : editor_(values),
          source_(values.source),
          format_(values.format),
          old_(old),
          now_(old),
          read_(draft.part->report),
          draft_(draft),
          revised_(revised) {}

    /// The text with all changes in it that could be made.
    std::string text() {
        for (std::size_t i = 0; i < 3; ++i) carry_cells(i);
        for (const Prose& prose : proses) carry_prose(prose);
        for (std::size_t i = 0; i < 3; ++i) carry_note(i);
        carry_title();
        carry_signature();
        std::string text = applied(source_.text(), edits_);
        tell_totals(text);
        return text;
    }

private:
    // ------------------------------------------------------------ what is told

    void leave(std::string_view rule, const std::string& path, std::string message,
               std::string hint) {
        Finding finding;
        finding.severity = Severity::warning;
        finding.rule = rule;
        finding.where = {path, 0, 0};
        finding.place = revised_.draft.place(finding.where);
        finding.place.file = revised_.draft.file();
        finding.message = std::move(message);
        finding.hint = std::move(hint);
        revised_.left.push_back(std::move(finding));
    }

    void not_carried(const std::string& path, const std::string& name, const std::string& before,
                     const std::string& after) {
        leave(revise_rule("D-43"), path,
              fmt::format("{}：“{}”改成了“{}”，没有带进数据文件", name, notation::shown(before),
                          notation::shown(after)),
              "在数据文件里照着改");
    }

    // ------------------------------------------------------------ one change

    /// Keeps a change if the text then reads as `expected`. A total that is reckoned may
    /// follow the cells.
    bool keep(const Edits& edits, const Report& expected) {
        if (!edits) return false;
        std::vector<Edit> all = edits_;
        all.insert(all.end(), edits->begin(), edits->end());
        const Reading then = nianbao::read(applied(source_.text(), all), source_.file(), format_);
        if (!then.report || !same_but_totals(*then.report, expected)) return false;
        edits_ = std::move(all);
        now_ = *then.report;
        return true;
    }

    /// True for a total that the file leaves to be reckoned.
    bool is_reckoned(const Form& form, int entry) const {
        const bool total = std::any_of(
            form.equations.begin(), form.equations.end(),
            [&](const Equation& one) { return one.computes && one.left.front().entry == entry; });
        return total && !editor_.has(path_of(form, entry));
    }

    bool same_but_totals(const Report& a, const Report& b) const {
        Report other = b;
        const auto tables = a.tables();
        FilledForm* const others[] = {&other.disclosure, &other.applications, &other.disputes};
        for (std::size_t i = 0; i < tables.size(); ++i) {
            for (int entry = 0; entry < std::ssize(tables[i]->cells); ++entry) {
                const auto at = static_cast<std::size_t>(entry);
                if (is_reckoned(*tables[i]->form, entry))
                    others[i]->cells[at] = tables[i]->cells[at];
            }
        }
        return a == other;
    }

    static FilePath path_of(const Form& form, int entry) {
        return {own_number(form.key), &form, form.entries[static_cast<std::size_t>(entry)].field};
    }

    // ------------------------------------------------------------ tables

    static FilledForm& table(Report& report, std::size_t number) {
        FilledForm* const tables[] = {&report.disclosure, &report.applications, &report.disputes};
        return *tables[number];
    }

    Written written(const Cell& cell) const {
        Written value{.kind = cell.text.empty() ? Written::Kind::number : Written::Kind::word,
                      .text = cell.printed()};
        if (cell.remark.empty()) return value;
        Written both{.kind = Written::Kind::mapping, .row = true};
        both.add(editor_.name(cell_fields[0]), std::move(value));
        both.add(editor_.name(cell_fields[1]), {.kind = Written::Kind::text, .text = cell.remark});
        return both;
    }

    void carry_cells(std::size_t number) {
        const FilledForm& before = table(now_, number);
        const Form& form = *before.form;
        const FilledForm& after = *read_.tables()[number];
        if (after.form != &form) return;
        std::vector<Edit> edits;
        Report expected = now_;
        std::vector<int> entries;
        for (int entry = 0; entry < std::ssize(form.entries); ++entry) {
            const auto at = static_cast<std::size_t>(entry);
            const Cell& cell = after.cells[at];
            const std::string path = field_path(form, form.entries[at].field);
            if (!draft_.has(path) || cell == before.cells[at] || is_reckoned(form, entry)) continue;
            entries.push_back(entry);
        }
        for (const int entry : entries) {
            const auto at = static_cast<std::size_t>(entry);
            const Edits own = editor_.set(path_of(form, entry), written(after.cells[at]));
            if (own) {
                edits.insert(edits.end(), own->begin(), own->end());
                table(expected, number).cells[at] = after.cells[at];
            } else {
                not_carried(field_path(form, form.entries[at].field), cell_name(form, entry),
                            before.cells[at].printed(), after.cells[at].printed());
            }
        }
        if (edits.empty() || keep(edits, expected)) return;
        // Together they do not read as they should: each by itself.
        for (const int entry : entries) {
            const auto at = static_cast<std::size_t>(entry);
            Report alone = now_;
            table(alone, number).cells[at] = after.cells[at];
            const std::string printed = table(now_, number).cells[at].printed();
            if (!keep(editor_.set(path_of(form, entry), written(after.cells[at])), alone))
                not_carried(field_path(form, form.entries[at].field), cell_name(form, entry),
                            printed, after.cells[at].printed());
        }
    }

    /// Totals that the file leaves to be reckoned are what the cells make them.
    void tell_totals(const std::string& text) {
        const Reading then = nianbao::read(text, source_.file(), format_);
        if (!then.report) return;
        for (std::size_t number = 0; number < 3; ++number) {
            const FilledForm& made = *then.report->tables()[number];
            const FilledForm& asked = *read_.tables()[number];
            if (made.form != asked.form) continue;
            for (int entry = 0; entry < std::ssize(made.cells); ++entry) {
                const auto at = static_cast<std::size_t>(entry);
                const std::string path = field_path(*made.form, made.form->entries[at].field);
                if (!is_reckoned(*made.form, entry) || !draft_.has(path) ||
                    made.cells[at].value == asked.cells[at].value)
                    continue;
                leave(revise_rule("D-43"), path,
                      fmt::format(
                          "{}：修改稿写的是 {}，各格相加是 {}；数据文件里的总计由各格相加，没有改",
                          cell_name(*made.form, entry), asked.cells[at].printed(),
                          made.cells[at].printed()),
                      "请改稿的人核对各格和总计");
            }
        }
    }

    // ------------------------------------------------------------ texts

    void tell_references(const RevisedText& text, const std::string& path, std::string_view name) {
        for (const TouchedReference& one : text.references) {
            if (one.now.empty())
                leave(revise_rule("D-44"), path,
                      fmt::format("{}：修改稿改了 {} 所引的“{}”，照修改稿写成了文字", name,
                                  one.written, one.printed),
                      "核对表里的数；表和文字应当一致的，改回引用");
            else
                leave(revise_rule("D-44"), path,
                      fmt::format("{}：修改稿里还是“{}”，表里改了，{} 引出的是“{}”", name,
                                  one.printed, one.written, one.now),
                      "核对修改稿的表和文字，以哪一个为准");
        }
    }

    void carry_prose(const Prose& prose) {
        const std::string key(prose.key);
        if (!draft_.has(key)) return;
        const RevisedText text = carry_text(old_.*prose.text, old_, read_.*prose.text, now_);
        const int own = own_number(prose.key);
        const std::string_view name = report_fields[own].name;
        if (text.changed && takes_in_another(text)) {
            leave(revise_rule("D-43"), key,
                  fmt::format("{}里有别的部分的文字，没有带进数据文件", name),
                  "在修改稿里补上那一部分的标题");
            return;
        }
        if (text.changed) {
            Report expected = now_;
            expected.*prose.text = whole(text);
            if (!keep_text({own}, text, expected, expected.*prose.text)) {
                leave(revise_rule("D-43"), key, fmt::format("{}的改动没有带进数据文件", name),
                      "在数据文件里照着改");
                return;
            }
        }
        tell_references(text, key, name);
    }

    /// The heading of a section was lost, so that its text stands in another one.
    bool takes_in_another(const RevisedText& text) const {
        for (const Prose& other : proses) {
            if (draft_.has(other.key)) continue;
            for (const std::string_view line : paragraphs_of(old_.*other.text)) {
                for (const RevisedParagraph& own : text.paragraphs) {
                    if (own.old < 0 && plain(own.text) == plain(line)) return true;
                }
            }
        }
        return false;
    }

    void carry_note(std::size_t number) {
        const FilledForm& before = table(now_, number);
        const FilledForm& after = *read_.tables()[number];
        const std::string key = std::string(before.form->key) + ".note";
        if (!draft_.paths.contains(before.form->key)) return;
        const FilePath path{own_number("note", own_number(before.form->key))};
        const std::string name = std::string(before.form->name) + "的注";
        Report expected = now_;
        if (after.note.empty()) {
            if (before.note.empty()) return;
            table(expected, number).note.clear();
            if (!keep(editor_.remove(path), expected)) not_carried(key, name, before.note, "");
            return;
        }
        // Notes are printed behind “注：”, and read without it.
        const std::string mark = before.note.starts_with("注：") ? "注：" : "";
        const RevisedText text =
            carry_text(table(now_, number).note, old_, mark + after.note, now_);
        if (text.changed) {
            std::string& note = table(expected, number).note;
            note = whole(text);
            if (!keep_text(path, text, expected, note)) {
                not_carried(key, name, before.note, after.note);
                return;
            }
        }
        tell_references(text, key, name);
    }

    /// The paragraphs as one text, without blank lines.
    static std::string whole(const RevisedText& text) {
        std::string all;
        for (const RevisedParagraph& paragraph : text.paragraphs)
            all += (all.empty() ? "" : "\n") + paragraph.text;
        return all;
    }

    /// As keep(). `own`: the text within `expected`, which blank lines may part.
    bool keep_text(const FilePath& path, const RevisedText& text, Report& expected,
                   std::string& own) {
        const Edits edits = editor_.set_text(path, text);
        if (!edits) return false;
        std::vector<Edit> all = edits_;
        all.insert(all.end(), edits->begin(), edits->end());
        const Reading then = nianbao::read(applied(source_.text(), all), source_.file(), format_);
        if (!then.report) return false;
        own = same_paragraphs(own, text_at(*then.report, path));
        return keep(edits, expected);
    }

    static std::string text_at(const Report& report, const FilePath& path) {
        for (const Prose& prose : proses) {
            if (own_number(prose.key) == path.own) return report.*prose.text;
        }
        for (const FilledForm* filled : report.tables()) {
            if (own_number("note", own_number(filled->form->key)) == path.own) return filled->note;
        }
        return {};
    }

    /// The text that was read, if its paragraphs are those that are expected.
    static std::string same_paragraphs(const std::string& expected, std::string read) {
        return paragraphs_of(expected) == paragraphs_of(read) ? std::move(read) : expected;
    }

    // ------------------------------------------------------------ title and signature

    static std::string title_of(const Report& report, const Report& named) {
        if (!report.title.empty()) return report.title;
        return fmt::format("{}{}年政府信息公开工作年度报告", named.agency, named.year);
    }

    void carry_title() {
        const std::string before = title_of(old_, old_), after = title_of(read_, old_);
        if (!draft_.has("year") || plain(before) == plain(after)) return;
        Report expected = now_;
        expected.title = after;
        std::erase(expected.title, '\n');
        if (!keep(editor_.set({own_number("title")},
                              {.kind = Written::Kind::text, .text = expected.title}),
                  expected))
            not_carried("title", "标题", before, after);
    }

    void carry_signature() {
        const int signature = own_number("signature");
        if (!read_.signature) {
            if (old_.signature)
                leave(revise_rule("D-43"), "signature", "修改稿里没有落款，数据文件里的没有改",
                      "不要落款的，在数据文件里删去");
            return;
        }
        const Signature before = old_.signature.value_or(Signature{});
        const auto set = [&](std::string_view key, Written value, auto change) {
            Report expected = now_;
            if (!expected.signature) expected.signature.emplace();
            change(*expected.signature);
            const std::string path = fmt::format("signature.{}", key);
            if (!keep(editor_.set({own_number(key, signature)}, value), expected))
                not_carried(path, "落款", "", value.text);
        };
        if (read_.signature->date != before.date)
            set("date", {.kind = Written::Kind::word, .text = date_text(read_.signature->date)},
                [&](Signature& own) { own.date = read_.signature->date; });
        const std::string own = before.agency.empty() ? old_.agency : before.agency;
        const std::string& signed_by =
            read_.signature->agency.empty() ? old_.agency : read_.signature->agency;
        if (plain(own) != plain(signed_by))
            set("agency", {.kind = Written::Kind::text, .text = signed_by},
                [&](Signature& changed) { changed.agency = signed_by; });
    }

    const FileEditor editor_;
    const Source& source_;
    Format format_;
    const Report& old_;
    Report now_;  // with the changes so far
    const Report& read_;
    const RevisedDraft& draft_;
    Revised& revised_;
    std::vector<Edit> edits_;  // the changes so far
};

}  // namespace

std::string revised_text(const Values& values, const Report& old, const RevisedDraft& draft,
                         Revised& revised) {
    return Reviser(values, old, draft, revised).text();
}

}  // namespace nianbao::data
