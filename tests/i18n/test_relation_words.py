"""How a recomputed relation is worded, in both languages."""

import pytest

from tests.proof.checks.test_check_relations import SOUND, file_with
from viewer.datafile import read_briefing
from viewer.i18n import LANGUAGES, load
from viewer.i18n.relation_words import calculation, rule_words, tally_words, verdict_words
from viewer.model import Recomputed, Tally, Unjudged, Verdict
from viewer.proof import prove

ZH = load("zh_CN")
EN = load("en")
WRONG = "kind: sum, total: now, parts: [one, before]"


def recomputed(*relations: str) -> tuple[Recomputed, ...]:
    briefing = read_briefing(file_with(*relations).encode()).briefing
    assert briefing is not None
    return prove(briefing).recomputed


@pytest.mark.parametrize(
    ("relations", "zh", "en"),
    [
        (SOUND, "关系复算 4 处，全部一致", "4 relations recomputed, all agree"),
        ((*SOUND, WRONG), "关系复算 5 处，1 处不一致", "5 relations recomputed, 1 does not agree"),
        (
            (f"{WRONG}, known: 口径不同",),
            "关系复算 1 处，1 处不一致（其中 1 处已有说明）",
            "1 relation recomputed, 1 does not agree (1 of them explained)",
        ),
        (("kind: change, level: now, change: growth, constant_prices: true",), "", ""),
    ],
)
def test_the_count_says_how_many_were_recomputed_and_how_many_do_not_agree(
    relations: tuple[str, ...], zh: str, en: str
) -> None:
    tally = Tally.of(recomputed(*relations))
    assert tally_words(tally, ZH) == zh
    assert tally_words(tally, EN) == en


def test_a_growth_and_a_difference_have_rules_of_their_own() -> None:
    growth, _, share, points = recomputed(*SOUND)
    assert rule_words(growth, EN) == "change = (level − base) ÷ base"
    assert rule_words(points, EN) == "change = level − base"
    assert rule_words(share, EN) == "share = part ÷ whole"


def test_a_calculation_says_rule_terms_numbers_and_verdict() -> None:
    (wrong,) = recomputed(WRONG)
    assert calculation(wrong, ZH).splitlines() == [
        "合计 ＝ 各部分之和",
        "合计：收入 1200人",
        "部分：一组 700人",
        "部分：上年收入 1000人",
        "700人 + 1000人 = 1,700人 ≠ 1200人",
        "不一致",
    ]


@pytest.mark.parametrize(
    ("relation", "why"),
    [
        (f"{SOUND[0]}, constant_prices: true", Unjudged.CONSTANT_PRICES),
        (
            "kind: change, level: now, base: before, change: growth, basis: average",
            Unjudged.AVERAGE,
        ),
        ("kind: part, whole: now, part: two", Unjudged.MISSING),
        ("kind: change, level: now, change: growth", Unjudged.MISSING),
        ("kind: change, level: new-rate, base: old-rate, change: one", Unjudged.UNITS),
    ],
)
def test_what_cannot_be_said_says_why(relation: str, why: Unjudged) -> None:
    (one,) = recomputed(relation)
    assert one.verdict is Verdict.UNJUDGED
    assert one.unjudged is why
    for language in LANGUAGES:
        said = verdict_words(one, load(language))
        assert "relation." not in said and "{" not in said


def test_an_accepted_disagreement_keeps_its_reason() -> None:
    (one,) = recomputed(f"{WRONG}, known: 口径不同")
    assert one.verdict is Verdict.ACCEPTED
    assert verdict_words(one, ZH) == "不一致，已说明：口径不同"
