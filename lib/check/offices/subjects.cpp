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
// What an office does at the head of its own overview, and of no other's.
constexpr std::u32string_view own_doings[] = {
    U"认真贯彻", U"认真落实", U"认真执行", U"认真做好", U"深入贯彻", U"深入落实", U"全面贯彻",
    U"全面落实", U"坚决贯彻", U"严格按照", U"严格落实", U"严格执行", U"严格贯彻", U"坚持",
    U"聚焦",     U"紧扣",     U"紧紧围绕", U"围绕",     U"高度重视", U"持续",     U"扎实",
    U"切实",     U"积极贯彻", U"积极落实", U"始终",     U"立足",     U"以习近平", U"牢固",
    U"按照",     U"根据",     U"不断",     U"全面推进", U"深入推进", U"稳步推进", U"认真学习",
    U"进一步",   U"坚决",     U"深化",     U"在县委",   U"在市委",   U"在区委",   U"在上级",
    U"在镇党委"};
// What it does too, but a body below it, which is no office of its own, does as well.
constexpr std::u32string_view any_doings[] = {U"全年", U"公开", U"主动公开",
                                              U"通过", U"加强", U"继续"};

template <std::size_t n>
bool one_stands(std::u32string_view text, std::size_t at, const std::u32string_view (&words)[n]) {
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::u32string_view word) { return stands(text, at, word); });
}

constexpr CharacterFilter beginnings_of_doings = CharacterFilter::beginnings(doings);

}  // namespace

bool doing_at(std::u32string_view text, std::size_t at) {
    return at < text.size() && beginnings_of_doings.may_hold(text[at]) &&
           std::any_of(std::begin(doings), std::end(doings),
                       [&](std::u32string_view doing) { return stands(text, at, doing); });
}

bool own_doing_at(std::u32string_view text, std::size_t at) {
    return one_stands(text, at, own_doings);
}

bool any_doing_at(std::u32string_view text, std::size_t at) {
    return one_stands(text, at, any_doings);
}

}  // namespace nianbao::offices
