// Short names of offices, in the list, in reports and in files' names: known where one
// office alone may be meant, and told.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "county/desk/intake/owners.hpp"
#include "county/small_desk.hpp"
#include "nianbao/write.hpp"
#include "program.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

std::vector<OfficeOfList> list_of(const std::vector<std::string>& names) {
    std::vector<OfficeOfList> list;
    for (const std::string& name : names) list.emplace_back().name = name;
    return list;
}

TEST_CASE("a short name is the office's that it alone may be short for") {
    const std::vector<OfficeOfList> list = list_of(
        {"云溪县市场监督管理局", "云溪县人力资源和社会保障局", "云溪县发展和改革委员会",
         "云溪县卫生健康局", "云溪县住房和城乡建设局", "云溪县农业农村局", "云溪县医疗保障局",
         "云溪县文化和旅游局", "云溪县文物旅游局", "云溪县退役军人事务局"});
    const desk::Owners owners(list);
    const auto meant = [&](std::string_view name) -> std::string {
        const int owner = owners.abbreviated(name);
        return owner < 0 ? "-" : list[static_cast<std::size_t>(owner)].name;
    };
    CHECK(meant("云溪县市监局") == "云溪县市场监督管理局");
    CHECK(meant("市监局") == "云溪县市场监督管理局");
    CHECK(meant("县市监局") == "云溪县市场监督管理局");
    CHECK(meant("云溪县 人社局") == "云溪县人力资源和社会保障局");
    CHECK(meant("云溪县发改委") == "云溪县发展和改革委员会");
    CHECK(meant("云溪县发改局") == "云溪县发展和改革委员会");
    CHECK(meant("卫健局") == "云溪县卫生健康局");
    CHECK(meant("云溪县住建局") == "云溪县住房和城乡建设局");
    CHECK(meant("云溪县农业局") == "云溪县农业农村局");
    CHECK(meant("云溪县医保局") == "云溪县医疗保障局");
    CHECK(meant("云溪县文旅局") == "-");  // two may be meant
    CHECK(meant("东川县市监局") == "-");
    CHECK(meant("云溪县审计局") == "-");
    CHECK(meant("局") == "-");
    CHECK(meant("") == "-");

    const std::vector<OfficeOfList> city = list_of({"云溪市市场监督管理局"});
    CHECK(desk::Owners(city).abbreviated("市监局") == 0);
    CHECK(desk::Owners(city).abbreviated("云溪市市监局") == 0);
    CHECK(desk::Owners(city).called_in_path("市监局年报.doc") == 0);
    // The list has the short name.
    const std::vector<OfficeOfList> shorts = list_of({"云溪县市监局", "人社局", "云溪县财政局"});
    const desk::Owners of_shorts(shorts);
    CHECK(of_shorts.abbreviated("云溪县市场监督管理局") == 0);
    CHECK(of_shorts.abbreviated("云溪县人力资源和社会保障局") == 1);
    CHECK(of_shorts.abbreviated("东川县市场监督管理局") == desk::Owners::nobody);
    CHECK(of_shorts.called_in_path("市场监督管理局年报.doc") == 0);
}

/// A county whose list has one short name.
class Short {
public:
    Short() {
        fs::create_directory(scratch / "收件");
        write_file(scratch / "名单.csv",
                   "单位全称\n云溪县市场监督管理局\n云溪县人社局\n云溪县财政局\n");
    }
    void send(const std::string& name, const std::string& agency, int number) {
        write_file(scratch / "收件" / name, write(made_report(agency, number), Format::yaml));
    }
    Collected collect() { return made::collected(made_desk(scratch.folder())); }

    Scratch scratch;
};

