// An Office file on its way back to who sent it: what is put into it is put among the
// text of its parts, and every other part keeps its bytes.
#pragma once

#include "notation/office/office_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

class EditedFile {
public:
    /// REQUIRES: `bytes` outlive it.
    explicit EditedFile(std::string_view bytes);

    /// As it came; its fault() says whether it can be edited at all.
    OfficeFile& original() { return file_; }

    bool has(const std::string& name) const;
    /// A part's text, by its name in whatever case; a new one if there is none. Holds
    /// until the next part is made.
    std::string& part(const std::string& name);
    /// A name that no part has: “before1after”.
    std::string new_name(std::string_view before, std::string_view after) const;
    /// Lets a part refer to another one; returns by which ID. `type`: the last word of
    /// it.
    std::string relate(const std::string& from, std::string_view type, const std::string& to);
    /// Says what a part is.
    void declare(const std::string& name, std::string_view type);
    void declare_ending(std::string_view ending, std::string_view type);

    std::string bytes() const;

private:
    struct Part {
        std::string name, text;
    };

    OfficeFile file_;
    std::vector<Part> parts_;
};

inline constexpr std::string_view xml_declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace nianbao::notation
