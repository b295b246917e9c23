#include "reader/structure.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace reader {

using nianbao::to_utf8;

Structure::Structure(const File& file) : file_(file) {
    for (std::size_t i = 0; i < file.pages().size(); i++) {
        page_numbers_[file.pages()[i]] = i;
        auto& texts = texts_.emplace_back();
        for (const Shown& shown : file.shown(i))
            if (shown.mcid >= 0) texts[shown.mcid] += shown.text;
    }
    const Value& root = file.get(file.catalog(), "StructTreeRoot");
    if (const auto top = root.entries.find("K"); top != root.entries.end()) read(top->second, nullptr);
}

const Elem* Structure::read(const Value& reference, const Elem* parent) {
    Elem& elem = elements_.emplace_back();
    elem.reference = reference.text;
    elem.parent = parent;
    elem.dict = &file_.resolve(reference);
    elem.type = file_.get(*elem.dict, "S").text;
    const auto page_of = [&](const Value& dict) {
        const auto page = dict.entries.find("Pg");
        return page == dict.entries.end() ? file_.pages().size() : page_numbers_[page->second.text];
    };
    const auto add = [&](const Value& kid) {
        Part part;
        part.page = page_of(*elem.dict);
        const Value& value = file_.resolve(kid);
        const std::string& type = file_.get(value, "Type").text;
        if (kid.is(Value::Kind::number) || type == "MCR") {
            if (type == "MCR" && value.entries.contains("Pg")) part.page = page_of(value);
            part.mcid = static_cast<int>(kid.is(Value::Kind::number) ? kid.number : file_.get(value, "MCID").number);
            if (part.page < texts_.size()) part.text = texts_[part.page][part.mcid];
        } else if (type == "OBJR") {
            part.annotation = value.entries.at("Obj").text;
        } else {
            part.element = read(kid, &elem);
        }
        elem.parts.push_back(std::move(part));
    };
    const auto kids = elem.dict->entries.find("K");
    if (kids == elem.dict->entries.end()) return &elem;
    if (kids->second.is(Value::Kind::array)) {
        for (const Value& kid : kids->second.items) add(kid);
    } else {
        add(kids->second);
    }
    return &elem;
}

void Structure::dump(const Elem& elem, int depth, std::string& out) const {
    std::string line = fmt::format("{:{}}{}", "", depth * 2, elem.type);
    if (const Value& id = file_.get(*elem.dict, "ID")) line += " " + id.text;
    if (const Value& scope = attribute(elem, "Scope")) line += " " + scope.text;
    for (const char* span : {"RowSpan", "ColSpan"})
        if (const Value& count = attribute(elem, span)) line += fmt::format(" {} {}", span, count.number);
    if (const Value& numbering = attribute(elem, "ListNumbering")) line += " " + numbering.text;
    if (const Value& headers = attribute(elem, "Headers")) {
        line += " of";
        for (const Value& header : headers.items) line += " " + header.text;
    }
    std::string links;
    bool leaf = true;
    for (const Part& part : elem.parts) {
        if (part.element) leaf = false;
        if (part.annotation.empty()) continue;
        const Value& annotation = file_.objects().at(part.annotation);
        links += fmt::format(" -> {} ({})", file_.get(file_.get(annotation, "A"), "URI").text, file_.get(annotation, "Contents").text);
    }
    // Text that goes on over a line or a page is one text.
    std::u32string text;
    const auto end_text = [&](std::string_view before) {
        if (!text.empty()) line += fmt::format("{}{}", before, to_utf8(text));
        text.clear();
    };
    const std::string below = fmt::format("\n{:{}}", "", depth * 2 + 2);
    for (const Part& part : elem.parts) {
        text += part.text;
        if (!part.element) continue;
        end_text(below);
        line += '\n';
        dump(*part.element, depth + 1, line);
        line.pop_back();
    }
    end_text(leaf ? ": " : below);
    out += line + links + '\n';
}

std::string Structure::dump() const {
    std::string out;
    if (!elements_.empty()) dump(elements_.front(), 0, out);
    return out;
}

std::string Structure::text() const {
    std::u32string text;
    const auto add = [&](const auto& self, const Elem& elem) -> void {
        for (const Part& part : elem.parts) {
            text += part.text;
            if (part.element) self(self, *part.element);
        }
    };
    if (!elements_.empty()) add(add, elements_.front());
    return to_utf8(text);
}

}  // namespace reader
