"""What an English number measures, told by the verbs and nouns around it, in lower case.

`KINDS` is the table of the rules, `decide(KINDS, Case(...))` asks it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from viewer.model import Kind
from viewer.quantities.english.words import AGAIN, HEDGES, MEASURES, MONEY, MONEY_SIGNS, OR_BY, TIME
from viewer.quantities.numbers.si_units import is_symbol
from viewer.quantities.regex_cache import pattern
from viewer.quantities.rules import Rule, Rules, always
from viewer.quantities.vocabulary import any_of, words_in, words_of


def _any_of(*categories: str) -> str:
    return any_of("en", *categories)


_QUANTIFIES = ("more", "extra", "additional", "off", "up", "down")
"""Behind a number these count on rather than compare, unless more is said: 30 more were hurt."""
_UP_DOWN = _any_of("change.verb", "change.after", "change.beside")
_UP_DOWN_AHEAD = _any_of("change.after", "change.beside")
_SMALLER = any_of("en", "change.after", but="|".join(_QUANTIFIES))
_NOUNS = _any_of("change.noun", "kind.growth")
_WORDS = rf"\b(?:(?P<n>{_NOUNS})|(?P<s>{_any_of('kind.share')})|(?P<v>{_UP_DOWN}))\b(?! than)"
_CROSSED = ("under", "up to")
"""What makes a mark of the number behind a verb: fell under 20,000."""
_HEDGES = (
    *(f" {word}" for word in words_of("en", "hedge") if word not in _CROSSED),
    " an average of",
)
_BY = (*_HEDGES, " by", " of")
_LEVEL = (
    r"\b(?:to|at|of|was|is|were|are|be|been|stood|reached|reaching|totaled|totalled|from|hit|"
    r"a(?! further)|"
    rf"the|below|beneath|above|short of|shy of)(?: (?:{HEDGES}|a|an|record|between))*\s?[(]?$"
)
_VERB_TO = (
    r"(?:\b(?:not|never|to|will|would|could|may|might|can|should|must|did|does|do)|n't) "
    r"(?:again |even |ever )?"
    r"(?:rise|fall|drop|climb|jump|dip|slide|surge|slip|decline|increase|decrease|spike|plunge) "
    r"(?:above|below|past|beyond|beneath|under|over|to|back to)"
    rf"(?: (?:{HEDGES}|a|an|the|record))* ?$"
)
"""A verb that has the form of a noun and leads to a level: did not rise above 5%."""
_ON_THE_YEAR = any_of("en", "basis.term", senses=("year", "previous"), but="sequential.*")
_FALLS_TO = (
    r"\b(?:rises|falls|drops|climbs|jumps|dips|slides|surges|slips|declines|increases|decreases|"
    rf"plunges|peaks) (?:further |back |again )?(?:to|at|below|above)(?: (?:{HEDGES}|a|an|the))* ?$"
)
"""The same of a verb in the present: the cash rate falls to 2.75%."""
_APART_AT = (
    r"\b(?:spreads?|premiums?|premia|differentials?)\b[^.;]*\b(?:to|at|averaged|averages|reached|was|"
    rf"were|is|are)(?: (?:{HEDGES}|a|an))* ?$"
)
"""How far two rates stand apart, where the number is no move: the spread narrowed to 118 bps."""
_AHEAD_CHANGE = (
    rf"[ -](?:\w+ )?(?:(?!inflation){_NOUNS}|{_any_of('change.part')}|{_UP_DOWN_AHEAD})\b|"
    rf"[ -](?:\w+ )?(?:{_ON_THE_YEAR}|"
    r"from a (?:year|month)|from the (?:previous|prior|same)|compared|behind|"
    r"over the (?:year|previous)|off (?:its|their|the|a|last))\b"
)
_TO_MOVE = (
    r"\b(?:to|will|would|could|may|should|must|and) (?:increase|decrease|raise|cut|lift) |"
    r"\ban? (?:[a-z]+ )?(?:improvement|increase|rise|fall|drop|decline|decrease|gain) of $"
)
"""A verb that has the form of a noun of growth (to increase the policy rate by), and what only says
how far something moved (an improvement of)."""
_GAPS = "ahead of|behind|adrift of|adrift|clear of|short of|shy of"
_AHEAD_DIFFERENCE = (
    r" fewer (?:[a-z]+ )?[a-z]+\b|"
    r" (?:(?:more|less|fewer|higher|lower)(?: [a-z]+){0,5}? than "
    r"(?!half|one|two|[$£€]|(?!(?:19|20)[0-9]{2}\b)[0-9])|"
    r"(?:higher|lower|above|below)(?: on)? "
    r"(?:a|an|the|its|last|normal|average|usual|target|where|what|those|that)\b|"
    rf"{_SMALLER}(?:[.,;)]|$| (?:on|in|at|by|than|this|last|over|and|but|while|for|after|year|"
    r"overnight|today|since|from|yesterday|now)\b)|"
    r"(?:under|over) (?:last|the previous|the prior|a year)\b|"
    rf"(?:{_GAPS}) (?:a|an|the|its|last|their|his|her|our)\b|"
    r"(?:up|down) (?:at|to|on|from|in an?|over an?|since|compared)\b|"
    r"(?:under|over|above|below|ahead of|short of|shy of|behind) (?:its |their |the |our )?"
    r"(?:forecasts?|budget|target|plan|guidance|estimates?|expectations|consensus|schedule)\b)"
)
_PLACED = (
    r" (?:above|below) (?:(?:the|a|an|its|mean) )?(?:[a-z]+ )?"
    rf"{_any_of('kind.place')}\b"
)
"""Where a height or a depth is measured from: 60m above the river."""
_MOVED_SIZE = (
    rf" (?:[a-z]+ )?{_any_of('kind.moved')}"
    r"(?= (?:in|to|on|from|of|over|for|by|this|last|since|at|per|a)\b|[.,;]|$)"
)
_ONE_SIZE = r"(?:\b(?:an?|the|its|their|this|that|another|further|latest|planned|proposed)|'s) $"
"""What stands before the size of a move: a $4 rise in the price."""
_MORE_MONEY = r" (?:more|less)(?= (?:at|on|in|from|through|per|a)\b|[.,;]|$)"
_OF_WHOLE = r" of (?:its|their|his|her|our|the)\b"
_TAKEN_AWAY = rf"\b{_any_of('change.whole')}(?: (?:{HEDGES}|nearly|close to))* ?$"
_OBJECT = rf"\b{_any_of('change.object')}(?: (?:{HEDGES}|all|a total of|a record))* ?$"
_PLACES = ("places", "spots", "positions", "notches", "pips", "ticks", "seats", "votes", "percent")
"""Things that a move goes by, so that no verb does something to them."""
_OF_THOSE = rf"^\W*(?:and |but |yet |while )?(?:of|among|amongst) [^;]{{3,}}, (?:(?:{HEDGES}) )*$"
"""Among those who had lost weight, 71%: a part of them, whatever moved before."""
_AHEAD_SHARE = r" of (?!a year|last)"
_THAN = r",? (?:higher|lower|more|less|fewer|greater|above|below)(?: than)? "
_RUNNING = (
    r"\b(?:(?:grow|shrink|ris|fall|expand|contract|declin|increas|decreas|climb|dropp)ing|"
    r"grew|grows?|expands?|expanded|contracted|contracts?|shrank) at ?$"
)
_PACE = rf"\b(?:{_UP_DOWN}) at an? (?:[\w-]+ ){{0,4}}(?:rate|pace) of ?$"
_SHARE_OF = (
    rf"(?<!growth )(?<!inflation )\b{_any_of('kind.share-of')}"
    r"(?: of| was| were| at|,)+ ?$"
)
_INDEX = (
    r"\b(?:to|at|hold|held|reclaimed|regained|averaged|stood at|was|is|reached|hit|closed|ended|"
    r"finished|above|below)"
    rf"(?: (?:an average of|{HEDGES}|at))* ?$"
)
_AVERAGE = "an average of "
_POINTS = words_in("unit.points")
_PARTS = words_in("unit.part")
_TIMES = ("times", "x", "×")
_RAISED = rf"{_any_of('kind.raised')}(?: (?:{HEDGES}))? ?$"
_REACH = 90
_MOVES = ("kind.growth", "change.verb", "change.after", "change.noun")
_NOUNS_OF_MOVES = ("kind.growth", "change.noun")
"""What a size follows behind `of`: a fall of 5, but not under the budget of 5."""
_PARTICLES = ("up", "down", "off")
"""Words that many verbs take along without telling a move: signed up 400 members."""
_PHRASAL = (
    r"\b([a-z]{2,}(?:ed|ing)|sold|sell|sells|shut|shuts|bought|buys?|broke|wrote|drew|spun|split|"
    rf"tore|took|put|threw|wound|close|closes) (up|down|off)(?: (?:{HEDGES}|another|some))* ?$"
)
"""A verb with a word of change as its own part, before the number of what it is done to."""
_LOST = (
    r"\b(?:lost|lose|loses|losing)(?: (?:a|an|some|up to|more than|over|nearly|almost|about|around|"
    r"another|a further|roughly|at least|close to))* ?$"
)
_LOST_VALUE = _any_of("kind.priced")
"""What loses a part of its price; of others money that was lost is a loss."""
_LOST_OF = (
    r" (?:of|in|off) (?:its |their |the )?(?:[a-z]+ )?(?:value|worth|capitali[sz]ation|price)\b|"
    r" (?:off|from)\b"
)
_OFF_NUMBER = r"(?:^|[0-9]) ?off $"
"""A score for so many: 118 off 97 balls."""
_PHRASE, _APART = 40, 6
_OPENING = "(\"'“‘—,.:;/$€£"
_PACED = ("rate of", "pace of", "rate of ", "pace of ")
_SHARED = (" of", " was", " were", " at", ",")


def lead_of(text: str, start: int, floor: int) -> str:
    """The words of the sentence before `start`, not reaching back over `floor`."""
    lead = text[max(floor, start - _REACH) : start]
    cut = max(lead.rfind(mark) for mark in (". ", "; ", "\n", "? ", "! "))
    return lead[cut + 1 :]


def moved_by(lead: str) -> bool:
    """Whether the number after `lead` is the size of a move (rose by 3 to 5 is no range)."""
    rest = lead[:-1] if lead[-1:].isspace() else lead
    while not _ends_in_change(rest):
        shorter = _without_last(rest, _BY)
        if shorter == rest:
            return False
        if rest.endswith(" of"):
            return _ends_in_change(shorter, _NOUNS_OF_MOVES)
        rest = shorter
    return True


def has_distant_verb(lead: str) -> bool:
    """Whether a verb of change stands a few words before `by`: undershot the budget by."""
    rest = lead.rstrip()
    while (shorter := _without_last(rest, _HEDGES)) != rest:
        rest = shorter
    if not rest.endswith(" by") or rest.endswith("ed by"):
        return False
    rest = rest[:-3].removesuffix(",")
    words = rest[rest.rfind(",") + 1 :].split(" ")[-_APART:]
    return any(word in words_in("change.by") or _ends_in_change(word) for word in words)


def _moved_off(lead: str, ahead: str) -> bool:
    """Whether `off` behind the number belongs to the verb before it: knocked £40m off profit."""
    if not ahead.startswith(" off "):
        return False
    rest = lead.rstrip()
    while (shorter := _without_last(rest, _HEDGES)) != rest:
        rest = shorter
    last = rest[rest.rfind(" ") + 1 :]
    return last in words_in("change.off") or _ends_in_change(rest)


def _without_last(lead: str, words: tuple[str, ...]) -> str:
    if lead.endswith(words):
        for word in words:
            if lead.endswith(word):
                return lead.removesuffix(word)
    return lead


def _ends_in_change(lead: str, categories: tuple[str, ...] = _MOVES) -> bool:
    """Whether the words end in a verb or a noun of change, or in one of these categories."""
    tail = lead[-_PHRASE:].replace("-", " ").replace("\n", " ")
    for phrase in _changes(categories).get(tail[tail.rfind(" ") + 1 :].lstrip(_OPENING), ()):
        if tail.endswith(phrase) and not tail[: -len(phrase)][-1:].isalnum():
            return phrase not in _PARTICLES or not _ends_in_idiom(tail)
    return False


def _ends_in_idiom(tail: str) -> bool:
    """Whether a verb takes its last word along and tells no move: signed up 400 members."""
    return pattern(rf"\b{_any_of('change.idiom')}$").search(tail) is not None


@cache
def _changes(categories: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The verbs and nouns of change by their last word."""
    found: dict[str, tuple[str, ...]] = {}
    for word in (one for name in categories for one in words_of("en", name)):
        spaced = word.replace("-", " ")
        last = spaced[spaced.rfind(" ") + 1 :]
        found[last] = (*found.get(last, ()), spaced)
    return found


