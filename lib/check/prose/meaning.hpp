// What the words around a figure mean: the part of naming that knows the tables, apart
// from the walk over the tokens.
#pragma once

#include "check/prose/prose.hpp"

namespace nianbao::prose {

/// What stands in a stretch of tokens beside a figure: indices of its labels, and what
/// else is there.
struct Window {
    std::vector<std::size_t> verbs, nouns, results, applicants, procedures, outcomes, things,
        measures;
    bool foreign = false, subset = false, etc = false, such = false, differs = false,
         shares = false, never = false, listed = false, other = false, joint = false;
    int lead = 0, inner = 0,
        tail = 0;                     // unknown characters before, between and behind the labels
    int pending = 0;                  // unknown characters since the last label
    int close_lead = 0;               // those directly before the first label
    std::size_t first = 0, last = 0;  // label
    bool any = false;                 // a label

    bool objects() const {
        return !nouns.empty() || !results.empty() || !applicants.empty() || !procedures.empty() ||
               !outcomes.empty() || !things.empty();
    }
    void add(const std::vector<Token>& tokens, std::size_t i);
    void close() { tail = any ? pending : 0; }
};

/// How far a sentence has been read, and what it is about there.
struct Context {
    const Report& report;
    const Reading& reading;
    Topic topic = Topic::none;
    bool below = false;         // a heading about applications stands above
    bool aside = false;         // applications of another kind were counted
    int results = 0;            // 予以公开 and its kin in the sentence
    bool cases = false;         // 行政复议, 维持 in it
    bool tables_cases = false;  // a count of cases before is that of the table
    bool in_public = false;  // the sentence or its heading is about the publishing of information
    bool of_papers = false;  // 公文主动公开98件、依申请公开120件: how they are to be published
    bool named = false;               // applications are named in this sentence
    bool names_applications = false;  // somewhere in it
    bool listed = false;              // behind 其中
    bool alone = false;               // labels are dealt out one by one
    Cells procedure = {}, thing = {};
    Act act = Act::none;
    bool thing_is_other = false;  // 清理规范性文件15件: its 废止 are not the year's
    std::size_t consumed = 0;     // tokens before this one belong to a figure before them
    Naming last = {};             // the last figure that names rows
    Amount taken = {};  // the greatest count of applications received, so far in this sentence

    Role role(std::size_t i) const { return reading.role(i); }
    const Token& token(std::size_t i) const { return reading.tokens[i]; }
    std::u32string_view text() const { return reading.sentence->text; }
    std::u32string_view word(std::size_t i) const { return reading.word(i); }
    const Figure& figure_at(std::size_t i) const { return reading.figure(i); }
    bool is_date(std::size_t i) const { return reading.is_date(i); }
    bool about_applications() const {
        return topic == Topic::applications || (topic == Topic::none && named);
    }
};

/// Fills in what the figure at token i means, whose words stand in the window that begins
/// at token `from`; leaves it without readings where they name no cells.
void mean(const Context& context, std::size_t i, std::size_t from, const Window& window,
          Naming& naming);

/// The same of 收到, 办结 and 结转.
void mean_intake(const Context& context, std::size_t i, const Window& window, Naming& naming);

/// What the sentence is about from token i on.
void look_at_topic(Context& context, std::size_t i);
/// 制作政府信息30条，其中主动公开信息0条，依申请公开信息22条: of what was made.
bool is_attribute(const Context& context, std::size_t i);

/// Says whether the sentence is about the publishing of information, or of papers.
void look_at_text(Context& context);

/// 15件申请中自然人14件, 45件减去上年结转的4件: from token e on another count is named than
/// the one at token i.
bool names_another(const Reading& reading, std::size_t i, std::size_t e);

/// 办结1件的乡镇名单: the count only says which things are meant. 新收20件的60% is a count
/// of its own. REQUIRES: token i is a figure.
bool describes(const Reading& reading, std::size_t i);

/// 除2件结转下年度办理外: what stands between token `last` and `to` is the end of 除…外.
bool is_apart(const Reading& reading, std::size_t last, std::size_t to);

}  // namespace nianbao::prose
