#include "pdf/structure_types.hpp"

#include <array>

namespace nianbao {
namespace {

struct RoleType {
    Role role;
    std::string_view type;
};

/// A heading's type is that of its depth in the outline.
constexpr std::string_view by_depth = "H";

constexpr std::array<RoleType, role_count> types = {
    RoleType{Role::document, "Document"},
    RoleType{Role::section, "Sect"},
    RoleType{Role::title, by_depth},
    RoleType{Role::heading1, by_depth},
    RoleType{Role::heading2, by_depth},
    RoleType{Role::heading3, by_depth},
    RoleType{Role::heading4, by_depth},
    RoleType{Role::paragraph, "P"},
    RoleType{Role::note, "Note"},
    RoleType{Role::link, "Link"},
    RoleType{Role::list, "L"},
    RoleType{Role::item, "LI"},
    RoleType{Role::label, "Lbl"},
    RoleType{Role::item_body, "LBody"},
    RoleType{Role::table, "Table"},
    RoleType{Role::head, "THead"},
    RoleType{Role::body, "TBody"},
    RoleType{Role::row, "TR"},
    RoleType{Role::header, "TH"},
    RoleType{Role::cell, "TD"},
    RoleType{Role::span, "Span"},
    RoleType{Role::seal, "Form"},
};
static_assert(covers_roles(types));

constexpr std::array<std::string_view, deepest_level + 2> heading_types = {"",   "H1", "H2",
                                                                           "H3", "H4", "H5"};

}  // namespace

std::string_view structure_type(const Element& element) {
    const std::string_view type = types[static_cast<int>(element.role)].type;
    return type == by_depth ? heading_types[element.depth] : type;
}

}  // namespace nianbao
