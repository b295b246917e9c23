#include "county/desk/rows.hpp"

#include "check/years/sketch.hpp"
#include "county/desk/intake/accounts.hpp"
#include "county/desk/intake/why_not.hpp"
#include "county/desk/ledger/review_words.hpp"
#include "county/desk/ledger/told.hpp"
#include "county/desk/packages.hpp"
#include "county/desk/reading/moments.hpp"
#include "county/desk/rules.hpp"
#include "county/gate.hpp"
#include "county/letters/line_words.hpp"
#include "digest/sha256.hpp"
#include "nianbao/report.hpp"
#include "notation/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::desk {
namespace {

/// Texts shorter than this are not compared with last year's.
constexpr int shortest_text = 100;

const Remembered* former_row(const RowsOf& of, const std::string& office) {
    const auto found = of.former.rows.find(plain_name(office));
    return found == of.former.rows.end() ? nullptr : &found->second;
}

const TypedLedger::Row* typed_row(const RowsOf& of, const std::string& office) {
    const auto found = of.typed.rows.find(plain_name(office));
    return found == of.typed.rows.end() ? nullptr : &found->second;
}

/// The first that was seen of an office's files.
std::optional<Moment> first_seen(const RowsOf& of, const OfficeFiles& office) {
    std::optional<Moment> first;
    const auto take = [&](const std::vector<int>& files) {
        for (const int i : files) {
            const std::optional<Moment>& seen = of.files[static_cast<std::size_t>(i)].seen;
            if (seen && (!first || after(*first, *seen))) first = seen;
        }
    };
    take(office.reports);
    if (office.reports.empty()) {
        take(office.unreadable);
        take(office.scans);
    }
    return first;
}

void set_received(const RowsOf& of, const OfficeFiles& office, LedgerRow& row, Told& told) {
    row.received = first_seen(of, office);
    if (const Remembered* former = former_row(of, row.office.name); former != nullptr) {
        const std::optional<Moment> before = moment_of(former->received, of.year);
        if (before && row.received && after(*row.received, *before)) row.received = before;
    }
    if (row.received) row.own.received = written(*row.received);
    if (const std::optional<Moment> typed = told.moment("收到日期", row.typed.received, of.year))
        row.received = typed;
    if (!row.received) return;
    const std::optional<Moment>& deadline = of.options.profile.submission;
    row.submission =
        deadline && after(*row.received, *deadline) ? Submission::late : Submission::in_time;
}

void set_published(const RowsOf& of, LedgerRow& row, Told& told) {
    const std::optional<Moment> on = told.moment("发布时间", row.typed.published_on, of.year);
    const std::string& check = row.typed.page_check;
    if (!check.empty() && check != "一致" && check != "不一致" && check != "未核对")
        told.tell(rule("L-31"), "网页核对", fmt::format("“{}”读不懂", notation::shown(check)),
                  "写“一致”“不一致”或“未核对”");
    if (!row.typed.final_draft.empty() && row.typed.final_draft != "是")
        told.tell(rule("L-31"), "定稿",
                  fmt::format("“{}”读不懂", notation::shown(row.typed.final_draft)),
                  "是定稿的写“是”，不是的空着");
    if (!on) return;
    if (after(*on, of.options.now)) {
        told.tell(rule("L-31"), "发布时间",
                  fmt::format("“{}”在截至（{}）以后", notation::shown(row.typed.published_on),
                              moment_text(of.options.now)),
                  "发布了再填");
        return;
    }
    const Date deadline = of.options.profile.publication.value_or(Date{of.year + 1, 1, 31});
    row.publication = check == "不一致"              ? Publication::differs
                      : after(*on, Moment{deadline}) ? Publication::late
                                                     : Publication::in_time;
}

/// What was typed over words of the list or the files. A list that says it too by now was
/// changed with it.
void tell_not_read(const RowsOf& of, const LedgerRow& row, Told& told) {
    const TypedLedger::Row* typed = typed_row(of, row.office.name);
    if (typed == nullptr) return;
    for (const auto& [head, text] : typed->not_read) {
        const auto column =
            std::find_if(columns().begin(), columns().end(),
                         [&head = head](const Column& one) { return one.head == head; });
        const std::string now = column->shown(row);
        if (now == text) continue;
        const bool of_files = head == "签字盖章件";
        told.tell(rule("L-40"), head,
                  fmt::format("台账里写的“{}”没有读，{}是“{}”", notation::shown(text),
                              of_files ? "按来件" : "名单上", now),
                  of_files ? "收到了的，放进收件；纸质的，写在“备注”里"
                           : fmt::format("这一栏从名单取：在名单的“{}”里改，再收一次", head));
    }
}

/// What the flags say, before any finding.
std::string flags_text(const RowsOf& of, const OfficeFiles& office, const ChosenFile& choice,
                       const LedgerRow& row) {
    std::string text;
    if (!row.on_list) text = "名单外";
    if (!row.renamed && !row.own_name.empty())
        add_sentence(text, fmt::format("来件署名“{}”，按简称认作名单上的“{}”", row.own_name,
                                       row.office.name));
    if (row.renamed)
        add_sentence(text, fmt::format("疑似更名：来件署名“{}”，名单上是“{}”", row.own_name,
                                       row.office.name));
    if (row.undecided) {
        std::string names;
        for (const int i : office.reports)
            names += fmt::format("{}{}", names.empty() ? "" : "、",
                                 of.files[static_cast<std::size_t>(i)].path);
        add_sentence(text, fmt::format("多稿待定，请在“采用文件”里写明：{}{}", names,
                                       choice.hint.empty() ? "" : "（" + choice.hint + "）"));
    }
    for (const Dispute& dispute : of.assigned.disputes) {
        const bool own = std::find(office.disputed.begin(), office.disputed.end(), dispute.file) !=
                         office.disputed.end();
        const ReceivedFile& file = of.files[static_cast<std::size_t>(dispute.file)];
        if (own)
            add_sentence(text, fmt::format("来件“{}”{}，是本单位的，写进“采用文件”", file.path,
                                           dispute_text(dispute, file, of.options.list.offices)));
    }
    if (office.reports.empty()) {
        for (const int i : office.other_years)
            add_sentence(text, fmt::format("来件是 {} 年度的：{}",
                                           of.files[static_cast<std::size_t>(i)].year,
                                           of.files[static_cast<std::size_t>(i)].path));
    }
    return text;
}

/// What is told of a level, as the letter counts it.
DeskCounts counts_of(const Examined& examined) {
    const Report* report = examined.report ? &*examined.report : nullptr;
    const auto told = [&](Severity severity) {
        return static_cast<int>(letters::lines_for(examined.findings, severity, report).size());
    };
    return {told(Severity::error), told(Severity::warning), told(Severity::advice),
            examined.not_compared};
}

/// The first of what is worst, as the letter says it.
std::string worst_of(const Examined& examined) {
    const Report* report = examined.report ? &*examined.report : nullptr;
    for (const Severity severity : {Severity::error, Severity::warning}) {
        const auto lines = letters::lines_for(examined.findings, severity, report);
        if (lines.empty()) continue;
        std::string first = lines.front();
        if (first.ends_with("。")) first.resize(first.size() - std::string_view("。").size());
        return first;
    }
    return {};
}

/// What a file of an office says: both files of a report that came in two.
std::string draft_of(const RowsOf& of, const ChosenFile& choice) {
    std::string draft = contents_of(of.files[static_cast<std::size_t>(choice.file)]);
    if (choice.with >= 0)
        draft += " " + contents_of(of.files[static_cast<std::size_t>(choice.with)]);
    return draft;
}

/// Digest of what a return asks for.
std::string asked_for(const Examined& examined) {
    Sha256 digest;
    for (const Finding& finding : examined.findings) {
        if (letters::concerns_the_office(finding))
            digest.add_part(
                fmt::format("{} {}", static_cast<int>(finding.severity), finding.message));
    }
    return digest.digest();
}

/// 审核, as far as what was typed says it: passed, sent back, or lapsed by a new draft.
void review_typed(const RowsOf& of, const ChosenFile& choice, LedgerRow& row) {
    const std::string draft = draft_of(of, choice);
    const Remembered none, *known = former_row(of, row.office.name);
    const Remembered& former = known == nullptr ? none : *known;
    const ReviewWord word = review_word(row.typed.review);
    if (word == ReviewWord::passed) {
        if (former.passed_of.empty() || former.passed_of == draft) {
            row.passed_of = draft;
            return;
        }
        // It was said of another file; the former ledger has it.
        row.typed.review.clear();
        row.typed.final_draft.clear();
        row.typed.page_check.clear();
        row.lapsed_of = draft;
    } else if (word == ReviewWord::sent_back) {
        row.typed.review.clear();  // it is the program's own word from now on
        row.sent_back_of = draft;
    } else {
        if (!former.lapsed_of.empty()) row.lapsed_of = draft;
        if (former.sent_back_of == draft) row.sent_back_of = draft;
    }
    if (!row.lapsed_of.empty())
        add_sentence(row.main_problem,
                     "审核通过以后又报来一稿，请再审核；前一稿的“定稿”“网页核对”不再算数");
}

}  // namespace

