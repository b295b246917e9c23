// Pages as browsers save them in one file: mail with several parts (RFC 2557).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

/// A page of an archive, its transfer encoding undone.
struct ArchivedPage {
    std::string bytes;
    std::string charset;  // in small letters; empty: the part says none
};

/// True for mail. Pages have none of its headers.
bool is_mail(std::string_view bytes);

/// The parts that are pages, in their order: the page itself and those in its frames.
/// REQUIRES: is_mail().
std::vector<ArchivedPage> archived_pages(std::string_view bytes);

}  // namespace nianbao::notation
