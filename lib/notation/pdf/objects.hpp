// The objects of a PDF, as far as one sees by them what the file holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::notation {

/// A value of a PDF. Numbers are kept if they are whole.
struct PdfValue {
    enum class Kind : std::uint8_t { other, number, name, string, reference, array, dictionary };

    Kind kind = Kind::other;
    long number = 0;        // or of the object that is referred to
    std::string text = {};  // of a name, without its slash, or the bytes of a string
    std::vector<PdfValue> items = {};
    std::vector<std::pair<std::string, PdfValue>> entries = {};

    /// An entry of a dictionary; an empty value if there is none.
    const PdfValue& at(std::string_view key) const;
    static const PdfValue& none();
    bool is_name(std::string_view name) const { return kind == Kind::name && text == name; }
};

/// How much of a file is looked at.
inline constexpr std::size_t most_pdf_objects = 200'000;
inline constexpr std::size_t most_pdf_bytes = std::size_t{64} << 20;  // inflated
inline constexpr int most_pdf_depth = 32;                             // of values in values

/// Finds the objects themselves, whatever the tables of the file say of them: of two with
/// one number the last counts. Never throws but Failure, for memory.
class PdfFile {
public:
    explicit PdfFile(std::string_view bytes);

    /// By number.
    const std::map<long, PdfValue>& objects() const { return objects_; }
    /// What the ends of the file refer to: Root, Info, Encrypt. The last counts.
    const PdfValue& trailer() const { return trailer_; }
    /// The value itself, or the object that it refers to.
    const PdfValue& follow(const PdfValue& value) const;
    /// How often something was added behind the end of the file.
    int updates() const { return updates_; }
    /// Not everything was looked at: there is too much of it, or a part cannot be read.
    bool cut() const { return unread_ > 0; }
    /// The bytes of the first streams of this type, those that are compressed too.
    std::vector<std::string> streams(std::string_view type) const;

private:
    struct Stream {
        long object;
        std::size_t begin;
    };

    void find_objects();
    void add(long number, PdfValue value);
    void read_packed(const PdfValue& dictionary, std::size_t begin);
    void note_trailer(const PdfValue& dictionary);
    std::optional<std::string> stream_at(const PdfValue& dictionary, std::size_t begin,
                                         std::size_t most) const;

    std::string_view bytes_;
    std::map<long, PdfValue> objects_;
    std::vector<Stream> streams_;
    PdfValue trailer_;
    int updates_ = 0;
    int unread_ = 0;
    std::size_t inflated_ = 0;
};

/// A string for people, as UTF-8.
std::string pdf_text(std::string_view string);

}  // namespace nianbao::notation
