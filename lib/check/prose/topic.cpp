// What a sentence is about, as far as it has been read.
#include "check/prose/meaning.hpp"
#include "check/prose/words.hpp"

#include <algorithm>

namespace nianbao::prose {
namespace {

/// Words for applications of any kind, unless those for information were spoken of.
bool is_weak(std::u32string_view noun) {
    return noun == U"申请" || noun == U"申请件" || noun == U"申请书" || noun == U"申请表" ||
           noun == U"申请量" || noun == U"申请数量" || noun == U"申请总量";
}

/// 网约车驾驶员资格申请: so long are the names of other kinds; 纸质申请 is one of ours.
constexpr std::size_t least_of_a_kind = 4;

/// 行政复议5件、行政诉讼4件，其中尚未审结2件: where token `list` lists what both together
/// have: the counts before it are of one and the other, and none of an outcome between.
bool lists_of_both(const Context& at, std::size_t list) {
    bool reconsideration = false, litigation = false;
    for (std::size_t k = list; k-- > 0;) {
        const Role role = at.role(k);
        if (role == Role::semicolon || role == Role::outcome || role == Role::list) break;
        if (role != Role::procedure) continue;
        (at.token(k).cells == cells_reconsideration ? reconsideration : litigation) = true;
    }
    if (!reconsideration || !litigation) return false;
    for (std::size_t k = list + 1; k < at.reading.tokens.size(); ++k) {
        if (at.role(k) == Role::semicolon) break;
        if (at.role(k) == Role::procedure) return false;
    }
    return true;
}

/// 行政诉讼2件，与行政复议的5件不重复计算，1件维持: named only to be kept apart.
bool is_beside_topic(const Context& at, std::size_t i) {
    std::size_t begin = i, end = i;
    while (begin > 0 && !ends_clause(at.role(begin - 1))) --begin;
    while (end < at.reading.tokens.size() && !ends_clause(at.role(end))) ++end;
    const auto clause = at.reading.between(at.token(begin).begin, at.token(end - 1).end);
    return begin < i && clause.starts_with(U'与') && has_any(clause, {U"不重复", U"分别计"});
}

}  // namespace

bool is_attribute(const Context& context, std::size_t i) {
    return context.of_papers && context.word(i).starts_with(U"依申请公开");
}

void look_at_topic(Context& at, std::size_t i) {
    switch (at.role(i)) {
        case Role::noun:
            // 公文312件，主动公开98件，依申请公开120件: how they are to be published
            if (((at.topic == Topic::foreign && at.word(i) == U"依申请公开") ||
                 is_attribute(at, i)) &&
                (at.role(i + 1) == Role::figure || at.role(i + 1) == Role::subset ||
                 at.word(i + 1) == U"的") &&
                (i == 0 || at.role(i - 1) != Role::verb))
                break;
            if (is_weak(at.word(i)) && i > 0 &&
                (at.role(i - 1) == Role::unknown || at.role(i - 1) == Role::thing)) {
                // 受理网约车驾驶员资格申请806件、办结806件: of those, up to a semicolon
                if (at.role(i - 1) == Role::unknown && at.word(i - 1).size() >= least_of_a_kind &&
                    at.role(i + 1) == Role::figure)
                    at.aside = true;
                break;
            }
            if (is_weak(at.word(i)) && at.topic != Topic::applications && !at.named && !at.below) {
                if (at.topic == Topic::none)
                    at.topic = i > 0 && at.role(i - 1) == Role::verb ? Topic::applications
                                                                     : Topic::foreign;
                break;
            }
            at.topic = Topic::applications;
            at.named = true;
            break;
        case Role::result:
            if (at.below || at.results > 2 || (at.topic != Topic::foreign && at.named))
                at.topic = Topic::applications;
            break;
        case Role::verb:
        case Role::applicant: {
            // 行政诉讼1件。上年结转19件，办结651件: of applications again
            const bool dispute = at.topic == Topic::reconsideration ||
                                 at.topic == Topic::litigation || at.topic == Topic::disputes;
            const bool theirs = at.role(i) == Role::applicant ||
                                at.token(i).cells == cells_carried_in ||
                                at.token(i).cells == cells_carried_out;
            if (theirs && (dispute || (at.topic == Topic::none && at.below)) && !at.cases)
                at.topic = Topic::applications;
            break;
        }
        case Role::procedure: {
            if (is_beside_topic(at, i)) break;
            const Topic own = at.token(i).cells == cells_reconsideration ? Topic::reconsideration
                                                                         : Topic::litigation;
            const bool joined = i > 0 &&
                                (at.role(i - 1) == Role::pause || at.role(i - 1) == Role::joint) &&
                                i > 1 && at.role(i - 2) == Role::procedure;
            at.topic = joined && own != at.topic ? Topic::disputes : own;
            at.procedure = at.token(i).cells;
            break;
        }
        case Role::foreign:
            at.topic = Topic::foreign;
            break;
        case Role::list:
            if ((at.topic == Topic::litigation || at.topic == Topic::reconsideration) &&
                lists_of_both(at, i))
                at.topic = Topic::disputes;
            break;
        default:
            break;
    }
}

void look_at_text(Context& context) {
    const std::u32string_view text = context.text(), heading = context.reading.sentence->heading;
    context.in_public = (has_any(text, {U"信息公开", U"依申请", U"政务公开", U"申请公开"}) ||
                         has_any(heading, {U"依申请", U"申请公开", U"复议"})) &&
                        // 因投诉处理引起的行政复议37件，与信息公开无关
                        !has_any(text, {U"公开无关", U"不涉及政府信息公开", U"不涉及信息公开",
                                        U"不涉及政务公开", U"不是信息公开"});
    context.of_papers = has(text, U"主动公开") && has(text, U"依申请公开") &&
                        has_any(text, {U"制作", U"产生", U"形成", U"公开属性", U"定为", U"公文"});
}

bool names_another(const Reading& reading, std::size_t i, std::size_t e) {
    const std::u32string_view word = reading.word(e);
    if (word == U"中" || word == U"当中") return !ends_item(reading.role(e + 1));
    return e == i + 1 && reading.role(e) == Role::unknown &&
           (word == U"减去" || word == U"扣除" || word == U"加上" || word == U"除去");
}

bool describes(const Reading& reading, std::size_t i) {
    const std::u32string_view text = reading.sentence->text;
    if (!text.substr(std::min<std::size_t>(reading.tokens[i].end, text.size())).starts_with(U'的'))
        return false;
    std::size_t k = i + 1;
    while (reading.role(k) == Role::filler) ++k;
    return reading.role(k) == Role::unknown && reading.tokens[k].end - reading.tokens[k].begin > 1;
}

bool is_apart(const Reading& reading, std::size_t last, std::size_t to) {
    const std::u32string_view rest =
        reading.between(reading.tokens[last].end, reading.tokens[to - 1].end);
    return rest == U"外" || rest == U"以外" || rest == U"之外" || rest == U"的以外";
}

}  // namespace nianbao::prose
