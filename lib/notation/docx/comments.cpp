#include "notation/docx/parts.hpp"

namespace nianbao::notation {

void CommentsReader::open(const XmlElement& element) {
    if (!is_word_space(element.name.space)) return;
    const std::string_view name = element.name.local;
    if (name == "comment") {
        comment_ = &comments_[std::string(word_value(element, "id"))];
        comment_->author = word_value(element, "author");
    }
    if (name == "p" && comment_ != nullptr && !comment_->text.empty()) comment_->text += ' ';
    in_text_ = name == "t";
}

void CommentsReader::text(std::string_view text) {
    if (in_text_ && comment_ != nullptr) comment_->text += text;
}

std::string_view CommentsReader::comment(std::string_view id) const {
    const auto found = comments_.find(id);
    return found == comments_.end() ? std::string_view() : std::string_view(found->second.text);
}

std::string_view CommentsReader::author(std::string_view id) const {
    const auto found = comments_.find(id);
    return found == comments_.end() ? std::string_view() : std::string_view(found->second.author);
}

}  // namespace nianbao::notation
