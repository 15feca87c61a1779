"""What holds of the relations of any text: no error, one reading of equal forms, linear work."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.growth import RELATED, figures_of
from tests.budget import examples, is_deep
from tests.relations.test_find import found_in
from viewer.model import Basis, Qualifier, Relation, RelationKind
from viewer.quantities import labelled, scan
from viewer.relations.context import Context
from viewer.relations.find import find_relations
from viewer.relations.recompute import Term, recompute, term_of

PIECES = st.sampled_from(
    [
        "全年", "上年", "8月", "增长", "比上年的", "其中", "占", "合计", "目标为",
        "完成目标的", "（", "）", "，", "、", "。", "；", "0", "0%",
        "12.5%", "0.0亿元", "300件", "三成", "-7", "10:40:50", "个百分点", "翻了一番", "岁以下",
        "分别为", "约", "超过", "～", "１２", "其他", "\n", "\t", "|",
        "这一数字为", "分别增长", "其余", "合计\t", "品名\t2023年\t2022年\t增长（%）\n",
        "revenue ", "up from ", "of these, ", "or ", "$5 million", "0 to 14 ",
    ]
)  # fmt: skip
SMALL = 1_500
LONGER, MOST = (8, 14) if is_deep() else (4, 5.28)
"""How many times longer the large text is, and how many times more work it may be: both end where
12 % of the work on the small one are of the kind that grows with the square."""
NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=2)


@examples(60, deep=300)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_raises_and_every_role_is_a_figure(text: str) -> None:
    figures = labelled(text, scan(text))
    found = find_relations(text, figures)
    assert all(0 <= at < len(figures) for one in found for at in one.members)
    assert all(len(set(one.members)) == len(one.members) > 1 for one in found)
    checks = recompute(found, dict(enumerate(map(term_of, figures))))
    assert len(checks) == len(found)


@examples(60, deep=300)
@given(
    st.sampled_from(RelationKind),
    st.lists(st.tuples(NUMBERS, st.sampled_from(["%", "人", "倍", ""])), min_size=2, max_size=4),
    st.sampled_from(Qualifier),
)
def test_recomputing_never_raises(
    kind: RelationKind, printed: list[tuple[Decimal, str]], qualifier: Qualifier
) -> None:
    roles = {
        RelationKind.CHANGE: ("level", "base", "change"),
        RelationKind.PART: ("whole", "part", "share"),
        RelationKind.SUM: ("total", "parts", "parts", "parts"),
        RelationKind.TARGET: ("target", "actual", "completion"),
        RelationKind.REPEAT: ("figures",) * 4,
    }[kind]
    terms = {
        at: Term(f"{value}{unit}", value, unit, qualifier, None, value, role == "change")
        for at, ((value, unit), role) in enumerate(zip(printed, roles, strict=False))
    }
    relation = Relation(kind, tuple(zip(roles, terms, strict=False)), Basis.YEAR)
    (check,) = recompute([relation], terms)
    assert check.agrees in (True, False, None)


@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 60), st.sampled_from(["万", "亿"]))
def test_scale_and_width_of_digits_change_no_verdict(
    part: int, other: int, off: int, scale: str
) -> None:
    text = (
        f"全县用水{part + other + off}{{0}}吨，其中工业用水{part}{{0}}吨、居民用水{other}{{0}}吨。"
    )
    plain, scaled = text.format(""), text.format(scale)
    wide = plain.translate({ord(one): chr(ord(one) + 0xFEE0) for one in "0123456789"})
    verdicts = [list(found_in(each).values()) for each in (plain, scaled, wide)]
    assert verdicts[0] == verdicts[1] == verdicts[2]


@pytest.mark.parametrize("shape", RELATED)
def test_work_grows_with_the_text_not_with_its_square(
    shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, large = (looked_at(shape, size, monkeypatch) for size in (SMALL, LONGER * SMALL))
    assert all(large[of] < MOST * small[of] for of in small)


def looked_at(shape: str, size: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many times the relations of a text look at one of its figures, or ask for the paragraph
    of one."""
    text, figures = figures_of(shape, size)
    counted = Counted(figures)
    asked = 0

    def paragraph(context: Context, at: int) -> int:
        nonlocal asked
        asked += 1
        return context.paragraph_at(figures[at].span.start)

    with monkeypatch.context() as patched:
        patched.setattr(Context, "paragraph", paragraph)
        find_relations(text, counted)
    return {"figures": counted.looks, "paragraphs": asked}


class Counted(tuple):  # type: ignore[type-arg]
    """Figures that count how often one of them is taken."""

    looks = 0

    def __getitem__(self, at):
        self.looks += 1
        return super().__getitem__(at)
