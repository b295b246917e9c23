// 收件: every file that came, also within archives, and what it is.
#pragma once

#include "nianbao/collect.hpp"
#include "nianbao/job.hpp"
#include "nianbao/profile.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

/// What a file is. report: it holds one, whole or with mistakes. scan: a picture, or a
/// PDF without data: 签字盖章件. unreadable: it may hold a report that nobody can read
/// here (.doc, RAR). other: it holds none. lock: WPS has a file open.
enum class Came : std::uint8_t { report, scan, unreadable, other, lock };

/// What a report lacks that comes in two files: tables has no text, prose no table.
enum class Half : std::uint8_t { none, tables, prose };

/// The words that the ledger's JSON has for them.
std::string_view key_of(Came came);

struct ReceivedFile {
    std::string path;  // under 收件, with '/': “乡镇/甲镇.docx”, “包.zip/甲局.xlsx”
    std::string digest;  // SHA-256 of the bytes
    Came came = Came::other;
    std::string says;     // what it is, if it is no report; Chinese without an end mark
    std::string agency;   // that the report names; empty: it names none
    int year = 0;         // 0: the report names none
    int draft = 0;        // 稿次 of a workbook of ours; 0: none
    std::string content;  // of a whole report: digest of what it says
    std::string read_as;  // SHA-256 of what a converter made of it; empty: read as it came
    Half half = Half::none;
    bool whole = false;               // read without errors
    std::optional<Moment> seen = {};  // when it was first there

    bool operator==(const ReceivedFile&) const = default;
};

/// What a report says, or the bytes of one that cannot be read whole: equal for equal
/// contents.
const std::string& contents_of(const ReceivedFile& file);

/// What is known of files from the run before, by path and digest.
using KnownFiles = std::map<std::string, ReceivedFile>;
std::string key_of(const ReceivedFile& file);

struct Received {
    std::vector<ReceivedFile> files;     // in byte order of their paths within each folder
    std::size_t looked_at = 0;           // that were not known
    std::size_t system = 0;              // that systems put there: counted, and not in `files`
    std::vector<Finding> findings = {};  // L-42
    bool complete = true;                // false after a stop
};

/// Looks at every file of a folder and of those below it, on several threads, but for the
/// desk's own folder. Names that begin with a dot are told and not read; what systems put
/// there (.DS_Store) is counted. What is known is not read again. A file that cannot be
/// read is `unreadable`; one that the converter did not make readable is told (L-42).
/// Throws Failure if a folder cannot be read.
Received receive(const CollectOptions& options, const KnownFiles& known);

/// What the bytes of one file are, which came by themselves.
ReceivedFile received_file(std::string path, std::string_view bytes);

/// Removes what was kept of converted files but that of these.
void forget_others(const CollectOptions& options, const std::vector<ReceivedFile>& files);

/// The file at a path of a folder, also within an archive, as it is read; its name in
/// places is the path. Throws Failure.
Input input_at(const std::filesystem::path& folder, const std::string& path);

/// The same of 收件, as the desk's converter made it readable.
Input input_at(const CollectOptions& options, const std::string& path);

/// The same; throws Failure also if it has changed since it was received.
Input input_of(const CollectOptions& options, const ReceivedFile& file);

}  // namespace nianbao::desk
