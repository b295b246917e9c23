#include "pdf/output_intent.hpp"

#include "pack/big_endian.hpp"
#include "pack/deflate.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

/// s15Fixed16Number: 1/65536.
constexpr std::uint32_t fixed(double value) {
    return static_cast<std::uint32_t>(
        static_cast<std::int32_t>(value * 65536 + (value < 0 ? -0.5 : 0.5)));
}

std::string element(std::string_view signature, std::initializer_list<std::uint32_t> numbers) {
    std::string out(signature);
    append_big_endian(out, 0, 4);
    for (std::uint32_t number : numbers) append_big_endian(out, number, 4);
    return out;
}

std::string text(std::string_view ascii) {
    constexpr int record = 12, header = 16;
    std::string out = element("mluc", {1, record});
    out += "enUS";
    append_big_endian(out, 2 * ascii.size(), 4);
    append_big_endian(out, header + record, 4);
    for (char c : ascii) append_big_endian(out, u8_at({&c, 1}, 0), 2);
    return out;
}

/// The white of the profile connection space, D50.
constexpr std::array<std::uint32_t, 3> white = {fixed(0.9642), fixed(1), fixed(0.8249)};

}  // namespace

std::string srgb_profile() {
    // Bradford's adaptation from D65 to D50, the primaries so adapted, and sRGB's curve
    // as (a X + b)^g, c X below d.
    const std::string adaptation =
        element("sf32", {fixed(1.047882), fixed(0.022919), fixed(-0.050201), fixed(0.029587),
                         fixed(0.990479), fixed(-0.017059), fixed(-0.009232), fixed(0.015076),
                         fixed(0.751678)});
    const std::string curve =
        element("para", {3U << 16, fixed(2.4), fixed(1 / 1.055), fixed(0.055 / 1.055),
                         fixed(1 / 12.92), fixed(0.04045)});
    const std::vector<std::pair<std::string_view, std::string>> tags = {
        {"desc", text("sRGB")},
        {"cprt", text("CC0")},
        {"wtpt", element("XYZ ", {white[0], white[1], white[2]})},
        {"chad", adaptation},
        {"rXYZ", element("XYZ ", {fixed(0.436066), fixed(0.222488), fixed(0.013916)})},
        {"gXYZ", element("XYZ ", {fixed(0.385147), fixed(0.716873), fixed(0.097076)})},
        {"bXYZ", element("XYZ ", {fixed(0.143066), fixed(0.060608), fixed(0.714096)})},
        {"rTRC", curve},
        {"gTRC", {}},  // the same curve
        {"bTRC", {}},
    };

    constexpr std::size_t header_size = 128, entry_size = 12;
    const std::size_t base = header_size + 4 + entry_size * tags.size();
    std::string table, data;
    append_big_endian(table, tags.size(), 4);
    std::size_t at = 0, size = 0;
    for (const auto& [signature, bytes] : tags) {
        if (!bytes.empty()) {
            at = base + data.size();
            size = bytes.size();
            data += bytes;
            data.resize((data.size() + 3) / 4 * 4);
        }
        table += signature;
        append_big_endian(table, at, 4);
        append_big_endian(table, size, 4);
    }

    std::string header;
    append_big_endian(header, base + data.size(), 4);
    append_big_endian(header, 0, 4);           // no preferred engine
    append_big_endian(header, 0x04200000, 4);  // version 4.2
    header += "mntrRGB XYZ ";
    // The day of the profile, not of the file.
    for (unsigned part : {2025U, 1U, 1U, 0U, 0U, 0U}) append_big_endian(header, part, 2);
    header += "acsp";
    header.resize(68);  // no platform, flags or device; the intent is perceptual
    for (std::uint32_t number : white) append_big_endian(header, number, 4);
    header.resize(header_size);
    return header + table + data;
}

void add_output_intent(Objects& objects) {
    constexpr std::string_view name = "sRGB IEC61966-2.1";
    constexpr int best = 12;  // half a kilobyte
    HPDF_Dict profile = objects.stream(deflate_common("sRGB", srgb_profile(), best), true,
                                       {{"N", objects.number(3)}});
    HPDF_Dict intent = objects.dict({
        {"Type", objects.name("OutputIntent")},
        {"S", objects.name("GTS_PDFA1")},
        {"OutputConditionIdentifier", objects.bytes(name)},
        {"Info", objects.bytes(name)},
        {"DestOutputProfile", profile},
    });
    objects.put(objects.catalog(), "OutputIntents", objects.array({intent}));
}

}  // namespace nianbao
