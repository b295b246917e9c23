// 收件: whose a file is where its name and its report say different things, or nobody can
// read it; and what 采用文件 may name.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "county/desk/intake/owners.hpp"
#include "county/desk/papers.hpp"
#include "county/troubled_county.hpp"
#include "nianbao/write.hpp"
#include "office/edited_book.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

const std::string old_word = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) +
                             std::string(504, '\0') +
                             std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24);

/// A desk of four offices: rows 4 to 7 of the ledger, 采用文件 in column H.
class Intake {
public:
    Intake() {
        write_file(scratch / "名单.csv",
                   "单位全称,别名\n云溪县民政局,\n云溪县财政局,\n云溪县发展和改革局,发改\n"
                   "云溪县青山镇人民政府,\n");
        std::filesystem::create_directory(scratch / "收件");
    }
    void put(const std::string& path, const std::string& bytes) {
        std::filesystem::create_directories((scratch / "收件" / path).parent_path());
        write_file(scratch / "收件" / path, bytes);
    }
    void send(const std::string& path, const std::string& agency, int number) {
        put(path, write(made_report(agency, number), Format::yaml));
    }
    void type(const std::string& at, const std::string& text) {
        const std::filesystem::path ledger = scratch / "汇总/台账.xlsx";
        made::EditedBook book(read_file(ledger));
        book.text("台账!" + at, text);
        write_file(ledger, book.bytes());
    }
    /// States, problems and what is told of the ledger.
    std::string collect() {
        const CollectOptions options = made_desk(scratch.folder());
        desk::DeskPapers papers(options);
        std::string text;
        collected = nianbao::collect(options, [&](const Office& office, const DeskHead& head) {
            papers.add(office, head);
            text += fmt::format("{} {}", office.row.office.name, told(office.row));
            for (const Finding& one : office.findings) {
                if (one.rule == "L-23") text += " L-23 " + one.message;
            }
            text += "\n";
        });
        papers.finish(collected, {});
        for (const Finding& one : collected.findings)
            text += fmt::format("{} {}\n", one.rule, one.message);
        return text;
    }
    const std::string& problem(int row) const {
        return collected.rows[static_cast<std::size_t>(row)].main_problem;
    }
    std::string says(const std::string& path) const {
        for (const DeskFile& file : collected.files) {
            if (file.path == path) return file.office + "：" + file.says;
        }
        return "no such file";
    }

    Scratch scratch;
    Collected collected;
};

TEST_CASE(
    "a report of one office in a file named after another counts for neither until an "
    "officer says whose it is") {
    Intake desk;
    desk.send("云溪县民政局.yaml", "云溪县民政局", 1);
    desk.send("云溪县民政局（2）.yaml", "云溪县财政局", 2);
    const std::string words =
        "“云溪县民政局（2）.yaml”的署名是“云溪县财政局”，文件名写的是“云溪县民政局”，没有算作任何一家的\n";
    const std::string others = "云溪县发展和改革局 未报送 -\n云溪县青山镇人民政府 未报送 -\n";
    CHECK(desk.collect() ==
          "云溪县民政局 按时报送 待审核 0/0 云溪县民政局.yaml 署名不符\n"
          "云溪县财政局 未报送 - 署名不符\n" +
              others + "L-35 " + words);
    CHECK(
        desk.problem(1) ==
        "来件“云溪县民政局（2）.yaml”署名是“云溪县财政局”，文件名写的是“云溪县民政局”，是本单位的，"
        "写进“采用文件”");
    CHECK(desk.says("云溪县民政局（2）.yaml") ==
          "：署名是“云溪县财政局”，文件名写的是“云溪县民政局”，没有采用");
    // Nobody is reminded whose report may be there.
    CHECK_FALSE(std::filesystem::exists(desk.scratch / "汇总/催报/云溪县财政局.txt"));
    CHECK(read_file(desk.scratch / "汇总/催报/工作群.txt").find("尚有2家未报送") !=
          std::string::npos);

    desk.type("H5", "云溪县民政局（2）.yaml");
    for (int i = 0; i < 2; ++i)
        CHECK(desk.collect() ==
              "云溪县民政局 按时报送 待审核 0/0 云溪县民政局.yaml\n"
              "云溪县财政局 按时报送 待审核 0/0 云溪县民政局（2）.yaml\n" +
                  others);
    // It is said to be the other one's: then its name is wrong.
    desk.type("H5", "");
    desk.type("H4", "云溪县民政局（2）.yaml");
    CHECK(desk.collect() ==
          "云溪县民政局 按时报送 退回修改（第1次） 1/0 云溪县民政局（2）.yaml"
          " L-23 报告中的机关名称写成“云溪县财政局”，应为“云溪县民政局”\n"
          "云溪县财政局 未报送 -\n" +
              others);
    desk.type("H5", "云溪县民政局（2）.yaml");
    CHECK(
        desk.collect() ==
        "云溪县民政局 按时报送 待审核 0/0 云溪县民政局.yaml 署名不符\n"
        "云溪县财政局 未报送 - 署名不符\n" +
            others + "L-35 " + words +
            "L-32 “云溪县民政局”的采用文件：“云溪县民政局（2）.yaml”也是另一个单位的采用文件，只能归一个单位\n"
            "L-32 “云溪县财政局”的采用文件：“云溪县民政局（2）.yaml”也是另一个单位的采用文件，只能归一个单位\n");
}