def _has_size(lead: str) -> bool:
    """Whether the words end in the noun of a change and `of`: a fall of about."""
    rest = lead[:-1] if lead[-1:].isspace() else lead
    while (shorter := _without_last(rest, _HEDGES)) != rest:
        rest = shorter
    if not rest.endswith(" of"):
        return False
    head = rest[-_PHRASE:-3]
    return head[head.rfind(" ") + 1 :].rpartition("-")[2].lstrip(_OPENING) in words_in("kind.size")


@lru_cache(maxsize=8)
def _words(lead: str) -> Sequence[str | None]:
    """What the words are in turn: `n` nouns of growth, `s` of a share, `v` verbs of change."""
    return [found.lastgroup for found in pattern(_WORDS).finditer(lead)]


def is_growth(lead: str) -> bool:
    """Whether a growth is what the words speak of, and no level or share."""
    return "n" in _words(pattern(_TO_MOVE).sub("", lead))


class Case(NamedTuple):
    """A number and what decides its kind: its unit and the words of its sentence on both sides.

    `before` is the kind of the part named before it in the sentence. `signed` says that a sign
    stands before a percentage, `decimal` that a number without unit and scale is no whole one.
    """

    unit: str
    lead: str
    ahead: str
    before: Kind | None = None
    signed: bool = False
    decimal: bool = False

    @property
    def bare(self) -> str:
        """The unit in small letters."""
        return self.unit.lower()