void add_sentence(std::string& text, std::string_view sentence) {
    if (!sentence.empty()) text += fmt::format("{}{}", text.empty() ? "" : "；", sentence);
}

std::string wanted_file(const RowsOf& of, const std::string& office) {
    const TypedLedger::Row* typed = typed_row(of, office);
    return typed == nullptr ? std::string() : typed->typed.chosen;
}

std::string called(const RowsOf& of, const OfficeFiles& office, int file) {
    const auto path = [&](int i) -> const std::string& {
        return of.files[static_cast<std::size_t>(i)].path;
    };
    const auto same = std::count_if(office.reports.begin(), office.reports.end(), [&](int i) {
        return file_name(path(i)) == file_name(path(file));
    });
    return same > 1 ? path(file) : std::string(file_name(path(file)));
}

LedgerRow begun_row(const RowsOf& of, const OfficeFiles& office, const ChosenFile& choice,
                    std::vector<Finding>& findings) {
    LedgerRow row;
    row.on_list = office.office != Owners::nobody;
    if (row.on_list) row.office = of.options.list.offices[static_cast<std::size_t>(office.office)];
    else row.office.name = office.agency;
    if (const TypedLedger::Row* typed = typed_row(of, row.office.name)) {
        row.typed = typed->typed;
        row.added = typed->added;
    }
    row.own_name = office.own_name;
    row.renamed = !office.own_name.empty() && !office.abbreviated;
    row.undecided = choice.undecided;
    row.disputed = !office.disputed.empty();
    for (const std::vector<int>* files : {&office.reports, &office.other_years, &office.scans,
                                          &office.unreadable, &office.others}) {
        for (const int i : *files) row.files.push_back(of.files[static_cast<std::size_t>(i)].path);
    }
    row.signed_copy = !office.scans.empty();
    if (choice.file >= 0) {
        const ReceivedFile& file = of.files[static_cast<std::size_t>(choice.file)];
        row.chosen = file.path;
        row.draft = file.draft;
        if (choice.with >= 0) row.with = of.files[static_cast<std::size_t>(choice.with)].path;
        row.received_draft = file.seen;
    }
    OfficeFiles by_itself = office;
    std::erase(by_itself.reports, office.adopted);
    for (const std::vector<int>* files : {&office.reports, &office.disputed}) {
        for (const int i : *files) row.candidates.push_back(called(of, office, i));
    }
    if (row.candidates.size() < 2 && !row.disputed) row.candidates.clear();
    const ChosenFile own = choose(of.files, by_itself, {});
    if (own.file >= 0) row.own.chosen = called(of, office, own.file);
    Told told(of.typed, typed_row(of, row.office.name), row.office.name, findings);
    if (!row.typed.chosen.empty() && !choice.named)
        told.tell(rule("L-32"), "采用文件", why_not(of.files, office, row.typed.chosen),
                  "写收件里的文件名；有几个同名的，写上文件夹");
    const ReviewWord word = review_word(row.typed.review);
    if (word == ReviewWord::own) row.typed.review.clear();
    if (word == ReviewWord::unknown)
        told.tell(rule("L-31"), "审核",
                  fmt::format("“{}”读不懂", notation::shown(row.typed.review)),
                  "写“审核通过”“退回修改”或者“待审核”");
    row.main_problem = flags_text(of, office, choice, row);
    if (choice.file >= 0) review_typed(of, choice, row);
    tell_not_read(of, row, told);
    set_received(of, office, row, told);
    if (row.submission == Submission::none) {
        for (const int i : office.other_years)
            row.other_year = std::max(row.other_year, of.files[static_cast<std::size_t>(i)].year);
    }
    set_published(of, row, told);
    if (const Remembered* former = former_row(of, row.office.name)) {
        row.returns = former->returns;
        row.returned_of = former->returned_of;
        row.returned_for = former->returned_for;
        row.due = former->due;
        row.returned_on = former->returned_on;
    }
    return row;
}

