// Texts and styles, which the cells of all sheets share.
#include "notation/xlsx/numbers.hpp"
#include "notation/xlsx/parts.hpp"
#include "text/digits.hpp"
#include "text/utf8.hpp"

#include <algorithm>

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

void StringReader::open(const XmlElement& element) {
    if (!is_sheet_space(element.name.space)) return;
    if (element.name.local == "si") {
        full_ = strings.size() >= most_;
        if (!full_) strings.emplace_back();
    }
    if (element.name.local == "rPh") ++readings_;
    in_text_ = element.name.local == "t" && readings_ == 0 && !strings.empty() && !full_;
}

void StringReader::close(const XmlName& name) {
    if (!is_sheet_space(name.space)) return;
    if (name.local == "rPh") --readings_;
    if (name.local == "si" && !full_) strings.back() = cell_text(strings.back());
    in_text_ = false;
}

void StringReader::text(std::string_view text) {
    if (in_text_) strings.back() += text;
}

void StyleReader::open(const XmlElement& element) {
    if (!is_sheet_space(element.name.space)) return;
    if (element.name.local == "numFmt")
        formats_[number_of(element.value("numFmtId"))] = shows_dates(element.value("formatCode"));
    if (element.name.local == "cellXfs") in_cells_ = true;
    if (element.name.local != "xf" || !in_cells_) return;
    const int format = number_of(element.value("numFmtId"));
    const auto own = formats_.find(format);
    shows_date.push_back(own == formats_.end() ? shows_dates(format) : own->second);
}

void StyleReader::close(const XmlName& name) {
    if (is_sheet_space(name.space) && name.local == "cellXfs") in_cells_ = false;
}

}  // namespace nianbao::notation
