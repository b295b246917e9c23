// A PDF file as qpdf reads it: its objects as values, its streams decoded, its pages' contents as what they show.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reader {

/// An object. A stream is a dict with `stream`, decoded.
struct Value {
    enum class Kind { null, boolean, number, name, string, reference, array, dict };
    Kind kind = Kind::null;
    double number = 0;  // a boolean is 0 or 1
    std::string text;   // a name without its slash; a text string in UTF-8, a byte string as it is; a reference: "12 0 R"
    std::vector<Value> items;
    std::map<std::string, Value, std::less<>> entries;
    std::string stream;

    bool is(Kind other) const { return kind == other; }
    explicit operator bool() const { return kind != Kind::null; }
};

/// A piece of text that a page shows, or a figure (`text` empty), and the marked content that it is in.
struct Shown {
    std::u32string text;
    int mcid = -1;
    bool artifact = false;
    std::string tag;       // of the marked content
    std::string subtype;   // of the artifact
    bool mapped = true;    // every code has its text in the font's ToUnicode
    bool nested = false;   // an artifact in tagged content, or the other way round
    bool balanced = true;  // marked content ends in the text object that it begins in
};

class File {
public:
    /// Fails the test where qpdf cannot read the file.
    explicit File(const std::filesystem::path& pdf);

    /// What a reference leads to; anything else itself.
    const Value& resolve(const Value& value) const;
    /// An entry of a dict, or a null.
    const Value& get(const Value& dict, std::string_view key) const;
    const Value& trailer() const { return trailer_; }
    const Value& catalog() const { return get(trailer_, "Root"); }

    /// The references of the pages in their order, and what each shows.
    const std::vector<std::string>& pages() const { return pages_; }
    std::vector<Shown> shown(std::size_t page) const;
    const std::map<std::string, Value, std::less<>>& objects() const { return objects_; }

private:
    void collect_pages(const Value& reference);

    std::map<std::string, Value, std::less<>> objects_;
    Value trailer_;
    std::vector<std::string> pages_;
};

/// Codes of two bytes and their texts.
std::map<unsigned, std::u32string> to_unicode(std::string_view cmap);

}  // namespace reader
