// The contents of a page, operator by operator (ISO 32000-1, 7.8.2 and 14.6).
#include "reader/file.hpp"

#include <optional>

namespace reader {

namespace {

struct Operand {
    enum class Kind { number, name, string, array, dict, word };
    Kind kind = Kind::word;
    double number = 0;
    std::string text;
    std::vector<Operand> items;  // of a dict: keys and values in turn

    const Operand* entry(std::string_view key) const {
        for (std::size_t i = 0; i + 1 < items.size(); i += 2)
            if (items[i].text == key) return &items[i + 1];
        return nullptr;
    }
};

class Tokens {
public:
    explicit Tokens(std::string_view stream) : stream_(stream) {}

    std::optional<Operand> next() {
        skip(" \t\r\n\f");
        if (at_ >= stream_.size()) return std::nullopt;
        const char c = stream_[at_];
        if (c == '(') return literal();
        if (stream_.substr(at_).starts_with("<<")) return list(Operand::Kind::dict, ">>");
        if (c == '<') return hex();
        if (c == '[') return list(Operand::Kind::array, "]");
        ++at_;
        const auto end = std::min(stream_.find_first_of(" \t\r\n\f()<>[]/", at_), stream_.size());
        Operand word;
        word.text = std::string(stream_.substr(c == '/' ? at_ : at_ - 1, end - (c == '/' ? at_ : at_ - 1)));
        at_ = end;
        if (c == '/') word.kind = Operand::Kind::name;
        else if (std::string_view("+-.0123456789").find(c) != std::string_view::npos) {
            word.kind = Operand::Kind::number;
            word.number = std::stod(word.text);
        }
        return word;
    }

private:
    void skip(std::string_view characters) { at_ = std::min(stream_.find_first_not_of(characters, at_), stream_.size()); }

    Operand list(Operand::Kind kind, std::string_view end) {
        Operand made;
        made.kind = kind;
        at_ += end.size();
        for (;;) {
            skip(" \t\r\n\f");
            if (at_ >= stream_.size()) return made;
            if (stream_.substr(at_).starts_with(end)) {
                at_ += end.size();
                return made;
            }
            made.items.push_back(*next());
        }
    }

    Operand literal() {
        Operand string;
        string.kind = Operand::Kind::string;
        int depth = 0;
        for (; at_ < stream_.size(); ++at_) {
            char c = stream_[at_];
            if (c == '(' && depth++ == 0) continue;
            if (c == ')' && --depth == 0) break;
            if (c == '\\') {
                c = stream_[++at_];
                if (c >= '0' && c <= '7') {
                    int code = 0, digits = 0;
                    for (; digits < 3 && stream_[at_] >= '0' && stream_[at_] <= '7'; ++at_, ++digits) code = code * 8 + (stream_[at_] - '0');
                    --at_;
                    c = static_cast<char>(code);
                } else if (const auto escape = std::string_view("nrtbf").find(c); escape != std::string_view::npos) {
                    c = "\n\r\t\b\f"[escape];
                }
            }
            string.text += c;
        }
        ++at_;
        return string;
    }

    Operand hex() {
        Operand string;
        string.kind = Operand::Kind::string;
        const auto end = stream_.find('>', at_);
        for (std::size_t i = at_ + 1; i + 1 < end; i += 2) string.text += static_cast<char>(std::stoi(std::string(stream_.substr(i, 2)), nullptr, 16));
        at_ = end + 1;
        return string;
    }

