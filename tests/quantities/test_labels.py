import pytest

from viewer.quantities import labelled, scan
from viewer.quantities.vocabulary import words_of


def labels(text: str, language: str = "zh-CN") -> list[str]:
    return [q.label for q in labelled(text, scan(text, language), language) if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全省共充实派出所警力1793 名", ["充实派出所警力"]),
        ("省公安厅先后出台39 份指导文件,64项攻坚任务", ["出台指导文件", "攻坚任务"]),
        ("同比增长5.2%", [""]),
        (
            "实现营业收入12亿元,同比增长15%;毛利率为32.5%",
            ["营业收入", "营业收入", "毛利率"],
        ),
        ("商品房待售面积继续下降,由6.14亿平方米下降至5.43亿平方米", ["商品房待售面积"] * 2),
        ("城市的占比（包括甲,乙）为 5%", ["城市的占比"]),
    ],
)
def test_a_label_is_the_noun_phrase_of_the_clause(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_each_number_of_a_list_gets_its_own_subject() -> None:
    assert labels("粮食、棉花、油料产量分别为68285万吨、573万吨和3613万吨") == [
        "粮食产量",
        "棉花产量",
        "油料产量",
    ]
    assert labels("社会化申报率、单位注册率、信息反馈率分别达83% 、92%、100%") == [
        "社会化申报率",
        "单位注册率",
        "信息反馈率",
    ]
    assert labels("小麦、玉米、大豆价格分别为2.8元、2.3元和5.1元,分别上涨3%、下降1%和上涨2%") == [
        *("小麦价格", "玉米价格", "大豆价格"),
        *("小麦价格", "玉米价格", "大豆价格"),
    ]
    assert labels("第二、第三产业占比分别回落2个和1个百分点") == ["第二产业占比", "第三产业占比"]
    assert labels("制造业、服务业活动指数和综合产出指数分别为48%、53%和54%") == [
        "制造业产出指数",
        "服务业活动指数",
        "综合产出指数",
    ]
    assert labels("甲类、乙类指数分别下降0.8点和1.1点,降幅为0.6%和0.9%") == [
        *("甲类指数", "乙类指数"),
        *("甲类指数降幅", "乙类指数降幅"),
    ]
    assert labels("对两大市场出口增速分别为北区(16%)、南区(32%)及邻县(7%)")[1:] == [
        "北区出口增速",
        "南区出口增速",
        "邻县出口增速",
    ]
    assert labels("一、二、三产业增加值分别为12亿元、83亿元和10亿元") == [
        "一产业增加值",
        "二产业增加值",
        "三产业增加值",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("库存降至历史低位,仅有12万吨", ["库存"]),
        ("销量是上年的3.5倍", ["销量"]),
        ("经费支出2.4万亿元,与GDP之比为2.4%", ["经费支出", "经费支出与GDP之比"]),
        ("粮食总产量50万吨。其中,夏粮20万吨", ["粮食总产量", "夏粮产量"]),
        ("人均产值8.9万元,折合1.2万美元", ["人均产值"] * 2),
        ("在校生260人,教职工18人,其中教授3人", ["在校生", "教职工", "教授"]),
        ("出口17亿元,进口14亿元,顺差3亿元", ["出口", "进口", "顺差"]),
        ("人均收入4.5万元,增长7%,实际增长6%", ["人均收入"] * 3),
        ("城乡收入比由上年的2.18缩小至2.12", ["上年城乡收入比", "城乡收入比"]),
        ("产值增长6%,高于全市平均水平0.5个百分点", ["产值", "产值高于全市平均水平"]),
        ("前三季度费用率为8.6%", ["费用率"]),
        ("山前地区人口占39%,山后地区占25%", ["山前地区人口占比", "山后地区人口占比"]),
        (
            "甲省人口比重上升2个百分点,乙省下降1个百分点",
            ["甲省人口比重上升", "乙省人口比重下降"],
        ),
        ("新收刑事案件64件,审结60件", ["新收刑事案件", "审结刑事案件"]),
        ("装车量减少215车或2.3%", ["装车量减少"] * 2),
        ("推进网上办事,41%的事项实现当场办结", ["实现当场办结的事项"]),
        ("将拿出30万元奖金,", ["奖金"]),
        ("三省粮价下跌,29个省份价格下降", ["价格下降的省份"]),
        ("钢材产量1.02亿吨,同比+3.2%,环比（+1%）", ["钢材产量"] * 3),
        ("工业产值增长6.3%;1-9月份增长6.1%", ["工业产值"] * 2),
        ("原油报78.6美元/桶,盘中一度跌破77美元", ["原油"] * 2),
        ("库存减少450万桶,预期减少200万桶", ["库存减少", "预计库存减少"]),
        ("生猪存栏28万头,出栏45万头", ["生猪存栏", "生猪出栏"]),
        ("审结盗窃、抢夺等案件22件36人", ["审结盗窃、抢夺等案件", "审结盗窃、抢夺等案件人数"]),
        ("收案90件,结案80件,比上年分别上升2%和3%", ["收案", "结案"] * 2),
        ("投资贡献率提高到31%,采矿业比重从12%上升到14%", ["投资贡献率", *["采矿业比重"] * 2]),
        ("经过多年治理,近300万库区居民实现搬迁", ["实现搬迁的库区居民"]),
        ("家具价值上升12%;其次为其他日用品,上升5%", ["家具价值", "其他日用品"]),
        ("服装（上升7%）;百货（零售量上升9%）;燃料（每吨5元）", ["服装", "百货零售量", "燃料"]),
        ("网上销售占7%,临时估计为24亿元", ["网上销售占比", "网上销售"]),
        ("- 24H1公司营收19亿元创历史同期单季度新高 同比+9%", ["营收"] * 2),
        ("剥离旧业务后营收同增1.4%", ["剥离旧业务后营收"]),
        ("人均产值8万元,按年平均汇率折算达1.2万美元", ["人均产值"] * 2),
        ("菜价每公斤4元,为连续3周下跌后首次上涨,同比低11%", ["菜价"] * 2),
        ("本科生188人 硕士12人", ["本科生", "硕士"]),
        ("农村秸秆还田量在70%以上", ["农村秸秆还田量"]),
        ("全国旅客已累积突破13亿,车站人数每天都突破9万人次", ["全国旅客", "车站人数"]),
        ("航空公司每天提供104万左右的座位", ["提供座位"]),
        ("最近五年获得科研经费超过2亿元", ["获得科研经费"]),
        ("商品煤产量269万吨,较前一日减少12万吨", ["商品煤产量", "商品煤产量减少"]),
        ("每股盈利为港币0.63元（2024年:港币1.12元）", ["每股盈利"] * 2),
        ("全社会研发投入年均增长12.5%", ["全社会研发投入"]),
        ("成本占比从35%攀升至41%", ["成本占比"] * 2),
        ("煤价报每吨559元,环比再降每吨3元", ["煤价", "煤价再降"]),
        ("甲省已收获小麦6424万亩,进度超七成半", ["甲省已收获小麦面积", "甲省进度"]),
        ("财政厅昨公布出口640亿元", ["出口"]),
        ("全国247家钢厂开工率78.6%", ["钢厂", "钢厂开工率"]),
    ],
)
def test_a_clause_without_a_subject_takes_that_of_the_one_before(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


def test_english_labels_are_the_subject_of_the_verb() -> None:
    text = "Public debt charges increased 35.7% this year. New sales surged 5.8% in May."
    assert labels(text, "en") == ["Public debt charges increase", "New sales increase"]


def test_labels_change_nothing_else() -> None:
    found = scan("占三分之一以上,数千家,2020年增长5%")
    assert [
        (q.span, q.value, q.kind) for q in labelled("占三分之一以上,数千家,2020年增长5%", found)
    ] == [(q.span, q.value, q.kind) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("其中在校生7万人,在研项目46个,有息负债3亿元", ["在校生", "在研项目", "有息负债"]),
        ("文盲率由5.83%下降为2.95%,下降2.88个百分点", ["文盲率", "文盲率", "文盲率下降"]),
        ("全年平均气温17.4℃,节约办事费用190亿元", ["平均气温", "节约办事费用"]),
        ("交通部门设立服务站3100多个", ["服务站"]),
        ("全省交管部门共查处酒驾78.6万起", ["查处酒驾"]),
        ("定期存款5亿元,占72.15%", ["定期存款", "定期存款占比"]),
    ],
)
def test_a_label_has_no_actor_opening_or_dangling_verb(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_a_noun_of_few_characters_takes_its_predicate_before_it() -> None:
    text = "设置服务事项74项,有56项实现零跑腿,6所高校入选国家名单"
    assert labels(text) == ["服务事项", "实现零跑腿的服务事项", "入选国家名单的高校"]


def test_land_that_is_told_by_its_crop_is_an_area() -> None:
    assert labels("临江市300多万亩冬油菜开始播种") == ["临江市冬油菜面积"]


def test_a_member_of_a_list_takes_measure_or_owner_from_the_one_before() -> None:
    assert labels("户籍人口120万人,其中男性64万人,女性56万人") == [
        "户籍人口",
        "男性户籍人口",
        "女性户籍人口",
    ]
    assert labels("服务热线接通率为95%,满意率98.6%") == ["服务热线接通率", "服务热线满意率"]
    assert labels("原油5.06亿吨,每吨4216.9元,下跌0.2%") == [
        "原油",
        "原油每吨价格",
        "原油每吨价格",
    ]


def test_ranks_and_deeds_of_a_list_are_carried_on() -> None:
    assert labels("国家级度假区1个,省级6个") == ["国家级度假区", "省级度假区"]
    assert labels("出口机电产品13.7万亿元,其中汽车7629.7亿元") == ["出口机电产品", "出口汽车"]


def test_changes_dealt_out_one_by_one_take_the_labels_of_the_numbers_before() -> None:
    text = "新收案件168件,审执结案件163件,同比分别上升9.42%和11.05%"
    assert labels(text) == ["新收案件", "审执结案件"] * 2


def test_the_month_belongs_to_a_bare_word() -> None:
    assert labels("6月份，发电4210亿千瓦时") == ["6月份发电"]


def test_a_wide_space_parts_a_heading() -> None:
    assert labels("三夏生产全面铺开\u3000全国麦收进度过七成") == ["全国麦收进度"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Core inflation, which strips out food, edged down to 4.2%. "
            "Output cuts of 2.2 million barrels were agreed.",
            ["Core inflation", "Output cuts"],
        ),
        ("Shipments to China, the largest partner, rose 12.6%, and those to Peru fell 3%.",
         ["Shipments to China increase", "Shipments to Peru fall"]),
        ("Job gains occurred in health care (72K), government (71K).",
         ["Job gains in health care", "Job gains in government"]),
        ("In May we completed a £100 million share buyback.", ["share buyback"]),
        ("It has 18,500 people, of whom 43% are women.", ["people", "women"]),
    ],
)  # fmt: skip
def test_english_labels_name_the_thing_and_not_the_sentence(text: str, expected: list[str]) -> None:
    assert labels(text, "en") == expected


