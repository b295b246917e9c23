#include "fonts/roles.hpp"

#include <fmt/format.h>

namespace nianbao {
namespace {

using Names = std::string_view[];

// 小标宋. A name ending in "S" or 简体 is the GB 2312 set, about 6,763 characters; _GBK
// is 20,923.
constexpr Names xiaobiaosong_s_names = {"方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"};
constexpr Names xiaobiaosong_s_files = {"fzxbsjw.ttf", "方正小标宋简体.ttf"};
constexpr KnownFace xiaobiaosong_s = {"方正小标宋简体", xiaobiaosong_s_names, xiaobiaosong_s_files,
                                      ""};

constexpr Names xiaobiaosong_gbk_names = {"方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXBSK--GBK1-0"};
constexpr Names xiaobiaosong_gbk_files = {"fzxbsk.ttf", "方正小标宋_gbk.ttf"};
constexpr KnownFace xiaobiaosong_gbk = {"方正小标宋_GBK", xiaobiaosong_gbk_names,
                                        xiaobiaosong_gbk_files, ""};

constexpr Names zhongsong_names = {"华文中宋", "STZhongsong"};
constexpr Names zhongsong_files = {"stzhongs.ttf", "华文中宋.ttf"};
constexpr KnownFace zhongsong = {"华文中宋", zhongsong_names, zhongsong_files, ""};

constexpr Names noto_serif_bold_names = {"NotoSerifCJKsc-Bold", "NotoSerifSC-Bold",
                                         "SourceHanSerifSC-Bold"};
constexpr Names noto_serif_bold_files = {"NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf",
                                         "NotoSerifSC-Bold.otf", "SourceHanSerifSC-Bold.otf"};
constexpr KnownFace noto_serif_bold = {"Noto Serif CJK SC Bold", noto_serif_bold_names,
                                       noto_serif_bold_files, "fonts-noto-cjk"};

constexpr Names fandol_song_bold_names = {"FandolSong-Bold"};
constexpr Names fandol_song_bold_files = {"FandolSong-Bold.otf"};
constexpr KnownFace fandol_song_bold = {"FandolSong Bold", fandol_song_bold_names,
                                        fandol_song_bold_files, "texlive-lang-chinese"};

// 仿宋. simfang.ttf is 仿宋_GB2312 on older systems and 仿宋 on later ones.
constexpr Names fangsong_gb2312_names = {"仿宋_GB2312", "FangSong_GB2312"};
constexpr Names fangsong_gb2312_files = {"simfang.ttf", "仿宋_gb2312.ttf"};
constexpr KnownFace fangsong_gb2312 = {"仿宋_GB2312", fangsong_gb2312_names, fangsong_gb2312_files,
                                       ""};

constexpr Names fangsong_names = {"仿宋", "FangSong"};
constexpr Names fangsong_files = {"simfang.ttf"};
constexpr KnownFace fangsong = {"仿宋", fangsong_names, fangsong_files, ""};

constexpr Names fz_fangsong_gbk_names = {"方正仿宋_GBK", "FZFangSong-Z02", "FZFSK--GBK1-0"};
constexpr Names fz_fangsong_gbk_files = {"fzfsk.ttf", "方正仿宋_gbk.ttf"};
constexpr KnownFace fz_fangsong_gbk = {"方正仿宋_GBK", fz_fangsong_gbk_names, fz_fangsong_gbk_files,
                                       ""};

constexpr Names fz_fangsong_s_names = {"方正仿宋简体", "FZFangSong-Z02S", "FZFSJW--GB1-0"};
constexpr Names fz_fangsong_s_files = {"fzfsjw.ttf", "方正仿宋简体.ttf"};
constexpr KnownFace fz_fangsong_s = {"方正仿宋简体", fz_fangsong_s_names, fz_fangsong_s_files, ""};

constexpr Names st_fangsong_names = {"华文仿宋", "STFangsong"};
constexpr Names st_fangsong_files = {"stfangso.ttf", "华文仿宋.ttf"};
constexpr KnownFace st_fangsong = {"华文仿宋", st_fangsong_names, st_fangsong_files, ""};

constexpr Names fandol_fang_names = {"FandolFang-Regular"};
constexpr Names fandol_fang_files = {"FandolFang-Regular.otf"};
constexpr KnownFace fandol_fang = {"FandolFang", fandol_fang_names, fandol_fang_files,
                                   "texlive-lang-chinese"};

// 黑体
constexpr Names simhei_names = {"黑体", "SimHei"};
constexpr Names simhei_files = {"simhei.ttf"};
constexpr KnownFace simhei = {"黑体", simhei_names, simhei_files, ""};

constexpr Names fz_hei_gbk_names = {"方正黑体_GBK", "FZHei-B01", "FZHTK--GBK1-0"};
constexpr Names fz_hei_gbk_files = {"fzhtk.ttf", "方正黑体_gbk.ttf"};
constexpr KnownFace fz_hei_gbk = {"方正黑体_GBK", fz_hei_gbk_names, fz_hei_gbk_files, ""};

constexpr Names fz_hei_s_names = {"方正黑体简体", "FZHei-B01S", "FZHTJW--GB1-0"};
constexpr Names fz_hei_s_files = {"fzhtjw.ttf", "方正黑体简体.ttf"};
constexpr KnownFace fz_hei_s = {"方正黑体简体", fz_hei_s_names, fz_hei_s_files, ""};

constexpr Names st_heiti_names = {"华文黑体", "STHeiti"};
constexpr Names st_heiti_files = {"stheiti.ttf", "华文黑体.ttf"};
constexpr KnownFace st_heiti = {"华文黑体", st_heiti_names, st_heiti_files, ""};

constexpr Names fandol_hei_names = {"FandolHei-Regular"};
constexpr Names fandol_hei_files = {"FandolHei-Regular.otf"};
constexpr KnownFace fandol_hei = {"FandolHei", fandol_hei_names, fandol_hei_files,
                                  "texlive-lang-chinese"};

constexpr Names noto_sans_medium_names = {"NotoSansCJKsc-Medium", "NotoSansSC-Medium",
                                          "SourceHanSansSC-Medium"};
constexpr Names noto_sans_medium_files = {"NotoSansCJK-Medium.ttc", "NotoSansCJKsc-Medium.otf",
                                          "NotoSansSC-Medium.otf", "SourceHanSansSC-Medium.otf"};
constexpr KnownFace noto_sans_medium = {"Noto Sans CJK SC Medium", noto_sans_medium_names,
                                        noto_sans_medium_files, "fonts-noto-cjk-extra"};

constexpr Names noto_sans_bold_names = {"NotoSansCJKsc-Bold", "NotoSansSC-Bold",
                                        "SourceHanSansSC-Bold"};
constexpr Names noto_sans_bold_files = {"NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf",
                                        "NotoSansSC-Bold.otf", "SourceHanSansSC-Bold.otf"};
constexpr KnownFace noto_sans_bold = {"Noto Sans CJK SC Bold", noto_sans_bold_names,
                                      noto_sans_bold_files, "fonts-noto-cjk"};

// 楷体
constexpr Names kaiti_gb2312_names = {"楷体_GB2312", "KaiTi_GB2312"};
constexpr Names kaiti_gb2312_files = {"simkai.ttf", "楷体_gb2312.ttf"};
constexpr KnownFace kaiti_gb2312 = {"楷体_GB2312", kaiti_gb2312_names, kaiti_gb2312_files, ""};

constexpr Names kaiti_names = {"楷体", "KaiTi"};
constexpr Names kaiti_files = {"simkai.ttf"};
constexpr KnownFace kaiti = {"楷体", kaiti_names, kaiti_files, ""};

constexpr Names fz_kai_gbk_names = {"方正楷体_GBK", "FZKai-Z03", "FZKTK--GBK1-0"};
constexpr Names fz_kai_gbk_files = {"fzktk.ttf", "方正楷体_gbk.ttf"};
constexpr KnownFace fz_kai_gbk = {"方正楷体_GBK", fz_kai_gbk_names, fz_kai_gbk_files, ""};

constexpr Names fz_kai_s_names = {"方正楷体简体", "FZKai-Z03S", "FZKTJW--GB1-0"};
constexpr Names fz_kai_s_files = {"fzktjw.ttf", "方正楷体简体.ttf"};
constexpr KnownFace fz_kai_s = {"方正楷体简体", fz_kai_s_names, fz_kai_s_files, ""};

constexpr Names st_kaiti_names = {"华文楷体", "STKaiti"};
constexpr Names st_kaiti_files = {"stkaiti.ttf", "华文楷体.ttf"};
constexpr KnownFace st_kaiti = {"华文楷体", st_kaiti_names, st_kaiti_files, ""};

constexpr Names fandol_kai_names = {"FandolKai-Regular"};
constexpr Names fandol_kai_files = {"FandolKai-Regular.otf"};
constexpr KnownFace fandol_kai = {"FandolKai", fandol_kai_names, fandol_kai_files,
                                  "texlive-lang-chinese"};

// Drawn with as much ink as 仿宋 (tests/font/stand_ins.cpp), with 18,000 of the BMP's Han
// characters in the forms of the mainland. Its symbols are narrow, its marks Taiwan's.
constexpr Names ukai_names = {"UKaiCN", "AR PL UKai CN"};
constexpr Names ukai_files = {"ukai.ttc"};
constexpr KnownFace ukai = {"AR PL UKai CN", ukai_names, ukai_files, "fonts-arphic-ukai", true};

constexpr Names wenkai_names = {"LXGWWenKai-Regular", "LXGW WenKai", "霞鹜文楷"};
constexpr Names wenkai_files = {"LXGWWenKai-Regular.ttf"};
constexpr KnownFace wenkai = {"霞鹜文楷", wenkai_names, wenkai_files, "fonts-lxgw-wenkai"};

constexpr Names wenkai_light_names = {"LXGWWenKai-Light", "LXGW WenKai Light"};
constexpr Names wenkai_light_files = {"LXGWWenKai-Light.ttf"};
constexpr KnownFace wenkai_light = {"霞鹜文楷 Light", wenkai_light_names, wenkai_light_files,
                                    "fonts-lxgw-wenkai"};

// 宋体. simsun.ttc holds 宋体 and 新宋体; SimSun-ExtB has the rare characters beyond the
// BMP only.
constexpr Names simsun_names = {"宋体", "SimSun"};
constexpr Names simsun_files = {"simsun.ttc", "simsun.ttf"};
constexpr KnownFace simsun = {"宋体", simsun_names, simsun_files, ""};

constexpr Names fz_shusong_gbk_names = {"方正书宋_GBK", "FZShuSong-Z01", "FZSSK--GBK1-0"};
constexpr Names fz_shusong_gbk_files = {"fzssk.ttf", "方正书宋_gbk.ttf"};
constexpr KnownFace fz_shusong_gbk = {"方正书宋_GBK", fz_shusong_gbk_names, fz_shusong_gbk_files,
                                      ""};

constexpr Names st_song_names = {"华文宋体", "STSong"};
constexpr Names st_song_files = {"stsong.ttf", "华文宋体.ttf"};
constexpr KnownFace st_song = {"华文宋体", st_song_names, st_song_files, ""};

constexpr Names noto_serif_names = {"NotoSerifCJKsc-Regular", "NotoSerifSC-Regular",
                                    "SourceHanSerifSC-Regular"};
constexpr Names noto_serif_files = {"NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc-Regular.otf",
                                    "NotoSerifSC-Regular.otf", "SourceHanSerifSC-Regular.otf"};
constexpr KnownFace noto_serif = {"Noto Serif CJK SC", noto_serif_names, noto_serif_files,
                                  "fonts-noto-cjk"};

constexpr Names fandol_song_names = {"FandolSong-Regular"};
constexpr Names fandol_song_files = {"FandolSong-Regular.otf"};
constexpr KnownFace fandol_song = {"FandolSong", fandol_song_names, fandol_song_files,
                                   "texlive-lang-chinese"};

constexpr Names simsun_extb_names = {"SimSun-ExtB"};
constexpr Names simsun_extb_files = {"simsunb.ttf"};
constexpr KnownFace simsun_extb = {"SimSun-ExtB", simsun_extb_names, simsun_extb_files, ""};

// Digits and Latin letters
constexpr Names times_names = {"TimesNewRomanPSMT"};
constexpr Names times_files = {"times.ttf", "times_new_roman.ttf"};
constexpr KnownFace times = {"Times New Roman", times_names, times_files, ""};

constexpr Names liberation_names = {"LiberationSerif"};
constexpr Names liberation_files = {"LiberationSerif-Regular.ttf"};
constexpr KnownFace liberation = {"Liberation Serif", liberation_names, liberation_files,
                                  "fonts-liberation2"};

constexpr Candidate title[] = {
    {&xiaobiaosong_s}, {&xiaobiaosong_gbk}, {&zhongsong}, {&noto_serif_bold}, {&fandol_song_bold}};
constexpr Candidate body[] = {{&fangsong_gb2312},  {&fangsong},         {&fz_fangsong_gbk},
                              {&fz_fangsong_s},    {&st_fangsong},      {&fandol_fang},
                              {&ukai, true},       {&noto_serif, true}, {&wenkai_light, true},
                              {&simsun_extb, true}};
constexpr Candidate heading1[] = {{&simhei},     {&fz_hei_gbk},       {&fz_hei_s},      {&st_heiti},
                                  {&fandol_hei}, {&noto_sans_medium}, {&noto_sans_bold}};
constexpr Candidate heading2[] = {
    {&kaiti_gb2312}, {&kaiti},  {&fz_kai_gbk}, {&fz_kai_s},         {&st_kaiti},
    {&fandol_kai},   {&wenkai}, {&ukai, true}, {&noto_serif, true}, {&simsun_extb, true}};
constexpr Candidate table[] = {{&simsun},     {&fz_shusong_gbk}, {&st_song},
                               {&noto_serif}, {&fandol_song},    {&simsun_extb, true}};
constexpr Candidate latin[] = {{&times}, {&liberation}};

struct RoleFacts {
    std::string_view key, name;
    std::span<const Candidate> faces;
    bool latin_beside;
};

constexpr RoleFacts roles[] = {
    {"title", "标题（小标宋）", title, false},
    {"body", "正文（仿宋）", body, true},
    {"heading1", "一级标题（黑体）", heading1, false},
    {"heading2", "二级标题（楷体）", heading2, true},
    {"table", "表格（宋体）", table, true},
    {"latin", "数字和西文", latin, true},
};
static_assert(std::size(roles) == font_roles);

const RoleFacts& facts(FontRole role) { return roles[static_cast<int>(role)]; }

}  // namespace

std::string_view role_key(FontRole role) { return facts(role).key; }

std::string_view role_name(FontRole role) { return facts(role).name; }

std::span<const Candidate> candidates(FontRole role) { return facts(role).faces; }

std::string licensed_faces(FontRole role) {
    std::string words;
    for (const auto& [face, stand_in] : candidates(role)) {
        if (!stand_in && face->package.empty())
            words += (words.empty() ? "" : "、") + std::string(face->label);
    }
    return words;
}

std::string free_faces(FontRole role) {
    std::string words;
    for (const auto& [face, stand_in] : candidates(role)) {
        if (!stand_in && !face->package.empty())
            words += fmt::format("{}{}（{}，Debian 软件包 {}）", words.empty() ? "" : "、",
                                 face->label, face->files.front(), face->package);
    }
    return words;
}

bool latin_beside(FontRole role) { return facts(role).latin_beside; }

}  // namespace nianbao
