"""Measure words and units of the language: what may follow a number, and what it then measures."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

from viewer.quantities.traditional import simplified


class Sort(Enum):
    """What a unit says about its number."""

    THING = auto()
    MONEY = auto()
    MEASURE = auto()
    PART = auto()
    POINTS = auto()
    TIMES = auto()
    SPAN = auto()
    AGE = auto()


def listed(words: str) -> tuple[str, ...]:
    """The rows of a table that is written as words parted by white space."""
    return tuple(words.split())


THINGS = listed("""
个 名 人 项 部分 件 起 条 家 户 所 座 台 套 辆 艘 架 篇 部 种 类 次 批 处 份 张 位 支 只 头 匹 棵 株
笔 场 轮 组 对 双 栋 幢 间 枚 块 片 册 本 首 幅 门 班 点 方面 步 层 道 章 节 人次 例 宗 桩 口 眼
列 趟 班次 架次 车次 艘次 辆次 台次 户次 件次 例次 人份 剂次 剂 针 针次 床 张床位 床位 席 届次
集 档 款 招 顶 把 根 粒 颗 朵 束 丛 尾 羽 峰 盏 扇 堵 面 杆 枝 管 瓶 盒 袋 包 罐 听 杯 碗 盘 锅
桌 餐 顿 堂 课时 票 封 页 行 句 字 字节 版次 股 手 单 票次 券 卡 通 则 幕 曲 出 台套 台（套）
台(套) 件（套） 件(套) 辆（次） 人（次） 大类 小类 大项 小项 大 路 省 市 县 区 乡 镇 村 街道
社区 村组 国 国家 校 院 厂 站 馆 店 网点 门店 岗位 亿人 病例 死者 对儿 处次 点次 起次 宗次 项次
批次 航次 场次 班列 标准箱 标箱 箱 自然箱 TEU 标准件 个班次 单位 用户 户数 人数 门次 学分 学位
奖次 金 银 铜 分 码洋 梯次 站点 进球 回合 局 盘次 杆次 记 拳 口井 眼井 井次 对次 孔 跨 榀 樘
床日 人日次 家次 点位次 吨次 头次 只次 笔次 张次 延米 穴 窝 胎 胞 苗 垄 畦 畈 墩 段
端 副 具 尊 樽 帖 贴 味 付 服 栏 联 令 摞 沓 叠 排 串 挂 吊
捆 扎 打 缸 篓 车 筐 担 抬 袭 席位 人年 人天 人日 名次
""")
MONEY = listed("""
元 美元 港元 欧元 日元 英镑 卢布 韩元 人民币 元人民币 港币 台币 新台币 澳元 加元 瑞士法郎 法郎
卢比 泰铢 泰国铢 新元 新加坡元 澳门元 马克 里亚尔 第纳尔 里拉 比索 先令 克朗 瑞典克朗 挪威克朗
丹麦克朗 雷亚尔 兰特 林吉特 越南盾 印尼盾 坚戈 图格里克 加拿大元 澳大利亚元 新西兰元 日圆 美金
圆 块钱 角 角钱 毛 毛钱 分钱 元钱 美分 港仙 仙 令吉 奈拉 埃镑 肯尼亚先令 比特币 SDR 特别提款权
""")
MEASURES = listed("""
公吨 公担
吨 千克 公斤 克 毫克 微克 斤 市斤 亩 市亩 公顷 亩次 平方公里 平方千米 平方米 平方厘米 平方毫米
平方英里 平方英尺 平米 立方米 立方千米 立方公里 立方厘米 立方分米 立方英尺 立方 方 米 公里 千米
里 华里 厘米 毫米 微米 纳米 海里 英里 英尺 英寸 码 千瓦时 千瓦小时 兆瓦时 吉瓦时 瓦时 千瓦 兆瓦
吉瓦 太瓦时 瓦 度 度电 吨标准煤 标准煤 吨标煤 克标准煤 千克标准煤 升 毫升 公升 加仑 蒲式耳 盎司
磅 担 桶 ℃ 摄氏度 华氏度 °C 伏 千伏 兆伏 伏安 千伏安 兆伏安 安 毫安时 安时 欧姆 欧 千卡 卡 焦耳
千焦 兆焦 吉焦 焦 帕 千帕 兆帕 百帕 分贝 赫兹 千赫 兆赫 吉赫 比特 兆 吉 太字节 吉字节 兆字节
千字节 拍字节 吨公里 人公里 吨海里 换算吨公里 载重吨 总吨 载重吨位 修正总吨 吨位 皮长公里 芯公里
车公里 列公里 公里车道 公里航道 马力 桶油当量 吨油当量 吨二氧化碳 吨二氧化碳当量 二氧化碳当量 莱
坪 勒克斯 流明 坎德拉 英热单位 英热 标准立方米 标方
立方英里 光年 海里小时 巴 毫巴 牛 千牛 牛顿 弧度 贝克勒尔
毫希沃特 微希沃特 戈瑞 纳戈瑞 微戈瑞 毫戈瑞 摩尔 毫摩尔 kg g mg μg µg
t km m cm mm μm nm km2 km² m2 m² m³ m3
hm² hm2 ha L l ml mL kW kw MW GW TW kWh KWh kwh MWh GWh TWh kV KV kVA KVA MVA mAh Ah Hz kHz MHz
GHz THz KB MB GB TB PB EB kB bps Kbps Mbps Gbps Tbps Pa kPa MPa hPa dB J kJ MJ GJ TJ cal kcal
mol km/h m/s mg/L mg/m³ μg/m³ µg/m³ ppm ppb
""")
CODES = listed("""
USD CAD EUR GBP JPY CNY RMB AUD CHF INR HKD NZD SEK NOK DKK BRL MXN KRW RUB ZAR TRY SGD
""")
NATIONAL = listed("""
KShs KSh Kshs Ksh USh Ush TSh Shs Sh KES UGX TZS ETB NGN GHS THB IDR MYR PHP VND PKR BDT LKR NPR
EGP SAR AED QAR KWD ILS PLN CZK HUF CLP COP ARS TWD
""")
SIGNS = "$€£¥₹￥"
"""What stands before its number: codes of money, of less known ones the local words, and signs."""
PARTS = listed("% ％ ‰ ‱ 成")
POINTS = listed(
    "个百分点 百分点 个点 个千分点 千分点 个基点 基点 BP bp bps 个bp 个BP pct pcts pp ppt pps 个pct"
)
TIMES = listed("倍 番 成倍 X x")
SPANS = listed("""
年 个月 月 天 日 周 小时 个小时 分钟 秒 秒钟 毫秒 微秒 纳秒 星期 个星期 季度 个季度 工作日
个工作日 个自然日 自然日 学时 载 昼夜 个昼夜 世纪 个世纪 周年 年度 个年度 交易日 个交易日 刻钟
钟头 个钟头 学年 个学年 年间 天时间 个年头 年头 学期 个学期 个周 个多月 个半月 个多小时 个半小时
个多星期 个月份 夜 晚 宿 个晚上 个时辰 时辰 课时制 旬
""")
AGES = listed("岁 周岁 月龄 日龄 岁龄")

_TABLE: tuple[tuple[tuple[str, ...], Sort], ...] = (
    (THINGS, Sort.THING),
    (MONEY, Sort.MONEY),
    (MEASURES, Sort.MEASURE),
    (SPANS, Sort.SPAN),
    (PARTS, Sort.PART),
    (POINTS, Sort.POINTS),
    (TIMES, Sort.TIMES),
    (AGES, Sort.AGE),
)
SORTS: dict[str, Sort] = {unit: sort for units, sort in _TABLE for unit in units}
_BY_FIRST: dict[str, tuple[str, ...]] = {}
for _unit in sorted(SORTS, key=len, reverse=True):
    _BY_FIRST[_unit[0]] = (*_BY_FIRST.get(_unit[0], ()), _unit)

PER = "/每"
_NOT_BEFORE = {
    "人": "民均才类工力体生物文士际",
    "元": "旦宵素",
    "毛": "利衣巾线毯笔病坯",
    "站": "台点长立在出起稳",
    "年": "级轻龄画迈货",
    "路": "线公电车",
    "分": "之别布析为成数",
    "位": "数于置一",
    "度": "假",
    "国": "有企资道产民",
    "院": "校",
    "节": "气目能约日假水",
    "校": "区园外内际企服级",
    "省": "级道内外委政会公直厅",
    "市": "级场值民委政内外公",
    "县": "级委政道内外公",
    "区": "间域别",
    "村": "级民委",
    "里": "面程",
    "安": "全装置",
    "通": "过",
    "出": "台租口",
    "期": "间",
    "步": "入伐",
    "面": "积向临对",
    "机": "关构制动",
    "大": "卡学厦楼桥院队厅堂道部促",
    "处": "于理置罚",
    "米": "粉",
    "方": "面案式便法",
    "网": "络上",
    "课": "题",
    "成": "为立功果员本都熟品交长套就",
    "克": "服",
    "营": "业收",
    "团": "队体",
    "师": "生资",
    "军": "队事",
    "连": "续",
    "月": "均",
    "单": "位个独",
    "卡": "车",
    "手": "机续",
    "金": "融额",
    "点": "对燃评赞",
    "个点": "位对",
    "版": "本",
    "路径": "",
    "行": "业动",
    "则": "",
    "打": "击造",
    "付": "款",
    "服": "务",
    "联": "合",
    "排": "放名",
    "味": "",
    "段": "",
    "副": "",
    "焦": "煤炭化点虑距",
    "欧": "元洲",
    "牛": "羊肉奶",
    "车": "站道辆间型厢主库位祸皮队速牌险展模贷市间企用流",
    "代": "",
}  # fmt: skip


def unit_at(text: str, at: int) -> str:
    """The longest unit that starts at `at`, with what it is counted per (元/吨); '' for none."""
    unit = _plain_unit(text, at)
    if not unit:
        return ""
    end = at + len(unit)
    if text.startswith("(次)", end) or text.startswith("（次）", end):
        return text[at : end + 3]
    for _ in range(2):
        step = end
        while step < len(text) and text[step] in " /每·":
            step += 1
        while text.startswith(("百", "千", "万"), step) and step > end:
            step += 1
        per = _plain_unit(text, step) if "/" in text[end:step] or "每" in text[end:step] else ""
        if not per or step - end > 4:
            break
        end = step + len(per)
    return text[at:end]


_CURRENCIES = frozenset((*CODES, *NATIONAL, "Rs", "Rs."))
_LATIN = {unit.lower() for unit in SORTS if unit.isascii() and len(unit) > 1}
_LATIN_POINTS = frozenset(unit.lower() for unit in POINTS if unit.isascii())
_LATIN_AT_MOST = 6


def _latin_unit(text: str, at: int) -> str:
    """A unit of Latin letters, in whatever case (Gwh, KWH, mw)."""
    end, last = at, min(len(text), at + _LATIN_AT_MOST)
    while end < last and text[end].isascii() and text[end].isalpha():
        end += 1
    return text[at:end] if text[at:end].lower() in _LATIN else ""


def _plain_unit(text: str, at: int) -> str:
    if at >= len(text):
        return ""
    for unit in _BY_FIRST.get(text[at], ()):
        if not text.startswith(unit, at):
            continue
        end = at + len(unit)
        after = text[end] if end < len(text) else ""
        if unit[-1].isascii() and unit[-1].isalnum() and after.isascii() and after.isalnum():
            continue
        if after and after in _NOT_BEFORE.get(unit, ""):
            continue
        return unit
    return _latin_unit(text, at) if text[at].isascii() else ""


def is_currency(unit: str) -> bool:
    """Whether a unit stands before its number."""
    return unit in _CURRENCIES or unit[-1:] in tuple(SIGNS)


@lru_cache(maxsize=256)
def sort_of(unit: str) -> Sort | None:
    """What the unit says; of `元/吨` and `人次` the first part decides; None where unknown."""
    unit = simplified(unit)
    sort = SORTS.get(unit)
    if sort is None and is_currency(unit):
        return Sort.MONEY
    if sort is None and unit.lower() in _LATIN:
        return Sort.POINTS if unit.lower() in _LATIN_POINTS else Sort.MEASURE
    if sort is None and unit:
        head = unit.replace("每", "/").partition("/")[0].strip()
        sort = SORTS.get(head.removesuffix("(次)").removesuffix("（次）"))
        if sort is Sort.THING and head != unit:
            return Sort.MEASURE
    return Sort.MEASURE if sort is None and unit in SORTS else sort
