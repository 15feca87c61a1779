"""Relations of short reports of many kinds: those that hold, and those with one number wrong."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "an earlier value in brackets that leaves unit and scale out",
        "Net sales were SEK 740 million (685), an increase of 8%.",
        {("change", "SEK 740 million", "685", "8%"): True},
    ),
    (
        "an earlier value in brackets that leaves unit and scale out, wrong",
        "Net sales were SEK 740 million (685), an increase of 18%.",
        {("change", "SEK 740 million", "685", "18%"): False},
    ),
    (
        "a value in brackets with the time of its own",
        "The backlog stood at $5.4 billion at the end of May ($5.1 billion at the end of April).",
        {("change", "$5.4 billion", "$5.1 billion"): None},
    ),
    (
        "then and now",
        "Last year 2,410 flats were let; this year the number rose to 2,655.",
        {("change", "2,655", "2,410 flats"): None},
    ),
    (
        "then and now in Chinese",
        "去年全市登记船舶4,120艘，今年增至4,380艘。",
        {("change", "4,380艘", "4,120艘"): None},
    ),
    (
        "a multiple of an earlier level",
        "全年装机62.4万千瓦，是上年的1.6倍。",
        {("change", "62.4万千瓦", "1.6倍"): None},
    ),
    (
        "twice an earlier level, wrong",
        "Gifts reached $4.8 million, twice the $1.6 million of 2020.",
        {("change", "$4.8 million", "$1.6 million", "twice"): False},
    ),
    (
        "a change between its base and its level",
        "今年最大负荷1,830万千瓦，比去年的峰值1,700万千瓦高出130万千瓦，增长7.6%。",
        {
            ("change", "1,830万千瓦", "1,700万千瓦", "130万千瓦"): True,
            ("change", "1,830万千瓦", "1,700万千瓦", "7.6%"): True,
        },
    ),
    (
        "so many of a whole",
        "Of its 4,300 staff, 1,290 work at night, 30 per cent.",
        {("part", "4,300 staff", "1,290", "30 per cent"): True},
    ),
    (
        "so many of a whole with a share, wrong",
        "Some 540 of the 900 shops asked, or 66.0%, will stay open.",
        {("part", "900 shops", "540", "66.0%"): False},
    ),
    (
        "a share of a number that stands between the words",
        "机电产品出口45.2亿元，占出口总额113.0亿元的40.0%。",
        {("part", "113.0亿元", "45.2亿元", "40.0%"): True},
    ),
    (
        "a part in brackets behind its share",
        "受访住户共1,500户，四成（600户）有养宠物。",
        {("part", "1,500户", "600户", "四成"): True},
    ),
    (
        "a part counted by another counter",
        "新生860名，其中女生430人，占50%。",
        {("part", "860名", "430人", "50%"): True},
    ),
    (
        "a total that closes its sentence, wrong",
        "The firm shut 31 mines in the west and 24 in the east, 75 in all.",
        {("sum", "75", "31 mines", "24"): False},
    ),
    (
        "parts that bear the name of a total some figures before them, wrong",
        "全年收入52.0亿元，净利润4.1亿元。客运、货运、仓储业务收入分别为30.0亿元、14.0亿元和3.0亿元。",
        {("sum", "52.0亿元", "30.0亿元", "14.0亿元", "3.0亿元"): False},
    ),
    (
        "an aim that the words behind it name",
        "准点率达到97.1%，超过96%的目标。",
        {("target", "96%", "97.1%"): None},
    ),
    (
        "an aim and what came of it",
        "The port missed its goal of 90% and unloaded 84.5% of ships on time.",
        {("target", "90%", "84.5%"): None},
    ),
    (
        "a difference from a plan is no change",
        "The ward treated 3,800 patients, 300 more than planned.",
        {},
    ),
    (
        "a base in the sentence after its level",
        "年末奶牛存栏52.6万头。与上年末的50.1万头相比，增加2.5万头。",
        {("change", "52.6万头", "50.1万头", "2.5万头"): True},
    ),
    (
        "a base in the sentence after its level, wrong",
        "年末奶牛存栏52.6万头。与上年末的50.1万头相比，增加3.5万头。",
        {("change", "52.6万头", "50.1万头", "3.5万头"): False},
    ),
    (
        "a rate of an earlier time that goes by 这一比率",
        "期末负债率48.3%。年初时这一比率为50.5%，一年间回落2.2个百分点。",
        {("change", "48.3%", "50.5%", "2.2个百分点"): True},
    ),
    (
        "an earlier month that opens the next sentence",
        "6月份钢厂产钢415万吨。环比多完成25万吨，增长6.4%。5月受检修影响，产钢只有390万吨。",
        {
            ("change", "415万吨", "390万吨", "25万吨"): True,
            ("change", "415万吨", "390万吨", "6.4%"): True,
        },
    ),
    (
        "a change in the sentence after its level",
        "景区门票总额达364亿元。与去年同期比较，总额增加28亿元，增幅为8.3%。",
        {("change", "364亿元", "28亿元"): True, ("change", "364亿元", "8.3%"): True},
    ),
    (
        "a change that leads to the level right behind it",
        "2017年企业平均负债率为61.40%，而进入2018年继续下滑1.2个百分点，下降至60.20%。",
        {("change", "60.20%", "61.40%", "1.2个百分点"): True},
    ),
    (
        "a year before in English",
        "The operating margin widened to 11.5%. In 2021 it had been 10.9%.",
        {("change", "11.5%", "10.9%"): None},
    ),
    (
        "a rise by an amount to a level, or a rate",
        "Operating profit increased by $6.3 million to $52.1 million, or 13.8%.",
        {
            ("change", "$52.1 million", "$6.3 million"): True,
            ("change", "$52.1 million", "13.8%"): True,
        },
    ),
    (
        "a rise by an amount to a level, or a wrong rate",
        "Operating profit increased by $6.3 million to $52.1 million, or 19.8%.",
        {
            ("change", "$52.1 million", "$6.3 million"): False,
            ("change", "$52.1 million", "19.8%"): False,
        },
    ),
    (
        "a rate, the time that it is measured over, level and base",
        "Orders grew 20% over the year to £120 million from £100 million.",
        {("change", "£120 million", "£100 million", "20%"): True},
    ),
    (
        "a wrong rate year on year before level and base",
        "Orders grew 26% year on year to £120 million from £100 million.",
        {("change", "£120 million", "£100 million", "26%"): False},
    ),
    (
        "a completion of a named aim, of the level that the sentence before gives",
        "前三季度接待旅客630.0万人次。与上年相比，升幅为5.0%，并达全年840万人次目标的75.0%。",
        {
            ("change", "630.0万人次", "5.0%"): None,
            ("target", "840万人次", "630.0万人次", "75.0%"): True,
        },
    ),
    (
        "an estimate is no base of the printed change",
        "Orders tumbled 8.2 percent to 1.412 million in May, compared to a preliminary estimate of "
        "1.405 million.",
        {
            ("change", "1.412 million", "8.2 percent"): None,
            ("change", "1.412 million", "1.405 million"): None,
        },
    ),
    (
        "a target, its result and its completion in clauses of their own",
        "年初确定的招商资金目标为180亿元，全年实际到位198.9亿元，完成目标的110.5%。",
        {("target", "180亿元", "198.9亿元", "110.5%"): True},
    ),
    (
        "a plan and its result in sentences of their own",
        "去年初，公司计划全年供气3.5亿立方米。年报显示，实际供气3.64亿立方米，为年度计划的104.0%。",
        {("target", "3.5亿立方米", "3.64亿立方米", "104.0%"): True},
    ),
    (
        "a wrong completion",
        "去年初，公司计划全年供气3.5亿立方米。年报显示，实际供气3.64亿立方米，为年度计划的109.0%。",
        {("target", "3.5亿立方米", "3.64亿立方米", "109.0%"): False},
    ),
    (
        "a target that was missed, without a printed completion",
        "The airline had set itself a target of 92% for punctuality and achieved 88.4%.",
        {("target", "92%", "88.4%"): None},
    ),
    (
        "shares in one list, the whole in the paragraph before",
        "公司实现营业收入30.60亿元。\n分业务看，供热业务收入17.20亿元，供电业务收入8.81亿元，"
        "其他业务收入4.59亿元，分别占总收入的56.2%、28.8%和15.0%。",
        {
            ("part", "30.60亿元", "17.20亿元", "56.2%"): True,
            ("part", "30.60亿元", "8.81亿元", "28.8%"): True,
            ("part", "30.60亿元", "4.59亿元", "15.0%"): True,
            ("sum", "30.60亿元", "17.20亿元", "8.81亿元", "4.59亿元"): True,
        },
    ),
    (
        "a structure ratio, one number of it wrong",
        "全县生产总值80.0亿元。其中，第一产业增加值8.0亿元，第二产业增加值32.0亿元，第三产业增加值40.0亿元。"
        "三次产业结构为10.0∶44.0∶50.0。",
        {
            ("part", "80.0亿元", "8.0亿元", "10.0"): True,
            ("part", "80.0亿元", "32.0亿元", "44.0"): False,
            ("part", "80.0亿元", "40.0亿元", "50.0"): True,
            ("sum", "80.0亿元", "8.0亿元", "32.0亿元", "40.0亿元"): True,
        },
    ),
    (
        "the share of those who live in towns",
        "年末常住人口180.5万人，其中城镇人口101.1万人，常住人口城镇化率为56.0%。",
        {("part", "180.5万人", "101.1万人", "56.0%"): True},
    ),
    (
        "shares that name no whole of their own belong to that of the list",
        "全市医院收治病人48 210人(不含上年在院3 105人)。其中，市级医院收治39 050人，占全市的81.0%；"
        "县级医院收治9 160人，占19.0%。",
        {
            ("part", "48 210人", "39 050人", "81.0%"): True,
            ("part", "48 210人", "9 160人", "19.0%"): True,
            ("sum", "48 210人", "39 050人", "9 160人"): True,
        },
    ),
    (
        "of these, a number and its share",
        "The port handled 2.5 million containers; of these, 800,000, or 32%, were empty.",
        {("part", "2.5 million containers", "800,000", "32%"): True},
    ),
    (
        "a list in brackets, one number of it wrong",
        "Enrolment reached 21.4 million (13.9 million in public schools, 9.5 million in others).",
        {("sum", "21.4 million", "13.9 million", "9.5 million"): False},
    ),
    (
        "groups by age from the lowest to the highest",
        "户籍人口88.30万人。18岁以下201000人，18~34岁250000人，35~59岁300000人，60岁及以上152000人。",
        {("sum", "88.30万人", "201000人", "250000人", "300000人", "152000人"): False},
    ),
    (
        "a total that closes a list of shares",
        "4类用户占比分别为41%、22%、15%和9%，合计为87%。",
        {("sum", "87%", "41%", "22%", "15%", "9%"): True},
    ),
    (
        "traditional characters",
        "本季遊客總數2,600萬人次。其中過夜遊客1,000萬人次，佔整體38.5%；不過夜遊客1,600萬人次，佔61.5%。",
        {
            ("part", "2,600萬人次", "1,000萬人次", "38.5%"): True,
            ("part", "2,600萬人次", "1,600萬人次", "61.5%"): True,
            ("sum", "2,600萬人次", "1,000萬人次", "1,600萬人次"): True,
        },
    ),
    (
        "the title and the body",
        "青云燃气2022年净利增长9.4% 拟每10股派2.6元\n\n"
        "公司归属于上市公司股东的净利润5.12亿元，比上年多赚4,400万元，增幅为8.4%。",
        {
            ("change", "5.12亿元", "4,400万元"): False,
            ("change", "5.12亿元", "8.4%"): False,
            ("repeat", "9.4%", "8.4%"): False,
        },
    ),
    (
        "a number beside one that both places share",
        "全县蔬菜总产量达820万吨，同比增长13.4%。\n2021年主要产品产量\n"
        "指标名称\t产量（万吨）\t同比增长（%）\n蔬菜\t802.0\t13.4\n水果\t55.0\t2.1",
        {
            ("change", "820万吨", "13.4%"): None,
            ("change", "802.0", "13.4"): None,
            ("change", "55.0", "2.1"): None,
            ("repeat", "13.4%", "13.4"): True,
            ("repeat", "820万吨", "802.0"): False,
        },
    ),
    (
        "a sentence that goes on with the level of the one before",
        "蔬菜总产量92.4万吨。与2017年相比，总产增加11.2万吨，六年年均增长2.2%。",
        {("change", "92.4万吨", "11.2万吨"): None, ("change", "92.4万吨", "2.2%"): None},
    ),
    (
        "a sentence that opens with a comparison",
        "用水高峰出现在7月19日，达86.4万立方米。比上年最高日多出4.1万立方米，增幅9.0%。",
        {
            ("change", "86.4万立方米", "4.1万立方米"): False,
            ("change", "86.4万立方米", "9.0%"): False,
        },
    ),
    (
        "two bases of different times",
        "二季度出货量84.0万台，环比增长5.0%，同比下降9.0%。一季度为80.0万台，上年同期为87.5万台。",
        {
            ("change", "84.0万台", "80.0万台", "5.0%"): True,
            ("change", "84.0万台", "87.5万台", "9.0%"): False,
        },
    ),
    (
        "a base in a clause with when, and a mean rate",
        "The county had 846,300 residents at the end of 2022. That is 41,200 more than in 2015, "
        "when 805,100 residents were registered, a rise of 5.1%. Growth averaged 0.7% a year.",
        {
            ("change", "846,300 residents", "805,100 residents", "41,200"): True,
            ("change", "846,300 residents", "805,100 residents", "5.1%"): True,
            ("change", "846,300 residents", "805,100 residents", "0.7%"): None,
        },
    ),
    (
        "a noun that was said before",
        "Inspectors visited 6,320 farms, up from 5,910 in the previous round. Of all farms, 4,108, "
        "or 75%, keep records.",
        {
            ("change", "6,320 farms", "5,910"): None,
            ("part", "6,320 farms", "4,108", "75%"): False,
        },
    ),
    (
        "an aim between the words and the number of a completion",
        "城镇新增就业5,624人，完成年度目标5,200人的118.2%。",
        {("target", "5,200人", "5,624人", "118.2%"): False},
    ),
    (
        "a completion of what was planned",
        "The programme saved $38 million, or 129% of the $35 million planned.",
        {("target", "$35 million", "$38 million", "129%"): False},
    ),
    (
        "parts of a whole that the words before them name",
        "全年审结案件9,640件。审结的案件中，民事案件6,362件，占66.0%；刑事案件1,350件，占24.0%。",
        {
            ("part", "9,640件", "6,362件", "66.0%"): True,
            ("part", "9,640件", "1,350件", "24.0%"): False,
        },
    ),
    (
        "what is added to a level, and their total",
        "票款收入8.40亿元。加上广告收入2.10亿元，全年总收入为11.50亿元。",
        {("sum", "11.50亿元", "8.40亿元", "2.10亿元"): False},
    ),
    (
        "a figure that was revised",
        "7月份进出口为203.7亿元，由此前公布的202.9亿元修订而来。",
        {("change", "203.7亿元", "202.9亿元"): None},
    ),
    (
        "a table of two years with its total",
        "各车间产量\n车间\t产量（吨）\t上年（吨）\t增长（%）\n一车间\t1,260\t1,200\t5.0\n"
        "二车间\t2,310\t2,100\t16.0\n合计\t3,570\t3,300\t8.2",
        {
            ("change", "1,260", "1,200", "5.0"): True,
            ("change", "2,310", "2,100", "16.0"): False,
            ("change", "3,570", "3,300", "8.2"): True,
            ("sum", "3,570", "1,260", "2,310"): True,
            ("sum", "3,300", "1,200", "2,100"): True,
        },
    ),
    (
        "a difference from another subject is no change",
        "入住率71.2%，高于全市平均1.6个百分点。",
        {},
    ),
    (
        "a table whose column of changes gives differences",
        "指标\t2023年\t2022年\t增减\n甲\t14.2\t16.0\t-1.8\n乙\t30.5\t27.9\t2.6",
        {("change", "14.2", "16.0"): None, ("change", "30.5", "27.9"): None},
    ),
    (
        "a table that prints differences among its percent, and a total of a hundred",
        "项目\t2023年\t2022年\t增长\n售票\t86.4\t80.0\t8.0%\n等候\t6.9\t7.4\t-0.5",
        {("change", "86.4", "80.0", "8.0%"): True, ("change", "6.9", "7.4"): None},
    ),
    (
        "the hundred percent of a total is no share of a part",
        "种类\t台数\t占比（%）\n客梯\t3,120\t78.0\n货梯\t880\t22.0\n合计\t4,000\t100",
        {
            ("part", "4,000", "3,120", "78.0"): True,
            ("part", "4,000", "880", "22.0"): True,
            ("sum", "4,000", "3,120", "880"): True,
            ("sum", "100", "78.0", "22.0"): True,
        },
    ),
    (
        "a row of which the row before is the whole, column by column",
        "项目\t2023年\t2022年\n游客\t86.4\t80.0\n其中：过夜\t31.9\t30.4",
        {
            ("change", "86.4", "80.0"): None,
            ("change", "31.9", "30.4"): None,
            ("part", "86.4", "31.9"): None,
            ("part", "80.0", "30.4"): None,
        },
    ),
    (
        "an earlier value in brackets behind its level",
        "Fares came to €342.6 million (2021: €310.4 million), an increase of 10.4%.",
        {("change", "€342.6 million", "€310.4 million", "10.4%"): True},
    ),
    (
        "a part told in words is no exact number",
        "Breakdowns fell by a third, from 364 to 241.",
        {("change", "241", "364", "a third"): True},
    ),
    (
        "an elided noun goes on with the figure of its size",
        "We served 41,200 meals in six kitchens, up from 35,800 the year before.",
        {("change", "41,200 meals", "35,800"): None},
    ),
    (
        "a base that last year's names",
        "Profit was €61.5 million, 4% below last year's €64.1 million.",
        {("change", "€61.5 million", "€64.1 million", "4%"): True},
    ),
    (
        "a rate of an earlier time is no share of the part of now",
        "缆车收入86.4万元，其中：票款61.9万元，非票款24.5万元，票款占比由上年的70.1%升至71.6%。",
        {
            ("change", "71.6%", "70.1%"): None,
            ("part", "86.4万元", "61.9万元", "71.6%"): True,
            ("sum", "86.4万元", "61.9万元", "24.5万元"): True,
        },
    ),
    (
        "the result of a plan is not measured by the plan of the next year",
        "一般公共预算收入完成72.4亿元，为年初预算的102.3%。\n明年一般公共预算收入拟安排75亿元。",
        {("target", "72.4亿元", "102.3%"): None},
    ),
    (
        "the result of a plan is nearly what the plan of the next year would make it",
        "一般公共预算支出586.9亿元，完成调整预算的97.4%。\n\n明年一般公共预算支出拟安排602.0亿元。",
        {("target", "586.9亿元", "97.4%"): None},
    ),
    (
        "a completion is of no aim that it is far off",
        "拟安排一般公共预算支出305.0亿元。\n\n全市一般公共预算支出586.9亿元，完成调整预算的97.4%。",
        {("target", "586.9亿元", "97.4%"): None},
    ),
    (
        "a share behind the level of the year before is one of what was reached",
        "手术6.18万台，较上年的5.61万台增加5700台，其中四级手术占比28.6%。",
        {
            ("change", "6.18万台", "5.61万台", "5700台"): True,
            ("part", "6.18万台", "28.6%"): None,
        },
    ),
    (
        "a level, not the completion beside it, is what grew",
        "全市预算收入286.4亿元，为年初预算280.0亿元的102.3%，比上年增长4.6%。",
        {
            ("change", "286.4亿元", "4.6%"): None,
            ("target", "280.0亿元", "286.4亿元", "102.3%"): True,
        },
    ),
    (
        "an earlier value in brackets with its quarter",
        "Fare income rose 6.4% to $117.2 million (Q3 FY2024: $110.2 million).",
        {("change", "$117.2 million", "$110.2 million", "6.4%"): True},
    ),
    (
        "a change, then from when, then the level",
        "The price fell by 2.6 cents on a year earlier to 31.4 cents.",
        {("change", "31.4 cents", "2.6 cents"): None},
    ),
    (
        "points of an index",
        "The Trade Index fell by 2.3 points from the previous quarter to 96.4.",
        {("change", "96.4", "2.3 points"): None},
    ),
    (
        "a comparison that ends before the next figure",
        "Some 38% of firms reported higher sales than a year ago, 34% reported no change.",
        {},
    ),
    (
        "level and base told once more per share",
        "Net income rose to $62.4 million, or $1.53 per share, compared with $51.9 million, or "
        "$1.27 per share, a year earlier.",
        {
            ("change", "$62.4 million", "$51.9 million"): None,
            ("change", "$1.53", "$1.27"): None,
        },
    ),
    (
        "a saving is a change",
        "The cost per visit fell from $32.50 to $29.90, a saving of 8.0 percent.",
        {("change", "$29.90", "$32.50", "8.0 percent"): True},
    ),
    (
        "how far a rate is from its peak",
        "The board cut the rate to 4.25%, which leaves it 1 percentage point below the peak of "
        "5.25%.",
        {("change", "4.25%", "5.25%", "1 percentage point"): True},
    ),
    (
        "a further cut over a time, from and to",
        "The bank will reduce holdings by a further €15 billion over the coming year, from €94.0 "
        "billion to about €81 billion.",
        {("change", "€81 billion", "€94.0 billion", "€15 billion"): True},
    ),
    (
        "a part after a change of its whole",
        "Exports rose 4.2% to €152.4 billion, of which €91.6 billion, or 60%, went to the union.",
        {
            ("change", "€152.4 billion", "4.2%"): None,
            ("part", "€152.4 billion", "€91.6 billion", "60%"): True,
        },
    ),
    (
        "a whole that a relative clause gives",
        "The surplus widened to €13.2 billion, equivalent to 3.2% of output, which the office puts "
        "at €410.6 billion.",
        {("part", "€410.6 billion", "€13.2 billion", "3.2%"): True},
    ),
    (
        "what was done of what was planned",
        "Of the cut in holdings of €12.0 billion envisaged for the year, €11.1 billion, or 92.5%, "
        "was made.",
        {("target", "€12.0 billion", "€11.1 billion", "92.5%"): True},
    ),
    (
        "an aim that a clause goes on with",
        "We equipped 846 schools, serving 31,800 pupils. This was short of our goal of 900 schools "
        "because two regions were closed; we reached 91.0 percent of it.",
        {("target", "900 schools", "846 schools", "91.0 percent"): False},
    ),
    (
        "a rate of those who answered",
        "Of the 412 firms approached, 304 responded, a response rate of 84.5%.",
        {("part", "412 firms", "304", "84.5%"): False},
    ),
    (
        "more of them than there are",
        "We employ 612 staff, of whom 648 (90 percent) are nationals.",
        {("part", "612 staff", "648", "90 percent"): False},
    ),
    (
        "parts that a total is made up of",
        "Lending totalled €316.3 billion, made up of €128.4 billion to firms and €167.9 billion to "
        "households.",
        {("sum", "€316.3 billion", "€128.4 billion", "€167.9 billion"): False},
    ),
    (
        "parts behind a colon",
        "We built or repaired 3,918 water points: 1,462 were new and 2,756 were repaired.",
        {("sum", "3,918", "1,462", "2,756"): False},
    ),
    (
        "parts of those who open a sentence",
        "在编教师3584人。教师中，副教授1296人，讲师1812人。",
        {
            ("part", "3584人", "1296人"): None,
            ("part", "3584人", "1812人"): None,
        },
    ),
    (
        "the base of a level that is told again",
        "In 2025 we reached 1.28 million people, 15 percent more than in 2024.\n\nIn total "
        "1,284,000 people were reached, compared with 1,221,000 in 2024.",
        {
            ("change", "1.28 million people", "1,221,000", "15 percent"): False,
            ("change", "1,284,000 people", "1,221,000"): None,
            ("repeat", "1.28 million people", "1,284,000 people"): True,
        },
    ),
    (
        "a share that stands before its part",
        "全年报修9,480宗，其中电梯故障占全部报修的三成二，共3,034宗。",
        {("part", "9,480宗", "3,034宗", "三成二"): True},
    ),
    (
        "parts of a total that stands sentences before them",
        "全年收入73.42亿元。上半年收入31.05亿元，成本26.60亿元。利润5.24亿元。\n分线路看，干线收入41.07亿元，"
        "支线收入23.15亿元，其他收入9.20亿元。",
        {("sum", "73.42亿元", "41.07亿元", "23.15亿元", "9.20亿元"): True},
    ),
    (
        "the quarter of a year is a part of the year by its own name",
        "全年售票收入86.1亿元，净收入7.32亿元。其中，四季度售票收入22.7亿元，净收入2.04亿元。",
        {("part", "86.1亿元", "22.7亿元"): None, ("part", "7.32亿元", "2.04亿元"): None},
    ),
    (
        "births are counted of the mean population",
        "年末常住人口62.4万人，全年出生人口4,117人，出生率为6.61‰。",
        {},
    ),
    (
        "a share of so many delivered behind them",
        "The yard delivered 188 of 205 boats on time (92%).",
        {("part", "205 boats", "188", "92%"): True},
    ),
    (
        "an aim behind its name in English",
        "Grants of £8.40 million were paid, or 96% of the £8.75 million that was set as the goal.",
        {("target", "£8.75 million", "£8.40 million", "96%"): True},
    ),
    (
        "a whole of the measure of its parts, not the nearest level",
        "全县林业总产值64.20亿元，增加值31.80亿元。其中，苗木产值12.40亿元；木材产值9.60亿元。",
        {
            ("part", "64.20亿元", "12.40亿元"): None,
            ("part", "64.20亿元", "9.60亿元"): None,
        },
    ),
    (
        "a whole of revenue, not of profit",
        "The firm had revenue of $840 million and a profit of $96 million, including repair "
        "revenue of $31 million.",
        {("part", "$840 million", "$31 million"): None},
    ),
    (
        "by how much a budget was passed, which is no part of the costs",
        "Running costs were $58.4 million, $2.2 million (3.9%) above the agreed budget of "
        "$56.2 million.",
        {
            ("change", "$58.4 million", "$56.2 million", "$2.2 million"): True,
            ("change", "$58.4 million", "$56.2 million", "3.9%"): True,
            ("target", "$56.2 million", "$58.4 million"): None,
        },
    ),
    (
        "by how much a budget was passed, wrong",
        "Running costs were $58.4 million, $3.1 million above the agreed budget of $56.2 million.",
        {
            ("change", "$58.4 million", "$56.2 million", "$3.1 million"): False,
            ("target", "$56.2 million", "$58.4 million"): None,
        },
    ),
    (
        "an aim in a clause of its own",
        "We took 12,400 calls, and 91% of them were answered in time; the goal is 95%.",
        {("part", "12,400 calls", "91%"): None, ("target", "95%", "91%"): None},
    ),
    (
        "an aim that the words before its completion name",
        "年末在贷余额326.4亿元，超出320亿元的年度目标，完成率112.0%。",
        {("target", "320亿元", "326.4亿元", "112.0%"): False},
    ),
    (
        "a rate of earlier days and of something else",
        "The final dividend was lifted by one penny to 9 pence. The stock, which had fallen 5% "
        "in the month before, ended 2.4% lower at £7.84.",
        {("change", "£7.84", "2.4%"): None},
    ),
    (
        "a currency that moves behind sums of it",
        "Bad loans fell to 0.6 billion crowns from 0.9 billion crowns, and the crown lost 2.1%.",
        {("change", "0.6 billion crowns", "0.9 billion crowns"): None},
    ),
    (
        "a profit per share between a profit and its base",
        "Net income was $33.1 million, or $0.61 a share, against $29.8 million.",
        {("change", "$33.1 million", "$29.8 million"): None},
    ),
    (
        "a share of something else than the sentence before it",
        "Fuel bills dropped 5% to £8.1 million. Some 41% of the drivers are women.",
        {("change", "£8.1 million", "5%"): None},
    ),
    (
        "a column of variances",
        "Unit\tBudget ($m)\tOutturn ($m)\tVariance ($m)\nParks\t12.4\t13.0\t0.6\n"
        "Roads\t22.1\t21.4\t-0.7\nBaths\t40.3\t41.1\t0.6",
        {
            ("change", "13.0", "12.4", "0.6"): True,
            ("change", "21.4", "22.1", "-0.7"): True,
            ("change", "41.1", "40.3", "0.6"): False,
            ("target", "12.4", "13.0"): None,
            ("target", "22.1", "21.4"): None,
            ("target", "40.3", "41.1"): None,
        },
    ),
    (
        "a column of variances that counts savings as positive",
        "Unit\tBudget ($m)\tOutturn ($m)\tVariance ($m)\nParks\t12.4\t13.0\t-0.6\n"
        "Roads\t22.1\t21.4\t0.7",
        {("target", "12.4", "13.0"): None, ("target", "22.1", "21.4"): None},
    ),
    (
        "a table of plan and result",
        "Branch\tPlan (km)\tBuilt (km)\tCompletion (%)\nNorth\t120\t126\t105\nSouth\t80\t72\t95",
        {
            ("target", "120", "126", "105"): True,
            ("target", "80", "72", "95"): False,
        },
    ),
]


@each_of(CASES)
def test_finds_the_relations_of_each_kind_of_sentence_and_no_other(
    text: str, expected: Found
) -> None:
    assert found_in(text) == expected
