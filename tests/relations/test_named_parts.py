"""Relations of figures that stand apart: part and share, summary and body, table and prose."""

from __future__ import annotations

import pytest

from tests.relations.test_find import Case, Found, each_of, found_in
from viewer.relations.labels import names_others

PARTS: list[Case] = [
    (
        "shares listed behind the size of their whole",
        "货运船艘640艘、客运船艘360艘，分别占登记船艘1000艘的64.0%和36.0%。",
        {
            ("part", "1000艘", "640艘", "64.0%"): True,
            ("part", "1000艘", "360艘", "36.0%"): True,
            ("sum", "1000艘", "640艘", "360艘"): True,
        },
    ),
    (
        "shares with one name for all, of a whole that stands some paragraphs before",
        "港口货运量800.0万吨。\n\n主要情况：\n\n航线30条。\n\n泊位12个。\n\n"
        "自营船队、租用船队、合作船队分别运输520.0万吨、200.0万吨和80.0万吨，各占65.0%、25.0%和10.0%。",
        {
            ("part", "800.0万吨", "520.0万吨", "65.0%"): True,
            ("part", "800.0万吨", "200.0万吨", "25.0%"): True,
            ("part", "800.0万吨", "80.0万吨", "10.0%"): True,
            ("sum", "800.0万吨", "520.0万吨", "200.0万吨", "80.0万吨"): True,
        },
    ),
    (
        "a list that goes as its shares do, of a whole that is wrong",
        "全年用水49.0亿吨，其中工业22.0亿吨，农业6.0亿吨，生活5.0亿吨，生态3.0亿吨，"
        "4大用途占比分别为55%、15%、12.5%和7.5%。",
        {
            ("part", "49.0亿吨", "22.0亿吨", "55%"): False,
            ("part", "49.0亿吨", "6.0亿吨", "15%"): False,
            ("part", "49.0亿吨", "5.0亿吨", "12.5%"): False,
            ("part", "49.0亿吨", "3.0亿吨", "7.5%"): False,
        },
    ),
    (
        "shares listed behind the size of their whole, the second wrong",
        "货运船艘640艘、客运船艘360艘，分别占登记船艘1000艘的64.0%和39.0%。",
        {
            ("part", "1000艘", "640艘", "64.0%"): True,
            ("part", "1000艘", "360艘", "39.0%"): False,
        },
    ),
    (
        "a share of a part that another sentence counts, wrong",
        "Income was £40.0 million. Rents brought in £18.0 million and fees £6.0 million. "
        "Rents thus accounted for 51.0% of income.",
        {("part", "£40.0 million", "£18.0 million", "51.0%"): False},
    ),
    (
        "a list with its shares in brackets and behind a comma",
        "The line carried 50.0 million riders. Trains took 30.0 million, or 60% of the total; "
        "ships 15.0 million (30%); and ferries 5.0 million, 10%.",
        {
            ("part", "50.0 million riders", "30.0 million", "60%"): True,
            ("part", "50.0 million riders", "15.0 million", "30%"): True,
            ("part", "50.0 million riders", "5.0 million", "10%"): True,
            ("sum", "50.0 million riders", "30.0 million", "15.0 million", "5.0 million"): True,
        },
    ),
    (
        "a share with its part in brackets behind the name of the whole",
        "Of 2,400 employees, 1,500 are sailors and 900 work ashore. Men make up 75% of staff "
        "(1,800 people).",
        {
            ("part", "2,400 employees", "1,800 people", "75%"): True,
            ("sum", "2,400 employees", "1,500", "900"): True,
        },
    ),
    (
        "those of a noun that was counted before",
        "Visitors made 3,200 complaints; 800 of those complaints, 25%, were about queues.",
        {("part", "3,200 complaints", "800", "25%"): True},
    ),
    (
        "a size that is equivalent to a share of another is no growth",
        "Sales were $80.0 million. The rent bill grew by $1.0 million, or 5.0%, to $21.0 million, "
        "equivalent to 26% of sales.",
        {
            ("part", "$80.0 million", "$21.0 million", "26%"): True,
            ("change", "$21.0 million", "$1.0 million"): True,
            ("change", "$21.0 million", "5.0%"): True,
        },
    ),
    (
        "a share that the holder of a part has, wrong",
        "受访者里，渔业占320人、林业280人。渔业有176人愿意转行，比例为65.0%。",
        {("part", "320人", "176人", "65.0%"): False},
    ),
    (
        "so many out of those counted right before",
        "船员640人中，轮机人员416人，比例为65%；实习生64人，比重10%。",
        {
            ("part", "640人", "416人", "65%"): True,
            ("part", "640人", "64人", "10%"): True,
        },
    ),
    (
        "a rate named after what so many did",
        "36个港口中有27个实现盈利，盈利面75.0%。",
        {("part", "36个", "27个", "75.0%"): True},
    ),
    (
        "a margin behind so many is no share of them",
        "120家门店中有80家实现盈利，利润率12.5%。",
        {("part", "120家", "80家"): None},
    ),
    (
        "a size that stands for a share of a whole named with it",
        "宣传费用240.0万元，相当于全部支出6,000.0万元的4.0%。",
        {("part", "6,000.0万元", "240.0万元", "4.0%"): True},
    ),
    (
        "a share told in words and again exactly",
        "总支出9,000万元。工资4,860万元，工资占总支出过半，达54.0%。",
        {("part", "9,000万元", "4,860万元", "54.0%"): True},
    ),
    (
        "a share told before its part",
        "全年实施改造400处。外墙改造比例达到61.5%，共246处。",
        {("part", "400处", "246处", "61.5%"): True},
    ),
    (
        "the share of another subject is none of the figure before it",
        "全年产值10.0亿元。资金缺口仍有3.7亿元，工业投资占比不足四成。",
        {},
    ),
    (
        "a second aim is no share of the first",
        "The aim is to lift the average crew to 12,000 by 2027 and to bring rents below 40% of "
        "turnover.",
        {},
    ),
]

