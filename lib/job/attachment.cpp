#include "job/attachment.hpp"

#include "nianbao/write.hpp"

namespace nianbao {
namespace {

Format notation_of(const Input& input) {
    return input.bytes ? input.format : format_of(input.file);
}

}  // namespace

Attachment attachment_of(const Input& input, const Report& report) {
    Report open = report;
    open.waive.clear();
    open.members.clear();
    const Format format = notation_of(input);
    return {attachment_name(input),
            format == Format::json ? "application/json" : "application/yaml", write(open, format)};
}

std::string attachment_name(const Input& input) {
    return notation_of(input) == Format::json ? "data.json" : "data.yaml";
}

}  // namespace nianbao
