"""English verbs as labels need them: their participle, and which of them tell a deed."""

from __future__ import annotations

from functools import lru_cache

from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import listed

_IRREGULAR = """
give gave given|take took taken|build built built|rebuild rebuilt rebuilt|sell sold sold|
send sent sent|buy bought bought|win won won|make made made|teach taught taught|
catch caught caught|find found found|write wrote written|draw drew drawn|grow grew grown|
hold held held|keep kept kept|lend lent lent|lay laid laid|bring brought brought|
choose chose chosen|drive drove driven|feed fed fed|fly flew flown|get got got|lead led led|
leave left left|lose lost lost|meet met met|pay paid paid|see saw seen|shut shut shut|
spend spent spent|steal stole stolen|throw threw thrown|dig dug dug|put put put|set set set|
cut cut cut|run ran run|sign signed signed|hire hired hired|come came come|go went gone|
begin began begun|do did done|shed shed shed|let let let|hear heard heard|
tell told told|say said said|withdraw withdrew withdrawn|
think thought thought|feel felt felt|know knew known
"""
_TRIPLES = tuple(tuple(one.split()) for one in _IRREGULAR.replace("\n", "").split("|"))
_PAST = {past: done for _, past, done in _TRIPLES}
_BASE = {base: done for base, _, done in _TRIPLES}
_NOUN_BASES = frozenset(
    listed("feed fly lead leave cut put set run shed sign hire catch draw drive lay find")
)
_PARTICIPLES = frozenset((*_PAST.values(), "put", "read", "cast"))
"""The participles that do not end in -ed."""
PARTICIPLE = rf"(?:[a-z]{{3,}}ed|{'|'.join(sorted(_PARTICIPLES))})"
"""The source of an expression for any participle."""
NO_DEED = frozenset(
    listed("""
was were is are be been being had has have having did does do will would could should may might
must can total totaled totalled amounted equaled equalled stood came comes come went remained
remains averaged accounted represented comprised consisted made meant became seemed appeared
needed used said stated noted added expected estimated forecast projected planned intended aimed
based related compared increased decreased rose grew fell declined dropped climbed gained eased
slipped exceeded topped neared lagged doubled tripled halved improved worsened widened narrowed
expanded contracted shrank moved changed varied ranged cost hit saw ended started began followed
included excluded covered contained involved required lasted continued showed shows reported
recorded posted registered reached reach led according advanced slowed accelerated recovered
rebounded jumped surged soared plunged tumbled slumped put set leaves subtracted
contributed took held hold lost lose
""")
)
"""Verbs whose number is a level or a part of their subject, and no object of a deed."""
_BY_SOMEBODY = frozenset(
    listed(
        "reached reach added recorded reported registered covered took held lost saw put "
        "left set led "
        "made gained advanced improved doubled hit cut raised grew"
    )
)
"""Verbs that tell a deed where somebody does it: we reached 1.2 million people."""
ACTORS = frozenset(
    listed("""
we they he she it i you who us them company group bank council board city charity trust team
teams staff volunteers department ministry government authority agency police officers crews
firefighters court courts hospital hospitals school schools university college port airport museum
library club fund foundation society association union firm firms business operator customers
clients donors supporters members partners investors lenders employers engineers inspectors
generosity programme program scheme project campaign service services farmers growers farms
retailers manufacturers airline airlines railway network utility county state commission committee
institute centre center office division branch brigade force parks trustees scientists
researchers teachers doctors nurses clinics shops stores factories mills yard corporation
""")
)
_MOST_LETTERS = 3


@lru_cache(maxsize=1024)
def participle(verb: str) -> str:
    """The participle of a past or an -ing: gave is given, serving served; '' for no such form."""
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("ed") and len(verb) > _MOST_LETTERS and not verb.endswith("eed"):
        return verb
    if not verb.endswith("ing") or len(verb) <= len("king"):
        return ""
    stem = verb[:-3]
    for base in (stem, f"{stem}e", stem[:-1]):
        if base in _BASE:
            return _BASE[base]
    return _regular(stem)


@lru_cache(maxsize=1024)
def done(base: str) -> str:
    """The participle of a verb in its bare form: reach is reached, give given."""
    if base in _BASE:
        return _BASE[base]
    return _regular(base) if base.isalpha() and base.islower() and len(base) > 2 else ""


def _regular(stem: str) -> str:
    if stem.endswith("y") and stem[-2:-1] not in tuple("aeiou"):
        return f"{stem[:-1]}ied"
    return f"{stem}d" if stem.endswith("e") else f"{stem}ed"


def is_deed(verb: str, *, by_somebody: bool) -> bool:
    """Whether a past or an -ing tells what was done with its object."""
    if verb in NO_DEED and not (by_somebody and verb in _BY_SOMEBODY):
        return False
    return bool(participle(verb)) and not verb.endswith("eed")


def is_somebody(words: str) -> bool:
    """Whether words name who does something: we, the company, Norland Rail."""
    last = words.split()[-1:] or [""]
    first = words.removeprefix("The ").removeprefix("Our ").strip()
    proper = pattern(r"(?:[A-Z][\w'&.-]*(?: |$)){2,}").fullmatch(first) is not None
    return bool({last[0].lower(), last[0].lower().removesuffix("s")} & ACTORS) or proper


def is_base(word: str) -> bool:
    """Whether a word is the bare form of an irregular verb that is no noun: hold, take, buy."""
    return word in _BASE and word not in _NOUN_BASES


def is_past(word: str) -> bool:
    """Whether a word is a past by its form: -ed, or an irregular one."""
    return word in _PAST or (word.endswith("ed") and len(word) > _MOST_LETTERS)
