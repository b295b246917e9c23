// Divisions of the country: how the names of places end, and those names that no ending
// tells, or that hold an ending of another place.
#pragma once

#include <string_view>

namespace nianbao::names {

/// What a place's name ends in. The name before it has two characters at least, but for
/// counties (易县).
inline constexpr std::u32string_view place_endings =
    // Divisions.
    U"省 市 县 区 旗 镇 乡 苏木 街道 地区 特区 林区 矿区 民族乡 族乡 民族苏木 特别行政区 左旗 "
    U"右旗 前旗 后旗 中旗 联合旗 直属镇 "
    // Areas with a management committee of their own.
    U"新区 新城 园区 片区 管理区 功能区 合作区 示范区 试验区 实验区 先行区 集聚区 保护区 度假区 "
    U"保税区 保税港区 景区 风景区 名胜区 风景名胜区 旅游区 旅游度假区 国家旅游度假区 "
    U"国际旅游度假区 省级旅游度假区 生态旅游度假区 旅游风景区 生态旅游区 生态城 科学城 科技城 "
    U"科技新城 大学城 高铁新城 高教园区 生态新区 开发区 经济区 经济开发区 技术开发区 "
    U"经济技术开发区 新技术开发区 高新技术开发区 高新区 高新技术产业开发区 高新技术产业园区 "
    U"新技术产业开发区 产业开发区 经开区 工业区 工业园 工业园区 工业集中区 产业园 产业园区 "
    U"产业集聚区 产业集中区 产业新城 产业示范区 科技园 科技园区 科技产业园 物流园区 农业园区 "
    U"农业高新技术产业示范区 现代农业示范区 现代农业产业园区 文化产业园区 化工园区 化学工业园区 "
    U"循环经济产业园 软件园 临港新区 临空经济区 临空经济示范区 临港经济区 空港经济区 空港新城 "
    U"航空港区 航空港经济综合实验区 国际港务区 保税物流中心 综合保税区 综合保税港区 出口加工区 "
    U"自由贸易港 自由贸易试验区 自贸试验区 自贸区 综合实验区 综合试验区 综合改革试验区 "
    U"合作示范区 特别合作区 深度合作区 粤澳深度合作区 开发合作区 开发试验区 重点开发开放试验区 "
    U"边境经济合作区 跨境经济合作区 科技创新合作区 科技合作区 生态经济区 生态示范区 生态工业园区 "
    U"生态文化旅游区 生态保护区 自然保护区 国家级自然保护区 水源保护区 国家公园 森林公园 "
    U"国家森林公园 湿地公园 创业园 经济试验区 创新示范区 自主创新示范区 一体化示范区 "
    U"城乡一体化示范区 农场 林场 牧场 良种场 渔场 农牧场 垦区 库区 灌区";

/// What the people of an autonomous place are called before 自治 and 乡.
inline constexpr std::u32string_view peoples =
    U"各 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 "
    U"高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 "
    U"塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺";

/// What an autonomous place ends in, behind its peoples.
inline constexpr std::u32string_view autonomous_endings =
    U"自治区 自治州 自治县 自治旗 乡 民族乡 苏木 民族苏木 区 镇";

/// Places that are known as a whole: provinces, short names of autonomous prefectures,
/// leagues, and what an ending would cut elsewhere.
inline constexpr std::u32string_view known_places =
    // Provinces.
    U"北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 "
    U"福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 "
    U"青海省 台湾省 内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区 "
    U"香港特别行政区 澳门特别行政区 "
    // Autonomous prefectures as they are called for short, and leagues.
    U"延边州 恩施州 湘西州 阿坝州 甘孜州 凉山州 黔东南州 黔南州 黔西南州 楚雄州 红河州 文山州 "
    U"西双版纳州 大理州 德宏州 怒江州 迪庆州 临夏州 甘南州 海北州 黄南州 海南州 果洛州 玉树州 "
    U"海西州 昌吉州 博州 巴州 克州 伊犁州 兴安盟 锡林郭勒盟 阿拉善盟 "
    // Districts of one character.
    U"郊区 城区 矿区 "
    // In examples and forms.
    U"某省 某市 某县 某区 某镇 某乡 某街道 某街道办事处";

/// Names before an ending that begin with the ending of another place, or with what
/// joins words, or that end so.
inline constexpr std::u32string_view known_stems =
    U"津市 沙市 新市 市中 市南 市北 市桥 沙县 旧县 县底 县街 港口 景德镇 镇江 镇海 镇平 镇安 镇雄 "
    U"镇赉 镇原 镇坪 镇康 镇远 镇宁 镇巴 镇沅 镇川 镇隆 镇北 镇南 镇东 镇西 乡宁 乡城 金乡 新乡 "
    U"内乡 萍乡 宁乡 湘乡 桐乡 东乡 西乡 红旗 新城 和平 和田 和政 和顺 和静 和硕 和林格尔 和龙 "
    U"和布克赛尔 呼和浩特 泰和 云和 民和 永和 太和 仁和 城区 城乡 城镇";

}  // namespace nianbao::names
