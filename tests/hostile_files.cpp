// A folder of broken data files, made here: every one is refused by name, with its place and the right rule, and nothing is written for it.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "data_files.hpp"
#include "nianbao/job.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"
#include "report/fields.hpp"
#include "report/set_pages.hpp"

using namespace data_files;

namespace {

/// A file, and the rule that one of its errors must be found by; empty: any.
struct Broken {
    std::string name, bytes, rule;
};

/// A whole file without a mistake; what is done to it below is the only one.
std::string whole(Format format, Keys keys = Keys::english) { return write(report(yaml("")), format, keys); }

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != text.npos, std::string(from));
    return text.replace(at, from.size(), to);
}

std::string utf16(std::string_view text, bool big, bool mark) {
    std::string out;
    for (char32_t c : (mark ? std::u32string(1, U'\uFEFF') : std::u32string()) + to_utf32(text)) {
        const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
        (out += big ? high : low) += big ? low : high;
    }
    return out;
}

std::string hex(unsigned value) { return fmt::format("{:04X}", value); }

class Folder {
public:
    std::vector<Broken> make() {
        encodings();
        controls();
        syntax();
        numbers();
        names();
        types();
        missing();
        limits();
        return std::move(files_);
    }

private:
    void add(std::string_view kind, const std::string& bytes, std::string rule, Format format = Format::yaml) {
        const int number = ++numbers_[std::string(kind)];
        files_.push_back({fmt::format("{}-{:02}.{}", kind, number, format == Format::json ? "json" : "yaml"), bytes, std::move(rule)});
    }

    void encodings() {
        const std::string text = whole(Format::yaml);
        for (bool big : {false, true}) {
            for (bool mark : {false, true}) add("utf16", utf16(text, big, mark), "D-01");
        }
        // 单位: 某某局 and so on, as GB 18030 writes it.
        const std::string gb = "agency: \xC4\xB3\xC4\xB3\xBE\xD6\nyear: 2022\noverview: \xC7\xE9\xBF\xF6\xC7\xE9\xBF\xF6\xA1\xA3\n";
        add("gb18030", gb, "D-01");
        add("gb18030", changed(gb, "year", "\x84\x31\xA4\x37"), "D-01");
        // Overlong, surrogate, beyond Unicode, lone, cut short: at the beginning, in a text and at the end of the file.
        for (std::string_view bytes : {"\xC0\xAF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xBF",
                                       "\xFF", "\xE5\xB9", "\xF0\xA0\xAE"}) {
            add("utf8", std::string(bytes) + text, "D-01");
            add("utf8", changed(text, "情况", "情" + std::string(bytes) + "况"), "D-01");
            add("utf8", text + "# " + std::string(bytes), "D-01");
            add("utf8", changed(whole(Format::json), "情况", "情" + std::string(bytes) + "况"), "D-01", Format::json);
        }
    }

    void controls() {
        const auto in_text = [](unsigned c) {
            return changed(whole(Format::yaml), "情况", "情" + to_utf8(std::u32string(1, static_cast<char32_t>(c))) + "况");
        };
        for (unsigned c = 1; c < 0xA0; ++c) {
            const bool control = c < 0x20 || c >= 0x7F;
            if (control && c != '\t' && c != '\n' && c != '\r') add("control", in_text(c), "D-02");
        }
        for (unsigned c : {0xFEFFU, 0xFFFEU, 0xFFFFU}) add("control", in_text(c), "D-02");
        add("control", changed(whole(Format::yaml), "情况", std::string("情\0况", 7)), "D-02");
        for (unsigned c : {0x00U, 0x07U, 0x1BU, 0x7FU, 0x9FU, 0xFEFFU, 0xFFFEU})
            add("control", changed(whole(Format::json), "情况", "情\\u" + hex(c) + "况"), "D-02", Format::json);
    }

