#include "notation/kind/kind.hpp"

#include "notation/bytes.hpp"
#include "notation/kind/encoding.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace nianbao::notation {
namespace {

constexpr std::string_view fill_in = "把其中的文字和数填进数据文件；可以从一份待填的空白文件开始",
                           type_in = "照着它填一份数据文件，从一份待填的空白文件开始",
                           unpack = "先解压到一个文件夹，再读那个文件夹",
                           save_as = "用 WPS 或 Excel 打开，另存为 .xlsx 再读",
                           save_as_word = "用 WPS 或 Word 打开，另存为 .docx 再读",
                           take_out = "先把附件存成文件，再读那个文件",
                           close_it = "请先在 WPS 中关闭那份文件，锁文件会自己消失";

constexpr Kind lock{"这是 WPS 或 Office 打开着文件时留下的锁文件", close_it},
    empty{"这是空文件", "删去它，或者从一份待填的空白文件开始"},
    plain_text{"这是一般的文本文件",
               "是数据文件的，每行写成“项目名: 内容”，文件名以 .yaml 结尾；不是的，移到别处"},
    separated{"这是 CSV 文件",
              "CSV 只有一张表：在 WPS 或 Excel 里打开原来的工作簿，另存为 .xlsx 再读"},
    table_text{"这是文本，不是 Excel 文件", save_as},
    unknown{"这不是文本文件",
            "数据文件是 .xlsx，或者 .yaml、.json 的文本；不是数据文件的，移到别处"};

/// What is known by the bytes that it begins with.
struct Beginning {
    std::string_view bytes;
    std::size_t at;
    Kind kind;
};
using namespace std::string_view_literals;
constexpr Kind picture{"这是图片或者扫描件", type_in};
constexpr Beginning beginnings[] = {
    {"%PDF-", 0, {"这是 PDF 文件", "PDF 是生成的结果或者扫描件：找出它的数据文件，或者照着填一份"}},
    {"\x89PNG\r\n", 0, picture},
    {"\xFF\xD8\xFF", 0, picture},
    {"GIF8", 0, picture},
    {"II*\0"sv, 0, picture},
    {"MM\0*"sv, 0, picture},
    {"WEBP", 8, picture},
    {"ftypheic", 4, picture},
    {"ftypheix", 4, picture},
    {"ftypmif1", 4, picture},
    {"Rar!\x1A\x07", 0, {"这是 RAR 压缩文件", unpack}},
    {"7z\xBC\xAF\x27\x1C", 0, {"这是 7z 压缩文件", unpack}},
    {"\x1F\x8B", 0, {"这是 gzip 压缩文件", unpack}},
    {"{\\rtf", 0, {"这是 RTF 文件 (.rtf)", save_as_word, ".docx"}},
};

/// What is known by a name that stands in a ZIP file.
struct Part {
    std::string_view name, ending;
    Kind kind;
};
constexpr Kind workbook{"这是 Excel 文件 (.xlsx)", "照着里面的提示改正"},
    word_file{"这是 Word 文件 (.docx)", "移到别处；是年报的，六个部分的标题照格式写"};
constexpr Part zip_parts[] = {
    {"word/", ".docx", word_file},
    {"xl/", ".xlsx", workbook},
    {"ppt/", ".pptx", {"这是演示文稿 (.pptx)", fill_in}},
    {"OFD.xml", ".ofd", {"这是 OFD 文件 (.ofd)", type_in}},
    {"opendocument.text", ".odt", {"这是 OpenDocument 文件 (.odt)", save_as_word, ".docx"}},
    {"opendocument.spreadsheet", ".ods", {"这是 OpenDocument 表格 (.ods)", save_as, ".xlsx"}},
};
constexpr Kind zip{"这是 ZIP 压缩文件", unpack};

/// The same of the compound files of old: streams have names in UTF-16.
constexpr Part compound_parts[] = {
    {"EncryptedPackage", "", {"这是加了密码的 Office 文件", "打开，去掉密码，另存为 .xlsx 再读"}},
    {"", ".wps", {"这是 WPS 文字文件 (.wps)", save_as_word, ".docx"}},
    {"", ".et", {"这是 WPS 表格文件 (.et)", save_as, ".xlsx"}},
    {"__substg1.0", ".msg", {"这是邮件 (.msg)", take_out}},
    {"WordDocument", ".doc", {"这是旧版 Word 文件 (.doc)", save_as_word, ".docx"}},
    {"Workbook", ".xls", {"这是旧版 Excel 文件 (.xls)", save_as, ".xlsx"}},
    {"", ".ppt", {"这是旧版演示文稿 (.ppt)", fill_in}},
};
constexpr Kind compound{"这是旧版 Office 文件",
                        "用 WPS 打开，表格另存为 .xlsx，文字另存为 .docx 再读"};

constexpr Kind web_page{"这是网页 (.html)", fill_in}, xml{"这是 XML 文件", fill_in},
    web_archive{"这是网页存档 (MHTML)", fill_in}, mail{"这是邮件 (.eml)", take_out};

/// `part` is written in small letters.
bool stands_at(std::string_view text, std::size_t at, std::string_view part) {
    return at <= text.size() && text.size() - at >= part.size() &&
           std::equal(part.begin(), part.end(), text.begin() + at,
                      [](char a, char b) { return a == small_letter(b); });
}

bool holds(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return small_letter(a) == b; }) != text.end();
}

