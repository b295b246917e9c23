#include "command/remedies.hpp"

#include "command/options/options.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

struct Words {
    Remedy::What what;
    std::string_view name;
    std::string_view option;
    std::string_view value;              // {}: the subject
    std::string_view with_subject = {};  // if there is one; empty: `value`
};
constexpr Words table[] = {
    {Remedy::What::choose_face, "choose_face", "font", " {}=文件"},
    {Remedy::What::give_folder, "give_folder", "font-dir", " 文件夹"},
    {Remedy::What::give_previous, "give_previous", "previous", " 文件或文件夹"},
    {Remedy::What::set_deadline, "set_deadline", "deadline", " 日期"},
    {Remedy::What::force, "force", "force", ""},
    {Remedy::What::set_year, "set_year", "year", " 年度"},
    {Remedy::What::give_prose, "give_prose", "prose", " 文件", " {} --force"},
};

const Words& words_of(Remedy::What what) {
    for (const Words& words : table) {
        if (words.what == what) return words;
    }
    return table[0];
}

}  // namespace

std::string_view name_of(Remedy::What what) { return words_of(what).name; }

std::string remedy_text(const std::vector<Remedy>& remedies, Command command) {
    std::string options;
    for (const Remedy& remedy : remedies) {
        const Words& words = words_of(remedy.what);
        if (option_named(command, words.option) == nullptr) continue;
        const bool own = !remedy.subject.empty() && !words.with_subject.empty();
        options += fmt::format(
            "{}--{}{}", options.empty() ? "可用 " : " 或 ", words.option,
            fmt::format(fmt::runtime(own ? words.with_subject : words.value), remedy.subject));
    }
    return options;
}

}  // namespace nianbao
