#include "pack/zip_writer.hpp"

#include "pack/deflate.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

/// A workbook becomes a tenth longer than at the level that is usual, in half the time.
constexpr int level = 1;
constexpr std::uint16_t version = 20, stored = 0, deflated = 8;
constexpr std::uint16_t names_are_utf8 = 0x0800;
constexpr std::uint16_t first_day = (1 << 5) | 1;  // 1980-01-01

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8 & 0xFF);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value & 0xFFFF);
    put16(out, value >> 16);
}

/// The stream of a zlib stream, without its head and its checksum. Files of one kind have
/// many parts in common.
std::string raw_deflated(std::string_view name, std::string_view bytes) {
    const std::string wrapped = deflate_common(name, bytes, level);
    return wrapped.substr(2, wrapped.size() - 6);
}

}  // namespace

ZipWriter::Packed ZipWriter::pack(std::string_view name, std::string_view bytes) {
    Packed part;
    part.bytes = raw_deflated(name, bytes);
    part.deflated = part.bytes.size() < bytes.size();
    if (!part.deflated) part.bytes = bytes;
    part.checksum = libdeflate_crc32(0, bytes.data(), bytes.size());
    part.size = static_cast<std::uint32_t>(bytes.size());
    return part;
}

void ZipWriter::add(std::string_view name, std::string_view bytes) { add(name, pack(name, bytes)); }

void ZipWriter::add(std::string_view name, const Packed& part) {
    const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return c >= 0; });

    // What the local header and the directory say alike, from the version to the lengths.
    std::string same;
    put16(same, version);
    put16(same, ascii ? 0 : names_are_utf8);
    put16(same, part.deflated ? deflated : stored);
    put16(same, 0);
    put16(same, first_day);
    put32(same, part.checksum);
    put32(same, static_cast<std::uint32_t>(part.bytes.size()));
    put32(same, part.size);
    put16(same, static_cast<std::uint32_t>(name.size()));
    put16(same, 0);

    const auto at = static_cast<std::uint32_t>(out_.size());
    put32(out_, 0x04034B50);
    ((out_ += same) += name) += part.bytes;

    put32(directory_, 0x02014B50);
    put16(directory_, version);
    directory_ += same;
    put16(directory_, 0);  // comment
    put16(directory_, 0);  // disk
    put16(directory_, 0);  // attributes
    put32(directory_, 0);
    put32(directory_, at);
    directory_ += name;
    ++parts_;
}

std::string ZipWriter::finish() {
    const auto at = static_cast<std::uint32_t>(out_.size()),
               size = static_cast<std::uint32_t>(directory_.size());
    out_ += directory_;
    put32(out_, 0x06054B50);
    put32(out_, 0);
    put16(out_, parts_);
    put16(out_, parts_);
    put32(out_, size);
    put32(out_, at);
    put16(out_, 0);
    return std::exchange(out_, {});
}

}  // namespace nianbao
