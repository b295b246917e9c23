#include "pack/zip_reader.hpp"

#include "nianbao/failure.hpp"
#include "pack/little_endian.hpp"
#include "pack/thread_kept.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace nianbao {
namespace {

constexpr std::string_view local_mark = "PK\x03\x04", entry_mark = "PK\x01\x02",
                           end_mark = "PK\x05\x06", locator_mark = "PK\x06\x07";
constexpr std::size_t local_size = 30, entry_size = 46, end_size = 22, locator_size = 20,
                      longest_comment = 0xFFFF;
constexpr std::uint32_t full_16 = 0xFFFF, full_32 = 0xFFFFFFFF;  // ZIP64 says the number
constexpr std::uint32_t encrypted_flags = 1 | 1 << 6 | 1 << 13, sizes_follow = 1 << 3;

/// Where the end of the directory begins: at the end of the file, but for a comment. npos
/// if there is none.
std::size_t end_of_directory(std::string_view bytes) {
    if (bytes.size() < end_size) return bytes.npos;
    const std::size_t last = bytes.size() - end_size;
    for (std::size_t back = 0; back <= std::min(last, longest_comment); ++back) {
        const std::size_t at = last - back;
        if (bytes.substr(at).starts_with(end_mark) && little_u16_at(bytes, at + 20) == back)
            return at;
    }
    return bytes.npos;
}

/// What is wrong with where a name leads.
ZipFault::What wrong_way(std::string_view name) {
    using enum ZipFault::What;
    if (name.empty() || name.find('\0') != name.npos) return no_name;
    if (name.front() == '/' || (name.size() > 1 && name[1] == ':')) return absolute;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('/'), name.size());
        if (name.substr(0, end) == "..") return leads_out;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return none;
}

std::string name_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::string name(bytes.substr(at, size));
    std::replace(name.begin(), name.end(), '\\', '/');
    return name;
}

struct DecompressorCloser {
    void operator()(libdeflate_decompressor* decompressor) const {
        libdeflate_free_decompressor(decompressor);
    }
};

libdeflate_decompressor* own_decompressor() {
    auto& kept = thread_kept<std::unique_ptr<libdeflate_decompressor, DecompressorCloser>>();
    if (!kept) kept.reset(libdeflate_alloc_decompressor());
    if (!kept) throw Failure("内存不够");
    return kept.get();
}

}  // namespace

ZipReader::ZipReader(std::string_view bytes, const ZipLimits& limits) : bytes_(bytes) {
    if (!read_directory(limits)) parts_.clear();
}

bool ZipReader::refuse(ZipFault::What what, std::string part) {
    fault_ = {what, std::move(part)};
    return false;
}

bool ZipReader::read_directory(const ZipLimits& limits) {
    using enum ZipFault::What;
    const std::size_t end = end_of_directory(bytes_);
    if (end == bytes_.npos) return refuse(no_end);
    const std::uint32_t disk = little_u16_at(bytes_, end + 4),
                        first_disk = little_u16_at(bytes_, end + 6),
                        here = little_u16_at(bytes_, end + 8),
                        count = little_u16_at(bytes_, end + 10),
                        size = little_u32_at(bytes_, end + 12),
                        begin = little_u32_at(bytes_, end + 16);
    if (here == full_16 || count == full_16 || size == full_32 || begin == full_32 ||
        (end >= locator_size && bytes_.substr(end - locator_size).starts_with(locator_mark)))
        return refuse(zip64);
    if (disk != 0 || first_disk != 0 || here != count) return refuse(several_disks);
    if (count > limits.parts) return refuse(too_many_parts);
    if (begin > end || size != end - begin) return refuse(broken);
    std::size_t at = begin;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!read_entry(at, end)) return false;
    }
    if (at != end) return refuse(broken);
    return within(limits) && open_parts(begin);
}

