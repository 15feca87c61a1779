"""The sign of a number: of annotated sentences, of a minus in any form, of a claim."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from runpy import run_path

import pytest

from viewer.model import Qualifier
from viewer.quantities import scan
from viewer.quantities.agree import agrees

CORPUS = run_path(str(Path(__file__).resolve().parents[1] / "corpus" / "score.py"))


@pytest.mark.parametrize("kind", ["value", "change", "standing"])
def test_the_annotated_sentences_are_read_rightly(kind: str) -> None:
    wrong = total = 0
    for text, figures in CORPUS["sentences"]():
        found = scan(text)
        total += len(figures)
        wrong += sum(kind in CORPUS["faults"](text, figure, found) for figure in figures)
    assert wrong <= 0.04 * total


@pytest.mark.parametrize(
    ("text", "value", "change"),
    [
        ("净利润-3,210.55万元", "-32105500", None),
        ("每股收益−0.12元", "-0.12", None),
        ("增速负3.9%", "-3.9", "-3.9"),
        ("同比增长-5.2%", "-5.2", "-5.2"),
        ("东风-41导弹", None, None),  # part of a name, no figure
        ("气温在3月-5月升高2℃", "2", "2"),
        ("Cash flow was negative $71.5 million", "-71500000", None),
        ("The result was $(8.4) million", "-8400000", None),
    ],
)
def test_a_minus_of_any_form_is_a_sign_unless_it_joins(
    text: str, value: str | None, change: str | None
) -> None:
    found = {(one.value, one.change) for one in scan(text) if one.is_metric}
    assert found == ({(Decimal(value), change and Decimal(change))} if value else set())


@pytest.mark.parametrize(
    ("text", "claimed", "right"),
    [
        ("增长-5.2%", "5.2", False),
        ("增长-5.2%", "-5.2", True),
        ("增长3.2%", "-3.2", False),
        ("下降3.2%", "-3.2", True),
        ("下降3.2%", "3.2", True),
    ],
)
def test_a_claim_never_has_the_other_sign_than_the_words(
    text: str, claimed: str, right: bool
) -> None:
    (found,) = scan(text)
    assert (not agrees(found, Decimal(claimed), None, "%", Qualifier.EXACT)) is right