def test_members_dealt_out_per_unit_keep_the_measure() -> None:
    text = "草鱼和鲫鱼批发市场周均价每公斤分别为16.8元和19.85元"
    assert [q.label for q in labelled(text, scan(text))] == ["草鱼周均价", "鲫鱼批发市场周均价"]


def test_a_counted_noun_that_begins_like_a_preposition_is_one() -> None:
    text = "另有181家上市公司披露了快报"
    assert labelled(text, scan(text))[0].label.startswith("上市公司")


def test_the_value_added_of_firms_is_theirs() -> None:
    text = "预计乡镇企业增加值可达24000亿元"
    assert labelled(text, scan(text))[0].label == "预计乡镇企业增加值"


def test_english_sizes_before_their_move_and_forecasts_speak_of_what_moves() -> None:
    text = "It was caused by a 3.1% drop in energy prices. Analysts expected exports to rise 0.7%."
    assert [q.label for q in labelled(text, scan(text, "en"), "en")] == [
        "energy prices drop",
        "expected exports increase",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务执勤（9.6万起）及其他出动（10.5万起）", ["公务执勤", "其他出动"]),
        ("接报火灾74起，死亡19人，受伤22人", ["接报火灾", "接报火灾死亡人数", "接报火灾受伤人数"]),
        ("但其中63.5%为灭火行动", ["灭火行动"]),
        ("今年预计将首次突破1.4万亿斤", [""]),
        ("快递业务收入比重下降0.5个百分点", ["快递业务收入比重下降"]),
        (
            "东、中、西部地区业务量比重分别为80%、12.7%和7.3%",
            ["东部地区业务量比重", "中部地区业务量比重", "西部地区业务量比重"],
        ),
        (
            "海运货物、河运货物分别上升8%、4%，达4690万吨、1810万吨",
            ["海运货物", "河运货物"] * 2,
        ),
        (
            "同城、异地业务量分别占全部业务量的16%、81%；业务收入分别占9.4%、51.1%",
            ["同城业务量占比", "异地业务量占比", "同城业务收入占比", "异地业务收入占比"],
        ),
    ],
)
def test_words_next_to_a_number_and_members_of_lists_name_it(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


def test_money_is_named_by_its_use() -> None:
    assert labels("拟投入8.5亿元用于管网改造")[0] == "管网改造投入"


def test_an_english_sentence_that_refers_back_takes_the_name_before() -> None:
    text = (
        "Operating margin was 13.2%. In 2022 it had been 12.4%. A year earlier that rate was 11%."
    )
    assert labels(text, "en") == ["Operating margin"] * 3
    text = "Harbour Lines said on 3 March that revenue for the year rose 7.4%."
    assert labels(text, "en") == ["revenue increase"]


def test_one_word_for_two_groups_is_dealt_out() -> None:
    text = "城乡居民人均可支配收入分别达到5.23万元和2.87万元"
    assert labels(text) == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("网案由去年上半年的1250宗微增至1310宗", ["去年上半年网案", "网案"]),
        ("網案由去年上半年的1250宗微增至1310宗", ["去年上半年網案", "網案"]),
        ("入室盗窃由2023年的820起略降至790起", ["入室盗窃"] * 2),
        ("今年共录得火警320宗,较去年同期减少15宗", ["火警", "火警减少"]),
        ("电话诈骗仍是重点,共录得430宗,涉及的损失金额为4亿元", ["电话诈骗", "损失金额"]),
        ("當中女生佔四成二", ["女生佔比"]),
        ("损失金额由上年的4亿元降至3亿元", ["上年损失金额", "损失金额"]),
        (
            "共查处违章95起,较去年同期的120起减少25起",
            ["查处违章", "去年同期查处违章", "查处违章减少"],
        ),
        ("出厂价格指数为50.2%,预期49.8%", ["出厂价格指数", "出厂价格指数预期"]),
        (
            "有各类幼儿园96家,其中公办51家、民办45家,床位620张",
            ["各类幼儿园", "公办幼儿园", "民办幼儿园", "幼儿园床位"],
        ),
        ("修路95公里,未完成年度目标100公里", ["修路", "修路年度目标"]),
        ("校方的目标是把借阅量提升至15万册,至今发出提示6万次", ["借阅量目标", "发出提示"]),
    ],
)
def test_verbs_adverbs_and_aims_around_a_number_are_no_part_of_its_label(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We run 84 trams and 19 ferries. Some 48 electric buses entered service.",
         ["trams", "ferries", "electric buses that entered service"]),
        ("Turnout was 60%. At least 94% of stops are open.", ["Turnout", "stops"]),
        ("Visitors numbered 3,000. More than 4,000 came in May.", ["Visitors", "Visitors in May"]),
    ],
)  # fmt: skip
def test_a_sentence_that_opens_with_a_bound_names_its_own_thing_or_goes_on(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年门急诊28万人次,出院3万人次;手术6千台次", ["门急诊人次", "出院人次", "手术台次"]),
        ("全年接待游客28万人次", ["接待游客"]),
        (
            "门诊20万人次,网上接诊3万人次,后者占门诊总量的15%",
            [
                "门诊人次",
                "网上接诊人次",
                "网上接诊人次占门诊总量",
            ],
        ),
        ("课题126项,其中市级99项,其余27项为县级课题", ["课题", "市级课题", "县级课题"]),
        ("期末在手订单35亿元", ["在手订单"]),
        ("年度投资860亿元,截至6月底已完成473亿元", ["年度投资", "年度投资"]),
    ],
)
def test_a_label_is_whole_and_says_what_is_counted(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("拟以总股本5.2亿股为基数派发红利。", ["总股本"]),
        (
            "生产总值达5600亿元；财政收入迈过千亿大关，达1330亿元，增长28.55%。",
            ["生产总值", "财政收入", "财政收入"],
        ),
        (
            "完成课题126项；到账经费再创新高，达1.04亿元。",
            ["课题", "到账经费"],
        ),
        (
            "全年小麦播种面积39万亩，总产量10.6万吨，下降2.2%。",
            ["小麦播种面积", "小麦总产量", "小麦总产量"],
        ),
        (
            "全市受理诉求15420件，减少2180件；办结15263件，办结率99.0%。",
            ["受理诉求", "受理诉求减少", "办结诉求", "诉求办结率"],
        ),
        ("整体物价在二零零七年十月份上升3.2%。", ["整体物价"]),
        (
            "（二）社会保险基金预算。收入148.2亿元，为预算180.0亿元的82.3%，下降5%。",
            ["社会保险基金收入", "社会保险基金收入预算", "社会保险基金收入预算完成率",
             "社会保险基金收入"],
        ),
    ],
)  # fmt: skip
def test_a_bare_number_is_called_by_the_clause_or_heading_before(
    text: str, expected: list[str]
) -> None:
    assert labels(text) == expected