def _is_measure(case: Case) -> bool:
    unit = case.unit
    words = _words_of_unit(unit)
    if {unit, words[0], words[-1]} & MEASURES or "/" in unit or " per " in unit:
        return True
    return _is_money(unit) or unit.isupper() or is_symbol(unit)


def _is_money(unit: str) -> bool:
    words = _words_of_unit(unit)
    named = {words[0].rstrip("."), words[-1], words[-1].lower()} & MONEY
    return bool(named) or unit.endswith(tuple(MONEY_SIGNS))


def _words_of_unit(unit: str) -> list[str]:
    """The words of a unit, also of one that hyphens join: -pound, -metre-long."""
    return unit.lstrip("-").replace("-", " ").split(" ")


def _is_restatement(case: Case) -> bool:
    """Whether a change is said again in another unit: rose 5%, or $3 million."""
    if pattern(OR_BY).match(case.lead):
        return True
    if not pattern(AGAIN).match(case.lead):
        return False
    return case.before is Kind.CHANGE or pattern(_THAN).match(case.ahead) is not None


def _in_points(case: Case) -> bool:
    return case.bare in _POINTS or pattern(r"\bpoints?\b").search(case.bare) is not None


def _is_index(case: Case) -> bool:
    if case.bare != "points" or pattern(_INDEX).search(case.lead) is None:
        return False
    return pattern(rf" {_UP_DOWN_AHEAD}").match(case.ahead) is None