std::string in_utf16(std::string_view ascii) {
    std::string wide;
    for (char c : ascii) (wide += c) += '\0';
    return wide;
}

/// The first file that a ZIP file names, folders passed over; empty if it is cut off.
std::string_view first_name(std::string_view bytes) {
    constexpr std::size_t head = 30;
    const auto size_at = [&](std::size_t at) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) |
               static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + 1])) << 8;
    };
    while (bytes.size() >= head && bytes.starts_with("PK\x03\x04")) {
        const std::size_t length = size_at(26), extra = size_at(28),
                          packed = size_at(18) | size_at(20) << 16;
        const std::string_view name = bytes.substr(head, length);
        if (name.size() < length) break;
        if (!name.ends_with('/')) return name;
        bytes.remove_prefix(std::min(head + length + extra + packed, bytes.size()));
    }
    return {};
}

/// True for a ZIP file of whole documents. If they are stored as they are, the names of
/// their own parts stand in it too.
bool holds_documents(std::string_view bytes) {
    constexpr std::string_view endings[] = {".docx", ".xlsx", ".pptx", ".doc", ".xls", ".wps",
                                            ".et",   ".odt",  ".ods",  ".ofd", ".pdf", ".zip",
                                            ".rar",  ".yaml", ".json", ".csv", ".jpg", ".png"};
    const std::string_view name = first_name(bytes);
    constexpr std::string_view own_folders[] = {"word/", "xl/", "ppt/", "docProps/"};
    const auto begins = [&](std::string_view folder) { return name.starts_with(folder); };
    return std::none_of(std::begin(own_folders), std::end(own_folders), begins) &&
           std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return has_ending(name, ending); });
}

/// By a part that the bytes name, else by the file's ending.
template <std::size_t n>
const Kind* by_parts(const Part (&parts)[n], std::string_view bytes, std::string_view name,
                     bool wide) {
    for (const Part& part : parts) {
        if (part.name.empty()) continue;
        const bool named = bytes.find(wide ? in_utf16(part.name) : std::string(part.name)) !=
                           std::string_view::npos;
        // Streams of several kinds have the same names: an ending of its own goes first.
        if (named && (!wide || part.ending.empty())) return &part.kind;
    }
    for (const Part& part : parts) {
        if (!part.ending.empty() && has_ending(name, part.ending)) return &part.kind;
    }
    for (const Part& part : parts) {
        if (wide && !part.name.empty() && bytes.find(in_utf16(part.name)) != std::string_view::npos)
            return &part.kind;
    }
    return nullptr;
}

