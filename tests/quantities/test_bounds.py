"""What the words around a number say of its bounds, also denied and with words between."""

from __future__ import annotations

import pytest

from viewer.model import Qualifier
from viewer.quantities import scan

CHINESE = [
    ("每班学生不得少于18人。", "18人", "at_least"),
    ("注册资本不应低于人民币500万元。", "500万元", "at_least"),
    ("备用电源供电时间外，蓄电量不可小于60千瓦时。", "60千瓦时", "at_least"),
    ("今年冬天的库存不会少于7.5万吨。", "7.5万吨", "at_least"),
    ("合格率绝不能低于98%。", "98%", "at_least"),
    ("单价不得高于42元。", "42元", "at_most"),
    ("每车载客严禁超过9人。", "9人", "at_most"),
    ("三项费用合计没有超过预算的76万元。", "76万元", "exact"),
    ("三项费用合计没有超过76万元。", "76万元", "at_most"),
    ("各站噪声均未超出55分贝。", "55分贝", "at_most"),
    ("金价尚未站上每克800元。", "800元", "at_most"),
    ("成交额始终未能突破1.2万亿元。", "1.2万亿元", "at_most"),
    ("到场的人还没达到40人。", "40人", "at_most"),
    ("罚款不超过人民币20万元。", "20万元", "at_most"),
    ("捐款总额不少于港币3,000万元。", "3,000万元", "at_least"),
    ("快递业务量跨过1500亿件大关。", "1500亿件", "at_least"),
    ("景区全年游客迈上600万人次台阶。", "600万人次", "at_least"),
    ("股指盘中一度跌穿2,900点。", "2,900点", "at_most"),
    ("汇价失守7.3元关口。", "7.3元", "at_most"),
    ("汇价守住7.3元关口。", "7.3元", "at_least"),
    ("指数重返3,400点上方。", "3,400点", "at_least"),
    ("每户补贴2,000元封顶。", "2,000元", "at_most"),
    ("门票60元起，儿童半价。", "60元", "at_least"),
    ("误差控制在0.5毫米以内。", "0.5毫米", "at_most"),
    ("年末存粮已逾90万吨。", "90万吨", "at_least"),
    ("还款额上限为15万元。", "15万元", "at_most"),
    ("投标保证金下限是8万元。", "8万元", "at_least"),
    ("一次至多能带走5本书。", "5本", "at_most"),
    ("全程起码要走12公里。", "12公里", "at_least"),
    ("礼堂最多可坐450人。", "450人", "at_most"),
    ("赞成的不及两成。", "两成", "at_most"),
    ("增速低于全国平均水平1.4个百分点。", "1.4个百分点", "exact"),
    ("亩产高于去年同期35公斤。", "35公斤", "exact"),
    ("花费不止80元。", "80元", "at_least"),
    ("水深三米有余。", "三米", "at_least|approx"),
    ("村里有水井二十来口。", "二十来口", "approx"),
    ("价格接近9,000元。", "9,000元", "approx|at_most"),
    ("這項工程不得超過港幣6億元。", "6億元", "at_most"),
    ("每班人數不應少於25人。", "25人", "at_least"),
    ("匯價尚未跌破6.9元。", "6.9元", "at_least"),
    ("全厂没有完成800台的计划。", "800台", "at_most|exact"),
    ("至今销量没有达到500台。", "500台", "at_most"),
]
ENGLISH = [
    ("The panel must have no fewer than 11 members.", "11 members", "at_least"),
    ("Each bag shall weigh not more than 18 kg.", "18 kg", "at_most"),
    ("The bridge cost just short of $64 million.", "$64 million", "approx|at_most"),
    ("Grants of up to €9,500 are paid.", "€9,500", "at_most"),
    ("The hall seats as many as 700 people.", "700 people", "at_most|approx|exact"),
    ("Losses in excess of $3 million were booked.", "$3 million", "at_least"),
    ("Occupancy never dropped below 81%.", "81%", "at_least"),
    ("The index has not fallen below 4,100 points.", "4,100 points", "at_least"),
    ("Costs did not exceed $2.4 million.", "$2.4 million", "at_most"),
    ("Fees are limited to $75.", "$75", "at_most"),
    ("Tickets start at £28.", "£28", "at_least"),
    ("Rooms starting from $110 sell fast.", "$110", "at_least"),
    ("Sales broke through the $5 billion mark.", "$5 billion", "at_least"),
    ("The pound slipped below $1.20.", "$1.20", "at_most"),
    ("Shares trade 12% below their high.", "12%", "exact"),
    ("Attendance failed to reach 3,000 people.", "3,000 people", "at_most"),
    ("A ceiling of 40 percent applies.", "40 percent", "at_most"),
    ("A floor of 15 percent applies.", "15 percent", "at_least"),
    ("It took not less than 200 workers.", "200 workers", "at_least"),
    ("It held above 55%.", "55%", "at_least"),
]


@pytest.mark.parametrize(("text", "number", "said"), CHINESE + ENGLISH)
def test_bound(text: str, number: str, said: str) -> None:
    at = text.index(number)
    found = [q for q in scan(text) if q.span.start <= at < q.span.end]
    assert [q.qualifier.value in said.split("|") for q in found] == [True], found
    assert found[0].is_metric


def test_a_target_that_was_missed_is_exact() -> None:
    found = scan("On-time arrivals stood at 91.4 percent, short of the 95 percent target.", "en")
    assert [one.qualifier for one in found] == [Qualifier.EXACT, Qualifier.EXACT]