def _is_placed(case: Case) -> bool:
    return _is_measure(case) and pattern(_PLACED).match(case.ahead) is not None


def _is_phrasal(case: Case) -> bool:
    """Whether a verb took up, down or off along and tells what was done: closed down 40 shops."""
    if not case.unit or not any(map(case.lead.__contains__, _PARTICLES)) or _is_measure(case):
        return False
    if pattern(_OFF_NUMBER).search(case.lead):
        return True
    found = pattern(_PHRASAL).search(case.lead)
    return (
        found is not None
        and not _ends_in_change(f" {found.group(1)}")
        and not _ends_in_change(f" {found.group(1)} {found.group(2)}", ("change.verb",))
    )


def _is_loss(case: Case) -> bool:
    """Whether somebody made a loss, which is no change: losing $45 million in the winter."""
    if pattern(_LOST).search(case.lead) is None or not _is_money(case.unit):
        return False
    priced = pattern(_LOST_VALUE).search(case.lead) or pattern(_LOST_OF).match(case.ahead)
    return priced is None


def _is_object(case: Case) -> bool:
    """Whether a verb does something to the things counted: raised 14 objections."""
    if not case.unit or case.unit in _PLACES or _is_measure(case) or _in_points(case):
        return False
    return pattern(_OBJECT).search(case.lead) is not None


