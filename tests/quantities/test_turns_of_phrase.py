"""Turns of phrase of different writers: what each says of the sign, the way and the bound of its
figure, which number it names, and which numbers are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from viewer.model import Quantity
from viewer.quantities import scan


def _figure(text: str, surface: str) -> Quantity | None:
    """The metric of a sentence that holds `surface`; None where it is no figure."""
    start = text.index(surface)
    found = [one for one in scan(text) if one.is_metric]
    overlapping = (
        one for one in found if one.span.start < start + len(surface) and one.span.end > start
    )
    return next(overlapping, None)


CHANGES = [
    # Verbs and particles of change.
    ("The fund recouped $14 million of its losses.", "$14 million", 14_000_000),
    ("The index erased 120 points in an hour.", "120 points", -120),
    ("The frost knocked £40m off profit.", "£40m", -40_000_000),
    ("Strikes dented output by 2.1%.", "2.1%", Decimal("-2.1")),
    ("Tax receipts exceeded the budget by £0.3m.", "£0.3m", 300_000),
    ("Tax receipts missed the target by £0.3m.", "£0.3m", -300_000),
    ("Cases dropped sharply through the spring, by 70.", "70", -70),
    ("水库水位落了23厘米。", "23厘米", -23),
    ("清淤船压掉3200吨库存。", "3200吨", -3200),
    ("全年多拉了40万人。", "40万人", 400_000),
    ("同一航班的票价比去年贵12元。", "12元", 12),
    # Comparatives and differences behind the number.
    ("The weir stands 2.1 metres higher.", "2.1 metres", Decimal("2.1")),
    ("药品收入同比少300万元。", "300万元", -3_000_000),
    ("赤字少于原先估计的670亿元。", "670亿元", None),
    ("药价低于每盒120元。", "120元", None),
    ("The council sold off 30 hectares.", "30 hectares", None),
    ("The cranes lift 65 tonnes each.", "65 tonnes", None),
    ("The trust is £2.4m worse off.", "£2.4m", -2_400_000),
    ("Cotton ended 1.2% firmer.", "1.2%", Decimal("1.2")),
    ("Nights will be 5 degrees colder.", "5 degrees", -5),
    ("Turnout was 4 points short of the previous vote.", "4 points", -4),
    ("Rivals are 9 points adrift of the leaders.", "9 points", -9),
    ("The county has 60 more miles of cycle path than in 2019.", "60", 60),
    ("The dam is 3 metres below where it was in May.", "3 metres", -3),
    ("冰层比昨天厚5厘米。", "5厘米", 5),
    ("候选人领先对手300票。", "300票", 300),
    ("支出超预算3.2%。", "3.2%", Decimal("3.2")),
    # A rate, how it moved, and where it got to.
    ("出口降幅较上月收窄1.7个百分点，为4.2%。", "4.2%", Decimal("-4.2")),
    ("跌幅扩大2.2个百分点至9.8%。", "9.8%", Decimal("-9.8")),
    ("停工拖累增速0.3个百分点。", "0.3个百分点", Decimal("-0.3")),
    ("Trade grew at a 2.1% pace.", "2.1%", Decimal("2.1")),
    ("Trade contracted at an annual rate of 2.1%.", "2.1%", Decimal("-2.1")),
    ("Stocks pared a 2% rise.", "2%", 2),
    ("Oil reversed a 2% loss.", "2%", -2),
    ("迎来6%的反弹。", "6%", 6),
    # Levels, things done and what stands still are no change.
    ("Unemployment did not rise above 5%.", "5%", None),
    ("Spain was up 12%, Greece unchanged at 4%.", "4%", None),
    ("入冬落了两场雪。", "两场", None),
]
BOUNDS = [
    ("The comet passed within 0.12 astronomical units of us.", "0.12", "at_most"),
    ("The toll stands at 17 and rising.", "17", "at_least"),
    ("At the very least, 40 volunteers are needed.", "40", "at_least"),
    ("Subscribers now total 500+.", "500", "at_least"),
    ("The bill was $500 plus tax.", "$500", "exact"),
    ("The fine tops out at £1,000.", "£1,000", "at_most"),
    ("Not a single school scored above 12%.", "12%", "at_most"),
    ("The depth nowhere exceeds 4 metres.", "4 metres", "at_most"),
    ("The petition is not far off 10,000 names.", "10,000", "approx"),
    ("The best part of €60m went on pumps.", "€60m", "approx"),
    ("The index did not break 5,000.", "5,000", "at_most"),
    ("The plane flew over 12 villages.", "12 villages", "exact"),
    ("考生刚过三百人。", "三百人", "at_least"),
    ("保证金比例不得调至8%以上。", "8%", "at_most"),
    ("严禁超过核定人数45人。", "45人", "at_most"),
    ("押金撑死600元。", "600元", "at_most"),
    ("每车限60人。", "60人", "at_most"),
    ("保费再低也低不过300元。", "300元", "at_least"),
    ("缺口约在3000吨。", "3000吨", "approx"),
    ("单笔满600元可退税。", "600元", "at_least"),
    ("船距岸不得近于300米。", "300米", "at_least"),
    ("渔船载重不深于4米。", "4米", "at_most"),
    ("水库超汛限1.2米。", "1.2米", "exact"),
    ("渔获恐难达到50万吨。", "50万吨", "at_most"),
    ("汇价守住6.15水平。", "6.15", "at_least"),
    ("合同最低采购量为每年2万吨。", "2万吨", "at_least"),
    ("船期误点率极少超过3%。", "3%", "at_most"),
    ("Ferries seldom exceed 20 knots.", "20 knots", "at_most"),
    ("Sales passed 1.2 million units in May.", "1.2 million units", "at_least"),
    ("The tank was never more than 92% full or less than 40%.", "40%", "at_least"),
    ("Some 800 plus have been reserved.", "800", "at_least"),
    ("Margins were no worse than 18%.", "18%", "at_least"),
]
VALUES = [
    ("The rink needs 2 1/2 inches of ice.", "2 1/2 inches", "2.5", "inches"),
    ("A negative contribution of €5.5 million was booked.", "€5.5 million", "-5500000", "€"),
    ("Net cash stood at £-3.2m.", "£-3.2m", "-3200000", "£"),
    ("A return of (4.2)% was reported.", "(4.2)%", "-4.2", "%"),
    ("It allows zero per cent of waste.", "zero per cent", "0", "per cent"),
    ("Of the class 7 out of 10 pupils passed.", "7 out of 10", "0.7", ""),
    ("The moor holds 40 deer.", "40 deer", "40", "deer"),
    ("The strike drew 400 police officers.", "400", "400", ""),
    ("The basin covers 400 km².", "400 km²", "400", "km²"),
    ("It lies 12 light years away.", "12 light years", "12", "light years"),
    ("净胜球-9个。", "-9个", "-9", "个"),
    ("全队胜3场负2场。", "2场", "2", "场"),
    ("报价三元四角八分。", "三元四角八分", "3.48", "元"),
    ("毛利率下降三个半百分点。", "三个半百分点", "3.5", "百分点"),
    ("工钱3千5百元。", "3千5百元", "3500", "元"),
    ("毕业生中六成五留在本省。", "六成五", "65", "%"),
    ("渔港测得6级阵风。", "6级", "6", "级"),
    ("当地发生4.6级地震。", "4.6级", "4.6", "级"),
    ("主队打进17球。", "17球", "17", "球"),
    ("加息25點子。", "25點子", "25", "點子"),
    ("任务完成近四分之一。", "四分之一", "0.25", ""),
    ("Crews measured 4 in of rain.", "4 in", "4", "in"),
    ("A 6in pipe burst.", "6in", "6", "in"),
    ("Visits rose to 1.74m.", "1.74m", "1740000", ""),
    ("The wall stands 3.2m.", "3.2m", "3.2", "m"),
    ("It reached a high of 3C.", "3C", "3", "C"),
    ("It foresees growth of 3% to 4%.", "3% to 4%", "3", "%"),
    ("进账400万瑞郎。", "400万瑞郎", "4000000", "瑞郎"),
]
NAMES = [
    ("911 dispatchers were praised.", "911"),
    ("Find it at 51.5° N.", "51.5"),
    ("It opened on 2024-03-12.", "12"),
    ("4K screens were hung.", "4K"),
    ("The Group of 20 met.", "20"),
    ("Call +44 20 7946 0018 for help.", "7946"),
    ("A 401(k) plan is offered.", "401"),
    ("Fuel leaked from Pump 2.", "2"),
    ("卷宗2025-0417所列赃物。", "0417"),
    ("九曲河两岸清淤。", "九曲"),
    ("她参加800米决赛。", "800米"),
    ("The trial is in Courtroom 12B.", "12B"),
    ("Counts 3 through 7 were dropped.", "7"),
    ("The keeper (No. 10) left.", "10"),
    ("It funds SDG 6.", "6"),
    ("She ran it in 3:42:10.", "10"),
    ("It insures patients over 60.", "60"),
    ("At 23, she leads the choir.", "23"),
    ("Guests must be 18 or over.", "18"),
    ("The 65-plus group voted.", "65"),
    ("The 2,000-metre final was late.", "2,000"),
    ("She won the 800m.", "800m"),
    ("The P5+1 talks resume.", "1"),
    ("据CB(2)1147/2024号文件。", "1147"),
    ("车牌京A·12345的货车。", "12345"),
    ("八一厂开机。", "八一"),
]


@pytest.mark.parametrize(("text", "surface", "change"), CHANGES)
def test_the_words_say_which_way_a_figure_goes(
    text: str, surface: str, change: Decimal | int | None
) -> None:
    figure = _figure(text, surface)
    assert figure is not None
    assert figure.change == change


@pytest.mark.parametrize(("text", "surface", "bound"), BOUNDS)
def test_the_words_say_how_a_figure_is_bound(text: str, surface: str, bound: str) -> None:
    figure = _figure(text, surface)
    assert figure is not None
    assert figure.qualifier == bound


@pytest.mark.parametrize(("text", "surface", "value", "unit"), VALUES)
def test_a_number_is_read_whole(text: str, surface: str, value: str, unit: str) -> None:
    figure = _figure(text, surface)
    assert figure is not None
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("text", "surface"), NAMES)
def test_the_number_of_a_name_is_no_figure(text: str, surface: str) -> None:
    assert _figure(text, surface) is None


def test_a_number_that_ends_a_paragraph_is_not_joined_to_the_next() -> None:
    found = [one.value for one in scan("The score rose to 12.\n\n30 members came.")]
    assert found == [Decimal(12), Decimal(30)]
