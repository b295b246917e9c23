#include "publish/look.hpp"

#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "notation/kind/kind.hpp"
#include "notation/values.hpp"
#include "publish/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace publish {
namespace {

struct Kind {
    bool (*is)(std::string_view bytes, std::string_view name);
    void (*look)(Look& look);
};

bool is_pdf(std::string_view bytes, std::string_view) { return bytes.starts_with("%PDF-"); }

constexpr Kind kinds[] = {{notation::is_word_file, look_at_word_file},
                          {notation::is_workbook, look_at_workbook},
                          {is_pdf, look_at_pdf},
                          {notation::is_web_page, look_at_page}};

const Kind* kind_to_look_at(std::string_view bytes, std::string_view name) {
    const auto own = std::find_if(std::begin(kinds), std::end(kinds),
                                  [&](const Kind& kind) { return kind.is(bytes, name); });
    return own == std::end(kinds) ? nullptr : &*own;
}

}  // namespace

void Look::tell(std::string_view code, Place place, std::string message, std::string hint) {
    const Code& own = *std::find_if(std::begin(rules), std::end(rules),
                                    [&](const Code& one) { return one.code == code; });
    findings.tell(own.severity, code, {}, std::move(place), std::move(message),
                  hint.empty() ? std::string(own.remedy) : std::move(hint));
}

void Look::tell_carried_data(std::string_view part) {
    if (!as_made) {
        tell(rule("G-06"), fmt::format("文件里附着报告的数据（{}），而文件后来改过", part),
             "不附数据，再生成一份");
        return;
    }
    findings.tell(Severity::advice, rule("G-06"), {}, {name, {}, 0, 0, 0},
                  fmt::format("文件里附着报告的数据（{}），与看得见的相同", part),
                  "有意附上的，不必改；不想公布数据文件的，不附数据再生成一份");
}

std::string in_quotes(std::string_view text) { return fmt::format("“{}”", notation::shown(text)); }

}  // namespace publish

bool can_look_through(std::string_view bytes, std::string_view name) {
    return publish::kind_to_look_at(bytes, name) != nullptr;
}

LookedThrough look_through(const Input& input, bool (*own)(std::string_view bytes)) {
    constexpr std::size_t most = std::size_t{256} << 20;
    const std::string bytes = input.bytes ? *input.bytes : file_bytes(input.file, most);
    publish::Look look{input.name.empty() ? utf8(input.file) : input.name, bytes};
    look.source = Source(look.name, {});
    if (bytes.size() > most) {
        look.tell(publish::rule("G-07"), fmt::format("文件超过上限 {} MiB，没有看", most >> 20));
        return {std::move(look.source), look.findings.take(look.name)};
    }
    look.as_made = own != nullptr && own(bytes);
    if (const publish::Kind* kind = publish::kind_to_look_at(bytes, look.name)) kind->look(look);
    else
        look.tell(publish::rule("G-07"),
                  fmt::format("{}，没有看", notation::kind_of(bytes, look.name).is));
    std::vector<Finding> findings = look.findings.take(look.name);
    return {std::move(look.source), std::move(findings)};
}

}  // namespace nianbao