    std::string_view stream_;
    std::size_t at_ = 0;
};

/// Marked content that is open.
struct Open {
    std::string tag, subtype;
    int mcid = -1;
    bool in_text = false;
};

}  // namespace

std::vector<Shown> File::shown(std::size_t page) const {
    const Value& fonts = get(get(objects_.at(pages_[page]), "Resources"), "Font");
    std::map<std::string, std::map<unsigned, std::u32string>> maps;
    for (const auto& [name, font] : fonts.entries) maps[name] = to_unicode(get(resolve(font), "ToUnicode").stream);

    std::vector<Shown> all;
    std::vector<Open> open;
    std::vector<Operand> operands;
    const std::map<unsigned, std::u32string>* map = nullptr;
    bool in_text = false;
    const auto show = [&](std::string_view codes, bool text) {
        Shown shown;
        if (!open.empty()) {
            shown.tag = open.back().tag;
            shown.subtype = open.back().subtype;
            shown.mcid = open.back().mcid;
            shown.artifact = open.back().tag == "Artifact";
            shown.nested = open.size() > 1;
            shown.balanced = !open.back().in_text || in_text;
        }
        for (std::size_t i = 0; text && i + 1 < codes.size(); i += 2) {
            const auto code = static_cast<unsigned>(static_cast<unsigned char>(codes[i]) << 8 | static_cast<unsigned char>(codes[i + 1]));
            const auto found = map ? map->find(code) : decltype(map->find(code)){};
            if (!map || found == map->end()) shown.mapped = false;
            else shown.text += found->second;
        }
        const bool goes_on = text && !all.empty() && !all.back().text.empty() && all.back().mcid == shown.mcid && all.back().tag == shown.tag &&
                             all.back().mapped == shown.mapped && !shown.artifact;
        if (goes_on) all.back().text += shown.text;
        else all.push_back(std::move(shown));
    };

    Tokens tokens(get(objects_.at(pages_[page]), "Contents").stream);
    while (const auto token = tokens.next()) {
        if (token->kind != Operand::Kind::word) {
            operands.push_back(*token);
            continue;
        }
        const std::string& word = token->text;
        if (word == "BT" || word == "ET") in_text = word == "BT";
        if (word == "BMC") open.push_back({operands.at(0).text, {}, -1, in_text});
        if (word == "BDC") {
            Open begun{operands.at(0).text, {}, -1, in_text};
            if (const auto* mcid = operands.at(1).entry("MCID")) begun.mcid = static_cast<int>(mcid->number);
            if (const auto* type = operands.at(1).entry("Type")) begun.subtype = type->text;
            if (const auto* subtype = operands.at(1).entry("Subtype")) begun.subtype = subtype->text;
            open.push_back(std::move(begun));
        }
        if (word == "EMC" && !open.empty()) open.pop_back();
        if (word == "Tf") map = maps.contains(operands.at(0).text) ? &maps[operands.at(0).text] : nullptr;
        if (word == "Tj") show(operands.at(0).text, true);
        if (word == "TJ") {
            std::string codes;
            for (const auto& item : operands.at(0).items) codes += item.text.substr(0, item.kind == Operand::Kind::string ? item.text.size() : 0);
            show(codes, true);
        }
        if (word == "f" || word == "S" || word == "B" || word == "Do") show({}, false);
        operands.clear();
    }
    return all;
}

std::map<unsigned, std::u32string> to_unicode(std::string_view cmap) {
    std::map<unsigned, std::u32string> map;
    bool inside = false;
    std::optional<unsigned> code;
    Tokens tokens(cmap);
    while (const auto token = tokens.next()) {
        if (token->text == "beginbfchar") inside = true;
        if (token->text == "endbfchar") inside = false;
        if (!inside || token->kind != Operand::Kind::string) continue;
        std::u32string text;
        for (std::size_t i = 0; i + 1 < token->text.size(); i += 2) {
            const auto unit = static_cast<char32_t>(static_cast<unsigned char>(token->text[i]) << 8 | static_cast<unsigned char>(token->text[i + 1]));
            if (unit >= 0xDC00 && unit < 0xE000 && !text.empty()) text.back() = 0x10000 + ((text.back() - 0xD800) << 10) + (unit - 0xDC00);
            else text += unit;
        }
        if (!code) {
            code = text.empty() ? 0 : static_cast<unsigned>(text[0]);
        } else {
            map.emplace(*code, text);
            code.reset();
        }
    }
    return map;
}

}  // namespace reader