int same_as_last_year(const Report& report, const Report& last) {
    const auto text = [](const Report& of) {
        return of.overview + "\n" + of.problems + "\n" + of.other;
    };
    const Sketch now = sketch_of(text(report), report.agency);
    if (now.characters < shortest_text) return -1;
    return static_cast<int>(
        percent_of(shared_characters(now, sketch_of(text(last), last.agency)), now.characters));
}

bool needs_answer(const LedgerRow& row) { return row.counts.to_mend + row.counts.to_verify > 0; }

void conclude(const RowsOf& of, const ChosenFile& choice, const Examined& examined,
              LedgerRow& row) {
    if (!examined.failure.empty()) {
        row.review = Review::unreadable;
        row.own.review = review_text(row.review, row.returns);
        row.chosen.clear();
        add_sentence(row.main_problem, examined.failure);
        return;
    }
    row.counts = counts_of(examined);
    const std::string draft = draft_of(of, choice);
    const bool passes = !row.passed_of.empty();
    // Who passed a draft reviews the next one before it goes back.
    row.letter = row.on_list && needs_answer(row) && !passes && row.lapsed_of.empty();
    const bool returned = row.letter || (!passes && row.sent_back_of == draft);
    if (returned) {
        const std::string asks = asked_for(examined);
        const bool another = row.returned_of != draft || row.returns == 0;
        if (another) ++row.returns;
        if (another) row.due.reset();
        // What was written stays as it was, unless it asks for something else now.
        if (another || row.returned_for != asks) row.returned_on = of.options.now;
        row.returned_of = draft;
        row.returned_for = asks;
        if (!row.due) row.due = of.options.profile.correction;
    } else {
        row.due.reset();
    }
    row.review = returned ? Review::returned : Review::waiting;
    if (returned && !row.letter)
        add_sentence(row.main_problem, "已退回，程序没有要写的意见，请自己写明退回的原因");
    row.own.review = review_text(row.review, row.returns);
    if (passes) row.review = Review::passed;
    if (passes && of.options.packages) row.own.final_draft = package_of(row.office.name);
    const int all = row.counts.to_mend + row.counts.to_verify;
    const std::string worst = all > 0 ? worst_of(examined) : std::string();
    add_sentence(row.main_problem, all > 1 ? fmt::format("{}（等{}处）", worst, all) : worst);
    for (const Finding& finding : examined.findings) {
        if (finding.rule == "Y-05" && finding.waived.empty() &&
            !letters::concerns_the_office(finding))
            add_sentence(row.main_problem, finding.message);
    }
    row.summed = row.on_list && row.office.counted && examined.report && row.counts.to_mend == 0;
}

