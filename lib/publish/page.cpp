// A web page: text that a browser does not show, and what programs left in its source.
#include "notation/html/characters.hpp"
#include "notation/html/elements.hpp"
#include "notation/html/encoding.hpp"
#include "notation/html/mhtml.hpp"
#include "notation/html/tags.hpp"
#include "notation/values.hpp"
#include "publish/look.hpp"
#include "publish/rules.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace nianbao::publish {
namespace {

bool has_han(std::string_view text) {
    const std::u32string all = to_utf32(text);
    return std::any_of(all.begin(), all.end(),
                       [](char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; });
}

bool hides(const notation::Tag& tag) {
    if (tag.name == "template" || tag.has("hidden")) return true;
    std::string style = small_letters(tag.value("style"));
    std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    return style.find("display:none") != style.npos ||
           style.find("visibility:hidden") != style.npos ||
           style.find("mso-hide:all") != style.npos;
}

/// Text in hidden elements, each once, where it begins.
class HiddenText final : public notation::TagHandler {
public:
    struct Found {
        std::size_t at;
        std::string text;
    };

    explicit HiddenText(std::string_view page) : page_(page) {}

    void open(const notation::Tag& tag) override {
        if (tag.name == "meta" && small_letters(tag.value("name")) == "author")
            authors.push_back(tag.value("content"));
        const notation::ElementKind kind = notation::kind_of_element(tag.name);
        if (kind == notation::ElementKind::empty) return;
        end_one_before(tag.name, kind);
        if (hides(tag) && hidden_++ == 0) begun_ = false;
        open_.push_back({tag.name, hides(tag)});
        ++counts_[tag.name];
    }
    void close(std::string_view name) override {
        const auto count = counts_.find(name);
        if (count == counts_.end() || count->second == 0) return;
        const auto own = std::find_if(open_.rbegin(), open_.rend(),
                                      [&](const Open& one) { return one.name == name; });
        for (auto left = own - open_.rbegin(); left >= 0; --left) {
            hidden_ -= open_.back().hidden ? 1 : 0;
            --counts_[open_.back().name];
            open_.pop_back();
        }
    }
    void text(std::string_view raw) override {
        if (hidden_ == 0) return;
        std::string decoded;
        notation::append_decoded(decoded, raw, notation::Within::text);
        if (notation::blank(decoded)) return;
        if (!std::exchange(begun_, true)) {
            std::size_t at = static_cast<std::size_t>(raw.data() - page_.data());
            at += std::min(raw.find_first_not_of(" \t\r\n"), raw.size());
            found.push_back({at, {}});
        }
        found.back().text += decoded;
    }

    std::vector<Found> found;
    std::vector<std::string> authors;

private:
    struct Open {
        std::string name;
        bool hidden;
    };

    /// An item, a cell or a paragraph ends the one before it, which may lack an end tag.
    void end_one_before(const std::string& name, notation::ElementKind kind) {
        using enum notation::ElementKind;
        if (kind != paragraph && kind != item && kind != cell && kind != row) return;
        constexpr std::ptrdiff_t near = 64;
        const auto end = open_.rbegin() + std::min(near, std::ssize(open_));
        const auto same = std::find_if(open_.rbegin(), end, [&](const Open& one) {
            return one.name == name || one.name == "table" || one.name == "ul" ||
                   one.name == "ol" || one.name == "div";
        });
        if (same != end && same->name == name) close(name);
    }

    std::string_view page_;
    std::vector<Open> open_;
    std::map<std::string, int, std::less<>> counts_;  // of each name that is open
    int hidden_ = 0;
    bool begun_ = false;
};

/// Comments of the source. Word writes the properties of a file into one.
void look_at_comments(std::string_view page, const Source* source, Look& look) {
    const auto place = [&](std::size_t at) {
        return source != nullptr ? source->place_of(static_cast<int>(at))
                                 : Place{look.name, {}, 0, 0, 0};
    };
    for (std::size_t at = page.find("<!--"); at != page.npos; at = page.find("<!--", at)) {
        const std::size_t end = std::min(page.find("-->", at + 4), page.size());
        const std::string_view text = page.substr(at + 4, std::max(end, at + 4) - at - 4);
        for (const auto& [tag, called] :
             {std::pair{"<o:Author>", "作者"}, std::pair{"<o:LastAuthor>", "最后修改者"}}) {
            const std::size_t name = text.find(tag);
            if (name == text.npos) continue;
            const std::string_view rest = text.substr(name + std::string_view(tag).size());
            tell_name(look, called, rest.substr(0, rest.find('<')));
        }
        if (!text.starts_with("[if") && has_han(text))
            look.tell(rule("G-02"), place(at),
                      fmt::format("网页的源代码里有注释{}", in_quotes(text)),
                      "删去注释：在编辑器的“源代码”里，从“<!--”到“-->”");
        at = std::max(end, at + 4);
    }
}

void look_at_text(std::string_view page, const Source* source, Look& look) {
    HiddenText hidden(page);
    notation::read_tags(page, hidden);
    for (const HiddenText::Found& one : hidden.found) {
        if (!has_han(one.text)) continue;
        const Place place = source != nullptr ? source->place_of(static_cast<int>(one.at))
                                              : Place{look.name, {}, 0, 0, 0};
        look.tell(rule("G-03"), place, fmt::format("这里有看不见的文字{}", in_quotes(one.text)),
                  "是页面的一部分的，不必改；不该公布的，在“源代码”里删去");
    }
    for (const std::string& author : hidden.authors) tell_name(look, "author", author);
    look_at_comments(page, source, look);
}

}  // namespace

void look_at_page(Look& look) {
    if (notation::is_mail(look.bytes)) {
        for (const notation::ArchivedPage& page : notation::archived_pages(look.bytes))
            look_at_text(notation::page_text(page.bytes, page.charset).text, nullptr, look);
        return;
    }
    look.source = Source(look.name, notation::page_text(look.bytes, {}).text);
    const std::string text(look.source.text());
    const Source source = look.source;
    look_at_text(text, &source, look);
}

}  // namespace nianbao::publish