    void syntax() {
        for (std::string_view text : {"", "\xEF\xBB\xBF", " \n\n", "# 年报\n", "---\n", "- a\n- b\n", "年报\n", "[]\n", "~\n", "42\n"})
            add("no-data", std::string(text), "D-07");
        for (std::string_view text : {"", " \n", "[]", "42", "\"年报\"", "null"}) add("no-data", std::string(text), "D-07", Format::json);

        const std::string text = whole(Format::yaml);
        const std::pair<std::string, std::string> yaml_breaks[] = {
            {"agency: 某某局", "agency: \"某某局"},
            {"agency: 某某局", "agency: '某某局"},
            {"agency: 某某局", "agency：某某局"},
            {"agency: 某某局", "agency: {某某局"},
            {"agency: 某某局", "agency: [某某局"},
            {"agency: 某某局", "agency: @某某局"},
            {"agency: 某某局", "agency: `某某局"},
            {"agency: 某某局", "agency: 某: 某局"},
            {"agency: 某某局", "agency: \"某\\q局\""},
            {"agency: 某某局", "agency: \"\\uD800\""},
            {"agency: 某某局", " agency: 某某局"},
            {"agency: 某某局", "agency 某某局"},
            {"agency: 某某局", "agency: 某某局\n\tyear: 1"},
            {"  licences: 0", "licences: 0\n   a: 0"},
            {"made: 0, ", "made: 0 "},
            {"overview: |", "overview: |0"},
            {"overview: |", "overview: | 文字"},
            {"year: 2022", "year: 2022\n%YAML 3.0\n"},
        };
        for (const auto& [from, to] : yaml_breaks) add("yaml-syntax", changed(text, from, to), "D-05");
        const std::pair<std::string, std::string> yaml_features[] = {
            {"某某局", "&a 某某局"},
            {"某某局", "*a"},
            {"某某局", "!!str 某某局"},
            {"某某局", "!a 某某局"},
            {"year: 2022", "? [year]\n: 2022"},
            {"year: 2022", "year: 2022\n---\nyear: 2022"},
        };
        for (const auto& [from, to] : yaml_features) add("yaml-feature", changed(text, from, to), "D-06");

        const std::string json_text = whole(Format::json);
        const std::pair<std::string, std::string> json_breaks[] = {
            {"\"year\": 2022,", "\"year\": 2022"},
            {"\"year\": 2022,", "\"year\": 2022,,"},
            {"\"year\":", "\"year\""},
            {"\"year\":", "year:"},
            {"\"year\":", "'year':"},
            {"\"year\": 2022", "\"year\": 2022 2023"},
            {"\"year\": 2022", "\"year\": 2022 // 年"},
            {"\"year\": 2022", "\"year\": \"2022\" \"年\""},
            {"\"某某局\"", "\"某某局"},
            {"\"某某局\"", "\"某\n局\""},
            {"\"某某局\"", "\"某\\q局\""},
            {"\"某某局\"", "\"\\uD800\""},
            {"\"某某局\"", "\"\\uDC00\\uD800\""},
            {"\"某某局\"", "\"\\u12\""},
            {"\"某某局\",", "\"某某局\"，"},
            {"{\n", "{\n,"},
            {"\"事项。\"\n}", "\"事项。\",\n}"},
            {"\"事项。\"\n}", "\"事项。\"\n"},
            {"\"事项。\"\n}", "\"事项。\"\n}}"},
            {"\"事项。\"\n}", "\"事项。\"\n} x"},
            {"[0, 0", "[0 0"},
            {"[0, 0", "[, 0"},
            {"[0, 0", "[0, 0,"},
            {"\"licences\": 0", "\"licences\": "},
        };
        for (const auto& [from, to] : json_breaks) {
            // The list with a comma too many has eight numbers in it.
            const bool count = to == "[0, 0,";
            add("json-syntax", count ? changed(json_text, "0, 0, 0],", "0, 0, 0,],") : changed(json_text, from, to), "D-04", Format::json);
        }
        // A file that breaks off: wherever it does.
        for (int part = 1; part < 30; ++part) {
            add("cut", json_text.substr(0, json_text.size() * static_cast<std::size_t>(part) / 30), "", Format::json);
            add("cut", text.substr(0, (text.size() - 40) * static_cast<std::size_t>(part) / 30), "");
        }
    }