/// Reads the entry of the directory that begins at `at`, and moves on behind it.
bool ZipReader::read_entry(std::size_t& at, std::size_t end) {
    using enum ZipFault::What;
    if (end - at < entry_size || !bytes_.substr(at).starts_with(entry_mark)) return refuse(broken);
    const std::size_t name_size = little_u16_at(bytes_, at + 28);
    const std::size_t whole =
        entry_size + name_size + little_u16_at(bytes_, at + 30) + little_u16_at(bytes_, at + 32);
    if (end - at < whole) return refuse(broken);
    const std::uint32_t flags = little_u16_at(bytes_, at + 8),
                        method = little_u16_at(bytes_, at + 10),
                        packed = little_u32_at(bytes_, at + 20),
                        size = little_u32_at(bytes_, at + 24),
                        header = little_u32_at(bytes_, at + 42);
    ZipPart part{name_at(bytes_, at + entry_size, name_size),
                 header,
                 0,
                 packed,
                 size,
                 little_u32_at(bytes_, at + 16),
                 method == 8};
    if (const ZipFault::What wrong = wrong_way(part.name); wrong != none)
        return refuse(wrong, part.name);
    if ((flags & encrypted_flags) != 0) return refuse(encrypted, part.name);
    if (packed == full_32 || size == full_32 || header == full_32) return refuse(zip64, part.name);
    if (method != 0 && method != 8) return refuse(packing, part.name);
    if (method == 0 && packed != size) return refuse(sizes_differ, part.name);
    parts_.push_back(std::move(part));
    at += whole;
    return true;
}

bool ZipReader::within(const ZipLimits& limits) {
    using enum ZipFault::What;
    std::size_t all = 0;
    for (const ZipPart& part : parts_) {
        if (part.size > limits.part) return refuse(part_too_long, part.name);
        all += part.size;
    }
    return all <= limits.all || refuse(all_too_long);
}

/// Finds the bytes of each part, behind its local header. No two may share a byte.
bool ZipReader::open_parts(std::size_t directory) {
    using enum ZipFault::What;
    std::vector<std::pair<std::size_t, std::size_t>> taken;  // begin and end, headers included
    std::set<std::string_view> names;
    for (ZipPart& part : parts_) {
        if (!names.insert(part.name).second) return refuse(twice, part.name);
        if (directory < local_size || part.header > directory - local_size ||
            !bytes_.substr(part.header).starts_with(local_mark))
            return refuse(nowhere, part.name);
        const std::size_t name_size = little_u16_at(bytes_, part.header + 26);
        part.begin = part.header + local_size + name_size + little_u16_at(bytes_, part.header + 28);
        if (part.begin > directory || part.packed > directory - part.begin)
            return refuse(nowhere, part.name);
        if (name_at(bytes_, part.header + local_size, name_size) != part.name)
            return refuse(names_differ, part.name);
        const std::uint32_t packed = little_u32_at(bytes_, part.header + 18),
                            size = little_u32_at(bytes_, part.header + 22);
        const bool later = (little_u16_at(bytes_, part.header + 6) & sizes_follow) != 0;
        if (!later && packed != full_32 && (packed != part.packed || size != part.size))
            return refuse(sizes_differ, part.name);
        taken.emplace_back(part.header, part.begin + part.packed);
    }
    std::sort(taken.begin(), taken.end());
    for (std::size_t i = 1; i < taken.size(); ++i) {
        if (taken[i].first < taken[i - 1].second) return refuse(overlap);
    }
    std::erase_if(parts_, [](const ZipPart& part) { return part.name.back() == '/'; });
    return true;
}

std::optional<std::string> ZipReader::read(const ZipPart& part) {
    using enum ZipFault::What;
    const std::string_view packed = bytes_.substr(part.begin, part.packed);
    std::string bytes;
    if (part.deflated) {
        bytes.resize(part.size);
        std::size_t taken = 0;
        const libdeflate_result result =
            libdeflate_deflate_decompress_ex(own_decompressor(), packed.data(), packed.size(),
                                             bytes.data(), bytes.size(), &taken, nullptr);
        const bool longer = result == LIBDEFLATE_INSUFFICIENT_SPACE,
                   shorter = result == LIBDEFLATE_SHORT_OUTPUT;
        if (longer || shorter || (result == LIBDEFLATE_SUCCESS && taken != packed.size())) {
            refuse(wrong_size, part.name);
            return {};
        }
        if (result != LIBDEFLATE_SUCCESS) {
            refuse(damaged, part.name);
            return {};
        }
    } else {
        bytes = packed;
    }
    if (libdeflate_crc32(0, bytes.data(), bytes.size()) != part.checksum) {
        refuse(damaged, part.name);
        return {};
    }
    return bytes;
}

}  // namespace nianbao