OTHERS: list[Case] = [
    (
        "changes in the order of their levels without a word for it",
        "城市和乡村水价分别达到3.60元和2.40元，上涨4.5%和6.0%。",
        {("change", "3.60元", "4.5%"): None, ("change", "2.40元", "6.0%"): None},
    ),
    (
        "a rate that its name makes a change",
        "日薪由200元加到216元，加幅8%。",
        {("change", "216元", "200元", "8%"): True},
    ),
    (
        "an earlier value in a clause of its own",
        "Cash, which had been $4.0 million, rose to $6.0 million.",
        {("change", "$6.0 million", "$4.0 million"): None},
    ),
    (
        "a multiple whose base stands behind when",
        "There were 90 strikes, twice as many as in the previous year, when 45 were called.",
        {("change", "90 strikes", "45", "twice"): True},
    ),
    (
        "a limit is no earlier value",
        "资本充足率为14.2%，高于规定的10.5%。",
        {},
    ),
    (
        "from a place is no earlier value",
        "Of the 2,000 tents, 1,200 were hired from local firms, 800 belonged to the city.",
        {
            ("sum", "2,000 tents", "1,200", "800"): True,
        },
    ),
    (
        "what was planned at first",
        "全年培训船员530名，原计划500名。",
        {("target", "500名", "530名"): None},
    ),
    (
        "an aim of service beside what was reached",
        "投诉办结率为87%，高于85%的服务指标。",
        {("target", "85%", "87%"): None},
    ),
    (
        "two aims are not held against each other",
        "今年的预期目标是：生产总值增长6%左右，公共预算收入增长5%。",
        {},
    ),
    (
        "a list that makes what an outer list counts",
        "Spending was £5.95 million. Halls took £2.98 million, lessons £1.79 million, books "
        "£0.89 million; the remainder, £0.29 million, went on rent.",
        {
            (
                "sum",
                "£5.95 million",
                "£2.98 million",
                "£1.79 million",
                "£0.89 million",
                "£0.29 million",
            ): True
        },
    ),
]