    void numbers() {
        const std::pair<std::string, std::string> shapes[] = {
            {"", "D-11"},
            {"-", "D-11"},
            {"—", "D-11"},
            {"——", "D-11"},
            {"/", "D-11"},
            {"无", "D-11"},
            {"空", "D-11"},
            {" ", "D-11"},
            {"1.0", "D-12"},
            {"1.5", "D-12"},
            {"1e2", "D-12"},
            {"1E+2", "D-12"},
            {"-0", "D-12"},
            {"-5", "D-12"},
            {"+5", "D-12"},
            {"01", "D-12"},
            {"007", "D-12"},
            {"0x1F", "D-12"},
            {"1_000", "D-12"},
            {"1,23", "D-12"},
            {"1,2345", "D-12"},
            {"12,34", "D-12"},
            {"1.", "D-12"},
            {".5", "D-12"},
            {"１．５", "D-12"},
            {"Ⅴ", "D-12"},
            {"五", "D-12"},
            {"五件", "D-12"},
            {"5件", "D-12"},
            {"约5", "D-12"},
            {"5-6", "D-12"},
            {"5~6", "D-12"},
            {"5/6", "D-12"},
            {"50%", "D-12"},
            {"NaN", "D-12"},
            {".inf", "D-12"},
            {"1 000", "D-12"},
            {"5（含1）", "D-12"},
            {"true", "D-12"},
            {"½", "D-12"},
            {"²", "D-12"},
            {"٣", "D-12"},
            {"--5", "D-12"},
            {"5-", "D-12"},
            {"5.5.5", "D-12"},
            {"¥5", "D-12"},
            {"0 0", "D-12"},
            {"O", "D-12"},
            {"l", "D-12"},
            {"0b1", "D-12"},
            {"1000000000000", "D-03"},
            {"99999999999999999999", "D-03"},
            {times(5000, "9"), "D-03"},
            {"1" + times(5000, ","), "D-12"},
            {times(5000, "件"), "D-12"},
        };
        for (const auto& [shape, rule] : shapes) {
            add("number", changed(whole(Format::yaml), "licences: 0", "licences: \"" + shape + "\""), rule);
            add("number", changed(whole(Format::json, Keys::chinese), "\"行政许可\": 0", "\"行政许可\": \"" + shape + "\""), rule, Format::json);
        }
        for (std::string_view bare : {"null", "~", ""}) add("number", changed(whole(Format::yaml), "licences: 0", fmt::format("licences: {}", bare)), "D-11");
        add("number", changed(whole(Format::json), "\"licences\": 0", "\"licences\": null"), "D-11", Format::json);
        for (std::string_view bare : {"1.0", "1e2", "-0", "-5", "NaN", "TRUE", "0x10", "+1", "Infinity"})
            add("number", changed(whole(Format::json), "\"licences\": 0", fmt::format("\"licences\": {}", bare)), "D-12", Format::json);
    }

