"""Parts whose whole the words right beside them name: `812 of the 1,240`, 占184.7亿元的34.0%."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from viewer.model import Kind, Relation, RelationKind
from viewer.relations.context import Context, is_part_in_words, past_changes
from viewer.relations.interval import roughly
from viewer.relations.multiples import tells_multiple
from viewer.relations.naming.of_the_size_before import shares_of_the_size_before
from viewer.relations.wording import COMPLETION, SHARE_OF

_OUT_OF = re.compile(
    r" (?:out )?of (?:(?:the|its|our|their|his|her|all|some|those)\s){0,2}(?:[a-z-]+['’]s\s)?"
    r"(?:total\s)?[$£€]?",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?:^\s*|[.;:,]\s+)(?:out )?of (?:(?:the|its|our|their|his|her|all|some|these|those|"
    r"this year['’]s)\s)"
    r"{0,2}(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_OF_CUE = tuple(
    f"of {word}"
    for word in (
        *("the", "its", "our", "their", "his", "her", "all", "some", "these", "those", "this"),
        *"0123456789$£€",
    )
)
_THEN_PART = re.compile(
    r"[^.;0-9]{0,40},\s*(?:(?:some|about|only|just|nearly|almost|over)\s)?[$£€]?"
)
_SHARE_OF_NEXT = re.compile(
    r" of (?!(?:whom|which|them)\b)(?:(?:the|its|our|their|all|some|those)\s){0,2}"
    r"(?:[\w-]+\s){0,4}?(?:(?:of|"
    r"worth)\s)?[$£€]?|"
    r" of [^.;,0-9]{2,30}, (?:which|that) (?:came to|was|were|is|are|stood at|totalled|"
    r"amounted to|reached) [$£€]?",
    re.IGNORECASE,
)
WHOLE_NAMED = re.compile("(?:占|相当于(?![上去前]))[^，。；、0-9]{0,24}$")
"""The words before the size of a whole that a share of it follows."""
OF_THAT = re.compile(r"\s*(?:总[数量额]|左右)?的(?:比重|比例)?(?:约|近|达到?|为)*\s*")
"""The words between the size of a whole and a share of it."""
_INTO_BRACKETS = re.compile(
    r"(?: of (?:(?:the|all|its|their|our)\s)?[a-z-]+(?: [a-z-]+)?)?"
    r"\s*[（(]\s*(?:即|约|共|or|about|some)?\s*[$£€]?|"
    r"(?: of (?:(?:the|all|its|their|our)\s)?[a-z-]+(?: [a-z-]+){0,3})?"
    r", (?:or|i\.e\.,?|that is,?) (?:about |some |nearly )?[$£€]?|[，,](?:即|也就是|合)(?:约|近)?",
    re.IGNORECASE,
)
_BETWEEN_COMMAS = re.compile(r", (?:about |some |nearly )?[$£€]?")
"""What stands between a share and how much it is: `Nearly half, $8.9 million, went to`."""
_SHARE_BEHIND = re.compile(
    r"[^.;。；0-9%]{0,40}(?:[,，]\s*(?:or |i\.e\.,? |that is,? |即|占比?|也就是)?|\s[（(])\s*"
    r"(?:(?:about|some|nearly|约|近)\s?)?",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r" of (?:(?:them|these|whom|it)\b(?! [a-z]+s\b)|which (?=was|were|is|are|went|came|had|has)|"
    r"those(?=[,.;)]| (?:are|were|is|was|had|have)\b| [a-z]+, [0-9]))",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(
    r" of (?:(?:them|whom|which)\b|"
    r"(?:that|it|this)(?=[,.;)]| (?:was|were|went|came|is|are|on|for)\b)|"
    r"(?:these|those)\b(?: (?P<noun>[a-z]+s)\b)?)",
    re.IGNORECASE,
)
_AND_FOR = re.compile(
    r" of (?:them|these|those|this|that|it),? (?:and|while) [a-z]+(?: [a-z]+){0,2} for "
    r"(?:about |some )?[$£€]?|"
    r"(?:, | and |, and )[a-z]+(?: [a-z]+){0,2} for (?:about |some )?[$£€]?"
)
_FOR = re.compile(r" for (?:about |some |nearly )?[$£€]?$")
"""What stands before a part and the next: `Dogs accounted for 14,270 of those and cats for`."""
_TAKES_UP = r"|[，,]?\s*(?:约|近|大约|几乎)?占(?:了|到|据)?[^，。；、0-9]{0,14}"
_THOSE = re.compile(r" of (?:them|these|those|whom|it)(?: [a-z]+)?,\s", re.IGNORECASE)
"""What stands between a share of those spoken of and how many they are."""
_EXACTLY = re.compile(
    r"(?:[^，。；,.;0-9a-z的]{0,3}(?=[,，（(])|(?: [a-z-]+){1,2}(?=,)|"
    r" of (?:it|this|that|these|those|them))?[,，]?\s*"
    r"(?:\(|（)?(?:恰好|正好|刚好|大约|几乎|将近|接近|约|近|超过|不到|即|也就是|相当于|"
    r"exactly |just |only |about |nearly |almost |roughly |some |over |less than |more than |or |"
    r"i\.e\.,? |that is,? |equal to )*"
    r"(?:是|为|占了?|占到了?)?(?:其中的|总[数量额]的|全部的|其)?(?:约|近)?\s*" + _TAKES_UP,
    re.IGNORECASE,
)
"""What stands between a part and the fraction of its whole that it is: 71万册，恰好是四分之一."""
_AMONG_THEM = re.compile(
    r"[，,；;（(]\s*(?:其中|当中)(?:有)?(?:约|近|逾|超过?|将近)?\s*|"
    r",? of (?:whom|which) (?:about |some |nearly |almost |around |roughly |only |just |"
    r"more than |over )?",
    re.IGNORECASE,
)
"""What stands between a whole and a share of it: 参加38万人次，其中七成是学生."""
_OF_THOSE_AGED = re.compile(
    r"(?:^\s*|[.;] )Of (?:[a-z]+ ){0,3}$|(?:^\s*|[.;] )Of [^.;]{4,60}, "
    r"(?:numbering|who number(?:ed)?|totall?ing) $",
    re.IGNORECASE,
)
_OF_MANY = re.compile(
    r"[^.;,0-9]{0,40}, (?:about |some |nearly |almost |only |just )?", re.IGNORECASE
)
"""What stands between those that `Of` opens with and a share of them: `Of 1,240 staff, 47%`."""
_ARE = re.compile(
    r"\s*(?:以上|左右)?(?:涉及|关于|投[向入]|流向|是|为|系|来自|属于?|由|的|在|与|用于?|出自)|"
    r"\s(?:is|are|was|were|ha[sd]|have|went|came|[a-z]+ed)\b"
)
_FAR = 12
_SENTENCES = 2
"""How many sentences before its part a whole may stand that only its size tells."""


def named_wholes(context: Context) -> tuple[Relation[int], ...]:
    """Wholes with their part, their printed share, or both; each part and share once."""
    found: list[Relation[int]] = []
    taken: set[int] = set()
    for roles in (
        *_so_many_of(context),
        *_shares_of(context),
        *_with_the_number(context),
        *_fractions(context),
        *_number_of_them(context),
        *_among_them(context),
        *_of_them(context),
        *shares_of_the_size_before(context),
    ):
        members = [at for _, at in roles[1:]]
        if taken.isdisjoint(members):
            taken.update(members)
            found.append(Relation(RelationKind.PART, tuple(roles)))
    return tuple(found)


Roles = Sequence[tuple[str, int]]


def _is_size(context: Context, at: int) -> bool:
    sized = context.is_level(at) and not context.is_rate(at) and not tells_multiple(context, at)
    return sized and not _is_share(context, at)


def _is_share(context: Context, at: int) -> bool:
    """Whether a figure is a share: in percent, or told as a fraction, 三分之一, one in four."""
    if not context.is_share(at) or context.is_change(at):
        return False
    if context.is_rate(at):
        return context.values[at] <= 100
    return is_part_in_words(context, at)


def _contains_part(context: Context, whole: int, part: int) -> bool:
    near = context.sentence(whole) == context.sentence(part)
    sizes = _is_size(context, whole) and _is_size(context, part)
    one, other = context.figures[whole], context.figures[part]
    bare = not other.unit and one.kind is Kind.COUNT
    alike = bare or context.same_unit(whole, part)
    return near and sizes and alike and 0 < context.values[part] < context.values[whole]


def _so_many_of(context: Context) -> Iterator[Roles]:
    """`812 of the 1,240 applicants` and `Of its 5,200 staff, 3,140 work abroad`, with a share."""
    opened = context.led_by(_OF, 40, _OF_CUE)
    for one, other in pairwise(context.measures):
        behind = context.text.startswith(" o", context.figures[one].span.end)
        if not behind and one not in opened:
            continue  # spares most figures the words between them
        gap = context.gap(one, other)
        if _contains_part(context, other, one) and _OUT_OF.fullmatch(gap):
            yield _with_share(context, other, one, other)
        elif one in opened and _contains_part(context, one, other) and _THEN_PART.fullmatch(gap):
            yield _with_share(context, one, other, other)


def _with_share(context: Context, whole: int, part: int, last: int) -> Roles:
    """Whole and part, with the share right behind the later of them where it is theirs."""
    share = last + 1
    roles = [("whole", whole), ("part", part)]
    if share < len(context.figures) and _is_share(context, share):
        near = context.sentence(share) == context.sentence(last)
        if near and _SHARE_BEHIND.fullmatch(context.gap(last, share)):
            roles.append(("share", share))
    return roles


def _shares_of(context: Context) -> Iterator[Roles]:
    """`34% of revenue of $5.0 billion`, `one in four of the 2,000`, 占总额184.7亿元的34.0%."""
    for one, other in pairwise(context.measures):
        if context.sentence(one) != context.sentence(other):
            continue
        if _is_share(context, one) and _is_size(context, other):
            if _SHARE_OF_NEXT.fullmatch(context.gap(one, other)) and context.values[other] > 1:
                yield _with_part(context, other, one)
        elif _is_share(context, other) and _is_size(context, one):
            told = OF_THAT.fullmatch(context.gap(one, other)) is not None
            lead = context.before(one, 30) if told else ""
            if WHOLE_NAMED.search(lead) and not COMPLETION.search(lead + "的"):
                yield _with_part(context, one, other)


def _of_them(context: Context) -> Iterator[Roles]:
    """`Patients lodged 438 complaints … 91% of them`: the only size that `them` can mean."""
    for place, share in enumerate(context.measures):
        if not _is_share(context, share):
            continue
        if not context.text.startswith(" ", context.figures[share].span.end):
            continue
        if not _OF_THEM.match(context.after(share, 24)):
            continue
        whole = next(_sizes_before(context, place), None)
        if whole is None:
            continue
        part = context.measures[place + 1] if place + 1 < len(context.measures) else None
        if part is not None and _is_their_number(context, whole, share, part):
            yield ("whole", whole), ("part", part), ("share", share)
        else:
            yield ("whole", whole), ("share", share)


def _sizes_before(context: Context, place: int) -> Iterator[int]:
    """The sizes before a measure that `them` behind it can mean, the nearest first: those of its
    paragraph, one sentence before at the most."""
    told = context.measures[place]
    for at in reversed(context.measures[max(0, place - _FAR) : place]):
        near = context.sentence(told) - context.sentence(at) <= 1
        near = near and context.paragraph(at) == context.paragraph(told)
        if near and _is_size(context, at) and not context.is_base(at):
            yield at


def _is_their_number(context: Context, whole: int, share: int, part: int) -> bool:
    """Whether commas hold how many a share is: `four in ten of those helped, 7,480, were…`."""
    held = _THOSE.fullmatch(context.gap(share, part)) and context.behind(part)[:1] == ","
    sizes = context.values[part] < context.values[whole] and context.same_unit(whole, part)
    return bool(held) and sizes and _is_size(context, part)


def _number_of_them(context: Context) -> Iterator[Roles]:
    """`11,620 referrals; schools made 2,905 of them`: a part and the size that `them` means."""
    for place, part in enumerate(context.measures):
        end = context.figures[part].span.end
        of = _OF_THOSE.match(context.text, end) if place else None
        if of is None:
            continue
        if not _is_size(context, part) or context.is_share(part):
            continue
        before = [at for at in _sizes_before(context, place) if context.same_unit(at, part)]
        facts = (at for at in before if at not in context.aims or part in context.aims)
        whole = next(facts, None)
        if whole is not None and of["noun"] and not _counts(context, whole, of["noun"]):
            continue
        if whole is not None and context.values[part] < context.values[whole]:
            yield _with_share(context, whole, part, part)
            yield from _and_for(context, whole, context.measures[place:])


def _and_for(context: Context, whole: int, parts: Sequence[int]) -> Iterator[Roles]:
    """The parts that go on a sentence: `accounted for 14,270 of those and cats for 8,110`."""
    if not _FOR.search(context.before(parts[0])):
        return
    for last, at in pairwise(parts):
        here = context.sentence(last) == context.sentence(at)
        if not here or not _AND_FOR.fullmatch(context.gap(last, at)):
            return
        if not _contains(context, whole, at):
            return
        yield ("whole", whole), ("part", at)


def _contains(context: Context, whole: int, part: int) -> bool:
    """Whether a size is a part of another by unit and size."""
    sized = _is_size(context, part) and context.same_unit(whole, part)
    return sized and context.values[part] < context.values[whole]


def _counts(context: Context, at: int, noun: str) -> bool:
    """Whether a figure counts what a noun names: 4,120 complaints."""
    one = context.figures[at]
    return noun.casefold() in (one.unit.casefold(), one.label.casefold().rpartition(" ")[2])


def _fractions(context: Context) -> Iterator[Roles]:
    """`2,905 of them, exactly a quarter`: a part, the fraction behind it, the whole before it."""
    for part, share in pairwise(context.measures):
        near = context.sentence(part) == context.sentence(share)
        if not near or not is_part_in_words(context, share) or context.is_change(share):
            continue
        if (
            not _is_size(context, part)
            or context.is_base(part)
            or not _EXACTLY.fullmatch(context.gap(part, share))
        ):
            continue
        whole = _that_makes(context, part, share)
        if whole is not None:
            yield ("whole", whole), ("part", part), ("share", share)


def _among_them(context: Context) -> Iterator[Roles]:
    """`38.6万人次，其中七成是学生`, `1,200 staff, of whom 40% are women`: a whole and a share."""
    opened_by_of = context.led_by(_OF_THOSE_AGED, 80, _OF_CUE)
    for before, share in pairwise(context.measures):
        near = context.sentence(before) == context.sentence(share)
        if not near or not _is_share(context, share):
            continue
        whole = past_changes(context, before)
        if not _is_size(context, whole):
            continue
        gap = context.gap(before, share)
        if whole in opened_by_of and _OF_MANY.fullmatch(gap) and not context.is_base(whole):
            yield ("whole", whole), ("share", share)
            continue
        opened = _AMONG_THEM.fullmatch(gap) is not None
        if opened and _ARE.match(context.behind(share)) and not context.is_base(whole):
            yield ("whole", whole), ("share", share)


def _makes(context: Context, part: int, whole: int, share: int) -> bool:
    """Whether a share in percent or in words is that of part and whole."""
    if not is_part_in_words(context, share):
        return context.makes(part, whole, share)
    ratio = context.ends[part].over(context.ends[whole])
    value = context.figures[share].value
    return ratio is not None and value is not None and ratio.meets(roughly(value))


def _with_part(context: Context, whole: int, share: int) -> Roles:
    """Whole and share, with the nearest size of the unit before them in the sentence."""
    first = min(whole, share)
    for at in reversed(context.measures[: bisect_right(context.measures, first - 1)][-3:]):
        if context.sentence(at) != context.sentence(first):
            break
        if _is_size(context, at):
            if not _contains_part(context, whole, at) or context.is_base(at):
                break
            return (("whole", whole), ("part", at), ("share", share))
    return (("whole", whole), ("share", share))


def _with_the_number(context: Context) -> Iterator[Roles]:
    """A share with its part in brackets: 六成（1,440人）. Its whole is the size that makes it."""
    for share, part in pairwise(context.measures):
        near = context.sentence(share) == context.sentence(part)
        if not near or not _is_share(context, share) or not _is_size(context, part):
            continue
        gap = context.gap(share, part)
        held = _BETWEEN_COMMAS.fullmatch(gap) and context.behind(part)[:1] == ","
        if not (held or _INTO_BRACKETS.fullmatch(gap)) or SHARE_OF.search(context.before(share)):
            continue
        whole = _that_makes(context, part, share)
        yield (
            *((("whole", whole),) if whole is not None else ()),
            ("part", part),
            ("share", share),
        )


def _that_makes(context: Context, part: int, share: int) -> int | None:
    """The nearest size of the paragraph that makes a share, else the nearest larger before it."""
    place = bisect_right(context.measures, part)
    before = context.measures[max(0, place - _FAR) : place - 1][::-1]
    near = [
        at
        for at in (*before, *context.measures[place : place + 3])
        if context.paragraph(at) == context.paragraph(part)
        and _is_size(context, at)
        and context.same_unit(at, part)
        and context.values[at] > context.values[part]
        and not context.is_base(at)
    ]
    making = (at for at in near if _makes(context, part, at, share))
    spoken_of = [
        at
        for at in near
        if at < part and context.full_sentence(part) - context.full_sentence(at) <= _SENTENCES
    ]
    largest = max(spoken_of, key=context.values.__getitem__, default=None)
    named = context.after(share, 4) == " of "
    return next(making, None if named else largest)
