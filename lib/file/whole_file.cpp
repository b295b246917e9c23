#include "nianbao/whole_file.hpp"
#include "file/path_text.hpp"

#include "file/errno_text.hpp"
#include "file/signals_held.hpp"
#include "file/temporary_file.hpp"
#include "nianbao/failure.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_writing(const fs::path& place, int error) {
    throw Failure(fmt::format("不能写文件 {}：{}", utf8(place), errno_text(error, Access::write)));
}

}  // namespace

void refuse_special_file(const fs::path& place) {
    if (place.empty()) throw Failure("不能写文件：文件名是空的");
    if (const std::string why = refused_name(place.filename()); !why.empty())
        throw Failure(fmt::format("不能写文件 {}：{}", utf8(place), why));
    std::error_code error;
    const fs::file_type there = fs::symlink_status(place, error).type();
    if (error && error.value() != ENOENT) fail_writing(place, error.value());
    if (there == fs::file_type::regular || there == fs::file_type::symlink ||
        there == fs::file_type::not_found)
        return;
    throw Failure(fmt::format("不能写文件 {}：那里已有{}", utf8(place),
                              there == fs::file_type::directory ? "一个文件夹" : "一个管道或设备"));
}

void write_whole_file(const fs::path& place, std::string_view bytes) {
    write_whole_file(place, [&](const WritePart& write) { write(bytes); });
}

void write_whole_file(const fs::path& place,
                      const std::function<void(const WritePart&)>& write_parts) {
    refuse_special_file(place);
    {
        // Holds them for the milliseconds until the file is in its place, so that none
        // can leave a temporary file behind.
        const SignalsHeld held(Signals::interrupts);
        // Another run may take the file for a leftover where its lock is not yet or no
        // longer held, or not seen, as on some network file systems.
        constexpr int most_attempts = 10;
        for (int attempt = 1;; ++attempt) {
            TemporaryFile file(place);
            const auto write = [&](std::string_view bytes) {
                if (const int error = file.write(bytes)) fail_writing(place, error);
            };
            write({});  // it is there, if nothing comes
            write_parts(write);
            const int error = file.into_place();
            if (error == 0) break;
            if (error != ENOENT) fail_writing(place, error);
            if (attempt == most_attempts)
                throw Failure(
                    fmt::format("不能写文件 {}：临时文件一再被别的程序删除", utf8(place)));
        }
    }
    sync_folder(place.parent_path());
}

void remove_leftovers(const fs::path& folder) {
    std::error_code unknown;
    for (fs::directory_iterator at(folder.empty() ? "." : folder, unknown), end;
         !unknown && at != end; at.increment(unknown)) {
        const fs::path& path = at->path();
        if (is_temporary_name(utf8(path.filename()))) remove_leftover(path);
    }
}

}  // namespace nianbao
