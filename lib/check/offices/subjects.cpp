#include "check/offices/subjects.hpp"

#include "check/wording/text.hpp"
#include "text/character_set.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao::offices {
namespace {

// What an office does at the beginning of a clause that is about itself.
constexpr std::u32string_view doings[] = {
    U"认真", U"严格",   U"坚持",     U"高度重视",    U"积极",     U"深入", U"始终",
    U"按照", U"根据",   U"依据",     U"持续",        U"不断",     U"全面", U"切实",
    U"紧紧", U"紧扣",   U"围绕",     U"共",          U"主动公开", U"收到", U"新收",
    U"受理", U"未收到", U"没有收到", U"政府信息公开"};
constexpr CharacterFilter beginnings_of_doings = CharacterFilter::beginnings(doings);

}  // namespace

bool doing_at(std::u32string_view text, std::size_t at) {
    return at < text.size() && beginnings_of_doings.may_hold(text[at]) &&
           std::any_of(std::begin(doings), std::end(doings),
                       [&](std::u32string_view doing) { return wording::stands(text, at, doing); });
}

}  // namespace nianbao::offices