TEST_CASE(
    "a report of an office that is on no list replaces nobody's, whatever its file is called") {
    Intake desk;
    desk.send("民政局/年报.yaml", "东川县统计局", 1);
    CHECK(desk.collect().starts_with("云溪县民政局 未报送 - 署名不符\n"));
    CHECK(desk.collected.rows.size() == 4);
    // A name that is much like it is a new or misspelt one of the office.
    desk.send("民政局/年报.yaml", "云溪县民政事务局", 1);
    CHECK(
        desk.collect().starts_with("云溪县民政局 按时报送 待审核 0/0 民政局/年报.yaml 疑似更名\n"));
    desk.send("民政局/年报.yaml", "云溪县审计局", 1);
    CHECK(desk.collect().starts_with("云溪县民政局 未报送 - 署名不符\n"));
    CHECK(
        desk.problem(0) ==
        "来件“民政局/年报.yaml”署名是“云溪县审计局”，文件名写的是“云溪县民政局”，是本单位的，写进“采用文件”");
}

TEST_CASE("a town whose name has a wrong character is the town of the list") {
    Intake desk;
    desk.send("年报.yaml", "云溪县青三镇人民政府", 1);
    const std::string all = desk.collect();
    CHECK(all.find(
              "云溪县青山镇人民政府 按时报送 退回修改（第1次） 1/0 年报.yaml 疑似更名"
              " L-23 报告中的机关名称写成“云溪县青三镇人民政府”，应为“云溪县青山镇人民政府”\n") !=
          all.npos);
    // Another county's town is none.
    desk.send("年报.yaml", "云台县青山镇人民政府", 1);
    CHECK(desk.collect().find("云溪县青山镇人民政府 未报送 -\n") != std::string::npos);
    desk.send("青山镇.yaml", "云台县青山镇人民政府", 1);
    CHECK(desk.collect().find("云溪县青山镇人民政府 未报送 - 署名不符\n") != std::string::npos);
}

