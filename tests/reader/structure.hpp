// The structure tree of a PDF file, read back: as text for people, and with what is wrong in it.
#pragma once

#include "reader/file.hpp"

#include <deque>
#include <string>
#include <vector>

namespace reader {

struct Elem;

/// What an element holds: an element, text, or a link's annotation.
struct Part {
    const Elem* element = nullptr;
    std::size_t page = 0;
    int mcid = -1;
    std::u32string text;
    std::string annotation;  // a reference
};

struct Elem {
    std::string reference, type;
    const Elem* parent = nullptr;
    const Value* dict = nullptr;
    std::vector<Part> parts;
};

class Structure {
public:
    explicit Structure(const File& file);

    /// An element a line, indented: type, attributes, text.
    std::string dump() const;
    /// Its whole text in reading order.
    std::string text() const;
    /// In the order of the tree.
    const std::deque<Elem>& elements() const { return elements_; }
    const Value& attribute(const Elem& elem, std::string_view key) const { return file_.get(file_.get(*elem.dict, "A"), key); }

private:
    const Elem* read(const Value& reference, const Elem* parent);
    void dump(const Elem& elem, int depth, std::string& out) const;

    const File& file_;
    std::map<std::string, std::size_t> page_numbers_;
    std::vector<std::map<int, std::u32string>> texts_;  // of each page, by MCID
    std::deque<Elem> elements_;
};

/// What is wrong with the file, a sentence each; none where nothing is.
std::vector<std::string> complaints(const File& file);

}  // namespace reader
