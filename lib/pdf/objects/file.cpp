#include "pdf/objects/file.hpp"

#include "digest/sha256.hpp"
#include "nianbao/failure.hpp"
#include "pack/big_endian.hpp"
#include "pack/deflate.hpp"
#include "text/digits.hpp"

#include <fmt/format.h>
#include <hpdf_doc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace nianbao {
namespace {

constexpr std::size_t objects_a_pack = 1'000;
constexpr std::size_t id_bytes = 16;
// Four bytes over 127 say that it is no text file.
constexpr std::string_view header = "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n";

HPDF_Obj_Header& header_of(void* object) { return *static_cast<HPDF_Obj_Header*>(object); }

template <class Type>
const Type& as(const void* object) {
    return *static_cast<const Type*>(object);
}

unsigned number_of(const void* object) { return as<HPDF_Obj_Header>(object).obj_id & 0x00FFFFFF; }
int kind_of(const void* object) { return as<HPDF_Obj_Header>(object).obj_class & HPDF_OCLASS_ANY; }
bool hidden(const void* object) { return as<HPDF_Obj_Header>(object).obj_id & HPDF_OTYPE_HIDDEN; }

std::string id_of(std::string_view content) { return sha256_bytes(content).substr(0, id_bytes); }

/// The characters that a name writes as they are, and those after which a word needs no
/// blank (ISO 32000-1, 7.2.2 and 7.3.5).
constexpr auto regular = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = '!'; byte <= '~'; ++byte) table[byte] = true;
    for (char special : std::string_view("()<>[]{}/%#")) table[u8_at({&special, 1}, 0)] = false;
    return table;
}();
constexpr bool ends_word(char byte) {
    return std::string_view("<>[]()/ \n").find(byte) != std::string_view::npos;
}

/// Objects as text.
class Serializer {
public:
    void value(const void* object) {
        switch (kind_of(object)) {
            case HPDF_OCLASS_PROXY:
                word(number_of(as<HPDF_Proxy_Rec>(object).obj));
                out_ += " 0 R";
                break;
            case HPDF_OCLASS_NULL:
                word("null");
                break;
            case HPDF_OCLASS_BOOLEAN:
                word(as<HPDF_Boolean_Rec>(object).value ? "true" : "false");
                break;
            case HPDF_OCLASS_NUMBER:
                word(as<HPDF_Number_Rec>(object).value);
                break;
            case HPDF_OCLASS_REAL:
                real(as<HPDF_Real_Rec>(object).value);
                break;
            case HPDF_OCLASS_NAME:
                name(as<HPDF_Name_Rec>(object).value);
                break;
            case HPDF_OCLASS_BINARY: {
                const HPDF_Binary_Rec& binary = as<HPDF_Binary_Rec>(object);
                literal({reinterpret_cast<const char*>(binary.value), binary.len});
                break;
            }
            case HPDF_OCLASS_ARRAY: {
                const HPDF_List_Rec& list = *as<HPDF_Array_Rec>(object).list;
                out_ += '[';
                for (unsigned i = 0; i < list.count; ++i) value(list.obj[i]);
                out_ += ']';
                break;
            }
            case HPDF_OCLASS_DICT:
                dict(as<HPDF_Dict_Rec>(object), {});
                break;
            default:
                throw Failure(fmt::format("不能生成 PDF：不认识的对象种类 {}", kind_of(object)));
        }
    }

    /// `more`: further entries, as text.
    void dict(const HPDF_Dict_Rec& dict, std::string_view more) {
        out_ += "<<";
        for (unsigned i = 0; i < dict.list->count; ++i) {
            const HPDF_DictElement_Rec& entry = as<HPDF_DictElement_Rec>(dict.list->obj[i]);
            if (hidden(entry.value) || (dict.stream && !std::strcmp(entry.key, "Length"))) continue;
            name(entry.key);
            value(entry.value);
        }
        out_ += more;
        out_ += ">>";
    }

    void literal(std::string_view bytes) {
        out_ += '(';
        for (char c : bytes) {
            if (c == '(' || c == ')' || c == '\\') out_ += '\\';
            if (c == '\r') {
                out_ += "\\r";
            } else {
                out_ += c;
            }
        }
        out_ += ')';
    }

    std::string& out() { return out_; }

private:
    void word(std::string_view text) {
        if (!out_.empty() && !ends_word(out_.back())) out_ += ' ';
        out_ += text;
    }
    template <class Integer>
    requires std::is_integral_v<Integer>
    void word(Integer value) {
        char digits[24];
        const char* const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        word(std::string_view(digits, end));
    }
    void real(float value) {
        char digits[64];
        const char* const end =
            std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr;
        word(std::string_view(digits, end));
    }
    void name(const char* text) {
        out_ += '/';
        for (char byte : std::string_view(text)) {
            if (regular[static_cast<unsigned char>(byte)]) {
                out_ += byte;
            } else {
                out_ += '#';
                append_hex(out_, byte);
            }
        }
    }

    std::string out_;
};

/// A row of the cross-reference table. Type 1: `place` is a byte offset. Type 2: `place`
/// is the pack's number, `index` the place in it.
struct Row {
    unsigned type;
    std::size_t place, index;
};

class FileWriter {
public:
    FileWriter(Objects& objects, int compression) : objects_(objects), compression_(compression) {
        sort_objects();
        number_objects();
    }