def _is_size(case: Case) -> bool:
    """Whether money or a measure is the size of the move behind it: a $4 rise in the price."""
    if not _is_measure(case) or pattern(_ONE_SIZE).search(case.lead) is None:
        return False
    return pattern(_MOVED_SIZE).match(case.ahead) is not None


def _is_more_money(case: Case) -> bool:
    return _is_money(case.unit) and pattern(_MORE_MONEY).match(case.ahead) is not None


def _is_taken(case: Case) -> bool:
    """Whether so large a part of something went: shed 9% of its value."""
    taken = pattern(_OF_WHOLE).match(case.ahead) is not None
    return taken and pattern(_TAKEN_AWAY).search(_led(case)) is not None


def _is_of_those(case: Case) -> bool:
    return case.lead.endswith(" ") and pattern(_OF_THOSE).match(_led(case)) is not None


def _is_raised(case: Case) -> bool:
    return pattern(_RAISED).search(case.lead) is not None and _is_measure(case)


def _led(case: Case) -> str:
    return case.lead.removesuffix(_AVERAGE)


def _of_share(case: Case) -> bool:
    lead = _led(case)
    if pattern(r" (?:up|down|higher|lower)\b").match(case.ahead):
        return False
    return lead.rstrip(" ").endswith(_SHARED) and pattern(_SHARE_OF).search(lead) is not None


def _is_running(case: Case) -> bool:
    lead = _led(case)
    return lead.endswith((" at ", " at")) and pattern(_RUNNING).search(lead) is not None


def _is_paced(case: Case) -> bool:
    lead = _led(case)
    return lead.endswith(_PACED) and pattern(_PACE).search(lead) is not None


def _names_share(case: Case) -> bool:
    """Whether a share is what the words name last, or what is higher or lower."""
    groups = _words(_led(case))
    if groups[-1:] == ["s"]:
        return True
    return "s" in groups and _led(case).rstrip(" ,").endswith(("higher", "lower"))


def _is_moved(case: Case) -> bool:
    """Whether the words of change, if any, speak of the move and not of where it led."""
    lead, groups = _led(case), _words(_led(case))
    if not groups:
        return False
    level = pattern(_LEVEL).search(lead) is not None
    verb = pattern(_VERB_TO).search(lead) or ("s" in groups and pattern(_FALLS_TO).search(lead))
    if level and groups.count("n") == 1 and verb:
        return False
    return "n" in groups or not level or lead.rstrip().endswith(("the", "("))


_PARTS_OF: Rules[Case] = (
    Rule("en.part.pace", _is_paced, Kind.CHANGE, ("Catches rose at a steady rate of [12%].",)),
    Rule(
        "en.part.of-share",
        _of_share,
        Kind.SHARE,
        ("The margin was [12%] compared with last year's.",),
    ),
    Rule(
        "en.part.size",
        lambda c: _has_size(_led(c)),
        Kind.CHANGE,
        ("A drop of [12%] of the catch shut it.",),
    ),
    Rule(
        "en.part.apart",
        lambda c: has_distant_verb(_led(c)),
        Kind.CHANGE,
        ("Fog hurt the catch by [12%].",),
    ),
    Rule(
        "en.part.behind",
        lambda c: pattern(_AHEAD_CHANGE).match(c.ahead) is not None,
        Kind.CHANGE,
        ("Catches were [12%] higher.",),
    ),
    Rule("en.part.taken", _is_taken, Kind.CHANGE, ("The herring lost [12%] of its weight.",)),
    Rule(
        "en.part.of-those",
        _is_of_those,
        Kind.SHARE,
        ("Of boats that had lost weight, [12%] sank.",),
    ),
    Rule(
        "en.part.times",
        lambda c: c.bare in _TIMES and not moved_by(_led(c)),
        Kind.SHARE,
        ("Catches rose, fishing [12 times] the quota.",),
    ),
    Rule(
        "en.part.of",
        lambda c: pattern(_AHEAD_SHARE).match(c.ahead) is not None,
        Kind.SHARE,
        ("Growth left [12%] of boats idle.",),
    ),
    Rule("en.part.running", _is_running, Kind.CHANGE, ("Rates of catch are growing at [12%].",)),
    Rule("en.part.share-last", _names_share, Kind.SHARE, ("Growth took the stake to [12%].",)),
    Rule("en.part.moved", _is_moved, Kind.CHANGE, ("Catches fell [12%].",)),
    Rule(
        "en.part.of-neighbour",
        lambda c: c.before is Kind.CHANGE,
        Kind.CHANGE,
        ("Catches rose 3% and [12%].",),
    ),
    Rule("en.part.alone", always, Kind.SHARE, ("Catches fell to [12%].",)),
)
"""A percentage or times."""

