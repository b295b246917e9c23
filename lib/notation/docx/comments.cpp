#include "notation/docx/parts.hpp"

namespace nianbao::notation {

void CommentsReader::open(const XmlElement& element) {
    if (!is_word_space(element.name.space)) return;
    const std::string_view name = element.name.local;
    if (name == "comment") comment_ = &comments_[std::string(word_value(element, "id"))];
    if (name == "p" && comment_ != nullptr && !comment_->empty()) *comment_ += ' ';
    in_text_ = name == "t";
}

void CommentsReader::text(std::string_view text) {
    if (in_text_ && comment_ != nullptr) *comment_ += text;
}

std::string_view CommentsReader::comment(std::string_view id) const {
    const auto found = comments_.find(id);
    return found == comments_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace nianbao::notation
