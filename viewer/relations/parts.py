"""Which figure is a part of which whole, and the share that is printed for it."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model import Kind, Relation, RelationKind
from viewer.relations.context import Context
from viewer.relations.labels import core, likeness, same_subject
from viewer.relations.wording import AMONG, ENGLISH_SHARE_OF, SHARE_OF, residue

_FAR = 6
_LOOK_BACK = 40
_ALIKE = 0.34
_NEAR = 0.02
"""How far a printed share may lie from the computed one and still choose the whole."""


def parts(context: Context) -> tuple[Relation[int], ...]:
    """The parts of a text: whole, part and share, or two of them."""
    found: list[Relation[int]] = []
    shared: set[int] = set()
    last: tuple[int, int] | None = None  # the share before, and its whole
    for share in context.measures:
        if not context.is_rate(share) or context.figures[share].kind is not Kind.SHARE:
            continue
        named = _named_whole(context, share)
        if named is None:
            continue
        whole, part = _made(context, share) or (None, None)
        if part is None:
            part = _part(context, share) or _of_that_label(context, share)
            whole = _whole(context, share, part, named)
            if whole is None and last is not None and part is not None:
                whole = _whole_before(context, last, share, part)
        roles = (("whole", whole), ("part", part), ("share", share))
        present = tuple((role, at) for role, at in roles if at is not None)
        if len(present) > 1:
            found.append(Relation(RelationKind.PART, present))
            shared |= {at for at in (part,) if at is not None}
        last = None if whole is None else (share, whole)
    for whole, part in _among(context):
        if part not in shared:
            found.append(Relation(RelationKind.PART, (("whole", whole), ("part", part))))
    return tuple(found)


def _of_that_label(context: Context, share: int) -> int | None:
    """The nearest earlier level whose label is that of the share."""
    label = core(context.figures[share].label)
    if not label:
        return None
    levels = (at for at in _earlier_levels(context, share) if core(context.figures[at].label))
    return next((at for at in levels if core(context.figures[at].label) == label), None)


def _whole_before(context: Context, last: tuple[int, int], share: int, part: int) -> int | None:
    """The whole of the share before, where both stand in one list."""
    before, whole = last
    near = context.sentence(share) - context.sentence(before) <= 1
    alike = context.figures[whole].unit == context.figures[part].unit
    return whole if near and alike and whole != part else None


def _made(context: Context, share: int) -> tuple[int, int] | None:
    """Whole and part that make the printed share, where the labels of share and part agree."""
    label = context.figures[share].label
    levels = list(_earlier_levels(context, share))
    for part in levels:
        if context.is_aside(part, share):
            continue
        near = context.sentence(part) == context.sentence(share)
        if not (near or same_subject(context.figures[part].label, label)):
            continue
        for whole in levels:
            alike = context.figures[whole].unit == context.figures[part].unit
            if whole != part and alike and _makes(context, part, whole, share):
                return whole, part
    return None


def _named_whole(context: Context, share: int) -> str | None:
    """The whole that the words before or behind a share name; empty where they name none."""
    lead = context.before(share)
    found = SHARE_OF.search(lead)
    if found is not None:
        return found.group("whole")
    behind = context.behind(share)
    if ENGLISH_SHARE_OF.search(lead) or behind.lstrip().startswith("of "):
        return behind.lstrip().removeprefix("of ").split(",")[0][:40]
    label = context.figures[share].label
    return "" if label.endswith(("占比", "比重", "占")) else None


def _part(context: Context, share: int) -> int | None:
    """The nearest figure before a share that is no rate and whose subject has not changed."""
    for at in range(share - 1, max(-1, share - _FAR), -1):
        if context.sentence(at) != context.sentence(share):
            return None
        one = context.figures[at]
        if not one.is_metric or one.value is None or context.is_aside(at, share):
            continue
        if context.is_rate(at) or not context.is_level(at):
            continue
        words = context.between(at, share)
        cut = words.find("占")
        subject = residue(words[:cut] if cut >= 0 else words)
        return at if not subject or same_subject(one.label, context.figures[share].label) else None
    return None


def _whole(context: Context, share: int, part: int | None, named: str) -> int | None:
    """The whole: what makes the printed share of the part, else what the words name."""
    earlier = [at for at in _earlier_levels(context, share) if at != part]
    unit = None if part is None else context.figures[part].unit
    fitting = [at for at in earlier if unit is None or context.figures[at].unit == unit]
    if part is not None:
        for at in fitting:
            if _makes(context, part, at, share):
                return at
    if named:
        for at in fitting:
            label = context.figures[at].label
            if label and (same_subject(label, named) or likeness(label, named) >= _ALIKE):
                return at
    if part is None:
        return None
    larger = (at for at in fitting if _value(context, at) > _value(context, part))
    return next((at for at in larger if _opens(context, at, part)), None)


def _earlier_levels(context: Context, share: int) -> Iterator[int]:
    floor = max(-1, share - _LOOK_BACK)
    for at in range(share - 1, floor, -1):
        one = context.figures[at]
        measured = one.is_metric and one.value is not None
        if measured and context.is_level(at) and not context.is_rate(at):
            yield at


def _value(context: Context, at: int) -> float:
    value = context.figures[at].value
    return 0.0 if value is None else float(value)


def _makes(context: Context, part: int, whole: int, share: int) -> bool:
    size, ratio = _value(context, whole), _value(context, share) / 100
    return bool(size and ratio) and abs(_value(context, part) / size / ratio - 1) < _NEAR


def _opens(context: Context, whole: int, part: int) -> bool:
    """Whether the paragraph of a part opens with that figure, or 其中 stands between them."""
    if context.paragraph(whole) != context.paragraph(part):
        return False
    between = context.text[context.figures[whole].span.end : context.figures[part].span.start]
    first = next(at for at in context.measures if context.paragraph(at) == context.paragraph(part))
    return AMONG.search(between) is not None or first == whole


def _among(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, part): a figure after 其中 or `including`, of the figure before it."""
    for found in AMONG.finditer(context.text):
        before = [at for at in context.measures if context.figures[at].span.end <= found.start()]
        after = [at for at in context.measures if context.figures[at].span.start >= found.end()]
        if not after:
            continue
        first = after[0]
        unit = context.figures[first].unit
        whole = next(
            (
                at
                for at in reversed(before[-_FAR:])
                if context.is_level(at)
                and context.figures[at].unit == unit
                and context.sentence(first) - context.sentence(at) <= 1
                and not context.is_rate(at)
            ),
            None,
        )
        if whole is None:
            continue
        for at in after:
            if context.sentence(at) != context.sentence(first):
                break
            if (
                context.is_level(at)
                and context.figures[at].unit == unit
                and _value(context, at) < _value(context, whole)
            ):
                yield whole, at
