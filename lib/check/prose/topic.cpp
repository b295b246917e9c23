// What a sentence is about, as far as it has been read.
#include "check/prose/meaning.hpp"
#include "check/prose/words.hpp"

namespace nianbao::prose {
namespace {

/// Words for applications of any kind, unless those for information were spoken of.
bool is_weak(std::u32string_view noun) {
    return noun == U"申请" || noun == U"申请件" || noun == U"申请书" || noun == U"申请表" ||
           noun == U"申请量" || noun == U"申请数量" || noun == U"申请总量";
}

/// 网约车驾驶员资格申请: so long are the names of other kinds; 纸质申请 is one of ours.
constexpr std::size_t least_of_a_kind = 4;

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
        default:
            break;
    }
}

}  // namespace nianbao::prose
