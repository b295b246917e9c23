#include "data/drafts/converter.hpp"

#include "data/kinds.hpp"
#include "data/rules.hpp"
#include "file/path_text.hpp"
#include "file/program.hpp"
#include "file/reading.hpp"
#include "file/temporary_folder.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/whole_file.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <system_error>

namespace nianbao::data {
namespace {

namespace fs = std::filesystem;

/// The words of a command: blanks part them, but not within quotation marks. `mark`: the
/// one that is left open at the end; 0: none.
std::vector<std::string> words_of(std::string_view command, char& mark) {
    std::vector<std::string> words;
    bool within = false;
    mark = 0;
    for (const char c : command) {
        if (mark != 0 ? c == mark : c == '"' || c == '\'') {
            mark = mark != 0 ? '\0' : c;
            if (!within) words.emplace_back();
            within = true;
        } else if (mark == 0 && (c == ' ' || c == '\t')) {
            within = false;
        } else {
            if (!within) words.emplace_back();
            within = true;
            words.back() += c;
        }
    }
    return words;
}

void put(std::string& word, std::string_view name, const std::string& value) {
    for (std::size_t at = 0; (at = word.find(name, at)) != word.npos; at += value.size())
        word.replace(at, name.size(), value);
}

/// The one file of that ending; empty: there is none, or several.
fs::path made_in(const fs::path& folder, std::string_view ending) {
    fs::path made;
    for (const fs::path& file : entries_of(folder).files) {
        if (!has_ending(utf8(file.filename()), ending)) continue;
        if (!made.empty()) return {};
        made = file;
    }
    return made;
}

}  // namespace

std::string Converter::fault(std::string_view command) {
    char open = 0;
    const std::vector<std::string> words = words_of(command, open);
    const auto has = [&](std::string_view place) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return word.find(place) != word.npos; });
    };
    if (words.empty()) return "转换命令是空的";
    if (open != 0) return fmt::format("转换命令里的引号 {} 没有另一半", open);
    if (has("{in}") && !has("{out}")) return "转换命令里写了 {in}，没有写 {out}";
    if (has("{out}") && !has("{in}")) return "转换命令里写了 {out}，没有写 {in}";
    return {};
}

Converter::Converter(std::string_view command) {
    if (const std::string wrong = fault(command); !wrong.empty()) throw Failure(wrong);
    char open = 0;
    words_ = words_of(command, open);
    // A path is one from here: the program runs in a folder of its own.
    if (words_.front().find_first_of(separators()) != std::string::npos)
        words_.front() = utf8(fs::absolute(path_of(words_.front())));
    const bool says_how = std::any_of(words_.begin(), words_.end(), [](const std::string& word) {
        return word.find("{in}") != word.npos;
    });
    if (!says_how)
        words_.insert(words_.end(),
                      {"--headless", "--convert-to", "{to}", "--outdir", "{out}", "{in}"});
}

std::variant<std::string, Converter::Refusal> Converter::convert(const fs::path& file,
                                                                 const notation::Kind& kind) const {
    const auto put = [&](const fs::path& copy) {
        std::error_code error;
        return fs::copy_file(file, copy, error);
    };
    return convert_what(put, file.extension(), kind);
}

std::variant<std::string, Converter::Refusal> Converter::convert(std::string_view bytes,
                                                                 std::string_view name,
                                                                 const notation::Kind& kind) const {
    const auto put = [&](const fs::path& copy) {
        write_whole_file(copy, bytes);
        return true;
    };
    return convert_what(put, path_of(name).extension(), kind);
}

std::variant<std::string, Converter::Refusal> Converter::convert_what(
    const Put& put_copy, const fs::path& ending, const notation::Kind& kind) const {
    // LibreOffice passes a second call on to the first, and ends.
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    const TemporaryFolder folder;
    // A copy: the program may lock what it reads, and write beside it.
    fs::path copy = folder.path() / "report";
    copy += ending;
    const fs::path out = folder.path() / "out";
    std::error_code error;
    if (!put_copy(copy) || !fs::create_directory(out, error))
        return Refusal{"不能复制到临时文件夹"};

    OtherProgram program{words_, folder.path()};
    for (std::string& word : program.words) {
        put(word, "{in}", utf8(copy));
        put(word, "{out}", utf8(out));
        put(word, "{to}", std::string(kind.becomes.substr(1)));
    }
    switch (run_program(program)) {
        case Ended::not_found:
            throw Failure(fmt::format("找不到转换程序 {}", words_.front()));
        case Ended::too_late:
            return Refusal{fmt::format(
                "转换程序 {} 秒没有做完，停止了",
                std::chrono::duration_cast<std::chrono::seconds>(program.limit).count())};
        case Ended::badly:
            return Refusal{"转换程序出错"};
        case Ended::well:
            break;
    }
    const fs::path made = made_in(out, kind.becomes);
    if (made.empty()) return Refusal{fmt::format("转换程序没有做出 {} 文件", kind.becomes)};
    return file_bytes(made);
}

const notation::Kind* convertible_kind(const fs::path& file) {
    try {
        const std::string head = file_bytes(file, notation::telling_bytes);
        const notation::Kind* kind = notation::foreign_kind(head, utf8(file));
        return kind != nullptr && !kind->becomes.empty() ? kind : nullptr;
    } catch (const Failure&) {
        return nullptr;  // told when it is read
    }
}

Finding not_converted(const notation::Kind& kind, const std::string& file, const std::string& why) {
    Finding finding = no_data_file(kind, file);
    finding.severity = Severity::error;
    finding.message = fmt::format("{}，没有转换成：{}", kind.is, why);
    return finding;
}

}  // namespace nianbao::data
