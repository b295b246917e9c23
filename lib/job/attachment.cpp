#include "job/attachment.hpp"

#include "nianbao/write.hpp"
#include "notation/bytes.hpp"

namespace nianbao {
namespace {

/// JSON or YAML: of a PDF the notation of the data that it carries, which the source has
/// as its text; YAML of what is no text.
Format notation_of(const Input& input, const Source& source) {
    const Format own = source.bytes().starts_with("%PDF-") ? notation::notation_of(source.text())
                       : input.bytes                       ? input.format
                                                           : format_of(input.file);
    return own == Format::json ? Format::json : Format::yaml;
}

}  // namespace

Attachment attachment_of(const Input& input, const Source& source, const Report& report) {
    Report open = report;
    open.waive.clear();
    open.members.clear();
    const Format format = notation_of(input, source);
    return {attachment_name(input, source),
            format == Format::json ? "application/json" : "application/yaml", write(open, format)};
}

std::string attachment_name(const Input& input, const Source& source) {
    return notation_of(input, source) == Format::json ? "data.json" : "data.yaml";
}

}  // namespace nianbao
