// P: prose against tables. Passes over the texts of a report, each in a file of its own:
// sentences, words, figures, scopes, names, and then the rules.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/prose/cells.hpp"
#include "check/rules.hpp"
#include "text/numerals.hpp"
#include "text/search.hpp"

namespace nianbao::prose {

/// A sentence as the rules read it: joined where it was pasted in lines, without blanks
/// and quotation marks, digits and marks in one form, cell references replaced by what
/// they print. `at[i]` is the place of character i in the field's text (one more stands
/// for the end).
struct Sentence {
    std::u32string text;
    std::vector<int> at;
    std::vector<bool> referred;  // character i comes from a cell reference
    std::u32string heading;      // the nearest one above, without numbering: 依申请公开情况
    bool begins = false;         // the first one of a paragraph or below a heading
};

std::vector<Sentence> sentences_of(const Report& report, std::string_view text);

/// What a word is to the rules. `unknown` is every run of characters that no word stands
/// for.
enum class Role : std::uint8_t {
    unknown,
    filler,        // 共, 各类, 依法: changes nothing
    time,          // 全年, 2022年: scopes read them
    own,           // 我局, 本机关
    whole,         // 全市, 全县
    seat,          // 市政府: in a government's report only a part of it
    verb,          // 收到, 办结: with the cells that it may count
    noun,          // 政府信息公开申请
    result,        // 予以公开 and its kin
    applicant,     // 自然人
    procedure,     // 行政复议, 行政诉讼
    outcome,       // 维持
    thing,         // 规章, 行政许可
    measure,       // 制发, 废止, 现行有效
    foreign,       // 建议, 咨询: counts of other things
    subset,        // 网络, 延期: less than the whole row
    joint,         // 和, 及
    etc,           // 等
    list,          // 其中, 包括
    respectively,  // 分别
    each,          // 各
    other,         // 其他
    rest,          // 另, 此外: what follows is beside the list
    compare,       // 同比, 较
    rise,
    fall,
    level,   // 持平
    share,   // 占
    all,     // 均, 全部
    never,   // 未, 无
    plan,    // 下一步
    figure,  // a number with its unit
    comma,
    pause,  // 、
    semicolon,
    colon,
    open,
    close,
};

/// True for the marks that end a clause; an item of a list ends at 、 too.
constexpr bool ends_clause(Role role) {
    return role == Role::comma || role == Role::semicolon || role == Role::colon ||
           role == Role::open || role == Role::close;
}
constexpr bool ends_item(Role role) { return ends_clause(role) || role == Role::pause; }

/// What was done with a 规章 or a 规范性文件; what was decided or carried out.
enum class Act : std::uint8_t { none, made, issued, repealed, in_force, decided, carried };

/// What counts in a figure: only a count can name a cell.
enum class FigureKind { count, pieces, money, percent, multiple, year, month, none };

/// True for what lists add up: 12件, and 12篇 or 12人次, which no cell counts.
constexpr bool is_counted(FigureKind kind) {
    return kind == FigureKind::count || kind == FigureKind::pieces;
}

struct Figure {
    Numeral numeral;
    FigureKind kind = FigureKind::none;
    int end = 0;  // with its unit
    std::u32string_view unit;
    bool referred = false;  // printed by a cell reference: right by construction
};

/// A word, a mark or a figure of a sentence: characters [begin, end). `cells`, `column`,
/// `act`: what the word stands for in the tables; `figure`: index among the figures.
struct Token {
    Role role = Role::unknown;
    Column column = Column::total;
    Act act = Act::none;
    int begin = 0, end = 0;
    int figure = -1;
    Cells cells = {};
    bool counts = false;  // 计, directly before a number
};

std::vector<Figure> figures_of(const Sentence& sentence);
std::vector<Token> tokens_of(const Sentence& sentence, const std::vector<Figure>& figures);

/// What a figure counts of: this year and this office unless something else was said.
struct Scope {
    int year = 0;         // 0: the report's
    bool period = false;  // a month, a quarter
    bool part = false;    // another office, a part of a county, or a wider county
    bool plan = false;
    bool compared = false;  // the clause measures against something: 较上年, 比2021年
    bool listed = false;  // the part is one of a list: 其中县政府办公室37件，部门298件
    bool plain() const { return year == 0 && !period && !part && !plan; }
};

/// A scope for every token. Words that turn out to be the office's own name become `own`.
std::vector<Scope> scopes_of(const Report& report, const Sentence& sentence,
                             const std::vector<Figure>& figures, std::vector<Token>& tokens,
                             const Scope& before);

/// How sure a reading is.
enum class Surety { certain, likely };

/// What a count is one of: a part of the applications or the cases, or a thing of table
/// two.
enum class Family : std::uint8_t {
    none,
    intake,
    finished,
    carried_in,
    carried_out,
    result,
    reason,
    applicant,
    outcome,
    procedure,
    thing,
};

/// The cells that a figure names: one of several readings.
struct Naming {
    Readings readings;
    std::vector<Readings> each = {};  // 行政复议、行政诉讼各1件: further names of the same figure
    Family family = Family::none;
    Surety surety = Surety::certain;
    int begin = 0;         // where its words begin
    bool in_list = false;  // behind 其中, 包括
};

/// What a sentence is about, and hands on to the next one.
enum class Topic { none, applications, reconsideration, litigation, disputes, foreign };

/// Characters of a field that agree with something, and with what: “本年新收 12”.
struct Note {
    Span where;
    std::string against;
};

/// A sentence with all that the passes found in it.
struct Reading {
    const Sentence* sentence = nullptr;
    std::string_view field;
    std::vector<Figure> figures;
    std::vector<Token> tokens;
    std::vector<Scope> scopes;    // one for each token
    std::vector<Naming> namings;  // one for each figure; without readings where it names no cell
    std::vector<Topic> topics;    // one for each token
    Surety surety = Surety::certain;     // likely in fields that speak of other things
    std::vector<Note>* notes = nullptr;  // where the rules note what agrees; null: nobody asks
    Speech speech = Speech::english;     // of hints

