// Who has to be among the members of a merged report.
#include "file/path_text.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/merge.hpp"
#include "nianbao/read.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/kind/kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>

namespace nianbao {
namespace {

/// The line without what follows a '#', and without blanks about it.
std::string name_on(std::string_view line) {
    line = line.substr(0, std::min(line.find('#'), line.size()));
    const auto strip = [&](std::string_view blank) {
        bool any = false;
        for (; line.starts_with(blank); any = true) line.remove_prefix(blank.size());
        for (; line.ends_with(blank); any = true) line.remove_suffix(blank.size());
        return any;
    };
    for (bool again = true; again;) {
        again = false;
        for (std::string_view blank : {" ", "\t", "\r", "\u3000", "\u00A0"})
            again = strip(blank) || again;
    }
    return std::string(line);
}

void add_once(std::vector<std::string>& names, std::string name) {
    const auto same = [&](const std::string& other) {
        return plain_name(other) == plain_name(name);
    };
    if (!name.empty() && std::none_of(names.begin(), names.end(), same))
        names.push_back(std::move(name));
}

}  // namespace

ExpectedMembers ExpectedMembers::read(const std::filesystem::path& list_or_folder) {
    ExpectedMembers expected;
    std::error_code unknown;
    if (std::filesystem::is_directory(list_or_folder, unknown)) {
        for (const std::filesystem::path& file : data_files(list_or_folder)) {
            const Reading reading = nianbao::read(file);
            if (reading.report) add_once(expected.names, reading.report->agency);
            else expected.unread.push_back(utf8(file.filename()));
        }
    } else {
        const std::string bytes = file_bytes(list_or_folder);
        const notation::Kind* kind = notation::foreign_kind(bytes, utf8(list_or_folder));
        const std::optional<std::string> text = notation::text_of(bytes);
        if (kind != nullptr || !text)
            throw Failure(fmt::format("单位名单 {} 不是文本文件{}", utf8(list_or_folder),
                                      kind == nullptr ? "" : fmt::format("：{}", kind->is)));
        std::string_view rest = *text;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            add_once(expected.names, name_on(rest.substr(0, end)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    if (expected.names.empty())
        throw Failure(fmt::format("单位名单 {} 里没有单位", utf8(list_or_folder)));
    return expected;
}

}  // namespace nianbao
