#include "font/program/cff.hpp"

#include "pack/big_endian.hpp"

#include <charconv>

namespace nianbao {
namespace {

/// DICT operators; 12 is an escape, here in the high byte.
enum DictOperator : unsigned {
    font_bbox = 5,
    charset = 15,
    charstrings_offset = 17,
    private_dict = 18,
    default_width_x = 20,
    nominal_width_x = 21,
    font_matrix = 12 << 8 | 7,
    ros = 12 << 8 | 30,
    cid_count = 12 << 8 | 34,
    fd_array = 12 << 8 | 36,
    fd_select = 12 << 8 | 37,
};

constexpr int standard_strings = 391;

class Dict {
public:
    /// Takes five bytes whatever the value is, so that offsets do not move each other.
    Dict& integer(std::int64_t value) {
        bytes_ += '\x1D';
        append_big_endian(bytes_, value, 4);
        return *this;
    }

    /// Packed decimal: two digits a byte.
    Dict& real(double value) {
        char text[64];
        const char* const end =
            std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
        constexpr int point = 10, minus = 14, stop = 15;
        std::vector<int> nibbles;
        for (const char* c = text; c != end; ++c)
            nibbles.push_back(*c == '.' ? point : *c == '-' ? minus : *c - '0');
        nibbles.push_back(stop);
        if (nibbles.size() % 2 != 0) nibbles.push_back(stop);
        bytes_ += '\x1E';
        for (std::size_t i = 0; i < nibbles.size(); i += 2)
            append_big_endian(bytes_, nibbles[i] << 4 | nibbles[i + 1], 1);
        return *this;
    }
    Dict& operation(DictOperator code) {
        append_big_endian(bytes_, code, code > 0xFF ? 2 : 1);
        return *this;
    }
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

std::size_t data_size(std::span<const std::string_view> items) {
    std::size_t total = 0;
    for (std::string_view item : items) total += item.size();
    return total;
}

/// Bytes of an offset; offsets into an INDEX's data begin with 1.
unsigned offset_size(std::size_t data) {
    return data < 0xFF ? 1 : data < 0xFFFF ? 2 : data < 0xFFFFFF ? 3 : 4;
}

/// REQUIRES: there are items.
std::size_t index_size(std::span<const std::string_view> items) {
    const std::size_t data = data_size(items);
    return 3 + (items.size() + 1) * offset_size(data) + data;
}

void append_index(std::string& out, std::span<const std::string_view> items) {
    append_big_endian(out, items.size(), 2);
    if (items.empty()) return;
    const unsigned width = offset_size(data_size(items));
    append_big_endian(out, width, 1);
    std::size_t offset = 1;
    append_big_endian(out, offset, width);
    for (std::string_view item : items) append_big_endian(out, offset += item.size(), width);
    for (std::string_view item : items) out += item;
}

void append_index(std::string& out, std::string_view item) {
    append_index(out, std::span(&item, 1));
}

struct Offsets {
    std::size_t charset = 0, fd_select = 0, charstrings = 0, fd_array = 0;
};

std::string top_dict(const CffFacts& facts, std::size_t glyphs, const Offsets& at) {
    Dict top;
    top.integer(standard_strings).integer(standard_strings + 1).integer(0).operation(ros);
    if (facts.units_per_em != 1000) {
        const double unit = 1.0 / facts.units_per_em;
        top.real(unit).integer(0).integer(0).real(unit).integer(0).integer(0).operation(
            font_matrix);
    }
    top.integer(facts.left)
        .integer(facts.bottom)
        .integer(facts.right)
        .integer(facts.top)
        .operation(font_bbox);
    top.integer(glyphs).operation(cid_count);
    top.integer(at.charset).operation(charset);
    top.integer(at.fd_select).operation(fd_select);
    top.integer(at.charstrings).operation(charstrings_offset);
    top.integer(at.fd_array).operation(fd_array);
    return top.bytes();
}

}  // namespace

std::string build_cff(const CffFacts& facts, std::span<const std::string_view> charstrings) {
    static constexpr std::string_view blank("\x0E", 1);  // endchar
    std::vector<std::string_view> glyphs{blank};
    glyphs.insert(glyphs.end(), charstrings.begin(), charstrings.end());
    const std::size_t count = glyphs.size();

    // Version 1.0, a header of 4 bytes, absolute offsets of 4 bytes.
    std::string out("\x01\x00\x04\x04", 4);
    append_index(out, facts.name);

    std::string strings;
    static constexpr std::string_view registry[] = {"Adobe", "Identity"};
    append_index(strings, registry);
    append_index(strings, std::span<const std::string_view>());  // no global subroutines

    std::string charset("\x02", 1);  // format 2: one range, CIDs 1 to count - 1
    append_big_endian(charset, 1, 2);
    append_big_endian(charset, count - 2, 2);

    std::string fd_select("\x03", 1);  // format 3: one range, all of font DICT 0
    append_big_endian(fd_select, 1, 2);
    append_big_endian(fd_select, 0, 2);
    append_big_endian(fd_select, 0, 1);
    append_big_endian(fd_select, count, 2);

    Dict widths;
    widths.integer(default_width(facts.units_per_em)).operation(default_width_x);
    widths.integer(nominal_width(facts.units_per_em)).operation(nominal_width_x);

    std::string top;
    append_index(top, top_dict(facts, count, {}));  // its length does not depend on offsets
    Offsets at;
    at.charset = out.size() + top.size() + strings.size();
    at.fd_select = at.charset + charset.size();
    at.charstrings = at.fd_select + fd_select.size();
    const std::size_t private_at = at.charstrings + index_size(glyphs);
    at.fd_array = private_at + widths.bytes().size();
    top.clear();
    append_index(top, top_dict(facts, count, at));

    out.reserve(at.fd_array + 64);
    out += top;
    out += strings;
    out += charset;
    out += fd_select;
    append_index(out, glyphs);
    out += widths.bytes();
    append_index(
        out,
        Dict().integer(widths.bytes().size()).integer(private_at).operation(private_dict).bytes());
    return out;
}

}  // namespace nianbao
