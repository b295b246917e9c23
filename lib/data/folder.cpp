// The files of a folder: which hold data, and what the others are.
#include "data/drafts/drafts.hpp"
#include "data/kinds.hpp"
#include "file/path_text.hpp"
#include "file/reading.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/read.hpp"
#include "nianbao/review.hpp"
#include "notation/kind/carried.hpp"
#include "notation/kind/encoding.hpp"
#include "notation/kind/kind.hpp"
#include "recognise/recognise.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr notation::Kind folder_link{"这是指向文件夹的链接，没有进去",
                                     "要读那个文件夹，写明它本来的位置"},
    no_file{"这是管道、设备，或者指向的文件已经没有了的链接", "它不是数据文件；不用的可以删去"},
    unreadable{"这个文件读不出来", "看看有没有读它的权限"},
    locked_folder{"这个文件夹读不出来，里面有什么不知道", "看看有没有读它的权限，改好再读"},
    twin{"这是 PDF 文件，有同名的数据文件", "读的是那个数据文件；不是由它生成的，换一个名称"},
    word_beside_data{"这是 Word 文件 (.docx)，旁边有数据文件",
                     "读的是旁边的数据文件；要读这一份，写明它的文件名"},
    page_beside_data{"这是网页，旁边有数据文件", word_beside_data.what_to};

/// Text is read also if its name has no ending of data files, but only with these.
bool may_hold_data(const fs::path& file) {
    const std::string ending = small_letters(utf8(file.extension()));
    return ending.empty() || ending == ".txt";
}

/// True of an output that is told by its bytes.
bool is_own(const fs::path& file, bool (*own)(std::string_view)) {
    if (own == nullptr) return false;
    const std::optional<std::string> whole = content_of(file);
    return whole && own(*whole);
}

/// What a file is that has no ending of data files; null: it holds data, or is passed
/// over in silence.
const notation::Kind* kind_of_other(const fs::path& file, bool (*own)(std::string_view),
                                    bool& holds_data) {
    const std::string& name = utf8(file);
    try {
        const std::string head = file_bytes(file, notation::telling_bytes);
        const notation::Kind* foreign = notation::foreign_kind(head, name);
        if (foreign == nullptr && may_hold_data(file))
            holds_data = data::holds_report(file_bytes(file));
        if (notation::is_word_file(head, name) || notation::is_web_page(head, name)) {
            const notation::Kind* other = data::without_report(file_bytes(file), name);
            holds_data = other == nullptr;
            if (!holds_data) foreign = other;
        }
        if (foreign != nullptr && head.starts_with("%PDF-")) {
            const auto carried = notation::carried_data(file_bytes(file));
            if (carried && carried->unread != nullptr) return carried->unread;
            holds_data = carried.has_value();
        }
        if (holds_data) return nullptr;
        if (is_own(file, own)) return nullptr;
        return foreign != nullptr ? foreign : &notation::kind_of(head, name);
    } catch (const Failure&) {
        return &unreadable;
    }
}

/// What a file is that has an ending of data files and holds no report; null: it may hold
/// one, and whatever else is wrong with it is told when it is read.
const notation::Kind* kind_of_other_data(const fs::path& file) {
    try {
        if (format_of(file) == Format::workbook) {
            const std::string bytes = file_bytes(file);
            return notation::is_workbook(bytes, utf8(file)) && !recognise::may_hold_report(bytes)
                       ? &data::other_workbook
                       : nullptr;
        }
        return data::other_data(file_bytes(file, notation::telling_bytes));
    } catch (const Failure&) {
        return nullptr;
    }
}

bool is_word_file(const fs::path& file) { return has_ending(utf8(file.filename()), ".docx"); }

/// A Word file, or a page.
bool is_article(const fs::path& file) { return format_of(file) == Format::article; }