TEST_CASE("a report signed by a short name is its office's, and the ledger says so") {
    Short county;
    county.send("甲.yaml", "云溪县市监局", 1);
    county.send("乙.yaml", "云溪县人力资源和社会保障局", 2);
    const Collected all = county.collect();
    CHECK(made::states(all) ==
          "云溪县市场监督管理局 按时报送 待审核 0/0 甲.yaml\n"
          "云溪县人社局 按时报送 待审核 0/0 乙.yaml\n"
          "云溪县财政局 未报送 -\n");
    CHECK(all.rows[0].main_problem ==
          "来件署名“云溪县市监局”，按简称认作名单上的“云溪县市场监督管理局”");
    CHECK(all.rows[0].own_name == "云溪县市监局");
    CHECK(all.rows[1].main_problem ==
          "来件署名“云溪县人力资源和社会保障局”，按简称认作名单上的“云溪县人社局”");
    CHECK(all.rows[0].summed);
    // Another draft, by the full name: nobody can say which counts.
    county.send("甲全称.yaml", "云溪县市场监督管理局", 3);
    const Collected two = county.collect();
    CHECK(two.rows[0].undecided);
    CHECK(two.rows.size() == 3);
    // A file that is named after another office is nobody's.
    county.send("财政局.yaml", "云溪县市监局", 4);
    CHECK(county.collect().rows[2].disputed);
}

TEST_CASE("merge and check know short names of the list's offices, and tell them") {
    Short county;
    county.send("甲.yaml", "云溪县市监局", 1);
    county.send("乙.yaml", "云溪县人力资源和社会保障局", 2);
    county.send("丙.yaml", "云溪县财政局", 3);
    const Run merged = nianbao_run({"merge", "收件", "--agency", "云溪县人民政府", "--year", "2023",
                                    "--expect", "名单.csv", "-o", "全县.yaml"},
                                   {.folder = county.scratch.folder()});
    CHECK_MESSAGE(merged.exit == 0, merged.err);
    const std::string all = merged.out + merged.err;
    CHECK_MESSAGE(
        all.find("M-04: 名单上没有“云溪县市监局”，按简称认作“云溪县市场监督管理局”") != all.npos,
        all);
    CHECK(all.find("M-03") == all.npos);
    const Run checked = nianbao_run({"check", "收件", "--no-fonts", "--expect", "名单.csv"},
                                    {.folder = county.scratch.folder()});
    CHECK_MESSAGE(
        checked.err.ends_with("应报 3 家，已报 3 家，未报 0 家\n"
                              "按简称认的 2 家：云溪县市场监督管理局（报告写的是“云溪县市监局”）、"
                              "云溪县人社局（报告写的是“云溪县人力资源和社会保障局”）\n"),
        checked.err);
}

TEST_CASE("an office that sent another year's report is asked for this year's") {
    Short county;
    Report last = made_report("云溪县市场监督管理局", 1);
    last.year = 2022;
    write_file(county.scratch / "收件/甲.yaml", write(last, Format::yaml));
    last.year = 2021;
    write_file(county.scratch / "收件/甲旧.yaml", write(last, Format::yaml));
    county.send("丙.yaml", "云溪县财政局", 3);
    const Run run = nianbao_run(
        {"collect", "收件", "--expect", "名单.csv", "-o", "汇总", "--now", "2024-01-12 09:30"},
        {.folder = county.scratch.folder()});
    CHECK(run.exit == 1);
    const auto reminder = [&](const std::string& name) {
        return read_file(county.scratch / "汇总/催报" / (name + ".txt"));
    };
    CHECK(reminder("云溪县市场监督管理局").find("你单位报来的是2022年的报告，") !=
          std::string::npos);
    CHECK(reminder("云溪县人社局").find("你单位尚未报送") != std::string::npos);
    CHECK(reminder("工作群").starts_with(
        "截至1月12日9:30，应报3家，尚有1家未报送：云溪县人社局；"
        "1家报来的不是2023年的报告，需重新报送：云溪县市场监督管理局（2022年）。"));
    CHECK_FALSE(fs::exists(county.scratch / "汇总/催报/云溪县财政局.txt"));
    // This year's comes: it is no longer asked for.
    county.send("甲新.yaml", "云溪县市场监督管理局", 2);
    CHECK(county.collect().rows[0].other_year == 0);
}

}  // namespace
}  // namespace nianbao
