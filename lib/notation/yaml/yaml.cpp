#include "notation/yaml/yaml.hpp"

#include "notation/rules.hpp"
#include "notation/yaml/yaml_text.hpp"
#include "notation/yaml/yaml_words.hpp"
#include "text/utf8.hpp"

#include <yaml.h>

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::notation {
namespace {

struct Parser {
    yaml_parser_t inner;
    Parser() {
        if (yaml_parser_initialize(&inner) == 0) throw std::bad_alloc();
    }
    ~Parser() { yaml_parser_delete(&inner); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
};

struct Event {
    yaml_event_t inner{};
    Event() = default;
    ~Event() { yaml_event_delete(&inner); }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
};

const char* characters(const yaml_char_t* text) { return reinterpret_cast<const char*>(text); }

Style style_of(yaml_scalar_style_t style) {
    switch (style) {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE:
            return Style::single_quoted;
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
            return Style::double_quoted;
        case YAML_LITERAL_SCALAR_STYLE:
            return Style::literal;
        case YAML_FOLDED_SCALAR_STYLE:
            return Style::folded;
        default:
            return Style::plain;
    }
}

bool says_null(std::string_view plain) {
    return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

class YamlReader {
public:
    explicit YamlReader(Values& values)
        : values_(values), text_(values.tree.clean), builder_(values.tree) {
        separators_ = values.mended == nullptr && values.source.text() != text_;
        yaml_parser_set_encoding(&parser_.inner, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(
            &parser_.inner, reinterpret_cast<const unsigned char*>(text_.data()), text_.size());
    }

    std::optional<SyntaxFault> read() {
        for (;;) {
            Event event;
            if (yaml_parser_parse(&parser_.inner, &event.inner) == 0) return syntax_error();
            if (event.inner.type == YAML_STREAM_END_EVENT) break;
            if (!take(event.inner)) return {};
        }
        values_.tree.complete = true;
        if (values_.tree.root < 0 && values_.mended == nullptr)
            values_.findings.error(rule("D-07"), {}, {values_.source.file(), {}, 0, 0, 0},
                                   "文件是空的");
        return {};
    }

private:
    /// False: the rest is not read.
    bool take(const yaml_event_t& event) {
        switch (event.type) {
            case YAML_DOCUMENT_START_EVENT:
                if (values_.tree.root < 0) return true;
                return refuse(event, 3, "文件里还有一份数据", "一个文件只写一份年报");
            case YAML_ALIAS_EVENT:
                return alias(event);
            case YAML_SCALAR_EVENT:
                return scalar(event);
            case YAML_SEQUENCE_START_EVENT: {
                const auto& start = event.data.sequence_start;
                decorations(event, start.anchor, start.tag);
                return open(event, Shape::list, start.style == YAML_FLOW_SEQUENCE_STYLE);
            }
            case YAML_MAPPING_START_EVENT: {
                const auto& start = event.data.mapping_start;
                decorations(event, start.anchor, start.tag);
                return open(event, Shape::mapping, start.style == YAML_FLOW_MAPPING_STYLE);
            }
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT:
                builder_.close(byte(event.end_mark));
                return true;
            default:
                return true;
        }
    }

    bool scalar(const yaml_event_t& event) {
        const auto& scalar = event.data.scalar;
        decorations(event, scalar.anchor, scalar.tag);
        const std::string_view value(characters(scalar.value), scalar.length);
        Node node;
        node.style = style_of(scalar.style);
        node.shape = node.style != Style::plain ? Shape::text
                     : says_null(value)         ? Shape::null
                                                : Shape::bare;
        // With an anchor or a tag the event begins there; the scalar itself comes after
        // it.
        node.begin = byte(event.start_mark);
        node.end = byte(event.end_mark);
        node.text = kept(value, node);
        return within_limits(builder_.awaits_key() ? builder_.key(node) : builder_.scalar(node),
                             node.begin);
    }

    /// The value as bytes that live as long as the tree: the file's own where they are
    /// the same.
    std::string_view kept(std::string_view value, const Node& node) {
        const std::string_view raw = values_.tree.raw(node);
        if (separators_) {
            std::string text =
                map_yaml(value, text_, values_.source.text(), node.begin, node.end, node.style)
                    .text;
            return values_.tree.texts.emplace_back(std::move(text));
        }
        if (raw == value) return raw;
        if (raw.size() == value.size() + 2 && raw.substr(1, value.size()) == value)
            return raw.substr(1, value.size());
        return values_.tree.texts.emplace_back(value);
    }

    bool open(const yaml_event_t& event, Shape shape, bool flow) {
        if (builder_.awaits_key())
            return refuse(event, 1, "项目名不能是列表或对象", "项目名写成文字");
        Node node;
        node.shape = shape;
        node.style = Style::plain;
        node.flow = flow;
        node.begin = byte(event.start_mark);
        node.end = byte(event.end_mark);
        return within_limits(builder_.open(node), node.begin);
    }

    bool alias(const yaml_event_t& event) {
        error(event, fmt::format("不支持 YAML 的别名“*{}”", characters(event.data.alias.anchor)),
              "把内容原样再写一遍；文字以“*”开头时加引号");
        Node node;
        node.shape = Shape::faulty;
        node.style = Style::plain;
        node.begin = byte(event.start_mark);
        node.end = byte(event.end_mark);
        node.text = values_.tree.raw(node);
        return within_limits(builder_.awaits_key() ? builder_.key(node) : builder_.scalar(node),
                             node.begin);
    }

    void decorations(const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag) {
        if (anchor != nullptr)
            error(event, fmt::format("不支持 YAML 的锚点“&{}”", characters(anchor)),
                  "删去它；文字以“&”开头时加引号");
        if (tag != nullptr) error(event, "不支持 YAML 的标签“!”", "删去它；文字以“!”开头时加引号");
    }

    void error(const yaml_event_t& event, std::string message, std::string hint) {
        values_.findings.error(rule("D-06"), {}, values_.place_of(byte(event.start_mark), 1),
                               std::move(message), std::move(hint));
    }
    bool refuse(const yaml_event_t& event, int length, std::string message, std::string hint) {
        values_.findings.error(rule("D-06"), {}, values_.place_of(byte(event.start_mark), length),
                               std::move(message), std::move(hint));
        return false;
    }

    bool within_limits(TreeBuilder::Outcome outcome, int at) {
        if (outcome == TreeBuilder::Outcome::ok) return true;
        values_.findings.error(rule("D-03"), {}, values_.place_of(at, 1), past_limit(outcome));
        return false;
    }

    SyntaxFault syntax_error() {
        const yaml_parser_t& parser = parser_.inner;
        if (parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
        const std::string_view problem = parser.problem == nullptr ? "" : parser.problem;
        const YamlWords& words = yaml_words(problem);
        int at = byte(parser.problem_mark);
        if (words.at_context) at = byte(parser.context_mark);
        // The scalar read last may have run on over lines that were meant otherwise:
        // nothing is to be said about it.
        if (!values_.tree.nodes.empty() && values_.tree.nodes.back().closed)
            values_.tree.nodes.back().shape = Shape::faulty;
        const std::string hint(words.hint);
        if (at == static_cast<int>(text_.size()))
            return {end_of_text(), fmt::format("文件到这里就完了：{}", words.message), hint};
        if (text_[at] == '\t') return {at, "不能用制表符缩进", "缩进用空格"};
        return {at, std::string(words.message), hint};
    }

    /// The end of the last line with anything on it.
    int end_of_text() const {
        const auto last = text_.find_last_not_of(" \t\r\n");
        return last == std::string::npos ? 0 : last + 1;
    }

    /// libyaml counts code points. Its marks seldom go back, and then not far, so the
    /// walk from mark to mark is linear in all.
    int byte(const yaml_mark_t& mark) {
        while (index_ < mark.index && byte_ < text_.size()) {
            ++byte_;
            while (byte_ < text_.size() && continues_character(text_[byte_])) ++byte_;
            ++index_;
        }
        while (index_ > mark.index && byte_ > 0) {
            --byte_;
            while (byte_ > 0 && continues_character(text_[byte_])) --byte_;
            --index_;
        }
        return byte_;
    }

    Values& values_;
    const std::string& text_;
    TreeBuilder builder_;
    Parser parser_;
    bool separators_ = false;
    std::size_t index_ = 0, byte_ = 0;
};

}  // namespace

std::optional<SyntaxFault> read_yaml(Values& values) { return YamlReader(values).read(); }

}  // namespace nianbao::notation