_POINTS_OF: Rules[Case] = (
    Rule("en.points.index", _is_index, Kind.AMOUNT, ("The index closed at [1,240 points].",)),
    Rule(
        "en.points.apart",
        lambda c: (
            pattern(_APART_AT).search(_led(c)) is not None
            or (c.before is Kind.SHARE and c.lead.strip() == "to")
        ),
        Kind.SHARE,
        ("The spread over bonds narrowed to [12 bps].",),
    ),
    Rule("en.points.difference", always, Kind.CHANGE, ("A spread of [12 bps] held.",)),
)
_LEVELS: Rules[Case] = (
    Rule("en.level.measure", _is_measure, Kind.AMOUNT, ("The quay took [12 tonnes].",)),
    Rule("en.level.decimal", lambda c: c.decimal, Kind.AMOUNT, ("The sample read [3.7].",)),
    Rule("en.level.count", always, Kind.COUNT, ("The port has [28 boats].",)),
)
_BESIDE: Rules[Case] = (
    Rule(
        "en.change.apart",
        lambda c: has_distant_verb(c.lead),
        Kind.CHANGE,
        ("It undershot the budget by [$12 million].",),
    ),
    Rule(
        "en.change.off",
        lambda c: _moved_off(c.lead, c.ahead),
        Kind.CHANGE,
        ("The frost knocked [$12 million] off profit.",),
    ),
    Rule("en.change.size", _is_size, Kind.CHANGE, ("A [$12] rise in the price sank it.",)),
    Rule("en.change.more-money", _is_more_money, Kind.CHANGE, ("It took [$12] more at sea.",)),
    Rule(
        "en.change.behind",
        lambda c: pattern(_AHEAD_DIFFERENCE).match(c.ahead) is not None,
        Kind.CHANGE,
        ("The port has [28] fewer boats.",),
    ),
    *_LEVELS,
)
KINDS: Rules[Case] = (
    Rule("en.signed", lambda c: c.signed, Kind.CHANGE, ("Catches: [-12%].",)),
    Rule("en.again", _is_restatement, Kind.CHANGE, ("Catches rose 3%, or [12 tonnes].",)),
    Rule("en.points", _in_points, _POINTS_OF, ("A spread of [12 bps] held.",)),
    Rule("en.part", lambda c: c.bare in _PARTS, _PARTS_OF, ("It holds [12%].",)),
    Rule(
        "en.span",
        lambda c: c.bare.lstrip("-") in TIME,
        Kind.DURATION,
        ("It took [3 million hours].",),
    ),
    Rule("en.placed", _is_placed, Kind.AMOUNT, ("The hut is [60m] above the river.",)),
    Rule("en.phrasal", _is_phrasal, _LEVELS, ("The line closed down [12 routes] in spring.",)),
    Rule("en.loss", _is_loss, Kind.AMOUNT, ("The port lost [$12 million] in the storm.",)),
    Rule("en.object", _is_object, _LEVELS, ("The port raised [14 objections].",)),
    Rule("en.raised", _is_raised, _BESIDE, ("The port raised [$12 million].",)),
    Rule(
        "en.change.moved", lambda c: moved_by(c.lead), Kind.CHANGE, ("Catches fell [12 tonnes].",)
    ),
    *_BESIDE,
)
"""Every number that is read in prose and is no date, rank or name."""
