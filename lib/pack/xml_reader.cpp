#include "pack/xml_reader.hpp"

#include "nianbao/failure.hpp"

#include <expat.h>

#include <exception>
#include <limits>
#include <memory>
#include <type_traits>
#include <vector>

namespace nianbao {
namespace {

constexpr char separator = '\n';  // stands in no namespace and in no name

XmlName split(std::string_view name) {
    const std::size_t at = name.rfind(separator);
    if (at == name.npos) return {{}, name};
    return {name.substr(0, at), name.substr(at + 1)};
}

/// One run of the parser.
class XmlRun {
public:
    XmlRun(XML_Parser parser, XmlHandler& handler) : parser_(parser), handler_(handler) {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_open, on_close);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    }

    XmlFault parse(std::string_view bytes) {
        if (bytes.size() > std::numeric_limits<int>::max()) return XmlFault::malformed;
        const XML_Status status = XML_Parse(parser_, bytes.data(), bytes.size(), XML_TRUE);
        if (thrown_) std::rethrow_exception(thrown_);
        if (fault_ != XmlFault::none || status == XML_STATUS_OK) return fault_;
        if (XML_GetErrorCode(parser_) == XML_ERROR_NO_MEMORY) throw Failure("内存不够");
        return XmlFault::malformed;
    }

private:
    static XmlRun& of(void* data) { return *static_cast<XmlRun*>(data); }

    static void on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
        XmlRun& run = of(data);
        if (++run.depth_ > most_xml_depth) return run.stop(XmlFault::too_deep);
        run.attributes_.clear();
        for (; *attributes != nullptr; attributes += 2)
            run.attributes_.push_back({split(attributes[0]), attributes[1]});
        run.guard([&] { run.handler_.open({split(name), run.attributes_}); });
    }
    static void on_close(void* data, const XML_Char* name) {
        XmlRun& run = of(data);
        --run.depth_;
        run.guard([&] { run.handler_.close(split(name)); });
    }
    static void on_text(void* data, const XML_Char* text, int length) {
        XmlRun& run = of(data);
        run.guard([&] { run.handler_.text({text, static_cast<std::size_t>(length)}); });
    }
    static void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        of(data).stop(XmlFault::doctype);
    }

    void stop(XmlFault fault) {
        if (fault_ == XmlFault::none) fault_ = fault;
        XML_StopParser(parser_, XML_FALSE);
    }

    /// The parser is written in C: nothing may be thrown through it. It may call once
    /// more after it was stopped.
    template <class Call>
    void guard(Call call) {
        if (fault_ != XmlFault::none || thrown_) return;
        try {
            call();
        } catch (...) {
            thrown_ = std::current_exception();
            XML_StopParser(parser_, XML_FALSE);
        }
    }

    XML_Parser parser_;
    XmlHandler& handler_;
    std::vector<XmlReadAttribute> attributes_;
    int depth_ = 0;
    XmlFault fault_ = XmlFault::none;
    std::exception_ptr thrown_;
};

struct ParserFreer {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

XmlFault read_xml(std::string_view bytes, XmlHandler& handler) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserFreer> parser(
        XML_ParserCreateNS(nullptr, separator));
    if (!parser) throw Failure("内存不够");
    XML_SetHashSalt(parser.get(), 0x6E69616E);  // tables of one parser, from one small file
    return XmlRun(parser.get(), handler).parse(bytes);
}

}  // namespace nianbao
