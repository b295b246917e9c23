#include "nianbao/read.hpp"

#include "data/bytes.hpp"
#include "data/json.hpp"
#include "data/report_from_values.hpp"
#include "data/rules.hpp"
#include "data/yaml.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>

namespace nianbao {
namespace {

std::string reason(int error) {
    switch (error) {
        case ENOENT:
            return "没有这个文件";
        case EACCES:
        case EPERM:
            return "没有读取的权限";
        case EISDIR:
            return "它是文件夹";
        case ENOTDIR:
            return "路径中有一段不是文件夹";
        case ENAMETOOLONG:
            return "文件名太长";
        case ELOOP:
            return "符号链接绕成了圈";
        case EMFILE:
        case ENFILE:
            return "打开的文件太多";
        case EIO:
            return "读盘出错";
        default:
            return std::generic_category().message(error);
    }
}

[[noreturn]] void fail(const std::filesystem::path& file, int error) { throw Failure(fmt::format("不能读取 {}：{}", file.string(), reason(error))); }

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// A file that holds a whole report, or its prose alone.
Reading read_as(data::Holds holds, std::string_view bytes, std::string name, Format format) {
    data::Input input;
    input.format = format;
    std::optional<Report> report;
    if (bytes.size() > data::most_bytes) {
        input.source = Source(std::move(name), {});
        input.findings.error(data::rule("D-03"), {}, {input.source.file(), {}, 0, 0, 0}, fmt::format("文件超过上限 {} MiB", data::most_bytes >> 20));
    } else {
        const std::string_view text = data::without_mark(bytes);
        input.source = Source(std::move(name), std::string(text), text.size() < bytes.size());
        // Bytes, then the notation, then the report.
        if (data::inspect_bytes(input)) {
            format == Format::json ? data::read_json(input) : data::read_yaml(input);
            Report read = data::report_from_values(input, holds);
            if (!input.findings.any_error()) report = std::move(read);
        }
    }
    std::vector<Finding> findings = input.findings.take(input.source.file());
    return {std::move(report), std::move(input.source), std::move(findings)};
}

}  // namespace

std::string file_bytes(const std::filesystem::path& file) {
    const std::unique_ptr<std::FILE, Close> open(std::fopen(file.c_str(), "rb"));
    if (!open) fail(file, errno);
    std::string bytes;
    char block[1 << 16];
    while (bytes.size() <= data::most_bytes) {
        const std::size_t got = std::fread(block, 1, sizeof block, open.get());
        bytes.append(block, got);
        if (got < sizeof block) {
            if (std::ferror(open.get()) != 0) fail(file, errno);
            break;
        }
    }
    return bytes;
}

Format format_of(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return ending == ".json" ? Format::json : Format::yaml;
}

Reading read(const std::filesystem::path& file) { return read(file_bytes(file), file.string(), format_of(file)); }

Reading read(std::string_view bytes, std::string name, Format format) { return read_as(data::Holds::report, bytes, std::move(name), format); }

Reading read_prose(const std::filesystem::path& file) { return read_prose(file_bytes(file), file.string(), format_of(file)); }

Reading read_prose(std::string_view bytes, std::string name, Format format) { return read_as(data::Holds::prose, bytes, std::move(name), format); }

}  // namespace nianbao