def test_no_label_ends_within_a_verb_of_change() -> None:
    cut = {}
    for verb in words_of("zh", "change.verb"):
        text = f"渔获{verb}5.2%。"
        labels = {one.label for one in labelled(text, scan(text)) if one.is_metric}
        if labels - {"", "渔获", f"渔获{verb}"}:
            cut[verb] = labels
    assert cut == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("面对7场强降雨过程,全市启动响应。", ["强降雨过程"]),
        ("受理申请3905份,通过2876份,通过率73.6%", ["受理申请", "通过申请", "申请通过率"]),
        ("总支出1.5亿元,占上年末净资产的71%", ["总支出", "总支出占净资产"]),
        ("体育产业总产出158亿元,现价增长9%;增加值61亿元",
         ["体育产业总产出", "体育产业总产出", "体育产业增加值"]),
        ("产生一般废物4120吨,综合利用2884吨、处置1071吨",
         ["产生一般废物", "一般废物综合利用量", "一般废物处置量"]),
        ("公共预算支出22亿元,其中民生支出占78%", ["公共预算支出", "民生支出占公共预算支出"]),
        ("两项指标都是最好水平", ["指标"]),
        ("项目支出超2.9亿元,受益青少年达12万人次", ["项目支出", "受益青少年"]),
        ("粮食播种面积62万亩,总产28万吨,单产446公斤/亩",
         ["粮食播种面积", "粮食总产", "粮食单产"]),
        ("高标准农田累计建成41万亩,当年新增3.5万亩,超计划0.5万亩",
         ["高标准农田建成", "高标准农田新增", "高标准农田新增超计划"]),
        ("能繁母猪1.9万头,为正常保有量的101%", ["能繁母猪", "能繁母猪相当于正常保有量"]),
        ("邮政业务收入和业务总量累计完成5028亿元和8765亿元,同比分别增长11%和22%",
         [*["邮政业务收入", "业务总量"] * 2]),
        ("就业占比提高到62.7%,年均提高1.5个百分点", ["就业占比", "就业占比提高"]),
        ("从业人员总量于2014年达到763万人", ["从业人员总量"]),
        ("快递、冷链、仓储对园区增收的贡献率分别是41%、24%、35%",
         ["快递对园区增收贡献率", "冷链对园区增收贡献率", "仓储对园区增收贡献率"]),
        ("对接销售农产品100亿元", ["对接销售农产品"]),
        ("为600多名家庭困难的大病患者资助费用", ["家庭困难的大病患者"]),
        ("第三产业和居民生活用电分别为78亿千瓦时、53亿千瓦时", ["第三产业用电", "居民生活用电"]),
        ("电网负荷三创新高,7月3日达到892万千瓦", ["电网负荷"]),
        ("工程建成后可使干流水位再降15%", ["干流水位"]),
    ],
)  # fmt: skip
def test_a_label_names_what_a_short_clause_leaves_out(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
