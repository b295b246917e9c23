// 催报: to the work group and to each office of which nothing came, or nothing that can be
// read.
#include "county/letters/reminders.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace nianbao;

namespace {

Profile profile() {
    Profile profile;
    profile.contact = "王科";
    profile.phone = "0530-6120001";
    profile.submission = Moment{{2024, 1, 18}, 17, 0};
    return profile;
}

DeskHead head() {
    DeskHead head;
    head.year = 2023;
    head.now = {{2024, 1, 15}, 17, 0};
    head.expected = 100;
    return head;
}

}  // namespace

TEST_CASE("Reminders say who, by when, and until when the law wants it") {
    std::vector<OfficeOfList> missing(2);
    missing[0].name = "云溪县水利局";
    missing[1].name = "云溪县教育局";
    CHECK(group_reminder(missing, {}, {}, profile(), head()) ==
          "截至1月15日17:00，应报100家，尚有2家未报送：云溪县水利局、云溪县教育局。"
          "请于1月18日17:00前报送，法定公布期限为1月31日。");
    CHECK(reminder(missing.front(), profile(), head()) ==
          "云溪县水利局：截至1月15日17:00，你单位尚未报送2023年政府信息公开工作年度报告。"
          "请于1月18日17:00前报送，法定公布期限为1月31日。联系人：王科，电话：0530-6120001。");
    DeskHead later = head();
    later.now = {{2024, 1, 18}, 17, 0};
    CHECK(group_reminder(missing, {}, {}, profile(), later).find("请于1月18日17:00前") !=
          std::string::npos);
    later.now.minute = 1;
    CHECK(group_reminder(missing, {}, {}, profile(), later).find("。请立即报送，") !=
          std::string::npos);
    const std::vector<OfficeOfList> unreadable{{.name = "云溪县民政局"}};
    CHECK(group_reminder(missing, unreadable, {}, profile(), head()) ==
          "截至1月15日17:00，应报100家，尚有2家未报送：云溪县水利局、云溪县教育局；"
          "1家报送的文件无法读取，需重新报送：云溪县民政局。"
          "请于1月18日17:00前报送，法定公布期限为1月31日。");
    CHECK(group_reminder({}, unreadable, {}, profile(), head())
              .starts_with("截至1月15日17:00，应报100家，1家报送的文件无法读取，需重新报送："));
    LedgerRow row;
    row.office = unreadable.front();
    row.unreadable = {"民政.doc", "年报.rar"};
    CHECK(reminder_of_unreadable(row, profile(), head()) ==
          "云溪县民政局：截至1月15日17:00，你单位的2023年政府信息公开工作年度报告，"
          "收到的文件（民政.doc、年报.rar）无法读取，请用WPS或者Word打开核对，去掉密码，"
          "另存为.docx或者.xlsx后重新报送。请于1月18日17:00前报送，法定公布期限为1月31日。"
          "联系人：王科，电话：0530-6120001。");
    row.unreadable.clear();
    row.only_scans = true;
    CHECK(reminder_of_unreadable(row, profile(), head())
              .find("只收到扫描件或者PDF，请另报可以编辑的电子文件（Word文件或者工作簿）。") !=
          std::string::npos);
    Profile plain;
    plain.address = Address::polite;
    plain.publication = Date{2024, 1, 25};
    CHECK(reminder(missing.back(), plain, DeskHead{"", 2023, {}, 0, 0, 0, 0}) ==
          "云溪县教育局：贵单位尚未报送2023年政府信息公开工作年度报告。请尽快报送，"
          "公布期限为1月25日。");
}

TEST_CASE("Who sent another year's report is not told that nothing came") {
    const std::vector<OfficeOfList> missing{{.name = "云溪县水利局"}},
        unreadable{{.name = "云溪县民政局"}};
    const std::vector<SentOtherYear> others{{"云溪县教育局", 2022}, {"云溪县司法局", 2021}};
    CHECK(group_reminder(missing, unreadable, others, profile(), head()) ==
          "截至1月15日17:00，应报100家，尚有1家未报送：云溪县水利局；"
          "2家报来的不是2023年的报告，需重新报送：云溪县教育局（2022年）、云溪县司法局（2021年）；"
          "1家报送的文件无法读取，需重新报送：云溪县民政局。"
          "请于1月18日17:00前报送，法定公布期限为1月31日。");
    CHECK(group_reminder({}, {}, others, profile(), head())
              .starts_with("截至1月15日17:00，应报100家，2家报来的不是2023年的报告，"));
    LedgerRow row;
    row.office.name = "云溪县教育局";
    row.other_year = 2022;
    CHECK(reminder_of_other_year(row, profile(), head()) ==
          "云溪县教育局：截至1月15日17:00，你单位报来的是2022年的报告，"
          "2023年政府信息公开工作年度报告没有收到，请核对后重新报送。"
          "请于1月18日17:00前报送，法定公布期限为1月31日。联系人：王科，电话：0530-6120001。");
}
