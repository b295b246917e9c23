// The measure words of what reports count.
#pragma once

#include <string_view>

namespace nianbao::wording {

/// When a row holds: always; where the clause says that something was set up, or made;
/// where the sentence speaks of a 问卷; where no other number of the sentence has that
/// unit (资金5条, 会议41条: kinds of information, counted one by one); where the number is one
/// of 万 or 亿, or has decimals (补贴120户 may be how many got it); where the clause names nobody
/// whom the number may count (养老机构备案信息41家, 查阅信息213人次); where the noun begins its
/// clause (更新公告栏57次 says how often); `custom`: always, but many write it, so that it is
/// advice.
enum class MeasuredIf : unsigned char {
    always,
    set_up,
    made,
    of_sheets,
    alone,
    scaled,
    of_nobody,
    bare,
    custom
};

/// Behind a noun and a number none of the units `wrong`, of one character each, stands;
/// `right` does. `nouns`: the ends of the words, a blank between two. What is right now
/// and then (网站12篇: published there; 资金3次: published so often) is not in `wrong`.
struct Measured {
    std::u32string_view nouns, wrong, right;
    MeasuredIf when = MeasuredIf::always;
};

inline constexpr Measured measured[] = {
    // ------------------------------------------------------------ money
    {U"金额", U"件条次篇份人宗场期台名户家", U"元或者万元"},
    {U"收取信息处理费", U"条次篇份人场期台名户家", U"元"},
    {U"印刷费 办公费 奖励金", U"件条次篇份人宗场期台名户家", U"元或者万元"},
    {U"拨款 资金 经费", U"件篇份条期场台", U"元或者万元", MeasuredIf::alone},
    {U"拨款 资金 经费 投资 总投资 补助金", U"件条次篇份人期场台名户家个", U"元或者万元",
     MeasuredIf::scaled},
    {U"归集额 发放额 贷款额 投资额 交易额 销售额 成交额 总额 限额", U"件条次篇份人期场台名户家个",
     U"元或者万元"},
    {U"补贴 补助 投入 奖励 兑现 兑付 罚款", U"件条篇份期场台张", U"元或者万元", MeasuredIf::scaled},

    // ------------------------------------------------------------ cases
    {U"公开申请 依申请公开 公开件", U"元场期台家处张", U"件"},
    {U"公开申请 依申请公开", U"篇", U"件"},
    {U"公开申请 依申请公开", U"条", U"件", MeasuredIf::custom},
    {U"受理申请 收到申请 新收申请 网络申请 信函申请 当面申请 答复申请", U"元篇场期台家处张", U"件"},
    {U"行政许可 许可决定 行政处罚 处罚决定 行政强制 强制措施 决定数量", U"元篇场期台名", U"件"},
    {U"行政复议 行政诉讼 复议案件 诉讼案件 案件", U"元条篇份场期台名张", U"件"},
    {U"收费通知", U"元条篇人场期台名", U"件"},
    {U"提出意见 反馈意见 采纳意见", U"人名户台元场期", U"条"},
    {U"提案 人大建议 代表建议", U"元篇场期台名户人张", U"件"},
    {U"建议", U"元场期台名户张", U"件或者条"},
    {U"意见", U"元台户", U"条"},
    {U"证明申请 许可申请 登记申请 补贴申请 资格申请 审批申请 救助申请", U"元篇期场台张", U"件"},
    {U"信访件 工单 投诉 举报", U"元篇场期台名张", U"件"},
    {U"来电 来信 留言 咨询", U"元篇场期台张", U"条或者件"},
    {U"群众关切 社会关切", U"元篇场人台名户份张", U"件或者次"},
    {U"规范性文件 文件", U"元人场台名户家张", U"件"},
    {U"规范性文件", U"条篇", U"件", MeasuredIf::custom},
    {U"规范性文件", U"次期", U"件", MeasuredIf::made},

    // ------------------------------------------------------------ texts
    {U"信息 动态 公告", U"元场台张", U"条"},
    {U"信息 动态 公告", U"人名户家", U"条", MeasuredIf::of_nobody},
    {U"采购意向 中标公告 招标公告", U"元人场台名户家张", U"条"},
    {U"政策解读 解读材料 解读稿 稿件 文章 新闻稿", U"元人台名户家", U"篇"},
    {U"宣传报道 新闻报道 报道 转载 推送 刊发", U"元台名户家", U"篇或者条"},
    {U"率提高到 率达到 率达 率为 化率提高到", U"件条次篇份人期场个", U"%"},
    {U"考核分值 分值 得分", U"件条次篇份人期场元", U"分"},
    {U"问卷", U"元条篇次场期台名", U"份"},
    {U"收回 回收", U"条篇次场期台", U"份", MeasuredIf::of_sheets},
    {U"手册 折页 明白纸 海报", U"元人次场台名", U"份"},
    {U"资料", U"元人场台名", U"份"},
    {U"简报", U"元人场台名户", U"期"},
    {U"办事指南 服务指南 目录 清单", U"元人场台名户", U"份或者项"},
    {U"失效链接 错误链接 错链", U"元人名户台场期", U"个或者处"},
    {U"发稿 供稿", U"元人名户台家", U"篇"},
    {U"数据集", U"元人名户家台场期", U"个"},
    {U"扫描 复制 复印 打印 提供复制 提供复印", U"元人条场期台名户家", U"页或者份"},
    {U"审计结果", U"元人名户台", U"份或者篇"},
    {U"问题 线索", U"元篇场期台名户张", U"个或者条"},

    // ------------------------------------------------------------ how often
    {U"访问量 浏览量 点击量 播放量", U"元条件篇份个场期台名户", U"次"},
    {U"阅读量 阅读数 点击数 访问数", U"元条件份个场期台名户", U"次"},
    {U"会议 例会 专题会 推进会 座谈会 部署会 调度会 协调会 听证会 征询会", U"元件条份篇台名户张",
     U"次", MeasuredIf::alone},
    {U"发布会 开放日活动 开放活动 宣传活动", U"元件条份篇台名户张", U"场或者次", MeasuredIf::alone},
    {U"培训 培训班 讲座 专题培训 业务培训", U"元件条篇份台张项", U"次或者期", MeasuredIf::alone},
    {U"暗访", U"元件条篇份台名户张", U"次"},
    {U"访谈", U"元件条份台名户张", U"期或者次", MeasuredIf::alone},

    {U"演出 演出预告 议事会 宣讲会 咨询会 招聘会 恳谈会 演练 比赛 竞赛", U"元件条份篇台名户张",
     U"场"},
    {U"浏览 点击 播放 访问", U"元件台户家", U"次", MeasuredIf::scaled},

    // ------------------------------------------------------------ persons
    {U"工作人员 专职人员 兼职人员 人员 群众 干部 联络员 信息员 监督员 人数 代表", U"元件条篇份台张",
     U"人"},
    {U"参加人员 参训人员 参会人员 参加人数 参训人数 受训人员 专职人员 兼职人员 专职工作人员",
     U"场期次家", U"人"},
    {U"粉丝 关注人数 关注用户 订阅用户 粉丝数 用户数", U"元件条篇份次期场", U"人"},

    {U"接待", U"元条篇份期台张", U"人次"},
    {U"农户 住户 商户 纳税户 纳税人", U"件条次篇份期场台", U"户"},
    {U"医疗机构 中小学校 参训企业", U"条篇期份台", U"家", MeasuredIf::alone},
    {U"参加企业 参与企业 惠及企业 服务企业 走访企业 检查企业 受益企业 参加单位 参与单位 参训单位",
     U"元条篇份期台张", U"家"},
    {U"单位名录 企业名录 机构名录 景区名录 酒店名录 医院 律师事务所 公证机构 养老机构",
     U"元次篇期场台张", U"家"},

    // ------------------------------------------------------------ places and things
    {U"总里程 里程", U"元件条次篇份人", U"公里"},
    {U"岗位 床位 车位 泊位 摊位 展位", U"元件条篇份期场台户家", U"个"},
    {U"接种点 采样点 服务点 安置点 网点 站点 司法所 派出所 卫生院 避难场所", U"元件条篇份期场张",
     U"个"},
    {U"导览牌 标识牌 指示牌 公示牌 警示牌 宣传牌", U"元件条篇份期场人次户家", U"块"},
    {U"工作群 微信群 交流群", U"元份台户家张名", U"个"},
    {U"样品 样本", U"元人名户家条篇期场台", U"批次或者份"},
    {U"药品 药品目录 诊疗项目", U"元人名户家期场台", U"种"},
    {U"电子屏 显示屏 大屏 触摸屏", U"元人篇份期场名户家张", U"块或者台"},
    {U"专栏 栏目 专题 专区 板块 查阅点 公示栏 公开栏", U"元人场台名户份张", U"个"},
    {U"公告栏 公示栏 公开栏 宣传栏 电子屏", U"次场期", U"块或者处", MeasuredIf::bare},
    {U"专栏 栏目 专题 专区 板块 查阅点 公示栏 公开栏", U"条件次篇期", U"个", MeasuredIf::set_up},
    {U"政府网站 门户网站 新媒体 公众号", U"元份台名户场张", U"个"},
    {U"触摸屏 查询机 查询终端 一体机 显示屏 电脑", U"元人次篇条期场名", U"台"},
};

}  // namespace nianbao::wording