    /// Every name that stands at the beginning of a line, in both languages: a letter left out, and the same thing once more in the other language.
    void names() {
        for (Keys keys : {Keys::english, Keys::chinese}) {
            const std::string text = whole(Format::yaml, keys);
            for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
                const std::size_t begin = text.find_first_not_of(' ', at), end = text.find(": ", at), line_end = text.find('\n', at);
                if (text[at] == '\n' || end > line_end || text.substr(begin, 3) == "\xE5\xBC\x95") continue;
                std::u32string name = to_utf32(text.substr(begin, end - begin));
                if (name.size() < 3 || name.front() > 0x9FFF) continue;
                name.erase(name.size() / 2, 1);
                // What is left may be a name all the same, of something else; then it stands in the wrong place.
                std::string misspelt = text;
                add("misspelt", misspelt.replace(begin, end - begin, to_utf8(name)), "D-08");
            }
        }
        for (const Field& field : report_fields) {
            if (field.parent >= 0 || field.key == "members" || field.key == "waive" || field.key == "layout") continue;
            add("twice", whole(Format::yaml) + fmt::format("{}: 甲\n{}: 乙\n", field.key, field.name), "D-09");
        }
        add("twice", changed(whole(Format::json), "\"licences\": 0", "\"licences\": 0, \"行政许可\": 0"), "D-09", Format::json);
    }

    void types() {
        for (const char* key : {"agency", "kind", "year", "introduction", "overview", "problems", "other", "title", "published", "form"}) {
            for (const char* value : {"[甲]", "{甲: 乙}"}) {
                std::string text = whole(Format::yaml);
                const std::size_t at = ("\n" + text).find(std::string("\n") + key + ":");
                if (at != text.npos) {
                    std::size_t end = text.find('\n', at) + 1;
                    while (end < text.size() && text[end] == ' ') end = text.find('\n', end) + 1;
                    text.erase(at, end - at);
                }
                add("type", text + key + ": " + value + "\n", "D-15");
            }
        }
        for (const char* key : {"contact", "signature", "processing_fees", "waive", "layout", "members"})
            add("type", whole(Format::yaml) + key + ": 甲\n", "D-15");
        for (const char* key : {"disclosure", "applications", "disputes"}) {
            add("type", yaml_of(fmt::format("{}: 0", key)), "D-15");
            add("type", yaml_of(fmt::format("{}: [0, 0]", key)), "D-15");
        }
        add("type", changed(whole(Format::json), "\"某某局\"", "5"), "D-15", Format::json);
        add("type", changed(whole(Format::json), "\"情况。\"", "true"), "D-15", Format::json);
        for (const char* row : {"0", "[0, 0, 0]", "[0, 0, 0, 0, 0, 0, 0, 0]", "[]"})
            add("row", yaml_of(fmt::format("applications: {{received: {}, unlisted: 0}}", row)), "D-14");
    }

    static std::string yaml_of(const std::string& text) { return text + "\n" + rest(text, Format::yaml) + "\n"; }

    void missing() {
        for (const Part& part : required) {
            std::string text, members;
            for (const Part& other : required) {
                if (other.key == part.key) continue;
                text += other.key + ": " + other.yaml + "\n";
                members += (members.empty() ? "" : ", ") + ("\"" + other.key + "\": " + other.json);
            }
            add("missing", text, "D-10");
            add("missing", "{" + members + "}", "D-10", Format::json);
            add("missing", text + part.key + ":\n", "D-10");
        }
        // Each row of a table in turn.
        const std::string text = whole(Format::yaml);
        for (std::size_t at = text.find("disclosure:"); at < text.find("problems:"); at = text.find('\n', at) + 1) {
            if (text[at] == ' ' && text.find("0", at) < text.find('\n', at) && text.find("total: [", at) > text.find('\n', at))
                add("missing", std::string(text).erase(at, text.find('\n', at) + 1 - at), "D-10");
        }
    }

    void limits() {
        add("limit", whole(Format::yaml) + "title: " + times(65, "[") + times(65, "]") + "\n", "D-03");
        add("limit", changed(whole(Format::json), "\"某某局\"", times(65, "[") + times(65, "]")), "D-03", Format::json);
        add("limit", whole(Format::yaml) + "title: " + times(100'000, "{a: "), "D-03");
        add("limit", changed(whole(Format::yaml), "情况。", times(1'000'001, "年")), "D-03");
        add("limit", whole(Format::yaml) + "# " + times(16 << 20, "x"), "D-03");
        add("limit", changed(whole(Format::json), "\"某某局\"", "[" + times(1'000'001, "0,") + "0]"), "D-03", Format::json);
    }

    std::vector<Broken> files_;
    std::map<std::string, int> numbers_;
};

const Finding* first_error(const std::vector<Finding>& findings) {
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) { return finding.severity == Severity::error; });
    return found == findings.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("every broken file is refused by name, place and rule, and leaves nothing behind") {
    const Scratch scratch;
    const std::vector<Broken> files = Folder().make();
    CHECK(files.size() >= 400);
    for (const Broken& file : files) {
        CAPTURE(file.name);
        write_file(scratch / file.name, file.bytes);
        const Outcome outcome = run({.name = file.name, .input = scratch / file.name, .bytes = {}, .format = {}, .output = scratch / "out.pdf"}, free_fonts());
        CHECK(outcome.status == Status::refused);
        const Finding* error = first_error(outcome.findings);
        REQUIRE_MESSAGE(error != nullptr, file.bytes.substr(0, 2000));
        const bool by_rule = std::any_of(outcome.findings.begin(), outcome.findings.end(), [&](const Finding& finding) { return finding.rule == file.rule; });
        CHECK_MESSAGE((by_rule || file.rule.empty()), file.rule << " and not " << report_text(*error, outcome.source));
        for (const Finding& finding : outcome.findings) {
            CHECK(finding.place.file == (scratch / file.name).native());
            CHECK(find_malformed(report_text(finding, outcome.source)) == std::string::npos);
            CHECK_FALSE(finding.message.empty());
        }
        // Only these have no place: a file with nothing in it, one that is too large, and a part that is nowhere.
        const bool nowhere = file.name.starts_with("no-data") || file.name.starts_with("missing") || file.name.starts_with("limit");
        CHECK((error->place.row > 0 || nowhere));
        std::filesystem::remove(scratch / file.name);
    }
    CHECK(scratch.names() == "");
}

TEST_CASE("the program refuses a folder of broken files, each by name") {
    const Scratch scratch;
    const std::vector<Broken> files = Folder().make();
    std::filesystem::create_directory(scratch / "in");
    for (const Broken& file : files) write_file(scratch / "in" / file.name, file.bytes);
    const Run run = nianbao_run({"render", "in", "-o", "out", "--no-system-fonts"}, {.folder = scratch.folder()});
    CHECK(run.exit == 1);
    CHECK(run.out == "");
    for (const Broken& file : files) {
        CHECK_MESSAGE(run.err.find("in/" + file.name + ":") != std::string::npos, file.name);
        CHECK_MESSAGE(run.err.find("未生成：in/" + file.name + " 有错误\n") != std::string::npos, file.name);
    }
    CHECK(run.err.ends_with(fmt::format("共 {} 份：已生成 0 份（其中 0 份有问题提示），有错误未生成 {} 份，机器出错 0 份\n", files.size(), files.size())));
    CHECK(std::filesystem::is_empty(scratch / "out"));
}
