// After 审核通过: what an office publishes, and the page that it published.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "county/troubled_county.hpp"
#include "nianbao/read.hpp"
#include "nianbao/write.hpp"
#include "office/edited_book.hpp"
#include "office/made_page.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

class Published {
public:
    Published() {
        write_file(scratch / "名单.txt", "云溪县民政局\n云溪县财政局\n");
        fs::create_directory(scratch / "收件");
        fs::create_directory(scratch / "网页");
        send("民政.yaml", made_report("云溪县民政局", 1));
        send("财政.yaml", made_report("云溪县财政局", 2));
        static_cast<void>(collect());
        type("K4", "审核通过");
    }
    void send(const std::string& name, const Report& report) {
        write_file(scratch / "收件" / name, write(report, Format::yaml));
    }
    void type(const std::string& at, const std::string& text) {
        made::EditedBook book(read_file(scratch / "汇总/台账.xlsx"));
        book.text("台账!" + at, text);
        write_file(scratch / "汇总/台账.xlsx", book.bytes());
    }
    Run collect(std::vector<std::string> more = {}, const std::string& now = "2024-01-20 09:30") {
        std::vector<std::string> words{"collect", "收件", "--expect", "名单.txt",
                                       "-o",      "汇总", "--now",    now};
        words.insert(words.end(), more.begin(), more.end());
        return nianbao_run(words, {.folder = scratch.folder()});
    }
    /// Files below 成品, and whether each begins as its kind does.
    std::string packages() const {
        std::string text;
        std::map<std::string, std::string> files;
        const fs::path folder = scratch / "汇总/成品";
        if (!fs::exists(folder)) return "none";
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file())
                files[fs::relative(entry.path(), folder).string()] = read_file(entry.path());
        }
        for (const auto& [name, bytes] : files) text += name + "\n";
        return text;
    }
    std::string ledger() const { return read_file(scratch / "汇总/台账.json"); }

    Scratch scratch;
};

const std::string name = "云溪县民政局2023年政府信息公开工作年度报告";

std::string package_in(const std::string& folder) {
    std::string text;
    for (const std::string ending : {".docx", ".html", ".pdf", ".yaml"})
        text += folder + name + ending + "\n";
    return text;
}

TEST_CASE("an office that passed has its package, made once, and set aside when it falls back") {
    Published desk;
    const Run first = desk.collect();
    CHECK(first.err.find("成品 1 家，在 汇总/成品\n") != first.err.npos);
    CHECK(desk.packages() == package_in("云溪县民政局/"));
    const fs::path folder = desk.scratch / "汇总/成品/云溪县民政局";
    CHECK(read_file(folder / (name + ".pdf")).starts_with("%PDF-"));
    CHECK(read_file(folder / (name + ".docx")).starts_with("PK"));
    CHECK(read(folder / (name + ".html")).report->overview ==
          made_report("云溪县民政局", 1).overview);
    CHECK(read(folder / (name + ".yaml")).report->agency == "云溪县民政局");
    CHECK(desk.ledger().find("\"final_draft\": \"成品/云溪县民政局\"") != std::string::npos);

    // Nothing changes: nothing is made, and what an officer changed stays.
    write_file(folder / (name + ".docx"), "改过的");
    CHECK(desk.collect().err.find("成品") == std::string::npos);
    CHECK(read_file(folder / (name + ".docx")) == "改过的");
    // Something is gone: it is made again.
    fs::remove(folder / (name + ".pdf"));
    CHECK(desk.collect().err.find("成品 1 家") != std::string::npos);
    CHECK(read_file(folder / (name + ".pdf")).starts_with("%PDF-"));

    desk.send("民政.yaml", made_report("云溪县民政局", 3));
    static_cast<void>(desk.collect({}, "2024-01-21 09:30"));
    CHECK(desk.packages() == package_in("以前的/"));
    CHECK(desk.ledger().find("\"final_draft\"") == std::string::npos);
    CHECK_FALSE(fs::exists(folder));
    desk.type("K4", "审核通过");
    static_cast<void>(desk.collect({}, "2024-01-22 09:30"));
    CHECK(desk.packages() == package_in("云溪县民政局/") + package_in("以前的/"));
    CHECK(read(folder / (name + ".yaml")).report->overview ==
          made_report("云溪县民政局", 3).overview);
}

TEST_CASE("what is published is held against the report that passed") {
    Published desk;
    const std::vector<std::string> pages{"--pages", "网页"};
    const auto check = [&] {
        const Run run = desk.collect(pages);
        const std::string all = desk.ledger();
        const std::size_t at = all.find("\"page_check\": \"");
        const std::string said =
            at == all.npos ? "-" : all.substr(at + 15, all.find('"', at + 15) - at - 15);
        const std::size_t state = all.find("\"publication\": \"") + 16;
        return said + " " + all.substr(state, all.find('"', state) - state);
    };
    CHECK(check() == "未核对 none");
    const Report report = made_report("云溪县民政局", 1);
    write_file(desk.scratch / "网页/a.html", made::portal_page(report));
    CHECK(check() == "一致 none");
    desk.type("W4", "2024-01-19");
    CHECK(check() == "一致 in_time");
    Report other = report;
    other.cell("disclosure.penalties")->value = {7, 0};
    write_file(desk.scratch / "网页/a.html", made::portal_page(other));
    CHECK(check() == "不一致 differs");
    const std::string told = read_file(desk.scratch / "汇总/网页核对/云溪县民政局.txt");
    CHECK(told.starts_with("云溪县民政局公布的网页与定稿不一致的1处：\na.html"));
    CHECK(told.find("B-02") != told.npos);
    CHECK(desk.ledger().find("网页与定稿不一致的1处，见“网页核对”文件夹") != std::string::npos);
    // An officer who has looked knows better.
    desk.type("Y4", "一致");
    CHECK(check() == "一致 in_time");
    desk.type("Y4", "");
    write_file(desk.scratch / "网页/a.html", made::portal_page(report));
    CHECK(check() == "一致 in_time");
    CHECK_FALSE(fs::exists(desk.scratch / "汇总/网页核对/云溪县民政局.txt"));
    // Who has not passed is not held against anything; what is nobody's is told.
    Report draft = made_report("云溪县财政局", 2);
    draft.cell("disclosure.penalties")->value = {9, 0};
    write_file(desk.scratch / "网页/b.html", made::portal_page(draft));
    write_file(desk.scratch / "网页/c.html", made::portal_page(made_report("东川县统计局", 4)));
    write_file(desk.scratch / "网页/说明.html", "<html><body><p>您好</p></body></html>");
    fs::create_directory(desk.scratch / "网页/a_files");
    write_file(desk.scratch / "网页/a_files/style.css", "p {}");
    const Run run = desk.collect(pages);
    CHECK(run.out.find("L-36: 网页“c.html”没有核对：名单上没有“东川县统计局”") != run.out.npos);
    CHECK(run.out.find("L-36: 网页“说明.html”没有核对：里面没有年报") != run.out.npos);
    CHECK(run.out.find("style.css") == run.out.npos);
    CHECK_FALSE(fs::exists(desk.scratch / "汇总/网页核对/云溪县财政局.txt"));
    const std::string ledger = desk.ledger();
    CHECK(ledger.find("\"page_check\": ") == ledger.rfind("\"page_check\": "));
    const Run wrong = desk.collect({"--pages", "没有"});
    CHECK(wrong.exit == 2);
    CHECK(wrong.err.starts_with("nianbao: 网页 没有 不是文件夹"));
}

}  // namespace
}  // namespace nianbao
