"""The words that decide how firmly, where and as what a figure stands are noted when asked for."""

from __future__ import annotations

import pytest

from viewer.quantities import noting, scan, why


@pytest.mark.parametrize(
    ("text", "topic", "words"),
    [
        ("船队约有48艘", "bound", "约有"),
        ("船队有48艘以上", "bound", "以上"),
        ("船队有四十多艘", "bound", "四十多艘"),
        ("船队有约40艘、48艘", "bound", "previous"),
        ("渔获有3万吨大关", "bound", "大关"),
        ("停泊收费最高450元", "bound", "最高"),
        ("补助上限为450元", "bound", "上限"),
        ("完成450户的目标未完成", "bound", "的目标未完成"),
        ("这是3%的上限", "bound", "上限"),
        ("不许超出日供500份的产能", "bound", "不许超出日供"),
        ("占比超过全县渔民的三成", "bound", "超过"),
        ("Boats number at least 48.", "bound", "at least"),
        ("The ceiling stays at 48 boats.", "bound", "ceiling"),
        ("It capped the fleet at 48 boats.", "bound", "capped the fleet at"),
        ("渔获下降5%", "direction", "下降"),
        ("渔获有5%的降幅", "direction", "降幅"),
        ("渔获增长3%、5%", "direction", "previous"),
        ("渔获-5%", "direction", "-5%"),
        ("渔获降幅由3%扩大到5%", "direction", "降幅"),
        ("渔获降幅比上月收窄5个百分点", "direction", "降幅 收窄"),
        ("渔获降幅虽比上季度收窄，但仍达5%", "direction", "降幅"),
        ("Catches fell 5%.", "direction", "fell"),
        ("Catches saw a 5% decline.", "direction", "decline"),
        ("Catches fell 3% and 5%.", "direction", "previous"),
        ("港口计划建泊位48个", "standing", "计划"),
        ("港口已完成投资48亿元", "standing", "已完成"),
        ("2030年目标\n船队有48艘。", "standing", "2030年目标"),
        ("到2030年，船队有48艘", "standing", "到2030年，"),
        ("提出船队48艘的目标", "standing", "的目标"),
        ("通过建泊位48个码头的议案", "standing", "码头的议案"),
        ("The port will buy 48 boats.", "standing", "will buy"),
        ("The port plans to buy 48 boats.", "standing", "plans to"),
        ("The first 48 boats will sail.", "standing", "will sail"),
    ],
)
def test_the_words_that_decide_are_noted(text: str, topic: str, words: str) -> None:
    with noting():
        found = [one for one in scan(text) if one.is_metric]
    assert why(found[-1])[topic] == words


def test_words_that_decide_nothing_are_not_noted() -> None:
    with noting():
        (figure,) = scan("港口的船队有48艘。")
    assert figure.reasons == ()


def test_nothing_is_noted_where_nobody_asks() -> None:
    with noting():
        (asked,) = scan("渔获下降约5%")
    (figure,) = scan("渔获下降约5%")
    assert (asked.reasons, figure.reasons) == ((("bound", "约"), ("direction", "下降")), ())
    assert asked == figure