REPEATS: list[Case] = [
    (
        "a summary that rounds what the body says in other words",
        "Overview\n\nThe trust spent £52.4 million on its parks.\n\nDetails\n\n"
        "Total outlay came to £52.37 million.\n\nStaff\n\nThere were 310 gardeners.",
        {("repeat", "£52.4 million", "£52.37 million"): True},
    ),
    (
        "a title that rounds",
        "滨江基金年报：全年募款2.46亿元\n\n基金公布年报。\n\n全年共收到款物24,585.2万元。",
        {("repeat", "2.46亿元", "24,585.2万元"): True},
    ),
    (
        "a size of the summary that two later ones could round to",
        "Overview\n\nThe trust spent £52.4 million on its parks.\n\nDetails\n\nAll outlay came to "
        "£52.37 million.\n\nDebt\n\nWe owe £52.41 million.",
        {},
    ),
    (
        "a column in millions and the prose about it",
        "Cars took 38.5 million, vans 17.5 million and bikes 4.0 million.\n\n"
        "| Mode | Trips (million) |\n| --- | --- |\n| A | 38.5 |\n| B | 17.5 |\n| C | 4.0 |\n",
        {
            ("repeat", "38.5 million", "38.5"): True,
            ("repeat", "17.5 million", "17.5"): True,
            ("repeat", "4.0 million", "4.0"): True,
        },
    ),
    (
        "those among them, of other nouns",
        "The company employs 4,210 people. Among them are 312 apprentices and 96 trainees.",
        {
            ("part", "4,210 people", "312 apprentices"): None,
            ("part", "4,210 people", "96 trainees"): None,
        },
    ),
    (
        "how many a share of them is",
        "Outpatient teams held 512,600 appointments. Roughly 24% of them, 123,024, took place by "
        "telephone.",
        {("part", "512,600 appointments", "123,024", "24%"): True},
    ),
    (
        "a share of whom, before an age",
        "The region has 1.24 million inhabitants, 22% of whom are over 65.",
        {("part", "1.24 million inhabitants", "22%"): None},
    ),
    (
        "roughly so much of which",
        "Backlog stood at $1.36 billion, of which roughly 62% is expected to ship soon.",
        {("part", "$1.36 billion", "62%"): None},
    ),
    (
        "so much of it, behind what was budgeted",
        "Investment amounted to £96.4 million, which is 91.8% of the £105.0 million budgeted; "
        "£41.0 million of it was spent on the quay.",
        {
            ("part", "£96.4 million", "£41.0 million"): None,
            ("target", "£105.0 million", "£96.4 million", "91.8%"): True,
        },
    ),
    (
        "the share of one of two that stand beside each other is none of the other",
        "Of all attendances, 104,310 were at the main site and 64,110 in Wexley, which now takes "
        "38.1 per cent of the total.",
        {("part", "64,110", "38.1 per cent"): None},
    ),
    (
        "a rate behind those counted out of a whole",
        "全市18个国控断面中，有16个达到标准，优良比例为88.9%。",
        {("part", "18个", "16个", "88.9%"): True},
    ),
    (
        "a rate behind those counted out of a whole, wrong",
        "全区42个行政村中，有37个通了公交，通车率为78.1%。",
        {("part", "42个", "37个", "78.1%"): False},
    ),
    (
        "a response rate, wrong",
        "We approached 412 firms and 348 replied, so the response rate was 74.5%.",
        {("part", "412 firms", "348", "74.5%"): False},
    ),
    (
        "a completion rate without an aim",
        "Inspectors found 3,260 defects, of which 3,129 have been put right, a completion rate of "
        "96.0%.",
        {("part", "3,260 defects", "3,129", "96.0%"): True},
    ),
    (
        "those who did one thing or another",
        "The module covers 46 lenders. Standards were left unchanged by 26 of them, tightened by "
        "14 and eased by 6.",
        {("sum", "46 lenders", "26", "14", "6"): True},
    ),
    (
        "a total behind parts of other nouns",
        "Our 214 calls brought 486,300 passengers; together with 1.27 million ferry passengers, a "
        "total of 1.76 million people passed through.",
        {("sum", "1.76 million people", "486,300 passengers", "1.27 million"): None},
    ),
    (
        "from one source and from another",
        "Revenue from tickets was £4.2 million and from shops £1.6 million, giving total income of "
        "£5.8 million.",
        {("sum", "£5.8 million", "£4.2 million", "£1.6 million"): True},
    ),
    (
        "a change held beside what was seen",
        "Emergency departments saw 168,420 patients, 4.4% more than the 161,350 seen in 2023/24.",
        {("change", "168,420 patients", "161,350", "4.4%"): True},
    ),
    (
        "a share of the workforce, of those employed",
        "The Trust employed 1,236 people at the end of May. Women made up 31% of the workforce.",
        {("part", "1,236 people", "31%"): None},
    ),
    (
        "a share of expenditure, of all that was spent",
        "Total spending was £45.2 million. Staff costs took 62% of expenditure.",
        {("part", "£45.2 million", "62%"): None},
    ),
    (
        "a share that moved, behind a change of its part",
        "全区进出口总值4128.6亿元。对美国进出口421.1亿元，下降9.3%，占总值的比重由上年同期的12.0%降至10.2%。",
        {
            ("part", "4128.6亿元", "421.1亿元", "10.2%"): True,
            ("change", "421.1亿元", "9.3%"): None,
            ("change", "10.2%", "12.0%"): None,
        },
    ),
    (
        "members of a list that nearly make another member",
        "Goods made up 29.7 million tonnes, oil 19.6 million tonnes, grain 14.2 million tonnes "
        "and cars 4.9 million tonnes.",
        {},
    ),
    (
        "an initial ends no sentence",
        "There were 74 cases of C. difficile infection, inside the ceiling of 80 set by our board.",
        {("target", "80", "74 cases"): None},
    ),
    (
        "some of these, and the other ones, wrong",
        "We treated 58,940 people. 49,620 of these came by day; the other 7,320 stayed overnight.",
        {("sum", "58,940 people", "49,620", "7,320"): False},
    ),
]


@each_of([*PARTS, *OTHERS, *REPEATS])
def test_figures_apart_hold_these_relations_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize("label", ["other costs", "all others", "the rest", "其他收入", "其余"])
def test_a_name_of_what_is_left_is_known(label: str) -> None:
    assert names_others(label)


@pytest.mark.parametrize("label", ["another cost", "otherwise", "其他金砖国家成员的出口", "mother"])
def test_a_member_is_no_name_of_what_is_left(label: str) -> None:
    assert not names_others(label)