void set_page_check(const std::optional<std::vector<Finding>>& differences, LedgerRow& row) {
    if (!differences) {
        row.own.page_check = "未核对";
        return;
    }
    row.own.page_check = differences->empty() ? "一致" : "不一致";
    if (differences->empty() || !row.typed.page_check.empty()) return;
    row.publication = Publication::differs;
    add_sentence(row.main_problem,
                 fmt::format("网页与定稿不一致的{}处，见“网页核对”文件夹", differences->size()));
}

void conclude_without_file(const OfficeFiles& office, const RowsOf& of, const ChosenFile& choice,
                           LedgerRow& row) {
    row.due.reset();
    if (row.submission == Submission::none) return;
    row.review = choice.undecided ? Review::waiting : Review::unreadable;
    row.own.review = review_text(row.review, row.returns);
    if (choice.undecided) return;
    for (const int i : office.unreadable) {
        const ReceivedFile& file = of.files[static_cast<std::size_t>(i)];
        row.unreadable.emplace_back(file_name(file.path));
        add_sentence(row.main_problem, fmt::format("{}（{}）", file.path, file.says));
    }
    row.only_scans = office.unreadable.empty();
    if (row.only_scans) add_sentence(row.main_problem, "只有扫描件或者 PDF，没有电子件");
}

}  // namespace nianbao::desk
