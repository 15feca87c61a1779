"""Every word of the lexicon means what its table says: each is read in a sentence of its table.

`FRAMES` holds the tables: how many words each has at least, so that none goes without being
noticed, and a sentence with `{word}`; where there is none, the lexicon gives an example with the
word. What the sentence must say follows from the table and the sense of the word. A sentence must
say something else without its word: else it would prove nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

import pytest

from tests.draft.test_report_words import READ
from tests.proof.test_supported import metric, refused
from tests.relations.test_find import found_in
from viewer.editions.likeness import tokens
from viewer.model import Quantity
from viewer.quantities import labelled, scan
from viewer.quantities.agree import kind_of_unit
from viewer.quantities.lexicon import GROUPS
from viewer.quantities.normalize import fold, fold_chinese
from viewer.quantities.traditional import _ROWS
from viewer.quantities.units import Sort, sort_of, unit_at
from viewer.quantities.vocabulary import Entry, entries, matcher
from viewer.relations.wording import basis_of

Reading = object
Expects = Callable[[str], Reading]


class Frame(NamedTuple):
    """The sentence of a table, and which reading of its figure the sense of a word makes right."""

    least: int
    text: str
    read: Callable[[Quantity], Reading]
    right: Expects


def _bound(quantity: Quantity) -> Reading:
    return str(quantity.qualifier)


def _sign(quantity: Quantity) -> Reading:
    return quantity.change and quantity.change.compare(Decimal(0))


def _standing(quantity: Quantity) -> Reading:
    return str(quantity.standing)


def _kind(quantity: Quantity) -> Reading:
    return str(quantity.kind)


def _kinds(least: int, text: str, right: str = "") -> Frame:
    """Words that make one kind of the figure, by default that of their sense."""
    return Frame(least, text, _kind, lambda sense: right or sense)


def _no_rise(text: str) -> Frame:
    """Words that make no rise of a fall."""
    return Frame(0, text, lambda one: _sign(one) != 1, lambda _: True)


def _bounds(least: int, text: str = "", **senses: str) -> Frame:
    """Of a bound: what each sense makes of the figure, by default the sense itself."""
    return Frame(least, text, _bound, lambda sense: senses.get(sense or "any", sense))


def _signs(least: int, text: str = "") -> Frame:
    return Frame(least, text, _sign, {"up": 1, "down": -1, "none": None}.get)


def _standings(least: int, text: str) -> Frame:
    return Frame(
        least, text, _standing, lambda sense: "fact" if sense in ("", "next", "sentence") else sense
    )


def _always(least: int, text: str, right: str) -> Frame:
    """Words that make the standing of the figure one thing whatever their sense."""
    return Frame(least, text, _standing, lambda _: right)


def _names(least: int, text: str) -> Frame:
    """Words beside which a number is no figure."""
    return Frame(least, text, _bound, lambda _: "no figure")


_COMPARED = {
    "above": "at_least", "below": "at_most", "crossed": "at_least", "lost": "at_most",
    "reach": "at_most", "beyond": "at_most",
}  # fmt: skip
FRAMES = {
    ("zh", "bound.compare"): _bounds(95, **_COMPARED),
    ("zh", "bound.not"): _bounds(52, any="at_most"),
    ("zh", "bound.adverb"): _bounds(88, any="at_most"),
    ("zh", "bound.before"): _bounds(157),
    ("zh", "bound.loose"): _bounds(11),
    ("zh", "bound.superlative"): _bounds(4),
    ("zh", "bound.allowed"): _bounds(42, any="at_most"),
    ("zh", "bound.limit"): _bounds(36),
    ("zh", "bound.being"): _bounds(30, any="at_most"),
    ("zh", "bound.after"): _bounds(59),
    ("zh", "bound.line"): _bounds(11),
    ("zh", "bound.milestone"): _bounds(8, any="at_least"),
    ("zh", "bound.towards"): _bounds(16, any="exact"),
    ("zh", "change.verb"): _signs(693),
    ("zh", "change.close"): _signs(29),
    ("zh", "change.measured"): _signs(28),
    ("zh", "change.size"): _signs(58),
    ("zh", "change.rate"): _signs(63),
    ("zh", "change.zero"): _signs(7, "用电量增长后{word}5.2%"),
    ("zh", "change.turn"): _signs(359, "净利润变动{word}5.2个百分点"),
    ("zh", "standing.word"): _standings(2418, "公司{word}用电5.2亿千瓦时"),
    ("zh", "standing.fact"): _standings(49, "公司计划产量{word}5.2亿吨"),
    ("zh", "standing.aim"): _standings(93, "公司{word}用电5.2亿千瓦时"),
    ("zh", "standing.duty"): _standings(2, "公司预计{word}完成，用电5.2亿千瓦时"),
    ("zh", "standing.measure"): _always(80, "公司预算{word}为5.2%", "fact"),
    ("zh", "standing.reached"): _standings(13, "公司{word}年度目标，用电5.2亿千瓦时"),
    ("zh", "standing.beside"): _standings(32, "公司{word}年度目标用电5.2亿千瓦时"),
    ("zh", "standing.between"): _standings(37, "公司完成{word}目标，用电5.2亿千瓦时"),
    ("zh", "standing.open"): _always(21, "公司{word}完成目标，用电5.2亿千瓦时", "target"),
    ("zh", "standing.act"): _always(340, "公司将{word}用电的5.2亿千瓦时", "plan"),
    ("zh", "standing.move"): _always(115, "公司将{word}用电5.2亿千瓦时", "forecast"),
    ("zh", "standing.adverb"): _always(40, "公司将{word}投资的5.2亿元", "plan"),
    ("zh", "standing.paper"): _standings(6, "公司用电量优于{word}中的5.2亿千瓦时"),
    ("zh", "standing.own"): _standings(48, "公司{word}的5.2亿元"),
    ("zh", "standing.decides"): _always(28, "公司{word}采购煤炭5.2亿吨", "plan"),
    ("zh", "standing.label"): _standings(15, "2030年{word}：一是节能；二是用煤5.2亿吨"),
    ("zh", "standing.by_year"): _always(40, "公司到2030年{word}煤炭5.2亿吨", "target"),
    ("zh", "name.index"): _names(20, "{word}50成分股"),
    ("zh", "standing.since"): _always(47, "公司计划产量6亿吨，{word}5.2亿吨", "fact"),
    ("zh", "standing.earlier"): _always(193, "公司计划产量6亿吨，{word}5.2亿吨", "fact"),
    ("zh", "standing.result"): _always(107, "公司计划产量6亿吨，{word}5.2亿吨", "fact"),
    ("zh", "bound.charge"): _bounds(64, "{word}最高5万元", any="at_most"),
    ("zh", "change.doing"): Frame(130, "", _sign, lambda _: 1),
    ("zh", "name.behind"): _names(40, "货物在12{word}"),
    ("zh", "name.coordinate"): _names(6, "货船驶到{word}39度"),
    ("zh", "name.told"): _names(60, "货物{word}自37起"),
    ("zh", "name.score"): _names(70, "{word}，3比1"),
    ("zh", "name.route"): _names(13, "乘客改乘42路{word}"),
    ("zh", "name.bloc"): _names(9, "二十国{word}发表声明"),
    ("zh", "name.note"): _names(7, "详见{word}七、23"),
    ("zh", "name.bed"): _names(9, "12床{word}好转"),
    ("zh", "name.colon"): _kinds(8, "{word}2:5", "count"),
    ("zh", "name.drawn"): _names(12, "测绘1:500{word}"),
    ("zh", "name.voltage"): _names(13, "新建220千伏{word}"),
    ("zh", "sign.balance"): Frame(
        37, "货船{word}-9个", lambda one: (one.value, one.doubt), lambda _: (Decimal(-9), "")
    ),
    ("zh", "standing.who"): _always(30, "打算购房的{word}有5.2万", "fact"),
    ("zh", "standing.agent"): _always(22, "某{word}料销售5.2亿元", "forecast"),
    ("zh", "standing.got"): _always(10, "公司计划产量6亿吨，{word}出的是5.2亿吨", "fact"),
    ("zh", "standing.document"): _always(17, "该{word}中定为5.2亿吨", "target"),
    ("zh", "standing.aimed"): _always(15, "明年{word}5.2亿吨以上", "target"),
    ("zh", "standing.booked"): _always(8, "明年春节{word}量达5.2亿吨", "fact"),
    ("zh", "standing.to_come"): Frame(
        28,
        "公司计划产量6亿吨，产出5.8亿吨，{word}种粮5.2亿吨",
        lambda one: _standing(one) != "fact",
        lambda _: True,
    ),
    ("zh", "standing.set_rate"): _always(13, "央行决定将{word}下调5.2%", "fact"),
    ("zh", "standing.deal"): _always(18, "公司{word}总额不低于5.2亿元", "plan"),
    ("zh", "standing.revised"): _always(10, "公司{word}营收指引至6亿元，此前为5.2亿元", "forecast"),
    ("zh", "name.race"): _names(34, "她参加800米{word}"),
    ("zh", "name.rank"): _names(23, "等次为2{word}"),
    ("zh", "name.slogan"): _names(24, ""),
    ("zh", "standing.mixed"): _always(12, "2030年目标与{word}\n产量有5.2亿吨。", "fact"),
    ("zh", "standing.heading"): _standings(13, "2030年{word}\n产量有5.2亿吨。"),
    ("zh", "sign.loss"): Frame(
        9, "公司{word}（5.2）亿元", lambda one: bool(one.value and one.value > 0), lambda _: True
    ),
    ("zh", "standing.called"): _standings(22, "用电5.2亿千瓦时是我们的{word}"),
    ("zh", "standing.motion"): _always(19, "5.2亿元的{word}送交表决", "plan"),
    ("zh", "standing.effect"): _always(42, "5.2亿元补贴下月{word}", "plan"),
    ("zh", "standing.behind"): _standings(148, "全年有产量5.2亿吨{word}"),
    ("zh", "unit.graded"): _kinds(1, "阵风达9{word}。", "amount"),
    ("zh", "unit.step"): _kinds(27, "{word}9级", "amount"),
    ("zh", "unit.stepped"): _kinds(29, "测得6级{word}", "amount"),
    ("zh", "standing.ahead"): Frame(
        11, "公司{word}投资9亿元，建成5.2亿吨", lambda one: _standing(one) != "fact", lambda _: True
    ),
    ("zh", "kind.share"): _kinds(23, "增长货物{word}5.2%", "share"),
    ("zh", "kind.change"): _kinds(13, "", "change"),
    ("zh", "kind.growth"): _kinds(1, "", "change"),
    ("zh", "kind.compared"): _kinds(8, "货物{word}5.2%", "change"),
    ("zh", "kind.other"): _kinds(10, "高于货物{word}5.2%", "share"),
    ("zh", "kind.behind"): _kinds(45, "货物5.2%的{word}", "change"),
    ("zh", "kind.sum"): _kinds(16, "{word}5.2亿", "amount"),
    ("zh", "kind.index"): _kinds(8, "货物{word}为3088点", "amount"),
    ("zh", "kind.ratio"): _kinds(4, "{word}为5"),
    ("en", "kind.share"): _kinds(40, "Catches rose in {word} 5.2 percent", "share"),
    ("en", "kind.share-of"): _kinds(
        10, "The {word} was 5.2 percent compared with last year", "share"
    ),
    ("en", "kind.growth"): _kinds(2, "Its {word} is 5.2 percent", "change"),
    ("en", "kind.size"): _kinds(22, "A {word} of 5.2 percent of the catch", "change"),
    ("en", "kind.place"): _kinds(21, "It lies 60m above the {word}", "amount"),
    ("en", "kind.raised"): _kinds(8, "The firm {word} $5 million", "amount"),
    ("en", "bound.compare"): _bounds(283, **_COMPARED),
    ("en", "bound.not"): _bounds(43, any="at_most"),
    ("en", "bound.before"): _bounds(220),
    ("en", "bound.after"): _bounds(24),
    ("en", "bound.apart"): _bounds(26, "Sales were $5 million, {word}"),
    ("en", "bound.milestone"): _bounds(11, any="at_least", aim="at_least"),
    ("en", "bound.phrasal"): _bounds(47, any="exact"),
    ("en", "change.verb"): _signs(677),
    ("en", "change.after"): _signs(59),
    ("en", "change.beside"): _signs(363),
    ("en", "change.by"): _signs(56),
    ("en", "change.off"): _signs(38),
    ("en", "change.part"): _signs(4),
    ("en", "change.noun"): _signs(171),
    ("en", "change.whole"): _signs(24),
    ("en", "kind.moved"): _kinds(16, "A $4 {word} in the price", "change"),
    ("en", "name.played"): _names(48, "They {word} 3-1 yesterday"),
    ("en", "standing.word"): _standings(1020, "The firm {word} sell 5.2 million tons"),
    ("en", "standing.fact"): _standings(24, "The planned output {word} 5.2 million tons"),
    ("en", "standing.aim"): _standings(15, "The {word} for 5.2 million tons"),
    ("en", "standing.duty"): _standings(
        9, "It hopes to sell and {word} were met, with 5.2 million"
    ),
    ("en", "standing.reached"): _standings(
        73, "It hopes it {word} its target, selling 5.2 million"
    ),
    ("en", "standing.past"): Frame(
        64, "The planned works {word} 5.2 million tons.", _standing, lambda _: "fact"
    ),
    ("en", "standing.move"): _always(80, "It will {word} 5.2 million tons", "forecast"),
    ("en", "standing.serve"): _always(18, "It would {word} 5.2 million tons", "forecast"),
    ("en", "standing.done"): _always(56, "It will be {word} on 5.2 million tons", "plan"),
    ("en", "standing.base"): _always(54, "It is due to {word} 5.2 million tons", "plan"),
    ("en", "standing.result"): _always(
        44, "It hopes to sell 6 million tons and {word} 5.2 million tons", "fact"
    ),
    ("en", "standing.came"): _always(
        24, "It hopes to draw 9,000 people and 4,000 people {word}.", "fact"
    ),
    ("en", "bound.limit"): _bounds(26, "The {word} stays at $5 million"),
    ("en", "bound.being"): _bounds(45, "The limit {word} $5 million", any="at_most"),
    ("en", "name.numbered"): _names(118, "He saw {word} 12 yesterday"),
    ("en", "name.capital"): _names(206, "He saw {word} 12 yesterday"),
    ("en", "name.aged"): _names(60, "It insures {word} over 60."),
    ("en", "name.cohort"): _names(20, "It asked the 65-plus {word} again"),
    ("en", "name.race"): _names(33, "She missed the 2,000-metre {word} again"),
    ("en", "name.ordered"): _names(41, "He saw {word} 12 yesterday"),
    ("en", "standing.mixed"): _always(
        8, "Targets and {word} for 2030\nOutput is 5.2 million tons.", "fact"
    ),
    ("en", "standing.heading"): _standings(16, "{word} for 2030\nOutput is 5.2 million tons."),
    ("en", "standing.decided"): _always(
        17,
        "Plans\nSome 12 buses of the kind that travelled here are what the council {word}.",
        "plan",
    ),
    ("en", "name.graded"): _names(12, "He saw {word} 5 patients"),
    ("en", "standing.says"): _standings(80, "They {word} that 5.2 million people should study."),
    ("en", "standing.effect"): _always(20, "A sale of 5.2 million tons {word} in June.", "plan"),
    ("en", "standing.binds"): _always(30, "It {word} the firm to reach 5.2 million tons", "target"),
    ("en", "standing.granted"): _always(27, "The {word} next year 5.2 million tons", "plan"),
    ("en", "standing.looks_on"): Frame(
        5,
        "Outlook: sales of 9 million tons; it had stocks {word} for 5.2 million tons.",
        lambda one: _standing(one) != "fact",
        lambda _: True,
    ),
    ("en", "change.named"): _signs(10, "The {word} in exports slowed by 2.1 points to 5.2%."),
    ("en", "standing.set_rate"): _always(
        28, "The council decided to lower the {word} to 5.2%", "fact"
    ),
    ("en", "standing.revised"): _standings(33, "Its {word} was cut to 6 tons from 5.2 tons"),
    ("en", "standing.label"): _standings(20, "Sales ({word}): coal 5.2 million tons"),
    ("en", "standing.bound"): _standings(
        40, "Sales passed the 5.2 million tons it was {word} to reach."
    ),
    ("en", "standing.paper"): _standings(17, "Sales passed the 5.2 million tons in our {word}."),
    ("en", "standing.relative"): _standings(20, "The 5.2 million tons it {word}, it sold."),
    ("en", "kind.priced"): _kinds(33, "The {word} lost $5.2 last week.", "change"),
    ("en", "sign.loss"): Frame(
        7,
        "The {word} was $(5.2) million",
        lambda one: bool(one.value and one.value > 0),
        lambda _: True,
    ),
    ("en", "bound.measured"): Frame(
        14, "The firm sold 52 tons {word} at most.", _bound, lambda _: "at_most"
    ),
    ("en", "standing.called"): _standings(25, "A yield of 5.2 million tons is our {word}."),
    ("en", "standing.laid"): _always(18, "The 5.2 million tons {word} in the contract", "target"),
    ("en", "standing.charter"): _always(54, "The 5.2 million tons set in the {word}", "target"),
    ("en", "unit.length"): Frame(120, "The {word} is 5.2m", lambda one: one.unit, lambda _: "m"),
    ("en", "standing.behind"): _standings(115, "The 5.2 million tons {word}"),
}
SILENT = {
    ("zh", "change.idiom"): (250, ("change.verb", "change.close", "change.rate", "change.turn")),
    ("zh", "sign.other"): (10, ()),
    ("zh", "standing.parallel"): (24, ()),
    ("en", "change.idiom"): (201, ("change.verb", "change.noun", "change.after", "change.beside")),
    ("en", "change.zero"): (9, ()),
    ("en", "name.measure"): (58, ()),
    ("en", "name.model"): (9, ()),
    ("en", "name.opening"): (150, ()),
    ("zh", "change.probe"): (12, ()),
    ("en", "change.object"): (60, ()),
    ("en", "change.pace"): (25, ()),
    ("zh", "name.numeral"): (23, ()),
    ("zh", "standing.trap"): (261, ()),
    ("en", "standing.trap"): (1658, ()),
    ("en", "standing.undone"): (41, ()),
    ("en", "standing.able"): (19, ()),
}
"""Tables whose words say nothing: how many, and of which tables they hold words that say nothing
in them."""
SILENT_FRAMES = {
    ("zh", "change.idiom"): _no_rise("渔获下降{word}5.2个百分点"),
    ("en", "change.idiom"): _no_rise("Sales fell in the {word} by 5.2 percent"),
    ("en", "change.zero"): _signs(0, "Sales were {word} at 5.2 percent"),
    ("en", "name.measure"): Frame(
        0, "He saw {word} 52 yesterday", lambda one: one.is_metric, lambda _: True
    ),
    ("en", "name.model"): _names(0, "He saw the {word} yesterday"),
    ("en", "name.opening"): Frame(
        0, "{word} Harrow 45 drowned.", lambda one: one.is_metric, lambda _: True
    ),
    ("zh", "sign.other"): Frame(
        0, "他们{word}3亿元", lambda one: one.value, lambda _: Decimal("3E+8")
    ),
    ("zh", "standing.parallel"): _always(0, "公司年内要投资9亿元，{word}5.2亿吨", "plan"),
    ("en", "change.pace"): Frame(0, "Exports rose 4%, {word} from 3.2%", _sign, lambda _: 1),
    ("en", "change.object"): _kinds(0, "The clerk {word} 14 benches", "count"),
    ("zh", "change.probe"): _kinds(0, "铜价{word}8500美元", "amount"),
    ("zh", "name.numeral"): _names(0, "来了{word}家"),
    ("en", "standing.able"): _always(0, "She could {word} 5.2 million tons", "fact"),
    ("en", "standing.undone"): Frame(
        0,
        "It hopes to sell 6 million tons and {word} 5.2 million tons",
        lambda one: _standing(one) != "fact",
        lambda _: True,
    ),
    ("zh", "standing.trap"): _always(0, "公司产量{word}有5.2亿吨。", "fact"),
    ("en", "standing.trap"): _always(0, "The output {word} has 5.2 million tons.", "fact"),
}
"""Sentences of such words, which say no more without them."""
_NO_OTHER = frozenset("℃≈≤≥‰着榀")
"""What Big5 has not and is no simplified form; 著 is a word of its own in both scripts."""
_NO_WORD = {"zh": "货物", "en": "goods"}
"""What stands in a sentence in the place of its word."""
BASES = {
    ("zh", "basis.term"): (18, "用电量{word}增长5.2%"),
    ("zh", "basis.phrase"): (126, "用电量{word}的水平增长5.2%"),
    ("en", "basis.term"): (20, "Sales rose 5.2 percent {word}"),
    ("en", "basis.phrase"): (77, "Sales rose 5.2 percent {word}"),
}
"""Tables of what a change is measured against: how many words, and a sentence for them."""
ORDERS = {
    ("zh", "superlative"): (25, "甲港吞吐量{word}", "丙港吞吐量{word}"),
    ("zh", "order"): (20, "甲港吞吐量{word}乙港吞吐量", "丙港吞吐量{word}乙港吞吐量"),
    ("zh", "order.behind"): (10, "甲港吞吐量比乙港吞吐量{word}", "丙港吞吐量比乙港吞吐量{word}"),
    ("en", "superlative"): (21, "Port Ash is {word}", "Port Oak is {word}"),
    ("en", "order"): (20, "Port Ash is {word} Port Elm", "Port Oak is {word} Port Elm"),
}
"""Tables of comparison: how many words, a finding that is true of the words for more, and one that
is true of those for less."""
UNITS = {
    ("zh", "unit"): 748,
    ("zh", "currency"): 59,
    ("en", "unit.time"): 31,
    ("en", "unit.money"): 39,
    ("en", "unit.measure"): 193,
    ("en", "unit.compound"): 11,
    ("en", "unit.coin"): 14,
    ("en", "unit.plural"): 59,
    ("en", "unit.none"): 33,
    ("en", "unit.points"): 6,
    ("en", "unit.part"): 6,
    ("en", "month"): 24,
}
"""Tables of units and of months: how many words."""
_WITH_UNIT = (
    "The firm sold 12 {word} of it.",
    "The firm sold a 12-{word} piece.",
    "The firm sold {word} 12 million of it.",
    "It is 12{word} long.",
)
"""Where an English unit may stand: one of them has it."""
_NO_RISE = {"为", "over", "up to"}
"""What makes a level of the number right behind a verb: rose over 5 percent."""
RISE = Decimal("5.2")
_NO_UNIT_ALONE = {"penny", "cent"}
"""Coins that stand in the plural only; they tell what money is elsewhere."""
HEDGES = {
    ("zh", "hedge"): (82, "用电量同比增长{word}5.2%。"),
    ("en", "hedge"): (19, "Sales rose {word} 5.2 percent."),
}
"""Words between a change and its number: how many, and a sentence whose rise they leave."""
LABELS = {
    ("zh", "label.action"): (180, ""),
    ("zh", "label.sort"): (27, ""),
    ("zh", "label.tried"): (11, ""),
    ("zh", "label.measure"): (44, ""),
    ("zh", "label.general"): (14, ""),
}
"""Tables of words that the label of the figure begins or ends with: how many, and a sentence."""
_ENDS_LABEL = ("label.measure", "label.general")
ENGLISH_PORTS = tuple(
    metric(name, f"Port {name}", size, "tons", cite=f"Port {name} {size} tons")
    for name, size in (("Ash", "450"), ("Elm", "180"), ("Oak", "62"))
)
RELATED = {
    ("zh", "relation.earlier"): (175, "全年办结案件742件。{word}时为688件。"),
    ("en", "relation.earlier"): (155, "The plant made 742 tons. {word} it had made 688 tons."),
    ("zh", "relation.now"): (18, "去年办结案件688件；{word}办结742件。"),
    ("en", "relation.now"): (10, "Last year the rate was 11.2%; {word} it is 8.6%."),
    ("zh", "relation.total"): (6, "甲区340件、乙区260件，{word}650件。"),
    ("en", "relation.total"): (4, "It sold 340 tons, 260 tons, {word} 650 tons."),
    ("en", "relation.all"): (
        7,
        "It closed 41 shops in the north and 26 shops in the south, 68 shops {word}.",
    ),
    ("zh", "relation.rest"): (9, "共有案件1240件。甲区800件，{word}400件。"),
    ("en", "relation.rest"): (4, "It has 1,240 ships. Of these 800 ships sail, {word} 400 ships."),
    ("zh", "relation.others"): (
        2,
        "总收入90亿元。门票收入40亿元，餐饮收入16亿元，{word}收入8亿元。",
    ),
    ("en", "relation.others"): (
        7,
        "Income was $90.3m. Fares made $40.1m, food $16.2m and {word} costs $8.4m.",
    ),
    ("zh", "relation.peer"): (27, "合格率96.2%，高于{word}1.2个百分点。"),
    ("en", "relation.peer"): (14, "The rate was 96.2%, 1.2 percentage points above the {word}."),
    ("zh", "relation.aim"): (5, "造林340亩，超过{word}300亩。"),
    ("en", "relation.aim"): (21, "The rate was 96.2%, 1.2 percentage points above the {word}."),
    ("en", "relation.multiple"): (1, "Sales were $2.6m, {word} the $1.3m of 2021."),
    ("en", "relation.person"): (
        10,
        "On that night 1,340 people were counted: 740 {word} in town, 600 {word} in the hills.",
    ),
    ("en", "label.aim"): (28, ""),
    ("en", "label.level"): (2, ""),
    ("zh", "relation.counter"): (4, ""),
    ("zh", "measure.synonym"): (27, ""),
    ("en", "measure.synonym"): (29, ""),
    ("en", "measure.telling"): (90, ""),
}
"""Words that relate figures: how many, and a sentence that relates otherwise without its word."""
OTHERS: dict[tuple[str, str], Any] = {**BASES, **ORDERS, **HEDGES, **LABELS, **RELATED}
"""The tables of which each row begins with how many words there are, and a sentence or ''."""
ALL = sorted((language, category) for language in GROUPS for category in GROUPS[language])


def is_read(table: tuple[str, str], entry: Entry) -> bool:
    """Whether the sentence of a word, which may be gone, says what its table says of the word."""
    if table in FRAMES or table in SILENT_FRAMES:
        return _is_framed(table, entry)
    if table in BASES:
        return basis_of(BASES[table][1].replace("{word}", entry.word)) == entry.sense
    if table in ORDERS:
        return _is_order(table, entry)
    if table in HEDGES:
        found = scan(HEDGES[table][1].replace("{word}", entry.word))
        return entry.word in _NO_RISE or [one.change for one in found] == [RISE]
    if table in RELATED or table in READ:
        return READ[table][1](entry) if table in READ else _is_related(table, entry)
    return table in SILENT or (_is_in_label if table in LABELS else _is_unit)(table, entry)


def text_of(table: tuple[str, str], entry: Entry) -> str:
    """The sentence of a word."""
    frame = FRAMES.get(table) or SILENT_FRAMES.get(table)
    if frame is not None:
        text = frame.text or entry.example
    else:
        text = str(OTHERS[table][1] or entry.example) if table in OTHERS else _WITH_UNIT[0]
        text = "货物有12{word}。" if table == ("zh", "unit") else text
    return text.replace("{word}", entry.word)


def _is_framed(table: tuple[str, str], entry: Entry) -> bool:
    frame = FRAMES.get(table) or SILENT_FRAMES[table]
    return _read(frame, text_of(table, entry)) == frame.right(entry.sense)


def _read(frame: Frame, text: str) -> Reading:
    found = [one for one in scan(text) if one.is_metric]
    return frame.read(found[-1]) if found else "no figure"


def _is_order(table: tuple[str, str], entry: Entry) -> bool:
    """Whether a word of order is true of one of two findings only."""
    _, *findings = ORDERS[table]
    more, less = (_is_refused(one.replace("{word}", entry.word), table) for one in findings)
    return (more, less) == ((False, True) if entry.sense in ("max", "more") else (True, False))


def _is_in_label(table: tuple[str, str], entry: Entry) -> bool:
    text = text_of(table, entry)
    label = labelled(text, scan(text), "en" if table[0] == "en" else "zh-CN")[-1].label
    if table[1] in _ENDS_LABEL:  # a total is no measure of one of its parts
        return label.endswith(entry.word.removeprefix("总") if "总产" in entry.word else entry.word)
    return label.startswith(entry.word)


def _named_by(aim: str) -> str:
    """The label of a level that sales are held against, or have."""
    text = f"Sales were 8 million tons, against their {aim} of 5.2 million tons."
    return labelled(text, scan(text), "en")[-1].label


def _is_related(table: tuple[str, str], entry: Entry) -> bool:
    """Whether the figures of a sentence belong together in another way than without the word."""
    text = RELATED[table][1]
    if table[1] == "measure.synonym":
        return tokens(entry.word) == tokens(entry.sense)
    if table[1] == "measure.telling":
        return not tokens(entry.word)
    if table[1] in ("label.aim", "label.level"):
        return _named_by(entry.word) == f"Sales {entry.word.removesuffix('s')}"
    if not text:
        return kind_of_unit(entry.word) == kind_of_unit(entry.sense)
    return _related(text, entry.word) != _related(text, "")


@cache
def _related(text: str, word: str) -> tuple[Reading, ...]:
    """How the figures of a sentence belong together with a word in it."""
    found = found_in(_sentence(text.replace("{word}", word)))
    return tuple(tuple(one.replace(word, "{word}") for one in roles) for roles in found)


def _is_unit(table: tuple[str, str], entry: Entry) -> bool:
    word = entry.word
    if table == ("zh", "unit"):
        return unit_at(f"{word}。", 0) == word and sort_of(word) is Sort[entry.sense.upper()]
    if table == ("zh", "currency"):
        found = scan(f"收入为{word} 12。")
        return [(one.unit, one.value, one.is_metric) for one in found] == [(word, 12, True)]
    if table == ("en", "month"):
        return not any(each.is_metric for each in scan(f"On 12 {word} it opened."))
    none = table[1] == "unit.none"
    texts = (text.replace("{word}", word) for text in _WITH_UNIT[: 1 if none else None])
    units = {each.unit.lstrip("-") for text in texts for each in scan(text)}
    return word in _NO_UNIT_ALONE or (word in units) is not none


def _unread(table: tuple[str, str]) -> list[str]:
    return [entry.word for entry in entries(*table) if not is_read(table, entry)]


def test_every_table_of_the_lexicon_is_tried() -> None:
    assert sorted([*FRAMES, *SILENT, *OTHERS, *UNITS, *READ]) == ALL


def test_no_word_of_the_lexicon_goes_without_being_noticed() -> None:
    assert sum(len(entries(*table)) for table in ALL) >= 14843


def test_no_table_of_the_lexicon_loses_words() -> None:
    counted: dict[tuple[str, str], Any] = {**FRAMES, **SILENT, **OTHERS}
    least = {**{name: row[0] for name, row in (counted | dict(READ)).items()}, **UNITS}
    assert [table for table in ALL if len(entries(*table)) < least[table]] == []


@pytest.mark.parametrize("table", ALL, ids=".".join)
def test_every_word_means_what_its_table_says(table: tuple[str, str]) -> None:
    assert _unread(table) == []


@pytest.mark.parametrize("table", FRAMES, ids=".".join)
def test_a_sentence_says_something_else_without_its_word(table: tuple[str, str]) -> None:
    frame = FRAMES[table]
    spoken = {
        (frame.text or entry.example, entry.sense)
        for entry in entries(*table)
        if entry.sense != "none" or table[1] == "change.zero"
    }
    for text, sense in spoken:
        bare = text.replace("{word}", _NO_WORD[table[0]])
        assert _read(frame, bare) != frame.right(sense), text


@pytest.mark.parametrize("table", BASES, ids=".".join)
def test_no_basis_is_told_without_its_word(table: tuple[str, str]) -> None:
    assert basis_of(BASES[table][1].replace("{word}", _NO_WORD[table[0]])) is None


@pytest.mark.parametrize("table", [one for one in RELATED if RELATED[one][1]], ids=".".join)
def test_every_word_relates_the_figures_of_its_sentence(table: tuple[str, str]) -> None:
    text = RELATED[table][1]
    found = {one.word: _related(text, one.word) for one in entries(*table)}
    usual = Counter(found.values()).most_common(1)[0][0]
    assert {word: said for word, said in found.items() if said != usual} == {}
    assert _related(text, "") != usual


@pytest.mark.parametrize("table", [one for one in LABELS if one[1] != "label.action"], ids=".".join)
def test_another_word_takes_nothing_over_into_its_label(table: tuple[str, str]) -> None:
    for entry in entries(*table):
        label, other = (_label(entry.example, word) for word in (entry.word, "甲乙"))
        assert other != label.replace(entry.word, "甲乙")


def _label(example: str, word: str) -> str:
    """The label of the last figure of a sentence with a word in it."""
    text = example.replace("{word}", word)
    return labelled(text, scan(text), "zh-CN")[-1].label


def test_a_counter_does_not_count_what_another_does() -> None:
    assert kind_of_unit("家") != kind_of_unit("人")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def test_no_chinese_unit_is_read_in_another_word() -> None:
    held = [(one.word, more) for one in entries("zh", "unit") for more in one.not_before]
    assert [word + more for word, more in held if unit_at(word + more, 0) == word] == []


def _is_refused(finding: str, table: tuple[str, str]) -> bool:
    if table[0] == "zh":
        codes = refused(finding)
    else:
        passage = "Port Ash 450 tons, Port Elm 180 tons, Port Oak 62 tons."
        codes = refused(finding, ENGLISH_PORTS, ("Ash", "Elm", "Oak"), passage, "en")
    return table[1].partition(".")[0] in codes


@pytest.mark.parametrize("table", SILENT, ids=".".join)
def test_every_idiom_holds_a_word_that_it_silences(table: tuple[str, str]) -> None:
    language, _ = table
    inner = [matcher(language, category) for category in SILENT[table][1]]
    idle = [
        entry.word
        for entry in entries(*table)
        if inner and not any(words.found(entry.word) for words in inner)
    ]
    assert idle == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_stands_as_a_folded_text_has_it(language: str) -> None:
    fold_all = fold if language == "en" else lambda text: fold_chinese(fold(text))
    tables = {name: entries(language, name) for name in GROUPS[language]}
    words = {one for row in sum(tables.values(), ()) for one in row.not_after + row.not_before}
    tables.pop("unit", None)  # a unit stands as it is printed
    words |= {row.word for rows in tables.values() for row in rows}
    assert {word for word in words if fold_all(word) != word} == set()


def test_every_character_of_the_lexicon_has_its_traditional_form_folded() -> None:
    """The lexicon is written in simplified characters only; the scanner folds what it reads.

    A character of GB 2312 that Big5 has not is a simplified form: its traditional one must fold.
    """
    folded = {pair[1] for pair in _ROWS.split()}
    characters = {
        one for name in GROUPS["zh"] for entry in entries("zh", name) for one in entry.word
    }
    simple = {one for one in characters if _is_in(one, "gb2312") and not _is_in(one, "big5")}
    assert simple - folded - _NO_OTHER == set()


def _is_in(character: str, codec: str) -> bool:
    return bool(character.encode(codec, "ignore"))