    /// Past the last token the sentence ends.
    Role role(std::size_t i) const { return i < tokens.size() ? tokens[i].role : Role::semicolon; }
    /// The characters [begin, end) of the sentence, and those of a token.
    std::u32string_view between(int begin, int end) const {
        return std::u32string_view(sentence->text).substr(begin, end - begin);
    }
    /// Empty past the last token.
    std::u32string_view word(std::size_t i) const {
        return i < tokens.size() ? between(tokens[i].begin, tokens[i].end) : std::u32string_view();
    }
    /// What a figure counts, and what it names. REQUIRES: token i is one.
    const Figure& figure(std::size_t i) const { return figures[tokens[i].figure]; }
    const Naming& naming(std::size_t i) const { return namings[tokens[i].figure]; }
    bool is_date(std::size_t i) const {
        return role(i) == Role::figure &&
               (figure(i).kind == FigureKind::year || figure(i).kind == FigureKind::month);
    }
};

/// Names the cells of every figure; `topic` is handed on from the sentence before.
void name_figures(const Report& report, Reading& reading, Topic& topic);

/// The span of figure characters in the field.
Span span_of(const Reading& reading, int begin, int end);
/// Notes that figure characters agree with something, if anybody asks.
void note(const Reading& reading, const Figure& figure, std::string against);
/// The words [begin, end) as they stand there.
std::string written(const Reading& reading, int begin, int end);
/// The words [begin, end) as they are quoted in a message, shortened in the middle.
std::string quoted(const Reading& reading, int begin, int end);

/// The rules, over one sentence each.
void check_counts(const Report& report, const Reading& reading, std::vector<Finding>& findings);
void check_claims(const Report& report, const Reading& reading, std::vector<Finding>& findings);
/// What is said of all applications or cases, or of none, without a count.
void check_all_of_them(const Report& report, const Reading& reading,
                       std::vector<Finding>& findings);
/// What became of the applications just counted, where it is said without a count:
/// 均予以公开, 结果为部分公开, 尚在办理, 公开率100%.
void check_results_said(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                        std::vector<Finding>& findings);
/// How the cases just counted ended: 复议机关予以维持, 法院已全部审结.
void check_outcomes_said(const Report& report, const Reading& reading,
                         std::vector<Finding>& findings);
/// Who applied, in other words than the table's: 村民18件, 由一家企业提出.
void check_applicants_said(const Report& report, const std::vector<Reading>& readings,
                           std::size_t at, std::vector<Finding>& findings);
/// Of what kind all of those just counted are: 不予公开8件，均属于行政执法案卷.
void check_kinds_said(const Report& report, const Reading& reading, std::vector<Finding>& findings);
/// 行政复议、行政诉讼情况：无.
void check_headed(const Report& report, const Reading& reading, std::vector<Finding>& findings);
/// Whom most applications come from, and what becomes of most: 主要来自企业.
void check_majorities(const Report& report, const Reading& reading, std::vector<Finding>& findings);
/// P-13: 办结率, 公开率 and the like. P-08: 共计. P-09: the shares of one list together.
void check_rates(const Report& report, const Reading& reading, std::vector<Finding>& findings);
void check_totals(const Reading& reading, std::vector<Finding>& findings);
void check_share_sums(const Reading& reading, std::vector<Finding>& findings);
void check_lists(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                 std::vector<Finding>& findings);
void check_shares(const Report& report, const std::vector<Reading>& readings, std::size_t at,
                  std::vector<Finding>& findings);
void check_changes(const Report& report, const CheckOptions& options, const Reading& reading,
                   std::vector<Finding>& findings);
/// What the fields of a report say of 信息处理费, one after the other: that none was
/// taken, and that an amount was.
struct FeesSaid {
    std::optional<Finding> none, some;
};
/// Hands each field of the prose over, read; and runs all rules over one of them.
void over_fields(const Report& report, const std::function<void(std::vector<Reading>&)>& take);
void check_readings(const Report& report, const CheckOptions& options,
                    const std::vector<Reading>& readings, FeesSaid& said,
                    std::vector<Finding>& findings);
/// Over the whole of a field.
void check_fees(const Report& report, const std::vector<Reading>& readings, FeesSaid& said,
                std::vector<Finding>& findings);

}  // namespace nianbao::prose