TEST_CASE("files that nobody can read are known by short names too, and asked for again") {
    Intake desk;
    desk.put("民政.doc", old_word);
    desk.put("县发改委2023年年报.doc", old_word);
    desk.put("青山.doc", old_word);
    desk.put("财政局/盖章件.pdf", "%PDF-1.4\n% a scan\n%%EOF\n");
    desk.put("无名.doc", old_word);
    CHECK(desk.collect() ==
          "云溪县民政局 按时报送 无法读取 -\n云溪县财政局 按时报送 无法读取 - 盖章\n"
          "云溪县发展和改革局 按时报送 无法读取 -\n云溪县青山镇人民政府 按时报送 无法读取 -\n");
    CHECK(desk.says("无名.doc").starts_with("：不知道是哪个单位的"));
    const auto reminder = [&](const std::string& name) {
        return read_file(desk.scratch / "汇总/催报" / (name + ".txt"));
    };
    CHECK(reminder("工作群").starts_with(
        "截至1月12日9:30，应报4家，4家报送的文件无法读取，需重新报送：云溪县民政局、云溪县财政局、"));
    CHECK(reminder("云溪县民政局").find("收到的文件（民政.doc）无法读取") != std::string::npos);
    CHECK(reminder("云溪县财政局").find("只收到扫描件或者PDF") != std::string::npos);
}

TEST_CASE("采用文件 that cannot count is told with the true reason") {
    Intake desk;
    desk.put("民政.doc", old_word);
    desk.put("盖章.pdf", "%PDF-1.4\n% a scan\n%%EOF\n");
    desk.put("说明.txt", "请查收。\n");
    desk.put("甲/年报.txt", "一\n");
    desk.put("乙/年报.txt", "二\n");
    desk.send("财政.yaml", "云溪县财政局", 2);
    Report old = made_report("云溪县民政局", 1);
    old.year = 2022;
    desk.put("民政局2022.yaml", write(old, Format::yaml));
    static_cast<void>(desk.collect());
    const auto told_of = [&](const std::string& file) {
        desk.type("H4", file);
        const std::string all = desk.collect();
        return all.substr(all.find("L-32 “云溪县民政局”的采用文件："));
    };
    const std::string begin = "L-32 “云溪县民政局”的采用文件：";
    CHECK(told_of("没有的.doc") == begin + "收件里没有“没有的.doc”\n");
    CHECK(told_of("民政.doc").starts_with(begin + "“民政.doc”无法读取，不能采用："));
    CHECK(told_of("盖章.pdf") == begin + "“盖章.pdf”是扫描件或者图片，没有可以读的数，不能采用\n");
    CHECK(told_of("说明.txt") == begin + "“说明.txt”里没有年报，不能采用\n");
    CHECK(told_of("年报.txt") == begin + "收件里有 2 个文件叫“年报.txt”\n");
    CHECK(told_of("民政局2022.yaml") == begin + "“民政局2022.yaml”是 2022 年度的，不能采用\n");
    CHECK(told_of("财政.yaml") ==
          begin + "“财政.yaml”的署名是“云溪县财政局”，不能算作这个单位的\n");
}

TEST_CASE("words of a file's name that may be short for an office's") {
    std::vector<OfficeOfList> list{
        {.name = "云溪县民政局"},         {.name = "云溪县发展和改革局"},
        {.name = "云溪县教育和体育局"},   {.name = "云溪县青山镇人民政府"},
        {.name = "云溪县城关街道办事处"}, {.name = "云溪县农业农村局"},
        {.name = "云溪县农业机械局"}};
    const desk::Owners owners(list);
    const auto called = [&](std::string_view path) -> std::string {
        const int owner = owners.called_in_path(path);
        return owner < 0 ? "-" : list[static_cast<std::size_t>(owner)].name;
    };
    CHECK(called("民政.doc") == "云溪县民政局");
    CHECK(called("县民政局2023年政府信息公开工作年度报告（定稿）.doc") == "云溪县民政局");
    CHECK(called("发改.doc") == "云溪县发展和改革局");
    CHECK(called("云溪县教体局年报.doc") == "云溪县教育和体育局");
    CHECK(called("城关.doc") == "云溪县城关街道办事处");
    CHECK(called("青山镇/扫描.doc") == "云溪县青山镇人民政府");
    CHECK(called("农业局.doc") == "-");  // two may be meant
    CHECK(called("农村.doc") == "云溪县农业农村局");
    CHECK(called("年报.doc") == "-");
    CHECK(called("政.doc") == "-");
    CHECK(called("关于报送2023年年报.doc") == "-");
}

}  // namespace
}  // namespace nianbao
