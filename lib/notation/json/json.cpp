#include "notation/json/json.hpp"

#include "notation/json/json_faults.hpp"
#include "notation/json/json_text.hpp"
#include "notation/rules.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <utility>

namespace nianbao::notation {
namespace {

namespace ondemand = simdjson::ondemand;

class JsonReader {
public:
    JsonReader(Values& values, LoneSurrogates alone)
        : values_(values),
          padded_(values.tree.clean),
          text_(padded_),
          builder_(values.tree),
          alone_(alone) {}

    std::optional<SyntaxFault> read() {
        whole();
        return std::move(fault_);
    }

private:
    void whole() {
        const auto begin = text_.find_first_not_of(json_blanks);
        if (begin == text_.npos) {
            values_.findings.error(rule("D-07"), {}, {values_.source.file(), {}, 0, 0, 0},
                                   "文件是空的");
            return;
        }
        ondemand::document document;
        // The first pass goes over the whole text: strings that do not end, line ends
        // within strings.
        if (parser_.iterate(padded_).get(document) != simdjson::SUCCESS)
            return fault(find_broken_string(text_));
        if (text_[begin] != '{') {
            values_.findings.error(rule("D-07"), {}, values_.place_of(begin, 1),
                                   "整个文件应写在一对花括号里",
                                   R"(写成 {"agency": …, "year": …})");
            return;
        }
        at_ = begin;
        ondemand::object root;
        if (document.get_object().get(root) != simdjson::SUCCESS)
            return fault(find_unbalanced(text_));
        if (!object(root)) return;
        const auto rest = text_.find_first_not_of(json_blanks, at_);
        if (rest != text_.npos)
            return fault({static_cast<int>(rest), "最后的“}”后面还有内容", "删去它"});
        values_.tree.complete = true;
    }

    // Each of these is false once the text has broken off.

    bool object(ondemand::object& members) {
        if (!open(Shape::mapping)) return false;
        ++at_;
        bool first = true;
        for (auto member : members) {
            ondemand::field field;
            if (std::move(member).get(field) != simdjson::SUCCESS)
                return broken(first ? After::brace : After::member);
            const std::size_t key = offset(field.key().raw()) - 1;
            at_ = string_end(key);
            if (!kept(builder_.key(string(key, at_)), key)) return false;
            if (!value(field.value())) return false;
            first = false;
        }
        return close('}', first ? After::brace : After::member);
    }

    bool array(ondemand::array& elements) {
        if (!open(Shape::list)) return false;
        ++at_;
        bool first = true;
        for (auto element : elements) {
            if (element.error() != simdjson::SUCCESS)
                return broken(first ? After::bracket : After::element);
            if (!value(element.value_unsafe())) return false;
            first = false;
        }
        return close(']', first ? After::bracket : After::element);
    }

    bool value(ondemand::value inner) {
        std::string_view token = inner.raw_json_token();
        at_ = offset(token.data());
        const char lead = token.empty() ? ']' : token.front();
        if (lead == '{') {
            ondemand::object members;
            return inner.get_object().get(members) == simdjson::SUCCESS
                       ? object(members)
                       : broken_at(at_ + 1, After::brace);
        }
        if (lead == '[') {
            ondemand::array elements;
            return inner.get_array().get(elements) == simdjson::SUCCESS
                       ? array(elements)
                       : broken_at(at_ + 1, After::bracket);
        }
        const std::size_t begin = at_;
        if (lead == '"') {
            // Taken, not left for simdjson to skip: it would take "b" in {"a":"b":1} for
            // a key.
            ondemand::raw_json_string taken;
            if (inner.get_raw_json_string().get(taken) != simdjson::SUCCESS)
                return broken(After::colon);
            at_ = string_end(begin);
            return kept(builder_.scalar(string(begin, at_)), begin);
        }
        token = token.substr(0, token.find_last_not_of(json_blanks) + 1);
        if (lead == ',' || lead == ':' || lead == ']' || lead == '}')
            return broken(builder_.container().shape == Shape::list ? After::comma : After::colon);
        at_ += token.size();
        Node node;
        node.shape = token == "null" ? Shape::null : Shape::bare;
        node.begin = begin;
        node.end = at_;
        node.text = values_.tree.raw(node);
        return kept(builder_.scalar(node), begin);
    }

    std::size_t offset(const char* pointer) const { return pointer - text_.data(); }

    /// The byte after the string that begins at `quote`. The first pass has made sure
    /// that it ends.
    std::size_t string_end(std::size_t quote) const {
        std::size_t i = quote + 1;
        while (text_[i] != '"') i += text_[i] == '\\' ? 2 : 1;
        return i + 1;
    }

    Node string(std::size_t begin, std::size_t end) {
        Node node;
        node.shape = Shape::text;
        node.begin = begin;
        node.end = end;
        const std::string_view raw = values_.tree.raw(node);
        node.text = raw.substr(1, raw.size() - 2);
        if (node.text.find('\\') != std::string_view::npos) {
            JsonText decoded = decode_json(raw, node.begin, alone_);
            for (const auto& wrong : decoded.faults) {
                values_.findings.error(rule("D-04"), {}, values_.place_of(wrong.at, wrong.bytes),
                                       fmt::format("“{}”{}", text_.substr(wrong.at, wrong.bytes),
                                                   wrong.surrogate ? "只是代理对的一半，不是字符"
                                                                   : "不是 JSON 的转义"),
                                       wrong.surrogate ? "直接写出这个字" : R"(反斜杠本身写成 \\)");
            }
            node.text = values_.tree.texts.emplace_back(std::move(decoded.text.text));
        }
        return node;
    }

    bool open(Shape shape) {
        Node node;
        node.shape = shape;
        node.begin = at_;
        node.end = node.begin + 1;
        return kept(builder_.open(node), at_);
    }

    bool close(char bracket, After after) {
        const auto next = text_.find_first_not_of(json_blanks, at_);
        if (next == text_.npos || text_[next] != bracket) return broken(after);
        at_ = next + 1;
        builder_.close(at_);
        return true;
    }

    bool kept(TreeBuilder::Outcome outcome, std::size_t at) {
        if (outcome == TreeBuilder::Outcome::ok) return true;
        values_.findings.error(rule("D-03"), {}, values_.place_of(at, 1), past_limit(outcome));
        return false;
    }

    bool broken(After after) { return broken_at(at_, after); }
    bool broken_at(std::size_t at, After after) {
        fault(explain(text_, at, after));
        return false;
    }
    void fault(const JsonFault& found) { fault_ = {found.at, found.message, found.hint}; }

    Values& values_;
    simdjson::padded_string padded_;
    std::string_view text_;
    TreeBuilder builder_;
    LoneSurrogates alone_;
    ondemand::parser parser_;
    std::size_t at_ = 0;  // the byte after what was read last
    std::optional<SyntaxFault> fault_;
};

}  // namespace

std::optional<SyntaxFault> read_json(Values& values, LoneSurrogates alone) {
    return JsonReader(values, alone).read();
}

}  // namespace nianbao::notation
