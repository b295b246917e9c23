// ZIP archives, as XLSX, DOCX and OFD are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

/// Writes an archive whose bytes follow from its parts alone: in the order in which they
/// are added, dated 1980-01-01, as from no system. Names are ASCII or UTF-8.
class ZipWriter {
public:
    /// Adds a part, deflated, or as it is if that is no longer. REQUIRES: the name is not
    /// there yet; all parts together have less than 4 GB, and are fewer than 65,535.
    void add(std::string_view name, std::string_view bytes);

    /// A part as it will stand in the archive, for who cannot keep its bytes until it is
    /// its turn.
    struct Packed {
        std::string bytes;
        std::uint32_t checksum = 0, size = 0;
        bool deflated = false;
    };
    static Packed pack(std::string_view name, std::string_view bytes);
    void add(std::string_view name, const Packed& part);

    /// The whole archive. Nothing may be added after it.
    std::string finish();

private:
    std::string out_, directory_;
    std::uint16_t parts_ = 0;
};

}  // namespace nianbao
