// 成品: what an office publishes once its report has passed, a folder each: PDF, web page,
// Word file, data.
#pragma once

#include "county/desk/written_papers.hpp"
#include "nianbao/collect.hpp"
#include "nianbao/fonts.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::desk {

inline constexpr std::string_view packages_folder = "成品/";

/// “成品/云溪县民政局”
std::string package_of(const std::string& office);

class Packages {
public:
    /// `fonts` is called once, before the first PDF. REQUIRES: `written` outlives it.
    Packages(WrittenPapers& written, std::function<Fonts()> fonts);

    /// Makes what an office that passed publishes, unless it was made of the same data
    /// before. What stood there of other data is kept in 成品/以前的. Throws Failure if a
    /// file cannot be written.
    void add(const Office& office, const Moment& now);

    /// Why something could not be made, a line each.
    const std::vector<std::string>& troubles() const { return troubles_; }
    int made() const { return made_; }

private:
    bool open_fonts();

    WrittenPapers& written_;
    std::function<Fonts()> open_;
    Fonts fonts_;
    bool asked_ = false;
    std::vector<std::string> troubles_;
    int made_ = 0;
};

}  // namespace nianbao::desk
