// ZIP files, as Office files are: what is in them, and its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// How much an archive may hold. Limits are absolute: one of the ratio of compression
/// would refuse ordinary files.
struct ZipLimits {
    std::size_t part = std::size_t{16} << 20;  // bytes of one part, inflated
    std::size_t all = std::size_t{64} << 20;   // of all parts
    std::size_t parts = 2000;
};

/// A file in the archive. Folders are none.
struct ZipPart {
    std::string name;        // as it is written; '\' is taken for '/'
    std::size_t header = 0;  // byte at which its local header begins
    std::size_t begin = 0;   // byte at which its packed bytes begin
    std::size_t packed = 0, size = 0;
    std::uint32_t checksum = 0;
    bool deflated = false;
};

/// Why an archive is refused, and the part that is the reason, if one is.
struct ZipFault {
    enum class What : std::uint8_t {
        none,
        no_end,          // no directory at the end: the file breaks off
        zip64,           // never needed for files that may be read
        several_disks,   //
        too_many_parts,  // more than the limit
        broken,          // the directory is none
        no_name,         // empty, or with a zero byte
        absolute,        // a name that begins at a root
        leads_out,       // a name with ..
        encrypted,       //
        packing,         // packed in another way than by deflate
        sizes_differ,    // directory and local header contradict each other
        names_differ,    //
        twice,           // two parts with one name
        nowhere,         // not where the directory says
        overlap,         // two parts share bytes
        part_too_long,   // longer than the limit
        all_too_long,    //
        wrong_size,      // inflated it is shorter or longer than the directory says
        damaged          // it cannot be inflated, or its checksum is another one
    };
    What what = What::none;
    std::string part = {};
};

/// Reads the central directory, which alone says what is there. Refuses as a whole what
/// another program could read otherwise.
class ZipReader {
public:
    /// REQUIRES: `bytes` outlive the reader.
    explicit ZipReader(std::string_view bytes, const ZipLimits& limits = {});

    [[nodiscard]] const ZipFault& fault() const { return fault_; }
    /// In the order of the directory; none if the archive is refused.
    [[nodiscard]] const std::vector<ZipPart>& parts() const { return parts_; }
    /// The part's bytes. Nothing if they are not as the directory says; fault() then says
    /// so. Throws Failure if there is no memory. REQUIRES: one of parts().
    [[nodiscard]] std::optional<std::string> read(const ZipPart& part);

private:
    bool read_directory(const ZipLimits& limits);
    bool read_entry(std::size_t& at, std::size_t end);
    bool within(const ZipLimits& limits);
    bool open_parts(std::size_t directory);
    bool refuse(ZipFault::What what, std::string part = {});

    std::string_view bytes_;
    std::vector<ZipPart> parts_;
    ZipFault fault_;
};

}  // namespace nianbao
