"""Where words end in Chinese text, well enough for a line to end there and not inside a word.

Common words are known from a list; what is not known is taken for words of two characters, which
most are. No dictionary of the language is tried.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from viewer.expressions import compiled

_WORDS = """
安全 安排 案件 办案 办公 办理 办法 半年 帮助 保持 保护 保险 保障 报告 报名 报纸 本地 本年 比例
比率 比重 毕业 编制 变化 标准 表示 病床 病人 补贴 部分 部门 部署 步骤 材料 财政 财务 采购 采集
参观 参加 参与 仓库 操作 测试 层级 产品 产量 产值 产业 场地 场所 场馆 超过 车辆 车站 成本 成果
成立 成员 成功 城市 城区 城镇 常住 乘客 程度 程序 吃饭 充电 重复 抽查 出口 出台 出版 出租 储备
处理 处置 传统 窗口 创建 创新 创业 从业 村庄 村民 存款 措施 打造 大学 大赛 大型 大众 代表 贷款
单位 单项 档案 导致 到达 道路 登记 等级 地方 地区 地铁 地址 第一 电话 电力 电脑 电视 电网 电信
电子 刻度 对数 收到 到馆 调查 调解 调整 定期 订单 冻结 动态 读书 读者 短信 队伍 对比 对象 多数
儿童 发布 发电 发放 发现 发展 法律 法院 法治 翻译 反馈 返回 范围 方案 方面 方式 防控 防治 房屋
房租 访问 非法 费用 分布 分析 分类 分馆 分钟 份额 风险 服务 符合 辅导 负担 负责 附近 复核 复习
改革 改造 改善 干部 感谢 岗位 港口 高层 高校 高等 高频 高峰 高速 个人 各类 各级 耕地 更新 工厂
工程 工人 工业 工资 工作 公安 公布 公共 公告 公里 公路 公开 公民 公司 公园 公益 公用 公众 功能
供电 供给 供热 供水 供应 共同 贡献 构建 购买 购物 骨干 鼓励 固定 故障 顾客 关键 关系 关注 观众
管理 管道 馆藏 馆舍 贯彻 灌溉 广告 广场 规定 规范 规划 规模 轨道 柜台 国际 国家 国内 果树 过程
海洋 海关 航班 航空 好评 合并 合成 合格 合计 合同 合作 核查 核实 核心 河流 后勤 户籍 户外 护理
互联 互助 花费 花园 化工 划分 环境 环节 环保 换乘 回复 回收 汇总 汇聚 会议 会员 活动 活跃 货物
获得 机场 机构 机关 机会 机器 机制 积极 基本 基层 基础 基建 基金 基地 激励 及时 级别 急诊 集体
集团 集中 记录 纪念 技能 技术 季度 继续 计划 计算 家庭 家长 价格 价值 加工 加强 加快 监测 监督
监管 检测 检查 检验 检索 减少 简化 建成 建立 建设 建筑 建议 健康 将近 奖励 奖金 讲座 交付 交流
交通 交易 郊区 教师 教室 教学 教育 教练 阶段 接待 接受 街道 街面 节点 节目 节能 节约 结构 结果
结算 结束 结余 解决 解释 借阅 借出 借书 金额 金融 紧急 进出 进展 进口 进入 进行 近年 经费 经济
经验 经营 精神 精准 景区 警务 警力 警情 警员 净增 竞争 竞赛 救援 救护 救助 居民 居住 局部 举办
举报 具体 剧场 据点 距离 决定 决算 军队 开放 开发 开工 开始 开通 开展 开支 考核 考试 考虑 科技
科学 客户 客流 课程 课堂 空间 空气 控制 快递 快速 宽带 矿山 困难 扩大 垃圾 劳动 老年 老人 乐器
离开 理论 历史 利润 利用 立案 立项 联合 联系 粮食 两个 两类 三个 各个 每个 列车 林业 零售 领导
领域 流程 流动 流量 流通 楼房 路线 路程 旅客 旅游 律师 论文 落实 满意 慢性 门诊 媒体 每年 每日
每月 美术 民警 民生 民众 名称 明确 明显 模块 模式 模型 目标 目录 内部 内容 内外 南部 能力 能源
年报 年度 年级 年龄 年轻 农村 农户 农民 农业 女性 排放 排名 排水 派出 培训 配备 配套 配送 批准
批次 平安 平均 平台 评价 评估 评审 评选 破案 普查 普通 期间 期刊 其他 其余 其中 企业 启动 起诉
气体 汽车 千瓦 签约 签订 前期 强化 抢救 侵权 情况 情报 情指 球场 区域 渠道 取得 全部 全国 全面
全年 全省 全市 全县 全新 全程 权限 群众 群防 缺口 确保 确认 热线 人才 人次 人工 人口 人力 人民
人数 人员 认定 认证 认可 任务 日常 日均 日报 融合 入网 入库 软件 商标 商店 商品 商业 上传 上升
上市 上网 上线 上涨 上年 设备 设计 设立 设施 设置 社会 社区 社团 申报 申请 深化 审核 审计 审批
升级 生产 生活 生态 生物 生长 声音 省级 省市 剩余 施工 施行 湿地 十佳 时间 时期 时长 识别 实际
实施 实体 实现 实行 实验 实战 食品 使用 使命 世界 市场 市级 市民 市区 示范 事故 事件 事务 事项
事业 视频 试点 试运 适应 收藏 收费 收购 收回 收集 收入 收益 手机 手术 手续 首次 首批 受理 受益
售后 书店 书籍 书面 输出 数据 数量 数字 数值 水稻 水电 水库 水平 水质 税收 税务 司法 私人 思想
搜索 速度 宿舍 诉讼 随访 损耗 损失 缩短 所有 台账 探索 套餐 特色 特殊 提案 提出 提供 提高 提升
提取 提前 题目 体育 体系 体验 条件 调度 调研 铁路 停车 停机 通报 通过 通信 通知 同比 同步 同期
同意 统计 统一 投资 投诉 投入 投票 突出 突破 图书 图像 土地 团队 推出 推动 推广 推荐 推进 退休
外借 外卖 外来 完成 完善 晚上 网格 网点 网络 网上 网站 往返 危险 微信 违法 维护 维修 未来 位置
卫生 文化 文件 文明 文献 文学 稳定 问卷 问题 污染 污水 屋顶 无人 五年 武器 物流 物品 物业 物资
误差 西部 吸引 系统 细胞 下降 下载 下属 下年 先进 先后 纤维 县级 县城 现场 现代 现金 现有 限制
线路 线上 线下 线索 乡村 乡镇 相关 相比 详细 享受 响应 向上 项目 消防 消费 消息 消耗 小区 小时
小学 效果 效率 效益 校园 协会 协议 协作 新建 新增 新闻 新型 心理 信号 信息 信用 星级 刑事 刑侦
行动 行业 行政 形成 形式 幸福 性别 修复 修缮 需求 需要 许可 宣传 学历 学生 学术 学习 学校 巡逻
循环 训练 压力 延长 延迟 延时 严重 研究 研发 研判 养护 养老 样本 样品 药品 要求 野外 业务 夜间
一般 一次 一站 一体 一线 医疗 医生 医药 医院 依法 依托 移动 移民 以上 以下 以内 以来 以外 义务
艺术 异常 意见 意识 因素 音乐 银行 引导 引进 饮水 应急 应用 英语 迎接 营业 影响 硬件 拥有 用地
用电 用户 用水 用途 优化 优先 优秀 优质 邮件 游客 游览 有关 有效 逾期 与会 预报 预测 预防 预计
预警 预算 预约 员工 原材 原文 原因 圆满 援助 远程 愿意 月份 月均 阅读 阅览 运动 运行 运输 运营
运用 运转 灾害 载体 再生 在线 暂停 遭受 造成 责任 增加 增量 增强 增长 增幅 增速 债务 占地 占比
战斗 战略 站点 掌握 账户 招聘 招生 照明 照片 折扣 侦查 侦破 诊断 诊疗 诊所 整合 整改 整体 整治
正常 正式 证件 证据 政策 政府 政务 支出 支持 支付 支行 知识 执法 执行 直接 直播 职工 职业 职责
植物 纸质 止付 指标 指导 指挥 指数 指纹 志愿 制定 制度 制造 质量 治安 治理 治疗 智慧 智能 中层
中心 中型 中学 终端 种类 种植 重大 重点 重要 周边 周末 周期 主动 主要 主体 主任 住房 住户 住宅
住院 助学 注册 驻勤 抓获 专家 专项 专业 专门 专用 转化 转移 状况 装备 装修 追踪 准备 咨询 资本
资产 资格 资金 资料 资源 自动 自然 自助 自有 自主 综合 总额 总计 总结 总量 总数 总体 总馆 租赁
租金 组成 组织 组建 最大 最低 最多 最高 最近 最远 作物 作业 作用 作战 座位 座谈 办事处 办证率
博物馆 参与率 成功率 出租车 出版社 代表团 电动车 发电量 发电站 犯罪率 防火墙 服务点 服务站 服务区
覆盖率 高新区 公安厅 公安局 公交车 公积金 合格率 基础性 技术队 交易额 结案率 警务站 开发区 科技馆
老年人 满意度 满意率 毛利率 派出所 普及率 起诉率 人民币 入学率 社会化 生产线 失业率 实验室 使用率
体育馆 图书馆 图书室 文化馆 文化站 问卷量 信息化 幼儿园 运动会 增长率 责任制 占有率 志愿者 制造业
周转率 注册率 自行车 数据库 数字化 网格化 现代化 一体化 智能化 专业化 标准化 规范化 常态化 制度化
共和国 新能源 高速路 互联网 物联网 大数据 云平台 人工智能 公共服务 公共图书馆 基层治理 高质量
百分点 平方米 立方米 千瓦时
"""
"""Common words of reports, of two characters and more."""

_ALONE = frozenset("的地得了着过和与及或在对为从到由向被把将使让于以按比共约近达等年月日个项名")
_HANZI = compiled("[\u3400-\u9fff]+")
_KNOWN, _PAIR, _SINGLE, _PARTICLE = 0.6, 1.7, 1.05, 0.55
_LONGEST = 5


@lru_cache(maxsize=2048)
def word_ends(run: str) -> tuple[int, ...]:
    """Where a word of a run of hanzi may end, its beginning and its end among them."""
    known = _known()
    best, came = [0.0], [0]
    for end in range(1, len(run) + 1):
        costs = (
            (best[start] + _cost(run[start:end], known), -start)
            for start in range(max(0, end - _LONGEST), end)
        )
        cost, start = min(costs)
        best.append(cost)
        came.append(-start)
    ends = [len(run)]
    while ends[-1]:
        ends.append(came[ends[-1]])
    return tuple(reversed(ends))


def in_words(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every word of more than one hanzi in a text."""
    found = (
        (run.start() + first, run.start() + last)
        for run in _HANZI.finditer(text)
        for first, last in pairwise(word_ends(run[0]))
    )
    return tuple((first, last) for first, last in found if last - first > 1)


def _cost(word: str, known: frozenset[str]) -> float:
    """What it costs to take some characters for a word: the likelier, the less."""
    if word in known:
        return _KNOWN
    if len(word) == 1:
        return _PARTICLE if word in _ALONE else _SINGLE
    if len(word) > 2:
        return 9.0 * len(word)
    return _PAIR + 0.6 * sum(one in _ALONE for one in word)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(_WORDS.split())