const Kind* by_beginning(std::string_view bytes) {
    for (const Beginning& one : beginnings) {
        if (bytes.size() >= one.at && bytes.substr(one.at).starts_with(one.bytes)) return &one.kind;
    }
    // "BM" alone could begin a text: the four bytes behind the size are zero.
    const bool bitmap = bytes.size() > 26 && bytes.starts_with("BM") &&
                        bytes.substr(6, 4) == std::string_view("\0\0\0\0", 4);
    return bitmap ? &picture : nullptr;
}

/// A page, or a part of one, is known by its ending too.
bool named_as_page(std::string_view bytes, std::string_view name) {
    const bool named = has_ending(name, ".html") || has_ending(name, ".htm") ||
                       has_ending(name, ".shtml") || has_ending(name, ".xhtml");
    return named && bytes.find('<') != bytes.npos;
}

/// Text that is made for other programs.
const Kind* by_markup(std::string_view bytes, std::string_view name) {
    bytes = without_mark(bytes);
    const std::size_t first = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
    if (stands_at(bytes, first, "<!doctype html") || stands_at(bytes, first, "<html"))
        return &web_page;
    if (named_as_page(bytes, name)) return &web_page;
    if (stands_at(bytes, first, "<?xml"))
        return holds(bytes.substr(first, 1024), "<html") ? &web_page : &xml;
    // Headers of a letter stand before its first empty line.
    const std::string_view head = bytes.substr(0, 8192);
    if (!holds(head, "mime-version:")) return nullptr;
    const bool archive =
        holds(head, "multipart/related") || has_ending(name, ".mht") || has_ending(name, ".mhtml");
    return archive ? &web_archive : &mail;
}

/// More controls among the first bytes than a text has by mistake.
bool binary(std::string_view bytes) {
    constexpr std::size_t looked_at = 4096, few = 8;
    bytes = bytes.substr(0, looked_at);
    const auto controls =
        static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x09 || (c > 0x0D && c < 0x1B);
        }));
    return controls > few && controls * 20 > bytes.size();
}

}  // namespace

const Kind* foreign_kind(std::string_view bytes, std::string_view name) {
    name.remove_prefix(name.rfind('/') + 1);
    bytes = bytes.substr(0, telling_bytes);
    if (name.starts_with("~$")) return &lock;
    if (const Kind* kind = by_beginning(bytes)) return kind;
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
        if (holds_documents(bytes)) return &zip;
        const Kind* kind = by_parts(zip_parts, bytes, name, false);
        return kind != nullptr ? kind : &zip;
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        const Kind* kind = by_parts(compound_parts, bytes, name, true);
        return kind != nullptr ? kind : &compound;
    }
    if (const Kind* kind = by_markup(bytes, name)) return kind;
    return binary(bytes) && !is_utf16(bytes) ? &unknown : nullptr;
}

bool is_workbook(std::string_view bytes, std::string_view name) {
    const Kind* kind = foreign_kind(bytes, name);
    return kind != nullptr && kind->is == workbook.is;
}

bool is_word_file(std::string_view bytes, std::string_view name) {
    const Kind* kind = foreign_kind(bytes, name);
    return kind != nullptr && kind->is == word_file.is;
}

bool is_web_page(std::string_view bytes, std::string_view name) {
    const Kind* kind = foreign_kind(bytes, name);
    return kind != nullptr && (kind->is == web_page.is || kind->is == web_archive.is);
}

const Kind& kind_of(std::string_view bytes, std::string_view name) {
    if (const Kind* kind = foreign_kind(bytes, name)) return *kind;
    if (bytes.empty()) return empty;
    if (has_ending(name, ".csv")) return separated;
    return has_ending(name, ".xlsx") ? table_text : plain_text;
}

}  // namespace nianbao::notation