/// Word files and pages that hold reports are read where nothing else holds data: beside
/// data files they are drafts, or were made of them. `begin`: where the folder's own
/// files begin.
void leave_drafts(Listing& listing, std::size_t begin, bool (*own)(std::string_view)) {
    const auto first = listing.data.begin() + static_cast<std::ptrdiff_t>(begin);
    if (std::all_of(first, listing.data.end(), is_article)) return;
    const auto drafts = std::stable_partition(
        first, listing.data.end(), [](const fs::path& file) { return !is_article(file); });
    for (auto file = drafts; file != listing.data.end(); ++file) {
        if (!is_own(*file, own))
            listing.others.push_back(
                {*file,
                 data::no_data_file(is_word_file(*file) ? word_beside_data : page_beside_data,
                                    utf8(*file))});
    }
    listing.data.erase(drafts, listing.data.end());
}

/// A folder below the one that was named; nothing if it cannot be read, which is told.
std::optional<FolderEntries> entries_below(Listing& listing, const fs::path& folder) {
    try {
        return entries_of(folder);
    } catch (const Failure&) {
        Finding finding = data::no_data_file(locked_folder, utf8(folder));
        finding.message = locked_folder.is;  // nobody knows if it is data
        listing.others.push_back({folder, std::move(finding)});
        return std::nullopt;
    }
}

void list_into(Listing& listing, const FolderEntries& entries, Depth depth,
               bool (*own)(std::string_view)) {
    const std::size_t begin = listing.data.size();
    for (const fs::path& file : entries.files) {
        std::error_code unknown;
        const bool hidden = utf8(file.filename()).starts_with('.');
        const bool regular = fs::is_regular_file(file, unknown);
        const bool lock = utf8(file.filename()).starts_with("~$");
        if (has_ending(utf8(file.filename()), review_ending)) continue;
        if (regular && !lock && is_data_file(file)) {
            const notation::Kind* other = kind_of_other_data(file);
            if (other == nullptr) listing.data.push_back(file);
            else listing.others.push_back({file, data::no_data_file(*other, utf8(file))});
            continue;
        }
        if (hidden) continue;
        bool holds_data = false;
        const notation::Kind* kind = regular ? kind_of_other(file, own, holds_data)
                                     : fs::is_directory(file, unknown) ? &folder_link
                                                                       : &no_file;
        if (holds_data) listing.data.push_back(file);
        if (kind != nullptr)
            listing.others.push_back({file, data::no_data_file(*kind, utf8(file))});
    }
    leave_drafts(listing, begin, own);
    if (depth == Depth::flat) return;
    for (const fs::path& below : entries.folders) {
        if (utf8(below.filename()).starts_with('.')) continue;
        if (const std::optional<FolderEntries> within = entries_below(listing, below))
            list_into(listing, *within, depth, own);
    }
}

/// A PDF with the name of a data file was made of that, so it is not read as another one.
void leave_twins(Listing& listing, bool (*own)(std::string_view)) {
    const auto by_ending = [](const fs::path& file) {
        return has_ending(utf8(file.filename()), ".pdf");
    };
    std::set<std::string> names;
    for (const fs::path& file : listing.data) {
        if (!by_ending(file)) names.insert(utf8(file.stem()));
    }
    std::erase_if(listing.data, [&](const fs::path& file) {
        if (!by_ending(file) || !names.contains(utf8(file.stem()))) return false;
        if (!is_own(file, own))
            listing.others.push_back({file, data::no_data_file(twin, utf8(file))});
        return true;
    });
}

}  // namespace

bool is_data_file(const fs::path& file) {
    const std::string ending = small_letters(utf8(file.extension()));
    return ending == ".yaml" || ending == ".yml" || ending == ".json" || ending == ".xlsx";
}

Listing list_folder(const fs::path& folder, Depth depth, bool (*own)(std::string_view bytes)) {
    Listing listing;
    list_into(listing, entries_of(folder), depth, own);
    leave_twins(listing, own);
    return listing;
}

std::vector<fs::path> data_files(const fs::path& folder) {
    return list_folder(folder, Depth::below).data;
}

}  // namespace nianbao
