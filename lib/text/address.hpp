// Web and mail addresses in running text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// An address in a text: code points [begin, end) and what to open ("mailto:" and
/// "http://" are put in front where they are not typed).
struct Address {
    int begin = 0, end = 0;
    std::string uri;
};

/// Every address in the text, in order: http:// and https:// addresses, www. hosts, and
/// mail addresses. A closing mark of the sentence (. , ; : ! ? and an unmatched bracket)
/// is not part of the address. What is longer than 2,000 characters is none.
std::vector<Address> find_addresses(std::u32string_view text);

}  // namespace nianbao
