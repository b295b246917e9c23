#include "report/names/kind_named.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace nianbao {
namespace {

template <std::size_t n>
bool ends_with(std::string_view name, const std::string_view (&endings)[n]) {
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

constexpr std::string_view of_towns[] = {"镇", "乡", "苏木", "街道"};
constexpr std::string_view of_regions[] = {"省", "市", "县", "区", "州", "盟", "旗"};
constexpr std::string_view offices[] = {"政府办公室", "政府办公厅", "政府办"};
constexpr std::string_view doubtful[] = {"办事处", "管理委员会", "管委会"};

}  // namespace

NamedKind kind_named(std::string_view agency) {
    const std::string plain = plain_name(agency);
    std::string_view name = plain;
    if (ends_with(name, of_towns) || name.ends_with("街道办事处") || name.ends_with("街道办"))
        return {Kind::township, true};
    if (ends_with(name, offices)) {
        // The office of a town is no 政府办公室, and hardly reports by itself.
        const std::string_view place =
            name.substr(0, std::min(name.find("人民政府"), name.find("政府")));
        return ends_with(place, of_towns) ? NamedKind{Kind::township, false}
                                          : NamedKind{Kind::office, true};
    }
    for (const std::string_view government : {"人民政府", "政府"}) {
        if (!name.ends_with(government)) continue;
        name.remove_suffix(government.size());
        if (ends_with(name, of_towns)) return {Kind::township, true};
        return {Kind::government, ends_with(name, of_regions)};
    }
    if (ends_with(name, of_regions)) return {Kind::government, false};
    return {Kind::department, name.find("政府") == name.npos && !ends_with(name, doubtful)};
}

}  // namespace nianbao
