#include "county/desk/intake/why_not.hpp"

#include "county/desk/intake/file_names.hpp"
#include "notation/values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::desk {

std::string why_not(const std::vector<ReceivedFile>& files, const OfficeFiles& office,
                    const std::string& typed) {
    const std::string name = notation::shown(typed);
    const std::vector<int> named = named_among(files, typed);
    if (named.empty()) return fmt::format("收件里没有“{}”", name);
    if (named.size() > 1) return fmt::format("收件里有 {} 个文件叫“{}”", named.size(), name);
    const int found = named.front();
    const ReceivedFile& file = files[static_cast<std::size_t>(found)];
    const auto among = [&](const std::vector<int>& own) {
        return std::find(own.begin(), own.end(), found) != own.end();
    };
    if (file.came == Came::unreadable)
        return fmt::format("“{}”无法读取，不能采用：{}", name, file.says);
    if (file.came == Came::scan)
        return fmt::format("“{}”是扫描件或者图片，没有可以读的数，不能采用", name);
    if (file.came != Came::report) return fmt::format("“{}”里没有年报，不能采用", name);
    if (among(office.other_years))
        return fmt::format("“{}”是 {} 年度的，不能采用", name, file.year);
    if (among(office.disputed))
        return fmt::format("“{}”也是另一个单位的采用文件，只能归一个单位", name);
    return file.agency.empty()
               ? fmt::format("“{}”没有算作这个单位的来件，不能采用", name)
               : fmt::format("“{}”的署名是“{}”，不能算作这个单位的", name, file.agency);
}

}  // namespace nianbao::desk
