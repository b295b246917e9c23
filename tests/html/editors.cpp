// Parts of pages in the editors of portals, and out of them again. Long: needs Chromium.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "command/json.hpp"
#include "html/browser.hpp"
#include "program.hpp"

using namespace nianbao;

namespace {

/// How an editor is given `part` and asked for its text, which is given to `say`.
struct Editor {
    std::string_view name;
    std::vector<std::string_view> scripts;  // files of build/outside
    std::string_view use;
};

const Editor editors[] = {
    {"wangEditor",
     {"@wangeditor/editor/dist/index.js"},
     "say(wangEditor.createEditor({selector: '#here', html: part}).getHtml())"},
    {"TinyMCE",
     {"tinymce/tinymce.min.js"},
     "tinymce.init({selector: '#here', license_key: 'gpl', plugins: 'table lists link', setup: "
     "own => own.on('init', () => { own.setContent(part); say(own.getContent()) })})"},
    {"CKEditor 4",
     {"ckeditor4/ckeditor.js"},
     "CKEDITOR.replace('here', {versionCheck: false, on: {instanceReady: own => "
     "own.editor.setData(part, {callback: () => say(own.editor.getData())})}})"},
    {"KindEditor",
     {"kindeditor/kindeditor-all-min.js", "kindeditor/lang/zh_CN.js"},
     "KindEditor.ready(all => { const own = all.create('#here'); own.html(part); "
     "say(own.html()) })"},
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size())
        text.replace(at, from.size(), to);
}

/// A part of a page as an editor gives it back.
std::string through(const Editor& editor, const std::string& part, const Scratch& scratch) {
    std::string page =
        "<!DOCTYPE html><meta charset=\"utf-8\"><body><textarea id=\"here\">"
        "</textarea>";
    // Of wangEditor's place it wants a div.
    if (editor.name == "wangEditor") replace_all(page, "textarea", "div");
    for (std::string_view script : editor.scripts)
        page += fmt::format("<script src=\"file://{}/build/outside/{}\"></script>", NIANBAO_SOURCE,
                            script);
    std::string quoted = json_string(part);
    replace_all(quoted, "</", "<\\/");
    page += "<script>const part = " + quoted +
            "; const say = text => { document.title = ''; document.body.textContent = '@' + '@' "
            "+ text + '@' + '@' };" +
            std::string(editor.use) + "</script>";
    std::string said = said_by_chromium(scratch, page);
    replace_all(said, "&lt;", "<");
    replace_all(said, "&gt;", ">");
    replace_all(said, "&amp;", "&");
    return said;
}

std::string path_of_example(std::string_view name) {
    return std::string(NIANBAO_SOURCE) + "/examples/" + std::string(name);
}

}  // namespace

TEST_CASE("A part of a page passes through the editors of portals, and a changed number is seen") {
    if (std::getenv("NIANBAO_LONG") == nullptr) return;  // needs Chromium
    const Scratch scratch;
    const auto part = [&](const std::string& data) {
        const Run run = nianbao_run(
            {"render", data, "--fragment", "--force", "-o", (scratch / "part.html").native()});
        REQUIRE_MESSAGE(run.exit == 0, run.err);
        return read_file(scratch / "part.html");
    };
    const auto verify = [&](const std::string& page, const std::string& data) {
        const auto file = write_file(scratch / "published.html", page);
        return nianbao_run({"verify", file.native(), "--data", data});
    };
    const std::string huaian = path_of_example("huaian-2024.json");
    for (const Editor& editor : editors) {
        CAPTURE(editor.name);
        for (const std::string& data : {huaian, path_of_example("form-2019-zh.yaml"),
                                        path_of_example("jinxiang-veterans-2022.yaml")}) {
            CAPTURE(data);
            const Run same = verify(through(editor, part(data), scratch), data);
            CHECK_MESSAGE(same.exit == 0, (same.out + same.err));
        }
        std::string changed = through(editor, part(huaian), scratch);
        const std::size_t at = changed.find("447228");
        REQUIRE(at != changed.npos);
        changed[at + 5] = '9';
        const Run run = verify(changed, huaian);
        CHECK(run.exit == 1);
        CHECK_MESSAGE(run.out.find("行政许可：公布的是 447229，数据是 447228") != run.out.npos,
                      (run.out + run.err));
        CHECK_MESSAGE(run.out.find("错误", run.out.find("错误") + 1) == run.out.npos, run.out);
    }
}
