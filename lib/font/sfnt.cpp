#include "font/sfnt.hpp"

#include "file/path_text.hpp"
#include "font/name_text.hpp"
#include "nianbao/failure.hpp"
#include "pack/big_endian.hpp"
#include "text/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace nianbao {
namespace {

constexpr std::uint32_t tag(const char (&text)[5]) {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(text[i]);
    return value;
}

[[noreturn]] void refuse(const FontFile& file, std::string_view why) {
    throw Failure(fmt::format("字体文件 {} 不能用：{}", utf8(file.path()), why));
}

/// Big-endian numbers by their byte. Refuses the file as cut if one lies beyond its end.
class Bytes {
public:
    Bytes(const FontFile& file, std::string_view bytes) : file_(file), bytes_(bytes) {}

    std::size_t size() const { return bytes_.size(); }
    std::string_view text(std::size_t at, std::size_t length) const {
        if (at > bytes_.size() || length > bytes_.size() - at) refuse(file_, "文件不完整");
        return bytes_.substr(at, length);
    }
    std::uint16_t u16(std::size_t at) const { return u16_at(text(at, 2), 0); }
    int i16(std::size_t at) const { return i16_at(text(at, 2), 0); }
    std::uint32_t u32(std::size_t at) const { return u32_at(text(at, 4), 0); }

private:
    const FontFile& file_;
    std::string_view bytes_;
};

bool is_collection(const Bytes& bytes) { return bytes.size() >= 12 && bytes.u32(0) == tag("ttcf"); }

/// The table directory of one face.
class Directory {
public:
    Directory(const FontFile& file, int index) : file_(file), bytes_(file, file.bytes()) {
        const int faces = count_faces(file);
        if (index < 0 || index >= faces)
            refuse(file, fmt::format("它只有 {} 个字体，没有第 {} 号（从 0 数起）", faces, index));
        start_ = is_collection(bytes_) ? bytes_.u32(12 + 4 * index) : 0;
        const std::uint32_t version = bytes_.u32(start_);
        if (version != 0x00010000 && version != tag("true") && version != tag("OTTO"))
            refuse(file, "不是 TrueType 或 OpenType 字体");
        tables_ = bytes_.u16(start_ + 4);
    }

    std::optional<Bytes> find(std::uint32_t wanted) const {
        for (unsigned i = 0; i < tables_; ++i) {
            const std::size_t entry = start_ + 12 + 16 * std::size_t{i};
            if (bytes_.u32(entry) == wanted)
                return Bytes(file_, bytes_.text(bytes_.u32(entry + 8), bytes_.u32(entry + 12)));
        }
        return std::nullopt;
    }
    Bytes get(std::uint32_t wanted, std::string_view name) const {
        if (const std::optional<Bytes> found = find(wanted)) return *found;
        refuse(file_, fmt::format("缺少表 {}", name));
    }
    /// Finds out that a file is cut before a glyph turns out blank.
    void check_extents() const {
        for (unsigned i = 0; i < tables_; ++i) {
            const std::size_t entry = start_ + 12 + 16 * std::size_t{i};
            bytes_.text(bytes_.u32(entry + 8), bytes_.u32(entry + 12));
        }
    }

private:
    const FontFile& file_;
    Bytes bytes_;
    std::size_t start_ = 0;
    unsigned tables_ = 0;
};

/// PostScript's rules for names: 63 characters from ! to ~, none of []{}()<>/%.
std::string postscript_name(std::string_view name) {
    std::string clean;
    for (char c : name) {
        if (c > ' ' && c <= '~' &&
            std::string_view("[]{}()<>/%#").find(c) == std::string_view::npos)
            clean += c;
    }
    return clean.substr(0, 63);
}

bool is_simplified_chinese(unsigned platform, unsigned language) {
    return (platform == 3 && language == 0x0804) || (platform == 1 && language == 33);
}

constexpr int thousandths(int units, int units_per_em) { return units * 1000 / units_per_em; }

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return small_letter(x) == small_letter(y); });
}

bool FaceNames::is(std::string_view name) const {
    const auto same = [&](const std::string& own) { return same_name(own, name); };
    return (!named_by_file && same(postscript)) || std::any_of(full.begin(), full.end(), same);
}

bool FaceNames::match(std::string_view name) const {
    const auto same = [&](const std::string& own) { return same_name(own, name); };
    return is(name) || (!bold && !italic && std::any_of(family.begin(), family.end(), same));
}

int count_faces(const FontFile& file) {
    const Bytes bytes(file, file.bytes());
    if (bytes.size() < 12) refuse(file, "不是 TrueType 或 OpenType 字体");
    if (!is_collection(bytes)) return 1;
    const std::uint32_t faces = bytes.u32(8);
    if (faces == 0 || faces > 0xFFFF) refuse(file, "字体集合的数目不对");
    bytes.text(12, std::size_t{4} * faces);
    return faces;
}

namespace {

/// What a record of the name table says is kept if it is one of the names by which faces
/// are known.
void keep_name(FaceNames& names, const Bytes& table, std::size_t record, std::size_t strings) {
    constexpr unsigned family = 1, full = 4, postscript = 6, typographic_family = 16;
    const unsigned id = table.u16(record + 6);
    if (id != family && id != full && id != postscript && id != typographic_family) return;
    const unsigned platform = table.u16(record), encoding = table.u16(record + 2),
                   language = table.u16(record + 4);
    const std::string_view bytes =
        table.text(strings + table.u16(record + 10), table.u16(record + 8));
    for (const std::string& text : name_texts(platform, encoding, bytes)) {
        const auto keep = [&](std::vector<std::string>& list) {
            if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
        };
        if (id == full) keep(names.full);
        if (id == family || id == typographic_family) keep(names.family);
        if (id == family && (names.shown.empty() || is_simplified_chinese(platform, language)))
            names.shown = text;
        if (id == postscript && names.postscript.empty()) names.postscript = postscript_name(text);
    }
}

}  // namespace

