// The objects of one PDF document, made by libharu. Checks every answer of libharu, and
// throws its first error as a Failure. libharu's own handler runs for a few functions
// only, and later errors overwrite earlier ones.
#pragma once

#include "nianbao/length.hpp"
#include "pdf/objects/arena.hpp"

#include <hpdf.h>
#include <hpdf_objects.h>

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao {

/// A stream's bytes, kept outside libharu, so that they need not be copied.
struct StreamBody {
    HPDF_Dict dict;
    std::string bytes;
    bool deflated;
};

class Objects {
public:
    using Entries = std::initializer_list<std::pair<const char*, void*>>;

    explicit Objects(Arena& arena);
    Objects(const Objects&) = delete;
    Objects& operator=(const Objects&) = delete;

    HPDF_Doc document() const { return document_; }
    HPDF_Dict catalog() const { return document_->catalog; }
    HPDF_Dict info() const { return document_->info; }
    const std::vector<StreamBody>& streams() const { return streams_; }

    /// REQUIRES: 1 to 127 bytes without NUL.
    HPDF_Name name(std::string_view text) const;
    HPDF_Number number(std::int64_t value) const;
    HPDF_Number number(std::unsigned_integral auto size) const {
        return number(static_cast<std::int64_t>(size));
    }
    HPDF_Number number(int value) const { return number(std::int64_t{value}); }
    /// Finite, within ±32,767.
    HPDF_Real real(double value) const;
    /// In points, to the thousandth.
    HPDF_Real points(Length length) const;
    HPDF_Boolean boolean(bool value) const;
    HPDF_Null null() const;
    /// At most 32,767 bytes (ISO 19005-2, 6.1.13).
    HPDF_Binary bytes(std::string_view bytes) const;
    /// A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, else UTF-16BE with its mark.
    HPDF_Binary text(std::string_view utf8) const;
    HPDF_Array array(std::initializer_list<void*> items = {}) const;
    /// An empty array with room for so many items. Other arrays grow by 20 at a time, and
    /// are copied each time.
    HPDF_Array array_of(std::size_t items) const;
    HPDF_Dict dict(Entries entries = {}) const;

    /// Gives the object a number, so that adding it to another adds a reference.
    /// REQUIRES: it has not been added anywhere.
    template <class Object>
    Object indirect(Object object) const {
        check(HPDF_Xref_Add(document_->xref, object));
        return object;
    }

    /// An array takes 32,767 items at most.
    void add(HPDF_Array array, void* item) const { check(HPDF_Array_Add(array, item)); }
    /// REQUIRES: the key has at most 127 bytes.
    void put(HPDF_Dict dict, const char* key, void* value) const {
        check(HPDF_Dict_Add(dict, key, value));
    }

    HPDF_Dict stream(std::string bytes, bool deflated, Entries entries = {});
    /// A page with its contents, deflated.
    HPDF_Page page(std::string contents);

    void check(HPDF_STATUS status) const {
        if (status != HPDF_OK || document_->error.error_no != HPDF_OK) fail();
    }

private:
    template <class Pointer>
    Pointer made(Pointer pointer) const {
        if (!pointer || document_->error.error_no != HPDF_OK) fail();
        return pointer;
    }
    [[noreturn]] void fail() const;

    Arena::Use use_;
    HPDF_Doc document_;
    HPDF_MMgr memory_ = nullptr;
    std::vector<StreamBody> streams_;
};

/// UTF-16BE of a code point, without a mark.
void append_utf16(std::string& out, char32_t character);

}  // namespace nianbao
