// Texts and styles, which the cells of all sheets share.
#include "notation/xlsx/numbers.hpp"
#include "notation/xlsx/parts.hpp"
#include "text/digits.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::notation {

bool is_sheet_space(std::string_view space) {
    return space == "http://schemas.openxmlformats.org/spreadsheetml/2006/main" ||
           space == "http://purl.oclc.org/ooxml/spreadsheetml/main";
}

std::string cell_text(std::string_view written) {
    if (written.find('_') == written.npos && written.find('\r') == written.npos)
        return std::string(written);
    std::string out;
    for (std::size_t i = 0; i < written.size(); ++i) {
        // “_x000D_” is a character that XML cannot have; “_x005F_” is an underscore.
        if (written[i] == '_' && written.size() - i >= 7 && written[i + 1] == 'x' &&
            written[i + 6] == '_') {
            int code = 0;
            for (std::size_t k = i + 2; k < i + 6; ++k) {
                const int digit = hex_value(written[k]);
                code = digit < 0 || code < 0 ? -1 : code * 16 + digit;
            }
            if (code >= 0 && (code < 0xD800 || code > 0xDFFF)) {
                if (code == '\r') {
                    if (written.substr(i + 7, 1) != "\n") out += '\n';
                } else {
                    append_utf8(out, static_cast<char32_t>(code));
                }
                i += 6;
                continue;
            }
        }
        if (written[i] != '\r') out += written[i];
        else if (written.substr(i + 1, 1) != "\n") out += '\n';
    }
    return out;
}

namespace {

/// False for a property that is there to be switched off: val="0".
bool is_on(const XmlElement& element) {
    const std::string_view value = element.value("val");
    return value != "0" && value != "false";
}

}  // namespace

void StringReader::open(const XmlElement& element) {
    if (!is_sheet_space(element.name.space)) return;
    const std::string_view name = element.name.local;
    if (name == "si") {
        full_ = strings.size() >= most_;
        if (!full_) strings.emplace_back();
    }
    if (name == "r" || name == "si") struck_ = raised_ = false;
    if (name == "strike") struck_ = is_on(element);
    if (name == "vertAlign") raised_ = element.value("val") != "baseline";
    if (name == "rPh") ++readings_;
    in_text_ = name == "t" && readings_ == 0 && !strings.empty() && !full_;
}

void StringReader::close(const XmlName& name) {
    if (!is_sheet_space(name.space)) return;
    if (name.local == "rPh") --readings_;
    if (name.local == "si" && !full_ && !strings.empty()) {
        end_raised();
        strings.back() = cell_text(strings.back());
    }
    in_text_ = false;
}

void StringReader::text(std::string_view text) {
    if (!in_text_) return;
    if (struck_) {
        left[static_cast<int>(strings.size()) - 1] += text;
        return;
    }
    if (!raised_) end_raised();
    (raised_ ? above_ : strings.back()) += text;
}

/// Digits above the line would be digits of the number beside them; those of a unit (km²)
/// stay.
void StringReader::end_raised() {
    if (above_.empty()) return;
    const std::string above = std::exchange(above_, {});
    std::string& text = strings.back();
    const bool of_unit = !text.empty() && is_letter(text.back());
    const bool digits = all_digits(above);
    if (digits && !of_unit) left[static_cast<int>(strings.size()) - 1] += above;
    else text += above;
}

namespace {

/// A colour that is white: by its value, the first of the theme or of the old palette.
bool shows_white(const XmlElement& colour) {
    const std::string_view rgb = colour.value("rgb"), indexed = colour.value("indexed");
    return rgb == "FFFFFFFF" || rgb == "00FFFFFF" || rgb == "FFFFFF" ||
           colour.value("theme") == "0" || indexed == "9" || indexed == "1";
}

}  // namespace

void StyleReader::open(const XmlElement& element) {
    if (!is_sheet_space(element.name.space)) return;
    const std::string_view name = element.name.local;
    if (name == "numFmt")
        own_formats_[number_of(element.value("numFmtId"))] = element.value("formatCode");
    if (name == "fonts") in_fonts_ = true;
    if (name == "fills") in_fills_ = true;
    if (in_fonts_ && name == "font") {
        struck_fonts_.push_back(false);
        white_fonts_.push_back(false);
    }
    if (in_fonts_ && name == "color" && !white_fonts_.empty())
        white_fonts_.back() = shows_white(element);
    if (in_fills_ && name == "fill") coloured_fills_.push_back(false);
    if (in_fills_ && name == "fgColor" && !coloured_fills_.empty())
        coloured_fills_.back() = !shows_white(element);
    if (in_fonts_ && name == "strike" && !struck_fonts_.empty())
        struck_fonts_.back() = is_on(element);
    if (name == "cellXfs") in_cells_ = true;
    if (name != "xf" || !in_cells_) return;
    const int format = number_of(element.value("numFmtId")),
              font = number_of(element.value("fontId")), fill = number_of(element.value("fillId"));
    const auto own = own_formats_.find(format);
    const bool built_in = own == own_formats_.end();
    shows_date.push_back(built_in ? shows_dates(format) : shows_dates(own->second));
    formats.push_back(built_in ? std::string(built_in_format(format)) : own->second);
    const bool known = font >= 0 && font < std::ssize(struck_fonts_);
    struck.push_back(known && struck_fonts_[font]);
    const bool coloured = fill >= 0 && fill < std::ssize(coloured_fills_) && coloured_fills_[fill];
    white.push_back(known && white_fonts_[font] && !coloured);
}

void StyleReader::close(const XmlName& name) {
    if (!is_sheet_space(name.space)) return;
    if (name.local == "cellXfs") in_cells_ = false;
    if (name.local == "fonts") in_fonts_ = false;
    if (name.local == "fills") in_fills_ = false;
    if (name.local == "fonts") in_fonts_ = false;
}

}  // namespace nianbao::notation
