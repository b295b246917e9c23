#include "pdf/objects/objects.hpp"

#include "nianbao/failure.hpp"
#include "pack/big_endian.hpp"
#include "pdf/objects/numbers.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace nianbao {
namespace {

constexpr std::size_t longest_string = 32'767;

[[noreturn]] void refuse_memory() { throw Failure("不能生成 PDF：内存不够"); }

}  // namespace

Objects::Objects(Arena& arena)
    : use_(arena),
      document_(HPDF_NewEx(nullptr, Arena::take_from_current, Arena::give, 0, nullptr)) {
    if (!document_) refuse_memory();  // the one error that libharu does not note
    memory_ = document_->mmgr;
    document_->pdf_version = HPDF_VER_17;
}

void Objects::fail() const {
    const HPDF_Error_Rec& error = document_->error;
    if (error.error_no == HPDF_FAILD_TO_ALLOC_MEM || error.error_no == HPDF_OK) refuse_memory();
    throw Failure(fmt::format("不能生成 PDF：libharu 错误 0x{:04X}，细节 {}", error.error_no,
                              error.detail_no));
}

HPDF_Name Objects::name(std::string_view text) const {
    // libharu makes an object without a value of such a name.
    if (text.empty() || text.size() > HPDF_LIMIT_MAX_NAME_LEN || text.find('\0') != text.npos)
        throw Failure(fmt::format("不能生成 PDF：名称“{}”不合规定", text));
    return made(HPDF_Name_New(memory_, std::string(text).c_str()));
}

HPDF_Number Objects::number(std::int64_t value) const {
    if (!std::in_range<HPDF_INT32>(value))
        throw Failure(fmt::format("不能生成 PDF：整数 {} 超出范围", value));
    return made(HPDF_Number_New(memory_, value));
}

HPDF_Real Objects::real(double value) const {
    if (!(std::abs(value) <= HPDF_LIMIT_MAX_REAL))
        throw Failure(fmt::format("不能生成 PDF：数 {} 超出范围", value));
    return made(HPDF_Real_New(memory_, value));
}

HPDF_Real Objects::points(Length length) const {
    return real(static_cast<double>(thousandths(length)) / 1000);
}

HPDF_Boolean Objects::boolean(bool value) const { return made(HPDF_Boolean_New(memory_, value)); }

HPDF_Null Objects::null() const { return made(HPDF_Null_New(memory_)); }

HPDF_Binary Objects::bytes(std::string_view bytes) const {
    if (bytes.size() > longest_string)
        throw Failure(fmt::format("不能生成 PDF：有一段文字太长（{} 字节，上限 {}）", bytes.size(),
                                  longest_string));
    // libharu copies the bytes and does not write to them.
    auto* data = reinterpret_cast<HPDF_BYTE*>(const_cast<char*>(bytes.data()));
    return made(HPDF_Binary_New(memory_, data, bytes.size()));
}

HPDF_Binary Objects::text(std::string_view utf8) const {
    if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= ' ' && c <= '~'; }))
        return bytes(utf8);
    std::string utf16 = "\xFE\xFF";
    for (char32_t character : to_utf32(utf8)) append_utf16(utf16, character);
    return bytes(utf16);
}

HPDF_Array Objects::array(std::initializer_list<void*> items) const {
    HPDF_Array array = made(HPDF_Array_New(memory_));
    for (void* item : items) add(array, item);
    return array;
}

HPDF_Array Objects::array_of(std::size_t items) const {
    HPDF_Array array = made(HPDF_Array_New(memory_));
    array->list->items_per_block = std::clamp<std::size_t>(items, 1, HPDF_LIMIT_MAX_ARRAY);
    return array;
}

HPDF_Dict Objects::dict(Entries entries) const {
    HPDF_Dict dict = made(HPDF_Dict_New(memory_));
    for (const auto& [key, value] : entries) put(dict, key, value);
    return dict;
}

HPDF_Dict Objects::stream(std::string bytes, bool deflated, Entries entries) {
    HPDF_Dict dict = made(HPDF_DictStream_New(memory_, document_->xref));
    for (const auto& [key, value] : entries) put(dict, key, value);
    streams_.push_back({dict, std::move(bytes), deflated});
    return dict;
}

HPDF_Page Objects::page(std::string contents) {
    HPDF_Page page = made(HPDF_AddPage(document_));
    streams_.push_back(
        {static_cast<HPDF_PageAttr>(page->attr)->contents, std::move(contents), true});
    return page;
}

void append_utf16(std::string& out, char32_t character) {
    if (character > 0xFFFF) {
        append_big_endian(out, 0xD800 + ((character - 0x10000) >> 10), 2);
        append_big_endian(out, 0xDC00 + ((character - 0x10000) & 0x3FF), 2);
    } else {
        append_big_endian(out, character, 2);
    }
}

}  // namespace nianbao
