#include "check/prose/meaning.hpp"

namespace nianbao::prose {

void Window::add(const std::vector<Token>& tokens, std::size_t i) {
    const Token& token = tokens[i];
    const auto label = [&](std::vector<std::size_t>& list) {
        list.push_back(i);
        if (!any) {
            lead += pending;
            close_lead = i > 0 && tokens[i - 1].role == Role::unknown
                             ? tokens[i - 1].end - tokens[i - 1].begin
                             : 0;
            first = i;
        } else {
            inner += pending;
        }
        pending = 0;
        last = i;
        any = true;
        such = such || etc;
        etc = false;
    };
    switch (token.role) {
        case Role::verb:
            label(verbs);
            break;
        case Role::noun:
            label(nouns);
            break;
        case Role::result:
            label(results);
            break;
        case Role::applicant:
            label(applicants);
            break;
        case Role::procedure:
            label(procedures);
            break;
        case Role::outcome:
            label(outcomes);
            break;
        case Role::thing:
            label(things);
            break;
        case Role::measure:
            label(measures);
            break;
        case Role::unknown:
            // 复议案件计11起: it only says that a number follows.
            if (!token.counts) pending += token.end - token.begin;
            break;
        case Role::foreign:
            foreign = true;
            break;
        case Role::subset:
            subset = true;
            break;
        case Role::etc:
            etc = true;
            break;
        case Role::rise:
        case Role::fall:
        case Role::level:
        case Role::compare:
            differs = true;
            break;
        case Role::share:
            shares = true;
            break;
        case Role::never:
            never = true;
            break;
        case Role::list:
            listed = true;
            break;
        case Role::other:
            other = true;
            break;
        case Role::joint:
            joint = true;
            break;
        default:
            break;
    }
}

}  // namespace nianbao::prose