FaceNames read_names(const FontFile& file, int index) {
    const Directory directory(file, index);
    FaceNames names;
    if (const std::optional<Bytes> head = directory.find(tag("head")); head && head->size() >= 46) {
        names.bold = head->u16(44) & 1;
        names.italic = head->u16(44) & 2;
    }
    if (const std::optional<Bytes> os2 = directory.find(tag("OS/2")); os2 && os2->size() >= 6)
        names.weight = os2->u16(4);
    if (const std::optional<Bytes> table = directory.find(tag("name"))) {
        const unsigned records = table->u16(2), strings = table->u16(4);
        for (std::size_t i = 0; i < records; ++i) keep_name(names, *table, 6 + 12 * i, strings);
    }
    if (names.shown.empty()) names.shown = utf8(file.path().stem());
    names.named_by_file = names.postscript.empty();
    if (names.named_by_file) names.postscript = postscript_name(utf8(file.path().stem()));
    if (names.postscript.empty()) names.postscript = "Font";
    return names;
}

FaceFacts read_facts(const FontFile& file, int index) {
    const Directory directory(file, index);
    directory.check_extents();
    FaceFacts facts;
    facts.collection = count_faces(file) > 1;
    if (directory.find(tag("glyf"))) {  // HarfBuzz looks for it first, too
        facts.outlines = Outlines::glyf;
        directory.get(tag("loca"), "loca");
    } else if (directory.find(tag("CFF "))) {
        facts.outlines = Outlines::cff;
    } else if (directory.find(tag("CFF2"))) {
        facts.outlines = Outlines::cff2;
    } else {
        refuse(file, "没有字形轮廓（缺少表 glyf 或 CFF）");
    }
    directory.get(tag("cmap"), "cmap");

    const unsigned metrics = directory.get(tag("hhea"), "hhea").u16(34);
    if (metrics == 0 || directory.get(tag("hmtx"), "hmtx").size() < std::size_t{4} * metrics)
        refuse(file, "字形的宽度不全（表 hmtx 和 hhea 不符）");

    const Bytes head = directory.get(tag("head"), "head");
    facts.units_per_em = head.u16(18);
    if (facts.units_per_em < 16 || facts.units_per_em > 16384)
        refuse(file, fmt::format("每 em 单位数 {} 不在 16 到 16384 之间", facts.units_per_em));
    facts.glyphs = directory.get(tag("maxp"), "maxp").u16(4);
    if (facts.glyphs == 0) refuse(file, "一个字形也没有");

    const int em = facts.units_per_em;
    facts.left = thousandths(head.i16(36), em);
    facts.bottom = thousandths(head.i16(38), em);
    facts.right = thousandths(head.i16(40), em);
    facts.top = thousandths(head.i16(42), em);
    if (const std::optional<Bytes> os2 = directory.find(tag("OS/2")); os2 && os2->size() >= 72) {
        facts.os2_version = os2->u16(0);
        facts.weight = os2->u16(4);
        facts.embedding = os2->u16(8);
        // The em box of the design; hhea is wrong in FandolSong (descent +200).
        const int ascent = thousandths(os2->i16(68), em), descent = thousandths(os2->i16(70), em);
        if (ascent > 0 && ascent <= 3000) facts.ascent = ascent;
        if (descent < 0 && descent >= -3000) facts.descent = descent;
        if (facts.os2_version >= 2 && os2->size() >= 90) {
            const int height = thousandths(os2->i16(88), em);
            if (height > 0 && height <= 2000) facts.cap_height = height;
        }
    }
    return facts;
}

namespace {

constexpr unsigned restricted = 0x2, preview = 0x4, editable = 0x8, whole_only = 0x100,
                   bitmaps_only = 0x200;

/// Version 3 and later: one bit at most. Before, the least restrictive of several holds.
bool forbids(const FaceFacts& facts) {
    return facts.embedding & restricted &&
           (facts.os2_version >= 3 || !(facts.embedding & (preview | editable)));
}

}  // namespace

std::string embedding_refusal(const FaceFacts& facts) {
    if (forbids(facts))
        return fmt::format("字体的许可不允许嵌入文件（OS/2 fsType {}）", facts.embedding);
    if (facts.embedding & bitmaps_only)
        return fmt::format("字体的许可只允许嵌入点阵（OS/2 fsType {}）", facts.embedding);
    if (facts.embedding & whole_only && facts.outlines != Outlines::glyf)
        return fmt::format(
            "字体的许可不允许只嵌入一部分字形，而这种格式不能整个嵌入（OS/2 fsType {}）",
            facts.embedding);
    return {};
}

std::string embedding_words(const FaceFacts& facts) {
    const std::string_view words = forbids(facts)               ? "禁止"
                                   : facts.embedding & editable ? "可编辑"
                                   : facts.embedding & preview  ? "可预览和打印"
                                                                : "可安装";
    const std::string_view subset = facts.embedding & whole_only ? "，须整个嵌入" : "";
    return fmt::format("{}{}（{}）", words, subset, facts.embedding);
}

}  // namespace nianbao