    std::string write() {
        std::size_t size = 65536;
        for (const StreamBody& stream : objects_.streams()) size += stream.bytes.size() + 256;
        out().reserve(size);
        out() = header;
        for (const StreamBody& stream : objects_.streams()) write_stream(stream);
        std::vector<Row> packed;
        for (std::size_t first = 0; first < packed_objects_.size(); first += objects_a_pack)
            write_pack(first, packed);
        rows_.insert(rows_.end(), packed.begin(), packed.end());
        write_table();
        return std::move(out());
    }

private:
    std::string& out() { return serializer_.out(); }

    /// Streams stand by themselves; everything else goes into packs. Lengths are written
    /// in place, so libharu's own Length objects are left out.
    void sort_objects() {
        const HPDF_List_Rec& entries = *objects_.document()->xref->entries;
        for (unsigned i = 1; i < entries.count; ++i) {  // entry 0 is the head of the free list
            void* object = as<HPDF_XrefEntry_Rec>(entries.obj[i]).obj;
            if (kind_of(object) == HPDF_OCLASS_DICT) {
                auto* dict = static_cast<HPDF_Dict>(object);
                // A page tree writes its Count then.
                if (dict->before_write_fn) objects_.check(dict->before_write_fn(dict));
                if (dict->stream) {
                    header_of(HPDF_Dict_GetItem(dict, "Length", HPDF_OCLASS_NUMBER)).obj_id |=
                        HPDF_OTYPE_HIDDEN;
                    continue;
                }
            }
            packed_objects_.push_back(object);
        }
        std::erase_if(packed_objects_, hidden);
    }

    /// Gives every object its number, which references read when they are written.
    void number_objects() {
        unsigned next = 1;
        for (const StreamBody& stream : objects_.streams())
            header_of(stream.dict).obj_id = HPDF_OTYPE_INDIRECT | next++;
        for (std::size_t first = 0; first < packed_objects_.size(); first += objects_a_pack)
            ++next;  // the pack itself
        for (void* object : packed_objects_)
            header_of(object).obj_id = HPDF_OTYPE_INDIRECT | next++;
    }

    void begin_object() {
        rows_.push_back({1, out().size(), 0});
        out() += fmt::format("{} 0 obj\n", rows_.size() - 1);
    }
    void end_stream(std::string_view bytes) {
        out() += "\nstream\n";
        out() += bytes;
        out() += "\nendstream\nendobj\n";
    }

    void write_stream(const StreamBody& stream) {
        begin_object();
        serializer_.dict(*stream.dict,
                         fmt::format("{}/Length {}", stream.deflated ? "/Filter/FlateDecode" : "",
                                     stream.bytes.size()));
        end_stream(stream.bytes);
    }

    void write_pack(std::size_t first, std::vector<Row>& packed) {
        const std::size_t last = std::min(packed_objects_.size(), first + objects_a_pack);
        Serializer pack;
        std::string index;
        for (std::size_t i = first; i < last; ++i) {
            index += std::to_string(number_of(packed_objects_[i]));
            index += ' ';
            index += std::to_string(pack.out().size());
            index += ' ';
            pack.value(packed_objects_[i]);
            pack.out() += '\n';
            packed.push_back({2, rows_.size(), i - first});
        }
        const std::string bytes = deflate(index + pack.out(), compression_);
        begin_object();
        out() += fmt::format("<</Type/ObjStm/N {}/First {}/Filter/FlateDecode/Length {}>>",
                             last - first, index.size(), bytes.size());
        end_stream(bytes);
    }

    void write_table() {
        const std::size_t start = out().size();
        const std::string id = id_of(out());
        HPDF_Doc document = objects_.document();
        objects_.put(document->trailer, "Root", document->catalog);
        objects_.put(document->trailer, "Info", document->info);
        objects_.put(document->trailer, "ID",
                     objects_.array({objects_.bytes(id), objects_.bytes(id)}));

        const unsigned width = start > 0xFFFFFF ? 4 : start > 0xFFFF ? 3 : 2;
        const std::size_t columns = 1 + width + 2;
        rows_.push_back({1, start, 0});
        std::string table, above(columns, '\0');
        for (const Row& row : rows_) {
            std::string bytes;
            append_big_endian(bytes, row.type, 1);
            append_big_endian(bytes, row.place, width);
            append_big_endian(bytes, row.index, 2);
            table += '\2';  // PNG's Up: the difference from the row above
            for (std::size_t i = 0; i < bytes.size(); ++i)
                table += static_cast<char>(bytes[i] - above[i]);
            above = std::move(bytes);
        }
        const std::string bytes = deflate(table, compression_);
        out() += fmt::format("{} 0 obj\n", rows_.size() - 1);
        serializer_.dict(
            *document->trailer,
            fmt::format(
                "/Type/XRef/Size {}/W[1 {} 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {}>>/Length {}",
                rows_.size(), width, columns, bytes.size()));
        end_stream(bytes);
        out() += fmt::format("startxref\n{}\n%%EOF\n", start);
    }

    Objects& objects_;
    int compression_;
    std::vector<void*> packed_objects_;
    std::vector<Row> rows_{{0, 0, 65535}};
    Serializer serializer_;
};

}  // namespace

std::string id_entry(std::string_view content) {
    const std::string id = id_of(content);
    Serializer entry;
    entry.out() = "/ID[";
    entry.literal(id);
    entry.literal(id);
    return entry.out() + "]";
}

std::string write_file(Objects& objects, int compression) {
    return FileWriter(objects, compression).write();
}

}  // namespace nianbao
